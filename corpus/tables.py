"""A raw grid into tables whose cells know the labels above and beside them. Pure functions.

split a grid into its stacked tables -> roles of the cells -> paths of the values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.headings import roles
from corpus.lost import restored
from corpus.matrix import Matrix
from corpus.outline import mark
from corpus.report import Cell, CellRole, Grid, GridCell, Table
from corpus.writing import is_blank, is_value, squeeze

_UNIT = re.compile(r"(?:金额)?(?:计量)?单位\s*[:：]\s*([^\s，,。；;）)]{1,12})")
_NOTE = re.compile(r"(?:注|备注|说明|注释)\s*\d*\s*[:：]|(?:注|备注)\s*\d*[.、]|[*＊※]|数据来源|资料来源")
_TOTAL = re.compile(r"(?:合|总|小)\s*计")


def understand(grid: Grid) -> tuple[Table, ...]:
    """Given a raw grid, return the tables in it, in order, without ids. A grid without a cell gives none.

    Where spans are lost they are restored as far as one reading only is possible; the values of a table
    with several readings are marked unreadable.
    """
    tables: list[Table] = []
    for piece in stacked(restored(grid)):
        tables.append(_table(piece, grid))
    return tuple(tables)


@dataclass(frozen=True, slots=True)
class Piece:
    """One table of a grid: the lines over it, its body, the lines under it."""

    above: tuple[str, ...]
    body: Matrix
    below: tuple[str, ...]


def stacked(matrix: Matrix) -> tuple[Piece, ...]:
    """Given a grid as a matrix, return its tables: each begins at a line over the whole width that is
    followed by a header row."""
    starts = [0, *(r for r in range(1, matrix.height) if _begins(matrix, r))]
    ends = [*starts[1:], matrix.height]
    pieces = [_piece(matrix, start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    return tuple(piece for piece in pieces if piece.body.cells)


def _begins(matrix: Matrix, row: int) -> bool:
    if not matrix.is_line(row) or matrix.is_line(row - 1) or row + 1 >= matrix.height:
        return False
    if _NOTE.match(matrix.line(row)):
        return False
    after = row
    while after < matrix.height and matrix.is_line(after):
        after += 1
    return after < matrix.height and _is_header_row(matrix, after) and _headed_before(matrix, row)


def _is_header_row(matrix: Matrix, row: int) -> bool:
    texts = [cell.text for cell in matrix.row(row)]
    filled = [text for text in texts if not is_blank(text)]
    return len(filled) >= 2 and len(filled) == len(texts) and not any(is_value(text) for text in filled)


def _headed_before(matrix: Matrix, row: int) -> bool:
    """A table has begun and has a body before `row`: two rows that are no lines at the least."""
    return sum(not matrix.is_line(r) for r in range(row)) >= 2


def _piece(matrix: Matrix, start: int, end: int) -> Piece:
    top, bottom = start, end
    while top < bottom and matrix.is_line(top):
        top += 1
    while bottom > top and matrix.is_line(bottom - 1):
        bottom -= 1
    above = tuple(matrix.line(r) for r in range(start, top) if matrix.line(r))
    below = tuple(matrix.line(r) for r in range(bottom, end) if matrix.line(r))
    return Piece(above, matrix.cut(start, top, bottom), below)


def _table(piece: Piece, grid: Grid) -> Table:
    cells = annotated(piece.body)
    unit = next((found[1] for line in (*piece.above, *piece.below) if (found := _UNIT.search(line))), None)
    caption = " ".join(line for line in piece.above if not _is_only_unit(line))
    if grid.trust != "read":
        cells = tuple(replace(cell, trust=grid.trust) if cell.trust == "read" else cell for cell in cells)
    return Table("", cells, caption=caption, unit=unit, notes=piece.below, page=grid.page)


def _is_only_unit(line: str) -> bool:
    return bool(_UNIT.search(line)) and len(_UNIT.sub("", line).strip("（）() ，,")) <= 2


def annotated(matrix: Matrix) -> tuple[Cell, ...]:
    """Given a matrix with one header region, return its cells with their roles and paths."""
    found = roles(matrix)
    row_paths = _row_paths(matrix, found)
    column_paths = [_column_path(matrix, found, column) for column in range(matrix.width)]
    return tuple(
        _cell(cell, matrix.offset, role, row_paths[cell.row], column_paths[cell.column])
        for cell, role in zip(matrix.cells, found, strict=True)
    )


def _cell(cell: GridCell, offset: int, role: CellRole, row: tuple[str, ...], column: tuple[str, ...]) -> Cell:
    paths = (row, column) if role == "value" else ((), ())
    return Cell(
        cell.row + offset, cell.column, cell.text.strip(), cell.rows, cell.columns, role, *paths, box=cell.box
    )


def _column_path(matrix: Matrix, found: Sequence[CellRole], column: int) -> tuple[str, ...]:
    labels: list[str] = []
    for row in range(matrix.height):
        index = matrix.at(row, column)
        if index is None or found[index] not in ("column", "both"):
            continue
        label = squeeze(matrix.cells[index].text)
        if label and (not labels or labels[-1] != label) and matrix.cells[index].row == row:
            labels.append(label)
    return tuple(labels)


def _row_paths(matrix: Matrix, found: Sequence[CellRole]) -> list[tuple[str, ...]]:
    """The labels beside each row; where one column holds them all, nested by their numbering or indent."""
    plain = [_labels(matrix, found, row) for row in range(matrix.height)]
    columns = {cell.column for cell, role in zip(matrix.cells, found, strict=True) if role == "row"}
    spread = any(
        role == "row" and cell.rows > 1 for cell, role in zip(matrix.cells, found, strict=True)
    )
    if len(columns) != 1 or spread:
        return [tuple(squeeze(text) for text in labels) for labels in plain]
    return nested([labels[0] if labels else "" for labels in plain])


def _labels(matrix: Matrix, found: Sequence[CellRole], row: int) -> list[str]:
    labels: list[str] = []
    seen: set[int] = set()
    for column in range(matrix.width):
        index = matrix.at(row, column)
        if index is None or index in seen or found[index] != "row":
            continue
        seen.add(index)
        text = matrix.cells[index].text
        if not is_blank(text):
            labels.append(text)
    return labels


def nested(labels: Sequence[str]) -> list[tuple[str, ...]]:
    """Given the labels of one column from top to bottom, return each label's path: by outline numbers
    （一、 over （一） over 1.）, by 其中, and by the width of the space before it."""
    paths: list[tuple[str, ...]] = []
    stack: list[tuple[str, tuple[int, int]]] = []
    for label in labels:
        text = squeeze(label)
        if not text:
            paths.append(())
            continue
        depth = _depth(label, stack)
        while stack and stack[-1][1] >= depth:
            stack.pop()
        stack.append((text, depth))
        paths.append(tuple(part for part, _ in stack))
    return paths


def _depth(label: str, stack: Sequence[tuple[str, tuple[int, int]]]) -> tuple[int, int]:
    """(rank of the number, indent): a label is under the last one of a smaller depth."""
    number = mark(squeeze(label))
    indent = len(label) - len(label.lstrip(" \u3000\u00a0\t"))
    rank = number.rank if number is not None else 0
    if number is None and squeeze(label).startswith(("其中", "#")) and stack:
        return (stack[-1][1][0], stack[-1][1][1] + 1)
    return (rank, indent)

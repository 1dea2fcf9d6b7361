"""A raw grid into tables whose cells know the labels above and beside them. Pure functions.

grid -> its stacked tables -> the kind of header each cell is -> the paths of the values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.grids.codes import code_groups, code_paths
from corpus.grids.header_features import Layout
from corpus.grids.headers import Header, headers
from corpus.grids.headings import header_rows, label_columns, roles
from corpus.grids.lost import restored
from corpus.grids.matrix import Matrix
from corpus.grids.paths import paths
from corpus.grids.stacks import Piece, stacked
from corpus.language.outline import mark
from corpus.language.writing import is_blank, is_value, squeeze
from corpus.national.identify import form_of
from corpus.national.indicator_lists import with_units
from corpus.report import Cell, CellRole, Grid, GridCell, Table

_UNIT = re.compile(r"(?:金额|计量)?单位\s*[:：]\s*([^\s，,。；;）)]{1,12})")
_YEAR = re.compile(r"(?:19|20)\d\d")


def unit_of(line: str) -> str | None:
    """Given a line over or under a table, return the unit it gives (单位：万元), or None."""
    found = _UNIT.search(line)
    return found[1] if found else None


def understand(grid: Grid) -> tuple[Table, ...]:
    """Given a raw grid, return the tables in it, in order, without ids. A grid without a cell gives none.

    Where spans are lost they are restored as far as one reading only is possible; values that could belong
    to several columns are marked unreadable.
    """
    whole = restored(grid)
    return tuple(_table(piece, grid, whole.open_rows) for piece in stacked(whole.matrix))


def faults(grid: Grid) -> tuple[str, ...]:
    """Given a raw grid, return what is wrong with its rows, for a person: which are ragged, and how."""
    whole = restored(grid)
    told = [
        f"第{row + 1}行的单元格数与表头不符，数值不取 (row {row + 1} does not fit the header, its values are not used)"
        for row in sorted(whole.open_rows)
    ]
    if grid.spans == "real":
        for row, places in enumerate(whole.matrix.places):
            if missing := sum(index < 0 for index in places):
                told.append(f"第{row + 1}行缺{missing}个单元格 (row {row + 1} lacks {missing} cells)")
    return tuple(told)


def _table(piece: Piece, grid: Grid, open_rows: frozenset[int]) -> Table:
    unit = next((unit for line in (*piece.above, *piece.below) if (unit := unit_of(line))), None)
    caption = " ".join(line for line in piece.above if not _is_only_unit(line))
    table = with_units(
        Table("", annotated(piece.body), caption=caption, unit=unit, notes=piece.below, page=grid.page)
    )
    if (form := form_of(as_form := replace(table, cells=by_rule(piece.body)))) is not None:
        table = replace(as_form, form=form)
    return replace(
        table, cells=tuple(_trusted(cell, piece.body.offset, grid, open_rows) for cell in table.cells)
    )


def _trusted(cell: Cell, offset: int, grid: Grid, open_rows: frozenset[int]) -> Cell:
    if cell.role != "value":
        return cell
    place = (cell.row + offset, cell.column)
    unsure = any(other.unsure and (other.row, other.column) == place for other in grid.cells)
    return replace(cell, trust="unreadable" if unsure or place[0] in open_rows else grid.trust)


def _is_only_unit(line: str) -> bool:
    return bool(_UNIT.search(line)) and len(_UNIT.sub("", line).strip("（）() ，,")) <= 2


def annotated(matrix: Matrix) -> tuple[Cell, ...]:
    """Given a matrix with one header region, return its cells with their roles and paths."""
    top = header_rows(matrix)
    if codes := code_groups(matrix, top):
        return _side_by_side(matrix, top, codes, coded=True)
    labels = label_columns(matrix, top)
    if labels is not None:
        return _side_by_side(matrix, top, labels)
    by_spans = roles(matrix)
    found = _sure(matrix, headers(matrix.cells))
    if all(_same(role, kind) for role, kind in zip(by_spans, found, strict=True)):
        return _by_rule(matrix, by_spans)
    return _learnt(matrix, found)


def _side_by_side(
    matrix: Matrix, top: int, labels: Sequence[Sequence[int]], coded: bool = False
) -> tuple[Cell, ...]:
    """A table that leaves no doubt, or several that share their header rows: each value has the labels of
    the label columns nearest to its left; where these are codes and a name, the names under their codes."""
    cells: dict[int, Cell] = {}
    for number, own in enumerate(labels):
        end = labels[number + 1][0] if number + 1 < len(labels) else matrix.width
        found: list[CellRole] = [
            "column" if cell.row < top else "row" if cell.column in own else "value" for cell in matrix.cells
        ]
        beside = code_paths(matrix, top, own[:-1], own[-1]) if coded else None
        for index, cell in enumerate(_by_rule(matrix, found, beside)):
            if cell.column < end:
                cells.setdefault(index, cell)
    return tuple(cells[index] for index in sorted(cells))


def by_rule(matrix: Matrix) -> tuple[Cell, ...]:
    """Given the matrix of a form, whose spans tell its headers, return its cells with roles and paths."""
    return _by_rule(matrix, roles(matrix))


def _sure(matrix: Matrix, found: Sequence[Header]) -> tuple[Header, ...]:
    """A number that stands as a row's label must be a year or have a label beside it; else it is a value."""
    named = {
        row
        for cell, kind in zip(matrix.cells, found, strict=True)
        if kind.startswith("row") and not is_value(cell.text) and not is_blank(cell.text)
        for row in range(cell.row, cell.row + cell.rows)
    }
    return tuple(
        "value"
        if kind.startswith("row")
        and is_value(cell.text)
        and not _YEAR.fullmatch(cell.text.strip())
        and cell.row not in named
        else kind
        for cell, kind in zip(matrix.cells, found, strict=True)
    )


def _same(role: CellRole, kind: Header) -> bool:
    return {"both": "column"}.get(role, role) == kind.split("_")[0]


def _learnt(matrix: Matrix, found: Sequence[Header]) -> tuple[Cell, ...]:
    beside, above = paths(matrix.cells, found, Layout(matrix.cells))
    text = [squeeze(cell.text) for cell in matrix.cells]
    cells: list[Cell] = []
    for index, cell in enumerate(matrix.cells):
        role: CellRole = "value"
        if found[index] != "value":
            role = "row" if found[index].startswith("row") else "column"
        row = tuple(text[i] for i in beside[index]) if role == "value" else ()
        column = tuple(text[i] for i in above[index]) if role == "value" else ()
        cells.append(_cell(cell, role, row, column))
    return tuple(cells)


def _cell(cell: GridCell, role: CellRole, row: tuple[str, ...], column: tuple[str, ...]) -> Cell:
    return Cell(
        cell.row, cell.column, cell.text.strip(), cell.rows, cell.columns, role, row, column, box=cell.box
    )


def _by_rule(
    matrix: Matrix, found: Sequence[CellRole], beside: Sequence[tuple[str, ...]] | None = None
) -> tuple[Cell, ...]:
    row_paths = _row_paths(matrix, found) if beside is None else beside
    columns = [_column_path(matrix, found, column) for column in range(matrix.width)]
    cells: list[Cell] = []
    for cell, role in zip(matrix.cells, found, strict=True):
        row: tuple[str, ...] = ()
        column: tuple[str, ...] = ()
        if role == "value":
            row = row_paths[cell.row]
            column = _shared(columns, cell.column, cell.columns)
        cells.append(_cell(cell, role, row, column))
    return tuple(cells)


def _shared(columns: Sequence[tuple[str, ...]], first: int, width: int) -> tuple[str, ...]:
    """The labels over a cell: over one that is wider than its label, of the label it covers whole; over one
    that covers several, those that they share."""
    over = [columns[column] for column in range(first, first + width)]
    if len(set(over)) == 1:
        return over[0]
    whole = [
        path
        for path in dict.fromkeys(over)
        if all(first <= c < first + width for c, p in enumerate(columns) if p == path)
    ]
    if len(whole) == 1:
        return whole[0]
    shared: list[str] = []
    for labels in zip(*over, strict=False):
        if len(set(labels)) > 1:
            break
        shared.append(labels[0])
    return tuple(shared)


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
    labels = [cell for cell, role in zip(matrix.cells, found, strict=True) if role == "row"]
    if len({cell.column for cell in labels}) != 1 or any(cell.rows > 1 for cell in labels):
        return [tuple(squeeze(text) for text in texts) for texts in plain]
    return nested([texts[0] if texts else "" for texts in plain])


def _labels(matrix: Matrix, found: Sequence[CellRole], row: int) -> list[str]:
    cells = dict.fromkeys(index for index in matrix.places[row] if index >= 0 and found[index] == "row")
    return [matrix.cells[index].text for index in cells if not is_blank(matrix.cells[index].text)]


def nested(labels: Sequence[str]) -> list[tuple[str, ...]]:
    """Given the labels of one column from top to bottom, return each label's path: by outline numbers
    （一、 over （一） over 1.）, by 其中, and by the width of the space before it."""
    found: list[tuple[str, ...]] = []
    stack: list[tuple[str, tuple[int, int]]] = []
    for label in labels:
        text = squeeze(label)
        if not text:
            found.append(())
            continue
        depth = _depth(label, stack)
        while stack and stack[-1][1] >= depth:
            stack.pop()
        stack.append((text, depth))
        found.append(tuple(part for part, _ in stack))
    return found


def _depth(label: str, stack: Sequence[tuple[str, tuple[int, int]]]) -> tuple[int, int]:
    """(rank of the number, indent): a label is under the last one of a smaller depth."""
    number = mark(squeeze(label))
    indent = len(label) - len(label.lstrip(" \u3000\u00a0\t"))
    if number is not None:
        return (number.rank, indent)
    above = stack[-1][1] if stack else (0, 0)
    if squeeze(label).startswith(("其中", "#")) and stack:
        return (above[0], above[1] + 1)
    return (above[0] if indent > above[1] else 0, indent)

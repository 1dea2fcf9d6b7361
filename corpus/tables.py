"""A raw grid into tables whose cells know the labels above and beside them. Pure functions.

grid -> its stacked tables -> the kind of header each cell is -> the paths of the values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.grids.asides import set_apart
from corpus.grids.codes import code_groups
from corpus.grids.filled import filled
from corpus.grids.headers import Header, headers
from corpus.grids.headings import header_rows, label_columns, roles
from corpus.grids.labelled import labelled, labelled_as_learnt, side_by_side
from corpus.grids.lost import restored
from corpus.grids.matrix import Matrix
from corpus.grids.stacks import Piece, stacked
from corpus.language.writing import is_blank, is_value
from corpus.national.identify import form_of
from corpus.national.indicator_lists import with_units
from corpus.report import Cell, CellRole, Grid, Table
from corpus.units import unit_named

_UNIT = re.compile(r"(?:金额|计量)?单位\s*[:：]\s*([^\s，,。；;）)]{1,12})")
_YEAR = re.compile(r"(?:19|20)\d\d")


def unit_of(line: str) -> str | None:
    """Given a line over or under a table, return the unit it gives (单位：万元), or None. What 编制单位 or 填报单位 gives is
    an agency."""
    return next((given for given in _UNIT.findall(line) if unit_named(given)), None)


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
    body, apart = set_apart(piece.body)
    cells = _in_order(annotated(body), apart)
    table = with_units(Table("", cells, caption=caption, unit=unit, notes=piece.below, page=grid.page))
    if (form := form_of(replace(table, cells=(as_form := labelled(body, roles(body)))))) is not None:
        table = replace(table, cells=_in_order(as_form, apart), form=form)
    return replace(table, cells=tuple(_trusted(cell, body.offset, grid, open_rows) for cell in table.cells))


def _in_order(cells: Sequence[Cell], apart: Sequence[Cell]) -> tuple[Cell, ...]:
    """A table's cells, and what was set apart of them, from left to right and row by row."""
    return tuple(sorted((*cells, *apart), key=lambda one: (one.row, one.column)) if apart else cells)


def _trusted(cell: Cell, offset: int, grid: Grid, open_rows: frozenset[int]) -> Cell:
    if cell.role != "value":
        return cell
    place = (cell.row + offset, cell.column)
    unsure = any(other.unsure and (other.row, other.column) == place for other in grid.cells)
    return replace(cell, trust="unreadable" if unsure or place[0] in open_rows else grid.trust)


def _is_only_unit(line: str) -> bool:
    return bool(_UNIT.search(line)) and len(_UNIT.sub("", line).strip("（）() ，,")) <= 2


def annotated(matrix: Matrix) -> tuple[Cell, ...]:
    """Given a matrix with one header region, or a sheet that is filled in, return its cells with their roles and paths."""
    if (sheet := filled(matrix)) is not None:
        return sheet
    top = header_rows(matrix)
    if codes := code_groups(matrix, top):
        return side_by_side(matrix, top, codes, coded=True)
    if (labels := label_columns(matrix, top)) is not None:
        return side_by_side(matrix, top, labels)
    by_spans = roles(matrix)
    found = _sure(matrix, headers(matrix.cells))
    if all(_same(role, kind) for role, kind in zip(by_spans, found, strict=True)):
        return labelled(matrix, by_spans)
    return labelled_as_learnt(matrix, found)


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

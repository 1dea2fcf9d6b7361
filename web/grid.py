"""A table of a report as rows of HTML cells: real spans, header scopes, the cited cell and its headers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.report import Cell, Table

Mark = Literal["", "cited", "header"]
Place = tuple[int, int]
"""The row and the column of a cell's top left corner."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One `<th>` or `<td>`. `title` is the cell's row and column path; `scope` is empty on a `<td>`; `amiss` is
    the sum that it spoils, with its numbers."""

    id: str
    text: str
    scope: str = ""
    rows: int = 1
    columns: int = 1
    title: str = ""
    mark: Mark = ""
    trust: str = "read"
    numeric: bool = False
    amiss: str = ""


FILLER = GridCell(id="", text="")


def rows(
    table: Table, cited: Place | None = None, amiss: Mapping[Place, str] | None = None
) -> tuple[tuple[GridCell, ...], ...]:
    """Given a table, the place of its cited cell, and the sums that do not hold by the places they are about,
    return its rows of cells in reading order.

    Places that no cell covers get an empty cell, so that ragged rows stay aligned.
    """
    target = next((cell for cell in table.cells if (cell.row, cell.column) == cited), None)
    starts = {(cell.row, cell.column): cell for cell in table.cells}
    height = max((cell.row for cell in table.cells), default=-1) + 1
    width = max((cell.column + cell.columns for cell in table.cells), default=0)
    taken: set[Place] = set()
    made = []
    for row in range(height):
        line = []
        for column in range(width):
            if (row, column) in taken:
                continue
            cell = starts.get((row, column))
            sum_ = (amiss or {}).get((row, column), "")
            line.append(_shown(table.id, cell, target, sum_) if cell else FILLER)
            if cell:
                taken.update(_covered(cell))
        made.append(tuple(line))
    return tuple(made)


def path(cell: Cell) -> str:
    """Given a cell, return its row path and column path on one line: 行政许可 ／ 处理决定数量."""
    parts = (" › ".join(cell.row_path), " › ".join(cell.column_path))
    return " ／ ".join(part for part in parts if part)


def _covered(cell: Cell) -> set[Place]:
    return {
        (row, column)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }


def _shown(table: str, cell: Cell, target: Cell | None, amiss: str) -> GridCell:
    return GridCell(
        id=f"{table}-r{cell.row}c{cell.column}",
        text=cell.text,
        scope=_scope(cell),
        rows=cell.rows,
        columns=cell.columns,
        title=path(cell),
        mark=_mark(cell, target),
        trust=cell.trust,
        numeric=cell.role == "value" and any(character.isdigit() for character in cell.text),
        amiss=amiss,
    )


def _scope(cell: Cell) -> str:
    """A blank corner is no header: a screen reader would announce nothing."""
    if cell.role in ("value", "note") or not cell.text.strip():
        return ""
    if cell.role == "row":
        return "rowgroup" if cell.rows > 1 else "row"
    return "colgroup" if cell.columns > 1 else "col"


def _mark(cell: Cell, target: Cell | None) -> Mark:
    if target is None:
        return ""
    if cell is target:
        return "cited"
    beside = _overlap(cell.row, cell.rows, target.row, target.rows) and cell.column < target.column
    above = _overlap(cell.column, cell.columns, target.column, target.columns) and cell.row < target.row
    names_row = beside and cell.role in ("row", "both")
    names_column = above and cell.role in ("column", "both")
    return "header" if names_row or names_column else ""


def _overlap(start: int, length: int, other: int, other_length: int) -> bool:
    return start < other + other_length and other < start + length

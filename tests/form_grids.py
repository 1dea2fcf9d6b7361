"""The tables of made-up forms as cells with spans, and the ways in which such a table gets flattened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Placed:
    """A cell of a grid: its top left place, its spans, its text, and whether it is a header."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(frozen=True)
class FormGrid:
    """One table as it stands in the report, under its section heading."""

    heading: str
    cells: tuple[Placed, ...]

    @property
    def size(self) -> tuple[int, int]:
        return max(c.row + c.rows for c in self.cells), max(c.column + c.columns for c in self.cells)


def by_row(grid: FormGrid) -> list[list[Placed]]:
    """Given a grid, return its rows, each with the cells that begin in it."""
    rows: list[list[Placed]] = [[] for _ in range(grid.size[0])]
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):
        rows[cell.row].append(cell)
    return rows


def html_row(row: list[Placed]) -> str:
    """Given a row, return it as HTML with its real spans."""

    def cell(c: Placed) -> str:
        spans = (f' rowspan="{c.rows}"' if c.rows > 1 else "") + (
            f' colspan="{c.columns}"' if c.columns > 1 else ""
        )
        return f"<td{spans}>{escape(c.text)}</td>"

    return "<tr>" + "".join(map(cell, row)) + "</tr>"


def _rows_of(join: Callable[[list[str]], str]) -> Callable[[FormGrid], str]:
    return lambda grid: "\n".join(join([c.text for c in row]) for row in by_row(grid) if row)


def _trailing(grid: FormGrid) -> str:
    """As web pages are often flattened: a pipe after every cell, and one more for each further column."""
    rows = by_row(grid)
    return "\n".join(
        "".join(f"{c.text} | " + "|" * (c.columns - 1) for c in row).rstrip(" ") for row in rows if row
    )


def _markdown(grid: FormGrid) -> str:
    """A Markdown table: a spanned place is an empty cell, and a rule stands after the first row."""
    high, wide = grid.size
    table = [[""] * wide for _ in range(high)]
    for cell in grid.cells:
        table[cell.row][cell.column] = cell.text
    lines = ["| " + " | ".join(row) + " |" for row in table]
    return "\n".join([lines[0], "|" + "---|" * wide, *lines[1:]])


FLAT: dict[str, Callable[[FormGrid], str]] = {
    "trailing-pipes": _trailing,
    "leading-pipes": _rows_of(lambda texts: "| " + " | ".join(texts)),
    "markdown": _markdown,
    "lines": _rows_of("\n".join),
    "lines-pipes": _rows_of(lambda texts: "\n|\n".join(texts) + "\n|"),
    "tabs": _rows_of("\t".join),
    "spaces": _rows_of("  ".join),
    "glued": lambda grid: "".join(c.text for c in sorted(grid.cells, key=lambda c: (c.row, c.column))),
}
FLATTENINGS = tuple(FLAT)

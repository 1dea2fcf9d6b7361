"""Grids whose spans were lost in flattening, put back where only one reading is possible."""

from __future__ import annotations

from corpus.matrix import Matrix, matrix
from corpus.report import Grid, GridCell
from corpus.writing import is_blank, is_value


def restored(grid: Grid) -> Matrix:
    """Given a raw grid, return its matrix; the rows of a flattened one aligned to their header."""
    if grid.spans == "real":
        return matrix(grid.cells)
    rows = [_trimmed(row) for row in _rows(grid)]
    width = max((len(row) for row in rows), default=0)
    cells: list[GridCell] = []
    for r, row in enumerate(rows):
        if len(row) == 1 and width > 1 and not is_value(row[0]):
            cells.append(GridCell(r, 0, row[0], columns=width))
        else:
            cells.extend(GridCell(r, c, text) for c, text in enumerate(row))
    return matrix(cells)


def _rows(grid: Grid) -> list[list[str]]:
    rows: list[list[str]] = []
    for cell in grid.cells:
        while len(rows) <= cell.row:
            rows.append([])
        rows[cell.row].append(cell.text)
    return [row for row in rows if row]


def _trimmed(row: list[str]) -> list[str]:
    end = len(row)
    while end > 1 and is_blank(row[end - 1]):
        end -= 1
    return row[:end]

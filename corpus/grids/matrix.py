"""A grid as a matrix: which cell covers which place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.language.writing import is_blank, squeeze
from corpus.report import GridCell


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells by the places they cover. `places[r][c]` is the index of a cell, or -1 where there is none;
    `offset` is the row of the whole grid at which this part begins."""

    cells: tuple[GridCell, ...]
    places: tuple[tuple[int, ...], ...]
    offset: int = 0

    @property
    def height(self) -> int:
        return len(self.places)

    @property
    def width(self) -> int:
        return len(self.places[0]) if self.places else 0

    def at(self, row: int, column: int) -> int | None:
        """The index of the cell that covers a place, or None."""
        index = self.places[row][column]
        return None if index < 0 else index

    def row(self, row: int) -> tuple[GridCell, ...]:
        """The cells that cover a row, from left to right, each once."""
        found = dict.fromkeys(index for index in self.places[row] if index >= 0)
        return tuple(self.cells[index] for index in found)

    def is_line(self, row: int) -> bool:
        """Whether one text stands alone over the whole width: a title, a caption, a note, a band."""
        cells = self.row(row)
        filled = [cell for cell in cells if not is_blank(cell.text)]
        if len(filled) != 1:
            return len(cells) == 1 and not filled
        return filled[0].rows == 1 and self.width > 1 and filled[0].columns == self.width

    def line(self, row: int) -> str:
        """The text of a line."""
        return squeeze("".join(cell.text for cell in self.row(row)))

    def cut(self, top: int, bottom: int) -> Matrix:
        """The rows from `top` to `bottom`, as a matrix of their own."""
        kept = [cell for cell in self.cells if top <= cell.row < bottom]
        moved = [replace(cell, row=cell.row - top, rows=min(cell.rows, bottom - cell.row)) for cell in kept]
        return replace(matrix(moved), offset=top)


def matrix(cells: Sequence[GridCell]) -> Matrix:
    """Given cells at their places, return their matrix. A place claimed twice is the first cell's."""
    height = max((cell.row + cell.rows for cell in cells), default=0)
    width = max((cell.column + cell.columns for cell in cells), default=0)
    places = [[-1] * width for _ in range(height)]
    for index, cell in enumerate(cells):
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                if places[row][column] < 0:
                    places[row][column] = index
    return Matrix(tuple(cells), tuple(tuple(row) for row in places))

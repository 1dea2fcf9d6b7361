"""Grids whose spans were lost in flattening, put back where only one reading is possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.grids.filled import spread
from corpus.grids.kept import doubtful, kept
from corpus.grids.matrix import Matrix, matrix
from corpus.language.writing import is_blank, is_value
from corpus.report import Grid, GridCell


@dataclass(frozen=True, slots=True)
class Restored:
    """A grid's matrix, and its rows whose cells could belong to several columns."""

    matrix: Matrix
    open_rows: frozenset[int] = frozenset()


def restored(grid: Grid) -> Restored:
    """Given a raw grid, return its matrix: as it stands where spans are real; with the spans that its blanks stand for
    where they prove that places are kept; else each row aligned to the header over it, and the rows for which that is
    not possible in one way named as open."""
    if grid.spans == "real":
        return Restored(matrix(grid.cells))
    rows = rows_of(grid)
    if grid.spans == "kept" and (sheet := spread(rows)) is not None:
        return Restored(matrix(sheet))
    if grid.spans == "kept" and (found := kept(rows)) is not None:
        return Restored(found.matrix, found.open_rows)
    width = max((len(row) for row in rows), default=0)
    trimmed = [_trimmed(row) for row in rows]
    cells: list[GridCell] = []
    for r, row in enumerate(trimmed):
        if _is_line(row, width):
            cells.append(GridCell(r, 0, row[0], columns=width))
        else:
            cells.extend(GridCell(r, c, text) for c, text in enumerate(rows[r]))
    whole = matrix(cells)
    unsure = doubtful(rows, whole) if grid.spans == "kept" else frozenset()
    return Restored(whole, unsure | frozenset(_open(rows, trimmed, width)))


def rows_of(grid: Grid) -> list[list[str]]:
    """Given a grid, return the texts of each row that has any."""
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return [row for row in rows.values() if any(not is_blank(text) for text in row)]


def _is_line(row: Sequence[str], width: int) -> bool:
    return len(row) == 1 and width > 1 and not is_value(row[0])


def _open(rows: Sequence[list[str]], trimmed: Sequence[list[str]], width: int) -> Iterator[int]:
    """The rows of values that do not fit the header over them: more cells than it, or fewer without the
    empty ones that flattening leaves; all of them where the header's own rows differ in number."""
    if len({len(row) for row in rows}) == 1 and not any(len(row) < width for row in trimmed):
        return
    header: list[int] = []
    ended = True
    for r, row in enumerate(trimmed):
        if _is_line(row, width):
            # A line begins another table where a header follows it; else the header over it goes on.
            after = next((other for other in trimmed[r + 1 :] if not _is_line(other, width)), ())
            header, ended = ([] if not any(map(is_value, after)) else header), True
        elif not any(is_value(text) for text in row):
            header = [*([] if ended and header and len(header) > 1 else header), len(row)]
            ended = False
        elif header and (len(set(header)) > 1 or len(row) > header[-1] or len(rows[r]) < header[-1]):
            yield r


def _trimmed(row: Sequence[str]) -> list[str]:
    end = len(row)
    while end > 1 and is_blank(row[end - 1]):
        end -= 1
    return list(row[:end])

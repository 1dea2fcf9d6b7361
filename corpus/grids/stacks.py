"""Several small tables in one grid, each with its caption and notes: told apart by the lines between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.grids.matrix import Matrix
from corpus.language.writing import is_blank, is_value

_NOTE = re.compile(r"(?:注|备注|说明|注释)\s*\d*\s*[:：]|(?:注|备注)\s*\d*[.、]|[*＊※]|数据来源|资料来源")


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


def is_note(text: str) -> bool:
    """Given the text of a line, say whether it is a note to the table (注：…), by how it begins."""
    return _NOTE.match(text) is not None


def _begins(matrix: Matrix, row: int) -> bool:
    if not matrix.is_line(row) or matrix.is_line(row - 1) or is_note(matrix.line(row)):
        return False
    after = next((r for r in range(row, matrix.height) if not matrix.is_line(r)), None)
    return after is not None and _is_header_row(matrix, after) and _bodied_before(matrix, row)


def _is_header_row(matrix: Matrix, row: int) -> bool:
    """Two labels or more, nothing blank, no value; and under it a row that is none, or no row at all."""
    texts = [cell.text for cell in matrix.row(row)]
    return len(texts) >= 2 and not any(is_blank(text) or is_value(text) for text in texts)


def _bodied_before(matrix: Matrix, row: int) -> bool:
    """A table has begun and has a body before `row`: two rows that are no lines at the least."""
    return sum(not matrix.is_line(r) for r in range(row)) >= 2


def _piece(matrix: Matrix, start: int, end: int) -> Piece:
    top, bottom = start, end
    while top < bottom and matrix.is_line(top):
        top += 1
    while bottom > top and matrix.is_line(bottom - 1):
        bottom -= 1
    if top == bottom:  # lines only: a frame around text, kept as a table of one column
        return Piece((), matrix.cut(start, end), ())
    above = tuple(matrix.line(r) for r in range(start, top) if matrix.line(r))
    below = tuple(matrix.line(r) for r in range(bottom, end) if matrix.line(r))
    return Piece(above, matrix.cut(top, bottom), below)

"""What stands beside the values of a table and is neither value nor label: the numbers by which a form calls its own rows
and columns (行次, 栏次), and the units of what is counted (计量单位)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus.grids.matrix import Matrix, matrix
from corpus.language.numerals import plain_digits
from corpus.language.writing import is_blank, is_value, squeeze
from corpus.report import Cell
from corpus.units import unit_named

_OF_ROWS, _OF_COLUMNS, _OF_UNITS = "行次", "栏次", "计量单位"
_ORDINAL = re.compile(rf"\d{{1,3}}(?:[=＝][\d+＋\-－()（）]+)?|[甲乙丙丁戊]|{_OF_COLUMNS}")
_FEWEST = 4
"""So many numbers from 1 on, and nothing else in their row, are no values by chance."""


def set_apart(body: Matrix) -> tuple[Matrix, tuple[Cell, ...]]:
    """Given a matrix with one header region, return it without what is neither value nor label, and that as cells that
    are notes."""
    numbers = _columns(body, _OF_ROWS, _numbers)
    units = _columns(body, _OF_UNITS, lambda text: is_blank(text) or unit_named(text) is not None)
    apart = {*numbers, *units, *_row_of_numbers(body)}
    if not apart:
        return body, ()
    kept = [cell for index, cell in enumerate(body.cells) if index not in apart]
    notes = (body.cells[index] for index in sorted(apart))
    return replace(matrix(kept), offset=body.offset), tuple(
        Cell(one.row, one.column, one.text.strip(), one.rows, one.columns, "note", box=one.box)
        for one in notes
    )


def _columns(body: Matrix, name: str, fits: Callable[[str], bool]) -> Iterator[int]:
    """The columns of a name in which there is only what fits it."""
    for index, head in enumerate(body.cells):
        if squeeze(head.text) != name or head.columns > 1:
            continue
        under = [place for row in body.places[head.row + head.rows :] if (place := row[head.column]) >= 0]
        own = [place for place in dict.fromkeys(under) if body.cells[place].columns == 1]
        if all(fits(body.cells[place].text) for place in own):
            yield from (index, *own)


def _row_of_numbers(body: Matrix) -> Iterator[int]:
    """The row between header and values that says 栏次, or that has nothing but 1, 2, 3 and so on."""
    for row in range(1, body.height - 1):
        cells = [(index, body.cells[index]) for index in dict.fromkeys(body.places[row]) if index >= 0]
        own = [(index, cell) for index, cell in cells if cell.row == row and cell.rows == 1]
        if len(own) == len(cells) and _number_columns([plain_digits(squeeze(cell.text)) for _, cell in own]):
            yield from (index for index, _ in own)
        if any(is_value(cell.text) for _, cell in cells if cell.column):
            return


def _number_columns(texts: list[str]) -> bool:
    if _OF_COLUMNS in texts:
        return all(map(_numbers, texts))
    return len(texts) >= _FEWEST and texts == [str(number) for number in range(1, len(texts) + 1)]


def _numbers(text: str) -> bool:
    return is_blank(text) or _ORDINAL.fullmatch(squeeze(text)) is not None

"""Tables that stand in a text twice: as the lines of a page, and right after them with their cells told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.language.writing import is_blank, is_value, squeeze
from corpus.report import Grid, Text

_MOST = 0.6
"""So much of a table's values must stand in the lines before it: a heading may say a word of a table too."""
_FEWEST = 4


def once(blocks: Iterable[Text | Grid]) -> Iterator[Text | Grid]:
    """Given a text's blocks, a line each, yield them without the lines that have nothing but pieces of the cells of the
    table after them, where that table stands in those lines."""
    lines: list[Text] = []
    for block in blocks:
        if isinstance(block, Text):
            lines.append(block)
            continue
        yield from _others(lines, block)
        lines = []
        yield block
    yield from lines


def _others(lines: list[Text], grid: Grid) -> list[Text]:
    """The lines before a table that are not of it."""
    cells = {squeeze(cell.text) for cell in grid.cells if not is_blank(cell.text)}
    pieces = [set(line.text.split()) for line in lines]
    values = {text for text in cells if is_value(text)}
    if len(values) < _FEWEST or len(values & set().union(*pieces)) < _MOST * len(values):
        return lines
    whole = "\n".join(sorted(cells))
    return [
        line
        for line, texts in zip(lines, pieces, strict=True)
        if line.heading is not None or not all(text in whole for text in texts)
    ]

"""Tables that a page's end has cut in a text, put together: what goes on has no header, and the table before it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.captions import caption_of
from corpus.grids.lost import rows_of
from corpus.grids.stacks import is_note
from corpus.language.outline import mark
from corpus.language.writing import is_blank, is_value, squeeze
from corpus.report import Grid, Text

_SENTENCE_END = re.compile("[。！？]")
_UNIT = re.compile("单位[:：]")
_TOTAL = re.compile("合计|总计")
_LEAST = 3
"""So many columns at least: two tables of two columns are alike by chance."""


def put_together(blocks: Iterable[Text | Grid]) -> tuple[Text | Grid, ...]:
    """Given a text's blocks, return them with each table that goes on from the one before it put to that one.

    It does where its first line has values or goes on counting, its columns hold what the other's hold, and no sentence,
    caption or unit stands between them: the lines of a page that a converter writes a second time as a table may.
    """
    found: list[Text | Grid] = []
    last: int | None = None
    for block in blocks:
        above = found[last] if last is not None else None
        if isinstance(block, Text):
            last = None if _begins_anew(block) else last
        elif isinstance(above, Grid) and last is not None and _goes_on(above, block):
            found[last] = _joined(above, block)
            continue
        else:
            last = len(found)
        found.append(block)
    return tuple(found)


def _begins_anew(text: Text) -> bool:
    """Whether a text between two tables ends the first, or announces the second."""
    said = text.text
    if is_note(said):
        return False
    return bool(_SENTENCE_END.search(said) or _UNIT.search(said) or caption_of(said) or text.heading)


def _goes_on(above: Grid, below: Grid) -> bool:
    if above.spans != "kept" or below.spans != "kept":
        return False
    rows, more = rows_of(above), rows_of(below)
    if len(rows[0]) != len(more[0]) or len(rows[0]) < _LEAST or any(map(is_value, rows[0])):
        return False
    body = [row for row in rows if _values(row)]
    first = more[0]
    if (
        not body
        or squeeze(first[0]) == "1"
        or _is_total(first[0])
        or not (_values(first) or _counts_on(rows[-1], first))
    ):
        return False
    return all(
        _fits([row[column] for row in body], [row[column] for row in more]) for column in range(len(first))
    )


def _values(row: Sequence[str]) -> int:
    """How many values stand behind a row's first label."""
    return sum(map(is_value, row[1:]))


def _counts_on(last: Sequence[str], first: Sequence[str]) -> bool:
    """Whether a label of a line has the number after that of the label over it: 十五、 and 十六、."""
    marks = [(mark(one), mark(other)) for one, other in zip(last, first, strict=True)]
    return any(
        one and other and (one.style, one.ordinal + 1) == (other.style, other.ordinal) for one, other in marks
    )


def _fits(over: Sequence[str], under: Sequence[str]) -> bool:
    """Whether a column goes on with what it held: values under values, words under words. One in which nothing has stood
    may hold anything, and a total's name may stand among codes."""
    held, more = (
        {is_value(text) for text in texts if not is_blank(text) and not _is_total(text)}
        for texts in (over, under)
    )
    return not held or more <= held


def _is_total(text: str) -> bool:
    return _TOTAL.fullmatch(squeeze(text)) is not None


def _joined(above: Grid, below: Grid) -> Grid:
    down = 1 + max(cell.row for cell in above.cells)
    return replace(above, cells=(*above.cells, *(replace(cell, row=cell.row + down) for cell in below.cells)))

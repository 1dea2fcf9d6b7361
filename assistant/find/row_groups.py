"""The groups of rows and of columns that figures of one table stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.find.grouped import block_of
from assistant.words.labels import is_sum, is_total
from assistant.words.terms import unnumbered
from corpus.report import Figure
from index.search import Searcher

_COUNTED = re.compile("(?:的|类)?(?:申请|件数|件|总数|总计|合计)*$")
"""Said after the name of a group."""


def group_called(searcher: Searcher, part: Figure, named: str) -> tuple[Figure, ...]:
    """Given a figure and the words for what it is a part of, return the rows of the group that they name, where it is one of
    them and they have no total: 其他处理. Empty where they name none."""
    if part.citation.cell is None:
        return ()
    bare = _COUNTED.sub("", named)
    for depth, above in enumerate(part.label.row[:-1], 1):
        name = unnumbered(above)
        if bare not in (name, f"{name}处理"):
            continue
        rows = [
            one
            for one in block_of(searcher, part)
            if one.label.row[:depth] == part.label.row[:depth] and one.label.column == part.label.column
        ]
        if part in rows and not any(is_sum(one.label.row) or one.value is None for one in rows):
            return tuple(rows) if all(len(one.label.row) == depth + 1 for one in rows) else ()
    return ()


def in_groups_of_columns(figures: Sequence[Figure]) -> bool:
    """Given figures, return whether each stands in a group of columns of its own, and none is the total of one."""
    if any(one.citation.cell is None or is_total(one.label.column) for one in figures):
        return False
    return len({one.label.column[:-1] for one in figures}) == len(figures)

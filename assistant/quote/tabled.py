"""The things that a table lists below a sentence that announces them: 编制范围的单位包括：, and a column 单位名称."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.quote.wanted import Wanted
from assistant.words.terms import ALIKE, explained
from corpus.report import Cell, Table

MOST = 40
"""Rows of a table that is told as a list, at most."""
_NAMED = re.compile("名称|名字|姓名")


def listed(table: Table, wanted: Wanted) -> list[Cell]:
    """Given the table below a sentence that announces a list and what is wanted, return the cells that name the things;
    none where no one column is headed by them, or where the table is long."""
    heads = [one for one in table.cells if one.role == "column" and one.row == 0 and one.text.strip()]
    heading = _of_things(heads, wanted)
    if heading is None:
        return []
    cells = [
        one for one in table.cells if one.column == heading.column and one.row >= heading.row + heading.rows
    ]
    named = [one for one in cells if one.text.strip() and one.role != "column"]
    return named if len(named) <= MOST else []


def _of_things(heads: Sequence[Cell], wanted: Wanted) -> Cell | None:
    """The heading of the column that names the things: it says what is asked for, or is the one for names."""
    things = (*wanted.foci, *(term.word for term in wanted.topic))
    said = [one for one in heads if any(explained(thing, one.text) >= ALIKE for thing in things)]
    names = [one for one in said or heads if _NAMED.search(one.text)]
    return next(iter(names if len(names) == 1 else said if len(said) == 1 else ()), None)

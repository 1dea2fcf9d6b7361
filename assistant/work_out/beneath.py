"""What a whole is divided into: the rows below it, the columns beside it, or the items that its sentence gives of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.find.grouped import block_of
from assistant.match.candidates import Candidate
from assistant.words.labels import is_change, is_sum, is_total, leaves
from assistant.work_out.adding_up import adding_up
from corpus.report import Figure
from corpus.units import same_unit
from index.search import Searcher

_NEW_THING = re.compile("新增(?=..)")
"""An item that is called new: 新增债券 are a kind of bonds, and no change in what they are items of."""


def parts_of(searcher: Searcher, chosen: Candidate) -> Candidate | None:
    """Given a candidate for a group, return its parts as one candidate, in their order: the rows below it, the
    columns beside it whose total it is, or the items that its sentence gives of it; None where it has none."""
    figure = chosen.figures[-1]
    if len({(one.citation.report, one.year) for one in chosen.figures}) < len(chosen.figures):
        return None  # one name, several things
    parts = _beneath(searcher, figure)
    parts.sort(key=lambda one: one.citation.cell or (0, 0))
    return replace(chosen, figures=tuple(parts), summed=True) if len(parts) > 1 else None


def divided_into(searcher: Searcher, chosen: Candidate, measure: str = "") -> Candidate | None:
    """Given a candidate for a group and the words for it, return its parts as `parts_of` does, or else those that its
    report gives without calling them so, where they add up to it and no others do; of a part that the words name, its
    own."""
    parts = parts_of(searcher, chosen)
    if parts is not None and sum(one.value is not None for one in parts.figures) < 2:
        return _only_way(searcher, chosen) or parts  # all of it is of one column: its rows are its parts
    if parts is not None:
        named = [
            one for one in parts.figures if measure and measure.endswith(leaves(one.label)[:1] or ("\0",))
        ]
        if len(named) != 1:
            return parts if _add_up(parts, chosen) else _only_way(searcher, chosen) or parts
        return divided_into(searcher, replace(chosen, label=named[0].label, figures=tuple(named)))
    return _only_way(searcher, chosen)


def _add_up(parts: Candidate, whole: Candidate) -> bool:
    values = [one.value for one in parts.figures if one.value is not None]
    return sum(values, Decimal(0)) == whole.figures[-1].value


def _only_way(searcher: Searcher, whole: Candidate) -> Candidate | None:
    """The one set of figures that add up to a whole of one report."""
    if len(whole.figures) > 1 or whole.summed:
        return None
    ways = adding_up(searcher, whole.figures[0])
    return replace(whole, figures=ways[0], summed=True) if len(ways) == 1 else None


def _beneath(searcher: Searcher, figure: Figure) -> list[Figure]:
    block = [one for one in block_of(searcher, figure) if one != figure and one.year == figure.year]
    of_kind = [one for one in block if alike(one, figure) and one.value is not None]
    if figure.label.phrase:
        return items_of(figure, of_kind)
    return _rows(figure, of_kind) or _columns(figure, block)


def items_of(figure: Figure, block: Sequence[Figure]) -> list[Figure]:
    """Given a figure told in words and those of its paragraph, return what its sentence says of which it is made, one level
    down: 共发布380条，其中专项资金152条."""
    begin = f"{figure.label.phrase}："
    return [
        one
        for one in block
        if one.sentence == figure.sentence
        and one.label.phrase.startswith(begin)
        and "：" not in one.label.phrase[len(begin) :]
        and (not is_change(one.label) or _NEW_THING.match(one.label.phrase[len(begin) :]))
    ]


def _rows(figure: Figure, block: Sequence[Figure]) -> list[Figure]:
    """The rows one level below a row, or, below a total, the rows of the table that make it up."""
    row, column = figure.label.row, figure.label.column
    above = () if is_sum(row) else row
    rows = [
        one
        for one in block
        if len(one.label.row) == len(above) + 1
        and one.label.row[: len(above)] == above
        and one.label.column == column
        and not is_sum(one.label.row)
    ]
    adds_up = sum((one.value for one in rows if one.value is not None), Decimal(0)) == figure.value
    return rows if above or adds_up else []


def _columns(figure: Figure, block: Sequence[Figure]) -> list[Figure]:
    row, column = figure.label.row, figure.label.column
    if figure.citation.cell is None or not is_total(column) or len(column) < 2:
        return []
    return [one for one in block if one.label.row == row and one.label.column[:-1] == column[:-1]]


def alike(one: Figure, other: Figure) -> bool:
    """Given two figures, return whether they are in one kind of unit: 万人 and 人."""
    return same_unit(one.unit, other.unit)

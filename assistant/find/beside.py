"""Several measures in one question, of which one is certain and another has rivals or is told elsewhere: what stands beside
the first is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.find.grouped import block_of
from assistant.find.select import Selection
from assistant.match.candidates import Candidate
from assistant.words.labels import is_change
from corpus.report import Figure
from corpus.units import is_rate
from index.search import Searcher

_SIDE = re.compile("[预决]算|执行数?$")


def beside(selections: Sequence[Selection]) -> list[Selection]:
    """Given what was selected for each of several measures, return it with the rivals settled of which just one stands in
    the table or paragraph of one that is certain."""
    sure = {place for one in selections if one.certain is not None for place in _places(one.certain)}
    return [_settled(one, sure) for one in selections]


def _settled(selection: Selection, sure: set[tuple[str, str]]) -> Selection:
    if selection.chosen is None or not selection.rivals:
        return selection
    found = [one for one in (selection.chosen, *selection.rivals) if _places(one) & sure]
    return replace(selection, chosen=found[0], rivals=()) if len(found) == 1 else selection


def _places(candidate: Candidate) -> set[tuple[str, str]]:
    """The tables and paragraphs that its figures stand in."""
    return {(one.citation.report, one.citation.block) for one in candidate.figures}


def divided_by_it(
    searcher: Searcher, measures: Sequence[str], selections: Sequence[Selection]
) -> list[Selection]:
    """Given the two measures of a question and what was selected for each, return it with the one that is called as an item is
    that the sentence of the other gives of it, or beside it, as that item: of 新登记市场主体 and 企业 the new ones, 企业 and 个体工商户注销 those
    that gave up."""
    found = list(selections)
    if len(measures) != 2 or len(found) != 2:
        return found
    for place, other in ((0, 1), (1, 0)):
        known = found[place].certain
        figure = known.figures[-1] if known else None
        if known is None or figure is None or not figure.label.phrase:
            continue
        above, _, own = figure.label.phrase.rpartition("：")
        open_ = found[other].chosen is None or measures[place] != own
        items = [figure.label.phrase, *([above] if above and open_ else [])]
        told = next(filter(None, (_item(searcher, figure, one, measures[other]) for one in items)), None)
        if told is not None:
            found[other] = Selection(Candidate(told.label, (told,), known.fit))
            return found
    return found


def _item(searcher: Searcher, figure: Figure, whole: str, words: str) -> Figure | None:
    """The one item of a whole, beside a figure, that is called by the words."""
    name = words.replace("商业企业", "企业")
    if _SIDE.search(name):
        return None  # 决算 and 预算 are sides of one account, and no items of it
    told = [
        one
        for one in block_of(searcher, figure)
        if one.label.phrase in (f"{whole}：{name}", f"{whole}：新{name}", f"{whole}：新设{name}")
        if one.year == figure.year and one.value is not None and one != figure
        if not is_change(one.label) and not is_rate(one.unit or "")
    ]
    return told[0] if len(told) == 1 else None

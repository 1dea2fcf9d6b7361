"""What a figure was before, as its own report tells: beside it in its row, or as what it rose or fell from."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.find.grouped import block_of
from assistant.query import Query
from assistant.reply import Answer, Calculation
from assistant.words.alike import same
from assistant.words.labels import ON_YEAR_BEFORE, is_change, leaves, level
from assistant.words.terms import unnumbered
from corpus.language.grammar import grown_from
from corpus.report import Figure
from index.search import Scope, Searcher

_LAST_YEAR = re.compile(r"上一?年(?!结转)|上年度")
_EITHER_WAY = re.compile(r"增减|变化|变动|是[增多升]了?还是[减少降]|\bchanged?\b")
_FALL = re.compile("(?:减少|下降|降低|压减|核减|回落|缩小)$")


def year_before(searcher: Searcher, figure: Figure) -> Figure | None:
    """Given a figure, return the same thing a year earlier, where the figure's own row gives it and the change beside
    it: only if last year's and the change make this year's are they counts of the same thing, whatever their heads."""
    if figure.citation.cell is None or figure.value is None or is_change(figure.label):
        return None
    beside = block_of(searcher, figure)
    row = [
        one for one in beside if one.label.row == figure.label.row and one.value is not None and one != figure
    ]
    last = [one for one in row if _LAST_YEAR.search(one.label.text) and not is_change(one.label)]
    changes = [one for one in row if is_change(one.label)]
    if len(last) != 1 or len(changes) != 1 or _sum(last[0], changes[0]) != figure.value:
        return None
    return replace(last[0], year=figure.year - 1, unit=figure.unit)


def risen_from(searcher: Searcher, figure: Figure) -> Figure | None:
    """Given a figure, return what its sentence says that it rose or fell from: 由75.6%提升至76.5%."""
    phrase = figure.label.phrase
    earlier, thing = grown_from(phrase), level(phrase)
    if earlier == phrase:
        return None
    found = [
        one
        for one in block_of(searcher, figure)
        if (one.sentence, one.unit) == (figure.sentence, figure.unit)
        and (one.label.phrase == earlier or (one.label.phrase == thing and one.year < figure.year))
    ]
    return found[0] if len(found) == 1 else None


def risen_to(searcher: Searcher, figure: Figure) -> Figure | None:
    """Given a figure, return what its sentence says that it rose or fell to."""
    beside = [one for one in block_of(searcher, figure) if one.sentence == figure.sentence]
    found = [one for one in beside if risen_from(searcher, one) == figure]
    return found[0] if len(found) == 1 else None


def change_told(searcher: Searcher, figure: Figure, *, in_percent: bool = False) -> Figure | None:
    """Given a figure, return by how much its own paragraph, or that which says the same of a cell, tells that it rose or
    fell on the year before, in its own unit or by how many percent: 三公经费预算114.22万元，比2025年预算增加27万元."""
    if figure.value is None or is_change(figure.label):
        return None
    told = [figure] if figure.label.phrase else _in_prose(searcher, figure)
    found = [change for one in told for change in _changes(searcher, one, in_percent)]
    return found[0] if len({(one.value, one.unit) for one in found}) == 1 else None


def _in_prose(searcher: Searcher, figure: Figure) -> list[Figure]:
    """The figures by which the prose of its report says what a cell does, under the last name of the cell."""
    name = unnumbered(leaves(figure.label)[-1]) if leaves(figure.label) else ""
    report = searcher.all(Scope(report=figure.citation.report)) if name else ()
    return [
        one
        for one in report
        if one.label.phrase.rpartition("：")[2].endswith(name)
        and one.year == figure.year
        and same(one, figure)
    ]


def _changes(searcher: Searcher, figure: Figure, in_percent: bool) -> list[Figure]:
    """The changes on the year before that the paragraph of a figure gives of it."""
    return [
        one
        for one in block_of(searcher, figure)
        if one.year == figure.year and one.value is not None and _is_told_in(one, figure, in_percent)
        if (told := ON_YEAR_BEFORE.fullmatch(one.label.phrase)) and told["thing"] == figure.label.phrase
        if told["year"] in (None, str(figure.year - 1))
    ]


def _is_told_in(change: Figure, figure: Figure, in_percent: bool) -> bool:
    """Whether a change is told in the unit of what changed, or in percent of it; of a rate in points, for 5% more may be of
    either kind."""
    if in_percent and figure.unit != "%":
        return change.unit == "%"
    return (change.unit or "").endswith("百分点") if figure.unit == "%" else change.unit == figure.unit


def fell(change: Figure) -> bool:
    """Given a change, return whether it is told as a fall."""
    return _FALL.search(change.label.phrase) is not None


def _sum(one: Figure, other: Figure) -> Decimal | None:
    return None if one.value is None or other.value is None else one.value + other.value


def signed(query: Query, answer: Answer) -> Answer:
    """Given a question and the answer with the change that a report tells, return that answer with what it comes to below
    nought, where the question asks for a change either way (增减了多少) and it was a fall."""
    told = answer.figures[0] if len(answer.figures) == 1 else None
    asked = query.text.lower() if query.language == "en" else f"{query.simplified} {query.text}"
    if told is None or told.value is None or not _EITHER_WAY.search(asked) or not fell(told):
        return answer
    calculation = Calculation("difference", f"-{told.value:f}", -told.value, told.unit, (1,))
    return replace(answer, calculation=calculation)

"""What a report plans for the year after its own: that answers what is planned for a year of which no report is held. What
became of it only that year's report could say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.calculate import CannotCalculate, difference, growth
from assistant.find.finder import Finder
from assistant.query import Query
from assistant.quote.run_in import part_of
from assistant.quote.wanted import Wanted
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.kinds import intended
from assistant.words.plans import for_next_year
from corpus.report import WORK_REPORT, Figure, Passage
from corpus.sentences import pieces
from corpus.units import same_unit
from index.search import Evidence

_OF_ITS_YEAR = frozenset({WORK_REPORT, "预算"})
"""Kinds of report whose plans are for their own year."""
_YEAR = re.compile(r"(20\d\d)年")
_NEXT = r"下一?步|下一?年|下一?阶段|明年|来年"
_TO_COME = re.compile(f"{_NEXT}|打算")
_OPENS = re.compile(
    rf"\s*(?:(?:针对|围绕|对于|为)[^，,。；;]{{2,20}}[，,])?(?:{_NEXT})|\s*今后[，,]?[^，,。；;]{{0,8}}将|\s*(?P<year>20\d\d)年[，,]?(?:[我本全]\w)?(?:将|拟|计划|要)"
)
_OF_THE_REPORT = re.compile(
    f"报告|年报|总结|公报|预算|决算|{_NEXT}|接下来|今后|往后|将来|以后", re.IGNORECASE
)
"""In a question for a year: what is asked of its report, or of the time after it."""


def asks_plans(query: Query, wanted: Wanted) -> bool:
    """Given a query and what it wants, return whether it asks what is planned for one year, and not what that year's own
    report says."""
    if len(query.years) != 1 or len(query.issuers) != 1 or wanted.named("problems"):
        return False
    return wanted.ahead and not wanted.past and _OF_THE_REPORT.search(query.simplified) is None


def planned_for(year: int, evidence: Evidence, kind: str) -> Evidence | None:
    """Given a year, a passage and the kind of its report, return the passage, or what of it says what is to come, where it
    tells of that year's plans in the report of the year before; else None."""
    passage = evidence.item
    assert isinstance(passage, Passage)
    if passage.citation.year != year - 1 or kind in _OF_ITS_YEAR:
        return None
    if any(_is_of(year, heading) for heading in passage.section):
        return evidence
    spans = pieces(passage.text)
    for place, (start, _) in enumerate(spans):
        opening = _OPENS.match(passage.text, start)
        if opening and opening["year"] in (None, str(year)):
            return part_of(evidence, place, len(spans))
    return None


def planned_change(composer: Composer, finder: Finder, figure: Figure) -> Answer | None:
    """Given a question's composer and finder and the figure planned for the later of two years, return by how much it is to
    be above that of the year before; None where the report does not give that for certain."""
    before = _year_before(finder, figure)
    if before is None or figure.value is None:
        return None
    words, query = composer.words, composer.query
    try:
        if query.operation == "growth" and query.unit != "倍":
            result = growth(before, figure, composer.places)
            return composer.calculated(words.growth(before, figure), result, (before, figure))
        result = difference(before, figure)
    except CannotCalculate:
        return None
    return composer.calculated(words.difference(before, figure), result, (before, figure))


def _year_before(finder: Finder, figure: Figure) -> Figure | None:
    """Given the finder of a question that compares two years and the figure planned for the later of them, return the figure
    that the same report gives for its own year, which it may call otherwise (接待旅游人数 for 预计接待游客); None where it
    gives none for certain."""
    query = finder.query
    if not for_next_year(figure) or query.years != (figure.year - 1, figure.year):
        return None
    thing = re.sub("目标值?|指标", "", query.measure)
    asked = replace(
        query, years=query.years[:1], operation="value", unit=None, measure=thing, simplified=thing
    )
    own = replace(finder, query=asked, scope=replace(finder.scope, years=asked.years))
    one = own.asked().figure or own.in_other_words().figure
    if one is None or not same_unit(one.unit, figure.unit) or one.citation.report != figure.citation.report:
        return None
    return one


def _is_of(year: int, heading: str) -> bool:
    """Whether a heading is of the plans for a year, which it names or calls the next, and of nothing else."""
    named = set(map(int, _YEAR.findall(heading)))
    return intended((heading,)) and (named == {year} or (not named and _TO_COME.search(heading) is not None))

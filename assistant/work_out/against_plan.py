"""What became of a plan: 净增高新技术企业比年初计划多多少家, of one year, whose plan and whose result two reports may give;
and a year's plan set against the result of another."""

from __future__ import annotations

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.find.select import select
from assistant.match.asked import Asked
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.plans import planned
from corpus.report import Figure
from corpus.units import same_unit
from index.search import Evidence


def against_plan(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for how much more or less was done than planned, and its finder, return the answer; None where
    the plan or the result is not found for certain."""
    asked = Asked.of(measure(finder.query))
    plans: list[Evidence] = []
    results: list[Evidence] = []
    for one in finder.searched(asked.measure):
        if isinstance(one.item, Figure):
            (plans if planned(one.item) else results).append(one)
    intended, done = (select(asked, found, finder.query.unit).figure for found in (plans, results))
    if intended is None or done is None or not same_unit(intended.unit, done.unit):
        return None
    if (intended.year, intended.citation.issuer) != (done.year, done.citation.issuer):
        return None
    try:
        result = calculate.difference(intended, done)
    except calculate.CannotCalculate:
        return None
    return composer.calculated(composer.words.against_plan(intended, done), result, (intended, done))


def against_target(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question that sets what one year is to reach against what another reached, and its finder, return the answer;
    None where either is not found for certain."""
    query = finder.query
    asked, reached = measure(query), [year for year in query.years if year != query.target]
    found = finder.searched(asked)
    plans = [one for one in found if _year(one) == query.target and _is_planned(one)]
    results = [one for one in found if [_year(one)] == reached and not _is_planned(one)]
    unit = (
        "%" if query.unit in ("百分点", "个百分点") else None if query.operation == "growth" else query.unit
    )
    target, result = (select(Asked.of(asked), side, unit).figure for side in (plans, results))
    if target is None or result is None or not same_unit(target.unit, result.unit):
        return None
    after, before = (target, result) if query.target_first else (result, target)
    words, places = composer.words, composer.places
    try:
        if query.operation == "difference":
            told, worked = words.difference(before, after), calculate.difference(before, after)
        elif query.unit == "倍":
            told, worked = words.multiple(before, after), calculate.multiple(before, after, places)
        else:
            told, worked = words.growth(before, after), calculate.growth(before, after, places)
    except calculate.CannotCalculate:
        return None
    return composer.calculated(told, worked, (before, after))


def _year(one: Evidence) -> int:
    return one.item.year if isinstance(one.item, Figure) else 0


def _is_planned(one: Evidence) -> bool:
    return isinstance(one.item, Figure) and planned(one.item)

"""What became of a plan: 净增高新技术企业比年初计划多多少家, of one year, whose plan and whose result two reports may give."""

from __future__ import annotations

from assistant import calculate
from assistant.asked import Asked
from assistant.compose import Composer
from assistant.find import Finder, measure
from assistant.plans import planned
from assistant.reply import Answer
from assistant.select import select
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

"""How much of one thing comes on each of another that the question names apart, where one report counts both."""

from __future__ import annotations

from assistant import calculate
from assistant.compose import Composer
from assistant.find import Finder
from assistant.reply import Answer
from assistant.select import Selection
from corpus.report import Figure
from corpus.units import same_unit, thing


def portioned(composer: Composer, finder: Finder) -> Answer | None:
    """Given such a question and its finder, return the answer; None where either is not found for certain."""
    each, counted, shared = finder.query.portion
    if not (counted and shared):
        return None
    amount = _certain(finder.measure(shared, finder.query.unit))
    count = _certain(finder.measure(counted, each))
    if not (amount and count) or not _of_one_report(amount, count):
        return None
    if not thing(count.unit or "").startswith(each) or same_unit(amount.unit, count.unit):
        return None
    try:
        result = calculate.quotient(amount, count, composer.places)
    except calculate.CannotCalculate as reason:
        return composer.refusal(
            "not_reported", composer.words.cannot(reason.reason), citations=(amount, count)
        )
    return composer.calculated(composer.words.for_each(amount, each), result, (amount, count))


def _certain(selection: Selection) -> Figure | None:
    chosen = selection.chosen
    if chosen is None or selection.rivals or chosen.summed or len(chosen.figures) != 1:
        return None
    return chosen.figures[0]


def _of_one_report(one: Figure, other: Figure) -> bool:
    return (one.citation.report, one.year) == (other.citation.report, other.year)

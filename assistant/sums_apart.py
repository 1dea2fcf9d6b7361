"""What has no total of its own in any report (行政诉讼, of two kinds) set against itself: the sum of one year or agency against
that of another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.calculate import CannotCalculate, gap, grown, times
from assistant.candidates import Candidate
from assistant.compose import Composer
from assistant.each import Place, places_of
from assistant.find import Finder
from assistant.operate import uncalculated
from assistant.reply import Answer
from corpus.report import Figure


def between_sums(composer: Composer, finder: Finder) -> Answer | None:
    """Given a composer and a finder of a question for a difference or a growth between two years or agencies, return its
    answer where what is asked is in each of them the sum of the same parts; else None."""
    query = composer.query
    places = places_of(query)
    if query.operation not in ("difference", "growth") or len(places) != 2 or query.greater:
        return None
    found = [_summed(finder, place) for place in places]
    sums = [one for one in found if one is not None]
    if len(sums) < 2 or not any(one.summed for one in sums):
        return None
    first, second = sums if query.over == "years" else reversed(sums)
    before, after = first.figures, second.figures
    earlier, later = (_in_all(one) for one in (first, second))
    used, words = (*after, *before), composer.words
    try:
        if query.operation == "difference":
            return composer.calculated(words.difference(earlier, later), gap(before, after), used)
        if query.unit == "倍":
            result = times(before, after, composer.places)
            return composer.calculated(words.multiple(earlier, later), result, used)
        return composer.calculated(words.growth(earlier, later), grown(before, after, composer.places), used)
    except CannotCalculate as reason:
        return uncalculated(composer, used, reason)


def _in_all(candidate: Candidate) -> Figure:
    """A figure of what a candidate's figures come to, to be named."""
    total = sum((one.value for one in candidate.figures if one.value is not None), Decimal(0))
    return replace(candidate.figures[0], label=candidate.label, value=total)


def _summed(finder: Finder, place: Place) -> Candidate | None:
    """What is asked in one year and agency: the sum of parts all of which it gives, or its one figure, told in words."""
    selection = finder.in_place(place)
    chosen = selection.chosen
    if chosen is None or selection.rivals or any(one.value is None for one in chosen.figures):
        return None
    told = len(chosen.figures) == 1 and bool(chosen.label.phrase)
    return chosen if told or (chosen.summed and len(chosen.figures) > 1) else None

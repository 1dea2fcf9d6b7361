"""What has no total of its own in any report (行政诉讼, of two kinds) over years or agencies: the sums of its parts in each of
them, set against each other, put together, or given side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.calculate import CannotCalculate, average, gap, grown, times, total
from assistant.find.each import Place, places_of
from assistant.find.finder import Finder
from assistant.match.candidates import Candidate
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.work_out.operate import foremost_of, uncalculated
from corpus.report import Figure

_CHANGES = ("difference", "growth")
_OF_SEVERAL = ("sum", "average", "rank", "list", "value", "compare")


def between_sums(composer: Composer, finder: Finder) -> Answer | None:
    """Given a composer and a finder of a question over several years or agencies, return its answer where what is asked is
    in one of them at least the sum of its parts; else None."""
    query = composer.query
    places = places_of(query)
    if len(places) < 2 or query.operation not in (*_CHANGES, *_OF_SEVERAL):
        return None
    if query.operation in _CHANGES and (len(places) != 2 or query.greater):
        return None
    found = [_summed(finder, place) for place in places]
    sums = [one for one in found if one is not None]
    if len(sums) < len(places) or not any(one.summed for one in sums):
        return None
    used = [figure for one in sums for figure in one.figures]
    try:
        return _changed(composer, sums) if query.operation in _CHANGES else _of_several(composer, sums)
    except CannotCalculate as reason:
        return uncalculated(composer, used, reason)


def _changed(composer: Composer, sums: Sequence[Candidate]) -> Answer:
    """How far, or by what part, the sum of one place is above that of the other."""
    query, words = composer.query, composer.words
    first, second = sums if query.over == "years" else reversed(sums)
    before, after = first.figures, second.figures
    earlier, later = (_in_all(one) for one in (first, second))
    used = (*after, *before)
    if query.operation == "difference":
        return composer.calculated(words.difference(earlier, later), gap(before, after), used)
    if query.unit == "倍":
        result = times(before, after, composer.places)
        return composer.calculated(words.multiple(earlier, later), result, used)
    return composer.calculated(words.growth(earlier, later), grown(before, after, composer.places), used)


def _of_several(composer: Composer, sums: Sequence[Candidate]) -> Answer | None:
    """All the sums together, their mean, the greatest or least of them, or each."""
    query, words = composer.query, composer.words
    used = [figure for one in sums for figure in one.figures]
    named = [_in_all(one) for one in sums]
    what = words.label(named[0])
    if query.operation == "sum":
        return composer.calculated(words.total(what), total(used), used)
    if query.operation == "average":
        leads = words.average(what, of_agencies=len(query.issuers) == len(sums))
        return composer.calculated(leads, average(used, composer.places, len(sums)), used)
    each = [
        (words.total_in(whole), total(one.figures), one.figures)
        for whole, one in zip(named, sums, strict=True)
    ]
    if query.operation != "rank":
        return composer.calculated_each(each)
    if query.places_wanted is not None or query.ordered or not query.choose:
        return None
    return foremost_of(composer, each, named)


def _in_all(candidate: Candidate) -> Figure:
    """A figure of what a candidate's figures come to, to be named."""
    whole = sum((one.value for one in candidate.figures if one.value is not None), Decimal(0))
    return replace(candidate.figures[0], label=candidate.label, value=whole)


def _summed(finder: Finder, place: Place) -> Candidate | None:
    """What is asked in one year and agency: the sum of parts all of which it gives, or its one figure."""
    selection = finder.in_place(place)
    chosen = selection.chosen
    if chosen is None or selection.rivals or any(one.value is None for one in chosen.figures):
        return None
    return chosen if len(chosen.figures) == 1 or chosen.summed else None

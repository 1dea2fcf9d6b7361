"""Shares and rates of several years or agencies: how far one is above another, and which is the highest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.calculate import CannotCalculate, points, share
from assistant.find.each import places_of
from assistant.find.finder import Finder, measure
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.understand.measure import strip
from assistant.understand.shares import share_of
from assistant.work_out.dealt_with import completion
from assistant.work_out.operate import foremost_of
from assistant.work_out.shares import Pair, counted_as, each_scope, named, shares
from corpus.report import Figure
from corpus.units import is_rate

_SHARE_SAID = re.compile("占比|比例|比重|份额|占.{2,}的?百分比")
_POINTS = ("百分点", "个百分点")


def between_shares(composer: Composer, finder: Finder) -> Answer | None:
    """Given a composer and a finder of a question over several years or agencies, return by how many points a share in one
    is above that in the other, or the highest or lowest of them; None where the question is not for that, where a report
    gives the share itself, or where one is not found for certain."""
    query = finder.query
    places = places_of(query)
    apart = query.operation == "difference" and query.unit in _POINTS and len(places) == 2
    chosen = query.operation in ("rank", "share") and query.choose in ("most", "least")
    if len(places) < 2 or not (apart or chosen) or query.places_wanted is not None or query.ordered:
        return None
    rates = _completions(finder)
    pairs = rates or _shares(finder)
    if len(pairs) != len(places):
        return None
    pairs = [(tuple(counted_as(*pair)), pair[1]) for pair in pairs]
    whole = tuple(figure for pair in pairs for figure in (*pair[0], *pair[1]))
    try:
        called = [_named(composer, pair, of_all=bool(rates)) for pair in pairs]
        if apart:
            return _apart(composer, pairs, called)
        return _chosen(composer, pairs, called)
    except CannotCalculate as reason:
        words = composer.words
        return composer.refusal("not_reported", words.cannot(reason.reason), citations=whole)


def _apart(composer: Composer, pairs: Sequence[Pair], called: Sequence[Figure]) -> Answer:
    """By how many points the later, or the one named first, is above the other."""
    before, after = (0, 1) if composer.query.over == "years" else (1, 0)
    if composer.query.greater and (called[after].value or 0) < (called[before].value or 0):
        before, after = after, before
    result = points(pairs[before], pairs[after], composer.places)
    figures = tuple(figure for place in (after, before) for side in pairs[place] for figure in side)
    return composer.calculated(composer.words.difference(called[before], called[after]), result, figures)


def _chosen(composer: Composer, pairs: Sequence[Pair], called: Sequence[Figure]) -> Answer | None:
    """The highest or the lowest, before the others."""
    worked = [
        (composer.words.rate_in(one), share(*pair, composer.places), (*pair[0], *pair[1]))
        for pair, one in zip(pairs, called, strict=True)
    ]
    return foremost_of(composer, worked, called)


def _named(composer: Composer, pair: Pair, *, of_all: bool) -> Figure:
    """A figure of what a share comes to, called by its part and its whole."""
    part, whole = named(pair[0]), named(pair[1])
    words = composer.words
    phrase = words.completion_rate() if of_all else words.share_of(part, whole)
    label = replace(part.label, row=(), column=(), phrase=phrase)
    return replace(part, label=label, value=share(*pair, composer.places).calculation.result, unit="%")


def _completions(finder: Finder) -> list[Pair]:
    """What was dealt with of all applications on hand, in each place."""
    found = [completion(one) for one in each_scope(finder)]
    return [((one[0],), one[1:]) for one in found if one is not None]


def _shares(finder: Finder) -> list[Pair]:
    """The part and the whole that the question names, in each place."""
    query = finder.query
    if query.operation == "share":
        return shares(finder)
    if query.part:
        named = replace(query, operation="share", unit="%", simplified=query.part, part="")
        return shares(replace(finder, query=named))
    if query.language == "en" or query.measures or not _SHARE_SAID.search(measure(query)):
        return []
    told = finder.asked().chosen
    if told is not None and any(is_rate(one.unit or "") for one in told.figures):
        return []
    parts, whole, summed = share_of(measure(query))
    asked = tuple(strip(part, "share") for part in parts)
    meant = replace(
        query,
        operation="share",
        unit="%",
        measure=asked[0],
        measures=asked if len(asked) > 1 else (),
        whole=strip(whole, "share"),
        summed=summed,
    )
    return shares(replace(finder, query=meant))

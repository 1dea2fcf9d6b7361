"""Those in certain places of several things put in order: the second of them, the first three, what these come to."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import calculate
from assistant.calculate import CannotCalculate
from assistant.query import Places
from assistant.replies.compose import Composer
from assistant.reply import Answer
from corpus.report import Figure


def in_places(composer: Composer, figures: Sequence[Figure], places: Places) -> Answer:
    """Given figures of several things and the places wanted of them, return the answer with those in these places, in their
    order; it is refused where there are too few, or where a place is shared and so not one's alone."""
    ordered = calculate.ordered(figures, places.end == "most")
    start, stop = places.first - 1, places.first - 1 + places.count
    if len(ordered) < max(stop, 2):
        raise CannotCalculate("too_few")
    if any(
        ordered[edge - 1].value == ordered[edge].value for edge in (start, stop) if 0 < edge < len(ordered)
    ):
        raise CannotCalculate("shared_place")
    chosen, words = ordered[start:stop], composer.words
    if places.does == "sum" and len(chosen) > 1:
        what = " + ".join(map(words.label, chosen))
        return composer.calculated(words.total(what), calculate.total(chosen), chosen)
    if places.does == "gap" and len(chosen) == 2:
        first, second = chosen if places.end == "most" else chosen[::-1]
        return composer.calculated(
            words.gap(first, second), calculate.difference(second, first), (first, second)
        )
    return composer.figures(chosen)

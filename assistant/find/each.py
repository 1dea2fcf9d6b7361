"""One measure over several years or agencies, whose reports do not call it by the same name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.find.select import Selection
from assistant.query import Query
from assistant.words.alike import counted_alike
from assistant.words.labels import full_name, is_change
from assistant.words.terms import FULL, covered, terms
from corpus.report import Figure
from corpus.units import same_unit

_ALIKE = 0.6
"""How much of the one name the other must say."""
_WHOLE = 0.95
_HALF = 0.5
_OF_ACCOUNTS = re.compile("预算|决算|执行|支出|收入|金额|经费")
Place = tuple[str, int]
"""An agency and a year; "" for the one agency that the question leaves open."""
_SEVERAL = frozenset({"value", "difference", "growth", "sum", "average", "rank", "trend", "compare", "list"})


def each(query: Query, selection: Selection, measured: Callable[[Place], Selection]) -> Selection:
    """Given a query, what was selected for all its years and agencies together and how to select for one of them,
    return the selection with the figures of those that it lacks or has rivals in, each as it would answer alone; as it
    was where one of them would not, or counts something else."""
    places = places_of(query)
    chosen = selection.chosen
    if len(places) < 2 or query.operation not in _SEVERAL or (chosen is not None and chosen.summed):
        return selection
    kept = {} if chosen is None or selection.rivals else _by_place(query, chosen.figures)
    if kept is None or all(place in kept for place in places):
        return selection
    alone = {place: measured(place) for place in places if place not in kept}
    found = {place: _alone(selection, place) for place, selection in alone.items()}
    told = kept | {place: figure for place, figure in found.items() if figure is not None}
    whole = len(told) == len(places)
    if len(told) == len(kept) or len(told) < 2 or not (whole or (kept and len(query.issuers) < 2)):
        return selection
    figures = tuple(sorted(told.values(), key=lambda figure: figure.year))
    if not _alike(figures, query.measure):
        return selection
    best = chosen or alone[places[-1]].chosen
    return Selection(replace(best, label=figures[-1].label, figures=figures)) if best else selection


def of_pairs(query: Query, measured: Callable[[Place, str], Selection]) -> Selection:
    """Given a query that asks something of its own of each agency and year, and how that is selected, return the
    selection of all of them; of none where one is not certain, or counts something else."""
    found = [measured(place, words) for place, words in zip(query.pairs, query.of_pairs, strict=True)]
    figures = tuple(one.figure for one in found if one.figure is not None and one.figure.value is not None)
    last = found[-1].chosen
    if last is None or len(figures) < len(found) or not _counted_alike(figures):
        return Selection(near=tuple(one.chosen for one in found if one.chosen is not None))
    return Selection(replace(last, figures=figures))


def one_in_two_words(measures: Sequence[str]) -> bool:
    """Given the measures that a question names for each of several agencies, return whether they may be one thing in two
    words (民意征集 and 意见征集): not two sides or two items of accounts."""
    first, *others = measures
    alike = all(max(covered(terms(first), one), covered(terms(one), first)) >= _HALF for one in others)
    return alike and not any(map(_OF_ACCOUNTS.search, measures))


def places_of(query: Query) -> list[Place]:
    """Given a query, return each agency and year that the question is about, where it is about several of one and names them."""
    if query.pairs:
        return list(query.pairs)
    if query.over == "rows" or query.ambiguous:
        return []
    if len(query.issuers) > 1:
        return [(issuer, query.years[0]) for issuer in query.issuers] if len(query.years) == 1 else []
    return [("".join(query.issuers), year) for year in query.years] if query.over != "issuers" else []


def _by_place(query: Query, figures: tuple[Figure, ...]) -> dict[Place, Figure] | None:
    """The figures that have a value, by agency and year; None where two are of one."""
    reported = [one for one in figures if one.value is not None]
    kept = {(one.citation.issuer if query.issuers else "", one.year): one for one in reported}
    return kept if len(kept) == len(reported) else None


def _alone(selection: Selection, place: Place) -> Figure | None:
    """The one figure that answers for one agency and year, if it is certain."""
    figure, (issuer, year) = selection.figure, place
    if figure is None or figure.value is None:
        return None
    return figure if figure.year == year and issuer in ("", figure.citation.issuer) else None


def _alike(figures: tuple[Figure, ...], measure: str) -> bool:
    """Whether figures can be set side by side: in one kind of unit, all levels or all changes, of like names or of names
    that each say all that is asked."""
    first = figures[0]
    return _counted_alike(figures) and all(
        _called_alike(one, first) or all(_says(each, measure) for each in (one, first)) for one in figures
    )


def _counted_alike(figures: tuple[Figure, ...]) -> bool:
    first = figures[0]
    return all(
        (same_unit(one.unit, first.unit) or counted_alike(one.unit, first.unit))
        and is_change(one.label) == is_change(first.label)
        for one in figures
    )


def _says(figure: Figure, measure: str) -> bool:
    """Whether a figure's own name says all things that a measure names; what is done goes by many verbs."""
    things = tuple(term for term in terms(measure) if term.weight == FULL and not term.acts)
    return bool(things) and covered(things, full_name(figure.label)) >= _WHOLE


def _called_alike(one: Figure, other: Figure) -> bool:
    """Whether the shorter name of two says little that the longer does not."""
    first, second = full_name(one.label), full_name(other.label)
    return max(covered(terms(first), second), covered(terms(second), first)) >= _ALIKE

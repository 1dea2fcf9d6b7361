"""A short question that puts another thing in the place of one asked of before: after 城镇居民人均可支配收入是多少,
农村的呢 asks for the 农村居民人均可支配收入, and not for the one thing of which the report says 农村 by itself."""

from __future__ import annotations

from dataclasses import replace

from assistant.find.finder import Finder
from assistant.match.candidates import Candidate
from assistant.query import Query
from assistant.words.labels import full_name
from assistant.words.terms import ALIKE, FULL, explained, terms
from corpus.units import same_unit

_LONGEST = 8
"""The characters of a question that only names another thing."""
_TOLD = 0.6
"""How much of the label of what stands in its place the question must say."""


def exchanged(measure: str, words: str) -> tuple[str, ...]:
    """Given a measure asked before and the words of a short question, return the measure with each of its things in turn
    replaced by them."""
    if not words or len(words) > _LONGEST:
        return ()
    things = [term.word for term in terms(measure) if term.weight == FULL and not term.acts]
    return tuple(measure.replace(thing, words) for thing in things if thing not in words)


def in_place(finder: Finder) -> Query | None:
    """Given the finder of a question after another, return the question as it is meant, where just one figure beside
    the answer before says the same of the other thing."""
    query = finder.query
    before = query.answers[-1] if query.answers else ()
    if len(before) != 1 or not query.instead:
        return None
    found: dict[str, tuple[str, Candidate]] = {}
    for measure in query.instead:
        chosen = _chosen(finder, measure)
        if chosen is not None and not set(chosen.figures) & set(before):
            found.setdefault(chosen.label.text, (measure, chosen))
    if len(found) != 1:
        return None
    ((measure, chosen),) = found.values()
    beside = chosen.figures[-1]
    if not same_unit(beside.unit, before[0].unit) or beside.citation.issuer != before[0].citation.issuer:
        return None
    return replace(query, measure=measure, simplified=measure, otherwise=(), narrows="", instead=())


def _chosen(finder: Finder, measure: str) -> Candidate | None:
    """What alone answers a measure, if its own label says all of the words put in."""
    meant = replace(finder, query=replace(finder.query, simplified=measure))
    chosen = meant.measure(measure, finder.query.unit_before).certain
    if chosen is None or chosen.fit.own < _TOLD:
        return None
    if len({(one.citation.issuer, one.year) for one in chosen.figures}) < len(chosen.figures):
        return None  # one name, several things
    named = full_name(chosen.label)
    said = all(explained(term.word, named) >= ALIKE for term in terms(finder.query.narrows))
    return chosen if said else None

"""What is taught at one moment, as it applies to one question."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.taught.lessons import Lesson, Pin, Synonym, bare, plain
from corpus.report import Figure
from index.search import Scope, Searcher


@dataclass(frozen=True, slots=True)
class Pins:
    """The pins that hold for one question's scope, by measure."""

    searcher: Searcher
    by_measure: Mapping[str, Pin]

    def figures(self, measure: str, scope: Scope) -> tuple[Figure, ...]:
        """Given a measure and the scope, return the figures pinned to it in the scope, by year; none where
        nothing is pinned, or the report no longer says there what it said."""
        pin = self.by_measure.get(bare(measure))
        return pinned(self.searcher, pin, scope) if pin is not None else ()


def pinned(searcher: Searcher, pin: Pin, scope: Scope) -> tuple[Figure, ...]:
    """Given a pin and a scope, return the figures that the pin gives in it, by year."""
    found: tuple[Figure, ...]
    if pin.report is not None and pin.anchor is not None:
        if scope.report not in (None, pin.report):
            return ()
        spot = searcher.at(pin.report, pin.anchor)
        found = (spot,) if spot is not None and spot.label.text == pin.label else ()
    elif pin.indicator is not None:
        found = searcher.by_indicator(pin.indicator, scope)
    else:
        found = searcher.by_text(pin.label, scope)
    fitting = [figure for figure in found if _within(figure, pin) and _in_scope(figure, scope)]
    distinct = {(one.citation.issuer, one.year, one.value): one for one in reversed(fitting)}
    return tuple(sorted(distinct.values(), key=lambda figure: figure.year))


def _within(figure: Figure, pin: Pin) -> bool:
    return pin.issuer in (None, figure.citation.issuer) and pin.year in (None, figure.year)


def _in_scope(figure: Figure, scope: Scope) -> bool:
    ours = not scope.issuers or figure.citation.issuer in scope.issuers
    return ours and (not scope.years or figure.year in scope.years)


class Taught:
    """The lessons that hold at one moment. The newest comes last, and goes before the older ones."""

    def __init__(self, lessons: Sequence[Lesson] = ()) -> None:
        self.synonyms = tuple(one for one in lessons if isinstance(one, Synonym))
        self.pins = tuple(one for one in lessons if isinstance(one, Pin))

    def reworded(self, text: str, issuers: Collection[str], quote: bool = False) -> str:
        """Given a question, and the agencies it may be about, return it with what is taught to mean something
        else in the words it means; itself where nothing is. `quote` sets Chinese apart in English."""
        means = {one.said.lower(): one.means for one in self.synonyms if one.holds(issuers)}
        if not means:
            return text
        simplified = plain(text)
        told = re.compile("|".join(_longest_first({*means, *means.values()})), re.IGNORECASE)
        said = told.sub(lambda match: _meant(match, means, quote), simplified)
        return text if said == simplified else said

    def pins_for(self, searcher: Searcher, issuers: Collection[str], years: Collection[int]) -> Pins:
        """Given the agencies and years that a question is about, return the pins that hold for them. One for
        an agency, or a year, goes before one for all."""
        holding = [one for one in self.pins if one.holds(issuers, years)]
        holding.sort(key=lambda one: (one.issuer is not None, one.year is not None))
        return Pins(searcher, {bare(self.reworded(one.measure, issuers)): one for one in holding})


def _longest_first(words: Collection[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))]


def _meant(match: re.Match[str], means: Mapping[str, str], quote: bool) -> str:
    """What is meant already, stays: 投诉 that means 投诉举报 does not make 投诉举报举报."""
    meant = means.get(match.group().lower())
    if meant is None:
        return match.group()
    return f"“{meant}”" if quote else meant

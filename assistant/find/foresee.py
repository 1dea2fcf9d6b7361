"""Which figure a question will be answered with: its words against all that its scope holds, without a model.

Likeness of meaning only orders what fits by its words. It is taken to speak against every figure asked for here,
so that what is foreseen holds whatever the model says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.find.finder import measure
from assistant.find.select import select
from assistant.find.settle import identity, settled, sides
from assistant.match.asked import Asked
from assistant.match.candidates import key
from assistant.reply import Language
from assistant.understand.question import understand
from assistant.words.labels import leaves
from assistant.words.terms import Term, said
from corpus.doubts import Doubts
from corpus.report import Figure
from index.recent import Recent
from index.search import Evidence, Held, Scope, Searcher

_SCOPES, _QUESTIONS = 64, 8192  # kept in memory
_WORDS = 0.4  # less than any label that is accepted has of the question
_LIKE, _LIKELIER = 0.8, 0.95
"""Likenesses of a question to the figure it is made from, and to all others: as unlucky as the model ever is."""


class Content:
    """All figures of one agency and year, and what of its reports cannot all be right."""

    def __init__(self, figures: tuple[Figure, ...], doubts: Doubts) -> None:
        self.figures, self.doubts = figures, doubts
        self._texts = [f"{figure.label.text} 案件" for figure in figures]
        self._said: dict[Term, tuple[tuple[int, float], ...]] = {}
        self.disputed = frozenset(one for conflict in doubts.conflicts for one in sides(conflict))
        self._measures: dict[str, set[tuple[str, ...]]] = {}
        for figure in figures:
            self._measures.setdefault("".join(leaves(figure.label)), set()).add(key(figure.label))

    def fitting(self, asked: Asked) -> list[Figure]:
        """Given what is asked, return the figures whose labels have enough of its words to be accepted at all, so that the
        rest need no closer look."""
        much, total = [0.0] * len(self.figures), sum(term.weight for term in asked.terms)
        for term in asked.terms:
            for place, far in self._saying(term):
                much[place] += term.weight * far
        return [
            figure
            for figure, one in zip(self.figures, much, strict=True)
            if (total and one / total >= _WORDS) or asked.named(figure.label.indicator)
        ]

    def _saying(self, term: Term) -> tuple[tuple[int, float], ...]:
        """The figures whose labels say a term, by their places, and how far. Labels have few words, and questions made
        from them no others."""
        if term not in self._said:
            far = ((place, said(term, text)) for place, text in enumerate(self._texts))
            self._said[term] = tuple(one for one in far if one[1])
        return self._said[term]

    def sure(self, figure: Figure) -> bool:
        """Given one of the figures, return whether its report gives it once, under words that no other has."""
        words = "".join(leaves(figure.label))
        return identity(figure) not in self.disputed and len(self._measures[words]) == 1


@dataclass(frozen=True, slots=True)
class Moment:
    """What is held between two changes."""

    generation: int
    held: tuple[Held, ...]


class Foresight:
    """Foresees answers. Safe to share between threads; follows what any process ingests."""

    def __init__(self, searcher: Searcher, today: Callable[[], date]) -> None:
        self._searcher, self._today = searcher, today
        self._moments: Recent[int, Moment] = Recent(1)
        self._contents: Recent[tuple[int, Scope], Content] = Recent(_SCOPES)
        self._foreseen: Recent[tuple[int, str, str], bool] = Recent(_QUESTIONS)

    def moment(self) -> Moment:
        """Return what is held now."""
        generation = self._searcher.generation()
        return self._moments.get(generation, lambda: Moment(generation, self._searcher.held()))

    def content(self, moment: Moment, issuer: str, year: int) -> Content:
        """Given an agency and a year, return all that the reports held at a moment say of it."""
        scope = Scope((issuer,), (year,))
        return self._contents.get((moment.generation, scope), lambda: self._content(scope))

    def gives(self, moment: Moment, question: str, language: Language, figure: Figure) -> bool:
        """Given a question made from a figure, and its language, return whether that figure, and no other,
        answers it."""
        spot = f"{figure.citation.report}#{figure.citation.anchor}"
        known = (moment.generation, question, spot)
        return self._foreseen.get(known, lambda: self._gives(moment, question, language, figure))

    def _content(self, scope: Scope) -> Content:
        figures = self._searcher.all(scope)
        return Content(figures, self._searcher.doubts({figure.citation.report for figure in figures}))

    def _gives(self, moment: Moment, question: str, language: Language, figure: Figure) -> bool:
        query = understand(question, moment.held, today=self._today(), language=language)
        issuer, year = figure.citation.issuer, figure.year
        scope = (
            query.operation,
            query.issuers,
            query.years,
            query.measures,
            query.unknown_issuer,
            query.problem,
        )
        if scope != ("value", (issuer,), (year,), (), None, ""):
            return False
        content = self.content(moment, issuer, year)
        asked = Asked.of(measure(query), query.simplified)
        evidence = [Evidence(one, _LIKE if one is figure else _LIKELIER, 0) for one in content.fitting(asked)]
        selection = settled(select(asked, evidence, query.unit), content.doubts)
        certain = selection.certain
        return certain is not None and [identity(one) for one in certain.figures] == [identity(figure)]

"""The figures of one question: searched in its scope and selected by its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.match import CHANGE, Asked, is_change
from assistant.query import Query
from assistant.select import Selection, select
from corpus.report import Figure
from index.search import Scope, Searcher

_ALL = 400
_SHARE = "占比"


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds figures for one question within its scope."""

    searcher: Searcher
    query: Query
    scope: Scope

    def measure(self, measure: str, unit: str | None = None, years: Sequence[int] | None = None) -> Selection:
        """Given a measure in simplified Chinese, the unit expected and, where they differ from the question's,
        the years, return what is selected."""
        scope = self.scope if years is None else replace(self.scope, years=tuple(years))
        evidence = self.searcher.figures(measure, scope, _ALL)
        return select(Asked.of(measure, self.query.simplified), evidence, unit)

    def asked(self) -> Selection:
        """What the question asks, as it asks it."""
        return self.measure(measure(self.query), self.query.unit if self._levels() else None)

    def _levels(self) -> bool:
        """Whether the unit asked for is that of the figures themselves, and not of what is worked out."""
        return self.query.operation not in ("growth", "share", "rate") or self.query.unit not in ("%", "倍")

    def reported_change(self, years: Sequence[int]) -> tuple[Figure, ...]:
        """The change on the year before, where the report of the last of the years gives it itself."""
        if not years or years[-1] - years[0] > 1:
            return ()
        found = self.measure(f"{measure(self.query)}{CHANGE}", self.query.unit, years[-1:])
        if found.chosen is None or found.rivals or not is_change(found.chosen.label):
            return ()
        return found.chosen.figures

    def reported_share(self) -> tuple[Figure, ...]:
        """A share that a report gives itself, in percent."""
        found = self.measure(f"{measure(self.query)}{_SHARE}", "%")
        if found.chosen is None or found.rivals or not all(one.unit == "%" for one in found.chosen.figures):
            return ()
        return found.chosen.figures


def measure(query: Query) -> str:
    """Given a query, return its measure in simplified Chinese, whatever its language."""
    return query.simplified if query.language == "en" else query.measure

"""The figures of one question: searched in its scope and selected by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.match import CHANGE, Asked, is_change
from assistant.query import Query
from assistant.select import Selection, select
from assistant.settle import settled
from corpus.report import Figure
from index.search import Scope, Searcher

_ALL = 400
_SHARE = "占比"
_LAST_YEAR = re.compile(r"上一?年(?!结转)|上年度")


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
        selection = select(Asked.of(measure, self.query.simplified), evidence, unit)
        return settled(selection, self.searcher.doubts(_reports(selection)))

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

    def year_before(self, figure: Figure) -> Figure | None:
        """The same thing a year earlier, where the figure's own row gives it and the change beside it: only if
        last year's and the change make this year's are they counts of the same thing, whatever their heads."""
        if figure.citation.cell is None or figure.value is None or is_change(figure.label):
            return None
        row = [one for one in self._row(figure) if one.value is not None and one != figure]
        last = [one for one in row if _LAST_YEAR.search(one.label.text) and not is_change(one.label)]
        changes = [one for one in row if is_change(one.label)]
        if len(last) != 1 or len(changes) != 1 or _sum(last[0], changes[0]) != figure.value:
            return None
        return replace(last[0], year=figure.year - 1, unit=figure.unit)

    def _row(self, figure: Figure) -> list[Figure]:
        scope = Scope(report=figure.citation.report)
        found = (one.item for one in self.searcher.figures(figure.label.text, scope, _ALL))
        place = (figure.citation.block, figure.label.row)
        return [one for one in found if isinstance(one, Figure) and (one.citation.block, one.label.row) == place]

    def reported_share(self) -> tuple[Figure, ...]:
        """A share that a report gives itself, in percent."""
        found = self.measure(f"{measure(self.query)}{_SHARE}", "%")
        if found.chosen is None or found.rivals or not all(one.unit == "%" for one in found.chosen.figures):
            return ()
        return found.chosen.figures


def _reports(selection: Selection) -> set[str]:
    chosen = selection.chosen
    return {figure.citation.report for figure in chosen.figures} if chosen else set()


def _sum(one: Figure, other: Figure) -> Decimal | None:
    return None if one.value is None or other.value is None else one.value + other.value


def measure(query: Query) -> str:
    """Given a query, return its measure in simplified Chinese, whatever its language."""
    return query.simplified if query.language == "en" else query.measure

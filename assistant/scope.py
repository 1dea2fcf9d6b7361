"""Whose report, of which year: settled before anything is compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.query import Query
from corpus.report import WORK_REPORT
from index.search import Held, Scope


@dataclass(frozen=True, slots=True)
class Reach:
    """The scope a question is answered in. `issuers` and `years` are all that it lets in; `missing` the years
    asked for of which no report is held, `reviewed` those of them on which a work report of the year after looks
    back; `open` the parts that the question left open."""

    scope: Scope
    issuers: tuple[str, ...]
    years: tuple[int, ...]
    missing: tuple[int, ...] = ()
    reviewed: tuple[int, ...] = ()
    open_issuer: bool = False
    open_year: bool = False

    @property
    def all_missing(self) -> bool:
        """Whether a report is held of none of the years asked for."""
        return bool(self.missing) and len(self.missing) == len(self.years)


def reach(query: Query, held: Sequence[Held]) -> Reach:
    """Given a question understood and the reports held, return its reach.

    A year of which no report is held is still searched: another year's report may give its figure.
    """
    of_report = [one for one in held if query.report in (None, one.id)]
    issuers = query.issuers or tuple(dict.fromkeys(one.issuer for one in of_report))
    held_years = sorted({one.year for one in of_report if one.issuer in issuers})
    years = query.years or tuple(held_years)
    missing = tuple(year for year in query.years if year not in held_years)
    looked_at = {one.year - 1 for one in of_report if one.issuer in issuers and one.kind == WORK_REPORT}
    return Reach(
        Scope(query.issuers, query.years, query.report),
        issuers,
        years,
        missing,
        tuple(year for year in missing if year in looked_at),
        open_issuer=not query.issuers,
        open_year=not query.years,
    )


def held_years(held: Sequence[Held], issuers: Sequence[str]) -> tuple[int, ...]:
    """Given the reports held and agencies, return the years of which a report of any of them is held."""
    return tuple(sorted({one.year for one in held if one.issuer in issuers}))

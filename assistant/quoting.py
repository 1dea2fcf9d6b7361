"""A question that sentences answer: whose reports may say it, of which year, and whether it is two in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from assistant.find import measure
from assistant.other_years import speaks_of, year_of
from assistant.query import Query
from assistant.quote import Quotation, gathered, quotations
from assistant.scope import Reach
from assistant.wanted import Wanted, asked_apart, wanted
from corpus.report import WORK_REPORT
from index.search import Evidence, Scope, Searcher

_REPORT = re.compile("报告|報告|report", re.IGNORECASE)


def quoted(
    searcher: Searcher, query: Query, within: Reach, understood: Callable[[str], Query]
) -> list[Quotation]:
    """Given a query, its scope and a way to understand a part of it, return the quotations that answer: of each of its
    two parts where both are answered, else of the whole."""
    each = [_found(searcher, understood(part), within) for part in asked_apart(query.text)]
    found = list(dict.fromkeys(one for some in each for one in some)) if all(each) else []
    return found or _found(searcher, query, within)


def _found(searcher: Searcher, query: Query, within: Reach) -> list[Quotation]:
    wish = wanted(query.in_own_words, measure(query))
    scope, looking_back = _scope(within), _looking_back(searcher, query, within, wish)
    if looking_back:
        scope = replace(scope, years=(*query.years, query.years[0] + 1))
    evidence = _of_kind(searcher, query.simplified, gathered(searcher, wish, scope))
    if looking_back:
        year = query.years[0]
        evidence = [one for one in evidence if _of_year(searcher, one, year, looking_back, past=wish.past)]
    if within.all_missing:  # another year's report may speak of the year: its plans, its review
        evidence = [one for one in evidence if speaks_of(searcher, one, query.years)]
    return quotations(wish, evidence, searcher.report)


def _looking_back(searcher: Searcher, query: Query, within: Reach, wish: Wanted) -> frozenset[str]:
    """Whose work reports are held both of the year asked for and of the year after, which looks back on it: what happened
    in it stands there, while the first looks back on the year before. None where the question is for what a report
    says as such."""
    of_report = _REPORT.search(query.text) or any(kind.probe for kind in wish.kinds)
    if len(query.years) != 1 or query.report or of_report:
        return frozenset()
    (year,) = query.years
    held = {(one.issuer, one.year) for one in searcher.held() if one.kind == WORK_REPORT}
    return frozenset(one for one in within.issuers if {(one, year), (one, year + 1)} <= held)


def _of_year(
    searcher: Searcher, evidence: Evidence, year: int, looking_back: Collection[str], *, past: bool
) -> bool:
    """Whether a passage speaks of a year: of those whose next report looks back on it, this alone says what was done,
    and their own what was planned."""
    cited = evidence.item.citation
    if cited.issuer not in looking_back:
        return cited.year == year
    return year_of(searcher, evidence) == year and (cited.year > year or not past)


def _of_kind(searcher: Searcher, asked: str, evidence: list[Evidence]) -> list[Evidence]:
    """What stands in reports of the kind that the question names, where some of it does: 政府工作报告里说了哪些困难."""
    kinds = {one.id: one.kind for one in searcher.held() if one.kind and one.kind in asked}
    named = [one for one in evidence if one.item.citation.report in kinds]
    return named or evidence


def _scope(within: Reach) -> Scope:
    if within.all_missing:
        return replace(within.scope, years=())
    if not within.scope.years and within.years:
        return replace(within.scope, years=within.years[-1:])
    return within.scope

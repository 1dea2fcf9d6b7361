"""A question that sentences answer: whose reports may say it, of which year, and whether it is two in one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.find import measure
from assistant.other_years import speaks_of, year_of
from assistant.query import Query
from assistant.quote import Quotation, gathered, quotations
from assistant.scope import Reach
from assistant.wanted import Wanted, asked_apart, wanted
from corpus.report import WORK_REPORT
from index.search import Scope, Searcher

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
    scope = _scope(within)
    reviewed = _reviewed(searcher, query, within, wish)
    if reviewed:
        scope = replace(scope, years=(reviewed, reviewed + 1))
    evidence = gathered(searcher, wish, scope)
    if reviewed:
        evidence = [one for one in evidence if year_of(searcher, one) == reviewed]
    if within.all_missing:  # another year's report may speak of the year: its plans, its review
        evidence = [one for one in evidence if speaks_of(searcher, one, query.years)]
    return quotations(wish, evidence, searcher.report)


def _reviewed(searcher: Searcher, query: Query, within: Reach, wish: Wanted) -> int | None:
    """The year asked for, where a work report of it is held and one of the year after, which looks back on it: what
    happened in it stands there, while the first looks back on the year before. None where the question is for what
    a report says as such."""
    of_report = _REPORT.search(query.text) or any(kind.probe for kind in wish.kinds)
    if len(query.years) != 1 or len(within.issuers) != 1 or query.report or of_report:
        return None
    (year,) = query.years
    kinds = {(one.year, one.kind) for one in searcher.held() if one.issuer in within.issuers}
    return year if {(year, WORK_REPORT), (year + 1, WORK_REPORT)} <= kinds else None


def _scope(within: Reach) -> Scope:
    if within.all_missing:
        return replace(within.scope, years=())
    if not within.scope.years and within.years:
        return replace(within.scope, years=within.years[-1:])
    return within.scope

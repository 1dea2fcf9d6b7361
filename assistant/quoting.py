"""A question that sentences answer: whose reports may say it, of which year, and whether it is two in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.find import measure
from assistant.other_years import speaks_of
from assistant.query import Query
from assistant.quote import Quotation, gathered, quotations
from assistant.scope import Reach
from assistant.wanted import asked_apart, wanted
from index.search import Scope, Searcher


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
    evidence = gathered(searcher, wish, _scope(within))
    if within.all_missing:  # another year's report may speak of the year: its plans, its review
        evidence = [one for one in evidence if speaks_of(searcher, one, query.years)]
    return quotations(wish, evidence, searcher.report)


def _scope(within: Reach) -> Scope:
    if within.all_missing:
        return replace(within.scope, years=())
    if not within.scope.years and within.years:
        return replace(within.scope, years=within.years[-1:])
    return within.scope

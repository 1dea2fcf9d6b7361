"""A question that says in which work report to look, and no other year: what is worked out of what that report says of the
year that it looks back on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.query import Query
from corpus.report import WORK_REPORT
from index.search import Held

_IN_WORK_REPORT = re.compile(r"政府?工作报告|government work report", re.IGNORECASE)
_AHEAD = re.compile(
    r"目标|计划|预期|预计|规划|拟|将|力争|争取|安排|部署|今年|要|明年|未来|下一步|\b(?:will|plan|target|goal|aim|expect)",
    re.IGNORECASE,
)
"""It asks what is to be done in the year of the report itself."""
_WORKED = ("sum", "difference", "growth", "share", "rank", "average")


def looked_in(query: Query, held: Sequence[Held]) -> Query:
    """Given a query and the reports held, return it for the one report in which it says to look; where none of that year
    is held, or several are, for that year."""
    if query.paper is None or query.years or query.report is not None or query.unknown_issuer:
        return query
    named = [one for one in held if one.issuer in query.issuers and one.year == query.paper]
    if len(named) == 1:
        return replace(query, report=named[0].id, paper=None)
    return replace(query, years=(query.paper,), paper=None)


def looked_back_on(query: Query, held: Sequence[Held]) -> Query | None:
    """Given a query to which its year gave no answer and the reports held, return it for the year that the work report
    which it names looks back on; None where it names none, asks what is to be done, or wants a figure as it is."""
    if (
        len(query.issuers) != 1
        or len(query.years) != 1
        or query.operation not in _WORKED
        or query.against_last
    ):
        return None
    (year,) = query.years
    named = _IN_WORK_REPORT.search(query.text) or _IN_WORK_REPORT.search(query.simplified)
    if named is None or _AHEAD.search(query.simplified) or _AHEAD.search(query.text):
        return None
    looks_back = any(
        one.issuer == query.issuers[0] and one.year == year and one.kind == WORK_REPORT for one in held
    )
    return replace(query, years=(year - 1,)) if looks_back else None

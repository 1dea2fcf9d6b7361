"""What the reports held say of a place that has no report of its own: a district in a city's table."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.find import Finder
from assistant.query import Query
from assistant.scope import Reach
from assistant.select import Candidate
from index.search import Searcher

_BODY = re.compile("[局委厅办部会院府]$|法院|检察院|街道办事处$")
"""Bodies that report themselves: what another's report says of them is not theirs."""


def told_of(searcher: Searcher, query: Query, within: Reach) -> Candidate | None:
    """Given a query that names a place of which nothing is held, return the figure of it that one agency's report gives
    under that very name; None where there is none for certain."""
    name = query.unknown_issuer or ""
    if not name or _BODY.search(name) or query.operation not in ("value", "exists") or len(query.years) > 1:
        return None
    asked = replace(
        query, unknown_issuer=None, measure=f"{name}{query.measure}", simplified=f"{name}{query.simplified}"
    )
    found = Finder(searcher, asked, within.scope).asked()
    chosen = found.chosen
    if chosen is None or found.rivals or chosen.summed or len(chosen.figures) != 1:
        return None
    return chosen if name in "".join((*chosen.label.row, *chosen.label.column, chosen.label.phrase)) else None

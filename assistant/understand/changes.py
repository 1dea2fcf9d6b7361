"""A change that each of several agencies tells of itself: of two provinces, whose growth is asked for, each has a rate in
its own report; neither is what the other grew from."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query

_CHANGED = re.compile("增长|增加|上升|上涨|提高|下降|减少|降低|回落")
_COMPARED = re.compile("比|较|倍|差|[多高大少低小](?:出|了)?(?:多少|几|百分)")


def each_of_its_own(query: Query) -> Query:
    """Given a question understood, return it as one for the changes that the agencies' reports tell, where it asks how
    much something grew at several agencies in one year."""
    several = query.over == "issuers" and len(query.issuers) > 1 and len(query.years) == 1
    if not several or query.measures or query.pairs or not query.measure:
        return query
    if query.operation == "growth" and query.unit == "%" and not _COMPARED.search(query.simplified):
        changed = _CHANGED.search(query.simplified)
        return replace(
            query, operation="value", measure=f"{query.measure}{changed.group() if changed else '增长'}"
        )
    return query

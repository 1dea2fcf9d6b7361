"""Several agencies of one name, of which only one reports what is asked: 甲县 is the county's government and the zone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.query import Query
from assistant.reply import Answer

_MOST = 4
"""Agencies of one name that are each asked; of more, which is meant is for the one who asks to say."""


def of_the_one(query: Query, answered: Callable[[Query], Answer]) -> Answer:
    """Given a query and how one is answered, return its answer; where its name fits several agencies and nothing can be
    worked out of all of them together, that of the one agency that alone has one."""
    answer = answered(query)
    if answer.status == "answered" or query.operation == "passage" or not 2 <= len(query.ambiguous) <= _MOST:
        return answer
    others = tuple(issuer for issuer in query.issuers if issuer not in query.ambiguous)
    each = (replace(query, issuers=(*others, issuer), ambiguous=()) for issuer in query.ambiguous)
    alone = map(answered, each)
    found = [one for one in alone if one.status == "answered"]
    return found[0] if len(found) == 1 else answer

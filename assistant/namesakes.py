"""Several agencies of one name, of which only one reports what is asked: 甲县 is the county's government and the zone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.query import Query
from assistant.reply import Answer


def of_the_one(query: Query, answered: Callable[[Query], Answer]) -> Answer:
    """Given a query and how one is answered, return its answer; where its name fits several agencies and nothing can be
    worked out of all of them together, that of the one agency that alone has one."""
    answer = answered(query)
    if answer.status == "answered" or len(query.ambiguous) < 2 or query.operation == "passage":
        return answer
    others = tuple(issuer for issuer in query.issuers if issuer not in query.ambiguous)
    alone = (
        answered(replace(query, issuers=(*others, issuer), ambiguous=(), pairs=_of(query, issuer)))
        for issuer in query.ambiguous
    )
    found = [one for one in alone if one.status == "answered"]
    return found[0] if len(found) == 1 else answer


def _of(query: Query, issuer: str) -> tuple[tuple[str, int], ...]:
    """The pairs of agency and year that the name leaves, where it means the one agency; none where these are of it alone."""
    pairs = tuple(pair for pair in query.pairs if pair[0] == issuer or pair[0] not in query.ambiguous)
    return pairs if len({one for one, _ in pairs}) > 1 else ()

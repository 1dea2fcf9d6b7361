"""What a question takes from the one before it: the operation, the years and the agencies that it leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.query import Held, Operation, Query
from assistant.understand.agency_beside import COMPARES
from assistant.understand.earlier import matched
from assistant.understand.left_out import deed_of

ON_LAST_YEAR = re.compile(
    r"同比|(?:比|较|与|和|跟)(?:上一?年|去年|前一年)|year[- ]on[- ]year|(?:than|from|with|to|over) (?:the )?(?:last|previous|year before)",
    re.IGNORECASE,
)
_OVER_YEARS: frozenset[Operation] = frozenset({"rank", "trend", "sum", "average"})


def over_those_held(query: Query, held: Sequence[Held]) -> Query:
    """Given a query and what is held, return it with the years left open by a rank or a trend: those held of the agency meant."""
    if query.over != "years" or query.operation not in ("rank", "trend") or len(query.issuers) != 1:
        return query
    years = tuple(sorted({one.year for one in held if one.issuer in query.issuers}))
    every = not query.years or set(years) < set(query.years)
    return replace(query, years=years if every else query.years)


def in_same_scope(previous: Query, fresh: Query) -> Query:
    """Given the question before and a full one, return this with the agency and the year that it leaves open taken from that."""
    carried: list[str] = list(fresh.assumed)
    if previous.pairs and not (fresh.issuers or fresh.unknown_issuer or fresh.years):
        fresh = replace(fresh, pairs=previous.pairs, years=previous.years)
    if not (fresh.issuers or fresh.unknown_issuer or fresh.over == "issuers") and previous.issuers:
        fresh, carried = replace(fresh, issuers=previous.issuers), [*carried, "issuer"]
    if fresh.operation == "value" and len(fresh.years) < 2:
        deed = deed_of(fresh.measure, matched(previous)) if fresh.language != "en" else ""
        fresh = replace(fresh, otherwise=(deed,) if deed else fresh.otherwise)
    if fresh.operation == "share" and not fresh.whole:
        fresh = replace(fresh, of_last=True)
    open_years = not fresh.years and fresh.over != "years"
    alone = fresh.operation not in _OVER_YEARS or fresh.over == "rows"
    if open_years and len(previous.years) == 1 and alone:
        last = previous.years[0]
        on_last = fresh.operation in ("difference", "growth") and ON_LAST_YEAR.search(fresh.text)
        years = (last - 1, last) if on_last else previous.years
        fresh, carried = replace(fresh, years=years, against_last=bool(on_last)), [*carried, "year"]
    return replace(fresh, assumed=tuple(dict.fromkeys(carried)))


def operation_carried(previous: Query, fresh: Query) -> Operation:
    """Given the question before and what follows it, return the operation where only the scope or the measure changes."""
    if COMPARES.search(fresh.text):
        if fresh.operation in ("difference", "growth"):
            return fresh.operation
        return (
            "difference"
            if not fresh.issuers and (fresh.years or fresh.against_last or ON_LAST_YEAR.search(fresh.text))
            else "compare"
        )
    if fresh.operation != "value":
        return fresh.operation
    if len(fresh.years) == 1 and previous.operation in (*_OVER_YEARS, "list") and previous.over == "years":
        return "value"
    return "value" if previous.operation == "compare" else previous.operation


def in_scope(previous: Query, fresh: Query) -> Query:
    """Given the question before and what follows it, return this with its years and agencies: those named, beside the ones before
    where they are compared."""
    carried = list(fresh.assumed)
    compares = bool(COMPARES.search(fresh.text))
    years, issuers = fresh.years, fresh.issuers
    if fresh.operation in ("difference", "growth") and previous.years and not fresh.pairs:
        years = _two_years(previous, fresh, compares)
        carried.append("year")
    elif not years and (fresh.over != "years" or fresh.operation in ("sum", "average")):
        keeps = fresh.operation not in ("rank", "trend") or len(previous.years) > 1 or fresh.over == "rows"
        years = previous.years if keeps else ()
        carried += ["year"] * bool(years)
    if compares and issuers and fresh.operation == "compare":
        issuers = tuple(dict.fromkeys((*previous.issuers, *issuers)))
        carried.append("issuer")
    elif not issuers and not fresh.unknown_issuer and fresh.over != "issuers":
        issuers = previous.issuers
        carried += ["issuer"] * bool(issuers)
    pairs = fresh.pairs or (previous.pairs if (years, issuers) == (previous.years, previous.issuers) else ())
    over = fresh.over or ("issuers" if fresh.operation == "compare" and len(issuers) > 1 else "")
    if fresh.operation in ("difference", "growth") and len(years) > 1 and not pairs:
        over = "years"
    elif not over and fresh.operation == previous.operation:
        over = previous.over
    return replace(
        fresh,
        years=tuple(sorted(years)),
        issuers=issuers,
        pairs=pairs,
        over=over,
        against_last=fresh.against_last or bool(ON_LAST_YEAR.search(fresh.text)),
        assumed=tuple(dict.fromkeys(carried)),
    )


def _two_years(previous: Query, fresh: Query, compares: bool) -> tuple[int, ...]:
    last = previous.years[-1]
    if fresh.against_plan:
        return fresh.years or (last,)
    if ON_LAST_YEAR.search(fresh.text):
        return (last - 1, last)
    named = [year for year in fresh.years if not ("year" in fresh.assumed and year == fresh.years[-1])]
    if compares and named:
        return tuple(sorted({named[-1] if fresh.against_last else named[0], last}))
    if fresh.years:
        return fresh.years if len(fresh.years) > 1 else (fresh.years[0] - 1, fresh.years[0])
    return previous.years if len(previous.years) > 1 else (last - 1, last)

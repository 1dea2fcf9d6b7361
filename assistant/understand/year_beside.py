"""What was asked of one year put together with another year that a short question names (和2019年加起来呢), or called a multiple of
it; and a share that was asked for, set against that of another year or agency by points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.query import Held, Query
from assistant.understand.earlier import matched, named_scope
from assistant.understand.question import understand

_LEADS = re.compile(
    r"^(?:那么?|如果|要是|它|这|[，,])*(?=(?:和|跟|与|同|加上|再加上?|连同|算上|是|相当于|等于|为)(?:20)?\d\d年)"
)
_POINTS = ("百分点", "个百分点")


def year_beside(previous: Query, fresh: Query, held: Sequence[Held], today: date) -> Query | None:
    """Given the query before, what is typed next as it is understood alone, the reports held and the day, return the query that
    adds up what was asked of the year before and of the year named now, or divides the one by the other; None where the
    question names no year, or anything else."""
    if fresh.language == "en" or fresh.issuers or fresh.unknown_issuer or not previous.measure:
        return None
    if previous.measures or previous.operation not in ("value", "exists") or len(previous.years) != 1:
        return None
    lead = _LEADS.match(fresh.simplified)
    if lead is None or len(previous.issuers) != 1:
        return None
    text = f"{previous.issuers[0]}{previous.years[0]}年{fresh.simplified[lead.end() :]}"
    whole = understand(text, held, today=today)
    adds = whole.operation in ("sum", "average") or (whole.operation == "growth" and whole.unit == "倍")
    if whole.measure or not adds or len(whole.years) != 2 or previous.years[0] not in whole.years:
        return None
    if whole.operation == "growth" and max(whole.years) != previous.years[0]:
        return None  # a multiple of what came later
    return replace(
        whole,
        text=fresh.text,
        language=fresh.language,
        measure=previous.measure,
        simplified=matched(previous),
        over="years",
        assumed=tuple(dict.fromkeys(("measure", *named_scope(previous)))),
    )


def as_share(previous: Query, fresh: Query) -> str:
    """Given the query before and what is typed next, return the words for the share that was worked out before, where the
    question asks by how many points it is above another; "" where it does not."""
    given = bool(previous.answers and previous.answers[-1])  # by its report, as it is
    if previous.operation != "share" or previous.measures or fresh.language == "en" or given:
        return ""
    if fresh.operation != "difference" or fresh.unit not in _POINTS or fresh.measure:
        return ""
    return f"{previous.measure}占{previous.whole}的比例" if previous.whole else f"{previous.measure}的占比"

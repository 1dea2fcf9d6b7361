"""What was asked before in a conversation, remembered and put together: 两项合计多少, 两者相差多少."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Operation, Query

_TOGETHER = re.compile(
    r"^(?:那么?|这|那)?(?:(?P<count>[两二三四五六]|\d)(?:项|者|个|样|类|种|块|边)|它们|这些|二者|都)?(?:数字?|数据|指标)?(?:之间)?的?"
    r"(?P<asks>加起来|加在?一[起块]|合起来|合在一起|合计|总计|一共|总共|总和|之和|相加|相差|差[了多几]|差距|差额|差值)|"
    r"^(?:and )?(?:what (?:about|is|are|was|were) )?(?:both|the (?P<number>two|three|four)|these|those(?: two)?|they|all of them)?\b.{0,12}"
    r"\b(?P<english>combined|together|altogether|added up|in total|difference)\b",
    re.IGNORECASE,
)
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "two": 2, "three": 3, "four": 4}
_KEPT = 5
"""How many measures asked before are remembered."""


def together(previous: Query, fresh: Query) -> Query | None:
    """两项合计, 两者相差: what was asked last and before it, added or compared; None where nothing was."""
    match = _TOGETHER.match(fresh.text)
    if match is None or not _alone(previous) or fresh.years or fresh.issuers or fresh.unknown_issuer:
        return None
    if re.sub(r"\b(?:two|three|four|both)\b", "", fresh.measure).strip() and not match.group("count"):
        return None  # 一共多少件投诉 asks of something else
    every = tuple(dict.fromkeys((*previous.earlier, matched(previous))))
    written = match.group("count") or (match.group("number") or "").lower()
    count = _COUNTS.get(written, int(written) if written.isdigit() else len(every))
    asks = (match.group("asks") or match.group("english")).lower()
    operation: Operation = "difference" if asks.startswith(("差", "相差", "difference")) else "sum"
    measures = every[-count:]
    if count > len(every) or len(measures) < 2 or (operation == "difference" and len(measures) > 2):
        return None
    return replace(
        previous,
        text=fresh.text,
        language=fresh.language,
        measure=measures[0],
        simplified=measures[0] if fresh.language == "en" else fresh.simplified,
        measures=measures,
        operation=operation,
        unit=fresh.unit or previous.unit,
        choose="",
        whole="",
        over="",
        assumed=tuple(dict.fromkeys(("measure", *named_scope(previous)))),
    )


def remembering(previous: Query, query: Query) -> Query:
    """The query with the measures asked before it in its scope."""
    elsewhere = (query.years, query.issuers) != (previous.years, previous.issuers)
    if elsewhere or query.operation == "passage" or not _alone(previous):
        return query
    before = (one for one in (*previous.earlier, matched(previous)) if one != matched(query))
    return replace(query, earlier=tuple(dict.fromkeys(before))[-_KEPT:])


def _alone(query: Query) -> bool:
    """Whether it asks for one figure as it is, which may be added to others."""
    return bool(query.measure) and not query.measures and query.operation in ("value", "exists")


def matched(query: Query) -> str:
    """The measure as it is matched with reports."""
    return query.simplified if query.language == "en" else query.measure


def named_scope(query: Query) -> list[str]:
    return ["year"] * bool(query.years) + ["issuer"] * bool(query.issuers)

"""How an English question says that something grew or fell, is to grow or fall, or grew faster than another thing."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query

_TARGET = re.compile(r"\b(?:target\w*|goal|forecast|expect\w*|aim\w*|plan\w*)\b")
_GROWS = re.compile(r"\b(?:growth|grow|increase|rise)\b")
_SHRINKS = re.compile(r"\b(?:reduction|reduce|decrease|decline|cut)\b")
_GROWTHS = re.compile(r"\bgrowth\b|\bfaster\b[^?]*\b(?:grow|grew|rise|rose|increase|increased)\b")
_FELL = re.compile(
    r"\b(?:fall|fell|fallen|drop|dropped|decline|declined|decrease|decreased|shrink|shrank|go down|went down)\b"
)
_NAMED = re.compile("[率比]|涨幅")
"""What is said in percent by its own name."""


def with_change(query: Query, rest: str, chinese: str) -> tuple[Query, str]:
    """Given a query, the words of its measure and their Chinese, return them with what reports call the change: a target for
    growth in a thing is a figure of its 增长, and what fell is told as its 下降."""
    if query.operation == "growth" and _FELL.search(rest) and "增长" not in chinese:
        return query, f"下降 {chinese}"
    aimed = query.operation == "value" and query.unit in (None, "%") and _TARGET.search(query.text.lower())
    change = "增长" if _GROWS.search(rest) else "下降" if _SHRINKS.search(rest) else ""
    if aimed and change and change not in chinese and not _NAMED.search(chinese):
        return replace(query, unit="%"), f"{chinese} {change}"
    return query, chinese


def of_growths(query: Query, rest: str, parts: tuple[str, ...]) -> tuple[Query, tuple[str, ...]]:
    """Given a query, the words of its measure and the things that it names, return the query and the growths of two that
    are compared by points: how many points faster did A grow than B."""
    if query.unit == "百分点" and len(parts) == 2 and _GROWTHS.search(rest):
        return replace(query, operation="difference"), tuple(f"{one}增长" for one in parts)
    return query, parts

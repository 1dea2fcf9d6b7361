"""How an English question says that something grew or fell, is to grow or fall, or grew faster than another thing."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query

_TARGET = re.compile(r"\b(?:target\w*|goal|forecast|expect\w*|aim\w*|plan\w*)\b")
_GROWS = re.compile(r"\b(?:growth|grow|increase|rise)\b")
_SHRINKS = re.compile(r"\b(?:reduction|reduce|decrease|decline|cut)\b")
_GROWTHS = re.compile(r"\bgrowth\b|\bfaster\b[^?]*\b(?:grow|grew|rise|rose|increase|increased)\b")
_OUTPACED = re.compile(
    r"(?:by )?how (?:many|much) (?P<points>percentage points|percent) did (?:the )?(?P<one>[^?]*?\bgrowth\b[^?]*?) (?P<how>exceed|outpace|outstrip|surpass|outgrow|outrun|beat|top|lag(?: behind)?|trail) "
    r"(?:the )?(?P<other>[^?]+?)(?P<rest>(?: in (?:20\d\d|(?-i:[A-Z])[\w'’.-]*(?: (?-i:[A-Z])[\w'’.-]*)*))*)(?P<end>[?.]?)$",
    re.IGNORECASE,
)
"""By how many points did growth in A outpace growth in B."""
_GAINED = re.compile(
    r"^(?P<said>how many percentage points (?:did|has|have) [^?]+?) (?:gain|gained|add|added|climb|climbed|rise|risen|increase|increased|grow|grown)\b(?! faster)",
    re.IGNORECASE,
)
_ITS_GROWTH = re.compile(
    r"\b(?:growth (?:rate )?(?:of|in)(?: the)?|that (?:of|in)|growth(?: rate)?|its)\b\s*", re.IGNORECASE
)
_SETS_TARGET = re.compile(r"\b(?:target\w*|goal|plan\w*|forecast|expect\w*|20\d\d)\b", re.IGNORECASE)
_AIMED = re.compile(
    r"\b(?:the )?(?:actual(?:ly)?|real|achieved|recorded|set|(?:growth )?(?:target|goal|forecast)s?)\b(?: set| fixed)?(?: for| of)?"
)
"""Beside two years, what was reached in the one and what is to be reached in the other."""
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
        things = (" ".join(word for word in one.split() if word != "增长") for one in parts)
        return replace(query, operation="difference"), tuple(f"{one}增长" for one in things)
    return query, parts


def outpaced(text: str) -> str:
    """Given an English question, return it as one for how much faster a thing grew than another, where it asks by how much the
    growth of the one exceeded that of the other; and how many points a share gained as by how many it rose."""
    text = _GAINED.sub(r"by \g<said> rise", text)
    said = _OUTPACED.search(text)
    if said is None or _SETS_TARGET.search(said["other"]) or _SETS_TARGET.search(said["one"]):
        return text
    one, other = (_ITS_GROWTH.sub("", said[part]).strip() for part in ("one", "other"))
    if said["how"].lower().startswith(("lag", "trail")):
        one, other = other, one
    return f"{text[: said.start()]}how many percentage points faster did {one} grow than {other}{said['rest']}{said['end']}"


def of_two_years(query: Query, rest: str) -> str:
    """Given a query and the words of its measure, return these without what says that the growth of one year is what was aimed
    at, and that of the other what was reached, where points between two years are asked for."""
    if query.unit != "百分点" or len(query.years) != 2 or not _GROWS.search(rest):
        return rest
    return _AIMED.sub(" ", rest)

"""What a question says of a thing in brackets after it: of what it is the sum (甲加乙)."""

from __future__ import annotations

import re

from assistant.understand.breakdown import without_parts
from assistant.words.glossary import chinese_terms

_PLUS = re.compile(r"(?<![增参附追添更施])(?:加上?|[+＋])(?![强工值快大班盟速装热入分固密息起在到和总])")
_SPELT_OUT = re.compile(
    r"^(?P<before>.*?)(?P<thing>[^，,（(]{2,})[（(](?:即|也就是|就是|指|包括|含)?(?P<items>[^（）()]{3,30})[)）](?:的|部分)*$"
)


def spelt_out(text: str) -> tuple[str, bool]:
    """Given the words for a thing, return them with the things that a question adds up to it joined by 、, and whether it
    adds any: 拿到材料的（甲加乙） is 甲、乙. What is itself the name of something stays before each."""
    match = _SPELT_OUT.match(text)
    items = _PLUS.split(match["items"]) if match else _PLUS.split(text)
    if len(items) < 2 or any(len(one) < 2 for one in items):
        return text, False
    if match is None:
        return "、".join(items), True
    if match["before"] or without_parts(match["thing"]) != match["thing"] or _names(match["thing"]):
        return text, False
    return "、".join(items), True


def each_added(measure: str) -> tuple[str, ...]:
    """Given a measure, return the things that it says in brackets to add up, each with what stands before: 诉讼（甲加乙） is
    诉讼甲 and 诉讼乙; () where it adds nothing so."""
    match = _SPELT_OUT.match(measure)
    items = _PLUS.split(match["items"]) if match else []
    if match is None:
        items = _PLUS.split(measure)
        return tuple(items) if len(items) > 1 and chinese_terms().issuperset(items) else ()
    if len(items) < 2 or any(len(one) < 2 for one in items):
        return ()
    return tuple(f"{match['before']}{match['thing']}{one}" for one in items)


def _names(words: str) -> bool:
    """Whether words hold the name of something that reports count."""
    return any(len(term) > 3 and term in words for term in chinese_terms())

"""How much of one thing comes on each of another that the question names apart: 平均每家客运企业有多少辆客车."""

from __future__ import annotations

import re
from itertools import takewhile

import rjieba

from assistant.understand.periods import MARK
from assistant.understand.units import UNIT

_PORTION = re.compile(
    rf"(?P<whose>[^{MARK}，,。？?]*?)平均(?:下来)?每(?:(?P<deed>[一-鿿])?一)?个?(?P<each>{UNIT})"
    rf"(?P<between>[^{MARK}，,。？?]{{0,16}}?)(?:有|是|为)?(?:多少|几)个?(?:{UNIT})的?(?P<rest>[^{MARK}，,。？?]*)"
)
_THING = frozenset({"n", "nz", "nt", "nl", "ng", "vn", "b", "a", "j", "ns", "uj"})
"""Tags of the words that name a thing; at a verb begins what is done."""


def portion(text: str) -> tuple[str, str, str]:
    """Given a simplified Chinese question whose years and agencies are marked, return the measure word of the things on
    each of which something comes, their name, and the name of what is divided among them; empty where the question
    does not name both."""
    asked = _PORTION.search(text)
    if asked is None:
        return "", "", ""
    words = list(takewhile(lambda word: word[1] in _THING, rjieba.tag(asked["between"])))
    thing = "".join(word for word, _ in words)
    done = asked["between"][len(thing) :]
    counted = f"{asked['deed'] or ''}{thing}" if thing else asked["whose"]
    divided = f"{done}{asked['rest']}"
    return (asked["each"], counted, divided) if counted and divided else ("", "", "")

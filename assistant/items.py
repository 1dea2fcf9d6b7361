"""The items of a list told one after the other (一是…。二是…。), each with a heading that runs into its text, and which of
them tell of what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.likeness import AKIN, alike
from assistant.terms import ALIKE, FULL, explained
from assistant.wanted import Wanted
from corpus.sentences import Span, pieces

_HAN = "[一二三四五六七八九十]"
ITEM = re.compile(
    rf"\s*(?:{_HAN}{{1,2}}[是要]|[（(](?:{_HAN}{{1,2}}|\d{{1,2}})[)）]|\d{{1,2}}[.、．)）](?!\d)|[①-⑳]|{_HAN}{{1,2}}、|"
    rf"其{_HAN}|第{_HAN}{{1,2}}[，,、是]|首先|其次|再次|最后)"
)
"""How an item begins."""
_HEADING = 25
"""Characters of a heading that runs into its text, at most."""
_FIGURE = re.compile(r"\d")
_NUMBERED = re.compile(rf"{ITEM.pattern}\s*")


def headed(text: str, span: Span) -> Span | None:
    """Given a paragraph and the span of some sentences of it, return the span of the item that they belong to, which
    begins with its heading; None where no heading runs into the text."""
    said = pieces(text)
    starts = [n for n in range(len(said)) if _begins(text, said, n)]
    before = [n for n in starts if said[n][0] <= span[0]]
    if not before:
        return None
    first = before[-1]
    last = next((n for n in starts if n > first), len(said))
    if span[1] > said[last - 1][1] or not _is_heading(text, said, first):
        return None
    return said[first][0], said[last - 1][1]


def heading(text: str) -> str:
    """Given an item, return its heading: its first sentence."""
    return next((text[slice(*one)] for one in pieces(text)), "")


def _begins(text: str, said: Sequence[Span], place: int) -> bool:
    return place == 0 or ITEM.match(text[slice(*said[place])]) is not None


def _is_heading(text: str, said: Sequence[Span], place: int) -> bool:
    """Whether a sentence is short, gives no figure, and is followed by what it is the heading of."""
    if place + 1 == len(said) or (place and _begins(text, said, place + 1)):
        return False
    one = text[slice(*said[place])]
    return len(one) <= _HEADING and one.endswith("。") and not _FIGURE.search(_NUMBERED.sub("", one, count=1))


def telling(wanted: Wanted, items: Sequence[str], own: str, above: str) -> list[str]:
    """Given what is wanted, the items of a list, the one that answers and what stands above them all, return the items that tell of what is
    asked, where this is one thing of several: 一是抓供水。二是抓防汛。 All of them where what stands above says it, or
    where the others tell of it no less than that one."""
    asked = [term.word for term in wanted.topic if term.weight == FULL]
    apart = [word for word in asked if explained(word, above) < ALIKE]
    if not apart or any(explained(one, above) >= ALIKE for one in (*wanted.foci, asked[-1])):
        return list(items)
    least = sum(alike(word, own) for word in apart) - AKIN
    return [one for one in items if one == own or sum(alike(word, one) for word in apart) > least]

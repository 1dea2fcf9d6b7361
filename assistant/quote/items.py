"""The items of a list told one after the other (一是…。二是…。), each with a heading that runs into its text, and which of
them tell of what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.quote.wanted import Wanted
from assistant.words.likeness import AKIN, alike
from assistant.words.terms import ALIKE, FULL, explained
from corpus.sentences import Span, pieces, trimmed

_HAN = "[一二三四五六七八九十]"
ITEM = re.compile(
    rf"\s*(?:{_HAN}{{1,2}}[是要]|[（(](?:{_HAN}{{1,2}}|\d{{1,2}})[)）]|\d{{1,2}}[.、．)）](?!\d)|[①-⑳]|{_HAN}{{1,2}}、|"
    rf"其{_HAN}|第{_HAN}{{1,2}}[，,、是]|首先|其次|再次|最后)"
)
"""How an item begins."""
BRACKET = re.compile(r"[（(](?:责任|牵头|配合|主办|承办|协办|分管)[^（）()：:]{0,10}[：:][^（）()]*[）)]\s*")
"""Who is charged with what the sentence before says."""
_DEPTHS = tuple(
    re.compile(rf"\s*(?:{one})")
    for one in (f"{_HAN}{{1,2}}、", f"[（(]{_HAN}{{1,2}}[)）]", r"\d{1,2}[.、．]", r"[（(]?\d{1,2}[)）]")
)
"""How headings are numbered, from the highest down."""
_RUN_IN = re.compile(rf"\s*{_HAN}{{1,2}}、[^。；;，,：:（(]{{2,30}}(?=[（(]{_HAN})")
"""A heading that the next below it runs into: 二、工作计划（一）在加强监管上发力。"""
_HEADING = 25
"""Characters of a heading that runs into its text, at most."""
_FIGURE = re.compile(r"\d")
_NUMBERED = re.compile(rf"{ITEM.pattern}\s*")


def told(text: str) -> list[Span]:
    """Given a paragraph, return its sentences, what stands in brackets after one with it: ….（责任处室：法规处）（四）…."""
    found: list[Span] = []
    for start, end in pieces(text):
        if found and (bracket := BRACKET.match(text, start, end)):
            found[-1] = (found[-1][0], trimmed(text, bracket.span())[1])
            start = bracket.end()
        if start < end:
            found.append((start, end))
    return found


def depth(text: str) -> int:
    """Given a text that begins with an item, return how deep the item stands, by how it is numbered: 三、 is above （二）,
    that above 1., and all above 一是."""
    text = _RUN_IN.sub("", text, count=1)
    return next((n for n, one in enumerate(_DEPTHS) if one.match(text)), len(_DEPTHS))


def headed(text: str, span: Span) -> Span | None:
    """Given a paragraph and the span of some sentences of it, return the span of the item that they belong to, which
    begins with its heading; None where no heading runs into the text."""
    said = told(text)
    starts = [n for n in range(len(said)) if _begins(text, said, n)]
    before = [n for n in starts if said[n][0] <= span[0]]
    if not before:
        return None
    return _item(text, said, starts, before[-1], span)


def holding(text: str, span: Span) -> list[Span]:
    """Given a paragraph and the span of some sentences of it, return the spans of the items that they belong to, each
    with a heading that runs into its text, the innermost first: that of 一是…, then that of （二）… above it."""
    said = told(text)
    starts = [n for n in range(len(said)) if _begins(text, said, n)]
    found: list[Span] = []
    above = len(_DEPTHS) + 1
    for first in reversed([n for n in starts if said[n][0] <= span[0]]):
        level = depth(text[said[first][0] :])
        if level < above:
            above = level
            item = _item(text, said, starts, first, span)
            found += [item] if item else []
    return found


def _item(text: str, said: Sequence[Span], starts: Sequence[int], first: int, span: Span) -> Span | None:
    """The span of the item that begins at a sentence, where some sentences lie in it and it has a heading: up to the next
    that stands no deeper."""
    level = depth(text[said[first][0] :])
    last = next((n for n in starts if n > first and depth(text[said[n][0] :]) <= level), len(said))
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
    if place + 1 == len(said):
        return False
    if place and _begins(text, said, place + 1) and not _deeper(text, said, place):
        return False
    return _is_short(_RUN_IN.sub("", text[slice(*said[place])], count=1))


def is_heading(sentence: str) -> bool:
    """Given a sentence, return whether it is the heading of an item: 二是截污稳步实施。"""
    return ITEM.match(sentence) is not None and _is_short(sentence)


def _is_short(sentence: str) -> bool:
    bare = _NUMBERED.sub("", sentence, count=1)
    return len(sentence) <= _HEADING and sentence.endswith("。") and not _FIGURE.search(bare)


def _deeper(text: str, said: Sequence[Span], place: int) -> bool:
    """Whether the item that the next sentence begins stands below that of a sentence."""
    return depth(text[said[place + 1][0] :]) > depth(text[said[place][0] :])


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

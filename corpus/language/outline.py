"""The numbering of headings and row labels: 第一章, 一、, （一）, 1., （1）, ①, and 1.2."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN = "[一二三四五六七八九十百零〇]{1,4}"

# From the widest to the narrowest, as official writing (GB/T 9704) nests them. No heading opens 一、二、三产业增加值.
_STYLES: tuple[tuple[str, str], ...] = (
    ("第一部分", rf"第({_HAN}|\d{{1,2}})部分[、：:\s]*"),
    ("第一章", rf"第({_HAN}|\d{{1,2}})[章编篇][、：:\s]*"),
    ("第一节", rf"第({_HAN}|\d{{1,2}})节[、：:\s]*"),
    ("一、", rf"({_HAN})[、.．](?!{_HAN}(?:、|产业))\s*"),
    ("（一）", rf"[（(]\s*({_HAN})\s*[）)][、.．]?\s*"),
    ("1.", r"(\d{1,2})(?:[、．]|[.](?!\d))\s*"),
    (
        "1.1",
        r"((?:\d{1,2}[.．]){1,3}\d{1,2})(?![\d%％.年月日万亿个条件])(?!\s*(?:[万亿]{0,2}元|[%％]|个?百分点))[\s、]+(?=.*[^\W\d_])",
    ),
    ("（1）", r"[（(]\s*(\d{1,2})\s*[）)][、.．]?\s*"),
    ("1）", r"(\d{1,2})[）)]\s*"),
    ("①", r"([①-⑳])\s*"),
)
RANK = {name: rank for rank, (name, _) in enumerate(_STYLES)} | {"一是": len(_STYLES)}
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _STYLES)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the head of a text: its style, the number itself, and where it ends."""

    style: str
    ordinal: int
    end: int

    @property
    def rank(self) -> int:
        return RANK[self.style]


def ordinal(text: str) -> int:
    """Given 十二, 12, ⑫ or 1.2, return the number (of 1.2 the last part); 0 if it is none."""
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if text[-1].isdecimal():  # of any width: ３、 goes on 2、
        return int(re.split(r"[.．]", text)[-1])
    return _han(text)


def _han(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def mark(text: str, start: int = 0) -> Mark | None:
    """Given a text, return the number it has at `start`, or None."""
    for name, pattern in _PATTERNS:
        if (found := pattern.match(text, start)) is not None:
            number = ordinal(found[1])
            return Mark(name, number, found.end()) if number else None
    return None

"""Words that ask, typed wrongly: 都少, 多少此, 多少偏, 坐了几件."""

from __future__ import annotations

import re
from collections.abc import Collection

import rjieba

from assistant.understand.sound import in_word, readings
from assistant.understand.typing_errors import Correction
from assistant.understand.units import UNIT

_ASKS = re.compile("多少|几|哪|什么|谁|吗|怎|为何")
_HOW_MANY = re.compile(rf"(?<![最更较])(?:[都朵]少|多[小绍烧])(?=$|[，,。？?]|钱|[万亿]|{UNIT})")
_HOW_FEW = re.compile(rf"[己级及](?={UNIT})")
_COUNTED = re.compile("多少|几")
_DID = re.compile("(?P<verb>[\u4e00-\u9fff])了(?=多少|几)")
_PAID = re.compile("(?P<must>[要该得])[教叫](?=多少|几)")
"""Typed for what is to be paid: 要教多少元."""
_VERBS = "做办发收开花建修查罚"
_WORD = re.compile("[\u4e00-\u9fff]{1,2}")
_MONEY = "钱"
_SAID = frozenset((_MONEY, *"百千万亿"))


def misasked(text: str, units: Collection[str]) -> tuple[Correction, ...]:
    """Given a question in simplified Chinese and the units of the figures it may ask for, return its words of asking that
    are typed wrongly."""
    found: list[Correction] = []
    if not _ASKS.search(text):
        found += [Correction(match.group(), "多少") for match in _HOW_MANY.finditer(text)]
        found += [Correction(match.group(), "几") for match in [*_HOW_FEW.finditer(text)][-1:]]
    for match in _COUNTED.finditer(text):
        found += _unit(match.group(), text[match.end() :], units)
    for match in _DID.finditer(text):
        found += _verb(match["verb"], text[: match.end()])
    found += [Correction(match.group(), f"{match['must']}交") for match in _PAID.finditer(text)]
    return tuple(found)


def _unit(asks: str, rest: str, units: Collection[str]) -> list[Correction]:
    """The measure word after 多少 or 几, where what stands there is a word of no other use that sounds like it."""
    typed = next(iter(rjieba.cut(rest, False)), "")
    if not _WORD.fullmatch(typed) or typed in {*_SAID, *units} or re.match(UNIT, rest):
        return []
    heard = readings(typed)
    fits = {
        unit
        for unit in {*units, _MONEY}
        if len(unit) == len(typed) and all(map(frozenset.__contains__, heard, in_word(unit)))
    }
    return [Correction(asks + typed, asks + fits.pop())] if len(fits) == 1 else []


def _verb(typed: str, before: str) -> list[Correction]:
    """A common verb before 了, where another character of its sound stands by itself: 坐了几件."""
    if typed in _VERBS or [*rjieba.cut(before, False)][-2:-1] != [typed]:
        return []
    fits = [verb for verb in _VERBS if readings(verb)[0] & readings(typed)[0]]
    return [Correction(f"{typed}了", f"{fits[0]}了")] if len(fits) == 1 else []

"""The years an English question speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from assistant.understand.periods import MARK, Hidden, Period

_Y = r"(?<![\d.])((?:1[89]|2[0-9])\d\d)(?![\d.]*\d)"
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_PLANS = {
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
}
_EVERY = re.compile(
    r"\b(?:over the years|through the years|each year|every year|per year|by year|year by year|year on year|in all years|all years|which year|what year|in recent years|annually)\b",
    re.IGNORECASE,
)
_LAST = r"(?:the )?(?:previous|prior|preceding|last) year|(?:the )?year before(?! last)"
_AGAINST = re.compile(
    rf"\b(?:than|from|over|compared (?:with|to)|versus|vs\.?|against|relative to|on) (?:in )?(?:{_LAST})|year[- ]on[- ]year|year[- ]over[- ]year|\byoy\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"\b(?:carr(?:y|ied)[ -]?(?:over|forward)|carryover|brought forward|left(?: over)?|outstanding) "
    rf"(?:from (?:{_LAST})|(?:in)?to (?:the )?(?:next|following) year)\b",
    re.IGNORECASE,
)
"""Words of the national forms that sound like years but are labels."""
_OF_REPORT = re.compile(
    rf"\b(?:according to|as per|per|in|from|by) (?:(?:the|its|their|\w+['’]s) )*{_Y} (?:[a-z]+ ){{0,4}}?report\b",
    re.IGNORECASE,
)
"""Beside an earlier year, the report that tells of it: GDP growth in 2025, according to the 2026 report."""
_YEAR_BEFORE_REPORT = re.compile(
    rf"\b(?:last year|(?:in )?the (?:previous|past) year)\b(?=.*{_OF_REPORT.pattern})", re.IGNORECASE
)
"""The year that a report tells of: last year, according to the 2026 report."""
_SAME_YEAR = re.compile(
    rf"(?:\bin )?\b(?:last|this|the (?:past|current)) year,? [(]?(?:that is,? |i\.?e\.?,? |namely )?{MARK}[)]?|{MARK},? [(]?(?:last|this) year\b[)]?",
    re.IGNORECASE,
)
"""A year said in words and in digits at once: last year (2024)."""
_COUNTS = re.compile(r"\bhow (?:much|many)\b|\bpercent|\bgr[oe]w(?:th|n)?\b|\brate\b", re.IGNORECASE)
"""A figure is asked for: it is found by its own year, and a passage by that of its report."""
_INTO_YEAR = re.compile(rf"\bcarr(?:y|ied)[ -]?(?:over|forward) (?:in)?to {_Y}", re.IGNORECASE)


def find(text: str, today: date, held: Sequence[int]) -> Period:
    """Given an English question in lower case and the years held, return its years and the text without them."""
    hidden = Hidden()
    text = _YEAR_BEFORE_REPORT.sub(lambda match: f"in {int(match[1]) - 1}", text)
    said = sorted(set(re.findall(_Y, text)))
    if len(said) > 1:
        if _COUNTS.search(text):
            text = _OF_REPORT.sub(lambda match: MARK if match[1] > said[-2] else match[0], text)
        text = _INTO_YEAR.sub("carried over to the next year", text)
    text = _LABEL.sub(hidden.hide, text)
    years: set[int] = set()
    year, latest = today.year, max(held, default=today.year - 1)

    def take(pattern: str, value: Callable[[re.Match[str]], Iterable[int]]) -> None:
        nonlocal text
        for match in re.finditer(pattern, text, re.IGNORECASE):
            years.update(value(match))
        text = re.sub(pattern, MARK, text, flags=re.IGNORECASE)

    to = r"\s*(?:-|–|—|~|to|through|until|till|up to)\s*"
    take(rf"\b(?:from |between |during )?{_Y}{to}{_Y}", lambda m: _span(int(m[1]), int(m[2])))
    take(rf"\bbetween {_Y} and {_Y}", lambda m: _span(int(m[1]), int(m[2])))
    take(rf"\b(?:from |during )?{_Y}[-–](\d\d)\b", lambda m: _span(int(m[1]), int(m[1][:2] + m[2])))
    take(rf"\bsince {_Y}", lambda m: _span(int(m[1]), max(latest, int(m[1]))))
    take(rf"\bbefore {_Y}", lambda m: [y for y in held if y < int(m[1])] or [int(m[1]) - 1])
    take(r"\b(?:the )?(\w+)(?:th)? five[- ]year plan(?: period)?", lambda m: _plan(m[1]))
    against = bool(_AGAINST.search(text))
    take(
        rf"\b(?:in |during |for |by |at |of |as of |through )?(?:the )?(?:end of |fiscal |financial |calendar |year |fy ?)*{_Y}(?:'s)?",
        lambda m: [int(m[1])],
    )
    if against and years:
        take(rf"\b(?:{_LAST})\b|\byear[- ]o(?:n|ver)[- ]year\b|\byoy\b", lambda _: [min(years) - 1])
    take(
        r"\b(?:in |over |during |for )?(?:the )?(?:last|past|previous|recent) (\w+) years\b",
        lambda m: range(year - _count(m[1]), year),
    )
    if years:
        text = _SAME_YEAR.sub(MARK, text)
    else:
        take(r"\b(?:in |during )?(?:the )?year before last\b", lambda _: [year - 2])
        take(rf"\b(?:in |during )?(?:{_LAST})\b", lambda _: [year - 1])
        take(r"\b(?:in |during )?(?:this|the current) year\b|\byear to date\b", lambda _: [year])
        take(r"\b(?:in |during )?next year\b", lambda _: [year + 1])
    every = bool(_EVERY.search(text)) and not years
    text = _EVERY.sub(MARK, text)
    if every:
        years.update(held)
    if against and len(years) == 1:
        years.add(min(years) - 1)
    return Period(tuple(sorted(years)), hidden.shown(text), every, against)


def _span(first: int, last: int) -> range:
    low, high = sorted((first, last))
    return range(low, min(high, low + 60) + 1)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 0)


def _plan(word: str) -> list[int]:
    number = int(re.sub(r"\D", "", word)) if re.match(r"\d", word) else _PLANS.get(word.lower(), 0)
    return list(range(1981 + 5 * (number - 6), 1986 + 5 * (number - 6))) if number > 5 else []

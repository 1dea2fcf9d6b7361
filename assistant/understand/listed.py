"""Questions that add up what they name one by one: A、B和C三类一共多少件, 把A和B加起来是多少."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.query import Listed
from assistant.understand.joined import INSIDE, shielded, unshielded
from assistant.understand.numerals import number
from assistant.understand.operations import SUM
from assistant.understand.periods import MARK
from assistant.understand.units import UNIT

_APART = re.compile("、|以及|还有|[和与及跟]|加上?(?![起在一总和个])(?=[\u4e00-\u9fff]{2})")
_CLAUSES = re.compile("[，,](?:和|与|及|跟|以及|还有|加上|再加上?)")
"""Between two things of which each may itself be told with an 和."""
_COUNT = re.compile(
    rf"(?:[这那])?(?P<count>[两二三四五六七八九十]|\d{{1,2}})大?(?:个|{UNIT}|种|类|块|样)(?:领域|方面|渠道|方式|部分|门类|类别)?"
)
_BEGIN = re.compile(rf"(?:[{MARK}，,：:的把将](?:在(?=[^在]*$))?|{INSIDE})(?=[^{MARK}，,：:的把将]+$)")
_ENDS = re.compile(rf"[，,{MARK}的]|{SUM.pattern}|{_COUNT.pattern}|多少|几|各|分别|都")
_NAME = re.compile(r"[\u4e00-\u9fff“”《》（）A-Za-z]{2,}")
_LEAST_SHARED = 2
_QUOTES = re.compile("[“”]")


def listed(text: str, strip: Callable[[str], str]) -> Listed | None:
    """Given a simplified Chinese question whose years and agencies are marked, and what takes the question words from
    a part of it, return the things that it names to be added up; None where it names them not one by one, or not as
    many as it says."""
    clauses = _CLAUSES.split(text)
    pieces = clauses if len(clauses) > 1 else _APART.split(shielded(text))
    if len(pieces) < 2:
        return None
    first, *between, last = map(unshielded, pieces)
    if first.endswith("的") and re.match("[^，,的]+的(?:[，,]|$)", last):
        first = first.removesuffix("的")  # 队伍，综合性的加上专业性的
    begin = _BEGIN.search(first)
    head, first = (first[: begin.end()], first[begin.end() :]) if begin and len(clauses) < 2 else ("", first)
    end = _end(first, last) if len(clauses) < 2 else len(re.split("[，,]", last)[0])
    last, tail = last[:end].strip(f"{MARK} "), last[end:]
    items = tuple(one.strip(f"{MARK} ") for one in (first, *between, last))
    if len(set(items)) < len(items) or not all(map(_NAME.fullmatch, items)):
        return None
    counted = _COUNT.search(tail)
    if counted and counted.start() < 2:
        if number(counted["count"]) != len(items):
            return None
        tail = tail[counted.end() :]
    return Listed(items, strip(_QUOTES.sub("", f"{head}{MARK}{tail}")))


def _end(first: str, last: str) -> int:
    """Where the last of the things ends: with what its name has in common with that of the first, or before what is said of
    all of them."""
    for size in range(len(first) - 1, _LEAST_SHARED - 1, -1):
        place = last.find(first[-size:])
        if place > 0:
            return place + size
    end = _ENDS.search(last, 1)
    return end.start() if end else len(last)

"""What five years brought, in a report that looks back on the last one too: 五年来累计改造老旧小区5742个 are not those of
the year, of which the same report gives its own number in the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.language.divided import Named
from corpus.language.grammar import COMPARISON, GROWN_FROM, acts, starts_with_verb
from corpus.language.periods import years

SPAN = 5
OVER = "五年"
"""In a phrase: the number is of five years."""
_PLAN = "“?十[一二三四]五”?"
_OPENS = re.compile(
    rf"^[\s—–\-]*(?:[（(]?(?:[一二三四五六七八九十]|\d){{1,3}}[）)、.．])?(?:回顾|回望)?(?:(?:这|过去|过去的|刚刚?过去的|近|最近)五年|五年[来间]|{_PLAN}(?:时期|期间|以来))"
)
_OTHER_TIME = re.compile(r"20\d\d|一年|去年|收官之年|[今未]")
"""In what opens a paragraph or heads it: it is of another time, or not of five years alone."""
_ONE_YEAR = re.compile(
    r"^[\s—–\-]*(?:回顾|回望)?(?:(?:刚刚?|已经?|即将)过去的?(?:20\d\d年|一年)|过去(?:的20\d\d年|的?一年)|一年来)"
)
"""How a paragraph opens that tells what the last year brought, though it stands under a heading of five years."""
_NAMED_AFTER = re.compile(r"[\s—–\-]*(?:这|过去)是[^。；;\d]{0,40}的五年[。：:；;]?\s*")
"""A line of its own that says of the years what the paragraph below it tells: 这是综合实力不断增强的五年。"""
_ENDS = re.compile(r"[。！？!?：:；;”）)]\s*$")
_ITEM = re.compile(r"\s*[—–]{1,3}")
_SAID = re.compile(rf"五年来|{_PLAN}(?:时期|期间)[^。]*五年")
_INTRODUCES = 90
"""In how many characters a paragraph says that the items below it, each after a dash, are of five years."""
_LEVEL = re.compile(r"(?:[到达至为占居]|(?:稳定|保持|控制|维持)在)[^，,；;。\d]{0,2}$")
"""Before a number: how things stood at the end of the years, and not what was done in them."""
_TOGETHER = re.compile(r"累计[^，,；;。]*$")
_BEFORE = re.compile(f"{GROWN_FROM}$")
_NOT_DONE = re.compile(rf"{OVER}|年均|{_BEFORE.pattern}")
"""In a name: it says of what time it is, or how things were before."""
_SAID_AGAIN = re.compile(rf"[5五]年来?(?=(?:累计)?(?:{COMPARISON})$)")
_CHANGE = re.compile(rf"(?:{COMPARISON})$")


def over_five_years(path: Sequence[str], text: str, before: Sequence[str] = ()) -> bool:
    """Given the headings of a paragraph, its text and those of the paragraphs above it under the same heading, return
    whether it tells what five years brought."""
    if _ONE_YEAR.match(text):
        return False
    if any(_OPENS.match(one) and not _OTHER_TIME.search(one) for one in (text[:12], *path[-1:])):
        return True
    whole = len(before)
    while whole and not _ENDS.search(before[whole - 1]):
        whole -= 1  # a line broken within a sentence: the paragraph begins further up
    if whole and _NAMED_AFTER.fullmatch(before[whole - 1]):
        return True
    above = next((one for one in reversed(before) if not _ITEM.match(one)), "") if _ITEM.match(text) else ""
    return _SAID.search(above[:_INTRODUCES]) is not None


def of_five_years(sentence: str, named: Named, year: int) -> Named:
    """Given a sentence that tells what five years brought, one of its numbers and its report's year, return the number,
    its name saying so (五年来改造老旧小区) where it counts what was done in them."""
    before, phrase = sentence[: named.mention.start], named.phrase
    done = acts(phrase) or starts_with_verb(phrase) or _TOGETHER.search(before) or _CHANGE.search(phrase)
    level = (_LEVEL.search(before) or _LEVEL.search(phrase)) and not _TOGETHER.search(before)
    if not done or level or _NOT_DONE.search(phrase) or years(before, year):
        return named
    own = f"{OVER}来{_SAID_AGAIN.sub('', named.own)}" if named.own else ""
    return replace(named, own=own, whole=named.whole if own else f"{OVER}来{named.whole}")


def at_their_beginning(named: Named, year: int, report_year: int) -> bool:
    """Given a number of such a sentence, its year and its report's, return whether it is what something was before the
    five years, though no year says so: 由1.68%提高到2.05%."""
    return _BEFORE.search(named.phrase) is not None and year >= report_year - 1

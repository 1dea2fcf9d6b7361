"""The items of budgets and accounts (住房保障支出, 公务接待费): what a text says of one is not said of another."""

from __future__ import annotations

import re
from functools import cache

from assistant.words.glossary import chinese_terms
from assistant.words.terms import explained

_ITEM = re.compile(r".{1,}(?:支出|收入|经费|费|拨款|补贴|补助)")
_MARKS = re.compile(r"[“”\"（）()]")
_SAID = 0.7
"""How much of an item's name a text must say: 公务用车购置及运行费 is said by 公务用车购置及运行维护费."""


@cache
def _items() -> re.Pattern[str]:
    names = {name for term in chinese_terms() if len(name := plain(term)) > 2 and _ITEM.fullmatch(name)}
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


def named(text: str) -> tuple[str, ...]:
    """Given a text in simplified Chinese, return the items that it names, in their order."""
    return tuple(_items().findall(plain(text)))


def speaks_of(item: str, text: str, before: str, headings: str) -> bool:
    """Whether a text speaks of an item: it names the item, or what stands before it in its paragraph named that last, or,
    where neither names any, its headings do."""
    if explained(item, plain(text)) >= _SAID:
        return True
    earlier = named(before)
    if earlier:
        return earlier[-1] == item
    return explained(item, plain(headings)) >= _SAID


def plain(text: str) -> str:
    """Given a text, return it without the marks around and within the names of items: “三公”经费."""
    return _MARKS.sub("", text)

"""What an English question counts in: how many batches of, how many minutes, how much money, in yuan."""

from __future__ import annotations

import re

_COUNTED = {
    "batch(?:es)?": "批", "rounds?": "期", "issues?": "期", "editions?": "期", "sessions?": "场", "pieces?": "件", "items?": "件",
    "copies": "份", "sets?": "套", "cases?": "件", "entries": "条", "instances?": "次", "kinds?": "种", "types?": "种",
    "kilomet(?:re|er)s?|km": "公里", "square kilomet(?:re|er)s?": "平方公里", "square met(?:re|er)s?": "平方米", "hectares?": "公顷", "mu": "亩",
    "tonn?es?": "吨", "minutes?": "分钟", "hours?": "小时", "households?": "户", "percentage points?": "百分点",
    "working days?|workdays?": "工作日",
}  # fmt: skip
_ANY = frozenset({"件", "条", "份"})
"""What pieces, cases and entries are, which reports count in many words."""
_SIZES = frozenset(
    {"公里", "平方公里", "平方米", "公顷", "亩", "吨", "分钟", "小时", "户", "百分点", "工作日"}
)
"""Units that tell what is measured; measure words of things need not be the report's own."""
_HOW_MANY = re.compile(
    rf"\bhow many (?:(?:more|fewer|less|new|additional|extra) )?(?P<unit>{'|'.join(sorted(_COUNTED, key=len, reverse=True))})\b(?P<of> of\b| (?:on|about)\b(?! ?time))?"
)
_IN = re.compile(
    rf"\bin (?P<unit>{'|'.join(pattern for pattern, unit in _COUNTED.items() if unit in _SIZES)})\b(?= *(?:[?.,]|$))"
)
_PEOPLE = re.compile(r"\bhow many people\b")
_THINGS = re.compile(
    r"\bhow many\b(?! (?:\w+ )?(?:days|weeks|months|years|degrees|decibels|points|square|cubic)\b)"
)
"""Whatever they are counted in, they are counted: no money, and no share."""
_CURRENCY = re.compile(
    r"\b(?P<hundred>(?:100|(?:a |one )?hundred) million (?:yuan|rmb))|(?P<ten>(?:10[, ]?000|ten[- ]thousands?(?: of)?|tens of thousands of) (?:yuan|rmb))|(?P<one>(?<!-)\byuan\b|\brmb\b|\brenminbi\b)"
)
_MONEY = re.compile(
    r"\bhow much (?=(?:money|cash|did|do|does|was|were|is|are|will|would|has|had|have|went|goes|of)\b)(?:.*?)"
    r"\b(?:money|cash|spen[dt]|spends|spending|spent|budget\w*|set aside|setting aside|put aside|allocat\w+|earmark\w*|allot\w*|appropriat\w+|collect(?:ed)?|levied|fees?|charges?|charged|fines?|"
    r"costs?|pay|pays|paid|expens\w+|expenditure|revenue|income|fund(?:s|ed|ing)?|procure\w*|subsid\w+|worth|take in|took in|bring in|raise|reserved?|devoted?)\b"
)
_BUDGETS = re.compile(
    r"\b(?:budget\w*|spen[dt]|spending|spent|expens\w+|expenditure|earmark\w*|allot\w*|allocat\w+|set aside|put aside|appropriat\w+|costs?|pay for|paid for|how much money|yuan|outlay)\b"
)
_PHYSICAL = re.compile(
    r"\bhow much (?:waste|water|land|grain|electricity|power|area|space|coal|gas|time|longer|of an?)\b"
)


def expected(text: str) -> str | None:
    """Given an English question in lower case, return the unit that its figures have, or None. "元" stands for
    money of any order."""
    currency = _CURRENCY.search(text)
    if currency:
        return {"hundred": "亿元", "ten": "万元", "one": "元"}[str(currency.lastgroup)]
    counted = _HOW_MANY.search(text)
    if counted:
        unit = _unit_of(counted["unit"])
        return unit if unit in _SIZES or (counted["of"] and unit not in _ANY) else None
    measured = _IN.search(text)
    if measured:
        return _unit_of(measured["unit"])
    if _PEOPLE.search(text):
        return "人"
    return "元" if _MONEY.search(text) and not _PHYSICAL.search(text) else None


def counts(text: str) -> bool:
    """Given an English question in lower case, return whether it asks how many things there are, in whatever they are
    counted."""
    return _THINGS.search(text) is not None


def magnitude(text: str) -> str:
    """Given an English question in lower case, return the Chinese orders of magnitude that it wants money in, or ""."""
    currency = _CURRENCY.search(text)
    return {"hundred": "亿元", "ten": "万元"}.get(str(currency.lastgroup), "") if currency else ""


def asks_money(text: str) -> bool:
    """Given an English question in lower case, return whether it asks what something costs or is given: what
    trained staff there were is another thing than what training cost."""
    return not re.search(r"\bhow many\b", text) and bool(_BUDGETS.search(text))


def unmeasured(text: str) -> str:
    """Given an English question, return it without the measure word that it counts in: batches of, rounds of."""
    return _HOW_MANY.sub(_left, text)


def _left(match: re.Match[str]) -> str:
    """ "how many batches of" is "how many"; the cases of "how many cases were" are what is counted."""
    if match["of"] or _unit_of(match["unit"]) in _SIZES:
        return "how many"
    return match.group()


def _unit_of(written: str) -> str:
    return next(unit for pattern, unit in _COUNTED.items() if re.fullmatch(pattern, written))

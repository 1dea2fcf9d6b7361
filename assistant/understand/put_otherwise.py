"""A comparison put in another way after it was answered: 换成百分比呢, 那是几倍, 具体多了几件. It is of the same two figures, the one
compared with the other as before."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import ForEach, Operation, Query
from assistant.understand.answered import MORE, START, working
from assistant.understand.earlier import named_scope
from assistant.understand.script import in_one_form
from assistant.understand.units import UNIT, expected
from corpus.units import same_unit

_END = r"(?:[呢吗啊呀嘞捏呐咧哩？?。!！\s]|来着)*$"
_IN = r"(?:换(?:算|做|作)?成?|改(?:成|用)|折(?:合|算)?成?|用|按|以|算成|写成|转成)?(?:一?个)?"
_SO = r"(?:它|这|那|大概|大约|差不多|相当于|等于|也就)?(?:是|为|有)?"
_PERCENT = r"(?:百分(?:比|数|率|之(?:几|多少))|(?:多少|几)个?%)"
_WAYS: tuple[tuple[Operation, str, str], ...] = (
    ("growth", "%", rf"{_IN}{_PERCENT}(?:来?(?:表示|算|说|看)|的话)?(?:是|有)?(?:多少|几)?"),
    ("growth", "%", rf"{_SO}(?:相?差|{MORE})(?:了|出)?(?:{_PERCENT}|几成)"),
    ("growth", "%", rf"(?:{MORE}|增减|涨跌)的?(?:幅度?|率|比例)(?:是|有|为)?(?:多少|多大|几|百分之(?:几|多少))?"),
    ("growth", "倍", rf"{_SO}(?:{_IN})?(?:几|多少)倍|{_IN}倍数(?:是|有)?(?:多少|几)?"),
    ("difference", "", rf"(?:具体|绝对(?:值|数)|数量上?|件数|金额上?|换成(?:具体)?(?:数量?|金额|件数))?(?:来说|的话)?[，,]?{_SO}(?:相?差|{MORE})(?:了|出)?(?:多少|几)(?:个?百分点|{UNIT}|钱)?"),
    ("growth", "%", r"(?:what (?:is|was) (?:that|it) )?(?:as|in) (?:a )?percent(?:age)?s?(?: terms)?"),
    ("growth", "%", r"(?:and )?(?:by )?(?:what|how many) percent(?:age)?(?: (?:is|was) (?:that|it))?"),
    ("growth", "倍", r"(?:and )?how many times(?: (?:is|was) (?:that|it))?"),
    ("difference", "", r"(?:and )?(?:by )?how (?:much|many) (?:more|less|fewer)(?: (?:is|was) (?:that|it))?(?: in (?:absolute|real) (?:terms|numbers))?"),
)  # fmt: skip
_PATTERNS = tuple(
    (operation, unit, re.compile(START + pattern + _END, re.IGNORECASE)) for operation, unit, pattern in _WAYS
)


_UNITS = re.compile(
    rf"{START}(?:{_SO})(?:(?:换(?:算|做|作)?[成为]?|改[成用]|折(?:合|算)?[成为]?|合成?|用|按|以|算成|写成|转成|相当于)(?:多少|几)?(?P<unit>[十百千]?[万亿]?(?:{UNIT}))"
    rf"(?:来?(?:表示|算|说|看|计)|(?:作|做|为)?单位|的话)?[，,]?(?:是|有|等于)?(?:多少|几)?(?:[十百千]?[万亿]?(?:{UNIT}))?){_END}"
)
"""换成亿元呢, 折合多少元, 以万元为单位是多少."""


def in_another_unit(previous: Query, fresh: Query) -> Query | None:
    """Given the query before and what is typed next, return the query that gives the same answer in the unit that this names
    and nothing else; None where it does not fit the answer, or something else is asked."""
    asked = _UNITS.match(in_one_form(fresh.text, fresh.language))
    last = previous.answers[-1] if previous.answers else ()
    if asked is None or fresh.issuers or previous.operation != "value" or not last:
        return None
    if not all(same_unit(one.unit, asked["unit"]) for one in last):
        return None
    assumed = tuple(dict.fromkeys(("measure", *named_scope(previous))))
    return replace(previous, text=fresh.text, magnitude=asked["unit"], assumed=assumed)


_ON_EACH = re.compile(
    rf"{START}平均(?:下来|算下来)?[，,]?每一?个?(?P<each>{UNIT})(?:是|有|为|合|要)?(?:多[大长高重]|多少|几)(?:{UNIT}|钱)?{_END}"
)
_LAST_YEAR = re.compile(rf"{START}(?:去年|上一?年度?|前一年)(?:同期)?的?(?:是?多少|如何|情况)?{_END}")


def on_each(previous: Query, fresh: Query) -> Query | None:
    """Given the query before and what is typed next, return the query for how much of the one of the last two answers comes
    on each of the other (平均每个多大); None where it names anything else, or they are no such two."""
    asked = _ON_EACH.match(in_one_form(fresh.text, fresh.language))
    last = [given[0] for given in previous.answers[-2:] if len(given) == 1]
    if asked is None or fresh.issuers or len(last) != 2:
        return None
    amounts = [one for one in last if one.unit and not same_unit(one.unit, asked["each"])]
    if len(amounts) != 1 or (fresh.unit and not same_unit(fresh.unit, amounts[0].unit)):
        return None
    unit = fresh.unit or amounts[0].unit
    each = ForEach(asked["each"], unit or "", "", "", "", "")
    return replace(
        previous, text=fresh.text, operation="average", unit=unit, for_each=each, magnitude=fresh.magnitude
    )


def year_before_that(previous: Query, fresh: Query) -> Query:
    """Given the query before and what is typed next, return this with the year before the one asked of, where it says 去年 of
    what was told of that very year."""
    text = in_one_form(fresh.text, fresh.language)
    if len(fresh.years) != 1 or fresh.years != previous.years or not _LAST_YEAR.match(text):
        return fresh
    return replace(fresh, years=(fresh.years[0] - 1,))


def compared_otherwise(previous: Query, fresh: Query) -> Query | None:
    """Given the query before and what is typed next, return the query that puts the comparison just answered in another
    way (换成百分比呢); None where none was, or it asks anything else."""
    if len(previous.compared) != 2 or fresh.issuers or fresh.unknown_issuer or fresh.beside:
        return None
    asked = _asked(in_one_form(fresh.text, fresh.language))
    if asked is None:
        return None
    before, after = previous.compared
    return replace(working(previous, fresh, *asked, ((before,), (after,))), choose="")


def _asked(text: str) -> tuple[Operation, str | None] | None:
    """In what a short question wants the same comparison: what is worked out and its unit; None where it asks anything else."""
    for operation, unit, pattern in _PATTERNS:
        if pattern.match(text):
            return operation, unit or expected(text)
    return None

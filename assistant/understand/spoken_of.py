"""Years told by the years that a conversation speaks of: 上一年呢, 再往前两年, 同一年, the year before that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.numerals import number

_NO_LABEL = (
    r"(?!度?(?:结转|转|末|项目数|遗留|滚存|结余|留|没办|未办|报|级|以?来|内|多|半|间|执行数|决算数|预算数))"
)
_EARLIER = re.compile(
    r"(?<![比较与和同跟及于目])(?:再|更)?(?:"
    r"(?:往|向|倒)(?:前|上|回)(?:数|推|翻|倒|走|看)?(?:的)?(?:那|这)?(?P<count>[一两二三])?年|"
    r"(?:[此之]?前|早)的?(?:那|这)?(?:一个?|个)年|上(?:一个?|个)?(?:那一?)?年|头一年)(?:度|头)?" + _NO_LABEL
)
_LATER = re.compile(
    r"(?<!结转)(?<!转[至到入])(?<![移留延接]到)(?:再|更)?(?:往后(?:数|推|翻|走|看)?(?:的)?(?:那|这)?(?P<count>[一两二三])?年|"
    r"(?:[此之]?后|晚|下)的?(?:那|这)?(?:一个?|个)年|[次翌]年|第二年|转过年)度?(?!级|以?来|内|多|半|间)"
)
_NO_ITEM = r"(?!度?(?:结转|转|末|项|遗留|滚存|结余|留|没办|未办|继续|使用|报|级|内|来|多|半|间))"
_OF_YEAR = re.compile(
    r"(?P<year>20\d\d)年度?(?:(?:[的之]|[之以]?前)(?:前|上|头)一?个?年|[的之]?(?:前一|头一|前面那一?)年)度?"
    rf"{_NO_ITEM}|(?P<next>20\d\d)年度?[的之](?:[后下次]一?个?|第二|转过)年度?{_NO_ITEM}"
)
"""A year counted from one that is named: 2023年的前一年, 2023年的次年."""
_SAME = re.compile(
    r"(?:也|还)?(?:就|是)?在?(?:同(?:一个?)?年(?:[度份]|里面?)?(?![龄级])|相同的?年[度份]|(?<!年)(?<![与同比])同期(?!相比)|"
    r"[这那该](?:一个?)?年度?里?(?![级间])|当年度?(?![新发增减末初]))"
)
_OF_ENGLISH = (
    (
        re.compile(
            r"\b(?:in |for |during )?(?:the |that )?same (?:year|period)\b|\b(?:in |for |during )?that year\b",
            re.I,
        ),
        None,
    ),
    (
        re.compile(
            r"\b(?:in |for |during )?(?:the |one |a )?(?:(?:previous|prior|preceding) year|year (?:before(?: that| it)?|earlier|prior))\b(?! last)",
            re.I,
        ),
        -1,
    ),
    (
        re.compile(
            r"\b(?:in |for |during )?(?:the |one |a )?(?:(?:following|next|subsequent) year|year (?:after(?: that| it)?|later))\b",
            re.I,
        ),
        1,
    ),
)
_YEAR = re.compile(r"20\d\d")
_THE_LATER = re.compile(
    r"(?:后|末|晚)(?:面|头)?那?(?:一)?年(?=比|较)|(?<=[比较])(?:前|头|早)(?:面|头)?那?(?:一)?年"
)
"""Of two years named: 后一年比前一年多多少."""
_BOUND = re.compile(r"\b(?:than|from|over|to|with|on|against|versus|vs\.?|into)\s+(?:in\s+)?$", re.I)
"""Before 'the year before' it says what is compared, or a label of the forms (carried over from …)."""


def dated(text: str, years: Sequence[int]) -> str:
    """Given simplified Chinese of a conversation and the years spoken of before, return it with those years in
    digits that it counts from them, or from one that it names itself, and without 同一年. 去年 and 今年 count from today:
    they stay."""
    if len(set(_YEAR.findall(text))) == 2:
        text = _THE_LATER.sub("", text)
    text = _OF_YEAR.sub(_counted, text)
    if not years:
        return text
    text = _EARLIER.sub(lambda match: f"{min(years) - _steps(match)}年", text)
    text = _LATER.sub(lambda match: f"{max(years) + _steps(match)}年", text)
    return _SAME.sub("", text)


def dated_english(text: str, years: Sequence[int]) -> str:
    """Given English of a conversation and the years spoken of before, return it as `dated` does."""
    for pattern, step in _OF_ENGLISH if years else ():
        match = pattern.search(text)
        if match and not _BOUND.search(text[: match.start()]):
            of = max(years) if step == 1 else min(years)
            said = "" if step is None else f"in {of + step}"
            text = f"{text[: match.start()]}{said}{text[match.end() :]}"
    return text


def _counted(match: re.Match[str]) -> str:
    return f"{int(match['year']) - 1}年" if match["year"] else f"{int(match['next']) + 1}年"


def _steps(match: re.Match[str]) -> int:
    return number(match.group("count") or "一")

"""How people speak of the two sides of an account: 年初批的钱, 实际花的. Said as reports say it, so that one way answers all."""

from __future__ import annotations

import re

from assistant.query import Query
from assistant.understand.two_sides import side_by_side

_BUDGETED = (
    r"(?:年初|当初|一开始)(?:批|定|给|拨|安排|预算|报|编)(?:下来|好|了)?的(?:额度|钱|资金|预算|经费|数|盘子)"
)
_SPENT = r"实际(?:花|用|支出|开销|花费)(?:掉|出去|了)?的?(?:钱|数|部分)?"
_PAUSE = "[，,]?"
_ALL = r"(?:没|没有|未)(?:花|用)(?:完|光)"
_LEFT = re.compile(
    rf"(?:{_ALL})?{_PAUSE}{_BUDGETED}(?:刨去|刨掉|减去|扣掉|扣除|扣去|除去|去掉){_SPENT}{_PAUSE}还?(?:剩下?|余下?)了?(?=多少|几)"
)
_SHARE = re.compile(
    rf"{_PAUSE}的?{_BUDGETED}(?:最后|最终|实际|到底|一共|总共|到年底)*只?(?:[用花]掉?|[用花]出去)了?"
    r"(?:几成|百分之(?:几|多少))"
)
_WORDS = (
    (re.compile(r"搞项目的(?:支出|钱|花费)|(?:用|花)在项目上的(?:支出|钱)"), "项目支出"),
    (re.compile(r"(?:维持|保障|保)(?:机构|单位)?(?:日常|正常)*(?:运转|运行)的基本支出"), "基本支出"),
    (
        re.compile(r"(?:全部|所有|总共|一共)(?:花出去|花掉|用掉|用出去|支出)的(?:钱|资金|经费)(?:[（(][^（()）]*[)）])?(?:里头?|当?中|里面)[，,]?(?P<part>[^，,]{2,16}?)(?:这一?项)?(?=占)"),
        r"\g<part>",
    ),
    (re.compile("(?<=[总的])预算数(?![字额据量])"), "预算"),
)  # fmt: skip
_OF_ALL = re.compile(r"(?<=占)(?:了|到)?(?=百分之|多少|几成)")

_WENT_THEN_WAS = re.compile(
    r"(?P<year>20\d\d)年(?:比[^，,]{1,6})?(?:又|就)?(?:[降升涨跌增减]|[多少]了|下降|上升|减少|增加)了?(?:一截|不少|一些|一点|很多|好多|点)?[，,]"
    r"(?:那么?)?(?P<before>20\d\d)年(?:原来|原本|原先|当初|本来)?(?=[是有为]?(?:多少|几))"
)
"""Said of a year only to ask of the one before it: 2025年降了一截，那2024年原来是多少."""

_SIDE = re.compile(r"(?P<thing>.{2,}?)的?(?P<side>(?:年初|全年|当年)?预算|(?:支出)?决算)(?:数|金额|安排)?")
_THAN = re.compile(
    r"^(?:那么?|它的?)?(?P<of>(?:最后|最终|全年)*(?:实际(?:支出|花费|花掉?|用掉?|执行)|支出决算|决算)了?的?数?)?"
    r"比(?P<than>它|这个?数?字?|(?:年初)?预算数?|(?:支出)?决算数?|(?:实际)(?:支出|花费|花的))(?:要|是|到底)*"
    r"(?P<more>多|少|高|低|超|省)(?:了|出)?(?P<much>(?:多少|几).*)$"
)


def as_accounts_say(text: str) -> str:
    """Given a question in simplified Chinese, return it with what is said of an account in everyday words as accounts
    say it: 年初安排的钱用掉了百分之几 as 支出决算占年初预算的百分之几."""
    text = side_by_side(_SHARE.sub("支出决算占年初预算的百分之几", _LEFT.sub("年初预算比支出决算多", text)))
    text = _WENT_THEN_WAS.sub(_of_the_earlier, text)
    for spoken, said in _WORDS:
        changed = spoken.sub(said, text)
        if changed != text and said.startswith("\\"):
            changed = _OF_ALL.sub("本年支出合计的", changed, count=1)
        text = changed
    return text


def _of_the_earlier(said: re.Match[str]) -> str:
    return f"{said['before']}年" if int(said["year"]) == int(said["before"]) + 1 else said.group()


def against_other_side(previous: Query, text: str) -> str:
    """Given the query answered before and what is typed next, return that in full where the one asked for a side of an
    account and the other sets it beside the other side of it: 城管执法的年初预算 and 实际支出比它多了多少; else the text."""
    asked = _SIDE.fullmatch(previous.measure)
    than = _THAN.match(text.strip(" ？?。"))
    if asked is None or than is None or previous.measures or previous.language == "en":
        return text
    budget = "预算" in asked["side"]
    than_budget = "预算" in than["than"] or (budget and not re.search("算|实际", than["than"]))
    if than["of"] is None and than_budget == budget:
        return text
    if than["of"] and than_budget != budget:
        return text
    first, second = ("支出决算", "年初预算") if than_budget else ("年初预算", "支出决算")
    if than["of"] and not than_budget:
        return text
    return f"{asked['thing']}{first}比{second}{than['more']}{than['much']}"

"""The answer before set beside another thing that a short question names: 比公证案件多多少件, 跟医疗信息合起来呢."""

from __future__ import annotations

import re
from dataclasses import replace

import rjieba

from assistant.query import Beside, Operation, Query
from assistant.understand import measure
from assistant.understand.answered import ADDED, MORE, START
from assistant.understand.left_out import deed_of, only_planned, said, with_deed
from assistant.understand.script import in_one_form
from assistant.understand.units import UNIT, expected

_THIS = r"(?:它们?|这|那|该|其)?(?:个|一?项|些|类|块|笔)?(?:数字?|数据|指标|数量|金额)?(?:加起来)?(?:要|会|还|又|都|到底|究竟|总共|一共|大概|大约)*"
_OTHER = r"(?P<other>[^，,。;；?？]{2,24}?)"
_MUCH = rf"(?:[了是有为共得会能将到达出]|一共|总共)*(?:多少|几)?(?:钱|{UNIT})?"
_END = r"(?:[呢吗啊呀嘞呐咧哩?？。!！\s]|来着)*$"
_THAN, _WITH = "(?:比|较|比起|相比于?|相较于?)", "(?:[跟和与]|同(?!比|期|样|年))"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(START + _THIS + pattern + _END))
    for kind, pattern in (
        ("times", rf"(?:是|等于|相当于|有|为){_OTHER}的?(?:几|多少)倍"),
        ("sum", rf"(?:{_WITH}|连同?|连着){_OTHER}的?(?:的话)?[，,]?(?:{ADDED}|加)(?:的话)?{_MUCH}"),
        ("sum", rf"(?:再|要是|如果)*(?:加上|算上|带上){_OTHER}的?(?:的话)?[，,]?(?:{ADDED}|就|那)*{_MUCH}"),
        ("sum", rf"(?:再|要是|如果)*(?:把|将)?{_OTHER}(?:也|都|一起)?(?:算|加|计)(?:进来|进去|上|在内)(?:的话)?[，,]?(?:[两三][样个者项])?(?:凑(?:一|在一)(?:起|块儿?)|{ADDED})*{_MUCH}"),
        ("times_of", rf"{_OTHER}的?(?:那[种类个])?是(?:它们?|这个?|那个?|前者)的?(?:几|多少)倍"),
        ("more_of", rf"(?:被)?{_OTHER}的?{_THAN}(?:它们?|[这那]个?(?:数字?)?|前者|[前上]面(?:那个|的)?|刚才(?:那个|的)?)的?(?:要|会|还|又|是)*{MORE}了?(?:出|得)?(?:多少|几)(?:{UNIT}|钱)?"),
        ("growth", rf"{_THAN}{_OTHER}的?(?:，|,)?(?:要|会|还|又|是)*{MORE}了?(?:百分之(?:几|多少)|(?:几|多少)%)"),
        ("difference", rf"{_THAN}{_OTHER}的?(?:相?比(?:较|起来)?)?(?:，|,)?(?:要|会|还|又|是|是不是)*{MORE}了?(?:出|得)?(?:多少|几|多不多|一?些)?(?:个?百分点|{UNIT}|钱)?"),
        ("difference", rf"{_WITH}{_OTHER}的?(?:相?比(?:较|起来)?[，,]?)?(?:相差|差|多|少|高|低)了?(?:出|得)?(?:多少|几)(?:个?百分点|{UNIT}|钱)?"),
        ("difference", rf"{_WITH}{_OTHER}的?(?:相?比(?:较|起来)?|对比)(?:一下)?(?:如何|怎么样|怎样|(?:哪一?个|谁)更?(?:多|少|高|低|大|小))?"),
    )
)  # fmt: skip
_ENGLISH: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"^(?:and |so |but )?(?:{pattern}) (?!last|the (?:year|previous)|that|it|this)\w", re.IGNORECASE))
    for kind, pattern in (
        ("difference", r"how does (?:that|it|this) compare (?:with|to)"),
        ("difference", r"(?:by )?how (?:much|many) (?:more|fewer|less|higher|lower|greater) (?:is (?:that|it|this) )?than"),
        ("sum", r"(?:and )?(?:together|combined|added up|in total) with"),
    )
)  # fmt: skip
_SIDE = re.compile("支出|收入|[预决]算|执行|实际|花|用")
_LESS = re.compile(rf"[少低]了?(?:出|得)?(?:多少|几)(?:{UNIT}|钱)?{_END}")
_BEFORE = re.compile(
    rf"{START}{_THIS}(?:原来|原先|此前|以前|之前|先前|起初|一开始|当初|[升降提][高升到]?之?前)的?(?:又|都|呢|是|为|有|才|数字?)*(?:多少|几)?(?:{UNIT}|钱)?{_END}"
)
_THAN_BEFORE = re.compile(
    rf"{START}{_THIS}(?:比|较)(?:原来|原先|此前|以前|之前|先前|当初)的?(?:要|会|是|一共)*{MORE}了?(?:多少|几)(?:个?百分点|{UNIT}|钱)?{_END}"
)
"""What it was before it rose or fell to what the answer says."""
_THAN_PLACE = re.compile(rf"{START}{_THIS}{_THAN}[一-鿿]{{2,6}}的?(?:要|会|还|又|是)*{MORE}")
_OWN_YEAR = re.compile(r"^(?:(?:20)?\d\d年|[明今后]年)")
_NAMES_NONE = re.compile(
    r"(?:去|上|前|往|历|近|今|明|本|当)[一几]?年(?!结[转余]).*|(?:20)?\d\d年.*|.*(?:前者|后者|前面|上面|刚才|之前|以前|原来|平均|同期).*|"
    r"[这那它其该](?:个|些|项|两|几|俩|们)?.*|[两二三四五]?(?:个|者|项|样)(?:数字?)?|全[国省市县区]|.*[年月]|什么|哪.*|谁|多少.*|(?:年初|全年|调整后?的?)?(?:预算|决算|计划|目标|任务|预期|执行)数?"
)
"""What names no other thing beside the answer: another year, a plan, what was asked before."""


def set_beside(previous: Query, fresh: Query) -> Beside | None:
    """Given the query before and what is typed next, return what the answer to the one is set beside, and how; None where
    the question names nothing, or an agency or a year of its own, or the query before was not answered with one figure."""
    if fresh.issuers or fresh.problem or len(fresh.years) > 1:
        return None
    if previous.measures or previous.over or len(previous.years) != 1 or len(previous.issuers) > 1:
        return None
    if fresh.unknown_issuer:
        return _elsewhere(previous, fresh)
    if not previous.issuers:
        return None
    if not previous.answers or not previous.answers[-1]:
        return None
    if fresh.language == "en":
        return _in_english(fresh)
    text = in_one_form(fresh.text, fresh.language)
    if _BEFORE.match(text) and not fresh.years:
        return Beside("", "", "value")
    if _THAN_BEFORE.match(text) and not fresh.years:
        return Beside("", "", "difference", expected(text))
    for kind, pattern in _PATTERNS:
        if match := pattern.match(text):
            other = said(measure.strip(match["other"].rstrip("的"), "value"))
            if fresh.years:
                return _planned(previous, match["other"], text, fresh.years[0]) if kind == "sum" else None
            if kind == "more_of" and _SIDE.search(other):
                return None  # 实际支出比它多多少: the other side of one account
            if not other or _NAMES_NONE.fullmatch(other.replace(" ", "")) or only_planned(other):
                return None
            operation, unit = _worked(kind, text)
            also = deed_of(other, previous.measure) or with_deed(previous.measure, other)
            return Beside(other, also, operation, unit, turned=_is_turned(kind, text))
    return None


def _is_turned(kind: str, text: str) -> bool:
    """Whether the other thing is set against the answer: 约谈的比它多几家; by how much it is less is how much the answer is more."""
    return kind == "times_of" or (kind == "more_of" and not _LESS.search(text))


def _elsewhere(previous: Query, fresh: Query) -> Beside | None:
    """The same of another place, where the one before was of a place that its report only speaks of: 比甲市的高多少 after
    乙市地铁日客运量."""
    there = next(iter(rjieba.tag(previous.measure)), ("", ""))
    one_figure = bool(previous.answers) and len(previous.answers[-1]) == 1
    if fresh.language == "en" or there[1] != "ns" or not one_figure or fresh.operation != "difference":
        return None
    if not _THAN_PLACE.match(in_one_form(fresh.text, fresh.language)):
        return None
    words = f"{fresh.unknown_issuer}{previous.measure.removeprefix(there[0])}"
    return Beside(words, "", "difference", expected(fresh.text))


def _in_english(fresh: Query) -> Beside | None:
    """The same of an English question: How does that compare with penalties?"""
    asked = next((kind for kind, pattern in _ENGLISH if pattern.match(fresh.text)), "")
    if not asked or fresh.years or not re.search("[\u4e00-\u9fff]", fresh.simplified):
        return None
    operation, unit = _worked(asked, "")
    return Beside(fresh.simplified, "", operation, unit)


def _planned(previous: Query, other: str, text: str, year: int) -> Beside | None:
    """What is added in a year of its own: the same thing, of which the question says only what is done with it."""
    if _OWN_YEAR.match(other) is None or previous.years == (year,):
        return None
    deed = deed_of(measure.strip(_OWN_YEAR.sub("", other), "value").removesuffix("的"), previous.measure)
    return Beside(deed, "", "sum", expected(text), year) if deed else None


def _worked(kind: str, text: str) -> tuple[Operation, str | None]:
    if kind in ("times", "times_of"):
        return "growth", "倍"
    if kind == "growth":
        return "growth", "%"
    return ("sum" if kind == "sum" else "difference"), expected(text) if text else None


def with_beside(previous: Query, fresh: Query, query: Query) -> Query:
    """Given the query before, what is typed next and the query that it makes, return that with what the answer before is
    set beside, if anything."""
    found = set_beside(previous, fresh)
    if found and fresh.unknown_issuer:
        given = previous.answers[-1][0].citation.issuer
        query = replace(query, unknown_issuer=None, issuers=(given,), over="")
    return replace(query, beside=found) if found else query

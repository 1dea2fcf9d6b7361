"""How much comes on each: 平均一批几人, 每户居民平均摊到多少元, 户均多少元, 基本工资按在职人员算，平均每人多少元."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

import rjieba

from assistant.query import ForEach
from assistant.understand.numerals import number
from assistant.understand.periods import MARK
from assistant.understand.units import UNIT
from corpus.units import unit_named

_WORD = rf"[^{MARK}，,。；;？?]"
_THING = rf"(?:每(?P<deed>[一-鿿]{{1,3}}?)?一|每|一)个?(?P<each>{UNIT})(?<![天元时钟岁秒日点])(?![月季年周天]|工作日|小时|百分点|星期)"
_SHARED = "[分均]?摊(?:派|分)?到"
_ASKED = [
    re.compile(
        rf"(?P<whose>[^{MARK}。；;？?]*?)[，,]?(?:大约|大概)?{said}(?P<between>{_WORD}{{0,16}}?)"
        rf"(?:有|是|为)?(?:多少|几)个?(?:(?P<unit>{UNIT})|钱)?的?(?P<rest>{_WORD}*)"
    )
    for said in (
        rf"平均(?:下来)?(?:{_SHARED})?{_THING}",
        rf"{_THING}(?P<named>{_WORD}{{0,6}}?)平均(?:下来)?",
        rf"{_SHARED}{_THING}(?:头上|身上)?",
        rf"(?<!平均)(?<!了)每一?个?(?P<each>{UNIT})(?<![天元时钟岁秒日点])(?<!万人)(?<!万次)(?!每|[月季年周天]|工作日|小时|百分点|星期)(?![^，,。；;？?]*平均)",
        rf"(?P<each>人次|[人户件场期批次项家亩笔篇])(?P<mean>均)(?=[一-鿿]{{0,4}}?(?:多少|几)(?:{UNIT}|钱))",
    )
]
_FIRST = re.compile(
    rf"^(?P<mark>[{MARK}，,\s]*)平均(?:下来|算下来|来看|来说|而言)?[，,](?P<whose>[^。；;？?]*?)(?=每)"
)
"""It says first that a mean is asked for: 平均下来，每宗供地有多少亩."""
_BY = re.compile(r"^(?P<amount>.{2,}?)[，,]?按照?(?P<counted>.{2,}?)(?:来?(?:计?算|平摊|分摊|平均))$")
"""基本工资按在职人员算: what is divided, and by what."""
_NAMES = frozenset({"n", "nz", "nt", "nl", "ng", "vn", "b", "a", "j", "uj"})
"""Tags of the words that name a thing; at a verb begins what is done."""
_GREAT = re.compile("大[项类](?!目)")
_AMOUNT = re.compile(
    "总?(?:资金|投资|产值|产量|预算|支出|经费|收入|金额|面积|长度|人数|[一-鿿](?:费|额|款))$"
)
_OF_ITS_OWN = re.compile(rf"{_AMOUNT.pattern}|消费|寿命")
_ABOUT = re.compile("^(?:大约|大概|约)")
_INTO = re.compile(
    rf"[，,]?(?:一共|共|总共)?(?:分|涉及)(?:了|为|成|到)?(?:(?P<count>[两二三四五六七八九十]|\d{{1,3}})个?大?(?P<unit>{UNIT})|好?几个?(?:{UNIT}))[，,]*$"
)
"""That it is divided into so many, or into some: 分了七类, 分了好几批."""
_SET_AGAINST = re.compile("(?P<thing>.{2,}?)(?:对应|对着?|配备?|配套)$")
"""What is said of a thing before what comes on it: 一条问题对应几条对策."""
_SO = re.compile(r"[，,]+(?:那么?)?$")
_USED = re.compile(rf"^(?:要|需要?|能|共|会)?(?:(?:花费?|用|分|合)(?:了|掉|到)?|{_SHARED})$")
"""What is done with any amount, and says nothing of what it is."""


def for_each(text: str, strip: Callable[[str], str]) -> ForEach | None:
    """Given a simplified Chinese question whose years and agencies are marked, and what takes the question words from
    a part of it, return what it divides by what; None where it divides by nothing that is counted."""
    text = _FIRST.sub(r"\g<mark>\g<whose>平均", text)
    asked = next(filter(None, (pattern.search(text) for pattern in _ASKED)), None)
    if asked is None:
        return None
    parts = asked.groupdict("")
    whose, rest, unit = (
        _SO.sub("", parts["whose"]),
        parts["rest"],
        parts["unit"] or "元" * ("钱" in asked.group()),
    )
    divided = _INTO.search(whose)
    whose = whose[: divided.start()] if divided else whose
    into = number(divided["count"]) if divided and divided["unit"] == parts["each"] else 0
    if by := _BY.match(whose):
        return ForEach(parts["each"], unit, "", strip(by["counted"]), strip(by["amount"]))
    thing, done = parts.get("named", ""), parts["between"]
    if not thing:
        thing, done = (done, "") if _has(asked) else _counting(done) or _thing_and_done(done)
    if set_against := _SET_AGAINST.match(thing):
        thing, done = set_against["thing"], ""
    done = _ABOUT.sub("", done)
    done = "" if _USED.match(done) else done
    if parts.get("mean") and (thing or _OF_ITS_OWN.search(done)):
        return None  # 人均收入 is a thing of its own, and not worked out
    deed = parts.get("deed", "")
    counted = f"{deed}{thing}" if thing or len(deed) > 1 else whose
    each, amount = parts["each"], rest
    if unit_named(thing) and not unit and unit_named(strip(rest)):
        each, unit, rest, amount = thing, strip(rest), "", ""  # 每个大项有几个小项
    return ForEach(
        each,
        unit,
        strip(f"{whose} {rest}") or strip(counted),  # 每宗供地有多少亩: of what is counted itself
        strip(counted),
        strip(f"{done}{amount}"),
        strip(whose),
        into,
    )


def _has(asked: re.Match[str]) -> bool:
    """Whether each is said to have so many, by a name that begins with a verb: 每个接入部门有几项."""
    between = asked["between"]
    words = rjieba.tag(between)
    has = re.match(r"有(?:多少|几)", asked.string[asked.end("between") :])
    return bool(has) and len(words) > 1 and words[0][1].startswith("v") and words[-1][1] in ("n", "nz")


def _counting(between: str) -> tuple[str, str] | None:
    """What each is called, where that is itself a word to count by, and what is said of it: 大项, 管着."""
    named = _GREAT.match(between)
    return (named.group(), between[named.end() :]) if named else None


def _thing_and_done(between: str) -> tuple[str, str]:
    """What each is called, and what is said of it: 居民, 摊到; after the name of the one may stand that of an amount:
    项目, 总投资."""
    tagged = rjieba.tag(between)
    words = list(takewhile(lambda word: word[1] in _NAMES, tagged))
    names = "".join(word for word, _ in words)
    if not words and tagged:  # 办结案件罚没: what was done with each is said first
        named = tagged[0][0] + "".join(
            word for word, _ in takewhile(lambda word: word[1] in _NAMES, tagged[1:])
        )
        return (named, between[len(named) :]) if tagged[0][0] != named != between else ("", between)
    if names == between and words and words[0][1] == "vn":
        return "", between
    split = _AMOUNT.search(names) if names == between else None
    thing = names[: split.start()] if split else names
    return thing, between[len(thing) :]

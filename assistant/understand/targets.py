"""Questions that set what one year is to reach against what another reached: 2026年的目标比2025年实际完成的多多少."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BRACKET = r"(?:\s*[（(][^（）()]*[)）])?"
_SET = r"(?:政府工作报告|工作报告|报告|里面?|中|全年|所|初|给|预?定下?|提出|设定|确定|制定|安排|设)*"
_THING = r"[^，,。；;？?（）()\d]{0,24}?"
_TARGET = re.compile(
    rf"(?:[给把将为]\s*)?(?P<year>20\d\d)年度?的?{_SET}的?(?P<thing>{_THING})的?(?:(?:预期|计划|规划|年度)?目标(?:值|数|任务)?|(?:预期|预计|计划|目标)的?(?P<speed>增长速度|增速|增幅|增长率|涨幅)){_BRACKET}"
)
_RESULT = re.compile(
    rf"(?P<year>20\d\d)年度?的?(?:全年)?实际(?:上|完成|达到|做到|实现|增长(?=的?(?:[比多少高低快慢相]|$)))*了?的?"
    rf"(?:增速|增幅|增长率|涨幅|水平|成绩|结果|情况|数字?|值)?(?P<thing>{_THING})(?=[，,。；;？?比是和与跟同差高低多少快慢变相]|{_BRACKET}$){_BRACKET}"
)
_COMPARES = re.compile(r"[比差]|[高低多少快慢]|倍|变化|变动|百分点")


@dataclass(frozen=True, slots=True)
class AgainstTarget:
    """A question with the target as the figure of its year, that year, and whether it is named first."""

    text: str
    year: int
    first: bool


def against_target(text: str) -> AgainstTarget | None:
    """Given a question in simplified Chinese, return it with what is to be reached in one year and what was reached in
    another as the figures of these years; None where it does not compare two such."""
    target, result = _TARGET.search(text), _RESULT.search(text)
    if target is None or result is None or not _COMPARES.search(text):
        return None
    if target["year"] == result["year"] or len(set(re.findall(r"(20\d\d)年", text))) != 2:
        return None
    speed = target["speed"] or ""
    first, second = sorted((target, result), key=re.Match.start)
    if first.end() > second.start():
        return None
    again = second["thing"] if not _says(first["thing"], second["thing"]) else ""
    head = (
        f"{text[: first.start()]}{first['year']}年{first['thing']}{speed}{text[first.end() : second.start()]}"
    )
    bare = f"{head}{second['year']}年{again}{text[second.end() :]}"
    return AgainstTarget(bare, int(target["year"]), first is target)


def _says(thing: str, again: str) -> bool:
    """Whether a thing is named again by what is said of it the second time: 城镇新增就业人数, 新增就业."""
    letters = iter(thing)
    return all(letter in letters for letter in again)

"""From whom a question has what it says, or where it is to be looked up: that names the agency, and asks nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.understand.periods import MARK

_WORDS = "数据?|数字|口径|说法|统计|总结|材料|报告|年报|资料|介绍|思路"
_BRACKET = re.compile(r"[（(](?P<said>[^（）()]{2,24})[）)]")
_SOURCE = re.compile(rf"(?:{_WORDS}|公布|公开)(?:里|上|中)?(?:有|写)?的?(?:为准)?$")
_LAST = re.compile(r"[，,。？?；;！!：:]\s*(?P<said>[^，,。？?；;！!：:]{3,24})[。？?！!]?$")
_TELLS = re.compile(rf"说|讲|提|写|公布|公开|披露|透露|文件|里有|里头|{_WORDS}")
_FIRST = re.compile(
    rf"^(?:按照?|依照?|照着?|依据|据|根据|看)(?P<said>[^，,]{{3,20}}?(?:的?(?:{_WORDS})(?:里|上|中)?|说|讲|介绍|透露))[，,]"
)
_ACCOUNTS = re.compile(
    r"^(?P<said>(?:按照?|依照?|照着?|依据|据|根据|看)?[^，,]{2,20}?(?P<year>20\d\d)年度?的?(?:部门|单位|财政)?[预决]算(?:书|报告|公开)?(?P<in>里面?|中|上)?(?:说|讲|写|提到)?)[，,]"
)
_OF_ACCOUNTS = re.compile(r"(?P<year>20\d\d)年.*[预决]算")
"""The accounts of one year, which are asked what they say of another."""
_ASKS = re.compile("多少|几|哪|什么|啥|谁|怎|如何|为何|百分之|吗|有没有|是否|何时")
_HOW = re.compile("多[大高长久远重快]|[?？]")
_PAPER = r"的?(?:政府)?(?:工作)?(?:总结|材料|报告|年报|思路)(?:里面?|中|上)?"
_ONE_PAPER = (
    r"(?:请|可以?|我|就|都)*(?:参?[看见照]|详见|查看?|翻看?|出自|来自|[摘取选]自|根据|依据|[按依]照?|据|用|以|在|从)*"
    r"[^，,。？?；;：:（）()]{0,12}?(?<!\d)(?P<year>20\d\d)年度?的?[^，,。？?；;：:（）()比]{0,8}?(?:工作总结|报告|年报|公报)(?:里面?|中|上|内|原文)?"
    r"(?:[写说提给列报登讲](?:到|出|明|了)?)?的?(?:数据?|数字|数值|口径|内容|说法|材料)?(?:来|去)?(?:倒推|推算|算|计算|看|为准|作答|回答)?"
)
_PAPER_IN_BRACKET = re.compile(rf"[（(]{_ONE_PAPER}[）)]")
_PAPER_BEHIND = re.compile(rf"[，,。？?；;！!：:\s]\s*{_ONE_PAPER}[，,。？?！!\s]*$")
"""Nothing but which report it is that is to be looked in."""
_ENGLISH_PAPER = re.compile(
    r",?\s*\b(?:as (?:told|reported|stated|recorded|given|described|shown|set out) )?(?:according to|as per|per|in|from|based on|going by) (?:(?:its|the|their|this|that) )?(?P<year>20\d\d) "
    r"(?:(?:government|work|annual|official|full) )*(?:report|summary)\b(?=\s*(?:[,?.]|$))",
    re.IGNORECASE,
)
_SAYS = re.compile(
    rf"{MARK}(?:(?:{_PAPER})?(?:说|讲|称)|{_PAPER}(?:显示|指出|表明|提到|提及|写道|记载|披露|承认))(?:的是)?[，,：:]?(?=[{MARK}\u4e00-\u9fff])(?![明法好话座解堂号重过])"
)


def unattributed(text: str, names: Callable[[str], bool]) -> str:
    """Given a question in simplified Chinese and a way to tell whether words name an agency held, return it without the
    words that only say who told of it, or where it is to be found: （民政局的数）, 按民政局的说法，, 听民政局的人讲的."""
    for found in _BRACKET.finditer(text):
        if _SOURCE.search(found["said"]) and not _ASKS.search(found["said"]) and names(found["said"]):
            text = text[: found.start()] + text[found.end() :]
            break
    first = _FIRST.match(text)
    if first and not _ASKS.search(first["said"]) and names(first["said"]):
        text = text[first.end() :]
    if first := _ACCOUNTS.match(text):
        asked = _OF_ACCOUNTS.search(text[first.end() :])
        other = asked and int(asked["year"]) < int(first["year"])
        if other and not _ASKS.search(first["said"]) and names(first["said"]):
            text = text[first.end() :]
    last = _LAST.search(text)
    if last and _TELLS.search(last["said"]) and not _ASKS.search(last["said"].rstrip("吗没")):
        said_before = text[: last.start()]
        if _ASKS.search(said_before) and names(last["said"]):
            text = f"{said_before}？"
    return text


def without_paper(text: str) -> tuple[str, int | None]:
    """Given a question in simplified Chinese, return it without the words that only say in which report to look, behind it
    or in brackets, and the year of that report: 三甲医院有多少家？看2026年政府工作报告."""
    for pattern in (_PAPER_IN_BRACKET, _PAPER_BEHIND):
        found = pattern.search(text)
        if found is None or _ASKS.search(found.group()):
            continue
        bare = text[: found.start()] + text[found.end() :]
        before = text[: found.start()]
        if _ASKS.search(before) or _HOW.search(before):
            return bare, int(found["year"])
    return text, None


def without_english_paper(text: str) -> tuple[str, int | None]:
    """Given an English question, return it without the words that only say in which report to look, and the year of that
    report: according to its 2026 government work report."""
    found = _ENGLISH_PAPER.search(text)
    if found is None:
        return text, None
    bare = f"{text[: found.start()]}{text[found.end() :]}".strip(" ,")
    return bare, int(found["year"])


def without_saying(rest: str) -> str:
    """Given a question in which years and names are marked, return it without the words that a named agency says it."""
    return _SAYS.sub(MARK, rest)

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
_PAPER = r"的?(?:政府)?(?:工作)?(?:总结|材料|报告|年报|思路)(?:里面?|中|上)?"
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


def without_saying(rest: str) -> str:
    """Given a question in which years and names are marked, return it without the words that a named agency says it."""
    return _SAYS.sub(MARK, rest)

"""Words that count the rows of a group, and name no row: 八种情形, 三类, 四种结果."""

from __future__ import annotations

import re
from functools import cache

from assistant.understand.glossary import chinese_terms

_NUMBER = r"(?:[两二三四五六七八九十]|\d{1,2})"
_KIND = r"情形|情况|理由|原因|结果|类型|类别|方式|渠道|途径|去向"
_SORTED = re.compile(
    r"[，,]?分门别类(?:地|来)?(?:看|说|算|统计)?(?=$|[，,的]|哪)|[，,]?按(?:照)?[^，,按]{1,6}?(?:来)?(?:分|划分|算|看|统计)(?=$|[，,的]|哪)"
)
"""By what the things are told apart that one is chosen of: 按类别分."""
_SUNDRY = re.compile(rf"(?:以|因|因为|由于)?(?:各种|各类|各项|种种|不同)的?(?:{_KIND})的?")
_ENDS = r"(?=$|[\s，,。？?]|加|合|总|一共|共|各|分别|之和|相加|的?占|都)"
_COUNTING = re.compile(
    rf"的?(?:这|那|全部|所有|上述|以上)*(?P<count>{_NUMBER}(?:大类|类|种)(?:不同)?的?(?:{_KIND})?|{_NUMBER}(?:项|个)(?:{_KIND}|{_ENDS}))"
)

_END = r"(?:多|少|高|低|大|小)"
_KINDS = rf"(?:(?:这|那|各|哪)?(?:些|几|一|{_NUMBER})?(?:大类|类|种|项|个|块|条|样|笔|季度|部分)(?:不同)?的?(?:{_KIND})?)"
_EXTREME = re.compile(
    rf"(?P<left>.*?)(?:数量|件数|条数|金额|占比|比例|占|用|花|排)?(?:得|名|在|的)?(?:最{_END}(?!限度|跑|程度)|第一(?:位)?)的?(?P<right>.*)$"
)
_LEFT = re.compile(
    rf"(?:[，,的是]|其中|当中|之中|里面|里头|之间|(?<![公英海])里|(?<![其])中|下面|{_KINDS}|各类|各种|数量|件数|(?:那些|这些|各种|各类)?(?:{_KIND}))+$"
)
_INSIDE_END = re.compile(r"(?:[，,的是]|当中|之中|里面|里头|之间|里|中|哪一?(?:个|种|类|项|块|样))+$")
_RIGHT = re.compile(
    rf"^(?:{_KINDS}|的|[，,]|那|这|一)*[^，,]{{0,3}}(?:是|有|为|达|花了?|用了?)?(?:[，,]?(?:是|有|为)?(?:多少|几|哪|什么)|[，,?？。]|$)"
)


def among(text: str) -> str:
    """Given the words of a question for the most or least of several things, return those that say what they are
    of: 不予公开 of 不予公开的几种理由里用得最多的一种有几次. All of them where it does not say so."""
    text = _SORTED.sub("", text)
    match = _EXTREME.match(text)
    if match is None or not _RIGHT.match(match["right"]):
        return text
    listed = "、" in match["left"]  # 水费、电费两项 counts what it lists
    group = (_INSIDE_END if listed else _LEFT).sub("", match["left"])
    return group if re.search(r"[\u4e00-\u9fff]{2}", group) else text


def counts_rows(text: str) -> bool:
    """Whether a question counts the rows of a group (不予公开的八种情形), other than within a label of the
    forms (三类内部事务信息)."""
    return bool(_found(text))


def uncounted(text: str, mark: str) -> str:
    """Given the words of a question, return them with `mark` for the words that count the rows of a group."""
    for start, end in reversed(_found(text)):
        text = text[:start] + mark + text[end:]
    return text


def unspecified(text: str, mark: str) -> str:
    """Given the words of a question, return them with `mark` for what says only that something is of whatever kind:
    以各种理由."""
    return _SUNDRY.sub(mark, text)


def _found(text: str) -> list[tuple[int, int]]:
    labels = _labels()
    return [
        match.span()
        for match in _COUNTING.finditer(text)
        if not text.startswith(labels, match.start("count"))
    ]


@cache
def _labels() -> tuple[str, ...]:
    """What begins with a number of kinds in the labels themselves: 三类内部, 四类过程."""
    begin = re.compile(rf"{_NUMBER}[类种项个][\u4e00-\u9fff]{{2}}")
    return tuple({match.group() for term in chinese_terms() for match in begin.finditer(term)})

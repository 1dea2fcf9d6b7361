"""Words that count the rows of a group, and name no row: 八种情形, 三类, 四种结果."""

from __future__ import annotations

import re
from functools import cache

from assistant.understand.glossary import chinese_terms

_NUMBER = r"(?:[两二三四五六七八九十]|\d{1,2})"
_KIND = r"情形|情况|理由|原因|结果|类型|类别|方式|渠道|途径|去向"
_ENDS = r"(?=$|[\s，,。？?]|加|合|总|一共|共|各|分别|之和|相加|的?占|都)"
_COUNTING = re.compile(
    rf"的?(?:这|那|全部|所有|上述|以上)*(?P<count>{_NUMBER}(?:大类|类|种)(?:不同)?的?(?:{_KIND})?|{_NUMBER}(?:项|个)(?:{_KIND}|{_ENDS}))"
)


def counts_rows(text: str) -> bool:
    """Whether a question counts the rows of a group (不予公开的八种情形), other than within a label of the
    forms (三类内部事务信息)."""
    return bool(_found(text))


def uncounted(text: str, mark: str) -> str:
    """Given the words of a question, return them with `mark` for the words that count the rows of a group."""
    for start, end in reversed(_found(text)):
        text = text[:start] + mark + text[end:]
    return text


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

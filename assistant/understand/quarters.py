"""Quarters that a question counts without naming them: 下半年两个季度的, 四个季度的."""

from __future__ import annotations

import re

_COUNTED = re.compile(
    r"(?:(?P<half>[上下])半年的?(?:[两二2]个)?|(?P<all>(?:全年|这)?[四4]个))季度(?:的|[，,]?(?=[一-鿿]))"
)
_NAMES = ("第一季度", "第二季度", "第三季度", "第四季度")


def of_each_quarter(text: str) -> tuple[str, ...]:
    """Given the words of a question, return them of each of the quarters that it counts, by name; () where it counts
    none."""
    counted = _COUNTED.search(text)
    if counted is None:
        return ()
    quarters = {"上": _NAMES[:2], "下": _NAMES[2:], None: _NAMES}[counted["half"]]
    return tuple(f"{text[: counted.start()]}{one}{text[counted.end() :]}" for one in quarters)

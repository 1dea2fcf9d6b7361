"""Small judgements about what is written in a cell, shared by the readers and the table reader."""

from __future__ import annotations

import re

from corpus.language.numerals import plain_digits

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’"
_SPACE_BY_CJK = re.compile(rf"(?<=[{_CJK}])\s+|\s+(?=[{_CJK}])")
_NUMBER = r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?"
_UNIT = r"[%％‰]?[\u4e00-\u9fff]{0,3}"
_VALUE = re.compile(
    rf"(?:同比|比上年|约|近|超|超过|不足)?(?:增加|减少|增长|下降|增|减|新增)?[+＋\-－−–—↑↓△▲▼≈<>≤≥¥￥]?"
    rf"{_NUMBER}{_UNIT}(?:[（(][^（）()]*[）)])?"
)
_NOTHING = re.compile(r"[-－—–/／\\*＊·.…]+|无|空|不适用|N/?A")
_DATE = re.compile(r"(?:19|20)\d\d年(?:度|末|底)?|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?")


def squeeze(text: str) -> str:
    """Given a label as the file has it, return it on one line: spaces beside Chinese writing are layout
    and go, spaces between Latin words become one."""
    return " ".join(_SPACE_BY_CJK.sub("", text.replace("\u200b", "")).split())


def is_blank(text: str) -> bool:
    """Given a cell's text, say whether nothing is written in it (spaces of any kind are nothing)."""
    return not text.replace("\u200b", "").replace("\ufeff", "").strip()


def is_value(text: str) -> bool:
    """Given a cell's text, say whether it has the shape of a value: a number with its sign, unit and
    remark, or one of the marks for none. A year alone is a heading's writing, not a value's."""
    text = plain_digits(squeeze(text))
    if not text or _DATE.fullmatch(text):
        return False
    return bool(_VALUE.fullmatch(text) or _NOTHING.fullmatch(text))

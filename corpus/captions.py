"""The caption of a table that the text right above it gives: 表2 各科目支出情况（单位：万元）."""

from __future__ import annotations

import re

from corpus.language.writing import squeeze

LONGEST = 60
"""The longest line that is read as a table's own."""
_NUMBERED = re.compile(
    r"(?:附?表|公开(?=\d))\s*[\d一二三四五六七八九十]{1,3}(?:[-－—.]\d{1,2})?\s*表?(?=[\s\u3000：:、.．]|[^\d.．%、年月])"
)
_NAMED = re.compile(r"[^，,。；;：:！？]{4,36}(?:表|清单|一览)")
_POINTS = re.compile(r"[见如](?:下|上|后|附|右|左)?表|^(?:代|填)表")
_IN_BRACKETS = re.compile(r"\s*[（(]\s*(?:金额|计量)?单位\s*[:：][^（）()]*[)）]\s*")


def caption_of(line: str) -> str:
    """Given the text right above a table, return the caption that it is, without the unit; "" where it is none:
    a sentence, or a line of the page."""
    text = squeeze(_IN_BRACKETS.sub("", line))
    if len(line) > LONGEST or text.endswith(("。", "；", "：", ":", "，")) or _POINTS.search(text):
        return ""
    return text if _NUMBERED.match(text) or _NAMED.fullmatch(text) else ""

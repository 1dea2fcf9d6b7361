"""Words typed by sound, put right by the words of the labels in scope: 失效连接 -> 失效链接, 受礼投诉 -> 受理投诉."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.terms import terms
from assistant.understand.sound import syllables

SIZES = (4, 3, 2)
"""Characters of a word that is put right, the longest tried first."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


def respelt(measure: str, labels: Iterable[str]) -> str:
    """Given a measure and the labels that may answer it, return the measure with each word that no label has, and
    that sounds like exactly one word that a label has, spelt as that one."""
    texts = set(labels)
    known: dict[tuple[str, ...], set[str]] = {}
    for word in {term.word for text in texts for term in terms(text)}:
        if len(word) in SIZES and _CHINESE.fullmatch(word):
            known.setdefault(syllables(word), set()).add(word)
    for size in SIZES:
        for start in range(len(measure) - size + 1):
            typed = measure[start : start + size]
            meant = known.get(syllables(typed), set()) if _CHINESE.fullmatch(typed) else set()
            if len(meant) == 1 and not any(typed in text for text in texts):
                measure = measure[:start] + next(iter(meant)) + measure[start + size :]
    return measure

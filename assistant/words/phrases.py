"""The words and short phrases that labels are made of: what a mistyped word may have been meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import rjieba

LEAST, MOST = 2, 8
"""Characters of a phrase."""
_TOKENS = 4
"""Words that a phrase has at most."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")


def phrases(labels: Iterable[str]) -> frozenset[str]:
    """Given the texts of labels, return the phrases in them: one word, or several that stand side by side."""
    return frozenset(phrase for label in labels for phrase in _phrases(label))


@lru_cache(maxsize=16384)
def _phrases(label: str) -> frozenset[str]:
    runs = (spans(run) for run in _CHINESE.findall(label))
    return frozenset(phrase for run in runs for _, _, phrase in run)


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Given Chinese text, yield where each phrase in it begins and ends, and the phrase."""
    edges = word_edges(text)
    for first, start in enumerate(edges):
        for end in edges[first + 1 : first + 1 + _TOKENS]:
            if LEAST <= end - start <= MOST:
                yield start, end, text[start:end]


@lru_cache(maxsize=4096)
def word_edges(text: str) -> tuple[int, ...]:
    """Given Chinese text, return the places where its words begin, and its end."""
    edges = [0]
    for word in rjieba.cut(text, False):
        edges.append(edges[-1] + len(word))
    return tuple(edges)


def whole(label: str) -> str:
    """Given a label's text, return it without what it says in brackets: 防汛 for 防汛（2130314）."""
    return _BRACKETS.sub("", label)

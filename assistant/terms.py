"""The words of a question or a label that tell figures apart, and when one word explains another."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import rjieba

_NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．，]\s*")
_NOT_WORD = re.compile(r"[^\w%]+")
LIGHT, MIDDLING, FULL = 0.15, 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """A word and how much it tells, from 0 to 1."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Words:
    groups: dict[str, frozenset[str]]
    light: frozenset[str]
    middling: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(resources.files("assistant").joinpath("data/words.toml").read_text("utf-8"))
    groups: dict[str, set[str]] = {}
    for group in data["groups"]:
        for word in group:
            groups.setdefault(word, set()).update(group)
    return _Words(
        {word: frozenset(same) for word, same in groups.items()},
        frozenset(data["light"]),
        frozenset(data["middling"]),
    )


def unnumbered(label: str) -> str:
    """Given a label, return it without its outline number: "1.属于国家秘密" -> "属于国家秘密"."""
    return _NUMBERING.sub("", label)


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[Term, ...]:
    """Given a phrase in simplified Chinese (or English), return its words in order, each once, weighted."""
    found: dict[str, Term] = {}
    for word in rjieba.cut(_NOT_WORD.sub(" ", unnumbered(text.lower()))):
        word = word.strip()
        if word and word not in found:
            found[word] = Term(word, weight(word))
    return tuple(found.values())


def weight(word: str) -> float:
    """Given a word, return how much it tells: little for function words, half for the common verbs."""
    words = _words()
    if word in words.light:
        return LIGHT
    if word in words.middling or len(word) == 1:
        return MIDDLING
    return FULL


@lru_cache(maxsize=65536)
def explained(word: str, text: str) -> float:
    """Given a question's word and a text, return from 0 to 1 how far the text says that word.

    1 when it stands there, 0.95 for a word of the same meaning, less for a shared part of at least two
    characters and half of the word.
    """
    if word in text:
        return 1.0
    if any(same in text for same in _words().groups.get(word, ())):
        return 0.95
    return _shared(word, text)


def _shared(word: str, text: str) -> float:
    for size in range(len(word) - 1, 1, -1):
        if size / len(word) < 0.5:
            break
        if any(word[start : start + size] in text for start in range(len(word) - size + 1)):
            return 0.8 * size / len(word)
    return 0.0


def covered(asked: tuple[Term, ...], text: str) -> float:
    """Given a question's terms and a text, return the weighted share of the terms that the text says."""
    total = sum(term.weight for term in asked)
    if not total:
        return 0.0
    return sum(term.weight * explained(term.word, text) for term in asked) / total

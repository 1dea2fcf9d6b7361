"""How far a text says a word in other words of everyday speech: 央企 for 中央企业, 关掉 for 关停."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import rjieba

from assistant.words.terms import LIGHT, by_word, explained, weight

SAME, SHORT, AKIN = 0.8, 0.7, 0.3


@cache
def _everyday() -> dict[str, frozenset[str]]:
    """The words that everyday.toml has for each word, itself among them."""
    data = tomllib.loads(files("assistant").joinpath("data/everyday.toml").read_text(encoding="utf-8"))
    return by_word(data["groups"])


@lru_cache(maxsize=65536)
def alike(word: str, text: str) -> float:
    """Given a word and a text, return from 0 to 1 how far the text says it: as `explained` has it, SAME
    by a word that reports write for it, SHORT where the word stands for a longer one of the text by its characters,
    AKIN where a word of the text shares a character at the same end, as synonyms in Chinese do."""
    said = explained(word, text)
    if said < SAME and any(other in text for other in _everyday().get(word, ())):
        said = SAME
    if said >= SHORT or not re.fullmatch(r"[一-鿿]{2,4}", word):
        return said
    if _abbreviates(word, text):
        return SHORT
    if len(word) == 2 and any(other[0] == word[0] or other[-1] == word[-1] for other in _words(text)):
        return max(said, AKIN)
    return said


def _abbreviates(word: str, text: str) -> bool:
    """Whether the characters of a word stand in their order in a stretch of twice its length."""
    pattern = "[一-鿿]{0,2}".join(map(re.escape, word))
    return re.search(pattern, text) is not None


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(
        word
        for word in dict.fromkeys(rjieba.cut(text))
        if re.fullmatch(r"[一-鿿]{2,3}", word) and weight(word) > LIGHT
    )

"""An English measure in the Chinese of the reports, word by word through the glossary."""

from __future__ import annotations

import re
from functools import cache

from assistant.understand.glossary import glossary
from assistant.understand.periods import MARK

_LIGHT = frozenset({"作出", "开展"})
"""Verbs that English needs and the reports' labels leave out."""


def singular(word: str) -> str:
    """Given an English word in lower case, return it without the ending of the plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh)es$", word) and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@cache
def _phrases() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str], int]:
    nouns = {tuple(map(singular, phrase.split())): chinese for phrase, chinese in glossary().nouns.items()}
    verbs = {tuple(map(singular, phrase.split())): chinese for phrase, chinese in glossary().verbs.items()}
    return nouns, verbs, max(map(len, (*nouns, *verbs)))


def render(text: str) -> tuple[str, str]:
    """Given English words, return the measure in English and its Chinese rendering.

    Verbs go first, as in Chinese. A content word that the glossary lacks stays in English in the rendering,
    so that whoever matches it sees that something was not understood.
    """
    words = [word for part in text.split(MARK) for word in (*_words(part), "")]
    nouns, verbs, longest = _phrases()
    kept: list[str] = []
    said: list[tuple[bool, str]] = []
    start = 0
    while start < len(words):
        size, chinese, verb = _phrase(words, start, nouns, verbs, longest)
        if size:
            kept += words[start : start + size]
            said.append((verb, chinese))
        elif words[start] and words[start] not in glossary().stop:
            kept.append(words[start])
            said.append((False, words[start]))
        start += max(size, 1)
    return " ".join(kept), " ".join(dict.fromkeys(_ordered(said)))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9][\w&.'’-]*[a-z0-9]|[a-z0-9]|[\u4e00-\u9fff“”（）]+", text.replace("’", "'"))


def _phrase(
    words: list[str],
    start: int,
    nouns: dict[tuple[str, ...], str],
    verbs: dict[tuple[str, ...], str],
    longest: int,
) -> tuple[int, str, bool]:
    for size in range(min(longest, len(words) - start), 0, -1):
        key = tuple(singular(word.removesuffix("'s")) for word in words[start : start + size])
        if key in nouns:
            return size, nouns[key], False
        if key in verbs:
            return size, verbs[key], True
    return 0, "", False


def _ordered(said: list[tuple[bool, str]]) -> list[str]:
    """Verbs before nouns; light verbs are dropped where something else is said, and so is a noun that a
    longer one holds already."""
    nouns = [chinese for verb, chinese in said if not verb]
    verbs = [chinese for verb, chinese in said if verb and (chinese not in _LIGHT or not nouns)]
    return verbs + [noun for noun in nouns if not any(noun != other and noun in other for other in nouns)]

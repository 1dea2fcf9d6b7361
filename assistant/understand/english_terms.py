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


def stem(word: str) -> str:
    """Given an English word in lower case, return what its regular forms share: refuse, refused, refusing."""
    word = singular(word)
    for ending in ("ing", "ed", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl" else word


@cache
def _by_stem() -> dict[tuple[str, ...], tuple[str, bool]]:
    """The glossary by the stems of its phrases, where one meaning only has them, and whether it is a verb."""
    found: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
    for table, verb in ((glossary().nouns, False), (glossary().verbs, True)):
        for phrase, chinese in table.items():
            found.setdefault(tuple(map(stem, phrase.split())), set()).add((chinese, verb))
    return {stems: next(iter(said)) for stems, said in found.items() if len(said) == 1}


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
        said = None if set(key) <= glossary().stop else _by_stem().get(tuple(map(stem, key)))
        if said:
            return size, *said
    return 0, "", False


def _ordered(said: list[tuple[bool, str]]) -> list[str]:
    """Verbs before nouns; light verbs are dropped where something else is said, and so is a noun that a
    longer one holds already."""
    nouns = [chinese for verb, chinese in said if not verb]
    verbs = [chinese for verb, chinese in said if verb and (chinese not in _LIGHT or not nouns)]
    return verbs + [noun for noun in nouns if not any(noun != other and noun in other for other in nouns)]

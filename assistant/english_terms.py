"""An English measure in the Chinese of the reports, word by word through the glossary."""

from __future__ import annotations

import re
from functools import cache

from assistant.glossary import glossary
from assistant.periods import MARK

_STOP = frozenset(
    """a an the of in on at to for from by with and or as into per about during within between among than that this these those its their
    there it they them we you your our i me my is are was were be been being do does did has have had will would can could may might shall should
    how many much what which who whom whose when where why number numbers total overall count quantity please tell give show list find know like want could
    any some all were annual annually year years report reports according made up over out under so far still also just only new
    one ones kind kinds type types piece pieces item items exactly approximately about roughly say says mentioned mention respectively each both either
    percent percentage proportion share fraction rate ratio part more most fewer fewest less least higher highest lower lowest greater largest smallest
    compare compared comparison versus vs difference increase increased decrease decreased change changed rise rose risen fall fell fallen drop dropped growth grow grew grown
    trend average mean sum altogether combined together rank ranking times respect hello hi thanks thank us get got s due because based grounds ground not
    handled handling made""".split()
)
_KEEP_VERBS_WITH = frozenset({"受理", "查处", "收到", "办结"})
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
        elif words[start] and words[start] not in _STOP:
            kept.append(words[start])
            said.append((False, words[start]))
        start += max(size, 1)
    return " ".join(kept), " ".join(dict.fromkeys(_ordered(said)))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9][\w&.'’-]*[a-z0-9]|[a-z0-9]|[\u4e00-\u9fff“”（）]+", text.replace("’", "'"))


def _phrase(
    words: list[str], start: int, nouns: dict[tuple[str, ...], str], verbs: dict[tuple[str, ...], str], longest: int
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

"""What people say, and what reports write for it: 下水道盖子 and 窨井盖, 送回老家 and 护送返乡.

Only for figures that nothing else answers. The words of labels are told apart by words.toml, which is stricter.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import accumulate

from assistant.words.terms import FULL, LIGHT, MIDDLING, Term, part_of_speech, terms

_GAP = "…"
_NUMERAL = re.compile(r"[一二三四五六七八九十百千万亿两几半多数零〇\d]")
_BETWEEN = r"[^，,。；;、]{0,8}?"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase of everyday speech, in one piece or in several, and what reports write for it."""

    said: re.Pattern[str]
    official: tuple[str, ...]
    acts: bool


@dataclass(frozen=True, slots=True)
class _Thesaurus:
    entries: tuple[_Entry, ...]
    light: frozenset[str]
    empty: re.Pattern[str]


@cache
def _thesaurus() -> _Thesaurus:
    data = tomllib.loads(files("assistant").joinpath("data/thesaurus.toml").read_text(encoding="utf-8"))
    domains = [domain for name, domain in data.items() if isinstance(domain, dict)]
    entries = [
        _entry(phrase, official)
        for domain in domains
        for said, official in domain.items()
        for phrase in _phrasings(said)
    ]
    return _Thesaurus(tuple(entries), frozenset(data["light"]), re.compile("|".join(data["empty"])))


def _phrasings(said: str) -> list[str]:
    """The phrases of a key that stand side by side in it, and not within brackets."""
    depths = accumulate((one == "(") - (one == ")") for one in said)
    return "".join(
        "\n" if one == "|" and not depth else one for one, depth in zip(said, depths, strict=True)
    ).split("\n")


def _entry(phrase: str, official: list[str]) -> _Entry:
    pattern = _BETWEEN.join(f"({part})" for part in phrase.split(_GAP))
    return _Entry(re.compile(pattern), tuple(official), any(map(_acts, official)))


def _acts(official: str) -> bool:
    words = [term for term in terms(official) if term.weight > LIGHT]
    return bool(words) and all(term.acts for term in words)


def in_words_of_reports(measure: str) -> tuple[Term, ...]:
    """Given a measure, return its words in order, each phrase of everyday speech as one word, with what reports write
    for it."""
    measure = rest = _thesaurus().empty.sub(" ", measure)
    found: list[tuple[int, Term]] = []
    for entry, pieces in _phrases(measure):
        if all(rest[start:end] == measure[start:end] for start, end in pieces):
            said = "".join(measure[start:end] for start, end in pieces).replace(" ", "")
            weight = MIDDLING if len(said) == 1 else FULL
            acts = entry.acts or (len(said) <= 2 and part_of_speech(said) == "v")
            found.append((pieces[0][0], Term(said, weight, acts, entry.official)))
            for start, end in pieces:
                rest = rest[:start] + " " * (end - start) + rest[end:]
    found += [(measure.find(term.word), _weighed(term)) for term in terms(rest)]
    return tuple(term for _, term in sorted(found, key=lambda one: one[0]))


def official(spoken: Iterable[Term]) -> str:
    """Given a measure's words, return what reports are likeliest to write for it, to search by."""
    return "".join(term.others[0] if term.others else term.word for term in spoken)


def _phrases(measure: str) -> list[tuple[_Entry, list[tuple[int, int]]]]:
    """The phrases said in a measure, with their pieces, those of most characters first; a space in it, where a question
    word stood, may divide one."""
    places = [place for place, character in enumerate(measure) if character != " "]
    texts = ((measure, range(len(measure) + 1)), (measure.replace(" ", ""), (*places, len(measure))))
    found = [
        (entry, [(at[start], at[end - 1] + 1) for start, end in _pieces(match)])
        for text, at in texts
        for entry in _thesaurus().entries
        for match in entry.said.finditer(text)
        if match.group()
    ]
    return sorted(found, key=lambda one: -sum(end - start for start, end in one[1]))


def _pieces(match: re.Match[str]) -> list[tuple[int, int]]:
    spans = (match.span(n) for n in range(1, len(match.groups()) + 1))
    return [(start, end) for start, end in spans if end > start]


def _weighed(term: Term) -> Term:
    """A word that is no phrase of the thesaurus, with what it tells: nothing where it is light, and all where the
    dictionary does not know it and takes it for a number or a place (微博上)."""
    if term.word in _thesaurus().light:
        return replace(term, weight=LIGHT)
    tag = part_of_speech(term.word)
    unknown = (tag == "m" and not _NUMERAL.search(term.word)) or (tag == "f" and len(term.word) > 2)
    return replace(term, weight=FULL) if unknown else term

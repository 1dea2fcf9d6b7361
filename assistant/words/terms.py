"""The words of a question or a label that tell figures apart, and when one word explains another."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import rjieba

from corpus.language.grammar import GROWN_FROM

_NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．，]\s*")
_GROWN_FROM = re.compile(GROWN_FROM)
_SHARE_OF = re.compile("(?<=..)占(?![比用地道有线领卜])")
_YEARLY = re.compile("年均(?=[^，。]{0,2}[增降减递])")
"""A growth of several years is not that of the last."""
_OVER_YEARS = re.compile("五年(?:来|间|累计)|连续五年|五年$")
"""What was done in five years is not what was done in the last of them."""
_ON_LAST_YEAR = re.compile(
    "(?:同比|[比较](?:上一?年|去年|前一年)(?:同期)?)(?=[增减升降]|上升|下降|提高|回落)"
)
"""A change is on the year before, whether it says so or not."""
_PM25 = re.compile(r"pm\s*2\.?5")
_SIZED = re.compile("规模以上|规模(?=工业|服务业)")
"""Firms of some size, which reports call by three names: 规上工业, 规模以上工业, 规模工业."""
_IN_ALL = re.compile("总(?=支出|收入|投资|预算)")
_THRESHOLD = re.compile(
    r"\d[\d.]*(?:[百千万亿]*(?:元|人|户|吨|斤|亩|公里|平方米|千瓦|周?岁|个|家|台|级|年|天))?及?以[上下内]"
)
"""Above or below how much: 10亿元以上 is one thing of its own, and no part of another."""
_BOUND_SAID = re.compile("周(?=岁)|及(?=以[上下])|[（(]含[)）](?=以[上下])")
"""What may be said of a bound or not: 60周岁及以上."""
_HOTLINE = re.compile(r"1[12]\d{3}|9[56]\d{3,4}")
"""The numbers that are the names of services: 12345, 12315."""
_NOT_WORD = re.compile(r"[^\w%]+")
LIGHT, MIDDLING, FULL = 0.15, 0.5, 1.0
_FUNCTION = frozenset({"c", "p", "u", "uj", "ul", "uv", "uz", "ud", "ug", "y", "r", "m", "q", "e", "o", "f"})
"""Tags of conjunctions, prepositions, particles, pronouns, numerals, measure words and the like."""
_SUFFIXES = frozenset("费数额量班类点")
"""They add little to what a word names: 培训费, 培训班 and 培训."""
_RANKS = frozenset("省市区县旗镇乡")
"""They say little more than the name before them: 乐昌 and 乐昌市."""
_TELLING = frozenset("男女")
"""Words of one character that tell one figure from another."""
ALIKE = 0.9
AKIN = 0.5
"""What it is worth that another verb shares a character: alone it never makes a label fit."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, how much it tells, from 0 to 1, and whether it is a verb: what was done with the thing."""

    word: str
    weight: float
    acts: bool = False
    others: tuple[str, ...] = ()
    """What reports write for it, where it is a phrase of everyday speech: of each, all its words must be said."""


@dataclass(frozen=True, slots=True)
class _Words:
    groups: dict[str, frozenset[str]]
    light: frozenset[str]
    middling: frozenset[str]
    modifiers: tuple[str, ...]
    nouns: frozenset[str]
    inseparable: re.Pattern[str]
    plain: dict[str, str]


@cache
def _words() -> _Words:
    data = tomllib.loads(resources.files("assistant").joinpath("data/words.toml").read_text("utf-8"))
    return _Words(
        by_word(data["groups"]),
        frozenset(data["light"]),
        frozenset(data["middling"]),
        tuple(data["modifiers"]),
        frozenset(data["nouns"]),
        re.compile("|".join(sorted(data["inseparable"], key=len, reverse=True))),
        data["plain"],
    )


def by_word(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """Given groups of words that mean the same, return for each word all that its groups hold."""
    found: dict[str, set[str]] = {}
    for group in map(tuple, groups):
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(same) for word, same in found.items()}


@lru_cache(maxsize=65536)
def unnumbered(label: str) -> str:
    """Given a label, return it without its outline number: "1.属于国家秘密" -> "属于国家秘密"."""
    return _NUMBERING.sub("", label)


@lru_cache(maxsize=32768)
def terms(text: str) -> tuple[Term, ...]:
    """Given a phrase in simplified Chinese (or English), return its words in order, each once, weighted."""
    found: dict[str, Term] = {}
    plain = _IN_ALL.sub("总 ", _PM25.sub("细颗粒物", _SIZED.sub("规上", unnumbered(text.lower()))))
    for word in _cut(_NOT_WORD.sub(" ", plain)):
        for piece in _pieces(word.strip()):
            found.setdefault(piece, Term(piece, weight(piece), _acts(piece)))
    return tuple(found.values())


def _cut(text: str) -> Iterator[str]:
    """The words of a text, those that only mean something together kept whole: 项目支出, 一般公共预算."""
    start = 0
    wholes = (*_words().inseparable.finditer(text), *_THRESHOLD.finditer(text))
    for whole in sorted(wholes, key=re.Match.start):
        yield from rjieba.cut(text[start : whole.start()])
        yield whole.group()
        start = whole.end()
    yield from rjieba.cut(text[start:])


@lru_cache(maxsize=65536)
def part_of_speech(word: str) -> str:
    """Given a word, return its tag in the dictionary: n, v, d …"""
    return str(next((tag for _, tag in rjieba.tag(word)[:1]), ""))


def _acts(word: str) -> bool:
    return word not in _words().nouns and part_of_speech(word) in ("v", "vd")


def _pieces(word: str) -> list[str]:
    """A phrase the dictionary has as one word, in its words: 采取措施 is two."""
    if len(word) < 4 or word in _words().groups or _is_whole(word):
        return [word] if word else []
    pieces = [piece for piece in rjieba.cut_for_search(word) if piece != word]
    return pieces if "".join(pieces) == word else [word]


def _is_whole(word: str) -> bool:
    """Whether a word only means something together: 项目支出, 10亿元以上."""
    return bool(_words().inseparable.fullmatch(word) or _THRESHOLD.fullmatch(word))


def weight(word: str) -> float:
    """Given a word, return how much it tells: little for function words, half for the common verbs."""
    words = _words()
    if word in words.light:
        return LIGHT
    if word in _TELLING or _is_whole(word) or _HOTLINE.fullmatch(word):
        return FULL
    if word in words.middling:
        return MIDDLING
    if part_of_speech(word) in _FUNCTION:
        return LIGHT
    return MIDDLING if len(word) == 1 else FULL


@lru_cache(maxsize=65536)
def explained(word: str, text: str) -> float:
    """Given a question's word and a text, return from 0 to 1 how far the text says that word.

    1 when it stands there, ALIKE for a word of the same meaning, less for a shared part of at least two
    characters and half of the word.
    """
    if word in text or (word.isascii() and word in text.lower()):
        return 1.0
    if _THRESHOLD.fullmatch(word):
        return float(_BOUND_SAID.sub("", word) in _BOUND_SAID.sub("", text))
    if any(same in text for same in _words().groups.get(word, ())):
        return ALIKE
    if len(word) > 2 and word[-1] in _SUFFIXES | _RANKS and word[:-1] in text:
        return ALIKE
    return _shared(word, text)


def _shared(word: str, text: str) -> float:
    for size in range(len(word) - 1, 1, -1):
        if size / len(word) < 0.5:
            break
        if any(word[start : start + size] in text for start in range(len(word) - size + 1)):
            return 0.8 * size / len(word)
    return 0.0


def said(term: Term, text: str) -> float:
    """Given a question's term and a text, return from 0 to 1 how far the text says it: as `explained`, and for a
    verb by another verb that has a character of it in the same place (进驻 and 入驻, 推送 and 推出)."""
    whole = told(term, text)
    return whole if whole or not term.acts else _akin(term.word, text)


def told(term: Term, text: str) -> float:
    """Given a question's term and a text, return from 0 to 1 how far the text says it, or what reports write for it."""
    if term.others and any(all(word in text for word in other.split()) for other in term.others):
        return ALIKE
    return explained(term.word, text)


@lru_cache(maxsize=65536)
def _akin(verb: str, text: str) -> float:
    others = (other.word for other in terms(text) if other.acts and len(other.word) == len(verb) > 1)
    return AKIN if any(any(map(str.__eq__, verb, other)) for other in others) else 0.0


@lru_cache(maxsize=65536)
def modifiers(text: str) -> tuple[str, ...]:
    """Given a label, return its words that change what is measured: 上一年, 增/减, 率, 提升前."""
    shares = ("占比",) * bool(_SHARE_OF.search(text)) + ("年均",) * bool(_YEARLY.search(text))
    shares += ("五年",) * bool(_OVER_YEARS.search(text))
    bare = text.replace("预期寿命", "寿命")  # no plan, but how long people may expect to live
    bare = bare.replace("人均可支配收入", "收入")  # what people's income is always told as
    bare = _ON_LAST_YEAR.sub("", bare)
    return (*(word for word in _words().modifiers if word in bare), *shares, *_GROWN_FROM.findall(text))


def plain() -> dict[str, str]:
    """Return the words that by themselves mean an indicator of the national form, with its id."""
    return _words().plain


def known_words() -> frozenset[str]:
    """Return the words whose meaning is known (assistant/data/words.toml)."""
    return frozenset(_words().groups)


def covered(asked: tuple[Term, ...], text: str) -> float:
    """Given a question's terms and a text, return the weighted share of the terms that the text says."""
    total = sum(term.weight for term in asked)
    if not total:
        return 0.0
    return sum(term.weight * said(term, text) for term in asked) / total

"""Words typed wrongly, put right by the words of the labels in scope: by sound (失效连接, 高零津贴), by shape (抗早, 电活),
with a character too few, too many or in the wrong place (高新技企业, 接公务待), or in Latin letters (guer, jhdj).

A word that is well formed is another thing, unless it sounds like a word of a label beside whose words it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from itertools import pairwise

import rjieba

from assistant.understand.lookalikes import apart, in_words
from assistant.understand.sound import alike, in_word, same, syllables
from assistant.understand.typing_errors import Correction
from assistant.words.glossary import chinese_terms
from assistant.words.phrases import phrases, spans, whole, word_edges
from assistant.words.terms import known_words

SOUND, SHAPE, ACCENT, EDIT = 1.0, 1.25, 1.5, 2.0
"""What a character is likely to be typed for: the less, the likelier."""
_INITIALS = 4
"""A shorter run of first letters stands for too many words."""
_LONG = 4
"""A word that lost a character had at least so many."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_NEVER = frozenset(
    "〇零一二两三四五六七八九十百千万亿甲乙丙丁男女进出增减升降大小多少上下公私正副东西南北省市区县乡镇村新旧"
)
"""Characters by which things are told apart: none of these is a slip for another of them."""
_NOT = frozenset("不未无非没免")
"""They turn a word round that they begin: none is typed, or left out, by a slip."""

_BY_ITSELF = frozenset("是在有的和")
"""They join the words beside them."""


def corrections(measure: str, labels: Iterable[str]) -> tuple[Correction, ...]:
    """Given a measure and the labels that may answer it, return the words of the measure that no label has and that are
    clearly a slip for exactly one that a label has."""
    texts = frozenset(labels)
    words = phrases(texts)
    latin = (_spelt_out(letters, words) for letters in _LATIN.findall(measure))
    found = [one for one in latin if one is not None]
    near = _near(measure, words)
    for run in _CHINESE.findall(measure):
        found += _Run(run, texts, near).corrections()
    return tuple(dict.fromkeys(found))


def _near(measure: str, words: Collection[str]) -> list[str]:
    """The words that share half of their characters with the measure."""
    there = set(measure)
    return [word for word in words if 2 * sum(map(there.__contains__, word)) >= len(word)]


def _spelt_out(letters: str, words: Collection[str]) -> Correction | None:
    """The one word that letters sound like, or whose syllables begin with them."""
    said = letters.lower()
    fits = {word for word in words if "".join(in_word(word)) == said}
    if not fits and len(said) >= _INITIALS:
        fits = {word for word in words if "".join(one[0] for one in in_word(word)) == said}
    return Correction(letters, fits.pop()) if len(fits) == 1 else None


class _Run:
    """One run of Chinese characters of a measure, beside the labels' texts and those of their words that are near it."""

    def __init__(self, text: str, texts: Collection[str], near: Collection[str]) -> None:
        self.text, self.texts, self.near = text, texts, near
        edges = word_edges(text)
        self.word_at = [text[start:end] for start, end in pairwise(edges) for _ in range(start, end)]

    def corrections(self) -> list[Correction]:
        found: list[Correction] = []
        free = [True] * len(self.text)
        for start, end, typed in sorted(spans(self.text), key=lambda span: span[0] - span[1]):
            if not all(free[start:end]) or any(typed in text for text in self.texts):
                continue
            meant = self._meant(start, end)
            if meant is not None:
                found.append(Correction(typed, meant))
                free[start:end] = [False] * (end - start)
        return found

    def _meant(self, start: int, end: int) -> str | None:
        """The one word that a span is likeliest a slip for."""
        costs = {word: cost for word in self.near if (cost := self._cost(start, end, word)) is not None}
        best = [word for word, cost in costs.items() if cost == min(costs.values())]
        return best[0] if len(best) == 1 else None

    def _cost(self, start: int, end: int, word: str) -> float | None:
        if len(word) != end - start:
            return EDIT if self._edited(start, end, word) else None
        typed = self.text[start:end]
        wrong = [place for place, char in enumerate(word) if typed[place] != char]
        costs = [_taken_for(typed[place], word, place) for place in wrong]
        if None in costs or not all(self._slip(start, end, place, word) for place in wrong):
            return EDIT if self._swapped(start, word, wrong) else None
        if 2 * len(wrong) > len(word):
            return None
        return sum(cost for cost in costs if cost is not None)

    def _loose(self, place: int) -> bool:
        return len(self.word_at[place]) == 1

    def _stray(self, at: int, start: int, end: int) -> bool:
        """Whether a character of a span stands by itself, and not beside another that does outside of it: 小微."""
        beyond = (start - 1) if at == start else end if at == end - 1 else at
        outside = beyond != at and 0 <= beyond < len(self.text) and self._loose(beyond)
        return start <= at < end and self._loose(at) and not outside

    def _slip(self, start: int, end: int, place: int, word: str) -> bool:
        """Whether a character may be wrong: it is no part of another word, or that word stands beside, or within, what
        the label has beside its own."""
        if self._loose(start + place):
            return True
        typed = self.word_at[start + place]
        if typed in _administrative() or any(typed in text for text in self.texts):
            return False
        if len(typed) < len(word):
            return True
        before, after = self.text[max(start - 1, 0) : start], self.text[end : end + 1]
        beside = [f"{before}{word}"] * bool(before) + [f"{word}{after}"] * bool(after)
        if any(piece in text for piece in beside for text in self.texts):
            return True
        return syllables(typed) == syllables(word) and any(whole(text) == word for text in self.texts)

    def _swapped(self, start: int, word: str, wrong: list[int]) -> bool:
        """Whether two neighbours changed places: 公务待接."""
        if len(word) < 3 or len(wrong) != 2 or wrong[1] - wrong[0] != 1:
            return False
        first, second = (start + place for place in wrong)
        crossed = (self.text[second], self.text[first]) == (word[wrong[0]], word[wrong[1]])
        return crossed and (self._loose(first) or self._loose(second))

    def _edited(self, start: int, end: int, word: str) -> bool:
        """Whether a span is a word with one character too few, which leaves a stray one beside, or with one typed twice."""
        typed = self.text[start:end]
        if len(typed) == len(word) + 1:
            return any(
                typed[:place] + typed[place + 1 :] == word and _twice(typed[place - 1], typed[place])
                for place in range(1, len(typed))
            )
        if len(typed) != len(word) - 1 or len(word) < _LONG:
            return False
        return any(
            word[:place] + word[place + 1 :] == typed
            and word[place] not in _NEVER | _NOT
            and any(self._stray(at, start, end) for at in (start + place - 1, start + place))
            for place in range(len(word))
        )


def _twice(first: str, second: str) -> bool:
    """Whether a character was typed twice: as it is, or as another of its sound that is no word by itself (城市是哪里)."""
    return first == second or (second not in _BY_ITSELF and same(first, second))


def _taken_for(typed: str, word: str, place: int) -> float | None:
    """How far off a character is from the one of a word in its place, or None where it is no slip for it."""
    meant = word[place]
    if {typed, meant} <= _NEVER or ({typed, meant} & _NOT and place in word_edges(word)):
        return None
    heard, said = syllables(typed)[0], (syllables(meant)[0], in_word(word)[place])
    if heard in said:
        return SOUND
    if typed in in_words(meant):
        return SHAPE
    return ACCENT if any(alike(heard, one) for one in said) else None


@cache
def _administrative() -> frozenset[str]:
    """Words that administration has for things of its own: one of these is never a slip for another."""
    terms = {word for term in chinese_terms() for word in rjieba.cut(term, False)}
    return apart() | frozenset(word for word in terms | known_words() if len(word) > 1)

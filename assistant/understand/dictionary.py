"""English words that the glossary lacks, in the Chinese words of the reports' own labels, by the dictionary CC-CEDICT.

A dictionary has ten Chinese words for one of English, and most of them are not meant. Those that no label in scope has
are left out; of those left, the one that a label says together with most of what else is asked. Where two go equally
well, none is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understand.english_terms import ARTICLES, TOKEN, Key, american, known, singular, stem
from assistant.understand.periods import MARK
from assistant.words.cedict import glosses
from assistant.words.glossary import glossary
from assistant.words.terms import ALIKE, LIGHT, explained, weight

_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NO_SENSE = re.compile(r"\b(?:surname|variant of|abbr\.|see|CL:|euphemism|slang)")
_WORD = re.compile(r"[a-z0-9]+")
_FILLS = frozenset({"to", "be", "a", "an", "the", "sth", "sb", "of", "one", "s"})
_IRREGULAR = {
    form: word
    for word, forms in {
        "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built", "buy": "bought", "catch": "caught",
        "child": "children", "choose": "chose chosen", "deal": "dealt", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen",
        "fight": "fought", "find": "found", "freeze": "froze frozen", "give": "gave given", "grow": "grew grown", "hold": "held",
        "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "life": "lives", "lose": "lost", "make": "made", "man": "men",
        "meet": "met", "pay": "paid", "person": "people", "ride": "rode ridden", "run": "ran", "seek": "sought", "sell": "sold",
        "send": "sent", "spend": "spent", "steal": "stole stolen", "take": "took taken", "teach": "taught", "win": "won",
        "withdraw": "withdrew withdrawn", "woman": "women", "write": "wrote written",
    }.items()
    for form in forms.split()
}  # fmt: skip
_PARTICLES = frozenset({"out", "up", "down", "off", "away", "back"})
"""What ends a verb of two words: send out, hand back."""
_LONGEST, _WORDS = 5, 3
"""The characters of a Chinese word, and the words of an English gloss, at most."""


class Dictionary:
    """What English phrases are in certain Chinese texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(dict.fromkeys(texts))
        self._senses = _senses(self._texts)

    def senses(self, words: Key) -> tuple[str, ...]:
        """Given the words of an English phrase, return the Chinese words for it that stand in the texts."""
        return self._senses.get(tuple(map(_root, words)), ())

    def reads(self, text: str) -> str:
        """Given an English text in lower case, return it with each phrase in the one Chinese word that goes with the rest
        of it, where that is not the glossary's."""
        pieces = list(_pieces(text, self.senses))
        for place, piece in reversed([*enumerate(pieces)]):
            others = (*pieces[:place], *pieces[place + 1 :])
            senses = [one for one in piece.senses if not any(one in other.said for other in others)]
            sense = self._chosen(senses, [one.senses for one in others])
            if sense and sense != piece.said:
                text = f"{text[: piece.start]} {sense} {text[piece.end :]}"
        return text

    def _chosen(self, senses: Sequence[str], beside: Sequence[Sequence[str]]) -> str | None:
        """Of the senses of a phrase, the one that a text says together with most other things asked, each of which may
        be one of several words; None where two go equally well."""
        best = {sense: self._together(sense, beside) for sense in senses}
        most = [sense for sense in best if best[sense] == max(best.values()) > -1]
        return most[0] if len(most) == 1 else None

    def _together(self, sense: str, beside: Sequence[Sequence[str]]) -> int:
        """How many of the things asked a text says that says a sense; -1 where none says it."""
        texts = (text for text in self._texts if _stands(sense, text))
        return max(
            (sum(any(_stands(word, text) for word in words) for words in beside) for text in texts),
            default=-1,
        )


def says(text: str, word: str) -> bool:
    """Given a Chinese text and an English word in lower case, return whether any word of the text is that by itself or with
    others: 入轨, to enter orbit, says orbit."""
    return _root(word) in _roots(text)


def _stands(word: str, text: str) -> bool:
    return explained(word, text) >= ALIKE


def load() -> None:
    """Read the dictionary, a third of a second, so that no question waits for it."""
    glosses()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A phrase of an English text, the Chinese words it may be, and what it is by the glossary, if that has it."""

    start: int
    end: int
    senses: tuple[str, ...]
    said: str


def _pieces(text: str, senses: Callable[[Key], tuple[str, ...]]) -> Iterator[_Piece]:
    """The phrases of a text that mean something, the longest first: of as many words the glossary's goes before the
    dictionary's."""
    words = [word for word in TOKEN.finditer(text.replace("-", " ")) if word.group() not in ARTICLES]
    first = 0
    while first < len(words):
        rest = words[first : first + _WORDS]
        size, chinese = known([word.group() for word in words[first:]])
        longer = next((n for n in range(len(rest), size, -1) if senses(_key(rest[:n], text))), 0)
        length = max(longer, size, 1)
        last, found = words[first + length - 1], senses(_key(words[first : first + length], text))
        said = chinese if size == length else ""
        if said or (found and size < length):
            senses_of = dict.fromkeys(filter(None, (said, *glossary().other_verbs.get(said, ()), *found)))
            yield _Piece(words[first].start(), last.end(), tuple(senses_of), said)
        first += length


def _key(words: Sequence[re.Match[str]], text: str) -> Key:
    """The words of a phrase, or () where it begins or ends with a word that asks, or something stands between them."""
    ends = {words[0].group(), words[-1].group()} - (_PARTICLES if len(words) > 1 else set())
    apart = MARK in text[words[0].start() : words[-1].end()]
    return () if apart or ends & glossary().stop else tuple(word.group() for word in words)


@lru_cache(maxsize=64)
def _senses(texts: tuple[str, ...]) -> dict[Key, tuple[str, ...]]:
    """The words of texts by what the dictionary has them be in English."""
    found: dict[Key, list[str]] = defaultdict(list)
    for word in sorted(one for one in _words_of(texts) if weight(one) > LIGHT):  # the others tell nothing
        for phrase in _phrases_of(word):
            found[phrase].append(word)
    return {phrase: tuple(words) for phrase, words in found.items()}


def _words_of(texts: Sequence[str]) -> set[str]:
    """All words of the dictionary that stand anywhere in texts."""
    known = glosses()
    runs = {run for text in texts for run in re.findall(r"[\u4e00-\u9fff]+", text)}
    return {
        run[start : start + size]
        for run in runs
        for size in range(2, _LONGEST + 1)
        for start in range(len(run) - size + 1)
        if run[start : start + size] in known
    }


@lru_cache(maxsize=256)
def _roots(text: str) -> frozenset[str]:
    """The roots of all that the words of a text are in English."""
    return frozenset(root for word in _words_of((text,)) for phrase in _phrases_of(word) for root in phrase)


@lru_cache(maxsize=16384)
def _phrases_of(word: str) -> frozenset[Key]:
    """The English phrases that a Chinese word is, by the roots of their words."""
    said = (
        _REMARK.sub("", one).lower() for one in re.split("[/;]", glosses()[word]) if not _NO_SENSE.search(one)
    )
    phrases = (tuple(_root(one) for one in _WORD.findall(gloss) if one not in _FILLS) for gloss in said)
    return frozenset(phrase for phrase in phrases if 0 < len(phrase) <= _WORDS)


@lru_cache(maxsize=16384)
def _root(word: str) -> str:
    """What a word shares with those made of it: donation and donate, cremated and cremation."""
    root = stem(singular(american(_IRREGULAR.get(word, word).removesuffix("'s"))))
    return root.removesuffix("ion") if len(root) > 6 else root

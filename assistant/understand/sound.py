"""How Chinese sounds, without tones: what a typing error by sound keeps. The only importer of pypinyin."""

from __future__ import annotations

from functools import cache

from pypinyin import Style, constants, lazy_pinyin, pinyin
from pypinyin.contrib.tone_convert import to_normal


@cache
def syllables(text: str) -> tuple[str, ...]:
    """Given Chinese text, return the syllable of each character (凌源 -> ling, yuan), other text as it is."""
    return tuple(sound for char in text for sound in lazy_pinyin(char))


@cache
def in_word(word: str) -> tuple[str, ...]:
    """Given a Chinese word, return the syllable of each character as it sounds in that word (罚没 -> fa, mo)."""
    return tuple(lazy_pinyin(word))


@cache
def readings(text: str) -> tuple[frozenset[str], ...]:
    """Given Chinese text, return for each character the syllables that it has in any word (调 -> diao, tiao)."""
    return tuple(frozenset(sounds) for sounds in pinyin(text, style=Style.NORMAL, heteronym=True))


def same(left: str, right: str) -> bool:
    """Whether two words of one length sound alike, tones and n/ng, l/n, z/zh … of common accents apart."""
    return len(left) == len(right) and all(map(alike, syllables(left), syllables(right)))


def alike(left: str, right: str) -> bool:
    """Whether two syllables sound alike in common accents."""
    return left == right or _blurred(left) == _blurred(right)


@cache
def _blurred(syllable: str) -> str:
    for heard, meant in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        if syllable.startswith(heard):
            syllable = meant + syllable[2:]
    return syllable[:-1] if syllable.endswith(("ang", "eng", "ing")) else syllable


@cache
def _every_syllable() -> frozenset[str]:
    marked = {one for sounds in constants.PINYIN_DICT.values() for one in sounds.split(",")}
    return frozenset(to_normal(one).replace("ü", "v") for one in marked)


def is_pinyin(word: str) -> bool:
    """Whether a word in Latin letters can be read as two or more Chinese syllables: Shenyang, Huai'an."""
    parts = word.lower().replace("’", "'").split("'")
    return sum(map(_least, parts)) >= 2 and all(map(_least, parts))


def _least(letters: str) -> int:
    """The number of syllables that the letters can be cut into at least; 0 where they cannot."""
    best = [0] + [0] * len(letters)
    for end in range(1, len(letters) + 1):
        counts = [
            best[start] + 1
            for start in range(max(0, end - 6), end)
            if (start == 0 or best[start]) and letters[start:end] in _every_syllable()
        ]
        best[end] = min(counts, default=0)
    return best[-1]

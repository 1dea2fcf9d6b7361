"""The wording of labels, apart from how a file writes it: width, spaces, brackets, quotes, numbers."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.language.numerals import plain_digits

_NUMBER = re.compile(
    r"^\s*(?:[(]\s*([一二三四五六七八九十]+|\d+)\s*[)]|([一二三四五六七八九十]+)\s*、|(\d+)\s*[.、)](?!\d))"
)
_WIDE = str.maketrans("（）．", "().")
_WORD = re.compile(r"[^\W\d_]")
_CLOSING = dict(zip('）)”’」』】》"', '（(“‘「『【《"', strict=True))


def normal(text: str) -> str:
    """Given a text, return it with compatibility forms (full width, ㈠, Kangxi radicals) and digits made plain."""
    return plain_digits(unicodedata.normalize("NFKC", text).replace("．", "."))


def letters(text: str) -> str:
    """Given a text, return only its letters and ideographs, normalised: what labels are compared by."""
    return "".join(_WORD.findall(normal(text)))


def unnumbered(label: str) -> str:
    """Given a label, return it without its number: "（三）不予公开" is 不予公开."""
    found = _NUMBER.match(label.translate(_WIDE))
    return label[found.end() :].strip() if found else label


@dataclass(frozen=True, slots=True)
class Numbered:
    """A label taken apart: its own number ("3", "三", or "") and how it is written, and its letters."""

    number: str
    body: str

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, label: str) -> Numbered:
        """Given a label, return its parts: "（三）不予公开" has number 三, body 不予公开."""
        plain = normal(label)
        found = _NUMBER.match(plain)
        if not found:
            return cls("", letters(plain))
        return cls(next(g for g in found.groups() if g), letters(plain[found.end() :]))


@dataclass(frozen=True)
class Wording:
    """A text together with its letters, each letter knowing where in the text it stands.

    `letters[i]` is written by `source[starts[i]:ends[i]]`.
    """

    source: str

    @cached_property
    def _placed(self) -> list[tuple[str, int]]:
        placed = []
        for offset, character in enumerate(self.source):
            for plain in normal(character):
                if _WORD.match(plain):
                    placed.append((plain, offset))
        return placed

    @cached_property
    def plain(self) -> str:
        """The source normalised character by character, so that offsets stay the same."""
        kept = (normal(character) for character in self.source)
        return "".join(new if len(new) == 1 else old for new, old in zip(kept, self.source, strict=True))

    @cached_property
    def letters(self) -> str:
        return "".join(plain for plain, _ in self._placed)

    @cached_property
    def offsets(self) -> list[int]:
        return [offset for _, offset in self._placed]

    def after(self, offset: int) -> int:
        """Given an offset in the source, return the index of the first letter at or after it."""
        return bisect_left(self.offsets, offset)

    def bracketed(self, start: int, end: int, *, around: bool) -> tuple[int, int]:
        """Given a span of the source, return it with the brackets and quotes that belong to it: those after
        it that close what was opened inside, and (`around`) a pair that stands around the whole."""
        if around and start and self.source[start - 1] == _CLOSING.get(self.source[end : end + 1]):
            return start - 1, end + 1
        while end < len(self.source) and self.source[end] in _CLOSING:
            opening = _CLOSING[self.source[end]]
            inside = self.source[start:end]
            if inside.count(opening) > inside.count(self.source[end]) or (
                opening == self.source[end] and inside.count(opening) % 2
            ):
                end += 1
                continue
            break
        return start, end


def distance(one: str, other: str, limit: int) -> int:
    """Given two strings, return their edit distance, or `limit` + 1 where it is greater than `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
        if min(row) > limit:
            return limit + 1
        above = row
    return min(above[-1], limit + 1)

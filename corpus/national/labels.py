"""Where a form's label stands in a text: as it should be, misspelt, cut short, or a little further on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.forms import Key, Node, Template
from corpus.language.wording import Numbered, Wording, distance, letters
from corpus.language.writing import squeeze

_NUMERALS = re.compile(r"[一二三四五六七八九十]+")
_BEFORE = re.compile(
    r"(?:[(]\s*(?P<a>[一二三四五六七八九十]+|\d+)\s*[)]|(?P<b>[一二三四五六七八九十]+)\s*、"
    r"|(?P<c>\d+)\s*[.、]|(?P<d>[㈠-㈩]))[\s|]*$"
)
_NUMBER_REACH = 16
"""How far before a label's letters its number may begin, in characters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A label met in the text: its place, the source span it is written in, the index of the letter after
    it, and how many letters and numbers of the label it has."""

    key: Key
    start: int
    end: int
    next: int
    size: int


class Labels:
    """The labels of one table of a form, looked for in one text."""

    def __init__(self, wording: Wording, template: Template) -> None:
        self.wording, self.template = wording, template
        self.columns = sorted(template.column_nodes, key=len)
        self.nodes = [path[-1] for path in (*self.columns, *template.row_nodes)]

    def written(self, hit: Hit) -> str:
        return squeeze(self.wording.source[hit.start : hit.end].replace("|", " "))

    def longest(self, keys: Iterable[Key], at: int) -> Hit | None:
        """Given places of the form, return the one whose label, number and all, is the longest here."""
        hits = [hit for key in keys for label in self._wordings(key) if (hit := self._exact(key, label, at))]
        return max(hits, key=lambda hit: hit.size, default=None)

    def drifted(self, keys: Iterable[Key], at: int) -> Hit | None:
        """The first of these labels that stands here cut short or misspelt."""
        for key in keys:
            if hit := self._cut_short(key, at) or self._misspelt(key, at):
                return hit
        return None

    def beyond(self, keys: Sequence[Key], at: int, reach: int, least: int) -> Hit | None:
        """The nearest of these labels further on, of `least` letters, past no more than `reach` others."""
        keys = [key for key in keys if len(self._wordings(key)[0].body) >= least]
        stretch = self.wording.letters[at : at + reach]
        for ahead in range(1, len(stretch)):
            if stretch[:ahead].endswith(("信息内容", "第二十条第")):
                return None
            if best := self.longest(keys, at + ahead):
                return best
        return None

    def _wordings(self, key: Key) -> tuple[Numbered, ...]:
        if isinstance(key, Node):
            return key.wordings
        text = self.template.caption if key == "caption" else self.template.corner
        return (Numbered("", letters(text)),) if text else ()

    def _exact(self, key: Key, label: Numbered, at: int) -> Hit | None:
        for first in self._firsts(at):
            if self.wording.letters.startswith(label.body, first):
                return self._numbered(key, label, at, first, len(label.body))
        return None

    def _firsts(self, at: int) -> list[int]:
        """Where a label's body may begin: here, or after a numeral that is written as its number."""
        numerals = _NUMERALS.match(self.wording.letters, at)
        return [at, numerals.end()] if numerals else [at]

    def _numbered(self, key: Key, label: Numbered, at: int, first: int, count: int) -> Hit | None:
        """The hit with its number, or None where another number stands before it."""
        offsets, size = self.wording.offsets, count
        start = offsets[first]
        floor = offsets[at - 1] + 1 if at else 0
        before = _BEFORE.search(self.wording.plain, max(floor, start - _NUMBER_REACH), start)
        if before is None and first != at:
            return None
        if before is not None:
            number = letters(before.group()) or "".join(filter(str.isdigit, before.group()))
            if not label.number or not number.endswith(label.number):
                return None
            # The digits of a value may be stuck to a label's number: only the last are the number.
            start = before.end("c") - len(label.number) if before.group("c") else before.start()
            size += 1
        start, end = self.wording.bracketed(start, offsets[first + count - 1] + 1, around=key == "corner")
        return Hit(key, start, end, first + count, size)

    def _cut_short(self, key: Key, at: int) -> Hit | None:
        """The label's beginning stands here, three letters of it or more, and then something else."""
        for label in self._wordings(key):
            for first in self._firsts(at):
                count = _common(label.body, self.wording.letters, first)
                enough = count >= 3 or (count == 2 and first != at)
                if enough and count < len(label.body) and self._boundary(first + count):
                    return self._numbered(key, label, at, first, count)
        return None

    def _boundary(self, letter: int) -> bool:
        """Something other than a letter stands before this letter, or a label of the table begins here."""
        offsets = self.wording.offsets
        if letter >= len(offsets) or offsets[letter] > offsets[letter - 1] + 1:
            return True
        begins = (_common(node.wordings[0].body, self.wording.letters, letter) >= 3 for node in self.nodes)
        return any(begins) or self.longest(self.nodes, letter) is not None

    def _misspelt(self, key: Key, at: int) -> Hit | None:
        """The label stands here with up to a quarter of its letters changed, lost or added."""
        for label in self._wordings(key):
            limit = len(label.body) // 4
            for first in self._firsts(at) if limit else ():
                size = self._closest(label.body, first, limit)
                if size and (hit := self._numbered(key, label, at, first, size)):
                    return hit
        return None

    def _closest(self, body: str, first: int, limit: int) -> int:
        """How many letters from here are closest to a label, or 0 where none are close enough."""
        best, closest = 0, limit + 1
        for size in sorted(range(len(body) - limit, len(body) + limit + 1), key=lambda s: abs(s - len(body))):
            text = self.wording.letters[first : first + size]
            if len(text) == size and (apart := distance(text, body, limit)) < closest:
                best, closest = size, apart
        return best


def _common(label: str, text: str, at: int) -> int:
    count = 0
    while count < len(label) and text.startswith(label[count], at + count):
        count += 1
    return count

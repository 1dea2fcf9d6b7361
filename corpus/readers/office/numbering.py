"""List numbers of DOCX paragraphs, which Word keeps apart from the text: 一、 （一） 1. and the like.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

import cn2an
from lxml import etree

from corpus.readers.office.package import counted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LAWFUL = 3999


def value(element: etree._Element | None, path: str) -> str | None:
    """Given an element and a path of w: names ("numPr/ilvl"), return the w:val found there, or None."""
    for name in path.split("/"):
        element = element.find(f"{W}{name}") if element is not None else None
    return element.get(f"{W}val") if element is not None else None


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is written: `pattern` has %1..%9 for the numbers of the levels."""

    form: str
    pattern: str
    start: int
    decimal_only: bool


@dataclass(slots=True)
class Numbering:
    """The lists of one document, counting as its paragraphs go by."""

    root: etree._Element | None
    counts: dict[str, list[int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next(self, number: str, level: int) -> str:
        """Given a paragraph's list and level (0..8), count it and return its number as it shows."""
        abstract = self._abstract(number)
        if abstract is None or not 0 <= level <= 8:
            return ""
        levels = self._levels(number, abstract)
        counts = self.counts.setdefault(abstract.get(f"{W}abstractNumId", ""), [])
        if number not in self.begun and self._overrides(number):
            del counts[level:]
        self.begun.add(number)
        del counts[level + 1 :]
        for depth in range(len(counts), level + 1):
            counts.append(levels[depth].start - (depth == level) if depth in levels else 0)
        counts[level] += 1
        return self._written(levels, level, counts)

    def _written(self, levels: dict[int, Level], level: int, counts: list[int]) -> str:
        own = levels.get(level)
        if own is None or own.form in ("bullet", "none"):
            return ""
        text = own.pattern
        for depth, count in enumerate(counts):
            form = levels[depth].form if depth in levels else "decimal"
            text = text.replace(f"%{depth + 1}", written(count, "decimal" if own.decimal_only else form))
        return text

    def _abstract(self, number: str) -> etree._Element | None:
        if self.root is None:
            return None
        for link in self.root.iterfind(f"{W}num"):
            if link.get(f"{W}numId") == number:
                wanted = value(link, "abstractNumId")
                lists = self.root.iterfind(f"{W}abstractNum")
                return next((one for one in lists if one.get(f"{W}abstractNumId") == wanted), None)
        return None

    def _overrides(self, number: str) -> list[etree._Element]:
        links = self.root.findall(f"{W}num") if self.root is not None else []
        own = (link for link in links if link.get(f"{W}numId") == number)
        return [override for link in own for override in link.iterfind(f"{W}lvlOverride")]

    def _levels(self, number: str, abstract: etree._Element) -> dict[int, Level]:
        levels = {counted(e.get(f"{W}ilvl"), 0): _level(e) for e in islice(abstract.iterfind(f"{W}lvl"), 9)}
        for override in self._overrides(number):
            depth = counted(override.get(f"{W}ilvl"), 0)
            redefined = override.find(f"{W}lvl")
            if redefined is not None:
                levels[depth] = _level(redefined)
            start = value(override, "startOverride")
            if start is not None and depth in levels:
                old = levels[depth]
                levels[depth] = Level(old.form, old.pattern, counted(start, 1), old.decimal_only)
        return levels


def _level(element: etree._Element) -> Level:
    return Level(
        form=value(element, "numFmt") or "decimal",
        pattern=value(element, "lvlText") or "",
        start=counted(value(element, "start"), 1),
        decimal_only=element.find(f"{W}isLgl") is not None,
    )


def written(count: int, form: str) -> str:
    """Given a count and a form of ECMA-376 17.18.59, return the number written so (plain where unknown)."""
    if not 0 < count <= _LAWFUL:
        return str(count)
    if form.startswith(("chineseCounting", "japaneseCounting", "taiwaneseCounting", "ideographDigital")):
        return str(cn2an.an2cn(count, "low"))
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return str(cn2an.an2cn(count, "up"))
    if form == "ideographTraditional" and count <= 10:
        return "甲乙丙丁戊己庚辛壬癸"[count - 1]
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    if form.startswith("decimalEnclosedCircle") and count <= 20:
        return chr(ord("①") + count - 1)
    if form == "decimalFullWidth":
        return str(count).translate({ord("0") + digit: "０１２３４５６７８９"[digit] for digit in range(10)})
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    parts = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    text = ""
    for size, sign in parts:
        text += sign * (count // size)
        count %= size
    return text

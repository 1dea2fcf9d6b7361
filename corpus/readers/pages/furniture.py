"""What is on a page only because it is a page: running heads, page numbers. Removed before reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.readers.pages.lattice import lattices
from corpus.readers.pages.lines import Line, lines
from corpus.readers.pages.page import Page

_MARGIN = 0.12
"""The share of the page's height, at the top and at the foot, where page furniture stands."""
_DASHES = "-－–—―─_~·• "
_DASHED = re.compile(rf"[{_DASHES}]+\d{{1,4}}[{_DASHES}]+")
_WORDED = re.compile(r"第\s*\d{1,4}\s*页.{0,12}|(?i:page)\s*\d+.{0,9}|\d{1,4}\s*/\s*\d{1,4}")
_PLAIN = re.compile(r"\d{1,4}")


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Given the pages of a document, return them without running heads and page numbers."""
    margins = [_margin_lines(page) for page in pages]
    numbered = _plainly_numbered(pages, margins)
    repeated = _repeated(margins)
    cleaned = []
    for page, candidates in zip(pages, margins, strict=True):
        dropped = [
            line
            for line in candidates
            if _DASHED.fullmatch(line.text)
            or (numbered and _is_number(line, page))
            or ((_WORDED.fullmatch(line.text) or _key(line) in repeated) and not _in_table(line, page))
        ]
        gone = {glyph for line in dropped for glyph in line.glyphs}
        cleaned.append(replace(page, glyphs=tuple(g for g in page.glyphs if g not in gone)) if gone else page)
    return cleaned


def _margin_lines(page: Page) -> list[Line]:
    """Given a page, return its outermost lines that stand in the margins: at most three at each end."""
    edge = _MARGIN * page.height
    top = lines(glyph for glyph in page.glyphs if glyph.middle < edge)
    foot = lines(glyph for glyph in page.glyphs if glyph.middle > page.height - edge)
    return top[:3] + foot[-3:]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 6)


def _repeated(margins: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    counts = Counter(key for candidates in margins for key in {_key(line) for line in candidates})
    return {key for key, count in counts.items() if count >= max(3, len(margins) * 0.4)}


def _is_number(line: Line, page: Page) -> bool:
    return bool(_PLAIN.fullmatch(line.text)) and not _in_table(line, page)


def _plainly_numbered(pages: Sequence[Page], margins: Sequence[Sequence[Line]]) -> bool:
    """Say whether the document numbers its pages by a bare number that counts up with the pages."""
    offsets = Counter(
        int(line.text) - page.number
        for page, candidates in zip(pages, margins, strict=True)
        for line in candidates
        if _is_number(line, page)
    )
    return any(count >= 2 for count in offsets.values())


def _in_table(line: Line, page: Page) -> bool:
    middle = (line.top + line.bottom) / 2
    return any(lattice.holds(line.left, middle) for lattice in lattices(page.rules))

"""Glyphs into lines of text, and lines into the text of a cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from corpus.readers.pages.page import Glyph

_SPACE = 0.22
"""The gap, in ems, that is a space between two Latin words."""
_GAP = 0.8
"""The gap, in ems, that a person sees as a gap between Chinese characters too."""
_WIDE = 1.2
"""The gap, in ems, that parts the columns of a line."""
_PADDING = 12.0
"""Points that a cell keeps free beside its text, both sides together."""


@dataclass(frozen=True)
class Line:
    """Glyphs beside each other, from left to right."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def left(self) -> float:
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def top(self) -> float:
        return min(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The font size of most of the line."""
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    @cached_property
    def text(self) -> str:
        """The line as written, without the gaps that only typesetting put there."""
        text = self.glyphs[0].text
        for before, after in pairwise(self.glyphs):
            text += gap(before, after) + after.text
        return text

    @cached_property
    def segments(self) -> tuple[Line, ...]:
        """The parts of the line between wide gaps."""
        parts: list[list[Glyph]] = [[self.glyphs[0]]]
        for before, after in pairwise(self.glyphs):
            if after.left - before.right > _WIDE * max(before.size, after.size):
                parts.append([])
            parts[-1].append(after)
        return tuple(Line(tuple(part)) for part in parts)


def gap(before: Glyph, after: Glyph) -> str:
    """Given neighbours on a line, return what stands between them: nothing or a space."""
    ems = (after.left - before.right) / max(before.size, after.size, 1.0)
    if is_wide(before.text[-1]) or is_wide(after.text[0]):
        return " " if ems > _GAP else ""
    return " " if ems > _SPACE else ""


def is_wide(char: str) -> bool:
    """Given a character, say whether it is Chinese writing (or its punctuation), which needs no spaces."""
    return char >= "\u2e80" or char in "“”‘’—…·"


def lines(glyphs: Iterable[Glyph], overlap: float = 0.5) -> list[Line]:
    """Given glyphs, return the lines they stand on, from top to bottom; overprinted glyphs count once.
    Glyphs are on one line where they overlap by a share of the lower one's height."""
    rows: list[list[Glyph]] = []
    tallest: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.middle, glyph.left)):
        if rows and _beside(glyph, tallest[-1], overlap):
            rows[-1].append(glyph)
            if _height(glyph) > _height(tallest[-1]):
                tallest[-1] = glyph
        else:
            rows.append([glyph])
            tallest.append(glyph)
    return [Line(tuple(_once(sorted(row, key=lambda glyph: glyph.left)))) for row in rows]


def _beside(glyph: Glyph, other: Glyph, overlap: float) -> bool:
    shared = min(other.bottom, glyph.bottom) - max(other.top, glyph.top)
    return shared > overlap * min(_height(glyph), _height(other))


def _height(glyph: Glyph) -> float:
    return glyph.bottom - glyph.top


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in row:
        near = (other for other in kept[-3:] if other.text == glyph.text)
        if not any(_near(glyph, other) for other in near):
            kept.append(glyph)
    return kept


def _near(glyph: Glyph, other: Glyph) -> bool:
    reach = 0.3 * glyph.size
    return abs(other.left - glyph.left) < reach and abs(other.top - glyph.top) < reach


def cell_text(glyphs: Iterable[Glyph], width: float) -> str:
    """Given the glyphs of a cell and its width, return its text. Lines that were broken only because the
    cell was full are joined; a break that its writer made stays."""
    written = lines(glyphs)
    if not written:
        return ""
    text = written[0].text
    for before, after in pairwise(written):
        full = before.right - before.left + first_word(after) > width - _PADDING
        text = joined(text, after.text) if full else f"{text}\n{after.text}"
    return text


def first_word(line: Line) -> float:
    """Given a line, return the width of what could not have been parted from its first glyph."""
    end = line.glyphs[0]
    for before, after in pairwise(line.glyphs):
        if is_wide(before.text[-1]) or is_wide(after.text[0]) or gap(before, after):
            break
        end = after
    return end.right - line.left


def joined(text: str, more: str) -> str:
    """Given a line and the next, return them as one: Latin words keep a space, numbers and Chinese none."""
    if text.endswith("-") and text[-2:-1].isalpha():
        return text + more
    words = text[-1:].isascii() and more[:1].isascii() and (text[-1:].isalpha() or more[:1].isalpha())
    return f"{text} {more}" if words else text + more

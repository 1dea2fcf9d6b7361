"""Ruled tables with their text: which glyph stands in which cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.readers.pages.continued import EDGE, Placed, Sheet
from corpus.readers.pages.lattice import Frame, Lattice
from corpus.readers.pages.lines import cell_text, gap, is_wide, lines
from corpus.readers.pages.page import Glyph, Page
from corpus.report import Box

_CUT = 0.2
"""The share of a glyph that must stand on either side of a wall for the wall to cut it."""


def widened(lattice: Lattice, above: Sheet) -> Lattice:
    """Given the first table of a page and the table that the page before ended with, return the first with
    the columns at its left that some printers leave open, where a cell goes on from the page before."""
    edges = above.edges
    same_end = abs(edges[-1] - lattice.xs[-1]) <= EDGE
    left = [x for x in edges if x < lattice.xs[0] - EDGE]
    if not same_end or not left or len(left) > len(edges) // 2:
        return lattice
    top, bottom, rows = lattice.ys[0], lattice.ys[-1], len(lattice.ys) - 1
    open_frames = tuple(
        Frame(0, column - len(left), rows, 1, start, top, end, bottom, goes_on=True)
        for column, (start, end) in enumerate(pairwise([*left, lattice.xs[0]]))
    )
    return Lattice((*left, *lattice.xs), lattice.ys, (*open_frames, *lattice.frames))


def sheet(lattice: Lattice, page: Page) -> Sheet:
    """Given a ruled table and its page, return its cells with the text that stands in them."""
    inside = [glyph for glyph in page.glyphs if lattice.holds(glyph.centre, glyph.middle)]
    homes: dict[Frame, list[Glyph]] = {frame: [] for frame in lattice.frames}
    for word in _words(inside):
        for glyph, frame in _homes(word, lattice):
            homes[frame].append(glyph)
    cells = (_placed(frame, glyphs, page.number) for frame, glyphs in homes.items())
    return Sheet(tuple(cells), page.trust)


def _placed(frame: Frame, glyphs: Sequence[Glyph], page: int) -> Placed:
    text = cell_text(glyphs, frame.right - frame.left)
    unsure = any(glyph.unsure for glyph in glyphs)
    return Placed(frame.row, frame.rows, text, box_of(frame, page), frame.goes_on, unsure)


def _words(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Given glyphs, return those of one number or Latin word together."""
    words: list[list[Glyph]] = []
    # Strictly: beside cells of two lines stand cells of three, half a line higher and lower.
    for line in lines(glyphs, overlap=0.8):
        for glyph in line.glyphs:
            last = words[-1][-1] if words and glyph is not line.glyphs[0] else None
            latin = last is not None and not (is_wide(last.text[-1]) or is_wide(glyph.text[0]))
            if last is not None and latin and not gap(last, glyph):
                words[-1].append(glyph)
            else:
                words.append([glyph])
    return words


def _homes(word: Sequence[Glyph], lattice: Lattice) -> list[tuple[Glyph, Frame]]:
    """Given a word, return the cell of each glyph. A word that a wall cuts through a glyph ran out of its
    cell, and belongs whole to the cell that has most of it."""
    homes = [(glyph, _home(glyph, lattice)) for glyph in word]
    frames = {frame for _, frame in homes}
    if len(frames) > 1 and any(_is_cut(glyph, frame) for glyph, frame in homes):
        most = max(frames, key=lambda frame: sum(home == frame for _, home in homes))
        return [(glyph, most) for glyph in word]
    return homes


def _home(glyph: Glyph, lattice: Lattice) -> Frame:
    return next(
        (frame for frame in lattice.frames if frame.holds(glyph.centre, glyph.middle)), lattice.frames[-1]
    )


def _is_cut(glyph: Glyph, frame: Frame) -> bool:
    over = _CUT * (glyph.right - glyph.left)
    return glyph.left < frame.left - over or glyph.right > frame.right + over


def box_of(frame: Frame, page: int) -> Box:
    """Given a cell's frame and its page, return its box."""
    return Box(page, frame.left, frame.top, frame.right, frame.bottom)

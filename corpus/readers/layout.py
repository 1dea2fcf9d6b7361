"""Pages into a document: furniture off, tables found, text rejoined, everything in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.readers.aligned import Aligned, aligned
from corpus.readers.columns import gutter, split
from corpus.readers.contents import without_contents
from corpus.readers.continued import Placed, Sheet, goes_on, grid, join
from corpus.readers.furniture import without_furniture
from corpus.readers.lattice import Frame, Lattice, lattices
from corpus.readers.lines import Line, cell_text, gap, is_wide, lines
from corpus.readers.page import Glyph, Page
from corpus.readers.paragraphs import Margins, Prose, margins, paragraphs, strung
from corpus.report import Box, Document, Grid, Text

_CUT = 0.2
"""The share of a glyph that must stand on either side of a wall for the wall to cut it."""


def document(pages: Sequence[Page]) -> Document:
    """Given the pages of a document, return its blocks in reading order, and its title where it shows one."""
    cleaned = without_furniture(pages)
    fallback = margins([line for page in cleaned for line in _loose_lines(page)])
    parts: list[Prose | Sheet] = []
    for page in cleaned:
        for part in _parts(page, fallback):
            last = parts[-1] if parts else None
            if isinstance(part, Sheet) and isinstance(last, Sheet) and _over_pages(last, part):
                parts[-1] = join(last, part)
            else:
                parts.append(part)
    blocks = tuple(_blocks(without_contents(parts)))
    heading = next((b.text for b in blocks if isinstance(b, Text) and b.heading and len(b.text) > 3), None)
    return Document(blocks, {"title": heading} if heading else {})


def _over_pages(above: Sheet, below: Sheet) -> bool:
    last, first = above.cells[-1].box.page, below.cells[0].box.page
    return last + 1 == first and goes_on(above, below)


def _blocks(parts: Sequence[Prose | Sheet]) -> Iterable[Text | Grid]:
    for is_prose, run in groupby(parts, key=lambda part: isinstance(part, Prose)):
        if is_prose:
            for prose in strung(part for part in run if isinstance(part, Prose)):
                yield Text(prose.text, heading=1 if prose.heading else None, page=prose.page)
        else:
            yield from (grid(part) for part in run if isinstance(part, Sheet))


def _loose_lines(page: Page) -> list[Line]:
    """Given a page, return its lines outside ruled tables."""
    tables = lattices(page.rules)
    return lines(g for g in page.glyphs if not any(t.holds(g.centre, g.middle) for t in tables))


def _parts(page: Page, fallback: Margins | None) -> list[Prose | Sheet]:
    """Given a page, return its paragraphs and tables from top to bottom."""
    tables = lattices(page.rules)
    sheets = [(lattice.ys[0], _sheet(lattice, page)) for lattice in tables]
    loose = _loose_lines(page)
    middle = gutter(loose, page.width)
    if middle is None:
        for table in aligned(loose):
            sheets.append((table.lines[0].top, _aligned_sheet(table, page)))
            loose = [line for line in loose if line not in table.lines]
    sheets.sort(key=lambda sheet: sheet[0])
    parts: list[Prose | Sheet] = []
    edges = margins(loose) if len(loose) > 5 else None
    for top, sheet in [*sheets, (page.height * 2, None)]:
        before = [line for line in loose if line.top < top]
        loose = [line for line in loose if line.top >= top]
        for run in split(before, middle) if middle else [before]:
            own = margins(run) if middle else edges
            own = own or fallback or Margins(0, page.width, 10.5, 16)
            parts += paragraphs(run, page.number, own)
        if sheet is not None:
            parts.append(sheet)
    return parts


def _sheet(lattice: Lattice, page: Page) -> Sheet:
    """Given a ruled table and its page, return its cells with the text that stands in them."""
    inside = [glyph for glyph in page.glyphs if lattice.holds(glyph.centre, glyph.middle)]
    homes: dict[Frame, list[Glyph]] = {frame: [] for frame in lattice.frames}
    for word in _words(inside):
        for glyph, frame in _homes(word, lattice):
            homes[frame].append(glyph)
    cells = (
        Placed(frame.row, frame.rows, cell_text(glyphs, frame.right - frame.left), _box(frame, page.number))
        for frame, glyphs in homes.items()
    )
    return Sheet(tuple(cells), page.trust)


def _words(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Given glyphs, return those of one number or Latin word together."""
    words: list[list[Glyph]] = []
    for line in lines(glyphs):
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


def _aligned_sheet(table: Aligned, page: Page) -> Sheet:
    """Given a table found by alignment, return it as a sheet of evenly wide columns."""
    step = page.width / (1 + max(frame.column + frame.columns for frame, _ in table.cells))
    cells = []
    for frame, text in table.cells:
        box = _box(frame, page.number)
        ends = (frame.column * step, (frame.column + frame.columns) * step)
        cells.append(Placed(frame.row, frame.rows, text, replace(box, left=ends[0], right=ends[1])))
    return Sheet(tuple(cells), page.trust)


def _box(frame: Frame, page: int) -> Box:
    return Box(page, frame.left, frame.top, frame.right, frame.bottom)

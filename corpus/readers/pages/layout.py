"""Pages into a document: furniture off, tables found, text rejoined, everything in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.readers.pages.aligned import Aligned, aligned
from corpus.readers.pages.columns import gutter, split
from corpus.readers.pages.contents import without_contents
from corpus.readers.pages.continued import Placed, Sheet, goes_on, grid, join
from corpus.readers.pages.furniture import without_furniture
from corpus.readers.pages.lattice import Lattice, lattices
from corpus.readers.pages.lines import Line, lines
from corpus.readers.pages.page import Page
from corpus.readers.pages.paragraphs import Margins, Prose, margins, paragraphs, strung
from corpus.readers.pages.ruled import box_of, sheet, widened
from corpus.report import Document, Grid, Text


def document(pages: Sequence[Page]) -> Document:
    """Given the pages of a document, return its blocks in reading order, and its title where it shows one."""
    cleaned = without_furniture(pages)
    fallback = margins([line for page in cleaned for line in _loose_lines(page, lattices(page.rules))])
    parts: list[Prose | Sheet] = []
    for page in cleaned:
        above = parts[-1] if parts else None
        for part in _parts(page, fallback, above if isinstance(above, Sheet) else None):
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


def _loose_lines(page: Page, tables: Sequence[Lattice]) -> list[Line]:
    """Given a page and its ruled tables, return its lines outside them."""
    return lines(g for g in page.glyphs if not any(t.holds(g.centre, g.middle) for t in tables))


def _parts(page: Page, fallback: Margins | None, above: Sheet | None) -> list[Prose | Sheet]:
    """Given a page, the document's margins, and the table that the page before ended with, return the page's
    paragraphs and tables from top to bottom."""
    tables = lattices(page.rules)
    if tables and above is not None:
        tables[0] = widened(tables[0], above)
    sheets = [(lattice.ys[0], sheet(lattice, page)) for lattice in tables]
    loose = _loose_lines(page, tables)
    middle = gutter(loose, page.width)
    if middle is None:
        for table in aligned(loose):
            sheets.append((table.lines[0].top, _aligned_sheet(table, page)))
            loose = [line for line in loose if line not in table.lines]
    sheets.sort(key=lambda found: found[0])
    parts: list[Prose | Sheet] = []
    edges = margins(loose) if len(loose) > 5 else None
    for top, table_part in [*sheets, (page.height * 2, None)]:
        before = [line for line in loose if line.top < top]
        loose = [line for line in loose if line.top >= top]
        for run in split(before, middle) if middle else [before]:
            own = margins(run) if middle else edges
            own = own or fallback or Margins(0, page.width, 10.5, 16)
            parts += paragraphs(run, page.number, own)
        if table_part is not None:
            parts.append(table_part)
    return parts


def _aligned_sheet(table: Aligned, page: Page) -> Sheet:
    """Given a table found by alignment, return it as a sheet of evenly wide columns."""
    step = page.width / (1 + max(frame.column + frame.columns for frame, _ in table.cells))
    cells = []
    for frame, text in table.cells:
        box = box_of(frame, page.number)
        ends = (frame.column * step, (frame.column + frame.columns) * step)
        cells.append(Placed(frame.row, frame.rows, text, replace(box, left=ends[0], right=ends[1])))
    return Sheet(tuple(cells), page.trust)

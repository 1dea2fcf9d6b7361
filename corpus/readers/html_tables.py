"""Tables of a web page as raw grids: each cell once, at its place, with its spans."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from html_table_takeout.parser import parse_html
from html_table_takeout.types import TCell
from lxml import html

from corpus.language.writing import squeeze
from corpus.report import Grid, GridCell

WIDEST = 100
"""Spans over more columns than this are mistakes (colspan="1000" for "all the way across")."""
LONGEST = 2000


def grids(table: html.HtmlElement) -> Iterator[Grid]:
    """Given a table element, yield its grid, then those of the tables inside its cells."""
    inner = [found for found in table.iterdescendants("table") if _parent_table(found) is table]
    own = deepcopy(table)
    for nested in list(own.iterdescendants("table")):
        nested.drop_tree()
    if (grid := _grid(own)) is not None:
        yield grid
    for nested in inner:
        yield from grids(nested)


def is_layout(table: html.HtmlElement) -> bool:
    """Whether a table only sets out the page: a single cell, or a few cells that hold paragraphs of text."""
    cells = [cell for cell in table.iterdescendants("td", "th") if _parent_table(cell) is table]
    if len(cells) <= 1:
        return True
    long = sum(cell.text_content().count("。") >= 3 for cell in cells)
    holds = any(True for cell in cells for _ in cell.iterdescendants("table"))
    return len(cells) <= 12 and (long > 0 and (holds or long * 2 >= len(cells)))


def _parent_table(element: html.HtmlElement) -> html.HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _grid(table: html.HtmlElement) -> Grid | None:
    caption = _caption(table)
    _plain(table)
    rows = [row.cells for found in parse_html(html.tostring(table, encoding="unicode")) for row in found.rows]
    cells = tuple(_placed(rows))
    if not any(cell.text for cell in cells):
        return None
    return Grid(_under(caption, cells) if caption else cells)


def _caption(table: html.HtmlElement) -> str:
    """What a table's own caption element says; it leaves the table."""
    texts = [cell_text(found) for found in table.iterchildren("caption")]
    for found in list(table.iterchildren("caption")):
        table.remove(found)
    return " ".join(filter(None, texts))


def _under(caption: str, cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    """The cells one row lower, below their caption as a line over the whole width."""
    width = max(cell.column + cell.columns for cell in cells)
    line = GridCell(0, 0, caption, columns=width)
    return (line, *(replace(cell, row=cell.row + 1) for cell in cells)) if width > 1 else cells


def _plain(table: html.HtmlElement) -> None:
    """Leave in each cell its text alone, and spans that a table can have."""
    rows = sum(1 for _ in table.iterdescendants("tr"))
    width = max((_columns(row) for row in table.iterdescendants("tr")), default=1)
    for cell in list(table.iterdescendants("td", "th")):
        text = cell_text(cell)
        spans = {name: cell.get(name) for name in ("rowspan", "colspan")}
        for child in list(cell):
            cell.remove(child)
        cell.text = "".join(char for char in text if char.isprintable() or char.isspace())
        cell.attrib.clear()
        for name, most in (("rowspan", rows), ("colspan", width)):
            if (span := _span(spans[name], most)) != 1:
                cell.set(name, str(span))


def _columns(row: html.HtmlElement) -> int:
    """How many columns a row covers; a span beyond WIDEST is no measure of a table's width."""
    spans = [_span(cell.get("colspan"), 10**9) for cell in row if cell.tag in ("td", "th")]
    return sum(span for span in spans if span <= WIDEST) or 1


def _span(written: str | None, most: int) -> int:
    digits = "".join(c for c in (written or "") if c in "0123456789")[:9]
    return max(1, min(int(digits or 1) or most, most, LONGEST))


def cell_text(cell: html.HtmlElement) -> str:
    """Given a cell, return what is written in it: its paragraphs and broken lines are one label."""
    for tag in ("p", "div", "br", "li"):
        for element in list(cell.iterdescendants(tag)):
            element.tail = " " + (element.tail or "")
    return squeeze(cell.text_content().replace("\u00a0", " "))


def _placed(rows: list[list[TCell]]) -> Iterator[GridCell]:
    """A cell with spans is the same object at every place it covers."""
    met: set[int] = set()
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if id(cell) in met:
                continue
            met.add(id(cell))
            columns = sum(other is cell for other in row)
            height = sum(any(other is cell for other in below) for below in rows[r:])
            yield GridCell(r, c, cell.inner_text().strip(), rows=height, columns=columns)

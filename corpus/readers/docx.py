"""Word documents (DOCX): paragraphs with their list numbers, and tables with their real spans.

The XML is read directly, as converters lose list numbers or merged cells. Source: ECMA-376 part 1, 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from lxml import etree

from corpus.readers.office.numbering import Numbering, W, value
from corpus.readers.office.package import member, open_package, xml
from corpus.report import Document, Grid, GridCell, ReportError, Text

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSHOWN = ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "footnoteReference", "txbxContent")
_DELETED = {_FALLBACK, *(f"{W}{name}" for name in _UNSHOWN)}
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_DEEPEST = 20
_WIDEST = 500
_SLIVER = 60
"""Twentieths of a point (about 1 mm) below which a column of the layout holds no letter."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of its paragraphs, its parents' sayings included."""

    outline: int | None = None
    number: str | None = None
    level: int | None = None


def read(data: bytes, path: Path) -> Document:
    """Given the bytes of a DOCX, return its paragraphs and tables in reading order.

    A table inside a cell follows the table it stands in; a table of one cell is only a frame.
    Errors: ReportError for protected, damaged or oversized files."""
    package = open_package(data, path)
    part = member(package, "word/document.xml", path)
    if part is None:
        raise ReportError(f"{path.name}: 不是Word文档 (no word/document.xml in it)")
    body = xml(part, path, "word/document.xml").find(f"{W}body")
    styles = member(package, "word/styles.xml", path)
    numbers = member(package, "word/numbering.xml", path)
    reading = _Reading(
        styles=_styles(xml(styles, path, "word/styles.xml")) if styles else {},
        numbering=Numbering(xml(numbers, path, "word/numbering.xml") if numbers else None),
        name=path.name,
    )
    blocks = tuple(reading.blocks(body)) if body is not None else ()
    if not any(block.text.strip() if isinstance(block, Text) else block.cells for block in blocks):
        raise ReportError(f"{path.name}: 没有文字 (no text found)")
    return Document(blocks)


def _styles(root: etree._Element) -> dict[str, Style]:
    elements = {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}

    def resolved(name: str, seen: tuple[str, ...] = ()) -> Style:
        element = elements.get(name)
        if element is None or name in seen:
            return Style()
        parent = resolved(value(element, "basedOn") or "", (*seen, name))
        own = _said(element.find(f"{W}pPr"))
        title = (value(element, "name") or "").lower() == "title"
        outline = own.outline if own.outline is not None else parent.outline
        return Style(
            outline=0 if outline is None and title else outline,
            number=own.number or parent.number,
            level=own.level if own.level is not None else parent.level,
        )

    return {name: resolved(name) for name in elements}


def _said(properties: etree._Element | None) -> Style:
    outline, level = value(properties, "outlineLvl"), value(properties, "numPr/ilvl")
    return Style(
        outline=int(outline) if outline is not None and outline.isdecimal() else None,
        number=value(properties, "numPr/numId"),
        level=int(level) if level is not None and level.isdecimal() else None,
    )


@dataclass(slots=True)
class _Reading:
    """One document being read: its styles, and its lists as far as they have been counted."""

    styles: dict[str, Style]
    numbering: Numbering
    name: str

    def blocks(self, container: etree._Element, depth: int = 0) -> Iterator[Text | Grid]:
        """Given a body or a cell, yield its paragraphs and tables in order."""
        if depth > _DEEPEST:
            raise ReportError(f"{self.name}: 表格嵌套超过{_DEEPEST}层 (nested too deep)")
        for element in container:
            if element.tag == f"{W}p":
                yield from self.paragraph(element)
                for box in element.iter(f"{W}txbxContent"):
                    if not any(True for _ in box.iterancestors(_FALLBACK)):
                        yield from self.blocks(box, depth + 1)
            elif element.tag == f"{W}tbl":
                yield from self.table(element, depth)
            elif element.tag in _WRAPPERS:
                yield from self.blocks(element, depth)

    def paragraph(self, element: etree._Element) -> Iterator[Text]:
        """Given a paragraph, yield its text with its list number in front, if it has any text."""
        text = "".join(_texts(element)).strip("\n ")
        if not text:
            return
        own = _said(element.find(f"{W}pPr"))
        style = self.styles.get(value(element, "pPr/pStyle") or "", Style())
        outline = own.outline if own.outline is not None else style.outline
        number, level = own.number or style.number, own.level if own.level is not None else style.level
        prefix = self.numbering.next(number, level or 0) if number not in (None, "0") else ""
        gap = " " if prefix and prefix[-1].isascii() and text[0].isascii() else ""
        heading = outline + 1 if outline is not None and outline < 9 else None
        yield Text(prefix + gap + text, heading=heading)

    def table(self, element: etree._Element, depth: int) -> Iterator[Text | Grid]:
        """Given a table, yield its grid and then the grids inside its cells."""
        cells: list[GridCell] = []
        inner: list[Text | Grid] = []
        above: dict[int, int] = {}
        slivers = _slivers(element, self.name)
        for row, tr in enumerate(_rows(element)):
            for tc, start, end in _placed(tr, self.name):
                if end > _WIDEST:
                    raise ReportError(f"{self.name}: 表格第{row + 1}行超过{_WIDEST}列 (a row too wide)")
                column = start - sum(place < start for place in slivers)
                columns = end - start - sum(start <= place < end for place in slivers)
                merge = tc.find(f"{W}tcPr/{W}vMerge")
                continues = merge is not None and merge.get(f"{W}val") != "restart"
                if continues and column in above and cells[above[column]].columns == columns:
                    first = cells[above[column]]
                    cells[above[column]] = replace(first, rows=row - first.row + 1)
                else:
                    content = list(self.blocks(tc, depth + 1))
                    inner += [block for block in content if isinstance(block, Grid)]
                    text = "\n".join(block.text for block in content if isinstance(block, Text))
                    above[column] = len(cells)
                    cells.append(GridCell(row, column, text, columns=columns))
        if len(cells) == 1:
            yield from self.blocks(next(element.iter(f"{W}tc")), depth + 1)
            return
        yield Grid(tuple(cells))
        yield from inner


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, name)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return (row for row in _children(table, "tr") if row.find(f"{W}trPr/{W}del") is None)


def _placed(row: etree._Element, name: str) -> Iterator[tuple[etree._Element, int, int]]:
    """Given a row, yield its cells with the columns of the layout from which and up to which each reaches."""
    start = _count(row, "trPr/gridBefore", 0, name)
    for cell in _children(row, "tc"):
        end = start + max(_count(cell, "tcPr/gridSpan", 1, name), 1)
        yield cell, start, end
        start = end


def _count(element: etree._Element, path: str, absent: int, name: str) -> int:
    """A count of columns as written; a damaged one would move all that follows into other columns."""
    written = value(element, path)
    if not written:
        return absent
    if not (written.isascii() and written.isdecimal()):
        raise ReportError(f"{name}: {path} 不是列数 (not a number of columns): {written!r}")
    return int(written)


def _slivers(table: etree._Element, name: str) -> frozenset[int]:
    """Given a table, return the columns of its layout that are no columns: too narrow for a letter, and no
    cell's own. Two rows whose edges were meant to be one edge leave them, as old DOC files have it."""
    columns = islice(table.iterfind(f"{W}tblGrid/{W}gridCol"), _WIDEST)
    widths = [column.get(f"{W}w", "") for column in columns]
    narrow = {place for place, width in enumerate(widths) if width.isdecimal() and 0 < int(width) < _SLIVER}
    if narrow:
        for row in _rows(table):
            for _, start, end in _placed(row, name):
                own = {place for place in narrow if start <= place < end}
                narrow -= own if len(own) == end - start else set()
    return frozenset(narrow)


def _texts(element: etree._Element) -> Iterator[str]:
    """Given a paragraph, yield its text as it shows: no deleted, hidden or field-code text."""
    for child in element:
        if child.tag in _DELETED:
            continue
        if child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _texts(child)

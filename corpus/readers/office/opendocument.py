"""OpenDocument spreadsheets (ODS): each cell stores the text that it shows.

Source: OASIS OpenDocument 1.3 part 3, 9 (tables).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from corpus.readers.office.package import counted, member, xml
from corpus.readers.office.worksheet import SheetCell, blocks, titled
from corpus.report import Document, Grid, ReportError, Text

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_GROUPS = {f"{_TABLE}{name}" for name in ("table-row-group", "table-rows", "table-header-rows")}
_GROUPS |= {f"{_TABLE}{name}" for name in ("table-column-group", "table-columns", "table-header-columns")}
_MOST = 5000
"""Times that a cell or row with content may be repeated."""


def read(package: zipfile.ZipFile, path: Path) -> Document:
    """Given an open ODS package, return its sheets' texts and tables in order."""
    manifest = member(package, "META-INF/manifest.xml", path) or b""
    if b"encryption-data" in manifest:
        raise ReportError(f"{path.name}: 有密码保护，请另存为无密码的文件 (protected by a password)")
    root = xml(member(package, "content.xml", path) or b"", path, "content.xml")
    sheets = list(root.iter(f"{_TABLE}table"))
    made: list[Text | Grid] = []
    notices: list[str] = []
    for sheet in sheets:
        name = sheet.get(f"{_TABLE}name", "")
        rows, hidden_rows = _numbered(sheet, "table-row")
        _, hidden_columns = _numbered(sheet, "table-column")
        cells = list(_cells(rows))
        if any(cell.text and (cell.row in hidden_rows or cell.column in hidden_columns) for cell in cells):
            notices.append(f"工作表“{name}”有隐藏的行或列，未读取")
        made += titled(name, len(sheets) == 1, blocks(cells, hidden_rows, hidden_columns))
    return Document(tuple(made), notices=tuple(notices))


def _numbered(sheet: etree._Element, kind: str) -> tuple[list[tuple[int, etree._Element]], set[int]]:
    """Given a sheet, return its rows (or columns), each with its place, and the places of the hidden ones."""
    found: list[tuple[int, etree._Element]] = []
    hidden: set[int] = set()
    place = 0
    for element in _children(sheet, f"{_TABLE}{kind}"):
        times = counted(element.get(f"{_TABLE}number-{kind.removeprefix('table-')}s-repeated"), 1)
        shown = element.get(f"{_TABLE}visibility", "visible") == "visible"
        blank = element.find(f".//{_TEXT}p") is None
        found += [(place + step, element) for step in range(0 if blank else min(times, _MOST))]
        if not shown:
            hidden |= set(range(place, place + min(times, _MOST)))
        place += times
    return found, hidden


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _GROUPS:
            yield from _children(child, tag)


def _cells(rows: list[tuple[int, etree._Element]]) -> Iterator[SheetCell]:
    for row, element in rows:
        column = 0
        for cell in element:
            times = counted(cell.get(f"{_TABLE}number-columns-repeated"), 1)
            text = "\n".join("".join(p.itertext()) for p in cell.iterfind(f"{_TEXT}p"))
            if text and cell.tag == f"{_TABLE}table-cell":
                high = counted(cell.get(f"{_TABLE}number-rows-spanned"), 1)
                wide = counted(cell.get(f"{_TABLE}number-columns-spanned"), 1)
                for step in range(min(times, _MOST)):
                    yield SheetCell(row, column + step, text, high, wide)
            column += times

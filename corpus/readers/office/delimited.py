"""CSV and TSV: a table; or, where a row holds a whole document in one long cell, that document."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from charset_normalizer import from_bytes

from corpus.readers.office.worksheet import SheetCell, blocks
from corpus.report import Document, ReportError, Text

_DOCUMENT = 1500
"""Characters from which a cell is a document rather than a value."""
_BUTTON = 12
"""Characters up to which a line above the title may be a button of the page."""
_COLUMNS = {
    "title": re.compile(r"title|标题|题名|名称", re.I),
    "url": re.compile(r"url|link|href|网址|链接|地址", re.I),
    "published": re.compile(r"publi|date|发布|日期|时间", re.I),
    "issuer": re.compile(r"issuer|agency|机构|单位|部门|机关", re.I),
    "document_number": re.compile(r"number|文号", re.I),
}


def read(data: bytes, path: Path) -> Document:
    """Given the bytes of a CSV, return its table, or the document that its one row holds.

    Errors: ReportError where it cannot be decoded, is no CSV, or holds several documents."""
    csv.field_size_limit(2**27)
    text = decoded(data, path)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), dialect=_dialect(text, path)) if any(row)]
    except csv.Error as error:
        raise ReportError(f"{path.name}: 不是合法的CSV (not a CSV: {error})") from error
    documents = [row for row in rows[1:] if max(map(len, row)) >= _DOCUMENT]
    if len(documents) > 1:
        raise ReportError(
            f"{path.name}: 一个文件含{len(documents)}份报告，请拆开 (several reports in one file)"
        )
    if documents and len(rows) == 2:
        return _document(rows[0], documents[0])
    cells = (
        SheetCell(row, column, value) for row, line in enumerate(rows) for column, value in enumerate(line)
    )
    return Document(tuple(blocks(cells)))


def decoded(data: bytes, path: Path) -> str:
    """Given bytes, return their text: UTF-8 where it fits, else the encoding that makes most sense."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        if best is None:
            raise ReportError(f"{path.name}: 无法识别编码 (unknown encoding)") from None
        encoding = "gb18030" if best.encoding in ("gb2312", "gbk", "cp936") else best.encoding
        return data.decode(encoding, errors="strict")


def _dialect(text: str, path: Path) -> type[csv.Dialect] | str:
    if path.suffix.lower() == ".tsv":
        return "excel-tab"
    first = text.split("\n", 1)[0]
    mark = max((",", "\t", ";", "，", "|"), key=first.count)

    class Found(csv.excel):
        delimiter = mark

    return Found


def _document(names: Sequence[str], row: Sequence[str]) -> Document:
    """Given the column names and the row, return the longest cell's text as lines, the others as metadata."""
    longest = max(row, key=len)
    meta: dict[str, str] = {}
    for name, value in zip(names, row, strict=False):
        kind = next((kind for kind, pattern in _COLUMNS.items() if pattern.search(name)), None)
        if kind and value.strip() and value != longest:
            meta.setdefault(kind, value.strip())
    lines = [line.strip(" \t\r\u3000") for line in re.split(r"\r?\n|\r", longest)]
    return Document(tuple(Text(line) for line in _from_title(lines, meta.get("title")) if line), meta)


def _from_title(lines: list[str], title: str | None) -> list[str]:
    """Given a text and its title, leave out the page's buttons that were copied with it: short lines above
    the line that is the title."""
    if title not in lines:
        return lines
    start = lines.index(title)
    return lines[start:] if all(len(line) < _BUTTON for line in lines[:start]) else lines

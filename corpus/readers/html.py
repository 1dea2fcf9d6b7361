"""Web pages: the report's own paragraphs, headings and tables, without the page around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from corpus.readers.chrome import fact, is_chrome, strip_flat
from corpus.readers.decode import decode
from corpus.readers.html_main import clean, main
from corpus.readers.html_meta import facts, heading_facts
from corpus.readers.html_tables import grids, is_layout
from corpus.report import Document, Grid, ReportError, Text

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|o:p|q|s|samp|small|span|strike|strong"
    "|sub|sup|tt|u|var"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read(data: bytes, path: Path) -> Document:
    """Given a page's bytes, return its blocks in order and what the page says of itself.

    Raises ReportError where there is no text in it.
    """
    declared = _CHARSET.search(data[:4096])
    source = decode(data, path, declared[1].decode("ascii") if declared else None)
    root = _parsed(source, path)
    meta = facts(root)
    clean(root)
    found = list(blocks(main(root)))
    if not found:
        raise ReportError(f"{path.name}: 网页里没有正文 (no text in the page)")
    return Document(tuple(found), meta | heading_facts(found, meta))


def _parsed(source: str, path: Path) -> html.HtmlElement:
    try:
        return html.document_fromstring(_DECLARATION.sub("", source).replace("\x00", ""))
    except (etree.LxmlError, ValueError) as error:
        raise ReportError(f"{path.name}: 网页里没有正文 (no text in the page): {error}") from error


def blocks(container: html.HtmlElement) -> Iterator[Text | Grid]:
    """Given the element that holds the report, yield its paragraphs, headings and tables in order."""
    line: list[str] = []
    for text, heading in _lines(container, line, None):
        if isinstance(text, Grid):
            yield text
        elif (block := _paragraph(text, heading)) is not None:
            yield block


_Line = tuple[str | Grid, int | None]


def _lines(node: html.HtmlElement, line: list[str], heading: int | None) -> Iterator[_Line]:
    """The lines under a node; `line` gathers what has not ended yet and is left empty by a block's end."""
    yield from _pieces(node, line, heading)
    yield from _flush(line, heading)


def _pieces(node: html.HtmlElement, line: list[str], heading: int | None) -> Iterator[_Line]:
    line.append(node.text or "")
    for child in node:
        if isinstance(child.tag, str):
            yield from _child(child, line, heading)
        line.append(child.tail or "")


def _child(child: html.HtmlElement, line: list[str], heading: int | None) -> Iterator[_Line]:
    if child.tag == "br":
        yield from _flush(line, heading)
    elif child.tag == "table" and not is_layout(child):
        yield from _flush(line, heading)
        for grid in grids(child):
            yield grid, None
    elif _INLINE.fullmatch(child.tag):
        yield from _pieces(child, line, heading)
    else:
        yield from _flush(line, heading)
        yield from _lines(child, line, _HEADINGS.get(child.tag, heading))


def _flush(line: list[str], heading: int | None) -> Iterator[_Line]:
    text = " ".join("".join(line).split())
    line.clear()
    if text:
        yield text, heading


def _paragraph(line: str | Grid, heading: int | None) -> Text | None:
    text = strip_flat(str(line)).strip()
    found = fact(text)
    if not text or is_chrome(text) or (found is not None and found[0] == ""):
        return None
    return Text(text, heading=heading)

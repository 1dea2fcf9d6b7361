"""PDF files: what stands on each page, read by its text layer, or by OCR where a page is only a picture."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from corpus.readers.pages.layout import document
from corpus.readers.pages.page import Glyph, Page, Rule
from corpus.readers.pages.radicals import plain
from corpus.report import Document, ReportError

# It warns of every font without a bounding box, which browsers write and nobody can act on.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

MOST_PAGES = 600
_THICK = 3.0
"""Points up to which a filled rectangle is a line."""
_FEW = 8
"""Glyphs below which a page that shows a picture is taken for a scan."""
_LARGE = 0.4
"""The share of the page that a scan's picture covers."""
_GARBLED = 0.3


def read(data: bytes, path: Path) -> Document:
    """Given the bytes of a PDF, return its paragraphs and tables, each with its page and boxes.

    Errors: ReportError for protected or damaged files, too many pages, and files without any text."""
    pages = _pages(data, path)
    scanned = [page for page in pages if _needs_ocr(page)]
    plain_pages = [page for page, _ in pages]
    if scanned:
        from corpus.readers.ocr import recognised_pages

        numbers = [page.number for page, _ in scanned]
        found = {page.number: page for page in recognised_pages(data, numbers, path)}
        plain_pages = [found.get(page.number, page) for page in plain_pages]
    if not any(page.glyphs for page in plain_pages):
        raise ReportError(f"{path.name}: 没有文字 (no text found)")
    return document(plain_pages)


def _pages(data: bytes, path: Path) -> list[tuple[Page, bool]]:
    """Given a PDF, return its pages, each with whether a large picture stands on it."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as opened:
            if len(opened.pages) > MOST_PAGES:
                raise ReportError(f"{path.name}: 超过{MOST_PAGES}页 ({len(opened.pages)} pages)")
            return [_page(page) for page in opened.pages]
    except ReportError:
        raise
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise ReportError(f"{path.name}: 有密码保护 (protected by a password)") from error
        raise ReportError(f"{path.name}: 文件已损坏或不完整 (damaged or cut short: {error})") from error
    except Exception as error:  # pdfminer raises many kinds on damaged files
        raise ReportError(f"{path.name}: 文件已损坏或不完整 (damaged: {error!r})") from error


def _page(source: Any) -> tuple[Page, bool]:
    left, top, width, height = _shown(source)
    glyphs = tuple(_glyph(char, left, top) for char in source.chars if char["text"].strip())
    large = any(
        (image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) > _LARGE * source.width * source.height
        for image in source.images
    )
    rules = tuple(_moved(rule, left, top) for rule in _rules(source))
    page = Page(source.page_number, width, height, glyphs, rules)
    source.close()
    return page, large


def _shown(source: Any) -> tuple[float, float, float, float]:
    """Given a page, return the left, top, width and height of what is shown of it, as its objects are measured:
    a page may start anywhere, and be larger than its crop box, which is what a viewer shows."""
    sheet, shown = (
        (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
        for b in (source.page_obj.mediabox, source.page_obj.cropbox)
    )
    cuts = [shown[0] - sheet[0], sheet[3] - shown[3], sheet[2] - shown[2], shown[1] - sheet[1]]
    turns = source.rotation // 90 % 4
    cuts = [max(cut, 0.0) for cut in cuts[-turns:] + cuts[:-turns]]  # left, top, right, bottom as it is shown
    width, height = source.width - cuts[0] - cuts[2], source.height - cuts[1] - cuts[3]
    if width <= 0 or height <= 0:  # such a crop box is nobody's
        return source.mediabox[0], source.mediabox[1], source.width, source.height
    return source.mediabox[0] + cuts[0], source.mediabox[1] + cuts[1], width, height


def _needs_ocr(page: tuple[Page, bool]) -> bool:
    content, has_picture = page
    garbled = sum(
        glyph.text.startswith("(cid:") or "\ue000" <= glyph.text[0] <= "\uf8ff" for glyph in content.glyphs
    )
    return (has_picture and len(content.glyphs) < _FEW) or garbled > max(_GARBLED * len(content.glyphs), 1)


def _glyph(char: dict[str, Any], left: float, top: float) -> Glyph:
    box = (char["x0"] - left, char["top"] - top, char["x1"] - left, char["bottom"] - top)
    return Glyph(plain(char["text"]), *box, char["size"])


def _moved(rule: Rule, left: float, top: float) -> Rule:
    across, along = (top, left) if rule.level else (left, top)
    return Rule(rule.level, rule.at - across, rule.start - along, rule.end - along)


def _rules(source: Any) -> Iterator[Rule]:
    """Given a page, yield its ruling lines: lines, thin rectangles, and the edges of stroked ones."""
    for line in source.lines:
        yield from _rule(line["x0"], line["top"], line["x1"], line["bottom"])
    for rect in source.rects:
        left, top, right, bottom = rect["x0"], rect["top"], rect["x1"], rect["bottom"]
        if min(right - left, bottom - top) <= _THICK:
            yield from _rule(left, top, right, bottom)
        elif rect["stroke"]:
            yield from (Rule(True, y, left, right) for y in (top, bottom))
            yield from (Rule(False, x, top, bottom) for x in (left, right))
    for curve in source.curves:
        if max(curve["width"], curve["height"]) <= _THICK:
            yield from _rule(curve["x0"], curve["top"], curve["x1"], curve["bottom"])
            continue
        points = curve["pts"]
        for (x, y), (next_x, next_y) in pairwise(points):
            yield from _rule(min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y))


def _rule(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    """Given a thin mark, yield the rule it is; a dot may be part of either kind."""
    wide, high = right - left, bottom - top
    if high <= _THICK and (wide >= high or wide <= _THICK):
        yield Rule(True, (top + bottom) / 2, left, right)
    if wide <= _THICK and (high >= wide or high <= _THICK):
        yield Rule(False, (left + right) / 2, top, bottom)

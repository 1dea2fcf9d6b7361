"""Scanned pages and pictures: ruling lines found in the picture make the cells, and each cell is read alone.

A cell without ink is blank; one whose ink the recogniser is unsure of is marked so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pypdfium2

from corpus.readers import pictures, recogniser
from corpus.readers.pages.lattice import Frame, Lattice, lattices
from corpus.readers.pages.layout import document
from corpus.readers.pages.page import Glyph, Page, Rule
from corpus.readers.recogniser import Box, Picture
from corpus.report import Document, ReportError

DPI = 200
_A4 = 595.3
"""Points across an A4 page, which a picture is taken to show."""
_INSET = 4
"""Pixels beside a ruling line that may still be the line's."""
_LIKELY = 0.5
"""The score from which a line outside tables is taken for text at all."""
_SURE = 0.8
"""The score below which a line in a cell is not to be trusted. On prints of the national form, clean, coarse
and noisy, what was right scored 0.85 or more, and what was wrong 0.75 or less."""
_UNREAD = "□"
"""Stands for ink in a cell that the recogniser could make nothing of."""
_WIDE = dict(zip("(),:;?!", "（），：；？！", strict=True))


def read(data: bytes, path: Path) -> Document:
    """Given the bytes of an image, return the paragraphs and tables in it, all with trust "ocr".

    Errors: ReportError for damaged pictures, and for pictures without text."""
    pages = [
        recognised(picture, number, _scale(picture))
        for number, picture in enumerate(pictures.opened(data, path), 1)
    ]
    if not any(page.glyphs for page in pages):
        raise ReportError(f"{path.name}: 图片中没有文字 (no text found)")
    return document(pages)


def _scale(picture: Picture) -> float:
    """Given a picture of a page, return the points that a pixel of it measures, if the page is A4."""
    return _A4 / float(min(picture.shape[:2]))


def recognised_pages(data: bytes, numbers: Iterable[int], path: Path) -> list[Page]:
    """Given a PDF and the numbers of its scanned pages (from 1), return what stands on them."""
    try:
        source = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReportError(f"{path.name}: 文件已损坏或不完整 (damaged: {error})") from error
    pages = []
    for number in numbers:
        pages.append(recognised(_rendered(source[number - 1]), number, 72 / DPI))
    source.close()
    return pages


def _rendered(page: pypdfium2.PdfPage) -> Picture:
    return np.asarray(page.render(scale=DPI / 72).to_pil().convert("RGB"))


def levelled(data: bytes, path: Path, number: int) -> tuple[Picture, float]:
    """Given a PDF or an image and a page's number (from 1), return the page as it is recognised, its lines level,
    and the points that a pixel of it measures."""
    if path.suffix.lower() == ".pdf":
        with pypdfium2.PdfDocument(data) as source:
            return pictures.upright(_rendered(source[number - 1])), 72 / DPI
    picture = pictures.opened(data, path)[number - 1]
    return pictures.upright(picture), _scale(picture)


def recognised(picture: Picture, number: int, scale: float) -> Page:
    """Given a page's picture and the points a pixel measures, return what stands on it."""
    page = pictures.upright(picture)
    marked = pictures.ink(page)
    level, high = pictures.ruled(marked)
    rules = [Rule(True, *line) for line in level] + [Rule(False, *line) for line in high]
    tables = lattices(rules)
    glyphs = [glyph for table in tables for glyph in _cells(table, page, marked)]
    glyphs += _around(page, marked, tables)
    return Page(
        number,
        page.shape[1] * scale,
        page.shape[0] * scale,
        tuple(_scaled(glyph, scale) for glyph in glyphs),
        tuple(Rule(r.level, r.at * scale, r.start * scale, r.end * scale) for r in _own(rules, tables)),
        trust="ocr",
    )


def _own(rules: Sequence[Rule], tables: Sequence[Lattice]) -> list[Rule]:
    """Given the lines of a page and its tables, return the tables' own lines."""

    def ends(rule: Rule) -> tuple[tuple[float, float], tuple[float, float]]:
        if rule.level:
            return (rule.start, rule.at), (rule.end, rule.at)
        return (rule.at, rule.start), (rule.at, rule.end)

    def inside(table: Lattice, x: float, y: float) -> bool:
        level = table.xs[0] - _INSET <= x <= table.xs[-1] + _INSET
        return level and table.ys[0] - _INSET <= y <= table.ys[-1] + _INSET

    return [r for r in rules if any(all(inside(table, *end) for end in ends(r)) for table in tables)]


def _cells(table: Lattice, page: Picture, marked: Picture) -> list[Glyph]:
    """Given a ruled table, return the text in its cells, each line of a cell recognised alone."""
    boxes = [box for frame in table.frames for box in _lines_in(frame, marked)]
    found = zip(boxes, recogniser.texts(page, boxes), strict=True)
    return [glyph for box, (text, score) in found for glyph in _spread(box, text or _UNREAD, score < _SURE)]


def _lines_in(frame: Frame, marked: Picture) -> list[Box]:
    left, top = round(frame.left) + _INSET, round(frame.top) + _INSET
    right, bottom = round(frame.right) - _INSET, round(frame.bottom) - _INSET
    if right - left < _INSET or bottom - top < _INSET:
        return []
    lines = pictures.rows_of_ink(marked[top:bottom, left:right])
    return [(left + x, top + y, left + end, top + low) for x, y, end, low in lines]


def _around(page: Picture, marked: Picture, tables: Sequence[Lattice]) -> list[Glyph]:
    """Given a page and its tables, return the text outside the tables."""
    rest = page.copy()
    for table in tables:
        top, bottom = round(table.ys[0]) - 3, round(table.ys[-1]) + 3
        rest[max(top, 0) : bottom, max(round(table.xs[0]) - 3, 0) : round(table.xs[-1]) + 3] = 255
    boxes = [pictures.tightened(marked, box) for box in recogniser.boxes(rest)]
    found = zip(boxes, recogniser.texts(rest, boxes), strict=True)
    return [glyph for box, (text, score) in found if score >= _LIKELY for glyph in _spread(box, text)]


def _spread(box: Box, text: str, unsure: bool = False) -> list[Glyph]:
    """Given a line, return its characters, each on its share of the line's width."""
    left, top, right, bottom = box
    text = widened(text)
    shares = [0.5 if char.isascii() else 1.0 for char in text]
    step = (right - left) / max(sum(shares), 0.5)
    glyphs, at = [], float(left)
    for char, share in zip(text, shares, strict=True):
        if char.strip():
            glyphs.append(Glyph(char, at, top, at + share * step, bottom, bottom - top, unsure))
        at += share * step
    return glyphs


def widened(text: str) -> str:
    """Given a recognised line, return it with the punctuation beside Chinese writing in its wide form, which
    the recogniser often takes for the narrow one."""
    chars = list(text)
    for place, char in enumerate(chars):
        beside = chars[max(place - 1, 0) : place] + chars[place + 1 : place + 2]
        if char in _WIDE and any(other >= "\u2e80" for other in beside):
            chars[place] = _WIDE[char]
    return "".join(chars)


def _scaled(glyph: Glyph, scale: float) -> Glyph:
    box = (glyph.left * scale, glyph.top * scale, glyph.right * scale, glyph.bottom * scale)
    return Glyph(glyph.text, *box, glyph.size * scale, glyph.unsure)

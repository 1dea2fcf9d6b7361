"""A report as a readable page: headings, paragraphs and tables, with the cited spot marked on the server."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from corpus.checks import Check, checks
from corpus.conflicts import Conflict
from corpus.report import Box, Paragraph, Report, Section, Table
from web.differences import Difference, differences
from web.grid import GridCell, Place, path, rows

ANCHOR = re.compile(
    r"(?P<block>[pts][0-9]{1,6})"
    r"(?:-r(?P<row>[0-9]{1,6})c(?P<column>[0-9]{1,6})|-(?P<start>[0-9]{1,7})-(?P<end>[0-9]{1,7}))?"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """What an anchor names: a block, a cell of it (row, column), or a span of its characters."""

    block: str
    cell: tuple[int, int] | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the original, from 1; for a cell its box there, and whether it was `recognised` in a picture."""

    page: int
    box: Box | None = None
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph in three parts, `marked` being the cited one; `anchor` is its id, empty if none is;
    `differing` is where a table differs from it."""

    id: str
    before: str
    marked: str = ""
    after: str = ""
    anchor: str = ""
    differing: tuple[Difference, ...] = ()
    table: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its arithmetic: how many sums hold, and those that do not; and where the narrative differs
    from it. `doubts` are the ways, other than reading, that its values were come by."""

    id: str
    caption: str
    unit: str | None
    notes: tuple[str, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    cited: bool
    holding: int
    failing: tuple[Check, ...]
    differing: tuple[Difference, ...]
    doubts: tuple[str, ...]
    table: bool = True


@dataclass(frozen=True, slots=True)
class SectionView:
    """`level` is the HTML heading level, 2 to 6; `heading` is empty for the text before the first one."""

    id: str
    heading: str
    level: int
    blocks: tuple[ParagraphView | TableView, ...]


@dataclass(frozen=True, slots=True)
class _Amiss:
    """What the report's arithmetic says, and where narrative and tables differ, by block."""

    proved: tuple[Check, ...]
    differing: Mapping[str, tuple[Difference, ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """A report ready for the template. `cited` says in words where the marked spot is, empty if none is,
    and `anchor` is its fragment. `file` is the source's name without its folders; `pictured` is the block after
    which the picture of `sheet`, its page in the original, is shown, with the cell `framed` if it is one."""

    report: Report
    sections: tuple[SectionView, ...]
    cited: tuple[str, ...]
    anchor: str
    file: str
    source: str | None
    original: bool = False
    pictured: str = ""
    sheet: int = 0
    framed: bool = False

    @property
    def contents(self) -> tuple[SectionView, ...]:
        """The sections that the table of contents lists: those with a heading of their own."""
        return tuple(section for section in self.sections if section.heading)


def page(
    report: Report,
    at: str = "",
    conflicts: Iterable[Conflict] = (),
    original: PurePath | None = None,
) -> Page:
    """Given a report, an anchor of it (`t3-r4c5`, `p12-34-56`, `p12`), where its narrative and tables differ,
    and the original file if it is at hand, return its page with these marked.

    An anchor that names nothing in the report marks nothing.
    """
    spot, amiss = parse(at), _Amiss(checks(report), differences(conflicts))
    sheet = sheet_of(report, at) if original is not None else None
    return Page(
        report=report,
        sections=tuple(_section(section, spot, amiss) for section in report.sections),
        cited=next((found for section in report.sections if (found := _where(section, spot))), ()),
        anchor=at,
        file=PurePath(report.source.replace("\\", "/")).name,
        source=link(report.url),
        original=original is not None,
        pictured=spot.block if spot and sheet else "",
        sheet=sheet.page if sheet else 0,
        framed=bool(sheet and sheet.box),
    )


def sheet_of(report: Report, anchor: str) -> Sheet | None:
    """Given a report and an anchor of it, return the page of its original that it is on; None where the report
    does not say: only files with pages do."""
    spot = parse(anchor)
    blocks = [block for section in report.sections for block in section.blocks]
    block = next((block for block in blocks if spot and block.id == spot.block), None)
    if block is None or spot is None:
        return None
    if isinstance(block, Table):
        box = next((cell.box for cell in block.cells if (cell.row, cell.column) == spot.cell), None)
        if box is not None:
            return Sheet(box.page, box, any(cell.trust == "ocr" for cell in block.cells))
    return None if block.page is None else Sheet(block.page)


def parse(anchor: str) -> Spot | None:
    """Given an anchor, return the spot it names, or None for a text that is no anchor."""
    found = ANCHOR.fullmatch(anchor)
    if not found:
        return None
    row, column, start, end = (found[name] for name in ("row", "column", "start", "end"))
    return Spot(
        block=found["block"],
        cell=(int(row), int(column)) if row else None,
        span=(int(start), int(end)) if start else None,
    )


def link(address: str | None) -> str | None:
    """Given an address from a report, return it if a browser may open it: only http and https may."""
    return address if address and re.match(r"https?://[^\s/]", address, re.IGNORECASE) else None


def _section(section: Section, spot: Spot | None, amiss: _Amiss) -> SectionView:
    return SectionView(
        id=section.id,
        heading=section.path[-1] if section.path else "",
        level=min(section.level + 1, 6),
        blocks=tuple(_block(block, spot, amiss) for block in section.blocks),
    )


def _block(block: Paragraph | Table, spot: Spot | None, amiss: _Amiss) -> ParagraphView | TableView:
    here = spot if spot and spot.block == block.id else None
    if isinstance(block, Paragraph):
        return replace(_paragraph(block, here), differing=amiss.differing.get(block.id, ()))
    return _table(block, here, amiss)


def _table(table: Table, spot: Spot | None, amiss: _Amiss) -> TableView:
    proved = [check for check in amiss.proved if check.cells[0].table == table.id]
    failing = tuple(check for check in proved if check.holds is False)
    differing = amiss.differing.get(table.id, ())
    marked: dict[Place, str] = {cell: f"{one.told} ≠ {one.given}" for one in differing for cell in one.cells}
    marked |= {(cell.row, cell.column): check.expression for check in failing for cell in check.cells}
    return TableView(
        id=table.id,
        caption=table.caption,
        unit=table.unit,
        notes=table.notes,
        rows=rows(table, spot.cell if spot else None, marked),
        cited=spot is not None and spot.cell is None,
        holding=sum(check.holds is True for check in proved),
        failing=failing,
        differing=differing,
        doubts=tuple(sorted({cell.trust for cell in table.cells} - {"read"})),
    )


def _paragraph(paragraph: Paragraph, spot: Spot | None) -> ParagraphView:
    text = paragraph.text
    if spot is None:
        return ParagraphView(id=paragraph.id, before=text)
    start, end = spot.span or (0, len(text))
    if not 0 <= start < end <= len(text):
        return ParagraphView(id=paragraph.id, before=text)
    anchor = f"{paragraph.id}-{start}-{end}"
    return ParagraphView(paragraph.id, text[:start], text[start:end], text[end:], anchor)


def _where(section: Section, spot: Spot | None) -> tuple[str, ...]:
    """The heading path of the marked spot, then the table's caption and the cell's path."""
    block = next((block for block in section.blocks if spot and block.id == spot.block), None)
    if block is None or spot is None:
        return ()
    if isinstance(block, Paragraph):
        return section.path or (block.id,)
    cell = next((cell for cell in block.cells if (cell.row, cell.column) == spot.cell), None)
    return tuple(part for part in (*section.path, block.caption, path(cell) if cell else "") if part)

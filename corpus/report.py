"""The types a report travels in: from the file's blocks to figures and passages, each with its source.

All are frozen. Offsets are in characters, boxes in PDF points from the top left, pages count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

CellRole = Literal["value", "column", "row", "both", "note"]
Trust = Literal["read", "decoded", "ocr", "unreadable"]
"""How a value was come by: read as it stands; decoded from a run of digits by the form's arithmetic;
recognised in a picture; or there, but open to several readings, so that no value is given."""


class ReportError(Exception):
    """A file that cannot become a report: the message names the file, the place and the value."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


# --- what a reader gives -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or heading as the file has it. `heading` is the file's own level (HTML h1..h6, DOCX
    styles), or None where the file does not say."""

    text: str
    heading: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a raw grid, at its top left place, with its real or assumed spans. `unsure` where there is
    something in the cell but the reader cannot say for sure what."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    box: Box | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A raw table. Where `spans` is "lost" (flattened text) a row is only the sequence of its texts; where it is "kept",
    every row has all places, as in Markdown, though those of a merged cell may be blank."""

    cells: tuple[GridCell, ...]
    spans: Literal["real", "lost", "kept"] = "real"
    page: int | None = None
    trust: Trust = "read"


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gives: blocks in reading order, and what the file says of itself
    (keys: title, issuer, url, published, document_number; only those present). `notices` tells a person
    what was left out or could not be read."""

    blocks: tuple[Text | Grid, ...]
    meta: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


# --- a report ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with its spans and what the reader understood of it.

    A value cell carries the labels above it (`column_path`) and beside it (`row_path`), outermost first.
    """

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    role: CellRole = "value"
    row_path: tuple[str, ...] = ()
    column_path: tuple[str, ...] = ()
    trust: Trust = "read"
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header region. `form` names the part of a national form it is, if it is one."""

    id: str
    cells: tuple[Cell, ...]
    caption: str = ""
    unit: str | None = None
    notes: tuple[str, ...] = ()
    form: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    id: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks directly under it. `path` holds the headings from the outermost to this
    one; the text before the first heading is a section with an empty path."""

    id: str
    path: tuple[str, ...]
    blocks: tuple[Paragraph | Table, ...]

    @property
    def level(self) -> int:
        return len(self.path)


WORK_REPORT = "政府工作报告"
"""The kind of report that is given at a year's beginning and looks back on the year before."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report of one issuer for one year. `id` is the same for every version of that report;
    `digest` is the SHA-256 of the file it was read from."""

    id: str
    issuer: str
    year: int
    title: str
    kind: str
    sections: tuple[Section, ...]
    source: str
    digest: str
    region: str | None = None
    url: str | None = None
    published: str | None = None
    document_number: str | None = None
    notices: tuple[str, ...] = ()


# --- what is retrieved ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Citation:
    """The spot an answer stands on: a cell of a table (`cell` = row, column), or a span of a paragraph.

    `section` is the heading path, and the table's caption after it where it has one.
    """

    report: str
    title: str
    issuer: str
    year: int
    section: tuple[str, ...]
    block: str
    quote: str
    cell: tuple[int, int] | None = None
    span: tuple[int, int] | None = None
    row: tuple[str, ...] | None = None
    column: tuple[str, ...] | None = None
    page: int | None = None

    @property
    def anchor(self) -> str:
        """The fragment of the report's page that is this spot: `t3-r4c5` or `p12-34-56`."""
        if self.cell is not None:
            return f"{self.block}-r{self.cell[0]}c{self.cell[1]}"
        if self.span is not None:
            return f"{self.block}-{self.span[0]}-{self.span[1]}"
        return self.block

    @property
    def url(self) -> str:
        """Where the portal shows it. The query lets the server mark the spot, the fragment scrolls there."""
        return f"/reports/{self.report}?at={self.anchor}#{self.anchor}"


@dataclass(frozen=True, slots=True)
class Label:
    """What a figure measures, apart from who reported it and when: the key figures are searched by.

    Table figures have row and column paths; prose figures have a `phrase` instead ("受理各类投诉举报").
    `indicator` is the canonical id of a national form's indicator, where the figure is one.
    """

    section: tuple[str, ...] = ()
    caption: str = ""
    row: tuple[str, ...] = ()
    column: tuple[str, ...] = ()
    phrase: str = ""
    indicator: str | None = None

    @property
    def text(self) -> str:
        """One line for people and for the embedding: the parts from the widest to the narrowest."""
        parts = (self.caption, *self.row, *self.column) if not self.phrase else (self.phrase,)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with what it measures, its unit as the report writes it, and the year it speaks of.

    `value` is None for a blank cell. `raw` is the source's own writing. `qualifier` is the report's own
    hedge ("余", "约", "超"…) or empty. `sentence` is the whole sentence of a prose figure.
    """

    label: Label
    value: Decimal | None
    raw: str
    unit: str | None
    year: int
    citation: Citation
    qualifier: str = ""
    trust: Trust = "read"
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of verbatim text, whole sentences of one paragraph, with its heading path."""

    text: str
    section: tuple[str, ...]
    citation: Citation

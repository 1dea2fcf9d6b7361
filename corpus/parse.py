"""A file goes in, a Report comes out: read -> forms in text -> sections -> tables -> who and when."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from corpus.captions import LONGEST, caption_of
from corpus.grids.stacks import is_note
from corpus.language.writing import squeeze
from corpus.metadata import about
from corpus.national.embedded import with_forms
from corpus.national.identify import with_agreed_forms
from corpus.readers import read
from corpus.readers.chrome import fact
from corpus.report import Document, Grid, Report, Table, Text
from corpus.sections import build, sections
from corpus.tables import faults, understand, unit_of

_EARLY = 6
"""The title and what is said of it stand in a document's first blocks."""


def parse(
    path: Path,
    *,
    issuer: str | None = None,
    year: int | None = None,
    reader: Callable[[Path], Document] = read,
) -> Report:
    """Given a report's file, and its issuer and year where a person gives them, return the report.

    `reader` may be that of a corpus.readers.worker.Worker, which reads with limits of time and memory.

    Raises ReportError when the file cannot be read, and NeedsAttention when issuer or year cannot be found.
    """
    document = reader(path)
    known = about(document, path, issuer=issuer, year=year)
    blocks = list(with_forms(content(document, known.title)))
    found = sections(blocks)
    return Report(
        id=report_id(known.issuer, known.year, known.kind),
        issuer=known.issuer,
        year=known.year,
        title=known.title,
        kind=known.kind,
        sections=build(_agreed([(heads, list(_understood(own))) for heads, own in found])),
        source=path.name,
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        region=known.region,
        url=known.url,
        published=known.published,
        document_number=known.document_number,
        notices=(*document.notices, *_faults(path, blocks)),
    )


def report_id(issuer: str, year: int, kind: str) -> str:
    """Given whose report it is, of which year and kind, return its id: the same for every version of it."""
    return hashlib.sha256(f"{issuer}|{year}|{kind}".encode()).hexdigest()[:12]


def content(document: Document, title: str) -> Iterator[Text | Grid]:
    """Given a document, yield its blocks without its title and the lines that only say when it came out."""
    for number, block in enumerate(document.blocks):
        early = number < _EARLY and isinstance(block, Text)
        if not (early and isinstance(block, Text) and _is_front(block, title)):
            yield block


def _is_front(block: Text, title: str) -> bool:
    return squeeze(block.text) == title or fact(block.text) is not None


def _faults(path: Path, blocks: Iterable[Text | Grid | Table]) -> Iterator[str]:
    """What is wrong with the grids, each with its place: the file, the table, the row."""
    tables = [block for block in blocks if not isinstance(block, Text)]
    for number, table in enumerate(tables, start=1):
        if isinstance(table, Grid):
            for fault in faults(table):
                yield f"{path.name}: 表{number} {fault}"


def _understood(blocks: Iterable[Text | Grid | Table]) -> Iterator[Text | Table]:
    """The blocks with their grids understood; a short line before a table, or before the notes to it, may give its unit
    and its caption, and so may the table right before it that it goes on from."""
    above = ""
    before: Table | None = None
    for block in blocks:
        if isinstance(block, Grid):
            first, *others = understand(block) or (None,)
            if first is not None:
                first = _captioned(replace(first, unit=first.unit or unit_of(above)), above)
                yield (before := _gone_on(before, first))
            for table in others:
                yield (before := replace(table, unit=table.unit or unit_of(above)))
        else:
            before = None
            yield block
        if not (isinstance(block, Text) and is_note(block.text)):
            above = block.text if isinstance(block, Text) and len(block.text) <= LONGEST else ""


def _gone_on(before: Table | None, table: Table) -> Table:
    """A table with the unit and the caption of the one right before it, where it has none and the same heads: a page's end
    has divided them."""
    if before is None or table.form or _heads(before) != _heads(table):
        return table
    return replace(table, unit=table.unit or before.unit, caption=table.caption or before.caption)


def _heads(table: Table) -> set[tuple[str, ...]]:
    return {cell.column_path for cell in table.cells if cell.role == "value"}


def _captioned(table: Table, above: str) -> Table:
    """A table with the caption that stands above it, where it has none of its own and is no part of a form, which has
    its names by its places."""
    return table if table.caption or table.form else replace(table, caption=caption_of(above))


def _agreed(
    found: list[tuple[tuple[str, ...], list[Text | Table]]],
) -> list[tuple[tuple[str, ...], tuple[Text | Table, ...]]]:
    """The sections with their tables' forms settled by what all of them tell."""
    tables = iter(with_agreed_forms(b for _, own in found for b in own if isinstance(b, Table)))
    return [(heads, tuple(next(tables) if isinstance(b, Table) else b for b in own)) for heads, own in found]

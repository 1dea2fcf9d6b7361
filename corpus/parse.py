"""A file goes in, a Report comes out: read -> forms in text -> sections -> tables -> who and when."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.embedded import with_forms
from corpus.metadata import about
from corpus.readers import read
from corpus.readers.chrome import fact
from corpus.report import Document, Grid, Report, Table, Text
from corpus.sections import build, sections
from corpus.tables import understand
from corpus.writing import squeeze


def parse(path: Path, *, issuer: str | None = None, year: int | None = None) -> Report:
    """Given a report's file, and its issuer and year where a person gives them, return the report.

    Raises ReportError when the file cannot be read, and NeedsAttention when issuer or year cannot be found.
    """
    document = read(path)
    known = about(document, path, issuer=issuer, year=year)
    found = sections(with_forms(content(document, known.title)))
    return Report(
        id=report_id(known.issuer, known.year, known.kind),
        issuer=known.issuer,
        year=known.year,
        title=known.title,
        kind=known.kind,
        sections=build((path_, tuple(_understood(own))) for path_, own in found),
        source=path.name,
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        region=known.region,
        url=known.url,
        published=known.published,
        document_number=known.document_number,
    )


def report_id(issuer: str, year: int, kind: str) -> str:
    """Given whose report it is, of which year and kind, return its id: the same for every version of it."""
    return hashlib.sha256(f"{issuer}|{year}|{kind}".encode()).hexdigest()[:12]


def content(document: Document, title: str) -> Iterator[Text | Grid]:
    """Given a document, yield its blocks without its title and the lines that only say when it came out."""
    early = True
    for number, block in enumerate(document.blocks):
        early = early and number < 6
        if early and isinstance(block, Text):
            if squeeze(block.text) == title or fact(block.text) is not None:
                continue
        yield block


def _understood(blocks: Iterable[Text | Grid | Table]) -> Iterator[Text | Table]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from understand(block)
        else:
            yield block

"""A file read by corpus/, with all that was found in it."""

from __future__ import annotations

from pathlib import Path

from corpus.doubts import doubts
from corpus.figures import figures
from corpus.parse import parse
from corpus.passages import passages
from index.reading import Reading


def read(path: Path, issuer: str | None, year: int | None) -> Reading:
    """Given a file, and its issuer and year where a person gives them, return what is in it.

    Raises ReportError, and NeedsAttention where issuer or year is missing.
    """
    report = parse(path, issuer=issuer, year=year)
    found = figures(report)
    return Reading(report, found, passages(report), doubts(report, found))

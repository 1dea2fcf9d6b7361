"""A file read by corpus/, with all that was found in it."""

from __future__ import annotations

from pathlib import Path

from corpus.doubts import doubts
from corpus.figures import figures
from corpus.parse import parse
from corpus.passages import passages
from corpus.report import Report
from index.reading import Reading


def read(path: Path, issuer: str | None, year: int | None) -> Reading:
    """Given a file, and its issuer and year where a person gives them, return what is in it.

    Raises ReportError, and NeedsAttention where issuer or year is missing.
    """
    return whole(parse(path, issuer=issuer, year=year))


def whole(report: Report) -> Reading:
    """Given a report, return it with all that is in it."""
    found = figures(report)
    return Reading(report, found, passages(report), doubts(report, found))

"""A file read by corpus/, with all that was found in it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from corpus.doubts import doubts
from corpus.figures import figures
from corpus.parse import parse
from corpus.passages import passages
from corpus.readers.worker import Worker
from corpus.report import Report
from index.reading import Reading


class Limited:
    """Reads files in a process of its own, with limits of time and memory, one file at a time."""

    def __init__(self) -> None:
        self._worker, self._lock = Worker(), Lock()

    def __call__(self, path: Path, issuer: str | None, year: int | None) -> Reading:
        """Given a file, and its issuer and year where a person gives them, return what is in it.

        Raises ReportError, and NeedsAttention where issuer or year is missing.
        """
        with self._lock:
            return whole(parse(path, issuer=issuer, year=year, reader=self._worker.read))


def whole(report: Report) -> Reading:
    """Given a report, return it with all that is in it."""
    found = figures(report)
    return Reading(report, found, passages(report), doubts(report, found))

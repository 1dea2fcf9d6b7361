"""Pictures of pages of originals, drawn when asked for and kept for a while."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from corpus.readers.pages.picture import picture
from index.recent import Recent
from web.viewer import Sheet

_KEPT = 64  # pictures, of some 100 kB each


class Pictures:
    """Draws one picture at a time, and keeps the last ones. Safe to share between threads."""

    def __init__(self) -> None:
        self._kept: Recent[tuple[str, Sheet], bytes] = Recent(_KEPT)
        self._lock = Lock()

    def get(self, path: Path, digest: str, sheet: Sheet) -> bytes:
        """Given a file, what it is known by and a page of it, return the picture. Raises ReportError."""
        with self._lock:
            return self._kept.get(
                (digest, sheet),
                lambda: picture(path, sheet.page, sheet.box, recognised=sheet.recognised),
            )

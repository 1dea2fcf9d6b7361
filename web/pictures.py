"""Pictures of pages of originals, drawn when asked for and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from corpus.readers.pages.picture import picture
from corpus.report import Box

_KEPT = 64  # pictures, of some 100 kB each


class Pictures:
    """Draws one picture at a time, and keeps the last ones. Safe to share between threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, Box | None], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, path: Path, digest: str, page: int, box: Box | None) -> bytes:
        """Given a PDF, what it is known by, a page and a box on it, return the picture. Raises ReportError."""
        with self._lock:
            key = (digest, page, box)
            found = self._kept.pop(key, None) or picture(path, page, box)
            self._kept[key] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return found

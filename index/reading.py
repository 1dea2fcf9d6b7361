"""A file at the door, and what was read in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from corpus.doubts import Doubts
from corpus.report import Figure, Passage, Report


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file at the door: where it is, and the SHA-256 of what is in it and in its sidecars."""

    path: Path
    digest: str
    sidecar: str = ""

    @property
    def place(self) -> str:
        return str(self.path.resolve())


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with all that was found in it, and what of it cannot all be right."""

    report: Report
    figures: tuple[Figure, ...]
    passages: tuple[Passage, ...]
    doubts: Doubts = field(default_factory=Doubts)


Reader = Callable[[Path, str | None, int | None], Reading]
"""Given a file, and its issuer and year where a person gives them, returns the reading. Raises ReportError,
and NeedsAttention where issuer or year is missing."""

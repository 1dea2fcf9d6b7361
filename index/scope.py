"""What a question is limited to, before anything is compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose, of when, of which report. What is empty is not limited.

    `years` are the years figures speak of; for passages, which speak of no one year, the report's year.
    """

    issuers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A report that is held, without its text."""

    id: str
    issuer: str
    year: int
    title: str
    kind: str
    region: str | None = None
    url: str | None = None
    published: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Attention:
    """A file that was not taken in, because something only a person knows is missing; and what."""

    id: str
    path: str
    reason: str

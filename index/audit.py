"""The audit log: who changed what, and when. Nothing in it is ever changed or removed by the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from index.catalogue import Catalogue
from index.desk_schema import AuditRow
from index.schema import prepare


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: `action` is what was done ("report.publish"), `subject` to what, `detail` the particulars."""

    id: int
    at: datetime
    person: str
    action: str
    subject: str
    detail: dict[str, Any]


class Audit:
    """The log, in the catalogue's database. Safe to share between threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        prepare(catalogue.engine)
        self._catalogue = catalogue

    def note(self, person: str, action: str, subject: str, **detail: Any) -> None:
        """Given who did what to what, write it down."""
        with self._catalogue.begin() as session:
            now = datetime.now(UTC).replace(tzinfo=None)
            session.add(AuditRow(at=now, person=person, action=action, subject=subject, detail=detail))

    def entries(self, before: int | None = None, most: int = 100) -> tuple[Entry, ...]:
        """Return the latest entries, or the latest before one of them, newest first."""
        chosen = select(AuditRow).order_by(AuditRow.id.desc()).limit(most)
        if before is not None:
            chosen = chosen.where(AuditRow.id < before)
        with self._catalogue.read() as session:
            return tuple(
                Entry(row.id, row.at, row.person, row.action, row.subject, row.detail)
                for row in session.scalars(chosen)
            )

"""Small things that all processes share for a while, by name: tokens, locks, what went wrong."""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import sessionmaker

from web.wechat.tables import NoteRow, prepare


class Notes:
    """Notes in a database. Safe to share between threads."""

    def __init__(self, engine: Engine, now: Callable[[], float] = time.time) -> None:
        prepare(engine)
        self._sessions, self._now = sessionmaker(engine), now

    def get(self, name: str) -> str | None:
        """Given a name, return the note's text, or None once its time is over."""
        with self._sessions() as session:
            row = session.get(NoteRow, name)
            return row.value if row is not None and row.until > self._now() else None

    def all(self, start: str) -> dict[str, str]:
        """Given how names start, return those notes that still hold, by name."""
        chosen = select(NoteRow).where(NoteRow.name.startswith(start), NoteRow.until > self._now())
        with self._sessions() as session:
            return {row.name: row.value for row in session.scalars(chosen.order_by(NoteRow.name))}

    def put(self, name: str, value: str, seconds: float) -> None:
        """Given a name, a text and for how long it holds, note it in place of what was there."""
        until = self._now() + seconds
        for _ in range(2):
            with self._sessions.begin() as session:
                there = update(NoteRow).where(NoteRow.name == name).values(value=value, until=until)
                if session.execute(there).rowcount:  # type: ignore[attr-defined]
                    return
            if self._added(name, value, until):
                return

    def take(self, name: str, seconds: float) -> bool:
        """Given a name and for how long, return whether the caller now has it, and nobody else had."""
        until, free = self._now() + seconds, NoteRow.until <= self._now()
        with self._sessions.begin() as session:
            freed = update(NoteRow).where(NoteRow.name == name, free).values(until=until)
            if session.execute(freed).rowcount:  # type: ignore[attr-defined]
                return True
        return self._added(name, "", until)

    def drop(self, name: str) -> None:
        """Forget a note, or let go of what was taken."""
        with self._sessions.begin() as session:
            session.execute(delete(NoteRow).where(NoteRow.name == name))

    def _added(self, name: str, value: str, until: float) -> bool:
        try:
            with self._sessions.begin() as session:
                session.add(NoteRow(name=name, value=value, until=until))
        except IntegrityError:
            return False
        return True

"""What staff taught, as versions: nothing is overwritten, and the newest version of each lesson holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Engine, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, sessionmaker

from index.schema import Base, prepare


class LessonRow(Base):
    """One change. `content` is None where the lesson is withdrawn; `undoes` is the version it takes back."""

    __tablename__ = "lessons"
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    lesson: Mapped[str] = mapped_column(String(32), index=True)
    at: Mapped[datetime]
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    undoes: Mapped[int | None]


@dataclass(frozen=True, slots=True)
class Change:
    """A version of a lesson: `content` is what it says from then on, None where it says nothing any more."""

    version: int
    lesson: str
    at: datetime
    content: dict[str, Any] | None
    undoes: int | None = None


class Lessons:
    """Lessons in a database. Safe to share between threads and processes."""

    def __init__(self, engine: Engine) -> None:
        prepare(engine, [LessonRow.__table__])
        self._sessions = sessionmaker(engine)

    def version(self) -> int:
        """Return the number of the last change, 0 before the first."""
        with self._sessions() as session:
            return session.scalar(select(func.max(LessonRow.version))) or 0

    def put(self, lesson: str, content: dict[str, Any] | None) -> Change:
        """Given a lesson's id and what it says from now on (None: nothing), return the change."""
        with self._sessions.begin() as session:
            return _added(session, lesson, content, None)

    def undo(self) -> Change | None:
        """Take back the last change that is not taken back: what the lesson said before, it says again. Return
        that change; None when there is none left."""
        with self._sessions.begin() as session:
            changes = _changes(session)
            undone = {change.undoes for change in changes}
            own = [change for change in changes if change.undoes is None]
            last = next((change for change in reversed(own) if change.version not in undone), None)
            if last is None:
                return None
            standing = [
                change for change in own if change.lesson == last.lesson and change.version not in undone
            ]
            before = standing[-2].content if len(standing) > 1 else None
            return _added(session, last.lesson, before, last.version)

    def history(self) -> tuple[Change, ...]:
        """Return every change, the oldest first."""
        with self._sessions() as session:
            return tuple(_changes(session))

    def current(self) -> tuple[Change, ...]:
        """Return the newest version of each lesson that says something, in the order of their changes."""
        newest = {change.lesson: change for change in self.history()}
        return tuple(sorted((one for one in newest.values() if one.content), key=lambda one: one.version))


def _changes(session: Session) -> list[Change]:
    return [_change(row) for row in session.scalars(select(LessonRow).order_by(LessonRow.version))]


def _added(session: Session, lesson: str, content: dict[str, Any] | None, undoes: int | None) -> Change:
    at = datetime.now(UTC).replace(tzinfo=None)
    row = LessonRow(lesson=lesson, at=at, content=content, undoes=undoes)
    session.add(row)
    session.flush()
    return _change(row)


def _change(row: LessonRow) -> Change:
    return Change(row.version, row.lesson, row.at.replace(tzinfo=UTC), row.content, row.undoes)

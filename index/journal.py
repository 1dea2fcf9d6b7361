"""What was asked, how it was answered, and what people thought of it: in the catalogue's database.

Texts come here with personal data masked; nothing here says who asked.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Engine, ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column, sessionmaker

from corpus.report import ReportError
from index.schema import Base, prepare

Thumb = Literal["up", "down"]


class NotAsked(ReportError):
    """No answer of this id was given."""


class AskedRow(Base):
    __tablename__ = "asked"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    channel: Mapped[str] = mapped_column(String(32))
    question: Mapped[str] = mapped_column(Text)
    query: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(16))
    evidence: Mapped[list[str]]
    milliseconds: Mapped[float]


class FeedbackRow(Base):
    __tablename__ = "feedback"
    answer: Mapped[str] = mapped_column(ForeignKey("asked.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime]
    thumb: Mapped[str | None] = mapped_column(String(4))
    correction: Mapped[str] = mapped_column(Text)


@dataclass(frozen=True, slots=True)
class Entry:
    """A question asked. `id` is its answer's, `at` in UTC, `evidence` the citations as report#anchor, `thumb`
    and `correction` what the person who asked thought of the answer."""

    id: str
    at: datetime
    channel: str
    question: str
    query: dict[str, Any]
    status: str
    evidence: tuple[str, ...]
    milliseconds: float
    thumb: Thumb | None = None
    correction: str = ""


class Journal:
    """The log of questions in a database. Safe to share between threads and processes."""

    def __init__(self, engine: Engine) -> None:
        prepare(engine, [Base.metadata.tables[name] for name in ("asked", "feedback")])
        self._sessions = sessionmaker(engine)

    def note(self, entry: Entry) -> None:
        """Keep a question that was asked."""
        with self._sessions.begin() as session:
            session.add(
                AskedRow(
                    id=entry.id,
                    at=_stored(entry.at),
                    channel=entry.channel,
                    question=entry.question,
                    query=entry.query,
                    status=entry.status,
                    evidence=list(entry.evidence),
                    milliseconds=entry.milliseconds,
                )
            )

    def feedback(self, answer: str, thumb: Thumb | None, correction: str) -> None:
        """Keep what someone thinks of an answer, in place of what they thought before. Raises NotAsked."""
        with self._sessions.begin() as session:
            if session.get(AskedRow, answer) is None:
                raise NotAsked(f"answer {answer}: not given")
            at = _stored(datetime.now(UTC))
            session.merge(FeedbackRow(answer=answer, at=at, thumb=thumb, correction=correction))

    def entries(self, since: datetime | None = None, statuses: Collection[str] = ()) -> tuple[Entry, ...]:
        """Return what was asked, the oldest first: since a moment, and with one of the statuses, where given."""
        chosen = select(AskedRow, FeedbackRow).outerjoin(FeedbackRow).order_by(AskedRow.at, AskedRow.id)
        if since is not None:
            chosen = chosen.where(AskedRow.at >= _stored(since))
        if statuses:
            chosen = chosen.where(AskedRow.status.in_(statuses))
        with self._sessions() as session:
            return tuple(_entry(row, feedback) for row, feedback in session.execute(chosen))

    def entry(self, answer: str) -> Entry:
        """Given an answer's id, return what was asked. Raises NotAsked."""
        with self._sessions() as session:
            row = session.get(AskedRow, answer)
            if row is None:
                raise NotAsked(f"answer {answer}: not given")
            return _entry(row, session.get(FeedbackRow, answer))


def _stored(moment: datetime) -> datetime:
    """In UTC and without its zone: SQLite keeps none."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def _entry(row: AskedRow, feedback: FeedbackRow | None) -> Entry:
    return Entry(
        row.id,
        row.at.replace(tzinfo=UTC),
        row.channel,
        row.question,
        row.query,
        row.status,
        tuple(row.evidence),
        row.milliseconds,
        feedback.thumb if feedback else None,  # type: ignore[arg-type]  # written from a Thumb
        feedback.correction if feedback else "",
    )

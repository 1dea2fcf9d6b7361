"""The staff's own evaluation: questions with known answers, and how each run of them went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Mapped, mapped_column

from index.catalogue import Catalogue
from index.schema import Base, prepare


class SuiteRow(Base):
    """A question, and what is expected of its answer as an evaluation file has it."""

    __tablename__ = "suite"
    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(Text)
    expect: Mapped[dict[str, Any]]
    person: Mapped[str] = mapped_column(String(128))
    created_at: Mapped[datetime]


class RunRow(Base):
    """A run: its summary is empty while it goes on, and says "error" where it failed."""

    __tablename__ = "runs"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    person: Mapped[str] = mapped_column(String(128))
    summary: Mapped[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class SuiteItem:
    id: int
    question: str
    expect: dict[str, Any]
    person: str


@dataclass(frozen=True, slots=True)
class Run:
    id: int
    at: datetime
    person: str
    summary: dict[str, Any]


class Suite:
    """The questions and the runs, in the catalogue's database. Safe to share between threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        prepare(catalogue.engine)
        self._catalogue = catalogue

    def items(self) -> tuple[SuiteItem, ...]:
        """Return the questions, the oldest first."""
        with self._catalogue.read() as session:
            rows = session.scalars(select(SuiteRow).order_by(SuiteRow.id))
            return tuple(SuiteItem(row.id, row.question, row.expect, row.person) for row in rows)

    def add(self, question: str, expect: dict[str, Any], person: str) -> SuiteItem:
        """Given a question and what is expected of its answer, keep it; a question is there once."""
        with self._catalogue.begin() as session:
            for row in session.scalars(select(SuiteRow).where(SuiteRow.question == question)):
                session.delete(row)
            row = SuiteRow(question=question, expect=expect, person=person, created_at=_now())
            session.add(row)
            session.flush()
            return SuiteItem(row.id, row.question, row.expect, row.person)

    def drop(self, id: int) -> bool:
        """Given a question's id, drop it; return whether it was there."""
        with self._catalogue.begin() as session:
            row = session.get(SuiteRow, id)
            if row is not None:
                session.delete(row)
            return row is not None

    def begin(self, person: str) -> int:
        """Return the id of a new run."""
        with self._catalogue.begin() as session:
            row = RunRow(at=_now(), person=person, summary={})
            session.add(row)
            session.flush()
            return row.id

    def end(self, run: int, summary: dict[str, Any]) -> None:
        """Given a run and how it went, keep that."""
        with self._catalogue.begin() as session:
            session.get_one(RunRow, run).summary = summary

    def runs(self, most: int = 2) -> tuple[Run, ...]:
        """Return the latest runs, the newest first."""
        with self._catalogue.read() as session:
            rows = session.scalars(select(RunRow).order_by(RunRow.id.desc()).limit(most))
            return tuple(Run(row.id, row.at, row.person, row.summary) for row in rows)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)

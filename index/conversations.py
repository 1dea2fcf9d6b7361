"""Conversations in the catalogue's database, so that several server processes share them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, String, Text, delete
from sqlalchemy.orm import Mapped, mapped_column, sessionmaker

from index.schema import Base, prepare


class ConversationRow(Base):
    __tablename__ = "conversations"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    until: Mapped[datetime] = mapped_column(index=True)
    content: Mapped[str] = mapped_column(Text)


class Shelf:
    """Texts by id, each until its moment (UTC without zone). Safe to share between threads and processes."""

    def __init__(self, engine: Engine) -> None:
        prepare(engine, [ConversationRow.__table__])
        self._sessions = sessionmaker(engine)

    def get(self, id: str, now: datetime) -> str | None:
        """Return the text that is kept under an id; None where there is none, or its time is over."""
        with self._sessions() as session:
            row = session.get(ConversationRow, id)
            return row.content if row is not None and row.until > now else None

    def put(self, id: str, content: str, until: datetime, now: datetime) -> None:
        """Keep a text, and drop every one whose time is over."""
        with self._sessions.begin() as session:
            session.execute(delete(ConversationRow).where(ConversationRow.until <= now))
            session.merge(ConversationRow(id=id, until=until, content=content))

"""Conversations in the database: every process knows them, and a restart loses none."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import replace

from pydantic import ValidationError
from sqlalchemy import Engine, delete
from sqlalchemy.orm import sessionmaker

from assistant.query import Query
from index.codec import dump, load
from web.wechat.tables import Base, QueryRow


class StoredConversations:
    """Keeps the last query of each conversation, without its text. One that is idle for `lifetime` seconds
    is forgotten."""

    def __init__(
        self, engine: Engine, lifetime: float = 1800.0, now: Callable[[], float] = time.time
    ) -> None:
        Base.metadata.create_all(engine)
        self._sessions, self._lifetime, self._now = sessionmaker(engine), lifetime, now

    def start(self) -> str:
        """Return the id of a new conversation."""
        conversation = secrets.token_urlsafe(24)
        self._put(conversation, None)
        return conversation

    def last(self, conversation: str) -> Query | None:
        """Return the last query of the conversation; None for a new, an expired or an unknown one."""
        with self._sessions() as session:
            row = session.get(QueryRow, conversation)
        if row is None or row.query is None or row.until <= self._now():
            return None
        try:
            return load(Query, row.query)
        except ValidationError:  # kept by another version of this program
            return None

    def keep(self, conversation: str, query: Query) -> None:
        """Note a query, without its text, and only if it is one for the reports."""
        if not query.problem:
            matched = query.simplified if query.language == "en" else query.measure
            self._put(conversation, dump(replace(query, text="", simplified=matched)))

    def _put(self, conversation: str, query: str | None) -> None:
        now = self._now()
        with self._sessions.begin() as session:
            session.merge(QueryRow(conversation=conversation, query=query, until=now + self._lifetime))
            session.execute(delete(QueryRow).where(QueryRow.until <= now))

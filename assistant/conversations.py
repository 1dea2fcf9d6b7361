"""Where conversations are kept between questions: by an unguessable id, for a while, without personal data."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from assistant.masking import masked
from assistant.query import Query
from index.codec import dump, load
from index.conversations import Shelf

LIFETIME = timedelta(minutes=30)


class Conversations(Protocol):
    """Keeps the last query of each conversation by an unguessable id, for a while, without what was typed."""

    def start(self) -> str: ...
    def last(self, conversation: str) -> Query | None: ...
    def keep(self, conversation: str, query: Query) -> None: ...


@dataclass(frozen=True, slots=True)
class _Kept:
    query: Query | None
    until: datetime


class MemoryConversations:
    """Conversations of one process. One that is idle for `lifetime` is forgotten, and beyond `most` the
    longest idle goes."""

    def __init__(
        self,
        lifetime: timedelta = LIFETIME,
        most: int = 10_000,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._lifetime, self._most, self._clock = lifetime, most, clock
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    def start(self) -> str:
        """Return the id of a new conversation."""
        conversation = secrets.token_urlsafe(24)
        self._put(conversation, None)
        return conversation

    def last(self, conversation: str) -> Query | None:
        """Return the last query of the conversation; None for a new, an expired or an unknown one."""
        kept = self._kept.get(conversation)
        return kept.query if kept is not None and kept.until > self._clock() else None

    def keep(self, conversation: str, query: Query) -> None:
        """Note a query, without its text, and only if it is one for the reports."""
        if not query.problem:
            self._put(conversation, _understood(query))

    def _put(self, conversation: str, query: Query | None) -> None:
        now = self._clock()
        self._kept[conversation] = _Kept(query, now + self._lifetime)
        self._kept.move_to_end(conversation)
        for old in [key for key, kept in self._kept.items() if kept.until <= now]:
            del self._kept[old]
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


class StoredConversations:
    """Conversations in the index's database, which every server process shares. One that is idle for
    `lifetime` is forgotten."""

    def __init__(
        self,
        shelf: Shelf,
        lifetime: timedelta = LIFETIME,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._shelf, self._lifetime, self._clock = shelf, lifetime, clock

    def start(self) -> str:
        """Return the id of a new conversation. Nothing is kept of it before its first question."""
        return secrets.token_urlsafe(24)

    def last(self, conversation: str) -> Query | None:
        """Return the last query of the conversation; None for a new, an expired or an unknown one."""
        content = self._shelf.get(conversation, self._now())
        return load(Query, content) if content is not None else None

    def keep(self, conversation: str, query: Query) -> None:
        """Note a query, without its text, and only if it is one for the reports."""
        if not query.problem:
            now = self._now()
            self._shelf.put(conversation, dump(_understood(query)), now + self._lifetime, now)

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC).replace(tzinfo=None)


def _understood(query: Query) -> Query:
    """The query without what was typed, and without personal data in what was understood of it."""
    matched = query.simplified if query.language == "en" else query.measure
    return replace(
        query,
        text="",
        simplified=masked(matched),
        measure=masked(query.measure),
        measures=tuple(map(masked, query.measures)),
        whole=masked(query.whole),
        earlier=tuple(map(masked, query.earlier)),
        otherwise=tuple(map(masked, query.otherwise)),
        narrows=masked(query.narrows),
        unknown_issuer=query.unknown_issuer and masked(query.unknown_issuer),
    )

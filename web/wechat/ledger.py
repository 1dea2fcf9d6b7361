"""Which messages came, who is answering them, and what each was answered: shared by all processes, and there
again after a restart.

Every step is one short transaction that changes a row only if it is still as expected, so that of two
processes, or two deliveries, exactly one has it its way and the other learns of the outcome.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, Result, delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import sessionmaker

from web.wechat.tables import Base, MessageRow, OwnerRow, StampRow, TalkRow, prepare

ALIVE = 6.0  # seconds that a process is taken to be alive after its last sign
KEPT = 48 * 3600.0  # seconds that answers are kept: as long as a person may be sent one
CALLS = 20.0  # seconds after which the platform calls no more for a message
STAMPS = 900.0  # seconds that stamps are kept: longer than a stamp is valid


@dataclass(frozen=True, slots=True)
class Entry:
    """A message as the ledger has it. `mine` says that this process is to answer it, now or already."""

    key: str
    account: str
    user: str
    question: str
    answer: str | None
    reply: str | None
    due: str
    recipient: str
    mine: bool


class Ledger:
    """The ledger as one process sees it. Safe to share between threads."""

    def __init__(self, engine: Engine, now: Callable[[], float] = time.time) -> None:
        prepare(engine)
        self._sessions, self._now = sessionmaker(engine, expire_on_commit=False), now
        self.owner = secrets.token_hex(16)
        self.beat()

    def admit(self, stamp: str, key: str) -> bool:
        """Given a hash of a stamp and the key of the message it came with, return False if another message
        came with it before: someone is using an overheard signature."""
        with self._sessions() as session:
            known = session.get(StampRow, stamp)
        if known is None and self._insert(StampRow(stamp=stamp, key=key, seen=self._now())):
            return True
        with self._sessions() as session:
            known = known or session.get(StampRow, stamp)
            return known is not None and known.key == key

    def claim(self, key: str, account: str, user: str, question: str, recipient: str = "") -> Entry:
        """Given a message, return its entry. It is `mine` if no living process had it before."""
        entry = self.look(key)
        if entry is None:
            row = MessageRow(
                key=key,
                account=account,
                user=user,
                owner=self.owner,
                question=question,
                recipient=recipient,
                received=self._now(),
            )
            self._insert(row)
        elif entry.answer is None and not entry.mine:
            self._take_over(key)
        return self._known(key)

    def look(self, key: str) -> Entry | None:
        """Given a message's key, return its entry as it is now."""
        with self._sessions() as session:
            row = session.scalars(select(MessageRow).where(MessageRow.key == key)).one_or_none()
            return None if row is None else self._entry(row)

    def settle(self, key: str, reply: str, due: str = "") -> Entry:
        """Given what to reply to the platform's call, return the entry with the reply that holds: this one,
        unless another was decided before. A reply that defers the answer does not hold once that is known."""
        if due:
            still = (MessageRow.reply.is_(None), MessageRow.answer.is_(None))
            self._change(key, *still, reply=reply, due=due)
        else:
            self._change(key, MessageRow.reply.is_(None), reply=reply, question="", recipient="")
        return self._known(key)

    def finish(self, key: str, answer: str) -> Entry:
        """Given a message's answer, return its entry, whose `due` says what is left to do."""
        self._change(key, MessageRow.answer.is_(None), answer=answer)
        return self._known(key)

    def sending(self, key: str) -> bool:
        """Return True if the answer is due to be sent and the caller is the one to do it. It is then sent
        once at most: a process that dies on it leaves it to the person to ask."""
        return self._change(key, MessageRow.due == "push", MessageRow.answer.is_not(None), due="sending")

    def sent(self, key: str, arrived: bool) -> None:
        """Note that the answer was sent, or that it has to be asked for."""
        still = MessageRow.due == "sending"
        if arrived:
            self._change(key, still, due="", question="", recipient="")
        else:
            self._change(key, still, due="collect", recipient="")

    def collect(self, key: str, account: str, user: str, say: Callable[[Entry | None, int], str]) -> Entry:
        """Given the key of a message that asks for a deferred answer, return its entry, with that as its
        reply. `say` words it, from the entry whose answer is given and how many more are waiting."""
        while (found := self.look(key)) is None:
            waiting = self._collectable(user)
            given = waiting[0] if waiting else None
            text = say(given, len(waiting) - 1)
            row = MessageRow(key=key, account=account, user=user, owner=self.owner, question="", answer=text)
            row.reply, row.received = text, self._now()
            with suppress(IntegrityError, _Overtaken), self._sessions.begin() as session:
                if given is not None and given.answer is not None:
                    which = (MessageRow.key == given.key, MessageRow.due == given.due)
                    over = {"due": "", "question": "", "recipient": ""}
                    if not _changed(session.execute(update(MessageRow).where(*which).values(**over))):
                        raise _Overtaken
                session.add(row)
        return found

    def _collectable(self, user: str) -> list[Entry]:
        """What a person may ask for: answers that wait for it, and then those that are being worked on. One
        that is being sent is not, unless the process that sends it has died."""
        free = or_(MessageRow.due == "collect", MessageRow.answer.is_(None), self._orphaned())
        chosen = select(MessageRow).where(MessageRow.user == user, MessageRow.due != "", free)
        with self._sessions() as session:
            rows = session.scalars(chosen.order_by(MessageRow.answer.is_(None), MessageRow.id))
            return [self._entry(row) for row in rows]

    def adopt(self) -> list[Entry]:
        """Return the entries of dead processes that still need work. They are this process's from now on."""
        unfinished = or_(MessageRow.answer.is_(None), MessageRow.due == "push")
        chosen = select(MessageRow.key).where(self._orphaned(), unfinished).order_by(MessageRow.id)
        with self._sessions() as session:
            keys = session.scalars(chosen).all()
        taken = [self.look(key) for key in keys if self._take_over(key)]
        return [entry for entry in taken if entry is not None]

    def beat(self) -> None:
        """Give a sign of life."""
        until = self._now() + ALIVE
        with self._sessions.begin() as session:
            mine = update(OwnerRow).where(OwnerRow.id == self.owner)
            if not _changed(session.execute(mine.values(until=until))):
                session.add(OwnerRow(id=self.owner, until=until))

    def leave(self) -> None:
        """Say that this process answers no more, so that another may take over at once."""
        with self._sessions.begin() as session:
            session.execute(delete(OwnerRow).where(OwnerRow.id == self.owner))

    def sweep(self) -> None:
        """Forget what is too old to matter."""
        now = self._now()
        with self._sessions.begin() as session:
            session.execute(delete(StampRow).where(StampRow.seen < now - STAMPS))
            session.execute(delete(MessageRow).where(MessageRow.received < now - KEPT))
            session.execute(delete(OwnerRow).where(OwnerRow.until < now - KEPT))
            session.execute(delete(TalkRow).where(TalkRow.until < now))

    def forget(self, user: str) -> None:
        """Given a person who has left, forget what was asked and answered. Stamps and keys tell nothing."""
        with self._sessions.begin() as session:
            session.execute(delete(MessageRow).where(MessageRow.user == user, MessageRow.answer.is_not(None)))
            session.execute(delete(TalkRow).where(TalkRow.user == user))

    def conversation(self, user: str) -> str | None:
        """Given a person, return the conversation they are in."""
        with self._sessions() as session:
            row = session.get(TalkRow, user)
            return None if row is None else row.conversation

    def converse(self, user: str, conversation: str) -> None:
        """Note the conversation a person is in."""
        with self._sessions.begin() as session:
            session.merge(TalkRow(user=user, conversation=conversation, until=self._now() + KEPT))

    def unheard(self) -> list[Entry]:
        """Return the entries whose answer no call of the platform came to fetch, each time fewer: they are
        due to be sent or asked for from now on, as their `due` says."""
        with self._sessions.begin() as session:
            which = (
                MessageRow.owner == self.owner,
                MessageRow.answer.is_not(None),
                MessageRow.reply.is_(None),
                MessageRow.received < self._now() - CALLS,
            )
            rows = session.scalars(select(MessageRow).where(*which)).all()
            for row in rows:
                row.reply, row.due = "", "push" if row.recipient else "collect"
            return [self._entry(row) for row in rows]

    def _orphaned(self) -> ColumnElement[bool]:
        return MessageRow.owner.not_in(select(OwnerRow.id).where(OwnerRow.until > self._now()))

    def _take_over(self, key: str) -> bool:
        orphan = select(MessageRow.key).where(MessageRow.key == key, self._orphaned())
        with self._sessions() as session:  # mostly it is not: looking locks nothing
            if session.scalar(orphan) is None:
                return False
        return self._change(key, self._orphaned(), owner=self.owner)

    def _change(self, key: str, *still: ColumnElement[bool], **values: str) -> bool:
        """Set values of a message that is still as expected. Return whether it was."""
        with self._sessions.begin() as session:
            which = update(MessageRow).where(MessageRow.key == key, *still)
            return _changed(session.execute(which.values(**values)))

    def _insert(self, row: Base) -> bool:
        """Add a row unless one with its key is there."""
        try:
            with self._sessions.begin() as session:
                session.add(row)
        except IntegrityError:
            return False
        return True

    def _known(self, key: str) -> Entry:
        found = self.look(key)
        if found is None:
            raise LookupError(f"message {key}: forgotten while it was answered")
        return found

    def _entry(self, row: MessageRow) -> Entry:
        return Entry(
            key=row.key,
            account=row.account,
            user=row.user,
            question=row.question,
            answer=row.answer,
            reply=row.reply,
            due=row.due,
            recipient=row.recipient,
            mine=row.owner == self.owner,
        )


class _Overtaken(Exception):
    """Another transaction changed the row first."""


def _changed(result: Result[Any]) -> bool:
    return bool(result.rowcount)  # type: ignore[attr-defined]

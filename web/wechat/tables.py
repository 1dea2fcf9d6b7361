"""The tables of the messaging channels: what was asked, what was replied, and who is at work on what.

A person is here by a hash alone. What was asked is kept until it is answered, an address to send a late
answer to is kept encrypted until that is sent, and answers are kept for retries and for who asks for them later.
"""

from __future__ import annotations

from sqlalchemy import Engine, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from index import schema


class Base(DeclarativeBase):
    pass


class MessageRow(Base):
    """A question received. `reply` is what the platform's call was answered with, once that is decided, and
    never changes. `answer` is there once it is known. `due` says how the answer reaches the person if the
    reply was not it: "push" (we are to send it), "sending", "collect" (the person is to ask for it); empty
    when nothing is due any more."""

    __tablename__ = "channel_messages"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    account: Mapped[str] = mapped_column(String(64))
    user: Mapped[str] = mapped_column(String(64))
    owner: Mapped[str] = mapped_column(String(32))
    question: Mapped[str] = mapped_column(Text)
    recipient: Mapped[str] = mapped_column(Text, default="")
    answer: Mapped[str | None] = mapped_column(Text)
    reply: Mapped[str | None] = mapped_column(Text)
    due: Mapped[str] = mapped_column(String(8), default="")
    received: Mapped[float]

    __table_args__ = (
        Index("channel_messages_of_user", "user", "due"),
        Index("channel_messages_open", "owner"),
    )


class StampRow(Base):
    """A signature's timestamp and nonce, and the one message they came with."""

    __tablename__ = "channel_stamps"
    stamp: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    seen: Mapped[float] = mapped_column(index=True)


class OwnerRow(Base):
    """A process that answers, and until when it is taken to be alive."""

    __tablename__ = "channel_owners"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    until: Mapped[float]


class TalkRow(Base):
    """The conversation a person is in."""

    __tablename__ = "channel_talks"
    user: Mapped[str] = mapped_column(String(64), primary_key=True)
    conversation: Mapped[str] = mapped_column(String(64))
    until: Mapped[float]


class NoteRow(Base):
    """Something all processes share for a while: an access token, the right to renew it, what went wrong."""

    __tablename__ = "channel_notes"
    name: Mapped[str] = mapped_column(String(255), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    until: Mapped[float]


def prepare(engine: Engine) -> None:
    """Given an engine, make the tables that are not there; several processes may do so at the same time."""
    schema.prepare(engine, metadata=Base.metadata)

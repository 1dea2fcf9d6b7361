"""Conversations in the database: shared between processes, for a while, and without what was typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.conversations import StoredConversations
from assistant.query import Query
from index.catalogue import Catalogue, sqlite
from index.conversations import Shelf

QUERY = Query(
    "我叫王大明，2019年投诉呢",
    "zh-Hans",
    "我叫王大明,2019年投诉",
    "投诉",
    (2019,),
    ("海阳市林业局",),
    assumed=("year",),
)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _process(tmp_path: Path, clock: Clock) -> StoredConversations:
    """What one server process has: its own connections to the shared database."""
    return StoredConversations(Shelf(Catalogue(sqlite(tmp_path / "catalogue.sqlite")).engine), clock=clock)


def test_another_process_goes_on_with_a_conversation(tmp_path: Path, clock: Clock) -> None:
    one, other = _process(tmp_path, clock), _process(tmp_path, clock)
    conversation = one.start()
    one.keep(conversation, QUERY)
    found = other.last(conversation)
    assert found is not None
    assert (found.measure, found.years, found.issuers, found.assumed) == (
        "投诉",
        (2019,),
        ("海阳市林业局",),
        ("year",),
    )
    assert found.text == ""
    assert "王大明" not in repr(found)


def test_what_is_idle_for_half_an_hour_is_forgotten_and_gone(tmp_path: Path, clock: Clock) -> None:
    kept = _process(tmp_path, clock)
    conversation = kept.start()
    kept.keep(conversation, QUERY)
    clock.now += timedelta(minutes=29)
    kept.keep(conversation, QUERY)
    clock.now += timedelta(minutes=29)
    assert kept.last(conversation) is not None
    clock.now += timedelta(minutes=2)
    assert kept.last(conversation) is None
    kept.keep(kept.start(), QUERY)
    clock.now -= timedelta(minutes=5)
    assert kept.last(conversation) is None


def test_an_id_that_was_not_given_out_has_no_conversation(tmp_path: Path, clock: Clock) -> None:
    kept = _process(tmp_path, clock)
    assert kept.last("guessed") is None
    first, second = kept.start(), kept.start()
    assert first != second
    assert len(first) >= 32


def test_what_is_no_question_for_the_reports_is_not_kept(tmp_path: Path, clock: Clock) -> None:
    kept = _process(tmp_path, clock)
    conversation = kept.start()
    kept.keep(conversation, Query("你好", "zh-Hans", "你好", "", problem="off_topic"))
    assert kept.last(conversation) is None

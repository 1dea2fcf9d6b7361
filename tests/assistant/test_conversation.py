"""What a question means that follows another, and how long that is remembered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.conversation import follow_up
from assistant.conversations import MemoryConversations
from assistant.question import understand
from tests.assistant.held import HELD
from tests.assistant.test_question import _found

TODAY = date(2026, 11, 24)


def _cases() -> list[tuple[str, str, dict[str, str]]]:
    cases, first = [], ""
    for line in Path(__file__).with_name("followed.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            first = line.strip("[]")
        elif line and not line.startswith("#"):
            text, fields = line.rsplit(" | ", 1)
            cases.append((first, text, dict(pair.split("=", 1) for pair in fields.split())))
    return cases


@pytest.mark.parametrize(
    ("first", "text", "expected"), _cases(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_follows(first: str, text: str, expected: dict[str, str]) -> None:
    previous = understand(first, HELD, today=TODAY)
    query = follow_up(previous, text, HELD, today=TODAY)
    expected = {"problem": "", **expected}
    assert {field: _found(query, field) for field in expected} == expected


def test_a_follow_up_of_a_follow_up_keeps_the_scope() -> None:
    query = understand("临澜2021年行政许可有多少件？", HELD, today=TODAY)
    for text in ("那2023年呢？", "行政处罚呢？", "2024年呢"):
        query = follow_up(query, text, HELD, today=TODAY)
    assert (query.measure, query.years, query.issuers) == ("行政处罚", (2024,), ("临澜综合实验区",))


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_a_conversation_is_kept_by_an_id_nobody_guesses() -> None:
    kept = MemoryConversations()
    ids = {kept.start() for _ in range(100)}
    assert len(ids) == 100
    assert min(map(len, ids)) >= 32
    assert kept.last("1") is None


def test_a_conversation_holds_what_was_understood_but_not_what_was_typed() -> None:
    kept = MemoryConversations()
    conversation = kept.start()
    assert kept.last(conversation) is None
    kept.keep(conversation, understand("我叫王小明，2019年行政许可多少件", HELD, today=TODAY))
    last = kept.last(conversation)
    assert last is not None
    assert (last.years, last.measure, last.text) == ((2019,), "行政许可", "")
    assert "王小明" not in repr(last)


def test_a_question_that_is_not_for_the_reports_does_not_change_the_subject() -> None:
    kept = MemoryConversations()
    conversation = kept.start()
    kept.keep(conversation, understand("2019年行政许可多少件", HELD, today=TODAY))
    kept.keep(conversation, understand("你好", HELD, today=TODAY))
    last = kept.last(conversation)
    assert last is not None
    assert last.measure == "行政许可"


def test_an_idle_conversation_is_forgotten() -> None:
    clock = Clock()
    kept = MemoryConversations(lifetime=timedelta(minutes=10), clock=clock)
    conversation = kept.start()
    kept.keep(conversation, understand("2019年行政许可多少件", HELD, today=TODAY))
    clock.now += timedelta(minutes=9)
    assert kept.last(conversation) is not None
    clock.now += timedelta(minutes=2)
    assert kept.last(conversation) is None


def test_no_more_conversations_are_kept_than_allowed() -> None:
    kept = MemoryConversations(most=2)
    first, second, third = kept.start(), kept.start(), kept.start()
    for conversation in (second, third):
        kept.keep(conversation, understand("2019年行政许可多少件", HELD, today=TODAY))
    assert kept.last(first) is None
    assert kept.last(third) is not None

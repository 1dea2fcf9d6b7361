"""What a question means that follows another, and how long that is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.conversation import follow_up
from assistant.conversations import MemoryConversations
from assistant.query import Given
from assistant.understand.question import understand
from tests.assistant.held import HELD
from tests.assistant.made import figure
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


@pytest.mark.parametrize(
    ("asked", "together", "operation", "measures"),
    [
        (
            ("临澜2024年予以公开的申请有多少件？", "部分公开的呢？"),
            "两项合计多少？",
            "sum",
            ("予以公开的申请", "部分公开"),
        ),
        (
            ("临澜2024年行政许可多少件", "行政处罚呢", "行政强制呢"),
            "三项一共多少件",
            "sum",
            ("行政许可", "行政处罚", "行政强制"),
        ),
        (
            ("临澜2024年行政许可多少件", "行政处罚呢"),
            "两者相差多少件",
            "difference",
            ("行政许可", "行政处罚"),
        ),
        (("临澜2024年行政许可多少件", "行政处罚呢"), "加起来呢", "sum", ("行政许可", "行政处罚")),
        (
            ("How many licences did Linlan issue in 2024?", "And penalties?"),
            "What about the two combined?",
            "sum",
            ("行政许可", "行政处罚"),
        ),
    ],
)
def test_what_was_asked_one_after_the_other_is_put_together(
    asked: tuple[str, ...], together: str, operation: str, measures: tuple[str, ...]
) -> None:
    query = understand(asked[0], HELD, today=TODAY)
    for text in (*asked[1:], together):
        query = follow_up(query, text, HELD, today=TODAY)
    assert (query.operation, query.measures) == (operation, measures)
    assert (query.years, query.issuers) == ((2024,), ("临澜综合实验区",))


def test_another_total_is_not_that_of_what_was_asked_before() -> None:
    query = understand("临澜2024年行政许可多少件", HELD, today=TODAY)
    for text in ("行政处罚呢", "一共多少件投诉"):
        query = follow_up(query, text, HELD, today=TODAY)
    assert (query.operation, query.measure, query.measures) == ("value", "投诉", ())


def test_what_was_asked_of_another_year_is_not_put_together() -> None:
    query = understand("临澜2023年行政许可多少件", HELD, today=TODAY)
    for text in ("2024年行政处罚呢", "两项合计多少"):
        query = follow_up(query, text, HELD, today=TODAY)
    assert query.measures == ()


_TWO_YEARS = (figure("23", year=2019),), (figure("218", year=2024),)
_TWO_THINGS = (figure("61"),), (figure("3"), figure("10"))


@pytest.mark.parametrize(
    ("text", "answers", "operation", "values"),
    [
        ("两个加起来呢", _TWO_THINGS, "sum", (61, 3, 10)),
        ("加在一起是多少", _TWO_THINGS, "sum", (61, 3, 10)),
        ("您好，我想了解一下两项合计多少，谢谢", _TWO_THINGS, "sum", (61, 3, 10)),
        ("相差多少件", _TWO_THINGS, "difference", (3, 10, 61)),
        ("涨了多少", _TWO_YEARS, "difference", (23, 218)),
        ("那变化了多少件呢？", _TWO_YEARS[::-1], "difference", (23, 218)),
        ("后者比前者多多少", _TWO_YEARS, "difference", (23, 218)),
        ("后一年比前一年变化了多少", _TWO_YEARS, "difference", (23, 218)),
        ("涨幅是多少", _TWO_YEARS, "growth", (23, 218)),
        ("增加了百分之几", _TWO_YEARS, "growth", (23, 218)),
        ("哪个最多", _TWO_YEARS, "rank", (23, 218)),
        ("So by how much did it go up?", _TWO_YEARS, "difference", (23, 218)),
    ],
)
def test_the_answers_before_are_worked_with(
    text: str, answers: tuple[Given, ...], operation: str, values: tuple[int, ...]
) -> None:
    previous = replace(understand("临澜2024年行政许可多少件", HELD, today=TODAY), answers=answers)
    query = follow_up(previous, text, HELD, today=TODAY)
    assert query.operation == operation
    assert tuple(one.value for given in query.given for one in given) == values


@pytest.mark.parametrize("answers", [(), (_TWO_YEARS[0],), (_TWO_YEARS[0], ())])
def test_what_was_not_answered_is_not_worked_with(answers: tuple[Given, ...]) -> None:
    previous = replace(understand("临澜2024年行政许可多少件", HELD, today=TODAY), answers=answers)
    assert follow_up(previous, "两个加起来呢", HELD, today=TODAY).given == ()


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

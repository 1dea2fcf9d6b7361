"""Each question asked is noted without personal data, with what people thought of its answer; and what could not
be answered is shown in groups."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.answer import Assistant
from assistant.staff.unanswered import to_json, unanswered
from index.catalogue import Catalogue, sqlite
from index.journal import Entry, Journal, NotAsked
from index.store import Store


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(Catalogue(sqlite(tmp_path / "catalogue.sqlite")).engine)


def _entry(id: str, measure: str, status: str = "not_reported", days: int = 0) -> Entry:
    at = datetime.now(UTC) - timedelta(days=days)
    return Entry(id, at, "web", f"2019年{measure}多少？", {"matched": measure}, status, (), 1.0)


@pytest.mark.model
def test_a_question_is_noted_with_its_evidence_and_without_who_asked(sample_store: Store) -> None:
    assistant = Assistant(
        sample_store.searcher, today=lambda: date(2026, 11, 24), journal=sample_store.journal
    )
    answer = assistant.ask("我叫王大明，电话13800138000，2019年受理投诉举报多少件？", channel="wechat")
    noted = sample_store.journal.entry(answer.id)
    assert (noted.channel, noted.status) == ("wechat", "answered")
    assert "2019年受理投诉举报多少件" in noted.question
    assert noted.evidence == (f"{answer.citations[0].report}#{answer.citations[0].anchor}",)
    assert (noted.query["years"], noted.query["operation"]) == ([2019], "value")
    assert noted.milliseconds > 0
    kept = json.dumps([noted.question, noted.query], ensure_ascii=False)
    assert "王大明" not in kept
    assert "13800138000" not in kept


@pytest.mark.model
def test_what_comes_through_no_channel_is_not_noted(sample_store: Store) -> None:
    before = len(sample_store.journal.entries())
    answer = Assistant(sample_store.searcher, journal=sample_store.journal).ask("2019年受理投诉举报多少件？")
    assert len(sample_store.journal.entries()) == before
    with pytest.raises(NotAsked):
        sample_store.journal.feedback(answer.id, "up", "")


def test_the_last_word_on_an_answer_counts(journal: Journal) -> None:
    journal.note(_entry("a", "投诉举报", "answered"))
    journal.feedback("a", "up", "")
    journal.feedback("a", "down", "应为397件")
    noted = journal.entry("a")
    assert (noted.thumb, noted.correction) == ("down", "应为397件")


def test_what_was_not_answered_is_grouped_by_status_and_likeness(journal: Journal) -> None:
    asked = ["感谢信", "收到感谢信", "感谢信", "食堂开支"]
    for number, measure in enumerate(asked):
        journal.note(_entry(str(number), measure))
    journal.note(_entry("held", "感谢信", "not_held"))
    journal.note(_entry("right", "投诉举报", "answered"))
    journal.note(_entry("wrong", "投诉举报", "answered"))
    journal.feedback("wrong", "down", "应为397件")
    found = to_json(unanswered(journal.entries()))["unanswered"]
    assert [(group["status"], group["measure"], group["count"]) for group in found] == [
        ("not_reported", "感谢信", 3),
        ("not_reported", "食堂开支", 1),
        ("not_held", "感谢信", 1),
        ("disputed", "投诉举报", 1),
    ]
    assert found[0]["example"] == "2019年感谢信多少？"
    assert found[3]["corrections"] == ["应为397件"]


def test_only_what_was_asked_since_is_shown(journal: Journal) -> None:
    journal.note(_entry("old", "感谢信", days=9))
    journal.note(_entry("new", "食堂开支", days=2))
    since = datetime.now(UTC) - timedelta(days=7)
    assert [entry.id for entry in journal.entries(since)] == ["new"]


@pytest.mark.model
def test_nothing_that_was_typed_lies_anywhere_in_the_database(sample_store: Store) -> None:
    """Whatever table it might be in: every text of the whole database is looked at."""
    from assistant.conversations import StoredConversations

    kept = StoredConversations(sample_store.conversations)
    assistant = Assistant(sample_store.searcher, kept, journal=sample_store.journal)
    assistant.ask("我叫尉迟明月，身份证21138219900101123X，2019年政务大厅接待多少人？", channel="web")
    with sample_store.catalogue.engine.connect() as connection:
        for table in ("asked", "conversations", "feedback"):
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                said = json.dumps(
                    [str(value).encode().decode("unicode_escape", "ignore") for value in row]
                ) + str(row)
                assert "尉迟明月" not in said
                assert "21138219900101123" not in said

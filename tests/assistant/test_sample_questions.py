"""The questions on the sample report, and the same questions on a copy with other names, years and numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.staff.evaluate import Outcome, evaluate, read_items
from index.embedder import Embedder
from index.store import Store
from tests.assistant import renamed
from tests.conftest import SAMPLE

QUESTIONS = Path(__file__).parents[1] / "questions" / "lingyuan-2019.jsonl"

pytestmark = pytest.mark.model


def _asked(store: Store, questions: Path) -> list[Outcome]:
    assistant = Assistant(store.searcher, today=lambda: date(2026, 11, 24))
    return evaluate(
        read_items(questions),
        lambda question, conversation: assistant.ask(question, conversation=conversation),
    )


def _all_right(outcomes: list[Outcome]) -> None:
    failed = [
        f"{outcome.item.id} {outcome.verdict} {outcome.item.question}: {outcome.answer.text}"
        for outcome in outcomes
        if outcome.verdict not in ("right", "refused") or outcome.cited is False
    ]
    assert not failed, "\n".join(failed)


def test_every_question_on_the_sample_is_answered_and_cited_or_refused(sample_store: Store) -> None:
    outcomes = _asked(sample_store, QUESTIONS)
    assert len(outcomes) >= 60
    assert sum(outcome.verdict == "refused" for outcome in outcomes) * 3 >= len(outcomes)
    _all_right(outcomes)


def test_a_refusal_says_which_kind_it_is(sample_store: Store) -> None:
    kinds = {
        outcome.item.id: (outcome.item.expect["status"], outcome.answer.status)
        for outcome in _asked(sample_store, QUESTIONS)
        if not outcome.item.answerable
    }
    assert not {id: pair for id, pair in kinds.items() if pair[0] != pair[1]}


def test_the_year_before_is_answered_from_the_row_of_the_year_that_is_held(sample_store: Store) -> None:
    assistant = Assistant(sample_store.searcher, today=lambda: date(2026, 11, 24))
    conversation, values = None, []
    for question in ("2019年行政处罚多少件？", "上一年呢", "再往前一年呢", "2019年行政许可多少件？"):
        answer = assistant.ask(question, conversation=conversation)
        conversation = answer.conversation
        values.append((answer.status, answer.headline[0]))
    assert values == [("answered", 23), ("answered", 12), ("not_held", None), ("answered", 7892)]


def test_what_narrows_a_count_is_never_answered_with_the_count_itself(sample_store: Store) -> None:
    assistant = Assistant(sample_store.searcher, today=lambda: date(2026, 11, 24))
    first = assistant.ask("2019年受理多少件投诉举报？")
    assert first.headline[0] == 396
    for narrower in ("这些里头和食品有关的有几件？", "其中电话打进来的多少件", "里面上门投诉的几件"):
        answer = assistant.ask(narrower, conversation=first.conversation)
        assert (answer.status, answer.citations) == ("not_reported", ()), narrower


def test_nothing_is_known_of_the_sample_by_heart(tmp_path: Path, embedder: Embedder) -> None:
    copy = tmp_path / "report.txt"
    copy.write_text(renamed.report(SAMPLE.read_text("utf-8")), "utf-8")
    questions = tmp_path / "questions.jsonl"
    questions.write_text(renamed.questions(QUESTIONS.read_text("utf-8")), "utf-8")
    store = Store(tmp_path / "data", embedder=embedder)
    (outcome,) = store.ingestion.ingest([copy])
    assert outcome.status == "added", outcome
    held = store.searcher.held()
    assert [(one.issuer, one.year) for one in held] == [("云岭市市场监督管理局", 2022)]
    _all_right(_asked(store, questions))

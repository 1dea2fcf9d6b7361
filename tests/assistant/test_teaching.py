"""What staff teach holds at once, in its scope and nowhere else, and can be taken back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.staff.evaluate import evaluate, read_items
from assistant.staff.pinning import Marked, pin
from assistant.staff.taught_questions import questions
from assistant.taught.lessons import Pin, Synonym
from assistant.taught.store import NoLesson, Teaching
from index.embedder import Embedder
from index.lessons import Lessons
from index.search import Scope
from index.store import Store
from tests.assistant.agencies import FIRST, PERMITS, SECOND, agencies, permits

TODAY = date(2026, 11, 24)
SAID = "老百姓反映"


@pytest.fixture(scope="module")
def taught(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return agencies(tmp_path_factory.mktemp("taught"), embedder)


@pytest.fixture
def teaching(taught: Store) -> Teaching:
    """Nothing is taught at the start of a test."""
    teaching = Teaching(Lessons(taught.catalogue.engine))
    for _, change in teaching.lessons():
        teaching.withdraw(change.lesson)
    return teaching


@pytest.fixture
def assistant(taught: Store) -> Assistant:
    """A server that runs while others teach: its own view of the lessons."""
    return Assistant(
        taught.searcher, today=lambda: TODAY, teaching=Teaching(Lessons(taught.catalogue.engine))
    )


pytestmark = pytest.mark.model


def _asked(assistant: Assistant, question: str) -> tuple[str, str | None]:
    answer = assistant.ask(question)
    value, _ = answer.headline
    return answer.status, None if value is None else str(value)


def test_a_synonym_holds_for_a_running_assistant_until_it_is_withdrawn(
    teaching: Teaching, assistant: Assistant
) -> None:
    question = f"{FIRST}2023年{SAID}有多少件？"
    assert _asked(assistant, question) == ("not_reported", None)
    change = teaching.teach(Synonym(SAID, "投诉举报"))
    assert _asked(assistant, question) == ("answered", "57")
    assert _asked(assistant, "海陽市林業局2023年老百姓反映有多少件？") == ("answered", "57")
    teaching.withdraw(change.lesson)
    assert _asked(assistant, question) == ("not_reported", None)


def test_a_synonym_of_one_agency_is_none_for_another(teaching: Teaching, assistant: Assistant) -> None:
    teaching.teach(Synonym(SAID, "投诉举报", FIRST))
    assert _asked(assistant, f"{FIRST}2022年{SAID}有多少件？") == ("answered", "41")
    assert _asked(assistant, f"{SECOND}2022年{SAID}有多少件？") == ("not_reported", None)


def test_what_means_the_taught_words_already_is_left_alone(teaching: Teaching, assistant: Assistant) -> None:
    teaching.teach(Synonym("投诉", "投诉举报"))
    assert _asked(assistant, f"{FIRST}2022年受理投诉举报多少件？") == ("answered", "41")
    assert _asked(assistant, f"{FIRST}2022年受理投诉多少件？") == ("answered", "41")


def test_a_pin_answers_its_question_and_never_outside_its_scope(
    teaching: Teaching, assistant: Assistant, taught: Store
) -> None:
    question = f"{FIRST}2023年绿色通道开了几次？"
    assert _asked(assistant, question)[0] != "answered"
    figure = permits(taught, FIRST, 2023)
    spot = figure.citation.url
    teaching.teach(pin(question, Marked(spot), taught.searcher, TODAY))
    answer = assistant.ask(question)
    assert (answer.status, answer.headline[0]) == ("answered", figure.value)
    assert answer.citations[0].url == spot
    for other in (f"{FIRST}2022年", f"{SECOND}2023年", SECOND, FIRST, "2023年", f"{FIRST}2021年", ""):
        assert assistant.ask(f"{other}绿色通道开了几次？").status != "answered", other


def test_a_pin_to_a_label_follows_it_over_years_and_into_calculations(
    teaching: Teaching, assistant: Assistant, taught: Store
) -> None:
    before, after = permits(taught, FIRST, 2022), permits(taught, FIRST, 2023)
    marked = Marked(label=after.label.text)
    teaching.teach(pin(f"{FIRST}绿色通道办件量是多少？", marked, taught.searcher, TODAY))
    assert _asked(assistant, f"{FIRST}2022年绿色通道办件量是多少？") == ("answered", str(before.value))
    assert before.value is not None
    assert after.value is not None
    more = after.value - before.value
    assert _asked(assistant, f"{FIRST}2023年绿色通道办件量比2022年增加多少？") == ("answered", str(more))
    assert _asked(assistant, f"{SECOND}2022年绿色通道办件量是多少？")[0] != "answered"


def test_a_pin_whose_cell_says_something_else_by_now_is_silent(
    teaching: Teaching, assistant: Assistant, taught: Store
) -> None:
    question = f"{FIRST}2023年绿色通道开了几次？"
    spot = permits(taught, FIRST, 2023).citation
    sound = pin(question, Marked(spot.url), taught.searcher, TODAY)
    moved = Pin(question, sound.measure, "另一张表 · 行政许可", None, FIRST, 2023, spot.report, spot.anchor)
    teaching.teach(moved)
    assert assistant.ask(question).status != "answered"


def test_what_cannot_be_taught_says_why(teaching: Teaching, taught: Store) -> None:
    with pytest.raises(NoLesson, match="means itself"):
        teaching.teach(Synonym("投诉举报", "投訴舉報"))
    with pytest.raises(NoLesson, match="no figure of a report"):
        pin("绿色通道开了几次？", Marked("0123456789ab#t9-r1c1"), taught.searcher, TODAY)
    spot = next(iter(taught.searcher.by_text("受理投诉举报", Scope((FIRST,), (2022,))))).citation.url
    with pytest.raises(NoLesson, match="another year"):
        pin(f"{FIRST}2023年绿色通道开了几次？", Marked(spot), taught.searcher, TODAY)


def test_undo_goes_back_step_by_step_and_keeps_every_version(teaching: Teaching) -> None:
    before = len(teaching.export()["history"])
    teaching.teach(Synonym(SAID, "信访"))
    teaching.teach(Synonym(SAID, "投诉举报"))
    teaching.teach(Synonym("民声", "投诉举报"))
    teaching.undo()
    assert [lesson for lesson, _ in teaching.lessons()] == [Synonym(SAID, "投诉举报")]
    teaching.undo()
    assert [lesson for lesson, _ in teaching.lessons()] == [Synonym(SAID, "信访")]
    teaching.undo()
    assert teaching.lessons() == ()
    assert len(teaching.export()["history"]) == before + 6


def test_what_is_exported_can_be_taught_elsewhere(
    teaching: Teaching, embedder: Embedder, tmp_path: Path, taught: Store
) -> None:
    teaching.teach(Synonym(SAID, "投诉举报", FIRST))
    marked = Marked(indicator=PERMITS, issuer=SECOND)
    teaching.teach(pin("绿色通道开了几次？", marked, taught.searcher, TODAY))
    exported = json.loads(json.dumps(teaching.export()))
    elsewhere = Teaching(Store(tmp_path, embedder=embedder).lessons)
    assert len(elsewhere.take_in(exported)) == 2
    assert [lesson for lesson, _ in elsewhere.lessons()] == [lesson for lesson, _ in teaching.lessons()]
    assert elsewhere.take_in(exported) == ()
    unsound: list[object] = [
        [],
        {},
        {"lessons": [{"kind": "rule"}]},
        {"lessons": [{"kind": "synonym", "said": 1, "means": 2}]},
    ]
    for wrong in unsound:
        with pytest.raises(NoLesson):
            elsewhere.take_in(wrong)


def test_lessons_become_questions_that_are_then_answered_right(
    teaching: Teaching, assistant: Assistant, taught: Store, tmp_path: Path
) -> None:
    teaching.teach(Synonym(SAID, "投诉举报", FIRST))
    teaching.teach(
        pin("绿色通道开了几次？", Marked(indicator=PERMITS, issuer=SECOND), taught.searcher, TODAY)
    )
    lines = list(questions(teaching.lessons(), taught.searcher, assistant.ask, TODAY))
    assert [(line["question"], line["expect"]["value"]) for line in lines] == [
        (f"{FIRST}2023年{SAID}是多少？", "57"),
        (f"{SECOND}2023年绿色通道开了几次？", str(permits(taught, SECOND, 2023).value)),
    ]
    file = tmp_path / "taught.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    outcomes = evaluate(
        read_items(file), lambda question, conversation: assistant.ask(question, conversation=conversation)
    )
    assert [(outcome.verdict, outcome.cited) for outcome in outcomes] == [("right", None), ("right", True)]

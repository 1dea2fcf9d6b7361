"""The score must not flatter: what counts as right, wrong and refused."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.reply import Answer, Calculation, Status
from assistant.staff.evaluate import Item, cites, judge, read_items
from corpus.report import Figure, ReportError
from tests.assistant.made import figure


def _answer(*figures: Figure, status: Status = "answered", text: str = "") -> Answer:
    return Answer(status, text, "zh-Hans", figures, citations=tuple(one.citation for one in figures))


def _judged(expect: dict[str, Any], answer: Answer) -> str:
    return judge(Item("x1", "？", expect), answer)


def test_the_headline_must_be_the_value() -> None:
    assert _judged({"value": 396}, _answer(figure("396"), figure("5"))) == "right"
    assert _judged({"value": 5}, _answer(figure("396"), figure("5"))) == "wrong"
    assert _judged({"value": 396, "unit": "人"}, _answer(figure("396"))) == "wrong"


def test_a_calculation_is_the_headline_where_there_is_one() -> None:
    calculation = Calculation("growth", "", Decimal("5.52"), "%", (1,))
    answer = Answer("answered", "", "zh-Hans", (figure("7892"),), calculation)
    assert _judged({"value": 5.5}, answer) == "right"
    assert _judged({"value": 7892}, answer) == "wrong"


def test_a_list_is_in_order_and_whole() -> None:
    answer = _answer(figure("1"), figure("2"))
    assert _judged({"value": [1, 2]}, answer) == "right"
    assert _judged({"value": [2, 1]}, answer) == "wrong"
    assert _judged({"value": [1]}, answer) == "wrong"


def test_nought_is_not_blank() -> None:
    assert _judged({"value": 0}, _answer(figure(None))) == "wrong"


def test_a_refusal_of_the_unanswerable_is_refused_and_of_the_answerable_abstained() -> None:
    refusal = _answer(status="not_reported")
    assert _judged({"status": "not_found"}, refusal) == "refused"
    assert _judged({"value": 1}, refusal) == "abstained"
    assert _judged({"status": "not_found"}, _answer(figure("1"))) == "answered_unanswerable"


def test_a_figure_beside_a_refusal_is_an_answer_all_the_same() -> None:
    assert (
        _judged({"status": "not_found"}, _answer(figure("1"), status="not_reported"))
        == "answered_unanswerable"
    )


def test_one_of_several_wordings_may_stand_in_text_or_quotes() -> None:
    answer = _answer(figure("396", raw="受理396件"))
    assert _judged({"contains": ["三百|396件"]}, answer) == "right"
    assert _judged({"contains": ["396件", "没有的词"]}, answer) == "wrong"


def test_the_first_citation_is_held_to_every_part_asked_for() -> None:
    answer = _answer(figure("1"), figure("2", year=2021))
    assert cites({"report": "林业局", "year": 2022, "row": "行政许可", "column": "处理决定"}, answer) is True
    assert cites({"year": 2021}, answer) is False
    assert cites(None, answer) is None


def test_a_line_that_is_no_question_is_named(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a1", "question": "？", "expect": {}}\n{"id": "a2"}\n', "utf-8")
    with pytest.raises(ReportError, match=r"q\.jsonl, line 2"):
        read_items(file)

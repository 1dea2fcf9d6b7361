"""Shares and rates that no cell gives, worked out from a made-up form: the form's groups have no totals of their own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import CARRIED_IN, FORM, TOTAL, asked, value

pytestmark = pytest.mark.model
DONE = ("三、本年度办理结果", "（七）总计")


def test_the_completion_rate_is_worked_out_from_the_forms_totals(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, a=FORM.as_html())
    done, received, carried = (
        int(value(FORM, row, TOTAL))
        for row in (
            ("三、本年度办理结果", "（七）总计"),
            ("一、本年新收政府信息公开申请数量",),
            (CARRIED_IN,),
        )
    )
    answer = assistant.ask("2022年政府信息公开申请的办结率是多少？")
    assert answer.headline == (round(Decimal(done) / (received + carried) * 100, 2), "%")
    assert [str(figure.value) for figure in answer.figures] == [str(one) for one in (done, received, carried)]
    for other in ("2022年政府信息公开申请按时办结率是多少？", "2022年投诉办结率是多少？"):
        assert assistant.ask(other).status != "answered", other


@pytest.mark.parametrize(
    "question",
    [
        "2022年不予公开的占办理结果总计的百分之多少？",
        "2022年不予公开占比",
        "2022年申请办理结果中，不予公开的比例是多少？",
        "What share of the applications of 2022 were refused?",
    ],
)
def test_the_share_of_a_group_is_that_of_the_sum_of_its_rows(
    tmp_path: Path, embedder: Embedder, question: str
) -> None:
    assistant = asked(tmp_path, embedder, a=FORM.as_html())
    refused = [
        cell.value for cell in FORM.cells if cell.row[1:2] == ("（三）不予公开",) and cell.column == TOTAL
    ]
    assert len(refused) == 8
    share = Decimal(sum(map(int, refused))) / int(value(FORM, DONE, TOTAL)) * 100
    answer = assistant.ask(question)
    assert answer.headline == (round(share, 2), "%")
    assert len(answer.citations) == 9


def test_a_share_is_never_answered_with_a_sum(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, a=FORM.as_html())
    answer = assistant.ask("2022年不予公开的占投诉举报总数的百分之多少？")
    assert answer.headline[1] in (None, "%")


def test_two_answers_are_added_up_as_they_were_given(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, a=FORM.as_html())
    first = assistant.ask("2022年新收政府信息公开申请多少件？")
    second = assistant.ask("上年结转的呢", conversation=first.conversation)
    together = assistant.ask("两个加起来呢", conversation=first.conversation)
    received = int(value(FORM, ("一、本年新收政府信息公开申请数量",), TOTAL))
    carried = int(value(FORM, (CARRIED_IN,), TOTAL))
    assert (first.headline[0], second.headline[0]) == (received, carried)
    assert together.headline == (received + carried, "件")
    assert together.citations == first.citations + second.citations


@pytest.mark.parametrize(
    ("said", "last", "rate"),
    [
        ("受理补贴申请160件，审批办结152件，兑付8万元。", "受理补贴申请多少件？", "95"),
        ("受理补贴申请160件，审批办结152件，兑付8万元。", "审批办结多少件？", "95"),
    ],
)
def test_a_bare_rate_is_of_what_was_answered_before(
    tmp_path: Path, embedder: Embedder, said: str, last: str, rate: str
) -> None:
    text = f"{said}\n\n受理村民来信30件，办结率100%。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, text))
    before = assistant.ask(f"云泽县水务局2023年{last}")
    assert before.status == "answered", before.text
    answer = assistant.ask("那办结率是多少？", conversation=before.conversation)
    assert answer.headline == (Decimal(rate), "%"), answer.text


def test_a_bare_rate_takes_nothing_of_another_thing(tmp_path: Path, embedder: Embedder) -> None:
    said = "受理供水诉求100件，办结90件，受理补贴申请160件。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    before = assistant.ask("云泽县水务局2023年受理补贴申请多少件？")
    assert before.headline[0] == Decimal(160), before.text
    answer = assistant.ask("那办结率是多少？", conversation=before.conversation)
    assert answer.headline[0] != Decimal("56.25"), answer.text


def test_what_came_of_reviews_is_a_rate_of_all_of_them(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, a=FORM.as_html())
    upheld, every = (
        int(next(cell.value for cell in FORM.cells if cell.column == ("行政复议", outcome)))
        for outcome in ("结果维持", "总计")
    )
    answer = assistant.ask("2022年行政复议维持率是多少？")
    assert answer.headline == (round(Decimal(upheld) / every * 100, 2), "%"), answer.text


def test_a_group_of_applicants_is_a_share_of_all_in_its_row(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, a=FORM.as_html())
    row = ("一、本年新收政府信息公开申请数量",)
    bodies = [
        int(cell.value) for cell in FORM.cells if cell.row == row and cell.column[1:2] == ("法人或其他组织",)
    ]
    answer = assistant.ask("2022年法人或其他组织的申请占新收申请的比例是多少？")
    share = Decimal(sum(bodies)) / int(value(FORM, row, TOTAL)) * 100
    assert answer.headline == (round(share, 2), "%"), answer.text

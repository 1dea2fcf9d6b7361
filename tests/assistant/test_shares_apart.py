"""Shares and rates of two agencies or years set against each other, shares of what stands in several columns, and the rows of a
group added up in whatever words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from assistant.answer import Assistant
from assistant.understand.english_parts import compared_shares
from index.embedder import Embedder
from tests.assistant.test_caution import asked
from tests.forms_factory import FormData, random_form

pytestmark = pytest.mark.model
ONE, OTHER = "云泽县水务局", "青禾县水务局"


def rows(form: FormData, *words: str) -> int:
    """The sum of the cells in the total column whose row says all of the words."""
    return sum(
        int(cell.value)
        for cell in form.cells
        if cell.column
        and cell.column[-1] == "总计"
        and all(any(w in part for part in cell.row) for w in words)
    )


def suits(form: FormData, column: str) -> int:
    """The lawsuits of both kinds that ended so."""
    return sum(
        int(cell.value)
        for cell in form.cells
        if cell.column and cell.column[-1] == column and any("起诉" in part for part in cell.column)
    )


def share(part: int, whole: int) -> Decimal:
    return Decimal(part) * 100 / whole


@pytest.fixture
def forms() -> tuple[FormData, FormData]:
    return (
        random_form(Random(3), "2021", issuer=ONE, year=2022),
        random_form(Random(5), "2021", issuer=OTHER, year=2022),
    )


@pytest.fixture
def assistant(forms: tuple[FormData, FormData], tmp_path: Path, embedder: Embedder) -> Assistant:
    one, other = forms
    return asked(tmp_path, embedder, a=one.as_html(), b=other.as_html())


@pytest.mark.parametrize(
    "question",
    [
        f"2022年部分公开占办结总数的比例，{ONE}比{OTHER}高几个百分点？",
        f"{ONE}2022年部分公开在办结总数里的占比，比{OTHER}2022年高几个百分点？",
    ],
)
def test_how_far_a_share_is_above_another(
    question: str, assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    one, other = (share(rows(form, "部分公开"), rows(form, "（七）总计")) for form in forms)
    answer = assistant.ask(question)
    assert answer.headline == (round(one - other, 2), "个百分点"), answer.text


def test_the_agency_with_the_higher_share(assistant: Assistant, forms: tuple[FormData, FormData]) -> None:
    found = [share(rows(form, "部分公开"), rows(form, "（七）总计")) for form in forms]
    answer = assistant.ask(f"2022年部分公开占办结总数的比例，{ONE}和{OTHER}谁高？")
    assert answer.headline[0] == round(max(found), 2), answer.text
    assert answer.text.startswith((ONE, OTHER)[found.index(max(found))])


def test_shares_compared_in_english_are_not_the_numbers_themselves() -> None:
    asked_of = "By how many percentage points was the share of refused applications among all concluded applications higher?"
    named = compared_shares(asked_of.lower())
    assert named == ("refused applications", "concluded applications")
    assert compared_shares("which had more refused applications") is None


def test_how_far_a_completion_rate_is_above_another(
    assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    one, other = (
        share(rows(form, "（七）总计"), rows(form, "本年新收") + rows(form, "上年结转")) for form in forms
    )
    answer = assistant.ask(f"{ONE}2022年政府信息公开申请办结率比{OTHER}2022年高几个百分点？")
    assert answer.headline == (round(one - other, 2), "个百分点"), answer.text


def test_a_share_asked_before_is_set_against_that_of_another(
    assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    one, other = (share(rows(form, "部分公开"), rows(form, "（七）总计")) for form in forms)
    first = assistant.ask(f"{ONE}2022年部分公开占办结总数的百分之几？")
    answer = assistant.ask(f"比{OTHER}高几个百分点？", conversation=first.conversation)
    assert answer.headline == (round(one - other, 2), "个百分点"), answer.text


@pytest.mark.parametrize("column", ["结果维持", "尚未审结", "其他结果"])
def test_the_share_of_the_lawsuits_of_both_kinds(
    column: str, assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    answer = assistant.ask(f"{ONE}2022年行政诉讼中{column}的占比是多少？")
    assert answer.headline[0] == round(share(suits(forms[0], column), suits(forms[0], "总计")), 2), (
        answer.text
    )


def test_the_share_in_a_group_whose_name_says_what_was_done(
    assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    answer = assistant.ask(f"{ONE}2022年逾期不补正不再处理的占其他处理的比例是多少？")
    expected = share(rows(forms[0], "其他处理", "逾期不补正"), rows(forms[0], "其他处理"))
    assert answer.headline[0] == round(expected, 2), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2022年各种理由的不予公开，统共几件？",
        "2022年不予公开的各项理由加起来一共多少件？",
        "2022年因各种原因不予公开的申请总共有几件？",
        "2022年“不予公开”那一栏八小项加一块儿是多少件",
    ],
)
def test_the_reasons_of_a_group_together(
    question: str, assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    answer = assistant.ask(ONE + question)
    assert answer.headline[0] == rows(forms[0], "不予公开"), answer.text


def test_what_is_handed_over_less_what_was_taken_over(
    assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    expected = rows(forms[0], "结转下年度") - rows(forms[0], "上年结转")
    for question in (
        f"{ONE}2022年没办完、留到下一年接着办的申请，比上年带过来的多几件？",
        f"{ONE}2022年没办完转到下年的件数减去上年转来的件数等于多少？",
    ):
        answer = assistant.ask(question)
        assert answer.headline[0] == expected, answer.text


def test_another_year_is_added_to_what_was_asked(tmp_path: Path, embedder: Embedder) -> None:
    early = random_form(Random(7), "2021", issuer=ONE, year=2021)
    late = random_form(Random(9), "2021", issuer=ONE, year=2022)
    assistant = asked(tmp_path, embedder, a=early.as_html(), b=late.as_html())
    first = assistant.ask(f"{ONE}2022年部分公开的申请有多少件？")
    answer = assistant.ask("和2021年加起来呢？", conversation=first.conversation)
    assert answer.headline[0] == rows(early, "部分公开") + rows(late, "部分公开"), answer.text


def test_a_thing_called_repeated_is_no_proportion(
    assistant: Assistant, forms: tuple[FormData, FormData]
) -> None:
    answer = assistant.ask(f"{ONE}2022年信访举报投诉类申请比重复申请多多少件？")
    assert answer.headline[0] == rows(forms[0], "信访举报投诉") - rows(forms[0], "2.重复申请"), answer.text

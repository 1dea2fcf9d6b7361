"""What the forms give in parts only: set against the same of another agency, and never taken for one of its parts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from assistant.answer import Assistant
from assistant.calculate import CannotCalculate, grown
from index.embedder import Embedder
from tests.assistant.made import figure
from tests.assistant.test_caution import asked
from tests.forms_factory import FormData, random_form


def kinds(form: FormData) -> list[int]:
    """The lawsuits of each of the two kinds, by the form's own totals."""
    found = [
        int(cell.value)
        for cell in form.cells
        if cell.column and cell.column[-1] == "总计" and any("起诉" in part for part in cell.column)
    ]
    assert len(found) == 2
    return found


def lawsuits(form: FormData) -> int:
    return sum(kinds(form))


@pytest.mark.model
def test_lawsuits_of_two_agencies_are_set_against_each_other(tmp_path: Path, embedder: Embedder) -> None:
    one = random_form(Random(3), "2021", issuer="云泽县水务局", year=2022)
    other = random_form(Random(5), "2021", issuer="青禾县水务局", year=2022)
    assistant = asked(tmp_path, embedder, a=one.as_html(), b=other.as_html())
    answer = assistant.ask("云泽县水务局2022年行政诉讼总数比青禾县水务局2022年多多少件？")
    assert answer.headline[0] == lawsuits(one) - lawsuits(other), answer.text


@pytest.mark.model
def test_two_kinds_that_come_to_the_same_are_two(tmp_path: Path, embedder: Embedder) -> None:
    forms = (
        random_form(Random(seed), "2021", most=4, issuer="云泽县水务局", year=2022) for seed in range(200)
    )
    same = next(form for form in forms if lawsuits(form) and len(set(kinds(form))) == 1)
    answer = asked(tmp_path, embedder, a=same.as_html()).ask("云泽县水务局2022年行政诉讼一共多少件？")
    assert answer.headline[0] == lawsuits(same), answer.text


@pytest.mark.model
def test_the_other_ways_of_dealing_are_not_their_own_rest(tmp_path: Path, embedder: Embedder) -> None:
    form = random_form(Random(11), "2021", issuer="云泽县水务局", year=2022)
    rows = [
        int(cell.value)
        for cell in form.cells
        if cell.column and cell.column[-1] == "总计" and any("其他处理" in part for part in cell.row)
    ]
    answer = asked(tmp_path, embedder, a=form.as_html()).ask("云泽县水务局2022年其他处理的申请多少件？")
    assert answer.headline[0] == sum(rows), answer.text


def test_growth_of_sums() -> None:
    result = grown((figure("10"), figure("30")), (figure("25"), figure("35")))
    assert result.calculation.result == Decimal("50.00")
    with pytest.raises(CannotCalculate):
        grown((figure("0"), figure("0")), (figure("1"), figure("2")))


@pytest.fixture
def two(tmp_path: Path, embedder: Embedder) -> tuple[Assistant, int, int]:
    """Two agencies of one year, and the lawsuits of each."""
    one = random_form(Random(3), "2021", issuer="云泽县水务局", year=2022)
    other = random_form(Random(5), "2021", issuer="青禾县水务局", year=2022)
    return (
        asked(tmp_path, embedder, a=one.as_html(), b=other.as_html()),
        lawsuits(one),
        lawsuits(other),
    )


@pytest.mark.model
def test_lawsuits_of_two_agencies_are_put_together(two: tuple[Assistant, int, int]) -> None:
    assistant, first, second = two
    answer = assistant.ask("2022年云泽县水务局和青禾县水务局的行政诉讼一共多少件？")
    assert answer.headline[0] == first + second, answer.text
    answer = assistant.ask("2022年云泽县水务局和青禾县水务局平均有多少件行政诉讼？")
    assert answer.headline[0] == Decimal(first + second) / 2, answer.text
    assert "平均每家" in answer.text


@pytest.mark.model
def test_lawsuits_of_two_agencies_are_given_side_by_side(two: tuple[Assistant, int, int]) -> None:
    assistant, first, second = two
    answer = assistant.ask("2022年云泽县水务局和青禾县水务局的行政诉讼各多少件？")
    assert answer.calculation is not None
    assert [one.result for one in (answer.calculation, *answer.further)] == [first, second], answer.text
    answer = assistant.ask("2022年云泽县水务局和青禾县水务局，谁的行政诉讼更多？")
    assert answer.headline[0] == max(first, second), answer.text


PUBLISHED = (
    "云泽县人民政府2022年政府信息公开工作年度报告\n一、总体情况\n"
    "2022年，全县公布政府信息900条，其中行政许可类信息69条，行政处罚类信息21条。\n"
)


@pytest.mark.model
def test_what_was_published_about_licences_is_no_number_of_licences(
    tmp_path: Path, embedder: Embedder
) -> None:
    assistant = asked(tmp_path, embedder, suffix=".txt", a=PUBLISHED)
    assert assistant.ask("云泽县2022年行政许可多少件？").headline[0] is None
    assert assistant.ask("云泽县2022年公布了多少条行政许可类信息？").headline[0] == 69

"""A question and a table in, the cells of the answer out. The tables are made here and invented."""

from __future__ import annotations

import pytest

from assistant.tables.lookup import lookup
from assistant.tables.meaning import clauses
from assistant.tables.overlap import Units, core
from corpus.report import GridCell
from tests.corpus.test_headers import grid

FORESTS = grid(
    "林场名称|期初面积|本期增加|期末面积",
    "云杉林场|1,200|150|1,350",
    "白桦林场|860|40|900",
    "红松林场|430|15|445",
)
BUDGET = grid(
    "项目|期末余额|<|期初余额|<",
    "^|账面余额|坏账准备|账面余额|坏账准备",
    "应收水费|500|25|450|22",
    "应收电费|300|15|280|14",
)
MEETING = grid("会议名称|防汛工作会", "会议时间|2022年5月6日", "主持人|王某", "会议地点|三楼会议室")
DEVICES = grid(
    "设备名称|生产日期|生产厂家|重量", "水泵|2012-03|青石机械厂|25kg", "电机|2014-07|云岗电机厂|40kg"
)


def answer(question: str, cells: tuple[GridCell, ...]) -> list[str]:
    return [cells[i].text for i in lookup(question, cells).cells]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("白桦林场的期末面积是多少？", ["900"]),
        ("云杉林场期初面积和期末面积分别是多少？", ["1,200", "1,350"]),
        ("红松林场本期增加了多少面积？", ["15"]),
    ],
)
def test_one_row_and_its_columns(question: str, expected: list[str]) -> None:
    assert answer(question, FORESTS) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("期初应收电费的账面余额是多少？", ["280"]), ("应收水费期末的坏账准备是多少？", ["25"])],
)
def test_headers_of_two_levels(question: str, expected: list[str]) -> None:
    assert answer(question, BUDGET) == expected


@pytest.mark.parametrize(
    ("question", "cells", "expected"),
    [
        ("会议是谁主持的？", MEETING, ["王某"]),
        ("在哪里开会？", MEETING, ["三楼会议室"]),
        ("水泵是谁生产的？", DEVICES, ["青石机械厂"]),
        ("水泵和电机各有多重？", DEVICES, ["25kg", "40kg"]),
        ("有哪些设备？", DEVICES, ["水泵", "电机"]),
    ],
)
def test_a_question_in_other_words_than_the_label(
    question: str, cells: tuple[GridCell, ...], expected: list[str]
) -> None:
    assert answer(question, cells) == expected


def test_it_knows_how_sure_it_is() -> None:
    sure = lookup("水泵什么时候生产的？", DEVICES)
    open_ = lookup("会议是什么时候开的？", MEETING)  # all labels but one begin with 会议
    assert open_.chance < 0.5 < sure.chance


def test_one_more_and_one_more_question_give_the_same() -> None:
    first = lookup("白桦林场的期末面积是多少？", FORESTS)
    assert first == lookup("白桦林场的期末面积是多少？", FORESTS)
    assert 0 <= first.chance <= 1


def test_a_table_without_cells_has_no_answer() -> None:
    assert lookup("有多少？", ()).cells == ()


def test_a_blank_question_is_no_error() -> None:
    assert lookup("", FORESTS).chance < 0.9


def test_a_year_shares_nothing_with_another_year() -> None:
    units = Units()
    assert not set(units.of("2021年")) & set(units.of("2020")) - {"年"}
    assert units.of("1,200 亩") == units.of("1200亩")


@pytest.mark.parametrize(
    ("label", "bare"),
    [("1.营业收入（元）", "营业收入"), ("其中:利息", "利息"), ("（一）拨款", "拨款"), ("%", "%")],
)
def test_a_label_without_its_ordinal_and_asides(label: str, bare: str) -> None:
    assert core(label) == bare


def test_the_parts_of_a_question_that_each_ask() -> None:
    text = Units().of("请问主持人是谁，会议在哪开的？")
    assert [text[a:b] for a, b in clauses(text)] == ["主持人是谁", "会议在哪开的"]

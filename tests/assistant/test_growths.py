"""Growths told beside each other: each agency's own, and by how many points one is above another."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

COUNTY = work_report(
    2025,
    "地区生产总值迈上600亿元台阶，达到612.5亿元，增长6.1%；城镇居民人均可支配收入增长4.2%，农村居民人均可支配收入增长5.9%。"
    "地方一般公共预算收入突破40亿元、达到41.3亿元。外贸进出口总额增长9.4%，对欧盟出口增长21.5%。",
    "地区生产总值增长6%左右。",
)
OTHER = work_report(
    2025, "地区生产总值增长5.3%，外贸进出口总额增长3.2%。", "地区生产总值增长5%左右。"
).replace("云泽县", "青禾县")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("assistant"), embedder, ".txt", a=COUNTY, b=OTHER)


@pytest.mark.parametrize("each", ["各增长了百分之几", "分别增长多少", "各自同比增长多少"])
def test_each_ones_own_growth_is_told_and_no_growth_of_a_growth(assistant: Assistant, each: str) -> None:
    answer = assistant.ask(f"2024年云泽县和青禾县的外贸进出口总额{each}？")
    assert [(one.value, one.unit) for one in answer.figures] == [(Decimal("9.4"), "%"), (Decimal("3.2"), "%")]
    assert answer.calculation is None


@pytest.mark.parametrize(
    "question",
    [
        "2024年云泽县的GDP增速比青禾县快多少个百分点？",
        "2024年云泽县的地区生产总值增幅比青禾县高多少？",
    ],
)
def test_one_growth_is_above_another_by_points(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).headline == (Decimal("0.8"), "个百分点")


def test_the_faster_of_two_is_the_one_with_the_greater_growth(assistant: Assistant) -> None:
    answer = assistant.ask("2024年云泽县和青禾县哪个县的GDP增速快？")
    assert answer.headline == (Decimal("6.1"), "%")


def test_peoples_income_is_what_each_can_spend(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2024年农村居民收入增速比城镇居民高多少个百分点？")
    assert answer.headline == (Decimal("1.7"), "个百分点")


@pytest.mark.parametrize(("measure", "value"), [("地方一般公共预算收入", "41.3"), ("地区生产总值", "612.5")])
def test_what_it_came_to_goes_before_what_it_passed(assistant: Assistant, measure: str, value: str) -> None:
    answer = assistant.ask(f"云泽县2024年{measure}有多少亿元？")
    assert [(one.value, one.unit) for one in answer.figures] == [(Decimal(value), "亿元")]


def test_whom_a_place_trades_with_is_no_agency(assistant: Assistant) -> None:
    assert assistant.ask("云泽县2024年对欧盟出口增长了多少？").headline == (Decimal("21.5"), "%")


def test_a_place_compared_with_that_is_not_held_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("2024年云泽县地区生产总值的增速比云南高几个百分点？")
    assert (answer.status, answer.figures) == ("not_held", ())
    assert "云南" in answer.text


@pytest.fixture(scope="module")
def both_years(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    early = work_report(2020, "地区生产总值增长8.1%。", "新建学校2所。")
    late = work_report(2025, "地区生产总值增长6.4%。", "新建学校3所。")
    return asked(tmp_path_factory.mktemp("both_years"), embedder, ".txt", a=early, b=late)


def test_growths_of_years_far_apart_are_compared(both_years: Assistant) -> None:
    answer = both_years.ask("云泽县地区生产总值增速2024年比2019年变化了几个百分点？")
    assert answer.headline == (Decimal("-1.7"), "个百分点")


def test_a_growth_of_one_of_two_years_far_apart_is_no_change(both_years: Assistant) -> None:
    answer = both_years.ask("云泽县地区生产总值增速2024年比2021年变化了几个百分点？")
    assert answer.headline == (None, None)


def test_a_growth_that_a_held_report_could_tell_is_not_reported(assistant: Assistant) -> None:
    answer = assistant.ask("青禾县2024年粮食产量增长了多少？")
    assert answer.status == "not_reported"
    assert "2025年的报告没有给出" in answer.text


def test_faster_sets_two_measures_of_one_report_beside_each_other(assistant: Assistant) -> None:
    answer = assistant.ask("2024年云泽县农村居民收入的增速比城镇居民快多少个百分点？")
    assert answer.headline == (Decimal("1.7"), "个百分点")


def test_what_two_years_call_otherwise_and_is_far_apart_is_not_set_against_each_other(
    tmp_path: Path, embedder: Embedder
) -> None:
    before = "云泽县文化和旅游局2024年部门预算\n\n一、情况说明\n\n财政拨款“三公”经费预算11.40万元。\n"
    after = "云泽县文化和旅游局2025年部门预算\n\n一、情况说明\n\n财政拨款支出预算27800.20万元。\n"
    bureau = asked(tmp_path, embedder, ".txt", a=before, b=after)
    answer = bureau.ask("云泽县文化和旅游局2025年财政拨款预算比上一年增长百分之几？")
    assert answer.headline == (None, None)


@pytest.mark.parametrize(
    "question",
    [
        "云泽县2024年外贸进出口总额增加了多少？",
        "By how much did foreign trade rise in Yunze County in 2024?",
    ],
)
def test_by_how_much_is_told_in_percent_where_nothing_else_is(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).headline == (Decimal("9.4"), "%")


@pytest.mark.parametrize(
    "question",
    [
        "云泽县2024年外贸进出口总额增加了多少亿元？",
        "How many yuan did GDP grow by in Yunze County in 2024?",
    ],
)
def test_a_change_wanted_in_money_is_not_told_in_percent(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_reported"
    assert answer.calculation is None

"""Arithmetic over figures: exact where it can be, rounded and said so where not, refused where it has no answer."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculate import (
    CannotCalculate,
    average,
    converted,
    difference,
    extreme,
    growth,
    multiple,
    share,
    spread,
    total,
)
from assistant.replies.english import English
from tests.assistant.made import figure


def test_growth_is_in_percent_to_two_places_and_says_it_was_rounded() -> None:
    result = growth(figure("7479"), figure("7892"))
    assert result.calculation.result == Decimal("5.52")  # 413 / 7479 = 5.5221...
    assert (result.calculation.unit, result.rounded) == ("%", True)
    assert result.calculation.expression == "(7892-7479)/7479×100"
    assert result.calculation.operands == (1, 2)


def test_an_exact_result_is_not_called_rounded() -> None:
    assert not growth(figure("200"), figure("250")).rounded


@pytest.mark.parametrize("operation", [growth, multiple])
def test_a_percentage_of_nothing_is_refused(operation: object) -> None:
    assert callable(operation)
    with pytest.raises(CannotCalculate) as refused:
        operation(figure("0"), figure("5"))
    assert refused.value.reason == "base_zero"


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(CannotCalculate):
        share([figure("0")], [figure("0")])


def test_people_and_money_are_not_added() -> None:
    with pytest.raises(CannotCalculate) as refused:
        total([figure("5", unit="人"), figure("5", unit="万元")])
    assert refused.value.reason == "units_differ"


def test_sizes_of_money_are_brought_to_the_first_operands_unit() -> None:
    assert total([figure("1.5", unit="万元"), figure("5000", unit="元")]).calculation.result == Decimal("2")


def test_a_blank_is_not_taken_for_nought() -> None:
    with pytest.raises(CannotCalculate) as refused:
        total([figure("5"), figure(None)])
    assert refused.value.reason == "blank"


def test_a_negative_operand_stands_in_brackets() -> None:
    assert difference(figure("-18"), figure("5")).calculation.expression == "5-(-18)"


def test_several_that_share_the_most_are_not_one_answer() -> None:
    assert extreme([figure("3"), figure("3"), figure("1")], most=True) is None
    assert extreme([figure("3"), figure("7"), figure("1")], most=False) == figure("1")


@given(st.lists(st.decimals("-1e9", "1e9", places=2), min_size=2, max_size=8))
def test_sums_and_means_are_those_of_decimals(values: list[Decimal]) -> None:
    figures = [figure(str(value)) for value in values]
    assert total(figures).calculation.result == sum(values)
    assert abs(average(figures).calculation.result * len(values) - sum(values)) <= Decimal("0.005") * len(
        values
    )


def test_a_result_has_the_decimal_places_asked_for() -> None:
    assert multiple(figure("1100"), figure("4529"), 1).calculation.result == Decimal("4.1")
    assert spread(figure("3119"), 12, 0).calculation.result == Decimal("260")


def test_a_share_less_a_share_is_in_percentage_points() -> None:
    assert difference(figure("97.3", unit="%"), figure("97.7", unit="%")).calculation.unit == "个百分点"


def test_a_share_has_no_monthly_average() -> None:
    with pytest.raises(CannotCalculate):
        spread(figure("96", unit="%"), 12)


@pytest.mark.parametrize(
    ("value", "unit", "magnitude", "result", "unit_of_it"),
    [
        ("35000", "万千瓦时", "亿", "3.5", "亿千瓦时"),  # the 千 is of the thing
        ("1.2", "亿元", "万元", "12000", "万元"),
        ("30000", "个", "万", "3", "万个"),
    ],
)
def test_a_number_in_other_orders_of_magnitude(
    value: str, unit: str, magnitude: str, result: str, unit_of_it: str
) -> None:
    found = converted(figure(value, unit=unit), magnitude)
    assert found is not None
    assert (found.calculation.result, found.calculation.unit) == (Decimal(result), unit_of_it)


@pytest.mark.parametrize(
    ("unit", "magnitude"), [("亿千瓦时", "亿"), ("%", "万"), ("微克/立方米", "万"), ("人", "万元")]
)
def test_what_is_written_so_or_is_of_another_kind_is_left(unit: str, magnitude: str) -> None:
    assert converted(figure("35000", unit=unit), magnitude) is None


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("4.82", "万人", "4.82 万人 (ten thousand people)"),
        ("5.2", "万亿元", "5.2 万亿元 (trillion yuan)"),
        ("520", "亿元", "520 亿元 (hundred million yuan)"),
    ],
)
def test_orders_of_magnitude_are_told_in_english(value: str, unit: str, shown: str) -> None:
    assert shown in English().figure(figure(value, unit=unit), "[1]")

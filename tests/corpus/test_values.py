"""One written value: exact decimals, the report's own unit, and the different kinds of nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.units import base_unit, same_unit, unit_named
from corpus.values import Value, read_value


@pytest.mark.parametrize(
    ("text", "number", "unit", "qualifier"),
    [
        ("增413", "413", None, ""),
        ("减18", "-18", None, ""),
        ("△18", "-18", None, ""),
        ("-1942", "-1942", None, ""),
        ("－1942", "-1942", None, ""),
        ("+43", "43", None, ""),
        ("3,260.27", "3260.27", None, ""),
        ("3，260", "3260", None, ""),
        ("１２３", "123", None, ""),
        ("75394432.52元", "75394432.52", "元", ""),
        ("30.5万元", "30.5", "万元", ""),
        ("1.58万亿元", "1.58", "万亿元", ""),
        ("71.21万亩", "71.21", "万亩", ""),
        ("占76.9%", "76.9", "%", ""),
        ("１２．５％", "12.5", "%", ""),
        ("1.2万余件", "1.2", "万件", "余"),
        ("约100家", "100", "家", "约"),
        ("近百件", "100", "件", "近"),
        ("80%以上", "80", "%", "以上"),
        ("三百九十六件", "396", "件", ""),
        ("两家", "2", "家", ""),
        ("252台件", "252", "台件", ""),
        ("0台（套）", "0", "台（套）", ""),
        ("12.35个百分点", "12.35", "个百分点", ""),
        ("2000元/平方米", "2000", "元/平方米", ""),
        ("0.00", "0.00", None, ""),
    ],
)
def test_a_value_keeps_its_exact_number_unit_and_hedge(
    text: str, number: str, unit: str | None, qualifier: str
) -> None:
    value = read_value(text)
    assert value is not None
    assert (value.number, value.unit, value.qualifier, value.raw) == (Decimal(number), unit, qualifier, text)


@pytest.mark.parametrize(
    ("text", "number", "remark"),
    [("22（其中修订16件）", "22", "（其中修订16件）"), ("56675(↑5.65%)", "56675", "(↑5.65%)")],
)
def test_the_first_value_counts_and_the_remark_is_kept(text: str, number: str, remark: str) -> None:
    value = read_value(text)
    assert value is not None
    assert (value.number, value.remark) == (Decimal(number), remark)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", "blank"),
        ("  ", "blank"),
        ("—", "not_applicable"),
        ("--", "not_applicable"),
        ("/", "not_applicable"),
        ("无", "none"),
    ],
)
def test_nothing_is_not_zero_and_comes_in_kinds(text: str, state: str) -> None:
    value = read_value(text)
    assert value is not None
    assert (value.number, value.state) == (None, state)


@pytest.mark.parametrize(
    "text", ["茶业科", "2024年", "12 34", "1.2.3", "一", "05", "5/6", "3-5件", "1个，20万元"]
)
def test_what_is_no_single_value_is_not_read_as_one(text: str) -> None:
    assert read_value(text) is None


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["", "增", "减", "-", "+"]))
def test_a_printed_decimal_is_read_back_exactly(number: Decimal, sign: str) -> None:
    expected = -number if sign in ("减", "-") else number
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "，")):
        wide = (sign + written).translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
        for text in (sign + written, wide):
            assert (read_value(text) or Value(None, "")).number == expected


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_without_an_error(text: str) -> None:
    value = read_value(text)
    assert value is None or (value.number is None) == (value.state != "number")


def test_units_of_one_kind_compare_in_their_base_unit() -> None:
    assert base_unit("万元") == (Decimal(10000), "元")
    assert base_unit("亿元") == (Decimal(10**8), "元")
    assert base_unit("件") == (Decimal(1), "件")
    assert same_unit("万元", "元")
    assert not same_unit("件", "家")
    value = read_value("30.5万元")
    assert value is not None
    assert (value.number, value.scale) == (Decimal("30.5"), Decimal(10000))


@pytest.mark.parametrize(
    ("text", "unit"), [("单位：万元", "万元"), ("件", "件"), ("人民币万元", "万元"), ("增减", None)]
)
def test_a_label_names_a_unit_only_when_it_is_nothing_else(text: str, unit: str | None) -> None:
    assert unit_named(text) == unit

"""Things joined in one question, shares of them, and in what form the answer is wanted."""

from __future__ import annotations

import pytest

from assistant.understand.groups import among
from assistant.understand.joined import several
from assistant.understand.manner import plainly
from assistant.understand.parts import one_clause, times
from assistant.understand.periods import MARK
from assistant.understand.shares import share_of


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("水费、电费、邮电费三项", ("水费", "电费", "邮电费")),
        ("公开的施工许可证和排水许可证", ("公开施工许可证", "公开排水许可证")),
        ("行政复议里，维持的和纠正的", ("行政复议维持", "行政复议纠正")),
        ("政府采购预算分货物、工程、服务", ("政府采购预算货物", "政府采购预算工程", "政府采购预算服务")),
        ("行政许可，行政处罚和行政强制三项", ("行政许可", "行政处罚", "行政强制")),
        ("社会保障和就业支出", ()),
    ],
)
def test_things_joined_share_what_is_said_once(text: str, each: tuple[str, ...]) -> None:
    assert several(text, asked_apart=True) == each


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新收的公开申请里，自然人占百分之多少？", (("自然人",), "新收的公开申请", False)),
        ("报送的信息，被门户网站采用的比例有多高？", (("被门户网站采用",), "报送的信息", False)),
        ("住房保障支出占支出总额的比重有多大？", (("住房保障支出",), "支出总额", False)),
        ("行政复议中，结果维持和结果纠正各占百分之几？", (("结果维持", "结果纠正"), "行政复议", False)),
        ("申请里，企业和律所提的合起来占百分之几？", (("企业", "律所"), "申请", True)),
        ("自然人申请占比", (("自然人申请",), "", False)),
    ],
)
def test_a_share_has_its_parts_and_its_whole(text: str, found: tuple[tuple[str, ...], str, bool]) -> None:
    assert share_of(text) == found


@pytest.mark.parametrize(
    ("text", "plain", "places"),
    [
        ("甲是乙的多少倍（保留一位小数）", "甲是乙的多少倍", 1),
        ("平均每月公开多少条信息？四舍五入取整就行", "平均每月公开多少条信息？", 0),
        ("自然人占几成？用百分比回答", "自然人占几成？", None),
        ("一位小数学老师", "一位小数学老师", None),
    ],
)
def test_the_form_of_the_answer_is_no_part_of_what_is_asked(
    text: str, plain: str, places: int | None
) -> None:
    assert plainly(text) == (plain, places)


def test_what_an_extreme_is_of_is_said_before_it() -> None:
    assert among("不予公开的几种理由里用得最多的一种有几次？") == "不予公开"
    assert among("最多的申请来自哪里") == "最多的申请来自哪里"


def test_a_multiple_of_another_year_compares_no_two_things() -> None:
    assert times("行政处罚大约是行政强制的几倍") == ("行政处罚", "行政强制")
    assert times(f"行政处罚是{MARK}的几倍") is None


def test_a_clause_that_goes_on_about_the_thing_names_no_other() -> None:
    assert one_clause(f"{MARK}哪年的支出更高？高的那年是多少元？") == f"{MARK}哪年的支出更高？"
    assert one_clause("受理了多少件申请，答复了多少件") == "受理了多少件申请，答复了多少件"

"""What a question says of what it named itself before, and what it makes of two agencies that each have a year of their own."""

from __future__ import annotations

import pytest

from assistant.understand.referring import as_multiple, written_out


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("东湖县2022年的垦荒面积与西岭县2023年的相比，前者比后者少多少亩？", "东湖县2022年的垦荒面积比西岭县2023年少多少亩？"),
        ("东湖县2022年渡口检查跟西岭县2023年的比，后者是前者的几倍？", "西岭县2023年是东湖县2022年渡口检查的几倍？"),
        ("东湖县2021年设渡口，相当于西岭县同一年的几倍？", "东湖县2021年设渡口，相当于西岭县2021年的几倍？"),
        ("东湖县2023年的渡口检查是当地2021年的几倍？", "东湖县2023年的渡口检查是2021年的几倍？"),
        ("东湖县和西岭县的渡口检查加到一块儿有几次？", "东湖县和西岭县的渡口检查加起来有几次？"),
        ("东湖县和西岭县的渡口检查放一块儿，差几次？", "东湖县和西岭县的渡口检查差几次？"),
        ("三县的渡口检查由高至低列一列", "三县的渡口检查由高到低排序"),
        ("东湖县2021年的后一年检查渡口几次？", "东湖县2022年检查渡口几次？"),
        ("东湖县2021年上一年结转几件？", "东湖县2021年上一年结转几件？"),
        ("几个部门联合在一起检查了几次？", "几个部门联合在一起检查了几次？"),
    ],
)  # fmt: skip
def test_what_was_named_before_is_written_out(question: str, plain: str) -> None:
    assert written_out(question) == plain


@pytest.mark.parametrize(
    ("question", "plain", "asks"),
    [
        ("东湖县2023年的检查是2022年的百分之几？", "东湖县2023年的检查是2022年的几倍？", True),
        ("东湖县的检查从2022年到2023年变动了百分之多少？", "东湖县的检查从2022年到2023年变动了百分之多少？", False),
        ("2023年决算是2023年预算的百分之几？", "2023年决算是2023年预算的百分之几？", False),
    ],
)  # fmt: skip
def test_the_percentage_of_another_year_is_a_multiple(question: str, plain: str, asks: bool) -> None:
    assert as_multiple(question) == (plain, asks)

"""A question that narrows what a report counts is not answered with all of it: of that part, that month, that wider place the
report says nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

TOLD = (
    "全年检查药店86家。上半年抽检化妆品12批次，全年抽检化妆品30批次。10月份开展夜间巡查9次。受理农村地区投诉14件。"
    "培训女性摊主25人。排查隐患70处，未完成整改的6处。修缮古桥3座。发现问题菜品40份。再次复查，发现问题菜品8份。"
)


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("narrowed"), embedder, a=summary(2023, TOLD))


@pytest.mark.parametrize(
    "question",
    [
        "云泽县水务局2023年检查药店上半年有多少家？",
        "云泽县水务局2023年截至6月底检查药店多少家？",
        "云泽县水务局2023年检查药店12月份有多少家？",
        "云泽县水务局2023年检查药店每天多少家？",
        "云泽县水务局2023年全国检查药店有多少家？",
        "云泽县水务局2023年全省检查药店一共多少家？",
        "云泽县水务局2023年检查药店里面外资企业有多少家？",
        "云泽县水务局2023年检查药店当中农村的有多少家？",
        "云泽县水务局2023年取消的检查药店有多少家？",
        "云泽县水务局2023年检查药店全年目标是多少家？",
        "云泽县水务局2023年检查药店历年累计有多少家？",
        "云泽县水务局2023年检查药店上一年是多少家？",
        "云泽县水务局2023年检查药店下一年计划多少家？",
        "云泽县水务局2023年没有检查的药店有多少家？",
        "云泽县水务局2023年检查药店占全省的比重是多少？",
        "云泽县水务局2023年修缮古桥未完成的有多少座？",
        "How many pharmacies did Yunze County Water Bureau inspect in the first half of 2023?",
        "What was the target for bridges repaired by Yunze County Water Bureau in 2023?",
    ],
)
def test_what_is_told_of_all_is_not_told_of_a_part_or_of_more(bureau: Assistant, question: str) -> None:
    answer = bureau.ask(question)
    assert answer.status != "answered", answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县水务局2023年检查了多少家药店？", "86"),
        ("云泽县水务局2023年全县检查药店多少家？", "86"),
        ("云泽县水务局2023年上半年抽检化妆品多少批次？", "12"),
        ("云泽县水务局2023年10月份开展夜间巡查几次？", "9"),
        ("云泽县水务局2023年受理农村地区投诉多少件？", "14"),
        ("云泽县水务局2023年培训的妇女摊主有多少人？", "25"),
        ("云泽县水务局2023年未完成整改的有多少处？", "6"),
        ("云泽县水务局2023年到12月底修缮古桥几座？", "3"),
    ],
)
def test_what_is_told_of_the_part_is_given(bureau: Assistant, question: str, value: str) -> None:
    answer = bureau.ask(question)
    assert (answer.status, answer.headline[0]) == ("answered", Decimal(value)), answer.text


def test_what_is_counted_twice_in_a_year_has_not_changed(bureau: Assistant) -> None:
    answer = bureau.ask("云泽县水务局2023年发现问题菜品比上一年增长了百分之几？")
    assert answer.status != "answered", answer.text

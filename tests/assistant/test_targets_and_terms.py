"""A year's target against another's result, terms that a report explains, and what is of all people or of five years:
asked of a made-up work report."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.understand.framing import to_the_point
from assistant.understand.targets import against_target
from index.embedder import Embedder
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

DONE = (
    "城镇新增就业1.4万人，地方一般公共预算收入增长6.2%。居民人均可支配收入达到3.8万元。"
    "东岭、西岭缆车单日最高客运量分别达2.4万、1.9万人次。银行机构存贷款余额分别达96亿元、71亿元。\n\n"
    "“十四五”时期，我们接续奋斗。五年来建成口袋公园48个，新改建农村公路310公里。"
)
PLANS = (
    "城镇新增就业1.2万人以上，地方一般公共预算收入增长5%左右。用好“三同”机制，新建“邻里驿站”6座。\n\n附件\n\n名词解释\n\n"
    "1.“三同”机制：\n\n指同部署、同落实、同检查。\n\n2.“邻里驿站”：\n\n指为群众提供休憩和便民服务的小型场所。"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("assistant"), embedder, ".txt", a=work_report(2026, DONE, PLANS))


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县给2026年定的城镇新增就业目标，跟2025年实际完成的比变化多少万人？", "-0.2", "万人"),
        ("云泽县2025年实际城镇新增就业比2026年的目标多多少万人？", "0.2", "万人"),
        ("云泽县2026年一般公共预算收入增长目标比2025年实际增幅低几个百分点？", "-1.2", "个百分点"),
        ("云泽县2026年城镇新增就业目标是多少？", "1.2", "万人"),
        ("云泽县2025年银行存款余额比贷款余额多多少亿元？", "25", "亿元"),
        ("云泽县的银行2025年存款余额是多少亿元？", "96", "亿元"),
        ("云泽县建成了多少个口袋公园？", "48", "个"),
        ("云泽县2025年建成多少个口袋公园？", None, None),
        ("云泽县2025年城镇居民人均可支配收入是多少？", None, None),
        ("云泽县2025年城镇新增就业目标是多少？", None, None),
    ],
)
def test_a_figure_is_of_its_own_time_and_people(
    assistant: Assistant, question: str, value: str | None, unit: str | None
) -> None:
    told, of = assistant.ask(question).headline
    assert told == (Decimal(value) if value else None)
    assert value is None or of == unit


def test_a_place_takes_the_place_of_another(assistant: Assistant) -> None:
    before = assistant.ask("云泽县2025年东岭缆车单日最高客运量是多少？")
    assert before.headline == (Decimal("2.4"), "万人次")


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("云泽县报告里的“三同”机制是怎么解释的，包括哪几样？", "同部署", "休憩"),
        ("什么叫“邻里驿站”？", "小型场所", "同部署"),
        ("云泽县的“三同”是哪三同？", "同部署", "休憩"),
        ("云泽县“邻里驿站”建在哪里？", "", "小型场所"),
    ],
)
def test_a_term_means_what_its_report_says(
    assistant: Assistant, question: str, said: str, not_said: str
) -> None:
    text = assistant.ask(question).text
    assert said in text
    assert not_said not in text


def test_what_people_tell_before_they_ask_is_not_asked() -> None:
    question = "云泽县2025年通了几条公交线？"
    assert to_the_point(f"我们村去年才通公交。{question}") == question
    assert to_the_point(f"我们2024年问过。{question}").startswith("我们2024年")


def test_a_target_is_told_from_a_result() -> None:
    told = against_target("2025年实际新增床位数，是2026年报告定的新增床位目标（90张）的多少倍？")
    assert told is not None
    assert (told.text, told.year, told.first) == ("2025年新增床位数，是2026年的多少倍？", 2026, False)
    assert against_target("2026年新增床位的目标是多少张？") is None

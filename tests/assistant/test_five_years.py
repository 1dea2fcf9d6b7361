"""What five years brought, what their last one did, and what the whole country's rate is, in the work report of one place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
WORK = work_report(
    2026,
    "2025年，渔业产值增长6.5%，增幅高于全国1.5个百分点，修缮渡口14座，改造老旧泵房320座。\n\n"
    "五年来，渔业产值增长38.4%，城镇新增就业9.6万人。居民人均可支配收入从20000元增长到30000元，"
    "轮渡航线由8条增至20条。农机作业率达到91%、低于全国平均水平3个百分点，自来水普及率达到96.5%、5年提高4.5个百分点。\n\n"
    "在第12届全省龙舟赛上获得奖杯16座。",
    "渔业产值增长5%左右，城镇新增就业2.1万人。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("five"), embedder, ".txt", a=WORK)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县五年来渔业产值涨了百分之几？", "38.4", "%"),
        ("云泽县十四五渔业产值涨了百分之几", "38.4", "%"),
        ("云泽县五年来居民人均可支配收入涨了百分之几？", "50.0", "%"),
        ("云泽县2020年的自来水普及率是百分之多少？", "92.0", "%"),
        ("云泽县五年来自来水普及率提高了几个百分点？", "4.5", "个百分点"),
        ("云泽县2026年城镇新增就业占过去五年新增就业的百分之几？", "21.88", "%"),
        ("云泽县五年来轮渡航线增加了多少条？", "12", "条"),
        ("云泽县五年来城里一共新增了多少万人就业？", "9.6", "万人"),
        ("云泽县“十四五”这五年，城里一共新增了多少万人就业？", "9.6", "万人"),
        ("云泽县渔业产值，2026年的预期增速和2025年实际增速比，变了多少个百分点？", "-1.5", "个百分点"),
        ("云泽县渔业产值2026年的增速比2025年低几个百分点？", "-1.5", "个百分点"),
        ("照云泽县的报告倒推，2025年全国渔业产值增长百分之几？", "5.0", "%"),
        ("云泽县的农机作业率低于全国，那全国平均是百分之多少？", "94", "%"),
    ],
)
def test_five_years_one_year_and_the_country_are_told_apart(
    question: str, value: str, unit: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert answer.headline == (Decimal(value), unit)


@pytest.mark.parametrize(
    "question",
    [
        "云泽县五年来一共改造了多少座老旧泵房？",  # told of the last year alone
        "云泽县第9届全省龙舟赛上获得多少座奖杯？",  # of another turn
        "照云泽县的报告倒推，2025年全国城镇新增就业率是多少？",
    ],
)
def test_what_is_told_of_another_time_or_turn_is_no_answer(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).status != "answered"


GROWN = work_report(
    2026,
    "2025年，规上工业增加值增长7.4%，社会消费品零售总额增长4.1%，城镇居民人均可支配收入增长4.2%，农村居民人均可支配收入增长5.9%，"
    "民间投资占比34%、提高1.3个百分点，净增企业860家。"
    "民营工业增加值增速高于全部工业2.3个百分点，县属企业由24家整合为9家。",
    "规上工业增加值增长6%，社会消费品零售总额增长5%左右。",
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县2025年规模以上工业增加值增长多少？", "7.4"),
        ("云泽县2024年民间投资占比是多少？", "32.7"),
        ("What share of investment in Yunze County was private in 2025?", "34"),
        ("云泽县2025年净增了多少家企业？", "860"),
        ("云泽县2025年民营工业增加值增速比全部工业高多少个百分点？", "2.3"),
        ("云泽县2025年县属企业整合前有多少家？", "24"),
        ("云泽县2025年县属企业整合之后还有多少家？", "9"),
        ("云泽县2026年规模工业增加值增长目标是多少？", "6"),
        ("By how many percentage points did rural income growth exceed urban income growth in Yunze County in 2025?", "1.7"),
        ("By how many percentage points did urban income growth lag behind rural income growth in Yunze County in 2025?", "1.7"),
        ("By how many percentage points is Yunze County's 2026 target for retail sales growth above the actual 2025 growth?", "0.9"),
        ("By how many percentage points did Yunze County's industrial value added growth in 2025 exceed the target set for 2026?", "1.4"),
    ],
)  # fmt: skip
def test_growths_are_set_against_each_other_in_both_languages(
    question: str, value: str, tmp_path: Path, embedder: Embedder
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=GROWN).ask(question)
    assert answer.headline[0] == Decimal(value)

"""Things that one sentence of a work report tells alike, the whole country beside a place, and figures of another span than is
asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.reply import Answer
from index.embedder import Embedder
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

COUNTY = work_report(
    2025,
    "一、二、三产业增加值分别增长3.1%、4.4%、6.2%。规上服务业增加值增长7.3%，高于全国1.2个百分点。\n\n"
    "茶叶、竹笋、菌菇产量分别增长11.5%、8.2%、20.3%。粮食产量连续6年稳定在30万吨以上。\n\n"
    "净增经营主体4.6万家、个体户3.1万家，新增县级示范农场7家、市级示范农场3家。茶企总数60家。\n\n"
    "地区生产总值年均增长5.1%，总量比2019年增加超90亿元。农村安全饮水达标率98%。",
    "农村安全饮水达标率达到99%，茶企总数66家，力争用电量增长4%以上。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("assistant"), embedder, ".txt", a=COUNTY)


def _followed(assistant: Assistant, first: str, second: str) -> Answer:
    return assistant.ask(second, conversation=assistant.ask(first).conversation)


@pytest.mark.parametrize(
    ("first", "second", "value", "unit"),
    [
        ("云泽县2024年茶叶产量增长多少？", "菌菇呢？", "20.3", "%"),
        ("云泽县2024年净增经营主体多少万家？", "个体户呢？", "3.1", "万家"),
        ("云泽县2024年茶叶产量增长多少？", "菌菇的增幅比它高几个百分点？", "8.8", "个百分点"),
        ("云泽县2024年茶叶产量增长多少？", "菌菇的涨幅又比竹笋高出几个百分点？", "12.1", "个百分点"),
    ],
)
def test_what_is_told_alike_is_asked_for_in_short(
    assistant: Assistant, first: str, second: str, value: str, unit: str
) -> None:
    assert _followed(assistant, first, second).headline == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县2024年第二产业增加值增长百分之几？", "4.4", "%"),
        ("云泽县2024年茶叶产量增速比竹笋高几个百分点？", "3.3", "个百分点"),
        ("云泽县2024年规上服务业增加值增速比全国高多少个百分点？", "1.2", "个百分点"),
        ("云泽县2024年新增的县级示范农场和市级示范农场一共多少家？", "10", "家"),
        ("云泽县2025年农村安全饮水达标率要达到多少？", "99", "%"),
        ("云泽县2025年用电量要增长百分之多少？", "4", "%"),
        ("云泽县茶企总数是多少家？", "60", "家"),  # what there is, and not what is planned
    ],
)
def test_plain_questions_of_a_work_report(assistant: Assistant, question: str, value: str, unit: str) -> None:
    assert assistant.ask(question).headline == (Decimal(value), unit)


@pytest.mark.parametrize(
    "question",
    [
        "云泽县2024年粮食产量是多少万吨？",  # only that it stayed above so much for years
        "云泽县2024年地区生产总值总量是多少亿元？",  # only what it rose by since a year long past
        "云泽县2024年新增茶企多少家？",  # only how many there are
        "云泽县茶企五年前有多少家？",
    ],
)
def test_figures_of_another_span_are_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status != "answered", answer.text

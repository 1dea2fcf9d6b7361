"""What something was before it rose or fell, what a work report looks back on, and a target told beside what was done."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

COUNTY = work_report(
    2026,
    "城区公园绿地覆盖率48.3%、提高2.1个百分点。村级卫生室达标率81.6%。公路通车里程由610公里增至745公里。"
    "渔船光纤终端达420台，渔港光纤终端达35台。完成旧厂房改造96亩（2025年任务60亩）；完成荒坡整治240亩（2025年任务238亩）。"
    "茶叶、干果、菌菇限上零售额分别增长4.5%、12.5%和7.5%。造林36万亩，治理采石场5万亩。新发射气象探空卫星6颗。",
    "公园绿地覆盖率达到50%。新改造旧厂房80亩。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("assistant"), embedder, ".txt", a=COUNTY)


@pytest.mark.parametrize(
    "question",
    [
        "云泽县2025年城区公园绿地覆盖率提高以后是48.3%，提高之前是百分之多少？",
        "云泽县2025年城区公园绿地覆盖率提高之前是多少？",
        "2025年云泽县城区公园绿地覆盖率提高到48.3%以前是多少？",
    ],
)
def test_a_level_before_it_rose_is_worked_out_of_the_rise(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).headline == (Decimal("46.2"), "%")


def test_a_level_before_it_rose_is_told_as_its_sentence_tells_it(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县公路通车里程2025年增加之前是多少公里？")
    assert answer.headline == (Decimal(610), "公里")


@pytest.mark.parametrize(
    "question",
    [
        "云泽县2025年村级卫生室达标率提高之前是多少？",
        "云泽县2025年城区公园绿地覆盖率提高以后是52%，提高之前是多少？",
    ],
)
def test_without_a_rise_told_of_it_the_level_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("2026年云泽县政府工作报告里，渔船光纤终端是渔港光纤终端的多少倍？", "12", "倍"),
        ("2026年云泽县政府工作报告称渔船光纤终端和渔港光纤终端合计多少台？", "455", "台"),
    ],
)
def test_what_a_work_report_tells_is_of_the_year_it_looks_back_on(
    assistant: Assistant, question: str, value: str, unit: str
) -> None:
    assert assistant.ask(question).headline == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县2025年旧厂房改造是年度任务的几倍？", "1.6", "倍"),
        ("云泽县2025年旧厂房改造比任务多完成多少亩？", "36", "亩"),
        ("云泽县2025年荒坡整治超额完成任务多少亩？", "2", "亩"),
    ],
)
def test_a_target_told_beside_it_is_what_it_is_set_against(
    assistant: Assistant, question: str, value: str, unit: str
) -> None:
    assert assistant.ask(question).headline == (Decimal(value), unit)


def test_the_most_grown_of_things_named(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2025年茶叶、干果、菌菇三类商品里，限上零售额增速最高的增长了百分之几？")
    assert answer.figures[0].value == Decimal("12.5")


def test_what_is_compared_with_a_things_measure_has_that_measure_too(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2025年干果的限上零售额增速比茶叶高出几个百分点？")
    assert answer.headline == (Decimal("8.0"), "个百分点")


def test_an_area_is_called_so_by_its_unit(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2025年造林面积比治理采石场面积多多少万亩？")
    assert answer.headline == (Decimal(31), "万亩")


def test_a_span_that_a_report_looks_back_on_is_held(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县“十四五”期间新建了多少座风力发电塔？")
    assert answer.status == "not_reported"

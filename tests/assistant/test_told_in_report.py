"""A question that says in which report to look, and English questions for the growths and shares that it tells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.understand.attributed import without_english_paper, without_paper
from index.embedder import Embedder
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

COUNTY = work_report(
    2025,
    "工业投资增长8.3%，基础设施投资增长3.1%，快递业务量增长19.4%，民营经济增加值占比达到58.2%。"
    "二甲医院达到4家，老年食堂建成36个，全体居民人均可支配收入达到38210元，城镇新增就业1.2万人。"
    "生产安全事故起数下降7.5%，生产安全事故死亡人数下降9.1%。物业企业由25家整合为18家，新能源汽车产量3.4万辆。"
    "城镇、农村常住居民人均可支配收入分别增长4.1%、5.7%，口袋公园建成9个。",
    "固定资产投资增长5%，规上工业增加值增长6.5%，老旧小区改造24个，新建绿道12公里。",
).replace(
    "\n\n二、",
    "\n\n五年来，新建绿道86公里。\n\n二、",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("assistant"), embedder, ".txt", a=COUNTY)


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("云泽县二甲医院有多少家？请看2025年政府工作报告", "云泽县二甲医院有多少家"),
        ("云泽县老年食堂建成几个？（2025年报告）", "云泽县老年食堂建成几个？"),
        ("云泽县老年食堂有几个，按2025年云泽县政府工作报告里的数", "云泽县老年食堂有几个"),
    ],
)
def test_where_to_look_is_no_part_of_what_is_asked(question: str, bare: str) -> None:
    assert without_paper(question) == (bare, 2025)


@pytest.mark.parametrize(
    "question",
    [
        "云泽县2024年比2025年报告多多少？",
        "云泽县2025年政府工作报告有几个部分？",
        "2025年政府工作报告",
        "云泽县办理了多少件？2025年报告里有几件？",
    ],
)
def test_a_report_that_is_itself_asked_of_stays(question: str) -> None:
    assert without_paper(question) == (question, None)


def test_an_english_question_says_where_to_look() -> None:
    bare, year = without_english_paper("How many canteens are there, according to its 2025 work report?")
    assert (bare, year) == ("How many canteens are there?", 2025)


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("雲澤縣的二甲醫院有多少家？請看2025年政府工作報告", "4", "家"),
        ("云泽县的老年食堂建成多少个？（2025年报告）", "36", "个"),
        ("What share of Yunze County's value added came from the private economy, according to its 2025 work report?", "58.2", "%"),
        ("How fast did industrial investment grow in Yunze County in 2024?", "8.3", "%"),
        ("What was the growth rate of express delivery volume in Yunze County in 2024?", "19.4", "%"),
        ("What is Yunze County's target for growth in fixed asset investment in 2025, in percent?", "5", "%"),
        ("How many percentage points faster did industrial investment grow than infrastructure investment in Yunze County in 2024?", "5.2", "个百分点"),
    ],
)  # fmt: skip
def test_what_the_report_says_is_told(assistant: Assistant, question: str, value: str, unit: str) -> None:
    assert assistant.ask(question).headline == (Decimal(value), unit)


@pytest.mark.model
@pytest.mark.parametrize("people", ["城镇", "农村"])
def test_what_all_people_have_is_not_what_those_of_towns_have(assistant: Assistant, people: str) -> None:
    answer = assistant.ask(f"云泽县2024年{people}居民人均可支配收入多少元？")
    assert answer.status == "not_reported"


@pytest.mark.model
def test_how_many_died_is_not_how_many_accidents_there_were(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2024年生产安全事故下降百分之几？")
    assert answer.headline == (Decimal("7.5"), "%")


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县五年间新建绿道多少公里？", "86", "公里"),
        ("云泽县物业企业整合以后少了几家？", "7", "家"),
        ("云泽县2024年生产了多少万辆新能源汽车？", "3.4", "万辆"),
        ("云泽县2024年农村居民收入增速比城镇快几个百分点？", "1.6", "个百分点"),
    ],
)
def test_plain_words_for_what_is_worked_out(
    assistant: Assistant, question: str, value: str, unit: str
) -> None:
    assert assistant.ask(question).headline == (Decimal(value), unit)


@pytest.mark.model
def test_a_place_in_the_country_is_no_number(assistant: Assistant) -> None:
    assert assistant.ask("云泽县2024年工业投资增速居全省第几位？").status != "answered"


@pytest.mark.model
def test_what_is_asked_next_is_of_the_year_told(assistant: Assistant) -> None:
    first = assistant.ask("云泽县老年食堂建成多少个？")
    then = assistant.ask("口袋公园呢？", conversation=first.conversation)
    assert then.headline == (Decimal(9), "个")

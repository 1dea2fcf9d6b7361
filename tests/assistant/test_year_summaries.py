"""A bureau's summary of a year with its plans for the next: what follows from its numbers, in the words of those who ask."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
TEXT = """云麓县林业与草原局2021年工作总结暨2022年工作思路

一、2021年工作总结

全年接待旅游人数约50万人次，实现旅游收入约4亿元。全县林草重点项目26个，全年完成投资8.4亿元，占全县投资的12.5%，其中由我局牵头负责的项目9个，全年完成投资2.1亿元，比增5%。

获批专项债3.2亿元，已完成支付2.7亿元。举办登山、骑行等赛事活动41场，其中国家级赛事6场、省级赛事9场。新增备案苗圃18家、大棚数126间。

增设标准化停车场4处，临时停车场10处。

核查疑似毁林图斑310宗，处置毁林图斑64宗，毁林图斑处置率为80%。苗木基地完成投资3.6亿元，超年度投资计划20%。

梳理本单位问题25条，提出对策80条。开展“护林月”活动，举办宣讲活动60场，参与1500人次，开展“林间课堂”活动20场，参与900人次。

在竹木加工方面，检查企业40家次，责令整改隐患31项。在油库和烟花方面，检查油库12家次，整改隐患18项，立案查处5起；检查烟花仓库9次，整改隐患7项，立案查处2起。

责令停业整顿6家，通报约谈企业20家。牵头组织排查整治重大火灾隐患50项，挂牌督办4项。

二、2022年工作思路

2022年预期目标：全年预计接待游客60万人次，实现旅游收入5亿元。全县林草项目22个，总投资30.5亿元，其中由我局牵头负责的项目7个，总投资11.2亿元。
"""
BUREAU = "云麓县林草局"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("summaries"), embedder, ".txt", a=TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        (f"{BUREAU}说2021年林草重点项目投资占了全县投资的12.5%，那全县一年总共投资多少亿？", "67.20", "亿元"),
        (f"{BUREAU}牵头的项目2021年投资涨了5%，那上一年是多少亿元？", "2.00", "亿元"),
        (f"{BUREAU}总结里说2021年来了50万人次、收入4亿元，平均一个游客花了多少钱？", "800.00", "元"),
        (f"{BUREAU}2021年办的赛事，既不是国家级、也不是省级的有几场？", "26", "场"),
        (f"2021年{BUREAU}获批的专项债，除掉已支付的还剩多少亿没用？", "0.5", "亿元"),
        (f"{BUREAU}2021年新增备案的苗圃平均一家有几间大棚？", "7.00", "间"),
        (f"{BUREAU}2022年的旅游收入目标比2021年实际高多少？", "1", "亿元"),
        (f"{BUREAU}说2021年毁林图斑处置率80%，照这么倒推，图斑总共应该是几宗？", "80", "宗"),
        (f"{BUREAU}苗木基地2021年超计划20%，原来定的投资计划是几亿元？", "3.00", "亿元"),
        (f"{BUREAU}2021年梳理出不少问题，平均一条问题对应几条对策？", "3.20", "条"),
        (f"{BUREAU}2021年“护林月”那60场宣讲，场均到了多少人次？", "25.00", "人次"),
        (f"油库跟烟花这两块合起来，{BUREAU}2021年一共立了几起案？", "7", "起"),
        (f"{BUREAU}2021年在竹木加工、油库、烟花三个方面整改的隐患加起来是多少项？", "56", "项"),
        (f"{BUREAU}2021年查出来的重大火灾隐患不少，挂牌督办的占其中百分之几？", "8.00", "%"),
        (f"{BUREAU}给2022年定的接待游客目标，要在2021年的基础上再涨百分之多少才够得着？", "20.00", "%"),
    ],
)
def test_what_follows_is_worked_out(question: str, value: str, unit: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.headline == (Decimal(value), unit)
    assert answer.calculation is not None


def test_another_thing_is_set_against_the_answer(assistant: Assistant) -> None:
    before = assistant.ask(f"{BUREAU}2021年责令停业整顿了几家？")
    answer = assistant.ask("被通报约谈的比这个多出几家？", conversation=before.conversation)
    assert answer.headline == (Decimal(14), "家")


def test_what_is_told_of_two_is_no_count_of_both(assistant: Assistant) -> None:
    assert assistant.ask(f"油库跟烟花这两块合起来，{BUREAU}2021年一共罚了几起？").calculation is None


def test_what_is_planned_says_so(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BUREAU}2022年打算接待多少游客？")
    assert answer.headline == (Decimal(60), "万人次")
    assert any("计划或预期" in one for one in answer.warnings)


@pytest.mark.parametrize(
    "question", [f"{BUREAU}2022年接待了多少游客？", f"{BUREAU}2022年实际旅游收入是多少？"]
)
def test_what_became_of_it_is_not_told(question: str, assistant: Assistant) -> None:
    assert not assistant.ask(question).figures


def test_a_number_that_the_question_quotes_is_no_answer_to_it(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BUREAU}2021年投资占了全县的12.5%，那第三产业是多少亿？")
    assert not answer.figures


def test_projects_of_one_office_are_told_apart_from_all(assistant: Assistant) -> None:
    assert assistant.ask(f"{BUREAU}2022年林草项目总投资多少？").headline == (Decimal("30.5"), "亿元")
    assert assistant.ask(f"{BUREAU}2022年牵头负责的项目总投资多少？").headline == (Decimal("11.2"), "亿元")
    assert assistant.ask(f"{BUREAU}2021年完成投资多少？").status == "ambiguous"


def test_the_other_may_be_a_multiple_of_the_answer_or_be_added(assistant: Assistant) -> None:
    first = assistant.ask(f"{BUREAU}2021年增设了几处标准化停车场？")
    second = assistant.ask("临时的那种是它的多少倍？", conversation=first.conversation)
    assert second.headline == (Decimal("2.50"), "倍")

"""A bureau's counts set against each other: which of several things of one name is meant, what was found so and what was not,
parts and wholes that a paragraph tells in sentences of their own, growths dealt out to several things."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
TEXT = """云麓县质量监督局2021年工作总结

一、主要工作

（一）登记。全县实有市场主体5000户，其中企业1200户、个体工商户3800户。全年新登记市场主体600户，其中企业150户、个体工商户450户。

（二）检验。全县登记设备800台（套），占全市总量的10%。其中电梯500台、锅炉40台。全年新增电梯30台，报停电梯6台。排查隐患90处，其中重大隐患4处，整改完成81处。

（三）抽查。完成食品抽检400批次，检出不合格10批次，其中监督抽检300批次，不合格9批次；评价抽检100批次，不合格1批次。抽检药品50批次，合格49批次。抽查电线、头盔、化肥等工业产品60批次，不合格3批次。

（四）办案。全年立案查处各类案件200件，结案190件，罚没入库310万元，同比分别增长25%、20%和下降5%。按类别分，食品案件80件，广告案件20件。核查线索70条，立案12件。

（五）维权。受理诉求900件，其中投诉600件、举报200件、咨询100件。投诉量比上年增长20%，举报量与上年持平。网络投诉150件。
"""
BUREAU = "云麓县质量监督局2021年"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("shares"), embedder, ".txt", a=TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("电梯有多少台？", "500", "台"),  # and not those out of use
        ("立案多少件？", "200", "件"),  # and not what came of the leads
        ("结案比上年增长是多少？", "20", "%"),
        ("罚没入库金额的降幅是多少？", "5", "%"),
        ("案件办结率是多少？", "95.00", "%"),
        ("电梯占设备总数的百分之几？", "62.50", "%"),
        ("查办的食品案件占立案总数的百分之几？", "40.00", "%"),
        ("网络投诉占投诉总量的比例是多少？", "25.00", "%"),
        ("投诉量是举报量的几倍？", "3.00", "倍"),
        ("新登记市场主体是企业的几倍？", "4.00", "倍"),
        ("药品抽检不合格多少批次？", "1", "批次"),
        ("监督抽检不合格多少批次？", "9", "批次"),
        ("监督抽检的合格率是多少？", "97.00", "%"),
        ("食品抽检的合格率是多少？", "97.50", "%"),
        ("食品抽检合格多少批次？", "390", "批次"),
    ],
)
def test_each_is_worked_out_of_what_is_meant(
    question: str, value: str, unit: str, assistant: Assistant
) -> None:
    answer = assistant.ask(f"{BUREAU}{question}")
    assert answer.headline == (Decimal(value), unit), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "举报增长百分之几？",  # told of 投诉 alone
        "化肥抽查多少批次？",  # counted with other things
        "化肥抽查的合格率是多少？",
        "电梯占全市电梯的百分之几？",
        "抽检药品增长百分之几？",
    ],
)
def test_what_is_told_of_something_else_is_no_answer(question: str, assistant: Assistant) -> None:
    assert assistant.ask(f"{BUREAU}{question}").headline == (None, None)


def test_a_bare_rate_is_of_what_was_asked_before(assistant: Assistant) -> None:
    first = assistant.ask(f"{BUREAU}排查隐患多少处？")
    assert assistant.ask("整改率呢？", conversation=first.conversation).headline == (Decimal("90.00"), "%")
    first = assistant.ask(f"{BUREAU}抽检药品多少批次？")
    assert assistant.ask("不合格率是多少？", conversation=first.conversation).headline == (
        Decimal("2.00"),
        "%",
    )
    first = assistant.ask(f"{BUREAU}投诉占受理诉求的百分之几？")
    assert assistant.ask("举报呢？", conversation=first.conversation).headline == (Decimal("22.22"), "%")

"""Short questions after an answer, of what it reached, on each, in another unit; and wholes told apart from their parts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.reply import Answer
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REPORT = summary(
    2023,
    "（一）内河航运提速。全年进出港船舶2364艘次，其中进港1180艘次、出港1184艘次。全县进出口总额31.5亿元，同比增长6.2%，其中出口20.4亿元，"
    "增长8.1%；进口11.1亿元，增长2.8%。实际使用外资0.82亿美元。\n\n"
    "（二）网上售票蓬勃发展。备案企业96家，其中平台企业4家、售票企业77家、保险企业15家。\n\n"
    "（三）补贴兑付到位。全年兑付节水补贴960.4万元，惠及企业49家。签约水利项目12个。机关运行经费支出88.6万元，比上年减少5.2万元，下降5.54%。\n\n"
    "发放水费优惠券320万元，核销281.6万元。接待旅客16.2万人次，其中台湾同胞3.4万人次。"
    "受理用水投诉208件，办结205件。建成水文站6个，水文站面积1800平方米。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("after"), embedder, ".txt", a=REPORT)


def _last(assistant: Assistant, questions: list[str]) -> Answer:
    answer = assistant.ask(questions[0])
    for question in questions[1:]:
        answer = assistant.ask(question, conversation=answer.conversation)
    return answer


PAID = "云泽县水务局2023年兑付节水补贴多少万元？"


@pytest.mark.parametrize(
    ("questions", "value", "unit"),
    [
        ([PAID, "惠及多少家企业？"], "49", "家"),
        ([PAID, "惠及多少家企业？", "平均每家企业多少万元？"], "19.6", "万元"),
        ([PAID, "换成元是多少？"], "9604000", "元"),
        (["云泽县水务局2023年机关运行经费是多少？", "比上年增减多少？"], "-5.2", "万元"),
        (["云泽县水务局2023年接待旅客多少万人次？", "其中台胞呢？"], "3.4", "万人次"),
        (["云泽县水务局2023年建成水文站几个？", "水文站面积多大？", "平均每个多大？"], "300", "平方米"),
    ],
)
def test_a_short_question_is_of_the_answer_before(
    assistant: Assistant, questions: list[str], value: str, unit: str
) -> None:
    assert _last(assistant, questions).headline == (Decimal(value), unit)


def test_what_another_thing_reached_is_not_told_of_the_one_before(assistant: Assistant) -> None:
    answer = _last(assistant, ["云泽县水务局2023年签约水利项目多少个？", "惠及多少家企业？"])
    assert answer.status != "answered"


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县水务局2023年进出口总额多少亿元？", "31.5", "亿元"),
        ("云泽县水务局2023年出口总额多少亿元？", "20.4", "亿元"),
        ("云泽县水务局2023年进出口增长百分之几？", "6.2", "%"),
        ("云泽县水务局2023年网上售票备案企业多少家？", "96", "家"),
        ("云泽县水务局2023年进出港船舶多少艘次？", "2364", "艘次"),
        ("云泽县水务局2023年优惠券核销了多少万元？", "281.6", "万元"),
        ("云泽县水务局2023年用水投诉多少件？", "208", "件"),
        ("云泽县水务局2023年节水补贴花了多少资金？", "960.4", "万元"),
    ],
)
def test_a_whole_is_not_one_of_its_parts(assistant: Assistant, question: str, value: str, unit: str) -> None:
    assert assistant.ask(question).headline == (Decimal(value), unit)


@pytest.mark.parametrize(
    "question",
    [
        "云泽县水务局2023年实际使用台资多少亿美元？",
        "云泽县水务局2023年节水补贴有多少水表？",
        "云泽县水务局2023年入境旅客多少万人次？",
    ],
)
def test_what_is_only_like_it_is_not_given(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status != "answered"

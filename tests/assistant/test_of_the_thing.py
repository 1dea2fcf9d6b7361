"""Whom to turn to, what was done and what English words name: told of the thing asked about, or not at all."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

OFFICE = """云泽县人民政府2023年政府信息公开工作年度报告

本报告由云泽县人民政府办公室编制。如对本报告有疑问，请与云泽县人民政府办公室联系（地址：云泽县湖滨路6号，电话：0571-6620188）。

一、总体情况

全年办理政府信息公开申请31件。持续增进互动交流，开展民意征集12期。受理12345平台诉求742件，办结率100%。在安澜镇推广“一户一码”，为836家失信企业完成信用修复。

围绕食品安全、电梯安全开展宣传，在县药品检验所举办开放日。

二、2024年工作安排

推进地铁建设，补齐农村饮水短板。

三、其他需要报告的事项

2023年，未收取信息处理费。
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("office"), embedder, ".txt", a=OFFICE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("对云泽县2023年的年报有疑问打什么电话？", "0571-6620188"),
        ("云泽县人民政府办公室的电话是多少？", "0571-6620188"),
        ("Did Yunze County charge a fee for information requests in 2023?", "未收取信息处理费"),
    ],
)
def test_told_of_what_is_asked(office: Assistant, question: str, said: str) -> None:
    assert said in office.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "对云泽县2023年的税收政策有疑问该找谁？",
        "云泽县2023年的医保咨询电话是多少？",
        "云泽县2023年的投诉电话是多少？",
        "云泽县2023年两岸交流取得了什么成效？",
        "云泽县2023年药品安全取得了什么成效？",
        "云泽县2023年地铁建设推进得怎么样？",
        "云泽县2023年农村饮水存在哪些问题？",
        "云泽县2023年帮企业做信用修复收费了吗？",
        "What does Yunze County's 2023 report plan for vineyards on its hills?",
        "Which company was the first to have its credit repaired in Yunze County in 2023?",
    ],
)
def test_another_thing_is_no_answer(office: Assistant, question: str) -> None:
    assert office.ask(question).status != "answered"

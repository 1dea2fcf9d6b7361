"""The plans for a year of which no report is held, told by the report of the year before."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
HEADED = """云泽县水务局2021年工作总结及2022年工作计划

一、2021年工作情况

全年完成管网改造18公里，撤并清河水厂，在安澜村新建泵站2座。

二、2022年工作计划

将灌溉科调整为节水科，统一承担节约用水职责。在青石镇、白沙镇建设再生水厂2座，扩大再生水使用。

开展水价改革，修订收费办法，听取用水大户意见，年底前完成听证。

招录抢修人员6名，举办技能比武，评选抢修标兵，完善夜间值班制度。
"""
FLAT = (
    "云岭市林业局2021年工作总结及2022年工作计划\n\n"
    "全年造林3万亩，把防火科调整为巡护科。二、存在问题。一是护林员年龄偏大，有待补充。三、2022年工作计划（一）总体目标"
    "以护林为重点，提升森林质量。1.调整机构。把宣教科调整为科普科，承担科普职责。2.建设苗圃。在松坪乡、柏溪乡建设良种苗圃，"
    "培育优质苗木。"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("plans"), embedder, ".txt", a=HEADED, b=FLAT)


@pytest.mark.parametrize(
    ("question", "told", "issuer"),
    [
        ("云泽县水务局2022年打算把灌溉科调整为什么科？", "节水科", "云泽县水务局"),
        ("2022年云泽县水务局准备在哪些镇建设再生水厂？", "青石镇、白沙镇", "云泽县水务局"),
        ("云岭市林业局2022年打算把宣教科调整为什么科？", "科普科", "云岭市林业局"),
    ],
)
def test_plans_are_told_by_the_report_of_the_year_before(
    question: str, told: str, issuer: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.text.startswith(f"{issuer}2021年的报告写道")
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "云泽县水务局2022年在哪些镇建成了再生水厂？",  # what became of it
        "云泽县水务局2022年报告里说打算把灌溉科调整为什么科？",  # what that report says
        "云泽县水务局2023年打算把灌溉科调整为什么科？",
        "云岭市林业局2022年准备把防火科调整为什么科？",  # what was done already
        "云岭市林业局2022年准备把种苗科调整为什么科？",
        "云岭市林业局2022年打算解决哪些不足？",
    ],
)
def test_nothing_else_is_told_of_a_year_that_is_not_held(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).status != "answered"

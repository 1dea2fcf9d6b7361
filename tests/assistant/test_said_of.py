"""What a government's report says of one of its bodies, of which no report is held."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REPORT = """云泽县人民政府2023年政府信息公开工作年度报告

一、总体情况

2023年，县政府网站发布信息1200条，组织新闻发布会6场。

（一）重点领域公开

县水利局编制《云泽县节水用水政策手册》，在安澜镇、清河镇设立查阅点。县林业局公布造林补助名单。全年受理投诉举报86件。

二、存在的主要问题及改进情况

一是政策解读形式单一，有待丰富；二是队伍力量不足。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("bodies"), embedder, ".txt", a=REPORT)


def test_what_names_the_body_is_told_of_it(assistant: Assistant) -> None:
    answer = assistant.ask("2023年云泽县水利局编了一本什么手册？")
    assert answer.status == "answered"
    assert answer.text.startswith("云泽县人民政府2023年的报告写道")
    assert "节水用水政策手册" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2023年云泽县教育局编了一本什么手册？",
        "2023年云泽县水利局有哪些不足？",
        "2022年云泽县水利局编了一本什么手册？",
        "云泽县人民政府2023年投诉举报主要集中在哪些行业？",
    ],
)
def test_what_does_not_name_it_is_not(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).status != "answered"

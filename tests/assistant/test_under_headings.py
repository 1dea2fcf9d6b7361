"""The problems and the plans of a report that tells each under a heading, or in a paragraph, of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REPORT = """云泽县水务局2023年度工作总结

一、工作情况

全年供水120万立方米，其中客运码头供水3万立方米。完成管网改造18公里。

二、困难和问题

（一）资金缺口大

管网改造每公里补助仅20万元，实际造价达60万元。

（二）技术力量弱

全局工程技术人员仅7人，难以同时推进多个项目。

三、2024年工作打算

抓水源，建成云泽水库二期；

抓管网，改造老旧管网30公里；

抓队伍，招录技术人员5名。

云泽县水务局

2023年12月25日
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("headed"), embedder, ".txt", a=REPORT)


@pytest.mark.parametrize(
    "question", ["云泽县水务局2023年有什么困难？", "云泽县水务局2023年还有哪些不足？", "云泽县水务局2023年总结里写了哪些问题"]
)  # fmt: skip
def test_all_the_problems_are_told_each_with_its_heading(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert all(one in text for one in ("资金缺口大", "60万元", "技术力量弱", "7人"))
    assert "招录" not in text


@pytest.mark.parametrize("question", ["云泽县水务局2024年有什么打算？", "云泽县水务局2023年下一步打算做什么"])
def test_all_the_plans_are_told_of_the_year_to_come_too(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert all(one in text for one in ("水库二期", "30公里", "5名"))
    assert "12月25日" not in text  # who signed it, and when, is no plan


def test_the_problem_of_one_thing_is_told_alone(assistant: Assistant) -> None:
    text = assistant.ask("云泽县水务局2023年技术力量方面有什么困难？").text
    assert "7人" in text
    assert "60万元" not in text


def test_measures_are_told_by_how_they_begin(tmp_path: Path, embedder: Embedder) -> None:
    said = "一年来还有短板：栏目更新不及时。\n\n2024年改进措施：（一）编制公开清单；（二）整合4个账号。"
    report = f"云泽县水务局2023年度工作总结\n\n一、工作情况\n\n完成管网改造18公里。\n\n二、其他\n\n{said}\n"
    assistant = asked(tmp_path, embedder, ".txt", a=report)
    first = assistant.ask("云泽县水务局2023年有哪些短板？")
    after = assistant.ask("那2024年怎么改进？", conversation=first.conversation)
    assert all(one in after.text for one in ("编制公开清单", "整合4个账号"))

"""Answers from a report that runs headings into its text (一是…。二是…。): the item that tells, whole and alone; and what was
done and not what is planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REPORT = """云泽县水务局2023年工作总结及2024年工作思路

一、2023年工作情况

（一）守住安全，兜住民生

一是河道清淤扎实推进。组织沿河乡镇排查淤积河段，逐段编制方案。清淤泥沙用于填筑堤坝。验收合格率居全市前列。

二是山洪预警全面覆盖。新装雨量站，与气象部门共享数据。汛期未发生人员伤亡。

三是水费征收更加便民。开通扫码缴费，设流动服务车。

（二）办好实事

今年认真办好民生实事。

1.农村饮水方面

改造老旧管网，更换水表。新建取水点，方便赶集群众。

2.灌溉方面

疏通支渠，修复闸门。

二、2024年工作思路

（一）抓牢“三条底线”

一是守牢供水安全底线。加密水质检测。完善应急水源。

二是守牢防汛安全底线。落实值班制度。补充沙袋石料。

三是守牢资金安全底线。推行专账管理。开展内部审计。

（二）夯实基础

一是推动机构瘦身健体。压缩管理层级，撤并小站。

二是壮大人才队伍。招录技术人员。

三是开展节水宣传。与县中学共建节水教育基地，关停高耗水洗车点。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("items"), embedder, ".txt", a=REPORT)


def test_how_one_thing_goes_is_told_by_its_whole_item(assistant: Assistant) -> None:
    text = assistant.ask("云泽县水务局2023年河道清淤做得怎么样？").text
    assert all(one in text for one in ("河道清淤扎实推进", "逐段编制方案", "验收合格率"))
    assert "山洪" not in text


def test_a_heading_that_runs_into_its_text_is_no_answer_without_it(assistant: Assistant) -> None:
    text = assistant.ask("云泽县水务局2024年对机构瘦身健体有什么打算？").text
    assert "撤并小站" in text
    assert "招录" not in text  # the next item is of another thing


def test_which_things_are_asked_is_told_by_the_headings_that_name_them(assistant: Assistant) -> None:
    text = assistant.ask("云泽县水务局2024年要守住哪些底线？").text
    assert all(one in text for one in ("供水安全底线", "防汛安全底线", "资金安全底线"))
    assert "水质检测" not in text


def test_what_was_done_is_not_what_is_planned(assistant: Assistant) -> None:
    assert assistant.ask("云泽县水务局2023年关停了哪些洗车点？").status == "not_reported"


def test_nothing_is_quoted_that_only_shares_a_character_with_what_is_asked(assistant: Assistant) -> None:
    assert assistant.ask("云泽县水务局2023年哪个乡镇被摘牌？").status == "not_reported"


@pytest.mark.parametrize("question", ["农村饮水方面要做什么", "民生实事里，农村饮水方面做了什么？"])
def test_one_side_of_things_is_told_by_its_whole_section(assistant: Assistant, question: str) -> None:
    text = assistant.ask(f"云泽县水务局2023年{question}").text
    assert "更换水表" in text
    assert "新建取水点" in text
    assert "闸门" not in text


def test_a_table_goes_on_with_the_list_that_a_sentence_announces(tmp_path: Path, embedder: Embedder) -> None:
    units = "".join(
        f"<tr><td>{n}</td><td>{one}</td></tr>"
        for n, one in enumerate(("云泽县水务局（本级）", "云泽县河道管理所"), 1)
    )
    page = (
        "<h1>云泽县水务局2023年度部门决算</h1><h2>一、部门决算单位构成</h2>"
        "<p>纳入云泽县水务局2023年度部门决算编制范围的单位包括：</p>"
        f"<table><tr><td>序号</td><td>单位名称</td></tr>{units}</table><h2>二、说明</h2><p>收支平衡。</p>"
    )  # fmt: skip
    answer = asked(tmp_path, embedder, a=page).ask("云泽县水务局2023年的部门决算包括哪几个单位？")
    assert "云泽县河道管理所" in answer.text
    assert [one.cell for one in answer.citations] == [None, (1, 1), (2, 1)]


def test_a_list_that_is_only_announced_is_no_answer(tmp_path: Path, embedder: Embedder) -> None:
    page = "<h1>云泽县水务局2023年度部门决算</h1><h2>一、部门决算单位构成</h2><p>纳入云泽县水务局2023年度部门决算编制范围的单位包括：</p>"
    answer = asked(tmp_path, embedder, a=page).ask("云泽县水务局2023年的部门决算包括哪几个单位？")
    assert answer.status == "not_reported"


SPEECH = """云泽县2025年政府工作报告

2025年1月8日在云泽县人民代表大会上

云泽县县长 沈青禾

各位代表：

现在，我代表县人民政府报告工作，请予审议。

一、2024年工作回顾

一是改造管网36公里。组织党员宣讲。

二、2025年工作安排

开设在线养蜂培训课12期。
"""


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("speech"), embedder, ".txt", a=SPEECH)


@pytest.mark.parametrize("question", ["云泽县2025年政府工作报告是谁作的？", "云泽县县长是谁？"])
def test_who_gave_a_report_is_told_by_the_line_below_its_title(speech: Assistant, question: str) -> None:
    assert "云泽县县长 沈青禾" in speech.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "云泽县副县长是谁？",
        "云泽县2025年在哪里开设养蜂培训课？",  # 在线 is no place
    ],
)
def test_what_stands_beside_is_no_answer(speech: Assistant, question: str) -> None:
    assert speech.ask(question).status == "not_reported"

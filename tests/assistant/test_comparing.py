"""How far two things are apart, however it is asked: which is more and by how much, above or below by a verb."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.understand.comparing import which_more, with_than
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

BUREAU = "云泽县水务局2023年"
SAID = "办结水质投诉48件，办结水压投诉61件。安排巡渠经费30万元，安排清淤经费12.5万元。"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("水质投诉和水压投诉，哪个更多，多多少件？", "水质投诉和水压投诉相差多少件？"),
        ("东湖县与西岭县谁更快？快几个百分点？", "东湖县与西岭县相差几个百分点？"),
        ("2021年和2022年哪一年的绿化经费更低，低多少元？", "2021年和2022年的绿化经费相差多少元？"),
    ],
)
def test_which_is_more_and_by_how_much_asks_how_far_they_are_apart(question: str, plain: str) -> None:
    assert which_more(question) == (plain, True)


@pytest.mark.parametrize(
    "question",
    ["哪个更多，多多少件？", "水质投诉和水压投诉哪个更多？", "水质投诉和水压投诉哪个更多，多几倍？", "哪年的投诉更多，有多少件？"],
)  # fmt: skip
def test_what_asks_otherwise_stays(question: str) -> None:
    assert which_more(question) == (question, False)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("巡渠经费高出清淤经费多少万元？", "巡渠经费比清淤经费高出多少万元？"),
        ("水质投诉少于水压投诉几件？", "水质投诉比水压投诉少几件？"),
        ("巡渠经费超了年初预算多少？", "巡渠经费比年初预算超多少？"),
        ("超过预算的项目有多少个？", "超过预算的项目有多少个？"),
        ("增速超过8%的企业多少家？", "增速超过8%的企业多少家？"),
        ("比上年高出多少？", "比上年高出多少？"),
    ],
)
def test_above_and_below_say_than(question: str, plain: str) -> None:
    assert with_than(question) == plain


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value", "greater"),
    [
        ("办结的水质投诉和水压投诉，哪个更多，多多少件？", "13", "水压投诉"),
        ("办结的水壓投訴與水質投訴誰更多？多幾件？", "13", "水壓投訴"),
        ("巡渠经费和清淤经费哪一项更少，少多少万元？", "17.5", "巡渠经费"),
        ("安排的巡渠经费高出清淤经费多少万元？", "17.5", "巡渠经费"),
    ],
)
def test_the_less_is_taken_from_the_more(
    tmp_path: Path, embedder: Embedder, question: str, value: str, greater: str
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, SAID))
    answer = assistant.ask(BUREAU + question)
    assert answer.headline[0] == Decimal(value)
    assert greater in answer.text.partition("比")[0]


CHANGED = "推行并联审批改革，报装等候时间由45分钟缩短至18分钟。发放节水补贴32条，其中政府预决算12条、部门预决算20条。"


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("改革前的报装等候时间是改革后的几倍？", "2.5", "倍"),
        ("报装等候时间改革后比改革前少多少分钟？", "-27", "分钟"),
        ("搬迁前的报装等候时间是搬迁后的几倍？", None, None),
        ("部门预决算超出政府预决算多少条？", "8", "条"),
    ],
)
def test_before_and_after_and_what_only_begins_like_an_agency(
    tmp_path: Path, embedder: Embedder, question: str, value: str | None, unit: str | None
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, CHANGED))
    answer = assistant.ask(BUREAU + question)
    assert answer.headline == (Decimal(value) if value else None, unit)


FORM = """<html><head><title>云泽市水务局2023年度工作总结</title></head><body>
<h1>云泽市水务局2023年度工作总结</h1><h2>一、申请办理</h2>
<table><tr><th>项目</th><th>居民（件）</th><th>企业（件）</th></tr>
<tr><td>收到报装申请</td><td>210</td><td>32</td></tr><tr><td>办结报装申请</td><td>198</td><td>30</td></tr></table></body></html>"""


@pytest.mark.model
def test_two_cells_of_neither_one_row_nor_one_column_are_not_compared(
    tmp_path: Path, embedder: Embedder
) -> None:
    assistant = asked(tmp_path, embedder, ".html", a=FORM)
    answer = assistant.ask("云泽市水务局2023年收到的报装申请，居民和企业哪个更多，多多少件？")
    assert answer.headline[0] in (None, Decimal(178))

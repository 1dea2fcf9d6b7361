"""Items of an account that go by much the same name, each asked for by its full name."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.test_caution import asked

ACCOUNT = """<html><body><h1>云泽县民政局2023年部门预算</h1>
<h2>支出预算总表</h2>
<table>
<tr><td rowspan="2">项目</td><td colspan="3">支出预算</td></tr>
<tr><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td>卫生健康支出</td><td>900</td><td>600</td><td>300</td></tr>
<tr><td>　行政事业单位医疗</td><td>600</td><td>600</td><td></td></tr>
<tr><td>　　行政单位医疗</td><td>250</td><td>250</td><td></td></tr>
<tr><td>　　事业单位医疗</td><td>350</td><td>350</td><td></td></tr>
<tr><td>　其他卫生健康支出</td><td>300</td><td></td><td>300</td></tr>
<tr><td>科学技术支出</td><td>100</td><td>40</td><td>60</td></tr>
<tr><td>　科学技术普及</td><td>100</td><td>40</td><td>60</td></tr>
<tr><td>合计</td><td>1000</td><td>640</td><td>360</td></tr>
</table></body></html>"""
"""In 万元 by no word of it: the questions name no unit."""


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县民政局2023年行政事业单位医疗预算是多少？", "600"),
        ("云泽县民政局2023年行政单位医疗预算是多少？", "250"),
        ("云泽县民政局2023年事业单位医疗预算是多少？", "350"),
        ("云泽县民政局2023年其他卫生健康支出预算是多少？", "300"),
        ("云泽县民政局2023年卫生健康支出预算是多少？", "900"),
        ("云泽县民政局2023年科学技术普及预算是多少？", "100"),
        ("云泽县民政局2023年卫生健康支出里基本支出占百分之几？", "66.67"),
        ("云泽县民政局2023年科学技术普及里项目支出占百分之几？", "60.00"),
    ],
)
def test_an_item_is_given_by_its_full_name(
    question: str, value: str, tmp_path: Path, embedder: Embedder
) -> None:
    answer = asked(tmp_path, embedder, a=ACCOUNT).ask(question)
    assert answer.headline[0] == Decimal(value), answer.text


@pytest.mark.model
def test_the_rest_is_no_part_of_a_share_that_the_report_gives_of_the_whole(
    tmp_path: Path, embedder: Embedder
) -> None:
    text = (
        "青禾县民政局2023年部门决算\n一、支出情况\n2023年青禾县民政局本年支出1200万元。"
        "主要用于以下方面：住房保障支出300万元，占25%；卫生健康支出900万元，占75%。\n"
    )
    answer = asked(tmp_path, embedder, a=text).ask("青禾县民政局2023年其他住房保障支出占总支出的比重是多少？")
    assert answer.headline[0] is None, answer.text

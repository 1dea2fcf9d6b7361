"""Questions for certain places of several things put in order, of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.understand.places import Places, placed
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

BUREAU = "云泽县水务局2023年"
COMPLAINTS = "受理投诉254件，其中水质类72件、水压类58件、水价类99件、其他类25件。"
ALIKE = "受理投诉229件，其中水质类65件、水压类65件、水价类99件。"


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("受理的投诉里排第二的是哪一类？", Places("most", 2, 1)),
        ("受理的投诉里第三多的是哪一类？", Places("most", 3, 1)),
        ("受理的投诉按件数从高到低，前三名分别是多少？", Places("most", 1, 3)),
        ("受理的投诉里排倒数第二的是哪一类？", Places("least", 2, 1)),
        ("受理的投诉里最少的两类各多少件？", Places("least", 1, 2)),
        ("受理的投诉里最多的两类合计多少件？", Places("most", 1, 2, "sum")),
        ("前三季度受理投诉多少件？", None),
        ("投诉量排全国第三位吗？", None),
        ("最多的三个月分别是哪些？", None),
        ("前两名合计占百分之几？", None),
        ("受理的投诉里最多的是哪一类？", None),
    ],
)
def test_the_places_that_a_question_names(question: str, places: Places | None) -> None:
    assert placed(question)[1] == places


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "question", "values"),
    [
        (COMPLAINTS, "受理的投诉按件数排，排第二的是哪一类、几件？", ["72"]),
        (COMPLAINTS, "受理的投诉裡，排第三的是哪一類？", ["58"]),
        (COMPLAINTS, "受理的投诉里倒数第二的是哪类？", ["58"]),
        (COMPLAINTS, "受理的投诉中，件数排在前三位的类别各是多少件？", ["99", "72", "58"]),
        (COMPLAINTS, "受理的投诉里最少的两类分别是多少件？", ["25", "58"]),
        (COMPLAINTS, "受理的投诉里最多的两类合计多少件？", ["171"]),
        (COMPLAINTS, "受理的投诉里最多的两类相差多少件？", ["27"]),
        (COMPLAINTS, "受理的投诉分四类，请按件数从多到少列出来", ["99", "72", "58", "25"]),
        (ALIKE, "受理的投诉里排第二的是哪一类？", []),
        (ALIKE, "受理的投诉里排第五的是哪一类？", []),
    ],
)
def test_those_in_certain_places_of_the_items_of_a_sentence(
    tmp_path: Path, embedder: Embedder, said: str, question: str, values: list[str]
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(BUREAU + question)
    worked = [answer.calculation.result] if answer.calculation else []
    assert (worked or [one.value for one in answer.figures]) == list(map(Decimal, values))
    assert answer.status == ("answered" if values else "not_reported")


BUDGET = """<html><head><title>云泽县水务局2023年度部门预算</title></head><body><h1>云泽县水务局2023年度部门预算</h1>
<h2>2023年部门财政拨款收支预算总表</h2><p>单位：元</p>
<table><tr><th>项目</th><th>合计</th><th>一般公共预算</th></tr>
<tr><td>一、农林水支出</td><td>9500</td><td>9500</td></tr>
<tr><td>二、住房保障支出</td><td>600</td><td>600</td></tr></table>
<h2>2023年部门支出预算总表</h2><p>单位：元</p>
<table><tr><th colspan="4">项目</th><th colspan="2">支出预算</th></tr>
<tr><th colspan="3">功能分类科目编码</th><th rowspan="2">功能分类科目名称</th><th rowspan="2">合计</th><th rowspan="2">基本支出</th></tr>
<tr><th>类</th><th>款</th><th>项</th></tr>
<tr><td>213</td><td></td><td></td><td>农林水支出</td><td>9500</td><td>1200</td></tr>
<tr><td>213</td><td>03</td><td></td><td>水利</td><td>7000</td><td>900</td></tr>
<tr><td>213</td><td>03</td><td>14</td><td>防汛</td><td>7000</td><td>900</td></tr>
<tr><td>213</td><td>01</td><td></td><td>农业农村</td><td>2000</td><td>200</td></tr>
<tr><td>213</td><td>01</td><td>35</td><td>渔业发展</td><td>2000</td><td>200</td></tr>
<tr><td>213</td><td>02</td><td></td><td>林业和草原</td><td>500</td><td>100</td></tr>
<tr><td>213</td><td>02</td><td>12</td><td>湿地保护</td><td>500</td><td>100</td></tr>
<tr><td>221</td><td></td><td></td><td>住房保障支出</td><td>600</td><td>600</td></tr>
<tr><td colspan="4">合计</td><td>10100</td><td>1800</td></tr></table></body></html>"""


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("农林水支出下面的三个款，按预算金额从高到低，前两名分别是多少元？", ["7000", "2000"]),
        ("农林水支出的各个明细科目中，金额最大的是哪一项，多少元？", ["7000", "2000", "500"]),
    ],
)
def test_the_items_of_a_class_of_a_budget(
    tmp_path: Path, embedder: Embedder, question: str, values: list[str]
) -> None:
    answer = asked(tmp_path, embedder, a=BUDGET).ask(BUREAU + question)
    assert [one.value for one in answer.figures] == list(map(Decimal, values))

"""Shares whose whole or part is said in another way than the report's own, of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

BUREAU = "云泽县水务局2023年"
LAND = "全年办理用地手续31个批次1250亩（其中水田500亩）。"
CASES = "各类水事案件立案80宗，结案60宗。"
SUITS = "水资源行政诉讼40件，其中结果维持22件，结果纠正8件，其他结果10件。"


@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        (LAND, "批准用地的1250亩当中，水田所占比重是多少？", "40"),
        (LAND, "批准用地的1350亩当中，水田所占比重是多少？", None),
        (CASES, "各类水事案件的结案率是多少？", "75"),
        ("各类水事案件立案80宗，未结案20宗。", "各类水事案件的结案率是多少？", None),
        ("受理取水申请80件，办理76件。", "受理的80件取水申请，办理了百分之多少？", "95"),
        ("受理取水申请80件，办理76件。", "受理的90件取水申请，办理了百分之多少？", None),
        (SUITS, "全部40件水资源行政訴訟之中，結果維持的佔百分之幾？", "55"),
        (SUITS, "全部50件水资源行政诉讼之中，结果维持的占百分之几？", None),
        (SUITS, "在水资源行政诉讼中，结果纠正相当于百分之几？", "20"),
    ],
)
def test_a_share_of_a_whole_said_by_how_much_it_is(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(BUREAU + question)
    assert answer.headline[0] == (Decimal(value) if value else None)


BUDGET = """<html><head><title>云泽县水务局2023年度部门预算</title></head><body><h1>云泽县水务局2023年度部门预算</h1>
<h2>2023年部门支出预算总表</h2><p>单位：元</p>
<table><tr><th rowspan="2">功能分类科目名称</th><th colspan="3">支出预算</th></tr>
<tr><th>合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td>农林水支出</td><td>900</td><td>150</td><td>750</td></tr>
<tr><td>住房保障支出</td><td>100</td><td>100</td><td>0</td></tr>
<tr><td>合计</td><td>1000</td><td>250</td><td>750</td></tr></table>
<h2>2023年部门政府性基金预算支出表</h2><p>单位：元</p>
<table><tr><th rowspan="2">功能分类科目名称</th><th colspan="3">政府性基金预算支出</th></tr>
<tr><th>合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td>农林水支出</td><td>300</td><td>20</td><td>280</td></tr>
<tr><td>合计</td><td>300</td><td>20</td><td>280</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("支出总预算中，基本支出相当于百分之几？", "25"),
        ("项目支出占全部支出预算的百分之几？", "75"),
    ],
)
def test_the_part_of_the_whole_that_is_named_and_of_no_other(
    tmp_path: Path, embedder: Embedder, question: str, value: str
) -> None:
    assert asked(tmp_path, embedder, a=BUDGET).ask(BUREAU + question).headline[0] == Decimal(value)

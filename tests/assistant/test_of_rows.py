"""Questions worked out over the rows of a list, the parts of a whole and what is left of it, of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

BUREAU = "云泽县水务局2023年"
WORKS = """<html><head><title>云泽县2025年政府工作报告</title></head><body><h1>云泽县2025年政府工作报告</h1>
<p>各位代表：现在，我代表县人民政府向大会报告工作，请予审议。</p><h2>2025年工作安排</h2><p>办好民生实事。</p>
<table><caption>表1 2025年云泽县5件民生实事清单</caption>
<tr><th>序号</th><th>实事内容</th><th>计划投资（万元）</th><th>责任单位</th></tr>
<tr><td>1</td><td>改造农村公路</td><td>1800</td><td>县交通运输局</td></tr>
<tr><td>2</td><td>新建候车亭</td><td>240</td><td>县交通运输局</td></tr>
<tr><td>3</td><td>改造村卫生室</td><td>540</td><td>县卫生健康局</td></tr>
<tr><td>4</td><td>新建公办幼儿园</td><td>2150</td><td>县教育局</td></tr>
<tr><td>5</td><td>适配残疾人辅具</td><td>72</td><td>县残联</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县2025年五件民生实事，哪件花钱最多？", "2150"),
        ("云泽县2025年5件民生实事里投钱最少的是哪件？", "72"),
        ("云泽县2025年民生实事中，由县交通运输局负责的几项一共计划投多少万元？", "2040"),
        ("云泽县卫健局牵头的2025年民生实事总共要投多少钱？", "540"),
        ("云泽县公安局牵头的2025年民生实事总共要投多少钱？", None),
        ("云泽县2025年民生实事里计划投资最多的和最少的相差多少万元？", "2078"),
    ],
)
def test_the_rows_of_a_list(tmp_path: Path, embedder: Embedder, question: str, value: str | None) -> None:
    answer = asked(tmp_path, embedder, a=WORKS).ask(question)
    assert answer.headline[0] == (Decimal(value) if value else None)


CASES = "立案查处水事案件203件，其中查封11件、移送4件；办结186件。203件案件中，采砂类72件、取水类98件、其他类33件。"


@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        (CASES, "立案查处的水事案件哪一类最多？", "98"),  # they add up, those seized and handed over do not
        (CASES, "立案的水事案件里，跟采砂有关的占百分之几？", "35.47"),
        (CASES, "立案的水事案件里，跟航运有关的占百分之几？", None),
        (CASES, "立案查处的水事案件，还有多少件没办结？", "17"),
        (CASES, "立案查处的水事案件，还有多少件没公示？", None),
        ("本部门编制数68名，其中行政编制31名、事业编制37名。年末实有在职人员64人，退休人员43人。", "还空着几个编制？", "4"),
        ("本部门编制数68名。退休人员43人。", "编制还空着几个？", None),
        ("排查水库隐患120处，完成整改95处。", "排查出的水库隐患，还有多少处没完成整改？", "25"),
        ("水窖维修项目全年预算数46万元，执行数44.85万元。", "水窖维修项目安排的钱还剩多少没用完？", "1.15"),
        ("受理投诉229件，其中水质类72件、水压类58件、其他类99件。", "受理的投诉里，除“其他”以外哪类最多？", "72"),
    ],
)  # fmt: skip
def test_parts_that_add_up_and_what_is_left(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    answer = assistant.ask(BUREAU + question)
    assert answer.headline[0] == (Decimal(value) if value else None)


PROJECT = """云泽县水务局2023年部门预算

一、项目经费情况说明

（一）项目概况

云泽县水务局建设的云泽县东山水库加固工程，位于东山村。

（二）年度预算安排

第一季度用款计划25.88万元，第二季度用款计划180.74万元，第三季度用款计划186.6万元，第四季度用款计划16.78万元。
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("东山水库加固工程分季度的用款计划，哪个季度最多？", "186.6"),
        ("东山水库加固工程四个季度的用款计划加起来一共多少万元？", "410"),
        ("东山水库加固工程三个季度的用款计划加起来一共多少万元？", None),
        ("东山水库加固工程第二季度的用款计划是多少？", "180.74"),
        ("西山灌区改造工程第二季度的用款计划是多少？", None),
    ],
)
def test_the_quarters_of_a_project_that_an_overview_names(
    tmp_path: Path, embedder: Embedder, question: str, value: str | None
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=PROJECT).ask(BUREAU + question)
    assert answer.headline[0] == (Decimal(value) if value else None)


SPENT = """<html><head><title>云泽县水务局2023年度部门决算</title></head><body><h1>云泽县水务局2023年度部门决算</h1>
<h2>一、绩效</h2><p>表1 重点项目预算执行情况（单位：万元）</p>
<table><tr><th>项目名称</th><th>预算数</th><th>执行数</th></tr>
<tr><td>水渠维修</td><td>860</td><td>731.05</td></tr><tr><td>水窖维修</td><td>620</td><td>612.8</td></tr>
</table></body></html>"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水渠维修这个重点项目，预算花掉了百分之多少？", "85.01"),
        ("水窖维修的预算执行了百分之几？", "98.84"),
        ("水渠维修项目的预算还剩多少没用完？", "128.95"),
        ("水塔维修的预算花掉了百分之几？", None),
    ],
)
def test_what_was_spent_of_a_budget(
    tmp_path: Path, embedder: Embedder, question: str, value: str | None
) -> None:
    answer = asked(tmp_path, embedder, a=SPENT).ask(BUREAU + question)
    assert answer.headline[0] == (Decimal(value) if value else None)


BUDGET = """<html><head><title>青禾镇人民政府2024年部门预算</title></head><body><h1>青禾镇人民政府2024年部门预算</h1>
<h2>一、收支预算说明</h2><p>2024年，本镇收入预算980.36万元，其中财政拨款收入980.36万元。支出预算980.36万元。</p>
<p>2024年度政府采购预算120万元，其中政府采购货物预算15万元、政府采购工程预算60万元、政府采购服务预算45万元。</p>
<h2>二、部门收入预算总表</h2><p>单位：元</p>
<table><tr><th>项目</th><th>收入预算</th></tr><tr><td>一般公共服务支出</td><td>4120350</td></tr><tr><td>农林水支出</td><td>4683210</td></tr>
<tr><td>住房保障支出</td><td>1000000</td></tr><tr><td>合计</td><td>9803560</td></tr></table>
<h2>三、部门支出预算总表</h2><p>单位：元</p>
<table><tr><th rowspan="2">项目</th><th colspan="3">支出预算</th></tr><tr><th>合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td>一般公共服务支出</td><td>4120350</td><td>3900350</td><td>220000</td></tr>
<tr><td>农林水支出</td><td>4683210</td><td>1283210</td><td>3400000</td></tr>
<tr><td>住房保障支出</td><td>1000000</td><td>1000000</td><td>0</td></tr>
<tr><td>合计</td><td>9803560</td><td>6183560</td><td>3620000</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "青禾镇2024年预算支出中，哪一类支出最多？",
            ["4683210", "4120350", "1000000"],
        ),  # prose rounds the total
        ("青禾镇2024年支出预算里各类支出分别是多少元？", ["4120350", "4683210", "1000000"]),
        ("青禾镇2024年支出预算由哪几类组成，分别多少元？", ["4120350", "4683210", "1000000"]),
        ("青禾镇2024年政府采购里货物类和服务类一共多少万元？", ["60"]),
        ("青禾镇2024年政府采购里工程类和服务类各多少万元？", ["60", "45"]),
    ],
)
def test_the_classes_of_a_budget(
    tmp_path: Path, embedder: Embedder, question: str, values: list[str]
) -> None:
    answer = asked(tmp_path, embedder, a=BUDGET).ask(question)
    found = [answer.headline[0]] if len(values) == 1 else [one.value for one in answer.figures]
    assert found == list(map(Decimal, values)), answer.text


def test_what_is_spent_is_given_by_the_table_of_what_is_spent(tmp_path: Path, embedder: Embedder) -> None:
    [figure] = asked(tmp_path, embedder, a=BUDGET).ask("青禾镇2024年农林水支出是多少元？").figures
    assert (figure.raw, figure.label.column) == ("4683210", ("支出预算", "合计"))

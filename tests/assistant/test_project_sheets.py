"""Questions over the sheets of a budget's projects: its money, its indicators, and what it is called by alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model


def sheet(name: str, in_all: str, of_year: str, indicator: str, target: str) -> str:
    return f"""<table><tr><td>项目名称</td><td colspan="2">{name}</td><td>项目性质</td><td colspan="2">经常性项目</td></tr>
<tr><td rowspan="2">项目资金（元）</td><td>项目资金总额</td><td>{in_all}</td><td>年度资金申请总额</td><td colspan="2">{of_year}</td></tr>
<tr><td>其中：财政资金</td><td>{in_all}</td><td>其中：当年财政拨款</td><td colspan="2">{of_year}</td></tr>
<tr><td rowspan="2">绩效指标</td><td>一级指标</td><td>二级指标</td><td colspan="2">三级指标</td><td>年度指标值</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td colspan="2">{indicator}</td><td>{target}</td></tr></table>"""


BUDGET = f"""<html><head><title>白榆区林业局2025年部门预算</title></head><body><h1>白榆区林业局2025年部门预算</h1>
<h2>项目支出绩效目标表</h2>
{sheet("古树养护补助", "560,000.00", "560,000.00", "古树体检", "≥75.00(株)")}
{sheet("森林步道修建工程", "9,000,000.00", "2,500,000.00", "步道长度", "=18.00(公里)")}
</body></html>"""


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("sheets"), embedder, b=BUDGET)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("白榆区林业局2025年古树养护补助安排了多少元？", "560000"),
        ("白榆区林业局2025年森林步道修建工程的项目资金总额是多少元？", "9000000"),
        ("白榆区林业局2025年森林步道修建工程当年财政拨款多少元？", "2500000"),
        ("2025年白榆区林业局计划给多少株古树体检？", "75"),
        ("白榆区林业局2025年步道长度的目标是多少公里？", "18"),
    ],
)
def test_a_projects_figures_are_told(budget: Assistant, question: str, value: str) -> None:
    answer = budget.ask(question)
    assert answer.status == "answered", answer.text
    assert answer.figures[0].value == Decimal(value), answer.text


def test_a_bound_is_told_as_one(budget: Assistant) -> None:
    assert "≥75" in budget.ask("2025年白榆区林业局计划给多少株古树体检？").text


def test_a_projects_money_in_all_is_not_given_for_the_years(budget: Assistant) -> None:
    answer = budget.ask("白榆区林业局2025年森林步道修建工程安排了多少元？")
    assert answer.status == "ambiguous", answer.text
    assert len(answer.choices) == 2

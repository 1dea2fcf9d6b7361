"""Accounts as people speak of them: what was granted and what was spent of it, a change asked for either way, the year
before it, why the totals changed, and what units an account covers. The agencies and numbers are invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.understand.framing import to_the_point
from assistant.understand.spoken_budget import as_accounts_say
from index.embedder import Embedder
from tests.assistant.test_caution import asked

ACCOUNTS = """<html><head><title>白榆区水务局2025年度部门决算</title></head><body><h1>白榆区水务局2025年度部门决算</h1>
<h2>一、部门决算单位构成</h2>
<p>从单位构成看，白榆区水务局部门决算包括：白榆区水务局本级决算、下属事业单位决算。</p>
<p>纳入白榆区水务局2025年度部门决算编制范围的单位包括：</p>
<table><tr><th>序号</th><th>单位名称</th></tr><tr><td>1</td><td>白榆区河道管理所</td></tr>
<tr><td>2</td><td>白榆区排水服务中心</td></tr></table>
<h2>二、收入支出决算总体情况</h2>
<p>白榆区水务局2025年度收入支出总计900.50万元。与2024年度相比，收入支出总计减少49.50万元，下降5.21%。主要原因：泵站改造项目完工。</p>
<p>2025年度财政拨款收入支出总计880.00万元。与2024年度相比，财政拨款收入支出总计减少40.00万元，下降4.35%。主要原因：拨款压减。</p>
<h2>三、支出决算情况</h2>
<p>1.农林水支出（类）水利（款）防汛（项），主要用于防汛物资。年初预算为200.00万元，支出决算为150.00万元，决算数小于预算数的主要原因：费用节省。</p>
<p>2.农林水支出（类）水利（款）水土保持（项），主要用于造林。年初预算为90.00万元，支出决算为99.00万元，决算数大于预算数的主要原因：年中追加。</p>
<p>机关运行经费支出120.00万元，比2024年度减少30.00万元，下降20%。</p></body></html>"""


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("spoken"), embedder, a=ACCOUNTS)


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        (
            "某局防汛没花完，年初批的钱减去实际花的，还剩多少？",
            "某局防汛年初预算比支出决算多多少？",
        ),
        ("某局防汛，年初安排的资金最后用掉了百分之几？", "某局防汛支出决算占年初预算的百分之几？"),
        ("某局2025年降了不少，那2024年原来是多少？", "某局2024年是多少？"),
        ("某局2025年降了不少，那2021年原来是多少？", "某局2025年降了不少，那2021年原来是多少？"),
        ("全部花掉的钱里，教育支出占了多少？", "教育支出占本年支出合计的多少？"),
        ("年初批的钱有多少？", "年初批的钱有多少？"),
    ],
)
def test_it_is_said_as_accounts_say_it(spoken: str, said: str) -> None:
    assert as_accounts_say(spoken) == said


def test_how_the_report_explains_it_asks_for_no_more_than_the_reason() -> None:
    assert to_the_point("为什么经费少了，报告怎么解释的？") == "为什么经费少了？"
    assert to_the_point("听说经费少了？") == "经费少了？"
    assert to_the_point("防汛的事，报告怎么说的？") == "防汛的事，报告怎么说的？"


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("白榆区水务局2025年防汛年初批的钱扣掉实际花的，还剩多少万元？", "50.00"),
        ("白榆区水务局2025年水土保持，年初安排的钱实际用了百分之几？", "110.00"),
        ("白榆区水务局的机关运行经费2025年少了一截，那2024年原来是多少？", "150.00"),
        ("白榆区水务局2025年的机关运行经费支出同上一年比，增减了多少万元？", "-30.00"),
        ("白榆区水务局2025年绿化年初批的钱扣掉实际花的，还剩多少万元？", None),
    ],
)
def test_both_sides_as_they_are_spoken_of(accounts: Assistant, question: str, value: str | None) -> None:
    answer = accounts.ask(question)
    assert answer.headline[0] == (Decimal(value) if value else None), answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "then", "value"),
    [
        ("白榆区水务局2025年水土保持的年初预算是多少？", "实际支出比它多了多少？", "9.00"),
        ("白榆区水务局2025年防汛的支出决算是多少？", "比年初预算少多少？", "-50.00"),
    ],
)
def test_one_side_against_the_other_of_the_same_item(
    accounts: Assistant, question: str, then: str, value: str
) -> None:
    first = accounts.ask(question)
    assert first.status == "answered", first.text
    answer = accounts.ask(then, conversation=first.conversation)
    assert answer.headline[0] == Decimal(value), answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "reason", "other"),
    [
        ("白榆区水务局2025年收支总计减少的原因是什么？", "泵站改造", "拨款压减"),
        ("白榆区水务局2025年财政拨款收入支出总计为什么减少？", "拨款压减", "泵站改造"),
    ],
)
def test_why_the_totals_changed(accounts: Assistant, question: str, reason: str, other: str) -> None:
    answer = accounts.ask(question)
    assert reason in answer.text
    assert other not in answer.text


@pytest.mark.model
def test_the_units_are_those_that_the_table_lists(accounts: Assistant) -> None:
    answer = accounts.ask("白榆区水务局2025年部门决算包括哪几家单位？")
    assert "河道管理所" in answer.text
    assert "排水服务中心" in answer.text

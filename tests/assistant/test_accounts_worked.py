"""Questions worked out over budgets and final accounts, of made-up agencies: both sides of an item, the year before that a
change tells, several agencies with a measure each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

ACCOUNTS = """<html><head><title>白榆区水务局2025年度部门决算</title></head><body><h1>白榆区水务局2025年度部门决算</h1>
<h2>第二部分 决算表</h2><p>收入支出决算总表</p><p>单位：万元</p>
<table><tr><th colspan="2">收入</th><th colspan="2">支出</th></tr>
<tr><th>项目</th><th>决算数</th><th>项目</th><th>决算数</th></tr>
<tr><td>一、财政拨款收入</td><td>900.50</td><td>一、农林水支出</td><td>610.20</td></tr>
<tr><td>二、事业收入</td><td>0.00</td><td>二、节能环保支出</td><td>200.30</td></tr>
<tr><td></td><td></td><td>三、住房保障支出</td><td>90.00</td></tr>
<tr><td>本年收入合计</td><td>900.50</td><td>本年支出合计</td><td>900.50</td></tr>
<tr><td>总计</td><td>900.50</td><td>总计</td><td>900.50</td></tr></table>
<p>财政拨款“三公”经费支出决算表</p><p>单位：万元</p>
<table><tr><th colspan="6">财政拨款“三公”经费</th></tr>
<tr><th colspan="2">合计</th><th colspan="2">公务用车运行维护费</th><th colspan="2">公务接待费</th></tr>
<tr><th>预算数</th><th>决算数</th><th>预算数</th><th>决算数</th><th>预算数</th><th>决算数</th></tr>
<tr><td>12.00</td><td>9.30</td><td>10.00</td><td>8.50</td><td>2.00</td><td>0.80</td></tr></table>
<h2>第三部分 决算情况说明</h2>
<p>1.农林水支出（类）水利（款）水利工程运行与维护（项），主要用于堤防养护。年初预算为400.00万元，支出决算为380.20万元，决算数小于预算数的主要原因：费用节省。</p>
<p>2.农林水支出（类）水利（款）防汛（项），主要用于防汛物资。年初预算为200.00万元，支出决算为230.00万元，决算数大于预算数的主要原因：年中追加。</p>
<p>机关运行经费支出120.00万元。</p></body></html>"""
BUDGET = """<html><head><title>白榆区林业局2026年部门预算</title></head><body><h1>白榆区林业局2026年部门预算</h1>
<h2>一、“三公”经费预算情况说明</h2><p>2026年“三公”经费预算数为46.20万元，比2025年预算增加4.20万元。</p>
<h2>二、收支预算说明</h2><p>2026年，本局收入预算830.00万元，比2025年预算减少20.00万元。</p>
<h2>三、机关运行经费</h2><p>2026年机关运行经费预算为300.00万元。</p></body></html>"""


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("accounts"), embedder, a=ACCOUNTS)


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("budget"), embedder, b=BUDGET)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("both"), embedder, a=ACCOUNTS, b=BUDGET)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("白榆区水务局2025年防汛支出完成了年初预算的百分之多少？", "115.00"),
        ("白榆区水务局2025年水利工程运行与维护的预算执行率是多少？", "95.05"),
        ("白榆区水务局2025年防汛决算比年初预算多多少万元？", "30.00"),
        ("白榆区水务局2025年公务接待费决算占预算的百分之几？", "40.00"),
        ("白榆区水务局2025年三公经费决算比预算少多少万元？", "-2.70"),
        ("白榆区水务局2025年公务用车运行维护费比预算少花了多少万元？", "-1.50"),
        ("白榆区水务局2025年水土保持支出完成了年初预算的百分之多少？", None),
        (
            "白榆区水务局2025年防汛占支出预算的比重是多少？",
            None,
        ),  # the share of a whole, not what was spent of it
        ("白榆区水务局2025年水土保持决算占预算的百分之几？", None),  # and no share of any total
    ],
)
def test_both_sides_of_an_item(accounts: Assistant, question: str, value: str | None) -> None:
    answer = accounts.ask(question)
    assert answer.headline[0] == (Decimal(value) if value else None), answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("白榆区水务局2025年支出一共多少万元？", "900.50"),
        ("白榆区水务局2025年三公经费决算是多少？", "9.30"),
        ("白榆区水务局2025年哪一类支出最多？", "610.20"),
    ],
)
def test_an_item_that_is_not_named_does_not_answer(accounts: Assistant, question: str, value: str) -> None:
    answer = accounts.ask(question)
    assert answer.figures[0].value == Decimal(value), answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("白榆区林业局2026年三公经费预算比上年增长百分之几？", "10.00"),  # of 42.00
        ("白榆区林业局2026年收入预算比2025年下降百分之多少？", "-2.35"),  # of 850.00
        ("白榆区林业局2026年收入预算比上年减少多少万元？", "20.00"),
        ("白榆区林业局2026年机关运行经费预算比上年增长百分之几？", None),
    ],
)
def test_growth_by_the_change_that_is_told(budget: Assistant, question: str, value: str | None) -> None:
    answer = budget.ask(question)
    assert answer.headline[0] == (Decimal(value) if value else None), answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("白榆区林业局2026年三公经费预算比白榆区水务局2025年三公经费决算多多少万元？", "36.90"),
        ("三公经费这一项，白榆区林业局2026年预算比白榆区水务局2025年决算多多少万元？", "36.90"),
        ("白榆区林业局2026年机关运行经费预算是白榆区水务局2025年机关运行经费支出的多少倍？", "2.50"),
        ("白榆区水务局2025年公务接待费决算和白榆区林业局2026年三公经费预算合计多少万元？", "47.00"),
        ("白榆区林业局2026年机关运行经费预算比白榆区水务局2025年培训费支出多多少万元？", None),
        (
            "白榆区林业局2026年安排的机关运行经费比白榆区水务局2025年安排的多多少万元？",
            "180.00",
        ),  # of one thing
    ],
)
def test_agencies_that_are_each_asked_for_something_else(
    both: Assistant, question: str, value: str | None
) -> None:
    answer = both.ask(question)
    assert answer.headline[0] == (Decimal(value) if value else None), answer.text


def test_a_difference_is_in_the_unit_it_is_told_in(tmp_path: Path, embedder: Embedder) -> None:
    in_yuan = BUDGET.replace("为46.20万元", "为462000元")
    question = "白榆区林业局2026年三公经费预算比白榆区水务局2025年三公经费决算多多少元？"
    assert asked(tmp_path, embedder, a=ACCOUNTS, b=in_yuan).ask(question).headline == (
        Decimal("369000"),
        "元",
    )


COUNTY = """澜州县人民政府{year}年财政决算报告\n\n一、决算情况\n\n{year}年，上级补助收入{aid}万元。全年“三保”支出20亿元，其中：保工资12亿元、保运转2亿元、保基本民生6亿元。\n"""
ZONE = (
    """澜州综合实验区{year}年政府信息公开工作年度报告\n\n一、总体情况\n\n{year}年，主动公开信息1200条。\n"""
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("澜州的上级补助收入，2019年和2018年比变化了多少万元？", "-500"),
        ("澜州2018和2019年，哪年的上级补助收入多？", "3500"),
        ("澜州2019年的“三保”支出里，保工资占百分之几？", "60"),
    ],
)
def test_of_namesakes_the_one_that_alone_reports_it(
    tmp_path: Path, embedder: Embedder, question: str, value: str
) -> None:
    pages = {f"county{year}": COUNTY.format(year=year, aid=aid) for year, aid in ((2018, 3500), (2019, 3000))}
    pages |= {f"zone{year}": ZONE.format(year=year) for year in (2018, 2019)}
    answer = asked(tmp_path, embedder, ".txt", **pages).ask(question)
    assert answer.headline[0] == Decimal(value), answer.text


@pytest.mark.parametrize(
    ("said", "values"),
    [
        (("白榆区水务局2025年公务用车运行维护费花了多少万元？", "年初预算是多少？", "执行率呢"), ["8.50", "10.00", "85.00"]),
        (("白榆区水务局2025年防汛支出多少万元？", "预算呢", "完成了预算的百分之几？"), ["230.00", "200.00", "115.00"]),
        (("白榆区水务局2025年防汛预算是多少？",), ["200.00"]),  # and not the 230.00 spent
        (("白榆区水务局2025年培训费预算是多少？",), [None]),
    ],
)  # fmt: skip
def test_the_other_side_asked_for_by_its_name(
    accounts: Assistant, said: tuple[str, ...], values: list[str | None]
) -> None:
    assistant, conversation = accounts, None
    for question, value in zip(said, values, strict=True):
        answer = assistant.ask(question, conversation=conversation)
        conversation = answer.conversation
        assert answer.headline[0] == (Decimal(value) if value else None), answer.text


NEXT = """<html><head><title>白榆区水务局{year}年部门预算</title></head><body><h1>白榆区水务局{year}年部门预算</h1>
<h2>财政拨款支出主要内容</h2>
<p>1.农林水支出（类）水利（款）防汛（项）{budget}万元，预算安排{budget}万元，比{last}年预算执行数减少2.00%。{last}年预算执行数{spent}万元。</p>
<p>政府采购预算90万元，其中：政府采购货物预算30.00万元、政府采购工程预算40.00万元、政府采购服务预算20.00万元。</p></body></html>"""


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("白榆区水务局2023年防汛的预算执行率是多少？", "96.00", "%"),  # the budget of one report, what came of it of the next
        ("白榆区水务局2024年政府采购工程预算比服务预算多多少万元？", "20.00", "万元"),
    ],
)  # fmt: skip
def test_a_budget_and_the_next(
    tmp_path: Path, embedder: Embedder, question: str, value: str, unit: str
) -> None:
    years = (2023, "100.00", "70.00"), (2024, "94.08", "96.00")
    pages = {
        f"y{year}": NEXT.format(year=year, last=year - 1, budget=budget, spent=spent)
        for year, budget, spent in years
    }
    answer = asked(tmp_path, embedder, **pages).ask(question)
    assert answer.headline == (Decimal(value), unit), answer.text


def test_a_sum_is_in_the_unit_asked_for(tmp_path: Path, embedder: Embedder) -> None:
    mixed = BUDGET.replace("</body>", "<p>培训费预算8000元。会议费预算1.20万元。</p></body>")
    answer = asked(tmp_path, embedder, b=mixed).ask("白榆区林业局2026年会议费预算和培训费预算一共多少元？")
    assert answer.headline == (Decimal(20000), "元"), answer.text


def test_what_was_exceeded_names_nothing(tmp_path: Path, embedder: Embedder) -> None:
    said = COUNTY.format(year=2019, aid=3000) + "\n全年减税降费超5.50亿元，减轻企业负担。\n"
    answer = asked(tmp_path, embedder, ".txt", a=said).ask(
        "根据2019年财政决算，澜州2019年减税降费超过了多少亿元？"
    )
    assert answer.headline[0] == Decimal("5.50"), answer.text


CARRIED = """<html><head><title>白榆区体育局2025年度部门决算</title></head><body><h1>白榆区体育局2025年度部门决算</h1>
<h2>第二部分 决算表</h2><p>收入支出决算总表</p><p>单位：万元</p>
<table><tr><th colspan="2">收入</th><th colspan="2">支出</th></tr>
<tr><th>项目</th><th>决算数</th><th>项目</th><th>决算数</th></tr>
<tr><td>一、财政拨款收入</td><td>900.50</td><td>一、体育支出</td><td>880.00</td></tr>
<tr><td>本年收入合计</td><td>900.50</td><td>本年支出合计</td><td>880.00</td></tr>
<tr><td>年初结转和结余</td><td>30.00</td><td>年末结转和结余</td><td>50.50</td></tr>
<tr><td>总计</td><td>930.50</td><td>总计</td><td>930.50</td></tr></table>
<h2>第三部分 决算情况说明</h2>
<p>本年支出合计880.00万元，其中：基本支出420.00万元，占47.73%；项目支出460.00万元，占52.27%。</p>
<p>1.体育支出（类）体育（款）群众体育（项）。年初预算为300.00万元，支出决算为270.00万元。</p></body></html>"""


@pytest.fixture(scope="module")
def sports(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("sports"), embedder, ".html", a=CARRIED)


def test_what_was_spent_in_the_year_is_not_the_total_with_what_was_carried(sports: Assistant) -> None:
    assert sports.ask("白榆区体育局2025年决算的本年支出合计是多少万元？").headline == (
        Decimal("880.00"),
        "万元",
    )


def test_a_share_that_is_told_is_of_its_own_whole(sports: Assistant) -> None:
    told = sports.ask("白榆区体育局2025年支出中，项目支出占百分之几？")
    assert told.headline == (Decimal("52.27"), "%")
    assert sports.ask("白榆区体育局2025年群众体育支出中，项目支出占百分之几？").headline == (None, None)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("白榆区体育局2025年群众体育实际支出比年初预算少多少万元？", (Decimal("-30.00"), "万元")),
        ("白榆区体育局2025年群众体育的支出完成了年初预算的百分之多少？", (Decimal("90"), "%")),
    ],
)
def test_what_came_of_a_budget_in_everyday_words(
    sports: Assistant, question: str, headline: tuple[Decimal, str]
) -> None:
    assert sports.ask(question).headline == headline


def test_what_was_really_spent_is_what_the_budget_came_to(accounts: Assistant) -> None:
    answer = accounts.ask("白榆区水务局2025年公务接待费实际花了多少万元？")
    assert answer.headline == (Decimal("0.80"), "万元")


CULTURE = """澜州县文化局2025年度部门决算

一、收入支出决算总体情况说明

澜州县文化局2025年度收入支出总计500.00万元，与2024年度相比，收入支出总计减少20.00万元。

二、一般公共预算财政拨款支出决算具体情况

一般公共预算财政拨款支出年初预算为480.00万元，支出决算为500.00万元。

1.“文化旅游体育与传媒支出（类）文化和旅游（款）群众文艺（项）”90.00万元，主要用于：群众文艺汇演。年初预算为60.00万元，支出决算为
90.00万元。决算数大于预算数的主要原因：追加了汇演场地费。
“文化旅游体育与传媒支出（类）体育（款）群众健身（项）”
12.50万元，主要用于：健身路径维护。年初预算为15.00万元，支出决算为12.50万元。决算数小于预算数的主要原因：维护量减少。
“卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）”8.00万元，主要用于：医疗保险缴纳。年初预算为9.00万元，支出决算为8.00万元。
“卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）”4.00万元，主要用于：医疗保险缴纳。年初预算为5.00万元，支出决算为4.00万元。
"""


@pytest.fixture(scope="module")
def culture(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("culture"), embedder, ".txt", a=CULTURE)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("澜州县文化局2025年度决算里，群众文艺的决算数跟年初预算比变动了多少万元？", "30.00"),
        ("澜州县文化局2025年群众健身，决算减去年初预算等于多少万元？", "-2.50"),
        ("澜州县文化局2025年群众健身年初预算减去决算是多少万元？", "2.50"),
        ("澜州县文化局2025年群众文艺超支了多少万元？", "30.00"),
        ("澜州县文化局2025年群众文艺的决算相对年初预算的增减幅度是百分之几？", "50.00"),
        ("澜州县文化局2025年度一般公共预算财政拨款支出，决算相对年初预算的增减幅度是百分之几？", "4.17"),
        ("澜州县文化局2025年群众文艺的支出决算是年初预算的几倍？", "1.50"),
        ("澜州县文化局2025年群众健身预算执行到了百分之多少？", "83.33"),
        ("澜州县文化局2025年群众健身，决算说明里写的完成年初预算的比例是多少？", "83.33"),
        ("澜州县文化局2025年给行政单位医疗和事业单位医疗编的年初预算合起来有多少万元？", "14.00"),
        ("由澜州县文化局2025年度决算说明倒推，2024年度的收入支出总计是多少万元？", "520.00"),
        ("澜州县文化局2024年度收入支出总计是多少？请按2025年度决算公布的增减额算。", "520.00"),
        # neither side of any other item, nor the growth on the year before
        ("澜州县文化局2025年图书采购的决算数跟年初预算比变动了多少万元？", None),
        ("澜州县文化局2025年图书采购，决算相对年初预算的增减幅度是百分之几？", None),
    ],
)
def test_the_two_sides_of_an_item_set_beside_each_other(
    culture: Assistant, question: str, value: str | None
) -> None:
    answer = culture.ask(question)
    assert answer.headline[0] == (Decimal(value) if value else None), answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("澜州县文化局2025年群众文艺的决算为什么远远超过年初预算？", "追加了汇演场地费"),
        ("2025年度澜州县文化局群众文艺（项）花得比年初预算多，报告给的理由是什么？", "追加了汇演场地费"),
        ("澜州县文化局2025年群众健身为什么没花完预算？", "维护量减少"),
        ("澜州县文化局2025年群众健身这笔钱主要用于什么？", "健身路径维护"),
        ("澜州县文化局2025年群众文艺主要干什么用？", "群众文艺汇演"),
    ],
)
def test_what_is_said_of_the_very_item_is_quoted(culture: Assistant, question: str, said: str) -> None:
    answer = culture.ask(question)
    assert answer.status == "answered"
    assert said in answer.text

"""Sheets that are filled in, of one project: labels beside their values, a list of indicators by levels under them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.figures import figures
from corpus.readers.html import read as read_html
from corpus.readers.text import read as read_text
from corpus.report import Document, Grid, Table
from corpus.tables import understand
from tests.corpus.made import report

Labels = tuple[str, ...]

TARGETS = """<table>
<tr><td colspan="6">项目支出绩效目标申报表</td></tr>
<tr><td>项目名称</td><td colspan="2">茶园步道修建工程</td><td>项目类别</td><td colspan="2">跨年项目</td></tr>
<tr><td>开始日期</td><td colspan="2">2025-03-01</td><td>完成日期</td><td colspan="2">2027-06-30</td></tr>
<tr><td rowspan="3">项目资金（元）</td><td>项目资金总额</td><td>900,000.00</td><td>年度资金申请总额</td>
<td colspan="2">300,000.00</td></tr>
<tr><td>其中：财政资金</td><td>800,000.00</td><td>其中：当年财政拨款</td><td colspan="2">260,000.00</td></tr>
<tr><td>其他资金</td><td>100,000.00</td><td>其他资金</td><td colspan="2">40,000.00</td></tr>
<tr><td rowspan="2">绩效目标</td><td colspan="2">项目总目标</td><td colspan="3">年度总体目标</td></tr>
<tr><td colspan="2">修成环湖步道，方便游人。</td><td colspan="3">完成勘察设计和第一标段。</td></tr>
<tr><td rowspan="4">绩效指标</td><td>一级指标</td><td>二级指标</td><td colspan="2">三级指标</td><td>年度指标值</td></tr>
<tr><td rowspan="2">产出指标</td><td>数量指标</td><td colspan="2">步道长度</td><td>≥1200.00(米)</td></tr>
<tr><td>质量指标</td><td colspan="2">验收合格率</td><td>=100.00(%)</td></tr>
<tr><td>满意度指标</td><td>服务对象满意度指标</td><td colspan="2">游人满意度</td><td>＞85(%)</td></tr>
</table>"""

KEPT = """财政项目支出绩效目标表

| 项目名称 |  | 河湾码头疏浚 | 项目性质 |  | 一次性项目 |
| --- | --- | --- | --- | --- | --- |
| 项目资金（万元） |  | 项目资金总额 | 46.50 | 年度资金申请总额 | 46.50 |
|  |  | 其中：财政资金 | 40.00 | 其中：当年财政拨款 | 40.00 |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 |  | 指标值 |
|  | 产出指标 | 数量指标 | 清淤土方 |  | 5200立方米 |
|  |  |  | 疏浚航道 |  | 3条 |
|  | 效益指标 | 社会效益指标 | 通航船只 |  | 每日40艘 |
"""

ASSESSED = """<table>
<tr><td colspan="9">项目支出绩效自评表</td></tr>
<tr><td colspan="2">项目名称</td><td colspan="7">社区食堂补助</td></tr>
<tr><td colspan="2" rowspan="3">项目资金（万元）</td><td></td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td>
<td>分值</td><td>执行率</td><td>得分</td></tr>
<tr><td>年度资金总额</td><td>60</td><td>58</td><td>55.1</td><td>10</td><td>95.00</td><td>9.5</td></tr>
<tr><td>其中：财政拨款</td><td>50</td><td>48</td><td>45.1</td><td>—</td><td>93.96</td><td>—</td></tr>
<tr><td rowspan="3">绩效指标</td><td>一级指标</td><td>二级指标</td><td colspan="2">三级指标</td><td>年度指标值</td>
<td>实际完成值</td><td>分值</td><td>得分</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td colspan="2">供餐人次</td><td>≥9000人次</td><td>9412人次</td><td>50</td><td>50</td></tr>
<tr><td>满意度指标</td><td>满意度指标</td><td colspan="2">老人满意度</td><td>≥90%</td><td>93%</td><td>40</td><td>40</td></tr>
<tr><td colspan="7">总分</td><td>100</td><td>99.5</td></tr>
</table>"""


def tables(document: Document) -> list[Table]:
    return [table for block in document.blocks if isinstance(block, Grid) for table in understand(block)]


def from_html(rows: str) -> list[Table]:
    return tables(read_html(f"<html><body>{rows}</body></html>".encode(), Path("a.html")))


def values(table: Table) -> dict[tuple[Labels, Labels], str]:
    return {
        (cell.row_path, cell.column_path): cell.text
        for cell in table.cells
        if cell.role == "value" and cell.trust == "read"
    }


def test_what_stands_beside_a_label_is_its_value_and_the_projects() -> None:
    (table,) = from_html(TARGETS)
    told = values(table)
    money = ("茶园步道修建工程", "项目资金（元）")
    assert told[(("项目名称",), ())] == "茶园步道修建工程"
    assert told[(("茶园步道修建工程", "完成日期"), ())] == "2027-06-30"
    assert told[((*money, "项目资金总额"), ())] == "900,000.00"
    assert told[((*money, "年度资金申请总额"), ())] == "300,000.00"


def test_a_part_stands_under_the_sum_that_it_is_a_part_of() -> None:
    (table,) = from_html(TARGETS)
    told = values(table)
    money = ("茶园步道修建工程", "项目资金（元）")
    assert told[((*money, "项目资金总额", "其他资金"), ())] == "100,000.00"
    assert told[((*money, "年度资金申请总额", "其他资金"), ())] == "40,000.00"


def test_long_texts_stand_under_their_heads() -> None:
    (table,) = from_html(TARGETS)
    told = values(table)
    assert told[(("茶园步道修建工程",), ("项目总目标",))] == "修成环湖步道，方便游人。"
    assert told[(("茶园步道修建工程",), ("年度总体目标",))] == "完成勘察设计和第一标段。"


def test_an_indicator_has_its_levels_beside_it_and_never_another_indicator() -> None:
    (table,) = from_html(TARGETS)
    listed = {
        row[-1]: (row, text) for (row, column), text in values(table).items() if column == ("年度指标值",)
    }
    assert listed == {
        "步道长度": (("茶园步道修建工程", "产出指标", "数量指标", "步道长度"), "≥1200.00(米)"),
        "验收合格率": (("茶园步道修建工程", "产出指标", "质量指标", "验收合格率"), "=100.00(%)"),
        "游人满意度": (("茶园步道修建工程", "满意度指标", "服务对象满意度指标", "游人满意度"), "＞85(%)"),
    }


def test_bounds_and_units_of_indicators_are_read() -> None:
    (table,) = from_html(TARGETS)
    read = {one.label.row[-1]: one for one in figures(report(table)) if one.label.column == ("年度指标值",)}
    told = {
        name: (float(one.value), one.unit, one.qualifier)
        for name, one in read.items()
        if one.value is not None
    }
    assert told == {
        "步道长度": (1200.0, "米", "不少于"),
        "验收合格率": (100.0, "%", ""),
        "游人满意度": (85.0, "%", "超过"),
    }


def test_a_second_sheet_in_the_same_grid_has_its_own_project() -> None:
    again = TARGETS.replace("茶园步道修建工程", "苗圃灌溉").replace("900,000.00", "70,000.00")
    body = again.partition("</tr>")[2]  # without the line that is the title
    (table,) = from_html(TARGETS.replace("</table>", body))
    told = values(table)
    assert told[(("茶园步道修建工程", "项目资金（元）", "项目资金总额"), ())] == "900,000.00"
    assert told[(("苗圃灌溉", "项目资金（元）", "项目资金总额"), ())] == "70,000.00"
    assert told[(("苗圃灌溉", "产出指标", "数量指标", "步道长度"), ("年度指标值",))] == "≥1200.00(米)"


def test_a_sheet_in_markdown_is_read_by_the_places_that_its_blanks_keep() -> None:
    (table,) = tables(read_text(KEPT.encode(), Path("a.md")))
    told = values(table)
    money = ("河湾码头疏浚", "项目资金（万元）")
    assert told[((*money, "年度资金申请总额"), ())] == "46.50"
    assert told[((*money, "年度资金申请总额", "其中：当年财政拨款"), ())] == "40.00"
    assert told[(("河湾码头疏浚", "产出指标", "数量指标", "疏浚航道"), ("指标值",))] == "3条"
    assert told[(("河湾码头疏浚", "效益指标", "社会效益指标", "通航船只"), ("指标值",))] == "每日40艘"


def test_columns_under_heads_within_a_frame() -> None:
    (table,) = from_html(ASSESSED)
    told = values(table)
    money = ("社区食堂补助", "项目资金（万元）")
    assert told[((*money, "年度资金总额"), ("全年执行数",))] == "55.1"
    assert told[((*money, "其中：财政拨款"), ("年初预算数",))] == "50"
    assert told[(("社区食堂补助", "产出指标", "数量指标", "供餐人次"), ("实际完成值",))] == "9412人次"
    assert told[(("社区食堂补助", "总分"), ("得分",))] == "99.5"


def test_a_rate_or_a_score_is_in_no_money_though_its_frame_is() -> None:
    (table,) = from_html(ASSESSED)
    units = {
        (one.label.row[-1], one.label.column[-1]): one.unit
        for one in figures(report(table))
        if one.label.column
    }
    assert units[("年度资金总额", "全年执行数")] == "万元"
    assert units[("年度资金总额", "执行率")] is None
    assert units[("年度资金总额", "得分")] == "分"


NAMES = st.text("辰巳午未申酉戌亥子丑寅卯", min_size=2, max_size=6)
AMOUNTS = st.integers(0, 10**7).map(str)


@given(
    st.lists(st.tuples(NAMES, AMOUNTS), min_size=2, max_size=8, unique_by=lambda pair: pair[0]),
    st.lists(st.tuples(NAMES, NAMES, AMOUNTS), min_size=1, max_size=6, unique_by=lambda one: one[1]),
)
def test_every_number_of_a_sheet_is_told_by_the_label_beside_it(
    pairs: list[tuple[str, str]], listed: list[tuple[str, str, str]]
) -> None:
    rows = "".join(f"<tr><td>{name}</td><td colspan='3'>{amount}</td></tr>" for name, amount in pairs)
    indicators = "".join(
        f"<tr><td>{kind}</td><td colspan='2'>{name}</td><td>{amount}</td></tr>"
        for kind, name, amount in listed
    )
    heads = "<tr><td>一级指标</td><td colspan='2'>二级指标</td><td>指标值</td></tr>"
    (table,) = from_html(f"<table>{rows}{heads}{indicators}</table>")
    told = {(row[-1], *column): text for (row, column), text in values(table).items()}
    assert told == {(name,): amount for name, amount in pairs} | {
        (name, "指标值"): amount for _, name, amount in listed
    }

"""The forms' own arithmetic: what must hold holds, and a wrong figure is named with its cells."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from corpus.checks import Check, across, checks
from corpus.national.recover import recover
from corpus.report import Cell, Report, Section, Table
from tests.form_tables import Version
from tests.forms_factory import FormData, random_form


def report(tables: list[Table], year: int = 2020, name: str = "r1") -> Report:
    section = Section("s1", ("二、主动公开政府信息情况",), tuple(tables))
    return Report(
        name, "云梦泽市测试管理局", year, "年报", "政府信息公开工作年度报告", (section,), "a.txt", "0"
    )


def tables(form: FormData) -> list[Table]:
    found = recover(form.as_text("tabs"))
    assert found is not None
    return [replace(span.table, id=f"t{n}") for n, span in enumerate(found.tables, 1)]


def changed(all_tables: list[Table], row: str, column: str, text: str) -> list[Table]:
    """The same tables with one value written otherwise."""

    def write(cell: Cell) -> Cell:
        here = cell.row_path[-1:] == (row,) and cell.column_path[-1:] == (column,)
        return replace(cell, text=text) if here else cell

    return [replace(table, cells=tuple(map(write, table.cells))) for table in all_tables]


def failed(found: tuple[Check, ...], holds: bool | None = False) -> list[str]:
    return [check.name for check in found if check.holds is holds]


@pytest.mark.parametrize(("version", "count"), [("2019", 44), ("2021", 42)])
def test_all_checks_of_a_consistent_form_hold(version: Version, count: int) -> None:
    # 7 columns twice, a row sum for each of the 23 or 25 rows, 3 groups of review, 4 rows of changes in 2019.
    found = checks(report(tables(random_form(Random(6), version))))
    assert len(found) == count
    assert failed(found) == failed(found, None) == []


def test_a_wrong_figure_fails_its_row_and_its_column() -> None:
    wrong = changed(tables(random_form(Random(6), "2019")), "8.属于行政查询事项", "商业企业", "99999")
    found = checks(report(wrong))
    assert failed(found) == [
        "各类申请人之和 = 总计（属于行政查询事项）",
        "第三项各类办理结果之和 = （七）总计（商业企业）",
    ]
    row = next(check for check in found if check.holds is False)
    assert "99999" in row.expression
    assert "≠" in row.expression
    assert len(row.cells) == 7


def test_a_decision_count_that_is_no_item_count_is_told() -> None:
    wrong = changed(tables(random_form(Random(6), "2019")), "行政许可", "上一年项目数量", "7479")
    wrong = changed(changed(wrong, "行政许可", "本年增/减", "减18"), "行政许可", "处理决定数量", "7460")
    (check,) = (c for c in checks(report(wrong)) if c.holds is False)
    assert check.name == "上一年项目数量 + 本年增/减 = 处理决定数量（行政许可）"
    assert check.expression == "7479 - 18 ≠ 7460"


@pytest.mark.parametrize("text", ["", "—"])
def test_a_blank_operand_leaves_a_check_open(text: str) -> None:
    blank = changed(tables(random_form(Random(6), "2021")), "2.重复申请", "自然人", text)
    found = checks(report(blank))
    assert failed(found) == []
    assert len(failed(found, None)) == 2


@pytest.mark.parametrize(("text", "holds"), [("", True), ("—", True), ("见附件", None)])
def test_the_numbers_that_are_there_may_make_up_the_total(text: str, holds: bool | None) -> None:
    nought = changed(tables(random_form(Random(6), "2021")), "2.重复申请", "自然人", "0")
    others = next(c for c in checks(report(nought)) if c.name == "各类申请人之和 = 总计（重复申请）")
    total = others.expression.partition(" ≠ ")[0]
    assert total.startswith("0 + ")
    made = changed(nought, "2.重复申请", "总计", str(sum(map(int, total.split(" + ")))))
    blank = changed(made, "2.重复申请", "自然人", text)
    check = next(c for c in checks(report(blank)) if c.name == others.name)
    assert check.holds is holds


def test_blanks_alone_are_no_sum_that_holds() -> None:
    blank = tables(random_form(Random(6), "2021"))
    for column in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"):
        blank = changed(blank, "2.重复申请", column, "")
    assert "各类申请人之和 = 总计（重复申请）" in failed(checks(report(blank)), None)


def test_what_one_year_hands_over_the_next_takes_up() -> None:
    before, after = (tables(random_form(Random(n), "2021")) for n in (1, 2))
    for column in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"):
        before = changed(before, "四、结转下年度继续办理", column, "4")
        after = changed(after, "二、上年结转政府信息公开申请数量", column, "5" if column == "总计" else "4")
    found = across(report(before, 2020, "a"), report(after, 2021, "b"))
    assert [check.holds for check in found] == [True] * 6 + [False]
    assert found[-1].expression == "4 ≠ 5"
    assert [ref.report for ref in found[-1].cells] == ["a", "b"]
    assert across(report(before, 2019, "a"), report(after, 2021, "b")) == ()


def plain(rows: dict[str, list[str]], columns: list[str]) -> Table:
    cells = tuple(
        Cell(row, column, text, row_path=(label,), column_path=(columns[column - 1],))
        for row, (label, texts) in enumerate(rows.items(), 1)
        for column, text in enumerate(texts, 1)
    )
    return Table("t1", cells)


def test_a_total_row_and_a_total_column_of_any_table_are_checked() -> None:
    table = plain(
        {"东区": ["3", "4", "7"], "西区": ["10", "1", "11"], "合计": ["13", "6", "18"]}, ["男", "女", "合计"]
    )
    found = checks(report([table]))
    assert [(check.name, check.holds) for check in found] == [
        ("合计、男 = 各项之和", True),
        ("合计、女 = 各项之和", False),
        ("合计、合计 = 各项之和", True),
        ("合计、东区 = 各项之和", True),
        ("合计、西区 = 各项之和", True),
        ("合计、合计 = 各项之和", False),
    ]


def test_nothing_is_said_of_a_total_whose_parts_are_not_evident() -> None:
    table = plain({"合计": ["100", "50"], "一类": ["60", "20"], "其余": ["10", "10"]}, ["上年", "本年"])
    assert checks(report([table])) == ()


def test_columns_of_nothing_but_0_do_not_make_a_total_of_a_line() -> None:
    # 基本 holds its own two parts, so that 合计 is no sum of all rows; the three empty columns prove nothing.
    rows = {
        "合计": ["100", "0", "0", "0"],
        "基本": ["60", "0", "0", "0"],
        "其甲": ["20", "0", "0", "0"],
        "其乙": ["40", "0", "0", "0"],
        "项目": ["40", "0", "0", "0"],
    }
    found = checks(report([plain(rows, ["本年", "上年", "前年", "大前年"])]))
    assert failed(found) == []

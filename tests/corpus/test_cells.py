"""Value cells as figures: labels, unit and year from where the table says them."""

from decimal import Decimal

import pytest

from corpus.figures import figures
from tests.corpus.made import report, table

ROW, COLUMN = ("茶园数量",), ("本年数",)


@pytest.mark.parametrize(
    ("text", "value", "trust"),
    [
        ("7892", "7892", "read"),
        ("增413", "413", "read"),
        ("", None, "read"),
        ("—", None, "read"),
        ("茶业科", None, "read"),
        ("05", None, "read"),
        ("12 34", None, "unreadable"),
        ("0000", None, "unreadable"),
    ],
)
def test_every_value_cell_is_a_figure_blank_and_unreadable_ones_too(
    text: str, value: str | None, trust: str
) -> None:
    (figure,) = figures(report(table({(ROW, COLUMN): text}, "第一项")))
    assert figure.value == (None if value is None else Decimal(value))
    assert (figure.raw, figure.trust, figure.year) == (text, trust, 2024)
    assert figure.label.text == "第一项 · 茶园数量 · 本年数"
    assert figure.citation.section == ("一、总体情况", "第一项")
    assert (figure.citation.cell, figure.citation.row, figure.citation.column) == ((1, 1), ROW, COLUMN)


@pytest.mark.parametrize(
    ("row", "column", "unit", "text", "expected"),
    [
        (ROW, ("收费金额（单位：万元）",), None, "5", "万元"),
        (ROW, ("数量（件）",), None, "5", "件"),
        (ROW, ("本年制发件数",), None, "5", "件"),
        (ROW, ("占比%",), "万元", "5", "%"),
        (ROW, ("增长率",), "万元", "5", None),
        (ROW, ("金额",), "万元", "5", "万元"),
        (("茶苗（株）",), ("本年数",), "万元", "5", "株"),
        (ROW, ("收费金额（单位：万元）",), None, "75394432.52元", "元"),
        (ROW, ("本年数",), None, "5", None),
    ],
)
def test_the_unit_nearest_to_the_value_counts(
    row: tuple[str, ...], column: tuple[str, ...], unit: str | None, text: str, expected: str | None
) -> None:
    (figure,) = figures(report(table({(row, column): text}, unit=unit)))
    assert figure.unit == expected


@pytest.mark.parametrize(
    ("row", "column", "year"),
    [
        (ROW, ("2023年预算数",), 2023),
        (ROW, ("2023年度", "金额"), 2023),
        (ROW, ("上年决算数",), 2023),
        (("2022年",), ("金额",), 2022),
        (("2022",), ("金额",), 2022),
        (ROW, ("上一年项目数量",), 2024),
        (("二、上年结转申请数量",), ("总计",), 2024),
        (ROW, ("比2023年增减",), 2024),
        (ROW, ("2021-2024年累计",), 2024),
        (("《2022年茶园办法》执行数",), ("金额",), 2024),
    ],
)
def test_a_header_that_names_a_year_dates_its_cells(
    row: tuple[str, ...], column: tuple[str, ...], year: int
) -> None:
    (figure,) = figures(report(table({(row, column): "5"})))
    assert figure.year == year


def test_a_score_is_not_in_the_tables_money() -> None:
    cells = {(("供水改造",), ("执行数",)): "612.80", (("供水改造",), ("自评得分",)): "97.0"}
    found = {f.label.column[-1]: f.unit for f in figures(report(table(cells, "重点项目（单位：万元）")))}
    assert found == {"执行数": "万元", "自评得分": "分"}

"""What stands beside the values of a table and is none of them: 行次, 栏次, 计量单位; and who made it up, which is no unit."""

import pytest

from corpus.figures import figures
from corpus.tables import understand, unit_of
from tests.corpus.made import report
from tests.corpus.test_tables import grid, values


def test_the_numbers_of_rows_and_columns_are_no_values_nor_labels() -> None:
    (table,) = understand(
        grid(
            "收入 / ^ / ^ / 支出 / ^ / ^",
            "项目 / 行次 / 决算数 / 项目 / 行次 / 决算数",
            "栏次 / / 1 / 栏次 / / 2",
            "一、财政拨款收入 / 1 / 4,067.72 / 一、教育支出 / 3 / 1,083.81",
            "二、其他收入 / 2 / 15.00 / 二、农林水支出 / 4 / 12.00",
            spans={"收入": (1, 3), "支出": (1, 3)},
        )
    )
    assert values(table) == [
        (("一、财政拨款收入",), ("收入", "决算数"), "4,067.72"),
        (("一、教育支出",), ("支出", "决算数"), "1,083.81"),
        (("二、其他收入",), ("收入", "决算数"), "15.00"),
        (("二、农林水支出",), ("支出", "决算数"), "12.00"),
    ]
    assert [cell.text for cell in table.cells if cell.role == "note" and cell.row == 3] == ["1", "3"]


@pytest.mark.parametrize(("numbers", "values_read"), [("1 / 2 / 3 / 4", 1), ("1 / 2 / 3 / 5", 2)])
def test_a_row_of_nothing_but_1_2_3_numbers_the_columns(numbers: str, values_read: int) -> None:
    (table,) = understand(grid("合计 / 出国费 / 接待费 / 用车费", numbers, "18 / 0 / 6 / 12"))
    assert len({cell.row for cell in table.cells if cell.role == "value"}) == values_read


def test_a_unit_of_measure_beside_a_count_is_not_that_of_the_money() -> None:
    (table,) = understand(
        grid(
            "单位：元 / ^ / ^ / ^",
            "采购品目 / 数量 / 计量单位 / 采购预算",
            "计算机 / 9 / 台 / 49500",
            "咨询服务 / 1 / 项 / 318000",
            spans={"单位：元": (1, 4)},
        )
    )
    assert [(one.label.text, one.raw, one.unit) for one in figures(report(table))] == [
        ("计算机 · 数量", "9", "台"),
        ("计算机 · 采购预算", "49500", "元"),
        ("咨询服务 · 数量", "1", "项"),
        ("咨询服务 · 采购预算", "318000", "元"),
    ]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("编制单位：云泽县水务局　　　　单位：元", "元"),
        ("填报单位：云泽县水务局 金额单位：万元", "万元"),
        ("2023年12月单位：万元", "万元"),
        ("编制单位：云泽县水务局", None),
    ],
)
def test_who_made_a_table_up_is_no_unit(line: str, unit: str | None) -> None:
    assert unit_of(line) == unit

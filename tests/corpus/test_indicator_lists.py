"""Lists of indicators from before 2019: their units, what stands under what, and what carries on today."""

from __future__ import annotations

import pytest

from corpus.indicators import of_cells
from corpus.national.indicator_lists import FORM, row_units, with_units
from corpus.report import Cell, Table

ROWS = (
    ("一、主动公开情况", "—", "—", "—"),
    ("（一）主动公开文件数", "条", "120", "3456"),
    ("其中：1.政府网站公开数", "条", "100", "3000"),
    ("2.政府公报公开数", "条", "20", "456"),
    ("（二）重点领域公开数", "条", "7", "9"),
    ("二、收到申请总数", "件", "12", "99"),
    ("1.当面申请数", "件", "2", "9"),
    ("三、收取的费用", "万元", "0.3", "1.2"),
)
HEAD = ("指标名称", "计量单位", "2017年度", "历年累计")


def understood(head: tuple[str, ...] = HEAD) -> Table:
    """The list as any table is understood: the units among the values."""
    cells = [Cell(0, column, text, role="column") for column, text in enumerate(head)]
    for row, (label, *texts) in enumerate(ROWS, 1):
        cells.append(Cell(row, 0, label, role="row"))
        cells += [
            Cell(row, column, text, row_path=(label,), column_path=(head[column],))
            for column, text in enumerate(texts, 1)
        ]
    return Table("t1", tuple(cells))


def test_the_column_of_units_holds_no_values_and_gives_each_row_its_unit() -> None:
    table = with_units(understood())
    assert table.form == FORM
    assert {cell.column for cell in table.cells if cell.role == "value"} == {2, 3}
    assert row_units(table) == {2: "条", 3: "条", 4: "条", 5: "条", 6: "件", 7: "件", 8: "万元"}


def test_rows_stand_under_each_other_by_their_numbers() -> None:
    paths = {cell.row: cell.row_path for cell in with_units(understood()).cells if cell.role == "value"}
    open_, files = "一、主动公开情况", "（一）主动公开文件数"
    assert paths[2] == (open_, files)
    assert paths[3] == (open_, files, "其中：1.政府网站公开数")
    assert paths[4] == (open_, files, "2.政府公报公开数")
    assert paths[5] == (open_, "（二）重点领域公开数")
    assert paths[7] == ("二、收到申请总数", "1.当面申请数")


def test_the_year_is_the_same_matter_as_today_and_the_sum_of_years_is_not() -> None:
    found = of_cells(with_units(understood()))
    assert {place: indicator.id for place, indicator in found.items()} == {
        (6, 2): "applications.received.total"
    }


@pytest.mark.parametrize(
    "head", [("指标名称", "备注", "2017年度", "历年累计"), ("项目", "计量单位", "甲", "乙")]
)
def test_another_table_is_no_list_of_indicators(head: tuple[str, ...]) -> None:
    assert with_units(understood(head)).form is None

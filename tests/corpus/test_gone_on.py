"""Tables of a text that a page's end cuts, and tables that stand in it twice: one table each, under its header."""

from __future__ import annotations

from pathlib import Path

from corpus.parse import parse
from corpus.report import Paragraph, Report, Table

START = """云溪县水务局2023年度部门决算

一、支出决算
单位：万元
"""
FIRST = """| 科目编码 | 科目名称 | 合计 | 项目支出 |
| 213 | 农林水支出 | 62.50 | 41.00 |
| 21303 | 水利 | 62.50 | 41.00 |
| 2130301 | 行政运行 | 21.50 |  |
"""
LINES = """科目编码 科目名称 合计 项目支出
213 农林水支出 62.50 41.00
21303 水利 62.50 41.00
2130301 行政运行 21.50
"""
SECOND = """| 2130306 | 水利工程运行 | 41.00 | 41.00 |
| 合计 |  | 62.50 | 41.00 |
"""


def read(tmp_path: Path, text: str) -> Report:
    path = tmp_path / "report.txt"
    path.write_text(START + text, encoding="utf-8")
    return parse(path)


def tables(report: Report) -> list[Table]:
    return [block for one in report.sections for block in one.blocks if isinstance(block, Table)]


def paths(table: Table) -> dict[str, tuple[str, str]]:
    """The last labels of each value that is there once."""
    return {
        cell.text: (cell.row_path[-1], cell.column_path[-1])
        for cell in table.cells
        if cell.role == "value" and cell.text and cell.row_path
    }


def test_what_goes_on_after_a_page_has_the_header_of_the_table_before_it(tmp_path: Path) -> None:
    (table,) = tables(read(tmp_path, f"{FIRST}\n- 7 -\n{SECOND}"))
    assert table.unit == "万元"
    assert paths(table)["41.00"] == ("合计", "项目支出")
    assert paths(table)["21.50"] == ("行政运行", "合计")


def test_another_table_begins_with_its_own_header_or_after_its_own_caption(tmp_path: Path) -> None:
    other = SECOND.replace("41.00 |\n", "无 |\n")
    assert len(tables(read(tmp_path, f"{FIRST}\n表2 水利支出情况表\n{SECOND}"))) == 2
    assert len(tables(read(tmp_path, f"{FIRST}\n以上为本年支出。\n{SECOND}"))) == 2
    assert len(tables(read(tmp_path, f"{FIRST}\n\n{FIRST}{other}"))) == 2


def test_the_lines_of_a_table_that_follows_with_its_cells_told_apart_are_not_read_twice(
    tmp_path: Path,
) -> None:
    report = read(tmp_path, f"{LINES}注：本表反映部门本年度的支出。\n{FIRST}")
    (table,) = tables(report)
    assert table.unit == "万元"
    prose = [block.text for one in report.sections for block in one.blocks if isinstance(block, Paragraph)]
    assert prose == ["单位：万元", "注：本表反映部门本年度的支出。"]
    assert [one.path for one in report.sections if one.path] == [("一、支出决算",)]


def test_a_line_that_only_names_what_the_table_has_stays(tmp_path: Path) -> None:
    report = read(tmp_path, f"农林水支出\n{FIRST}")
    assert any(
        "农林水支出" in block.text
        for one in report.sections
        for block in one.blocks
        if isinstance(block, Paragraph)
    )


def test_a_quotation_that_a_line_cuts_is_put_together(tmp_path: Path) -> None:
    report = read(tmp_path, "我局用于“农林水支出（类）水利（款）水利\n工程运行与维护（项）”41万元。\n")
    prose = [block.text for one in report.sections for block in one.blocks if isinstance(block, Paragraph)]
    assert prose[-1] == "我局用于“农林水支出（类）水利（款）水利工程运行与维护（项）”41万元。"

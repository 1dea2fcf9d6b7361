"""A table's rows of cells: what a reader sees where, what a screen reader announces, what is marked."""

from __future__ import annotations

from dataclasses import replace

from corpus.report import Cell, Table
from tests.web.made import TABLE
from web.grid import FILLER, rows


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows(table)]


def test_cells_stand_in_their_rows_and_a_missing_one_leaves_its_place_empty() -> None:
    assert texts(TABLE) == [
        ["项目", "申请人"],
        ["个人", "企业"],
        ["结果", "公开", "12", "0"],
        ["不公开", "3", ""],
    ]
    assert rows(TABLE)[3][2] is FILLER


def test_spans_are_the_reports_own() -> None:
    first = rows(TABLE)[0]
    assert [(cell.rows, cell.columns) for cell in first] == [(2, 2), (1, 2)]


def test_headers_say_what_they_head() -> None:
    scopes = {cell.text: cell.scope for row in rows(TABLE) for cell in row}
    assert scopes["申请人"] == "colgroup"
    assert scopes["个人"] == "col"
    assert scopes["结果"] == "rowgroup"
    assert scopes["不公开"] == "row"
    assert scopes["12"] == ""


def test_a_blank_corner_is_not_a_header() -> None:
    corner = Table("t1", (Cell(0, 0, " ", role="column"), Cell(0, 1, "数量", role="column")))
    assert [cell.scope for cell in rows(corner)[0]] == ["", "col"]


def test_a_value_tells_its_row_and_column_path() -> None:
    assert rows(TABLE)[2][2].title == "结果 › 公开 ／ 申请人 › 个人"


def test_the_cited_cell_is_marked_and_so_are_all_its_headers_and_no_other_cell() -> None:
    marks = {cell.text: cell.mark for row in rows(TABLE, (3, 2)) for cell in row if cell.mark}
    headers = ("不公开", "结果", "个人", "申请人")
    assert marks == {"3": "cited", **dict.fromkeys(headers, "header")}


def test_a_place_without_a_cell_marks_nothing() -> None:
    assert not [cell for row in rows(TABLE, (9, 9)) for cell in row if cell.mark]


def test_an_empty_table_has_no_rows() -> None:
    assert rows(replace(TABLE, cells=())) == ()

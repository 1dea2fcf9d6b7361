"""Spreadsheets: what a person sees in the cells, several tables a sheet, and what is hidden."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from corpus.readers.office.number_formats import shown
from corpus.readers.spreadsheet import read
from corpus.report import Document, Grid, ReportError, Text

REPORTS = Path(__file__).parents[2] / "../shared/reports"


def _xlsx(fill: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _blocks(document: Document) -> list[str | list[list[str]]]:
    """Texts as they are, tables as rows of texts (merged places left out)."""
    out: list[str | list[list[str]]] = []
    for block in document.blocks:
        if isinstance(block, Text):
            out.append(block.text)
        else:
            rows = max(cell.row for cell in block.cells) + 1
            out.append([[c.text for c in block.cells if c.row == row] for row in range(rows)])
    return out


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.0565, "0.00%", "5.65%"), (75394432.5, "#,##0.00", "75,394,432.50"), (-1942, "#,##0_);(#,##0)", "(1,942)"),
        (3.25, "0.0_ ", "3.3"), (12.5, '#,##0.00"万元"', "12.50万元"), (0.1 + 0.2, "General", "0.3"),
        (0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"), (5, "00", "05"), (150, '[>=100]0"高";0"低"', "150高"),
        (1234567, "[$￥-804]#,##0.00", "￥1,234,567.00"), (10**15, "General", "1000000000000000"), (True, "General", "TRUE"),
        (None, "0.00", ""), ("凌云县", "0.00", "凌云县"), (123456, "0,", "123"), (0.333, "# ?/?", "0.333"),
        (datetime(2024, 3, 5), 'yyyy"年"m"月"d"日"', "2024年3月5日"), (date(2024, 3, 5), "mm-dd-yy", "2024/3/5"),
        (datetime(2024, 3, 5, 14, 7), "yyyy-mm-dd hh:mm", "2024-03-05 14:07"), (time(9, 5), "h:mm", "9:05"),
        (datetime(2024, 3, 5), "General", "2024-03-05"),
    ],
)  # fmt: skip
def test_values_show_as_in_the_sheet(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_titles_units_and_notes_stand_outside_the_table() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet["A1"] = "某某县2024年收支总表"
        sheet.merge_cells("A1:C1")
        sheet["A2"], sheet["C2"] = "编制单位：某某县", "单位：万元"
        for row, line in enumerate((("项目", "预算", "决算"), ("教育", 1234.5, 20), ("卫生", 3, None)), 3):
            for column, value in enumerate(line, 1):
                sheet.cell(row, column, value)
        sheet["B4"].number_format = "#,##0.00"
        sheet["A6"] = "注：本表不含上级资金。"

    document = read(_xlsx(fill), Path("a.xlsx"))
    assert _blocks(document) == [
        "某某县2024年收支总表", "编制单位：某某县 单位：万元",
        [["项目", "预算", "决算"], ["教育", "1,234.50", "20"], ["卫生", "3", ""]], "注：本表不含上级资金。",
    ]  # fmt: skip


def test_tables_are_parted_by_blank_rows_and_columns() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        for top, left in ((1, 1), (1, 4), (6, 1)):
            for row in range(3):
                for column in range(2):
                    sheet.cell(top + row, left + column, f"{top}{left}{row}{column}")

    grids = read(_xlsx(fill), Path("a.xlsx")).blocks
    assert [grid.cells[0].text for grid in grids if isinstance(grid, Grid)] == [
        "1100",
        "1400",
        "6100",
    ]


def test_what_is_hidden_is_left_out_and_told() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        for row, line in enumerate(
            (("项目", "内部", "数"), ("甲", "x", 1), ("乙", "y", 2), ("丙", "z", 3)), 1
        ):
            for column, value in enumerate(line, 1):
                sheet.cell(row, column, value)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        secret = book.create_sheet("底稿")
        secret["A1"] = "秘密"
        secret.sheet_state = "hidden"

    document = read(_xlsx(fill), Path("a.xlsx"))
    assert _blocks(document) == [[["项目", "数"], ["甲", "1"], ["丙", "3"]]]
    assert any("底稿" in notice for notice in document.notices)
    assert any("隐藏的行或列" in notice for notice in document.notices)


def test_a_formula_that_was_never_calculated_is_told_not_read_as_blank() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        for row, line in enumerate((("项目", "数"), ("甲", 1), ("合计", "=SUM(B2:B2)")), 1):
            for column, value in enumerate(line, 1):
                sheet.cell(row, column, value)

    document = read(_xlsx(fill), Path("a.xlsx"))
    assert _blocks(document) == [[["项目", "数"], ["甲", "1"], ["合计", "=SUM(B2:B2)"]]]
    assert any("1个公式没有保存计算结果" in notice for notice in document.notices)


def test_a_merged_cell_over_the_whole_sheet_ends_where_the_sheet_does() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet["A2"], sheet["B2"], sheet["A3"], sheet["B3"] = "项目", "数", "甲", 1
        sheet["A1"] = "某某局收支表"
        sheet.merged_cells.add("A1:XFD1")

    assert _blocks(read(_xlsx(fill), Path("a.xlsx"))) == ["某某局收支表", [["项目", "数"], ["甲", "1"]]]


def test_a_merged_cell_of_millions_of_places_is_refused() -> None:
    def fill(book: Any) -> None:
        book.active["A1"] = "项目"
        book.active.merged_cells.add("A1:XFD1048576")

    with pytest.raises(ReportError, match=r"a\.xlsx.*合并单元格过大"):
        read(_xlsx(fill), Path("a.xlsx"))


def test_sheets_that_someone_named_are_headed_by_their_names() -> None:
    def fill(book: Any) -> None:
        for name in ("收入", "支出"):
            sheet = book.create_sheet(name)
            for place in ("A1", "B1", "A2", "B2"):
                sheet[place] = name + place
        del book["Sheet"]

    assert [block.text for block in read(_xlsx(fill), Path("a.xlsx")).blocks if isinstance(block, Text)] == [
        "收入",
        "支出",
    ]


CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Sheet1"><table:table-column table:number-columns-repeated="3"/>'
    '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>项目</text:p></table:table-cell>'
    "<table:covered-table-cell/><table:table-cell><text:p>占比</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>"
    '<table:table-cell office:value-type="percentage" office:value="0.0565" table:number-columns-repeated="2">'
    "<text:p>5.65%</text:p></table:table-cell></table:table-row>"
    '<table:table-row table:visibility="collapse"><table:table-cell><text:p>藏</text:p></table:table-cell></table:table-row>'
    '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row>'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)


def test_ods_shows_what_its_cells_show() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("content.xml", CONTENT)
    document = read(out.getvalue(), Path("a.ods"))
    assert _blocks(document) == [[["项目", "占比"], ["甲", "5.65%", "5.65%"]]]
    assert document.notices


@pytest.mark.parametrize("written", ["104c573", "", "-2", "9" * 20])
def test_a_damaged_repetition_counts_once(written: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("content.xml", CONTENT.replace("1048573", written).replace('"2"', f'"{written}"'))
    (grid,) = read(out.getvalue(), Path("a.ods")).blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells if cell.text] == ["项目", "占比", "甲", "5.65%"]


def test_xls_shows_formats_merges_and_leaves_hidden_rows_out() -> None:
    source = Path(__file__).parent / "files" / "accounts.xls"
    document = read(source.read_bytes(), source)
    (grid,) = document.blocks
    assert isinstance(grid, Grid)
    assert [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells] == [
        (0, 0, 2, 1, "项目"), (0, 1, 1, 2, "金额"), (1, 1, 1, 1, "预算"), (1, 2, 1, 1, "占比"),
        (2, 0, 1, 1, "教育"), (2, 1, 1, 1, "1,234.50"), (2, 2, 1, 1, "5.65%"),
        (3, 0, 1, 1, "日期"), (3, 1, 1, 1, "2024-03-05"), (3, 2, 1, 1, "0.5"),
    ]  # fmt: skip
    assert document.notices


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_the_encodings_that_offices_use(encoding: str) -> None:
    text = "项目,本年处理决定数量\n行政许可,447228\n行政处罚,3985758\n"
    assert _blocks(read(text.encode(encoding), Path("a.csv"))) == [
        [["项目", "本年处理决定数量"], ["行政许可", "447228"], ["行政处罚", "3985758"]]
    ]


def test_a_csv_row_that_is_a_document_is_one() -> None:
    body = "下载\n打印\n某某县政府工作报告\n——在大会上\n" + "一年来，我们共办理提案120件。\n" * 120
    data = f'地区,标题,网址,发布日期,正文\n某某县,某某县政府工作报告,https://a.example/1,2026-02-02,"{body}"\n'.encode()
    document = read(data, Path("a.csv"))
    assert document.meta == {
        "title": "某某县政府工作报告", "url": "https://a.example/1", "published": "2026-02-02",
    }  # fmt: skip
    assert [block.text for block in document.blocks if isinstance(block, Text)][:3] == [
        "某某县政府工作报告", "——在大会上", "一年来，我们共办理提案120件。",
    ]  # fmt: skip


def test_several_documents_in_one_csv_are_refused() -> None:
    rows = "".join(f'标题{n},"{"很长的正文。" * 400}"\n' for n in range(2))
    with pytest.raises(ReportError, match=r"many\.csv.*2份"):
        read(f"标题,正文\n{rows}".encode(), Path("many.csv"))


def test_the_government_work_report_in_csv() -> None:
    source = REPORTS / "2026_北京市_政府工作报告.csv"
    if not source.exists():
        pytest.skip(f"no {source.name} in a shared folder beside the checkout")
    document = read(source.read_bytes(), source)
    assert document.meta["title"] == "2026年北京市政府工作报告"
    assert document.meta["published"] == "2026-02-02"
    assert document.blocks[0] == Text("2026年北京市政府工作报告")
    assert len(document.blocks) > 50

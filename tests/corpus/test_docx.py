"""Word documents: real spans, tables inside tables, and the list numbers that Word keeps apart from the text."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from corpus.readers.docx import read
from corpus.readers.office.numbering import written
from corpus.report import Document, Grid, ReportError, Text

REPORTS = Path(__file__).parents[2] / "../shared/reports"


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _read(document: Any) -> Document:
    return read(_saved(document), Path("report.docx"))


def _places(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rows, cell.columns, cell.text) for cell in grid.cells]


def test_cells_merged_across_and_down_keep_their_spans() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(1, 1)).text = "角"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "右"
    (grid,) = _read(document).blocks
    assert isinstance(grid, Grid)
    assert _places(grid) == [
        (0, 0, 2, 2, "角"), (0, 2, 1, 1, "02"), (1, 2, 2, 1, "右"), (2, 0, 1, 1, "20"), (2, 1, 1, 1, "21"),
    ]  # fmt: skip


def _edges_apart(widths: tuple[int, ...]) -> list[tuple[int, int, int, int, str]]:
    """The table 甲 | 乙 over 1 | 2 whose middle edge lies a column further right in the lower row."""
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "乙"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "1"
    table.cell(0, 0).text, table.cell(1, 2).text = "甲", "2"
    for column, width in zip(table.columns, widths, strict=True):
        column._gridCol.set(qn("w:w"), str(width))
    (grid,) = _read(document).blocks
    assert isinstance(grid, Grid)
    return _places(grid)


def test_edges_a_hair_apart_are_one_edge() -> None:
    assert _edges_apart((2000, 1, 1999)) == [
        (0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "1"), (1, 1, 1, 1, "2"),
    ]  # fmt: skip
    assert _edges_apart((2000, 400, 1600)) == [
        (0, 0, 1, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 0, 1, 2, "1"), (1, 2, 1, 1, "2"),
    ]  # fmt: skip


def test_a_thin_column_with_a_cell_of_its_own_is_a_column() -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, "甲乙丙", strict=True):
        cell.text = text
    table.columns[1]._gridCol.set(qn("w:w"), "5")
    (grid,) = _read(document).blocks
    assert isinstance(grid, Grid)
    assert [(column, text) for _, column, *_, text in _places(grid)] == [(0, "甲"), (1, "乙"), (2, "丙")]


def test_a_table_in_a_cell_follows_its_table_and_a_frame_is_no_table() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "外"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内一", "内二"
    frame = document.add_table(1, 1)
    frame.cell(0, 0).text = "框中文字"
    blocks = _read(document).blocks
    assert [[c.text for c in b.cells] if isinstance(b, Grid) else b.text for b in blocks] == [
        ["外", ""], ["内一", "内二"], "框中文字",
    ]  # fmt: skip


def _numbered(document: Any, levels: list[tuple[str, str]]) -> None:
    """Give the document one list, number 99, whose levels have these forms and patterns."""
    numbering = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for i, (form, pattern) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{body}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="77"/></w:num>'))


def _item(document: Any, text: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="99"/></w:numPr>')
    )


def test_list_numbers_come_out_as_the_text_that_shows() -> None:
    document = docx.Document()
    _numbered(document, [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")])
    for text, level in (
        ("总体情况", 0),
        ("主动公开", 1),
        ("文件", 2),
        ("公报", 2),
        ("平台", 1),
        ("问题", 0),
        ("原因", 1),
    ):
        _item(document, text, level)
    texts = [block.text for block in _read(document).blocks if isinstance(block, Text)]
    assert texts == [
        "一、总体情况",
        "（一）主动公开",
        "1.文件",
        "2.公报",
        "（二）平台",
        "二、问题",
        "（一）原因",
    ]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (12, "chineseCountingThousand", "十二"), (3, "upperRoman", "III"), (28, "lowerLetter", "bb"),
        (3, "decimalEnclosedCircle", "③"), (12, "decimalFullWidth", "１２"), (2, "ideographTraditional", "乙"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_the_list_s_form(count: int, form: str, shown: str) -> None:
    assert written(count, form) == shown


def test_headings_and_titles_have_levels() -> None:
    document = docx.Document()
    document.add_heading("某某局年度报告", 0)
    document.add_heading("一、总体情况", 1)
    document.add_paragraph("正文")
    blocks = _read(document).blocks
    assert [(b.text, b.heading) for b in blocks if isinstance(b, Text)] == [
        ("某某局年度报告", 1), ("一、总体情况", 1), ("正文", None),
    ]  # fmt: skip


def test_deleted_and_hidden_text_is_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("共受理")
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>100</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>120</w:t></w:r></w:ins>"))
    paragraph.add_run("件")
    paragraph.add_run("（草稿）").font.hidden = True
    assert [b.text for b in _read(document).blocks if isinstance(b, Text)] == ["共受理120件"]


def test_a_document_that_declares_entities_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')
    with pytest.raises(ReportError, match=r"bomb\.docx.*文档类型"):
        read(data.getvalue(), Path("bomb.docx"))


def test_the_empty_form_has_all_its_places() -> None:
    source = REPORTS / "blank-form-2021.docx"
    if not source.exists():
        pytest.skip(f"no {source.name} in a shared folder beside the checkout")
    grids = [b for b in read(source.read_bytes(), source).blocks if isinstance(b, Grid)]
    sizes = [
        (max(c.row + c.rows for c in g.cells), max(c.column + c.columns for c in g.cells)) for g in grids
    ]
    assert sizes == [(14, 4), (28, 10), (4, 15)]
    # 4 article values under (一), (五), (六), (八) are 6+1+2+1 places; 25 rows of 7; one row of 15.
    blank = [sum(not cell.text.strip() for cell in grid.cells) for grid in grids]
    assert blank == [10, 25 * 7, 15]
    third = next(cell for cell in grids[1].cells if cell.text == "三、本年度办理结果")
    assert (third.rows, third.columns) == (22, 1)


def test_a_damaged_span_is_refused_and_moves_no_value_to_another_column() -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"
    span = table._tbl.xpath(".//w:gridSpan")[0]
    span.set(qn("w:val"), "二")
    with pytest.raises(ReportError, match="二"):
        _read(document)

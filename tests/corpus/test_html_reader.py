"""Web pages as government sites write them."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from corpus.grids.matrix import matrix
from corpus.parse import parse
from corpus.readers.html import read
from corpus.readers.html_tables import grids
from corpus.report import Document, Grid, GridCell, ReportError, Table, Text

PAGE = """<!DOCTYPE html><html><head><title>云岗市水务局2021年度工作总结_云岗市人民政府</title>
<meta name="PubDate" content="2022-01-20 10:00"><style>p{}</style></head><body>
<div class="header"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div>
<div class="nav"><ul><li><a>机构</a></li><li><a>文件</a></li></ul></div>
<div class="crumb">当前位置：<a>首页</a> &gt; <a>政务公开</a></div>
<div class="wrap"><h1>云岗市水务局2021年度工作总结</h1>
<div class="info">发布时间：2022-01-20 来源：本局</div><div class="share">分享到：<a>微信</a></div>
<div class="content"><p>我局2021年的工作如下。</p>
<h2>供水</h2><p>全年供水<span>120</span>万立方米。<br>漏损率<b>7</b>%。</p>
TABLE
<p style="display:none">看不见。</p><p>以上。</p></div></div>
<div class="footer">版权所有：云岗市水务局 备案号12345</div><script>var a = 1;</script></body></html>"""

TABLE = """<table border="1"><tr><td rowspan="2" colspan="2">水<br>厂</td><td colspan="2"><p>供水</p><p>情况</p></td></tr>
<tr><td><span>供</span><span>水量</span></td><td>漏损&nbsp;</td></tr>
<tr><td rowspan="2">城区</td><td>东厂</td><td>120</td><td>&nbsp;</td></tr>
<tr><td>西厂</td><td>95</td><td>4</td></tr></table>"""


def document(page: str, encoding: str = "utf-8") -> Document:
    return read(page.encode(encoding), Path("page.html"))


def grid(table: str) -> Grid:
    (found,) = (
        block for block in document(f"<html><body>{table}</body></html>").blocks if isinstance(block, Grid)
    )
    return found


def test_the_report_without_the_page_around_it() -> None:
    found = document(PAGE.replace("TABLE", ""))
    assert found.blocks == (
        Text("我局2021年的工作如下。"),
        Text("供水", heading=2),
        Text("全年供水120万立方米。"),
        Text("漏损率7%。"),
        Text("以上。"),
    )
    assert found.meta["title"] == "云岗市水务局2021年度工作总结"
    assert found.meta["published"] == "2022-01-20 10:00"


def test_a_page_becomes_a_report_with_full_paths(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("TABLE", TABLE), encoding="utf-8")
    report = parse(path)
    assert (report.issuer, report.year, report.published) == ("云岗市水务局", 2021, "2022-01-20")
    section = report.sections[-1]
    assert section.path == ("供水",)
    assert [type(block).__name__ for block in section.blocks] == [
        "Paragraph",
        "Paragraph",
        "Table",
        "Paragraph",
    ]
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    assert [(c.row_path, c.column_path, c.text) for c in table.cells if c.role == "value"] == [
        (("城区", "东厂"), ("供水情况", "供水量"), "120"),
        (("城区", "东厂"), ("供水情况", "漏损"), ""),
        (("城区", "西厂"), ("供水情况", "供水量"), "95"),
        (("城区", "西厂"), ("供水情况", "漏损"), "4"),
    ]


def test_spans_are_read_as_the_standard_says() -> None:
    assert grid(TABLE).cells == (
        GridCell(0, 0, "水厂", rows=2, columns=2),
        GridCell(0, 2, "供水情况", columns=2),
        GridCell(1, 2, "供水量"),
        GridCell(1, 3, "漏损"),
        GridCell(2, 0, "城区", rows=2),
        GridCell(2, 1, "东厂"),
        GridCell(2, 2, "120"),
        GridCell(2, 3, ""),
        GridCell(3, 1, "西厂"),
        GridCell(3, 2, "95"),
        GridCell(3, 3, "4"),
    )


def test_absurd_spans_are_cut_to_the_table() -> None:
    found = grid(
        '<table><tr><td colspan="1000">供水情况</td></tr><tr><td rowspan="9999">东厂</td><td>1</td></tr>'
        '<tr><td>2</td></tr><tr><td rowspan="x">3</td></tr></table>'
    )
    whole = matrix(found.cells)
    assert (whole.height, whole.width) == (4, 2)
    assert found.cells[0] == GridCell(0, 0, "供水情况", columns=2)


def test_a_table_in_a_cell_follows_the_table_it_stands_in() -> None:
    inner = "<table><tr><td>甲</td><td>1</td></tr></table>"
    found = document(
        f"<body><table><tr><td>项目</td><td>数量</td></tr><tr><td>乙{inner}</td><td>2</td></tr></table></body>"
    )
    outer, nested = found.blocks
    assert isinstance(outer, Grid)
    assert isinstance(nested, Grid)
    assert [cell.text for cell in outer.cells] == ["项目", "数量", "乙", "2"]
    assert [cell.text for cell in nested.cells] == ["甲", "1"]


def test_a_table_that_only_sets_out_the_page_is_no_table() -> None:
    text = "我局全年供水。我局全年排水。我局全年节水。"
    found = document(f"<body><table><tr><td><p>{text}</p>{TABLE}<p>完。</p></td></tr></table></body>")
    assert [type(block) for block in found.blocks] == [Text, Grid, Text]


@pytest.mark.parametrize(
    "charset",
    ["", '<meta charset="gb2312">', '<meta http-equiv="Content-Type" content="text/html; charset=gbk">'],
)
def test_gb18030_with_and_without_its_name(charset: str) -> None:
    page = f"<html><head>{charset}</head><body><p>云岗市水务局全年供水一百二十万立方米，漏损率下降，䶮湖水质达标。</p></body></html>"
    assert document(page, "gb18030").blocks == (
        Text("云岗市水务局全年供水一百二十万立方米，漏损率下降，䶮湖水质达标。"),
    )


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>1</script></body></html>", "<!-- -->"]
)
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(ReportError, match=r"page\.html"):
        document(page)


def test_a_ragged_table_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    rows = "<tr><td>水厂</td><td>供水量</td><td>漏损量</td></tr><tr><td>东厂</td><td>120</td></tr><tr><td>西厂</td><td>95</td><td>4</td></tr>"
    path.write_text(PAGE.replace("TABLE", f"<table>{rows}</table>"), encoding="utf-8")
    (notice,) = parse(path).notices
    assert notice.startswith("page.html: 表1 第2行缺1个单元格")


@st.composite
def layouts(draw: st.DrawFn) -> list[GridCell]:
    """Grids of up to 6 x 6 places, filled with cells of any spans that fit."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(2, 6))
    free = {(r, c) for r in range(height) for c in range(width)}
    cells: list[GridCell] = []
    while free:
        row, column = min(free)
        columns = draw(st.integers(1, _room(free, row, column, width)))
        below = [
            r for r in range(row, height) if all((r, c) in free for c in range(column, column + columns))
        ]
        rows = draw(st.integers(1, _run(below, row)))
        free -= {(r, c) for r in range(row, row + rows) for c in range(column, column + columns)}
        cells.append(GridCell(row, column, draw(st.text("甲乙丙丁0123", max_size=4)), rows, columns))
    return cells


def _room(free: set[tuple[int, int]], row: int, column: int, width: int) -> int:
    return next((c for c in range(column, width) if (row, c) not in free), width) - column


def _run(rows: list[int], start: int) -> int:
    return next((n for n, row in enumerate(rows) if row != start + n), len(rows))


def rendered(cells: list[GridCell]) -> str:
    rows: list[list[str]] = [[] for _ in range(max(cell.row + cell.rows for cell in cells))]
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        rows[cell.row].append(f"<td rowspan={cell.rows} colspan={cell.columns}><p>{cell.text}</p></td>")
    return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>"


@settings(max_examples=150, deadline=None)
@given(layouts())
def test_any_grid_comes_back_from_html(cells: list[GridCell]) -> None:
    found = list(grids(lxml_html.fragment_fromstring(rendered(cells))))
    if any(cell.text for cell in cells):
        assert sorted(found[0].cells, key=lambda c: (c.row, c.column)) == sorted(
            cells, key=lambda c: (c.row, c.column)
        )
    else:
        assert found == []


@settings(max_examples=100, deadline=None)
@given(st.text("<>/=\"'&;tdrabl epsnhv18一。-!", max_size=200))
def test_no_page_crashes_the_reader(page: str) -> None:
    with suppress(ReportError):
        document(f"<html><body>{page}")

"""Plain text: encodings, header lines, and tables however they were flattened."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figures import figures as all_figures
from corpus.parse import parse
from corpus.readers import read
from corpus.readers.text import read as read_text
from corpus.report import Document, Grid, ReportError, Table, Text
from corpus.tables import understand

HEAD = "云岗市水务局2021年度工作总结\n一、供水情况\n全年供水情况见下表。\n"
CHINESE = "云岗市水务局二〇二一年度工作总结：全年供水一千二百万立方米，比上年增长百分之三。" * 3


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


def figures(path: Path) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    report = parse(path)
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    return [(c.row_path, c.column_path, c.text) for t in tables for c in t.cells if c.role == "value"]


ROWS = [["水厂", "供水量", "漏损量"], ["东厂", "120", "7"], ["西厂", "95", "4"]]
FLATTENED = {
    "trailing pipes": "\n".join("".join(f"{cell} | " for cell in row) for row in ROWS),
    "leading pipes": "\n".join("".join(f"| {cell} " for cell in row) for row in ROWS),
    "pipes between": "\n".join(" | ".join(row) for row in ROWS),
    "both": "\n".join("|" + "|".join(row) + "|" for row in ROWS),
    "full width": "\n".join("｜".join(row) for row in ROWS),
    "markdown": "\n".join(
        [
            "| " + " | ".join(ROWS[0]) + " |",
            "|---|:---:|---|",
            *("| " + " | ".join(r) + " |" for r in ROWS[1:]),
        ]
    ),
    "tabs": "\n".join("\t".join(row) for row in ROWS),
    "spaces": "\n".join("    ".join(row) for row in ROWS),
    "full-width spaces": "\n".join("　".join(row) for row in ROWS),
    "a cell a line": "\n".join(cell for row in ROWS for cell in row),
    "a pipe on its own line": "\n".join("\n|\n".join(row) for row in ROWS),
}


@pytest.mark.parametrize("how", FLATTENED)
def test_a_flattened_table_comes_back(how: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"{HEAD}{FLATTENED[how]}\n二、安全情况\n全年无事故。\n", encoding="utf-8")
    assert figures(path) == [
        (("东厂",), ("供水量",), "120"),
        (("东厂",), ("漏损量",), "7"),
        (("西厂",), ("供水量",), "95"),
        (("西厂",), ("漏损量",), "4"),
    ]
    assert [s.path for s in parse(path).sections] == [("一、供水情况",), ("二、安全情况",)]


def test_a_blank_in_the_middle_is_a_cell_and_trailing_ones_are_not(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        HEAD + "水厂 | 供水量 | 漏损量 | | |\n东厂 | | 7 | | |\n西厂 | 95 | 4 | | |\n", encoding="utf-8"
    )
    assert figures(path)[:2] == [(("东厂",), ("供水量",), ""), (("东厂",), ("漏损量",), "7")]


def test_a_ragged_row_is_told_with_its_place_and_not_used(tmp_path: Path) -> None:
    path = tmp_path / "ragged.txt"
    path.write_text(
        HEAD + "水厂 | 供水量 | 漏损量\n东厂 | 120 | 7\n西厂 | 95 | 4 | 6 | 8\n", encoding="utf-8"
    )
    report = parse(path)
    (notice,) = report.notices
    assert notice.startswith("ragged.txt: 表1 第3行")
    table = next(b for s in report.sections for b in s.blocks if isinstance(b, Table))
    trust = {cell.text: cell.trust for cell in table.cells if cell.role == "value"}
    assert trust["120"] == "read"
    assert trust["95"] == "unreadable"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(encoding: str) -> None:
    document = read_text(CHINESE.encode(encoding), Path("a.txt"))
    assert document.blocks == (Text(CHINESE),)


def test_big5() -> None:
    text = "雲崗市水務局二〇二一年度工作總結：全年供水一千二百萬立方公尺，比上年增長百分之三。" * 3
    assert read_text(text.encode("big5", "ignore"), Path("a.txt")).blocks == (Text(text.replace("〇", "")),)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", "　\n \n".encode(), "no text"),
        ("bytes.txt", bytes(range(256)) * 40, "not text"),
        ("program.txt", b"MZ\x90\x00\x03" + b"\x00" * 200, "program"),
        ("report.xyz", "文字".encode(), "unknown kind"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReportError, match=says) as refused:
        read(path)
    assert name in str(refused.value)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"nothing\.txt"):
        read(tmp_path / "nothing.txt")


CRAWLED = """标题: 云岗市水务局2021年度工作总结
发布时间: 2022-01-20 15:22
文号: 云水〔2022〕3号
发布机构: 云岗市水务局
栏目: 年度总结
原文链接: https://www.example.gov.cn/2022/t1.htm
==================== 正文 ====================
当前位置：首页 > 政务公开
分享到：
来源：云岗市水务局
全年供水120万立方米。
"""


def test_header_lines_become_facts_and_chrome_goes() -> None:
    document = read_text(CRAWLED.encode(), Path("a.txt"))
    assert document.meta == {
        "title": "云岗市水务局2021年度工作总结",
        "published": "2022-01-20 15:22",
        "document_number": "云水〔2022〕3号",
        "issuer": "云岗市水务局",
        "url": "https://www.example.gov.cn/2022/t1.htm",
    }
    assert document.blocks == (Text("全年供水120万立方米。"),)


def test_a_sentence_cut_by_the_end_of_a_page_is_put_together() -> None:
    cut = "我局坚持以群众需求为导向，聚焦重点领域和关键环节，努力让政务信息看"
    document = read_text(f"{cut}\n\n得懂、用得上。\n\n下一段。\n".encode(), Path("a.txt"))
    assert document.blocks == (Text(f"{cut}得懂、用得上。"), Text("下一段。"))


CELL = st.text("供水量漏损东西厂南北甲乙丙丁", min_size=1, max_size=6)
NUMBER = st.integers(0, 99999).map(str)


@settings(max_examples=50, deadline=None)
@given(st.data(), st.integers(2, 9), st.integers(1, 6), st.sampled_from([" | ", "|", "\t", "    "]))
def test_tables_of_any_size_come_back(data: st.DataObject, width: int, height: int, separator: str) -> None:
    header = data.draw(st.lists(CELL, min_size=width, max_size=width, unique=True))
    rows = [
        [f"第{n}水厂", *data.draw(st.lists(NUMBER, min_size=width - 1, max_size=width - 1))]
        for n in range(height)
    ]
    text = "\n".join(separator.join(row) for row in [header, *rows])
    (grid,) = grids(read_text(text.encode(), Path("a.txt")))
    assert texts(grid) == [header, *rows]


@settings(max_examples=100, deadline=None)
@given(st.text() | st.text("|一、（1）.\n\t 　件0年标题：#-", max_size=300))
def test_no_text_crashes_the_reader(text: str) -> None:
    try:
        document = read_text(text.encode("utf-8", "surrogatepass"), Path("a.txt"))
    except ReportError:
        return
    for grid in grids(document):
        understand(grid)


@pytest.mark.parametrize("then", ["和2024年工作计划", "及2024年工作思路", "暨2024年度工作要点"])
def test_a_title_is_not_drawn_into_the_paragraph_after_it(then: str, tmp_path: Path) -> None:
    title = f"云岗市水资源综合管理局2023年度工作总结{then}"
    path = tmp_path / "a.txt"
    path.write_text(f"{title}\n\n2023年，我局全面加强供水管理，各项工作取得进展。\n", "utf-8")
    report = parse(path)
    assert (report.title, report.issuer, report.year) == (title, "云岗市水资源综合管理局", 2023)


def test_a_long_line_of_facts_takes_nothing_of_the_report_with_it() -> None:
    text = (
        "云岗市水务局2021年度政府信息公开工作年度报告\n发布时间：2022-01-26 16:05　　信息来源：云岗市人民政府办公室\n"
        "如有疑问，请联系云岗市水务局办公室，电话：0999-1234567。\n一、总体情况\n全年供水120万立方米。\n"
    )
    said = [block.text for block in read_text(text.encode(), Path("a.txt")).blocks if isinstance(block, Text)]
    assert "如有疑问，请联系云岗市水务局办公室，电话：0999-1234567。" in said


@pytest.mark.parametrize(("second", "unit"), [("项目支出", "元"), ("其中：专项", None)])
def test_a_table_that_a_page_divides_keeps_its_unit(second: str, unit: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "云岗市水务局2026年部门预算\n一、支出预算表\n编制部门：云岗市水务局 单位：元\n\n"
        "| 科目 | 基本支出 | 项目支出 |\n| --- | --- | --- |\n| 教育支出 | 120 | 30 |\n| 水利支出 | 410 | 75 |\n\n"
        f"| 科目 | 基本支出 | {second} |\n| --- | --- | --- |\n| 住房支出 | 88 | 12 |\n| 医疗支出 | 53 | 9 |\n",
        encoding="utf-8",
    )
    tables = [block for one in parse(path).sections for block in one.blocks if isinstance(block, Table)]
    assert [table.unit for table in tables] == ["元", unit]


CUT_ITEMS = """云岗市园林局2025年度部门决算
一、支出决算具体情况
10.“住房保障支出（类）住房改革支出（款）住房公积金（项）”
4.31 万元，主要用于：缴纳公积金。年初预算为 5.00 万元，支出决算为
4.31 万元。
“住房保障支出（类）住房改革支出（款）购房补贴（项）”
62.20 万元，主要用于：
购房补贴。
年初预算为 60.00 万元，支出决算为 62.20 万元。
决算数大于预算数的主要原因：
人员增加。
"""


def test_an_account_s_item_that_lines_cut_is_put_together_and_no_other_s(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CUT_ITEMS, encoding="utf-8")
    found = {one.label.phrase: str(one.value) for one in all_figures(parse(path))}
    above = "住房保障支出住房改革支出"
    assert found[f"{above}住房公积金：年初预算"] == "5.00"
    assert found[f"{above}住房公积金：支出决算"] == "4.31"
    assert found[f"{above}购房补贴：年初预算"] == "60.00"
    assert found[f"{above}购房补贴：支出决算"] == "62.20"


def test_a_long_numbered_heading_is_not_drawn_into_what_is_below_it(tmp_path: Path) -> None:
    path = tmp_path / "水务.txt"
    heading = "（二）严守安全底线不放松，推动农村供水保障能力稳步提升"
    path.write_text(f"云岗市水务局2021年度工作总结\n{heading}\n{CHINESE}。\n", encoding="utf-8")
    assert [section.path for section in parse(path).sections if section.blocks] == [(heading,)]
    cut = "（二）严守安全底线不放松，推动农村供水保障能力稳步提升，"
    path.write_text(f"云岗市水务局2021年度工作总结\n{cut}\n{CHINESE}。\n", encoding="utf-8")
    assert all(heading not in section.path for section in parse(path).sections)

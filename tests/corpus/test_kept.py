"""Markdown tables whose merged cells left their places blank: read as with their real spans, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.language.writing import is_value
from corpus.readers.html import read as read_html
from corpus.readers.text import read as read_text
from corpus.report import Document, Grid, Table
from corpus.tables import faults, understand
from tests.form_grids import FLAT, FormGrid, Placed, by_row, html_row

Path_ = tuple[str, ...]


def grid(document: Document) -> Grid:
    (found,) = (block for block in document.blocks if isinstance(block, Grid))
    return found


def from_text(text: str) -> Grid:
    return grid(read_text(text.encode(), Path("a.md")))


def from_html(form: FormGrid) -> Grid:
    rows = "".join(map(html_row, by_row(form)))
    return grid(read_html(f"<html><body><table>{rows}</table></body></html>".encode(), Path("a.html")))


def read(text: str) -> dict[str, tuple[Path_, Path_]]:
    """The paths of each value that is used, by its text."""
    return {
        cell.text: (cell.row_path, cell.column_path)
        for table in understand(from_text(text))
        for cell in table.cells
        if cell.role == "value" and cell.trust == "read" and cell.text
    }


# --- any table with nested headers ---------------------------------------------------------------------

NAMES = st.text("辰巳午未申酉戌亥子丑寅卯", min_size=2, max_size=4)


@dataclass(frozen=True)
class Node:
    """A header cell: its name, the cells under it, its lines more than one where there is room; its columns where
    nothing is under it."""

    name: str
    under: tuple[Node, ...] = ()
    more: int = 0
    wide: int = 1

    @property
    def leaves(self) -> int:
        return sum(node.leaves for node in self.under) or self.wide

    @property
    def depth(self) -> int:
        return 1 + max((node.depth for node in self.under), default=0)

    def placed(self, row: int, column: int, depth: int) -> list[Placed]:
        rows = min(1 + self.more, depth - self.depth + 1) if self.under else depth
        cells = [Placed(row, column, self.name, rows, self.leaves)]
        for node in self.under:
            cells += node.placed(row + rows, column, depth - rows)
            column += node.leaves
        return cells


def forests(levels: int, most: int = 4) -> st.SearchStrategy[tuple[Node, ...]]:
    leaves = st.builds(Node, NAMES)
    if levels == 1:
        nodes: st.SearchStrategy[Node] = leaves
    else:
        under = forests(levels - 1, 3).filter(lambda found: len(found) > 1)
        nodes = leaves | st.builds(Node, NAMES, under, st.integers(0, 1))
    return st.lists(nodes, min_size=1, max_size=most, unique_by=lambda node: node.name).map(tuple)


@dataclass(frozen=True)
class Block:
    """A table, or one of those side by side: the header over its labels, over its values, and over both."""

    labels: tuple[Node, ...]
    values: tuple[Node, ...]
    over: str = ""

    @property
    def header(self) -> tuple[Node, ...]:
        whole = (*self.labels, *self.values)
        return (Node(self.over, whole),) if self.over else whole


LABELS = {
    "one": (Node("项目"),),
    "two": (Node("地区"), Node("水厂")),
    "two under one": (Node("供水单位", (Node("地区"), Node("水厂"))),),
    "merged two": (Node("供水单位", wide=2),),
    "codes": (Node("科目编码", (Node("类"), Node("款"))), Node("科目名称")),
    "code": (Node("项目", (Node("功能分类科目编码"), Node("科目名称"))),),
}


def _rows(draw: st.DrawFn, kind: str, column: int, top: int, count: int) -> tuple[int, list[Placed]]:
    """The width of a block's labels, and its labels for so many rows."""
    names = draw(st.lists(NAMES, min_size=count, max_size=count, unique=True))
    if kind == "one":
        marked = draw(st.booleans())
        return 1, [
            Placed(top + n, column, f"{'一二三四五六七'[n]}、{name}" if marked else name)
            for n, name in enumerate(names)
        ]
    if kind in ("codes", "code"):
        wide = 3 if kind == "codes" else 2
        cells: list[Placed] = []
        group, part = 201, 0
        for n, name in enumerate(names):
            if n == count - 1 and draw(st.booleans()):
                cells.append(Placed(top + n, column, "合计", 1, wide))
                continue
            deeper = n > 0 and draw(st.booleans())
            group, part = (group, part + 1) if deeper else (group + 1, 0)
            if kind == "code":
                cells.append(Placed(top + n, column, f"{group}{part:02}" if deeper else str(group)))
            else:
                cells.append(Placed(top + n, column, str(group)))
                cells.append(Placed(top + n, column + 1, f"{part:02}" if deeper else ""))
            cells.append(Placed(top + n, column + wide - 1, name))
        return wide, cells
    cells, n = [], 0
    while n < count:
        high = draw(st.integers(1, min(3, count - n)))
        if high == 1 and draw(st.booleans()):
            cells.append(Placed(top + n, column, names[n], 1, 2))
        else:
            cells.append(Placed(top + n, column, f"{names[n]}区", high))
            cells.extend(Placed(top + m, column + 1, names[m]) for m in range(n, n + high))
        n += high
    return 2, cells


@st.composite
def tables(draw: st.DrawFn) -> FormGrid:
    """A table with one or two blocks, each with its labels, under nested headers; no value is there twice."""
    sides = draw(st.integers(1, 2))
    kinds = [draw(st.sampled_from(sorted(LABELS))) for _ in range(sides)]
    over = draw(st.booleans())
    blocks = [
        Block(LABELS[kind], draw(forests(draw(st.integers(1, 3)))), f"本年{'收支'[n]}" if over else "")
        for n, kind in enumerate(kinds)
    ]
    depth = max(node.depth for block in blocks for node in block.header)
    count = draw(st.integers(1, 6))
    cells: list[Placed] = []
    column, serial = 0, 1000
    for block, kind in zip(blocks, kinds, strict=True):
        wide, labels = _rows(draw, kind, column, depth, count)
        start = column
        for node in block.header:
            cells += node.placed(0, column, depth)
            column += node.leaves
        cells += labels
        for row in range(count):
            blank = draw(st.integers(0, 5)) == 0
            for place in range(start + wide, column):
                serial += 1
                empty = blank or draw(st.integers(0, 4)) == 0
                cells.append(Placed(depth + row, place, "" if empty else f"{serial}.5"))
    return FormGrid(str(depth), tuple(sorted(cells, key=lambda one: (one.row, one.column))))


Places = dict[tuple[int, int], tuple[Path_, Path_, str]]


def values(found: tuple[Table, ...]) -> Places:
    """The paths of the numbers that are used, by their places."""
    return {
        (cell.row, cell.column): (cell.row_path, cell.column_path, cell.text)
        for table in found
        for cell in table.cells
        if cell.role == "value" and cell.trust == "read" and is_value(cell.text)
    }


@settings(max_examples=150, deadline=None)
@given(tables())
def test_places_that_are_kept_give_the_paths_of_real_spans_or_nothing(form: FormGrid) -> None:
    real = values(understand(from_html(form)))
    assert values(understand(from_text(FLAT["markdown"](form)))).items() <= real.items()


def repeated(form: FormGrid) -> str:
    """A Markdown table that writes a merged cell in all its places."""
    high, wide = form.size
    table = [[""] * wide for _ in range(high)]
    for cell in form.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                table[row][column] = cell.text
    return markdown(table)


def filled_up(form: FormGrid) -> str:
    """A table flattened, each merged cell written once, and its lines filled up at their ends to one length."""
    rows = [[cell.text for cell in row] for row in by_row(form) if row]
    return markdown([row + [""] * (form.size[1] - len(row)) for row in rows])


def markdown(table: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in table]
    return "\n".join([lines[0], "|" + "---|" * len(table[0]), *lines[1:]])


def without_rules(text: str) -> str:
    """The same table shut in by pipes alone."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(("|---", "| ---")))


@settings(max_examples=100, deadline=None)
@given(tables(), st.sampled_from(["markdown", "repeated", "filled up"]))
def test_without_a_line_of_rules_it_is_the_same_table(form: FormGrid, how: str) -> None:
    write = {"markdown": FLAT["markdown"], "repeated": repeated, "filled up": filled_up}[how]
    text = write(form)
    assert values(understand(from_text(without_rules(text)))) == values(understand(from_text(text)))


@settings(max_examples=100, deadline=None)
@given(tables().filter(lambda form: form.heading != "1"))
def test_merged_cells_that_are_repeated_give_the_paths_of_real_spans_or_nothing(form: FormGrid) -> None:
    real = values(understand(from_html(form)))
    assert values(understand(from_text(repeated(form)))).items() <= real.items()


@settings(max_examples=100, deadline=None)
@given(tables().filter(lambda form: form.heading != "1"))
def test_lines_filled_up_at_their_ends_are_not_taken_for_places(form: FormGrid) -> None:
    """Only for headers: a body without merged cells has its places in either writing."""
    assume(len(by_row(form)[0]) > 1)
    assume(not any(cell.row >= int(form.heading) and cell.rows + cell.columns > 2 for cell in form.cells))
    given_ = {text: paths for *paths, text in values(understand(from_html(form))).values()}
    read_ = {text: paths for *paths, text in values(understand(from_text(filled_up(form)))).values()}
    assert all(given_.get(text) == paths for text, paths in read_.items() if text in given_)


# --- the tables that converters write -------------------------------------------------------------------

CODED = """| 项目 |  |  |  | 收入预算 |  |  |
| --- | --- | --- | --- | --- | --- | --- |
| 功能分类科目编码 |  |  | 功能分类科目名称 | 合计 | 财政拨款 | 其他收入 |
| 类 | 款 | 项 |  |  |  |  |
| 213 |  |  | 农林水支出 | 90.5 | 80.5 | 10.0 |
| 213 | 03 |  | 水利 | 60.5 |  | 9.0 |
| 213 | 03 | 06 | 水利工程运行 | 20.5 | 20.5 |  |
| 合计 |  |  |  | 91.5 | 81.5 | 10.1 |
"""


def test_codes_and_names_under_one_head() -> None:
    assert read(CODED) == {
        "90.5": (("农林水支出",), ("收入预算", "合计")),
        "80.5": (("农林水支出",), ("收入预算", "财政拨款")),
        "10.0": (("农林水支出",), ("收入预算", "其他收入")),
        "60.5": (("农林水支出", "水利"), ("收入预算", "合计")),
        "9.0": (("农林水支出", "水利"), ("收入预算", "其他收入")),
        "20.5": (("农林水支出", "水利", "水利工程运行"), ("收入预算", "财政拨款")),
        "91.5": (("合计",), ("收入预算", "合计")),
        "81.5": (("合计",), ("收入预算", "财政拨款")),
        "10.1": (("合计",), ("收入预算", "其他收入")),
    }
    assert faults(from_text(CODED)) == ()


SIDE_BY_SIDE = """| 本年收入 | {0} | 本年支出 | {1} |
| --- | --- | --- | --- |
| 项目 | 预算数 | 项目 | 预算数 |
| 一、财政拨款收入 | 15.5 | 一、农林水支出 | 9.5 |
| 二、事业收入 |  | 二、教育支出 | 8.5 |
|  |  | 三、其他支出 | 7.5 |
"""


@pytest.mark.parametrize("places", [("", ""), ("本年收入", "本年支出")], ids=["blank", "repeated"])
def test_two_tables_side_by_side(places: tuple[str, str]) -> None:
    assert read(SIDE_BY_SIDE.format(*places)) == {
        "15.5": (("一、财政拨款收入",), ("本年收入", "预算数")),
        "9.5": (("一、农林水支出",), ("本年支出", "预算数")),
        "8.5": (("二、教育支出",), ("本年支出", "预算数")),
        "7.5": (("三、其他支出",), ("本年支出", "预算数")),
    }


def test_cells_go_down_where_the_next_head_ends_the_one_before() -> None:
    assert read("""| “三公”经费 |  |  |  |  |  | 运行经费 |
| --- | --- | --- | --- | --- | --- | --- |
| 合计 | 出国 | 接待 | 车辆 |  |  |  |
|  |  |  | 小计 | 购置 | 运行 |  |
| 9.1 | 9.2 | 9.3 | 9.4 |  | 9.6 | 9.7 |
""") == {
        "9.1": ((), ("“三公”经费", "合计")),
        "9.2": ((), ("“三公”经费", "出国")),
        "9.3": ((), ("“三公”经费", "接待")),
        "9.4": ((), ("“三公”经费", "车辆", "小计")),
        "9.6": ((), ("“三公”经费", "车辆", "运行")),
        "9.7": ((), ("运行经费",)),
    }


UNPROVEN = {
    "blanks at the ends alone": ["项目|收入||||", "数量|金额|数量|金额||", "供水|1.5|2.5|3.5|4.5|5.5"],
    "a corner that is blank in itself": ["|上年|本年||", "指标|数量|金额|数量|金额", "供水|1.5|2.5|3.5|4.5"],
    "a group whose first place is blank": ["项目||合计||", "类|款||其中甲|其中乙", "供水|居民|1.5|2.5|3.5"],
    "values under no name": ["类别||收入||支出", "类|款|合计||", "供水|居民|1.5|2.5|3.5"],
}


@pytest.mark.parametrize("how", UNPROVEN)
def test_what_does_not_prove_its_places_is_not_read(how: str) -> None:
    found = understand(from_text(markdown([line.split("|") for line in UNPROVEN[how]])))
    numbers = [c for t in found for c in t.cells if c.role == "value" and c.text.endswith(".5")]
    assert numbers
    assert {cell.trust for cell in numbers} == {"unreadable"}


def test_a_label_merged_downwards_or_over_other_rows_is_not_guessed() -> None:
    table = [
        ["地区", "水厂", "供水", ""],
        ["", "", "水量", "漏损"],
        ["城区", "东厂", "1.5", "2.5"],
        ["", "西厂", "3.5", "4.5"],
        ["郊区", "", "", ""],
        ["东厂", "", "5.5", "6.5"],
    ]
    assert read(markdown(table)) == {
        "1.5": (("城区", "东厂"), ("供水", "水量")),
        "2.5": (("城区", "东厂"), ("供水", "漏损")),
        "5.5": (("东厂",), ("供水", "水量")),
        "6.5": (("东厂",), ("供水", "漏损")),
    }
    bands = [["指标", "本年", "上年"], ["城区", "", ""], ["水量", "1.5", "2.5"], ["郊区", "", ""]]
    assert read(markdown([*bands, ["水量", "3.5", "4.5"]])) == {}


def test_a_label_alone_is_a_row_without_values() -> None:
    assert read("| 项目 | 金额 |\n|---|---|\n| 工资 | 1.5 |\n| 外事 |  |\n| 培训 | 2.5 |\n") == {
        "1.5": (("工资",), ("金额",)),
        "2.5": (("培训",), ("金额",)),
    }


def test_a_row_may_lack_its_number() -> None:
    table = [
        ["序号", "单位", "人数", ""],
        ["", "", "男", "女"],
        ["1", "本部", "1.5", "2.5"],
        ["", "合计", "3.5", ""],
    ]
    assert read(markdown(table)) == {
        "1.5": (("本部",), ("人数", "男")),
        "2.5": (("本部",), ("人数", "女")),
        "3.5": (("合计",), ("人数", "男")),
    }


def test_the_total_of_a_table_has_no_code() -> None:
    table = [
        ["科目编码", "科目名称", "本年支出", "基本支出"],
        ["", "合计", "9.5", "8.5"],
        ["213", "农林水支出", "7.5", "6.5"],
        ["21303", "水利", "5.5", "4.5"],
    ]
    assert read(markdown(table))["9.5"] == (("合计",), ("本年支出",))
    last = read(markdown([table[0], *table[2:], table[1]]))
    assert last["8.5"] == (("合计",), ("基本支出",))
    of_what = [["地区", "项目", "件数", "金额"], ["城区", "道路", "1.5", "2.5"], ["", "合计", "3.5", "4.5"]]
    assert "3.5" not in read(markdown(of_what))  # of the town, or of all

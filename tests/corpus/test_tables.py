"""From grids to tables: headers, paths, stacked tables, captions, units and notes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.grids.nesting import nested
from corpus.report import Cell, Grid, GridCell, Table
from corpus.tables import faults, understand

Path = tuple[str, ...]


def grid(*rows: str, spans: dict[str, tuple[int, int]] | None = None) -> Grid:
    """Rows of cells between "/", each at its place; `spans` gives rows x columns of a text's cell; a place
    that a span covers is written "^"."""
    cells = [
        GridCell(r, c, text, *(spans or {}).get(text, (1, 1)))
        for r, row in enumerate(rows)
        for c, text in enumerate(part.strip() for part in row.split("/"))
        if text != "^"
    ]
    return Grid(tuple(cells))


def values(table: Table) -> list[tuple[Path, Path, str]]:
    return [(c.row_path, c.column_path, c.text) for c in table.cells if c.role == "value"]


def test_spans_give_paths() -> None:
    (table,) = understand(
        grid(
            "水厂 / ^ / 供水 / ^",
            "^ / ^ / 水量 / 漏损",
            "城区 / 东厂 / 120 / 7",
            "^ / 西厂 / 95 / ",
            spans={"水厂": (2, 2), "供水": (1, 2), "城区": (2, 1)},
        )
    )
    assert values(table) == [
        (("城区", "东厂"), ("供水", "水量"), "120"),
        (("城区", "东厂"), ("供水", "漏损"), "7"),
        (("城区", "西厂"), ("供水", "水量"), "95"),
        (("城区", "西厂"), ("供水", "漏损"), ""),
    ]


def test_small_tables_stacked_in_one_grid_are_several() -> None:
    found = understand(
        grid(
            "表一供水 / ^ / ^",
            "水厂 / 水量 / 漏损",
            "东厂 / 120 / 7",
            "表二排水 / ^ / ^",
            "泵站 / 水量 / 能耗",
            "南站 / 30 / 5",
            spans={"表一供水": (1, 3), "表二排水": (1, 3)},
        )
    )
    assert [table.caption for table in found] == ["表一供水", "表二排水"]
    assert [values(table) for table in found] == [
        [(("东厂",), ("水量",), "120"), (("东厂",), ("漏损",), "7")],
        [(("南站",), ("水量",), "30"), (("南站",), ("能耗",), "5")],
    ]


def test_title_unit_and_notes_are_no_cells() -> None:
    (table,) = understand(
        grid(
            "2021年供水情况 / ^",
            "单位：万元 / ^",
            "水厂 / 收入",
            "东厂 / 120",
            "注：不含乡镇。 / ^",
            spans={"2021年供水情况": (1, 2), "单位：万元": (1, 2), "注：不含乡镇。": (1, 2)},
        )
    )
    assert (table.caption, table.unit, table.notes) == ("2021年供水情况", "万元", ("注：不含乡镇。",))
    assert values(table) == [(("东厂",), ("收入",), "120")]


def test_labels_are_nested_by_their_numbers() -> None:
    (table,) = understand(
        grid(
            "项目 / 金额",
            "一、收入 / 9",
            "（一）水费 / 6",
            "1.居民 / 4",
            "（二）其他 / 3",
            "二、支出 / 8",
            "合计 / 1",
        )
    )
    assert [row for row, _, _ in values(table)] == [
        ("一、收入",),
        ("一、收入", "（一）水费"),
        ("一、收入", "（一）水费", "1.居民"),
        ("一、收入", "（二）其他"),
        ("二、支出",),
        ("合计",),
    ]


def test_labels_are_nested_by_their_indent_and_by_among_them() -> None:
    assert nested(["收入", "　水费", "　　居民", "支出", "其中：人员", "合计"]) == [
        ("收入",),
        ("收入", "水费"),
        ("收入", "水费", "居民"),
        ("支出",),
        ("支出", "其中：人员"),
        ("合计",),
    ]


def test_rows_named_by_codes_stand_under_the_codes_they_begin_with() -> None:
    (table,) = understand(
        grid(
            "科目编码 / ^ / ^ / 科目名称 / 合计",
            "类 / 款 / 项 / ^ / ^",
            "201 / / / 一般公共服务 / 90",
            "201 / 05 / / 统计 / 60",
            "201 / 05 / 07 / 普查 / 20",
            "205 / / / 教育 / 30",
            spans={"科目编码": (1, 3), "科目名称": (2, 1), "合计": (2, 1)},
        )
    )
    assert values(table) == [
        (("一般公共服务",), ("合计",), "90"),
        (("一般公共服务", "统计"), ("合计",), "60"),
        (("一般公共服务", "统计", "普查"), ("合计",), "20"),
        (("教育",), ("合计",), "30"),
    ]


def test_codes_side_by_side_lose_no_half() -> None:
    (table,) = understand(
        grid(
            "科目编码 / 名称 / 决算数 / 科目编码 / 名称 / 决算数",
            "301 / 工资 / 9 / 302 / 商品 / 8",
            "30101 / 基本 / 4 / 30201 / 办公 / 3",
        )
    )
    assert values(table) == [
        (("工资",), ("决算数",), "9"),
        (("商品",), ("决算数",), "8"),
        (("工资", "基本"), ("决算数",), "4"),
        (("商品", "办公"), ("决算数",), "3"),
    ]


def test_a_blank_table_keeps_its_header() -> None:
    (table,) = understand(
        grid(
            "合计 / ^ / 接待 / ^",
            "预算 / 决算 / 预算 / 决算",
            " /  /  / ",
            spans={"合计": (1, 2), "接待": (1, 2)},
        )
    )
    assert values(table) == [
        ((), ("合计", "预算"), ""),
        ((), ("合计", "决算"), ""),
        ((), ("接待", "预算"), ""),
        ((), ("接待", "决算"), ""),
    ]


def test_a_table_without_row_labels_loses_no_value() -> None:
    (table,) = understand(
        grid(
            "三公经费 / ^ / ^ / 运行",
            "合计 / 接待 / 出国 / ^",
            "47.91 / 1.35 / 0 / 443.18",
            spans={"三公经费": (1, 3), "运行": (2, 1)},
        )
    )
    assert values(table) == [
        ((), ("三公经费", "合计"), "47.91"),
        ((), ("三公经费", "接待"), "1.35"),
        ((), ("三公经费", "出国"), "0"),
        ((), ("运行",), "443.18"),
    ]


def test_two_tables_side_by_side_keep_their_own_labels() -> None:
    (table,) = understand(
        grid(
            "本年收入 / ^ / 本年支出 / ^",
            "项目 / 预算数 / 项目 / 预算数",
            "一、财政拨款收入 / 1,500,000 / 一、一般公共服务支出 / 900,000",
            "二、事业收入 / 200,000 / 二、教育支出 / 800,000",
            spans={"本年收入": (1, 2), "本年支出": (1, 2)},
        )
    )
    got = {(row[-1], text) for row, _, text in values(table)}
    assert ("一、财政拨款收入", "1,500,000") in got
    assert ("一、一般公共服务支出", "900,000") in got
    assert ("二、教育支出", "800,000") in got


def test_a_value_wider_than_its_label_is_under_the_label_it_covers_whole() -> None:
    (table,) = understand(
        grid("项目 / 上年 / 增减 / ^ / 本年", "许可 / 7 / ^ / 2 / 9", spans={"增减": (1, 2), "7": (1, 2)})
    )
    assert values(table) == [
        (("许可",), ("上年",), "7"),
        (("许可",), ("增减",), "2"),
        (("许可",), ("本年",), "9"),
    ]


def test_a_value_over_several_columns_belongs_to_what_they_share() -> None:
    (table,) = understand(
        grid(
            "项目 / 供水 / ^",
            "^ / 东厂 / 西厂",
            "水量 / 0 / ^",
            "漏损 / 1 / 2",
            spans={"项目": (2, 1), "供水": (1, 2), "0": (1, 2)},
        )
    )
    assert values(table)[0] == (("水量",), ("供水",), "0")


def test_holes_are_told() -> None:
    ragged = Grid((GridCell(0, 0, "水厂"), GridCell(0, 1, "水量"), GridCell(1, 0, "东厂")))
    assert [fault[:8] for fault in faults(ragged)] == ["第2行缺1个单元"]
    assert faults(grid("水厂 / 水量", "东厂 / 1")) == ()


def test_a_grid_without_cells_gives_nothing() -> None:
    assert understand(Grid(())) == ()


# --- any table, made from trees of labels -------------------------------------------------------------

Tree = list[tuple[str, list[str]]]
NAMES = st.text("甲乙丙丁戊己庚辛壬癸", min_size=2, max_size=4)


def trees() -> st.SearchStrategy[Tree]:
    """One to four groups, each of no or of two to four leaves."""
    leaves = st.lists(NAMES, min_size=2, max_size=4, unique=True) | st.just([])
    groups = st.tuples(NAMES, leaves).filter(lambda group: group[0] not in group[1])
    return st.lists(groups, min_size=1, max_size=4, unique_by=lambda group: group[0])


def leaves_of(tree: Tree) -> list[Path]:
    return [path for group, under in tree for path in ([(group, leaf) for leaf in under] or [(group,)])]


@settings(max_examples=100, deadline=None)
@given(trees(), trees(), st.randoms(use_true_random=False))
def test_paths_of_any_table_come_back(columns: Tree, rows: Tree, dice) -> None:  # type: ignore[no-untyped-def]
    deep, wide = (2 if any(under for _, under in tree) else 1 for tree in (columns, rows))
    cells = [GridCell(0, 0, "项目", deep, wide)]
    column = wide
    for group, under in columns:
        cells.append(GridCell(0, column, group, 1 if under else deep, len(under) or 1))
        cells.extend(GridCell(1, column + n, leaf) for n, leaf in enumerate(under))
        column += len(under) or 1
    row = deep
    for group, under in rows:
        cells.append(GridCell(row, 0, group, len(under) or 1, 1 if under else wide))
        cells.extend(GridCell(row + n, 1, leaf) for n, leaf in enumerate(under))
        row += len(under) or 1
    expected = []
    for r, row_path in enumerate(leaves_of(rows)):
        for c, column_path in enumerate(leaves_of(columns)):
            text = str(dice.randint(0, 10**6))
            cells.append(GridCell(deep + r, wide + c, text))
            expected.append((row_path, column_path, text))
    (table,) = understand(Grid(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))))
    assert sorted(values(table)) == sorted(expected)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.text("甲乙12 、一（）", max_size=5), min_size=1, max_size=6), min_size=1, max_size=6)
)
@pytest.mark.parametrize("spans", ["real", "lost"])
def test_no_grid_crashes_and_no_text_is_lost(spans, rows: list[list[str]]) -> None:  # type: ignore[no-untyped-def]
    cells = tuple(GridCell(r, c, text.strip()) for r, row in enumerate(rows) for c, text in enumerate(row))
    found = understand(Grid(cells, spans=spans))
    faults(Grid(cells, spans=spans))
    kept = "".join(_text(cell) for table in found for cell in table.cells) + "".join(
        table.caption + "".join(table.notes) for table in found
    )
    for cell in cells:
        assert all(char in kept for char in cell.text if not char.isspace())


def _text(cell: Cell) -> str:
    return cell.text

"""Headers of tables that are no national form: learnt, so held on tables made here, in both languages."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.grids.boosting import Trees, probabilities
from corpus.grids.header_features import Layout, kind
from corpus.grids.headers import headers, model
from corpus.grids.paths import paths
from corpus.report import GridCell


def grid(*rows: str) -> tuple[GridCell, ...]:
    """Rows of texts split by |; a cell < belongs to the one on its left, a cell ^ to the one above."""
    table = [row.split("|") for row in rows]
    cells = []
    for r, texts in enumerate(table):
        for c, text in enumerate(texts):
            if text in ("<", "^"):
                continue
            wide = next((i for i, t in enumerate(texts[c + 1 :]) if t != "<"), len(texts) - c - 1) + 1
            below = [line[c] for line in table[r + 1 :]]
            high = next((i for i, t in enumerate(below) if t != "^"), len(below)) + 1
            cells.append(GridCell(r, c, text, high, wide))
    return tuple(cells)


CHINESE = grid(
    "林场名称|造林面积（亩）|<|年末职工人数",
    "^|2021年|2022年|^",
    "云杉林场|1,200|1,350|48",
    "白桦林场|860|900|31",
    "合计|2,060|2,250|79",
)
ENGLISH = grid(
    "Reservoir|Storage (million m3)|<|Staff at year end",
    "^|2021|2022|^",
    "North Lake|1,200|1,350|48",
    "South Lake|860|900|31",
    "Total|2,060|2,250|79",
)
PAIRS = grid(
    "会议名称|防汛工作会|主持人|王某",
    "会议时间|2022年5月6日|地点|三楼会议室",
    "记录|共五项议题，均已通过。|<|<",
)


@pytest.mark.parametrize("cells", [CHINESE, ENGLISH], ids=["Chinese", "English"])
def test_columns_rows_and_values_are_told_apart(cells: tuple[GridCell, ...]) -> None:
    found = {(c.row, c.column): h.split("_")[0] for c, h in zip(cells, headers(cells), strict=True)}
    assert {found[place] for place in found if place[0] < 2} == {"column"}
    assert {found[place] for place in found if place[0] >= 2 and place[1] == 0} == {"row"}
    assert {found[place] for place in found if place[0] >= 2 and place[1] > 0} == {"value"}


def test_label_and_value_pairs_side_by_side() -> None:
    found = {c.text: h for c, h in zip(PAIRS, headers(PAIRS), strict=True)}
    assert {t for t, h in found.items() if h == "row_attribute"} == {
        "会议名称",
        "主持人",
        "会议时间",
        "地点",
        "记录",
    }


def test_paths_run_from_the_outermost_label_inwards() -> None:
    rows, columns = paths(CHINESE, headers(CHINESE), Layout(CHINESE))
    at = next(i for i, c in enumerate(CHINESE) if c.text == "1,350")
    assert [CHINESE[i].text for i in rows[at]] == ["云杉林场"]
    assert [CHINESE[i].text for i in columns[at]] == ["造林面积（亩）", "2022年"]


def test_the_value_beside_a_label_is_named_by_it_alone() -> None:
    rows, _ = paths(PAIRS, headers(PAIRS), Layout(PAIRS))
    named = {c.text: [PAIRS[i].text for i in rows[index]] for index, c in enumerate(PAIRS)}
    assert named["王某"] == ["主持人"]
    assert named["三楼会议室"] == ["地点"]


def test_numbered_labels_nest() -> None:
    cells = grid(
        "项目|金额",
        "一、收入|9",
        "（一）拨款|8",
        "1.本级|5",
        "2.上级|3",
        "（二）其他|1",
        "二、支出|7",
        "合计|2",
    )
    kinds = ("column_attribute",) * 2 + ("row_attribute", "value") * 7
    rows, _ = paths(cells, kinds, Layout(cells))
    named = {
        c.text: [cells[i].text for i in rows[index]]
        for index, c in enumerate(cells)
        if kinds[index] == "value"
    }
    assert named == {
        "9": ["一、收入"],
        "8": ["一、收入", "（一）拨款"],
        "5": ["一、收入", "（一）拨款", "1.本级"],
        "3": ["一、收入", "（一）拨款", "2.上级"],
        "1": ["一、收入", "（二）其他"],
        "7": ["二、支出"],
        "2": ["合计"],
    }


def test_a_row_of_blanks_heads_nothing() -> None:
    cells = grid("项目|本年|上年", "电费||", "水费|3|4")
    kinds = ("column_attribute",) * 3 + ("row_attribute", "value", "value") * 2
    rows, _ = paths(cells, kinds, Layout(cells))
    assert [cells[i].text for i in rows[-1]] == ["水费"]


@pytest.mark.parametrize(
    ("text", "index"),
    [("", 0), (" 3,260.27 ", 1), ("-12%", 1), ("2021年3月4日", 2), ("/", 3), ("CK-22", 4), ("营业收入", 5)],
)
def test_what_is_written_in_a_cell(text: str, index: int) -> None:
    assert kind(text) == index


def test_no_cells_no_headers() -> None:
    assert headers(()) == ()
    assert model().chances(()).shape == (0, 5)


def test_trees_add_up_what_their_leaves_say() -> None:
    arrays = {
        "t.feature": np.array([1, -1, -1]),
        "t.threshold": np.array([0.5, 0, 0]),
        "t.left": np.array([1, 0, 0]),
        "t.value": np.array([0, -2.0, 3.0]),
        "t.roots": np.array([[0], [0]]),
        "t.baseline": np.array([1.0]),
    }
    rows = np.array([[9, 0.5], [0, 0.6]], np.float32)
    assert Trees.of(arrays, "t").scores(rows).tolist() == [[-3.0], [7.0]]
    assert probabilities(np.zeros((1, 1), np.float32)).tolist() == [[0.5]]

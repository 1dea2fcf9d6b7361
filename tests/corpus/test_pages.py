"""What stands on pages becomes text and tables in reading order, whatever the pages add of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.readers.pages.layout import document
from corpus.readers.pages.page import Glyph, Page, Rule
from corpus.readers.pages.radicals import plain
from corpus.report import Grid, Text

WIDTH, HEIGHT, SIZE = 595.0, 842.0, 10.0
LEFT = 60.0
FULL = 46
"""Chinese characters on a full line."""


def line(text: str, top: float, left: float = LEFT, size: float = SIZE) -> list[Glyph]:
    """A line of text as a typesetter sets it: Chinese a square, Latin half of one, a gap for a space."""
    glyphs = []
    for char in text:
        wide = size if char >= "\u2e80" or char in "“”—" else size / 2
        if char != " ":
            glyphs.append(Glyph(char, left, top, left + wide, top + size, size))
        left += wide
    return glyphs


def page(number: int, *lines: list[Glyph], rules: Sequence[Rule] = ()) -> Page:
    return Page(number, WIDTH, HEIGHT, tuple(glyph for one in lines for glyph in one), tuple(rules))


def boxed(
    xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]
) -> tuple[list[list[Glyph]], list[Rule]]:
    """A ruled table without merged cells: its text and its rules."""
    texts = [
        line(text, ys[r] + 3, xs[c] + 3) for r, row in enumerate(rows) for c, text in enumerate(row) if text
    ]
    rules = [Rule(True, y, xs[0], xs[-1]) for y in ys] + [Rule(False, x, ys[0], ys[-1]) for x in xs]
    return texts, rules


def texts(pages: Sequence[Page]) -> list[str | list[list[str]]]:
    out: list[str | list[list[str]]] = []
    for block in document(pages).blocks:
        if isinstance(block, Text):
            out.append(block.text)
        else:
            rows = max(cell.row + cell.rows for cell in block.cells)
            out.append([[c.text for c in block.cells if c.row == r] for r in range(rows)])
    return out


def prose(sentences: Sequence[str], top: float = 100) -> list[list[Glyph]]:
    """Paragraphs with their first lines indented by two characters, broken where the lines are full."""
    lines, y = [], top
    for sentence in sentences:
        rest, indent = sentence, 2
        while rest:
            lines.append(line(rest[: FULL - indent], y, LEFT + indent * SIZE))
            rest, indent, y = rest[FULL - indent :], 0, y + 18
    return lines


LONG = "一年来我们坚持依法公开政府信息不断完善制度建立健全保障机制将政务公开工作摆在重要位置推进工作规范有序健康发展取得了新的成效。"
SHORT = "（一）主动公开情况。"


def test_lines_are_rejoined_to_paragraphs_and_spaces_of_typesetting_go() -> None:
    assert texts([page(1, *prose([LONG, SHORT, LONG]))]) == [LONG, SHORT, LONG]
    assert texts([page(1, line("截至 2024 年 12 月共 95 个 Portal Site 网站", 100))]) == [
        "截至2024年12月共95个Portal Site网站"
    ]


def test_a_paragraph_goes_on_over_the_page_end() -> None:
    lines = prose([LONG, LONG * 2])
    pages = [page(1, *lines[:4]), page(2, *lines[4:], *prose(["另起一段。"], top=220))]
    assert texts(pages) == [LONG, LONG * 2, "另起一段。"]


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "- {} -", "{}", "第{}页 共3页"])
def test_page_numbers_go(number: str) -> None:
    pages = [page(n, *prose([LONG, SHORT]), line(number.format(n), 800, 280)) for n in (1, 2, 3)]
    assert texts(pages) == [LONG, SHORT] * 3


def test_running_heads_go_but_what_tables_repeat_in_the_middle_stays() -> None:
    pages = [page(n, line("某某局年度报告", 40, 240), *prose([LONG])) for n in (1, 2, 3)]
    assert texts(pages) == [LONG] * 3


def test_a_page_number_inside_a_table_goes() -> None:
    cells, rules = boxed((60, 200, 300), (720, 760, 830), [["行政许可", "7"], ["行政处罚", "12"]])
    assert texts([page(4, *cells, line("— 4 —", 810, 210), rules=rules)]) == [
        [["行政许可", "7"], ["行政处罚", "12"]]
    ]


def test_a_table_goes_on_over_pages_without_its_repeated_header() -> None:
    one, rules_one = boxed((60, 200, 300), (100, 120, 140, 160), [["项目", "数"], ["甲", "1"], ["乙", "2"]])
    two, rules_two = boxed((60, 200, 300), (80, 100, 120), [["项目", "数"], ["丙", "3"]])
    (table,) = texts([page(1, *one, rules=rules_one), page(2, *two, rules=rules_two)])
    assert table == [["项目", "数"], ["甲", "1"], ["乙", "2"], ["丙", "3"]]


def test_tables_with_other_columns_or_text_between_do_not_go_on() -> None:
    one, rules_one = boxed((60, 200, 300), (100, 120, 140), [["项目", "数"], ["甲", "1"]])
    two, rules_two = boxed((60, 100, 250, 300), (80, 100, 120), [["年", "月", "日"], ["1", "2", "3"]])
    assert len(texts([page(1, *one, rules=rules_one), page(2, *two, rules=rules_two)])) == 2
    same, rules_same = boxed((60, 200, 300), (120, 140, 160), [["项目", "数"], ["丙", "3"]])
    assert (
        len(texts([page(1, *one, rules=rules_one), page(2, line("另一表", 90), *same, rules=rules_same)]))
        == 3
    )


def test_a_label_that_the_page_end_cut_is_joined() -> None:
    xs = (60, 120, 260, 330)
    one, rules_one = boxed(xs, (100, 120, 140), [["（一）甲", "1.子", "5"], ["（二）无", "1.丑", "6"]])
    two, rules_two = boxed(xs, (80, 100, 120), [["", "2.寅", "7"], ["", "3.卯", "8"]])
    rules_two = [rule for rule in rules_two if not (rule.level and rule.at == 100)] + [
        Rule(True, 100, 120, 330)
    ]
    pages = [page(1, *one, rules=rules_one), page(2, line("法提供", 83, 63), *two, rules=rules_two)]
    (grid,) = document(pages).blocks
    assert isinstance(grid, Grid)
    labels = [(cell.row, cell.rows, cell.text) for cell in grid.cells if cell.column == 0]
    assert labels == [(0, 1, "（一）甲"), (1, 3, "（二）无法提供")]


def test_text_broken_only_by_a_full_cell_is_joined_and_a_written_break_stays() -> None:
    rules = [Rule(True, y, 60, 180) for y in (100, 140, 180)] + [
        Rule(False, x, 100, 180) for x in (60, 120, 180)
    ]
    glyphs = [line("结果维持", 103, 65), line("总数", 117, 65), line("甲", 103, 125), line("乙", 117, 125)]
    glyphs += [line("1", 143, 65), line("2", 143, 125)]
    assert texts([page(1, *glyphs, rules=rules)]) == [[["结果维持总数", "甲\n乙"], ["1", "2"]]]


def test_a_number_that_runs_over_its_wall_belongs_to_its_cell() -> None:
    cells, rules = boxed((60, 110, 190), (100, 120, 140), [["甲", "乙"], ["", ""]])
    number = line("123456,789", 123, 67)
    (table,) = texts([page(1, *cells, number, line("3", 123, 170), rules=rules)])
    assert table == [["甲", "乙"], ["123456,789", "3"]]


def test_a_table_without_rules_is_told_by_its_alignment() -> None:
    rows = [
        ("项目", "年初数", "决算数"),
        ("教育支出", "1,234.50", "1,300.00"),
        ("卫生健康支出", "56.00", "60.10"),
        ("合计", "1,290.50", "1,360.10"),
    ]
    glyphs = [
        line(text, 100 + 18 * r, (LEFT, 250, 400)[c])
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    assert texts([page(1, *glyphs)]) == [[list(row) for row in rows]]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = (
        [f"左栏第{n}行的文字写到栏边为止" for n in "一二三四五六七八"],
        [f"右栏第{n}行的文字写到栏边为止" for n in "一二三四五六七八"],
    )
    glyphs = []
    for n, (a, b) in enumerate(zip(left, right, strict=True)):
        glyphs += [line(a, 100 + 16 * n, 60), line(b, 100 + 16 * n, 330)]
    assert texts([page(1, *glyphs)]) == ["".join(left), "".join(right)]


def test_a_list_of_contents_is_left_out() -> None:
    heads = ["一、主要职能", "二、机构设置", "三、预算说明"]
    contents = [
        line("目录", 100, 280),
        *[line(f"{head}……………………{n}", 120 + 18 * n) for n, head in enumerate(heads)],
    ]
    body = [one for n, head in enumerate(heads) for one in prose([head, f"{head}。{LONG}"], top=100 + 60 * n)]
    assert texts([page(1, *contents), page(2, *body)]) == [
        t for head in heads for t in (head, f"{head}。{LONG}")
    ]


def test_the_title_is_the_large_line_in_the_middle() -> None:
    title = [line("某某市某某局", 60, 230, 20), line("2024年政府信息公开工作年度报告", 90, 140, 20)]
    made = document([page(1, *title, *prose([LONG, SHORT, LONG, LONG], top=140))])
    assert made.meta["title"] == "某某市某某局2024年政府信息公开工作年度报告"
    assert isinstance(made.blocks[0], Text)
    assert made.blocks[0].heading == 1


def test_radicals_become_characters_and_wide_punctuation_stays() -> None:
    assert plain("⼀、⼯作⻅⻓（２０２４）：，⽤⼾") == "一、工作见长（２０２４）：，用户"

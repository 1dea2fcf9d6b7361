"""The national form in flattened text: every value with its full path, whatever became of the separators."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.national.recover import Recovered, recover
from corpus.report import Cell
from tests.form_grids import FLATTENINGS
from tests.form_tables import Version
from tests.forms_factory import FormData, random_form

SEPARATED = [kind for kind in FLATTENINGS if kind != "glued"]
VERSIONS: tuple[Version, ...] = ("2019", "2021")
SAMPLE = Path(__file__).parents[2] / "corpus/sample/lingyuan-market-regulation-2019.txt"

Key = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def read(text: str) -> Recovered:
    found = recover(text)
    assert found is not None
    return found


def values(found: Recovered) -> dict[Key, Cell]:
    """Every value cell by part, caption, row path and column path."""
    return {
        ((span.table.form or "").partition("/")[2], span.table.caption, cell.row_path, cell.column_path): cell
        for span in found.tables
        for cell in span.table.cells
        if cell.role == "value"
    }


def truth(form: FormData) -> dict[Key, str]:
    return {(t.part, t.caption, t.row, t.column): t.value for t in form.cells}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", SEPARATED)
def test_every_separated_value_keeps_its_full_path(kind: str, version: Version) -> None:
    form = random_form(Random(11), version, most=4000)
    cells = values(read(form.as_text(kind)))
    assert {key: cell.text for key, cell in cells.items()} == truth(form)
    assert {cell.trust for cell in cells.values()} == {"read"}


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(SEPARATED), version=st.sampled_from(VERSIONS))
def test_no_figures_make_a_separated_form_unreadable(seed: int, kind: str, version: Version) -> None:
    form = random_form(Random(seed), version, most=10 ** (1 + seed % 5))
    assert {key: cell.text for key, cell in values(read(form.as_text(kind))).items()} == truth(form)


@pytest.mark.parametrize("kind", FLATTENINGS)
def test_labels_get_back_the_spans_of_the_form(kind: str) -> None:
    form = random_form(Random(5), "2021")
    tables = {
        (span.table.form or "").partition("/")[2]: span.table for span in read(form.as_text(kind)).tables
    }
    for part, grid in (("applications", form.grids[1]), ("review", form.grids[2])):
        want = {(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells if c.header}
        got = {(c.row, c.column, c.rows, c.columns, c.text) for c in tables[part].cells if c.role != "value"}
        assert got == want


@pytest.mark.parametrize("version", VERSIONS)
def test_the_form_is_told_by_its_labels_not_by_the_year(version: Version) -> None:
    text = random_form(Random(2), version, year=2030).as_text("tabs")
    assert read(text).form == f"national-{version}"


@pytest.mark.parametrize("kind", FLATTENINGS)
def test_what_stands_around_the_tables_is_left_to_the_caller(kind: str) -> None:
    form = random_form(Random(3), "2019")
    text = form.as_text(kind)
    rest, at = "", 0
    for span in read(text).tables:
        assert at <= span.start < span.end
        rest, at = rest + text[at : span.start], span.end
    rest += text[at:]
    for kept in (form.opening, *(grid.heading for grid in form.grids), *form.closing):
        assert kept in rest
    assert "第二十条" not in rest
    assert "自然人" not in rest


def rewrites(*pairs: tuple[str, str]) -> Callable[[str], str]:
    return lambda text: reduce(lambda done, pair: done.replace(*pair), pairs, text)


DRIFTS = {
    "half-width brackets": rewrites(("（", "("), ("）", ")"), ("，", ","), ("：", ":")),
    "circled numerals": rewrites(("（三）不予", "㈢不予"), ("（七）总计", "㈦总计")),
    "another mark after numbers": rewrites(("1.", "1、"), ("2.", "2．"), ("3.", "3 .")),
    "spaces inside labels": rewrites(("社会公益组织", "社会公益 组织"), ("本年度办", "本年度 办")),
    "straight quotes": rewrites(("“", '"'), ("”", '"')),
    "Kangxi radicals": rewrites(("人", "⼈"), ("行", "⾏"), ("自", "⾃")),
    "letters lost": rewrites(("其他法律行政法规禁止公开", "其他法律行政止公开")),
    "a column cut short": rewrites(("本年制发件数", "本年制发"), ("社会公益组织", "社会公益")),
    "the group written again": rewrites(("（四）无法", "三、本年度办理结果（四）无法")),
}


@pytest.mark.parametrize("kind", ["trailing-pipes", "lines", "glued"])
@pytest.mark.parametrize("drift", DRIFTS)
def test_drift_in_the_labels_loses_no_value(drift: str, kind: str) -> None:
    form = random_form(Random(8), "2021", most=9)
    plain = [cell.text for cell in values(read(form.as_text(kind))).values()]
    assert [cell.text for cell in values(read(DRIFTS[drift](form.as_text(kind)))).values()] == plain


def test_a_label_is_given_as_the_report_writes_it() -> None:
    text = DRIFTS["letters lost"](random_form(Random(8), "2021").as_text("tabs"))
    rows = {key[2] for key in values(read(text))}
    assert ("三、本年度办理结果", "（三）不予公开", "2.其他法律行政止公开") in rows


def test_a_line_break_inside_a_label_is_no_part_of_it() -> None:
    text = random_form(Random(8), "2019").as_text("tabs").replace("本年度办理结果", "本年度办\n理结果")
    assert ("三、本年度办理结果", "（一）予以公开") in {key[2] for key in values(read(text))}


@pytest.mark.parametrize("kind", ["trailing-pipes", "leading-pipes", "markdown", "tabs"])
@pytest.mark.parametrize("version", VERSIONS)
def test_blank_cells_between_delimiters_stay_blank_in_their_places(kind: str, version: Version) -> None:
    form = random_form(Random(4), version, most=300).written(lambda value: "" if value == "0" else value)
    wrong = {
        key: (cell.text, truth(form)[key])
        for key, cell in values(read(form.as_text(kind))).items()
        if cell.text != truth(form)[key] and cell.trust != "unreadable"
    }
    assert wrong == {}
    unread = [key for key, cell in values(read(form.as_text(kind))).items() if cell.trust == "unreadable"]
    assert {key[0] for key in unread} <= {"rules", "permits", "penalties", "fees", "review"}
    assert len(unread) <= 0.1 * len(form.cells)


def test_a_wholly_blank_form_has_blank_cells_and_no_figures() -> None:
    form = random_form(Random(4), "2021").written(lambda _: "")
    assert {cell.text for cell in values(read(form.as_text("trailing-pipes"))).values()} == {""}


def test_a_missing_row_takes_no_other_row_with_it() -> None:
    form = random_form(Random(9), "2021")
    text = "\n".join(line for line in form.as_text("tabs").split("\n") if not line.startswith("2.重复申请"))
    want = {key: value for key, value in truth(form).items() if key[2][-1:] != ("2.重复申请",)}
    assert {key: cell.text for key, cell in values(read(text)).items()} == want


def test_prose_about_the_form_is_no_table() -> None:
    prose = (
        "依据《条例》第二十条第（一）项规定，全年制发规范性文件12件。本年新收政府信息公开申请数量为30件，"
        "自然人20件，商业企业10件，予以公开15件。四、政府信息公开行政复议、行政诉讼情况：全年发生行政复议3件，"
        "行政诉讼2件，其中未经复议直接起诉1件，结果维持1件。"
    )
    assert recover(prose) is None
    assert recover("") is None


def test_the_sample_report_with_labels_cut_short_in_the_source() -> None:
    found = read(SAMPLE.read_text(encoding="utf-8"))
    cells = values(found)
    assert found.form == "national-2019"
    # Two of the first table's columns read 本年新 in the source: both are there, side by side.
    rules = next(span.table for span in found.tables if span.table.form == "national-2019/rules")
    assert [c.text for c in rules.cells if c.role == "column"] == [
        "信息内容",
        "本年新",
        "本年新",
        "对外公开总数量",
    ]
    licences = ("permits", "第二十条第(五)项", ("行政许可",))
    assert cells[*licences, ("上一年项目数量",)].text == "7479"
    assert cells[*licences, ("本年增/减",)].text == "增413"
    assert cells[*licences, ("处理决定数量",)].text == "7892"
    penalties = ("penalties", "第二十条第(六)项", ("行政处罚",))
    assert [cells[*penalties, (c,)].text for c in ("上一年项目数量", "本年增/减", "处理决定数量")] == [
        "12",
        "增11",
        "23",
    ]
    sued = [key for key, cell in cells.items() if key[0] == "review" and cell.text == "1"]
    assert sued == [
        ("review", "", (), ("行政诉讼", "未经复议直接起诉", "尚未审结")),
        ("review", "", (), ("行政诉讼", "未经复议直接起诉", "总计")),
    ]
    assert len(cells) + 2 == 6 + 6 + 6 + 2 + 2 + 23 * 7 + 15  # the two 本年新 columns share their paths


HOSTILE = {
    "captions": "第二十条第（一）项" * 300,
    "headers": "行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计" * 60,
    "digits": "信息内容本年制发件数本年废止件数现行有效件数规章" + "1" * 6000,
    "one row of digits": "信息内容上一年项目数量本年增/减处理决定数量行政许可" + "12" * 400,
    "spaces": "信息内容" + " " * 100_000 + "本年制发件数",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_made_to_be_slow_is_done_soon(name: str) -> None:
    began = time.perf_counter()
    recover(HOSTILE[name])
    assert time.perf_counter() - began < 4


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), cuts=st.lists(st.integers(0, 4000), max_size=8))
def test_a_torn_form_gives_tables_or_nothing_but_no_error(seed: int, cuts: list[int]) -> None:
    text = random_form(Random(seed), "2021").as_text("glued")
    for cut in cuts:
        text = text[:cut] + text[cut + seed % 40 :]
    found = recover(text)
    assert found is None or all(0 <= span.start < span.end <= len(text) for span in found.tables)

"""Forms whose separators are all lost: never a wrong value, and nearly every row that sums can decide."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.national.glued import Balance, Digits, readings, settle
from tests.corpus.test_recover import VERSIONS, Key, read, truth, values
from tests.form_tables import Version
from tests.forms_factory import random_form

HEAD = "申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他"


def row(text: str, label: tuple[str, ...]) -> list[tuple[str, str]]:
    """The seven values of a row of the applications table with their trust."""
    return [(cell.text, cell.trust) for key, cell in values(read(text)).items() if key[2] == label]


@pytest.mark.parametrize("most", [9, 60, 2000, 50000])
def test_no_value_is_wrong_and_nearly_all_rows_are_decoded(most: int) -> None:
    decoded = rows = 0
    everything: list[bool] = []
    for seed in range(6):
        form = random_form(Random(seed), VERSIONS[seed % 2], most=most)
        want = truth(form)
        whole: dict[tuple[str, tuple[str, ...]], bool] = {}
        for key, cell in values(read(form.as_text("glued"))).items():
            readable = cell.trust != "unreadable"
            assert not readable or cell.text == want[key], key
            whole[key[0], key[2]] = whole.get((key[0], key[2]), True) and readable
        everything += list(whole.values())
        summed = [own for (part, _), own in whole.items() if part in ("applications", "review")]
        decoded, rows = decoded + sum(summed), rows + len(summed)
    assert rows == 6 * 25
    assert sum(everything) >= 0.9 * len(everything)  # 第二十条 has rows without any sum
    assert decoded >= 0.95 * rows


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10**9), version=st.sampled_from(VERSIONS), most=st.sampled_from([3, 20, 150, 9999])
)
def test_a_decoded_value_is_never_a_wrong_one(seed: int, version: Version, most: int) -> None:
    form = random_form(Random(seed), version, most=most)
    want: dict[Key, str] = truth(form)
    for key, cell in values(read(form.as_text("glued"))).items():
        assert cell.text == want[key] or cell.trust == "unreadable", key


def test_a_run_is_read_by_its_sum_and_the_next_label_keeps_its_number() -> None:
    text = (
        f"{HEAD}一、本年新收政府信息公开申请数量15130000154二、上年结转政府信息公开申请数量0000000"
        "三、本年度办理结果（一）予以公开15130000154"
        "（四）无法提供1.本机关不掌握相关政府信息00000002.没有现成信息需要另行制作0000000"
    )
    seven = [("151", "decoded"), ("3", "decoded"), *[("0", "decoded")] * 4, ("154", "decoded")]
    assert row(text, ("一、本年新收政府信息公开申请数量",)) == seven
    third = ("三、本年度办理结果", "（四）无法提供")
    assert row(text, (*third, "1.本机关不掌握相关政府信息")) == [("0", "decoded")] * 7
    assert row(text, (*third, "2.没有现成信息需要另行制作")) == [("0", "decoded")] * 7


@pytest.mark.parametrize("run", ["230 000023", "23 0 00 0 023", "23 0 0 0 0 023"])
def test_the_separators_that_are_left_are_kept_to(run: str) -> None:
    label = "一、本年新收政府信息公开申请数量"
    text = f"{HEAD}{label}{run} 二、上年结转政府信息公开申请数量 0 0 0 0 0 00"
    assert [value for value, _ in row(text, (label,))] == ["23", "0", "0", "0", "0", "0", "23"]


def test_where_two_readings_fit_only_what_they_share_is_given() -> None:
    # 22+0+0+0+0+3 = 25 and 2+20+0+0+0+3 = 25: the first two are open, the rest is certain.
    label = "一、本年新收政府信息公开申请数量"
    text = f"{HEAD}{label}220000325二、上年结转政府信息公开申请数量0000000"
    assert row(text, (label,)) == [
        ("220000325", "unreadable"), ("220000325", "unreadable"),
        ("0", "decoded"), ("0", "decoded"), ("0", "decoded"), ("3", "decoded"), ("25", "decoded"),
    ]  # fmt: skip


def test_other_rows_settle_what_a_row_leaves_open() -> None:
    open_row = readings(Digits.of(["220000325"]), [(7, True)])  # type: ignore[arg-type]
    assert open_row is not None
    assert sorted(open_row) == [(2, 20, 0, 0, 0, 3, 25), (22, 0, 0, 0, 0, 3, 25)]
    rows = {
        "new": open_row,
        "old": [(0,) * 7],
        "done": [(22, 0, 0, 0, 0, 2, 24)],
        "left": [(0, 0, 0, 0, 0, 1, 1)],
    }
    fitting = settle(rows, [Balance(("new", "old"), ("done", "left"))])
    assert fitting["new"] == [(22, 0, 0, 0, 0, 3, 25)]


def test_an_equation_that_nothing_satisfies_decides_nothing() -> None:
    rows = {"new": [(1, 1), (2, 2)], "old": [(0, 0)], "done": [(9, 9)], "left": [(0, 0)]}
    assert settle(rows, [Balance(("new", "old"), ("done", "left"))]) == rows


def test_a_row_that_breaks_its_own_sum_is_not_read() -> None:
    label = "一、本年新收政府信息公开申请数量"
    text = f"{HEAD}{label}1000009二、上年结转政府信息公开申请数量0000000"
    assert row(text, (label,)) == [("1000009", "unreadable")] * 7


def test_lost_blanks_make_every_glued_run_uncertain() -> None:
    label = "一、本年新收政府信息公开申请数量"
    text = f"{HEAD}{label}1000001二、上年结转政府信息公开申请数量33"
    assert {trust for _, trust in row(text, (label,))} == {"unreadable"}


def test_three_values_without_a_sum_are_not_guessed() -> None:
    text = "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件41126310"
    cells = values(read(text))
    by_row = {
        name: [c.text for k, c in cells.items() if k[2] == (name,)] for name in ("规章", "行政规范性文件")
    }
    assert by_row == {"规章": ["0", "0", "0"], "行政规范性文件": ["41126310"] * 3}
    assert {c.trust for k, c in cells.items() if k[2] == ("行政规范性文件",)} == {"unreadable"}


PERMITS = "第二十条第（五）项信息内容上一年项目数量本年增/减处理决定数量行政许可{}其他对外管理服务事项{}"


def test_changes_are_read_where_the_agency_keeps_the_sum() -> None:
    cells = values(read(PERMITS.format("6480增3126792", "000")))
    assert [c.text for k, c in cells.items() if k[2] == ("行政许可",)] == ["6480", "增312", "6792"]


def test_a_decrease_leaves_only_the_splits_that_could_be_one() -> None:
    cells = values(read(PERMITS.format("199526减14588553641", "000")))
    assert [c.text for k, c in cells.items() if k[2] == ("行政许可",)] == ["199526", "减145885", "53641"]


def test_a_sum_that_small_numbers_show_by_chance_is_no_proof() -> None:
    # 4|9|13 sums, but so would one in a hundred; the agency wrote 49, 1 and 3.
    cells = values(read(PERMITS.format("4913", "000")))
    assert {c.trust for k, c in cells.items() if k[2] == ("行政许可",)} == {"unreadable"}


PROCUREMENT = "第二十条第（九）项信息内容采购项目数量采购总金额政府集中采购{}"


@pytest.mark.parametrize(
    ("run", "texts"),
    [
        ("0803721.33元", ["0", "803721.33元"]),
        ("00元", ["0", "0元"]),
        ("00.55万元", ["0", "0.55万元"]),
        ("16833821.98元", None),  # 1|6833821.98 and 16|833821.98 and so on
        ("10.55元", None),  # 1|0.55, or a blank and 10.55
    ],
)
def test_an_amount_is_parted_only_from_a_count_of_0(run: str, texts: list[str] | None) -> None:
    cells = list(values(read(PROCUREMENT.format(run))).values())
    assert [c.text for c in cells] == (texts or [run] * 2)
    assert {c.trust for c in cells} == {"decoded" if texts else "unreadable"}


def test_changes_are_not_read_where_a_row_breaks_the_sum() -> None:
    # 51|0|94 or 5|10|94: whatever it is, this agency counts decisions and not items.
    cells = values(read(PERMITS.format("6480增3126792", "51094")))
    assert {c.trust for c in cells.values()} == {"unreadable"}


def test_the_longest_runs_take_no_time_to_speak_of() -> None:
    text = random_form(Random(1), "2021", most=999_999).as_text("glued")
    began = time.perf_counter()
    read(text)
    assert time.perf_counter() - began < 5

"""A number is the same in whatever digits it is written: full-width ones (３６), and others that are digits too."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.script import half_width
from corpus.figures import figures
from corpus.language.numerals import fold, plain_digits
from corpus.language.outline import mark
from corpus.parse import parse
from corpus.values import read_value

WRITINGS = ("０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
written = st.sampled_from(WRITINGS).map(lambda digits: str.maketrans("0123456789", digits))

REPORT = """云溪县水务局2023年工作总结

一、基本情况
我局2023年受理用水申请1,236件，比2022年增加14.5%。下设4个管理站，编制38人。
共检查取水口52处，整改7处，罚款30.5万元。2021年、2022年、2023年分别巡河310次、322次、345次。
（１）供水水质合格率由2022年的98.2%提高到99.1%，免费水质检测２次（其中农村1次）。
２、水质检测有待加强。
二、经费情况
2023年支出合计812.46万元，其中基本支出640.10万元、项目支出172.36万元。

| 序号 | 站名 | 2022年 | 2023年 |
| 1 | 城关站 | 12 | 15 |
| 2 | 河口站 | 8 | 9.5 |
| 3 | 合计 | 20 | 24.5 |

| 科目编码 | 科目名称 | 决算数 |
| 213 | 农林水支出 | 812.46 |
| 21303 | 水利 | 812.46 |
| 2130301 | 行政运行 | 640.10 |
"""


@given(st.decimals(min_value=0, max_value=10**9, places=2), written)
def test_a_value_reads_the_same_in_any_digits(number: Decimal, digits: dict[int, int]) -> None:
    for text in (f"{number}", f"{number:,}", f"增{number}", f"{number}万元"):
        assert (one := read_value(text)) is not None
        assert (other := read_value(text.translate(digits))) is not None
        assert (other.number, other.unit) == (one.number, one.unit)


@given(
    st.integers(min_value=1, max_value=99),
    st.sampled_from(("{}、", "（{}）", "{}）", "第{}章", "1.{} 节")),
    written,
)
def test_a_heading_has_its_number_in_any_digits(number: int, style: str, digits: dict[int, int]) -> None:
    heading = style.format(number)
    found = mark(heading)
    assert found is not None
    assert found.ordinal == number
    assert mark(heading.translate(digits)) == found


@given(st.text(max_size=40))
def test_text_keeps_its_length_and_digits_become_plain(text: str) -> None:
    for plain in (fold(text), plain_digits(text)):
        assert len(plain) == len(text)
        assert all(char in "0123456789" for char in plain if char.isdecimal())
    assert re.findall(r"\d", half_width(text)) == re.findall(r"[0-9]", half_width(text))


@given(chosen=st.lists(st.booleans(), min_size=1, max_size=60), digits=written)
def test_a_report_says_the_same_in_any_digits(
    chosen: list[bool], digits: dict[int, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Some of its numbers, or all, in other digits: as many figures, of the same values, units, years and names."""
    folder = tmp_path_factory.mktemp("digits")
    others = iter(range(10**6))
    other = re.sub(
        r"\d+", lambda one: one[0].translate(digits) if chosen[next(others) % len(chosen)] else one[0], REPORT
    )
    plain = _told(folder / "plain.txt", REPORT)
    assert len(plain) > 25
    assert _told(folder / "other.txt", other) == plain


def _told(path: Path, text: str) -> list[tuple[object, ...]]:
    path.write_text(text, encoding="utf-8")
    report = parse(path)
    assert (report.issuer, report.year, report.notices) == ("云溪县水务局", 2023, ())
    return [
        (one.value, one.unit, one.year, one.qualifier, one.trust, plain_digits(f"{one.label} {one.raw}"))
        for one in figures(report)
    ]

"""Years typed on a phone, of which only the agency beside them shows that they are years."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.conversation import follow_up
from assistant.understand.question import understand
from tests.assistant.held import HELD, ISSUERS

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "issuer", "years", "measure"),
    [
        ("松溪24会议费", "松溪", (2024,), "会议费"),
        ("松溪2024人员经费", "松溪", (2024,), "人员经费"),
        ("松溪24人员经费", "松溪", (2024,), "人员经费"),
        ("松溪24年多少会议费", "松溪", (2024,), "会议费"),
        ("松溪24年内部审计", "松溪", (2024,), "内部审计"),
        ("白榆松溪街23水费", "松溪", (2023,), "水费"),
        ("松溪街办23水费", "松溪", (2023,), "水费"),
        ("24松溪水费", "松溪", (2024,), "水费"),
        ("水费24松溪", "松溪", (2024,), "水费"),
        ("松溪水费24", "松溪", (2024,), "水费"),
        ("松溪水费24多少", "松溪", (2024,), "水费"),
        ("松溪（24）水费", "松溪", (2024,), "水费"),
        ("松溪 24 水费", "松溪", (2024,), "水费"),
        ("松溪二三水费", "松溪", (2023,), "水费"),
        ("松溪廿四年水费", "松溪", (2024,), "水费"),
        ("松溪2o24水费", "松溪", (2024,), "水费"),
        ("临栏19复议几件", "临澜", (2019,), "复议"),
        ("临澜市监24投诉", "临澜市监", (2024,), "投诉"),
        ("青禾市24政策解读", "青禾", (2024,), "政策解读"),
        ("松溪23和24水费差多少", "松溪", (2023, 2024), "水费"),
        ("松溪24水费比23多多少", "松溪", (2023, 2024), "水费"),
        ("松溪22-24水费", "松溪", (2022, 2023, 2024), "水费"),
        ("松溪水费24比23多多少", "松溪", (2023, 2024), "水费"),
        ("松溪水费从23到24涨了多少元", "松溪", (2023, 2024), "水费"),
        ("松溪水费24是23的几倍", "松溪", (2023, 2024), "水费"),
        ("松溪24水费是23的几倍", "松溪", (2023, 2024), "水费"),
        ("青禾2024报了几篇信息", "青禾", (2024,), "报 信息"),
        ("青禾24报了几篇信息", "青禾", (2024,), "报 信息"),
        ("青禾24几件申请", "青禾", (2024,), "申请"),
    ],
)
def test_a_year_beside_a_name_is_no_part_of_the_measure(
    typed: str, issuer: str, years: tuple[int, ...], measure: str
) -> None:
    query = understand(typed, HELD, today=TODAY)
    assert (query.issuers, query.years, query.measure) == ((ISSUERS[issuer],), years, measure)


@pytest.mark.parametrize(
    "typed",
    [
        "松溪24小时自助服务点有几个",
        "松溪24件提案",
        "松溪16个社区",
        "临澜12345热线几件",
        "松溪是不是24",
        "松溪12到18岁的学生有多少",
        "松溪60岁以上老人",
    ],
)
def test_what_counts_a_thing_is_no_year(typed: str) -> None:
    assert not understand(typed, HELD, today=TODAY).years


def test_a_year_beside_a_place_that_is_not_held_is_read_too() -> None:
    query = understand("宿迁24行政处罚几件", HELD, today=TODAY)
    assert (query.unknown_issuer, query.years) == ("宿迁", (2024,))


@pytest.mark.parametrize(
    ("typed", "years", "measure"),
    [
        ("23呢", (2023,), "水费"),
        ("那23的呢", (2023,), "水费"),
        ("比23多多少", (2023, 2024), "水费"),
        ("23的会议费呢", (2023,), "会议费"),
        ("会议费23", (2023,), "会议费"),
    ],
)
def test_after_a_year_a_bare_number_is_another(typed: str, years: tuple[int, ...], measure: str) -> None:
    query = follow_up(understand("松溪24水费", HELD, today=TODAY), typed, HELD, today=TODAY)
    assert (query.years, query.measure) == (years, measure)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("How many applications did Qinghe get in '24?", (2024,)),
        ("Qinghe FY24 applications received?", (2024,)),
        ("Qinghe 24 applications received", (2024,)),
        ("How many applications did Qinghe get in 19?", (2019,)),
        ("How did applications in Qinghe change in '24 versus '23?", (2023, 2024)),
        ("What was the increase in applications in Qinghe from 23 to 24?", (2023, 2024)),
        ("Applications in Qinghe in 2023/24?", (2023, 2024)),
        ("What was the number of applications in Qinghe last year (2025)?", (2025,)),
        ("How many 24 hour service points are there in Qinghe?", ()),
        ("What did Qinghe pay in fees, in 10,000 yuan?", ()),
        ("How many of the 24 districts are in Qinghe?", ()),
    ],
)
def test_english_has_its_own_short_years(typed: str, years: tuple[int, ...]) -> None:
    query = understand(typed, HELD, today=TODAY)
    assert query.years == years
    assert not years or not re.search(r"\d|last", query.measure)


def test_in_english_too_a_bare_number_after_a_year_is_another() -> None:
    first = understand("How many applications did Qinghe get in 2024?", HELD, today=TODAY)
    assert follow_up(first, "and 23?", HELD, today=TODAY).years == (2023,)

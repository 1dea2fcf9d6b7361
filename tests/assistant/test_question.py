"""What is understood of a question: scope, measure, operation, and when it is not one for the reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.match.asked import joined
from assistant.query import Query
from assistant.understand.question import understand
from tests.assistant.held import HELD, ISSUERS, Report

TODAY = date(2026, 11, 24)
TUPLES = ("years", "issuers", "ambiguous", "measures", "assumed")


def _cases() -> list[tuple[str, dict[str, str]]]:
    lines = Path(__file__).with_name("understood.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.rsplit(" | ", 1) for line in lines if line and not line.startswith("#")]
    return [(text, dict(pair.split("=", 1) for pair in fields.split())) for text, fields in cases]


def _found(query: Query, field: str) -> str:
    value = getattr(query, field)
    if field in ("issuers", "ambiguous"):
        short = {full: name for name, full in ISSUERS.items()}
        return "+".join(short[issuer] for issuer in value)
    if field in TUPLES:
        return "+".join(joined(str(one)) for one in value)
    said = "" if value is None else str(value)
    return (joined(said) if field == "measure" else said).replace(" ", "+")


@pytest.mark.parametrize(("text", "expected"), _cases(), ids=lambda one: one if isinstance(one, str) else "")
def test_is_understood(text: str, expected: dict[str, str]) -> None:
    query = understand(text, HELD, today=TODAY)
    expected = {"problem": "", **expected}
    assert {field: _found(query, field) for field in expected} == expected


def test_there_are_enough_cases_in_each_language() -> None:
    spoken = [understand(text, HELD, today=TODAY).language for text, _ in _cases()]
    assert len(spoken) >= 150
    assert min(spoken.count("zh-Hant"), spoken.count("en")) >= 12


def test_a_question_keeps_its_text_without_the_space_around_it() -> None:
    assert understand("  2019年行政许可？\n", HELD, today=TODAY).text == "2019年行政许可？"


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "　"])
def test_an_empty_question_says_so(text: str) -> None:
    assert understand(text, HELD, today=TODAY).problem == "empty"


def test_a_question_of_ten_thousand_characters_is_too_long() -> None:
    assert understand("行政许可多少件" * 1500, HELD, today=TODAY).problem == "too_long"
    assert understand("how many permits " * 600, HELD, today=TODAY).problem == "too_long"


def test_relative_years_follow_the_day_asked() -> None:
    assert understand("去年行政许可多少", HELD, today=date(2020, 1, 1)).years == (2019,)
    assert understand("近两年行政许可", HELD, today=date(2020, 1, 1)).years == (2018, 2019)


def test_our_bureau_is_the_one_in_scope_when_one_is_held() -> None:
    only = (Report("云麓市市场监督管理局", 2022, "云麓市"),)
    query = understand("市场监管局2022年投诉多少件", only, today=TODAY)
    assert (query.issuers, query.ambiguous) == (("云麓市市场监督管理局",), ())


def test_a_place_of_which_only_a_bureau_is_held_is_an_assumption() -> None:
    only = (Report("云麓市市场监督管理局", 2022, "云麓市"),)
    query = understand("云麓2022年投诉多少件", only, today=TODAY)
    assert (query.issuers, query.assumed) == (("云麓市市场监督管理局",), ("issuer",))


def test_a_city_is_not_its_district() -> None:
    district = (Report("白榆区人民政府", 2023, "青禾市白榆区"),)
    query = understand("青禾市2023年行政许可多少件", district, today=TODAY)
    assert (query.issuers, query.unknown_issuer) == ((), "青禾市")


def test_a_city_is_not_its_district_in_english() -> None:
    district = (Report("白榆区人民政府", 2023, "青禾市白榆区"),)
    query = understand("How many licences did Qinghe issue in 2023?", district, today=TODAY)
    assert (query.issuers, query.unknown_issuer) == ((), "Qinghe")


def test_agencies_for_construction_are_named_in_english() -> None:
    issuers = "青禾市白榆区建设和管理委员会", "青禾市人民政府", "云岭市交通与建设局"
    held = tuple(Report(one, 2023, "青禾市白榆区") for one in issuers)
    asked = "How much did the Baiyu District Construction and Management Commission of Qinghe spend in 2023?"
    assert understand(asked, held, today=TODAY).issuers == ("青禾市白榆区建设和管理委员会",)
    asked = "How many permits did the Yunling Transport and Construction Bureau issue in 2023?"
    assert understand(asked, held, today=TODAY).issuers == ("云岭市交通与建设局",)


def test_the_channel_may_say_that_a_question_is_in_traditional_script() -> None:
    assert understand("2019年行政多少", HELD, today=TODAY, language="zh-Hant").language == "zh-Hant"
    assert understand("2019年行政許可", HELD, today=TODAY, language="zh-Hans").language == "zh-Hant"
    assert understand("How many permits in 2019?", HELD, today=TODAY, language="zh-Hans").language == "en"


def test_nothing_held_is_understood_all_the_same() -> None:
    query = understand("凌源市2019年行政许可多少件", (), today=TODAY)
    assert (query.unknown_issuer, query.years, query.measure) == ("凌源市", (2019,), "行政许可")


def test_all_of_a_county_that_something_is_a_share_of_is_no_agency() -> None:
    query = understand("临澜2024年自然人申请占全区新收申请的比例是多少", HELD, today=TODAY)
    assert (query.unknown_issuer, query.operation, query.whole) == (None, "share", "全区新收申请")
    query = understand("2024年丹溪县占全省新收申请的比例是多少", HELD, today=TODAY)
    assert query.unknown_issuer == "丹溪县"


@given(
    st.text(max_size=60)
    | st.text(alphabet="凌源市局年2019行政许可比和的多少最哪占？ 十五去上近三Ahow many", max_size=40)
)
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_is_understood_without_failing(text: str) -> None:
    query = understand(text, HELD, today=TODAY)
    assert query.years == tuple(sorted(set(query.years)))
    assert set(query.issuers) <= set(ISSUERS.values())
    assert set(query.ambiguous) <= set(query.issuers)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("青禾2024、临澜2021、赤屿2025这三家谁多", (("青禾", 2024), ("临澜", 2021), ("赤屿", 2025))),
        (
            "青禾市（2024）、临澜（2021）还是赤屿县（2025）最多",
            (("青禾", 2024), ("临澜", 2021), ("赤屿", 2025)),
        ),
        ("2024年的青禾和2021年的临澜比行政许可", (("青禾", 2024), ("临澜", 2021))),
        ("临澜2019年和2021年、青禾2024年的行政许可", (("临澜", 2019), ("临澜", 2021), ("青禾", 2024))),
        ("青禾和临澜2024年的行政许可", ()),
        ("临澜2019年和2021年的行政许可", ()),
        ("青禾2024年和某处的2021年比临澜", ()),
    ],
)
def test_each_agency_keeps_the_year_that_stands_with_it(
    text: str, pairs: tuple[tuple[str, int], ...]
) -> None:
    query = understand(text, HELD, today=TODAY)
    assert query.pairs == tuple((ISSUERS[short], year) for short, year in pairs)


@pytest.mark.parametrize(
    "office",
    [
        "the General Office of the Yunchuan Municipal People's Government",
        "Yunchuan Municipal Government's General Office",
        "the Yunchuan municipal government office",
        "the office of the Yunchuan government",
    ],
)
def test_a_governments_office_is_known_by_the_governments_name_in_english(office: str) -> None:
    held = (*HELD, Report("云川市人民政府办公厅", 2023, "云川市"))
    query = understand(f"How many applications did {office} receive in 2023?", held, today=TODAY)
    assert query.issuers == ("云川市人民政府办公厅",)
    assert "general" not in query.simplified
    assert "office" not in query.simplified


def test_a_street_office_is_known_in_english_by_its_other_name() -> None:
    query = understand("How much did the Songxi street office budget in 2024?", HELD, today=TODAY)
    assert query.issuers == (ISSUERS["松溪"],)


@pytest.mark.parametrize(
    ("short", "full"), [("建管委", "建设和管理委员会"), ("建管委", "城乡建设和管理委员会")]
)
def test_a_committee_is_known_by_its_abbreviation(short: str, full: str) -> None:
    held = (*HELD, Report(f"青禾市白榆区{full}", 2026, "青禾市白榆区"))
    query = understand(f"白榆区{short}2026年的项目支出是多少？", held, today=TODAY)
    assert query.issuers == (f"青禾市白榆区{full}",)
    assert query.measure == "项目支出"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("白榆区委社工部", "社工部"),
        ("白榆区社工部", "社工部"),
        ("实验区市监局", "临澜市监"),
        ("临澜市监局", "临澜市监"),
    ],
)
def test_a_body_is_known_by_its_committee_or_its_zone(name: str, short: str) -> None:
    query = understand(f"{name}2024年收到多少件申请？", HELD, today=TODAY)
    assert query.issuers == (ISSUERS[short],)
    assert query.measure == "收到 申请"

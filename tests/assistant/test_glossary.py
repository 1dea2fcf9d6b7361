"""The English glossary: one meaning a phrase, and what is not in it stays English in the rendering."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

from assistant.understand.english_terms import render
from assistant.understand.english_units import expected
from corpus.indicators import called


def test_no_phrase_has_two_meanings() -> None:
    meanings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in (
        "english.toml",
        "english_budgets.toml",
        "english_work.toml",
        "english_fields.toml",
        "english_economy.toml",
    ):
        tables = tomllib.loads(files("assistant").joinpath(f"data/{name}").read_text(encoding="utf-8"))
        for table in ("nouns", "expenses"):
            for chinese, phrases in tables.get(table, {}).items():
                for phrase in phrases:
                    meanings[table, phrase].add(chinese)
    assert [phrase for phrase, said in meanings.items() if len(said) > 1] == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("the organisations", "法人或其他组织"),
        ("an organization", "法人或其他组织"),
        ("e-mail address", "电子邮箱"),
        ("buying the vehicle", "公务用车购置费"),
        ("contributions to occupational annuities", "职业年金缴费"),
        ("licences that were granted", "行政许可"),
        ("snarks that were granted", "snarks 予以公开"),
    ],
)
def test_a_phrase_is_known_in_any_spelling(english: str, chinese: str) -> None:
    assert render(english)[1] == chinese


def test_money_makes_a_thing_its_cost() -> None:
    assert render("training", money=True)[1] == "培训费"
    assert render("training")[1] == "培训"


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("how much did it collect, in units of 10,000 yuan?", "万元"),
        ("what did it budget for water, in yuan?", "元"),
        ("how much was spent on water?", "元"),
        ("how much waste was collected?", None),
        ("how many rounds of consultation were held?", "期"),
        ("how many minutes do people wait?", "分钟"),
        ("how many pieces of information were published?", None),
        ("how many cases were closed?", None),
    ],
)
def test_the_unit_is_told_from_what_is_measured(question: str, unit: str | None) -> None:
    assert expected(question) == unit


def test_what_stands_within_an_indicators_name_is_no_part_of_it() -> None:
    assert "邮寄" not in " ".join(called("有几件申请是用邮寄方式提出的").values())

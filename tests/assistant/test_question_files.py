"""The question files are well formed, ask as many of each kind as was promised, and keep to their halves."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assistant.staff.evaluate import read_items

QUESTIONS = Path(__file__).parents[1] / "questions"
HALVES = {"a": QUESTIONS / "reports-a.jsonl", "b": QUESTIONS / "reports-b.jsonl"}
PROMISED = {
    "derived": 80, "followup": 40, "unanswerable": 80, "traditional": 40, "english": 40, "phone": 40, "passage": 40,
}  # fmt: skip
# Names that only half B's reports answer to, each with its years ("" = any): half A may not take a value from them.
HELD_BACK = {
    "洪泽": "",
    "平潭": "2021|2023",
    "市场监督管理局": "2024",
    "万里": "2025",
    "上海": "",
    "社会工作部": "",
    "福建": "",
}


def _lines(half: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in HALVES[half].read_text("utf-8").splitlines()]


def _both() -> list[dict[str, Any]]:
    return [line for half in HALVES for line in _lines(half)]


def test_ids_and_questions_are_asked_once() -> None:
    lines = _both()
    ids = Counter(line["id"] for line in lines)
    asked = Counter((*line.get("conversation", ()), line["question"]) for line in lines)
    assert [key for key, count in (ids + asked).items() if count > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_an_id_names_its_half_and_its_kind(half: str) -> None:
    assert all(re.fullmatch(half + r"[fdmcputek]\d\d", line["id"]) for line in _lines(half))


@pytest.mark.parametrize("half", HALVES)
def test_every_line_is_a_question_with_an_expectation_of_an_allowed_kind(half: str) -> None:
    for item in read_items(HALVES[half]):
        assert item.question.strip() == item.question != "", item.id
        assert all(turn.strip() for turn in item.conversation), item.id
        _check(item.id, item.expect)


@pytest.mark.parametrize("file", ["spoken-a.jsonl", "held-out-a.jsonl"])
def test_questions_in_other_words_are_asked_once_and_of_an_allowed_kind(file: str) -> None:
    items = read_items(QUESTIONS / file)
    assert (
        len({item.id for item in items})
        == len({(*item.conversation, item.question) for item in items})
        == len(items)
    )
    for item in items:
        assert re.fullmatch(r"[fdcpu]\d\d", item.id)
        _check(item.id, item.expect)


def _check(id: str, expect: dict[str, Any]) -> None:
    if "status" in expect:
        assert expect == {"status": "not_found"}, id
        return
    assert set(expect) <= {"value", "unit", "contains", "cites"}, id
    assert ("value" in expect) != ("contains" in expect), id
    value = expect.get("value", 0)
    assert all(type(one) in (int, float) for one in (value if isinstance(value, list) else [value])), id
    assert all(isinstance(part, str) and part for part in expect.get("contains", ())), id
    assert set(expect.get("cites", {})) <= {"report", "year", "section", "row", "column", "quote"}, id


def test_as_many_as_promised_of_each_kind_in_each_half() -> None:
    tags = {half: Counter(tag for line in _lines(half) for tag in line.get("tags", ())) for half in HALVES}
    assert sum(map(len, map(_lines, HALVES))) >= 260
    for tag, least in PROMISED.items():
        assert sum(counts[tag] for counts in tags.values()) >= least, tag
        assert min(counts[tag] for counts in tags.values()) >= least * 2 // 5, tag


def test_tags_say_what_a_question_is() -> None:
    for line in _both():
        tags, expect = line.get("tags", ()), line["expect"]
        assert ("unanswerable" in tags) == ("status" in expect), line["id"]
        assert ("passage" in tags) == ("contains" in expect), line["id"]
        assert ("followup" in tags) == bool(line.get("conversation")), line["id"]
        chinese = re.search(r"[\u4e00-\u9fff]", re.sub(r"[(（].*?[)）]", "", line["question"]))
        assert ("english" in tags) == (chinese is None), line["id"]


def test_half_a_takes_no_value_from_the_reports_held_back() -> None:
    for line in _lines("a"):
        cites = line["expect"].get("cites")
        if cites:
            years = HELD_BACK.get(cites["report"], "none")
            assert not re.fullmatch(years or r"\d+", str(cites["year"])), line["id"]


def test_a_table_of_the_readme_counts_them() -> None:
    rows = re.findall(
        r"^\| ([fdmcputek]) \| .+? \| (\d+) \| (\d+) \|$", (QUESTIONS / "README.md").read_text("utf-8"), re.M
    )
    counted = {half: Counter(line["id"][1] for line in _lines(half)) for half in HALVES}
    assert rows == [(kind, str(counted["a"][kind]), str(counted["b"][kind])) for kind in "fdmcputek"]

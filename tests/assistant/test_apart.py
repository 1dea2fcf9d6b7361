"""Figures that share words with a question and are of another thing, and those that count all where no kind is named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

BUREAU = "云泽县水务局2024年"
FIRMS = (
    "县属国企合计资产总额318.4亿元、同比增长2.7%，利润总额比上年同期减亏1.6亿元。"
    "3家县属国企共承担全县80%的建设任务，投资项目42个，总投资额126亿元。\n\n"
    "全年接待旅游总人数86.4万人次，游客旅游总花费9.3亿元。全县接待入境游客12.6万人次，其中外国游客5.1万人次；"
    "接待过夜游客20.5万人次，占接待游客比重首次突破20%。"
)


@pytest.fixture
def assistant(tmp_path: Path, embedder: Embedder) -> Assistant:
    return asked(tmp_path, embedder, ".txt", a=summary(2024, FIRMS))


def test_an_amount_is_of_the_thing_that_is_asked_for(assistant: Assistant) -> None:
    assert assistant.ask(f"{BUREAU}县属国企资产总额是多少亿元？").headline[0] == Decimal("318.4")
    assert assistant.ask(f"{BUREAU}县属国企利润总额是多少亿元？").headline[0] is None
    assert assistant.ask(f"{BUREAU}县属国企营业收入是多少亿元？").headline[0] is None


def test_what_the_question_says_itself_is_not_its_answer(assistant: Assistant) -> None:
    assert assistant.ask(f"{BUREAU}3家县属国企的投资项目有多少个？").headline == (Decimal(42), "个")


def test_a_share_worked_out_goes_before_one_that_is_only_surpassed(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BUREAU}接待过夜游客占旅游总人数的比例是多少？")
    assert answer.headline == (Decimal("23.73"), "%")  # 20.5 of 86.4


def test_where_no_kind_is_named_what_counts_all_kinds_is_meant(tmp_path: Path, embedder: Embedder) -> None:
    said = (
        "全年接待旅游总人数86.4万人次，游客人均花费1020元。接待过夜游客20.5万人次，接待入境游客12.6万人次。"
    )
    tourism = "云泽县文化和旅游局2024年"
    assistant = asked(tmp_path, embedder, ".txt", a=f"{tourism}工作总结\n\n一、工作情况\n\n{said}\n")
    assert assistant.ask(f"{tourism}一共接待了多少万人次游客？").headline == (Decimal("86.4"), "万人次")
    assert assistant.ask(f"{tourism}接待了多少万人次入境游客？").headline == (Decimal("12.6"), "万人次")

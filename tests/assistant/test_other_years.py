"""What the report of a year says as of a day of the year before, asked for by the year of the report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

BUDGET = """云泽县水务局2025年部门预算

一、情况说明

2025年，云泽县水务局收入预算4748.35万元，比2024年预算减少19.79万元。2024年举办培训班12期。

截至2024年8月31日，云泽县水务局共有车辆63辆，其中：执法执勤用车60辆、其他用车3辆。
"""


@pytest.fixture
def assistant(tmp_path: Path, embedder: Embedder) -> Assistant:
    return asked(tmp_path, embedder, ".txt", a=BUDGET)


@pytest.mark.parametrize(
    "question", ["云泽县水务局2025年预算里共有车辆多少辆？", "云泽县水务局2025年有多少辆车？"]
)
def test_a_stock_is_told_as_of_its_day(question: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.headline) == ("answered", (Decimal(63), "辆"))
    assert (
        answer.text == "2024年，云泽县水务局共有车辆：63辆[1]。"
    )  # the day's year, and the agency named once
    assert answer.citations[0].quote.startswith("截至2024年8月31日")


def test_what_only_happened_in_the_year_before_is_not_told(assistant: Assistant) -> None:
    assert assistant.ask("云泽县水务局2025年举办培训班多少期？").status != "answered"


def test_a_work_report_that_is_named_is_looked_into(tmp_path: Path, embedder: Embedder) -> None:
    report = work_report(2025, "5G基站增至1.6万个，新建公路36公里。", "新建学校2所。")
    county = asked(tmp_path, embedder, ".txt", a=report)
    answer = county.ask("云泽县现在有多少万个5G基站（2025年政府工作报告）？")
    assert (answer.headline, answer.figures[0].year) == ((Decimal("1.6"), "万个"), 2024)
    assert county.ask("云泽县2025年有多少万个5G基站？").status != "answered"

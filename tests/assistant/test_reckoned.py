"""A year's figure worked back from the year after and its change; and what looks like an answer and is of something else."""

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

一、预算编制说明

2025年一般公共预算支出预算820万元，比2024年预算减少30万元。“三公”经费预算18万元，比2024年预算增加3万元。

二、“三公”经费

公务用车购置及运行维护费支出预算12万元，公务接待费支出预算6万元。政府采购预算中，工程类预算240万元、服务类预算95万元。
"""
WORK = work_report(
    2026,
    "技术合同成交额120亿元、增长20%；普惠托位使用率61.5%、提高4.5个百分点。为企业减税降费36亿元，金融让利21亿元。"
    "接听12345热线来电8400个。办结政务服务事项910项，其中由县级窗口办结640项。\n\n"
    "五年来，新增泵站11座、达到25座，召开新闻发布会150场。",
    "技术合同成交额增长10%左右。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("reckoned"), embedder, ".txt", a=BUDGET, b=WORK)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县水务局2024年一般公共预算支出预算是多少万元？", "850", "万元"),
        ("按2025年部门预算倒推，云泽县水务局2024年的“三公”经费预算是多少万元？", "15", "万元"),
        ("云泽县2025年技术合同成交额，往回算2024年是多少亿元？", "100.00", "亿元"),
        ("云泽县的技术合同2025年成交120亿元，照报告给的增幅倒推，2024年大约是多少亿元？", "100.0", "亿元"),
        ("按云泽县2025年的普惠托位使用率推算，2024年是百分之多少？", "57.0", "%"),
    ],
)
def test_the_year_before_is_worked_back_from_a_figure_and_its_change(
    question: str, value: str, unit: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert answer.headline == (Decimal(value), unit)
    assert len(answer.figures) == 2  # the figure and its change, both cited


@pytest.mark.parametrize(
    "question",
    [
        "云泽县2024年技术合同成交额是多少亿元？",  # from a growth in percent only where that is asked for
        "云泽县水务局2023年“三公”经费预算是多少万元？",  # two years before
        "云泽县2024年有多少座泵站？",  # 11 more in five years
        "云泽县水务局2025年公务用车购置费预算是多少万元？",  # with what they cost to run
        "云泽县2025年接听12315热线来电多少个？",
    ],
)
def test_what_is_not_told_is_not_made_up(question: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.status != "answered"
    assert answer.headline == (None, None)


def test_the_sum_of_two_is_not_answered_by_one(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2025年减税降费跟金融让利总共多少亿元？")
    assert answer.headline == (Decimal("57"), "亿元")


def test_what_something_is_not_is_the_rest(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2025年办结的政务服务事项，有多少项不是由县级窗口办结的？")
    assert answer.headline == (Decimal("270"), "项") or answer.status == "not_reported"
    assert answer.headline != (Decimal("640"), "项")


def test_five_years_are_divided_by_their_number(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县“十四五”期间平均每年召开多少场新闻发布会？")
    assert answer.headline == (Decimal("30.00"), "场")


ITEMS = """云泽县水务局2025年部门预算

一、预算编制说明

“农林水支出（类）水利（款）防汛（项）”60.00万元，主要用于堤防巡护。2024年当年预算执行数为48.00万元，2025年预算安排60.00万元，比2024年预算执行数增加25.00%。

“农林水支出（类）水利（款）抗旱（项）”30.00万元，主要用于应急送水。2024年当年预算执行数为40.00万元，2025年预算安排30.00万元，比2024年预算执行数减少25.00%。
"""


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("云泽县水务局2025年防汛的预算安排比2024年预算执行数高出多少万元？", "12.00", "万元"),
        ("云泽县水务局2025年抗旱预算比2024年执行数多多少万元？", "-10.00", "万元"),
        ("按云泽县水务局2025年预算说明，防汛的预算安排比2024年执行数增加了百分之几？", "25.00", "%"),
    ],
)
def test_an_items_budget_is_set_against_what_was_spent_on_it_the_year_before(
    question: str, value: str, unit: str, tmp_path: Path, embedder: Embedder
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=ITEMS).ask(question)
    assert answer.headline == (Decimal(value), unit)

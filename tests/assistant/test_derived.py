"""What is worked out of figures in different units, of labels written for two readings, and of agencies that share a name,
of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("said", "question", "said_by"),
    [
        (
            "专项贷款余额9,500万元。\n\n贷款授信总额1.2亿元。",
            "专项贷款余额比贷款授信总额低多少万元？",
            "少2500",
        ),
        (
            "专项贷款余额9,500万元。\n\n贷款授信总额1.2亿元。",
            "贷款授信总额比专项贷款余额高多少万元？",
            "多2500",
        ),
    ],
)
def test_more_or_less_is_told_of_amounts_in_two_units(
    tmp_path: Path, embedder: Embedder, said: str, question: str, said_by: str
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(f"云泽县水务局2023年{question}")
    assert said_by in answer.text, answer.text


SAID = "新（改）建泵站12座。\n\n全局12家单位水利资产总额800万元，其中：局本级资产总额300万元，县（区）属水厂资产总额500万元。"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("新建改建泵站多少座？", "12"),
        ("水利资产总额中县属水厂资产占百分之几？", "62.50"),
    ],
)
def test_a_label_written_for_two_readings_says_both(
    tmp_path: Path, embedder: Embedder, question: str, value: str
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, SAID)).ask(f"云泽县水务局2023年{question}")
    assert answer.headline[0] == Decimal(value), answer.text


def test_two_things_asked_for_altogether_are_added_up(tmp_path: Path, embedder: Embedder) -> None:
    said = "办理人大代表建议43件、政协提案29件。"
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(
        "How many suggestions from people's congress deputies and CPPCC proposals did it handle in 2023 altogether?"
    )
    assert answer.headline[0] == Decimal(72), answer.text

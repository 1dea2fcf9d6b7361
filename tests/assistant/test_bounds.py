"""Questions whether a share is above some fraction: the share answers them, of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.understand.bounds import without_bound
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

BUREAU = "云泽县水务局2023年"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("水质类有一半以上吗？占比是多少？", "水质类占百分之几？"),
        ("水质类是不是真的超过七成？实际占百分之几？", "水质类占百分之几？"),
        ("水质类是不是占了一半以上？", "水质类占百分之几？"),
        ("水质类占投诉总数超过三分之二吗？", "水质类占投诉总数百分之几？"),
        ("水质合格率有没有超过九成？实际是多少？", "水质合格率是多少？"),
        ("投资增长是不是超过8%？实际增长多少？", "投资增长是不是超过8%？实际增长多少？"),
        ("工程完成了一半以上吗？", "工程完成了一半以上吗？"),
        ("一半以上的投诉是什么原因？", "一半以上的投诉是什么原因？"),
    ],
)
def test_the_plain_question_for_the_share(question: str, plain: str) -> None:
    assert without_bound(question) == plain


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        (
            "受理投诉160件，其中水质类96件、水压类64件。",
            "受理的投诉里，水质类有一半以上吗？占比是多少？",
            "60",
        ),
        (
            "受理投诉160件，其中水质类96件、水压类64件。",
            "受理的投訴裡，水壓類是不是超過三成？具體佔百分之幾？",
            "40",
        ),
        (
            "受理投诉160件，其中水质类96件、水压类64件。",
            "受理的投诉里，水价类有一半以上吗？占比是多少？",
            None,
        ),
        (
            "发布用水提示25条，其中短视频类产品18篇，短视频类产品占比超7成。",
            "用水提示里短视频类是不是超过七成？占比多少？",
            "72",
        ),
    ],
)
def test_the_share_answers(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(BUREAU + question)
    assert answer.headline[0] == (Decimal(value) if value else None)

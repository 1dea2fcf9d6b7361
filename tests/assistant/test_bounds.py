"""Questions whether something is so much: what it is answers them, and whether it is so is said first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.query import Claim
from assistant.understand.bounds import without_bound
from assistant.understand.claimed import claimed
from assistant.understand.english_claimed import claimed_in_english
from assistant.understand.question import understand
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


@pytest.mark.parametrize(
    ("question", "plain", "claim"),
    [
        ("受理投诉是160件吗？", "受理投诉有多少件？", Claim("is", Decimal(160), "件")),
        ("受理投诉有没有到200件？", "受理投诉有多少件？", Claim("least", Decimal(200), "件")),
        ("投资突破5万亿了吗", "投资是多少", Claim("over", Decimal(5), "万亿")),
        ("漏损率是不是不到9%？", "漏损率是多少？", Claim("under", Decimal(9), "%")),
        ("投诉增长了5%以上吗？", "投诉增长了百分之多少？", Claim("least", Decimal(5), "%")),
        ("投诉是工单的两倍吗？", "投诉是工单的多少倍？", Claim("is", Decimal(2), "倍")),
        ("投诉占一半以上吗？", "投诉占百分之几？", Claim("least", Decimal(50), "%")),
    ],
)
def test_what_a_question_claims(question: str, plain: str, claim: Claim) -> None:
    assert claimed(question) == (plain, claim)


def test_a_claim_in_chinese_numerals_is_read() -> None:
    query = understand("投诉举报是不是三百九十六件", (), today=date(2026, 5, 1))
    assert query.claim == Claim("is", Decimal(396), "件")


@pytest.mark.parametrize(
    "question",
    [
        "受理投诉多少件？",
        "有没有行政处罚？",
        "12345热线有没有受理投诉？",
        "完成160件的是哪个局？",
        "2023年受理投诉了吗？",
    ],
)
def test_a_question_that_claims_no_number_stays_as_it_is(question: str) -> None:
    assert claimed(question) == (question, None)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Did it handle more than 1,200 complaints in 2023?", Claim("over", Decimal(1200), "")),
        ("Was revenue below 5.5 million yuan in 2023?", Claim("under", Decimal(5500000), "元")),
        ("Did it spend 300 yuan?", None),
        ("How many were more than 300?", None),
    ],
)
def test_what_an_english_question_claims(question: str, claim: Claim | None) -> None:
    assert claimed_in_english(question)[1] == claim


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云泽县水务局2023年受理投诉是160件吗？", "是的。"),
        ("云泽县水务局2023年受理投诉是不是150件？", "不是。"),
        ("云泽县水务局2023年受理投诉有没有到200件？", "没有。"),
        ("云泽县水务局2023年受理投诉不到200件对吗？", "是的。"),
        ("云泽县水务局2023年水质类投诉占六成以上吗？", "是的。"),
        ("云泽县水务局2023年供水投资突破1亿了吗？", "没有。"),
        ("云泽县水务局2023年供水投资达到8000万元了吗？", "是的。"),
        ("Did Yunze Water Affairs Bureau receive more than 200 complaints in 2023?", "No"),
    ],
)
def test_whether_it_is_so_is_said_before_what_it_is(
    question: str, said: str, tmp_path: Path, embedder: Embedder
) -> None:
    told = "受理投诉160件，其中水质类96件、水压类64件。完成供水投资8000万元。"
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, told)).ask(question)
    assert answer.text.startswith(said)
    assert answer.status == "answered"

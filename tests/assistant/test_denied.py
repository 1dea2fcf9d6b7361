"""What was not done never tells what was, nor what a thing is not what it is; and what of a place's own report is a part's."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.match.denied import is_denied, tells_undone
from corpus.report import Label
from index.embedder import Embedder
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

OPEN = Label(row=("行政复议",), column=("复议后起诉", "尚未审结"))
SECRET = Label(row=("本年度办理结果", "不予公开", "属于国家秘密"), column=("总计",))


@pytest.mark.parametrize(
    ("question", "label", "undone"),
    [
        ("行政复议审结几件", OPEN, True),
        ("行政复议还没审结几件", OPEN, False),
        ("未经复议直接起诉的审结几件", OPEN, True),
        ("整改隐患几处", Label(phrase="未整改隐患"), True),
        ("整改隐患几处", Label(phrase="整改隐患"), False),
        ("未来产业项目几个", Label(phrase="未来产业项目"), False),
    ],
)
def test_what_is_not_yet_done_is_not_what_was(question: str, label: Label, undone: bool) -> None:
    assert tells_undone(question, question, label) is undone


@pytest.mark.parametrize(("measure", "denied"), [("不属于国家秘密", True), ("属于国家秘密", False)])
def test_what_is_not_a_thing_is_not_told_by_what_is(measure: str, denied: bool) -> None:
    assert is_denied(measure, SECRET) is denied


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        ("信息公开类行政复议30件，其中尚未审结4件。", "信息公开行政复议已经审结多少件？", 26),
        ("信息公开类行政复议30件，其中尚未审结4件。", "信息公开行政复议没审结的多少件？", 4),
        ("信息公开类行政复议30件。", "信息公开行政复议已经审结多少件？", None),
        ("将20大项50小项许可事项纳入“一水一证”改革。", "“一水一证”改革涉及的事项，平均每个大项有几个小项？", Decimal("2.5")),
    ],
)  # fmt: skip
def test_what_was_decided_is_all_but_what_was_not(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: int | Decimal | None
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(f"云泽县水务局2023年{question}")
    assert answer.headline[0] == (None if value is None else Decimal(value))


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县中心城区2024年公交分担比例提高了几个百分点？", Decimal("1.5")),
        ("2024年云泽县中心城区公交分担比例提高了多少？", Decimal("1.5")),
        ("照云泽县2025年政府工作报告的说法，2024年中心城区公交分担比例是多少？", Decimal(42)),
        ("云泽县开发区2024年公交分担比例是多少？", None),
    ],
)
def test_a_part_of_a_place_is_told_of_by_its_report(
    tmp_path: Path, embedder: Embedder, question: str, value: Decimal | None
) -> None:
    report = work_report(2025, "中心城区公交分担比例从40.5%提升至42%。", "新建公交场站3座。")
    assert asked(tmp_path, embedder, ".txt", a=report).ask(question).headline[0] == value

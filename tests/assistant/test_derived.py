"""What is worked out of figures in different units, of labels written for two readings, and of agencies that share a name,
of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked
from tests.forms_factory import random_form

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
    assert answer.headline == (Decimal(72), "件"), answer.text


def test_an_item_of_the_whole_goes_before_what_another_sentence_says(
    tmp_path: Path, embedder: Embedder
) -> None:
    said = (
        "以前年度剩余26万元继续结转使用。\n\n年末结余资金200万元，其中：调入稳定调节基金90万元、"
        "结转2024年继续使用80万元、统筹安排30万元。"
    )
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(
        "云泽县水务局2023年年末结余资金中，结转2024年继续使用的占百分之几？"
    )
    assert answer.headline[0] == Decimal(40), answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("专项贷款余额比贷款授信总额低多少万元？", "-2525"),
        ("泵站收费收入比上年增加多少万元？", "36"),
        ("泵站收费收入比上年增长百分之几？", "12.5"),
        ("争取的水利债券资金中，哪一种最多？", "5.2"),
    ],
)
def test_what_is_worked_out_is_of_the_very_figures(
    tmp_path: Path, embedder: Embedder, question: str, value: str
) -> None:
    said = (
        "全县专项贷款余额9,500万元。\n\n截至年末，贷款授信总额1.2亿元。\n\n县级贷款授信总额12,025万元。\n\n"
        "泵站收费收入324万元，完成年度预算的101.3%，比上年增加36万元，增长12.5%；\n\n"
        "争取水利债券资金8.1亿元，其中：新增债券5.2亿元、再融资债券2.9亿元。"
    )
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(f"云泽县水务局2023年{question}")
    assert answer.headline[0] == Decimal(value), answer.text


def test_after_an_amount_the_change_is_asked_for_as_one(tmp_path: Path, embedder: Embedder) -> None:
    said = "泵站收费收入324万元，比上年增加36万元。泵站收费收入增长12.5%，再创新高。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    first = assistant.ask("云泽县水务局2023年泵站收费收入多少万元？")
    answer = assistant.ask("比上年增加了多少？", conversation=first.conversation)
    assert answer.headline == (Decimal(36), "万元"), answer.text


def test_the_whole_revenue_is_not_the_place_s_own(tmp_path: Path, embedder: Embedder) -> None:
    said = "全县一般公共预算收入4.5亿元，增长18.6%。"
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(
        "云泽县水务局2023年一般公共预算总收入增长百分之几？"
    )
    assert answer.status != "answered", answer.text


def test_income_is_compared_with_what_was_spent_of_the_same_fund(tmp_path: Path, embedder: Embedder) -> None:
    said = "支出合计70万元。\n\n泵站基金收入90万元；泵站基金支出60万元。"
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(
        "云泽县水务局2023年泵站基金收入比支出多多少万元？"
    )
    assert answer.headline[0] == Decimal(30), answer.text


def test_what_is_beside_in_the_row_goes_on_from_the_answer_before(tmp_path: Path, embedder: Embedder) -> None:
    form = random_form(Random(7), "2021")
    new = {cell.column[-1]: cell.value for cell in form.cells if "本年新收" in "".join(cell.row)}
    told = f"全年收到政府信息公开申请，其中涉及自然人{int(new['自然人']) + 5}件。"  # not what the table says
    text = form.as_html().replace("严格依法公开政府信息。", told)
    assistant = asked(tmp_path, embedder, ".html", a=text)
    first = assistant.ask(f"{form.issuer}{form.year}年商业企业申请多少件？")
    assert [str(one.value) for one in first.figures] == [new["商业企业"]]
    then = assistant.ask("自然人呢？", conversation=first.conversation)
    assert [str(one.value) for one in then.figures] == [new["自然人"]]


def test_a_whole_and_its_part_are_not_added_up(tmp_path: Path, embedder: Embedder) -> None:
    form = random_form(Random(7), "2021")
    totals = {
        "".join(cell.row): cell.value for cell in form.cells if cell.column and cell.column[-1] == "总计"
    }
    received, disclosed = (
        next(totals[row] for row in totals if what in row) for what in ("新收", "予以公开")
    )
    assistant = asked(tmp_path, embedder, ".html", a=form.as_html())
    answer = assistant.ask(f"{form.issuer}{form.year}年新收申请总共多少件，其中予以公开几件？")
    assert [str(one.value) for one in answer.figures] == [received, disclosed]
    assert answer.calculation is None

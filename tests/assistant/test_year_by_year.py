"""A county's two reports on disclosure and a bureau's final accounts, of made-up agencies: what is counted year by year,
rates of what one sentence counts, and what accounts tell of both sides and of the year before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.understand.question import understand
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

EARLIER = """云泽县2022年政府信息公开工作年度报告

一、总体情况

2022年，12345政务服务便民热线转办诉求9863件，按期办结9781件。发布政策解读材料46篇。累计培训480人次。配备政务公开专职人员39名、兼职人员112名。
"""
LATER = """云泽县人民政府2023年政府信息公开工作年度报告

一、总体情况

2023年，12345热线转办诉求11247件。发布政策解读材料61篇。累计培训655人次。开展第三方评估1次，涉及42家部门，平均得分87.6分。开展社会评议1次，发放问卷1200份，收回有效问卷1086份。平均办理时长由上年的14.2个工作日压缩至11.8个工作日。

六、其他需要报告的事项

全县发出信息处理费收费通知3件，总金额2180元，实际收取1520元。
"""
ACCOUNTS = """云泽县水务局2023年度部门决算

一、收入支出决算总体情况说明

2023年度收、支总计均为8642.37万元。与2022年度相比，收、支总计各增加684.25万元，增长8.60%。

七、“三公”经费财政拨款支出决算情况说明

2023年“三公”经费财政拨款支出决算为29.86万元，完成预算的77.56%，较上年减少4.35万元，下降12.72%。公务接待费支出5.51万元，完成预算的52.48%，较上年减少1.80万元，下降24.62%。国内公务接待46批次，412人次（不包括陪同人员）。外事接待0批次、0人次。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("years")
    return asked(folder, embedder, suffix=".txt", y2022=EARLIER, y2023=LATER, accounts=ACCOUNTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县2023年12345热线转办诉求比2022年增长百分之几？", "14.03"),
        ("云泽县2022年12345热线诉求按期办结率是多少？", "99.17"),
        ("云泽县2022年12345转办的诉求中，按期办结的占百分之几？", "99.17"),
        ("云泽县2023年社会评议的问卷有效回收率是多少？", "90.50"),
        ("云泽县2023年政务公开第三方评估的平均分是多少？", "87.6"),
        ("云泽县2023年平均办理时长比上年缩短了多少个工作日？", "-2.4"),
        ("云泽县2022年政务公开专职人员多少名？", "39"),
        ("云泽县2023年信息处理费实际收取多少元？", "1520"),
        ("云泽县2023年信息处理费实收多少？", "1520"),
        ("云泽县2023年信息处理费收费通知总金额是多少？", "2180"),
        ("云泽县水务局2023年收入总计多少万元？", "8642.37"),
        ("云泽县水务局2023年支出总计比上年增长百分之几？", "8.60"),
        ("云泽县水务局2023年收支总计比上年增加多少？", "684.25"),
        ("云泽县水务局2023年三公经费比上年下降百分之几？", "12.72"),
        ("云泽县水务局2023年公务接待费比2022年减少多少？", "1.80"),
        ("云泽县水务局2023年公务接待多少人次？", "412"),
    ],
)
def test_what_reports_of_two_years_and_accounts_tell(county: Assistant, question: str, value: str) -> None:
    answer = county.ask(question)
    assert (answer.status, answer.headline[:1]) == ("answered", (Decimal(value),)), answer.text


@pytest.mark.parametrize(
    ("first", "then", "value"),
    [
        ("云泽县2023年发布政策解读材料多少篇？", "比上年多发了多少篇？", "15"),
        ("云泽县2023年12345热线转办诉求多少件？", "政策解读材料比上年增加多少篇？", "15"),
        ("云泽县水务局2023年公务接待费支出多少万元？", "一共接待了多少人次？", "412"),
    ],
)
def test_what_follows_is_of_the_year_before_too_and_of_the_kind_spoken_of(
    county: Assistant, first: str, then: str, value: str
) -> None:
    answer = county.ask(then, conversation=county.ask(first).conversation)
    assert answer.headline[:1] == (Decimal(value),), answer.text


def test_a_place_in_an_office_is_no_district_and_a_right_word_stays_right(county: Assistant) -> None:
    told = county.ask("云泽县2023年政务公开专区多少个？")
    assert told.status == "not_reported", told.text
    read = understand("云泽县水务局2023年防汛支出中基本支出占多少？", (), today=date(2024, 3, 1))
    assert "总计" not in read.simplified


def test_of_kinds_that_are_not_told_apart_none_is_guessed(county: Assistant) -> None:
    answer = county.ask("云泽县水务局2023年接待了多少人次？")
    assert (answer.status, len(answer.choices)) == ("ambiguous", 2), answer.text

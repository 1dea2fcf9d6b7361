"""English words that the glossary lacks, looked up in the words of the labels in scope, and English questions' forms."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.understand.dictionary import Dictionary
from assistant.understand.english_parts import asked_twice, named_share, several, share_of, than_another
from index.embedder import Embedder
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

LABELS = ("养殖蜜蜂", "收治骆驼", "修建风车")
BUREAU = "the Yunze County Water Affairs Bureau"


@pytest.mark.parametrize(
    ("english", "read"),
    [
        ("how many camels were there", "how many  骆驼  were there"),
        ("how many windmills were there", "how many  风车  were there"),
        ("how many elephants were there", "how many elephants were there"),  # no label has 大象
        ("how many permits were there", "how many permits were there"),  # the glossary has it
    ],
)
def test_a_word_is_what_a_label_says(english: str, read: str) -> None:
    assert Dictionary(LABELS).reads(english) == read


def test_of_two_senses_the_one_that_stands_with_the_rest() -> None:
    assert "演练" in Dictionary(("开展骆驼演练", "组织训练")).reads("how many camel drills were held")
    assert Dictionary(("开展演练", "开展训练")).reads("how many drills") == "how many drills"


def test_nothing_is_read_where_no_label_has_the_word() -> None:
    assert Dictionary(()).senses(("camel",)) == ()


@pytest.mark.parametrize(
    ("rest", "measures"),
    [
        ("how many licences and how many penalties", ("行政许可", "行政处罚")),
        ("of the beds, how many are urban and how many are rural", ("床位 城市", "床位 农村")),
        ("how many licences were issued", ()),
        ("how many licences and how many snarks", ()),  # not all of it was understood
    ],
)
def test_two_things_asked_in_turn(rest: str, measures: tuple[str, ...]) -> None:
    assert asked_twice(rest, money=False) == measures


def test_what_is_done_to_both_is_said_once() -> None:
    assert several("how many more hospitals than schools were built", money=False) == (
        "新建 医院",
        "新建 学校",
    )


@pytest.mark.parametrize(
    ("rest", "measures"),
    [
        ("in the procurement budget, how much more goes to works than to services", ("政府采购预算 工程", "政府采购预算 服务")),
        ("how much higher was the pass rate of the cosmetics than its completion rate", ("合格率 化妆品", "办结率 化妆品")),
        ("how much higher was the pass rate of the cosmetics than that of the drugs", ("合格率 化妆品", "合格率 药品")),
        ("in the snarks, how much more goes to works than to services", ()),  # not all of it was understood
    ],
)  # fmt: skip
def test_two_things_compared_share_their_head_and_owner(rest: str, measures: tuple[str, ...]) -> None:
    assert tuple(sorted(one.split()) for one in several(rest, money=False)) == tuple(
        sorted(one.split()) for one in measures
    )


@pytest.mark.parametrize(
    ("rest", "compared"),
    [
        ("how many more schools than snarks were there", True),
        ("how many more schools were there than the previous figure", False),
        ("how many more schools were there than ", False),
    ],
)
def test_what_is_compared_with_another_thing_is_not_compared_over_years(rest: str, compared: bool) -> None:
    assert bool(than_another(rest, money=False)) is compared


@pytest.mark.parametrize(
    ("question", "part", "whole"),
    [
        ("what share of the cases concerned food", "food", "cases"),
        ("what percentage of the requests could not be met because it was lost", "not be met because it was lost", "requests"),
        ("what portion of the subsidies had been paid", "been paid", "subsidies"),
    ],
)  # fmt: skip
def test_the_whole_of_which_some_were_a_part(question: str, part: str, whole: str) -> None:
    assert share_of(question) == (part, whole)


def test_a_share_that_has_a_name_of_its_own() -> None:
    assert named_share("what was the share of green power") == "绿色电力占比"
    assert named_share("what was the share of schools") == ""


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "question", "value", "unit"),
    [
        ("全年解救骆驼37头。", f"How many camels did {BUREAU} rescue in 2023?", "37", "头"),
        ("全年解救骆驼37头。", f"How many elephants did {BUREAU} rescue in 2023?", None, None),
        ("修建风车12座，投资48万元。", f"How many windmills did {BUREAU} build in 2023?", "12", "座"),
        ("建成5G基站26座。", f"How many 5G base stations did {BUREAU} build in 2023?", "26", "座"),
        ("结婚登记318对，离婚登记84对。", f"How many couples got married, {BUREAU}, 2023?", "318", "对"),
        ("全年火化率38.6%。", f"What was the cremation rate reported by {BUREAU} in 2023?", "38.6", "%"),
        ("投诉案件200宗，其中水污染类50宗。", f"What share of {BUREAU}'s 200 complaint cases in 2023 involved water pollution?", "25", "%"),
        ("新建医院3所、学校7所。", f"How many more schools than hospitals did {BUREAU} build in 2023?", "4", "所"),
        ("受理投诉120件。", f"How many complaints did {BUREAU} receive per month on average in 2023?", "10", "件"),
        ("罚没款284.6万元。", f"How much did {BUREAU} collect in fines and confiscations in 2023?", "284.6", "万元"),
        ("全年受理投诉120件。", f"How many complaints did {BUREAU} accept in 2023, including those carried over?", "120", "件"),
        ("发出催办提示14次。", f"How many reminders did {BUREAU} send out in 2023?", "14", "次"),
        ("化解各类争议纠纷23件。", f"How many disputes did {BUREAU} settle in 2023?", "23", "件"),
        ("公开安全生产和食品安全类信息31条。", f"How many items on work safety and food safety did {BUREAU} disclose in 2023?", "31", "条"),
        ("新增轨道交通运营里程9公里。", f"How many kilometres of new rail transit did {BUREAU} put into operation in 2023?", "9", "公里"),
        ("生活垃圾回收利用率为41%。", f"What share of household waste was recycled, {BUREAU}, 2023?", "41", "%"),
        ("新增家庭养老床位90张。", f"How many fewer family care beds did {BUREAU} add in 2023 than in 2022?", None, None),
        ("公开施工许可证52条。", f"How many construction permits were disclosed by {BUREAU} in 2023?", "52", "条"),
        ("安排培训费6万元。", f"How many training courses did {BUREAU} hold in 2023?", None, None),  # no money for a count
    ],
)  # fmt: skip
def test_an_english_question(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None, unit: str | None
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    answer = assistant.ask(question)
    assert answer.headline == (Decimal(value) if value else None, unit)


@pytest.mark.model
@pytest.mark.parametrize(
    "question", ["Who delivered Yunze County's 2023 work report?", "Who is the head of Yunze County?"]
)
def test_who_delivered_the_report(tmp_path: Path, embedder: Embedder, question: str) -> None:
    text = work_report(2023, "修建风车12座。", "修建风车9座。").replace(
        "各位代表", "县长 陆云生\n\n各位代表", 1
    )
    answer = asked(tmp_path, embedder, ".txt", a=text).ask(question)
    assert "陆云生" in answer.text


@pytest.mark.model
def test_why_asks_for_a_reason_though_something_fell(tmp_path: Path, embedder: Embedder) -> None:
    said = "全年接待游客3万人次，同比下降8%，主要原因是景区闭园改造。"
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(
        f"Why did tourism fall at {BUREAU} in 2023?"
    )
    assert answer.headline[0] is None

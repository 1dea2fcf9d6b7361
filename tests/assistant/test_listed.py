"""What several things come to that a question names one by one, and what comes on each of others, of a made-up bureau's
prose."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.query import Listed
from assistant.reply import Answer
from assistant.understand.listed import listed
from assistant.understand.quarters import of_each_quarter
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

BUREAU = "云泽县水务局2023年"
KINDS = "通过局网站发布水情通报41期、旱情简报26期，推出“节水先锋”系列水利访谈9期。"
FIELDS = "一是推进水库建设有关信息公开，全年共发布72条。二是深化河道治理信息公开，全年公开河道划界信息、采砂许可等信息35条。"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("局网站上发的水情通报、旱情简报和水利访谈，三种一共多少期", ("水情通报", "旱情简报", "水利访谈")),
        ("把水库领域和河道领域公开的信息加起来，总共多少条", ("水库领域", "河道领域")),
        ("巡查里堵上的漏洞，管网漏点、阀门渗水，总数几处", ("管网漏点", "阀门渗水")),
        ("压减的会议费，与评审和评估核减的资金，合计多少万元", ("压减的会议费", "评审和评估核减的资金")),
        ("水情通报和旱情简报三种一共多少期", None),  # they are not three
        ("水情通报一共多少期", None),
    ],
)
def test_things_named_one_by_one(text: str, items: tuple[str, ...] | None) -> None:
    found = listed(text, str.strip)
    assert (found.items if isinstance(found, Listed) else None) == items


def test_quarters_are_counted_by_their_half_of_the_year() -> None:
    assert of_each_quarter("下半年两个季度的用款计划") == ("第三季度用款计划", "第四季度用款计划")
    assert len(of_each_quarter("四个季度的用款计划")) == 4
    assert of_each_quarter("第二季度的用款计划") == ()


def answer(tmp_path: Path, embedder: Embedder, said: str, question: str) -> Answer:
    """The answer to a question of the bureau's summary that says no more than this."""
    return asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(BUREAU + question)


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        (KINDS, "水情通报、旱情简报、水利访谈，三种总共多少期？", "76"),
        (KINDS, "局網站的水情通報和旱情簡報兩類合計多少期？", "67"),
        (KINDS, "水情通报、旱情简报和水利讲座三种总共多少期？", None),
        (FIELDS, "水库和河道两个领域合计公开了多少条信息？", "107"),
        ("定期开展管网巡查，整改漏水点22处、渗水阀门43处、各类破损83处。", "管网巡查里改掉的毛病，漏水点、渗水阀门、各类破损，总数是几处？", "148"),
        ("开设微博5个、公众号4个，发布信息200条。", "微博和公众号一共发了多少条？", None),
        ("第一季度用款计划12万元，第二季度用款计划30万元，第三季度用款计划8万元，第四季度用款计划10万元。", "下半年两个季度的用款计划加起来是多少万元？", "18"),
        ("第一季度用款计划12万元，第二季度用款计划30万元，第三季度用款计划8万元，第四季度用款计划10万元。", "四个季度的用款计划，平均每个季度多少万元？", "15"),
    ],
)  # fmt: skip
def test_they_are_added_up(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None
) -> None:
    assert answer(tmp_path, embedder, said, question).headline[0] == (Decimal(value) if value else None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        ("截至12月底，已公布水质抽检5批210种样品。", "听说水质抽检分了好几批，那平均一批抽了多少种样品？", "42"),
        ("将20大项50小项许可事项纳入“一水一证”改革。", "“一水一证”改革，每个大项平均管着几个小项？", "2.5"),
        ("水务平台接入40个部门1000项事项。", "水务平台平均每个接入部门有几项事项？", "25"),
        ("主动公开信息120条，公开类别涉及水库类信息20条、河道类信息30条和其他类信息70条。", "主动公开的信息分了三类，平均一类多少条？", "40"),
        ("主动公开信息120条，公开类别涉及水库类信息20条、河道类信息30条和其他类信息70条。", "主动公开的信息分了四类，平均一类多少条？", None),
        ("举办节水交流活动8场次，参加学生240人次。", "办的节水交流活动，平均每场来了多少人次学生？", "30"),
        ("“水商回乡”新注册企业50家、总投资200亿元。", "“水商回乡”新注册的企业，平均每家投资多少亿元？", "4"),
    ],
)  # fmt: skip
def test_how_much_comes_on_each(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None
) -> None:
    assert answer(tmp_path, embedder, said, question).headline[0] == (Decimal(value) if value else None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "question", "value", "unit"),
    [
        ("用户等候时间由40分钟缩至10分钟。", "搞“一窗通水”以后，用户排队等候的时间变短了，降幅是百分之几？", "75", "%"),
        ("县网900项供水服务实现“一门式”办理，其中300项由供水窗口承担。", "实现“一门式”办理的事项，有多少项不是由供水窗口承担的？", "600", "项"),
    ],
)  # fmt: skip
def test_a_fall_is_told_as_one_and_the_rest_is_what_is_left(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str, unit: str
) -> None:
    assert answer(tmp_path, embedder, said, question).headline == (Decimal(value), unit)


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "健全水务制度里，新建和修订一共多少项？",
        "新建和修订的制度一共多少项？",
        "健全水务制度中新建和修订的总共多少项？",
    ],
)
def test_two_items_of_a_whole_are_added_up_and_neither_stands_for_both(
    question: str, tmp_path: Path, embedder: Embedder
) -> None:
    said = "全年健全水务制度30项，其中新建12项、修订15项、废止3项。"
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(f"云泽县水务局2023年{question}")
    assert answer.headline[0] == 27, answer.text

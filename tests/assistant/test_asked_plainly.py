"""Sections of a report asked for in plain words: charges, whom to write to, next steps, who is charged with what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.elsewhere.other_years import _plan_of
from assistant.quote.focus import foci
from assistant.quote.stretches import _with_brackets
from assistant.quote.wanted import wanted
from assistant.understand.framing import to_the_point
from assistant.understand.question import understand
from assistant.words.kinds import asked_for
from index.embedder import Embedder
from tests.assistant.held import Report
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

COUNTY = (
    "云泽县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年受理政府信息公开申请21件。加强与申请人沟通，耐心答复群众疑问。\n\n"
    "五、存在的主要问题及改进情况\n\n存在的问题：一是政策解读不够生动；二是栏目更新不及时。\n\n六、其他需要报告的事项\n\n2023年，未收取信息处理费。\n"
)
BUREAU = "云泽县水务局2023年度工作总结\n\n一、工作情况\n\n依托县政府网站和公众号发布供水信息，受理热线来电。如有疑问，请与县水务局办公室联系，联系电话：0591-23456789。\n\n"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("plainly"), embedder, ".txt", a=COUNTY, b=BUREAU)


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "云泽县2023年给人查资料，跟申请人要过钱没有？",
        "云泽县2023年依申请公开收费了吗？",
        "云泽县2023年有没有收取信息处理费？",
    ],
)
def test_whether_papers_were_charged_for_is_told_by_its_own_sentence(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert [one.quote for one in answer.citations] == ["2023年，未收取信息处理费。"]


def test_how_much_was_charged_is_asked_for_in_figures() -> None:
    assert [one.name for one in asked_for("云泽县2023年收了多少元信息处理费？")] == []
    assert "fee" not in [one.name for one in asked_for("云泽县2023年的信息处理费是哪个局收的？")]


@pytest.mark.model
def test_whom_to_turn_to_at_a_place_is_not_told_by_a_bureau_of_it(assistant: Assistant) -> None:
    assert assistant.ask("对云泽县2023年的年报有疑问，该打哪个电话？").status != "answered"


def test_the_office_in_brackets_is_charged_with_what_stands_before() -> None:
    text = "（一）整治管网。更换管道。（责任科室：供水科）（二）关爱巡河员。组织体检。（责任科室：人事科）"
    spans, _ = _with_brackets(text, ())
    assert [text[start:end] for start, end in spans] == [
        "（一）整治管网。",
        "更换管道。（责任科室：供水科）",
        "（二）关爱巡河员。",
        "组织体检。（责任科室：人事科）",
    ]


@pytest.mark.model
def test_plans_are_not_told_by_the_review(
    tmp_path_factory: pytest.TempPathFactory, embedder: Embedder
) -> None:
    report = work_report(2025, "深水网箱等3个研究平台建成。", "围绕深海养殖、海水制氢等方向新建研究平台。")
    here = asked(tmp_path_factory.mktemp("plans"), embedder, ".txt", a=report)
    text = here.ask("云泽县2025年打算在什么方向上新建研究平台？").text
    assert "深水网箱" not in text


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("想写封电子邮件，发到哪个信箱？", ["mail"]),
        ("想上门去问，办公室在哪条街上？", ["address"]),
        ("公告以后还打算干点啥？", ["measures"]),
        ("培训效果不好在哪？", ["problems"]),
        ("人员老换，病根在哪里？", ["why"]),
        ("有人因为公开没做好而被问责吗？", []),
        ("那段片子拍的是什么内容？", ["shown"]),
        ("新通车的是几号线？", ["numbered"]),
        ("打差评的人嫌的是什么？", ["grudge"]),
        ("停掉的新媒体是哪几个号？", ["name"]),
    ],
)
def test_the_kind_of_answer_in_plain_words(question: str, kinds: list[str]) -> None:
    found = [kind.name for kind in asked_for(question)]
    assert [one for one in kinds if one not in found] == []
    assert kinds or found == []


def test_what_is_named_must_be_of_its_kind() -> None:
    (shown,) = asked_for("那段片子拍的是什么内容？")
    assert not shown.given("推送短视频120条，其中1条播放量破千万。")
    (line,) = asked_for("新通车的是几号线？")
    assert not line.given("开通2条地铁新线。")
    assert line.given("8号线建成通车。")


def test_who_holds_an_office_is_told_where_the_office_is_named() -> None:
    wish = wanted("防汛领导小组谁当副组长？", "防汛领导小组")
    assert not wish.given("县长、分管负责人加强防汛工作。")
    assert wish.given("县长任组长，分管副县长任副组长。")


def test_what_is_done_in_which_month_is_not_the_thing_asked_for() -> None:
    assert foci("哪个月上线的？") == ()
    assert foci("是替哪些人张罗的？") == ()


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("云泽县2023年要修哪些水库？说两样就行", "云泽县2023年要修哪些水库？"),
        ("做环保的关心一下，云泽县要治理哪些河？", "云泽县要治理哪些河？"),
        ("云泽县想新建什么学校？报告里点了名的", "云泽县想新建什么学校？"),
    ],
)
def test_how_many_to_name_and_who_asks_say_nothing_of_the_thing(question: str, left: str) -> None:
    assert to_the_point(question) == left


def test_the_years_of_a_plan_are_called_by_it() -> None:
    assert _plan_of((2021, 2022, 2023, 2024, 2025)) == "十四五"
    assert _plan_of((2020, 2021, 2022, 2023, 2024)) == ""


def test_next_year_is_said_of_the_report_that_is_named() -> None:
    held = [Report("云泽县人民政府", 2023)]
    query = understand("照云泽县2023年年报的说法，来年要补哪些制度？", held, today=date(2026, 11, 30))
    assert query.years == (2023,)


FLAT = (
    "（二）办事更加方便。一是办件提速30%。二是窗口延时服务120次。（三）服务有所提升。全年走访企业45家。一是送政策上门。二是解决困难18个。"
    "二、存在问题回顾一年来的工作，虽然取得了一些成绩，但仍然存在一些问题和不足。一是宣传形式不够丰富。二是窗口人手欠缺。"
    "三、下一步打算我局将继续努力。一是增加窗口人员。"
)
"""A report whose lines were all run into one paragraph."""


@pytest.mark.model
def test_problems_are_told_from_where_their_list_begins(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, FLAT))
    for question in ("云泽县水务局2023年工作中还有哪些不足？", "云泽县水务局2023年存在什么问题？"):
        answer = assistant.ask(question)
        quoted = "".join(one.quote for one in answer.citations)
        assert "宣传形式不够丰富" in quoted
        assert "窗口人手欠缺" in quoted
        assert "送政策上门" not in quoted
        assert "增加窗口人员" not in quoted


@pytest.mark.model
def test_a_report_that_admits_no_problems_has_none(tmp_path: Path, embedder: Embedder) -> None:
    said = "我局着力破解群众办事的堵点，解决了用水难点问题12个。开展专项排查，发现问题26项，已全部整改。"
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask("云泽县水务局2023年存在什么问题？")
    assert answer.status == "not_reported", answer.text

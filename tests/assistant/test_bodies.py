"""A place asked about by its name, whose own report does not say: what its bodies' reports say, and whose they are."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.bodies import bodies_of
from assistant.query import Query
from index.embedder import Embedder
from tests.assistant.held import Report
from tests.assistant.made import work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

COUNTY = work_report(2025, "一年来，新建公路36公里。", "新建学校2所。")
TOURISM = "云泽县文化和旅游局2024年度工作总结\n\n一、工作情况\n\n全年接待游客318.5万人次。新增民宿27家，开展安全检查41次。\n\n二、2025年工作计划\n\n2025年举办湖滨马拉松和渔歌节。\n"
HOUSING = (
    "云泽县住房和城乡建设局2024年度工作总结\n\n一、工作情况\n\n全年改造老旧小区12个，开展安全检查65次。\n"
)


@pytest.fixture
def assistant(tmp_path: Path, embedder: Embedder) -> Assistant:
    return asked(tmp_path, embedder, ".txt", a=COUNTY, b=TOURISM, c=HOUSING)


def test_a_bodys_report_answers_for_its_place_and_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2024年接待了多少游客？")
    assert answer.headline == (Decimal("318.5"), "万人次")
    assert answer.citations[0].issuer == "云泽县文化和旅游局"
    assert answer.assumed == "云泽县的报告没有给出这项内容，以下取自云泽县文化和旅游局的报告"
    following = assistant.ask("新增民宿呢？", conversation=answer.conversation)
    assert following.headline[0] == Decimal(27)  # the body stays in scope


def test_what_the_place_itself_reports_goes_first(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2024年新建公路多少公里？")
    assert (answer.headline[0], answer.citations[0].issuer) == (Decimal(36), "云泽县")


def test_what_two_bodies_each_report_is_a_choice(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2024年开展安全检查多少次？")
    assert (answer.status, answer.figures) == ("ambiguous", ())
    assert {choice.label.split()[0] for choice in answer.choices} == {
        "云泽县文化和旅游局",
        "云泽县住房和城乡建设局",
    }


def test_what_no_body_reports_is_not_reported(assistant: Assistant) -> None:
    assert assistant.ask("云泽县2024年新增养老床位多少张？").status != "answered"


@pytest.mark.parametrize(
    ("issuer", "bodies"),
    [
        ("云泽县人民政府", ("云泽县水务局",)),
        ("云泽县青石镇人民政府", ()),
        ("云泽县水务局", ()),  # a body stands for itself alone
    ],
)
def test_the_bodies_of_a_place_are_not_those_of_the_places_in_it(
    issuer: str, bodies: tuple[str, ...]
) -> None:
    names = ("云泽县人民政府", "云泽县水务局", "云泽县青石镇人民政府", "青禾市水务局")
    held = [Report(name, 2024) for name in names]
    assert bodies_of(Query("", "zh-Hans", "", "", issuers=(issuer,)), held) == bodies


def test_of_two_bodies_that_quote_the_one_that_says_by_far_the_most(
    tmp_path: Path, embedder: Embedder
) -> None:
    party = "党员学习教育扎实推进，举办读书班，开展主题党日。"
    tours = f"{TOURISM}\n实施旅游投诉“一口受理”“先行赔付”等处理机制，提升游客满意度。\n\n{party}\n"
    homes = f"{HOUSING}\n与法院建立物业投诉处理和调解机制，组织游船码头和旅游厕所改造。\n\n{party}\n"
    assistant = asked(tmp_path, embedder, ".txt", a=COUNTY, b=tours, c=homes)
    answer = assistant.ask("云泽县2024年对旅游投诉有哪些处理机制？")
    assert "先行赔付" in answer.text
    assert answer.citations[0].issuer == "云泽县文化和旅游局"
    assert assistant.ask("云泽县2024年党员学习教育怎么样？").status == "not_reported"

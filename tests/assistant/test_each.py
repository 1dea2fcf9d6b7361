"""One measure over years and places whose reports do not call it alike, asked of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model


def _asked(tmp_path: Path, embedder: Embedder, **texts: str) -> Assistant:
    return asked(tmp_path, embedder, ".txt", **texts)


def test_each_year_answers_under_its_own_name(tmp_path: Path, embedder: Embedder) -> None:
    assistant = _asked(
        tmp_path,
        embedder,
        a=summary(2022, "全年办理供水热线工单2914件。召开新闻发布会2场。"),
        b=summary(2023, "全年受理供水热线工单3368件。组织新闻发布会3场。"),
    )
    rise = assistant.ask("云泽县水务局2023年受理供水热线工单比2022年多多少件？")
    assert (rise.headline[0], [str(one.value) for one in rise.figures]) == (Decimal(454), ["2914", "3368"])
    assert "名称" in rise.text  # the reports do not call it alike, and the answer says so
    more = assistant.ask("云泽县水务局2022年到2023年新闻发布会增加了几场？")
    assert more.headline[0] == Decimal(1)


def test_a_year_that_does_not_say_is_not_made_up_from_something_else(
    tmp_path: Path, embedder: Embedder
) -> None:
    assistant = _asked(
        tmp_path,
        embedder,
        a=summary(2022, "全年受理供水热线工单2914件。"),
        b=summary(2023, "全年受理污水投诉3368件。"),
    )
    assert assistant.ask("云泽县水务局2023年受理供水热线工单比2022年多多少件？").status != "answered"


def test_the_years_total_answers_before_a_single_actions(tmp_path: Path, embedder: Embedder) -> None:
    said = "全年立案查处各类违法案件389件，罚没款317.9万元。开展校园供水检查，立案17件，罚没款4.6万元。开展专项治理，立案4件。"
    assistant = _asked(tmp_path, embedder, a=summary(2023, said))
    assert assistant.ask("云泽县水务局2023年罚没款多少？").headline[0] == Decimal("317.9")
    assert assistant.ask("云泽县水务局2023年立案多少件？").headline[0] == Decimal(389)


def test_a_result_answers_before_the_plan_for_it_and_the_plan_where_it_is_asked_for(
    tmp_path: Path, embedder: Embedder
) -> None:
    assistant = _asked(
        tmp_path,
        embedder,
        a=work_report(2024, "新建社区食堂31家。", "新建社区食堂40家。"),
        b=work_report(2025, "新建社区食堂43家。", "新建社区食堂50家。"),
    )
    for question, value in (
        ("云泽县2024年新建社区食堂多少家？", 43),
        ("云泽县2024年计划新建社区食堂多少家？", 40),
        ("云泽县2025年打算新建多少家社区食堂？", 50),
        ("云泽县2023年新建了多少家社区食堂？", 31),
    ):
        assert assistant.ask(question).headline[0] == Decimal(value), question


def test_accounts_answer_with_what_was_spent_unless_the_budget_is_asked_for(
    tmp_path: Path, embedder: Embedder
) -> None:
    text = "云泽县水务局2023年度部门决算\n\n一、支出情况\n\n公务接待费支出预算6.20万元，支出决算5.85万元。会议费支出预算3.00万元。\n"
    assistant = _asked(tmp_path, embedder, a=text)
    assert assistant.ask("云泽县水务局2023年会议费预算多少万元？").headline[0] == Decimal("3.00")
    assert assistant.ask("云泽县水务局2023年会议费花了多少？").status != "answered"


def _of(body: str, year: int, said: str) -> str:
    return f"{body}{year}年度工作总结\n\n一、工作情况\n\n{said}\n"


def test_two_agencies_answer_each_under_its_own_name(tmp_path: Path, embedder: Embedder) -> None:
    assistant = _asked(
        tmp_path,
        embedder,
        a=_of("云泽县水务局", 2023, "现场安全教育活动221场次。全年水费收入增长5.1%。"),
        b=_of("云泽县民政局", 2023, "各党支部开展安全教育95场。全年水费收入增长4%。"),
    )
    both = assistant.ask("云泽县水务局和云泽县民政局2023年的安全教育合计多少场？")
    assert both.headline == (Decimal(316), "场次")
    more = assistant.ask("2023年云泽县水务局和云泽县民政局，谁开展的安全教育场次多？")
    assert more.headline[0] == Decimal(221)
    assert [str(one.value) for one in more.figures] == ["221", "95"]
    points = assistant.ask("2023年云泽县水务局水费收入的增速比云泽县民政局高几个百分点？")
    assert points.headline[0] == Decimal("1.1")


def test_of_namesakes_the_one_that_reports_is_worked_with(tmp_path: Path, embedder: Embedder) -> None:
    accounts = "云泽县人民政府2021年度部门决算\n\n一、支出情况\n\n会议费支出3.00万元。\n"
    assistant = _asked(
        tmp_path,
        embedder,
        a=_of("云泽新区管委会", 2021, "办理来信30件。"),
        b=_of("云泽新区管委会", 2023, "办理来信45件。"),
        c=accounts,
    )
    rise = assistant.ask("云泽2023年办理来信比2021年多多少件？")
    assert rise.headline[0] == Decimal(15)
    assert assistant.ask("云泽办理来信从2021年到2023年增长百分之几？").headline[0] == Decimal("50.00")


def test_what_is_said_after_which_is_said_of_each_of_those_named(tmp_path: Path, embedder: Embedder) -> None:
    said = "水泵、阀门、管材产量分别增长9.8%、11.9%、6.4%。"
    assistant = _asked(tmp_path, embedder, a=summary(2023, said))
    answer = assistant.ask("云泽县水务局2023年水泵、阀门、管材，哪个产量增长最快？")
    assert answer.headline[0] == Decimal("11.9")

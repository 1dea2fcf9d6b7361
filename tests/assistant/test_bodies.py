"""A place asked about by its name, whose own report does not say: what its bodies' reports say, and whose they are."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.elsewhere.bodies import bodies_of
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


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("assistant"), embedder, ".txt", a=COUNTY, b=TOURISM, c=HOUSING)


def test_a_bodys_report_answers_for_its_place_and_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2024年接待了多少游客？")
    assert answer.headline == (Decimal("318.5"), "万人次")
    assert answer.citations[0].issuer == "云泽县文化和旅游局"
    assert answer.assumed == "云泽县人民政府的报告没有给出这项内容，以下取自云泽县文化和旅游局的报告"
    following = assistant.ask("新增民宿呢？", conversation=answer.conversation)
    assert following.headline[0] == Decimal(27)  # the body stays in scope


def test_what_the_place_itself_reports_goes_first(assistant: Assistant) -> None:
    answer = assistant.ask("云泽县2024年新建公路多少公里？")
    assert (answer.headline[0], answer.citations[0].issuer) == (Decimal(36), "云泽县人民政府")


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
    assert tuple(bodies_of(Query("", "zh-Hans", "", "", issuers=(issuer,)), held)) == bodies


def test_places_of_one_name_have_the_bodies_of_each() -> None:
    names = ("云泽县人民政府", "云泽综合实验区", "云泽综合实验区水务局", "青禾市水务局")
    both = names[:2]
    query = Query("", "zh-Hans", "", "", issuers=both, ambiguous=both)
    assert bodies_of(query, [Report(name, 2024) for name in names]) == {names[2]: names[1]}


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    county = work_report(2025, "一年来，新建公路36公里。", "新建学校2所。")
    zone = work_report(2025, "一年来，新建码头4座。", "新建仓库2座。").replace("云泽县", "云泽综合实验区")
    bureau = "云泽综合实验区农业农村局2024年度工作总结\n\n一、工作情况\n\n新建鱼塘27个。\n"
    return asked(tmp_path_factory.mktemp("namesakes"), embedder, ".txt", a=county, b=zone, c=bureau)


def test_a_body_of_one_of_two_places_of_a_name_answers_for_it(namesakes: Assistant) -> None:
    answer = namesakes.ask("云泽2024年新建鱼塘多少个？")
    assert answer.headline == (Decimal(27), "个")
    assert answer.assumed.startswith("云泽综合实验区的报告没有给出")


TRAVEL = (
    "云泽县文化和旅游局2024年度工作总结\n\n一、工作情况\n\n全年接待过夜游客54.2万人次，占接待游客比重为38.5%。"
    "旅游业增加值占GDP比重为9.5%，旅游业对GDP的综合贡献度达13.7%。发展游船旅游，开航434航次，接待游客4.7万人。"
    "检查旅行社12家次，整改隐患78项。开展烟花爆竹宣传8次。\n"
)


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("bureau"), embedder, ".txt", a=TRAVEL)


def test_a_share_is_that_of_the_part_that_is_asked_for(bureau: Assistant) -> None:
    share = bureau.ask("云泽县文化和旅游局2024年旅游业增加值占GDP的百分之几？")
    assert share.headline == (Decimal("9.5"), "%")
    assert bureau.ask("云泽县文化和旅游局2024年接待游客里外国人占百分之几？").status != "answered"


def test_visits_asked_for_are_not_told_in_people_of_one_boat(bureau: Assistant) -> None:
    answer = bureau.ask("云泽县文化和旅游局2024年接待游客多少万人次？")
    assert answer.headline != (Decimal("4.7"), "万人")


def test_another_thing_is_counted_as_the_one_before(bureau: Assistant) -> None:
    first = bureau.ask("云泽县文化和旅游局2024年整改了多少项隐患？")
    assert first.headline[0] == Decimal(78)
    assert bureau.ask("那烟花爆竹呢？", conversation=first.conversation).status != "answered"


def test_inspections_of_other_firms_are_not_what_was_put_right_at_them(
    tmp_path: Path, embedder: Embedder
) -> None:
    said = "云泽县应急管理局2024年度工作总结\n\n一、工作情况\n\n检查化工经营企业109家次，整改隐患78项；检查烟花爆竹批发企业8次，整改安全隐患117项。\n"
    assistant = asked(tmp_path, embedder, ".txt", a=said)
    first = assistant.ask("云泽县应急管理局2024年检查化工经营企业，整改了多少项隐患？")
    assert first.headline[0] == Decimal(78)
    then = assistant.ask("那烟花爆竹呢？", conversation=first.conversation)
    assert then.headline[0] in (None, Decimal(117))


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


def test_a_place_whose_name_two_agencies_bear_is_asked_how_much_comes_on_each(
    tmp_path: Path, embedder: Embedder
) -> None:
    zone = "云泽综合实验区2024年政府信息公开工作年度报告\n\n一、总体情况\n\n公开信息36条。\n"
    farms = "云泽综合实验区农业农村局2024年度工作总结\n\n一、工作情况\n\n对120户450名帮扶对象落实挂钩帮扶。\n"
    assistant = asked(tmp_path, embedder, ".txt", a=COUNTY, b=zone, c=farms)
    answer = assistant.ask("云泽2024年挂钩帮扶的对象平均每户几口人？")
    assert answer.headline[0] == Decimal("3.75")


def test_two_places_of_a_name_are_not_compared_with_each_other(tmp_path: Path, embedder: Embedder) -> None:
    county = work_report(2025, "一年来，金融机构贷款余额527.6亿元。", "新建学校2所。")
    zone = work_report(2025, "一年来，金融机构贷款余额481.2亿元。", "新建仓库2座。").replace(
        "云泽县", "云泽综合实验区"
    )
    both = asked(tmp_path, embedder, ".txt", a=county, b=zone)
    answer = both.ask("云泽2024年金融机构贷款余额比它多多少亿元？")
    assert answer.headline == (None, None)

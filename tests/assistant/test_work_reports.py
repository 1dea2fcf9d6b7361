"""Questions of governments' work reports: their years, their plans, what they say of five years, asked of made-up ones."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.quote.wanted import wanted
from index.embedder import Embedder
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REST = (
    "开展节水宣传活动6场。推进机关作风建设。组织干部轮训。完成河道清淤18公里。修订防汛预案。办理人大代表建议9件。"
    "开展水质抽检40次。加强安全生产检查。做好信访接待。"
)
"""What such a report says besides."""


def test_what_five_years_brought_is_not_what_the_last_one_did(tmp_path: Path, embedder: Embedder) -> None:
    done = "改造老旧小区86个。\n\n——五年来，城乡面貌焕然一新。累计改造老旧小区542个，新建水库6座。公路里程由634公里增加到728公里。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2026, done, "改造老旧小区90个。"))
    assert assistant.ask("云泽县2025年改造了多少个老旧小区？").headline[0] == Decimal(86)
    assert assistant.ask("五年来云泽县累计改造了多少个老旧小区？").headline[0] == Decimal(542)
    assert assistant.ask("“十四五”期间云泽县新建水库几座？").headline[0] == Decimal(6)
    assert assistant.ask("云泽县2025年新建水库几座？").headline[0] is None
    assert assistant.ask("云泽县2025年公路里程比2020年多多少公里？").headline[0] == Decimal(94)
    assert assistant.ask("云泽县2025年公路里程比上年多多少公里？").headline[0] is None


@pytest.mark.parametrize(
    "told",
    [
        "经过五年接续奋斗，全县面貌一新。\n\n这是城乡面貌焕然一新的五年。\n\n城镇新增就业5.8万人，绿化率从38%提高到43%。",
        "各位代表！五年来，我们埋头苦干，各项事业实现新跃升。\n\n——民生实现新跃升。城镇新增就业5.8万人，绿化率从38%提高到43%。",
    ],
)
def test_five_years_may_be_told_of_above_the_paragraph(tmp_path: Path, embedder: Embedder, told: str) -> None:
    done = f"城镇新增就业1.2万人。\n\n{told}"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2026, done, "城镇新增就业1.1万人。"))
    assert assistant.ask("云泽县2025年城镇新增就业多少人？").headline == (Decimal("1.2"), "万人")
    assert assistant.ask("“十四五”期间云泽县城镇新增就业多少人？").headline[0] == Decimal("5.8")
    assert assistant.ask("云泽县“十四五”期间绿化率提高了几个百分点？").headline[0] == Decimal(5)


def test_another_thing_takes_the_place_of_the_one_asked_of_before(tmp_path: Path, embedder: Embedder) -> None:
    done = "城镇、农村居民人均可支配收入分别达到51260元和24180元。新改建农村公路48公里。食品抽检合格率98.9%，药品抽检合格率99.5%。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2025, done, "新建水库2座。"))
    for first, then, value in (
        ("云泽县2024年城镇居民人均可支配收入是多少元？", "农村的呢？", "24180"),
        ("云泽县2024年食品抽检合格率是多少？", "药品呢", "99.5"),
        ("云泽县2024年城镇居民人均可支配收入是多少元？", "农村公路呢？", "48"),
    ):
        before = assistant.ask(first)
        assert assistant.ask(then, conversation=before.conversation).headline[0] == Decimal(value)


def test_what_was_done_is_compared_with_the_plan_for_it(tmp_path: Path, embedder: Embedder) -> None:
    reports = {
        "a": work_report(2024, "新增床位90张。", "净增高新技术企业220家。新增床位120张。"),
        "b": work_report(2025, "净增高新技术企业247家。新增床位96张。", "新增床位150张。"),
    }
    assistant = asked(tmp_path, embedder, ".txt", **reports)
    answer = assistant.ask("云泽县2024年净增高新技术企业比年初计划多多少家？")
    assert answer.headline == (Decimal(27), "家")
    assert "比计划多27家" in answer.text
    assert assistant.ask("云泽县2024年新增床位比目标少多少张？").headline[0] == Decimal(-24)
    assert assistant.ask("云泽县2024年新增学位比计划多多少个？").headline[0] is None
    before = assistant.ask("云泽县2024年新增床位多少张？")
    assert assistant.ask("比年初计划少多少？", conversation=before.conversation).headline[0] == Decimal(-24)
    target = assistant.ask("云泽县2025年新增床位的目标是多少张？")
    change = assistant.ask("和2024年实际完成的比变化多少？", conversation=target.conversation)
    assert change.headline[0] == Decimal(54)


def test_what_happened_in_a_year_is_told_by_the_next_report(tmp_path: Path, embedder: Embedder) -> None:
    reports = {
        "a": work_report(2024, "云泽大桥建成通车。", "开工建设清江引水工程。"),
        "b": work_report(2025, f"清江引水工程于6月18日开工。\n\n{REST}", "新建水库2座。"),
    }
    assistant = asked(tmp_path, embedder, ".txt", **reports)
    before = assistant.ask("云泽县清江引水工程2024年开工了吗？")
    assert "6月18日" in before.text
    assert "6月18日" in assistant.ask("哪天开工的？", conversation=before.conversation).text


def test_a_list_is_that_of_what_is_asked() -> None:
    question = "《规划纲要》提出要重点落实哪些任务？"
    wish = wanted(question, question)
    tasks = "围绕上述目标，重点落实三大任务：一是建设水利强县；二是推进水权改革；三是办好民生实事。"
    targets = "《规划纲要》设置六大类共32项指标，其中约束性指标11项、预期性指标21项。"
    assert (wish.opens(tasks), wish.names(tasks)) == (True, True)
    assert (wish.opens(targets), wish.names(targets)) == (False, False)


def test_a_short_number_is_a_hotline(tmp_path: Path, embedder: Embedder) -> None:
    plans = "企业可拨打96628服务热线反映问题。12345热线受理诉求18万件，办结率99%。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2025, "新建水库6座。", plans))
    assert "96628" in assistant.ask("云泽县的企业要反映问题，该拨什么服务热线？").text


def test_one_word_for_several_things_asks_for_each(tmp_path: Path, embedder: Embedder) -> None:
    done = "全县实现地区生产总值200亿元、增长5%，其中第一产业增加值20亿元、增长3%，第二产业增加值80亿元、增长6%，第三产业增加值100亿元、增长5.2%。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2025, done, "新建水库2座。"))
    each = assistant.ask("云泽县2024年三次产业增加值分别是多少亿元？")
    assert [figure.value for figure in each.figures] == [Decimal(20), Decimal(80), Decimal(100)]
    assert assistant.ask("云泽县2024年第二产业增加值占地区生产总值的百分之几？").headline[0] == Decimal(40)
    assert assistant.ask("云泽县2024年GDP增速").headline == (Decimal(5), "%")


def test_a_bound_is_a_thing_of_its_own(tmp_path: Path, embedder: Embedder) -> None:
    done = "新签约亿元以上项目40个，其中10亿元以上8个、50亿元以上2个。60周岁及以上老年人免费乘船3万人次。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2024, done))
    share = assistant.ask("云泽县水务局2024年新签约的亿元以上项目里，10亿元以上的占百分之多少？")
    assert share.headline[0] == Decimal(20)
    assert assistant.ask("云泽县水务局2024年新签约50亿元以上项目几个？").headline[0] == Decimal(2)
    assert assistant.ask("云泽县水务局2024年60岁以上老人免费乘船多少万人次？").headline[0] == Decimal(3)


def test_who_gave_the_report_is_named_below_its_title(tmp_path: Path, embedder: Embedder) -> None:
    report = work_report(2025, "新建水库6座。", "新建水库2座。")
    report = report.replace(
        "\n\n各位代表",
        "\n\n——2025年1月9日在县第七届人民代表大会上\n\n云泽县人民政府县长　陈怀远\n\n各位代表",
        1,
    )
    assistant = asked(tmp_path, embedder, ".txt", a=report)
    assert "陈怀远" in assistant.ask("2025年云泽县政府工作报告是谁作的？").text


def test_after_a_growth_another_thing_is_told_as_the_report_has_it(
    tmp_path: Path, embedder: Embedder
) -> None:
    done = "外贸出口增长7.2%。实际使用外资115.6亿美元。举办大型演出273场。重点实验室从15家跃升到38家。"
    plans = "举办大型演出100场。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2026, done, plans))
    for first, then, value in (
        ("云泽县2025年外贸出口增长多少？", "实际使用外资呢？", "115.6"),
        ("云泽县2025年举办了多少场大型演出？", "2026年打算办多少场？", "100"),
        ("云泽县现在有多少家重点实验室？", "五年里多了几家？", "23"),
    ):
        before = assistant.ask(first)
        assert assistant.ask(then, conversation=before.conversation).headline[0] == Decimal(value), then
    before = assistant.ask("云泽县2025年举办了多少场大型演出？")
    assert assistant.ask("五年里多了几场？", conversation=before.conversation).status != "answered"


def test_a_place_in_the_name_of_a_programme_is_whose_it_is_and_part_of_the_name(
    tmp_path: Path, embedder: Embedder
) -> None:
    done = "组织播出6期《问政云泽》，播出19期《问政云泽之有事你说》。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2026, done, "新建水库2座。"))
    assert assistant.ask("《问政云泽》节目2025年办了几期？").headline[0] == Decimal(6)
    assert assistant.ask("《问政云泽之有事你说》2025年播出了几期？").headline[0] == Decimal(19)


def test_freight_trains_in_english_and_a_character_typed_for_one_of_its_shape(
    tmp_path: Path, embedder: Embedder
) -> None:
    done = "中欧班列开行305列。旅游综合收入增长10.2%。旅游人数增长9.2%。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2026, done, "新建水库2座。"))
    trains = assistant.ask("How many China-Europe freight trains did Yunze County run in 2025?")
    assert trains.headline[0] == Decimal(305)
    assert assistant.ask("云泽县25年旅游收人涨了多少").headline[0] == Decimal("10.2")


def test_how_much_each_of_two_places_grew_is_told_and_their_rates_are_set_side_by_side(
    tmp_path: Path, embedder: Embedder
) -> None:
    done = "地区生产总值3000亿元、增长5.1%，规模以上工业增加值增长7.3%，社会消费品零售总额增长6%。"
    other = "完成地区生产总值2000亿元、增长4.1%，规模以上工业增加值增长4.5%，社会消费品零售总额增长2.4%。"
    here = work_report(2026, done, "新建水库2座。")
    there = work_report(2026, other, "新建水库3座。").replace("云泽县", "东岭县")
    assistant = asked(tmp_path, embedder, ".txt", a=here, b=there)
    for question in (
        "云泽县、东岭县2025年社会消费品零售总额分别增长多少？",
        "云泽县和东岭县2025年社会消费品零售总额增长多少？",
    ):
        told = assistant.ask(question)
        assert told.status == "answered"
        assert [one.value for one in told.figures] == [Decimal(6), Decimal("2.4")]
    most = assistant.ask("2025年云泽县和东岭县哪个县的GDP增速高？")
    assert most.headline[0] == Decimal("5.1")
    apart = "2025年东岭县规上工业增加值增速和云泽县相差几个百分点（东岭县减云泽县）？"
    assert assistant.ask(apart).headline[0] == Decimal("-2.8")

"""Questions in the words of people who do not know the reports, asked of made-up ones."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model


def test_an_earlier_year_is_compared_with_a_later_one_as_it_is_asked(
    tmp_path: Path, embedder: Embedder
) -> None:
    reports = {"a": summary(2022, "全年受理供水投诉500件。"), "b": summary(2023, "全年受理供水投诉380件。")}
    assistant = asked(tmp_path, embedder, ".txt", **reports)
    assert assistant.ask("云泽县水务局2022年受理供水投诉比2023年多多少件？").headline[0] == Decimal(120)
    assert assistant.ask("云泽县水务局2023年受理供水投诉比2022年变化了多少件？").headline[0] == Decimal(-120)


def test_the_target_is_that_of_what_was_asked_before(tmp_path: Path, embedder: Embedder) -> None:
    report = work_report(
        2025, "新增学位1200个。蔬菜产量30万吨。", "确保蔬菜产量稳定在28万吨。新增学位1500个。"
    )
    assistant = asked(tmp_path, embedder, ".txt", a=report)
    before = assistant.ask("云泽县2024年新增学位多少个？")
    assert before.headline[0] == Decimal(1200)
    after = assistant.ask("那2025年的目标是多少？", conversation=before.conversation)
    assert after.headline[0] == Decimal(1500)
    assert assistant.ask("云泽县2025年的目标是多少？").headline[0] is None  # of what, nobody said


def test_what_is_not_a_change_is_worked_out_and_not_taken_for_one(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2025, "新增学位1200个。", "新增学位1500个。"))
    answer = assistant.ask("云泽县2024年新增学位比2025年打算新增的少多少个？")
    assert answer.headline[0] == Decimal(-300)


def test_a_count_of_its_own_kind_is_no_other(tmp_path: Path, embedder: Embedder) -> None:
    said = "通过局网站公开供水信息451条，在局网站开展意见征集9期。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    assert assistant.ask("云泽县水务局2023年网站意见征集几期").headline == (Decimal(9), "期")


@pytest.mark.parametrize(
    ("said", "question", "there"),
    [
        ("安排供水补贴120万元，用于山区水窖维修。", "云泽县水务局2023年供水补贴的钱用到哪里去了？", "山区水窖"),
        ("局办公室电话：0999-1234567；供水投诉热线：12399。", "云泽县水务局2023年供水投诉打什么热线？", "12399"),
        ("供水投诉上升，主要是老旧管网爆管增多。", "云泽县水务局2023年供水投诉怎么变多了？", "老旧管网"),
        ("汛前完成云泽水库除险加固工程。", "云泽县水务局2023年云泽水库除险加固什么时候完成？", "汛前"),
    ],
)  # fmt: skip
def test_what_answers_need_not_use_the_words_of_the_question(
    tmp_path: Path, embedder: Embedder, said: str, question: str, there: str
) -> None:
    rest = (
        "全年召开党组会12次。开展节水宣传活动6场。推进机关作风建设。组织干部轮训。完成河道清淤18公里。修订防汛预案。"
        "办理人大代表建议9件。开展水质抽检40次。加强安全生产检查。做好信访接待。"
    )
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, f"{said}\n\n{rest}"))
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert there in answer.text


def test_plans_are_told_by_their_heading(tmp_path: Path, embedder: Embedder) -> None:
    plans = (
        "（一）稳定外贸\n\n组织20家企业参加境外展会，培育外贸企业30家。\n\n（二）办好教育\n\n新增学位1500个。"
    )
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2025, "新增学位1200个。", plans))
    answer = assistant.ask("2025年云泽县打算怎么稳定外贸？")
    assert "境外展会" in answer.text


def test_things_that_are_only_counted_are_not_listed(tmp_path: Path, embedder: Embedder) -> None:
    said = "全县31家水厂向公众开放，接待参观2000人次。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    assert assistant.ask("云泽县水务局2023年向公众开放的是哪些水厂？").status == "not_reported"


def test_a_bureau_is_answered_for_by_its_governments_report_where_that_names_it(
    tmp_path: Path, embedder: Embedder
) -> None:
    done = "县水务局检修水厂12座。全年检修桥梁30座。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2025, done, "新增学位1500个。"))
    told = assistant.ask("云泽县水务局2024年检修了多少座水厂？")
    assert (told.headline[0], told.citations[0].issuer) == (Decimal(12), "云泽县人民政府")
    assert "水务局检修水厂" in told.text
    assert assistant.ask("云泽县水务局2024年检修了多少座桥梁？").status == "not_held"
    assert assistant.ask("云泽县教育局2024年检修了多少座水厂？").status == "not_held"


def test_a_remark_on_the_answer_asks_nothing(tmp_path: Path, embedder: Embedder) -> None:
    reports = {"a": summary(2022, "全年受理供水投诉500件。"), "b": summary(2023, "全年受理供水投诉380件。")}
    assistant = asked(tmp_path, embedder, ".txt", **reports)
    for remark in ("哦，比我想的少啊", "380件对吧"):
        before = assistant.ask("云泽县水务局2023年受理供水投诉多少件？")
        said = assistant.ask(remark, conversation=before.conversation)
        assert said.headline[0] == Decimal(380)
        assert assistant.ask("前一年呢？", conversation=said.conversation).headline[0] == Decimal(500)


def test_what_was_bought_is_not_what_there_is(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, "公务用车购置2辆。"))
    assert assistant.ask("云泽县水务局2023年底有几辆公务用车？").headline[0] is None
    assert assistant.ask("云泽县水务局2023年买了几辆公务用车？").headline[0] == Decimal(2)


def test_how_long_people_may_expect_to_live_is_no_plan(tmp_path: Path, embedder: Embedder) -> None:
    done = "过去五年，居民人均预期寿命从2019年的78.2岁提升至79.6岁，新建水库6座。"
    assistant = asked(tmp_path, embedder, ".txt", a=work_report(2025, done, "新建水库2座。"))
    assert assistant.ask("云泽县2024年居民平均寿命是多少岁？").headline[0] == Decimal("79.6")
    assert assistant.ask("云泽县人均预期寿命2024年比2019年提高了多少岁？").headline[0] == Decimal("1.4")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云泽县水务局2022、2023两年供水热线各接了多少个电话？", None),
        ("云泽县水务局2023年的供水投诉涨得厉害吗？比2022年多多少件？", -120),
        ("云泽县水务局供水网站访问量2023年是多少？", 900),
    ],
)
def test_words_of_asking_are_no_part_of_what_is_asked(
    tmp_path: Path, embedder: Embedder, question: str, value: int | None
) -> None:
    reports = {
        "a": summary(2022, "供水热线接听电话300个。全年受理供水投诉500件。"),
        "b": summary(2023, "供水热线接听电话360个。供水网站访问900人次。全年受理供水投诉380件。"),
    }
    answer = asked(tmp_path, embedder, ".txt", **reports).ask(question)
    if value is None:
        assert [figure.value for figure in answer.figures] == [Decimal(300), Decimal(360)]
    else:
        assert answer.headline[0] == Decimal(value)

"""Questions for parts and wholes, for the most of several things, and in orders of magnitude, of made-up reports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary, work_report
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model

BUREAU = "云泽县水务局2023年"


@pytest.mark.parametrize(
    ("said", "question", "value", "unit"),
    [
        ("供水受益人口4.82万人。", "供水受益人口多少人？", "4.82", "万人"),
        ("安排供水补贴1250000元。", "供水补贴多少万元？", "125", "万元"),
        ("安排供水补贴1250000元。", "供水补贴多少元？", "1250000", "元"),
        ("安排差旅费300元。", "差旅费多少万？", "300", "元"),  # 0.03万元 says next to nothing
        ("新修水渠4条、30公里。", "新修水渠平均每条多少公里？", "7.5", "公里"),
        ("公务接待12批次、93人次。", "公务接待平均一批几个人？", "7.75", "人次"),
        ("公务接待12批次。全年接访93人次。", "公务接待平均一批几个人？", None, None),
        ("办理注销登记4452户，其中简易注销3618户。", "办的注销登记，扣掉简易注销的还剩几户？", "834", "户"),
        ("发布农事信息90条，其中水情类35条、旱情类15条。", "发布的农事信息，除了水情类，还有多少条？", "55", "条"),
        ("发布农事信息90条，其中水情类35条、旱情类15条。", "发布的农事信息去掉水情类和旱情类，其余还有多少条？", "40", "条"),
        ("发布农事信息90条，其中水情类35条、旱情类15条。", "发布的農事信息，扣除旱情類，還剩多少條？", "75", "条"),
        ("发放节水器具90套，安装智能水表35套。", "除了智能水表，发放的节水器具还有多少套？", None, None),
        ("发放节水器具90套，安装智能水表35套。", "除了智能水表，还有多少套节水器具？", None, None),
        ("发放节水器具90套。", "发放的节水器具除了智能水表还有多少套？", None, None),
        ("开设微博5个，共发布信息120条。", "微博发了多少条？", "120", "条"),
        ("开设微博5个，共发布信息120条；开设公众号4个，共发布信息80条。", "微博和公众号总共发了多少条？", None, None),
        ("开设微博5个，共发布信息120条。", "开设微博多少个？", "5", "个"),
        ("收到供水投诉件156件，已办结150件。", "收到的供水投诉还有多少件没办完？", "6", "件"),
        ("受理补贴申请128件，审批办结124件。", "受理的补贴申请还有几件没有办结？", "4", "件"),
        ("受理补贴申请128件，办结供水投诉124件。", "受理的补贴申请还有几件没有办结？", None, None),
        ("投诉案件按类别分：水质类72件、水压类58件、收费类29件。", "投诉案件哪一类最少？", "29", "件"),
        ("水质、水压、收费三类投诉案件分别为72件、58件和29件。", "三类投诉案件，哪一类最多？", "72", "件"),
        ("发布解读信息21条，其中视频类产品17篇。", "发布的解读信息里，视频类产品占百分之几？", "80.95", "%"),
    ],
)  # fmt: skip
def test_what_is_worked_out_of_one_sentence(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None, unit: str | None
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    answer = assistant.ask(BUREAU + question)
    assert answer.headline == (Decimal(value) if value else None, unit)


def test_a_number_in_other_orders_is_shown_worked_out(tmp_path: Path, embedder: Embedder) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, "安排供水补贴1250000元。"))
    answer = assistant.ask(f"{BUREAU}供水补贴多少万元？")
    assert answer.calculation is not None
    assert answer.calculation.expression == "1250000/10000"
    assert answer.citations[0].quote == "安排供水补贴1250000元。"


def test_a_part_of_what_was_answered_before(tmp_path: Path, embedder: Embedder) -> None:
    said = "完成水质抽检1826批次，检出不合格43批次。开展水压检查180次。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    before = assistant.ask(f"{BUREAU}水质抽检了多少批次？")
    after = assistant.ask("其中不合格的占百分之几？", conversation=before.conversation)
    assert after.headline == (Decimal("2.35"), "%")


@pytest.mark.parametrize(
    "question",
    [
        "By what percentage did Yunze County's GDP grow in 2024, according to the 2025 government work report?",
        "云泽县2025年政府工作报告里，2024年地区生产总值增长多少？",
    ],
)
def test_the_year_of_a_report_is_not_the_year_asked_of(
    tmp_path: Path, embedder: Embedder, question: str
) -> None:
    report = work_report(2025, "地区生产总值增长5.4%。", "地区生产总值增长5%左右。")
    assistant = asked(tmp_path, embedder, ".txt", a=report)
    assert assistant.ask(question).headline == (Decimal("5.4"), "%")


AIR = """<html><head><title>云泽市生态环境局2023年度工作总结</title></head><body>
<h1>云泽市生态环境局2023年度工作总结</h1><h2>一、空气质量</h2>
<table><tr><th>县（区）</th><th>细颗粒物年均浓度（微克/立方米）</th><th>优良天数（天）</th></tr>
<tr><td>东屏区</td><td>25</td><td>351</td></tr><tr><td>西岭县</td><td>18</td><td>361</td></tr>
<tr><td>南渡县</td><td>22</td><td>346</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("question", "value"),
    [("哪个县区的PM2.5浓度最低？", "18"), ("哪个县的优良天数最多，是多少天？", "361")],
)
def test_the_most_of_the_rows_of_a_column(
    tmp_path: Path, embedder: Embedder, question: str, value: str
) -> None:
    assistant = asked(tmp_path, embedder, ".html", a=AIR)
    answer = assistant.ask(f"云泽市生态环境局2023年{question}")
    assert answer.headline[0] == Decimal(value)
    assert answer.citations[0].row == ("西岭县",)


SPENT = """<html><head><title>云泽市水务局2023年度部门决算</title></head><body>
<h1>云泽市水务局2023年度部门决算</h1><h2>支出决算表</h2><p>单位：万元</p>
<table><tr><th>项目</th><th>支出决算</th></tr>
<tr><td>农林水支出</td><td>520.5</td></tr><tr><td>卫生健康支出</td><td>40.25</td></tr>
<tr><td>社会保障和就业支出</td><td>60.25</td></tr><tr><td>合计</td><td>621</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("的支出决算，除了农林水支出，还有多少万元？", "100.5"),
        ("的支出决算除去农林水支出和社会保障和就业支出还剩多少万元？", "40.25"),
        ("卫生健康支出除了农林水支出还有多少万元？", None),
    ],
)
def test_what_is_left_of_a_total(
    tmp_path: Path, embedder: Embedder, question: str, value: str | None
) -> None:
    assistant = asked(tmp_path, embedder, ".html", a=SPENT)
    answer = assistant.ask(f"云泽市水务局2023年{question}")
    assert answer.headline[0] == (Decimal(value) if value else None)
    assert bool(answer.calculation) == bool(value)


OTHERS = "全年召开党组会12次。推进机关作风建设。组织干部轮训。修订防汛预案。加强安全生产检查。做好信访接待。"


def test_two_questions_in_one_are_both_answered(tmp_path: Path, embedder: Embedder) -> None:
    said = f"安排供水补贴120万元，用于山区水窖维修。\n\n{OTHERS}\n\n局办公室电话：0999-1234567；供水投诉热线：12399。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    answer = assistant.ask(f"{BUREAU}供水补贴的钱用到哪里去了？供水投诉打什么热线？")
    assert "山区水窖" in answer.text
    assert "12399" in answer.text


def test_what_is_said_of_one_item_of_a_budget_does_not_answer_for_another(
    tmp_path: Path, embedder: Embedder
) -> None:
    said = f"会议费支出8万元，较上年增加2万元，原因是召开全县防汛会议。\n\n培训费支出5万元，较上年增加1万元。\n\n{OTHERS}"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    assert "防汛会议" in assistant.ask(f"{BUREAU}会议费为什么增加？").text
    assert assistant.ask(f"{BUREAU}培训费为什么增加？").status != "answered"

"""Figures that lie near what is asked and are yet of another thing, or a part of it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.words.contraries import says_contrary
from assistant.words.terms import terms
from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "label", "contrary"),
    [
        ("公路货运量", "完成公路客运量", True),
        ("出口", "进出口总额", False),
        ("出口", "外贸进口", True),
        ("线上活动", "开展线下活动", True),
        ("推进项目", "推出项目", False),
        ("城建类信息", "城乡建设类信息", False),
    ],
)
def test_words_that_differ_in_one_character_may_be_contraries(
    question: str, label: str, contrary: bool
) -> None:
    assert says_contrary(terms(question), label, question) is contrary


@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        ("完成水路客运量21万人次。", "云泽县水务局2023年水路货运量是多少？", None),
        ("安排农村供水资金15万元。", "云泽县水务局2023年农村供水量是多少？", None),
        ("查处货运违规24件。", "云泽县水务局2023年货运量是多少？", None),
        ("罚没金额46万元。“云泽镇某水厂偷排案”罚没款最高，达36万元。", "云泽县水务局2023年罚没款多少万元？", 46),
        ("罚没金额46万元。“云泽镇某水厂偷排案”罚没款最高，达36万元。", "云泽县水务局2023年罚没款最高的是哪个案子？", 36),
        ("组织供水水质抽检164批次，其中省抽12批次、市抽40批次、县抽112批次。", "云泽县水务局2023年供水水质抽检多少批次？", 164),
        ("组织供水水质抽检164批次，其中省抽12批次、市抽40批次、县抽112批次。", "云泽县水务局2023年供水水质市抽多少批次？", 40),
        ("23家企业通过水权质押获得融资2.4亿元。", "云泽县水务局2023年水权质押融资是多少？", Decimal("2.4")),
        ("23家企业通过水权质押获得融资2.4亿元。", "云泽县水务局2023年有多少家企业获得水权质押融资？", 23),
        ("实现水费收入8.6亿元，比上年增长5.2%。单位水费收入能耗下降3.1%。", "云泽县水务局2023年水费收入增长百分之几？", Decimal("5.2")),
        ("单位水费收入能耗下降3.1%。", "云泽县水务局2023年水费收入增长百分之几？", None),
        ("水产品进出口总额20亿元，其中出口15亿元。", "云泽县水务局2023年水产品进出口总额里出口占百分之几？", 75),
        ("“三公”经费年初预算数25万元，全年预算数22万元，决算数19万元。", "云泽县水务局2023年“三公”经费决算数比年初预算数少多少万元？", -6),
        ("办结投诉50件，其中水质类12件、水压类8件、其他30件。", "云泽县水务局2023年办结的投诉有水质类、水压类、其他三种情况，哪种最多，多少件？", 30),
        ("管网改造支出56万元，绿化支出12万元。", "云泽县水务局2023年绿化安排了多少万元，我指支出里的", 12),
        ("全年12345热线受理诉求541件，其中投诉337件、举报112件。", "云泽县水务局2023年受理的投诉比举报多多少件？", 225),
    ],
)  # fmt: skip
def test_what_is_near_is_not_what_is_asked(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: int | Decimal | None
) -> None:
    answer = asked(tmp_path, embedder, ".txt", a=summary(2023, said)).ask(question)
    assert answer.headline[0] == (None if value is None else Decimal(value))


def test_the_waiting_time_of_a_telephone_is_not_its_number(tmp_path: Path, embedder: Embedder) -> None:
    said = "供水热线12399全年运行平稳。\n\n（联系人：章晓燕，电话：0999-5034158）"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    for question in ("电话平均等待几秒？", "咨询电话响几声有人接？", "电话平均排队多久？"):
        assert assistant.ask(f"云泽县水务局2023年{question}").status == "not_reported"
    assert "0999-5034158" in assistant.ask("云泽县水务局2023年联系电话是多少？").text


def test_how_much_comes_on_each_of_what_is_named_apart(tmp_path: Path, embedder: Embedder) -> None:
    said = "全县有供水企业6家，营运水车42辆。列养水渠里程400公里。投入养护资金320万元。结案50件，罚没金额46万元。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    for question, value in (
        ("平均每家供水企业有多少辆营运水车？", 7),
        ("列养的水渠平均每公里投入养护资金多少万元？", Decimal("0.8")),
        ("平均每结一件案子罚没多少万元？", Decimal("0.92")),
        ("平均每次督导检查多少家供水企业？", None),
    ):
        answer = assistant.ask(f"云泽县水务局2023年{question}")
        assert answer.headline[0] == (None if value is None else Decimal(value)), question


def test_courses_held_are_not_the_people_who_came(tmp_path: Path, embedder: Embedder) -> None:
    said = "举办供水业务培训班5次，参训588人次。培训124人次。"
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    assert assistant.ask("云泽县水务局2023年供水业务培训班参训多少人次？").headline[0] == Decimal(588)
    assert assistant.ask("云泽县水务局2023年办了多少次供水业务培训班？").headline[0] == Decimal(5)

"""What follows from the counts of a bureau that inspects and fines: rates of what passed, what was so the year before, and
what of several is meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
TEXT = """云麓县畜牧兽医局2021年工作总结

一、主要工作

年末实有养殖主体5200户，较年初净增300户，其中企业400户、散养户4800户。全年新登记养殖主体640户，比上年增加40户。养殖档案电子化率88.5%，比上年提高3.5个百分点。

抽检饲料400批次，较上年增加50批次，其中不合格10批次，不合格饲料处置率100%。抽检样品中，配合饲料250批次，不合格6批次；浓缩饲料100批次，不合格3批次；预混饲料50批次，不合格1批次。

全年立案90件，比上年增长20%，办结80件，罚没款总额36万元。其中兽药类案件50件，罚没款20万元；饲料类案件30件，罚没款12万元；检疫类案件10件。

受理来电1000件，其中投诉600件、举报300件、咨询100件。投诉办结570件。排查隐患60处，整改到位52处，其余8处正在整改。新建诊疗室6间，累计达到40间。
"""
BUREAU = "云麓县畜牧兽医局"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("counts"), embedder, ".txt", a=TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("2021年饲料抽检的合格率是多少？", "97.50", "%"),  # and not how many that failed were dealt with
        ("2021年饲料抽检不合格率是多少？", "2.50", "%"),
        ("2021年抽检的配合饲料、浓缩饲料、预混饲料里，哪一类不合格率最高？", "3.00", "%"),
        ("2021年哪一类饲料抽检的不合格率最低？", "2.00", "%"),
        ("2021年末实有养殖主体的总量是多少？", "5200", "户"),
        ("2021年年初有多少户养殖主体？", "4900", "户"),
        ("2020年新登记了多少户养殖主体？", "600", "户"),
        ("2020年养殖档案电子化率是多少？", "85.0", "%"),
        ("2020年立案大约多少件？", "75", "件"),
        ("按2021年的总结，上一年抽检饲料多少批次？", "350", "批次"),
        ("2021年养殖档案电子化率比上年提高了多少？", "3.5", "个百分点"),
        ("2021年立案增长百分之几？", "20", "%"),
        ("2021年罚没款多少万元？", "36", "万元"),
        ("2021年兽药类案件平均每件罚没多少万元？", "0.40", "万元"),
        ("2021年平均每办结一件罚没多少万元？", "0.45", "万元"),
        ("2021年饲料类案件占立案总数的百分之几？", "33.33", "%"),
        ("2021年投诉有多少件？", "600", "件"),
        ("2021年投诉占受理总数的百分之几？", "60.00", "%"),
        ("2021年还有多少投诉没有办结？", "30", "件"),
        ("2021年还有几处隐患没整改？", "8", "处"),
    ],
)
def test_what_follows_from_the_counts_is_worked_out(
    question: str, value: str, unit: str, assistant: Assistant
) -> None:
    answer = assistant.ask(f"{BUREAU}{question}")
    assert answer.headline == (Decimal(value), unit), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2020年立案多少件？",  # a growth in percent is rounded
        "2019年新登记了多少户养殖主体？",
        "2021年兽药抽检合格率是多少？",
        "2021年哪一类案件的胜诉率最高？",
    ],
)
def test_what_is_not_counted_is_not_made_up(question: str, assistant: Assistant) -> None:
    assert assistant.ask(f"{BUREAU}{question}").headline == (None, None)

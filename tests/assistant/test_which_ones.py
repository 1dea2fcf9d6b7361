"""Which ones they are, what they are called, who it was: told by names, and never by a count or by the kind alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.quote.must_say import told
from assistant.quote.which_ones import counted, counts_quoted, told_apart
from assistant.words.roles import doers, done_to, told_to_whom
from index.embedder import Embedder
from tests.assistant.test_caution import asked

REPORT = """澜河区市场监督管理局2023年工作总结和2024年工作计划

2023年，区市场监管局在区委、区政府坚强领导下，认真学习贯彻习近平总书记重要讲话精神，扎实做好各项工作。

一、2023年工作情况

（一）守牢安全底线

1.食品安全方面。食品抽检计划、抽检名称、检验机构等信息均对外公布，检出不合格26批次。新增省级示范街区2个、放心食堂1个。

2.药品安全方面。公开《零售药店药师在岗整治工作方案》，对零售药店实行分级管理。

（二）维护消费权益

1.推行先行赔付。在清潭景区设立先行赔付金30万元，由景区公司出资，游客遇到纠纷经核实后可先行获得赔付。

2.做好政务公开。关停3个长期不更新的政务新媒体，约谈单位2家。全年开展政务公开培训2次，邀请区政府办专家授课。加强对工作人员的培训力度。

3.接受社会监督。聘请行风监督员8名，由人大代表、企业代表和媒体记者组成。新建“惠民政策”“阳光餐饮”专栏2个。在望山、石桥、清潭等3个街道设立维权站。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("which"), embedder, ".txt", a=REPORT)


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("澜河区市场监管局2023年聘请的行风监督员由哪些人组成？", "人大代表"),
        ("澜河区市场监管局2023年新建了哪些专栏？", "阳光餐饮"),
        ("澜河区市场监管局2023年在哪几个街道设立了维权站？", "石桥"),
        ("澜河区市场监管局2023年先行赔付金由谁出资？", "景区公司"),
        ("澜河区市场监管局2023年政务公开培训请谁授课？", "区政府办专家"),
    ],
)
def test_named(bureau: Assistant, question: str, said: str) -> None:
    answer = bureau.ask(question)
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "澜河区市场监管局2023年食品抽检，哪些产品没合格？",
        "澜河区市场监管局2023年新增的省级示范街区是哪两个？",
        "澜河区市场监管局2023年被整治的是哪几家药店？",
        "澜河区市场监管局2023年先行赔付金赔给了哪些游客？",
        "澜河区市场监管局2023年关停的3个政务新媒体分别叫什么？",
        "澜河区市场监管局2023年关停的3个政务新媒体分别是哪些单位的？",
        "澜河区市场监管局2023年约谈的是哪2家单位？",
        "澜河区市场监管局2023年政务公开培训了哪些人？",
        "澜河区市场监管局2023年谁来监督政务公开？",
        "Which company got the compensation of 澜河区市场监督管理局 in 2023?",
    ],
)
def test_not_named(bureau: Assistant, question: str) -> None:
    assert bureau.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "text", "only"),
    [
        ("新增的试点项目是哪两个？", "新增试点项目2个、地理标志1个。", True),
        ("获奖的是哪3家企业？", "“区长奖”企业3家。", True),
        ("志愿者都有谁？", "吸引20名青年志愿者入驻。", True),
        ("有哪些企业代表？", "企业代表走进实验室参观。", False),
        ("企业代表有哪些人？", "邀请企业代表走进实验室参观。", True),
        ("在哪几个街道设站？", "在望山、石桥等3个街道设站。", False),
        ("建了哪些专栏？", "新建“惠民政策”专栏1个。", False),
    ],
)
def test_a_count_is_no_name(question: str, text: str, only: bool) -> None:
    assert counted(question, text) is only


def test_a_name_that_counts_is_not_what_it_stands_for() -> None:
    question, quoted = "“两件小事”是哪两件？", ["两件小事"]
    assert not told_apart(question, quoted, "抓好两件小事，引入物业服务。")
    assert told_apart(question, quoted, "抓好停车和绿化两件小事。")
    assert told_apart("“两件小事”办得怎么样？", quoted, "抓好两件小事，引入物业服务。")


def test_the_number_that_a_question_tells_is_no_name() -> None:
    assert counts_quoted("关停的五个账号分别叫什么？", [Decimal(5)])
    assert not counts_quoted("关停的五个账号分别叫什么？", [Decimal(6)])
    assert not counts_quoted("关停的5个账号有多少粉丝？", [Decimal(5)])


def test_to_whom_it_was_done() -> None:
    assert done_to("政务公开培训了哪些人？") == "培训"
    assert done_to("赔付金赔给了哪些游客？") == "赔"
    assert told_to_whom("培训", "对窗口人员进行培训。")
    assert not told_to_whom("培训", "开展培训2次，邀请专家授课。")
    assert not told_to_whom("赔", "设立消费者赔付金30万元，游客可先行获得赔付。")
    assert "工作人员" not in doers("培训是谁讲的课？", "加强对工作人员的培训")
    assert "工作人员" in doers("通报给谁？", "督促工作人员整改")


@pytest.mark.parametrize(
    ("question", "text", "is_told"),
    [
        ("哪些产品没合格？", "产品名称均对外公布。", False),
        ("哪些产品没合格？", "不合格的有米粉、腊肠。", True),
        ("第三方评估结果怎样？", "运用第三方监测手段。", False),
        ("第三方评估结果怎样？", "第三方评估得分92分。", True),
        ("公开的重点领域有哪些？", "推进教育领域信息公开。", False),
        ("把哪些事项排除在外？", "对不涉及国家安全的事项实行承诺制。", True),
        ("Which law firm acts for the county?", "与法律顾问会商。", False),
        ("Which law firm acts for the county?", "聘请清源律师事务所。", True),
        ("Which schools did it visit?", "走进23所中小学。", False),
        ("Which street is the office on?", "地址：清河大道8号。", True),
        ("Which company policy applies?", "实行弹性工作制。", True),
    ],
)
def test_what_must_be_said(question: str, text: str, is_told: bool) -> None:
    assert told(question, text) is is_told

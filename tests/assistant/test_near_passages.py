"""Sentences that stand near what is asked and do not say it, and those that do, of a bureau's work summary."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REPORT = """云泽县市场监督管理局2023年工作总结和2024年工作计划

2023年，县市场监管局坚持服务发展，扎实做好各项工作。我局获评全市质量工作先进集体，安澜市场监管所被评为三星级市场监管所。现将有关情况总结如下：

一、2023年工作情况

（一）守牢安全底线

1.特种设备安全方面。在册特种设备2318台，其中电梯1204台，占51.9%。推行“日管控、周排查”制度，督促使用单位配齐安全员。对老旧电梯开展安全评估，评估费用由县财政承担。

2.食品安全方面。针对农村集体聚餐，推行“持证、报备、指导”三项措施。全县未发生食品安全事故。开展食品安全隐患排查46次。

（二）规范市场秩序

1.开展执法办案。查办案件218件。举办执法技能比武2场，第一场于5月20日在安澜镇举行。

2.推行说理式文书。率先在全市探索说理式执法文书，在处罚决定书中讲清事理。

3.做好政务公开。创新工作思路，在清河广场摆放展台，发放《自动扶梯使用常识》等宣传单，公开投诉电话、办事程序和执法依据。

（三）维护消费权益

1.畅通投诉渠道。全年通过热线平台受理投诉1975件，实现餐饮服务收入类诉求逐件回访。因商家失联终止调解12件；被提起行政诉讼1件，尚未审结。

2.设立办照驿站。在邮政公司的6个网点、安澜镇便民中心设立办照驿站。

二、存在的问题

一是执法力量薄弱，装备老化。二是预付式消费监管手段不足。

三、2024年工作计划

建立预付卡协同监管机制，对液化气瓶加装电子标签。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("near"), embedder, ".txt", a=REPORT)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云泽县市场监管局2023年拿了哪些荣誉？", "全市质量工作先进集体"),
        ("云泽县市场监管局2023年获得过什么表彰？", "全市质量工作先进集体"),
        ("云泽县市场监管局2023年特种设备是怎么管的？", "日管控、周排查"),
        ("云泽县老旧电梯的安全评估费用由谁承担？", "由县财政承担"),
        ("云泽县市场监管局对农村聚餐采取了哪些措施？", "三项措施"),
        ("云泽县市场监管局2023年有没有发生食品安全事故？", "未发生食品安全事故"),
        ("云泽县市场监管局2023年在执法方面有什么创新？", "说理式执法文书"),
        ("云泽县市场监管局2023年第一场执法技能比武在哪里举行？", "安澜镇"),
        ("云泽县市场监管局2023年把办照驿站设在了哪些地方？", "邮政公司的6个网点"),
        ("云泽县市场监管局2023年电梯安全评估开展了吗？", "安全评估"),
    ],
)
def test_what_is_said(bureau: Assistant, question: str, said: str) -> None:
    answer = bureau.ask(question)
    assert answer.status == "answered"
    assert said in answer.text
    assert "总结如下" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "云泽县市场监管局2023年第二场执法技能比武在哪里举行？",
        "云泽县市场监管局2023年为什么被提起行政诉讼？",
        "云泽县市场监管局2023年有没有收费？",
        "云泽县市场监管局2023年热线接了几个电话？",
        "云泽县市场监管局2023年怎么监管自动扶梯？",
        "云泽县市场监管局2023年液化气瓶是怎么管的？",
        "云泽县市场监管局2023年老旧电梯有没有补贴？",
        "云泽县市场监管局2023年在政务公开培训上培训了哪些人？",
        "云泽县市场监管局2023年政务公开培训了谁？",
        "云泽县市场监管局2023年办事指南更新了吗？",
        "云泽县市场监管局2023年执法装备换新了没有？",
    ],
)
def test_what_only_stands_near(bureau: Assistant, question: str) -> None:
    assert bureau.ask(question).status != "answered"


OFFICE = """云泽县人民政府2023年政府信息公开工作年度报告

本报告由云泽县人民政府办公室编制。如对本报告有疑问，请与云泽县人民政府办公室联系（地址：云泽县湖滨路6号，电话：0571-6620188）。

一、总体情况

全年办理政府信息公开申请31件。持续增进互动交流，开展民意征集12期。受理12345平台诉求742件，办结率100%。在安澜镇推广“一户一码”，为836家失信企业完成信用修复。

围绕食品安全、电梯安全开展宣传，在县药品检验所举办开放日。

二、2024年工作安排

推进地铁建设，补齐农村饮水短板。

三、其他需要报告的事项

2023年，未收取信息处理费。
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("office"), embedder, ".txt", a=OFFICE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("对云泽县2023年的年报有疑问打什么电话？", "0571-6620188"),
        ("云泽县人民政府办公室的电话是多少？", "0571-6620188"),
        ("Did Yunze County charge a fee for information requests in 2023?", "未收取信息处理费"),
    ],
)
def test_told_of_what_is_asked(office: Assistant, question: str, said: str) -> None:
    assert said in office.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "对云泽县2023年的税收政策有疑问该找谁？",
        "云泽县2023年的医保咨询电话是多少？",
        "云泽县2023年的投诉电话是多少？",
        "云泽县2023年两岸交流取得了什么成效？",
        "云泽县2023年药品安全取得了什么成效？",
        "云泽县2023年地铁建设推进得怎么样？",
        "云泽县2023年农村饮水存在哪些问题？",
        "云泽县2023年帮企业做信用修复收费了吗？",
        "What does Yunze County's 2023 report plan for vineyards on its hills?",
        "Which company was the first to have its credit repaired in Yunze County in 2023?",
    ],
)
def test_another_thing_is_no_answer(office: Assistant, question: str) -> None:
    assert office.ask(question).status != "answered"

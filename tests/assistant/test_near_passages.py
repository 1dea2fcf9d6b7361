"""Sentences that stand near what is asked and do not say it, and those that do, of a bureau's work summary."""

from __future__ import annotations

from pathlib import Path

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


BEARINGS = """云泽县文化和旅游局2023年工作总结和2024年工作计划

一、2023年工作情况

1.办好赛事活动。在安澜湖公园举办龙舟邀请赛，吸引观众3万人次。举办乡村歌会、广场舞展演等活动，组织剪纸培训。印发《2023年文艺人才工作要点》，举办戏曲人才研修班。

2.推进重点项目。新图书馆建成投用，加快县剧院选址建设。民俗体验馆、陶艺工坊等项目相继开放，栖霞民俗研究会总部落户合肥。

3.加强对外交流。开通首趟研学专列，清河镇旅游收入再创新高。“云泽文旅”微信公众号于2023年7月开通。

4.做好信息公开。文物名录在县政府网站公布。按季度开展台账检查。针对薄弱环节，开展点单式宣讲。

二、2024年工作计划

民宿示范村计划6月底前建成。
"""


@pytest.fixture(scope="module")
def culture(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("bearings"), embedder, ".txt", a=BEARINGS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云泽县文化和旅游局2023年的龙舟邀请赛在哪里举办？", "安澜湖公园"),
        ("云泽县文化和旅游局2023年，栖霞民俗研究会总部落户在哪座城市？", "合肥"),
        ("云泽县文化和旅游局的微信公众号是什么时候开通的？", "2023年7月"),
        ("云泽县文化和旅游局2023年的文物名录在哪里公布？", "县政府网站"),
        ("云泽县文化和旅游局的民宿示范村计划几月建成？", "6月底"),
    ],
)
def test_where_and_when_is_told(culture: Assistant, question: str, said: str) -> None:
    answer = culture.ask(question)
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "云泽县文化和旅游局2023年建成的新图书馆在哪条街？",
        "云泽县文化和旅游局2023年开放的民俗体验馆开在哪里？",
        "云泽县文化和旅游局2023年的首趟研学专列开往哪座城市？",
        "云泽县文化和旅游局2023年的戏曲人才研修班是什么时候办的？",
        "云泽县文化和旅游局2023年的点单式宣讲是几月份开展的？",
        "云泽县文化和旅游局2023年的新图书馆什么时候建成的？",
        "云泽县文化和旅游局2023年的报告在哪个网站下载？",
    ],
)
def test_the_sentence_without_the_place_or_the_time_is_no_answer(culture: Assistant, question: str) -> None:
    assert culture.ask(question).status == "not_reported"


def test_a_report_not_asked_of_answers_only_for_its_own_place(tmp_path: Path, embedder: Embedder) -> None:
    two = asked(tmp_path, embedder, ".txt", a=REPORT, b=BEARINGS)
    assert "安澜湖公园" in two.ask("2023年的龙舟邀请赛在哪里举办？").text
    assert two.ask("我是绍兴人，2023年的龙舟邀请赛在哪里举办？").status in ("not_reported", "not_held")


SPAN = """云泽县人民政府2023年政府信息公开工作年度报告

本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。

一、总体情况

2023年，县政府认真贯彻落实条例，主动公开政府信息2318条。举办政务公开培训班3期。
"""


def test_of_what_time_a_report_tells(tmp_path: Path, embedder: Embedder) -> None:
    county = asked(tmp_path, embedder, ".txt", a=SPAN)
    assert "2023年12月31日" in county.ask("请问云泽县2023年年报的起止日期怎么算？").text
    assert county.ask("云泽县2023年政务公开培训班是几月办的？").status == "not_reported"

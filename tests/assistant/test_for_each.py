"""How much of an amount comes on each of what it was spent on, and how much of what came in was dealt with, of a
made-up bureau's accounts and summaries."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from index.embedder import Embedder
from tests.assistant.made import summary
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        ("公务接待费支出3.42万元，国内公务接待41批次、386人次。", "公务接待平均每人次花了多少元？", "88.6"),
        ("防火项目支出22.40万元，主要用于安装报警装置432套。", "报警装置平均每套花了多少元？", "518.52"),
        ("水窖维修支出540.00万元，惠及居民1126户。", "水窖维修平均每户居民投入多少元？", "4795.74"),
        ("基本工资864720元。\n\n现有在职人员24人。", "基本工资按在职人员算，平均每人多少元？", "36030"),
        ("防火项目支出22.40万元，用于安装报警装置和喷淋头432套。", "报警装置平均每套花了多少元？", None),
        ("社区支出60万元，用于工作者报酬和惠民项目，共有工作者9人。", "工作者报酬平均每人多少元？", None),
    ],
)  # fmt: skip
def test_an_amount_by_what_it_was_spent_on(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    answer = assistant.ask(f"云泽县水务局2023年{question}")
    assert answer.headline == ((Decimal(value), "元") if value else (None, None))


@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        ("组织对2个项目支出开展绩效自评，涉及资金80万元，评为优的1个。", "开展绩效自评的项目，平均每个涉及资金多少万元？", "40"),
        ("召开县级集中开工活动4次，集中开工项目20个，总投资50亿元。", "县级集中开工的项目，平均每个项目总投资多少亿元？", "2.5"),
        ("总投资50亿元，集中开工项目20个。", "集中开工的项目，平均每个总投资多少亿元？", "2.5"),
        ("召开集中开工活动4次，集中开工项目20个，总投资50亿元。", "集中开工的项目，每个总投资多少亿元？", "2.5"),
        ("受理群众来电360件。", "每个月受理多少件群众来电？", "30"),
        ("孤儿生活费标准提高到每人每月1500元。", "孤儿生活费标准每人每月提高到多少元？", "1500"),
        ("为200名农民工追回工资300万元。", "追回的农民工工资，人均多少万元？", "1.5"),
        ("发放富民贷款40笔、金额800万元，其中个人贷款30笔、300万元。", "发放的富民贷款，平均每笔多少万元？", "20"),
        ("发放富民贷款40笔、金额800万元，其中个人贷款30笔、300万元。", "个人富民贷款平均每笔多少万元？", "10"),
        ("举办业务培训班5次，参训600人次；跟班轮训48人次。", "业务培训班平均每次有多少人次参加？", "120"),
        ("举办业务培训班5次，参训600人次；跟班轮训48人次。", "业务培训班场均多少人次参训？", "120"),
        ("列养农村公路100公里。全年投入养护资金250万元。", "列养的农村公路平均每公里投入养护资金多少万元？", "2.5"),
        ("水窖改造支出60万元。\n\n水窖改造位于河东村，惠及居民300户。", "水窖改造支出摊到每户居民是多少元？", "2000"),
        ("开展各类节水宣讲、志愿服务活动40场次，服务1300余人次。", "节水宣讲、志愿服务活动平均每场大约服务多少人次？", "32.5"),
    ],
)  # fmt: skip
def test_both_of_one_thing(tmp_path: Path, embedder: Embedder, said: str, question: str, value: str) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    assert assistant.ask(f"云泽县水务局2023年{question}").headline[0] == Decimal(value)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("举办业务培训班5次，参训600人次；跟班轮训乡镇人员48人。", "跟班轮训平均每次多少人参加？"),
        ("新建学校5所、医院3家，总投资8亿元。", "新建的医院，平均每家总投资多少亿元？"),
        ("发放贷款40笔，金额8753万元。培训带动就业7820人。", "发放贷款平均每笔带动就业多少人？"),
        ("水窖改造支出60万元。\n\n管道铺设惠及居民300户。", "水窖改造支出摊到每户居民是多少元？"),
        ("水窖改造支出60万元。\n\n水窖改造惠及居民300户、商户20户。", "水窖改造支出户均多少元？"),
        ("社区支出60万元，用于工作者报酬和惠民项目，共有工作者9人。", "工作者报酬人均多少元？"),
    ],
)  # fmt: skip
def test_an_amount_of_another_thing_is_not_divided(
    tmp_path: Path, embedder: Embedder, said: str, question: str
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    assert assistant.ask(f"云泽县水务局2023年{question}").headline == (None, None)


@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        ("受理欠薪线索200条，办结190条。", "受理的欠薪线索办结率是多少？", "95"),
        ("受理欠薪线索200条，办结190条。", "欠薪线索办结率是多少？", "95"),
        ("收到意见建议216条，采纳54条。", "收到的意见建议里，采纳的占百分之几？", "25"),
        ("受理欠薪线索200条。\n\n办结欠薪线索190条。", "欠薪线索办结率是多少？", None),
        ("受理欠薪线索200条，办结往年欠薪线索290条。", "欠薪线索办结率是多少？", None),
    ],
)  # fmt: skip
def test_a_rate_of_what_one_sentence_counts(
    tmp_path: Path, embedder: Embedder, said: str, question: str, value: str | None
) -> None:
    assistant = asked(tmp_path, embedder, ".txt", a=summary(2023, said))
    answer = assistant.ask(f"云泽县水务局2023年{question}")
    assert answer.headline == ((Decimal(value), "%") if value else (None, None))


ACCOUNTS = """<html><head><title>云泽县水务局2023年度部门决算</title></head><body>
<h1>云泽县水务局2023年度部门决算</h1><h2>一、决算情况</h2>
<p>政府采购支出总额62.50万元，其中：政府采购货物支出42.30万元、政府采购服务支出20.20万元。</p>
<h2>支出决算表</h2><p>编制单位：云泽县水务局　　单位：万元</p>
<table><tr><td>科目名称</td><td>本年支出合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td>栏次</td><td>1</td><td>2</td><td>3</td></tr>
<tr><td>水利工程运行</td><td>268.93</td><td>8.00</td><td>260.93</td></tr>
<tr><td>防汛</td><td>31.20</td><td>1.20</td><td>30.00</td></tr></table>
<h2>基本支出决算表</h2><p>单位：万元</p>
<table><tr><td colspan="2">人员经费</td><td colspan="2">公用经费</td></tr>
<tr><td>科目名称</td><td>决算数</td><td>科目名称</td><td>决算数</td></tr>
<tr><td>基本工资</td><td>80.00</td><td>办公费</td><td>3.00</td></tr>
<tr><td>人员经费合计</td><td>80.00</td><td>公用经费合计</td><td>3.00</td></tr></table>
<h2>“三公”经费支出决算表</h2><p>单位：万元</p>
<table><tr><td rowspan="2">公务接待费</td><td colspan="3">公务用车购置及运行费</td></tr>
<tr><td>小计</td><td>购置费</td><td>运行费</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>
<tr><td>0.90</td><td>20.00</td><td>18.00</td><td>2.00</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利工程运行支出多少万元？", "268.93"),
        ("政府采购支出多少万元？", "62.50"),
        ("人员经费比公用经费多多少万元？", "77.00"),
        ("防汛的项目支出多少万元？", "30.00"),
        ("公务用车购置及运行费多少万元？", "20.00"),
        ("公务用车购置费多少万元？", "18.00"),
    ],
)
def test_the_whole_is_not_rivalled_by_its_parts(
    tmp_path: Path, embedder: Embedder, question: str, value: str
) -> None:
    assistant = asked(tmp_path, embedder, ".html", a=ACCOUNTS)
    answer = assistant.ask(f"云泽县水务局2023年{question}")
    assert answer.headline == (Decimal(value), "万元")

"""Numbers in prose: what each counts, of which year, and which numbers are no figures at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.figures import figures
from tests.corpus.made import prose

# sentence -> (phrase, value, unit, year) of every figure in it, written by hand. The report's year is 2024.
SENTENCES: dict[str, list[tuple[str, str, str | None, int]]] = {
    "全年共受理各类投诉举报396件。": [("受理各类投诉举报", "396", "件", 2024)],
    "截止12月底,已公布抽检4批393种产品。": [
        ("公布抽检", "4", "批", 2024),
        ("公布抽检产品", "393", "种", 2024),
    ],
    "2024年全年累计报送信息65篇,被云溪门户网站采用27篇。": [
        ("报送信息", "65", "篇", 2024),
        ("信息被云溪门户网站采用", "27", "篇", 2024),
    ],
    "我局公布茶园信息259条，(其中机构类信息25条，政策、规范性文件类信息68条，其他信息166条)。": [
        ("公布茶园信息", "259", "条", 2024),
        ("公布茶园信息：机构类信息", "25", "条", 2024),
        ("公布茶园信息：政策、规范性文件类信息", "68", "条", 2024),
        ("公布茶园信息：其他信息", "166", "条", 2024),
    ],
    "公开规章13件，行政规范性文件60件，市政府其他文件162件。": [
        ("公开规章", "13", "件", 2024),
        ("公开行政规范性文件", "60", "件", 2024),
        ("公开市政府其他文件", "162", "件", 2024),
    ],
    "办结依申请公开50件，其中：予以公开及部分公开40件，占80%；不予公开10件，占20%；行政诉讼案件7件。": [
        ("办结依申请公开", "50", "件", 2024),
        ("办结依申请公开：予以公开及部分公开", "40", "件", 2024),
        ("办结依申请公开：予以公开及部分公开占比", "80", "%", 2024),
        ("办结依申请公开：不予公开", "10", "件", 2024),
        ("办结依申请公开：不予公开占比", "20", "%", 2024),
        ("行政诉讼案件", "7", "件", 2024),  # the parts add up to 50: this is no part
    ],
    "2023年当年预算执行数为60.13万元，2024年预算安排25.77万元，比2023年预算执行数减少57.14%。": [
        ("预算执行数", "60.13", "万元", 2023),
        ("预算安排", "25.77", "万元", 2024),
        ("预算安排比2023年预算执行数减少", "57.14", "%", 2024),
    ],
    "共收到70件申请，及时依法依规办结69件，1件结转下年度继续办理。": [
        ("收到申请", "70", "件", 2024),
        ("及时依法依规办结申请", "69", "件", 2024),
        ("申请结转下年度继续办理", "1", "件", 2024),
    ],
    "共完成20份甲类标准、19份乙类标准，共计140余项的标准文本比对。": [
        ("完成甲类标准", "20", "份", 2024),
        ("完成乙类标准", "19", "份", 2024),
        ("完成标准文本比对", "140", "项", 2024),
    ],
    "答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复），均按期答复。": [
        ("答复", "3050", "件", 2024),
        ("答复：上年度结转申请", "34", "件", 2024),
        ("答复：顺延到下年度答复", "103", "件", 2024),
    ],
    "收到申请81件，涉及自然人80件、商业企业1件。": [
        ("收到申请", "81", "件", 2024),
        ("收到申请：涉及自然人", "80", "件", 2024),
        ("收到申请：涉及商业企业", "1", "件", 2024),
    ],
    "茶叶投诉较去年回落12.3%。": [("茶叶投诉较去年回落", "12.3", "%", 2024)],
    "去年新建茶园12处，今年新建15处。": [("新建茶园", "12", "处", 2023), ("新建茶园", "15", "处", 2024)],
    "截至2023年底，全县茶企共计1,205家。": [("全县茶企", "1205", "家", 2023)],
    "二〇二三年受理三百九十六件。": [("受理", "396", "件", 2023)],
    "食品、药品抽检合格率分别达99.62%、99.71%。": [
        ("食品抽检合格率", "99.62", "%", 2024),
        ("药品抽检合格率", "99.71", "%", 2024),
    ],
    "本年支出合计 307.82 万元，占预算的 95.89%。": [
        ("本年支出合计", "307.82", "万元", 2024),
        ("本年支出合计占预算", "95.89", "%", 2024),
    ],
    "与2023年度相比，收入支出总计增加307.82万元，增长100.00%。": [
        ("收入支出总计增加", "307.82", "万元", 2024),
        ("收入支出总计增长", "100.00", "%", 2024),
    ],
    "“茶叶支出（类）采摘事务（款）手工采摘（项）”25.77万元，主要用于采摘。2023年预算执行数为60.13万元。": [
        ("茶叶支出采摘事务手工采摘", "25.77", "万元", 2024),
        ("茶叶支出采摘事务手工采摘：预算执行数", "60.13", "万元", 2023),
    ],
    "群众等候时间由42分钟缩至19分钟。": [
        ("群众等候时间", "42", "分钟", 2024),
        ("群众等候时间缩至", "19", "分钟", 2024),
    ],
    "督促整改不规范描述22处、失效链接43处。": [
        ("督促整改不规范描述", "22", "处", 2024),
        ("督促整改失效链接", "43", "处", 2024),
    ],
    "注销2个无人维护的账号，新开设1个账号。": [
        ("注销无人维护的账号", "2", "个", 2024),
        ("新开设账号", "1", "个", 2024),
    ],
    "我局2022年、2023年和2024年分别受理投诉12件、14件、16件。": [
        ("受理投诉", "12", "件", 2022),
        ("受理投诉", "14", "件", 2023),
        ("受理投诉", "16", "件", 2024),
    ],
    "2022年、2023年分别受理投诉12件。": [],  # one number for two years: nobody can say whose
    "2021-2023年累计投入300万元。": [("2021-2023年投入", "300", "万元", 2023)],
    "办结率99%，满意率98%，较上年分别提高0.5和1.2个百分点。": [
        ("办结率", "99", "%", 2024),
        ("满意率", "98", "%", 2024),
        ("办结率较上年提高", "0.5", "个百分点", 2024),
        ("满意率较上年提高", "1.2", "个百分点", 2024),
    ],
    "上半年受理投诉12件，第三季度受理6件。": [
        ("上半年受理投诉", "12", "件", 2024),
        ("第三季度受理", "6", "件", 2024),
    ],
    "办理时限由法定20个工作日压缩至5个工作日。": [
        ("办理时限", "20", "个工作日", 2024),
        ("办理时限压缩至", "5", "个工作日", 2024),
    ],
    "新制定规范性文件2件、修订3件、废止1件，目前现行有效15件。": [
        ("新制定规范性文件", "2", "件", 2024),
        ("修订规范性文件", "3", "件", 2024),
        ("废止规范性文件", "1", "件", 2024),
        ("现行有效规范性文件", "15", "件", 2024),
    ],
    "公开信息26件，其中：概况类12条，计划总结类8条。": [
        ("公开信息", "26", "件", 2024),
        ("公开信息：概况类", "12", "条", 2024),
        ("公开信息：计划总结类", "8", "条", 2024),
    ],
    "全县受理申请749。": [],  # no unit and nothing that says it is a count
    "全县受理申请总数为749。": [("全县受理申请总数", "749", None, 2024)],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_measuring_number_is_a_figure_with_its_phrase_unit_and_year(sentence: str) -> None:
    found = [(f.label.phrase, f.value, f.unit, f.year) for f in figures(prose(sentence))]
    expected = SENTENCES[sentence]
    assert found == [(phrase, Decimal(value), unit, year) for phrase, value, unit, year in expected]


NO_FIGURES = [
    "活动于5月15日上午举行，12月底结束，2024年全年有效。",
    "统计期限自2024年1月1日起至2024年12月31日止。",
    "依据《条例》（国务院令第711号）和通知（国办公开办函〔2021〕30号）编制。",
    "公开12315、民心网等热线，拨打12345热线或致电0591-23165385。",
    "通讯地址：云溪县茶园路7号楼14层；邮编：350400；电话：0591-23165385。",
    "开展“5.15”政务公开日活动，深化“三公”经费公开。",
    "落实“双随机、一公开”，推进“一张网”，实现“最多跑一趟”。",
    "属于第二十条第（一）项规定的情形。",
    "获评“第十批制度创新成果”和第21批创新举措。",
    "危及“三安全一稳定”的信息不予公开。",
    "围绕十四五规划和党的二十大精神，运用H5等形式发布2.0版指南。",
    "（1）加强领导。2.加强培训。3、严格考核。",
    "详见网站 http://www.example.gov.cn/zwgk/t20240308_87885.htm 和 cha2024@example.com。",
    "第三季度工作已部署，上午9:30开会。",
    "对申请进行了一次性告知，推动一件事一次办。",
    "在文件公开后三个工作日内开展解读，5个工作日内答复。",
    "重点抓好五个方面工作，明确一名负责人。",
    "单价100万元（含）以上设备另行登记。",
    "2019-2020学年校历和2021-2035规划已公布。",
    "《2024年春季茶园“双随机”抽查50家方案》已印发。",
    "经三次产业普查，两会精神得到落实。",
]


@pytest.mark.parametrize("sentence", NO_FIGURES)
def test_numbers_that_only_name_are_no_figures(sentence: str) -> None:
    assert [(f.raw, f.label.phrase) for f in figures(prose(sentence))] == []


def test_the_citation_is_the_whole_sentence_at_its_place() -> None:
    text = "今年春茶开园。 全年共受理投诉396件，办结390件。秋茶已封园。"
    (first, second) = figures(prose(text))
    assert first.sentence == second.sentence == "全年共受理投诉396件，办结390件。"
    assert first.citation.quote == first.sentence
    assert first.citation.span is not None
    assert text[slice(*first.citation.span)] == first.sentence
    assert (first.citation.block, first.citation.section) == ("p1", ("一、总体情况",))
    assert (first.raw, first.citation.cell, first.citation.row) == ("396件", None, None)


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "qualifier"),
    [
        ("培训茶农1000余家次。", "1000", "家次", "余"),
        ("收录标准约22000条。", "22000", "条", "约"),
        ("受理咨询1.2万余件。", "12000", "件", "余"),
        ("办结率达99%以上。", "99", "%", "以上"),
        ("投入超10亿元。", "10", "亿元", "超"),
        ("占比超八成。", "8", "成", "超"),
    ],
)
def test_the_reports_own_hedge_is_kept(sentence: str, value: str, unit: str, qualifier: str) -> None:
    (figure,) = figures(prose(sentence))
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, qualifier)


def test_a_heading_that_opens_with_a_year_dates_the_figures_under_it() -> None:
    plans = figures(prose("新建茶园30处。", path=("二、2025年工作思路",)))
    assert [f.year for f in plans] == [2025]
    mixed = figures(prose("2025年，我局将扩大规模。新建茶园30处。"))
    assert [f.year for f in mixed] == [2025]


def test_a_run_of_table_digits_is_not_taken_for_an_amount() -> None:
    assert figures(prose("政府集中采购13575394432.52元")) == ()
    assert figures(prose("支出0.00303对个人补助1.4830310个人")) == ()


LETTERS = "茶园受理公开了共其中占比增长第（）“”《》、，；：。0123456789.,%件家万亿元年月日三百余约以上和被 "
MIXED = st.text(alphabet=LETTERS, max_size=60)


@given(MIXED)
def test_any_prose_is_read_without_error_and_each_figure_stands_where_it_is_cited(text: str) -> None:
    for figure in figures(prose(text)):
        assert figure.citation.span is not None
        assert text[slice(*figure.citation.span)] == figure.sentence == figure.citation.quote
        assert figure.raw in figure.sentence
        assert figure.value is not None

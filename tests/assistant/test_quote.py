"""Which sentences of an invented report answer which question, and which questions none answers."""

from __future__ import annotations

import pytest

from assistant.quote.quotation import quotations
from assistant.quote.wanted import wanted
from corpus.passages import passages
from corpus.report import Paragraph, Report, Section
from index.search import Evidence

ISSUER = "云岭市林业局"
PARTS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (),
        (
            "本报告包括总体情况、主动公开情况、存在的问题和改进措施等六个部分。如有疑问，请与云岭市林业局办公室联系"
            "（地址：云岭市松涛路8号，邮编：999123，电话：0999-1234567，电子邮箱：lin@example.cn）。",
        ),
    ),
    (
        ("一、总体情况", "（一）主动公开情况"),
        ("5月20日在云岭市民广场举行了林业开放日活动。全年发布造林公告12条。",),
    ),
    (("一、总体情况", "（二）监督保障情况"), ("全年组织3次栏目检查。", "对检查结果进行了通报。")),
    (
        ("五、存在的主要问题及改进情况",),
        (
            "我局政府信息公开工作仍存在一些不足：一是政策解读形式单一，不够生动；二是队伍建设有待加强。",
            "针对存在的问题，下一步将着力做好以下工作：",
            "一是丰富解读形式，制作动漫短片。",
            "二是每季度组织业务培训。",
        ),
    ),
    (("六、下属单位",), ("本局下属单位包括：",)),
    (("六、下属单位", "1.云岭市苗圃"), ()),
    (("六、下属单位", "2.云岭市木材检验站"), ()),
)


def _report() -> Report:
    sections, count = [], 0
    for place, (path, texts) in enumerate(PARTS, 1):
        blocks = []
        for text in texts:
            count += 1
            blocks.append(Paragraph(f"p{count}", text))
        sections.append(Section(f"s{place}", path, tuple(blocks)))
    title = f"{ISSUER}2022年政府信息公开工作年度报告"
    return Report("r1", ISSUER, 2022, title, "政府信息公开工作年度报告", tuple(sections), "r.txt", "0" * 64)


REPORT = _report()


def _opened(_id: str) -> Report:
    return REPORT


def _quoted(question: str, measure: str, near: str = "") -> list[str]:
    """What is quoted, where the passages that have `near` are the nearest in meaning and others far from it."""
    found = [
        Evidence(one, 0.9 if near and near in one.text else 0.86, 0.5 if near and near in one.text else 0.1)
        for one in passages(REPORT)
    ]
    quoted = quotations(wanted(question, measure), found, _opened)
    return [one.citation.quote for one in quoted]


def test_problems_are_answered_with_the_whole_list_and_not_with_what_will_be_done() -> None:
    (quote,) = _quoted("信息公开工作存在哪些问题？", "信息公开工作存在问题", "针对存在的问题")
    assert "形式单一" in quote
    assert "有待加强" in quote
    assert "下一步" not in quote


def test_measures_are_answered_with_the_list_over_the_paragraphs_that_follow() -> None:
    quotes = _quoted("下一步怎么改进？", "改进", "下一步将")
    assert quotes == [
        "针对存在的问题，下一步将着力做好以下工作：",
        "一是丰富解读形式，制作动漫短片。",
        "二是每季度组织业务培训。",
    ]


@pytest.mark.parametrize(
    ("question", "measure", "there"),
    [
        ("电话是多少？", "电话", "0999-1234567"),
        ("政务公开电话", "政务公开电话", "0999-1234567"),
        ("电子邮箱是什么？", "电子邮箱", "lin@example.cn"),
        ("What is the postcode of the office?", "邮编", "999123"),
        ("联系地址在哪？", "联系地址", "松涛路8号"),
    ],
)
def test_whom_to_turn_to_stands_in_the_contact_sentence(question: str, measure: str, there: str) -> None:
    (quote,) = _quoted(question, measure, "开放日")
    assert there in quote
    assert "六个部分" not in quote


def test_a_section_asked_for_by_its_heading_is_quoted_whole() -> None:
    assert _quoted("监督保障做了些什么？", "监督保障做些", "栏目检查") == [
        "全年组织3次栏目检查。",
        "对检查结果进行了通报。",
    ]


def test_a_list_may_go_on_in_headings() -> None:
    quotes = _quoted("下属单位有哪些？", "下属单位", "下属单位包括")
    assert quotes == ["本局下属单位包括：", "1.云岭市苗圃", "2.云岭市木材检验站"]


@pytest.mark.parametrize("question", ["信息公开还差在哪里？", "自己检讨了哪几块短板？"])
def test_problems_are_found_in_everyday_words(question: str) -> None:
    (quote,) = _quoted(question, question, "一些不足")
    assert "形式单一" in quote


def test_a_place_is_one_sentence() -> None:
    quotes = _quoted("林业开放日活动在哪里举行？", "林业开放日活动举行", "开放日")
    assert quotes == ["5月20日在云岭市民广场举行了林业开放日活动。"]


def test_every_quotation_is_verbatim_where_it_is_cited() -> None:
    texts = {
        block.id: block.text
        for section in REPORT.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    }
    found = [Evidence(one, 0.9, 0.5) for one in passages(REPORT)]
    for question in ("存在哪些问题？", "下一步怎么改进？", "电话是多少？"):
        for one in quotations(wanted(question, question), found, _opened):
            assert one.citation.span is not None
            assert texts[one.citation.block][slice(*one.citation.span)] == one.citation.quote


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("局长是谁？", "局长"),
        ("林业开放日活动为什么举行？", "林业开放日活动举行"),
        ("码头建设存在哪些问题？", "码头建设存在问题"),
        ("码头在哪里？", "码头"),
        ("网址是什么？", "网址"),
        ("林业开放日活动请了哪些公司？", "林业开放日活动请公司"),
        ("林业开放日活动的主持人是谁？", "林业开放日活动主持人"),
        ("林业开放日活动门票怎么买？", "林业开放日活动门票买"),
        ("为什么造林公告减少了？", "造林公告减少"),
        ("报告包括哪些部分？", "报告包括部分"),
    ],
)
def test_nothing_is_quoted_where_nothing_answers(question: str, measure: str) -> None:
    assert _quoted(question, measure) == []

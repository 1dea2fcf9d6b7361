"""An answer as a text message: within the limit, cut at a sentence, with its source and link."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reply import Answer, Calculation, Choice
from tests.assistant.made import figure
from web.wechat import wording
from web.wechat.compose import LIMIT, composed, cut, size
from web.wechat.ledger import Entry
from web.wechat.reception import late

PORTAL = "https://portal.example.cn"
ONE = figure("12")
ANSWER = Answer(
    "answered", "云岭市林业局2022年行政许可12件[1]。", "zh-Hans", (ONE,), citations=(ONE.citation,)
)


def test_the_figure_comes_first_and_the_source_and_link_after_the_answer() -> None:
    assert composed(ANSWER, "问", PORTAL).splitlines() == [
        "12件",
        "云岭市林业局2022年行政许可12件。",
        "来源：《报告》 行政许可 本年处理决定数量",
        "查看原文：https://portal.example.cn/reports/r1?at=t1-r1c1#t1-r1c1",
    ]


def test_a_result_is_the_headline_and_marks_stay_where_there_are_several_sources() -> None:
    two = figure("15", year=2023)
    growth = Calculation("growth", "(15-12)/12", Decimal("25.00"), "%", (2, 1))
    answer = replace(
        ANSWER,
        text="增长25.00%[1][2]。",
        figures=(ONE, two),
        calculation=growth,
        citations=(ONE.citation, two.citation),
    )
    assert composed(answer, "问", "").splitlines()[:2] == ["25.00%", "增长25.00%[1][2]。"]


def test_blank_and_unreadable_values_give_no_headline() -> None:
    for one in (figure(None), replace(ONE, trust="unreadable")):
        assert composed(replace(ANSWER, figures=(one,)), "问", "").startswith("云岭市林业局")


def test_the_wording_follows_the_answers_language() -> None:
    assert "Source: " in composed(replace(ANSWER, language="en"), "q", PORTAL)
    assert "來源：" in composed(replace(ANSWER, language="zh-Hant"), "問", PORTAL)


def test_choices_and_suggestions_are_listed() -> None:
    which = Answer(
        "ambiguous",
        "请问是哪一项？",
        "zh-Hans",
        choices=(Choice("甲", "甲2022年？"), Choice("乙", "乙2022年？")),
    )
    assert composed(which, "问", PORTAL).splitlines() == [
        "请问是哪一项？",
        "请任选其一发送：",
        "· 甲2022年？",
        "· 乙2022年？",
    ]
    held = Answer("not_held", "没有收录。", "zh-Hans", suggestions=("甲2022年？",))
    assert composed(held, "问", PORTAL).splitlines()[1:] == ["您可以这样问：", "· 甲2022年？"]


def test_a_long_answer_ends_with_a_sentence_and_the_link() -> None:
    text = composed(replace(ANSWER, text="今年工作有序开展。" * 200), "问", PORTAL)
    assert size(text) <= LIMIT
    lines = text.splitlines()
    assert lines[1].endswith("有序开展。……")
    assert lines[-1].startswith("查看全文：https://portal.example.cn/reports/r1")


def test_a_long_answer_without_citation_links_to_its_question() -> None:
    answer = Answer("not_held", "没有收录这一年的报告。" * 200, "zh-Hans")
    assert (
        composed(answer, "某年？", PORTAL).splitlines()[-1]
        == f"查看全文：{PORTAL}/?q=%E6%9F%90%E5%B9%B4%EF%BC%9F"
    )


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=3000), st.text(max_size=1000), st.lists(st.text(max_size=300), max_size=8), st.booleans()
)
def test_no_message_is_over_the_limit(body: str, question: str, offers: list[str], cited: bool) -> None:
    answer = Answer("not_held", body * 3, "zh-Hans", suggestions=tuple(offers))
    if cited:
        citation = replace(ONE.citation, title=body[:500] or "题", section=(question,), row=None)
        answer = replace(answer, citations=(citation,))
    text = composed(answer, question, PORTAL)
    entry = Entry("k", "a", "u", question, text, None, "collect", "", True)
    assert size(late(entry) + wording.OTHERS_WAIT.format(99)) <= LIMIT


@settings(max_examples=200, deadline=None)
@given(st.text(), st.integers(min_value=7, max_value=300))
def test_what_is_cut_is_a_beginning_within_the_number_of_bytes(text: str, most: int) -> None:
    part = cut(text, most)
    assert size(part) <= most
    assert text.startswith(part.removesuffix("……"))

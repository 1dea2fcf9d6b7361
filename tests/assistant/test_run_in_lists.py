"""Lists told in one paragraph, below headings that run into it: an item is given whole, and no other."""

from __future__ import annotations

import pytest

from assistant.quote.items import depth, told
from assistant.quote.lists import Whole
from assistant.quote.wanted import wanted
from corpus.report import Citation, Paragraph, Report, Section

TEXT = (
    "虽然取得了一些成绩，但仍存在一些问题。一是管网老化较重。二是测站还不够密。三、2024年工作计划（一）建强渠系。"
    "以灌溉需要为导向。一是疏通支渠。年内完成清淤。二是修复闸门。逐座检测。（责任科室：灌溉科）（二）守好水质。"
    "一是加密监测。每月取样。二是关停排污口。限期整改。"
)
REPORT = Report(
    "r1",
    "云泽县水务局",
    2023,
    "云泽县水务局2023年工作总结",
    "工作总结",
    (Section("s1", (), (Paragraph("p1", TEXT),)),),
    "r.txt",
    "0" * 64,
)


def _whole(question: str, measure: str, quote: str) -> str:
    """What is quoted where a sentence answers."""
    start = TEXT.index(quote)
    span = (start, start + len(quote))
    one = Citation("r1", REPORT.title, REPORT.issuer, 2023, (), "p1", quote, span=span)
    return "".join(part.quote for part in Whole(REPORT, wanted(question, measure)).of(one))


def test_the_problems_end_where_the_next_heading_runs_in() -> None:
    quote = _whole("存在哪些问题？", "存在问题", "一是管网老化较重。")
    assert quote.endswith("二是测站还不够密。")


@pytest.mark.parametrize("said", ["年内完成清淤。", "以灌溉需要为导向。"])
def test_an_item_that_is_asked_for_is_given_from_its_heading_to_its_end(said: str) -> None:
    quote = _whole("渠系有哪些打算？", "渠系打算", said)
    assert "（一）建强渠系。" in quote
    assert quote.endswith("（责任科室：灌溉科）")


def test_what_stands_in_brackets_goes_with_what_it_is_said_of() -> None:
    said = [TEXT[slice(*one)] for one in told(TEXT)]
    assert "（二）守好水质。" in said
    assert "逐座检测。（责任科室：灌溉科）" in said


def test_how_deep_an_item_stands() -> None:
    assert depth("三、建强渠系") < depth("（二）守好水质") < depth("1.监测") < depth("一是加密监测")
    assert depth("三、2024年工作计划（一）建强渠系。") == depth("（一）建强渠系。")

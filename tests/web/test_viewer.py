"""A report's page: a citation's link marks its spot, and a link that names nothing marks nothing."""

from __future__ import annotations

import pytest
from lxml import html

from corpus.report import Citation
from tests.web.made import REPORT, SENTENCE
from web.preferences import Preferences
from web.render import document
from web.viewer import link, page


def shown(at: str = "") -> html.HtmlElement:
    values = {"page": page(REPORT, at), "panel": False, "switches": []}
    return html.document_fromstring(document("report.html", Preferences("zh-Hans"), **values))


def citation(**spot: object) -> Citation:
    return Citation(REPORT.id, REPORT.title, REPORT.issuer, REPORT.year, (), quote="", **spot)  # type: ignore[arg-type]


def test_a_cited_sentence_is_marked_at_its_anchor() -> None:
    start = len("工作有序开展。")
    cited = citation(block="p2", span=(start, start + len(SENTENCE)))
    (mark,) = shown(cited.anchor).iter("mark")
    assert mark.get("id") == cited.anchor
    assert mark.text_content() == SENTENCE


def test_a_cited_cell_is_marked_at_its_anchor() -> None:
    cited = citation(block="t1", cell=(3, 2))
    (mark,) = shown(cited.anchor).iter("mark")
    assert mark.getparent().get("id") == cited.anchor
    assert mark.getparent().tag == "td"
    assert mark.text_content() == "3"


def test_where_the_spot_is_stands_above_the_text() -> None:
    (locator,) = shown("t1-r3c2").find_class("locator")
    assert "一、总体情况 › （一）办理 › 办理情况表 › 结果 › 不公开 ／ 申请人 › 个人" in locator.text_content()


NOWHERE = [
    "",
    "p2-5-3",
    "p2-0-999",
    "p99-0-2",
    "t1-r99c0",
    "t9-r0c0",
    "p2-r0c0x",
    "<b>",
    "p" * 5000,
    "p2-0-٣",
]


@pytest.mark.parametrize("at", NOWHERE)
def test_an_anchor_that_names_nothing_marks_nothing(at: str) -> None:
    assert list(shown(at).iter("mark")) == []


def test_the_whole_text_is_there_whatever_is_marked() -> None:
    def text(at: str) -> str:
        return "".join(shown(at).find_class("text")[0].text_content().split())

    assert text("p2-7-18") == text("")


def test_headings_nest_and_the_contents_lead_to_each() -> None:
    made = shown()
    assert [(one.tag, one.text) for one in made.iter("h1", "h2", "h3")] == [
        ("h1", REPORT.title),
        ("h2", "一、总体情况"),
        ("h3", "（一）办理"),
    ]
    for target in (one.get("href") for one in made.find_class("contents")[0].iter("a")):
        assert made.get_element_by_id(target.removeprefix("#")) is not None


def test_every_cell_and_paragraph_has_its_own_address() -> None:
    ids = [one.get("id") for one in shown("t1-r2c2").iter() if one.get("id")]
    assert {"p1", "p2", "t1", "t1-r2c2", "t1-r3c2", "t2-r1c1", "s3"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_sum_that_does_not_hold_is_told_and_its_cells_are_marked() -> None:
    made = shown()
    (told,) = made.find_class("fails")
    assert "12 + 5 ≠ 18" in told.text_content()
    assert [cell.get("id") for cell in made.find_class("amiss")] == ["t2-r1c1", "t2-r1c2", "t2-r1c3"]
    (right,) = made.find_class("holds")
    assert "2项" in right.text_content()


def test_a_doubtful_value_says_so() -> None:
    cell = shown().get_element_by_id("t1-r3c2")
    assert "图像识别" in cell.get("title")
    assert "图像识别" in cell.text_content()


@pytest.mark.parametrize("address", ["https://a.cn/b", "HTTP://a.cn"])
def test_web_addresses_become_links(address: str) -> None:
    assert link(address) == address


UNSAFE = [
    None,
    "",
    "javascript:a()",
    " javascript:a()",
    "data:text/html,x",
    "file:///x",
    "//a.cn",
    "https:a()",
]


@pytest.mark.parametrize("address", UNSAFE)
def test_other_addresses_do_not(address: str | None) -> None:
    assert link(address) is None

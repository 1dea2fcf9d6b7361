"""Links to an answer in a real browser: what they ask again, and what they must not."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.web.browsing import COMPLAINTS, DESKTOP, PHONE, SCREENS, ask
from tests.web.browsing import browser as browser
from tests.web.browsing import opened as opened

pytestmark = [pytest.mark.model, pytest.mark.browser]


def test_a_shared_link_asks_again(opened: Any) -> None:
    page = opened(**DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    ask(page, COMPLAINTS)
    page.get_by_role("button", name="分享链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator(".asked")).to_contain_text(COMPLAINTS)
    expect(page.locator(".digits")).to_have_text("396")


@SCREENS
def test_a_shared_follow_up_brings_its_conversation(opened: Any, screen: dict[str, Any]) -> None:
    page = opened(**screen, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("年度").select_option("2019")
    ask(page, "行政许可有多少件？")
    ask(page, "行政处罚呢？")
    expect(page.locator(".digits").last).to_have_text("23")
    page.get_by_role("button", name="分享链接").last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("链接已复制")).to_be_visible()
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator(".asked")).to_have_count(2)
    expect(page.locator(".asked").last).to_contain_text("行政处罚呢？")
    expect(page.locator(".digits").last).to_have_text("23")
    expect(page.get_by_label("年度", exact=True)).to_have_value("2019")


def test_a_shared_follow_up_keeps_what_the_first_question_named(opened: Any) -> None:
    page = opened(**PHONE, permissions=["clipboard-read", "clipboard-write"])
    for question in ("2019年行政许可的处理决定数量是多少件？", *["那2020年呢？"] * 4, "那2019年呢？"):
        ask(page, question)
    expect(page.locator(".digits").last).to_have_text("7892")
    page.get_by_role("button", name="分享链接").last.click()
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator(".asked")).to_have_count(6)
    expect(page.locator(".digits").last).to_have_text("7892")
    expect(page.locator(".reply").last).to_have_attribute("data-status", "answered")


def test_what_is_too_long_for_a_link_is_not_shared_by_half(opened: Any) -> None:
    page = opened(**DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('before')")
    ask(page, COMPLAINTS + "请说明。" * 200)
    page.get_by_role("button", name="分享链接").click()
    expect(page.locator(".reply .tools .told").first).to_contain_text("无法放入链接")
    assert page.evaluate("navigator.clipboard.readText()") == "before"


def test_a_link_to_a_report_no_longer_held_asks_about_no_other(opened: Any) -> None:
    page = opened("/?q=" + quote("行政许可的处理决定数量是多少件？") + "&year=2001", **DESKTOP)
    expect(page.locator(".reply")).to_have_attribute("data-status", "not_held")
    assert page.locator(".digits").count() == 0


def test_nothing_follows_up_a_question_that_could_not_be_asked_again(opened: Any) -> None:
    page = opened(**DESKTOP)
    page.route("**/api/ask/stream", lambda route: route.fulfill(status=404))
    page.goto("/?q=" + quote("行政处罚呢？") + "&after=" + quote("q=" + quote("2019年行政许可有多少件？")))
    expect(page.locator(".reply")).to_have_attribute("data-status", "unreachable")
    expect(page.locator(".asked")).to_have_count(1)

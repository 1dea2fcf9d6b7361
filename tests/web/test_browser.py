"""The journeys of a citizen in a real browser: on a desktop and a phone, by keyboard, in both themes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.web.browsing import COMPLAINTS, DESKTOP, PHONE, SCREENS, THEMES, ask, fits, violations
from tests.web.browsing import browser as browser
from tests.web.browsing import opened as opened

pytestmark = [pytest.mark.model, pytest.mark.browser]


@SCREENS
def test_a_question_leads_to_the_sentence_it_stands_on(opened: Any, screen: dict[str, Any]) -> None:
    page = opened(**screen)
    ask(page, COMPLAINTS)
    expect(page.locator(".digits")).to_have_text("396")
    expect(page.locator(".unit")).to_have_text("件")
    assert fits(page)
    page.locator(".chip").click()
    mark = page.frame_locator("#source iframe").locator("mark")
    expect(mark).to_contain_text("396")
    expect(mark).to_be_in_viewport()
    assert fits(page)
    page.get_by_role("button", name="关闭").click()
    expect(page.locator("#source")).to_be_hidden()


def test_a_cell_is_shown_with_its_headers(opened: Any) -> None:
    page = opened(**DESKTOP)
    ask(page, "2019年行政许可的处理决定数量是多少件？")
    expect(page.locator(".digits")).to_have_text("7892")
    page.locator(".chip").click()
    source = page.frame_locator("#source iframe")
    expect(source.locator("td.cited mark")).to_have_text("7892")
    expect(source.locator("td.cited")).to_be_in_viewport()
    expect(source.locator("th.header")).to_have_text(["处理决定数量", "行政许可"])


def test_an_example_is_one_press(opened: Any) -> None:
    page = opened(**PHONE)
    page.locator(".examples .offer").first.tap()
    expect(page.locator(".reply")).to_have_attribute("data-status", "answered")
    expect(page.locator(".sources li").first).to_be_visible()


def test_all_by_keyboard(opened: Any) -> None:
    page = opened(**DESKTOP)
    page.get_by_label("您的问题").focus()
    page.keyboard.type("2019年共受理了")
    page.keyboard.press("Shift+Enter")
    assert "\n" in page.get_by_label("您的问题").input_value()
    page.keyboard.press("Backspace")
    page.keyboard.type("多少件投诉举报？")
    page.keyboard.press("Enter")
    expect(page.locator(".digits")).to_have_text("396")
    page.locator(".reference").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".chip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="关闭")).to_be_focused()
    expect(page.frame_locator("#source iframe").locator("mark")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#source")).to_be_hidden()
    expect(page.locator(".chip")).to_be_focused()


def test_the_enter_that_settles_a_candidate_does_not_send(opened: Any) -> None:
    page = opened(**DESKTOP)
    box = page.get_by_label("您的问题")
    box.fill("tousu")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    assert page.locator(".exchange").count() == 0
    assert box.input_value() == "tousu"


def test_a_refusal_helps_on(opened: Any) -> None:
    page = opened(**PHONE)
    ask(page, "2020年共受理了多少件投诉举报？")
    reply = page.locator(".reply")
    expect(reply).to_have_attribute("data-status", "not_held")
    expect(reply.get_by_text("暂未收录", exact=True)).to_be_visible()
    assert reply.locator(".digits").count() == 0
    reply.locator(".offer").first.click()
    expect(page.locator(".reply").last).to_have_attribute("data-status", "answered")


def test_what_is_no_question_gets_a_polite_line(opened: Any) -> None:
    page = opened(**DESKTOP)
    ask(page, "？？？")
    expect(page.locator(".reply")).to_have_attribute("data-status", "refused")
    expect(page.locator(".reply")).to_contain_text("请")
    assert page.locator(".digits").count() == 0


def test_an_answer_is_announced(opened: Any) -> None:
    page = opened(**DESKTOP)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    ask(page, COMPLAINTS)
    expect(log).to_contain_text("396")


def test_the_pickers_narrow_the_scope(opened: Any) -> None:
    page = opened(**DESKTOP)
    page.get_by_label("机关").select_option("凌源市市场监督管理局")
    page.get_by_label("年度").select_option("2019")
    with page.expect_request("**/api/ask/stream") as sent:
        ask(page, "共受理了多少件投诉举报？")
    assert sent.value.post_data_json["issuer"] == "凌源市市场监督管理局"
    assert sent.value.post_data_json["year"] == 2019


def test_words_are_shown_as_they_come_and_a_broken_stream_loses_no_answer(opened: Any) -> None:
    page = opened(**DESKTOP)
    words = 'event: text\ndata: "2019年，凌源"\n\n'
    page.route("**/api/ask/stream", lambda route: route.fulfill(content_type="text/event-stream", body=words))
    held = []
    page.route("**/api/ask", lambda route: held.append(route))
    page.get_by_label("您的问题").fill(COMPLAINTS)
    page.get_by_role("button", name="提问", exact=True).click()
    expect(page.locator(".reply")).to_have_text("2019年，凌源")
    expect(page.locator(".reply")).to_have_attribute("aria-busy", "true")  # not announced before it is whole
    held[0].continue_()
    expect(page.locator(".digits")).to_have_text("396")


def test_an_answer_is_copied_with_its_source(opened: Any) -> None:
    page = opened(**DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    ask(page, COMPLAINTS)
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_text("已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "396" in copied
    assert "/reports/" in copied


def test_theme_and_size_last(opened: Any) -> None:
    page = opened(**DESKTOP)
    root = page.locator("html")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="深色").click()
    page.get_by_role("button", name="大字").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.reload()
    expect(root).to_have_attribute("data-theme", "dark")
    expect(root).to_have_attribute("data-size", "large")
    expect(page.get_by_role("button", name="深色")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("language", "question"),
    [("zh-Hans", COMPLAINTS), ("en", "How many complaints and reports were handled in 2019?")],
)
def test_larger_text_fits_a_phone(opened: Any, language: str, question: str) -> None:
    page = opened(f"/?lang={language}", **PHONE)
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.locator("[data-preference=size]").click()
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= before * 1.25
    assert fits(page)
    page.locator("#question").fill(question)
    page.locator(".send").click()
    expect(page.locator(".digits")).to_have_text("396")
    assert fits(page)


def test_every_language_has_its_page(opened: Any) -> None:
    page = opened(**PHONE)
    page.get_by_role("link", name="EN", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What would you like to know?")
    page.get_by_role("link", name="繁", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("您想瞭解年報中的哪項情況？")


def test_the_source_is_marked_without_script(opened: Any) -> None:
    page = opened(**DESKTOP)
    ask(page, COMPLAINTS)
    cited = page.locator(".chip").get_attribute("href")
    bare = opened(cited, **PHONE, java_script_enabled=False)
    expect(bare.locator("mark")).to_contain_text("396")
    expect(bare.locator("mark")).to_be_in_viewport()


@THEMES
@SCREENS
def test_axe_finds_nothing(opened: Any, screen: dict[str, Any], theme: str) -> None:
    page = opened(**screen, color_scheme=theme, bypass_csp=True)
    assert violations(page) == []
    assert fits(page)
    ask(page, COMPLAINTS)
    assert violations(page) == []
    report = page.locator(".chip").get_attribute("href")
    page.locator(".chip").click()
    expect(page.frame_locator("#source iframe").locator("mark")).to_be_in_viewport()
    assert violations(page) == []
    for path in (report, report.replace("?", "?view=panel&"), "/reports", "/reports/nothing?lang=en"):
        page.goto(path)
        assert violations(page) == []
        assert fits(page)


@pytest.fixture
def portal(address: str, tmp_path: Path) -> Iterator[str]:
    """Another site, whose page has the one script tag."""
    tag = f'<script src="{address}/static/embed.js" defer></script>'
    page = f'<!doctype html><meta charset="utf-8"><title>门户</title><body>{tag}'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    files = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), files) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()


def test_another_site_embeds_it_with_one_script(browser: Browser, portal: str) -> None:
    page = browser.new_page(**PHONE, locale="zh-CN")
    page.goto(portal)
    page.get_by_role("button", name="年报问答").click()
    framed = page.frame_locator("nianbao-chat iframe")
    expect(framed.locator("#agency option")).to_have_count(2)  # the page's script has run: Enter sends
    framed.locator("#question").fill(COMPLAINTS)
    framed.locator("#question").press("Enter")
    expect(framed.locator(".digits")).to_have_text("396")
    page.close()

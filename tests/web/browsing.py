"""A real browser, and pages opened in it that may complain of nothing and load nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--no-default-browser-check",
]  # fmt: skip
COMPLAINTS = "2019年共受理了多少件投诉举报？"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
ENLARGED: dict[str, Any] = {"viewport": {"width": 640, "height": 400}}  # 1280 x 800 at 200 % zoom
SCREENS = pytest.mark.parametrize("screen", [DESKTOP, PHONE, ENLARGED], ids=["desktop", "phone", "zoom200"])
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
MISSING = "no Chromium here: install Debian's package chromium"


@contextmanager
def launched() -> Iterator[Browser | None]:
    """Debian's Chromium, or None where there is none."""
    chromium = shutil.which("chromium")
    if not chromium:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def watched(
    browser: Browser, address: str, *also: str, faults: Callable[[ConsoleMessage], bool]
) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of the address, in a context that is prepared by `enter`. Errors of scripts, what
    `faults` picks of the console, and requests that go neither there nor to an address beginning with one of
    `also` fail the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def asks(url: str) -> None:
        if address not in url and not url.startswith(also):
            complaints.append(url)

    def open_page(path: str, enter: Callable[[BrowserContext], None] | None = None, **options: Any) -> Page:
        context = browser.new_context(
            **{"locale": "zh-CN", "reduced_motion": "reduce", "base_url": address, **options}
        )
        contexts.append(context)
        if enter is not None:
            enter(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complaints.append(message.text) if faults(message) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda sent: asks(sent.url))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        if browser is None:
            pytest.skip(MISSING)
        yield browser


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Any]:
    """A function that opens the question page on a screen; what the page complains of fails the test."""
    with watched(browser, address, faults=_is_fault) as open_page:
        yield lambda path="/", **options: open_page(path, **options)


def _is_fault(message: ConsoleMessage) -> bool:
    """The browser reports every 422 and 404 as an error; those are meant."""
    return message.type == "error" and not re.search("422|404", message.text)


def ask(page: Page, question: str) -> None:
    page.get_by_label("您的问题").fill(question)
    page.get_by_role("button", name="提问", exact=True).click()
    expect(page.locator(".reply").last).to_have_attribute("aria-busy", "false")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {iframes: false})")["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def fits(page: Page) -> bool:
    """No part of the page lies beyond its right edge."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))

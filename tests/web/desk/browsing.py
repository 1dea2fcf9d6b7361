"""A desk that listens on a port, and pages of it opened in a browser for a person of each role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from index.embedder import Embedder
from index.store import Store
from tests.web.browsing import watched
from tests.web.desk.conftest import Office, office, published
from tests.web.desk.made import page as report_page
from tests.web.serving import listening

AGENCY = "云溪县档案局"
VALUES = {2021: 12, 2022: 15}
QUESTION = f"{AGENCY}2022年车辆登记的本年办理数是多少？"


@pytest.fixture(scope="module")
def house(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Office:
    made = office(Store(tmp_path_factory.mktemp("desk"), embedder=embedder))
    editor = made.signed_in("editor")
    for year, value in VALUES.items():
        published(editor, made.desk, report_page(AGENCY, year, value), f"{year}.html")
    published(editor, made.desk, report_page("云溪县渔业局", 2022, 4), "fish.html")
    for question in (QUESTION, QUESTION.replace("2022", "2015")):
        editor.post("/api/ask", json={"question": question})
    return made


@pytest.fixture(scope="module")
def address(house: Office) -> Iterator[str]:
    with listening(house.app) as where:
        yield where


def sign_in(context: BrowserContext, house: Office, address: str, role: str) -> None:
    """Give a browser's context the session of a person of a role."""
    person = next(one for one in house.desk.accounts.people() if one.name == role)
    context.add_cookies([{"name": "desk", "value": house.desk.accounts.sign_in(person), "url": address}])


@pytest.fixture
def signed_in(browser: Browser, house: Office, address: str) -> Iterator[Any]:
    """A function that opens a page of the desk for a role; what the page complains of fails the test."""
    with watched(browser, address, "blob:", faults=lambda _: False) as open_page:

        def open_as(path: str, role: str = "admin", **options: Any) -> Page:
            def enter(context: BrowserContext) -> None:
                context.on("dialog", lambda dialog: dialog.accept())
                if role:
                    sign_in(context, house, address, role)

            return open_page(path, enter, **options)

        yield open_as


def open_measure(page: Page) -> None:
    page.get_by_label("指标", exact=True).fill("车辆登记 办理数")
    page.get_by_role("button", name="查找").click()
    page.locator("#measures button", has_text="车辆登记 · 本年办理数").click()
    expect(page.locator(".pivot tbody th")).not_to_have_count(0)

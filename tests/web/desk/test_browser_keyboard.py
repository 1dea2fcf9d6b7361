"""The desk's journeys with a keyboard alone, on a desktop and a phone and at 200 % zoom, each state under axe."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browsing import DESKTOP, SCREENS, fits, violations
from tests.web.browsing import browser as browser
from tests.web.desk.browsing import AGENCY, QUESTION
from tests.web.desk.browsing import address as address
from tests.web.desk.browsing import house as house
from tests.web.desk.browsing import signed_in as signed_in
from tests.web.desk.conftest import PASSWORD, Office
from tests.web.desk.made import page as report_page

pytestmark = [pytest.mark.model, pytest.mark.browser]
STRANGE = f"{AGENCY}2022年铁骑落户的本年办理数是多少？"
FARTHEST = 150  # presses of Tab from one control to any other of a page of the desk


def test_all_by_keyboard(signed_in: Any, house: Office) -> None:
    del house
    page = signed_in("/desk/sign-in", "", **DESKTOP)
    page.get_by_label("用户名").focus()
    page.keyboard.type("reader")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/reports")
    page.get_by_role("link", name="数据", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/figures")
    page.get_by_label("指标", exact=True).focus()
    page.keyboard.type("车辆登记 办理数")
    page.keyboard.press("Enter")
    chosen = page.locator("#measures button", has_text="车辆登记 · 本年办理数")
    expect(chosen).to_be_visible()
    chosen.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#measure-name")).to_be_focused()
    page.get_by_role("tab", name="表格").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="趋势图")).to_be_focused()
    expect(page.locator("svg.chart")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    expect(page.locator("#window")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".pivot tbody a").first).to_be_focused()
    page.get_by_role("button", name="退出").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/sign-in")


def go_to(page: Page, control: Locator) -> None:
    """Press Tab until a control has the focus, which then is in sight."""
    expect(control).to_be_enabled()
    for _ in range(FARTHEST):
        if control.evaluate("one => one === document.activeElement"):
            expect(control).to_be_in_viewport()
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {control}")


def press(page: Page, control: Locator) -> None:
    go_to(page, control)
    page.keyboard.press("Enter")


def type_into(page: Page, control: Locator, text: str) -> None:
    """Replace what stands in a field, by keyboard."""
    go_to(page, control)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def is_fine(page: Page) -> None:
    assert violations(page) == []
    assert fits(page)


def answers(house: Office, question: str) -> list[str]:
    """The values of the figures that a citizen is answered."""
    answer = house.anyone().post("/api/ask", json={"question": question}).json()
    return [figure["value"] for figure in answer["figures"]]


@SCREENS
def test_a_report_is_uploaded_corrected_and_approved_by_keyboard(
    signed_in: Any, house: Office, screen: dict[str, Any]
) -> None:
    page = signed_in("/desk/reports", "editor", bypass_csp=True, **screen)
    width = screen["viewport"]["width"]
    agency, file = f"云溪县{width}号馆", f"馆{width}.html"
    expect(page.locator("#shelf tbody tr")).not_to_have_count(0)
    with (
        page.expect_file_chooser() as chooser
    ):  # before the first Tab: it takes the browser a moment to hear of it
        press(page, page.get_by_role("button", name="选择文件", exact=True))
    content = report_page("云溪县图书馆", 2000 + width % 30, 81)
    chooser.value.set_files([{"name": file, "mimeType": "text/html", "buffer": content}])
    item = page.locator("#drafts > li", has_text=file)
    expect(item.locator(".stage")).to_have_text("待审核")
    is_fine(page)
    press(page, item.get_by_role("link", name="去核对"))
    expect(page.get_by_label("发布机关")).to_have_value("云溪县图书馆")
    is_fine(page)
    type_into(page, page.get_by_label("发布机关"), agency)
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("已保存")
    expect(page.locator("#state .stage")).to_have_text("待审核")
    expect(page.get_by_label("发布机关")).to_have_value(agency)
    is_fine(page)
    press(page, page.get_by_role("button", name="审核通过并发布"))
    expect(page.locator("#state .stage")).to_have_text("已发布")
    is_fine(page)
    assert answers(house, f"{agency}{2000 + width % 30}年车辆登记的本年办理数是多少？") == ["81"]


@SCREENS
def test_a_synonym_is_taught_by_keyboard(signed_in: Any, house: Office, screen: dict[str, Any]) -> None:
    page = signed_in("/desk/questions", "editor", bypass_csp=True, **screen)
    said = f"铁骑{'甲乙丙丁'[screen['viewport']['width'] % 4]}"
    question = QUESTION.replace("车辆登记", said)
    assert answers(house, question) == []
    teach = page.locator("#teach")
    press(page, teach)
    expect(page.get_by_label("群众的说法")).to_be_focused()
    is_fine(page)
    page.keyboard.type(said)
    page.keyboard.press("Tab")
    page.keyboard.type("车辆登记")
    page.keyboard.press("Enter")
    expect(page.locator("#lessons")).to_contain_text(said)
    expect(teach).to_be_focused()
    is_fine(page)
    assert answers(house, question) == ["15"]
    press(page, page.locator("#lessons li", has_text=said).get_by_role("button"))
    expect(page.locator("#lessons")).not_to_contain_text(said)
    expect(page.locator("#lessons-title")).to_be_focused()
    assert answers(house, question) == []


@SCREENS
def test_a_cell_is_pinned_by_keyboard(signed_in: Any, house: Office, screen: dict[str, Any]) -> None:
    asked = house.anyone().post("/api/ask", json={"question": QUESTION}).json()
    spot = asked["citations"][0]["url"]
    assert answers(house, STRANGE) == []
    page = signed_in("/desk/questions", "editor", bypass_csp=True, **screen)
    press(page, page.locator("#asked").get_by_role("button", name=f"指定出处：{STRANGE}").first)
    asked_about = page.locator("#ask").get_by_label("提问", exact=True)
    expect(asked_about).to_be_focused()
    expect(asked_about).to_have_value(STRANGE)
    is_fine(page)
    page.keyboard.press("Tab")
    page.keyboard.type(spot)
    press(page, page.get_by_role("button", name="保存", exact=True))
    expect(page.locator("#lessons")).to_contain_text(STRANGE)
    is_fine(page)
    assert answers(house, STRANGE) == ["15"]
    press(page, page.locator("#lessons li", has_text=STRANGE).get_by_role("button"))
    expect(page.locator("#lessons")).not_to_contain_text(STRANGE)


@SCREENS
def test_the_evaluation_is_run_by_keyboard(signed_in: Any, screen: dict[str, Any]) -> None:
    page = signed_in("/desk/questions", "editor", bypass_csp=True, **screen)
    press(page, page.locator("#asked").get_by_role("button", name=f"加入评测：{QUESTION}").first)
    is_fine(page)
    page.keyboard.press("Tab")
    page.keyboard.type("15")
    page.keyboard.press("Enter")
    expect(page.locator("#items")).to_contain_text(QUESTION)
    for _ in range(2):
        press(page, page.get_by_role("button", name="运行评测"))
        expect(page.locator("#scores tbody tr").first).to_contain_text("答对1")
        expect(page.get_by_role("button", name="运行评测")).to_be_focused()
    expect(page.locator("#scores tbody tr").first).to_have_text("答对11")  # this run's and the last one's
    is_fine(page)
    press(page, page.locator("#items").get_by_role("button"))
    expect(page.locator("#items tbody tr")).to_have_count(0)

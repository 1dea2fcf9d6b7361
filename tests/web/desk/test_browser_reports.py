"""Reports in a real browser: taken in by files and folders, published, withdrawn and compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import DESKTOP, SCREENS, fits
from tests.web.browsing import browser as browser
from tests.web.desk.browsing import AGENCY, QUESTION
from tests.web.desk.browsing import address as address
from tests.web.desk.browsing import house as house
from tests.web.desk.browsing import signed_in as signed_in
from tests.web.desk.conftest import Office
from tests.web.desk.made import page as report_page

pytestmark = [pytest.mark.model, pytest.mark.browser]


@SCREENS
def test_a_report_is_uploaded_looked_at_and_published(
    signed_in: Any, house: Office, address: str, screen: dict[str, Any]
) -> None:
    page = signed_in("/desk/reports", "editor", **screen)
    year = 2000 + screen["viewport"]["width"] % 90
    content = report_page(AGENCY, year, 77)
    page.locator("#files").set_input_files(
        [{"name": "年报.html", "mimeType": "text/html", "buffer": content}]
    )
    expect(page.locator("#uploads")).to_have_text("已上传1份。")
    item = page.locator("#drafts > li", has_text=str(year))
    expect(item.locator(".stage")).to_have_text("待审核")
    assert fits(page)
    item.get_by_role("link", name="去核对").click()
    expect(page.get_by_label("发布机关")).to_have_value(AGENCY)
    expect(page.frame_locator("#text iframe").locator("td", has_text="77").first).to_be_visible()
    assert fits(page)
    page.get_by_role("button", name="审核通过并发布").click()
    expect(page.locator("#state .stage")).to_have_text("已发布")
    asked = house.anyone().post("/api/ask", json={"question": QUESTION.replace("2022", str(year))}).json()
    assert asked["figures"][0]["value"] == "77"
    del address


def test_several_files_go_in_at_once_and_what_is_refused_is_named(signed_in: Any) -> None:
    page = signed_in("/desk/reports", "editor", **DESKTOP)
    files = [
        {"name": "一.html", "mimeType": "text/html", "buffer": report_page(AGENCY, 1991)},
        {"name": "程序.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"},
        {"name": "二.html", "mimeType": "text/html", "buffer": report_page(AGENCY, 1992)},
    ]
    page.locator("#files").set_input_files(files)
    expect(page.locator("#uploads")).to_have_text("已上传2份。")
    expect(page.locator("#skipped li")).to_contain_text(["程序.exe"])
    expect(page.locator("#drafts > li", has_text="1991").locator(".stage")).to_have_text("待审核")
    item = page.locator("#drafts > li", has_text="1992")
    item.get_by_role("button", name="删除").click()
    expect(item).to_have_count(0)


def test_files_are_dropped_on_the_page(signed_in: Any) -> None:
    page = signed_in("/desk/reports", "editor", **DESKTOP)
    text = report_page(AGENCY, 1993).decode()
    transfer = page.evaluate_handle(
        "text => { const made = new DataTransfer(); made.items.add(new File([text], '拖.html')); return made; }",
        text,
    )
    page.locator("#drop").dispatch_event("drop", {"dataTransfer": transfer})
    expect(page.locator("#drafts > li", has_text="1993").locator(".stage")).to_have_text("待审核")


def folder(place: Path, year: int) -> Path:
    """Given a place, return a folder there with a report, one in a folder of its own, and two files that are none."""
    top = place / "云溪县"
    (top / "旧年报").mkdir(parents=True)
    (top / "年报.html").write_bytes(report_page(AGENCY, year))
    (top / "旧年报" / "年报.html").write_bytes(report_page(AGENCY, year - 1))
    (top / "旧年报" / "程序.exe").write_bytes(b"MZ")
    (top / ".hidden").write_bytes(b"")
    return top


def sees_every_outcome(page: Page, year: int) -> None:
    """Both reports are read and wait for approval, the program is refused by name, the hidden file left out."""
    expect(page.locator("#uploads")).to_have_text("已上传2份。")
    expect(page.locator("#skipped li")).to_have_count(1)
    expect(page.locator("#skipped li")).to_contain_text("程序.exe")
    for each in (year, year - 1):
        expect(page.locator("#drafts > li", has_text=str(each)).locator(".stage")).to_have_text("待审核")


@SCREENS
def test_a_folder_is_chosen(signed_in: Any, tmp_path: Path, screen: dict[str, Any]) -> None:
    page = signed_in("/desk/reports", "editor", **screen)
    year = 1930 + 2 * (screen["viewport"]["width"] % 30)
    page.locator("#folder").set_input_files(folder(tmp_path, year))
    sees_every_outcome(page, year)
    assert fits(page)


def test_a_folder_is_dropped_from_the_file_manager(signed_in: Any, tmp_path: Path) -> None:
    page = signed_in("/desk/reports", "editor", **DESKTOP)
    box = page.locator("#drop").bounding_box()
    spot = {"x": box["x"] + 20, "y": box["y"] + 20}
    data = {"items": [], "files": [str(folder(tmp_path, 1985))], "dragOperationsMask": 1}
    pointer = page.context.new_cdp_session(page)
    for stage in ("dragEnter", "dragOver", "drop"):
        pointer.send("Input.dispatchDragEvent", {"type": stage, **spot, "data": data})
    sees_every_outcome(page, 1985)


def test_a_report_is_withdrawn_and_restored(signed_in: Any, house: Office) -> None:
    page = signed_in("/desk/reports", "editor", **DESKTOP)
    page.get_by_label("按机关、年度或标题筛选").fill("渔业")
    row = page.locator("#shelf tbody tr")
    expect(row).to_have_count(1)
    question = {"question": QUESTION.replace("档案", "渔业")}
    row.get_by_role("button", name="撤回").click()
    expect(row.locator(".badge")).to_have_text("已撤回")
    assert house.anyone().post("/api/ask", json=question).json()["status"] == "not_held"
    expect(row.get_by_role("button", name="恢复")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row.locator(".badge")).to_have_text("答复中")
    assert house.anyone().post("/api/ask", json=question).json()["status"] == "answered"


@SCREENS
def test_two_years_are_compared_side_by_side(signed_in: Any, screen: dict[str, Any]) -> None:
    page = signed_in("/desk/reports", "reader", **screen)
    page.get_by_label("按机关、年度或标题筛选").fill(f"{AGENCY} 2021")
    page.get_by_role("link", name="比较：").click()
    page.get_by_label("右侧").select_option(label=f"2022年 {AGENCY}2022年政府信息公开工作年度报告")
    page.get_by_role("button", name="比较").click()
    expect(page.locator(".compare .cell del")).to_have_text("12")
    expect(page.locator(".compare .cell ins")).to_have_text("15")
    assert fits(page)

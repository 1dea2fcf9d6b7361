"""Figures in a real browser: found, drawn, taken away and kept."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Route, expect

from tests.web.browsing import DESKTOP, SCREENS, fits
from tests.web.browsing import browser as browser
from tests.web.desk.browsing import AGENCY, open_measure
from tests.web.desk.browsing import address as address
from tests.web.desk.browsing import house as house
from tests.web.desk.browsing import signed_in as signed_in

pytestmark = [pytest.mark.model, pytest.mark.browser]


@SCREENS
def test_a_figure_is_found_by_agency_and_year_and_leads_to_its_cell(
    signed_in: Any, screen: dict[str, Any]
) -> None:
    page = signed_in("/desk/figures", "reader", **screen)
    open_measure(page)
    page.get_by_label("机关", exact=True).fill("渔业")
    expect(page.locator(".pivot tbody th")).to_have_text(["云溪县渔业局"])
    assert fits(page)
    with page.context.expect_page() as opened:
        page.locator(".pivot tbody a").first.click()
    expect(opened.value.locator("td.cited mark")).to_have_text("4")


def test_charts_load_when_asked_for_and_are_saved_as_pictures(signed_in: Any) -> None:
    page = signed_in("/desk/figures", "reader", **DESKTOP)
    loaded: list[str] = []
    page.on("request", lambda sent: loaded.append(sent.url))
    open_measure(page)
    assert not [url for url in loaded if "charts.js" in url]
    page.get_by_role("tab", name="趋势图").click()
    expect(page.locator("svg.chart")).to_contain_text(AGENCY)
    assert [url for url in loaded if "charts.js" in url]
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载图片").click()
    picture = saved.value.path().read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 5_000
    page.get_by_role("tab", name="对比图").click()
    page.get_by_label("对比年度").select_option("2022")
    expect(page.locator("svg.chart")).to_contain_text("渔业局")


def test_what_is_shown_is_what_is_taken_away_and_kept(signed_in: Any) -> None:
    page = signed_in("/desk/figures", "reader", **DESKTOP)
    open_measure(page)
    page.get_by_label("机关", exact=True).fill("渔业")
    with page.expect_download() as saved:
        page.get_by_role("link", name="下载 XLSX").click()
    rows = load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes()))["汇总"]
    assert [row[0].value for row in rows] == ["机关", "云溪县渔业局"]
    page.get_by_role("button", name="保存这次查询").click()
    page.get_by_label("查询名称").fill("渔业登记")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#kept")).to_contain_text("渔业登记")
    page.goto("/desk/figures")
    page.locator("#kept").get_by_role("button", name="渔业登记").first.click()
    expect(page.locator(".pivot tbody th")).to_have_text(["云溪县渔业局"])


def test_two_thousand_agencies_scroll_with_few_rows_in_the_page(signed_in: Any) -> None:
    page = signed_in("/desk/figures", "reader", **DESKTOP)

    def many(route: Route) -> None:
        found = route.fetch().json()
        row = found["rows"][0]
        found["rows"] = [{**row, "issuer": f"第{n:04}号机关"} for n in range(2000)]
        route.fulfill(body=json.dumps(found), content_type="application/json")

    page.route("**/api/desk/pivot?*", many)
    open_measure(page)
    expect(page.locator("#size")).to_contain_text("2000个机关")
    window = page.locator("#window")
    assert page.locator(".pivot tbody tr").count() < 80
    window.evaluate("one => { one.scrollIntoView({ block: 'center' }); one.scrollTop = one.scrollHeight; }")
    expect(page.locator(".pivot tbody th", has_text="第1999号机关")).to_be_in_viewport()
    assert page.locator(".pivot tbody tr").count() < 80
    window.evaluate("one => { one.scrollTop = one.scrollHeight / 2; }")
    expect(page.locator(".pivot tbody th", has_text="第1000号机关")).to_be_in_viewport()

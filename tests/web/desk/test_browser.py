"""The journeys of staff in a real browser: on a desktop and a phone, at 200 % zoom, by keyboard, in both themes."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, Route, expect

from index.embedder import Embedder
from index.store import Store
from tests.conftest import SAMPLE
from tests.web.desk.conftest import PASSWORD, Office, office, published
from tests.web.desk.made import page as report_page
from tests.web.test_browser import DESKTOP, PHONE, SCREENS, THEMES, fits, violations
from tests.web.test_browser import browser as browser
from tests.web.test_hostile import PAYLOADS

pytestmark = [pytest.mark.model, pytest.mark.browser]
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
    server = uvicorn.Server(uvicorn.Config(house.app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def signed_in(browser: Browser, house: Office, address: str) -> Iterator[Any]:
    """A function that opens a page of the desk for a role; what the page complains of fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(path: str, role: str = "admin", **options: Any) -> Page:
        context = browser.new_context(
            **{"locale": "zh-CN", "reduced_motion": "reduce", "base_url": address, **options}
        )
        contexts.append(context)
        if role:
            person = next(one for one in house.desk.accounts.people() if one.name == role)
            context.add_cookies(
                [{"name": "desk", "value": house.desk.accounts.sign_in(person), "url": address}]
            )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda sent: (
                None if address in sent.url or sent.url.startswith("blob:") else complaints.append(sent.url)
            ),
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


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


def test_a_report_is_withdrawn_and_restored(signed_in: Any, house: Office) -> None:
    page = signed_in("/desk/reports", "editor", **DESKTOP)
    page.get_by_label("按机关、年度或标题筛选").fill("渔业")
    row = page.locator("#shelf tbody tr")
    expect(row).to_have_count(1)
    question = {"question": QUESTION.replace("档案", "渔业")}
    row.get_by_role("button", name="撤回").click()
    expect(row.locator(".badge")).to_have_text("已撤回")
    assert house.anyone().post("/api/ask", json=question).json()["status"] == "not_held"
    row.get_by_role("button", name="恢复").click()
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


def open_measure(page: Page) -> None:
    page.get_by_label("指标", exact=True).fill("车辆登记 办理数")
    page.get_by_role("button", name="查找").click()
    page.locator("#measures button", has_text="车辆登记 · 本年办理数").click()
    expect(page.locator(".pivot tbody th")).not_to_have_count(0)


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


def test_the_questions_are_seen_taught_and_tried(signed_in: Any) -> None:
    page = signed_in("/desk/questions", "editor", **DESKTOP)
    expect(page.locator("#groups")).to_contain_text("未收录年报")
    page.locator("#groups").get_by_role("button", name="教授同义说法").first.click()
    page.get_by_label("群众的说法").fill("铁骑落户")
    page.get_by_label("年报的说法").fill("车辆登记")
    page.get_by_role("button", name="保存").click()
    expect(page.locator("#lessons")).to_contain_text("铁骑落户")
    page.locator("#asked").get_by_role("button", name=f"加入评测：{QUESTION}").click()
    page.get_by_label("正确数值").fill("15")
    page.get_by_role("button", name="保存").click()
    expect(page.locator("#items")).to_contain_text(QUESTION)
    page.get_by_role("button", name="运行评测").click()
    expect(page.locator("#scores tbody tr").first).to_contain_text("1")
    expect(page.locator("#items tbody")).to_contain_text("答对")


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


def test_a_wrong_password_is_said_beside_the_form(signed_in: Any) -> None:
    page = signed_in("/desk/sign-in", "", **PHONE)
    page.get_by_label("用户名").fill("nobody")
    page.get_by_label("密码").fill("nothing-at-all")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("alert")).to_have_text("用户名或密码不正确，请核对后重试。")
    expect(page.get_by_label("密码")).to_be_focused()


def test_people_are_added_and_what_they_do_is_logged(signed_in: Any) -> None:
    page = signed_in("/desk/people", **DESKTOP)
    page.locator("#add").get_by_label("用户名").fill("赵试用")
    page.locator("#add").get_by_label("密码").fill("试试用用的口令-12")
    page.get_by_role("button", name="新增用户").click()
    expect(page.locator("#people tr", has_text="赵试用")).to_contain_text("在用")
    expect(page.locator("#audit tr").first).to_contain_text("新增用户")
    page.locator("#people tr", has_text="赵试用").get_by_role("button", name="停用").click()
    expect(page.locator("#people tr", has_text="赵试用")).to_contain_text("已停用")


def test_hostile_words_of_a_report_are_shown_as_words(signed_in: Any, house: Office) -> None:
    editor = house.signed_in("editor")
    cells = "".join(f"<tr><td>{escape(payload)}</td><td>{n}</td></tr>" for n, payload in enumerate(PAYLOADS))
    table = f"<table><tr><th>项目</th><th>恶意数</th></tr>{cells}</table>"
    text = "".join(f"<p>{escape(payload)}</p>" for payload in PAYLOADS)
    content = report_page(AGENCY, 1980, text=text + table)
    draft = editor.post("/api/desk/drafts?name=x.html", content=content).json()["id"]
    house.desk.wait()
    hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    given = {
        "title": hostile,
        "issuer": hostile,
        "kind": hostile,
        "url": "javascript:alert(1)",
        "region": hostile,
    }
    assert editor.patch(f"/api/desk/drafts/{draft}", json=given).json()["recognised"]["title"] == hostile
    page = signed_in(f"/desk/drafts/{draft}", **DESKTOP)
    expect(page.get_by_label("标题")).to_have_value(hostile)
    assert injected(page) == 0
    editor.post(f"/api/desk/drafts/{draft}/publish")
    house.desk.wait()
    report = next(
        one["id"] for one in editor.get("/api/desk/reports").json()["reports"] if one["title"] == hostile
    )
    other = next(
        one["id"] for one in editor.get("/api/desk/reports").json()["reports"] if one["title"] != hostile
    )
    for path, ready in {
        "/desk/reports": "#shelf",
        f"/desk/compare?left={other}&right={report}": ".compare",
        "/desk/figures": "#measures button",
        "/desk/people": "#audit",
    }.items():
        page.goto(path)
        expect(page.locator(ready).first).to_be_visible()
        if path != "/desk/figures":
            expect(page.locator(ready)).to_contain_text("<img src=x onerror=alert(1)>")
        assert injected(page) == 0, path
    page.goto("/desk/figures")
    page.get_by_label("指标", exact=True).fill("恶意数")
    page.get_by_role("button", name="查找").click()
    page.locator("#measures button", has_text="恶意数").first.click()
    expect(page.locator(".pivot tbody th")).to_have_text([hostile])
    page.get_by_role("tab", name="对比图").click()
    expect(page.locator("svg.chart")).to_be_visible()
    assert injected(page) == 0
    editor.post(f"/api/desk/reports/{report}/withdraw")


def test_hostile_questions_are_shown_as_words(signed_in: Any, house: Office) -> None:
    editor, citizen = house.signed_in("editor"), house.anyone()
    answers = [citizen.post("/api/ask", json={"question": payload}) for payload in PAYLOADS]
    assert {answer.status_code for answer in answers} == {200}
    hostile = "<img src=x onerror=alert(1)>"
    given = {"answer": answers[0].json()["id"], "thumb": "down", "correction": hostile}
    assert citizen.post("/api/feedback", json=given).status_code == 200
    item = editor.post("/api/desk/evaluation/items", json={"question": hostile}).json()["id"]
    taught = editor.post("/api/desk/lessons/synonym", json={"said": hostile, "means": "车辆登记"}).json()
    page = signed_in("/desk/questions", "editor", **DESKTOP)
    for place in ("#groups", "#asked", "#lessons", "#items tbody"):
        expect(page.locator(place)).to_contain_text(hostile)
    shown = page.locator("#asked").text_content() or ""
    asked = [one["question"] for one in editor.get("/api/desk/questions").json()["questions"]]
    assert set(asked) >= {payload.strip() for payload in PAYLOADS}
    assert [question for question in asked if question not in shown] == []
    assert injected(page) == 0
    page.locator("#asked").get_by_role("button", name=f"加入评测：{hostile}").first.click()
    expect(page.locator("#fields input[name=question]")).to_have_value(hostile)
    assert injected(page) == 0
    editor.delete(f"/api/desk/evaluation/items/{item}")
    editor.delete(f"/api/desk/lessons/{taught['id']}")


def injected(page: Page) -> int:
    """How many elements and attributes there are, in the page and what it frames, that no template has."""
    found = "img[src=x], script:not([src^='/static/']), [onerror], [onload], [onfocus], a[href^='javascript:'], base, object"
    return sum(frame.locator(found).count() for frame in page.frames)


@THEMES
@SCREENS
def test_axe_finds_nothing(signed_in: Any, house: Office, screen: dict[str, Any], theme: str) -> None:
    options = {**screen, "color_scheme": theme, "bypass_csp": True}
    assert violations(signed_in("/desk/sign-in", "", **options)) == []
    editor = house.signed_in("editor")
    draft = editor.post("/api/desk/drafts?name=a.txt", content=SAMPLE.read_bytes()).json()["id"]
    house.desk.wait()
    held = [one["id"] for one in editor.get("/api/desk/reports").json()["reports"][:2]]
    pages = {
        "/desk/reports": "#shelf tbody tr",
        f"/desk/drafts/{draft}": "#found dt",
        f"/desk/compare?left={held[0]}&right={held[1]}": ".compare tbody",
        "/desk/questions": "#asked tr",
        "/desk/people": "#audit tr",
        "/desk/account": "#password",
        "/desk/figures": "#measures button",
    }
    page = signed_in("/desk", **options)
    for path, ready in pages.items():
        page.goto(path)
        expect(page.locator(ready).first).to_be_visible()
        assert violations(page) == [], path
        assert fits(page), path
    open_measure(page)
    for name in ("表格", "趋势图", "对比图"):
        page.get_by_role("tab", name=name).click()
        assert violations(page) == [], name
        assert fits(page), name
    editor.delete(f"/api/desk/drafts/{draft}")

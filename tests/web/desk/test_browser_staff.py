"""Questions, people and hostile reports in a real browser, and axe over every page of the desk."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import SAMPLE
from tests.web.browsing import DESKTOP, PHONE, SCREENS, THEMES, fits, violations
from tests.web.browsing import browser as browser
from tests.web.desk.browsing import AGENCY, QUESTION, open_measure
from tests.web.desk.browsing import address as address
from tests.web.desk.browsing import house as house
from tests.web.desk.browsing import signed_in as signed_in
from tests.web.desk.conftest import Office
from tests.web.desk.made import page as report_page
from tests.web.test_hostile import PAYLOADS

pytestmark = [pytest.mark.model, pytest.mark.browser]


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

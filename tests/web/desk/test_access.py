"""Who may do what: every endpoint by role, sessions, proof that one's own page asks, and failed sign-ins."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from index.accounts import AccountError, Accounts
from index.attempts import Attempts
from index.catalogue import Catalogue, sqlite
from index.desk_schema import PersonRow, SessionRow
from index.embedder import Embedder
from index.store import Store
from tests.web.desk.conftest import PASSWORD, ROLES, Office, office

pytestmark = pytest.mark.model

# Every endpoint with the least role that may use it, and a body where it needs one.
ENDPOINTS = [
    ("GET", "/session", "reader", None),
    ("POST", "/password", "reader", {"old": "wrong-old-one", "new": "anything-else-1"}),
    ("GET", "/people", "admin", None),
    ("POST", "/people", "admin", {"name": "admin", "password": PASSWORD, "role": "reader"}),
    ("PATCH", "/people/nobody", "admin", {"role": "reader"}),
    ("GET", "/audit", "admin", None),
    ("GET", "/reports", "reader", None),
    ("POST", "/drafts?name=a.txt", "editor", None),
    ("GET", "/drafts", "editor", None),
    ("GET", "/drafts/none", "editor", None),
    ("PATCH", "/drafts/none", "editor", {"year": 2019}),
    ("POST", "/drafts/none/retry", "editor", None),
    ("POST", "/drafts/none/publish", "editor", None),
    ("DELETE", "/drafts/none", "editor", None),
    ("POST", "/reports/none/withdraw", "editor", None),
    ("POST", "/reports/none/restore", "editor", None),
    ("POST", "/reports/none/reopen", "editor", None),
    ("GET", "/reports/none/versions", "reader", None),
    ("GET", "/compare?left=none&right=none", "reader", None),
    ("GET", "/measures", "reader", None),
    ("GET", "/pivot?key=none", "reader", None),
    ("GET", "/export?key=none", "reader", None),
    ("GET", "/searches", "reader", None),
    ("POST", "/searches", "reader", {"name": "一", "query": "key=x"}),
    ("DELETE", "/searches/0", "reader", None),
    ("GET", "/questions", "editor", None),
    ("GET", "/unanswered", "editor", None),
    ("GET", "/lessons", "editor", None),
    ("POST", "/lessons/synonym", "editor", {"said": "x", "means": "x"}),
    ("POST", "/lessons/pin", "editor", {"question": "x", "spot": "x"}),
    ("DELETE", "/lessons/none", "editor", None),
    ("GET", "/evaluation", "editor", None),
    ("GET", "/evaluation.jsonl", "editor", None),
    ("POST", "/evaluation/items", "editor", {"question": "2019年办理来信多少件？"}),
    ("DELETE", "/evaluation/items/0", "editor", None),
    ("POST", "/evaluation/runs", "editor", None),
    ("DELETE", "/session", "reader", None),
]  # fmt: skip
CHANGES = [one for one in ENDPOINTS if one[0] != "GET"]
PAGES = {
    "/desk/reports": "reader", "/desk/figures": "reader", "/desk/compare": "reader", "/desk/account": "reader",
    "/desk/drafts/none": "editor", "/desk/questions": "editor", "/desk/people": "admin",
}  # fmt: skip


@pytest.fixture(scope="module")
def house(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(Store(tmp_path_factory.mktemp("desk"), embedder=embedder))


def test_the_matrix_has_every_endpoint(house: Office) -> None:
    documented = house.anyone().get("/openapi.json").json()["paths"]
    desk = {
        (method.upper(), re.sub(r"\{\w+\}", "*", path.removeprefix("/api/desk")))
        for path, methods in documented.items()
        for method in methods
        if path.startswith("/api/desk")
    }
    listed = {
        (method, re.sub(r"/(none|nobody|0)(?=/|$)", "/*", path.split("?")[0]))
        for method, path, *_ in ENDPOINTS
    }
    assert desk == listed | {("POST", "/session")}


@pytest.mark.parametrize(("method", "path", "least", "body"), ENDPOINTS, ids=lambda value: str(value))
def test_an_endpoint_is_for_its_role_and_higher_ones(
    house: Office, method: str, path: str, least: str, body: dict[str, str] | None
) -> None:
    assert house.anyone().request(method, f"/api/desk{path}", json=body).status_code == 401
    for role in ROLES:
        answer = house.signed_in(role).request(method, f"/api/desk{path}", json=body)
        allowed = ROLES.index(role) >= ROLES.index(least)
        refused = answer.status_code == 403 and "权限" in answer.json()["detail"]
        assert refused is not allowed, (role, answer.status_code, answer.text)
        assert answer.status_code not in (401, 500)


@pytest.mark.parametrize(("method", "path", "least", "body"), CHANGES, ids=lambda value: str(value))
def test_a_change_needs_the_pages_own_token(
    house: Office, method: str, path: str, least: str, body: dict[str, str] | None
) -> None:
    del least
    client, other = house.signed_in("admin"), house.signed_in("editor")
    for token in ("", "x", other.headers["X-CSRF-Token"]):
        client.headers["X-CSRF-Token"] = token
        answer = client.request(method, f"/api/desk{path}", json=body)
        assert answer.status_code == 403
        assert answer.json()["detail"] == "页面已过期，请刷新后重试。"
    assert client.get("/api/desk/session").status_code == 200


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_another_sites_page_can_neither_sign_in_nor_change(house: Office, headers: dict[str, str]) -> None:
    given = {"name": "admin", "password": PASSWORD}
    assert house.anyone().post("/api/desk/session", json=given, headers=headers).status_code == 403
    assert house.signed_in("admin").delete("/api/desk/session", headers=headers).status_code == 403


@pytest.mark.parametrize(("path", "least"), PAGES.items())
def test_a_page_is_for_its_role_and_higher_ones(house: Office, path: str, least: str) -> None:
    answer = house.anyone().get(path, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/sign-in")
    for role in ROLES:
        allowed = ROLES.index(role) >= ROLES.index(least)
        assert house.signed_in(role).get(path).status_code == (200 if allowed else 403)


def test_an_anonymous_visitor_asks_and_reads_and_no_more(house: Office) -> None:
    visitor = house.anyone()
    assert visitor.post("/api/ask", json={"question": "2019年办理来信多少件？"}).status_code == 200
    assert visitor.get("/reports").status_code == 200
    assert visitor.get("/desk/drafts/none/text").status_code == 404


def test_the_cookie_is_out_of_scripts_reach_and_the_table_opens_no_door(house: Office) -> None:
    client = house.anyone()
    given = {"name": "reader", "password": PASSWORD}
    cookie = client.post("/api/desk/session", json=given).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    safely = TestClient(house.app, base_url="https://testserver")
    assert "Secure" in safely.post("/api/desk/session", json=given).headers["set-cookie"]
    with house.desk.catalogue.read() as session:
        tokens = set(session.scalars(select(SessionRow.token)))
        passwords = set(session.scalars(select(PersonRow.password)))
    assert client.cookies["desk"] not in tokens
    assert all(password.startswith("$argon2id$") for password in passwords)


def test_what_the_desk_says_is_kept_by_no_cache_and_framed_by_no_other_site(house: Office) -> None:
    client = office_client = house.signed_in("reader")
    for path in ("/desk/reports", "/api/desk/reports"):
        headers = office_client.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["content-security-policy"].endswith("frame-ancestors 'self'")
    assert client.get("/static/desk/desk.css").headers["content-type"].startswith("text/css")


def test_a_session_ends_by_signing_out_by_time_and_by_a_new_password(opened: Callable[..., Office]) -> None:
    house = opened()
    client = house.signed_in("reader")
    token = client.cookies["desk"]
    assert client.delete("/api/desk/session").status_code == 200
    client.cookies.set("desk", token)
    assert client.get("/api/desk/session").status_code == 401
    late = house.signed_in("reader")
    with house.desk.catalogue.begin() as session:
        session.execute(update(SessionRow).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert late.get("/api/desk/session").status_code == 401
    first, second = house.signed_in("editor"), house.signed_in("editor")
    changed = second.post("/api/desk/password", json={"old": PASSWORD, "new": "另外的一段长口令-82"})
    assert changed.status_code == 200
    assert first.get("/api/desk/session").status_code == 401
    assert second.get("/api/desk/session").status_code == 200


def test_whoever_is_deactivated_is_out_at_once_and_the_last_admin_stays(
    opened: Callable[..., Office],
) -> None:
    house = opened()
    admin, reader = house.signed_in("admin"), house.signed_in("reader")
    assert admin.patch("/api/desk/people/reader", json={"active": False}).json()["active"] is False
    assert reader.get("/api/desk/session").status_code == 401
    given = {"name": "reader", "password": PASSWORD}
    assert house.anyone().post("/api/desk/session", json=given).status_code == 401
    assert admin.patch("/api/desk/people/admin", json={"role": "reader"}).status_code == 409
    assert admin.get("/api/desk/people").status_code == 200


def test_repeated_failures_must_wait_even_with_the_right_password(opened: Callable[..., Office]) -> None:
    house = opened()
    visitor = house.anyone()
    wrong = {"name": "Reader ", "password": "not-the-password"}
    assert [visitor.post("/api/desk/session", json=wrong).status_code for _ in range(5)] == [401] * 5
    answer = visitor.post("/api/desk/session", json={"name": "reader", "password": PASSWORD})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 15
    assert house.signed_in("editor").get("/api/desk/session").status_code == 200


def test_the_wait_grows_and_is_forgotten(tmp_path: Path) -> None:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    attempts = Attempts(Catalogue(sqlite(tmp_path / "c.sqlite")), lambda: now)
    waits = []
    for _ in range(12):
        attempts.failed("甲", "10.0.0.1")
        waits.append(attempts.wait("甲", "10.0.0.1"))
    assert waits == [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900]
    assert attempts.wait("甲", "10.0.0.2") == 0  # a stranger cannot lock the owner out with a few tries
    assert attempts.wait("乙", "10.0.0.1") == 0
    now += timedelta(minutes=15)
    assert attempts.wait("甲", "10.0.0.1") == 0
    attempts.succeeded("甲", "10.0.0.1")
    attempts.failed("甲", "10.0.0.1")
    assert attempts.wait("甲", "10.0.0.1") == 0


@pytest.mark.parametrize(
    ("name", "password", "role", "code"),
    [
        ("甲", "short", "reader", "password"),
        ("甲", "aaaaaaaaaaaaaa", "reader", "password"),
        ("zhangsan", "zhangsan-2026", "reader", "password"),
        ("  ", "long-enough-55", "reader", "name"),
        ("甲\x00乙", "long-enough-55", "reader", "name"),
        ("甲", "long-enough-55", "owner", "role"),
        ("ＡＤＭＩＮ", "long-enough-55", "reader", "taken"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    tmp_path: Path, name: str, password: str, role: str, code: str
) -> None:
    accounts = Accounts(Catalogue(sqlite(tmp_path / "c.sqlite")))
    accounts.add("admin", "long-enough-55", "admin")
    with pytest.raises(AccountError) as caught:
        accounts.add(name, password, role)
    assert caught.value.code == code
    assert [person.name for person in accounts.people()] == ["admin"]


def test_every_change_is_in_the_log_and_no_password(opened: Callable[..., Office]) -> None:
    house = opened()
    admin = house.signed_in("admin")
    admin.post("/api/desk/people", json={"name": "新人", "password": "某一段口令口令-55", "role": "reader"})
    admin.patch("/api/desk/people/新人", json={"role": "editor", "password": "另一段口令口令-66"})
    log = admin.get("/api/desk/audit").text
    entries = admin.get("/api/desk/audit").json()["entries"]
    assert [(one["action"], one["subject"]) for one in entries[:2]] == [
        ("person.change", "新人"),
        ("person.add", "新人"),
    ]
    assert entries[0]["detail"]["role"] == "editor"
    assert "口令口令" not in log
    assert (
        admin.get(f"/api/desk/audit?before={entries[1]['id']}&most=1").json()["entries"][0]["action"]
        == "session.start"
    )


def test_one_address_may_ask_so_often_and_no_more(opened: Callable[..., Office]) -> None:
    visitor = opened(asks_per_minute=3).anyone()
    answers = [visitor.post("/api/ask", json={"question": "2019年办理来信多少件？"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[3].headers["retry-after"]) >= 1
    assert "请" in answers[3].json()["detail"]
    assert visitor.get("/api/reports").status_code == 200

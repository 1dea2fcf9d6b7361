"""A desk over an index of its own, with a person of each role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answer import Assistant
from assistant.taught.store import Teaching
from index.embedder import Embedder
from index.store import Store
from web.app import create
from web.desk.desk import Desk

PASSWORD = "相当长的一段口令-7391"
ROLES = ("reader", "editor", "admin")


@dataclass(frozen=True)
class Office:
    """A desk with its application; `signed_in(role)` is a client with that role's session and its token."""

    app: FastAPI
    desk: Desk

    def anyone(self) -> TestClient:
        return TestClient(self.app)

    def signed_in(self, role: str) -> TestClient:
        client = self.anyone()
        answer = client.post("/api/desk/session", json={"name": role, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        client.headers["X-CSRF-Token"] = answer.json()["csrf"]
        return client


def office(store: Store, megabytes: int = 1, **options: Any) -> Office:
    """Given a store, return an office over it with a person of each role, named by it."""
    assistant = Assistant(store.searcher, journal=store.journal, teaching=Teaching(store.lessons))
    desk = Desk(store, megabytes=megabytes)
    for role in ROLES:
        desk.accounts.add(role, PASSWORD, role)
    return Office(create(assistant, store.searcher, journal=store.journal, desk=desk, **options), desk)


@pytest.fixture
def opened(embedder: Embedder, tmp_path: Path) -> Callable[..., Office]:
    """Opens an office over an empty index."""
    return lambda **options: office(Store(tmp_path / "data", embedder=embedder), **options)


def uploaded(
    client: TestClient, desk: Desk, content: bytes, name: str = "report.html", **given: Any
) -> dict[str, Any]:
    """Upload a file and return its draft once it was read."""
    answer = client.post("/api/desk/drafts", params={"name": name, **given}, content=content)
    assert answer.status_code == 202, answer.text
    desk.wait()
    draft: dict[str, Any] = client.get(f"/api/desk/drafts/{answer.json()['id']}").json()
    return draft


def published(client: TestClient, desk: Desk, content: bytes, name: str = "report.html") -> str:
    """Upload and publish a file, and return its report's id."""
    draft = uploaded(client, desk, content, name)
    assert draft["stage"] == "ready", draft
    assert client.post(f"/api/desk/drafts/{draft['id']}/publish").status_code == 202
    desk.wait()
    assert client.get(f"/api/desk/drafts/{draft['id']}").json()["stage"] == "published"
    report: str = draft["recognised"]["report"]
    return report

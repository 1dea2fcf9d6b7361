"""Feedback over HTTP: kept for an answer that was given, refused politely otherwise."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from index.store import Store

pytestmark = pytest.mark.model


def _answer(client: TestClient) -> str:
    answer: str = client.post("/api/ask", json={"question": "2019年共受理了多少件投诉举报？"}).json()["id"]
    return answer


def test_a_thumb_and_a_correction_are_kept_without_personal_data(
    client: TestClient, sample_store: Store
) -> None:
    answer = _answer(client)
    body = {"answer": answer, "thumb": "down", "correction": " 应为397件，请回电13800138000 "}
    response = client.post("/api/feedback", json=body)
    assert (response.status_code, response.json()) == (200, {"status": "kept"})
    noted = sample_store.journal.entry(answer)
    assert (noted.channel, noted.thumb, noted.correction) == ("web", "down", "应为397件，请回电〔电话〕")


def test_a_thumb_can_be_taken_back(client: TestClient, sample_store: Store) -> None:
    answer = _answer(client)
    client.post("/api/feedback", json={"answer": answer, "thumb": "up"})
    client.post("/api/feedback", json={"answer": answer, "thumb": None, "correction": ""})
    assert sample_store.journal.entry(answer).thumb is None


def test_an_answer_that_was_not_given_is_not_found(client: TestClient) -> None:
    assert client.post("/api/feedback", json={"answer": "guessed", "thumb": "up"}).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"answer": "a", "thumb": "sideways"},
        {"answer": "a", "correction": "长" * 1001},
        {"answer": "a" * 201},
        {"answer": "a", "thumb": "up", "more": 1},
    ],
)
def test_what_is_no_feedback_is_refused(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/api/feedback", json=body).status_code == 422

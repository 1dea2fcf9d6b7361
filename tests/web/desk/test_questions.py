"""Questions at the desk: what was asked in vain, teaching that holds at once, and the evaluation."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from assistant.staff.evaluate import read_items
from tests.web.desk.conftest import Office, published
from tests.web.desk.made import page

pytestmark = pytest.mark.model
AGENCY = "云溪县档案局"
RIGHT = f"{AGENCY}2022年车辆登记的本年办理数是多少？"
STRANGE = f"{AGENCY}2022年铁骑落户的本年办理数是多少？"


@pytest.fixture
def house(opened: Callable[..., Office]) -> Office:
    made = opened()
    published(made.signed_in("editor"), made.desk, page(AGENCY, 2022))
    return made


def ask(client: TestClient, question: str) -> dict[str, object]:
    answer: dict[str, object] = client.post("/api/ask", json={"question": question}).json()
    return answer


def test_what_is_asked_is_seen_with_its_sources_and_what_is_asked_in_vain_by_groups(house: Office) -> None:
    editor, citizen = house.signed_in("editor"), house.anyone()
    ask(citizen, RIGHT)
    for _ in range(2):
        ask(citizen, RIGHT.replace("2022", "2015"))
    found = editor.get("/api/desk/questions").json()["questions"]
    assert [one["question"] for one in found] == [RIGHT.replace("2022", "2015")] * 2 + [RIGHT]
    assert editor.get(found[2]["sources"][0]).text.count("<mark") == 1
    (group,) = editor.get("/api/desk/unanswered").json()["groups"]
    assert (group["status"], group["count"]) == ("not_held", 2)
    assert len(editor.get("/api/desk/questions?show=unanswered").json()["questions"]) == 2


def test_what_is_marked_wrong_is_seen(house: Office) -> None:
    editor, citizen = house.signed_in("editor"), house.anyone()
    given = {"answer": ask(citizen, RIGHT)["id"], "thumb": "down", "correction": "应为13"}
    assert citizen.post("/api/feedback", json=given).status_code == 200
    (found,) = editor.get("/api/desk/questions?show=disputed").json()["questions"]
    assert (found["thumb"], found["correction"]) == ("down", "应为13")
    (group,) = editor.get("/api/desk/unanswered").json()["groups"]
    assert (group["status"], group["corrections"]) == ("disputed", ["应为13"])


def test_personal_data_in_a_question_is_not_shown(house: Office) -> None:
    ask(house.anyone(), "我的电话是13812345678，2022年车辆登记多少件？")
    assert "13812345678" not in house.signed_in("editor").get("/api/desk/questions").text


def test_a_synonym_holds_from_the_next_question_until_it_is_dropped(house: Office) -> None:
    editor, citizen = house.signed_in("editor"), house.anyone()
    assert ask(citizen, STRANGE)["status"] != "answered"
    taught = editor.post("/api/desk/lessons/synonym", json={"said": "铁骑落户", "means": "车辆登记"})
    assert taught.status_code == 201
    answer = ask(citizen, STRANGE)
    assert (answer["status"], answer["figures"][0]["value"]) == ("answered", "12")  # type: ignore[index]
    (lesson,) = editor.get("/api/desk/lessons").json()["lessons"]
    assert (lesson["text"], lesson["means"]) == ("铁骑落户", "车辆登记")
    editor.delete(f"/api/desk/lessons/{lesson['id']}")
    assert ask(citizen, STRANGE)["status"] != "answered"


def test_a_cell_is_pinned_by_its_address_and_only_within_its_scope(house: Office) -> None:
    editor, citizen = house.signed_in("editor"), house.anyone()
    address = ask(citizen, RIGHT)["citations"][0]["url"]  # type: ignore[index]
    question = f"{AGENCY}2022年铁骑落户多少？"
    assert (
        editor.post("/api/desk/lessons/pin", json={"question": question, "spot": "nowhere"}).status_code
        == 422
    )
    taught = editor.post("/api/desk/lessons/pin", json={"question": question, "spot": address})
    assert taught.status_code == 201, taught.text
    assert (taught.json()["issuer"], taught.json()["year"]) == (AGENCY, 2022)
    answer = ask(citizen, question)
    assert answer["figures"][0]["value"] == "12"  # type: ignore[index]
    assert ask(citizen, question.replace("2022", "2021"))["status"] != "answered"


def test_the_evaluation_runs_beside_the_last_one(
    house: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    editor = house.signed_in("editor")
    assert editor.post("/api/desk/evaluation/runs").status_code == 409
    for body in (
        {"question": RIGHT, "value": "12"},
        {"question": STRANGE, "value": "12"},
        {"question": RIGHT.replace("2022", "2015")},
    ):
        assert editor.post("/api/desk/evaluation/items", json=body).status_code == 201
    asked = len(editor.get("/api/desk/questions").json()["questions"])
    for lesson in (False, True):
        if lesson:
            editor.post("/api/desk/lessons/synonym", json={"said": "铁骑落户", "means": "车辆登记"})
        assert editor.post("/api/desk/evaluation/runs").status_code == 202
        house.desk.wait()
    now, before = editor.get("/api/desk/evaluation").json()["runs"]
    assert [before["summary"][name] for name in ("right", "wrong", "abstained", "refused")] == [1, 0, 1, 1]
    assert [now["summary"][name] for name in ("right", "wrong", "abstained", "refused")] == [2, 0, 0, 1]
    assert len(editor.get("/api/desk/questions").json()["questions"]) == asked  # a run is nobody's question
    file = tmp_path_factory.mktemp("suite") / "questions.jsonl"
    file.write_bytes(editor.get("/api/desk/evaluation.jsonl").content)
    assert [item.question for item in read_items(file)] == [RIGHT, STRANGE, RIGHT.replace("2022", "2015")]
    assert json.loads(file.read_text("utf-8").splitlines()[2])["expect"] == {"status": "not_found"}

"""Reports at the desk: what is uploaded is looked at first, and what is withdrawn answers no more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedder import Embedder
from index.store import Store
from tests.conftest import SAMPLE
from tests.web.desk.conftest import Office, office, published, uploaded
from tests.web.desk.made import page

pytestmark = pytest.mark.model
AGENCY = "云溪县档案局"
QUESTION = "云溪县档案局2022年车辆登记的本年办理数是多少？"


@pytest.fixture(scope="module")
def house(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(Store(tmp_path_factory.mktemp("desk"), embedder=embedder))


def answer(client: TestClient, question: str = QUESTION) -> tuple[str, str | None]:
    """The status of an answer, and its first figure's value."""
    said = client.post("/api/ask", json={"question": question}).json()
    return said["status"], said["figures"][0]["value"] if said["figures"] else None


def test_a_draft_answers_nobody_before_it_is_published(opened: Callable[..., Office]) -> None:
    house = opened()
    editor, citizen = house.signed_in("editor"), house.anyone()
    draft = uploaded(editor, house.desk, page(AGENCY, 2022))
    found = draft["recognised"]
    assert draft["stage"] == "ready"
    assert (found["issuer"], found["year"], found["tables"], found["replaces"]) == (AGENCY, 2022, 1, None)
    assert found["figures"] == 3  # two cells and a sentence
    assert answer(citizen)[0] == "not_held"
    assert citizen.get("/api/reports").json()["reports"] == []
    assert citizen.get(f"/reports/{found['report']}").status_code == 404
    assert editor.get(f"/desk/drafts/{draft['id']}/text").status_code == 200
    assert editor.post(f"/api/desk/drafts/{draft['id']}/publish").status_code == 202
    house.desk.wait()
    assert answer(citizen) == ("answered", "12")
    assert editor.post(f"/api/desk/drafts/{draft['id']}/publish").status_code == 409


def test_what_is_withdrawn_answers_no_more_until_it_is_restored(opened: Callable[..., Office]) -> None:
    house = opened()
    editor, citizen = house.signed_in("editor"), house.anyone()
    report = published(editor, house.desk, page(AGENCY, 2022))
    assert answer(citizen) == ("answered", "12")
    assert editor.post(f"/api/desk/reports/{report}/withdraw").json()["withdrawn"] is True
    assert answer(citizen)[0] == "not_held"
    assert citizen.get(f"/reports/{report}").status_code == 404
    assert citizen.get("/api/reports").json()["reports"] == []
    assert editor.get("/api/desk/measures?text=车辆登记").json()["measures"] == []
    assert editor.post(f"/api/desk/reports/{report}/withdraw").status_code == 409
    assert editor.post(f"/api/desk/reports/{report}/restore").json()["withdrawn"] is False
    assert answer(citizen) == ("answered", "12")


def test_the_command_lines_ingestion_publishes_at_once_but_restores_nothing(
    opened: Callable[..., Office], tmp_path: Path
) -> None:
    house = opened()
    file = tmp_path / "report.html"
    file.write_bytes(page(AGENCY, 2022))
    (outcome,) = house.desk.store.ingestion.ingest([file])
    assert answer(house.anyone()) == ("answered", "12")
    house.signed_in("editor").post(f"/api/desk/reports/{outcome.report}/withdraw")
    file.write_bytes(page(AGENCY, 2022, one=13))
    for _ in range(2):
        (again,) = house.desk.store.ingestion.ingest([file])
        assert again.status == "unchanged"
        assert "withdrawn" in again.message
    assert answer(house.anyone())[0] == "not_held"


def test_a_new_version_replaces_the_old_one_which_stays_to_compare(opened: Callable[..., Office]) -> None:
    house = opened()
    editor, citizen = house.signed_in("editor"), house.anyone()
    report = published(editor, house.desk, page(AGENCY, 2022, text="秩序良好。"))
    draft = uploaded(editor, house.desk, page(AGENCY, 2022, one=15, text="秩序很好。"), "new.html")
    assert draft["recognised"]["report"] == report
    assert AGENCY in draft["recognised"]["replaces"]
    assert answer(citizen) == ("answered", "12")
    editor.post(f"/api/desk/drafts/{draft['id']}/publish")
    house.desk.wait()
    assert answer(citizen) == ("answered", "15")
    (version,) = editor.get(f"/api/desk/reports/{report}/versions").json()["versions"]
    found = editor.get("/api/desk/compare", params={"left": version["ref"], "right": report}).json()
    blocks = [block for part in found["parts"] for block in part["blocks"]]
    (table,) = [block for block in blocks if block["kind"] == "table"]
    assert [(cell["left"], cell["right"], cell["change"]) for cell in table["cells"]] == [
        ("12", "15", "changed")
    ]
    assert table["same"] == 1
    (text,) = [block for block in blocks if block["kind"] == "text" and block["change"] == "changed"]
    marked = [[run["text"] for run in text[side] if run["marked"]] for side in ("left", "right")]
    assert marked == [["2", "良"], ["5", "很"]]


def test_metadata_is_corrected_before_and_after_publication(opened: Callable[..., Office]) -> None:
    house = opened()
    editor, citizen = house.signed_in("editor"), house.anyone()
    draft = uploaded(editor, house.desk, page(AGENCY, 2021))
    path = f"/api/desk/drafts/{draft['id']}"
    assert (
        editor.patch(path, json={"year": 2022, "url": "https://www.example.cn/a"}).json()["recognised"][
            "year"
        ]
        == 2022
    )
    editor.post(f"{path}/publish")
    house.desk.wait()
    assert answer(citizen) == ("answered", "12")
    (before,) = citizen.get("/api/reports").json()["reports"]
    assert before["url"] == "https://www.example.cn/a"
    again = editor.post(f"/api/desk/reports/{before['id']}/reopen").json()
    editor.patch(f"/api/desk/drafts/{again['id']}", json={"year": 2023})
    assert answer(citizen) == ("answered", "12")
    editor.post(f"/api/desk/drafts/{again['id']}/publish")
    house.desk.wait()
    (after,) = citizen.get("/api/reports").json()["reports"]
    assert (after["year"], after["issuer"]) == (2023, AGENCY)
    assert answer(citizen, QUESTION.replace("2022", "2023")) == ("answered", "12")
    assert answer(citizen)[0] == "not_held"


def test_what_only_a_person_knows_is_asked_for(opened: Callable[..., Office]) -> None:
    house = opened()
    editor = house.signed_in("editor")
    draft = uploaded(editor, house.desk, "全年共办理来信36件。".encode(), "letter.txt")
    assert (draft["stage"], draft["recognised"]) == ("attention", {})
    assert draft["missing"] in ("issuer", "year")
    assert editor.post(f"/api/desk/drafts/{draft['id']}/publish").status_code == 409
    editor.patch(f"/api/desk/drafts/{draft['id']}", json={"issuer": AGENCY, "year": 2022})
    house.desk.wait()
    draft = editor.get(f"/api/desk/drafts/{draft['id']}").json()
    assert (draft["stage"], draft["recognised"]["issuer"]) == ("ready", AGENCY)


def test_a_discarded_draft_leaves_nothing(opened: Callable[..., Office]) -> None:
    house = opened()
    editor = house.signed_in("editor")
    draft = uploaded(editor, house.desk, page(AGENCY, 2022))
    folder = house.desk.store.data / "uploads" / draft["id"]
    assert folder.exists()
    assert editor.delete(f"/api/desk/drafts/{draft['id']}").status_code == 200
    assert not folder.exists()
    assert editor.get("/api/desk/drafts").json()["drafts"] == []


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"0" * 60_000_000)
    return out.getvalue()


def entities() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<!DOCTYPE x [<!ENTITY a0 "x">{lines}]><x>&a8;</x>')
    return out.getvalue()


HOSTILE = {
    "bomb.docx": bomb(),
    "entities.docx": entities(),
    "cut.pdf": b"%PDF-1.7\n1 0 obj <<",
    "not.xlsx": b"PK\x03\x04 this is no package",
    "noise.txt": bytes(range(256)) * 50,
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 400,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_fails_alone_and_says_why(house: Office, name: str) -> None:
    editor = house.signed_in("editor")
    draft = uploaded(editor, house.desk, HOSTILE[name], name)
    assert draft["stage"] in ("failed", "attention")
    assert name in draft["message"]
    assert uploaded(editor, house.desk, page(AGENCY, 2020))["stage"] == "ready"


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("program.exe", b"MZ\x90", 415),
        ("program.pdf", b"MZ\x90\x00\x03", 415),
        ("script.txt", b"#!/bin/sh\nrm -rf /\n", 415),
        ("report", b"text", 415),
        ("report.html.meta.json", b"{}", 422),
        ("..", b"text", 422),
        (".txt", b"text", 415),
        ("\u202etxt.exe", b"text", 415),
        ("empty.txt", b"", 422),
        ("large.txt", b"a" * (2**20 + 1), 413),
    ],
)
def test_what_cannot_be_a_report_is_not_let_in(house: Office, name: str, content: bytes, status: int) -> None:
    editor = house.signed_in("editor")
    uploads = house.desk.store.data / "uploads"
    before = sorted(uploads.rglob("*")) if uploads.exists() else []
    answer = editor.post("/api/desk/drafts", params={"name": name}, content=content)
    assert answer.status_code == status
    assert (sorted(uploads.rglob("*")) if uploads.exists() else []) == before


@pytest.mark.parametrize(
    "name", ["../../etc/cron.d/x.html", "C:\\temp\\x.html", "/etc/x.html", "folder/x.html", "x\x00.html"]
)
def test_a_files_name_leads_nowhere_else(house: Office, name: str) -> None:
    editor = house.signed_in("editor")
    draft = uploaded(editor, house.desk, page(AGENCY, 2019), name)
    assert draft["name"] == "x.html"
    assert (house.desk.store.data / "uploads" / draft["id"] / "x.html").is_file()


def test_a_reader_or_a_visitor_uploads_nothing_however_large(house: Office) -> None:
    for client, status in ((house.anyone(), 401), (house.signed_in("reader"), 403)):
        assert client.post("/api/desk/drafts?name=a.txt", content=b"a" * 2**21).status_code == status


def test_the_real_sample_is_recognised_whole(house: Office) -> None:
    found = uploaded(house.signed_in("editor"), house.desk, SAMPLE.read_bytes(), "凌源.txt")["recognised"]
    assert (found["issuer"], found["year"]) == ("凌源市市场监督管理局", 2019)
    assert (found["tables"], found["figures"], found["checks"]["failing"]) == (7, 203, 0)
    assert "national-2019/applications" in found["forms"]

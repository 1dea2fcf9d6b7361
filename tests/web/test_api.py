"""The API and the pages over HTTP, with the sample report and the real index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from index.store import Store
from tests.web.conftest import served
from web.schema import AnswerOut

pytestmark = pytest.mark.model
COMPLAINTS = "2019年共受理了多少件投诉举报？"
FIELDS = {"status", "text", "language", "figures", "calculation", "citations", "suggestions", "conversation"}


def asked(client: TestClient, question: str, **more: Any) -> dict[str, Any]:
    response = client.post("/api/ask", json={"question": question, **more})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def streamed(client: TestClient, question: str) -> list[tuple[str, Any]]:
    """The events of a streamed answer: their names and data."""
    response = client.post("/api/ask/stream", json={"question": question})
    assert response.headers["content-type"].startswith("text/event-stream")
    read = re.findall(r"event: (\w+)\ndata: (.*)\n\n", response.text)
    return [(name, json.loads(data)) for name, data in read]


def test_the_sample_question_is_answered_with_its_sentence(client: TestClient) -> None:
    answer = asked(client, COMPLAINTS)
    assert set(answer) >= FIELDS
    assert answer["status"] == "answered"
    assert (answer["figures"][0]["value"], answer["figures"][0]["unit"]) == ("396", "件")
    (cited, *_) = answer["citations"]
    assert "396件" in cited["quote"]
    assert cited["table"] is None


def test_a_citations_address_shows_its_quote_marked(client: TestClient) -> None:
    for question in (COMPLAINTS, "2019年行政许可的处理决定数量是多少件？"):
        cited = asked(client, question)["citations"][0]
        page = html.fromstring(client.get(cited["url"]).content)
        (mark,) = page.iter("mark")
        assert mark.text_content().strip() == cited["quote"].strip()
        assert page.get_element_by_id(urlsplit(cited["url"]).fragment) is not None


def test_a_follow_up_is_understood_by_its_conversation(client: TestClient) -> None:
    first = asked(client, COMPLAINTS)
    assert first["conversation"]
    second = asked(client, "那2020年呢？", conversation=first["conversation"])
    assert second["status"] == "not_held"
    assert second["figures"] == []


def test_a_streamed_answer_is_the_answer_and_its_words(client: TestClient) -> None:
    for question in (COMPLAINTS, "2019年行政许可比上一年增加了多少件？", "2020年受理了多少件投诉举报？"):
        events = streamed(client, question)
        (answer,) = [data for name, data in events if name == "answer"]
        assert events[-1] == ("answer", answer)
        whole = asked(client, question)
        unique = ("id", "conversation")
        assert {k: v for k, v in answer.items() if k not in unique} == {
            k: v for k, v in whole.items() if k not in unique
        }
        assert "".join(data for name, data in events if name == "text") == answer["text"]


def test_no_number_is_cut_in_two_while_it_comes(client: TestClient) -> None:
    events = streamed(client, "2019年行政许可比上一年增加了多少件？")
    (answer,) = [data for name, data in events if name == "answer"]
    coming = [re.findall(r"\d+", data) for name, data in events if name == "text"]
    assert [number for piece in coming for number in piece] == re.findall(r"\d+", answer["text"])


def test_a_stream_refuses_what_is_no_question(client: TestClient) -> None:
    response = client.post("/api/ask/stream", json={"question": "？？？"})
    assert response.status_code == 422
    assert response.json()["status"] == "punctuation"


def test_a_given_scope_narrows(client: TestClient) -> None:
    assert asked(client, "共受理了多少件投诉举报？", year=2018)["status"] == "not_held"
    assert asked(client, "共受理了多少件投诉举报？", year=2019)["status"] == "answered"


def test_an_answer_comes_in_the_language_asked_for(client: TestClient) -> None:
    assert asked(client, COMPLAINTS, language="zh-Hant")["language"] == "zh-Hant"
    assert asked(client, "How many complaints and reports were handled in 2019?")["language"] == "en"


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("", "empty"),
        ("   \n\t", "empty"),
        ("问" * 1001, "too_long"),
        ("2019年受理投诉举报多少件？" * 770, "too_long"),
        ("？？！……", "punctuation"),
        ("...!?", "punctuation"),
    ],
)
def test_what_is_no_question_is_refused_politely(client: TestClient, question: str, status: str) -> None:
    response = client.post("/api/ask", json={"question": question})
    assert response.status_code == 422
    assert response.json()["status"] == status
    assert "请" in response.json()["detail"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b'{"question": 5}', b'{"question": null}', b"{}", b'{"question": "a", "year": "x"}',
        b'{"question": "a", "year": 99999999999999999999}', b'{"question": "a", "language": "fr"}',
        b'{"question": "a\\ud800b"}', b'{"question": "\xff"}', b'{"question": "a", "other": 1}',
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused_politely(client: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/json", "accept-language": "zh-TW,zh;q=0.9"}
    response = client.post("/api/ask", content=body, headers=headers)
    assert response.status_code == 422
    assert response.json() == {"detail": "未能識別您提交的內容，請檢查後重新提問。", "status": "invalid"}


def test_a_flood_is_stopped(client: TestClient) -> None:
    def flood() -> Iterator[bytes]:
        yield b'{"question": "'
        for _ in range(300):
            yield b"a" * 1024

    headers = {"content-type": "application/json"}
    assert client.post("/api/ask", content=flood(), headers=headers).status_code == 413


def test_control_characters_do_no_harm(client: TestClient) -> None:
    assert asked(client, COMPLAINTS[:4] + "\x00\x1b[31m\u202e" + COMPLAINTS[4:])["status"] in (
        "answered", "not_reported", "out_of_scope", "ambiguous",
    )  # fmt: skip


def test_the_reports_held_are_listed_and_open(client: TestClient) -> None:
    (report,) = client.get("/api/reports").json()["reports"]
    assert (report["issuer"], report["year"]) == ("凌源市市场监督管理局", 2019)
    page = client.get(report["page"])
    assert page.status_code == 200
    assert report["title"] in page.text
    assert report["page"] in client.get("/reports").text


def test_the_service_says_that_it_is_well(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "reports": 1}


MISSING = ["/reports/ffffffffffff", "/reports/..%2f..%2fetc", "/nothing", "//evil.example/x"]


@pytest.mark.parametrize("path", MISSING)
def test_what_is_missing_gets_a_page_that_helps_on(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"accept": "text/html"})
    assert response.status_code == 404
    page = html.fromstring(response.content)
    assert {"/", "/reports"} <= {link.get("href") for link in page.iter("a")}
    assert not [link for link in page.iter("a") if link.get("href").startswith("//")]


def test_a_program_gets_json_for_what_is_missing(client: TestClient) -> None:
    assert client.get("/api/nothing").json() == {"detail": "Not Found"}


@pytest.mark.parametrize("path", ["/", "/reports", "/api/reports", "/static/chat.js", "/nothing"])
def test_every_response_forbids_what_comes_from_elsewhere(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    sources = set(policy.replace("'", "").split())
    assert not sources & {"unsafe-inline", "unsafe-eval", "http:", "https:", "data:"}
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/reports"])
def test_pages_hold_no_inline_script_or_style_and_nothing_foreign(client: TestClient, path: str) -> None:
    page = html.fromstring(client.get(path).content)
    assert not [one for one in page.iter("script") if not one.get("src", "").startswith("/static/")]
    assert not list(page.iter("style"))
    attributes = {name for one in page.iter() for name in one.attrib}
    assert not [name for name in attributes if name == "style" or name.startswith("on")]
    links = [one.get(name) for one in page.iter() for name in ("src", "href") if one.get(name)]
    assert not [link for link in links if "//" in link]


def test_the_first_page_is_light(client: TestClient) -> None:
    page = html.fromstring(client.get("/").content)
    assets = [one.get("src") or one.get("href") for one in page.iter("script", "link", "img")]
    modules = ["fill", "figures", "reply", "tools", "scope", "source"]
    paths = {"/", *assets, *(f"/static/{name}.js" for name in modules)}
    sizes = [int(client.get(path).headers["content-length"]) for path in sorted(paths)]
    assert sum(sizes) < 60_000  # bytes over the wire; the promise is 200 kB


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("zh-CN,zh;q=0.9", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("en-GB,en", "en"),
        ("", "zh-Hans"),
        ("fr-FR, en;q=0.5, zh;q=0.3", "en"),
    ],
)
def test_the_pages_speak_the_browsers_language(client: TestClient, header: str, expected: str) -> None:
    page = html.document_fromstring(client.get("/", headers={"accept-language": header}).content)
    assert page.get("lang") == expected


def test_a_chosen_language_is_kept(sample_store: Store) -> None:
    visitor = TestClient(served(sample_store))
    visitor.get("/?lang=en", headers={"accept-language": "zh-CN"})
    page = html.document_fromstring(visitor.get("/reports", headers={"accept-language": "zh-CN"}).content)
    assert page.get("lang") == "en"


def test_theme_and_size_are_there_before_any_script(client: TestClient) -> None:
    page = html.document_fromstring(client.get("/", headers={"cookie": "theme=dark; size=large"}).content)
    assert (page.get("data-theme"), page.get("data-size")) == ("dark", "large")
    odd = html.document_fromstring(client.get("/", headers={"cookie": 'theme="><script>; size=huge'}).content)
    assert (odd.get("data-theme"), odd.get("data-size")) == (None, None)


def test_the_api_documents_itself_with_examples_that_hold(client: TestClient) -> None:
    documented = client.get("/openapi.json").json()
    assert {"/api/ask", "/api/ask/stream", "/api/reports", "/healthz"} <= set(documented["paths"])
    assert "422" in documented["paths"]["/api/ask"]["post"]["responses"]
    for example in documented["components"]["schemas"]["AnswerOut"]["examples"]:
        AnswerOut.model_validate(example)
    assert documented["components"]["schemas"]["Question"]["examples"]


def test_frames_elsewhere_are_allowed_only_where_named(sample_store: Store) -> None:
    policy = (
        TestClient(served(sample_store, "https://portal.example"))
        .get("/healthz")
        .headers["content-security-policy"]
    )
    assert policy.endswith("frame-ancestors 'self' https://portal.example")

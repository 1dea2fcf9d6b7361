"""The OpenAI-compatible API, with the official client and with LangChain's, against a real server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import openai
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from langchain_openai import ChatOpenAI

from assistant.answer import Assistant
from index.store import Store
from tests.web.serving import listening
from web.openai_api import router

PORTAL = "https://portal.example.cn"
QUESTION = "2019年共受理了多少件投诉举报？"
KEY = "a-key"


def application(store: Store, *keys: str) -> FastAPI:
    app = FastAPI()
    app.include_router(router(Assistant(store.searcher), portal=PORTAL, keys=keys))
    return app


@pytest.fixture(scope="module")
def base(sample_store: Store) -> Iterator[str]:
    with listening(application(sample_store, "another", KEY)) as address:
        yield f"{address}/v1"


@pytest.fixture
def client(base: str) -> openai.OpenAI:
    return openai.OpenAI(base_url=base, api_key=KEY, max_retries=0)


def chat(*texts: str) -> Any:
    roles = ("user", "assistant")
    return [{"role": roles[place % 2], "content": text} for place, text in enumerate(texts)]


def test_the_official_client_gets_an_answer_with_its_sources(client: openai.OpenAI) -> None:
    made = client.chat.completions.create(model="nianbao", messages=chat(QUESTION))
    text = made.choices[0].message.content or ""
    assert "396件[1]" in text
    assert "[1] 《凌源市市场监督管理局2019年政府信息公开工作年度报告》" in text
    assert f"{PORTAL}/reports/" in text
    assert made.choices[0].finish_reason == "stop"
    extension = made.model_extra["nianbao"] if made.model_extra else {}
    assert extension["status"] == "answered"
    assert extension["figures"][0]["value"] == "396"
    assert extension["citations"][0]["url"].startswith("/reports/")


def test_a_stream_brings_the_same_text_in_pieces(client: openai.OpenAI) -> None:
    whole = client.chat.completions.create(model="nianbao", messages=chat(QUESTION))
    options: Any = {"include_usage": True}
    stream = client.chat.completions.create(
        model="nianbao", messages=chat(QUESTION), stream=True, stream_options=options
    )
    chunks = list(stream)
    pieces = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(pieces) == whole.choices[0].message.content
    assert len(pieces) > 5
    ends = [chunk for chunk in chunks if chunk.choices and chunk.choices[0].finish_reason == "stop"]
    assert [end.model_extra["nianbao"]["figures"][0]["value"] for end in ends if end.model_extra] == ["396"]
    assert chunks[-1].usage is not None


def test_a_follow_up_is_read_from_the_chat(client: openai.OpenAI) -> None:
    messages = chat("2019年行政许可有多少件？", "7892件", "那行政处罚呢？")
    made = client.chat.completions.create(model="nianbao", messages=messages)
    assert made.model_extra is not None
    assert made.model_extra["nianbao"]["figures"][0]["value"] == "23"


def test_a_long_chat_keeps_what_its_first_question_named(client: openai.OpenAI) -> None:
    asked = ["2019年行政许可的处理决定数量是多少件？", *["那2020年呢？"] * 4, "那2019年呢？"]
    told = [text for question in asked for text in (question, "…")][:-1]
    made = client.chat.completions.create(model="nianbao", messages=chat(*told))
    assert "7892" in (made.choices[0].message.content or "")


def test_what_is_not_held_is_said_and_never_made_up(client: openai.OpenAI) -> None:
    made = client.chat.completions.create(model="nianbao", messages=chat("上海市2019年行政许可多少件？"))
    assert made.model_extra is not None
    assert made.model_extra["nianbao"]["status"] == "not_held"


def test_langchain_asks_and_streams(base: str) -> None:
    model = ChatOpenAI(model="nianbao", base_url=base, api_key=KEY, max_retries=0)  # type: ignore[arg-type]
    assert "396件" in str(model.invoke(QUESTION).content)
    assert "396件" in "".join(str(chunk.content) for chunk in model.stream(QUESTION))


def test_the_model_is_listed(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["nianbao"]
    assert client.models.retrieve("nianbao").id == "nianbao"


def test_errors_are_those_that_clients_know(base: str, client: openai.OpenAI) -> None:
    with pytest.raises(openai.AuthenticationError):
        openai.OpenAI(base_url=base, api_key="wrong", max_retries=0).models.list()
    with pytest.raises(openai.NotFoundError):
        client.chat.completions.create(model="gpt-4", messages=chat(QUESTION))
    with pytest.raises(openai.BadRequestError):
        client.chat.completions.create(model="nianbao", messages=[])
    with pytest.raises(openai.BadRequestError):
        client.chat.completions.create(model="nianbao", messages=[{"role": "system", "content": "x"}])


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"model": 1}', b'{"model": "nianbao", "messages": "x"}', b"\xff"]
)
def test_malformed_bodies_are_bad_requests(sample_store: Store, body: bytes) -> None:
    answer = TestClient(application(sample_store)).post("/v1/chat/completions", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "invalid_request_error"


def test_parts_of_text_are_read_and_half_characters_do_no_harm(sample_store: Store) -> None:
    client = TestClient(application(sample_store))
    parts = [{"type": "text", "text": QUESTION}, {"type": "image_url", "image_url": {"url": "https://x"}}]
    body = {"model": "nianbao", "messages": [{"role": "user", "content": parts}]}
    assert client.post("/v1/chat/completions", json=body).json()["nianbao"]["figures"][0]["value"] == "396"
    half = b'{"model": "nianbao", "messages": [{"role": "user", "content": "\\ud83d"}]}'
    assert client.post("/v1/chat/completions", content=half).status_code in (200, 400)

"""The MCP server, with the SDK's own client: in a subprocess over stdio, and over streamable HTTP."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from mcp import Client, StdioServerParameters

from assistant.answer import Assistant
from index.store import Store
from tests.web.serving import listening
from web.app import create
from web.mcp_server import router, server

QUESTION = "2019年共受理了多少件投诉举报？"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def address(sample_store: Store) -> Iterator[str]:
    searcher = sample_store.searcher
    assistant = Assistant(searcher)
    channel = router(server(assistant, searcher))
    with listening(create(assistant, searcher, channels=[channel])) as made:
        yield f"{made}/mcp"


def with_client(target: Any, use: Callable[[Client], Awaitable[Any]]) -> Any:
    """Given a server's address or command and what to do with a client of it, return what that returns."""

    async def run() -> Any:
        async with Client(target) as client:
            return await use(client)

    return anyio.run(run)


def call(target: Any, tool: str, **arguments: Any) -> dict[str, Any]:
    """Call a tool and return the object it gives, which the text holds too."""
    result = with_client(target, lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return dict(result.structured_content)


def test_the_tools_are_listed_with_what_they_take(address: str) -> None:
    tools = with_client(address, lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["ask", "find_figures", "get_report_section"]
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert tools[0].input_schema["required"] == ["question"]


def test_a_question_gets_the_answers_json(address: str) -> None:
    answer = call(address, "ask", question=QUESTION)
    assert (answer["status"], answer["figures"][0]["value"], answer["figures"][0]["unit"]) == (
        "answered",
        "396",
        "件",
    )
    assert answer["citations"][0]["url"].startswith("/reports/")
    follow_up = call(address, "ask", question="行政许可呢？", conversation=answer["conversation"])
    assert follow_up["figures"][0]["value"] == "7892"
    assert call(address, "ask", question="上海市2019年行政许可多少件？")["status"] == "not_held"


def test_figures_are_found_with_their_citations(address: str) -> None:
    found = call(address, "find_figures", text="行政许可 处理决定数量", year=2019, limit=5)
    assert "7892" in [figure["value"] for figure in found["figures"]]
    assert len(found["figures"]) == len(found["citations"]) <= 5
    assert call(address, "find_figures", text="行政许可", issuer="没有此机关")["figures"] == []


def test_a_section_is_read_word_for_word(address: str) -> None:
    report = call(address, "ask", question=QUESTION)["citations"][0]["url"].split("/")[2].split("?")[0]
    headings = call(address, "get_report_section", report=report)["headings"]
    assert ["一、总体情况"] in [path[:1] for path in headings]
    section = call(address, "get_report_section", report=report, section="主动公开政府信息情况")
    assert "行政许可 · 处理决定数量：7892" in section["text"]


def test_what_is_not_there_is_told_to_the_agent(address: str) -> None:
    result = with_client(
        address, lambda client: client.call_tool("get_report_section", {"report": "nothing"})
    )
    assert result.is_error
    assert "nothing" in result.content[0].text


def test_pages_of_other_sites_may_not_call(address: str) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {"accept": "application/json, text/event-stream", "origin": "https://evil.example"}
    assert httpx2.post(address, json=body, headers=headers, trust_env=False).status_code == 403


@pytest.mark.model
def test_the_command_speaks_over_stdio(sample_store: Store, models: Path) -> None:
    environment = {"NIANBAO_DATA": str(sample_store.data), "PYTHONPATH": str(ROOT)}
    if not (sample_store.data / "models").exists():
        (sample_store.data / "models").symlink_to(models)
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "assistant.cli", "mcp"], env=environment, cwd=str(ROOT)
    )
    assert call(command, "ask", question=QUESTION)["figures"][0]["value"] == "396"

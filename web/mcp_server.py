"""The tools that agents may use, by the Model Context Protocol: ask, find figures, read a section."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

import anyio.to_thread
from fastapi import APIRouter, FastAPI
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations
from pydantic import Field

from assistant.answer import Assistant
from assistant.reply import Answer, Language, to_json
from corpus.report import Figure, Paragraph, Report, ReportError, Section, Table
from index.search import Scope, Searcher

T = TypeVar("T")
READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
INSTRUCTIONS = (
    "Answers from Chinese government annual reports (政府年度报告). Every figure carries a citation: quote the "
    "figure as it is given, name its source, and say so plainly when `status` is not `answered`."
)
Issuer = Annotated[str | None, Field(description="Full name of the agency (机关全称).")]
Year = Annotated[int | None, Field(description="The year.")]
ReportId = Annotated[str | None, Field(description="Only the report of this id.")]


def server(assistant: Assistant, searcher: Searcher) -> MCPServer[Any]:
    """Given an assistant and the searcher of its index, return the server with its tools."""
    made: MCPServer[Any] = MCPServer(
        "nianbao", title="年报问答", instructions=INSTRUCTIONS, log_level="WARNING"
    )

    @made.tool(annotations=READS)
    async def ask(
        question: Annotated[
            str, Field(description="The question, in Chinese or in English.", max_length=4000)
        ],
        conversation: Annotated[str | None, Field(description="The id of the answer it follows up.")] = None,
        issuer: Issuer = None,
        year: Year = None,
        report: ReportId = None,
        language: Literal["zh-Hans", "zh-Hant", "en"] | None = None,
    ) -> dict[str, Any]:
        """Answer a question from the reports held, each figure with its citation; or say that it is not
        reported, not held, ambiguous or out of scope."""

        def answered() -> dict[str, Any]:
            return to_json(
                assistant.ask(
                    question,
                    conversation=conversation,
                    issuer=issuer,
                    year=year,
                    report=report,
                    language=language,
                    channel="mcp",
                )
            )

        return await _called(answered)

    @made.tool(annotations=READS)
    async def find_figures(
        text: Annotated[
            str, Field(description="What is measured, such as 行政许可 处理决定数量.", max_length=400)
        ],
        issuer: Issuer = None,
        year: Year = None,
        report: ReportId = None,
        limit: Annotated[int, Field(ge=1, le=100)] = 10,
    ) -> dict[str, Any]:
        """Find figures whose labels come nearest to what is measured, best first, each with its citation.
        Nearness is not identity: read the labels before using a value."""
        scope = Scope((issuer,) if issuer else (), (year,) if year else (), report)
        return await _called(lambda: figures_found(searcher, text, scope, limit))

    @made.tool(annotations=READS)
    async def get_report_section(
        report: Annotated[str, Field(description="The report's id, as in a citation's url: /reports/ID.")],
        section: Annotated[str, Field(description="A part of the heading, or empty for the headings.")] = "",
    ) -> dict[str, Any]:
        """Read a section of a report word for word, or list the report's headings."""
        return await _called(lambda: section_of(searcher.report(report), section))

    return made


def router(mcp: MCPServer[Any], public_url: str = "") -> APIRouter:
    """Given a server, and the address that people reach it at, return its streamable HTTP at `/mcp`, for one
    application that runs once. Without a public address only this machine may call it."""
    app = mcp.streamable_http_app(
        stateless_http=True, json_response=True, transport_security=_trusted(public_url)
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with mcp.session_manager.run():
            yield

    routes = APIRouter(lifespan=lifespan)
    routes.routes.extend(app.routes)
    return routes


def figures_found(searcher: Searcher, text: str, scope: Scope, limit: int) -> dict[str, Any]:
    """Given what is measured, a scope and a number, return the nearest figures and their citations."""
    found = [one.item for one in searcher.figures(text, scope, limit) if isinstance(one.item, Figure)]
    language: Language = "zh-Hans"
    citations = tuple(figure.citation for figure in found)
    told = to_json(Answer("answered", "", language, figures=tuple(found), citations=citations))
    return {"figures": told["figures"], "citations": told["citations"]}


def section_of(report: Report, heading: str) -> dict[str, Any]:
    """Given a report and part of a heading, return the sections of that heading and all below them, or the
    headings where none is asked for. Raises ReportError if there is no such heading."""
    told: dict[str, Any] = {"report": report.title, "issuer": report.issuer, "year": report.year}
    headings = [list(section.path) for section in report.sections if section.path]
    if not heading:
        return {**told, "headings": headings, "url": f"/reports/{report.id}"}
    wanted = [section for section in report.sections if any(heading in part for part in section.path)]
    if not wanted:
        raise ReportError(f"report {report.id}: no heading has {heading!r}; the headings are {headings}")
    text = "\n\n".join(_text(section) for section in wanted)
    first = wanted[0]
    return {**told, "section": list(first.path), "text": text, "url": f"/reports/{report.id}#{first.id}"}


def _text(section: Section) -> str:
    blocks = [block.text if isinstance(block, Paragraph) else _lines(block) for block in section.blocks]
    return "\n".join(("#" * min(section.level, 6) + " " + section.path[-1], *blocks))


def _lines(table: Table) -> str:
    """A table's values, a line each, with the labels beside and above them: merged cells survive that."""
    unit = f"（单位：{table.unit}）" if table.unit else ""
    values = [cell for cell in table.cells if cell.role == "value"]
    lines = [
        " · ".join((*cell.row_path, *cell.column_path)) + f"：{cell.text or '（空白）'}" for cell in values
    ]
    return "\n".join((f"[{table.caption or table.id}{unit}]", *lines, *table.notes))


def _trusted(public_url: str) -> TransportSecuritySettings:
    local = ["127.0.0.1", "localhost", "[::1]"]
    hosts = [*local, *(f"{name}:*" for name in local)]
    origins = [f"http://{host}" for host in hosts]
    if public_url:
        parts: Sequence[str] = (urlsplit(public_url).netloc,)
        hosts, origins = [*hosts, *parts], [*origins, public_url.rstrip("/")]
    return TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins)


async def _called(work: Callable[[], T]) -> T:
    """Work that blocks, done in a thread; what is wrong with the request is told to the agent."""
    try:
        return await anyio.to_thread.run_sync(work)
    except ReportError as error:
        raise ToolError(str(error)) from None

"""The JSON API: ask, list the reports, and say whether the service is well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.sse import format_sse_event

from assistant.answer import Assistant
from assistant.reply import Language, to_json
from index.search import Searcher
from web.pieces import pieces
from web.preferences import preferences
from web.schema import AnswerOut, Health, HeldOut, Question, Refusal, ReportsOut
from web.words import words

MALFORMED = ("empty", "too_long", "punctuation")
STREAMED: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/event-stream": {
                "example": 'event: text\ndata: "某市某局2019年受理"\n\nevent: answer\ndata: {"status": "answered", …}\n\n'
            }
        }
    },
    422: {"model": Refusal},
}


def router(assistant: Assistant, searcher: Searcher) -> APIRouter:
    """Given the assistant and the searcher of its index, return the API over them.

    The endpoints block, so they are plain functions, which the framework runs in its thread pool.
    """
    api = APIRouter(tags=["API"])

    def answered(asked: Question, request: Request) -> dict[str, Any] | JSONResponse:
        if not encodable(asked):
            return refusal(request, asked.language)
        answer = assistant.ask(
            asked.question,
            conversation=asked.conversation,
            issuer=asked.issuer,
            year=asked.year,
            report=asked.report,
            language=asked.language,
            channel="web",
        )
        if answer.problem in MALFORMED:
            return JSONResponse({"detail": answer.text, "status": answer.problem}, 422)
        return to_json(answer)

    @api.post("/api/ask", response_model=AnswerOut, responses={422: {"model": Refusal}})
    def ask(asked: Question, request: Request) -> Any:
        """Answer a question from the reports held, each figure cited to its cell or sentence."""
        return answered(asked, request)

    @api.post("/api/ask/stream", response_class=StreamingResponse, responses=STREAMED)
    def stream(asked: Question, request: Request) -> Any:
        """Answer a question as server-sent events: `text` events with the reply's words as they come, no number
        cut in two, then one `answer` event with the JSON of `/api/ask`."""
        answer = answered(asked, request)
        if isinstance(answer, JSONResponse):
            return answer
        return StreamingResponse(_events(answer), media_type="text/event-stream")

    @api.get("/api/reports")
    def reports() -> ReportsOut:
        """List the reports that are held, by agency and year."""
        held = sorted(searcher.held(), key=lambda one: (one.issuer, -one.year, one.title))
        return ReportsOut(
            reports=[
                HeldOut(
                    id=one.id,
                    issuer=one.issuer,
                    year=one.year,
                    title=one.title,
                    kind=one.kind,
                    region=one.region,
                    url=one.url,
                    page=f"/reports/{one.id}",
                )
                for one in held
            ]
        )

    @api.get("/healthz")
    def health() -> Health:
        """Say that the service is up and its index can be read."""
        return Health(status="ok", reports=len(searcher.held()))

    return api


def _events(answer: dict[str, Any]) -> Iterator[bytes]:
    for piece in pieces(answer["text"]):
        yield _event("text", piece)
    yield _event("answer", answer)


def _event(name: str, data: Any) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=False))


def encodable(asked: Question) -> bool:
    """Given a request, return whether its texts are Unicode: JSON can smuggle in half a surrogate pair."""
    texts = (asked.question, asked.conversation, asked.issuer, asked.report)
    return not any("\ud800" <= character <= "\udfff" for text in texts for character in text or "")


def refusal(request: Request, language: Language | None = None) -> JSONResponse:
    """Given a request that is not what the documentation asks for, return the 422 that says so politely."""
    detail = words(language or preferences(request).language)["invalid"]
    return JSONResponse({"detail": detail, "status": "invalid"}, 422)

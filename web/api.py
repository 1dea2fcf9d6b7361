"""The JSON API: ask, list the reports, and say whether the service is well."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from assistant.answer import Assistant
from assistant.reply import Language, to_json
from index.search import Searcher
from web.preferences import preferences
from web.schema import AnswerOut, Health, HeldOut, Question, Refusal, ReportsOut
from web.words import words

MALFORMED = ("empty", "too_long", "punctuation")


def router(assistant: Assistant, searcher: Searcher) -> APIRouter:
    """Given the assistant and the searcher of its index, return the API over them.

    The endpoints block, so they are plain functions, which the framework runs in its thread pool.
    """
    api = APIRouter(tags=["API"])

    @api.post("/api/ask", response_model=AnswerOut, responses={422: {"model": Refusal}})
    def ask(asked: Question, request: Request) -> Any:
        """Answer a question from the reports held, each figure cited to its cell or sentence."""
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


def encodable(asked: Question) -> bool:
    """Given a request, return whether its texts are Unicode: JSON can smuggle in half a surrogate pair."""
    texts = (asked.question, asked.conversation, asked.issuer, asked.report)
    return not any("\ud800" <= character <= "\udfff" for text in texts for character in text or "")


def refusal(request: Request, language: Language | None = None) -> JSONResponse:
    """Given a request that is not what the documentation asks for, return the 422 that says so politely."""
    detail = words(language or preferences(request).language)["invalid"]
    return JSONResponse({"detail": detail, "status": "invalid"}, 422)

"""The pages people see: the question page, the list of reports, and a report."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from assistant.answer import Assistant
from index.catalogue import NotHeld
from index.search import Searcher
from web.preferences import preferences
from web.render import missing, render
from web.viewer import page


def router(assistant: Assistant, searcher: Searcher) -> APIRouter:
    """Given the assistant and the searcher of its index, return the pages over them."""
    site = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @site.get("/")
    def chat(request: Request) -> Response:
        language = preferences(request).language
        return render(request, "chat.html", examples=assistant.examples(language))

    @site.get("/reports")
    def reports(request: Request) -> Response:
        held = sorted(searcher.held(), key=lambda one: (one.issuer, -one.year, one.title))
        return render(request, "reports.html", held=held)

    @site.get("/reports/{id}")
    def report(request: Request, id: str, at: str = "", view: str = "") -> Response:
        try:
            found = searcher.report(id)
        except NotHeld:
            return missing(request)
        conflicts = searcher.doubts([id]).conflicts
        return render(request, "report.html", page=page(found, at, conflicts), panel=view == "panel")

    return site

"""The pages people see: the question page, the list of reports, and a report."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.responses import Response

from assistant.answer import Assistant
from corpus.report import ReportError
from index.catalogue import NotHeld
from index.search import Searcher
from web.pictures import Pictures
from web.preferences import preferences
from web.render import missing, render
from web.viewer import page, sheet_of


def router(assistant: Assistant, searcher: Searcher) -> APIRouter:
    """Given the assistant and the searcher of its index, return the pages over them."""
    pictures = Pictures()
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
        shown = page(found, at, searcher.doubts([id]).conflicts, searcher.original(id))
        return render(request, "report.html", page=shown, panel=view == "panel")

    @site.get("/reports/{id}/file")
    def file(request: Request, id: str) -> Response:
        """The file the report was read from, as it was."""
        try:
            original = searcher.original(id)
        except NotHeld:
            original = None
        if original is None:
            return missing(request)
        return FileResponse(original, filename=original.name, media_type="application/octet-stream")

    @site.get("/reports/{id}/picture")
    def picture(request: Request, id: str, at: str) -> Response:
        """The page of the original on which a cited spot stands, a cell framed."""
        try:
            report = searcher.report(id)
            sheet = sheet_of(report, at)
            original = searcher.original(id) if sheet else None
            if original is None or sheet is None:
                return missing(request)
            image = pictures.get(original, report.digest, sheet)
        except ReportError:
            return missing(request)
        return Response(image, media_type="image/webp", headers={"Cache-Control": "private, max-age=86400"})

    return site

"""The pages people see: the question page, the list of reports, a report, and the page for what is missing."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import Response

from assistant.answer import Assistant
from index.catalogue import NotHeld
from index.search import Searcher
from web.preferences import A_YEAR, LANGUAGES, Preferences, preferences
from web.viewer import page
from web.words import words

TEMPLATES = Environment(
    loader=PackageLoader("web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


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
        return render(request, "report.html", page=page(found, at), panel=view == "panel")

    return site


def missing(request: Request) -> Response:
    """Given a request for something that is not there, return a page that helps on."""
    return render(request, "missing.html", status=404)


def render(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """Given a template and its values, return the page in its visitor's language.

    A language chosen in the address is kept in a cookie for the pages after it.
    """
    chosen = preferences(request)
    switches = [(one, f"?{request.url.include_query_params(lang=one).query}") for one in LANGUAGES]
    response = HTMLResponse(document(template, chosen, switches=switches, **values), status)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Cookie, Accept-Language"
    if request.query_params.get("lang") == chosen.language:
        response.set_cookie("lang", chosen.language, max_age=A_YEAR, samesite="lax")
    return response


def document(template: str, chosen: Preferences, **values: Any) -> str:
    """Given a template, the visitor's preferences and the template's values, return the HTML."""
    found = TEMPLATES.get_template(template)
    return found.render(words=words(chosen.language), preferences=chosen, **values)

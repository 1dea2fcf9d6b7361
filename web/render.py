"""From a template and its values to a page in its visitor's language."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web.preferences import A_YEAR, LANGUAGES, Preferences, preferences
from web.words import words

TEMPLATES = Environment(
    loader=PackageLoader("web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


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

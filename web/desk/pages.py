"""The pages of the staff desk. They hold no data of their own: their scripts ask the API under /api/desk."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from corpus.report import Report
from index.accounts import Person, Role
from index.drafts import NoDraft
from web.desk.access import COOKIE, Access, csrf
from web.desk.desk import Desk
from web.desk.words import ACTIONS, FORMS, ROLE_NAMES, STAGES, STATUSES, TEXT
from web.preferences import Preferences, preferences
from web.render import document, missing
from web.viewer import page

_WORDS = json.dumps(
    {
        "text": TEXT,
        "roles": ROLE_NAMES,
        "stages": STAGES,
        "forms": FORMS,
        "actions": ACTIONS,
        "statuses": STATUSES,
    },
    ensure_ascii=False,
)


def router(desk: Desk, access: Access) -> APIRouter:
    """Given the desk, return its pages."""
    site = APIRouter(prefix="/desk", include_in_schema=False, default_response_class=HTMLResponse)

    def show(request: Request, template: str, role: Role = "reader", **values: Any) -> Response:
        person = access.visitor(request)
        if person is None:
            return RedirectResponse("/desk/sign-in", 303)
        if not person.may(role):
            return _page(request, "desk/forbidden.html", person, 403)
        return _page(request, template, person, **values)

    @site.get("")
    def home(request: Request) -> Response:
        return RedirectResponse("/desk/reports" if access.visitor(request) else "/desk/sign-in", 303)

    @site.get("/sign-in")
    def sign_in(request: Request) -> Response:
        if access.visitor(request):
            return RedirectResponse("/desk/reports", 303)
        return _page(request, "desk/sign-in.html", None)

    @site.get("/reports")
    def reports(request: Request) -> Response:
        return show(request, "desk/reports.html", megabytes=desk.largest >> 20)

    @site.get("/drafts/{id}")
    def draft(request: Request, id: str) -> Response:
        return show(request, "desk/draft.html", "editor", id=id)

    @site.get("/drafts/{id}/text")
    def text(request: Request, id: str, at: str = "") -> Response:
        person = access.visitor(request)
        if person is None or not person.may("editor"):
            return missing(request)
        try:
            return _viewed(request, desk.drafts.report(id), at)
        except NoDraft:
            return missing(request)

    @site.get("/compare")
    def compare(request: Request) -> Response:
        return show(request, "desk/compare.html")

    @site.get("/figures")
    def figures(request: Request) -> Response:
        return show(request, "desk/figures.html")

    @site.get("/questions")
    def questions(request: Request) -> Response:
        return show(request, "desk/questions.html", "editor")

    @site.get("/people")
    def people(request: Request) -> Response:
        return show(request, "desk/people.html", "admin")

    @site.get("/account")
    def account(request: Request) -> Response:
        return show(request, "desk/account.html")

    return site


def _page(
    request: Request, template: str, person: Person | None, status: int = 200, **values: Any
) -> Response:
    token = request.cookies.get(COOKIE, "")
    content = document(
        template,
        _chosen(request),
        switches=[],
        t=TEXT,
        words_json=_WORDS,
        roles=ROLE_NAMES,
        person=person,
        csrf=csrf(token) if person else "",
        here=request.url.path,
        **values,
    )
    return HTMLResponse(content, status)


def _viewed(request: Request, report: Report, at: str) -> Response:
    return HTMLResponse(
        document("report.html", _chosen(request), switches=[], page=page(report, at), panel=True)
    )


def _chosen(request: Request) -> Preferences:
    """The desk speaks simplified Chinese; theme and text size are the visitor's."""
    chosen = preferences(request)
    return Preferences("zh-Hans", chosen.theme, chosen.size)

"""The staff desk as one set of routes."""

from __future__ import annotations

from fastapi import APIRouter

from web.desk import figures_api, pages, people_api, questions_api, reports_api
from web.desk.access import Access
from web.desk.desk import Desk

UPLOADS = "/api/desk/drafts"
"""Where a request's body may be a whole file."""


def router(desk: Desk) -> APIRouter:
    """Given the desk, return its API and its pages."""
    access, whole = Access(desk.accounts), APIRouter()
    for part in (people_api, reports_api, figures_api, questions_api, pages):
        whole.include_router(part.router(desk, access))
    return whole

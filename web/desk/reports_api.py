"""Reports at the desk: upload, look at what was recognised, correct, approve, withdraw, restore, compare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.concurrency import run_in_threadpool

from corpus.differences import differences
from corpus.report import Report
from index import standing
from index.accounts import Person
from index.catalogue import NotHeld
from index.drafts import Draft, NoDraft
from web.desk.access import Access
from web.desk.desk import Desk
from web.desk.reports_schema import (
    Accepted,
    AttentionOut,
    BlockOut,
    ComparisonOut,
    Corrections,
    DraftOut,
    DraftsOut,
    PartOut,
    ShelfOut,
    ShelvedOut,
    SideOut,
    VersionOut,
    VersionsOut,
)
from web.desk.uploads import receive, safe_name
from web.desk.words import say


def router(desk: Desk, access: Access) -> APIRouter:
    """Given the desk, return its endpoints for reports."""
    api = APIRouter(prefix="/api/desk", tags=["Desk: reports"])
    reader, editor = Depends(access.reader), Depends(access.editor)
    drafts = desk.drafts

    @api.get("/reports")
    def shelf(_: Person = reader) -> ShelfOut:
        """List the reports that answer and those withdrawn, and the files that need attention."""
        return ShelfOut(
            reports=[_shelved(one) for one in standing.shelved(desk.catalogue)],
            attention=[AttentionOut(path=one.path, reason=one.reason) for one in desk.catalogue.attention()],
        )

    @api.post(
        "/drafts",
        status_code=202,
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
            }
        },
    )
    async def upload(
        request: Request,
        name: Annotated[
            str, Query(max_length=1000, description="The file's name.", examples=["2019年报.docx"])
        ],
        issuer: Annotated[str | None, Query(max_length=300, description="The agency, where known.")] = None,
        year: Annotated[int | None, Query(ge=1949, le=2200)] = None,
        person: Person = editor,
    ) -> DraftOut:
        """Upload one report: the body is the file. It is read next, and answers nobody before it is published."""
        id, place = await run_in_threadpool(drafts.place, safe_name(name))
        await receive(request.stream(), place, desk.largest)
        given = {key: value for key, value in (("issuer", issuer), ("year", year)) if value}
        draft = await run_in_threadpool(drafts.add, id, place, person.name, given)
        await run_in_threadpool(desk.audit.note, person.name, "report.upload", id, name=place.name)
        desk.read_later(id)
        return _out(draft)

    @api.get("/drafts")
    def listed(_: Person = editor) -> DraftsOut:
        """List the drafts, newest first, each with its stage: ask again while any is being worked on."""
        return DraftsOut(drafts=[_out(draft) for draft in drafts.drafts()])

    @api.get("/drafts/{id}")
    def draft(id: str, _: Person = editor) -> DraftOut:
        """Return one draft."""
        return _out(_found(desk, id))

    @api.patch("/drafts/{id}")
    def correct(id: str, asked: Corrections, person: Person = editor) -> DraftOut:
        """Correct what was recognised of a draft, or give what a person must."""
        given = {name: value or None for name, value in asked.model_dump(exclude_unset=True).items()}
        given = {
            name: value
            for name, value in given.items()
            if value or name not in ("issuer", "year", "title", "kind")
        }
        with _refusing("no_draft"):
            corrected, unread = drafts.correct(id, given)
        desk.audit.note(person.name, "report.correct", id, **given)
        if unread:
            desk.read_later(id)
        return _out(corrected)

    @api.post("/drafts/{id}/retry", status_code=202)
    def retry(id: str, person: Person = editor) -> Accepted:
        """Read a draft's file again."""
        found = _found(desk, id)
        if found.stage not in ("failed", "attention", "ready", "waiting") and not found.stale:
            raise HTTPException(409, say("no_draft"))
        desk.audit.note(person.name, "draft.retry", id)
        desk.read_later(id)
        return Accepted(id=id)

    @api.post("/drafts/{id}/publish", status_code=202)
    def publish(id: str, person: Person = editor) -> Accepted:
        """Approve a draft: it is taken in, in place of the report's earlier version, and answers from then on."""
        with _refusing("no_draft"):
            drafts.claim(id)
        desk.publish_later(id, person.name)
        return Accepted(id=id)

    @api.delete("/drafts/{id}")
    def discard(id: str, person: Person = editor) -> DraftOut:
        """Drop a draft. A report that came of it stays."""
        with _refusing("no_draft"):
            dropped = drafts.discard(id)
        desk.audit.note(person.name, "draft.discard", id, name=dropped.name)
        return _out(dropped)

    @api.post("/reports/{id}/withdraw")
    def withdraw(id: str, person: Person = editor) -> ShelvedOut:
        """Withdraw a report: no question reaches it from now on."""
        with _refusing("no_report"):
            title = standing.any_report(desk.catalogue, id).title
            standing.withdraw(desk.catalogue, id)
        desk.audit.note(person.name, "report.withdraw", id, title=title)
        return _one(desk, id)

    @api.post("/reports/{id}/restore")
    def restore(id: str, person: Person = editor) -> ShelvedOut:
        """Let a withdrawn report answer again."""
        with _refusing("no_report"):
            title = standing.any_report(desk.catalogue, id).title
            standing.restore(desk.catalogue, id)
        desk.audit.note(person.name, "report.restore", id, title=title)
        return _one(desk, id)

    @api.post("/reports/{id}/reopen", status_code=201)
    def reopen(id: str, person: Person = editor) -> DraftOut:
        """Make a draft of a report, to correct it. The report answers as before until the draft is published."""
        with _refusing("no_report"):
            made = drafts.reopen(id, person.name)
        desk.audit.note(person.name, "report.reopen", id, draft=made.id)
        return _out(made)

    @api.get("/reports/{id}/versions")
    def versions(id: str, _: Person = reader) -> VersionsOut:
        """List a report's earlier versions, the latest first."""
        return VersionsOut(
            versions=[
                VersionOut(
                    ref=f"version:{one.id}",
                    title=one.title,
                    source=one.source,
                    ingested_at=one.ingested_at,
                    replaced_at=one.replaced_at,
                )
                for one in standing.versions(desk.catalogue, id)
            ]
        )

    @api.get("/compare")
    def compare(
        left: Annotated[str, Query(max_length=64, examples=["0123456789ab"])],
        right: Annotated[str, Query(max_length=64, examples=["version:3"])],
        person: Person = reader,
    ) -> ComparisonOut:
        """Compare two reports, versions (`version:3`) or drafts (`draft:9f86…`) side by side."""
        one, other = (_named(desk, ref, person) for ref in (left, right))
        parts = [
            PartOut(left=part.left, right=part.right, blocks=[_block(block) for block in part.blocks])
            for part in differences(one, other)
        ]
        return ComparisonOut(left=_side(desk, left, one), right=_side(desk, right, other), parts=parts)

    return api


@contextmanager
def _refusing(code: str) -> Iterator[None]:
    """What is not there, or not at the right stage, is refused in the visitor's words."""
    try:
        yield
    except (NoDraft, NotHeld) as error:
        raise HTTPException(409, say(code)) from error


def _found(desk: Desk, id: str) -> Draft:
    try:
        return desk.drafts.draft(id)
    except NoDraft as error:
        raise HTTPException(404, say("no_draft")) from error


def _named(desk: Desk, ref: str, person: Person) -> Report:
    kind, _, id = ref.rpartition(":")
    try:
        if kind == "version" and id.isdecimal() and len(id) < 16:
            return standing.version(desk.catalogue, int(id))
        if kind == "draft" and person.may("editor"):
            return desk.drafts.report(id)
        if kind == "":
            return standing.any_report(desk.catalogue, id)
    except (NotHeld, NoDraft) as error:
        raise HTTPException(404, say("no_version")) from error
    raise HTTPException(404, say("no_version"))


def _side(desk: Desk, ref: str, report: Report) -> SideOut:
    held = any(one.id == ref for one in desk.catalogue.held())
    page = f"/reports/{ref}" if held else f"/desk/drafts/{ref[6:]}" if ref.startswith("draft:") else None
    return SideOut(ref=ref, title=report.title, issuer=report.issuer, year=report.year, page=page)


def _block(block: Any) -> BlockOut:
    kind = "table" if hasattr(block, "cells") else "text"
    return BlockOut.model_validate({"kind": kind, **asdict(block)})


def _one(desk: Desk, id: str) -> ShelvedOut:
    return next(_shelved(one) for one in standing.shelved(desk.catalogue) if one.report.id == id)


def _shelved(one: standing.Shelved) -> ShelvedOut:
    held = one.report
    return ShelvedOut(
        id=held.id,
        issuer=held.issuer,
        year=held.year,
        title=held.title,
        kind=held.kind,
        source=held.source,
        withdrawn=one.withdrawn,
        ingested_at=one.ingested_at,
        page=f"/reports/{held.id}",
    )


def _out(draft: Draft) -> DraftOut:
    return DraftOut.model_validate(asdict(draft))

"""Signing in and out, one's own password, the people, and the audit log."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from index.accounts import AccountError, Person, Role
from web.desk.access import COOKIE, Access, address, csrf, give, same_site, take
from web.desk.desk import Desk
from web.desk.words import say


class SignIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "王小明", "password": "一段足够长的口令"}]}
    )
    name: str = Field(max_length=200)
    password: str = Field(max_length=1000)


class SessionOut(BaseModel):
    """Who is signed in. `csrf` goes into the header X-CSRF-Token of every request that changes something."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "王小明", "role": "editor", "csrf": "9f86d081884c7d65…"}]}
    )
    name: str
    role: Role
    csrf: str


class NewPassword(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"old": "一段旧口令在这里", "new": "一段新口令在这里面"}]},
    )
    old: str = Field(max_length=1000)
    new: str = Field(max_length=1000)


class NewPerson(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"name": "李四", "password": "一段足够长的口令", "role": "reader"}]},
    )
    name: str = Field(max_length=200)
    password: str = Field(max_length=1000)
    role: Role


class PersonChange(BaseModel):
    """What is to change of a person; what is not given stays."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"role": "editor"}, {"active": False}]}
    )
    role: Role | None = None
    active: bool | None = None
    password: str | None = Field(None, max_length=1000)


class PersonOut(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "李四", "role": "reader", "active": True}]}
    )
    name: str
    role: Role
    active: bool


class PeopleOut(BaseModel):
    people: list[PersonOut]


class EntryOut(BaseModel):
    """One change: who did what to what, and when (UTC)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": 7,
                    "at": "2026-01-05T08:30:00",
                    "person": "王小明",
                    "action": "report.withdraw",
                    "subject": "0123456789ab",
                    "detail": {"title": "某市某局2019年政府信息公开工作年度报告"},
                }
            ]
        }
    )
    id: int
    at: datetime
    person: str
    action: str
    subject: str
    detail: dict[str, Any]


class AuditOut(BaseModel):
    entries: list[EntryOut]


class Done(BaseModel):
    status: Literal["ok"] = "ok"


def router(desk: Desk, access: Access) -> APIRouter:
    """Given the desk, return its endpoints for sessions, people and the audit log."""
    api = APIRouter(prefix="/api/desk", tags=["Desk: people"])
    reader, admin = Depends(access.reader), Depends(access.admin)

    @api.post("/session")
    def sign_in(asked: SignIn, request: Request, response: Response) -> SessionOut:
        """Sign in: sets the session's cookie. Repeated failures must wait (429, Retry-After)."""
        same_site(request)
        where = address(request)
        seconds = desk.attempts.wait(asked.name, where)
        if seconds:
            raise HTTPException(429, say("slow_down", seconds=seconds), {"Retry-After": str(seconds)})
        person = desk.accounts.verify(asked.name, asked.password)
        if person is None:
            desk.attempts.failed(asked.name, where)
            desk.audit.note(asked.name[:64], "session.fail", where)
            raise HTTPException(401, say("wrong"))
        desk.attempts.succeeded(asked.name, where)
        token = desk.accounts.sign_in(person)
        desk.audit.note(person.name, "session.start", where)
        give(response, request, token)
        return SessionOut(name=person.name, role=person.role, csrf=csrf(token))

    @api.get("/session")
    def session(request: Request, person: Person = reader) -> SessionOut:
        """Say who is signed in, with the token that changes must carry."""
        return SessionOut(name=person.name, role=person.role, csrf=csrf(request.cookies[COOKIE]))

    @api.delete("/session")
    def sign_out(request: Request, response: Response, person: Person = reader) -> Done:
        """Sign out."""
        desk.accounts.sign_out(request.cookies[COOKIE])
        desk.audit.note(person.name, "session.end", "")
        take(response)
        return Done()

    @api.post("/password")
    def password(
        asked: NewPassword, request: Request, response: Response, person: Person = reader
    ) -> SessionOut:
        """Change one's own password; every other session of one's own ends."""
        where = address(request)
        seconds = desk.attempts.wait(person.name, where)
        if seconds:
            raise HTTPException(429, say("slow_down", seconds=seconds), {"Retry-After": str(seconds)})
        if desk.accounts.verify(person.name, asked.old) is None:
            desk.attempts.failed(person.name, where)
            raise HTTPException(403, say("wrong"))
        _changed(desk, person.name, password=asked.new)
        desk.audit.note(person.name, "person.password", person.name)
        token = desk.accounts.sign_in(person)
        give(response, request, token)
        return SessionOut(name=person.name, role=person.role, csrf=csrf(token))

    @api.get("/people")
    def people(_: Person = admin) -> PeopleOut:
        """List everyone who may sign in."""
        return PeopleOut(people=[_out(person) for person in desk.accounts.people()])

    @api.post("/people", status_code=201)
    def add(asked: NewPerson, person: Person = admin) -> PersonOut:
        """Add a person."""
        try:
            added = desk.accounts.add(asked.name, asked.password, asked.role)
        except AccountError as error:
            raise _refused(error) from error
        desk.audit.note(person.name, "person.add", added.name, role=added.role)
        return _out(added)

    @api.patch("/people/{name}")
    def change(name: str, asked: PersonChange, person: Person = admin) -> PersonOut:
        """Change a person's role or password, or whether they may sign in; their sessions end."""
        changed = _changed(desk, name, role=asked.role, active=asked.active, password=asked.password)
        given = asked.model_dump(exclude_none=True, exclude={"password"})
        if asked.password is not None:
            given["password"] = "…"
        desk.audit.note(person.name, "person.change", changed.name, **given)
        return _out(changed)

    @api.get("/audit")
    def audit(
        before: Annotated[int | None, Query(description="Only entries before the one of this id.")] = None,
        most: Annotated[int, Query(ge=1, le=500)] = 100,
        _: Person = admin,
    ) -> AuditOut:
        """List who changed what, newest first."""
        entries = desk.audit.entries(before, most)
        return AuditOut(
            entries=[
                EntryOut(
                    id=one.id,
                    at=one.at,
                    person=one.person,
                    action=one.action,
                    subject=one.subject,
                    detail=one.detail,
                )
                for one in entries
            ]
        )

    return api


def _changed(desk: Desk, name: str, **values: Any) -> Person:
    try:
        return desk.accounts.change(name, **values)
    except AccountError as error:
        raise _refused(error) from error


def _refused(error: AccountError) -> HTTPException:
    return HTTPException(404 if error.code == "unknown" else 409, say(f"account_{error.code}"))


def _out(person: Person) -> PersonOut:
    return PersonOut(name=person.name, role=person.role, active=person.active)

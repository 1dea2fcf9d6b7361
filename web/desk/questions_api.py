"""Questions at the desk: what was asked, what could not be answered, what is taught, and the evaluation."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Response

from assistant.masking import masked
from assistant.staff.pinning import Marked, pin
from assistant.staff.unanswered import Group, unanswered
from assistant.taught.lessons import Lesson, Synonym
from assistant.taught.store import NoLesson
from index.accounts import Person
from index.journal import Entry
from index.lessons import Change
from index.suite import Run
from web.desk.access import Access
from web.desk.desk import Desk
from web.desk.people_api import Done
from web.desk.questions_schema import (
    AskedOut,
    Begun,
    EvaluationOut,
    GroupOut,
    GroupsOut,
    ItemOut,
    LessonOut,
    LessonsOut,
    NewItem,
    NewPin,
    NewSynonym,
    QuestionsOut,
    RunOut,
)
from web.desk.words import say

Days = Annotated[int, Query(ge=1, le=3660, description="Only of the last days.")]


def router(desk: Desk, access: Access) -> APIRouter:
    """Given the desk, return its endpoints for questions."""
    api = APIRouter(prefix="/api/desk", tags=["Desk: questions"])
    editor = Depends(access.editor)
    teaching, suite = desk.teaching, desk.suite

    @api.get("/questions")
    def asked(
        days: Days = 30,
        show: Annotated[Literal["all", "unanswered", "disputed"], Query()] = "all",
        most: Annotated[int, Query(ge=1, le=1000)] = 200,
        _: Person = editor,
    ) -> QuestionsOut:
        """List what was asked, newest first."""
        wanted = [entry for entry in reversed(_entries(desk, days)) if _shows(entry, show)]
        return QuestionsOut(questions=[_asked(entry) for entry in wanted[:most]])

    @api.get("/unanswered")
    def groups(days: Days = 30, _: Person = editor) -> GroupsOut:
        """Group the questions that were not answered, or not rightly: the most asked first."""
        return GroupsOut(groups=[_group(group) for group in unanswered(_entries(desk, days))])

    @api.get("/lessons")
    def lessons(_: Person = editor) -> LessonsOut:
        """List what is taught."""
        return LessonsOut(lessons=[_lesson(lesson, change) for lesson, change in teaching.lessons()])

    @api.post("/lessons/synonym", status_code=201)
    def synonym(asked: NewSynonym, person: Person = editor) -> LessonOut:
        """Teach that words mean other words; it holds from the next question on."""
        made = Synonym(asked.said, asked.means, asked.issuer or None)
        return _taught(desk, person, made, "teach.synonym", f"{asked.said} = {asked.means}")

    @api.post("/lessons/pin", status_code=201)
    def pinned(asked: NewPin, person: Person = editor) -> LessonOut:
        """Teach which figure answers a question; it never answers outside that figure's agency and year."""
        try:
            made = pin(asked.question, Marked(spot=asked.spot), desk.searcher, date.today())
        except NoLesson as error:
            raise HTTPException(422, say("no_lesson", reason=str(error))) from error
        return _taught(desk, person, made, "teach.pin", asked.question)

    @api.delete("/lessons/{id}")
    def unteach(id: str, person: Person = editor) -> Done:
        """End a lesson."""
        try:
            teaching.withdraw(id)
        except NoLesson as error:
            raise HTTPException(404, say("no_lesson", reason=id)) from error
        desk.audit.note(person.name, "teach.drop", id)
        return Done()

    @api.get("/evaluation")
    def evaluation(_: Person = editor) -> EvaluationOut:
        """Return the evaluation's questions, its last run and the one before."""
        items = [
            ItemOut(id=one.id, question=one.question, expect=one.expect, person=one.person)
            for one in suite.items()
        ]
        return EvaluationOut(items=items, runs=[_run(run) for run in suite.runs()])

    @api.get(
        "/evaluation.jsonl", response_class=Response, responses={200: {"content": {"application/jsonl": {}}}}
    )
    def exported(_: Person = editor) -> Response:
        """Return the evaluation's questions as a file for `nianbao eval`."""
        lines = [
            json.dumps(
                {"id": f"desk{one.id}", "question": one.question, "expect": one.expect}, ensure_ascii=False
            )
            for one in suite.items()
        ]
        return Response("".join(f"{line}\n" for line in lines), media_type="application/jsonl")

    @api.post("/evaluation/items", status_code=201)
    def add(asked: NewItem, person: Person = editor) -> ItemOut:
        """Add a question to the evaluation, with its right value or that it must not be answered."""
        expect: dict[str, Any] = {"status": "not_found"}
        if asked.value is not None:
            expect = {"value": format(asked.value, "f")} | ({"unit": asked.unit} if asked.unit else {})
        made = suite.add(masked(asked.question), expect, person.name)
        desk.audit.note(person.name, "evaluation.add", made.question, **expect)
        return ItemOut(id=made.id, question=made.question, expect=made.expect, person=made.person)

    @api.delete("/evaluation/items/{id}")
    def drop(id: int, person: Person = editor) -> Done:
        """Drop a question from the evaluation."""
        if not suite.drop(id):
            raise HTTPException(404, say("no_answer"))
        desk.audit.note(person.name, "evaluation.drop", str(id))
        return Done()

    @api.post("/evaluation/runs", status_code=202)
    def run(person: Person = editor) -> Begun:
        """Ask all the evaluation's questions; the evaluation shows the result when it is done."""
        if not suite.items():
            raise HTTPException(409, say("no_suite"))
        desk.audit.note(person.name, "evaluation.run", "")
        return Begun(id=desk.evaluate_later(person.name))

    return api


def _entries(desk: Desk, days: int) -> tuple[Entry, ...]:
    return desk.store.journal.entries(datetime.now(UTC) - timedelta(days=days))


def _shows(entry: Entry, show: str) -> bool:
    disputed = entry.thumb == "down" or bool(entry.correction)
    return show == "all" or (disputed if show == "disputed" else entry.status != "answered")


def _taught(desk: Desk, person: Person, lesson: Lesson, action: str, subject: str) -> LessonOut:
    try:
        change = desk.teaching.teach(lesson)
    except NoLesson as error:
        raise HTTPException(422, say("no_lesson", reason=str(error))) from error
    desk.audit.note(person.name, action, subject, lesson=change.lesson)
    return _lesson(lesson, change)


def _asked(entry: Entry) -> AskedOut:
    return AskedOut(
        id=entry.id,
        at=entry.at,
        channel=entry.channel,
        question=entry.question,
        measure=str(entry.query.get("matched") or ""),
        status=entry.status,
        sources=[_address(spot) for spot in entry.evidence],
        thumb=entry.thumb,
        correction=entry.correction,
        milliseconds=entry.milliseconds,
    )


def _address(spot: str) -> str:
    report, _, anchor = spot.partition("#")
    return f"/reports/{report}?at={anchor}#{anchor}"


def _group(group: Group) -> GroupOut:
    return GroupOut(
        status=group.status,
        measure=group.measure,
        example=group.example,
        count=len(group.entries),
        last=group.entries[-1].at,
        corrections=[entry.correction for entry in group.entries if entry.correction],
    )


def _lesson(lesson: Lesson, change: Change) -> LessonOut:
    if isinstance(lesson, Synonym):
        return LessonOut(
            id=change.lesson,
            kind="synonym",
            text=lesson.said,
            means=lesson.means,
            issuer=lesson.issuer,
            year=None,
            url=None,
        )
    url = _address(f"{lesson.report}#{lesson.anchor}") if lesson.report and lesson.anchor else None
    means = lesson.label or lesson.indicator or ""
    return LessonOut(
        id=change.lesson,
        kind="pin",
        text=lesson.question,
        means=means,
        issuer=lesson.issuer,
        year=lesson.year,
        url=url,
    )


def _run(run: Run) -> RunOut:
    return RunOut(id=run.id, at=run.at, person=run.person, summary=run.summary)

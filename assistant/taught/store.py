"""Teaching: lessons go into the database as versions, and every process has the newest for its next question."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from assistant.taught.applied import Taught
from assistant.taught.lessons import Lesson, Pin, Synonym, bare, plain
from corpus.report import ReportError
from index.lessons import Change, Lessons

_KINDS: dict[str, type[Synonym] | type[Pin]] = {"synonym": Synonym, "pin": Pin}
_LONGEST = 200


class NoLesson(ReportError):
    """Something that cannot be taught; the message says why."""


class Teaching:
    """Adds to and reads from the lessons. Safe to share between threads."""

    def __init__(self, lessons: Lessons) -> None:
        self._lessons = lessons
        self._taught: tuple[int, Taught] = (0, Taught())

    def taught(self) -> Taught:
        """Return what is taught now: one small read tells whether what is in memory is the newest."""
        version, taught = self._taught
        newest = self._lessons.version()
        if newest != version:
            taught = Taught([lesson for lesson, _ in self.lessons()])
            self._taught = (newest, taught)
        return taught

    def teach(self, lesson: Lesson) -> Change:
        """Given a lesson, return the change that makes it hold, in place of what its key said before. Raises
        NoLesson for one that says nothing."""
        lesson = _checked(lesson)
        return self._lessons.put(_id(lesson), _content(lesson))

    def withdraw(self, lesson: str) -> Change:
        """Given a lesson's id, return the change that ends it. Raises NoLesson."""
        if lesson not in {change.lesson for _, change in self.lessons()}:
            raise NoLesson(f"lesson {lesson}: does not hold")
        return self._lessons.put(lesson, None)

    def undo(self) -> Change:
        """Take back the last change that is not taken back. Raises NoLesson when there is none."""
        change = self._lessons.undo()
        if change is None:
            raise NoLesson("nothing is left to undo")
        return change

    def lessons(self) -> tuple[tuple[Lesson, Change], ...]:
        """Return the lessons that hold, each with its last change, the oldest first."""
        return tuple((_lesson(change.content or {}), change) for change in self._lessons.current())

    def export(self) -> dict[str, Any]:
        """Return everything ever taught, as JSON has it: what holds, and each version of it."""
        return {
            "lessons": [_content(lesson) for lesson, _ in self.lessons()],
            "history": [
                {"version": one.version, "lesson": one.lesson, "at": _moment(one.at), "content": one.content, "undoes": one.undoes}
                for one in self._lessons.history()
            ],
        }  # fmt: skip

    def take_in(self, exported: Any) -> tuple[Change, ...]:
        """Given what `export` gave, teach the lessons that held there and do not here; return the changes.
        All are checked before the first is taught. Raises NoLesson, naming the one that is wrong."""
        contents = exported.get("lessons") if isinstance(exported, dict) else None
        if not isinstance(contents, list):
            raise NoLesson("no lessons: an object with a list of that name is expected")
        lessons = [_checked(_lesson(content)) for content in contents]
        holding = {lesson for lesson, _ in self.lessons()}
        return tuple(self.teach(lesson) for lesson in lessons if lesson not in holding)


def _checked(lesson: Lesson) -> Lesson:
    if isinstance(lesson, Synonym):
        lesson = Synonym(plain(lesson.said), plain(lesson.means), lesson.issuer)
        _sizes(lesson.said, lesson.means)
        if bare(lesson.said) == bare(lesson.means):
            raise NoLesson(f"{lesson.said!r}: means itself")
        return lesson
    _sizes(lesson.measure)
    if not lesson.label and lesson.indicator is None:
        raise NoLesson(f"{lesson.question!r}: no figure is named")
    return lesson


def _sizes(*words: str) -> None:
    for word in words:
        if not 2 <= len(bare(word)) <= _LONGEST:
            raise NoLesson(f"{word!r}: between 2 and {_LONGEST} characters are expected")


def _id(lesson: Lesson) -> str:
    return sha256(lesson.key.encode()).hexdigest()[:12]


def _content(lesson: Lesson) -> dict[str, Any]:
    kind = next(name for name, made in _KINDS.items() if isinstance(lesson, made))
    given = {one.name: getattr(lesson, one.name) for one in fields(lesson)}
    return {"kind": kind} | {name: value for name, value in given.items() if value not in (None, "")}


def _lesson(content: Any) -> Lesson:
    try:
        rest = dict(content)
        lesson = _KINDS[rest.pop("kind")](**rest)
    except (TypeError, ValueError, KeyError) as error:
        raise NoLesson(f"no lesson: {content!r} ({error})") from error
    if not _sound(lesson):
        raise NoLesson(f"no lesson: {content!r}")
    return lesson


def _sound(lesson: Lesson) -> bool:
    """Whether every field holds what it should: JSON from outside may hold anything."""
    given = {one.name: getattr(lesson, one.name) for one in fields(lesson)}
    year = given.pop("year", None)
    return isinstance(year, int | None) and all(isinstance(value, str | None) for value in given.values())


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")

"""Lessons as questions with known answers, so that what was taught once stays right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from assistant.reply import Answer, plain
from assistant.taught.applied import pinned
from assistant.taught.lessons import Lesson, Pin, Synonym
from assistant.understand.question import understand
from corpus.report import Figure
from index.lessons import Change
from index.search import Held, Scope, Searcher

_TRIED = 20  # reports asked for a figure that a synonym means


def questions(
    lessons: Iterable[tuple[Lesson, Change]], searcher: Searcher, ask: Callable[[str], Answer], today: date
) -> Iterator[dict[str, Any]]:
    """Given the lessons that hold, the index, a way to ask and the day, return the lines of a file for
    `nianbao eval`. A lesson that no report held bears out just now has none."""
    held = sorted(searcher.held(), key=lambda one: -one.year)
    for lesson, change in lessons:
        found = (
            _pin(lesson, searcher, held, today) if isinstance(lesson, Pin) else _synonym(lesson, held, ask)
        )
        if found is not None:
            question, expect = found
            yield {"id": f"taught-{change.version}", "question": question, "expect": expect}


def _pin(
    lesson: Pin, searcher: Searcher, held: Sequence[Held], today: date
) -> tuple[str, dict[str, Any]] | None:
    figures = pinned(searcher, lesson, Scope())
    if not figures:
        return None
    figure, query = figures[-1], understand(lesson.question, held, today=today)
    if query.operation not in ("value", "exists", "passage"):
        return None
    issuer = "" if query.issuers else figure.citation.issuer
    year = "" if query.years else str(figure.year)
    if query.language == "en":
        return f"{lesson.question.rstrip('?？')} {issuer} {year}?".replace("  ", " "), _expected(figure)
    return f"{issuer}{year}{'年' if year else ''}{lesson.question}", _expected(figure)


def _expected(figure: Figure) -> dict[str, Any]:
    if figure.value is None:
        return {"status": "not_reported"}
    cites: dict[str, Any] = {"report": figure.citation.issuer, "year": figure.citation.year}
    if figure.citation.cell is None:
        cites["quote"] = figure.raw
    else:
        cites |= {
            name: path[-1]
            for name, path in (("row", figure.label.row), ("column", figure.label.column))
            if path
        }
    unit = {"unit": figure.unit} if figure.unit else {}
    return {"value": plain(figure.value), **unit, "cites": cites}


def _synonym(
    lesson: Synonym, held: Sequence[Held], ask: Callable[[str], Answer]
) -> tuple[str, dict[str, Any]] | None:
    """The question with the words taught, and the value of the same question with the words they mean."""
    fitting = [one for one in held if lesson.issuer in (None, one.issuer)]
    for report in fitting[:_TRIED]:
        scope = f"{report.issuer}{report.year}年"
        answer = ask(f"{scope}{lesson.means}是多少？")
        value, unit = answer.headline
        if answer.status == "answered" and value is not None:
            expect = {"value": plain(value), **({"unit": unit} if unit else {})}
            return f"{scope}{lesson.said}是多少？", expect
    return None

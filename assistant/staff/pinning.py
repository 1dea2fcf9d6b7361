"""From a question and the figure that staff mark as its answer to a Pin, with the scope that it may speak in."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from assistant.find.finder import measure
from assistant.masking import masked
from assistant.query import Query
from assistant.taught.applied import pinned
from assistant.taught.lessons import Pin
from assistant.taught.store import NoLesson
from assistant.understand.question import understand
from corpus.report import Figure
from index.search import Scope, Searcher

T = TypeVar("T")
_SPOT = re.compile(r"(?:.*/reports/)?([0-9a-f]+)(?:\?[^#]*)?#([\w-]+)")


@dataclass(frozen=True, slots=True)
class Marked:
    """What staff say is the answer: a spot ("report#anchor", or a citation's address), the text of a label, or
    a national form's indicator; and the scope, where the question does not name it."""

    spot: str | None = None
    label: str | None = None
    indicator: str | None = None
    issuer: str | None = None
    year: int | None = None


def pin(question: str, marked: Marked, searcher: Searcher, today: date) -> Pin:
    """Given a question, what is marked as its answer, the index and the day, return the pin. Raises NoLesson
    where no figure is marked, or one that is not of the question's scope."""
    query = understand(question, searcher.held(), today=today)
    if query.problem or not measure(query):
        raise NoLesson(f"{question!r}: names nothing that a report could measure")
    made = _pin(query, marked)
    if marked.spot is not None:
        return _on_spot(made, marked.spot, query, searcher)
    found = pinned(searcher, made, Scope())
    if not found:
        raise NoLesson(
            f"{marked.label or marked.indicator!r}: no report held has such a figure in this scope"
        )
    return replace(made, label=made.label or found[-1].label.text)


def _pin(query: Query, marked: Marked) -> Pin:
    """In the scope that is given, or that the question names. Names of several are no scope."""
    return Pin(
        question=masked(query.text),
        measure=masked(measure(query)),
        label=marked.label or "",
        indicator=marked.indicator,
        issuer=marked.issuer or _only(query.issuers),
        year=marked.year or _only(query.years),
    )


def _on_spot(made: Pin, spot: str, query: Query, searcher: Searcher) -> Pin:
    match = _SPOT.fullmatch(spot)
    figure = searcher.at(match[1], match[2]) if match else None
    if match is None or figure is None:
        raise NoLesson(f"{spot!r}: no figure of a report that is held stands there")
    _agree(figure, query, made)
    label, issuer = figure.label.text, figure.citation.issuer
    return replace(made, label=label, issuer=issuer, year=figure.year, report=match[1], anchor=match[2])


def _agree(figure: Figure, query: Query, made: Pin) -> None:
    issuer, year = figure.citation.issuer, figure.year
    if issuer not in (query.issuers or (issuer,)) or made.issuer not in (None, issuer):
        raise NoLesson(f"{query.text!r}: asks for another agency than {issuer}")
    if year not in (query.years or (year,)) or made.year not in (None, year):
        raise NoLesson(f"{query.text!r}: asks for another year than {year}")


def _only(values: Collection[T]) -> T | None:
    return next(iter(values)) if len(values) == 1 else None

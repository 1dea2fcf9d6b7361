"""What a question gets back: an Answer, and its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from corpus.report import Citation, Figure

Status = Literal["answered", "not_reported", "not_held", "ambiguous", "out_of_scope"]
Language = Literal["zh-Hans", "zh-Hant", "en"]


@dataclass(frozen=True, slots=True)
class Calculation:
    """A result worked out from cited figures. `operands` are the figures' places in the answer, from 1.

    `result` is rounded as the answer prints it; `expression` shows the operands as the reports write them.
    """

    operation: str
    expression: str
    result: Decimal
    unit: str | None
    operands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One press that settles an ambiguous question: what it says, and the question it asks."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question. `figures[n]` stands on `citations[n]`; a passage answer has citations only.

    `calculation`, where there is one, is the headline; otherwise the first figure is. `assumed` names the
    scope that the question left open and the answer took for granted.
    """

    status: Status
    text: str
    language: Language
    figures: tuple[Figure, ...] = ()
    calculation: Calculation | None = None
    further: tuple[Calculation, ...] = ()
    """The other results, where a question asks for several: the shares of two years."""
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    assumed: str = ""
    warnings: tuple[str, ...] = ()
    conversation: str | None = None
    problem: str = ""
    id: str = ""
    """Unguessable: whoever has it may say what they think of the answer."""

    @property
    def headline(self) -> tuple[Decimal | None, str | None]:
        """The value and unit that the answer stands for, or (None, None)."""
        if self.calculation is not None:
            return self.calculation.result, self.calculation.unit
        if self.figures:
            return self.figures[0].value, self.figures[0].unit
        return None, None


def plain(value: Decimal | None) -> str | None:
    """Given a decimal, return it as a plain string without exponent, or None for a blank."""
    return None if value is None else format(value, "f")


def to_json(answer: Answer) -> dict[str, Any]:
    """Given an answer, return the object that the command line and `POST /api/ask` give."""
    calculation = answer.calculation
    return {
        "status": answer.status,
        "text": answer.text,
        "language": answer.language,
        "figures": [_figure(figure, place) for place, figure in enumerate(answer.figures, 1)],
        "calculation": None if calculation is None else _calculation(calculation),
        "further": [_calculation(one) for one in answer.further],
        "citations": [_citation(citation, place) for place, citation in enumerate(answer.citations, 1)],
        "suggestions": list(answer.suggestions),
        "choices": [{"label": choice.label, "question": choice.question} for choice in answer.choices],
        "assumed": answer.assumed,
        "warnings": list(answer.warnings),
        "conversation": answer.conversation,
        "id": answer.id,
    }


def _calculation(calculation: Calculation) -> dict[str, Any]:
    return {
        "operation": calculation.operation,
        "expression": calculation.expression,
        "result": plain(calculation.result),
        "unit": calculation.unit,
        "operands": list(calculation.operands),
    }


def _figure(figure: Figure, place: int) -> dict[str, Any]:
    return {
        "indicator": figure.label.text,
        "value": plain(figure.value),
        "unit": figure.unit,
        "year": figure.year,
        "issuer": figure.citation.issuer,
        "qualifier": figure.qualifier,
        "trust": figure.trust,
        "citation": place,
    }


def _citation(citation: Citation, place: int) -> dict[str, Any]:
    table = None
    if citation.cell is not None:
        table = {"row": list(citation.row or ()), "column": list(citation.column or ())}
    return {
        "id": place,
        "report": citation.title,
        "issuer": citation.issuer,
        "year": citation.year,
        "section": list(citation.section),
        "page": citation.page,
        "table": table,
        "quote": citation.quote,
        "url": citation.url,
    }

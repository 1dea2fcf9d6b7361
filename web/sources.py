"""An answer as text that stands by itself: with its sources, and links to them, below."""

from __future__ import annotations

from assistant.reply import Answer
from corpus.report import Citation


def sourced(answer: Answer, portal: str) -> str:
    """Given an answer and the portal's public address (or ""), return its text with what [1], [2] … are."""
    lines = [_line(place, citation, portal.rstrip("/")) for place, citation in enumerate(answer.citations, 1)]
    offers = [choice.question for choice in answer.choices] or list(answer.suggestions)
    listed = [] if answer.status == "answered" else [f"- {question}" for question in offers]
    parts = (answer.text, *answer.warnings, "\n".join(listed), "\n".join(lines))
    return "\n\n".join(part for part in parts if part)


def _line(place: int, citation: Citation, portal: str) -> str:
    where = " › ".join((*citation.section, *(citation.row or ()), *(citation.column or ())))
    link = f" {portal}{citation.url}" if portal else ""
    return f"[{place}] 《{citation.title}》 {where}{link}"

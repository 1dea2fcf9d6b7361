"""A question and its answer as the journal keeps them: without personal data, and without who asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Protocol

from assistant.masking import masked
from assistant.query import Query
from assistant.reply import Answer
from index.journal import Entry


class Journal(Protocol):
    """Where questions are noted (index/journal.py)."""

    def note(self, entry: Entry) -> None: ...


def entry(query: Query, answer: Answer, channel: str, milliseconds: float) -> Entry:
    """Given a question understood, its answer, the channel it came through and how long it took, return what
    the journal keeps."""
    return Entry(
        id=answer.id,
        at=datetime.now(UTC),
        channel=channel,
        question=masked(query.text),
        query=_understood(query),
        status=answer.status,
        evidence=tuple(f"{citation.report}#{citation.anchor}" for citation in answer.citations),
        milliseconds=round(milliseconds, 1),
    )


def _understood(query: Query) -> dict[str, Any]:
    return {
        "measure": masked(query.measure),
        "matched": masked(query.simplified if query.language == "en" else query.measure),
        "operation": query.operation,
        "issuers": list(query.issuers),
        "unknown_issuer": query.unknown_issuer and masked(query.unknown_issuer),
        "years": list(query.years),
        "report": query.report,
        "unit": query.unit,
        "language": query.language,
        "problem": query.problem,
    }

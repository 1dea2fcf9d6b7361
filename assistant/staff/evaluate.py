"""Questions with known answers -> a score. A wrong answer weighs heaviest: it is counted by itself."""

from __future__ import annotations

import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal

from assistant.reply import Answer, to_json
from corpus.report import ReportError
from corpus.units import base_unit

Verdict = Literal["right", "wrong", "abstained", "refused", "answered_unanswerable"]
Ask = Callable[[str, str | None], Answer]
"""Given a question and a conversation's id or None, return the answer (with its conversation's id)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question with what is expected of its answer, as EVALUATION's lines have it."""

    id: str
    question: str
    expect: dict[str, Any]
    conversation: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return self.id.rstrip("0123456789-_") or "other"

    @property
    def answerable(self) -> bool:
        return self.expect.get("status") in (None, "answered")


@dataclass(frozen=True, slots=True)
class Outcome:
    item: Item
    answer: Answer
    verdict: Verdict
    cited: bool | None
    milliseconds: float


def read_items(path: Path) -> list[Item]:
    """Given a JSON Lines file of questions, return its items; ReportError names a line that is none."""
    items = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            items.append(
                Item(data["id"], data["question"], data["expect"], tuple(data.get("conversation", ())))
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ReportError(
                f"{path}, line {number}: not a question with an id and an expectation ({error})"
            ) from error
    return items


def evaluate(items: Iterable[Item], ask: Ask) -> list[Outcome]:
    """Given items and a way to ask, ask each (after its conversation's earlier questions) and judge it."""
    outcomes = []
    for item in items:
        conversation = None
        for earlier in item.conversation:
            conversation = ask(earlier, conversation).conversation
        began = time.perf_counter()
        answer = ask(item.question, conversation)
        took = (time.perf_counter() - began) * 1000
        verdict = judge(item, answer)
        cited = cites(item.expect.get("cites"), answer) if verdict == "right" else None
        outcomes.append(Outcome(item, answer, verdict, cited, took))
    return outcomes


def judge(item: Item, answer: Answer) -> Verdict:
    """Given an item and its answer, return the verdict."""
    if not item.answerable:
        offered = answer.status == "answered" or bool(answer.figures)
        return "answered_unanswerable" if offered else "refused"
    if answer.status != "answered":
        return "abstained"
    return "right" if _meets(item.expect, answer) else "wrong"


def _meets(expect: dict[str, Any], answer: Answer) -> bool:
    if "value" in expect and not _value_meets(expect["value"], answer):
        return False
    if expect.get("unit") and base_unit(expect["unit"]) != base_unit(answer.headline[1] or ""):
        return False
    said = answer.text + "\n" + "\n".join(citation.quote for citation in answer.citations)
    return all(any(part in said for part in wanted.split("|")) for wanted in expect.get("contains", ()))


def _value_meets(wanted: Any, answer: Answer) -> bool:
    if isinstance(wanted, list):
        results = (answer.calculation, *answer.further) if answer.further else ()
        values: list[Decimal | None] = [one.result for one in results if one] or [
            figure.value for figure in answer.figures
        ]
        return len(wanted) == len(values) and all(
            _equal(one, value, bool(results)) for one, value in zip(wanted, values, strict=True)
        )
    value, unit = answer.headline
    return _equal(wanted, value, unit in ("%", "个百分点"))


def _equal(wanted: Any, value: Decimal | None, percentage: bool) -> bool:
    if wanted is None or value is None:
        return wanted is None and value is None
    try:
        number = Decimal(str(wanted))
    except InvalidOperation:
        return False
    if percentage:  # to one decimal place, however either side was rounded before
        return abs(number - value) <= Decimal("0.05") or round(number, 1) == round(value, 1)
    return number == value


def cites(wanted: dict[str, Any] | None, answer: Answer) -> bool | None:
    """Given the expected parts of the first citation, return whether it has them all; None: none asked."""
    if not wanted:
        return None
    if not answer.citations:
        return False
    citation = to_json(answer)["citations"][0]
    table = citation["table"] or {"row": [], "column": []}
    said = {
        "report": f"{citation['report']} {citation['issuer']}",
        "issuer": citation["issuer"],
        "year": str(citation["year"]),
        "section": " ".join(citation["section"]),
        "row": " ".join(table["row"]),
        "column": " ".join(table["column"]),
        "quote": citation["quote"],
        "page": str(citation["page"]),
    }
    return all(str(value) in said.get(field, "") for field, value in wanted.items())


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Given the outcomes, return the object that `nianbao eval --json` prints."""
    times = sorted(outcome.milliseconds for outcome in outcomes) or [0.0]
    by_kind: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    by_language: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for outcome in outcomes:
        by_kind[outcome.item.kind][outcome.verdict] += 1
        by_language[outcome.answer.language][outcome.verdict] += 1
    return {
        "questions": len(outcomes),
        **{
            verdict: sum(outcome.verdict == verdict for outcome in outcomes)
            for verdict in ("right", "wrong", "abstained", "refused", "answered_unanswerable")
        },
        "citation_exact": sum(outcome.cited is True for outcome in outcomes),
        "citation_wrong": sum(outcome.cited is False for outcome in outcomes),
        "latency_ms": {
            "p50": round(statistics.median(times), 1),
            "p95": round(times[min(len(times) - 1, int(len(times) * 0.95))], 1),
        },
        "by_kind": {kind: dict(counts) for kind, counts in sorted(by_kind.items())},
        "by_language": {language: dict(counts) for language, counts in sorted(by_language.items())},
        "items": [_line(outcome) for outcome in outcomes],
    }


def _line(outcome: Outcome) -> dict[str, Any]:
    value = outcome.answer.headline[0]
    return {
        "id": outcome.item.id,
        "verdict": outcome.verdict,
        "status": outcome.answer.status,
        "text": outcome.answer.text,
        "value": None if value is None else format(value, "f"),
        "cited": outcome.cited,
        "ms": round(outcome.milliseconds, 1),
    }

"""What could not be answered, grouped, so that staff see what to teach or which report to add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.words.terms import covered, terms
from index.journal import Entry

LIKE = 0.6
"""How much of each other's words two measures must say to be asked for together."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions alike that got one kind of reply; `disputed` are those answered, but not rightly as someone
    said. `entries` are in the order they were asked."""

    status: str
    entries: tuple[Entry, ...]

    @property
    def measure(self) -> str:
        """The measure that was asked most often in these words."""
        return Counter(map(_measure, self.entries)).most_common(1)[0][0]

    @property
    def example(self) -> str:
        """The newest question in the group's own words."""
        return next(one.question for one in reversed(self.entries) if _measure(one) == self.measure)


def unanswered(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Given what was asked, return what was not answered, or not rightly, in groups: the most asked first."""
    groups: list[tuple[str, list[Entry]]] = []
    for entry in entries:
        status = _status(entry)
        if not status:
            continue
        fitting = (group for kind, group in groups if kind == status and _alike(group[0], entry))
        if (group := next(fitting, None)) is not None:
            group.append(entry)
        else:
            groups.append((status, [entry]))
    made = [Group(status, tuple(group)) for status, group in groups]
    return tuple(sorted(made, key=lambda group: -len(group.entries)))


def to_json(groups: Sequence[Group]) -> dict[str, Any]:
    """Given groups, return the object that `nianbao unanswered --json` prints."""
    return {"unanswered": [_group(group) for group in groups]}


def _group(group: Group) -> dict[str, Any]:
    return {
        "status": group.status,
        "measure": group.measure,
        "count": len(group.entries),
        "example": group.example,
        "last": group.entries[-1].at.isoformat(timespec="seconds"),
        "answers": [entry.id for entry in group.entries],
        "corrections": [entry.correction for entry in group.entries if entry.correction],
    }


def _status(entry: Entry) -> str:
    if entry.status != "answered":
        return entry.status
    return "disputed" if entry.thumb == "down" or entry.correction else ""


def _measure(entry: Entry) -> str:
    """What is measured; for what is no question for the reports, the words themselves."""
    return entry.query.get("matched") or entry.question


def _alike(one: Entry, other: Entry) -> bool:
    first, second = _measure(one), _measure(other)
    if first == second:
        return True
    return min(covered(terms(first), second), covered(terms(second), first)) >= LIKE

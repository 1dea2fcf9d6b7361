"""Where a report's narrative and its tables differ, as its page tells it: beside both places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.conflicts import Conflict
from corpus.indicators import indicators


@dataclass(frozen=True, slots=True)
class Difference:
    """What is told beside one of the two places: of what, what each says, the anchor of the other, and the
    cells of the table that it is about."""

    what: str
    told: str
    given: str
    other: str
    cells: tuple[tuple[int, int], ...]


def differences(conflicts: Iterable[Conflict]) -> dict[str, tuple[Difference, ...]]:
    """Given a report's conflicts, return what to tell beside each paragraph and table, by the block's id."""
    found: dict[str, tuple[Difference, ...]] = {}
    for conflict in conflicts:
        paragraph, cell = conflict.narrative.citation, conflict.table[0].citation
        for block, other in ((paragraph.block, cell.anchor), (cell.block, paragraph.block)):
            found[block] = (*found.get(block, ()), _difference(conflict, other))
    return found


def _difference(conflict: Conflict, other: str) -> Difference:
    return Difference(
        what=indicators()[conflict.indicator].zh,
        told=conflict.narrative.raw,
        given=" + ".join(figure.raw for figure in conflict.table),
        other=other,
        cells=tuple(figure.citation.cell for figure in conflict.table if figure.citation.cell),
    )

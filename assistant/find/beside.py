"""Several measures in one question, of which one is certain and another has rivals: what stands beside it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.find.select import Selection
from assistant.match.candidates import Candidate


def beside(selections: Sequence[Selection]) -> list[Selection]:
    """Given what was selected for each of several measures, return it with the rivals settled of which just one stands in
    the table or paragraph of one that is certain."""
    sure = {place for one in selections if one.certain is not None for place in _places(one.certain)}
    return [_settled(one, sure) for one in selections]


def _settled(selection: Selection, sure: set[tuple[str, str]]) -> Selection:
    if selection.chosen is None or not selection.rivals:
        return selection
    found = [one for one in (selection.chosen, *selection.rivals) if _places(one) & sure]
    return replace(selection, chosen=found[0], rivals=()) if len(found) == 1 else selection


def _places(candidate: Candidate) -> set[tuple[str, str]]:
    """The tables and paragraphs that its figures stand in."""
    return {(one.citation.report, one.citation.block) for one in candidate.figures}

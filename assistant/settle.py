"""Where a report's narrative and table differ, the table's figure answers: the narrative's stands beside it."""

from __future__ import annotations

from dataclasses import replace

from assistant.select import Candidate, Selection
from corpus.conflicts import Conflict
from corpus.doubts import Doubts
from corpus.indicators import indicators
from corpus.report import Citation, Figure, Label

Spot = tuple[str, str]
"""A place in all the reports: the report's id and the anchor in it."""


def settled(selection: Selection, doubts: Doubts) -> Selection:
    """Given a selection and what of its reports cannot all be right, return it with the table's figures in the
    place of a narrative's that differ, and without the rivals that are the other side of such a conflict."""
    chosen = selection.chosen
    if chosen is None or not doubts.conflicts:
        return selection
    own = {spot(figure.citation) for figure in chosen.figures}
    met = [conflict for conflict in doubts.conflicts if sides(conflict) & own]
    told = own.union(*map(sides, met))
    rivals = tuple(
        rival
        for rival in selection.rivals
        if any(figure.value is not None and spot(figure.citation) not in told for figure in rival.figures)
    )
    return replace(selection, chosen=_by_the_table(chosen, met), rivals=rivals)


def spot(citation: Citation) -> Spot:
    """Given a citation, return its spot."""
    return citation.report, citation.anchor


def sides(conflict: Conflict) -> set[Spot]:
    """Given a conflict, return the spots it is between."""
    return {spot(figure.citation) for figure in (conflict.narrative, *conflict.table)}


def _by_the_table(chosen: Candidate, met: list[Conflict]) -> Candidate:
    instead = {spot(conflict.narrative.citation): conflict for conflict in met}
    if len(chosen.figures) == 1:
        conflict = instead.get(spot(chosen.figures[0].citation))
        if conflict is not None and len(conflict.table) > 1:
            label = Label(phrase=indicators()[conflict.indicator].zh, indicator=conflict.indicator)
            return replace(chosen, label=label, figures=conflict.table, summed=True)
    return replace(chosen, figures=tuple(_table_figure(figure, instead) for figure in chosen.figures))


def _table_figure(figure: Figure, instead: dict[Spot, Conflict]) -> Figure:
    conflict = instead.get(spot(figure.citation))
    if conflict is None or len(conflict.table) != 1 or conflict.table[0].value is None:
        return figure
    return conflict.table[0]

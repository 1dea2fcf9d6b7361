"""Where a report's narrative and table differ, the table's figure answers: the narrative's stands beside it."""

from __future__ import annotations

from dataclasses import replace

from assistant.select import Candidate, Selection
from corpus.conflicts import Conflict
from corpus.doubts import Doubts
from corpus.indicators import indicators
from corpus.report import Figure, Label

Identity = tuple[str, str, str, str]
"""One figure of all the reports: report, anchor, label and writing. A sentence may hold several figures."""


def settled(selection: Selection, doubts: Doubts) -> Selection:
    """Given a selection and what of its reports cannot all be right, return it with the table's figures in the
    place of a narrative's that differ, and without the rivals that are the other side of such a conflict."""
    chosen = selection.chosen
    if chosen is None or not doubts.conflicts:
        return selection
    own = {identity(figure) for figure in chosen.figures}
    met = [conflict for conflict in doubts.conflicts if sides(conflict) & own]
    told = own.union(*map(sides, met))
    rivals = tuple(
        rival
        for rival in selection.rivals
        if any(figure.value is not None and identity(figure) not in told for figure in rival.figures)
    )
    return replace(selection, chosen=_by_the_table(chosen, met), rivals=rivals)


def identity(figure: Figure) -> Identity:
    """Given a figure, return what tells it from all others."""
    return figure.citation.report, figure.citation.anchor, figure.label.text, figure.raw


def sides(conflict: Conflict) -> set[Identity]:
    """Given a conflict, return the figures it is between."""
    return {identity(figure) for figure in (conflict.narrative, *conflict.table)}


def _by_the_table(chosen: Candidate, met: list[Conflict]) -> Candidate:
    instead = {identity(conflict.narrative): conflict for conflict in met}
    if len(chosen.figures) == 1:
        conflict = instead.get(identity(chosen.figures[0]))
        if conflict is not None and len(conflict.table) > 1:
            label = Label(phrase=indicators()[conflict.indicator].zh, indicator=conflict.indicator)
            return replace(chosen, label=label, figures=conflict.table, summed=True)
    return replace(chosen, figures=tuple(_table_figure(figure, instead) for figure in chosen.figures))


def _table_figure(figure: Figure, instead: dict[Identity, Conflict]) -> Figure:
    conflict = instead.get(identity(figure))
    if conflict is None or len(conflict.table) != 1 or conflict.table[0].value is None:
        return figure
    return conflict.table[0]

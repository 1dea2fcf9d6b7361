"""Where figures of one thing differ: the table's answers before the narrative's, a result before the plan for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.find.select import LOOSELY, Selection, select
from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.words.labels import is_of_five_years
from assistant.words.plans import AHEAD, INTENDED, looks_ahead, planned
from corpus.conflicts import Conflict
from corpus.doubts import Doubts
from corpus.five_years import OVER
from corpus.indicators import indicators
from corpus.report import Figure, Label
from index.search import Evidence

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


def settled_plans(
    asked: Asked, evidence: Sequence[Evidence], unit: str | None, selection: Selection
) -> Selection:
    """Given what is asked, the figures found and what was selected of them, return the selection without the plans, or
    without the results where plans are asked for, of an agency's year that has both."""
    if selection.chosen is None:
        return selection
    intended = INTENDED.search(asked.text) and "实际" not in asked.text
    if intended and not any(map(looks_ahead, selection.chosen.figures)):
        return Selection(near=(selection.chosen, *selection.rivals)[:3])
    ahead = AHEAD.search(asked.text) is not None
    figures = [figure for one in (selection.chosen, *selection.rivals) for figure in one.figures]
    both = {_place(one) for one in figures if planned(one)} & {
        _place(one) for one in figures if not planned(one)
    }
    if not both:
        return selection
    kept = [
        one
        for one in evidence
        if isinstance(one.item, Figure) and (_place(one.item) not in both or planned(one.item) == ahead)
    ]
    found = select(asked, kept, unit)
    if found.chosen is None or found.chosen.fit.score < selection.chosen.fit.score - LOOSELY:
        return selection
    return found


def of_five_years(
    asked: Asked, evidence: Sequence[Evidence], unit: str | None, selection: Selection
) -> Selection:
    """Given what is asked of no year, the figures found and what was selected of them, return what five years brought
    instead, where a report tells the thing only so: its answer says of what time it is."""
    found = select(replace(asked, text=f"{asked.text} {OVER}"), evidence, unit)
    return found if found.chosen is not None and is_of_five_years(found.chosen.label) else selection


def _place(figure: Figure) -> tuple[str, int]:
    return figure.citation.issuer, figure.year


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

"""What was planned for a year and what became of it: each answers a question that asks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match import Asked, leaves
from assistant.select import LOOSELY, Selection, select
from corpus.report import WORK_REPORT, Figure
from index.search import Evidence

_AHEAD = re.compile("计划|打算|目标|预期|力争|争取|准备|预计|拟|希望|将|想要?|要(?![求点闻])|瞄准|定在|定为")
_INTENDED = re.compile("计划(?!生育)|打算|预计|力争|准备|拟(?!定)|预期")
_PLANNED = re.compile("力争|争取|预期|目标|计划|拟(?!定)|确保")


def _looks_ahead(figure: Figure) -> bool:
    """Whether anything about a figure says that it is of what was intended: its title, its headings, its sentence."""
    said = " ".join((figure.citation.title, *figure.label.section, figure.label.text, figure.sentence))
    return planned(figure) or _AHEAD.search(said) is not None or "预算" in said


def planned(figure: Figure) -> bool:
    """Given a figure, return whether it is what was to be reached, and not what was: its label says so, it is of a year
    after its report's, or of the year that a government's work report has before it."""
    if any(_PLANNED.search(part) for part in leaves(figure.label)) or figure.year > figure.citation.year:
        return True
    return WORK_REPORT in figure.citation.title and figure.year == figure.citation.year


def settled_plans(
    asked: Asked, evidence: Sequence[Evidence], unit: str | None, selection: Selection
) -> Selection:
    """Given what is asked, the figures found and what was selected of them, return the selection of results alone, or
    of plans alone where those are asked for, if one of them answers nearly as well."""
    if selection.chosen is None:
        return selection
    if _INTENDED.search(asked.text) and not any(map(_looks_ahead, selection.chosen.figures)):
        return Selection(near=(selection.chosen, *selection.rivals)[:3])
    ahead = _AHEAD.search(asked.text) is not None
    kept = [one for one in evidence if isinstance(one.item, Figure) and planned(one.item) == ahead]
    figures = [figure for one in (selection.chosen, *selection.rivals) for figure in one.figures]
    if not kept or all(planned(figure) == ahead for figure in figures):
        return selection
    settled = select(asked, kept, unit)
    if settled.chosen is None or settled.chosen.fit.score < selection.chosen.fit.score - LOOSELY:
        return selection
    return settled

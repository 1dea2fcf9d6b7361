"""One measure over several years, where the reports do not call it by the same name each year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.match import is_change
from assistant.query import Query
from assistant.select import Selection
from corpus.report import Figure
from corpus.units import same_unit

_OVER_YEARS = frozenset(
    {"value", "difference", "growth", "sum", "average", "rank", "trend", "compare", "list"}
)


def over_years(
    query: Query, selection: Selection, measured: Callable[[Sequence[int]], Selection]
) -> Selection:
    """Given a query, what was selected for all its years together and how to select for some of them, return the
    selection with the figures of the years that it lacks or has rivals in, each as it would answer alone; as it was
    where one of them would not, or counts something else."""
    if len(query.years) < 2 or query.operation not in _OVER_YEARS or query.over in ("issuers", "rows"):
        return selection
    if len(query.issuers) > 1 or query.pairs or (selection.chosen and selection.chosen.summed):
        return selection
    kept = {} if selection.rivals or selection.chosen is None else _by_year(selection.chosen.figures)
    lacking = [year for year in query.years if year not in kept]
    if not lacking or (kept and len(kept) < len(selection.chosen.figures if selection.chosen else ())):
        return selection
    found = {year: _alone(measured([year]), year) for year in lacking}
    told = kept | {year: figure for year, figure in found.items() if figure is not None}
    figures = tuple(told[year] for year in sorted(told))
    if len(told) == len(kept) or len(told) < 2 or (selection.rivals and len(told) < len(query.years)):
        return selection
    if not _alike(figures):
        return selection
    chosen = selection.chosen or measured([figures[-1].year]).chosen
    assert chosen is not None
    return Selection(replace(chosen, label=figures[-1].label, figures=figures))


def _by_year(figures: Sequence[Figure]) -> dict[int, Figure]:
    return {figure.year: figure for figure in figures if figure.value is not None}


def _alone(selection: Selection, year: int) -> Figure | None:
    """The one figure that answers for one year, if it is certain."""
    chosen = selection.chosen
    if chosen is None or selection.rivals or chosen.summed or len(chosen.figures) != 1:
        return None
    figure = chosen.figures[0]
    return figure if figure.year == year and figure.value is not None else None


def _alike(figures: Sequence[Figure]) -> bool:
    """Whether figures can be set side by side: of one agency, in one kind of unit, all levels or all changes."""
    first = figures[0]
    return all(
        one.citation.issuer == first.citation.issuer
        and same_unit(one.unit, first.unit)
        and is_change(one.label) == is_change(first.label)
        for one in figures
    )

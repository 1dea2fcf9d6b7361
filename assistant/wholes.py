"""Parts and wholes in one table: what a part is a share of, and the parts that a total is the sum of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.find import Finder, measure, table_of
from assistant.match import DEFAULTS
from assistant.select import Candidate
from assistant.terms import unnumbered
from corpus.report import Figure
from index.search import Searcher


def part_and_whole(finder: Finder) -> tuple[Figure, Figure] | None:
    """Given the finder of a question for a share, return the part and the whole, or None where either is not
    found for certain."""
    asked, named = measure(finder.query), finder.query.whole
    part = (_one(finder, f"{named}{asked}") if named else None) or _one(finder, asked)
    if part is None:
        return None
    whole = _one(finder, named) if named else None
    if whole is None or whole == part:
        whole = _total_beside(finder, part)
    return None if whole is None else (part, whole)


def parts_beside(searcher: Searcher, chosen: Candidate) -> Candidate | None:
    """Given a candidate that is a total at the end of a group of columns, return the group's other columns as
    one candidate, in their order; None where it is no such total."""
    figure, label = chosen.figures[-1], chosen.label
    if figure.citation.cell is None or not _is_total(label.column) or len(label.column) < 2:
        return None
    parts = [
        one
        for one in table_of(searcher, figure)
        if one.label.row == label.row and one.label.column[:-1] == label.column[:-1] and one != figure
    ]
    parts.sort(key=lambda one: one.citation.cell or (0, 0))
    return replace(chosen, figures=tuple(parts), summed=True) if len(parts) > 1 else None


def _one(finder: Finder, asked: str) -> Figure | None:
    found = finder.measure(asked)
    if found.chosen is None or found.rivals or found.chosen.summed:
        return None
    newest = max(figure.year for figure in found.chosen.figures)
    figures = [figure for figure in found.chosen.figures if figure.year == newest]
    return figures[0] if len(figures) == 1 else None


def _total_beside(finder: Finder, part: Figure) -> Figure | None:
    """The total of the part's row, or, for a figure of the total column, of its group of rows."""
    if part.citation.cell is None:
        return None
    table = table_of(finder.searcher, part)
    if not _is_total(part.label.column):
        return _only(
            [one for one in table if one.label.row == part.label.row and _is_total(one.label.column)]
        )
    above = part.label.row[:1]
    totals = [one for one in table if one.label.row[:1] == above and one.label.column == part.label.column]
    return _only([one for one in totals if _is_total(one.label.row) and len(one.label.row) == 2])


def _is_total(path: Sequence[str]) -> bool:
    return bool(path) and unnumbered(path[-1]) in DEFAULTS


def _only(figures: Sequence[Figure]) -> Figure | None:
    return figures[0] if len(figures) == 1 else None

"""Parts and wholes in one table: what a part is a share of, and the parts that a total is the sum of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.find import Finder, block_of, measure
from assistant.match import DEFAULTS
from assistant.select import Candidate
from assistant.terms import unnumbered
from corpus.report import Figure
from index.search import Searcher


def part_and_whole(finder: Finder) -> tuple[tuple[Figure, ...], Figure] | None:
    """Given the finder of a question for a share, return the part (or the parts it is the sum of) and the whole,
    or None where either is not found for certain."""
    asked, named = measure(finder.query), finder.query.whole
    parts = (_found(finder, f"{named}{asked}") if named else ()) or _found(finder, asked)
    if not parts:
        return None
    whole = _one(finder, named) if named else None
    if whole is None or whole in parts:
        whole = _total_beside(finder, parts[0])
    if whole is None or (len(parts) > 1 and whole.label.column != parts[0].label.column):
        return None
    return parts, whole


def parts_beside(searcher: Searcher, chosen: Candidate) -> Candidate | None:
    """Given a candidate that is a total at the end of a group of columns, return the group's other columns as
    one candidate, in their order; None where it is no such total."""
    figure, label = chosen.figures[-1], chosen.label
    if figure.citation.cell is None or not _is_total(label.column) or len(label.column) < 2:
        return None
    parts = [
        one
        for one in block_of(searcher, figure)
        if one.label.row == label.row and one.label.column[:-1] == label.column[:-1] and one != figure
    ]
    parts.sort(key=lambda one: one.citation.cell or (0, 0))
    return replace(chosen, figures=tuple(parts), summed=True) if len(parts) > 1 else None


def _one(finder: Finder, asked: str) -> Figure | None:
    figures = _found(finder, asked)
    return figures[0] if len(figures) == 1 else None


def _found(finder: Finder, asked: str) -> tuple[Figure, ...]:
    """The figure of the newest year, or the parts of one report that a group is the sum of; or nothing."""
    found = finder.measure(asked)
    if found.chosen is None or found.rivals:
        return ()
    newest = max(figure.year for figure in found.chosen.figures)
    figures = tuple(figure for figure in found.chosen.figures if figure.year == newest)
    of_one = len({figure.citation.report for figure in figures}) == 1
    return figures if len(figures) == 1 or (found.chosen.summed and of_one) else ()


def _total_beside(finder: Finder, part: Figure) -> Figure | None:
    """The total of the part's row, or, for a figure of the total column, of its group of rows."""
    if part.citation.cell is None:
        return None
    table = block_of(finder.searcher, part)
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

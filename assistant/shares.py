"""What a part is a share of, where the question does not say: the total beside it in its own table."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find import Finder, measure
from assistant.match import DEFAULTS
from assistant.terms import unnumbered
from corpus.report import Figure
from index.search import Scope


def part_and_whole(finder: Finder) -> tuple[Figure, Figure] | None:
    """Given the finder of a question for a share, return the part and the whole, or None where either is not
    found for certain."""
    part = _one(finder, measure(finder.query))
    if part is None:
        return None
    whole = _one(finder, finder.query.whole) if finder.query.whole else None
    if whole is None or whole == part:
        whole = _total_beside(finder, part)
    return None if whole is None else (part, whole)


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
    scope = Scope(report=part.citation.report)
    table = [
        one.item
        for one in finder.searcher.figures(part.label.text, scope, 400)
        if isinstance(one.item, Figure) and one.item.citation.block == part.citation.block
    ]
    if not _is_total(part.label.column):
        return _only([one for one in table if one.label.row == part.label.row and _is_total(one.label.column)])
    above = part.label.row[:1]
    totals = [one for one in table if one.label.row[:1] == above and one.label.column == part.label.column]
    return _only([one for one in totals if _is_total(one.label.row) and len(one.label.row) == 2])


def _is_total(path: Sequence[str]) -> bool:
    return bool(path) and unnumbered(path[-1]) in DEFAULTS


def _only(figures: Sequence[Figure]) -> Figure | None:
    return figures[0] if len(figures) == 1 else None



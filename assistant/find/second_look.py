"""A second look at one table, by what was learnt of questions and tables, where the words leave it open.

Used where several labels of one table fit alike, or where one nearly fits. It decides only when it is sure.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.match.candidates import Candidate
from assistant.query import Query
from assistant.tables.lookup import lookup
from corpus.report import Figure, Report, Table
from index.search import Searcher

SURE = 0.9
"""How likely the found cell must be; on labelled tables such answers are right 97 times in 100."""
ASKED, OWN = 0.65, 0.5
"""How much of the question and of its own label a candidate must say to be taken up on a second look."""


def decided(searcher: Searcher, query: Query, candidates: Sequence[Candidate]) -> Candidate | None:
    """Given candidates that answer a question alike, return the one whose cell is found in their table, or None
    where they stand in several tables or none is found for sure."""
    places = {(one.figures[-1].citation.report, one.figures[-1].citation.block) for one in candidates}
    if len(places) != 1 or any(one.summed or one.figures[-1].citation.cell is None for one in candidates):
        return None
    cell = _found(searcher, query, candidates[0].figures[-1])
    return next((one for one in candidates if cell and one.figures[-1].citation.cell == cell), None)


def taken_up(searcher: Searcher, query: Query, near: Sequence[Candidate]) -> Candidate | None:
    """Given what only nearly answers, return the first that says most of the question and whose cell is found
    in its table for sure, or None."""
    for one in near:
        fits = one.fit.asked >= ASKED and one.fit.own >= OWN and not one.fit.other
        if fits and decided(searcher, query, [one]) is not None:
            return one
    return None


def _found(searcher: Searcher, query: Query, figure: Figure) -> tuple[int, int] | None:
    table = _table(searcher.report(figure.citation.report), figure.citation.block)
    if table is None:
        return None
    found = lookup(query.simplified, table.cells)
    if found.chance < SURE or len(found.cells) != 1:
        return None
    cell = table.cells[found.cells[0]]
    return cell.row, cell.column


def _table(report: Report, block: str) -> Table | None:
    tables = (one for section in report.sections for one in section.blocks if isinstance(one, Table))
    return next((one for one in tables if one.id == block), None)

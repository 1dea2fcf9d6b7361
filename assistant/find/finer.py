"""Two amounts worked with together, of which one is rounded to a larger unit: its report may give it in full elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.match.candidates import Candidate
from assistant.words.alike import same
from assistant.words.labels import full_name
from assistant.words.terms import covered, terms
from corpus.report import Figure
from corpus.units import base_unit
from index.search import Scope, Searcher

_SAID = 0.95
"""How much of a figure's own name that of the same in full must say."""


def finer(searcher: Searcher, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Given what was chosen for each of several measures, return it with each figure that stands in a larger unit than
    another's as its own report gives it in full: 8.14亿元, elsewhere 81,372万元."""
    least = min((_order(figure) for one in chosen for figure in one.figures), default=None)
    return [
        replace(one, figures=tuple(_in_full(searcher, figure) for figure in one.figures))
        if not one.summed and any(_order(figure) != least for figure in one.figures)
        else one
        for one in chosen
    ]


def _order(figure: Figure) -> Decimal:
    return base_unit(figure.unit or "")[0]


def _in_full(searcher: Searcher, figure: Figure) -> Figure:
    found = [
        one
        for one in searcher.all(Scope(report=figure.citation.report))
        if one.year == figure.year
        and _order(one) < _order(figure)
        and same(figure, one)
        and covered(terms(figure.label.text), full_name(one.label)) >= _SAID
    ]
    return found[0] if len({(one.value, one.unit) for one in found}) == 1 else figure

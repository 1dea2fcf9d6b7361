"""What a figure was before, as its own report tells: beside it in its row, or as what it rose or fell from."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.grouped import block_of
from assistant.labels import is_change, level
from corpus.language.grammar import grown_from
from corpus.report import Figure
from index.search import Searcher

_LAST_YEAR = re.compile(r"上一?年(?!结转)|上年度")


def year_before(searcher: Searcher, figure: Figure) -> Figure | None:
    """Given a figure, return the same thing a year earlier, where the figure's own row gives it and the change beside
    it: only if last year's and the change make this year's are they counts of the same thing, whatever their heads."""
    if figure.citation.cell is None or figure.value is None or is_change(figure.label):
        return None
    beside = block_of(searcher, figure)
    row = [
        one for one in beside if one.label.row == figure.label.row and one.value is not None and one != figure
    ]
    last = [one for one in row if _LAST_YEAR.search(one.label.text) and not is_change(one.label)]
    changes = [one for one in row if is_change(one.label)]
    if len(last) != 1 or len(changes) != 1 or _sum(last[0], changes[0]) != figure.value:
        return None
    return replace(last[0], year=figure.year - 1, unit=figure.unit)


def risen_from(searcher: Searcher, figure: Figure) -> Figure | None:
    """Given a figure, return what its sentence says that it rose or fell from: 由75.6%提升至76.5%."""
    phrase = figure.label.phrase
    earlier, thing = grown_from(phrase), level(phrase)
    if earlier == phrase:
        return None
    found = [
        one
        for one in block_of(searcher, figure)
        if (one.sentence, one.unit) == (figure.sentence, figure.unit)
        and (one.label.phrase == earlier or (one.label.phrase == thing and one.year < figure.year))
    ]
    return found[0] if len(found) == 1 else None


def risen_to(searcher: Searcher, figure: Figure) -> Figure | None:
    """Given a figure, return what its sentence says that it rose or fell to."""
    beside = [one for one in block_of(searcher, figure) if one.sentence == figure.sentence]
    found = [one for one in beside if risen_from(searcher, one) == figure]
    return found[0] if len(found) == 1 else None


def _sum(one: Figure, other: Figure) -> Decimal | None:
    return None if one.value is None or other.value is None else one.value + other.value

"""A part whose sentence tells, right before it, how many there are of the same things: 排查重大隐患84项，挂牌督办5项."""

from __future__ import annotations

from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.words.terms import FULL, covered, terms
from corpus.report import Figure

_SAID, _ALL_SAID = 0.8, 0.95


def part_and_told_before(finder: Finder, part: str, named: str) -> tuple[Figure, Figure] | None:
    """Given a finder and the words for a part and for the things that it is of, return the part and the one figure told
    before it in its sentence that is of these things too; None where either is not found for certain."""
    things = tuple(term for term in terms(named) if term.weight == FULL and not term.acts)
    deed = tuple(term for term in terms(part) if term.weight == FULL)
    chosen = finder.measure(f"{named}{part}").certain
    if not (things and deed) or chosen is None or len(chosen.figures) != 1:
        return None
    figure = chosen.figures[0]
    label, before = figure.label.phrase, figure.sentence.partition(figure.raw)[0]
    if figure.sentence.count(figure.raw) != 1 or min(covered(things, label), covered(deed, label)) < _SAID:
        return None
    found = [
        one
        for one in block_of(finder.searcher, figure)
        if (one.sentence, one.year, one.unit) == (figure.sentence, figure.year, figure.unit)
        and one != figure
        and one.raw in before
        and covered(things, one.label.phrase) >= _ALL_SAID
        and covered(deed, one.label.phrase) < _SAID
        and (one.value or 0) >= (figure.value or 0)
    ]
    return (figure, found[0]) if len(found) == 1 else None

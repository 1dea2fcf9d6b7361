"""Figures of things that their labels leave out, since the text has named these before: 检查危化企业9家，立案7起；检查烟花零售
点8家，立案4起."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence

from assistant.find.finder import Finder
from assistant.query import Listed
from assistant.words.alike import unit_fits
from assistant.words.terms import FULL, covered, terms
from corpus.report import Figure
from corpus.units import is_rate
from index.search import Scope

_SAID = 0.9
_FAR = 5
"""How many other characters may stand between two of a short name: 危险化学品 for 危化品."""


def told_below(finder: Finder, listed: Listed) -> list[tuple[Figure, ...]]:
    """Given a finder and the things that a question adds up, return for each paragraph the figures that say what it asks of
    them, each with the name of one thing right before it in its sentence, and each thing with one figure; none where it
    says nothing that it asks of them."""
    said = listed.about.split()
    words = "".join(said) if all(len(one) == 1 for one in said) else listed.about  # 立了几起案
    about = tuple(term for term in terms(words) if term.weight == FULL)
    if not about:
        return []
    blocks: dict[Hashable, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    scope = Scope(finder.scope.issuers, finder.scope.years)
    for one in finder.searcher.all(scope):
        unit = one.unit or ""
        fits = one.value is not None and bool(one.sentence) and unit_fits(finder.query.unit, unit)
        if not fits or is_rate(unit) or covered(about, one.label.phrase) < _SAID:
            continue
        blocks[one.citation.report, one.citation.block, one.year][_named_before(one, listed.items)].append(
            one
        )
    sets = [[block.get(item, []) for item in listed.items] for block in blocks.values()]
    whole = [every for every in sets if all(len(some) == 1 for some in every)]
    return [tuple(some[0] for some in every) for every in whole if len({*map(_key, every)}) == len(every)]


def _key(some: Sequence[Figure]) -> Hashable:
    return some[0].citation.span, some[0].raw, some[0].value


def _named_before(figure: Figure, items: Sequence[str]) -> str:
    """The one of several things that the sentence of a figure names last before it; "" where it names none, or where the
    figure does not stand in it once."""
    if figure.sentence.count(figure.raw) != 1:
        return ""
    before = figure.sentence.partition(figure.raw)[0]
    places = {
        item: max((found.end() for found in _called(item).finditer(before)), default=-1) for item in items
    }
    last = max(items, key=lambda item: places[item])
    alone = sum(place == places[last] for place in places.values()) == 1
    return last if places[last] >= 0 and alone else ""


def _called(name: str) -> re.Pattern[str]:
    """A name, or the longer one that it stands for: its characters in their order, not far from each other."""
    if len(name) < 3:
        return re.compile(re.escape(name))
    return re.compile(rf"(?:[^，,。；;、]{{0,{_FAR}}}?)".join(map(re.escape, name)))

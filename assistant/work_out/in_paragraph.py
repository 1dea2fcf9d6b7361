"""A part and its whole that one paragraph tells in sentences of their own: 立案412件。按类别分，食品案件175件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.words.alike import counted_alike
from assistant.words.labels import is_change
from assistant.words.terms import FULL, covered, terms
from corpus.report import Figure
from corpus.units import is_rate, same_unit

_DONE_WITH = re.compile("^(?:查办|查处|立案查处|立案|受理|接到|收到|办理|登记)了?的?(?=[一-鿿]{2})")
"""What was done with all of them, before a kind of them: 查办的食品案件."""
_COUNTED = re.compile("(?<=[一-鿿]{2})的?(?:总数量?|总量|总额|总件数|数量)$")
_IN_ALL = re.compile("^(?:全部|所有|各类|整个)的?(?=[一-鿿]{2})")
_BUSINESSES, _FIRMS = "商业企业", "企业"
"""As the national form of applications calls the firms that apply, and reports on work do not."""
_SAID = 0.95


def in_paragraph(finder: Finder, part: str, named: str) -> tuple[Figure, Figure] | None:
    """Given a finder and the words for a part and its whole, return the two figures, where just one paragraph, or in it one
    sentence, tells of both by these names, in whatever sentences; else None."""
    if not named:
        return None
    wholes = [one for words in _ways(named) for one in _told(finder, words)]
    parts = [one for words in _ways(part, _DONE_WITH) for one in _told(finder, words)]
    pairs = {
        (one, whole)
        for one in parts
        for whole in (*wholes, *_above(finder, one, named))
        if _may_be_of(one, whole)
    }
    near = {(one, whole) for one, whole in pairs if one.sentence == whole.sentence}
    told = near if len(near) == 1 else pairs
    return next(iter(told)) if len({(one.value, whole.value) for one, whole in told}) == 1 else None


def _ways(words: str, *more: re.Pattern[str]) -> list[str]:
    """The words, and these without what says that all of it is meant."""
    bare = words.replace(_BUSINESSES, _FIRMS)
    for pattern in (_COUNTED, _IN_ALL, *more):
        bare = pattern.sub("", bare)
    return list(dict.fromkeys((words, bare)))


def _told(finder: Finder, words: str) -> Iterator[Figure]:
    """The amounts of prose whose own labels say the words."""
    found = finder.measure(words)
    said = tuple(term for term in terms(words) if term.weight == FULL)
    for one in (found.chosen, *found.rivals) if found.chosen else ():
        for figure in one.figures:
            if figure.label.phrase and said and covered(said, figure.label.phrase) >= _SAID:
                yield figure


def _above(finder: Finder, part: Figure, named: str) -> Iterator[Figure]:
    """What the part's own label says that it is a part of, where the words name that."""
    above = part.label.phrase.rpartition("：")[0]
    said = tuple(term for term in terms(_ways(named)[-1]) if term.weight == FULL)
    if above and said and covered(said, above) >= _SAID:
        yield from (one for one in block_of(finder.searcher, part) if one.label.phrase == above)


def _may_be_of(part: Figure, whole: Figure) -> bool:
    """Whether one figure may count some of what another counts: both amounts of one paragraph and year, counted alike."""
    places = [(one.citation.report, one.citation.block, one.year) for one in (part, whole)]
    if part == whole or places[0] != places[1] or part.value is None or whole.value is None:
        return False
    if any(is_change(one.label) or is_rate(one.unit or "") for one in (part, whole)):
        return False
    if whole.label.phrase.startswith(f"{part.label.phrase}："):
        return False
    alike = same_unit(part.unit, whole.unit) or counted_alike(part.unit, whole.unit)
    return alike and (part.unit != whole.unit or part.value < whole.value)

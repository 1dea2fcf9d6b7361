"""What part of the things looked at passed, or did not: 抽检药品90批次，合格89批次; and of which of several the most did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.calculate import CannotCalculate, Result, difference, rest_share, share
from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.understand.groups import counted_rows
from assistant.words.labels import is_change
from assistant.words.terms import FULL, covered, terms
from assistant.work_out.operate import foremost_of
from corpus.report import Figure
from corpus.units import is_rate, same_unit

_FOUND = r"(?P<not>[不未])?(?P<found>合格|达标|及格|成功|优良)"
_RATE = re.compile(rf"^(?P<thing>.{{2,}}?)[，,的里中 ]*{_FOUND}(?:率|比例)$")
"""A rate by what was found: 抽检合格率, 调解成功率."""
_ALONE = re.compile(rf"^(?:其中的?|它们?的|这些的?)?{_FOUND}(?:率|比例)$")
"""A rate that names nothing that it is of: after a question it is of what that one was answered with."""
_HOW_MANY = re.compile(rf"^(?P<thing>.{{2,}}?)[，,的里中有 ]*{_FOUND}(?:的|数量?|批次|样品|产品|食品|药品)*$")
"""How many were found so: 药品抽检合格."""
_OF_SEVERAL = re.compile(rf"{_FOUND}(?:率|比例)")
_COUNTED = re.compile("数量?|批次|发现|检出|其中|[：:]")
"""What may stand in a label beside what was found, and names nothing else."""
_EACH = re.compile("(?:[两二三四五六七八九十]|\\d)个?[^，,的里]{0,6}?[里中]|哪一?[个类种项]")
_SAID = 0.8
_BY_RATE = re.compile("率(?:是|为)?最|率.{0,12}最[高低大小]|最[高低大小]的?.{0,6}率")


@dataclass(frozen=True, slots=True)
class _Pair:
    """How many were looked at, how many of them were found so, or not so."""

    whole: Figure
    part: Figure
    denied: bool

    def rate(self, *, denied: bool, places: int) -> Result:
        direct = self.denied == denied
        return (
            share((self.part,), (self.whole,), places)
            if direct
            else rest_share(self.part, self.whole, places)
        )

    def named(self, *, denied: bool) -> Figure:
        """The part, called by what is asked for."""
        if self.denied == denied:
            return self.part
        phrase = re.sub(
            _FOUND, lambda one: f"{'' if one['not'] else '不'}{one['found']}", self.part.label.phrase
        )
        return replace(self.part, label=replace(self.part.label, phrase=phrase))


def pass_rate(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for the rate at which things passed, or for which of several it is highest, and its finder, return the
    answer worked out of what one report counts; None where it does not count both for certain."""
    query = finder.query
    try:
        if query.operation in ("rate", "value") and not query.measures:
            return _of_one(composer, finder) or _rest(composer, finder)
        if query.operation == "rank" and query.choose in ("most", "least") and query.over != "years":
            return _of_several(composer, finder)
    except CannotCalculate:
        return None
    return None


def only_counts(query: Query, answer: Answer) -> bool:
    """Given a question for the highest or the lowest of several rates, return whether an answer gives counts in their place."""
    if not query.choose or answer.calculation is not None or not _BY_RATE.search(query.simplified):
        return False
    return bool(answer.figures) and not any(is_rate(one.unit or "") for one in answer.figures)


def _of_one(composer: Composer, finder: Finder) -> Answer | None:
    asked = measure(finder.query)
    last = finder.query.answers[-1] if finder.query.answers else ()
    rate = _RATE.match(asked)
    if rate is not None:
        pairs = _looked_at(finder, rate["thing"], rate["found"])
    elif len(last) == 1 and (rate := _ALONE.match(asked)):
        pairs = _found_of(finder, last[0], rate["found"])
    else:
        return None
    if len(pairs) != 1:
        return None
    denied = rate["not"] is not None
    result = pairs[0].rate(denied=denied, places=composer.places)
    part, whole = pairs[0].named(denied=denied), pairs[0].whole
    return composer.calculated(composer.words.share(part, whole), result, (pairs[0].part, whole))


def _rest(composer: Composer, finder: Finder) -> Answer | None:
    """How many were found so, where only those are counted that were not, or the reverse."""
    many = _HOW_MANY.match(measure(finder.query)) if finder.query.operation == "value" else None
    if many is None:
        return None
    pairs = _looked_at(finder, many["thing"], many["found"])
    if len(pairs) != 1:
        return None
    told = finder.asked().certain
    if pairs[0].denied == (many["not"] is not None):
        return None if told and pairs[0].part in told.figures else composer.figures((pairs[0].part,))
    if told and told.label.phrase.startswith(pairs[0].whole.label.phrase):
        return None
    part, whole = pairs[0].part, pairs[0].whole
    return composer.calculated(composer.words.residue(whole, (part,)), difference(part, whole), (whole, part))


def _of_several(composer: Composer, finder: Finder) -> Answer | None:
    query = finder.query
    rate = _OF_SEVERAL.search(query.simplified)
    if rate is None:
        return None
    things = [one for one in query.measures if not _OF_SEVERAL.search(one)]
    if things:
        found = [_looked_at(finder, re.sub("[里中]$", "", one), rate["found"]) for one in things]
        pairs = [one[0] for one in found if len(one) == 1]
        pairs = pairs if len(pairs) == len(things) else []
    else:
        pairs = _side_by_side(finder, rate["found"])
    if len(pairs) < 2 or len({one.whole.citation.report for one in pairs}) > 1:
        return None
    denied = rate["not"] is not None
    worked, called = [], []
    for one in pairs:
        result = one.rate(denied=denied, places=composer.places)
        words = composer.words.share(one.named(denied=denied), one.whole)
        worked.append((words, result, (one.part, one.whole)))
        label = replace(one.whole.label, phrase=one.whole.label.phrase.rpartition("：")[2])
        called.append(replace(one.whole, label=label, value=result.calculation.result, unit="%"))
    return foremost_of(composer, worked, called)


def _looked_at(finder: Finder, thing: str, found: str) -> list[_Pair]:
    """The things of the name of which it is counted how many were found so: those that the name fits best."""
    by_name = replace(
        finder, query=replace(finder.query, simplified=thing, measures=(), operation="value", unit=None)
    )
    selection = by_name.measure(thing)
    candidates = [one for one in (selection.chosen, *selection.rivals) if one is not None and not one.summed]
    newest = max((figure.year for one in candidates for figure in one.figures), default=0)
    for one in candidates:
        figures = [figure for figure in one.figures if figure.year == newest]
        pairs = [pair for figure in figures for pair in _found_of(finder, figure, found)]
        if pairs:
            return pairs
        pairs = [
            pair for figure in figures for pair in _pairs(block_of(finder.searcher, figure), [figure], found)
        ]
        if pairs:
            return pairs
    return []


def _found_of(finder: Finder, whole: Figure, found: str) -> list[_Pair]:
    pairs = _pairs([whole], block_of(finder.searcher, whole), found)
    pairs = [one for one in pairs if one.part.label.phrase.rpartition("：")[0] == whole.label.phrase] or pairs
    return pairs[:1] if len(pairs) < 2 or pairs[0].denied != pairs[1].denied else []


def _pairs(wholes: Sequence[Figure], parts: Sequence[Figure], found: str) -> list[_Pair]:
    """Each whole with each of the figures that counts how many of it were found so, or not so."""
    return [
        _Pair(whole, part, denied)
        for whole in wholes
        for part in parts
        if (denied := _is_found_of(part, whole, found)) is not None
    ]


def _is_found_of(part: Figure, whole: Figure, found: str) -> bool | None:
    """Whether a figure counts how many of a whole were not found so, or were; None where it counts something else."""
    told = re.search(_FOUND, part.label.phrase)
    if told is None or told["found"] != found or found in whole.label.phrase or not _may_be_of(part, whole):
        return None
    named = _COUNTED.sub("", part.label.phrase[: told.start()] + part.label.phrase[told.end() :])
    own, called = _COUNTED.sub("", whole.label.phrase), whole.label.phrase.rpartition("：")[2]
    if named not in (own, called):
        nouns = tuple(term for term in terms(called) if term.weight == FULL and not term.acts)
        both = nouns and covered(nouns, named) >= _SAID and covered(terms(named), whole.label.phrase) >= _SAID
        if not both or part.sentence != whole.sentence:
            return None
    return told["not"] is not None


def _may_be_of(part: Figure, whole: Figure) -> bool:
    if part == whole or part.year != whole.year or part.value is None or whole.value is None:
        return False
    if is_change(part.label) or is_change(whole.label) or is_rate(whole.unit or ""):
        return False
    return same_unit(part.unit, whole.unit) and part.value <= whole.value


def _side_by_side(finder: Finder, found: str) -> list[_Pair]:
    """The things that one sentence tells of, each with how many were found so, where it speaks of what the question names."""
    words = tuple(
        term
        for term in terms(_OF_SEVERAL.sub("", _EACH.sub(" ", measure(finder.query))))
        if term.weight == FULL
    )
    sentences: dict[tuple[str, str, str], list[_Pair]] = {}
    for one in finder.searched(measure(finder.query)):
        if not isinstance(figure := one.item, Figure) or not figure.label.phrase:
            continue
        place = figure.citation.report, figure.citation.block, figure.sentence
        if place not in sentences:
            told = [other for other in block_of(finder.searcher, figure) if other.sentence == figure.sentence]
            sentences[place] = list(_pairs_in(told, found))
    count = counted_rows(finder.query.simplified)
    groups = [
        pairs
        for pairs in sentences.values()
        if len(pairs) > 1 and count in (0, len(pairs))
        if covered(words, " ".join(f"{one.whole.label.text} {one.whole.sentence}" for one in pairs)) >= _SAID
    ]
    return groups[0] if len(groups) == 1 else []


def _pairs_in(block: Sequence[Figure], found: str) -> Iterator[_Pair]:
    """The parts of things side by side, none of all of them."""
    pairs = _pairs(block, block, found)
    for one in pairs:
        if not any(other.whole.label.phrase.startswith(f"{one.whole.label.phrase}：") for other in pairs):
            yield one

"""Parts of a whole, each with its whole, as they are found for a question of shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.find.finder import Finder, measure
from assistant.words.alike import counted_alike, counted_in
from assistant.work_out.before import risen_from
from assistant.work_out.in_paragraph import in_paragraph
from assistant.work_out.told_before import part_and_told_before
from assistant.work_out.wholes import COUNT_SAID, found_as, kind_and_whole, part_and_whole, said_as_much
from assistant.work_out.with_another import in_sentence, whole_beside
from corpus.report import Figure
from corpus.units import same_unit

RATES = ("%", "‰", "个百分点")
Pair = tuple[tuple[Figure, ...], tuple[Figure, ...]]
"""The figures that make up a part, and those that make up the whole."""
_BEFORE = re.compile("(?:原来|原先|以前|之前|过去|改革前|当初|起初)的?(?:水平)?")


def shares(finder: Finder) -> list[Pair]:
    """Given the finder of a question for shares, return the parts and the whole of each, of each agency and year named; none
    where one is missing."""
    query = finder.query
    measures = query.measures or (measure(query),)
    pairs = [_pairs(one, measures) for one in each_scope(finder)]
    found = [pair for pair in pairs if pair]
    wanted = len(query.pairs) or max(len(query.years), 1) * max(len(query.issuers), 1)
    if len(found) != wanted or any(len(pair) != len(found[0]) for pair in found):
        return []
    return [pair for several in found for pair in several]


def each_scope(finder: Finder) -> list[Finder]:
    """Given a finder, return the finder for each agency and each year that its question names, by the pairs in which it names
    them."""
    query, scope = finder.query, finder.scope
    issuers: list[tuple[str, ...]] = (
        [(one,) for one in query.issuers] if len(query.issuers) > 1 else [scope.issuers]
    )
    years: list[tuple[int, ...]] = [(one,) for one in query.years] if len(query.years) > 1 else [scope.years]
    each: list[tuple[tuple[str, ...], tuple[int, ...]]] = [
        ((issuer,), (year,)) for issuer, year in query.pairs
    ]
    each = each or [(one, year) for one in issuers for year in years]
    return [replace(finder, scope=replace(scope, issuers=issuer, years=year)) for issuer, year in each]


def _pairs(finder: Finder, measures: Sequence[str]) -> list[Pair]:
    """The share of each part, or that of all of them together; nothing where one of them is not found."""
    whole = finder.query.whole
    found = [
        _of_before(finder, part)
        or part_and_whole(finder, part, whole)
        or _last_of(finder)
        or _of_last(finder, part)
        or _of_kind(finder, part)
        or _in_sentence(finder, part)
        or _told_before(finder, part)
        or _in_paragraph(finder, part)
        for part in measures
    ]
    pairs = [pair for pair in found if pair is not None and (is_within(pair) or _BEFORE.fullmatch(whole))]
    if len(pairs) != len(measures) or len({parts for parts, _ in pairs}) != len(pairs):
        return []
    if not finder.query.summed:
        return pairs
    if len({whole for _, whole in pairs}) != 1:
        return []
    return [(tuple(figure for parts, _ in pairs for figure in parts), pairs[0][1])]


def _of_before(finder: Finder, part: str) -> Pair | None:
    """What something came to and what it was before, as one sentence tells: 相当于原来的百分之几."""
    if not _BEFORE.fullmatch(finder.query.whole):
        return None
    found = finder.measure(part).figure
    before = risen_from(finder.searcher, found) if found else None
    return ((found,), (before,)) if found and before else None


def _told_before(finder: Finder, part: str) -> Pair | None:
    whole = finder.query.whole
    found = part_and_told_before(finder, part, whole) if whole else None
    counted = COUNT_SAID.search(whole)
    if found is None or (counted and not said_as_much(counted, found[1:])):
        return None
    return (found[0],), (found[1],)


def _in_paragraph(finder: Finder, part: str) -> Pair | None:
    found = in_paragraph(finder, part, finder.query.whole)
    said = COUNT_SAID.search(finder.query.whole)
    if found is None or (said and not said_as_much(said, (found[1],))):
        return None
    return (found[0],), (found[1],)


def _of_kind(finder: Finder, part: str) -> Pair | None:
    """A kind of what the question names as its whole, or of what the question before was answered with."""
    query = finder.query
    last = query.answers[-1] if query.of_last and query.answers else ()
    found = kind_and_whole(finder, query.narrows or part, query.whole, last[0] if len(last) == 1 else None)
    return ((found[0],), (found[1],)) if found else None


def _in_sentence(finder: Finder, part: str) -> Pair | None:
    """What the sentence of the answer before goes on to count, as a part of that: 报送信息65篇，被采用27篇."""
    query = finder.query
    last = query.answers[-1] if query.answers else ()
    if not query.of_last or len(last) != 1:
        return None
    asked = replace(finder, query=replace(query, narrows=query.narrows or part))
    found = in_sentence(asked)
    if found is None or place(found) < place(last[0]):
        return None
    phrase, thing = found.label.phrase, last[0].label.phrase
    of_it = "被" in phrase or thing in phrase
    return ((found,), last) if of_it else None  # 办理甲486件，办理乙27件: neither is a part of the other


def place(figure: Figure) -> int:
    """Given a figure of prose, return where in its sentence it stands, in characters."""
    return figure.sentence.find(figure.raw)


def _last_of(finder: Finder) -> Pair | None:
    """What the question before was answered with, as a part of what this one names: 这占总投资额的比例."""
    query = finder.query
    last = query.answers[-1] if query.answers else ()
    if query.of_last or not query.whole or "measure" not in query.assumed or not last:
        return None
    whole = whole_beside(finder, query.whole, last)
    return (last, (whole,)) if whole is not None else None


def _of_last(finder: Finder, part: str) -> Pair | None:
    """A part of what the question before was answered with: 其中不合格的占百分之几. By the words of the question alone it
    is found only in the same sentence or table."""
    query = finder.query
    if not (query.of_last and query.whole and query.answers and len(query.answers[-1]) == 1):
        return None
    whole = query.answers[-1][0]
    for words in (f"{query.whole}{part}", part, query.narrows):
        parts = found_as(finder, words) if words else ()
        near = words != query.narrows or all(one.citation.block == whole.citation.block for one in parts)
        if parts and near and all(may_be_of(one, whole) for one in parts):
            return parts, (whole,)
    return None


def may_be_of(part: Figure, whole: Figure) -> bool:
    """Given two figures, return whether the first may be a part of the second: of the same report and year, counted alike."""
    places = [(one.citation.report, one.year) for one in (part, whole)]
    alike = same_unit(part.unit, whole.unit) or counted_alike(part.unit, whole.unit)
    return part != whole and places[0] == places[1] and alike


def is_within(pair: Pair) -> bool:
    """Given the figures of a part and a whole, return whether the part is no more than its whole, where both say how much
    they are in one unit; what is itself a share is part of none."""
    parts, whole = pair
    if any(one.unit in RATES for one in (*parts, *whole)):
        return False
    if any(one.value is None or one.unit != whole[0].unit for one in (*parts, *whole)):
        return True
    first, second = (sum((one.value or Decimal(0) for one in each), Decimal(0)) for each in pair)
    return first <= second


def counted_as(parts: Sequence[Figure], whole: Sequence[Figure]) -> Sequence[Figure]:
    """Given the parts and their whole, return the parts in its unit, where a sentence counts both and says that they are its parts: 解读信息21条，其中
    视频类17篇."""
    begin = f"{whole[0].label.phrase}："
    unit = whole[0].unit or ""
    if len(whole) > 1 or not whole[0].label.phrase:
        return parts
    if any(not counted_alike(one.unit, unit) or not one.label.phrase.startswith(begin) for one in parts):
        return parts
    return [counted_in(one, unit) for one in parts]


def named(parts: Sequence[Figure]) -> Figure:
    """Given the figures of a part or a whole, return one to name it by, labelled as the group of which it is the sum."""
    first = parts[0]
    if len(parts) == 1:
        return first
    if len({part.label.column for part in parts}) > 1:
        columns = "、".join(
            dict.fromkeys(part.label.column[-1] if part.label.column else part.label.phrase for part in parts)
        )
        return replace(first, label=replace(first.label, column=(*first.label.column[:-2], columns)))
    return replace(first, label=replace(first.label, row=first.label.row[:-1]))

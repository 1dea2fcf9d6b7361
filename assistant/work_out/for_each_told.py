"""What is divided by what where the question itself says how many there are (8个项目，一个项目平均几亩), or where both are counted
alike (一条问题几条对策)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.find.finder import Finder
from assistant.find.select import Selection
from assistant.query import ForEach
from assistant.words.alike import unit_fits
from assistant.words.terms import FULL, LIGHT, Term, covered, terms
from corpus.report import Figure
from corpus.units import same_unit, thing
from index.search import Scope

_CLAUSES = re.compile("[；;]")
_INVOLVES = ("涉及", "一共", "总共")
_HALF, _SAID = 0.5, 0.9


def by_quoted(finder: Finder, asked: ForEach) -> tuple[Figure, Figure] | None:
    """Given a finder and what a question divides by what, return the amount and the count, where the question tells the count
    and its clause gives one such amount, or one right after it; else None."""
    query = finder.query
    told = re.search(rf"(?P<number>\d+(?:\.\d+)?)个?{re.escape(asked.each)}", query.simplified)
    if told is None or not query.unit or same_unit(query.unit, asked.each):
        return None
    about = terms(re.sub(r"[那这]?\d+(?:\.\d+)?\S", " ", f"{asked.whose} {asked.amount}"))
    about = tuple(term for term in about if term.weight == FULL and term.word not in _INVOLVES)
    pairs = {}
    for count in _in_scope(finder):
        if count.value != Decimal(told["number"]) or not thing(count.unit or "").startswith(asked.each):
            continue
        if not about or _told(about, count.sentence) < _HALF:
            continue
        if (amount := _amount_after(finder, asked, count)) is not None:
            pairs[amount.label.phrase, amount.value, count.value] = amount, count
    return next(iter(pairs.values())) if len(pairs) == 1 else None


def _told(about: Sequence[Term], sentence: str) -> float:
    """How many of some words a sentence says, or has the characters of: 土地征收 of 征地."""
    said = [term for term in about if covered((term,), sentence) or {*term.word} <= {*sentence}]
    return len(said) / len(about)


def _amount_after(finder: Finder, asked: ForEach, count: Figure) -> Figure | None:
    """The amount of the clause of a count that the question asks for: the only one, the only one that it names, or the one
    told right after the count."""
    clause = _clause(count)
    fitting = [
        one
        for one in _in_scope(finder)
        if one.citation.block == count.citation.block
        and (one.sentence, one.year) == (count.sentence, count.year)
        and one.raw in clause
        and unit_fits(finder.query.unit, one.unit)
        and clause.count(one.raw) == 1
    ]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    words = tuple(term for term in terms(asked.amount) if term.weight == FULL)
    named = [one for one in fitting if words and covered(words, one.label.phrase) >= _SAID]
    if len(named) == 1:
        return named[0]
    after = clause.partition(count.raw)[2]
    first = [
        one for one in fitting if re.match(rf"[，、（(]?[^，,、。；;\d]{{0,8}}{re.escape(one.raw)}", after)
    ]
    return first[0] if len(first) == 1 and clause.count(count.raw) == 1 else None


def alike_apart(finder: Finder, asked: ForEach) -> tuple[Figure, Figure] | None:
    """Given a finder and what a question divides by what, return the amount and the count that it names apart, where they are
    counted alike and one sentence gives the one after the other; else None."""
    query = finder.query
    if not query.unit or not same_unit(query.unit, asked.each) or not (asked.counted and asked.amount):
        return None
    whose = "" if asked.counted in asked.whose else asked.whose
    counts = [
        _certain(finder.measure(words, asked.each)) for words in (asked.counted, f"{whose}{asked.counted}")
    ]
    count = next((one for one in counts if one is not None), None) or _counted_of(finder, asked, whose)
    if count is None or not _all_said(asked.counted, count):
        return None
    beside = [
        one
        for one in _in_scope(finder)
        if one != count
        and (one.citation.block, one.sentence, one.year) == (count.citation.block, count.sentence, count.year)
        and same_unit(one.unit, query.unit)
        and _is_called(asked.amount, one)
        and _one_after_other(count, one)
    ]
    return (beside[0], count) if len(beside) == 1 else None


def _all_said(words: str, figure: Figure) -> bool:
    return all(covered((term,), figure.label.phrase) for term in terms(words) if term.weight > LIGHT)


def _counted_of(finder: Finder, asked: ForEach, whose: str) -> Figure | None:
    """The one count of the things divided by of which a sentence says most of what the question says of them."""
    about = tuple(term for term in terms(whose) if term.weight == FULL)
    found = [
        one
        for one in _in_scope(finder)
        if about
        and thing(one.unit or "") == asked.each
        and _all_said(asked.counted, one)
        and covered(about, one.label.phrase) > _HALF
    ]
    return found[0] if len(found) == 1 else None


def _is_called(words: str, figure: Figure) -> bool:
    """Whether a figure is of what words name: its label says it, or has the characters of its short name in their order, 地摊
    点位 for 摊位."""
    things = [term.word for term in terms(words) if term.weight == FULL and not term.acts]
    return bool(things) and all(
        covered(terms(one), figure.label.phrase) >= _SAID or _in_order(one, figure.label.phrase)
        for one in things
    )


def _in_order(name: str, text: str) -> bool:
    letters = iter(text)
    return len(name) > 1 and all(letter in letters for letter in name)


def _one_after_other(count: Figure, amount: Figure) -> bool:
    """Whether a sentence tells an amount right after a count, in the same clause or the next."""
    between = rf"{re.escape(count.raw)}[^，,；;。\d]*[，,、（(]?[^，,、；;。\d]{{0,8}}{re.escape(amount.raw)}"
    return re.search(between, count.sentence) is not None


def _in_scope(finder: Finder) -> list[Figure]:
    scope = Scope(finder.scope.issuers, finder.scope.years)
    return [one for one in finder.searcher.all(scope) if one.value is not None and one.label.phrase]


def _clause(figure: Figure) -> str:
    """The part of its sentence up to a semicolon that a figure stands in."""
    return next((one for one in _CLAUSES.split(figure.sentence) if figure.raw in one), "")


def _certain(selection: Selection) -> Figure | None:
    return selection.certain.figures[-1] if selection.certain else None

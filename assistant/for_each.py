"""How much of one thing comes on each of what it is counted by too (接待12批次93人次, 平均一批几人), or on each of another
that one report counts (平均每家客运企业有多少辆客车)."""

from __future__ import annotations

import re
from collections import defaultdict

from assistant import calculate
from assistant.alike import same, unit_fits
from assistant.compose import Composer
from assistant.find import Finder
from assistant.query import ForEach
from assistant.reply import Answer
from assistant.select import Selection
from assistant.terms import covered, terms
from corpus.report import Figure
from corpus.units import same_unit, thing

Pair = tuple[Figure, Figure]
"""What is divided, and what it is divided by."""
_JOINED = re.compile("[、和及与]")
_ANOTHER_BEFORE = re.compile(r"\d[一-鿿]{1,2}[、和及与][一-鿿]*$")
_ANOTHER_AFTER = re.compile(r"[、和及与][一-鿿]*\d")
_CLAUSES = re.compile("[；;]")
_SAID = 0.9
"""How much of the measure a sentence must say, to be of it."""


def divided(composer: Composer, finder: Finder, asked: ForEach) -> Answer | None:
    """Given a question for how much comes on each, its finder and what it divides by what, return the answer; None
    where the report does not say it, and gives not both for certain."""
    if finder.query.operation not in ("average", "sum"):
        return None
    if (given := _given(finder, asked)) is not None:
        return composer.figures((given,))
    pair = _told_of(finder, asked) or _named_apart(finder, asked) or _beside(finder, asked)
    if pair is None:
        return None
    try:
        result = calculate.quotient(*pair, composer.places)
    except calculate.CannotCalculate as reason:
        return composer.refusal("not_reported", composer.words.cannot(reason.reason), citations=pair)
    return composer.calculated(composer.words.for_each(pair[0], asked.each), result, pair)


def _given(finder: Finder, asked: ForEach) -> Figure | None:
    """What the report itself says that comes on each: 平均每户补助3万元."""
    found = _certain(finder.measure(f"{asked.whose}平均每{asked.each}{asked.amount}", finder.query.unit))
    said = re.compile(f"每一?个?{asked.each}|{asked.each}均")
    return found if found and said.search(found.label.text) else None


def _told_of(finder: Finder, asked: ForEach) -> Pair | None:
    """Both of the one thing that the question names, in one sentence or table; or the one of them, and the other alone
    in its sentence."""
    if not asked.of:
        return None
    amount = _certain(finder.measure(asked.of, finder.query.unit))
    if amount is None and asked.amount:
        amount = _certain(finder.measure(f"{asked.whose}{asked.amount}", finder.query.unit))
    count = _certain(finder.measure(asked.of, asked.each))
    if amount and count and _place(amount) == _place(count) and _divisible(asked, amount, count):
        return amount, count
    pairs = {pair for pair in _told_together(finder, asked) if _is_of(asked, pair, amount, count)}
    return pairs.pop() if len(pairs) == 1 else None


def _is_of(asked: ForEach, pair: Pair, amount: Figure | None, count: Figure | None) -> bool:
    """Whether the amount of a clause is of what is asked alone. It is what the question names for certain; or its own
    label says that; or it is counted by that and by nothing else (用于安装报警装置432套); or both labels say nothing but
    what is asked (集中开工项目1286个，总投资7430亿元)."""
    if amount:
        return same(amount, pair[0])
    own, counted = (one.label.phrase for one in pair)
    if _joined(pair[1]):
        return bool(count) and same(count, pair[1]) and _says(asked.of, own) >= _SAID
    if count and same(count, pair[1]):
        return max(_says(asked.of, counted), _says(asked.of, own)) >= _SAID
    named = bool(asked.amount) and _says(asked.amount, own) >= _SAID
    return named and min(_says(own, asked.amount), _says(counted, asked.of)) >= _SAID


def _joined(count: Figure) -> bool:
    """Whether a count is joined with another: 学校5所、医院3家."""
    before, _, after = count.sentence.partition(count.raw)
    return bool(
        _JOINED.search(count.label.phrase) or _ANOTHER_BEFORE.search(before) or _ANOTHER_AFTER.match(after)
    )


def _says(words: str, text: str) -> float:
    return covered(terms(words), text)


def _told_together(finder: Finder, asked: ForEach) -> list[Pair]:
    """The amount and the count of each clause of a sentence that says what is asked, where it has one of either."""
    clauses: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for one in finder.searched(asked.of):
        if isinstance(one.item, Figure) and _says(asked.of, one.item.sentence) >= _SAID:
            clauses[(*_place(one.item), _clause(one.item))].append(one.item)
    pairs = []
    for figures in clauses.values():
        amounts = [one for one in figures if finder.query.unit and unit_fits(finder.query.unit, one.unit)]
        counts = [one for one in figures if _counts(asked, one)]
        if len(amounts) == len(counts) == 1 and _divisible(asked, amounts[0], counts[0]):
            pairs.append((amounts[0], counts[0]))
    return pairs


def _named_apart(finder: Finder, asked: ForEach) -> Pair | None:
    """What is divided and what it is divided by, each by the name that the question has for it, in one report."""
    if not (asked.counted and asked.amount):
        return None
    amount = _certain(finder.measure(asked.amount, finder.query.unit))
    count = _certain(finder.measure(asked.counted, asked.each))
    if not (amount and count) or not _of_one_report(amount, count):
        return None
    return (amount, count) if _divisible(asked, amount, count) else None


def _beside(finder: Finder, asked: ForEach) -> Pair | None:
    """The amount of what the question names, and the one count of those whom it is for in the sentences that tell of
    that: the budget of 雨污分流改造, and 惠及居民736户."""
    amount = (
        _certain(finder.measure(f"{asked.whose}{asked.amount}", finder.query.unit)) if asked.whose else None
    )
    if amount is None or _says(asked.whose, amount.label.text) < _SAID:
        return None
    counts = [
        one.item
        for one in finder.searched(f"{asked.whose}{asked.counted}")
        if isinstance(one.item, Figure)
        and _of_one_report(amount, one.item)
        and _divisible(asked, amount, one.item)
        and _says(asked.whose, one.item.sentence) >= _SAID
        and (asked.counted == asked.whose or _says(asked.counted, one.item.label.phrase) >= _SAID)
    ]
    return (amount, counts[0]) if len({(one.value, one.label) for one in counts}) == 1 else None


def _of_one_report(one: Figure, other: Figure) -> bool:
    return (one.citation.report, one.year) == (other.citation.report, other.year)


def _divisible(asked: ForEach, amount: Figure, count: Figure) -> bool:
    return _counts(asked, count) and amount != count and not same_unit(amount.unit, count.unit)


def _counts(asked: ForEach, figure: Figure) -> bool:
    """Whether a figure counts what the question divides by: 批次 counts 批, and 名 people."""
    return thing(figure.unit or "").startswith(asked.each) or same_unit(figure.unit, asked.each)


def _certain(selection: Selection) -> Figure | None:
    chosen = selection.chosen
    return None if chosen is None or selection.rivals or chosen.summed else chosen.figures[-1]


def _place(figure: Figure) -> tuple[str, str, str, int]:
    return figure.citation.report, figure.citation.block, figure.sentence, figure.year


def _clause(figure: Figure) -> str:
    """The part of its sentence, up to a semicolon, that a figure stands in."""
    return next((one for one in _CLAUSES.split(figure.sentence) if figure.raw in one), "")

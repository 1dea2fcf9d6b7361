"""How much of one thing comes on each of what it is counted by too: 接待12批次93人次, 平均一批几人; 接待费3.42万元、386人次,
平均每人次多少元."""

from __future__ import annotations

import re
from collections import defaultdict

from assistant import calculate
from assistant.alike import same, unit_fits
from assistant.compose import Composer
from assistant.find import Finder, measure
from assistant.reply import Answer
from assistant.select import Selection
from assistant.terms import covered, terms
from corpus.report import Figure
from corpus.units import same_unit, thing

Pair = tuple[Figure, Figure]
_BY = re.compile(r"^(?P<amount>.{2,}?)[，,]?按照?(?P<count>.{2,}?)(?:来?(?:计?算|平摊|分摊|平均))$")
"""基本工资按在职人员算: what is divided, and by what."""
_JOINED = re.compile("[、和及与]")
_SAID = 0.9
"""How much of the measure a sentence must say, to be of it."""


def divided(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for how much comes on each and its finder, return the answer; None where no one sentence or
    table gives both, and the question does not name them apart."""
    pair = _named_apart(finder) or _amount_and_count(finder)
    if pair is None:
        return None
    try:
        result = calculate.quotient(*pair, composer.places)
    except calculate.CannotCalculate as reason:
        return composer.refusal("not_reported", composer.words.cannot(reason.reason), citations=pair)
    return composer.calculated(composer.words.for_each(pair[0], finder.query.each), result, pair)


def _named_apart(finder: Finder) -> Pair | None:
    """What the question itself says is to be divided by what."""
    query = finder.query
    named = _BY.match(measure(query))
    if named is None:
        return None
    amount = _certain(finder.measure(named["amount"], query.unit))
    count = _certain(finder.measure(named["count"], query.each))
    return (amount, count) if amount and count and _divisible(finder, amount, count) else None


def _amount_and_count(finder: Finder) -> Pair | None:
    """Both as the measure's own, in one sentence or table; or the one of them, and the other alone in its sentence."""
    asked = measure(finder.query)
    amount, count = (_certain(finder.measure(asked, unit)) for unit in (finder.query.unit, finder.query.each))
    if amount and count and _place(amount) == _place(count) and _divisible(finder, amount, count):
        return amount, count
    told = _told_together(finder, asked)
    if amount:
        pairs = {pair for pair in told if same(amount, pair[0])}
    else:
        pairs = {pair for pair in told if count and same(count, pair[1]) and _is_of(asked, pair)}
    return pairs.pop() if len(pairs) == 1 else None


def _is_of(asked: str, pair: Pair) -> bool:
    """Whether an amount is of what is asked alone: its own label says it, or what it is spent on is counted by that and
    by nothing else (用于安装报警装置432套)."""
    amount, count = (one.label.phrase for one in pair)
    counted = covered(terms(asked), count) >= _SAID and not _JOINED.search(count)
    return counted or covered(terms(asked), amount) >= _SAID


def _told_together(finder: Finder, asked: str) -> list[Pair]:
    """The amount and the count of each sentence that says what is asked and has one of either."""
    sentences: dict[tuple[str, str, str, int], list[Figure]] = defaultdict(list)
    for one in finder.searched(asked):
        if isinstance(one.item, Figure) and covered(terms(asked), one.item.sentence) >= _SAID:
            sentences[_place(one.item)].append(one.item)
    pairs = []
    for figures in sentences.values():
        amounts = [one for one in figures if finder.query.unit and unit_fits(finder.query.unit, one.unit)]
        counts = [one for one in figures if thing(one.unit or "").startswith(finder.query.each)]
        if len(amounts) == len(counts) == 1 and _divisible(finder, amounts[0], counts[0]):
            pairs.append((amounts[0], counts[0]))
    return pairs


def _divisible(finder: Finder, amount: Figure, count: Figure) -> bool:
    counts = thing(count.unit or "").startswith(finder.query.each)
    return counts and amount != count and not same_unit(amount.unit, count.unit)


def _certain(selection: Selection) -> Figure | None:
    chosen = selection.chosen
    return None if chosen is None or selection.rivals or chosen.summed else chosen.figures[-1]


def _place(figure: Figure) -> tuple[str, str, str, int]:
    return figure.citation.report, figure.citation.block, figure.sentence, figure.year

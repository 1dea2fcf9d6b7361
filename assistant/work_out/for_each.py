"""How much of one thing comes on each of what it is counted by too (接待12批次93人次, 平均一批几人), or on each of another
that one report counts (平均每家客运企业有多少辆客车)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product

from assistant import calculate
from assistant.find.finder import Finder
from assistant.find.select import Selection
from assistant.query import ForEach
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.alike import ANY_COUNT, COUNTS, same, unit_fits
from assistant.words.terms import FULL, LIGHT, covered, explained, terms
from assistant.work_out.adding_up import adding_up
from assistant.work_out.for_each_told import alike_apart, by_quoted
from corpus.report import Figure
from corpus.units import same_unit, thing
from index.search import Scope

Pair = tuple[Figure, Figure]
"""What is divided, and what it is divided by."""
_JOINED = re.compile("[、和与]|(?<![惠涉遍普危顾波])及")
_IN_ALL = "(?:共计|共|合计|累计|总?计|(?:涉及|涉案|贷款|总)?(?:金额|资金))"
_TOOK_PART = "(?:参训|参加|参会|参与|培训|受训)[一-鿿]{0,4}"
_ANOTHER_BEFORE = re.compile(rf"(?<=\d)[一-鿿]{{1,3}}[、和及与](?!{_IN_ALL})[一-鿿]{{2,}}$")
_ANOTHER_AFTER = re.compile(rf"[、和及与](?!{_IN_ALL})[一-鿿]{{2,}}(?=\d)")
_ALIKE = (frozenset({"次", "场", "期", "场次"}), frozenset({"批", "批次"}))
"""Words that count what is held or received, one for another."""
_MONEY = re.compile("的?(?:预算|资金|经费|支出|投入|投资|费用|金额|钱)+$")
"""What is divided, at the end of the name of what it is for."""
_SMALL = {"小项": "项", "子项": "项", "小类": "类"}
"""What each of the great is divided into, when the great are what it is divided by."""
_CLAUSES = re.compile("[；;]")
_HALF = 0.5
_SAID = 0.9
"""How much of the measure a sentence must say, to be of it."""


def divided(composer: Composer, finder: Finder, asked: ForEach) -> Answer | None:
    """Given a question for how much comes on each, its finder and what it divides by what, return the answer; None
    where the report does not say it, and gives not both for certain."""
    if finder.query.operation not in ("average", "sum"):
        return None
    if (given := _given(finder, asked)) is not None:
        return composer.figures((given,))
    if asked.into:
        return _into_parts(composer, finder, asked)
    pair = (
        _of_answers(finder, asked)
        or _told_of(finder, asked)
        or _named_apart(finder, asked)
        or _beside(finder, asked)
        or _next_to(finder, asked)
        or by_quoted(finder, asked)
        or alike_apart(finder, asked)
    )
    if pair is None:
        return None
    try:
        result = calculate.quotient(*pair, composer.places)
    except calculate.CannotCalculate as reason:
        return composer.refusal("not_reported", composer.words.cannot(reason.reason), citations=pair)
    worked = result.calculation
    result = replace(result, calculation=replace(worked, unit=_SMALL.get(worked.unit or "", worked.unit)))
    return composer.calculated(composer.words.for_each(pair[0], asked.each), result, pair)


def _into_parts(composer: Composer, finder: Finder, asked: ForEach) -> Answer | None:
    """How much comes on each of as many parts as the question says that there are, where the report takes it apart into
    just as many."""
    whole = _certain(finder.measure(asked.of, finder.query.unit))
    if whole is None or asked.into not in map(len, adding_up(finder.searcher, whole)):
        return None
    result = calculate.spread(whole, asked.into, composer.places)
    return composer.calculated(composer.words.for_each(whole, asked.each), result, (whole,))


def _given(finder: Finder, asked: ForEach) -> Figure | None:
    """What the report itself says that comes on each: 平均每户补助3万元."""
    found = _certain(finder.measure(f"{asked.whose}平均每{asked.each}{asked.amount}", finder.query.unit))
    said = re.compile(f"每一?个?{asked.each}|{asked.each}均")
    return found if found and said.search(found.label.text) else None


def _of_answers(finder: Finder, asked: ForEach) -> Pair | None:
    """The two answers before, where the question after them names nothing of its own but what it divides by: 平均每家企业多少万元,
    after how much was paid and to how many firms."""
    last = [given[0] for given in finder.query.answers[-2:] if len(given) == 1]
    if len(last) < 2 or not finder.query.unit or asked.whose or asked.amount:
        return None
    counts = [one for one in last if _counts(asked, one)]
    amounts = [one for one in last if unit_fits(finder.query.unit, one.unit) and one not in counts]
    if len(counts) != 1 or len(amounts) != 1 or not _of_one_report(amounts[0], counts[0]):
        return None
    named = not asked.counted or _says(asked.counted, counts[0].label.text) >= _SAID
    return (amounts[0], counts[0]) if named and _divisible(asked, amounts[0], counts[0]) else None


def _told_of(finder: Finder, asked: ForEach) -> Pair | None:
    """Both of the one thing that the question names, in one sentence or table; or the one of them, and the other alone
    in its sentence."""
    if not asked.of:
        return None
    amount = _certain(finder.measure(asked.of, finder.query.unit))
    if amount is None and asked.amount and finder.query.unit:
        amount = _certain(finder.measure(f"{asked.whose}{asked.amount}", finder.query.unit))
    count = _certain(finder.measure(asked.of, asked.each))
    if amount and amount == count:
        told = same_unit(amount.unit, finder.query.unit)  # else 53个部门, asked for in 项
        amount, count = (amount, None) if told else (None, count)
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
    if count and same(count, pair[1]) and max(_says(asked.of, counted), _says(asked.of, own)) >= _SAID:
        return True
    named = bool(asked.amount) and _says(asked.amount, own) >= _SAID
    if named and min(_says(own, asked.amount), _says(counted, asked.of)) >= _SAID:
        return True
    known = f"{asked.of} {asked.counted} {asked.amount}"
    named = named or (_all_named(asked.amount, own) and bool(_things(asked.amount)))
    return named and _all_named(own, known) and _all_named(counted, known) and bool(_things(counted))


def _all_named(words: str, text: str) -> bool:
    """Whether a text says every thing that the words name, whatever is done with them."""
    return all(explained(word, text) >= _SAID for word in _things(words))


def _things(words: str) -> list[str]:
    return [term.word for term in terms(words) if term.weight == FULL and not term.acts]


def _joined(amount: Figure, count: Figure) -> bool:
    """Whether a count is joined with another, which the amount is for as well: 学校5所、医院3家，总投资8亿元."""
    before, _, after = count.sentence.partition(count.raw or "\0")
    other = _ANOTHER_BEFORE.search(before), _ANOTHER_AFTER.match(after)
    beside = bool(other[0]) and not re.search(rf"{re.escape(amount.raw)}[、和及与][一-鿿]+$", before)
    follows = bool(other[1]) and not re.match(rf"[、和及与][一-鿿]+{re.escape(amount.raw)}", after)
    return beside or follows


def _says(words: str, text: str) -> float:
    asked = terms(words)
    return covered(tuple(term for term in asked if term.weight > LIGHT) or asked, text)


def _told_together(finder: Finder, asked: ForEach) -> list[Pair]:
    """The amount and the count of each clause of a sentence that says what is asked, where it has one of either."""
    clauses: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for one in finder.searched(asked.of):
        if isinstance(one.item, Figure) and _says(asked.of, one.item.sentence) >= _SAID:
            clauses[_place(one.item)].append(one.item)
    pairs: list[Pair] = []
    for figures in clauses.values():
        amounts = [one for one in figures if finder.query.unit and unit_fits(finder.query.unit, one.unit)]
        named = [one for one in amounts if asked.amount and _says(asked.amount, one.label.phrase) >= _SAID]
        amounts = named or amounts
        counts = [one for one in figures if _counts(asked, one)]
        alone = len(amounts) == len(counts) == 1
        pairs += [pair for pair in product(amounts, counts) if alone or _side_by_side(*pair)]
    return [pair for pair in pairs if _divisible(asked, *pair)]


def _side_by_side(amount: Figure, count: Figure) -> bool:
    """Whether a sentence gives the two as one: 贷款412笔、金额8753万元."""
    raw = re.escape(amount.raw), re.escape(count.raw)
    between = f"[，、（(]?(?:{_IN_ALL}|{_TOOK_PART})?"
    return bool(re.search(f"{raw[0]}{between}{raw[1]}|{raw[1]}{between}{raw[0]}", amount.sentence))


def _named_apart(finder: Finder, asked: ForEach) -> Pair | None:
    """What is divided and what it is divided by, each by the name that the question has for it, in one report; side
    by side where the question says of what they are besides."""
    if not (asked.counted and asked.amount and finder.query.unit):
        return None
    amount = _certain(finder.measure(asked.amount, finder.query.unit))
    count = _certain(finder.measure(asked.counted, asked.each))
    if not (amount and count) or not _of_one_report(amount, count):
        return None
    if asked.whose and _place(amount) != _place(count):
        said = _touch(amount, count) and _says(amount.label.phrase, asked.amount) >= _SAID
        return (amount, count) if said and _divisible(asked, amount, count) else None
    return (amount, count) if _divisible(asked, amount, count) else None


def _beside(finder: Finder, asked: ForEach) -> Pair | None:
    """The amount of what the question names, and the one count of those whom it is for in the sentences that tell of
    that: the budget of 雨污分流改造, and 惠及居民736户."""
    if not (asked.whose and finder.query.unit):
        return None
    amount = _certain(finder.measure(f"{asked.whose}{asked.amount}", finder.query.unit))
    if amount is None or _says(asked.whose, amount.label.text) < _SAID:
        return None
    whose = _MONEY.sub("", asked.whose)
    named = "" if asked.counted == asked.whose else asked.counted
    counts = [
        one.item
        for one in finder.searched(f"{whose}{named}")
        if isinstance(one.item, Figure)
        and _of_one_report(amount, one.item)
        and amount.sentence != one.item.sentence
        and _divisible(asked, amount, one.item)
        and _says(whose, one.item.sentence) >= _SAID
        and (not named or _says(named, one.item.label.phrase) >= _SAID)
    ]
    return (amount, counts[0]) if len({(one.value, one.label) for one in counts}) == 1 else None


def _next_to(finder: Finder, asked: ForEach) -> Pair | None:
    """The one of both that the question names for certain, and the other, told right before or after it, which it names by
    its unit and a word or character: 新增民宿67家、房间数423间, 平均一家几间房."""
    query = finder.query
    if not query.unit or not asked.counted:
        return None
    pairs = set()
    for name, unit, own in ((asked.counted, asked.each, True), (asked.amount or asked.of, query.unit, False)):
        named = _certain(finder.measure(name, unit)) if name else None
        if named is None:
            continue
        words = asked.amount if own else asked.counted
        for one in finder.searcher.all(Scope(report=named.citation.report)):
            amount, count = (one, named) if own else (named, one)
            if one == named or _place(one) != _place(named) or not _divisible(asked, amount, count):
                continue
            if unit_fits(query.unit, amount.unit) and _listed(count, amount) and _is_named(words, one):
                pairs.add((amount, count))
    return pairs.pop() if len(pairs) == 1 else None


def _listed(one: Figure, other: Figure) -> bool:
    """Whether a sentence tells one figure right after the other, in one list."""
    first, second = re.escape(one.raw), re.escape(other.raw)
    return re.search(rf"{first}[、，,（(]?[^，,、；;。\d]{{0,8}}{second}", one.sentence) is not None


def _is_named(words: str, figure: Figure) -> bool:
    """Whether words for a thing are of a figure: its label says half of them, or begins with the word of one character."""
    said = figure.label.phrase + thing(figure.unit or "")
    return _says(words, said) >= _HALF or (len(words) == 1 and words in figure.label.phrase)


def _of_one_report(one: Figure, other: Figure) -> bool:
    return (one.citation.report, one.year) == (other.citation.report, other.year)


def _touch(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one table or sentence, or in two sentences of which one follows the other."""
    spans = one.citation.span, other.citation.span
    if one.citation.block != other.citation.block:
        return False
    if not (spans[0] and spans[1]):
        return spans[0] == spans[1]
    return max(spans[0][0], spans[1][0]) <= min(spans[0][1], spans[1][1])


def _divisible(asked: ForEach, amount: Figure, count: Figure) -> bool:
    """Whether an amount may be divided by a count: not where it is for that and for something else that is counted
    beside it."""
    if not _counts(asked, count) or amount == count or same_unit(amount.unit, count.unit):
        return False
    of = asked.of or asked.counted
    several = _JOINED.search(count.label.phrase) and not (
        _JOINED.search(of) and _says(of, count.label.phrase) >= _SAID
    )
    return not (several or _joined(amount, count)) or _says(of, amount.label.text) >= _SAID


def _counts(asked: ForEach, figure: Figure) -> bool:
    """Whether a figure counts what the question divides by: 批次 counts 批, and 名 people."""
    unit = thing(figure.unit or "")
    if asked.each == ANY_COUNT and unit in COUNTS and asked.counted != asked.whose:
        return _says(asked.counted, figure.label.text) >= _SAID  # 每个项目: 采购项目6项
    return (
        unit.startswith(asked.each)
        or same_unit(unit, asked.each)
        or any({unit, asked.each} <= alike for alike in _ALIKE)
    )


def _certain(selection: Selection) -> Figure | None:
    return selection.certain.figures[-1] if selection.certain else None


def _place(figure: Figure) -> tuple[object, ...]:
    """The table, or the part of a sentence up to a semicolon, that a figure stands in."""
    clause = next((one for one in _CLAUSES.split(figure.sentence) if figure.raw in one), "")
    return figure.citation.report, figure.citation.block, figure.sentence, clause, figure.year

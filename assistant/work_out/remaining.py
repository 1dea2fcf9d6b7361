"""What is left of a whole, where the report gives the whole and what was done of it: posts less staff, cases less those
closed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import calculate
from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.understand.remaining import EMPTY
from assistant.words.alike import counted_alike
from assistant.words.labels import is_change, leaves
from assistant.words.terms import FULL, covered, explained, terms
from corpus.report import Figure
from corpus.units import same_unit

SAYS_LEFT = re.compile("[未没剩余欠空]|尚|结转")
"""In a label: it is of what is left itself."""
_GOES_ON = re.compile("正在|仍在|待(?!遇)")
_OCCUPIED = re.compile("实有(?!.*(?:资产|车))|在职|在编|在岗|入住|在住|在读|已停|在用")
_SAID = 0.8
_ALL_SAID = 0.95
"""How much of the words for a whole its label must say where it says more besides: its own sentence must then tell what was
done as a part of it."""
_HANDLING = re.compile("到位|完毕|督促|审批|审核|审查|受理|办理|处理|设备|设施|装置")
"""Said beside what was done, they name no other thing: 审批办结 of applications are those 办结, 安装监控设备 is 装监控."""
_SPENT = re.compile("[用花](?:完|掉|出|光)?|执行|支出|使用|兑现")
_BUDGETED_WORDS = re.compile("安排|预算|给|拨|资金|经费|钱|项目|这个|那个|重点")
"""Said of any budget: they tell none from another."""
_BUDGET, _CARRIED_OUT = re.compile("预算数?$"), re.compile("(?:执行|决算|支出)数?$")


def left_over(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for what is left and its finder, return the answer; None where the report does not give the
    whole and what was done of it in one sentence, row or paragraph."""
    whole_words, done = finder.query.remains
    pair = _budgeted(finder, whole_words) if _SPENT.fullmatch(done) else _counted(finder, whole_words, done)
    if pair is None:
        return None
    whole, part = pair
    try:
        result = calculate.difference(replace(part, unit=whole.unit), whole)
    except calculate.CannotCalculate:
        return None
    return composer.calculated(composer.words.gap(whole, part), result, (whole, part))


def _counted(finder: Finder, words: str, done: str) -> tuple[Figure, Figure] | None:
    """The one thing of those that the words may mean of which it is said how much was done, and that."""
    found = finder.measure(words)
    if found.chosen is None:  # by its name alone, whatever the question says was not done with it
        alone = replace(finder, query=replace(finder.query, simplified=words)).measure(words)
        found = alone if alone.chosen is not None else found
    candidates = [one for one in (found.chosen, *found.rivals) if one is not None and not one.summed]
    named = bool(candidates)
    if not named:
        candidates = [
            one for one in found.near if one.fit.core >= _ALL_SAID and not (one.fit.other or one.summed)
        ]
    newest = max((figure.year for one in candidates for figure in one.figures), default=0)
    figures = [figure for one in candidates for figure in one.figures if figure.year == newest]
    by_name = {
        (whole.value, part.value): (whole, part)
        for whole in figures
        for part in _named_done(finder, whole, done)
        if "：" in whole.label.phrase
    }
    if len(by_name) == 1:
        return next(iter(by_name.values()))
    wholes = [_undivided(finder, figure) for figure in figures]
    pairs = {
        (whole.value, part.value): (whole, part)
        for whole in wholes
        for part in _done_of(finder, whole, done)
        if named or part.label.phrase.startswith(f"{whole.label.phrase}：")
    }
    return next(iter(pairs.values())) if len(pairs) == 1 else None


def _undivided(finder: Finder, figure: Figure) -> Figure:
    """What a figure's sentence divides, where it is a part of that: cases, for those of one kind."""
    above = figure.label.phrase.rpartition("：")[0]
    of_all = (one for one in block_of(finder.searcher, figure) if above and one.label.phrase == above)
    return next((one for one in of_all if one.unit == figure.unit), figure)


def _done_of(finder: Finder, whole: Figure, done: str) -> list[Figure]:
    """The figures of the whole's own sentence, or for seats of its paragraph, that say what is done, and of nothing else."""
    block = [one for one in block_of(finder.searcher, whole) if _may_be_part(one, whole, seats=done == EMPTY)]
    if done == EMPTY:
        return [one for one in block if _OCCUPIED.search(one.label.text) and "：" not in one.label.phrase]
    told = [one for one in block if _tells(one, whole, done)]
    return told or _named_done(finder, whole, done)


def _named_done(finder: Finder, whole: Figure, done: str) -> list[Figure]:
    """The figures of the whole's paragraph that say of the whole, by its own name, that it is done."""
    return [
        one
        for one in block_of(finder.searcher, whole)
        if _may_be_part(one, whole, seats=False, apart=True)
        and _tells(one, whole, done)
        and _names(one, whole)
    ]


def _tells(one: Figure, whole: Figure, done: str) -> bool:
    said = any(covered(terms(word), one.label.text) >= _SAID for word in _readings(done))
    if SAYS_LEFT.search(one.label.phrase) or _GOES_ON.search(one.label.phrase):
        return False  # 其余正在整改
    return said and _adds_nothing(one, whole, " ".join(_readings(done)))


def _names(part: Figure, whole: Figure) -> bool:
    """Whether the label of what was done, in another sentence of its paragraph, names the whole by its own name: 投诉办结."""
    own = whole.label.phrase.rpartition("：")[2]
    things = tuple(term for term in terms(own) if term.weight == FULL)
    return bool(things) and covered(things, part.label.phrase) >= _ALL_SAID


def _readings(done: str) -> tuple[str, ...]:
    """What is done as it is asked and as reports write it: 办完 as 办结, 整改完 as 整改."""
    verb = re.sub("(?:完成?|好|掉)$", "", done)
    if verb == done or not verb:
        return (done,)
    return (done, verb if len(verb) > 1 else f"{verb}结")


def _may_be_part(one: Figure, whole: Figure, *, seats: bool, apart: bool = False) -> bool:
    alike = same_unit(one.unit, whole.unit) or counted_alike(one.unit, whole.unit)
    alike = alike or (seats and one.unit in ("人", "名"))
    beside = seats or apart or (one.sentence == whole.sentence and one.label.row == whole.label.row)
    within = one.value is not None and whole.value is not None and one.value <= whole.value
    return (
        one != whole and one.year == whole.year and alike and beside and within and not is_change(one.label)
    )


def _adds_nothing(part: Figure, whole: Figure, done: str) -> bool:
    """Whether the label of what was done names no other thing than the whole: 办结, and not 办结群众意见."""
    own = (term for name in leaves(part.label) for term in terms(_HANDLING.sub(" ", name)))
    known = f"{done} {whole.label.text} {whole.citation.issuer}"
    return all(
        explained(term.word, known) > 0 or (term.acts and {*term.word} & {*done})  # 装上, which is 安装
        for term in own
        if term.weight == FULL
    )


def _budgeted(finder: Finder, words: str) -> tuple[Figure, Figure] | None:
    """What was budgeted for a thing and what was spent of it, as its row or its sentence gives both."""
    asked = tuple(
        term for term in terms(_BUDGETED_WORDS.sub("", words)) if term.weight == FULL and not term.acts
    )
    pairs = {}
    for one in finder.searched(words):
        figure = one.item
        if not isinstance(figure, Figure) or not _is_called(figure, _BUDGET):
            continue
        about = " ".join((figure.label.text, figure.sentence))
        mates = [mate for mate in _beside(finder, figure) if _is_called(mate, _CARRIED_OUT)]
        if asked and covered(asked, about) >= _SAID and len(mates) == 1:
            pairs[figure.value, mates[0].value] = figure, mates[0]
    return next(iter(pairs.values())) if len(pairs) == 1 else None


def _is_called(figure: Figure, name: re.Pattern[str]) -> bool:
    return figure.value is not None and any(name.search(part) for part in leaves(figure.label))


def _beside(finder: Finder, figure: Figure) -> Sequence[Figure]:
    return [
        one
        for one in block_of(finder.searcher, figure)
        if one != figure
        and same_unit(one.unit, figure.unit)
        and (one.label.row, one.sentence, one.year) == (figure.label.row, figure.sentence, figure.year)
    ]

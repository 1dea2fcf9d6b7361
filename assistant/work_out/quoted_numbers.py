"""A question that quotes the report's own numbers and asks what follows from them: 固投占全区的16.8%，那全区是多少亿;
固投涨了45%，那上一年是多少; 来了700万人、挣了63亿，平均一个人花了多少.

A number names its figure where just one in scope has that value and speaks of what is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from assistant import calculate
from assistant.find.finder import Finder
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.understand.units import expected
from assistant.words.alike import ANY_COUNT
from assistant.words.labels import is_change
from assistant.words.terms import Term, covered, terms
from assistant.work_out.before import fell
from corpus.report import Figure
from corpus.units import base_unit, divisible, same_unit, thing
from index.search import Scope

_NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
_SHARE = re.compile(
    rf"(?P<part>[^，,。；;]*)占(?:了|到|比)?(?P<whole>[^，,。；;\d]{{0,14}}?)的?(?:约|近|超)?{_NUMBER}[%％](?P<after>.*)$"
)
_GROWTH = re.compile(
    rf"(?P<thing>[^。；;]*?)(?:据说|说是)?(?:同比|比上一?年)?(?:增长|增加|增|涨|升|提高|多|下降|减少|降|跌|减|少)[了到]?(?:约|近|超)?{_NUMBER}[%％](?P<after>.*)$"
)
_RATE = re.compile(
    rf"(?P<of>[^，,。；;、]*?(?P<deed>[\u4e00-\u9fff]{{2}})率)(?:已?经?(?:是|为|有|达到?|到|高达))?了?(?:约|近|超)?(?:{_NUMBER}[%％]|(?P<tenths>[一二两三四五六七八九])成)(?P<after>.*)$"
)
"""处置率71.23%, 安装率到了九成: of what was done, and how much of all it was."""
_ABOVE_PLAN = re.compile(
    rf"(?P<thing>[^。；;]*?)(?:超额?|超过|超出|超了|高于|高出)(?:完成)?(?:年初|年度|全年|原|既?定|投资|的)*(?:计划|目标|任务)(?:数|值)?的?(?:了|约|近)?{_NUMBER}[%％](?P<after>.*)$"
)
"""超计划21.7%: how much more was done than planned."""
_PLAN = re.compile("计划|目标|任务")
_AMOUNT = re.compile(rf"{_NUMBER}(?P<orders>万亿|亿|万)?(?P<unit>[\u4e00-\u9fff]?)")
_ALL = re.compile("总|全|整个|一共|盘子|倒推|反推|推算")
_BEFORE = re.compile("(?:上|前|头)一?年|去年|20\\d\\d年")
_MANY = re.compile("多少|几")
_CHANGE = re.compile(
    "[，,]?(?:同比|比上年|较上年)?(?:比增|增长|增加|提高|上升|下降|减少|回落|降低|比降|增|降)$"
)
_ORDERS = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_AGENCY = re.compile(r"^.*?[局委厅办](?:说|讲|称)?(?=[\u4e00-\u9fff\d])|20\d\d年")
"""Whose it is and of when, before what a number is of."""
_HALF = 0.5
_MOSTLY = 0.7


def worked_from_quoted(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question's composer and finder, return what follows from the numbers that it quotes; None where it asks for
    nothing of the kind, or they are not told for certain."""
    query = finder.query
    text = query.simplified
    if query.language == "en" or len(query.issuers) != 1 or not re.search(r"\d", text):
        return None
    figures = [
        one
        for one in finder.searcher.all(Scope(query.issuers))
        if one.value is not None and one.label.phrase
        if not query.years or {one.year, one.year - 1} & {*query.years}
    ]
    ways: tuple[Callable[[Composer, Query, Sequence[Figure]], Answer | None], ...] = (
        _whole,
        _of_rate,
        _planned,
        _earlier,
        _each,
    )
    try:
        return next((told for way in ways if (told := way(composer, query, figures)) is not None), None)
    except calculate.CannotCalculate:
        return None


def quotes(query: Query, figures: Sequence[Figure]) -> bool:
    """Given a query and the figures of its answer, return whether the one figure is a rate that the question itself tells
    and asks an amount beside: it is no answer."""
    if len(figures) != 1 or figures[0].unit != "%" or query.operation == "exists" or not query.magnitude:
        return False
    told = re.findall(r"(\d+(?:\.\d+)?)[%％]", query.simplified)
    return figures[0].value is not None and any(Decimal(one) == figures[0].value for one in told)


def _whole(composer: Composer, query: Query, figures: Sequence[Figure]) -> Answer | None:
    said = _SHARE.search(query.simplified)
    if said is None or not _ALL.search(said["after"]) or not _MANY.search(said["after"]):
        return None
    share = _one(
        one
        for one in _of_value(figures, said["number"], "%")
        if "占" in one.label.phrase and covered(terms(said["whole"]), one.label.phrase) >= _HALF
    )
    if share is None:
        return None
    thing_of = share.label.phrase.rpartition("占")[0]
    part = _one(one for one in figures if one.sentence == share.sentence and one.label.phrase == thing_of)
    if part is None or part.unit == "%":
        return None
    if covered(terms(_last(said["part"])), thing_of) < _HALF:
        return None
    return composer.calculated(
        composer.words.whole_of(part, share), calculate.whole(part, share, composer.places), (part, share)
    )


def _earlier(composer: Composer, query: Query, figures: Sequence[Figure]) -> Answer | None:
    said = _GROWTH.search(query.simplified)
    if said is None or not (_BEFORE.search(said["after"]) and _MANY.search(said["after"])):
        return None
    changes = [one for one in _of_value(figures, said["number"], "%") if is_change(one.label)]
    of = [(one, _level(one, figures)) for one in changes]
    about = _about(query, said["thing"])
    fitting = [
        (one, level)
        for one, level in of
        if level and covered(about, level.label.phrase + level.sentence) >= _MOSTLY
    ]
    if len(fitting) != 1:
        return None
    change, level = fitting[0]
    assert level is not None
    years = [int(one) for one in re.findall(r"(20\d\d)年", said["after"])]
    if level.unit == "%" or (years and level.year - 1 not in years):
        return None
    result = calculate.earlier(level, change, fell=fell(change), places=composer.places)
    return composer.calculated(composer.words.earlier(level, level.year - 1), result, (level, change))


def _of_rate(composer: Composer, query: Query, figures: Sequence[Figure]) -> Answer | None:
    """All of what a rate is of, which is told right after what was done: 处置52宗，处置率71.23%."""
    said = _RATE.search(query.simplified)
    if said is None or not _ALL.search(said["after"]) or not _MANY.search(said["after"]):
        return None
    unit = expected(said["after"])
    number = said["number"] or str(10 * "零一二三四五六七八九".index(said["tenths"].replace("两", "二")))
    about = _about(query, said["of"].removesuffix("率"))
    pairs = [
        (part, rate)
        for rate in _of_value(figures, number, "%")
        if rate.label.phrase.endswith("率")
        and (part := _right_before(rate, figures)) is not None
        and (same_unit(part.unit, unit) or unit == ANY_COUNT)
        and _is_done(rate.label.phrase, part.label.phrase)
        and said["deed"] in part.label.phrase
        and covered(about, part.label.phrase + rate.label.phrase) >= _HALF
    ]
    if len(pairs) != 1:
        return None
    places = composer.places if divisible(unit or "") else 0
    return composer.calculated(
        composer.words.whole_of(*pairs[0]), calculate.whole(*pairs[0], places), pairs[0]
    )


def _is_done(rate: str, done: str) -> bool:
    """Whether a rate is that of what was done: its deed is said of that, 处置 of 处置图斑."""
    return rate.removesuffix("率")[-2:] in done


def _right_before(rate: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The amount that a sentence tells right before a rate, in the clause before."""
    before = rate.sentence.partition(rate.raw)[0]
    told = [one for one in figures if one.sentence == rate.sentence and one.unit != "%" and one.raw in before]
    last = max(told, key=lambda one: before.rfind(one.raw), default=None)
    if last is None or rate.sentence.count(rate.raw) > 1 or rate.sentence.count(last.raw) > 1:
        return None
    between = before[before.rfind(last.raw) + len(last.raw) :]
    return last if re.fullmatch(r"[^，,。；;]*[，,][^，,。；;\d]*", between) else None


def _planned(composer: Composer, query: Query, figures: Sequence[Figure]) -> Answer | None:
    """What was planned, of which is told what was done and by how many percent that was more."""
    said = _ABOVE_PLAN.search(query.simplified)
    if said is None or not _PLAN.search(said["after"]) or not _MANY.search(said["after"]):
        return None
    about = _about(query, said["thing"])
    pairs = [
        (done, above)
        for above in _of_value(figures, said["number"], "%")
        if (over := re.search("超(?:过|出|额)?[^，。]*(?:计划|目标|任务)$", above.label.phrase))
        and (done := _right_before(above, figures)) is not None
        and done.label.phrase == above.label.phrase[: over.start()]
        and covered(about, done.label.phrase) >= _MOSTLY
    ]
    if len(pairs) != 1:
        return None
    result = calculate.earlier(*pairs[0], fell=False, places=composer.places)
    return composer.calculated(composer.words.planned_of(*pairs[0]), result, pairs[0])


def _about(query: Query, words: str) -> tuple[Term, ...]:
    """What a number is said of, without whose it is and of when."""
    said = terms(_AGENCY.sub("", words))
    return tuple(one for one in said if not any(one.word in issuer for issuer in query.issuers))


def _level(change: Figure, figures: Sequence[Figure]) -> Figure | None:
    """What a change of a sentence is of, which the sentence gives too."""
    of = _CHANGE.sub("", change.label.phrase)
    return _one(one for one in figures if one.sentence == change.sentence and one.label.phrase == of != "")


def _each(composer: Composer, query: Query, figures: Sequence[Figure]) -> Answer | None:
    if query.operation != "average" or query.for_each is None or query.unit is None:
        return None
    found = [
        [one for one in figures if _is_amount(one, Decimal(said["number"]) * _ORDERS[said["orders"] or ""])]
        for said in _AMOUNT.finditer(query.simplified)
        if not (said["unit"] == "年" and not said["orders"])
    ]
    told = [one for some in found if (one := _one(some))]
    if len(told) != 2 or len(found) != 2:
        return None
    amounts = [one for one in told if same_unit(one.unit, query.unit)]
    counts = [one for one in told if not same_unit(one.unit, query.unit)]
    if len(amounts) != 1 or len(counts) != 1 or counts[0].unit == "%" or amounts[0].year != counts[0].year:
        return None
    result = calculate.quotient(amounts[0], counts[0], composer.places)
    what = composer.words.for_each(amounts[0], query.for_each.each)
    return composer.calculated(what, result, (amounts[0], counts[0]))


def _last(words: str) -> str:
    return _AGENCY.sub("", words)


def _is_amount(figure: Figure, amount: Decimal) -> bool:
    unit = figure.unit or ""
    if figure.value is None or unit == "%":
        return False
    return figure.value * base_unit(unit)[0] / base_unit(thing(unit))[0] == amount


def _of_value(figures: Sequence[Figure], number: str, unit: str) -> list[Figure]:
    return [one for one in figures if one.unit == unit and one.value == Decimal(number)]


def _one(found: Iterable[Figure]) -> Figure | None:
    """The one figure of those found, where they are all of one label."""
    every = list(found)
    return every[0] if len({(one.label, one.value, one.year) for one in every}) == 1 else None

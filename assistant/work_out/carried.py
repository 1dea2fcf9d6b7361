"""What an answer leaves for the questions after it: the scope taken for granted, its figures to be worked with."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import calculate
from assistant.query import Given, Query
from assistant.quote.wanted import names_thing
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.kinds import asked_for
from assistant.work_out.between import counted_alike, gap
from assistant.work_out.operate import largest
from corpus.report import Figure

_QUANTITY = re.compile(
    r"多少|几|how (many|much)|number of|what .*\b(total|budget|amount|average|mean|score|rate|share|percentage|growth|revenue|income|"
    r"expenditure|spending|cost|area|population)\b|(数|量|额|率|费|比例|占比|标准|总值|收入|支出)[？?。\s]*$",
    re.I,
)
_WHICH_ARE = re.compile("分别(?:是|有|为)?(?:什么|哪些|啥)")
"""After how many problems there are: which ones they are."""
_KEPT = 6
"""How many answers are remembered."""


def wants_figure(query: Query) -> bool:
    """Given a query, return whether only a figure answers it, and no sentence that speaks of the same."""
    how_many = "多少" in query.simplified or (query.language == "en" and "how many" in query.text.lower())
    if names_thing(query.in_own_words) and not how_many:
        return False
    if _WHICH_ARE.search(query.simplified) and any(kind.probe for kind in asked_for(query.in_own_words)):
        return False
    counts = query.counts or (query.operation == "value" and query.unit is not None)
    return counts or bool(_QUANTITY.search(query.in_own_words) or _QUANTITY.search(query.text))


def filled_in(query: Query, answer: Answer, previous: Query | None) -> Query:
    """Given a query, its answer and the query before it, return the query with the scope that its answer took
    for granted and the answers so far, for what is asked next."""
    of_years = {figure.year for figure in answer.figures} or {citation.year for citation in answer.citations}
    years = tuple(sorted(of_years))  # a work report tells of the year before
    issuers = tuple(dict.fromkeys(citation.issuer for citation in answer.citations))
    before = previous.answers if previous is not None else ()
    works = query.given or (query.beside and answer.calculation)
    answers = before if works else (*before, *_groups(answer))[-_KEPT:]
    return replace(
        query,
        counts=wants_figure(query),
        years=query.years or years,
        issuers=query.issuers or issuers,
        answers=answers,
        given=(),
        compared=_compared_with(answer),
        beside=None,
    )


def _compared_with(answer: Answer) -> Given:
    """The two figures of a comparison, the one compared with before the one compared, as its calculation has them; none
    where it is none of two figures in one unit."""
    worked = answer.calculation
    if answer.status != "answered" or worked is None or len(answer.figures) != 2 or answer.further:
        return ()
    compares = {
        "difference": calculate.difference,
        "growth": calculate.growth,
        "multiple": calculate.multiple,
    }
    if (again := compares.get(worked.operation)) is None:
        return ()
    first, second = answer.figures
    for before, after in ((first, second), (second, first)):
        try:
            if again(before, after).calculation.expression == worked.expression:
                return (before, after)
        except calculate.CannotCalculate:
            continue
    return ()


def _groups(answer: Answer) -> tuple[Given, ...]:
    """The answer as what may be worked with: each of its figures, or the figures that it is the sum of. A share,
    a change or a passage is one that cannot."""
    if answer.status != "answered" or not answer.figures:
        return ((),)
    if answer.calculation is None or answer.calculation.operation == "conversion":
        return tuple((figure,) for figure in answer.figures)
    return (answer.figures,) if answer.calculation.operation == "sum" else ((),)


def worked(composer: Composer) -> Answer:
    """Given a question that works with answers given before, return the answer: their sum, the difference of
    the second and the first, its growth, its share."""
    query, words, given = composer.query, composer.words, composer.query.given
    flat = [figure for group in given for figure in group]
    try:
        if query.operation == "sum":
            what = " + ".join(dict.fromkeys(map(words.label, flat)))
            return composer.calculated(
                words.total(what), calculate.total(counted_alike(flat, query.unit)), flat
            )
        if query.operation == "average" and len(flat) == len(given):
            return composer.calculated(words.average(words.label(flat[0])), calculate.average(flat), flat)
        if query.operation == "rank" and len(flat) == len(given):
            return largest(composer, flat)
        return _compared(composer, *given)
    except calculate.CannotCalculate as reason:
        return composer.refusal("not_reported", words.cannot(reason.reason), citations=flat)


def _compared(composer: Composer, before: Given, after: Given) -> Answer:
    query, words, (first, second) = composer.query, composer.words, (before[0], after[0])
    if len(before) > 1 or len(after) > 1:
        if query.operation != "difference":
            raise calculate.CannotCalculate("too_few")
        flat = (*after, *before)
        return composer.calculated(words.gap(second, first), calculate.gap(before, after), flat)
    if query.operation == "share":
        return composer.calculated(
            words.share(second, first), calculate.share((second,), (first,)), (second, first)
        )
    if query.operation == "growth" and _two_things(first, second):
        return gap(composer, second, first)
    if query.operation == "growth" and query.unit == "倍":
        return composer.calculated(
            words.multiple(first, second), calculate.multiple(first, second), (first, second)
        )
    if query.operation == "growth":
        return composer.calculated(
            words.growth(first, second), calculate.growth(first, second), (first, second)
        )
    said = words.gap(second, first) if _two_things(first, second) else words.difference(first, second)
    return composer.calculated(said, calculate.difference(first, second), (first, second))


def _two_things(first: Figure, second: Figure) -> bool:
    """Whether two things are compared, and not one thing in two years or of two agencies."""
    return first.year == second.year and first.citation.issuer == second.citation.issuer

"""What something was before it rose or fell: 提高之前是多少. What it rose to is no answer to that."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import is_of_five_years
from assistant.work_out.before import fell, risen_from, risen_to
from corpus.language.grammar import COMPARISON
from corpus.report import Figure

_CHANGES = rf"(?:{COMPARISON}|扩大|缩小|上调|下调|[升增涨降减])"
_BEFORE = re.compile(
    rf"(?:在|没有?|未)?{_CHANGES}(?:[到至为]了?\d+(?:\.\d+)?[^，,。；;\d]{{0,4}}?)?(?:之|以)?前(?:的|还)?(?:水平|数值?)?(?=又?(?:是|为|有|达|占|大?约)|[，,]?(?:多少|几(?![名位个项家大]|种)|百分之))"
)
_AFTER = re.compile(
    rf"{_CHANGES}(?:(?:之|以)?后(?:才?[是为有达到至]{{1,2}})?|[到至为了])(?P<number>\d+(?:\.\d+)?)\D?[^，,。；;\d]{{0,5}}"
)


def asks_before(text: str) -> bool:
    """Given a question in simplified Chinese, return whether it asks what something was before it rose or fell."""
    return _BEFORE.search(text) is not None


def before_its_change(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for what something was before it rose or fell, and its finder, return the answer: as its sentence
    tells it, or worked out of what it is and the change told right after that. None where neither is told for certain."""
    query = finder.query
    said = _AFTER.search(query.simplified)
    thing = (
        _AFTER.sub(" ", _BEFORE.sub(" ", f"{measure(query)}是多少")).removesuffix("是多少").strip(" ，,的")
    )
    if query.measures or len(query.issuers) != 1 or not thing:
        return None
    asked = replace(query, operation="value", measure=thing, otherwise=())
    figure = replace(finder, query=asked).asked().figure
    if figure is None or figure.value is None:
        return None
    if risen_to(finder.searcher, figure) is not None:
        return composer.figures((figure,))
    if said is not None and Decimal(said["number"]) != figure.value:
        return None
    if (earlier := risen_from(finder.searcher, figure)) is not None:
        return composer.figures((earlier,))
    if (change := _told_after(finder, figure)) is None:
        return None
    try:
        result = calculate.earlier(figure, change, fell=fell(change), places=composer.places)
    except calculate.CannotCalculate:
        return None
    return composer.calculated(composer.words.before(figure), result, (figure, change))


def _told_after(finder: Finder, figure: Figure) -> Figure | None:
    """By how much a figure rose or fell, as its own sentence tells of the same thing: in its own unit, or in points."""
    unit = "个百分点" if figure.unit == "%" else figure.unit
    named = re.compile(rf"{re.escape(figure.label.phrase)}(?:比上一?年|较上一?年|同比)?{_CHANGES}")
    found = [
        one
        for one in block_of(finder.searcher, figure)
        if figure.label.phrase
        and (one.sentence, one.year) == (figure.sentence, figure.year)
        and (one.unit or "").removeprefix("个") == (unit or "").removeprefix("个")
        and named.fullmatch(one.label.phrase)
        and one.value is not None
        and not is_of_five_years(one.label)
    ]
    return found[0] if len(found) == 1 else None

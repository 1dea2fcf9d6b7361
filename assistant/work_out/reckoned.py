"""What a figure was the year before, worked out of it and of the change that its own report tells: 三公经费预算42万元，比2025年预算
增加4万元 says what that of 2025 was."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.find.stated import reported_change, reported_share
from assistant.match.another import AT_BEGINNING
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import is_change, is_change_of, is_of_five_years, level
from assistant.work_out.before import change_told, fell
from corpus.five_years import OVER, SPAN
from corpus.language.grammar import COMPARISON
from corpus.report import Figure
from corpus.units import divisible
from index.search import Scope

_OF_ACCOUNTS = re.compile("[预决]算")
"""In a title: what the report tells of changes is against the year before."""

_OF_YEAR = re.compile("政府工作报告")
"""In a title: by how many points a rate rose is told right after it, of the year."""
_SINCE = re.compile(r"(?:\d|[一二两三四五六七八九十])年")
_ABOUT = re.compile("大约|大概|差不多|大約|about|roughly|approximately")
_BEGINS = re.compile("年?初(?:时|的时候)?的?")
_MUCH = 10
_COUNTED = re.compile("[^%万亿]+")


def reckoned(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for one agency's figure of a year of which no report gives it, and its finder, return the answer
    worked out of the year after; None where its report does not tell the figure and its change for certain. A growth in
    percent is worked with only where the question says that the year is to be worked out: it is rounded."""
    query = finder.query
    if (
        len(query.years) != 1
        or len(query.issuers) != 1
        or query.operation not in ("value", "rate", "share")
        or query.measures
        or query.whole
    ):
        return None
    begins = AT_BEGINNING.search(query.simplified)
    after = (query.years[0] + (0 if begins else 1),)
    asked = replace(query, years=after, reckoned=False)
    if begins:
        asked = replace(
            asked, simplified=_BEGINS.sub("", query.simplified), measure=_BEGINS.sub("", query.measure)
        )
    later = replace(finder, query=asked, scope=replace(finder.scope, years=after))
    figure = later.asked().figure if query.operation != "share" else _only(reported_share(later))
    if figure is None and not begins and (told := _five_years_before(finder)) is not None:
        return _told_of(composer, *told, query.years[0])
    if figure is None or figure.value is None or figure.year != after[0] or is_change(figure.label):
        return None
    about = _ABOUT.search(query.text) is not None
    change = change_told(finder.searcher, figure)
    if change is None and (query.reckoned or about):
        change = change_told(finder.searcher, figure, in_percent=True)
    sure = query.reckoned or about or _OF_ACCOUNTS.search(figure.citation.title)
    if change is None and (sure or (figure.unit == "%" and _OF_YEAR.search(figure.citation.title))):
        change = _told_beside(later, figure)
    if change is None or (change.unit == "%" != figure.unit and not (query.reckoned or about)):
        return None
    return _told_of(composer, figure, change, after[0] - 1)


def _told_of(composer: Composer, figure: Figure, change: Figure, year: int) -> Answer | None:
    try:
        result = calculate.earlier(figure, change, fell=fell(change), places=_places(composer, figure))
    except calculate.CannotCalculate:
        return None
    return composer.calculated(composer.words.earlier(figure, year), result, (figure, change))


def _five_years_before(finder: Finder) -> tuple[Figure, Figure] | None:
    """A figure of five years after the one asked about, and by how much its report tells that it changed in them, in
    points or in what it is counted in."""
    after = (finder.query.years[0] + SPAN,)
    asked = replace(finder.query, years=after, reckoned=False)
    figure = replace(finder, query=asked, scope=replace(finder.scope, years=after)).asked().figure
    if figure is None or figure.value is None or figure.year != after[0] or is_change(figure.label):
        return None
    thing = re.escape(level(figure.label.phrase))
    named = re.compile(rf"{OVER}来{thing}(?:{COMPARISON})|{thing}[5五]年来?(?:{COMPARISON})")
    found = [
        one
        for one in finder.searcher.all(Scope(report=figure.citation.report))
        if one.year == figure.year and named.fullmatch(one.label.phrase)
        if (one.unit or "").endswith("百分点" if figure.unit == "%" else figure.unit or "")
    ]
    return (figure, found[0]) if thing and len(found) == 1 and found[0].unit != "%" else None


def _places(composer: Composer, figure: Figure) -> int:
    """The decimal places worked with: one, where the question asks for about how much, and it is much."""
    query = composer.query
    about = query.places is None and _ABOUT.search(query.text) and (figure.value or 0) >= _MUCH
    if query.places is None and _COUNTED.fullmatch(figure.unit or "") and not divisible(figure.unit or ""):
        return 0  # there are no parts of a case
    return 1 if about else composer.places


def _only(figures: tuple[Figure, ...]) -> Figure | None:
    return figures[0] if len(figures) == 1 else None


def _told_beside(later: Finder, figure: Figure) -> Figure | None:
    """The change of a figure that its own paragraph tells: 供给率70.4%、提高5.9个百分点; in its own unit first."""
    units = ("百分点",) if figure.unit == "%" else (figure.unit, "%")
    named = re.compile(rf"{re.escape(figure.label.phrase)}(?:{COMPARISON})")
    right_after = [
        one
        for one in block_of(later.searcher, figure)
        if (one.sentence, one.year) == (figure.sentence, figure.year) and named.fullmatch(one.label.phrase)
        if figure.label.phrase and one.value is not None and (one.unit or "").endswith(units[0] or "")
    ]
    if len(right_after) == 1 and right_after[0].unit != "%":
        return right_after[0]
    for unit in units:
        asked = replace(later, query=replace(later.query, unit=unit))
        found = reported_change(asked, later.query.years)
        told = [one for one in found if _is_of(later, one, figure)]
        if len(told) == 1:
            return told[0]
    return None


def _is_of(later: Finder, change: Figure, figure: Figure) -> bool:
    """Whether a change is told in the paragraph of the figure, or in one that gives it too."""
    beside = any(
        (one.label.phrase, one.value, one.unit) == (figure.label.phrase, figure.value, figure.unit)
        for one in (figure, *block_of(later.searcher, change))
        if (one.citation.report, one.citation.block) == (change.citation.report, change.citation.block)
    )
    return (
        beside
        and not is_of_five_years(change.label)
        and not _SINCE.search(change.label.phrase.removeprefix(figure.label.phrase))
        and is_change_of(change.label, measure(later.query))
        and change.value is not None
    )

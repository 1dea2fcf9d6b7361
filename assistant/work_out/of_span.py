"""What share of five years' total one of the years brought, or the next is to bring: 十四五新增就业里2025年的占多少."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import is_of_five_years
from corpus.five_years import OVER
from corpus.report import Figure
from corpus.units import same_unit
from index.search import Scope

_SPAN = re.compile(rf"十[一二三四]五|{OVER}")
_YEAR = re.compile(r"20\d\d(?=年)")
_REST = re.compile("(?:当年|一年|单年)?(?:要|计划|打算|准备)?(?:完成)?的?|的?(?:人|面积|数量?)$")


def of_span(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for the share that a year has in what five years brought, and its finder, return the answer; None where
    it asks otherwise, or a report does not tell both under one name."""
    query = finder.query
    years = {int(year) for year in _YEAR.findall(query.simplified)}
    if query.operation != "share" or query.language == "en" or len(years) != 1:
        return None
    if query.measures or not _SPAN.search(query.simplified):
        return None
    (year,) = years
    for said in dict.fromkeys((measure(query), query.whole)):
        thing = _REST.sub("", said).strip()
        total = _total(finder, thing) if thing else None
        part = _in_year(finder, total, year) if total else None
        if total is None or part is None:
            continue
        try:
            result = calculate.share((part,), (total,), composer.places)
        except calculate.CannotCalculate:
            return None
        return composer.calculated(composer.words.share(part, total), result, (part, total))
    return None


def _total(finder: Finder, thing: str) -> Figure | None:
    """What five years brought of a thing."""
    asked = f"{OVER}来{thing}"
    query = replace(
        finder.query,
        operation="value",
        simplified=asked,
        measure=asked,
        whole="",
        years=(),
        unit=None,
    )
    found = replace(finder, query=query, scope=replace(finder.scope, years=())).measure(asked)
    figure = found.certain
    one = figure.figures[-1] if figure and not found.rivals and len(figure.figures) == 1 else None
    return one if one is not None and is_of_five_years(one.label) and one.value is not None else None


def _in_year(finder: Finder, total: Figure, year: int) -> Figure | None:
    """What its report tells of a year under the same name."""
    name = total.label.phrase.removeprefix(f"{OVER}来")
    found = [
        one
        for one in finder.searcher.all(Scope(report=total.citation.report))
        if (one.label.phrase, one.year) == (name, year)
        and same_unit(one.unit, total.unit)
        and one.value is not None
    ]
    return found[0] if len({one.value for one in found}) == 1 else None

"""What a figure's section goes on about, where the sections beside it say so: a project's 用款计划 stands under a heading of
its own, the project's name under that of its 概况."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from corpus.report import Figure, Paragraph, Report, Section
from index.search import Evidence, Searcher

_OVERVIEW = re.compile("(?:项目|工程|课题|活动)(?:概况|概述|简介|名称|基本情况)")
_SHORTEST = 6
"""Characters of a name that is told from others."""
_NEAREST = 4
"""Reports whose overviews are looked at: those of the figures nearest to the question."""
_LONGEST = 120
"""Characters of the overview that say what the thing is."""


def in_surroundings(
    searcher: Searcher, measure: str, evidence: Sequence[Evidence]
) -> tuple[str, list[Evidence]]:
    """Given a measure and the figures found for it, return it without the name of a thing that an overview tells of, and
    the figures that stand beside this overview; nothing where it names no such thing."""
    if len(measure) < _SHORTEST:
        return "", []
    report = cache(searcher.report)
    figures = [one.item for one in evidence if isinstance(one.item, Figure)]
    nearest = list(dict.fromkeys(figure.citation.report for figure in figures))[:_NEAREST]
    places = {_place(figure): figure for figure in figures if figure.citation.report in nearest}
    subjects = {place: _subject(report, figure) for place, figure in places.items()}
    names = {subject: _named(measure, subject) for subject in filter(None, subjects.values())}
    name = max(names.values(), key=len, default="")
    if not name:
        return "", []
    told = [
        one for one in evidence if isinstance(one.item, Figure) and name in subjects.get(_place(one.item), "")
    ]
    return measure.replace(name, "").strip(" 的，,"), told


def _place(figure: Figure) -> tuple[str, str, tuple[str, ...]]:
    return figure.citation.report, figure.citation.block, figure.label.section


def _named(measure: str, subject: str) -> str:
    """The longest name that a measure and an overview have in common, or nothing."""
    found = SequenceMatcher(None, measure, subject, autojunk=False).find_longest_match()
    name = measure[found.a : found.a + found.size]
    return name if len(name) >= _SHORTEST else ""


def _subject(report: Callable[[str], Report], figure: Figure) -> str:
    above = figure.label.section[:-1]
    if not above:
        return ""
    found = ""
    for section in _up_to(report(figure.citation.report), figure.citation.block):
        if section.path[:-1] == above and _OVERVIEW.search(section.path[-1]):
            found = _first_text(section)
    return found


def _up_to(report: Report, block: str) -> Iterator[Section]:
    """The sections of a report up to the one that a block stands in."""
    for section in report.sections:
        yield section
        if any(one.id == block for one in section.blocks):
            return


def _first_text(section: Section) -> str:
    texts = (one.text for one in section.blocks if isinstance(one, Paragraph))
    return next(texts, "")[:_LONGEST]

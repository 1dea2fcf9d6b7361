"""What was planned, and not what became of it: which questions ask for it, and which figures are of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.report import WORK_REPORT, Figure

AHEAD = re.compile(
    "计划|打算|目标|预期(?!寿命)|力争|争取|准备|预计|拟|希望|将|想要?|要(?![求点闻])|瞄准|定在|定为"
)
"""In a question: it may ask for what was planned."""
INTENDED = re.compile("计划(?!生育)|打算|预计|力争|准备|拟(?!定)|预期(?!寿命)")
"""In a question: it asks for nothing else."""
INTENT = frozenset({"目标", "计划", "预计", "力争", "希望", "打算", "准备", "拟", "预期", "争取"})
"""Words that a planned figure need not say, since its place says it."""
_TARGET = frozenset({"目标", "指标", "目标值"})
"""What a planned figure of the year after its report's is, whether it says so or not."""
_SETTLED = re.compile("(?:决算|执行)数?$")
_ACTUAL = frozenset({"实际", "真正", "最终"})
_PLANNED = re.compile("力争|争取|预期(?!寿命)|目标|计划|拟(?!定)|确保")


def unsaid(figure: Figure, asked: frozenset[str]) -> Collection[str]:
    """Given a figure and the words of a question, return those that its label need not say: of a planned figure that it
    is planned; of either which it is, where the question compares the one with the other. 实际利用外资 says more than
    that it is no plan; of what a budget came to that it is what was really spent."""
    if asked & INTENT and asked & _ACTUAL:
        return INTENT | _ACTUAL
    if asked & _ACTUAL and _SETTLED.search(figure.label.text):
        return _ACTUAL
    if asked & _TARGET and for_next_year(figure):
        return INTENT | _TARGET
    return INTENT if asked & INTENT and planned(figure) else ()


def for_next_year(figure: Figure) -> bool:
    """Given a figure, return whether it is of the year after its report's: what that has before it."""
    return figure.year > figure.citation.year


def planned(figure: Figure) -> bool:
    """Given a figure, return whether it is what was to be reached, and not what was: its label says so, it is of a year
    after its report's, or of the year that a government's work report has before it."""
    if _PLANNED.search(figure.label.text) or figure.year > figure.citation.year:
        return True
    return of_year_ahead(figure)


def of_year_ahead(figure: Figure) -> bool:
    """Given a figure, return whether it is of the year that a government's work report, given at its start, has before it."""
    return WORK_REPORT in figure.citation.title and figure.year == figure.citation.year


def looks_ahead(figure: Figure) -> bool:
    """Given a figure, return whether anything about it says that it is of what was intended: its title, its headings, its
    sentence."""
    said = " ".join((figure.citation.title, *figure.label.section, figure.label.text, figure.sentence))
    return planned(figure) or AHEAD.search(said) is not None or "预算" in said

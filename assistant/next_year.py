"""What a report plans for the year after its own: that answers what is planned for a year of which no report is held. What
became of it only that year's report could say.
"""

from __future__ import annotations

import re

from assistant.kinds import intended
from assistant.query import Query
from assistant.run_in import part_of
from assistant.wanted import Wanted
from corpus.report import WORK_REPORT, Passage
from corpus.sentences import pieces
from index.search import Evidence

_OF_ITS_YEAR = frozenset({WORK_REPORT, "预算"})
"""Kinds of report whose plans are for their own year."""
_YEAR = re.compile(r"(20\d\d)年")
_NEXT = r"下一?步|下一?年|下一?阶段|明年|来年"
_TO_COME = re.compile(f"{_NEXT}|打算")
_OPENS = re.compile(
    rf"\s*(?:(?:针对|围绕|对于|为)[^，,。；;]{{2,20}}[，,])?(?:{_NEXT})|\s*今后[，,]?[^，,。；;]{{0,8}}将|\s*(?P<year>20\d\d)年[，,]?(?:[我本全]\w)?(?:将|拟|计划|要)"
)
_OF_THE_REPORT = re.compile(
    f"报告|年报|总结|公报|预算|决算|{_NEXT}|接下来|今后|往后|将来|以后", re.IGNORECASE
)
"""In a question for a year: what is asked of its report, or of the time after it."""


def asks_plans(query: Query, wanted: Wanted) -> bool:
    """Given a query and what it wants, return whether it asks what is planned for one year, and not what that year's own
    report says."""
    if len(query.years) != 1 or len(query.issuers) != 1 or wanted.named("problems"):
        return False
    return wanted.ahead and not wanted.past and _OF_THE_REPORT.search(query.simplified) is None


def planned_for(year: int, evidence: Evidence, kind: str) -> Evidence | None:
    """Given a year, a passage and the kind of its report, return the passage, or what of it says what is to come, where it
    tells of that year's plans in the report of the year before; else None."""
    passage = evidence.item
    assert isinstance(passage, Passage)
    if passage.citation.year != year - 1 or kind in _OF_ITS_YEAR:
        return None
    if any(_is_of(year, heading) for heading in passage.section):
        return evidence
    spans = pieces(passage.text)
    for place, (start, _) in enumerate(spans):
        opening = _OPENS.match(passage.text, start)
        if opening and opening["year"] in (None, str(year)):
            return part_of(evidence, place, len(spans))
    return None


def _is_of(year: int, heading: str) -> bool:
    """Whether a heading is of the plans for a year, which it names or calls the next, and of nothing else."""
    named = set(map(int, _YEAR.findall(heading)))
    return intended((heading,)) and (named == {year} or (not named and _TO_COME.search(heading) is not None))

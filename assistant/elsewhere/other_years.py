"""What the report of another year says of the year that is asked for and of which none is held; and what the report of that
year says as of a day of the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.find.finder import Finder
from assistant.scope import Reach
from assistant.work_out.before import year_before
from corpus.prose import reviewed_year
from corpus.report import WORK_REPORT, Figure, Passage
from index.search import Evidence, Held, Scope, Searcher

_IN_WORK_REPORT = re.compile("政府?工作报告")
_AS_OF = re.compile("截[至止]到?20\\d\\d年")
_IN_REPORT = re.compile("^(?:部门|单位)?[预决]算(?:报告|说明|公开)?(?:[里中内]面?的?|显示|说的?)")
"""Which report is meant, and nothing that is measured."""


def told_later(finder: Finder, within: Reach) -> Figure | None:
    """Given the finder of a question for a year of which no report is held, return the figure that the next
    year's report gives for it in the row of its own: 上一年项目数量 beside the number and the change."""
    query = finder.query
    alone = len(query.issuers) == 1 and len(query.years) == 1 and query.operation in ("value", "exists")
    if not (within.all_missing and alone):
        return None
    after = (query.years[0] + 1,)
    later = replace(finder, query=replace(query, years=after), scope=replace(finder.scope, years=after))
    figure = later.asked().figure
    return year_before(finder.searcher, figure) if figure else None


def told_as_of(finder: Finder, held: Sequence[Held]) -> Figure | None:
    """Given the finder of a question for one agency and year and the reports held, return what that year's report says as
    of a day of the year before: a budget tells how many cars there were in August; or, where the question says to look in a
    work report, of the year that this looks back on. None of what else only happened then."""
    query = finder.query
    if len(query.issuers) != 1 or len(query.years) != 1 or query.operation not in ("value", "exists"):
        return None
    found = []
    for report in held:
        if report.issuer == query.issuers[0] and report.year == query.years[0]:
            scope = Scope(report=report.id)
            looked_in = report.kind == WORK_REPORT and _IN_WORK_REPORT.search(query.simplified) is not None
            if not looked_in and not any(_as_of(one, report.year) for one in finder.searcher.all(scope)):
                continue
            asked = replace(query, years=(), measure=_IN_REPORT.sub("", query.measure))
            figure = replace(finder, query=asked, scope=scope).asked().figure
            if figure and (_as_of(figure, report.year) or (looked_in and figure.year == report.year - 1)):
                found.append(figure)
    return found[0] if len(found) == 1 else None


def _as_of(figure: Figure, year: int) -> bool:
    """Whether a figure is told as of a day of the year before."""
    return figure.year == year - 1 and _AS_OF.match(figure.sentence) is not None


def speaks_of(searcher: Searcher, evidence: Evidence, years: Sequence[int]) -> bool:
    """Given a passage of another year's report and the years asked for, return whether it speaks of them: it or
    its heading names them, or it stands where a work report looks back."""
    passage = evidence.item
    assert isinstance(passage, Passage)
    said = " ".join((passage.text, *passage.section))
    if all(f"{year}年" in said for year in years):
        return True
    if (plan := _plan_of(years)) and plan in said:
        return True
    return tuple(years) == (reviewed_year(searcher.report(passage.citation.report), passage.section),)


def _plan_of(years: Sequence[int]) -> str:
    """What the five years of a plan are called, “十四五” of 2021 to 2025; "" of any other years."""
    if len(years) != 5 or years[-1] - years[0] != 4 or not 2006 <= years[0] <= 2046 or years[0] % 5 != 1:
        return ""
    return f"十{'一二三四五六七八九'[(years[0] - 2006) // 5]}五"


def year_of(searcher: Searcher, evidence: Evidence) -> int:
    """Given a passage, return the year that it speaks of: its report's, or the one on which that looks back there."""
    passage = evidence.item
    assert isinstance(passage, Passage)
    report = searcher.report(passage.citation.report)
    return reviewed_year(report, passage.section) or report.year

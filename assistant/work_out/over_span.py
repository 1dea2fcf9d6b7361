"""By how much something rose or fell in five years, as one sentence tells what it was before and after: 五年来高铁里程增加了多少公里."""

from __future__ import annotations

from dataclasses import replace

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.work_out.before import risen_from
from assistant.work_out.between import change
from corpus.five_years import OVER, SPAN
from corpus.report import Figure


def over_span(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for what changed in five years (五年来), and its finder, return the answer worked out of what it was before
    them and at their end; None where no sentence tells both for certain."""
    query, over = finder.query, f"{OVER}来"
    bare = measure(query).removeprefix(over).strip()
    if query.operation not in ("difference", "growth") or query.years or bare == measure(query) or not bare:
        return None
    last = max((one.item.citation.year for one in finder.searched(bare)), default=0) - 1
    plain = replace(query, measure=bare, simplified=query.simplified.removeprefix(over))
    found = replace(finder, query=plain).measure(bare, None, (last - SPAN, last))
    now = found.figure
    before = risen_from(finder.searcher, now) if isinstance(now, Figure) else None
    if now is None or before is None or now.year - before.year != SPAN:
        return None
    try:
        return change(replace(composer, query=replace(plain, over="years")), (before, now))
    except calculate.CannotCalculate:
        return None

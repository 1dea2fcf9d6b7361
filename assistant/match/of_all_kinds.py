"""Of a question that names no kind (游客), the figure that says that it counts all of them: 旅游总人数 beside 过夜游客."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.candidates import Candidate

ADDS = 0.4
"""The weight of a word by which a label says more than one that says no more than the question."""
_ALL = re.compile("总(?:人数|人次|数|量|数量|额|计)$")


def of_all_kinds(best: Candidate, good: Sequence[Candidate]) -> Candidate | None:
    """Given the candidate that says most of a question and all that name what it asks, return, where the best is of a kind
    that the question does not name, the one that counts all kinds and adds nothing else; else None."""
    if best.summed or best.fit.surprise < ADDS or _ALL.search(best.label.phrase):
        return None
    totals = [
        one
        for one in good
        if not one.summed and one.fit.surprise < ADDS and _ALL.search(one.label.phrase) and _above(one, best)
    ]
    return totals[0] if len(totals) == 1 else None


def _above(whole: Candidate, part: Candidate) -> bool:
    """Whether one gives for the same agencies and years as another more of what is counted alike."""
    more = {(one.citation.report, one.year): one for one in whole.figures}
    pairs = [(more.get((one.citation.report, one.year)), one) for one in part.figures]
    return all(
        of and of.unit == one.unit and of.value is not None and one.value is not None and of.value > one.value
        for of, one in pairs
    )

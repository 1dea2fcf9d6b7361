"""Items of an account of one head, which goes by much the same name: of 行政事业单位医疗行政单位医疗 and
行政事业单位医疗事业单位医疗 an item is called by its last name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.candidates import Candidate

_SIDE = re.compile("的?(?:年初预算|(?:支出)?决算)(?:数|额)?$")
_REST = "其他"


def last_named(measure: str, rivals: Sequence[Candidate]) -> Candidate | None:
    """Given what is measured and the candidates that fit it equally well, return the one side of an account whose item goes
    by the very name asked for; None where none or several do, or no side is asked for."""
    side = _SIDE.search(measure.replace(" ", ""))
    thing = measure.replace(" ", "")[: side.start()] if side else ""
    if len(thing) < 2 or not all(_SIDE.search(one.label.phrase) for one in rivals):
        return None
    called = [one for one in rivals if _called(one, thing)]
    return called[0] if len(called) == 1 else None


def _called(candidate: Candidate, thing: str) -> bool:
    above = candidate.label.phrase.rpartition("：")[0]
    return above.endswith(thing) and not above.endswith(f"{_REST}{thing}")

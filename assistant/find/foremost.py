"""The most of several things, where a sentence says itself which it is: 某案罚没款最高，达36.5万元."""

from __future__ import annotations

import re

from assistant.find.select import Selection
from assistant.match.candidates import Candidate
from assistant.query import Query
from assistant.words.labels import leaves

_THE_MOST, _THE_LEAST = "高多大长快", "低少小短慢"
_SAYS = 0.95
"""How much of the question a label must say to tell the most of what is asked."""


def foremost(query: Query, selection: Selection) -> Candidate | None:
    """Given a question for the most or the least of several things and what is selected for it, return the one whose
    label says that it is that; None where none does, or several do."""
    ends = {"most": _THE_MOST, "least": _THE_LEAST}.get(query.choose)
    if ends is None or selection.chosen is None or query.places_wanted is not None:
        return None
    says = re.compile(rf"[一-鿿”》].*最[{ends}]$")
    found = [
        one
        for one in (selection.chosen, *selection.rivals)
        if one.fit.asked >= _SAYS and any(map(says.search, leaves(one.label)))
    ]
    return found[0] if len(found) == 1 and len(found[0].figures) == 1 else None

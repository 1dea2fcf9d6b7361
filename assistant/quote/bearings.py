"""Whether a stretch says of the thing asked about, and of no other, where it is or when it was done: in the clause that names
it, or in those beside it."""

from __future__ import annotations

import re

from assistant.quote.wanted import Wanted
from assistant.words.likeness import alike
from assistant.words.terms import ALIKE, FULL
from assistant.words.whereabouts import asks_place, asks_time, tells_place, tells_time

_PARTS = re.compile("[；;。]")
_PAUSE = re.compile("[，,]")
_OF_REPORT = re.compile("电子版|报告|年报|下载|查阅")
"""Where the report itself is to be had, where no other thing is asked about."""
_AS_MUCH = 0.75
"""How much of what the clause that says most of the topic says of it another must, to tell of the same."""


def tells_bearings(wanted: Wanted, text: str) -> bool:
    """Given what is wanted and a text, return whether it says when, where or on which website, as far as it is asked, of
    what is asked about."""
    asked = wanted.question
    when = asks_time(asked) and (wanted.named("when") or wanted.named("day"))
    where = wanted.named("where") and asks_place(asked)
    sites = [kind for kind in wanted.kinds if kind.name == "website"]
    if sites and not wanted.topic and not _OF_REPORT.search(text):
        return False
    near = _near(wanted, text) if when or where or sites else []
    said = ["，".join(one) for one in near]
    return (
        (not when or any(tells_time(asked, one) for one in said))
        and (not where or any(tells_place(asked, *one) for one in near))
        and all(any(site.given(one) for one in said) for site in sites)
    )


def _near(wanted: Wanted, text: str) -> list[tuple[str, str, str]]:
    """For each clause that says as much of the topic as any, or its last word: what leads up to it in its part of the
    sentence, itself, and the clause after it; the whole text where no thing is named."""
    things = [term for term in wanted.topic if term.weight == FULL]
    found: list[tuple[float, bool, tuple[str, str, str]]] = []
    for part in _PARTS.split(text):
        clauses = _PAUSE.split(part)
        for place, clause in enumerate(clauses):
            said = [term.weight * alike(term.word, clause) for term in things]
            around = "，".join(clauses[:place]), clause, "".join(clauses[place + 1 : place + 2])
            found.append((sum(said), bool(said) and said[-1] >= ALIKE, around))
    most = max((much for much, _, _ in found), default=0.0)
    if most == 0:
        return [("", text, "")]
    return [around for much, last, around in found if last or much >= _AS_MUCH * most]

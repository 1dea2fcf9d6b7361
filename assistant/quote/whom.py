"""Whom to turn to about a thing: those who answer for a report answer for no taxes."""

from __future__ import annotations

import re

from assistant.quote.wanted import Wanted
from assistant.words.likeness import alike
from assistant.words.terms import AKIN, FULL, explained

_OF_REPORT = re.compile(
    r"报告|年报|公开|\b(?:reports?|disclosures?|disclosed|open(?:ness)?|transparency|information)\b",
    re.IGNORECASE,
)
"""In a question: it is the report, or what is disclosed, that one asks about."""
_ABOUT_REPORT = re.compile(r"报告|如(?:有|果?对)[^，,。；;]{0,12}(?:疑问|意见|建议)")
"""In a text: whom to turn to about the report."""
_COMPLAINT = re.compile("投诉|举报|反映|维权|求助")
"""What a line is for that takes all complaints: they are put in any of these words."""
_HAN = re.compile("[一-鿿]")


def answers_for(wanted: Wanted, text: str, above: str) -> bool:
    """Given what is wanted, a text and the headings above it, return whether those to whom the text says one may turn
    answer for what is asked about: it must name the thing, unless it takes complaints, which are asked about."""
    if not any(kind.contact for kind in wanted.kinds) or _OF_REPORT.search(wanted.question):
        return True
    told = f"{text} {above}"
    things = [term for term in wanted.topic if term.weight >= FULL and _HAN.search(term.word)]
    if _ABOUT_REPORT.search(text):
        return all(explained(thing.word, told) >= AKIN for thing in things)
    if not things or (_COMPLAINT.search(wanted.question) and _COMPLAINT.search(text)):
        return True
    return all(alike(thing.word, told) >= AKIN for thing in things)

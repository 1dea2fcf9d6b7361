"""What five years brought, beside what the last of them did: the words of a question say which of the two it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.words.labels import is_of_five_years
from assistant.words.terms import explained
from corpus.five_years import OVER

_AT_THEIR_END = re.compile(r"十[一二三四五六七八九]五[”\"」』]?(?:规划)?(?:时期|期)?末")
_SAID = re.compile(f"{OVER}[来间]?")


def of_their_span(asked: Asked, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Given what is asked and what may answer, return it without what only the last of five years did, where the question
    is for all of the five and a report tells that of the same thing too."""
    if not explained(OVER, asked.text) or _AT_THEIR_END.search(asked.text):
        return list(candidates)
    told = {
        _SAID.sub("", one.label.phrase)
        for one in candidates
        if one.fit.accepted and is_of_five_years(one.label)
    }
    return [one for one in candidates if is_of_five_years(one.label) or one.label.phrase not in told]

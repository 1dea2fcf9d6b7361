"""What five years brought, beside what the last of them did: the words of a question say which of the two it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.query import Query
from assistant.reply import Answer
from assistant.words.labels import is_change, is_of_five_years
from assistant.words.terms import explained
from corpus.five_years import OVER, SPAN
from corpus.language.grammar import acts, starts_with_verb

_AT_THEIR_END = re.compile(r"十[一二三四五六七八九]五[”\"」』]?(?:规划)?(?:时期|期)?末")
_OF_MANY = re.compile(f"{OVER}|年均|[每各]年|十[一二三四]五|20\\d\\d|累计")
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


def done_in_one_year(query: Query, answer: Answer) -> bool:
    """Given a question and its answer, return whether that asks what five years brought, and this tells only what was done in
    one of them."""
    asked = len(query.years) == SPAN or (query.language != "en" and f"{OVER}来" in query.simplified)
    if not asked or answer.status != "answered" or answer.calculation or len(answer.figures) != 1:
        return False
    phrase = answer.figures[0].label.phrase
    done = acts(phrase) or starts_with_verb(phrase) or is_change(answer.figures[0].label)
    return done and _OF_MANY.search(phrase) is None

"""Labels of which a question leaves most unsaid: another is as near as the one that fits best, though it fits less."""

from __future__ import annotations

from assistant.asked import Asked
from assistant.candidates import Candidate
from assistant.terms import LIGHT, explained, terms

_MOSTLY_UNSAID = 0.5
_CLOSE = 0.06


def hardly_less(best: Candidate, other: Candidate) -> bool:
    """Given the best candidate and another, return whether the question says hardly less of the other's label than of the
    best's, of which it leaves most unsaid."""
    if best.fit.own >= _MOSTLY_UNSAID or other.fit.other or other.fit.core < best.fit.core:
        return False
    return best.fit.own - other.fit.own < _CLOSE


def same_of_all(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Given the same and what is asked, return whether the other candidate measures all of that of which the best measures a
    part, named by words that the question does not say: 完成投资 of 重点项目, and of 重点项目：由我局牵头的项目."""
    above, _, own = best.label.phrase.rpartition("：")
    measured = other.label.phrase.removeprefix(above) if above else ""
    if not measured or measured == other.label.phrase or not own.endswith(measured) or other.fit.other:
        return False
    part = (term for term in terms(own.removesuffix(measured)) if term.weight > LIGHT)
    return not any(explained(term.word, asked.text) for term in part if term.word not in above)

"""Labels of which a question leaves most unsaid: another is as near as the one that fits best, though it fits less."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.words.terms import LIGHT, explained, terms

_SIDE = re.compile("(?P<thing>.{4,})(?P<end>前|后|为|成|[到至])")
_DEED = 2
"""Characters of the deed that a name ends in before it says which side of it is meant."""
_MOSTLY_UNSAID = 0.5
_CLOSE = 0.06
_SHORTEST = 4
"""Characters of a thing that is told apart by standing unbroken."""


def hardly_less(best: Candidate, other: Candidate) -> bool:
    """Given the best candidate and another, return whether the question says hardly less of the other's label than of the
    best's, of which it leaves most unsaid."""
    if best.fit.own >= _MOSTLY_UNSAID or other.fit.other or other.fit.core < best.fit.core:
        return False
    return best.fit.own - other.fit.own < _CLOSE


def of_one_thing(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Given the same and what is asked, return whether both are kinds of the very thing that is asked, which the question
    does not tell apart: 外事接待 and 国内公务接待, asked for as 接待."""
    kinds = [one.label.phrase.rpartition("：")[2].removesuffix(asked.measure) for one in (best, other)]
    named = all(one.label.phrase.endswith(asked.measure) for one in (best, other))
    return named and not other.fit.other and all(map(asked.leaves_unsaid, kinds))


def same_of_all(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Given the same and what is asked, return whether the other candidate measures all of that of which the best measures a
    part, named by words that the question does not say: 完成投资 of 重点项目, and of 重点项目：由我局牵头的项目."""
    above, _, own = best.label.phrase.rpartition("：")
    measured = other.label.phrase.removeprefix(above) if above else ""
    if not measured or measured == other.label.phrase or not own.endswith(measured) or other.fit.other:
        return False
    part = (term for term in terms(own.removesuffix(measured)) if term.weight > LIGHT)
    return not any(explained(term.word, asked.text) for term in part if term.word not in above)


def of_a_kind(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Given the same, return whether the best candidate's label ends in the very thing that is asked (公布政府信息, asked for as
    公开的政府信息), and the other's in a kind of it (公开政府采购项目信息) or in what is done with it (政府信息公开申请), named by words
    that the question does not say."""
    thing = asked.thing
    own = other.label.phrase.rpartition("：")[2]
    named = best.label.phrase.endswith(thing) and (len(thing) >= _SHORTEST or _is_bare(best, thing))
    ends_so = own.endswith(thing) and (len(thing) >= _SHORTEST or _is_bare(other, thing))
    if len(thing) < 2 or not named or not own or ends_so:
        return False
    if not all(explained(term.word, own) for term in terms(thing)):
        return False
    more = (own.rpartition(thing)[2] if thing in own else "") or own
    return asked.leaves_unsaid(more)


def _is_bare(candidate: Candidate, thing: str) -> bool:
    """Whether a label ends in a thing before which only a verb stands, or a word of the report's title, all of which it is of:
    公布政府信息 is of 信息 as such."""
    title = candidate.figures[0].citation.title
    words = rjieba.cut(candidate.label.phrase.removesuffix(thing))
    return all(term.acts or word in title for word in words[-1:] for term in terms(word))


def of_side(text: str, several: Sequence[Candidate]) -> Candidate | None:
    """Given a question and the candidates that answer it alike, return the one of the two that tell what something was before
    and after one and the same deed (整合前, 整合为) that the question says; None where they are others."""
    sides = [_SIDE.fullmatch(one.label.phrase) for one in several]
    told = [side for side in sides if side]
    if len(several) != 2 or len(told) != 2 or told[0]["thing"] != told[1]["thing"]:
        return None
    said = re.search(
        rf"{re.escape(told[0]['thing'][-_DEED:])}(?:之|以)?(?:(?P<before>前)|后|成|为|[到至])", text
    )
    wanted = [
        one
        for one, side in zip(several, told, strict=True)
        if said and bool(said["before"]) == (side["end"] == "前")
    ]
    return wanted[0] if len(wanted) == 1 else None

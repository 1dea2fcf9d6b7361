"""Which words of a sentence belong to which of its numbers.

A sentence with its measuring numbers is cut into `Piece`s, one a number: the words before it (`left`), the words
after it (`right`), and how it hangs on what came before (`after`). Brackets that hold numbers are pieces of their
own, under the number they follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.grammar import plain, starts_with_verb
from corpus.mentions import Mention
from corpus.sentences import enclosed

_CLAUSE = re.compile(r"[，,；;：:。！？\n]")
_AMONG = re.compile(r"其\s*中|^[\s，,]*(?:含|包括|包含|另有|分别是|具体为)")
_STOPS = re.compile(r"(?:并|且|并且|和|及|以及|同时|，|、|；|。|）|\))")


@dataclass(frozen=True, slots=True)
class Piece:
    """A number with its own words. `inside` is the index of the number whose bracket it stands in, `among` is
    set where 其中 opens before it, `listed` where 、 alone parts it from the number before, `topic` holds the words of
    the clause before when the number's own clause has none."""

    mention: Mention
    left: str
    right: str
    among: bool = False
    listed: bool = False
    new_clause: bool = True
    topic: str = ""
    inside: int | None = None


def pieces(text: str, found: tuple[Mention, ...]) -> tuple[Piece, ...]:
    """Given a sentence and its numbers, return a piece for each number, in the same order."""
    made: dict[int, Piece] = {}
    _cut(text, list(enumerate(found)), 0, len(text), None, made)
    return tuple(made[index] for index in range(len(found)))


def _cut(
    text: str, found: list[tuple[int, Mention]], start: int, end: int, inside: int | None, made: dict[int, Piece]
) -> None:
    flat, held = text[:end], set()
    for left, right in enclosed(text[start:end]):
        left, right = left + start, right + start
        within = [(index, m) for index, m in found if left < m.start and m.end <= right]
        if not within:
            continue
        host = max((index for index, m in found if m.end <= left), default=inside)
        _cut(text, within, left + 1, right - 1, host, made)
        held |= {index for index, _ in within}
        flat = flat[:left] + " " * (right - left) + flat[right:]
    own = [(index, m) for index, m in found if index not in held]
    for place, (index, mention) in enumerate(own):
        before = own[place - 1][1].end if place else start
        follower = own[place + 1][1].start if place + 1 < len(own) else end
        made[index] = _piece(flat, mention, before, follower, place > 0, inside)


def _piece(flat: str, mention: Mention, before: int, follower: int, later: bool, inside: int | None) -> Piece:
    between = flat[before : mention.start]
    among = list(_AMONG.finditer(between))
    clause, listed, new = _own_clause(flat, between, later)
    clause = _AMONG.split(clause)[-1]
    left = plain(clause)
    right = _right(flat, mention.end, follower)
    topic = "" if left or right else plain(_clause_before(between))
    return Piece(mention, left, plain(right), bool(among), listed, new, topic, inside)


def _own_clause(flat: str, between: str, later: bool) -> tuple[str, bool, bool]:
    """The words of the number's own clause, whether 、 parts it from the number before, whether a clause begins."""
    marks = [mark for mark in _CLAUSE.finditer(between) if not _quoted(between, mark.start())]
    if marks:
        last = marks[-1]
        clause = between[last.end() :]
        if last.group() in "：:" and not plain(clause):
            earlier = marks[-2].end() if len(marks) > 1 else 0
            clause = between[earlier : last.start()]
        if re.search(r"相比$", between[: last.start()].rstrip()) and len(marks) > 0:
            clause = between[last.end() :]
        return clause, False, True
    if later and (mark := between.find("、")) >= 0:
        return between[mark + 1 :], True, False
    return between, False, not later


def _quoted(text: str, place: int) -> bool:
    return any(left < place < right for left, right in enclosed(text))


def _clause_before(between: str) -> str:
    parts = [part for part in _CLAUSE.split(between) if plain(part)]
    return parts[-1] if parts else ""


def _right(flat: str, end: int, follower: int) -> str:
    """The words after the number as far as they name what it counts: to the clause's end, or, where another
    number follows without a pause, none."""
    stretch = flat[end:follower]
    stop = re.search(r"[，,；;：:。！？、\n]", stretch)
    if stop is None and follower < len(flat) and not re.match(r"[\s)）]*$", flat[follower:]):
        return stretch if not starts_with_verb(stretch.strip()) and stretch.strip()[:1] not in "缩升降增减" else ""
    words = stretch[: stop.start()] if stop else stretch
    return "" if _STOPS.match(words.strip()) else words

"""Whether a title in a text, 《…》 or “…”, is that of the thing asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from assistant.words.likeness import alike
from assistant.words.terms import ALIKE, FULL, Term, part_of_speech

_TITLES = r"(?:《[^》]{2,}》|“[^”]{2,}”)"
_TITLE = re.compile(_TITLES)
_TITLED = re.compile(
    rf"(?P<before>[^，,。；;：:、“”《》]{{0,12}}){_TITLES}(?:[、和及与]?{_TITLES})*(?:等|\d|个|部|[一二三四五六七八九十两])*(?P<after>[^，,。；;：:、“”《》]{{0,8}})"
)


def calls(topic: Sequence[Term], foci: Sequence[str], text: str, *, several: bool) -> bool:
    """Given the words of a topic, the things asked for and a text, return whether one of the text's titles, or where
    several are asked for more than one, is that of a thing of these: the word for it stands beside."""
    things = [*(term.word for term in topic if term.weight == FULL), *foci]
    if not things:
        return True
    called = [one for one in _TITLED.finditer(text) if _called(things, one["before"], one["after"])]
    return len(called) > 0 and (not several or "、" in called[0].group() or len(_TITLE.findall(text)) > 1)


def _called(things: Sequence[str], before: str, after: str) -> bool:
    """Whether a title with these words before and after it is that of one of the things: “X”等专栏, 电影《X》.
    A noun that follows a title is what the title names."""
    if any(alike(thing, after) >= ALIKE for thing in things):
        return True
    noun = bool(after) and part_of_speech(next(iter(rjieba.cut(after)))) in ("n", "vn", "nz", "an")
    return not noun and any(alike(thing, before[-6:]) >= ALIKE for thing in things)

"""How much of a question a label explains, in characters: shared stretches, weighted by how much each
character usually tells in a question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.grids.boosting import Floats

_WHOLE = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")
_SPACE = re.compile(r"[\s ]+")
_ORDINAL = re.compile(
    r"^(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、.．]|[①-⑳]|其中:?|加:|减:|[—–-]+(?=\D))+"
)
_ASIDE = re.compile(r"\([^()]*\)|%|:$")
NUMBER_WEIGHT = 1.5


class Units:
    """Turns texts into strings of units: a character each, but a whole number or Latin word as one unit, so
    that 2021 shares nothing with 2020. One table and question share one instance."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, text: str) -> str:
        flat = _SPACE.sub("", unicodedata.normalize("NFKC", text).lower())
        return _WHOLE.sub(self._unit, flat)

    def _unit(self, match: re.Match[str]) -> str:
        return self._known.setdefault(match[0].replace(",", ""), chr(0xE000 + len(self._known)))


def core(text: str) -> str:
    """Given a label in units, return it without its ordinal and its asides: 1.营业收入(元) -> 营业收入."""
    bare = _ASIDE.sub("", _ORDINAL.sub("", unicodedata.normalize("NFKC", text)))
    return bare or text


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a question and one label share. `run` holds, at each unit of the question, the length of the
    shared stretch covering it (0 where none of two or more, or of a label's whole one)."""

    run: Floats
    covered: float
    """Weight of the question's units that the label explains."""
    said: float
    """Part of the label's core that the question says, 0 to 1."""
    longest: float
    whole: float
    """1 where the question says the label's core as it stands."""
    loose: float
    """Part of the core's characters that occur anywhere in the question."""


def overlap(question: str, weights: Floats, label: str, bare: str) -> Overlap:
    """Given a question and a label in units (with the label's core), return what they share."""
    size = len(question)
    run = np.zeros(size, np.float32)
    if not label:
        return Overlap(run, 0.0, 0.0, 0.0, 0.0, 0.0)
    start = 0
    stretches: list[str] = []
    while start < size:
        end = start + 1
        while end <= size and question[start:end] in label:
            end += 1
        length = end - 1 - start
        if length >= 2 or (length == 1 and (len(bare) == 1 or question[start] >= "\ue000")):
            run[start : start + length] = np.maximum(run[start : start + length], length)
            stretches.append(question[start : start + length])
        start += 1
    told = np.zeros(len(bare), bool)
    for stretch in stretches:
        at = bare.find(stretch)
        while at >= 0:
            told[at : at + len(stretch)] = True
            at = bare.find(stretch, at + 1)
    return Overlap(
        run,
        float(weights[run > 0].sum()),
        float(told.mean()) if len(bare) else 0.0,
        float(run.max(initial=0)),
        float(bool(bare) and bare in question),
        sum(c in question for c in bare) / max(len(bare), 1),
    )


def weigh(question: str, telling: Mapping[str, float]) -> Floats:
    """Given a question in units and how telling each known character is (0 to 1), return a weight a unit."""
    return np.array(
        [NUMBER_WEIGHT if c >= "\ue000" and c <= "\uf8ff" else telling.get(c, 1.0) for c in question],
        np.float32,
    )


def owned(overlaps: Sequence[Overlap], weights: Floats) -> Floats:
    """Given the overlaps of a table's labels, return for each the weight of the units that no other label
    explains by a longer stretch, shared between those that tie."""
    runs = np.array([o.run for o in overlaps], np.float32).reshape(len(overlaps), len(weights))
    best = runs.max(axis=0, initial=0)
    owner = (runs == best) & (best > 0)
    shares = owner / np.maximum(owner.sum(axis=0), 1)
    return np.asarray((shares * weights).sum(axis=1), np.float32)

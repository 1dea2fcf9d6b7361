"""How likely a stretch of a passage answers a question: a logistic regression over what it has in common with
the question by meaning and by words, what its headings say, and whether it has the kind of thing that is asked for.

The weights (data/passages.json) are made by tests/bench/train_passages.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.quote.stretches import Stretch, stretches
from assistant.quote.traits import FEATURES, features
from assistant.quote.wanted import Wanted
from assistant.words.terms import FULL
from index.search import Evidence

BEHIND = 0.25
"""How much less of the topic than the best sentence a text may say."""
MOST, AS_MUCH = 0.55, 0.01
"""How much of the topic, in whatever words, is most of it, and how much less than another text is as much as that."""
UNTOLD = 0.15
"""How little of the topic, in whatever words, is nothing of it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A stretch with the probability that it answers."""

    stretch: Stretch
    probability: float
    says_most: bool = False
    """Whether it says most of several words of the topic, in whatever words, and no other text says more."""


def ranked(wanted: Wanted, evidence: Sequence[Evidence]) -> list[Ranked]:
    """Given what is wanted and the passages found, return their stretches that have the kind of thing wanted,
    the likeliest answer first, each with its probability from 0 to 1."""
    found = stretches(wanted, evidence)
    weights = _weights()
    scored = [
        Ranked(stretch, _probability(weights, row), _says_most(wanted, row))
        for stretch, row in zip(found, features(wanted, found, evidence), strict=True)
        if considered(row)
    ]
    return sorted(scored, key=lambda one: -one.probability)


def _probability(weights: Sequence[float], row: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, (1.0, *row), strict=True))))


def _says_most(wanted: Wanted, row: Sequence[float]) -> bool:
    trait = dict(zip(FEATURES, row, strict=True))
    several = sum(term.weight == FULL for term in wanted.topic) > 1
    return several and trait["akin"] >= MOST and trait["behind"] < AS_MUCH


def considered(row: Sequence[float]) -> bool:
    """Given a stretch's features, return whether it may answer at all: the problems of a report are not those of
    a thing that they do not name; a sentence that names nothing of what is asked for is no answer, nor is one
    that only has the kind of thing asked for, while another says far more of what is asked, unless it lies nearest by
    meaning."""
    trait = dict(zip(FEATURES, row, strict=True))
    if not (trait["kind"] or trait["terms"]):
        return False  # nothing is asked
    if trait["contact"]:
        return True
    if trait["terms"] and trait["akin"] < UNTOLD:
        return False
    if trait["behind"] > BEHIND and not (trait["kind_headed"] or trait["section"]):
        return False
    if trait["focused"] and (not trait["focus"] or trait["other_kind"]):
        return False
    nearest = trait["sentence_near"] == 0 == trait["asked_near"] and trait["sentence_stands_out"] > 0
    return bool(trait["customary_said"]) or nearest


@cache
def _weights() -> list[float]:
    data = json.loads(files("assistant").joinpath("data/passages.json").read_text(encoding="utf-8"))
    return [float(weight) for weight in data["weights"]]

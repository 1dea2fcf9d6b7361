"""How likely a stretch of a passage answers a question: a logistic regression over what it has in common with
the question by meaning and by words, what its headings say, and whether it has the kind of thing that is asked for.

The weights (data/passages.json) are made by tests/bench/train_passages.py.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.kinds import Wanted
from assistant.terms import FULL, Term, explained
from corpus.report import Passage
from corpus.sentences import sentences, trimmed
from index.search import Evidence

HEAD = 1.5
"""The last telling word weighs more: in Chinese the thing asked for stands last (食品抽检的结果: the results)."""
_SAID = 0.4
"""How far each word of the topic must be said where a passage was found by its kind alone."""
LONGEST = 2  # sentences in one stretch
FEATURES = (
    "best_dense", "lexical", "said", "said_above", "weakest_above", "head", "heading_said", "section",
    "kind_headed", "listing", "opens", "customary_said", "kind", "kinds", "length", "sentences",
    "untitled", "terms", "contact",
)  # fmt: skip

_ENUMERATED = re.compile(r"[一二三四五六七八九十][是要]|[（(][一1][)）]|其[一二]")
_CONTENTS = re.compile(
    r"(?:本|年度|全文)?(?:报告|文).{0,12}(?:包括|包含|分为?|共).{0,40}(?:部分|方面)|现将.{0,40}(?:报告|公布|通报)如下|"
    r"^(?:编制部门|填报单位|单位|注)[:：]"
)
_NAMED = FEATURES.index("customary_said")
"""The problems of a report are not those of a thing that they do not name."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some sentences of a passage: the characters from start to end of its text."""

    evidence: Evidence
    passage: Passage
    start: int
    end: int
    count: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A stretch with the probability that it answers."""

    stretch: Stretch
    probability: float


def ranked(wanted: Wanted, evidence: Sequence[Evidence]) -> list[Ranked]:
    """Given what is wanted and the passages found, return their stretches that have the kind of thing wanted,
    the likeliest answer first, each with its probability from 0 to 1."""
    found = stretches(wanted, evidence)
    weights = _weights()
    scored = [
        Ranked(stretch, 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, (1.0, *row), strict=True)))))
        for stretch, row in zip(found, features(wanted, found, evidence), strict=True)
        if row[_NAMED] or any(kind.contact for kind in wanted.kinds)
    ]
    return sorted(scored, key=lambda one: -one.probability)


def stretches(wanted: Wanted, evidence: Sequence[Evidence]) -> list[Stretch]:
    """Given what is wanted and passages, return every stretch that has the kind of thing wanted."""
    made = []
    for one in evidence:
        passage = one.item
        assert isinstance(passage, Passage)
        spans = [trimmed(passage.text, span) for span in sentences(passage.text)]
        spans = [span for span in spans if span[0] < span[1]]
        for first in range(len(spans)):
            for last in range(first, min(first + LONGEST, len(spans))):
                made.append(Stretch(one, passage, spans[first][0], spans[last][1], last - first + 1))
    return [one for one in made if wanted.given(one.text) and not _CONTENTS.search(one.text)]


def features(wanted: Wanted, found: Sequence[Stretch], evidence: Sequence[Evidence]) -> list[list[float]]:
    """Given what is wanted, stretches and all the passages they come from, return a row of FEATURES each."""
    weights = _telling(wanted.topic, evidence)
    dense = max((one.evidence.dense for one in found), default=0.0)
    return [_row(wanted, weights, stretch, dense) for stretch in found]


def _telling(topic: Sequence[Term], evidence: Sequence[Evidence]) -> list[float]:
    """How much each word tells among these passages: a word that all of them say tells little."""
    texts = ["".join((*one.item.section, one.item.text)) for one in evidence if isinstance(one.item, Passage)]
    head = max((n for n, term in enumerate(topic) if term.weight == FULL), default=-1)
    weights = []
    for place, term in enumerate(topic):
        there = sum(term.word in text for text in texts)
        rarity = math.log((len(texts) + 1.5) / (there + 0.5)) / math.log(2 * len(texts) + 3)
        weights.append(term.weight * (0.3 + 0.7 * rarity) * (HEAD if place == head else 1))
    return weights


def _row(wanted: Wanted, weights: list[float], one: Stretch, dense: float) -> list[float]:
    text, passage = one.text, one.passage
    own = passage.section[-1] if passage.section else ""
    title = passage.citation.title + (" 政务公开" if "信息公开" in passage.citation.title else "")
    above = " ".join((*passage.section[:-1], title))
    headed = any(kind.heading.search(own) for kind in wanted.kinds)
    # The problems of a report, and whom to turn to, are those of its whole subject, which its title says.
    contact = any(kind.contact for kind in wanted.kinds)
    general = 0.9 if headed or (contact and not passage.section) else 0.6
    by_text = [explained(term.word, text) for term in wanted.topic]
    by_all = [
        max(said, 0.95 * explained(term.word, own), general * explained(term.word, above))
        for said, term in zip(by_text, wanted.topic, strict=True)
    ]
    by_own = [explained(term.word, own) for term in wanted.topic]
    full = [place for place, term in enumerate(wanted.topic) if term.weight == FULL]
    weakest = min((by_all[n] for n in full), default=1.0)
    return [
        one.evidence.dense - dense,
        one.evidence.lexical,
        _share(weights, by_text),
        _share(weights, by_all),
        weakest,
        by_all[full[-1]] if full else 1.0,
        _share(weights, by_own),
        float(wanted.asks_section(own)),
        float(headed),
        float(wanted.many and (text.endswith(("：", ":")) or _ENUMERATED.search(text) is not None)),
        weakest if wanted.many and text.endswith(("：", ":")) else 0.0,
        float(weakest >= _SAID or not any(kind.probe for kind in wanted.kinds)),
        float(bool(wanted.kinds)),
        float(len(wanted.kinds) > 1),
        math.log(len(text) / 50),
        float(one.count - 1),
        float(not passage.section),
        min(len(full), 5) / 5,
        float(contact),
    ]


def _share(weights: Sequence[float], said: Sequence[float]) -> float:
    total = sum(weights)
    return sum(w * s for w, s in zip(weights, said, strict=True)) / total if total else 1.0


@cache
def _weights() -> list[float]:
    data = json.loads(files("assistant").joinpath("data/passages.json").read_text(encoding="utf-8"))
    return [float(weight) for weight in data["weights"]]

"""How well each of several labels answers a question, learnt: a figure is named by a tuple of labels, and fits
as far as they say what the question says, by words and by meaning, and better than the other tuples do.

The weights (data/fitting.json) are made by tests/bench/train_fitting.py from IM-TQA's training part; the
characters' weights and the vectors of meaning are those of assistant/tables/lookup.py.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from assistant.tables.lookup import LookupModel, model
from assistant.tables.meaning import clauses
from assistant.tables.overlap import Overlap, Units, core, overlap, owned, weigh
from corpus.grids.boosting import Floats

RELATIVE = (0, 1, 4, 5, 6)
"""The features also given as the distance to the best tuple's."""


def match(question: str, labels: Sequence[tuple[str, ...]]) -> list[float]:
    """Given a question (or what it measures) in simplified Chinese and the labels of each figure, return for
    each how likely it is the one that is asked for, 0 to 1, in their order. They do not add up to 1: several
    may be asked for, or none."""
    if not labels:
        return []
    weights = _weights()
    scores = fitting_features(question, labels, model()) @ weights[1:] + weights[0]
    return [float(p) for p in 1 / (1 + np.exp(-scores))]


def fitting_features(question: str, labels: Sequence[tuple[str, ...]], learnt: LookupModel) -> Floats:
    """Given a question and tuples of labels, return tuples x features."""
    units = Units()
    asked = units.of(question)
    weights = weigh(asked, learnt.telling)
    texts = list(dict.fromkeys(label for group in labels for label in group if label.strip()))
    written = [units.of(t) for t in texts]
    cores = [units.of(core(t)) for t in texts]
    shared = [overlap(asked, weights, w, c) for w, c in zip(written, cores, strict=True)]
    spans = clauses(asked)
    if texts:
        meant = learnt.meaning.likeness([asked, *(asked[a:b] for a, b in spans)], written)
        meaning = meant[0] + meant[1:].max(axis=0)
    place = {t: i for i, t in enumerate(texts)}
    own = owned(shared, weights)
    total = max(float(weights.sum()), 1e-6)
    rows = []
    for group in labels:
        at = [place[label] for label in group if label.strip()]
        rows.append(
            _of_group(
                [shared[i] for i in at], [len(cores[i]) for i in at], meaning[at], own[at], weights, total
            )
            if at
            else [0.0, 0.0, 0.0, 0.0, 0.0, -5.0, -5.0, 0.0, 0.0]
        )
    found = np.array(rows, np.float32)
    return np.concatenate([found, found[:, RELATIVE] - found[:, RELATIVE].max(axis=0)], axis=1)


def _of_group(
    shared: list[Overlap], sizes: list[int], meaning: Floats, own: Floats, weights: Floats, total: float
) -> list[float]:
    explained = np.any([o.run > 0 for o in shared], axis=0)
    said = [o.said for o in shared]
    surprise = sum(size * (1 - s) for size, s in zip(sizes, said, strict=True))
    return [
        float(weights[explained].sum()) / total,
        float(np.mean(said)),
        min(said),
        float(np.mean([o.loose for o in shared])),
        float(own.sum()) / total,
        float(np.sort(meaning)[-2:].mean()),
        float(meaning[-1]),
        float(np.log1p(surprise)),
        float(len(shared)),
    ]


@cache
def _weights() -> Floats:
    text = files("assistant").joinpath("data/fitting.json").read_text(encoding="utf-8")
    return np.array(json.loads(text)["weights"], np.float32)

"""Gradient-boosted trees as plain arrays, evaluated with numpy: what a training script learnt, read from a
compact file, so that nothing at run time needs the library that learnt it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Trees:
    """A forest of binary trees whose leaves add up, `outputs` scores a row.

    Node arrays of one length: `feature` (-1 at a leaf), `threshold` (<= goes left), `left` (the right child
    is the node after it), `value` (a leaf's addend). `roots` is trees x outputs; `baseline` has one addend
    an output.
    """

    feature: NDArray[np.int16]
    threshold: Floats
    left: NDArray[np.int32]
    value: Floats
    roots: NDArray[np.int32]
    baseline: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
        """Given the arrays of a parameter file and a model's name in it, return that model.

        Raises KeyError where the file holds no model of that name.
        """
        part = {key: arrays[f"{name}.{key}"] for key in cls.__slots__}
        return cls(
            part["feature"].astype(np.int16),
            part["threshold"].astype(np.float32),
            part["left"].astype(np.int32),
            part["value"].astype(np.float32),
            part["roots"].astype(np.int32),
            part["baseline"].astype(np.float32),
        )

    def scores(self, rows: Floats) -> Floats:
        """Given features (rows x features, no NaN), return raw scores (rows x outputs)."""
        node = np.broadcast_to(self.roots.ravel(), (len(rows), self.roots.size)).copy()
        at = np.arange(len(rows))[:, None]
        while True:
            feature = self.feature[node]
            inner = feature >= 0
            if not inner.any():
                break
            goes_right = rows[at, np.maximum(feature, 0)] > self.threshold[node]
            node = np.where(inner, self.left[node] + goes_right, node)
        leaves = self.value[node].reshape(len(rows), *self.roots.shape)
        return np.asarray(leaves.sum(axis=1) + self.baseline, np.float32)


def probabilities(scores: Floats) -> Floats:
    """Given raw scores (rows x outputs), return the softmax of each row; of one output, the sigmoid."""
    if scores.shape[1] == 1:
        return np.asarray(1 / (1 + np.exp(-scores)), np.float32)
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)

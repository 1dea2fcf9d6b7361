"""Turns scikit-learn's histogram gradient boosting into the arrays that corpus.grids.boosting reads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier


def arrays(model: HistGradientBoostingClassifier, name: str) -> dict[str, NDArray[np.generic]]:
    """Given a fitted model (features without NaN), return its node arrays, keyed `name.part`.

    Children are laid side by side, so that one index serves for both.
    """
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    value: list[float] = []
    roots: list[list[int]] = []

    def node() -> int:
        feature.append(-1)
        threshold.append(0.0)
        left.append(0)
        value.append(0.0)
        return len(feature) - 1

    def place(nodes: NDArray[np.void], source: int, target: int) -> None:
        grown = nodes[source]
        if grown["is_leaf"]:
            value[target] = float(grown["value"])
            return
        feature[target], threshold[target] = int(grown["feature_idx"]), float(grown["num_threshold"])
        left[target], right = node(), node()
        place(nodes, int(grown["left"]), left[target])
        place(nodes, int(grown["right"]), right)

    for stage in model._predictors:
        roots.append([node() for _ in stage])
        for tree, root in zip(stage, roots[-1], strict=True):
            place(tree.nodes, 0, root)
    return {
        f"{name}.feature": np.array(feature, np.int16),
        f"{name}.threshold": np.array(threshold, np.float32),
        f"{name}.left": np.array(left, np.uint16 if len(left) < 65536 else np.int32),
        f"{name}.value": np.array(value, np.float16),
        f"{name}.roots": np.array(roots, np.int32),
        f"{name}.baseline": np.asarray(model._baseline_prediction, np.float32).ravel(),
    }

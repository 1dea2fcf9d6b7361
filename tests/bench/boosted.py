"""Turns scikit-learn's histogram gradient boosting into the arrays that corpus.boosting reads."""

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

    def place(nodes: NDArray[np.void], source: int, target: int) -> None:
        node = nodes[source]
        if node["is_leaf"]:
            value[target] = float(node["value"])
            return
        first = len(feature)
        for column, blank in ((feature, -1), (threshold, 0.0), (left, 0), (value, 0.0)):
            column.extend([blank, blank])  # type: ignore[attr-defined]
        feature[target], threshold[target] = int(node["feature_idx"]), float(node["num_threshold"])
        left[target] = first
        place(nodes, int(node["left"]), first)
        place(nodes, int(node["right"]), first + 1)

    for stage in model._predictors:
        row = []
        for tree in stage:
            row.append(len(feature))
            for column, blank in ((feature, -1), (threshold, 0.0), (left, 0), (value, 0.0)):
                column.append(blank)  # type: ignore[attr-defined]
            place(tree.nodes, 0, row[-1])
        roots.append(row)
    return {
        f"{name}.feature": np.array(feature, np.int16),
        f"{name}.threshold": np.array(threshold, np.float32),
        f"{name}.left": np.array(left, np.uint16 if len(left) < 65536 else np.int32),
        f"{name}.value": np.array(value, np.float16),
        f"{name}.roots": np.array(roots, np.int32),
        f"{name}.baseline": np.asarray(model._baseline_prediction, np.float32).ravel(),
    }

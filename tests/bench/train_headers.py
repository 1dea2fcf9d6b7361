"""Learns corpus/data/headers.npz from IM-TQA's training part, Chinese and English, and scores it on dev.

    python -m tests.bench.train_headers [FOLDER]

Each step is learnt from out-of-fold opinions of the step before, so that it does not trust what was
learnt by heart.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

import corpus
from corpus.grids.boosting import Floats
from corpus.grids.header_features import BUCKETS, Layout, features, grams, surroundings
from corpus.grids.headers import HEADERS, HeaderModel
from corpus.report import GridCell
from tests.bench import boosted
from tests.bench.imtqa_data import FOLDER, Sheet, sheets

FOLDS = 5
Tables = list[tuple[GridCell, ...]]


def hashed(texts: list[str]) -> csr_matrix:
    found = [grams(t) for t in texts]
    starts = np.cumsum([0, *map(len, found)])
    return csr_matrix((np.ones(starts[-1]), np.concatenate(found), starts), shape=(len(texts), BUCKETS))


def linear() -> LogisticRegression:
    return LogisticRegression(C=0.3, max_iter=60)


def trees(rounds: int) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=rounds, learning_rate=0.1, max_leaf_nodes=20, min_samples_leaf=30, l2_regularization=3.0,
        max_features=0.4, early_stopping=False, random_state=7,
    )  # fmt: skip


def by_table(tables: Tables, values: Floats) -> list[Floats]:
    ends = np.cumsum([len(t) for t in tables])[:-1]
    return list(np.split(values, ends))


def with_years(
    cells: tuple[GridCell, ...], gold: list[int], order: random.Random
) -> tuple[GridCell, ...] | None:
    """Given a table's cells and headers, return it with years as its innermost column headers, or None where
    no row is all column headers. (The benchmark has few such tables; government reports have many.)"""
    rows = [
        r
        for r in range(max(c.row for c in cells))
        if {gold[i] for i, c in enumerate(cells) if c.row == r} <= {1, 3}
    ]
    row = max((r for r in rows if sum(c.row == r and c.column > 0 for c in cells) > 1), default=None)
    if row is None:
        return None
    year, form = order.randint(1998, 2024), order.choice(("{}", "{}", "{}年", "{}年度"))
    return tuple(
        replace(c, text=form.format(year + c.column)) if c.row == row and c.column > 0 else c for c in cells
    )


def learn(found: list[Sheet]) -> dict[str, NDArray[np.generic]]:
    """Given annotated tables, return the model's arrays."""
    order = random.Random(7)
    dated = [
        dated for s in found for cells in (s.cells, s.english) if (dated := with_years(cells, s.gold, order))
    ]
    tables: Tables = [s.cells for s in found] + [s.english for s in found] + dated
    places = [i for i in range(len(found)) if with_years(found[i].cells, found[i].gold, order)]
    gold = np.concatenate([s.gold for s in found] * 2 + [found[i].gold for i in places for _ in range(2)])
    group = np.concatenate([[i] * len(found[i].cells) for i in [*range(len(found))] * 2 + sorted(places * 2)])
    words = hashed([c.text for t in tables for c in t])
    folds = list(GroupKFold(FOLDS, shuffle=True, random_state=7).split(words, gold, group))

    hints = np.zeros((len(gold), len(HEADERS)), np.float32)
    for train, test in folds:
        hints[test] = linear().fit(words[train], gold[train]).decision_function(words[test])
    layouts = [Layout(t) for t in tables]
    seen = [features(t, la, h) for t, la, h in zip(tables, layouts, by_table(tables, hints), strict=True)]
    rows = np.concatenate(seen)
    first = np.zeros_like(hints)
    for train, test in folds:
        first[test] = trees(60).fit(rows[train], gold[train]).predict_proba(rows[test])
    around = [surroundings(la, f) for la, f in zip(layouts, by_table(tables, first), strict=True)]
    again = np.concatenate([rows, np.concatenate(around)], axis=1)

    suggested = linear().fit(words, gold)
    weights = suggested.coef_.T
    scale = np.abs(weights).max() / 127
    return {
        "words": np.round(weights / scale).astype(np.int8),
        "words.scale": np.array([scale], np.float32),
        "bias": suggested.intercept_.astype(np.float32),
        **boosted.arrays(trees(60).fit(rows, gold), "first"),
        **boosted.arrays(trees(80).fit(again, gold), "second"),
    }


def report(model: HeaderModel, found: list[Sheet], english: bool) -> str:
    """Given a model and annotated tables, return its F1 by kind of header and table, as text."""
    gold = np.concatenate([s.gold for s in found])
    guess = np.concatenate([model.chances(s.english if english else s.cells).argmax(axis=1) for s in found])
    each = f1_score(gold, guess, average=None, labels=range(len(HEADERS)))
    lines = [f"{'English' if english else 'Chinese'}: accuracy {np.mean(gold == guess):.4f}"]
    lines += [f"  {name:18} F1 {score:.4f}" for name, score in zip(HEADERS, each, strict=True)]
    kinds = np.concatenate([[s.kind] * len(s.cells) for s in found])
    for kind in sorted(set(kinds)):
        here = kinds == kind
        macro = f1_score(gold[here], guess[here], average="micro", labels=range(1, len(HEADERS)))
        same = f1_score(gold[here] > 0, guess[here] > 0)
        lines.append(f"  {kind:14} header kind F1 {macro:.4f}, header or not F1 {same:.4f}")
    return "\n".join(lines)


def main(folder: Path) -> None:
    arrays = learn(list(sheets(folder / "train_tables.json").values()))
    target = Path(corpus.__file__).parent / "data" / "headers.npz"
    target.parent.mkdir(exist_ok=True)
    np.savez_compressed(target, **arrays)  # type: ignore[arg-type]
    print(f"{target}: {target.stat().st_size / 1024:.0f} kB")
    held = list(sheets(folder / "dev_tables.json").values())
    for english in (False, True):
        print(report(HeaderModel.of(arrays), held, english))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)

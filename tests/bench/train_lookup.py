"""Learns assistant/data/lookup.npz from IM-TQA's training part.

    python -m tests.bench.train_lookup [FOLDER]

Each step is learnt from out-of-fold opinions of the step before; folds go by table. Prints the exact match
of the out-of-fold sets on train. Score on dev: python tests/bench/imtqa.py dev_tables.json dev_questions.json
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

import assistant.tables.lookup
from assistant.tables.lookup_cells import cell_features
from assistant.tables.lookup_judged import set_features
from assistant.tables.lookup_labels import Seen, label_features, look
from assistant.tables.lookup_sets import proposals
from assistant.tables.lookup_table import Prepared, prepare
from assistant.tables.meaning import Meaning, clauses
from assistant.tables.overlap import Units
from corpus.grids.boosting import Floats
from tests.bench import boosted, train_meaning
from tests.bench.imtqa_data import FOLDER, Asked, questions, sheets
from tests.bench.train_meaning import Example

FOLDS = 5
Rows = list[Floats]


def telling(asked: list[Asked]) -> dict[str, float]:
    """Given questions, return how telling each character is: 1 for one met once, 0 for one in all."""
    counts = Counter(c for q in asked for c in set(Units().of(q.text)) if c < "\ue000" or c > "\uf8ff")
    top = math.log(len(asked) + 1)
    return {c: math.log((len(asked) + 1) / n) / top for c, n in counts.items()}


def in_line(table: Prepared, answer: frozenset[int]) -> set[int]:
    """The cells that share a row, a column or a path with the answer, without the answer."""
    return set().union(*(table.in_line(cell) for cell in answer)) - answer


def trees(rounds: int, rate: float = 0.08) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=rounds, learning_rate=rate, max_leaf_nodes=24, min_samples_leaf=30, l2_regularization=3.0,
        max_features=0.4, early_stopping=False, random_state=7,
    )  # fmt: skip


def stage(
    rows: Rows, gold: Rows, groups: list[int], rounds: int, rate: float = 0.08
) -> tuple[Rows, HistGradientBoostingClassifier]:
    """Given rows and truths by question, and each question's fold group, return out-of-fold chances by
    question, and the model learnt from all."""
    x, y = np.concatenate(rows), np.concatenate(gold) > 0
    g = np.repeat(groups, [len(r) for r in rows])
    chances = np.zeros(len(y), np.float32)
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=7).split(x, y, g):
        chances[test] = trees(rounds, rate).fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    return list(np.split(chances, np.cumsum([len(r) for r in rows])[:-1])), trees(rounds, rate).fit(x, y)


def meant(
    tables: dict[str, Prepared], asked: list[Asked], groups: list[int]
) -> tuple[list[Meaning], train_meaning.Vectors]:
    """Given questions on tables, return for each question vectors learnt without its fold, and from all."""
    examples = [example(tables[q.table], q) for q in asked]
    found: list[Meaning | None] = [None] * len(asked)
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=7).split(groups, groups, groups):
        part = train_meaning.readable(train_meaning.fit([e for i in train if (e := examples[i]).labels]))
        for i in test:
            found[i] = part
    return [m for m in found if m is not None], train_meaning.fit([e for e in examples if e.labels])


def example(table: Prepared, asked: Asked) -> Example:
    """Given a question on a table, return which of the table's headers the answer stands under."""
    text = table.units.of(asked.text)
    path = {i for cell in asked.answer for i in table.row_paths[cell] + table.column_paths[cell]}
    heads = [i for i in range(len(table.cells)) if table.chances[i, 1:].sum() > 0.5]
    return Example(
        (text, *(text[a:b] for a, b in clauses(text))),
        tuple(table.labels[i] for i in heads),
        tuple(i in path for i in heads),
    )


def learn(folder: Path, show: Callable[[str], None]) -> dict[str, NDArray[np.generic]]:
    """Given the benchmark's folder, return the model's arrays."""
    tables = {k: prepare(s.cells) for k, s in sheets(folder / "train_tables.json").items()}
    asked = questions(folder / "train_questions.json")
    groups = [list(tables).index(q.table) for q in asked]
    letters = telling(asked)
    meanings, vectors = meant(tables, asked, groups)
    seen: list[tuple[Prepared, Seen]] = [
        (tables[q.table], look(tables[q.table], q.text, letters, m))
        for q, m in zip(asked, meanings, strict=True)
    ]
    gold = [_flags(in_line(t, q.answer), range(len(t.cells))) for (t, _), q in zip(seen, asked, strict=True)]
    named, name_model = stage([label_features(t, s) for t, s in seen], gold, groups, 120)

    rows = [cell_features(t, s, n) for (t, s), n in zip(seen, named, strict=True)]
    gold = [_flags(q.answer, t.candidates) for (t, _), q in zip(seen, asked, strict=True)]
    chances, cell_model = stage(rows, gold, groups, 240)

    sets = [proposals(t, n, c) for (t, _), n, c in zip(seen, named, chances, strict=True)]
    rows = [set_features(t, s, n, c, f) for (t, s), n, c, f in zip(seen, named, chances, sets, strict=True)]
    gold = []
    for (table, _), q, found in zip(seen, asked, sets, strict=True):
        answers = [frozenset(table.candidates[i] for i in f) == q.answer for f in found]
        gold.append(np.array(answers, np.float32))
    scores, set_model = stage(rows, gold, groups, 300, 0.05)
    right = np.mean([g[s.argmax()] for g, s in zip(gold, scores, strict=True)])
    show(
        f"out of fold on train: {right:.4f} exact; among the sets considered {np.mean([g.any() for g in gold]):.4f}"
    )
    return {
        "telling.letters": np.array("".join(letters)),
        "telling.weights": np.array(list(letters.values()), np.float16),
        **train_meaning.arrays(vectors),
        **boosted.arrays(name_model, "named"),
        **boosted.arrays(cell_model, "cell"),
        **boosted.arrays(set_model, "sets"),
    }


def _flags(true: set[int] | frozenset[int], among: range | list[int]) -> Floats:
    return np.array([i in true for i in among], np.float32)


def main(folder: Path) -> None:
    arrays = learn(folder, print)
    target = Path(assistant.tables.lookup.__file__).parent / "data" / "lookup.npz"
    np.savez_compressed(target, **arrays)  # type: ignore[arg-type]
    print(f"{target}: {target.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)

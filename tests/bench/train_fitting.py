"""Learns assistant/data/fitting.json (a logistic regression's weights) from IM-TQA's training part, by the
labels of every cell that may answer, and scores it on dev. Run it after train_lookup.

    python -m tests.bench.train_fitting [FOLDER]
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import assistant.tables.lookup
from assistant.tables.fitting import fitting_features, match
from assistant.tables.lookup import model
from assistant.tables.lookup_table import Prepared, prepare
from tests.bench.imtqa_data import FOLDER, Asked, questions, sheets
from tests.bench.train_lookup import meant


def labels(table: Prepared) -> list[tuple[str, ...]]:
    """Given a table, return the labels of each cell that may answer."""
    paths = [table.row_paths[i] + table.column_paths[i] for i in table.candidates]
    return [tuple(table.cells[i].text for i in path) for path in paths]


def first_right(tables: dict[str, Prepared], asked: list[Asked]) -> float:
    """Given questions on tables, return how often the best fitting cell is one of the answer's."""
    right = []
    for q in asked:
        table = tables[q.table]
        scores = match(q.text, labels(table))
        right.append(bool(scores) and table.candidates[int(np.argmax(scores))] in q.answer)
    return float(np.mean(right))


def main(folder: Path) -> None:
    tables = {k: prepare(s.cells) for k, s in sheets(folder / "train_tables.json").items()}
    asked = questions(folder / "train_questions.json")
    meanings, _ = meant(tables, asked, [list(tables).index(q.table) for q in asked])
    rows, gold = [], []
    for q, meaning in zip(asked, meanings, strict=True):
        table = tables[q.table]
        rows.append(fitting_features(q.text, labels(table), replace(model(), meaning=meaning)))
        gold += [i in q.answer for i in table.candidates]
    learnt = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)).fit(np.concatenate(rows), gold)
    scaler, line = learnt[0], learnt[1]
    slopes = line.coef_[0] / scaler.scale_
    weights = [float(line.intercept_[0] - slopes @ scaler.mean_), *slopes.tolist()]
    target = Path(assistant.tables.lookup.__file__).parent / "data" / "fitting.json"
    target.write_text(json.dumps({"weights": [round(w, 5) for w in weights]}) + "\n", encoding="utf-8")
    held = {k: prepare(s.cells) for k, s in sheets(folder / "dev_tables.json").items()}
    print(
        f"best fitting cell right on dev: {first_right(held, questions(folder / 'dev_questions.json')):.4f}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)

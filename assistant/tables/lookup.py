"""A question and a table in, the set of answer cells out: one cell, several, a row or a column.

Three learnt steps: which cells' texts the question names; how likely each cell is of the answer, given what
its row and column are named by; which set of cells together. The parameters (data/lookup.npz) are made by
tests/bench/train_lookup.py from IM-TQA's training part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from assistant.tables.lookup_cells import cell_features
from assistant.tables.lookup_judged import set_features
from assistant.tables.lookup_labels import Seen, label_features, look
from assistant.tables.lookup_sets import CellSet, proposals
from assistant.tables.lookup_table import Prepared, prepare
from assistant.tables.meaning import Meaning
from corpus.grids.boosting import Floats, Trees, probabilities
from corpus.grids.header_features import Placed


@dataclass(frozen=True, slots=True)
class Found:
    """The answer's cells, as indices into the table's cells in their order, and how likely exactly these
    are the answer (0 to 1)."""

    cells: tuple[int, ...]
    chance: float


@dataclass(frozen=True, slots=True)
class LookupModel:
    """What was learnt: how telling each character is in a question, how clauses and labels go together, and
    the three steps' trees."""

    telling: Mapping[str, float]
    meaning: Meaning
    named: Trees
    cell: Trees
    sets: Trees

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]]) -> LookupModel:
        """Given the arrays of a parameter file, return the model."""
        letters, weights = str(arrays["telling.letters"]), arrays["telling.weights"]
        telling = dict(zip(letters, (float(w) for w in weights), strict=True))
        meaning = Meaning.of(arrays)
        return cls(telling, meaning, *(Trees.of(arrays, name) for name in ("named", "cell", "sets")))

    def find(self, question: str, table: Prepared) -> Found:
        """Given a question and a table, return the answer's cells. A table without candidates has none."""
        if not table.candidates:
            return Found((), 0.0)
        seen = look(table, question, self.telling, self.meaning)
        named = _sure(self.named, label_features(table, seen))
        chances = _sure(self.cell, cell_features(table, seen, named))
        considered, scores = self.weigh(table, seen, named, chances)
        best = int(scores.argmax())
        return Found(tuple(sorted(table.candidates[i] for i in considered[best])), float(scores[best]))

    def weigh(
        self, table: Prepared, seen: Seen, named: Floats, chances: Floats
    ) -> tuple[list[CellSet], Floats]:
        considered = proposals(table, named, chances)
        return considered, _sure(self.sets, set_features(table, seen, named, chances, considered))


def _sure(trees: Trees, rows: Floats) -> Floats:
    return probabilities(trees.scores(rows))[:, 0]


@cache
def model() -> LookupModel:
    """Return the model that comes with the package."""
    with files("assistant").joinpath("data/lookup.npz").open("rb") as file, np.load(file) as arrays:
        return LookupModel.of(arrays)


def lookup(question: str, cells: Sequence[Placed]) -> Found:
    """Given a question in Chinese and the cells of one table (a Table's, or a Grid's), return the cells that
    answer it. Always answers something where there is a cell to answer with: `chance` says how surely."""
    return model().find(question, prepare(cells)) if cells else Found((), 0.0)

"""What tells the right set of cells from the others considered: how likely its cells are, how they lie, what of
the question they explain together, and what is left out that belongs with them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.tables.lookup_cells import twins
from assistant.tables.lookup_labels import Seen
from assistant.tables.lookup_sets import CellSet
from assistant.tables.lookup_table import Prepared
from corpus.grids.boosting import Floats

RELATIVE = (1, 17, 20, 23)
"""The features also given relative to the best of the sets: likelihood, explained, what one more cell would
explain, named labels out of line."""


def set_features(table: Prepared, seen: Seen, named: Floats, chances: Floats, found: list[CellSet]) -> Floats:
    """Given the sets considered, return sets x features."""
    judge = Judge(table, seen, named, chances)
    own = np.array([judge.features(sorted(chosen)) for chosen in found], np.float32)
    relative = own[:, RELATIVE] - own[:, RELATIVE].max(axis=0)
    ranks = (own[None, :, 1] > own[:, None, 1]).sum(axis=1, keepdims=True)
    size = [len(table.candidates), table.layout.rows, table.layout.columns, len(table.cells)]
    asked = np.broadcast_to(np.concatenate([seen.cues, size]), (len(own), len(seen.cues) + 4))
    return np.concatenate([own, relative, ranks, asked], axis=1).astype(np.float32)


class Judge:
    """One table under one question, ready to judge sets of candidates. Members are candidates' positions."""

    def __init__(self, table: Prepared, seen: Seen, named: Floats, chances: Floats) -> None:
        clipped = np.clip(chances, 1e-4, 1 - 1e-4)
        self.seen, self.chances = seen, chances
        self.outside = np.log(1 - clipped)
        self.odds = np.log(clipped) - self.outside
        self.rows = np.array([table.cells[i].row for i in table.candidates])
        self.columns = np.array([table.cells[i].column for i in table.candidates])
        self.in_row = {r: self.rows == r for r in set(self.rows.tolist())}
        self.in_column = {c: self.columns == c for c in set(self.columns.tolist())}
        self.kinds = table.kinds[table.candidates]
        self.index_chance = table.chances[table.candidates, 3:].sum(axis=1)
        self.keys = twins(table, named)
        self.explains = _explained(table, seen, named).astype(np.float32)
        self.by_clause = _by_clause(table, seen)
        self.total = max(float(seen.weights.sum()), 1e-6)
        header = table.chances[:, 1:].sum(axis=1) > 0.5
        self.said = set(np.flatnonzero((named > 0.5) & header).tolist())
        self.lines = [table.in_line(i) for i in table.candidates]
        self.own_words = seen.labels[table.candidates, 6]

    def features(self, members: list[int]) -> list[float]:
        """Given a set of candidates, return what tells whether it is the answer."""
        rest = np.ones(len(self.chances), bool)
        rest[members] = False
        return [
            *self._likelihood(members, rest),
            *self._places(members),
            *self._explanation(members, rest),
            *self._names(members),
            *self._sorts(members, rest),
        ]

    def _likelihood(self, members: list[int], rest: NDArray[np.bool_]) -> list[float]:
        inside, outside = self.chances[members], self.chances[rest]
        lowest, highest = float(inside.min()), float(outside.max(initial=0.0))
        odds = float(self.odds[members].sum())
        return [
            len(members), float(self.outside.sum()) + odds, odds, float(inside.mean()), lowest, float(inside.max()),
            highest, lowest - highest, float((outside > 0.2).sum()), float((outside > 0.5).sum()),
        ]  # fmt: skip

    def _places(self, members: list[int]) -> list[float]:
        rows, columns = set(self.rows[members].tolist()), set(self.columns[members].tolist())
        in_rows = np.any([self.in_row[r] for r in rows], axis=0)
        in_columns = np.any([self.in_column[c] for c in columns], axis=0)
        return [
            len(rows), len(columns), float(len(rows) * len(columns) == len(members)),
            len(members) / int(in_rows.sum()), len(members) / int(in_columns.sum()),
            float(self.chances[in_rows].mean()), float(self.chances[in_columns].mean()),
        ]  # fmt: skip

    def _explanation(self, members: list[int], rest: NDArray[np.bool_]) -> list[float]:
        """What part of the question the set explains; what each member adds to that, and what others would."""
        weights = self.seen.weights
        counts = self.explains[members].sum(axis=0)
        alone = self.explains[members] @ (weights * (counts == 1))
        others = rest & (self.chances > 0.02)
        gains = self.explains[others] @ (weights * (counts == 0))
        explained = float(weights[counts > 0].sum()) / self.total
        return [explained, float(alone.min()), float(alone.mean()), float(gains.max(initial=0.0))]

    def _names(self, members: list[int]) -> list[float]:
        """How many labels the question names; of those, in line with a member, with none, and with all."""
        lines = [self.lines[i] for i in members]
        some = set().union(*lines)
        return [
            len(self.said),
            len(self.said & some),
            len(self.said - some),
            len(self.said.intersection(*lines)),
        ]

    def _sorts(self, members: list[int], rest: NDArray[np.bool_]) -> list[float]:
        """Whether the members are of one sort, whether others belong with them, and which clauses they answer."""
        keys = {self.keys[i] for i in members}
        gap = self.by_clause.max(axis=0) - self.by_clause[members].max(axis=0)
        kinds = self.kinds[members]
        return [
            float(self.index_chance[members].mean()), float((kinds == 0).mean()), float(kinds.std()),
            float(self.own_words[members].max()),
            float(sum(self.keys[i] in keys for i in np.flatnonzero(rest))), len(members) - len(keys),
            len(gap), float((gap <= 1e-6).sum()), float(gap.max()), float(gap.mean()),
        ]  # fmt: skip


def _by_clause(table: Prepared, seen: Seen) -> Floats:
    """How well each candidate's labels go with each clause: candidates x clauses."""
    groups = [table.row_paths[i] + table.column_paths[i] for i in table.candidates]
    none = np.full(len(seen.alike), -9.0)
    return np.array([seen.alike[:, g].max(axis=1) if g else none for g in groups], np.float32)


def _explained(table: Prepared, seen: Seen, named: Floats) -> NDArray[np.bool_]:
    """Which units of the question each candidate's labels, and its named neighbours, explain."""
    covered = seen.runs > 0
    rows = []
    for index in table.candidates:
        beside = table.row_mates[index] + table.column_mates[index]
        group = table.row_paths[index] + table.column_paths[index] + [i for i in beside if named[i] > 0.5]
        rows.append(covered[group].any(axis=0) if group else np.zeros(len(seen.weights), bool))
    return np.array(rows, bool)

"""From how likely each cell is to which cells together: the sets worth considering."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from assistant.tables.lookup_cells import twins
from assistant.tables.lookup_table import Prepared
from corpus.grids.boosting import Floats

CellSet = frozenset[int]
"""Positions in Prepared.candidates."""


def proposals(table: Prepared, named: Floats, chances: Floats) -> list[CellSet]:
    """Given how likely each cell is named and each candidate is an answer, return the sets worth considering,
    each once: the likeliest cells, whole or part rows and columns through them, the likeliest rows crossed
    with the likeliest columns, and all that the question names by the same words."""
    order = np.argsort(-chances, kind="stable").tolist()
    found: list[CellSet] = [frozenset(order[:k]) for k in range(1, min(len(order), 12) + 1)]
    found += [frozenset(order[:k]) for k in range(13, len(order) + 1) if chances[order[k - 1]] > 0.15]
    found += [frozenset([i]) for i in order[:5]]
    found += [frozenset(pair) for pair in combinations(order[:6], 2)]
    found += [frozenset(three) for three in combinations(order[:5], 3)]
    cells = [table.cells[i] for i in table.candidates]
    tops = np.array([[c.row, c.column] for c in cells]).reshape(len(cells), 2)
    for axis in (0, 1):
        for first in order[:3]:
            line = np.flatnonzero(tops[:, axis] == tops[first, axis])
            found += _parts(line, table, chances)
    for low in (0.1, 0.3, 0.5):
        likely = chances > low
        rows, columns = set(tops[likely, 0].tolist()), set(tops[likely, 1].tolist())
        found.append(frozenset(i for i, (r, c) in enumerate(tops.tolist()) if r in rows and c in columns))
        for axis in (0, 1):
            best: dict[int, int] = {}
            for i in np.flatnonzero(likely).tolist():
                key = int(tops[i, axis])
                best[key] = max(best.get(key, i), i, key=lambda j: float(chances[j]))
            found.append(frozenset(best.values()))
    keys = twins(table, named)
    for several in (order[:1], order[:2], order[:3], [i for i in order if chances[i] > 0.5]):
        wanted = {keys[i] for i in several}
        found.append(frozenset(i for i, key in enumerate(keys) if key in wanted))
    return [s for s in dict.fromkeys(found) if s]


def _parts(
    line: np.ndarray[tuple[int], np.dtype[np.intp]], table: Prepared, chances: Floats
) -> list[CellSet]:
    """Parts of one row or column: all of it, without totals, values only, things only, the likely ones."""
    cells = [table.candidates[i] for i in line]
    roles = table.chances[cells].argmax(axis=1)
    total = table.total
    kept = np.array(
        [not any(total[i] for i in (c, *table.row_paths[c], *table.column_paths[c])) for c in cells], bool
    )
    values = roles == 0
    masks = [values, values & kept, ~values & kept, kept, *(chances[line] > low for low in (0.05, 0.2, 0.5))]
    return [frozenset(line[m].tolist()) for m in masks]

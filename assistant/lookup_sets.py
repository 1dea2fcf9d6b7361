"""From how likely each cell is to which cells together: sets worth considering, and what tells them apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from assistant.lookup_features import Prepared, Seen, twins
from corpus.boosting import Floats

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


def _parts(line: np.ndarray[tuple[int], np.dtype[np.intp]], table: Prepared, chances: Floats) -> list[CellSet]:
    """Parts of one row or column: all of it, without totals, values only, things only, the likely ones."""
    roles = table.chances[[table.candidates[i] for i in line]].argmax(axis=1)
    total = table.still[[table.candidates[i] for i in line], 13] > 0
    beside_total = np.array(
        [any(table.still[j, 13] > 0 for j in table.row_paths[table.candidates[i]] + table.column_paths[table.candidates[i]])
         for i in line], bool
    )  # fmt: skip
    kept = ~(total | beside_total)
    values = roles == 0
    masks = [values, values & kept, ~values & kept, kept, chances[line] > 0.05, chances[line] > 0.2, chances[line] > 0.5]
    return [frozenset(line[m].tolist()) for m in masks]


def set_features(table: Prepared, seen: Seen, named: Floats, chances: Floats, found: list[CellSet]) -> Floats:
    """Given the sets considered, return sets x features."""
    clipped = np.clip(chances, 1e-4, 1 - 1e-4)
    inside, outside = np.log(clipped), np.log(1 - clipped)
    odds = inside - outside
    everything = float(outside.sum())
    cells = [table.cells[i] for i in table.candidates]
    explains = _explanations(table, seen, named)
    total = max(float(seen.weights.sum()), 1e-6)
    headers = table.chances[:, 1:].sum(axis=1) > 0.5
    row_named = [set(table.row_paths[i]) | set(table.row_mates[i]) for i in table.candidates]
    column_named = [set(table.column_paths[i]) | set(table.column_mates[i]) for i in table.candidates]
    said = {i for i in range(len(table.cells)) if named[i] > 0.5 and headers[i]}
    by_row, by_column = [c.row for c in cells], [c.column for c in cells]
    likely = np.flatnonzero(chances > 0.02).tolist()
    index_chance = table.chances[table.candidates][:, 3:].sum(axis=1)
    keys = twins(table, named)
    by_clause = _by_clause(table, seen)
    result = []
    for chosen in found:
        members = sorted(chosen)
        rest = np.ones(len(cells), bool)
        rest[members] = False
        lowest = float(chances[members].min())
        highest = float(chances[rest].max(initial=0.0))
        rows, columns = {by_row[i] for i in members}, {by_column[i] for i in members}
        in_rows = [i for i in range(len(cells)) if by_row[i] in rows]
        in_columns = [i for i in range(len(cells)) if by_column[i] in columns]
        union = explains[members].any(axis=0)
        without = [union & ~_but(explains, members, i) for i in members]
        marginal = [float(seen.weights[w].sum()) for w in without]
        gains = [float(seen.weights[explains[i] & ~union].sum()) for i in likely if rest[i]]
        inside_keys = {keys[i] for i in members}
        lines = set().union(*(row_named[i] | column_named[i] for i in members))
        common = set.intersection(*(row_named[i] | column_named[i] for i in members))
        result.append([
            len(members), everything + float(odds[members].sum()), float(odds[members].sum()),
            float(chances[members].mean()), lowest, float(chances[members].max()), highest, lowest - highest,
            float((chances[rest] > 0.2).sum()), float((chances[rest] > 0.5).sum()),
            len(rows), len(columns), float(len(rows) * len(columns) == len(members)),
            len(members) / max(len(in_rows), 1), len(members) / max(len(in_columns), 1),
            float(chances[in_rows].mean()), float(chances[in_columns].mean()),
            float(seen.weights[union].sum()) / total, min(marginal), float(np.mean(marginal)),
            max(gains, default=0.0), len(said), len(said & lines), len(said - lines), len(said & common),
            float(index_chance[members].mean()), float(np.mean([not cells[i].text.strip() for i in members])),
            float(table.still[[table.candidates[i] for i in members], 5].std()),
            float(seen.labels[[table.candidates[i] for i in members], 6].max()),
            float(sum(rest[i] and keys[i] in inside_keys for i in range(len(cells)))),
            len(members) - len(inside_keys), *_clauses(by_clause, members),
        ])  # fmt: skip
    own = np.array(result, np.float32)
    relative = own[:, [1, 17, 20, 23]] - own[:, [1, 17, 20, 23]].max(axis=0)
    ranks = (own[:, 1][None, :] > own[:, 1][:, None]).sum(axis=1, keepdims=True)
    asked = np.broadcast_to(np.concatenate([seen.cues, [len(cells), *table.still[0, 14:17]]]), (len(own), len(seen.cues) + 4))
    return np.concatenate([own, relative, ranks, asked], axis=1).astype(np.float32)


def _by_clause(table: Prepared, seen: Seen) -> Floats:
    """How well each candidate's labels go with each clause: candidates x clauses."""
    groups = [table.row_paths[i] + table.column_paths[i] for i in table.candidates]
    return np.array([seen.alike[:, g].max(axis=1) if g else np.full(len(seen.alike), -9.0) for g in groups], np.float32)


def _clauses(by_clause: Floats, members: list[int]) -> list[float]:
    """Of the clauses, how many have their best candidate in the set; the least and mean distance to it."""
    gap = by_clause.max(axis=0) - by_clause[members].max(axis=0)
    return [float(len(gap)), float((gap <= 1e-6).sum()), float(gap.max()), float(gap.mean())]


def _explanations(table: Prepared, seen: Seen, named: Floats) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Which units of the question each candidate's labels, and its named neighbours, explain."""
    covered = seen.runs > 0
    rows = []
    for index in table.candidates:
        group = table.row_paths[index] + table.column_paths[index]
        group = group + [i for i in table.row_mates[index] + table.column_mates[index] if named[i] > 0.5]
        rows.append(covered[group].any(axis=0) if group else np.zeros(len(seen.weights), bool))
    return np.array(rows, bool)


def _but(explains: np.ndarray[tuple[int, int], np.dtype[np.bool_]], members: list[int], out: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    rest = [i for i in members if i != out]
    return np.asarray(explains[rest].any(axis=0)) if rest else np.zeros(explains.shape[1], bool)

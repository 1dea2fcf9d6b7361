"""What tells of each cell whether it answers: what its row and column are named by, and how it stands against
the other cells."""

from __future__ import annotations

import numpy as np

from assistant.tables.lookup_labels import CUE_OF, Seen
from assistant.tables.lookup_table import Prepared
from corpus.grids.boosting import Floats
from corpus.grids.header_features import KINDS


def cell_features(table: Prepared, seen: Seen, named: Floats) -> Floats:
    """Given a table under a question and how likely each cell is named by it, return candidates x features."""
    total = max(float(seen.weights.sum()), 1e-6)
    keys = twins(table, named)
    rows: list[list[float]] = []
    for index in table.candidates:
        groups = (
            table.row_paths[index], table.column_paths[index], table.row_mates[index], table.column_mates[index]
        )  # fmt: skip
        row: list[float] = []
        for group in groups:
            row += _group(group, seen, named, total)
        path = groups[0] + groups[1]
        row.append(_explained(path, seen) / total)
        row.append(_explained(path + groups[2], seen) / total)
        row.append(_explained(path + groups[2] + groups[3], seen) / total)
        best = [max((named[i] for i in group), default=0.0) for group in groups]
        row.append(max(best[0], best[2]) * max(best[1], best[3]))
        row.append(best[0] * best[1])
        row.append(float(np.prod([named[i] for i in path])) if path else 0.0)
        rows.append([*row, float(keys.count(keys[len(rows)]))])
    found = np.array(rows, np.float32).reshape(len(rows), -1)
    found = np.concatenate([found, _by_clause(table, seen, named)], axis=1)
    own = np.concatenate([seen.labels[table.candidates], table.still[table.candidates]], axis=1)
    asked = np.broadcast_to(seen.cues, (len(rows), len(seen.cues)))
    wanted = _wanted(table, seen)
    return np.concatenate(
        [found, _ranks(found, table), own, named[table.candidates, None], wanted, asked], axis=1
    )


def _wanted(table: Prepared, seen: Seen) -> Floats:
    """Whether each candidate is written as the question words want: a date for when, a number for how many,
    a mark for whether, a percentage for what share; 1 yes, -1 no, 0 not asked."""
    when, many, whether, share = (
        seen.cues[CUE_OF[name]] > 0 for name in ("when", "many", "whether", "share")
    )
    kinds = table.kinds[table.candidates]
    percent = ["%" in table.labels[i] + "".join(table.labels[j] for j in table.row_paths[i] + table.column_paths[i])
               for i in table.candidates]  # fmt: skip
    fits = np.stack(
        [kinds == KINDS.index("date"), kinds == KINDS.index("number"), kinds == KINDS.index("mark"), percent]
    )
    asked = np.array([when, many and not when and not share, whether, share])
    return np.asarray(asked[:, None] * (2 * fits - 1.0), np.float32).T


def twins(table: Prepared, named: Floats) -> list[tuple[object, ...]]:
    """Given how likely each cell is named, return a key for each candidate that is the same for those whose
    rows (or columns) the question names by the same words, and that stand in one column (or row)."""
    found: list[tuple[object, ...]] = []
    for index in table.candidates:
        row = [table.labels[i] for i in table.row_paths[index] + table.row_mates[index] if named[i] > 0.5]
        column = [
            table.labels[i] for i in table.column_paths[index] + table.column_mates[index] if named[i] > 0.5
        ]
        c = table.cells[index]
        if row:
            found.append(("row", c.column, *sorted(set(row + column))))
        elif column:
            found.append(("column", c.row, *sorted(set(column))))
        else:
            found.append((index,))
    return found


def _group(group: list[int], seen: Seen, named: Floats, total: float) -> list[float]:
    if not group:
        return [0.0] * 11 + [-9.0, -9.0, -2.0, -2.0]
    labels = seen.labels[group]
    chances = named[group]
    best = int(chances.argmax())
    return [
        float(len(group)), float(chances[best]), float(chances.mean()), float(chances[-1]), float(chances.min()),
        float(labels[:, 2].max()), float(labels[:, 3].max()), float(labels[:, 4].max()),
        float(labels[:, 6].max()), float(labels[:, 6].sum()), _explained(group, seen) / total,
        float(labels[:, 9].max()), float(labels[:, 12].max()), float(labels[:, 13].max()), float(labels[-1, 14]),
    ]  # fmt: skip


def _by_clause(table: Prepared, seen: Seen, named: Floats) -> Floats:
    """Each candidate by its best clause: the meaning and the words of its row and column there, how far it
    stands above the other candidates, how many are above, how many clauses it stands first in."""
    covered = seen.runs > 0
    meant, said = [], []
    for index in table.candidates:
        row, column = table.row_paths[index], table.column_paths[index]
        row = row + [i for i in table.row_mates[index] if named[i] > 0.5]
        column = column + [i for i in table.column_mates[index] if named[i] > 0.5]
        meant.append(_top(seen.alike, row) + _top(seen.alike, column))
        lit = (
            covered[row + column].any(axis=0) * seen.weights if row + column else np.zeros_like(seen.weights)
        )
        said.append([float(lit[a:b].sum()) for a, b in seen.spans])
    by_meaning, by_words = np.array(meant, np.float32), np.array(said, np.float32)
    result = []
    for scores in (by_meaning, by_words, by_meaning + 2 * by_words):
        gap = scores - scores.max(axis=0)
        above = (scores[None, :, :] > scores[:, None, :]).sum(axis=1)
        result += [gap.max(axis=1), above.min(axis=1), (gap >= 0).sum(axis=1), scores.max(axis=1)]
    return np.stack(result, axis=1).astype(np.float32)


def _top(alike: Floats, group: list[int]) -> Floats:
    return np.asarray(alike[:, group].max(axis=1)) if group else np.full(len(alike), -3.0, np.float32)


def _explained(group: list[int], seen: Seen) -> float:
    if not group:
        return 0.0
    return float(seen.weights[(seen.runs[group] > 0).any(axis=0)].sum())


def _ranks(found: Floats, table: Prepared) -> Floats:
    """Each candidate against the best of the table, of its row and of its column, by the joint features."""
    keys = [1, 16, 31, 46, *range(60, 68)]
    result = []
    cells = [table.cells[i] for i in table.candidates]
    tops = np.array([[c.row, c.column] for c in cells]).reshape(len(cells), 2)
    for position in range(len(cells)):
        same_row = tops[:, 0] == tops[position, 0]
        same_column = tops[:, 1] == tops[position, 1]
        here = found[position, keys]
        result.append(np.concatenate([
            here - found[:, keys].max(axis=0),
            here - found[same_row][:, keys].max(axis=0),
            here - found[same_column][:, keys].max(axis=0),
            (found[:, keys] > here).sum(axis=0),
        ]))  # fmt: skip
    return np.array(result, np.float32)

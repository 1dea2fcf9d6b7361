"""What the lookup model sees: of a table once (Prepared), then of each label and each cell under a question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.meaning import Meaning, clauses
from assistant.overlap import Units, core, overlap, owned, weigh
from corpus.boosting import Floats
from corpus.header_features import Layout, Placed, kind
from corpus.headers import HEADERS, model
from corpus.paths import paths

CUES = tuple(
    re.compile(pattern)
    for pattern in (
        r"什么时候|啥时候|何时|哪天|哪一天|时间|日期|哪年|几号|几月|多久",
        r"谁|哪位|哪几位|哪些人|何人|姓名|名字|叫",
        r"多少|几|多大|多高|多重|多长|数量|金额",
        r"哪些|哪几|都有|有什么|所有|全部|各种|列出|哪",
        r"分别|各自|各是|各为|各有|各",
        r"是否|有没有|有无|吗|了没|不",
        r"原因|为什么|怎么|如何|怎样|因为|依据",
        r"比例|占比|百分|率|%",
        r"合计|总计|总共|一共|共|总",
        r"和|与|及|跟|又|还有|同时",
        r"介绍|说明|简要|内容|描述|情况|信息",
        r"哪里|在哪|地址|地方|地点|位置",
        r"[,，;；、]",
        r"(?:个|家|人|项)(?:以上|之间)|大于|小于|超过|最",
    )
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What of a table does not depend on the question. Indices are into `cells`."""

    cells: tuple[Placed, ...]
    chances: Floats
    layout: Layout
    row_paths: list[list[int]]
    column_paths: list[list[int]]
    row_mates: list[list[int]]
    column_mates: list[list[int]]
    units: Units
    labels: list[str]
    cores: list[str]
    apart: list[list[str]]
    still: Floats
    candidates: list[int]


def prepare(cells: Sequence[Placed]) -> Prepared:
    """Given the cells of one table, return it ready for questions."""
    layout = Layout(cells)
    chances = model().chances(cells)
    found = [HEADERS[i] for i in chances.argmax(axis=1)]
    rows, columns = paths(cells, found, layout)
    row_mates, column_mates = [], []
    for index in range(len(cells)):
        left, right, above, below = layout.beside(index)
        row_mates.append([i for i in left + right if i not in rows[index] and found[i] != "column_attribute"])
        column_mates.append([i for i in above + below if i not in columns[index] and found[i] != "row_attribute"])
    units = Units()
    labels = [units.of(c.text) for c in cells]
    cores = [units.of(core(c.text)) for c in cells]
    attribute = chances[:, 1] + chances[:, 2]
    candidates = [i for i in range(len(cells)) if attribute[i] < 0.8]
    return Prepared(
        tuple(cells), chances, layout, rows, columns, row_mates, column_mates, units, labels, cores,
        _apart(cores, chances.argmax(axis=1), layout), _still(cells, chances, layout), candidates,
    )  # fmt: skip


def _apart(cores: list[str], roles: NDArray[np.intp], layout: Layout) -> list[list[str]]:
    """What sets each header apart from the other headers of its line: 期末 of 期末余额 beside 期初余额."""
    result: list[list[str]] = []
    for index, label in enumerate(cores):
        c = layout.cells[index]
        column = roles[index] in (1, 3)
        line = layout.owner[c.row] if column else layout.owner[:, c.column]
        others = {cores[i] for i in line.tolist() if i >= 0 and roles[i] == roles[index]} - {label}
        kept = [True] * len(label)
        for i in range(len(label) - 1):
            if any(label[i : i + 2] in other for other in others):
                kept[i] = kept[i + 1] = False
        result.append("".join(ch if k else " " for ch, k in zip(label, kept, strict=True)).split() if roles[index] else [])
    return result


def _still(cells: Sequence[Placed], chances: Floats, layout: Layout) -> Floats:
    """Features of each cell that no question changes."""
    table = [layout.rows, layout.columns, len(cells), *chances.mean(axis=0)]
    return np.array(
        [
            [*chances[i], kind(c.text), len(c.text), c.row, c.column, c.rows, c.columns,
             layout.rows - c.row - c.rows, layout.columns - c.column - c.columns,
             float("计" in c.text and len(c.text.strip()) < 8), *table]
            for i, c in enumerate(cells)
        ],
        np.float32,
    )  # fmt: skip


def cues(question: str) -> Floats:
    """Given a question, return how often it has each kind of question word, and its length."""
    return np.array([*(len(p.findall(question)) for p in CUES), len(question)], np.float32)


@dataclass(frozen=True, slots=True)
class Seen:
    """A table under a question: label features (cells x features) and what the joint features need: the
    shared stretches (cells x units), the units' weights, the clauses, and how each clause goes with each
    cell's text (clauses x cells)."""

    labels: Floats
    runs: Floats
    weights: Floats
    spans: list[tuple[int, int]]
    alike: Floats
    cues: Floats


def look(table: Prepared, question: str, telling: Mapping[str, float], meaning: Meaning) -> Seen:
    """Given a table, a question and what was learnt of characters and of labels, return what the question
    and each cell's text have to do with each other."""
    asked = table.units.of(question)
    weights = weigh(asked, telling)
    spans = clauses(asked)
    texts = list(dict.fromkeys(zip(table.labels, table.cores, strict=True)))
    place = {text: i for i, text in enumerate(texts)}
    at = np.array([place[pair] for pair in zip(table.labels, table.cores, strict=True)])
    shared = [overlap(asked, weights, label, bare) for label, bare in texts]
    own = owned(shared, weights)
    total = max(float(weights.sum()), 1e-6)
    rows = np.array(
        [[o.covered, o.covered / total, o.said, o.longest, o.whole, o.loose, own[i], len(texts[i][1]),
          float(np.argmax(o.run > 0)) / max(len(asked), 1) if o.longest else -1.0]
         for i, o in enumerate(shared)],
        np.float32,
    )  # fmt: skip
    likeness = meaning.likeness([asked, *(asked[a:b] for a, b in spans)], [label for label, _ in texts])
    header = np.zeros(len(texts), bool)
    header[at[table.chances[:, 1:].sum(axis=1) > 0.5]] = True
    rows = np.concatenate([rows, _meant(likeness, header)], axis=1)[at]
    rows = np.concatenate([rows, np.array([_said_apart(a, asked) for a in table.apart], np.float32)], axis=1)
    runs = np.array([o.run for o in shared], np.float32)[at]
    labels = np.concatenate([rows, _against(rows, table)], axis=1)
    return Seen(labels, runs, weights, spans, likeness[1:, at], cues(question))


def _meant(likeness: Floats, header: NDArray[np.bool_]) -> Floats:
    """By meaning, for each text: its score, by the whole and by its best clause, and how far it stands above
    all headers but itself in the clause where it stands best."""
    whole, parts = likeness[0], likeness[1:]
    margins = np.full(len(whole), -9.0, np.float32)
    for part in parts:
        ranked = np.sort(part[header])[::-1]
        first, second = (float(ranked[i]) if len(ranked) > i else -9.0 for i in (0, 1))
        rival = np.where(header & (part == first), second, first)
        margins = np.maximum(margins, np.minimum(part - rival, 9.0))
    best = parts.max(axis=0)
    return np.stack([whole + best, whole, best, margins], axis=1).astype(np.float32)


def _said_apart(parts: list[str], asked: str) -> list[float]:
    """How much of what sets a label apart the question says: the part of its units, whether all, how many."""
    size = sum(len(p) for p in parts)
    if not size:
        return [-1.0, -1.0, 0.0]
    said = sum(len(p) if p in asked else sum(p[i : i + 2] in asked for i in range(len(p) - 1)) for p in parts)
    return [said / size, float(all(p in asked for p in parts)), float(size)]


def _against(found: Floats, table: Prepared) -> Floats:
    """How each label's match stands against the other labels of its kind, those in its row, its column: by
    what it explains, and by what sets it apart."""
    return np.concatenate(
        [_against_by(found[:, 6] + found[:, 2], table), _against_by(found[:, 13] + found[:, 14], table)], axis=1
    )


def _against_by(key: Floats, table: Prepared) -> Floats:
    result = np.zeros((len(key), 5), np.float32)
    for index, c in enumerate(table.cells):
        across = table.layout.owner[c.row : c.row + c.rows].ravel()
        down = table.layout.owner[:, c.column : c.column + c.columns].ravel()
        result[index] = [
            key[index] - key.max(), key[index] - key[across].max(), key[index] - key[down].max(),
            np.sum(key > key[index]), np.sum(key == key[index]),
        ]  # fmt: skip
    return result


def label_features(table: Prepared, seen: Seen) -> Floats:
    """Given a table under a question, return what tells whether the answer is in line with each cell."""
    asked = np.broadcast_to(seen.cues, (len(table.cells), len(seen.cues)))
    return np.concatenate([seen.labels, table.still, asked], axis=1)


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
    return np.concatenate([found, _ranks(found, table), own, named[table.candidates, None], asked], axis=1)


def twins(table: Prepared, named: Floats) -> list[tuple[object, ...]]:
    """Given how likely each cell is named, return a key for each candidate that is the same for those whose
    rows (or columns) the question names by the same words, and that stand in one column (or row)."""
    found: list[tuple[object, ...]] = []
    for index in table.candidates:
        row = [table.labels[i] for i in table.row_paths[index] + table.row_mates[index] if named[i] > 0.5]
        column = [table.labels[i] for i in table.column_paths[index] + table.column_mates[index] if named[i] > 0.5]
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
        lit = covered[row + column].any(axis=0) * seen.weights if row + column else np.zeros_like(seen.weights)
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

"""What the lookup model sees: of a table once (Prepared), then of each label and each cell under a question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

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
        _still(cells, chances, layout), candidates,
    )  # fmt: skip


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
    """A table under a question: label features (cells x features) and what the joint features need."""

    labels: Floats
    runs: Floats
    weights: Floats
    cues: Floats


def look(table: Prepared, question: str, telling: Mapping[str, float], similar: Floats | None = None) -> Seen:
    """Given a table, a question and how alike in meaning each cell is to it (cells x measures), return what
    the question and each cell's text share."""
    asked = table.units.of(question)
    weights = weigh(asked, telling)
    texts = list(dict.fromkeys(zip(table.labels, table.cores, strict=True)))
    place = {text: i for i, text in enumerate(texts)}
    shared = [overlap(asked, weights, label, bare) for label, bare in texts]
    own = owned(shared, weights)
    total = max(float(weights.sum()), 1e-6)
    rows = np.array(
        [[o.covered, o.covered / total, o.said, o.longest, o.whole, o.loose, own[i], len(texts[i][1]),
          float(np.argmax(o.run > 0)) / max(len(asked), 1) if o.longest else -1.0]
         for i, o in enumerate(shared)],
        np.float32,
    )  # fmt: skip
    at = np.array([place[pair] for pair in zip(table.labels, table.cores, strict=True)])
    found = rows[at]
    if similar is not None:
        found = np.concatenate([found, similar, similar - similar.max(axis=0)], axis=1)
    runs = np.array([o.run for o in shared], np.float32)[at]
    return Seen(np.concatenate([found, _against(found, table)], axis=1), runs, weights, cues(question))


def _against(found: Floats, table: Prepared) -> Floats:
    """How each label's match stands against the other labels of its kind: those in its row, its column."""
    key = found[:, 6] + found[:, 2]
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
        rows.append(row)
    found = np.array(rows, np.float32).reshape(len(rows), -1)
    own = np.concatenate([seen.labels[table.candidates], table.still[table.candidates]], axis=1)
    asked = np.broadcast_to(seen.cues, (len(rows), len(seen.cues)))
    return np.concatenate([found, _ranks(found, table), own, named[table.candidates, None], asked], axis=1)


def _group(group: list[int], seen: Seen, named: Floats, total: float) -> list[float]:
    if not group:
        return [0.0] * 11
    labels = seen.labels[group]
    chances = named[group]
    best = int(chances.argmax())
    return [
        float(len(group)), float(chances[best]), float(chances.mean()), float(chances[-1]), float(chances.min()),
        float(labels[:, 2].max()), float(labels[:, 3].max()), float(labels[:, 4].max()),
        float(labels[:, 6].max()), float(labels[:, 6].sum()), _explained(group, seen) / total,
    ]  # fmt: skip


def _explained(group: list[int], seen: Seen) -> float:
    if not group:
        return 0.0
    return float(seen.weights[(seen.runs[group] > 0).any(axis=0)].sum())


def _ranks(found: Floats, table: Prepared) -> Floats:
    """Each candidate against the best of the table, of its row and of its column, by the joint features."""
    keys = [1, 12, 23, 34, 44, 45, 46, 47, 48, 49]
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

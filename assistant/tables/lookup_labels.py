"""What a question and each text of a table have to do with each other: in words, in meaning, and against the
other labels of its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.tables.lookup_table import Prepared
from assistant.tables.meaning import Meaning, clauses
from assistant.tables.overlap import overlap, owned, weigh
from corpus.grids.boosting import Floats

CUES = {
    "when": re.compile(r"什么时候|啥时候|何时|哪天|哪一天|时间|日期|哪年|几号|几月|多久"),
    "who": re.compile(r"谁|哪位|哪几位|哪些人|何人|姓名|名字|叫"),
    "many": re.compile(r"多少|几|多大|多高|多重|多长|数量|金额"),
    "which": re.compile(r"哪些|哪几|都有|有什么|所有|全部|各种|列出|哪"),
    "each": re.compile(r"分别|各自|各是|各为|各有|各"),
    "whether": re.compile(r"是否|有没有|有无|吗|了没|不"),
    "why": re.compile(r"原因|为什么|怎么|如何|怎样|因为|依据"),
    "share": re.compile(r"比例|占比|百分|率|%"),
    "total": re.compile(r"合计|总计|总共|一共|共|总"),
    "and": re.compile(r"和|与|及|跟|又|还有|同时"),
    "describe": re.compile(r"介绍|说明|简要|内容|描述|情况|信息"),
    "where": re.compile(r"哪里|在哪|地址|地方|地点|位置"),
    "pause": re.compile(r"[,，;；、]"),
    "compare": re.compile(r"(?:个|家|人|项)(?:以上|之间)|大于|小于|超过|最"),
}
"""Words of a question that tell what kind of answer it wants."""
CUE_OF = {name: place for place, name in enumerate(CUES)}


def cues(question: str) -> Floats:
    """Given a question, return how often it has each kind of question word, and its length."""
    return np.array([*(len(p.findall(question)) for p in CUES.values()), len(question)], np.float32)


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
        [_against_by(found[:, 6] + found[:, 2], table), _against_by(found[:, 13] + found[:, 14], table)],
        axis=1,
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

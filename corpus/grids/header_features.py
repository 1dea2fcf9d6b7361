"""What the header model sees of each cell: its writing, its place, its neighbours, and how alike the cells
of its row and column are. Nothing here knows a particular table or form."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Protocol

import numpy as np

from corpus.grids.boosting import Floats

BUCKETS = 1 << 13
KINDS = ("empty", "number", "date", "mark", "code", "text")

_NUMBER = re.compile(
    r"[(（]?[-+±≤≥<>~¥$]?[\d,，.]*\d[\d,，.]*\s*[%％‰]?[)）]?(?:元|万元|亿元|件|人|个|名|次|股|倍|家|天|年)?"
)
_DATE = re.compile(
    r"(?:19|20)\d\d(?:年度?)?|(?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}\s*日?)?)?(?:\s*[-~至—]\s*.*)?"
)
_MARK = re.compile(r"[-—–/\\*×√□■☑无否是\s]+(?:适用|不适用)?.{0,6}|不适用|n/?a|yes|no|none", re.I)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/*+×:()-]*")
_ORDINAL = re.compile(
    r"\s*(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳]|其中|加[:：]|减[:：]|[—–-](?=\D))"
)
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计|总额|总数|total|subtotal|\bsum\b", re.I)
_WORD = re.compile(r"[a-z]+|[^\sa-z]")


class Placed(Protocol):
    """Anything with a place, spans and a text: a reader's GridCell as well as a table's Cell."""

    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def rows(self) -> int: ...
    @property
    def columns(self) -> int: ...
    @property
    def text(self) -> str: ...


@cache
def kind(text: str) -> int:
    """Given a cell's text, return the index in KINDS of what is written there."""
    stripped = unicodedata.normalize("NFKC", text).strip()
    if not stripped:
        return 0
    for pattern, index in ((_DATE, 2), (_NUMBER, 1), (_MARK, 3), (_CODE, 4)):
        if pattern.fullmatch(stripped):
            return index
    return 5


@cache
def grams(text: str) -> tuple[int, ...]:
    """Given a text, return the hashed runs of one to three characters (of whole words, in Latin script)."""
    units = _WORD.findall(unicodedata.normalize("NFKC", text).lower())[:40]
    units = ["0" if unit.isdigit() else unit for unit in units]
    padded = ["^", *units, "$"]
    runs = {"\0".join(padded[i : i + n]) for n in (1, 2, 3) for i in range(len(padded) - n + 1)}
    return tuple(sorted({zlib.crc32(run.encode()) % BUCKETS for run in runs}))


@cache
def _writing(text: str) -> tuple[float, ...]:
    flat = unicodedata.normalize("NFKC", text).strip()
    size = max(len(flat), 1)
    return (
        float(kind(text)),
        float(len(flat)),
        sum(c.isdigit() for c in flat) / size,
        sum("一" <= c <= "鿿" for c in flat) / size,
        sum(c.isascii() and c.isalpha() for c in flat) / size,
        float("(" in flat),
        float(bool(_ORDINAL.match(text))),
        float(bool(_TOTAL.search(flat))),
        float(flat.endswith(":")),
        float("%" in flat),
        float(flat.isdigit() and len(flat) <= 2),
        float(any(c in flat for c in "。;,")),
        float(len(text) - len(text.lstrip())),
    )


class Layout:
    """Which cell owns each place of a table, and the cells beside each cell. Given cells with spans."""

    def __init__(self, cells: Sequence[Placed]) -> None:
        self.cells = cells
        self.rows = max((c.row + c.rows for c in cells), default=0)
        self.columns = max((c.column + c.columns for c in cells), default=0)
        self.owner = np.full((self.rows, self.columns), -1, np.int32)
        for index, c in enumerate(cells):
            self.owner[c.row : c.row + c.rows, c.column : c.column + c.columns] = index

    def beside(self, index: int) -> tuple[list[int], list[int], list[int], list[int]]:
        """Return the cells left of, right of, above and below a cell, nearest first."""
        c = self.cells[index]
        across = self.owner[c.row : c.row + c.rows]
        down = self.owner[:, c.column : c.column + c.columns]
        return (
            _once(across[:, : c.column][:, ::-1].T),
            _once(across[:, c.column + c.columns :].T),
            _once(down[: c.row][::-1]),
            _once(down[c.row + c.rows :]),
        )


def _once(places: np.ndarray[tuple[int, ...], np.dtype[np.int32]]) -> list[int]:
    return [i for i in dict.fromkeys(places.ravel().tolist()) if i >= 0]


def features(cells: Sequence[Placed], layout: Layout, hints: Floats) -> Floats:
    """Given cells, their layout and what their words alone suggest (cells x roles), return cells x features."""
    texts = [c.text for c in cells]
    writing = np.array([_writing(t) for t in texts], np.float32)
    kinds = writing[:, 0].astype(int)
    lengths = writing[:, 1]
    repeats = Counter(t.strip() for t in texts)
    numeric = float(np.mean((kinds >= 1) & (kinds <= 4)))
    table = [layout.rows, layout.columns, numeric, float(np.mean(kinds == 0)), len(cells)]
    ends = np.concatenate([_mean(hints, _once(layout.owner[:1])), _mean(hints, _once(layout.owner[:, :1]))])
    result = []
    for index, c in enumerate(cells):
        sides = layout.beside(index)
        below = layout.rows - c.row - c.rows
        after = layout.columns - c.column - c.columns
        row: list[float] = [
            c.row, c.column, below, after, c.rows, c.columns,
            c.row / layout.rows, c.column / layout.columns, *table,
            repeats[texts[index].strip()],
            sum(texts[j].strip() == texts[index].strip() for j in sides[0] + sides[1]),
            sum(texts[j].strip() == texts[index].strip() for j in sides[2] + sides[3]),
        ]  # fmt: skip
        for side in sides:
            row += _side(side, index, kinds, lengths)
            row += hints[side[0]].tolist() if side else [0.0] * hints.shape[1]
        across, down = sides[0] + sides[1], sides[2] + sides[3]
        context = np.concatenate([hints[index], _mean(hints, across), _mean(hints, down), ends])
        result.append(np.concatenate([writing[index], np.array(row, np.float32), context]))
    return np.array(result, np.float32)


def _side(
    side: list[int], index: int, kinds: np.ndarray[tuple[int], np.dtype[np.int64]], lengths: Floats
) -> list[float]:
    """What lies in one direction: how many cells, of what kinds, how like this cell."""
    if not side:
        return [0.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0]
    there = kinds[side]
    return [
        float(len(side)),
        float(there[0]),
        float(np.mean((there >= 1) & (there <= 4))),
        float(np.mean(there == 0)),
        float(np.mean(there == kinds[index])),
        float(lengths[side[0]]),
        float(lengths[index] / (1 + lengths[side].mean())),
    ]


def _mean(values: Floats, indices: list[int]) -> Floats:
    if not indices:
        return np.zeros(values.shape[1], np.float32)
    return np.asarray(values[indices].mean(axis=0), np.float32)


def surroundings(layout: Layout, chances: Floats) -> Floats:
    """Given a first opinion of every cell (cells x roles), return for each cell its own and its neighbours',
    its row's, column's and table's: what a second look has beyond the first."""
    result = []
    table = chances.mean(axis=0)
    for index in range(len(layout.cells)):
        left, right, up, down = layout.beside(index)
        near = [chances[s[0]] if s else np.zeros_like(table) for s in (left, right, up, down)]
        far = [chances[s[-1]] if s else np.zeros_like(table) for s in (left, up)]
        result.append(np.concatenate(
            [chances[index], *near, *far, _mean(chances, left + right), _mean(chances, up + down),
             _mean(chances, up), _mean(chances, left), table]
        ))  # fmt: skip
    return np.array(result, np.float32)

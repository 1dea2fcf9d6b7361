"""From headers to paths: which labels stand above and beside each cell, outermost first.

Works from places, spans and roles alone; the labels in one column that are group heads of those under them
(一、 over （一） over 1., or a label over the whole width) become outer labels of the rows below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.grids.header_features import Layout, Placed
from corpus.grids.headers import Header

_ORDINALS = tuple(
    re.compile(pattern)
    for pattern in (
        r"第?[一二三四五六七八九十]{1,3}[、.．)）]",
        r"[(（][一二三四五六七八九十]{1,3}[)）]",
        r"\d{1,2}(?:[、．]|\.(?!\d))",
        r"[(（]\d{1,2}[)）]|\d{1,2}[)）]",
        r"[①-⑳]",
        r"其中[:：]?",
        r"[—–-]+\s*(?=[^\d\s])",
        r"[IVX]{1,4}\.",
        r"[A-Z]\.",
    )
)
_TOTAL = re.compile(r"(?:合|总|共)\s*计|[^\d（(、.．:：]{1,6}(?:合|总)\s*计$|(?:grand\s+)?total", re.I)
_ROW = ("row_attribute", "row_index")
_COLUMN = ("column_attribute", "column_index")


def paths(
    cells: Sequence[Placed], found: Sequence[Header], layout: Layout
) -> tuple[list[list[int]], list[list[int]]]:
    """Given cells and what kind of header each is, return the row path and the column path of each cell.

    A path holds indices into `cells`, outermost first, never the cell itself.
    """
    rows, columns = [], []
    sides = [layout.beside(i) for i in range(len(cells))]
    heads = _group_heads(cells, found, layout)
    for index, (left, _, above, _) in enumerate(sides):
        beside = _block(left, found, _ROW)
        inner = index if found[index] in _ROW else (beside[-1] if beside else None)
        outer = [] if inner is None else [h for h in heads.get(inner, []) if h not in beside and h != index]
        rows.append(outer + beside)
        columns.append(_block(above, found, _COLUMN))
    return rows, columns


def _block(side: Sequence[int], found: Sequence[Header], kinds: tuple[str, ...]) -> list[int]:
    """The nearest run of headers on one side, past the values before it; outermost first."""
    run: list[int] = []
    for index in side:
        if found[index] in kinds:
            run.append(index)
        elif run:
            break
    return run[::-1]


def _group_heads(cells: Sequence[Placed], found: Sequence[Header], layout: Layout) -> dict[int, list[int]]:
    """For each label of a column of row labels, the group heads above it that it belongs to."""
    heads: dict[int, list[int]] = {}
    for column in range(layout.columns):
        stack: list[tuple[int, int]] = []
        order: list[int] = []
        for index in dict.fromkeys(layout.owner[:, column].tolist()):
            if index < 0 or cells[index].column != column or not cells[index].text.strip():
                continue
            if found[index] not in _ROW and not _is_head(index, found, layout):
                continue
            level = _level(index, cells, layout)
            if _TOTAL.match(cells[index].text.strip()):
                stack, level = [], -1
            if level not in order:
                order.append(level)
            depth = order.index(level)
            stack = [(d, i) for d, i in stack if d < depth]
            heads[index] = [i for _, i in stack]
            if level >= 0:
                stack.append((depth, index))
            if level == _ALONE:
                order = [_ALONE]
    return heads


_PLAIN, _ALONE = 90, 91


def _level(index: int, cells: Sequence[Placed], layout: Layout) -> int:
    text = cells[index].text.strip()
    for level, pattern in enumerate(_ORDINALS):
        if pattern.match(text):
            return level
    return _ALONE if _alone(index, cells, layout) else _PLAIN


def _alone(index: int, cells: Sequence[Placed], layout: Layout) -> bool:
    """Whether the label takes the whole width. (A row with blanks beside its label is only a blank row.)"""
    return cells[index].columns == layout.columns > 1


def _is_head(index: int, found: Sequence[Header], layout: Layout) -> bool:
    """Whether a column header is really the head of the rows under it: it stands beside values."""
    _, right, _, below = layout.beside(index)
    beside_values = bool(right) and all(found[i] == "value" for i in right)
    return found[index] in _COLUMN and beside_values and any(found[i] in _ROW for i in below[:1])

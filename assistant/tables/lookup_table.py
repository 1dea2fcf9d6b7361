"""A table made ready for questions: its headers and paths, its texts in units, which cells may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.tables.overlap import Units, core
from corpus.grids.boosting import Floats
from corpus.grids.header_features import Layout, Placed, kind
from corpus.grids.headers import HEADERS, model
from corpus.grids.paths import paths


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
    kinds: NDArray[np.intp]
    total: NDArray[np.bool_]
    still: Floats
    candidates: list[int]

    def in_line(self, index: int) -> set[int]:
        """The cells that share a path, a row or a column with one cell, without it."""
        lines = (self.row_paths, self.column_paths, self.row_mates, self.column_mates)
        return {i for line in lines for i in line[index]} - {index}


def prepare(cells: Sequence[Placed]) -> Prepared:
    """Given the cells of one table, return it ready for questions."""
    layout = Layout(cells)
    chances = model().chances(cells)
    roles = chances.argmax(axis=1)
    rows, columns = paths(cells, [HEADERS[i] for i in roles], layout)
    sides = [layout.beside(i) for i in range(len(cells))]
    units = Units()
    cores = [units.of(core(c.text)) for c in cells]
    kinds = np.array([kind(c.text) for c in cells], np.intp)
    total = np.array(["计" in c.text and len(c.text.strip()) < 8 for c in cells], bool)
    return Prepared(
        cells=tuple(cells),
        chances=chances,
        layout=layout,
        row_paths=rows,
        column_paths=columns,
        row_mates=[_mates(left + right, rows[i], roles, 1) for i, (left, right, _, _) in enumerate(sides)],
        column_mates=[
            _mates(above + below, columns[i], roles, 2) for i, (_, _, above, below) in enumerate(sides)
        ],
        units=units,
        labels=[units.of(c.text) for c in cells],
        cores=cores,
        apart=[_apart(i, cores, roles, layout) for i in range(len(cells))],
        kinds=kinds,
        total=total,
        still=_still(chances, kinds, total, layout),
        candidates=np.flatnonzero(chances[:, 1:3].sum(axis=1) < 0.8).tolist(),
    )


def _mates(side: list[int], path: list[int], roles: NDArray[np.intp], other: int) -> list[int]:
    """The cells of a line that may name it though they are not its path; not the other direction's labels."""
    return [i for i in side if i not in path and roles[i] != other]


def _apart(index: int, cores: list[str], roles: NDArray[np.intp], layout: Layout) -> list[str]:
    """What sets a header apart from the other headers of its line: 期末 of 期末余额 beside 期初余额."""
    if not roles[index]:
        return []
    c, label = layout.cells[index], cores[index]
    line = layout.owner[c.row] if roles[index] in (1, 3) else layout.owner[:, c.column]
    others = {cores[i] for i in line.tolist() if i >= 0 and roles[i] == roles[index]} - {label}
    kept = list(label)
    for i in range(len(label) - 1):
        if any(label[i : i + 2] in other for other in others):
            kept[i] = kept[i + 1] = " "
    return "".join(kept).split()


def _still(chances: Floats, kinds: NDArray[np.intp], total: NDArray[np.bool_], layout: Layout) -> Floats:
    """Features of each cell that no question changes."""
    table = [layout.rows, layout.columns, len(layout.cells), *chances.mean(axis=0)]
    return np.array(
        [
            [*chances[i], kinds[i], len(c.text), c.row, c.column, c.rows, c.columns,
             layout.rows - c.row - c.rows, layout.columns - c.column - c.columns, float(total[i]), *table]
            for i, c in enumerate(layout.cells)
        ],
        np.float32,
    )  # fmt: skip

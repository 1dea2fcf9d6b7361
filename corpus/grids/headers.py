"""Which cells of a table are headers, and of what kind: learnt from labelled tables, not listed.

The parameters (data/headers.npz) are made by tests/bench/train_headers.py from IM-TQA's training part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus.grids.boosting import Floats, Trees, probabilities
from corpus.grids.header_features import Layout, Placed, features, grams, surroundings
from corpus.report import CellRole

Header = Literal["value", "column_attribute", "row_attribute", "column_index", "row_index"]
HEADERS: tuple[Header, ...] = ("value", "column_attribute", "row_attribute", "column_index", "row_index")
"""An attribute names what its column or row holds (金额, 姓名); an index is one of the things the table is
about, and names its column or row (2023年, 某公司). After IM-TQA's distinction."""

ROLES: dict[Header, CellRole] = {
    "value": "value",
    "column_attribute": "column",
    "column_index": "column",
    "row_attribute": "row",
    "row_index": "row",
}


@dataclass(frozen=True, slots=True)
class HeaderModel:
    """Three learnt steps: what the words alone suggest, a first look, and a second with the neighbours'
    first. `words` is buckets x headers, `bias` one addend a header."""

    words: Floats
    bias: Floats
    first: Trees
    second: Trees

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]]) -> HeaderModel:
        words = arrays["words"].astype(np.float32) * arrays["words.scale"].astype(np.float32)
        bias = arrays["bias"].astype(np.float32)
        return cls(words, bias, Trees.of(arrays, "first"), Trees.of(arrays, "second"))

    def hints(self, cells: Sequence[Placed]) -> Floats:
        """Given cells, return what their words alone suggest: cells x headers, log-odds up to a constant."""
        return np.array(
            [self.words[list(grams(c.text))].sum(axis=0) + self.bias for c in cells], np.float32
        ).reshape(len(cells), len(HEADERS))

    def chances(self, cells: Sequence[Placed]) -> Floats:
        """Given the cells of one table, return the probability of each of HEADERS: cells x headers."""
        if not cells:
            return np.zeros((0, len(HEADERS)), np.float32)
        layout = Layout(cells)
        seen = features(cells, layout, self.hints(cells))
        first = probabilities(self.first.scores(seen))
        again = np.concatenate([seen, surroundings(layout, first)], axis=1)
        return probabilities(self.second.scores(again))


@cache
def model() -> HeaderModel:
    """Return the model that comes with the package."""
    with files("corpus").joinpath("data/headers.npz").open("rb") as file, np.load(file) as arrays:
        return HeaderModel.of(arrays)


def headers(cells: Sequence[Placed]) -> tuple[Header, ...]:
    """Given the cells of one table, return for each what kind of header it is, or "value"."""
    return tuple(HEADERS[i] for i in model().chances(cells).argmax(axis=1))

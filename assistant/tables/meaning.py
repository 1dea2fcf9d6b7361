"""How a question's clauses and a table's labels go together, learnt: 谁生产的 asks for 生产厂家.

Both are bags of hashed character runs with a learnt vector each; the product of a clause's and a label's
vectors is high where questions that say the one were answered under the other.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from corpus.grids.boosting import Floats

BUCKETS = 1 << 12
_CUT = re.compile(r"[,。?;、!:.]+|以及|还有|和|与|及|跟|又|或")
_POLITE = re.compile(
    r"(?:请问|请告知|您好|你好|你知道|你了解|我想要?(?:知道|问下?|了解)|麻烦|帮我|能|可以|请)+一?下?"
)


def clauses(question: str) -> list[tuple[int, int]]:
    """Given a question in units, return the spans of its parts that may each ask for something; at the least
    one, and the first eight at the most."""
    found: list[tuple[int, int]] = []
    start = 0
    for cut in [*_CUT.finditer(question), None]:
        end = cut.start() if cut else len(question)
        if polite := _POLITE.match(question, start, end):
            start = polite.end()
        if end - start >= 2:
            found.append((start, end))
        start = cut.end() if cut else end
    return found[:8] or [(0, len(question))]


@cache
def question_grams(text: str) -> tuple[int, ...]:
    """Given a question or clause in units, return its hashed runs of one and two characters."""
    return _grams(text, 2)


@cache
def label_grams(text: str) -> tuple[int, ...]:
    """Given a label in units, return its hashed runs of one to three characters."""
    return _grams(text, 3)


def _grams(text: str, longest: int) -> tuple[int, ...]:
    flat = "".join("0" if "\ue000" <= c <= "\uf8ff" else c for c in text[:60])
    padded = f"^{flat}$" if len(flat) < 40 else flat[:40]
    runs = (padded[i : i + n] for n in range(1, longest + 1) for i in range(len(padded) - n + 1))
    return tuple(sorted({zlib.crc32(run.encode()) % BUCKETS for run in runs}))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The learnt vectors: of question runs and of label runs (buckets x width), and a label run's own addend."""

    asked: Floats
    label: Floats
    bias: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Meaning:
        """Given the arrays of a parameter file, return the model."""
        parts = (
            arrays[f"meaning.{key}"].astype(np.float32) * arrays[f"meaning.{key}.scale"].astype(np.float32)
            for key in cls.__slots__
        )
        return cls(*parts)

    def likeness(self, parts: Sequence[str], labels: Sequence[str]) -> Floats:
        """Given the whole question and its clauses, and labels, all in units, return parts x labels: log-odds
        up to a constant that the answer stands under the label."""
        left = np.array([_sum(self.asked, question_grams(p)) for p in parts])
        right = np.array([_sum(self.label, label_grams(x)) for x in labels])
        own = np.array([_sum(self.bias, label_grams(x))[0] for x in labels])
        return np.asarray(left @ right.T + own, np.float32)


def _sum(table: Floats, grams: tuple[int, ...]) -> Floats:
    return np.asarray(table[list(grams)].sum(axis=0) / np.sqrt(len(grams)), np.float32)

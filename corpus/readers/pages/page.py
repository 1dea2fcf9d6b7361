"""What stands on a page, of PDFs and pictures alike: glyphs and ruling lines, in points from the top left."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.report import Trust


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box. `size` is the font's, in points; `unsure` where it was hard to recognise."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    unsure: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line: `at` is its y where it is level, its x where it is upright."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number (from 1), its size, and what stands on it."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    trust: Trust = "read"


def clusters(values: Iterable[float], tolerance: float) -> list[float]:
    """Given places along one axis, return the middle of each group of neighbours closer than `tolerance`."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]


def nearest(places: list[float], value: float) -> int:
    """Given places in order and a value, return the index of the place nearest to it."""
    after = bisect(places, value)
    if after == 0 or (after < len(places) and places[after] - value < value - places[after - 1]):
        return min(after, len(places) - 1)
    return after - 1

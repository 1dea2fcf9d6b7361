"""Text set in two columns: told by a gutter that many lines share, and read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.readers.pages.lines import Line

_FEWEST = 6
"""Lines that must be split by the gutter."""
_FILLED = 0.7
"""The share of its column that a line of prose fills, on the whole."""


def gutter(lines: Sequence[Line], width: float) -> tuple[float, float] | None:
    """Given a page's lines and its width, return the gap between two columns of prose, or None."""
    pairs = [line.segments for line in lines if len(line.segments) == 2]
    middle = [pair for pair in pairs if 0.3 * width < (pair[0].right + pair[1].left) / 2 < 0.7 * width]
    if len(middle) < _FEWEST:
        return None
    left, right = max(pair[0].right for pair in middle), min(pair[1].left for pair in middle)
    if left >= right or not all(_prose([pair[side] for pair in middle]) for side in (0, 1)):
        return None
    crossing = [line for line in lines if any(s.left < left and s.right > right for s in line.segments)]
    return (left, right) if len(crossing) < len(middle) else None


def _prose(side: Sequence[Line]) -> bool:
    start, end = min(line.left for line in side), max(line.right for line in side)
    filled = sum(line.right - line.left for line in side) / (len(side) * (end - start))
    digits = sum(char.isdigit() for line in side for char in line.text)
    return filled > _FILLED and digits < 0.3 * sum(len(line.text) for line in side)


def split(lines: Sequence[Line], gap: tuple[float, float]) -> list[list[Line]]:
    """Given lines and the gutter, return runs of lines to be read one after the other: whole-width lines,
    the left column, the right column, and so on down the page."""
    middle = sum(gap) / 2
    runs: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        crosses = any(segment.left < gap[0] and segment.right > gap[1] for segment in line.segments)
        if crosses:
            runs += [left, right, [line]]
            left, right = [], []
        else:
            left += [segment for segment in line.segments if segment.right <= middle]
            right += [segment for segment in line.segments if segment.right > middle]
    return [run for run in [*runs, left, right] if run]

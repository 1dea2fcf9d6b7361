"""Tables without ruling lines: told by columns of text that stand under each other over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.pages.lattice import Frame
from corpus.readers.pages.lines import Line

_FEWEST = 3
"""Lines with several segments that a table must have."""
_NUMBER = re.compile(r"[-+−–—]?[\d,，.]+[%％]?|[-—/／无]")


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table found by alignment: its cells and the lines they were made from."""

    cells: tuple[tuple[Frame, str], ...]
    lines: tuple[Line, ...]


def aligned(lines: Sequence[Line]) -> list[Aligned]:
    """Given a page's lines outside ruled tables, return the tables they align to, from top to bottom."""
    found = (_table(run) for run in _runs(lines))
    return [table for table in found if table is not None]


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Given lines, return the runs that begin and end with a line of several segments."""
    runs: list[list[Line]] = []
    waiting: list[Line] = []
    for line in lines:
        close = bool(runs) and line.top - (waiting or runs[-1])[-1].bottom < 2.5 * line.size
        if len(line.segments) > 1:
            if close and len(waiting) <= 1:
                runs[-1] += [*waiting, line]
            else:
                runs.append([line])
            waiting = []
        elif runs:
            waiting.append(line)
    return runs


def _table(run: Sequence[Line]) -> Aligned | None:
    rows = [line for line in run if len(line.segments) > 1]
    numeric = [line for line in rows if any(_NUMBER.fullmatch(part.text) for part in line.segments[1:])]
    if len(rows) < _FEWEST or len(numeric) * 2 < len(rows):
        return None
    columns = _columns(numeric)
    if len(columns) < 2:
        return None
    cells: list[tuple[Frame, str]] = []
    row = -1
    for line in run:
        if len(line.segments) == 1 and row >= 0 and _wraps(line, columns[0]):
            cells = _appended(cells, row, line)
            continue
        row += 1
        for segment in line.segments:
            first, last = _reach(segment, columns)
            frame = Frame(row, first, 1, last - first + 1, segment.left, line.top, segment.right, line.bottom)
            cells.append((frame, segment.text))
    return Aligned(tuple(cells), tuple(run))


def _columns(rows: Sequence[Line]) -> list[tuple[float, float]]:
    """Given the rows with numbers, return the columns their segments fall into: (left, right)."""
    columns: list[tuple[float, float]] = []
    for segment in sorted((part for line in rows for part in line.segments), key=lambda part: part.left):
        if columns and segment.left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], segment.right))
        else:
            columns.append((segment.left, segment.right))
    return columns


def _reach(segment: Line, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    over = [i for i, (left, right) in enumerate(columns) if segment.left < right and segment.right > left]
    if over:
        return over[0], over[-1]
    middle = (segment.left + segment.right) / 2
    near = min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))
    return near, near


def _wraps(line: Line, first: tuple[float, float]) -> bool:
    return line.right <= first[1] + line.size and not _NUMBER.fullmatch(line.text)


def _appended(cells: list[tuple[Frame, str]], row: int, line: Line) -> list[tuple[Frame, str]]:
    """Given the cells so far, add a line that wraps the row's label to that label."""
    return [
        (frame, text + line.text) if frame.row == row and frame.column == 0 else (frame, text)
        for frame, text in cells
    ]

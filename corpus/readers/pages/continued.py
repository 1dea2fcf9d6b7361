"""Tables that go on over pages: joined at the seam, without the header that each page repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.readers.pages.lines import joined
from corpus.readers.pages.page import clusters, nearest
from corpus.report import Box, Grid, GridCell, Trust

EDGE = 8.0
"""Points by which the outer edges of the parts of one table may differ."""
STEP = 4.0
"""Points within which two column edges are one."""
_ITEM = re.compile(r"[(（]?\s*[一二三四五六七八九十\d]+\s*[)）.．、]")
_VALUE = re.compile(r"[-+−–—]?[\d,，.]*[%％]?|[-—/／无]")
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell on its page: its rows in the table, its text, its edges in points, whether it is open towards
    the page before, and whether its text is unsure."""

    row: int
    rows: int
    text: str
    box: Box
    goes_on: bool = False
    unsure: bool = False

    @property
    def end(self) -> int:
        return self.row + self.rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands on one page or, joined, on several."""

    cells: tuple[Placed, ...]
    trust: Trust = "read"

    @property
    def rows(self) -> int:
        return max((cell.end for cell in self.cells), default=0)

    @property
    def edges(self) -> list[float]:
        """The places of the columns' edges, from left to right."""
        return clusters((x for cell in self.cells for x in (cell.box.left, cell.box.right)), STEP)

    def row(self, row: int) -> list[Placed]:
        return [cell for cell in self.cells if cell.row == row]


def grid(sheet: Sheet) -> Grid:
    """Given a sheet, return its grid: edges in points become columns."""
    edges = sheet.edges
    cells = []
    for cell in sheet.cells:
        first, last = nearest(edges, cell.box.left), nearest(edges, cell.box.right)
        columns = max(last - first, 1)
        cells.append(GridCell(cell.row, first, cell.text, cell.rows, columns, cell.box, cell.unsure))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(tuple(cells), page=min(cell.box.page for cell in sheet.cells), trust=sheet.trust)


def goes_on(above: Sheet, below: Sheet) -> bool:
    """Given the last table of a page and the first of the next, say whether they are one: they must stand
    as wide as each other, and the columns of one must be among those of the other."""
    upper, lower = above.edges, below.edges
    if abs(upper[0] - lower[0]) > EDGE or abs(upper[-1] - lower[-1]) > EDGE:
        return False
    if len(lower) == 2:
        return len(upper) == 2
    return max(_shared(upper, lower), _shared(lower, upper)) >= 0.8


def _shared(edges: Sequence[float], among: Sequence[float]) -> float:
    inner = edges[1:-1]
    near = sum(abs(among[nearest(list(among), x)] - x) <= STEP for x in inner)
    return near / len(inner) if inner else 1.0


def join(above: Sheet, below: Sheet) -> Sheet:
    """Given two parts of a table, return the whole of it."""
    repeated = _repeated_rows(above, below)
    lower = [replace(c, row=c.row - repeated) for c in below.cells if c.row >= repeated]
    if not lower:
        return above
    upper = list(above.cells)
    overlap = 1 if _is_broken_row(above, lower) else 0
    offset = above.rows - overlap
    for cell in lower:
        moved = replace(cell, row=cell.row + offset)
        match = _upper_part(upper, cell, above.rows) if cell.row == 0 else None
        if match is not None and (overlap or cell.goes_on or _is_rest(upper, upper[match], cell, lower)):
            first = upper[match]
            text, unsure = joined(first.text, cell.text), first.unsure or cell.unsure
            upper[match] = replace(first, rows=moved.end - first.row, text=text, unsure=unsure)
        else:
            upper.append(moved)
    return Sheet(tuple(upper), above.trust)


def _repeated_rows(above: Sheet, below: Sheet) -> int:
    """Given two parts, return how many leading rows of the second repeat the first rows of the table."""
    count = 0
    while count < below.rows and any(cell.text for cell in below.row(count)):
        upper = [(cell.text, cell.rows) for cell in above.row(count)]
        lower = [(cell.text, cell.rows) for cell in below.row(count)]
        if upper != lower:
            break
        count += 1
    # A header cell that reaches below the repeated rows would be cut: then nothing is taken as repeated.
    reaches = any(cell.row < count < cell.end for cell in below.cells)
    return 0 if reaches else count


def _upper_part(upper: Sequence[Placed], cell: Placed, rows: int) -> int | None:
    """Given a cell at the head of a page, return the cell it may be the rest of: as wide, and last."""
    for index, other in enumerate(upper):
        same = abs(other.box.left - cell.box.left) <= STEP and abs(other.box.right - cell.box.right) <= STEP
        if same and other.end == rows:
            return index
    return None


def _is_rest(upper: Sequence[Placed], first: Placed, cell: Placed, lower: Sequence[Placed]) -> bool:
    """Say whether a label at the head of a page only goes on: blank beside rows of its own, its bracket open
    on the page before, or the only one of its column that begins with no item number."""
    if (_VALUE.fullmatch(first.text) and first.text) or cell.rows == 1 == first.rows:
        return False
    if not cell.text:
        return True
    if _is_unclosed(first.text):
        return True
    mates = [
        other.text
        for other in (*upper, *lower)
        if abs(other.box.left - cell.box.left) <= STEP and other is not cell and other.text
        if not _VALUE.fullmatch(other.text)
    ]
    numbered = [text for text in mates if _ITEM.match(text)]
    return (
        not _ITEM.match(cell.text) and _ITEM.match(first.text) is not None and 2 * len(numbered) > len(mates)
    )


def _is_broken_row(above: Sheet, lower: Sequence[Placed]) -> bool:
    """Say whether the page end cut a row of text in two: the one part has the values, the other only more of
    the label, which is visibly unfinished."""
    last = [cell for cell in above.cells if cell.end == above.rows and cell.rows == 1]
    first = [cell for cell in lower if cell.row == 0 and cell.rows == 1]
    if len(last) != len(first) or len(first) < 2:
        return False
    labels = [(a, b) for a, b in zip(last, first, strict=True) if a.text and b.text]
    if len(labels) != 1 or any(_VALUE.fullmatch(cell.text) for cell in labels[0]):
        return False
    upper_label, lower_label = (cell.text for cell in labels[0])
    unfinished = (_ITEM.match(upper_label) and not _ITEM.match(lower_label)) or _is_unclosed(upper_label)
    values = [bool(cell.text) for cell in last if cell not in labels[0]]
    others = [bool(cell.text) for cell in first if cell not in labels[0]]
    return bool(unfinished) and any(values) != any(others)


def _is_unclosed(text: str) -> bool:
    return any(text.count(opening) > text.count(closing) for opening, closing in _BRACKETS.items())

"""Tables whose merged cells are written once, their other places left blank, as converters to Markdown write them.

header lines -> the cells that they leave -> the proof that places are kept -> the rows that leave a doubt. A blank is a
place only where something proves it: blanks at the ends of lines alone are also what flattening fills lines up with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from corpus.grids.asides import set_apart
from corpus.grids.codes import code_columns, code_groups
from corpus.grids.headings import SERIAL, header_rows, label_columns
from corpus.grids.matrix import Matrix, matrix
from corpus.grids.stacks import is_note, stacked
from corpus.language.outline import mark
from corpus.language.writing import is_blank, is_value, squeeze
from corpus.report import GridCell
from corpus.units import unit_named

Rows = Sequence[Sequence[str]]
_TOTAL = ("合计", "总计", "本年合计")
_TELLS = re.compile(r"单位\s*[:：]")
"""A line that tells the agency or the unit stands over the header, and its texts over no columns."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A table's matrix with its spans, and its rows of values whose labels could be several."""

    matrix: Matrix
    open_rows: frozenset[int]


def kept(rows: Rows) -> Kept | None:
    """Given the texts of a table's lines, all of one number, return it with the spans that its blanks stand for; None
    where they do not prove that places are kept, or leave more than one reading."""
    first = next((r for r, row in enumerate(rows) if not _stands_alone(row)), len(rows))
    header = _header(rows[first:])
    if header is None or not _keeps_places(rows[first : first + header.height]):
        return None
    top = first + header.height
    width = len(rows[0])
    cells = [
        *(GridCell(r, 0, _alone(row), columns=width) for r, row in enumerate(rows[:first])),
        *(GridCell(first + one.row, one.column, one.text, one.rows, one.columns) for one in header.cells),
    ]
    repeated = any(_goes_on(a, b) for row in rows[:top] for a, b in pairwise(row))
    for r, row in enumerate(rows[top:], top):
        if is_note(row[0]) and _stands_alone(row):
            cells.append(GridCell(r, 0, row[0], columns=width))
        else:
            starts = [c for c in range(width) if not (repeated and c and _goes_on(row[c - 1], row[c]))]
            cells += [GridCell(r, a, row[a], columns=b - a) for a, b in pairwise([*starts, width])]
    whole = matrix(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    bodies = list(_bodies(whole))
    if len(bodies) != 1 or bodies[0].matrix.offset != first or bodies[0].height != header.height:
        return None
    if bodies[0].matrix.width != len(rows[0]) or not _names_each_value(bodies[0]):
        return None
    groups = bodies[0].groups
    headed = _headed(rows, top, groups) if len(groups) == 1 else ()
    return Kept(whole, half_labelled(whole) | frozenset(headed))


def _count(row: Sequence[str]) -> int:
    return sum(not is_blank(text) for text in row)


def _alone(row: Sequence[str]) -> str:
    return next(text for text in row if not is_blank(text))


def _goes_on(text: str, beside: str) -> bool:
    """Whether a label is written again in the place beside it, where merged cells are written in all their places."""
    return text == beside and not is_blank(text) and not is_value(text)


def _stands_alone(row: Sequence[str]) -> bool:
    """A line over the whole table: its title, or the unit of it."""
    if len(row) > 1 and len(set(row)) == 1:
        return not is_value(row[0])
    return _count(row) == 1 and (not is_blank(row[0]) or unit_named("".join(row)) is not None)


# --- the header ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Cell:
    """A cell of the header, as far as the lines read so far tell it."""

    row: int
    column: int
    columns: int
    text: str
    rows: int = 1

    @property
    def end(self) -> int:
        return self.column + self.columns


@dataclass(slots=True)
class _Header:
    """The cells of the header lines read so far, and those of them that the next line stands under."""

    height: int
    cells: list[_Cell] = field(default_factory=list)
    lowest: list[_Cell] = field(default_factory=list)


def _header(rows: Rows) -> _Header | None:
    """The first line, and the lines after it that divide a cell above them; None where a line leaves it open which.
    A text that stands in several places side by side, or in those straight under it, is one cell too; not where other
    places of the lines are blank."""
    if len(rows) < 2 or any(is_value(text) or _TELLS.search(text) for text in rows[0]):
        return None
    starts = _starts(rows[0], 0, len(rows[0]))
    if not starts:
        return None
    repeated = len(starts) < _count(rows[0])
    blank = [_Cell(0, c, 1, "") for c in range(starts[0])]
    named = [_Cell(0, a, b - a, rows[0][a]) for a, b in pairwise([*starts, len(rows[0])])]
    header = _Header(1, [*blank, *named], [*blank, *named])
    for r, row in enumerate(rows[1:], 1):
        if any(is_value(text) or mark(text) is not None for text in row):
            break
        parts = [_parts(one, r, row) for one in header.lowest]
        if not any(len(part) > 1 for part in parts):
            break
        if any(part and part[0].column != one.column for one, part in zip(header.lowest, parts, strict=True)):
            return None  # the first place under a wide cell is blank: its own total, or a cell beside it
        for one, part in zip(header.lowest, parts, strict=True):
            one.rows += not part
        header.cells += [one for part in parts for one in part]
        header.lowest = [
            one for above, part in zip(header.lowest, parts, strict=True) for one in part or [above]
        ]
        header.height += 1
        repeated = repeated or len(_starts(row, 0, len(row))) < _count(row)
    if repeated and any(map(is_blank, (text for row in rows[: header.height] for text in row))):
        return None
    return header if header.height < len(rows) else None


def _starts(row: Sequence[str], start: int, end: int) -> list[int]:
    """Where the texts of a line begin, from one place to another."""
    return [c for c in range(start, end) if not is_blank(row[c]) and (c == start or row[c] != row[c - 1])]


def _parts(above: _Cell, r: int, row: Sequence[str]) -> list[_Cell]:
    """The cells that a line has under a cell; none where that cell goes down through it."""
    starts = _starts(row, above.column, above.end)
    if all(row[c] == above.text for c in range(above.column, above.end)):
        return []
    return [_Cell(r, a, b - a, row[a]) for a, b in pairwise([*starts, above.end])]


def _keeps_places(lines: Rows) -> bool:
    """Whether the header cannot have been filled up at the ends of its lines: its first line has a text in the last
    place, or a blank between two texts; or only its last text has blanks after it, the line under it begins under just
    that text, and so on."""
    for line, under in pairwise([*lines, ()]):
        names = [c for c, text in enumerate(line) if not is_blank(text)]
        if names[-1] == len(line) - 1 or names[-1] - names[0] >= len(names):
            return True
        if next((c for c, text in enumerate(under) if not is_blank(text)), None) != names[-1]:
            return False
    return False


# --- the rows under it ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Body:
    """A table as it will be read, the rows of its header, and its label columns: those of each of the tables that stand
    side by side in it."""

    matrix: Matrix
    height: int
    groups: tuple[tuple[int, ...], ...]

    def ends(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """Each group of label columns, and where the values beside it end."""
        return zip(self.groups, [*(group[0] for group in self.groups[1:]), self.matrix.width], strict=True)


def _bodies(whole: Matrix) -> Iterator[_Body]:
    """The tables of a matrix whose label columns are plain."""
    for piece in stacked(whole):
        body, _ = set_apart(piece.body)
        height = header_rows(body)
        groups = code_groups(body, height) or label_columns(_without_remarks(body, height), height)
        if groups:
            yield _Body(body, height, groups)


def _without_remarks(body: Matrix, height: int) -> Matrix:
    """The columns up to the last with a value: what is written in words after it names no rows."""
    last = max((cell.column for cell in body.cells if cell.row >= height and is_value(cell.text)), default=-1)
    if last < 0:
        return body
    return matrix([cell for cell in body.cells if cell.column + cell.columns <= last + 1])


def doubtful(rows: Rows, whole: Matrix) -> frozenset[int]:
    """Given the texts of a table's lines that are not sure to be read by their places, and its matrix, return its rows of
    values that would be read amiss: those that may lack a label, and all under a header of several lines that repeats its
    merged cells, or leaves the last place blank in each."""
    header = [
        row for row in takewhile(lambda row: not any(map(is_value, row)), rows) if not _stands_alone(row)
    ]
    repeats = any(_goes_on(a, b) for row in header[:1] for a, b in pairwise(row))
    if len(header) > 1 and (repeats or all(is_blank(row[-1]) for row in header)):
        return frozenset(r for r, row in enumerate(rows) if any(map(is_value, row)))
    return half_labelled(whole)


def half_labelled(whole: Matrix) -> frozenset[int]:
    """Given a matrix of which blanks may be merged cells, return the rows of values of which it is not sure that their
    labels are all there: a blank where the labels begin may be the label above, merged downwards. A row's number names
    nothing, and may be missing."""
    return frozenset(
        body.matrix.offset + row
        for body in _bodies(whole)
        for row in range(body.height, body.matrix.height)
        if not body.matrix.is_line(row)
        and any(
            _lacks_label(body.matrix, row, group, end) and not _is_total(body, row, group)
            for group, end in _named(body)
        )
    )


def _named(body: _Body) -> Iterator[tuple[tuple[int, ...], int]]:
    """The groups of label columns without those of the rows' numbers."""
    over = [body.matrix.at(body.height - 1, column) for column in range(body.matrix.width)]
    heads = [squeeze(body.matrix.cells[index].text) if index is not None else "" for index in over]
    for group, end in body.ends():
        yield tuple(column for column in group if heads[column] not in SERIAL), end


def _lacks_label(body: Matrix, row: int, group: Sequence[int], end: int) -> bool:
    written = [_is_written(body, row, column) for column in group]
    valued = any(_is_written(body, row, column) for column in range(group[-1] + 1, end)) if group else False
    return not written[0] if any(written) else valued


def _is_total(body: _Body, row: int, group: Sequence[int]) -> bool:
    """Whether a row is the table's total, which has no code, and no label above it where it is the first."""
    written = [column for column in group if _is_written(body.matrix, row, column)]
    index = body.matrix.at(row, written[0]) if len(written) == 1 else None
    if index is None or squeeze(body.matrix.cells[index].text) not in _TOTAL:
        return False
    return row == body.height or {*group[:-1]} <= {*code_columns(body.matrix, body.height)}


def _is_written(body: Matrix, row: int, column: int) -> bool:
    index = body.at(row, column)
    return index is not None and not is_blank(body.cells[index].text)


def _names_each_value(body: _Body) -> bool:
    """Whether over each column in which there are values the lowest header cell is of that column alone, and all labels
    have such values beside them: others are facts about one thing, each with its name."""
    labels = {column for group in body.groups for column in group}
    rows = range(body.height, body.matrix.height)
    valued = {c for c in range(body.matrix.width) if any(_is_written(body.matrix, row, c) for row in rows)}
    if valued - labels and any(
        valued.isdisjoint(range(group[-1] + 1, end)) for group, end in body.ends() if group
    ):
        return False
    over = [body.matrix.at(body.height - 1, column) for column in sorted(valued - labels)]
    cells = [body.matrix.cells[index] for index in over if index is not None]
    return len(cells) == len(over) and all(one.columns == 1 and not is_blank(one.text) for one in cells)


def _headed(rows: Rows, top: int, groups: Sequence[Sequence[int]]) -> Iterator[int]:
    """The rows under a label that stands alone, where it may be the head of those under it: their own labels are there
    again elsewhere, and have no numbers to tell which they belong to."""
    labels = [next((row[c] for c in groups[0] if not is_blank(row[c])), "") for row in rows[top:]]
    alone: str | None = None
    for r, (row, label) in enumerate(zip(rows[top:], labels, strict=True), top):
        if _count(row) == 1 and label:
            alone = label
        elif alone is not None and mark(alone) is not None and mark(label) is not None:
            alone = None
        elif alone is not None and labels.count(label) > 1:
            yield r

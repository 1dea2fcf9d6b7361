"""Sheets that are filled in (绩效目标申报表, 绩效自评表): labels and values take turns in a row, and a list of indicators by
levels stands under them. No one header is over such a sheet, so each row is read by itself, and its values belong to the
project or agency that the sheet names first.

the rows of each sheet -> its frames, tall cells at the left -> pairs, or columns under a row of heads -> cells with paths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.grids.matrix import Matrix
from corpus.language.writing import is_blank, is_value, squeeze
from corpus.report import Cell, CellRole, GridCell

_LEVEL = re.compile(r"[一二三四]级指标(?:名称)?")
_NAME = re.compile(r"(?:项目|专项|政策|部门|单位|预算单位|专项资金|部门[(（]单位[)）])名称")
_FRAME_ONLY = re.compile(r"(?:绩效|项目绩效|年度绩效)(?:指标|目标)?|指标|目标")
"""A frame that says no more than that there are indicators in it is no label of them."""

_SUM = re.compile(r"(?:总额|总计|合计|总数)$")
_TOLD_AT_LENGTH = re.compile(r"(?:目标|情况|内容|说明|措施|计划)$")

_Labels = tuple[str, ...]
_Pair = tuple[tuple[int, GridCell], tuple[int, GridCell]]


@dataclass(slots=True)
class _Heads:
    """A row of heads: the columns of labels under it, and the head over each of the others."""

    frame: int | None
    labels: frozenset[int]
    over: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a cell is, and a value's labels beside and above it."""

    role: CellRole
    row: _Labels = ()
    column: _Labels = ()


def filled(matrix: Matrix) -> tuple[Cell, ...] | None:
    """Given a matrix, return its cells with their roles and paths where it is a sheet that is filled in, or several of
    one kind under each other: it has a row of heads by levels of indicators (一级指标, 二级指标), and pairs above it.
    Else None."""
    if not any(_by_levels(_own(matrix, row)) for row in range(1, matrix.height)):
        return None
    told: dict[int, _Told] = {}
    starts = list(_starts(matrix))
    for top, bottom in zip(starts, [*starts[1:], matrix.height], strict=True):
        sheet = _Sheet(matrix)
        for row in range(top, bottom):
            sheet.read(row)
        told |= sheet.told
    if not any(one.role == "value" for one in told.values()):
        return None
    return tuple(_cell(cell, told.get(index, _Told("note"))) for index, cell in enumerate(matrix.cells))


def spread(rows: Sequence[Sequence[str]]) -> list[GridCell] | None:
    """Given the texts of a table's lines whose places are kept, return its cells with the rows that a label at the left
    and a level's go down over, where it is such a sheet; blanks are then no cells. Else None."""
    heads = next((r for r, row in enumerate(rows) if sum(map(_is_level, row)) >= 2), None)
    if not heads or len({len(row) for row in rows}) != 1:
        return None
    cells: list[GridCell] = []
    last = max(column for column, text in enumerate(rows[heads]) if _is_level(text))
    for r, row in enumerate(rows):
        for column, text in enumerate(row):
            if is_blank(text):
                continue
            goes_down = column == 0 or (r > heads and column < last)
            cells.append(GridCell(r, column, text, rows=_down(rows, r, column) if goes_down else 1))
    return cells


def _down(rows: Sequence[Sequence[str]], top: int, column: int) -> int:
    """How many rows a label goes down over: those in which its place and all to its left are blank."""
    end = top + 1
    while end < len(rows) and all(is_blank(text) for text in rows[end][: column + 1]):
        end += 1
    return end - top


def _is_level(text: str) -> bool:
    return _LEVEL.fullmatch(squeeze(text)) is not None


def _cell(cell: GridCell, told: _Told) -> Cell:
    return Cell(
        cell.row,
        cell.column,
        cell.text.strip(),
        cell.rows,
        cell.columns,
        told.role,
        told.row,
        told.column,
        box=cell.box,
    )


def _own(matrix: Matrix, row: int) -> list[tuple[int, GridCell]]:
    """The cells that begin in a row, with their indices."""
    found = dict.fromkeys(index for index in matrix.places[row] if index >= 0)
    return [(index, matrix.cells[index]) for index in found if matrix.cells[index].row == row]


def _by_levels(cells: Sequence[tuple[int, GridCell]]) -> bool:
    return sum(_is_level(cell.text) for _, cell in cells) >= 2


def _starts(matrix: Matrix) -> Iterator[int]:
    """The rows at which a sheet begins: the first, and each after a list that names a project again."""
    yield 0
    listed = False
    for row in range(1, matrix.height):
        own = _own(matrix, row)
        listed = listed or _by_levels(own)
        if listed and own and own[0][1].column == 0 and _NAME.fullmatch(squeeze(own[0][1].text)):
            yield row
            listed = False


@dataclass(slots=True)
class _Sheet:
    """One sheet, read row by row: whose it is, the heads over the row, and the sums that a frame's first row names."""

    matrix: Matrix
    told: dict[int, _Told] = field(default_factory=dict)
    whose: _Labels = ()
    heads: _Heads | None = None
    listed: bool = False
    sums: dict[int, str] = field(default_factory=dict)

    def read(self, row: int) -> None:
        """Tell what the cells are that begin in a row."""
        frame = _frame(self.matrix, row)
        own = [(index, cell) for index, cell in _own(self.matrix, row) if index != frame]
        if frame is not None and self.matrix.cells[frame].row == row:
            self.told[frame] = _Told("row")
        if not self.listed and self.heads is not None and self.heads.frame != frame:
            self.heads = None
        if _by_levels(own):
            found: _Heads | None = _levels(own)
            self.listed = True
        else:
            found = None if self.listed else _heads(self.matrix, row, frame, own)
        if found is not None:
            self.heads = found
            self.told.update((index, _Told("column")) for index, _ in own)
        elif self.heads is not None:
            whose = self.whose if self.listed else (*self.whose, *_label_of(self.matrix, frame))
            self.told.update(_under(self.matrix, row, self.heads, own, whose))
        else:
            self._pairs(row, frame, list(_pairs(own)))

    def _pairs(self, row: int, frame: int | None, pairs: Sequence[_Pair]) -> None:
        if not self.whose and pairs and _NAME.fullmatch(squeeze(pairs[0][0][1].text)):
            (label, named), (index, cell) = pairs[0]
            self.told |= {label: _Told("row"), index: _Told("value", (squeeze(named.text),))}
            self.whose = () if is_blank(cell.text) else (squeeze(cell.text),)
            pairs = pairs[1:]
        if frame is None or self.matrix.cells[frame].row == row:
            named_sums = (
                [] if frame is None else [cell for (_, cell), _ in pairs if _SUM.search(cell.text.strip())]
            )
            self.sums = {cell.column: squeeze(cell.text) for cell in named_sums}
        for (label, named), (index, _) in pairs:
            text = squeeze(named.text)
            of = self.sums.get(named.column, text)
            path = (*self.whose, *_label_of(self.matrix, frame), *(() if of == text else (of,)), text)
            self.told |= {label: _Told("row"), index: _Told("value", path)}


def _frame(matrix: Matrix, row: int) -> int | None:
    """The tall cell at the left of a row and of others."""
    index = matrix.places[row][0]
    return index if index >= 0 and matrix.cells[index].rows > 1 else None


def _label_of(matrix: Matrix, frame: int | None) -> _Labels:
    text = "" if frame is None else squeeze(matrix.cells[frame].text)
    return () if not text or _FRAME_ONLY.fullmatch(text) else (text,)


def _levels(own: Sequence[tuple[int, GridCell]]) -> _Heads:
    """The heads of a list of indicators. It goes on to the end of its sheet, whatever stands at the left."""
    named = [(cell, squeeze(cell.text)) for _, cell in own]
    last = max(cell.column + cell.columns for cell, text in named if _LEVEL.fullmatch(text))
    labels = frozenset(range(last))
    over = {c: text for cell, text in named for c in _columns(cell) if cell.column >= last and text}
    return _Heads(None, labels, over)


def _heads(matrix: Matrix, row: int, frame: int | None, own: Sequence[tuple[int, GridCell]]) -> _Heads | None:
    """A row of heads within a frame: texts only, and the frame's next row has values under them and a label to their
    left (年初预算数 | 全年执行数 over 年度资金总额 | 100 | 98), or long texts under them and nothing beside."""
    heads = [cell for _, cell in own if not is_blank(cell.text)]
    if frame is None or len(heads) < 2 or row + 1 >= matrix.height or _frame(matrix, row + 1) != frame:
        return None
    below = [cell for _, cell in _own(matrix, row + 1)]
    beside = [cell for cell in below if cell.column < heads[0].column and not is_blank(cell.text)]
    under = [cell for cell in below if cell.column >= heads[0].column]
    if any(is_value(cell.text) for cell in (*heads, *beside)):
        return None
    if {cell.column for cell in under} - {cell.column for cell in heads} or len(under) < 2:
        return None
    if beside:
        if not all(is_value(cell.text) or is_blank(cell.text) for cell in under):
            return None
        labels = frozenset(range(beside[0].column, heads[0].column))
    elif all(_TOLD_AT_LENGTH.search(squeeze(cell.text)) for cell in heads):
        labels = frozenset()
    else:
        return None
    return _Heads(frame, labels, {c: squeeze(cell.text) for cell in heads for c in _columns(cell)})


def _columns(cell: GridCell) -> range:
    return range(cell.column, cell.column + cell.columns)


def _under(
    matrix: Matrix, row: int, heads: _Heads, own: Sequence[tuple[int, GridCell]], whose: _Labels
) -> Iterator[tuple[int, _Told]]:
    """What the cells of a row under heads are: labels, and values with the labels beside and the head above them."""
    covering = dict.fromkeys(matrix.places[row][column] for column in sorted(heads.labels))
    texts = [squeeze(matrix.cells[index].text) for index in covering if index >= 0]
    labels = tuple(text for text in texts if text and not _FRAME_ONLY.fullmatch(text))
    for index, cell in own:
        if cell.column in heads.labels:
            yield index, _Told("row")
        elif head := heads.over.get(cell.column):
            yield index, _Told("value", (*whose, *labels), (head,))


def _pairs(own: Sequence[tuple[int, GridCell]]) -> Iterator[_Pair]:
    """Labels with the values to their right, in turn. Where blanks would stand as labels, they are left out; where
    a number would, the row is no such one."""
    cells = list(own)
    if any(is_blank(cell.text) for _, cell in cells[::2]):
        cells = [(index, cell) for index, cell in cells if not is_blank(cell.text)]
    if any(is_value(cell.text) for _, cell in cells[::2]):
        return
    yield from zip(cells[::2], cells[1::2], strict=False)

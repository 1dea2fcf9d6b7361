"""A sheet into blocks: hidden rows and columns left out, several tables parted, titles and notes as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from corpus.report import Grid, GridCell, ReportError, Text

_MOST_PLACES = 2_000_000
_UNNAMED = re.compile(r"(sheet|工作表|table)\s*\d*", re.I)
"""Names that programs give to sheets."""
_REMARK = re.compile(r"(注|备注|说明|附注|资料来源|数据来源|填表说明|\*|＊|※|Note|Source)")
_SENTENCE = 40
"""Characters from which a lone cell is a remark rather than a label."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a sheet (rows and columns from 0), with its spans, and whether borders are drawn round it."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    ruled: bool = False


def blocks(
    cells: Iterable[SheetCell],
    hidden_rows: AbstractSet[int] = frozenset(),
    hidden_columns: AbstractSet[int] = frozenset(),
) -> list[Text | Grid]:
    """Given a sheet's cells and what is hidden in it, return its texts and tables from top to bottom.

    Cells that a merged cell covers may be among them. Errors: ReportError for merged cells of millions of
    places, which nobody made on purpose."""
    seen = [
        shown
        for cell in _uncovered(list(cells))
        if (shown := _unhidden(cell, hidden_rows, hidden_columns)) is not None
    ]
    made: list[Text | Grid] = []
    for area in _areas(seen):
        above, table, below = _peeled(area)
        made += [Text(line) for line in above]
        if table:
            made.append(_grid(table))
        made += [Text(line) for line in below]
    return made


def _uncovered(cells: Sequence[SheetCell]) -> Iterator[SheetCell]:
    """Given cells, yield those that no merged cell covers, their spans cut off where the sheet ends."""
    used = [cell for cell in cells if cell.text.strip() or cell.ruled]
    end_row = max((cell.row for cell in used), default=0) + 1
    end_column = max((cell.column for cell in used), default=0) + 1
    covered: set[tuple[int, int]] = set()
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        if (cell.row, cell.column) in covered:
            continue
        rows = max(min(cell.rows, end_row - cell.row), 1)
        columns = max(min(cell.columns, end_column - cell.column), 1)
        if len(covered) + rows * columns > _MOST_PLACES:
            raise ReportError(
                f"第{cell.row + 1}行的合并单元格过大 (a merged cell of {rows}×{columns} places)"
            )
        if rows * columns > 1:
            covered |= {(cell.row + r, cell.column + c) for r in range(rows) for c in range(columns)}
        yield replace(cell, rows=rows, columns=columns)


def titled(name: str, only: bool, content: list[Text | Grid]) -> list[Text | Grid]:
    """Given a sheet's name and blocks, return them under the name, where someone gave it one."""
    if only or not content or _UNNAMED.fullmatch(name):
        return content
    return [Text(name, heading=1), *content]


def _unhidden(cell: SheetCell, rows: AbstractSet[int], columns: AbstractSet[int]) -> SheetCell | None:
    """Given a cell, return it as it stands once hidden rows and columns are gone, or None if it is gone."""
    high = [row for row in range(cell.row, cell.row + cell.rows) if row not in rows]
    wide = [column for column in range(cell.column, cell.column + cell.columns) if column not in columns]
    if not high or not wide:
        return None
    row = high[0] - sum(hidden < high[0] for hidden in rows)
    column = wide[0] - sum(hidden < wide[0] for hidden in columns)
    return replace(cell, row=row, column=column, rows=len(high), columns=len(wide))


def _areas(cells: Sequence[SheetCell]) -> list[list[SheetCell]]:
    """Given cells, return the parts of the sheet that wholly blank rows, then columns, part."""
    parts: list[list[SheetCell]] = []
    for band in _parted(cells, by_row=True):
        parts += _parted(band, by_row=False)
    return parts


def _parted(cells: Sequence[SheetCell], *, by_row: bool) -> list[list[SheetCell]]:
    def span(cell: SheetCell) -> tuple[int, int]:
        return (cell.row, cell.row + cell.rows) if by_row else (cell.column, cell.column + cell.columns)

    filled = sorted((cell for cell in cells if cell.text.strip() or cell.ruled), key=span)
    parts: list[list[SheetCell]] = []
    end = -1
    for cell in filled:
        start, after = span(cell)
        if not parts or start > end:
            parts.append([])
        parts[-1].append(cell)
        end = max(end, after)
    return parts


def _peeled(area: Sequence[SheetCell]) -> tuple[list[str], list[SheetCell], list[str]]:
    """Given one area, return the lines of text above its table, the table's cells, and the remarks below."""
    rows = sorted({cell.row for cell in area})
    by_row = {row: sorted((c for c in area if c.row == row), key=lambda c: c.column) for row in rows}
    has_borders = any(cell.ruled for cell in area)
    width = max(c.column + c.columns for c in area) - min(c.column for c in area)
    captions = sum(_is_caption(by_row[row], width) for row in rows)
    above: list[str] = []
    while rows and _is_title(by_row[rows[0]], has_borders, width, len(rows)):
        # Several rows merged over the whole width are the captions of tables stacked in one.
        last = len(rows) < 2 or not _is_caption(by_row[rows[1]], width)
        if not has_borders and captions > 1 and last and _is_caption(by_row[rows[0]], width):
            break
        above.append(_line(by_row[rows.pop(0)]))
    below: list[str] = []
    while rows and _is_remark(by_row[rows[-1]], has_borders):
        below.insert(0, _line(by_row[rows.pop()]))
    table = [cell for row in rows for cell in by_row[row]]
    return above, table, below


def _line(row: Sequence[SheetCell]) -> str:
    return " ".join(cell.text.strip() for cell in row if cell.text.strip())


def _is_caption(row: Sequence[SheetCell], width: int) -> bool:
    return width > 1 and len(row) == 1 and row[0].columns == width


def _is_title(row: Sequence[SheetCell], has_borders: bool, width: int, left: int) -> bool:
    """Say whether a leading row is a title, a unit or the like rather than a row of the table."""
    filled = [cell for cell in row if cell.text.strip()]
    if has_borders:
        return not any(cell.ruled for cell in row)
    if any(cell.rows > 1 for cell in filled) or (left == 1 and len(filled) > 1):
        return False
    if len(filled) == 1:
        return width > 1 or left == 1 or len(filled[0].text) > _SENTENCE
    return len(filled) < width and all(
        re.match(r"[^：:]{1,12}[：:]\s*\S", cell.text.strip()) for cell in filled
    )


def _is_remark(row: Sequence[SheetCell], has_borders: bool) -> bool:
    filled = [cell for cell in row if cell.text.strip()]
    if has_borders and not any(cell.ruled for cell in row):
        return True
    if len(filled) != 1:
        return False
    text = filled[0].text.strip()
    return bool(_REMARK.match(text)) or len(text) > _SENTENCE


def _grid(cells: Sequence[SheetCell]) -> Grid:
    """Given a table's cells, return its grid; rows and columns that hold nothing are closed up, and places
    without a cell are blank cells."""
    rows = sorted({row for cell in cells for row in range(cell.row, cell.row + cell.rows)})
    columns = sorted({column for cell in cells for column in range(cell.column, cell.column + cell.columns)})
    row_at = {row: index for index, row in enumerate(rows)}
    column_at = {column: index for index, column in enumerate(columns)}
    placed = [
        GridCell(row_at[cell.row], column_at[cell.column], cell.text.strip(), cell.rows, cell.columns)
        for cell in cells
    ]
    taken = {
        (row, column)
        for cell in placed
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    for row in range(len(rows)):
        placed += [GridCell(row, column, "") for column in range(len(columns)) if (row, column) not in taken]
    return Grid(tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))))

"""Which cells of a table are its headers: the rule by spans and by the shape of what is written."""

from __future__ import annotations

from corpus.grids.matrix import Matrix
from corpus.language.writing import is_blank, is_value, squeeze
from corpus.report import CellRole

SERIAL = ("序号", "编号", "序", "No.", "NO.", "No")


def roles(matrix: Matrix) -> tuple[CellRole, ...]:
    """Given a matrix with one header region, return the role of each of its cells, in their order."""
    top = header_rows(matrix)
    left = header_columns(matrix, top)
    found: list[CellRole] = []
    for cell in matrix.cells:
        if cell.row < top:
            found.append("both" if cell.column < left and cell.row + cell.rows >= top else "column")
        elif cell.column < left:
            found.append("row")
        else:
            found.append("value")
    return tuple(found)


def header_rows(matrix: Matrix) -> int:
    """The number of header rows: the first row, those its cells reach down to or are divided in, and all
    rows before the first value."""
    if matrix.height < 2:
        return 0
    values = [row for row in range(matrix.height) if _has_value(matrix, row)]
    top = max(cell.rows for cell in matrix.row(0))
    while top < matrix.height and _divides(matrix, top):
        top += 1
    first = values[0] if values else matrix.height
    if first == 0:
        return 0
    return min(top, first, matrix.height - 1)


def _has_value(matrix: Matrix, row: int) -> bool:
    return any(
        is_value(cell.text) for cell in matrix.row(row) if cell.column > 0 or matrix.width == 1
    ) or all(is_value(cell.text) for cell in matrix.row(row))


def _divides(matrix: Matrix, row: int) -> bool:
    """Whether the cells of a row divide a wider header cell above them into named columns."""
    below = [cell for cell in matrix.row(row) if cell.row == row]
    if any(is_value(cell.text) for cell in below):
        return False
    wide = [cell for cell in matrix.row(row - 1) if cell.columns > 1 and not is_blank(cell.text)]
    for above in wide:
        end = above.column + above.columns
        inside = [cell for cell in below if above.column <= cell.column and cell.column + cell.columns <= end]
        if len(inside) > 1 and not any(is_blank(cell.text) for cell in inside):
            return True
    return False


def header_columns(matrix: Matrix, top: int) -> int:
    """The number of label columns: those under the corner cell, and all on the left that hold no values."""
    if matrix.width < 2:
        return 0
    left = 0
    while left < matrix.width - 1 and _is_label_column(matrix, top, left):
        left += 1
    values = any(is_value(cell.text) for cell in matrix.cells if cell.row >= top)
    if not values:
        corner = matrix.at(0, 0)
        left = min(left, matrix.cells[corner].columns if corner is not None else 1)
    return left


def _is_label_column(matrix: Matrix, top: int, column: int) -> bool:
    head = matrix.at(0, column)
    if column == 0 and head is not None and squeeze(matrix.cells[head].text) in SERIAL:
        return True
    body = [
        matrix.cells[index]
        for row in range(top, matrix.height)
        if (index := matrix.at(row, column)) is not None
    ]
    written = [cell for cell in body if not is_blank(cell.text)]
    return bool(written) and sum(is_value(cell.text) for cell in written) * 4 <= len(written)


def label_columns(matrix: Matrix, top: int) -> tuple[tuple[int, ...], ...] | None:
    """Given a matrix that leaves no doubt, return its label columns, those of each of the tables that stand
    side by side in it (项目, 预算数, 项目, 预算数); None where there is doubt.

    There is none where no header cell is a value, every other column holds only labels or only values and
    blanks, and each run of label columns has values to its right.
    """
    if top == 0 or any(is_value(cell.text) for cell in matrix.cells if cell.row < top):
        return None
    kinds = [_column_kind(matrix, top, column) for column in range(matrix.width)]
    if "mixed" in kinds or kinds[-1] == "labels":
        return None
    runs: list[list[int]] = [[]] if kinds[0] == "values" else []
    for column, kind in enumerate(kinds):
        if kind == "labels":
            if column == 0 or kinds[column - 1] == "values":
                runs.append([])
            runs[-1].append(column)
    return tuple(tuple(run) for run in runs)


def _column_kind(matrix: Matrix, top: int, column: int) -> str:
    """What a column holds under the header: "labels", "values", or "mixed" where that is not plain."""
    body = {index for row in range(top, matrix.height) if (index := matrix.at(row, column)) is not None}
    texts = [matrix.cells[index].text for index in body if not is_blank(matrix.cells[index].text)]
    if all(is_value(text) for text in texts):  # a value column may be all blank
        return "values"
    return "mixed" if any(is_value(text) for text in texts) else "labels"

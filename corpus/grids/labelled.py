"""A matrix whose headers are known, as cells with the labels above and beside them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.grids.codes import code_paths
from corpus.grids.header_features import Layout
from corpus.grids.headers import Header
from corpus.grids.matrix import Matrix
from corpus.grids.nesting import nested
from corpus.grids.paths import paths
from corpus.language.writing import is_blank, squeeze
from corpus.report import Cell, CellRole, GridCell


def side_by_side(
    matrix: Matrix, top: int, labels: Sequence[Sequence[int]], coded: bool = False
) -> tuple[Cell, ...]:
    """Given a matrix, how many header rows it has and its label columns, each group of them the labels of the
    values to its right, return its cells with their roles and paths. Where a group is codes and a name
    (`coded`), the names are nested under their codes."""
    cells: dict[int, Cell] = {}
    for number, own in enumerate(labels):
        end = labels[number + 1][0] if number + 1 < len(labels) else matrix.width
        found: list[CellRole] = [
            "column" if cell.row < top else "row" if cell.column in own else "value" for cell in matrix.cells
        ]
        beside = code_paths(matrix, top, own[:-1], own[-1]) if coded else None
        for index, cell in enumerate(labelled(matrix, found, beside)):
            if cell.column < end:
                cells.setdefault(index, cell)
    return tuple(cells[index] for index in sorted(cells))


def labelled(
    matrix: Matrix, found: Sequence[CellRole], beside: Sequence[tuple[str, ...]] | None = None
) -> tuple[Cell, ...]:
    """Given a matrix, its cells' roles, and each row's labels where they are known already, return its cells
    with their roles and paths: the labels straight above and beside."""
    row_paths = _row_paths(matrix, found) if beside is None else beside
    columns = [_column_path(matrix, found, column) for column in range(matrix.width)]
    cells: list[Cell] = []
    for cell, role in zip(matrix.cells, found, strict=True):
        row: tuple[str, ...] = ()
        column: tuple[str, ...] = ()
        if role == "value":
            row = row_paths[cell.row]
            column = _shared(columns, cell.column, cell.columns)
        cells.append(_cell(cell, role, row, column))
    return tuple(cells)


def _shared(columns: Sequence[tuple[str, ...]], first: int, width: int) -> tuple[str, ...]:
    """The labels over a cell: over one that is wider than its label, of the label it covers whole; over one
    that covers several, those that they share."""
    over = [columns[column] for column in range(first, first + width)]
    if len(set(over)) == 1:
        return over[0]
    whole = [
        path
        for path in dict.fromkeys(over)
        if all(first <= c < first + width for c, p in enumerate(columns) if p == path)
    ]
    if len(whole) == 1:
        return whole[0]
    shared: list[str] = []
    for labels in zip(*over, strict=False):
        if len(set(labels)) > 1:
            break
        shared.append(labels[0])
    return tuple(shared)


def _column_path(matrix: Matrix, found: Sequence[CellRole], column: int) -> tuple[str, ...]:
    labels: list[str] = []
    for row in range(matrix.height):
        index = matrix.at(row, column)
        if index is None or found[index] not in ("column", "both"):
            continue
        label = squeeze(matrix.cells[index].text)
        if label and (not labels or labels[-1] != label) and matrix.cells[index].row == row:
            labels.append(label)
    return tuple(labels)


def _row_paths(matrix: Matrix, found: Sequence[CellRole]) -> list[tuple[str, ...]]:
    """The labels beside each row; where one column holds them all, nested by their numbering or indent."""
    plain = [_labels(matrix, found, row) for row in range(matrix.height)]
    labels = [cell for cell, role in zip(matrix.cells, found, strict=True) if role == "row"]
    if len({cell.column for cell in labels}) != 1 or any(cell.rows > 1 for cell in labels):
        return [tuple(squeeze(text) for text in texts) for texts in plain]
    return nested([texts[0] if texts else "" for texts in plain])


def _labels(matrix: Matrix, found: Sequence[CellRole], row: int) -> list[str]:
    cells = dict.fromkeys(index for index in matrix.places[row] if index >= 0 and found[index] == "row")
    return [matrix.cells[index].text for index in cells if not is_blank(matrix.cells[index].text)]


def labelled_as_learnt(matrix: Matrix, found: Sequence[Header]) -> tuple[Cell, ...]:
    """Given a matrix and its cells' kinds as learnt, return its cells with their roles and paths."""
    beside, above = paths(matrix.cells, found, Layout(matrix.cells))
    text = [squeeze(cell.text) for cell in matrix.cells]
    cells: list[Cell] = []
    for index, cell in enumerate(matrix.cells):
        role: CellRole = "value"
        if found[index] != "value":
            role = "row" if found[index].startswith("row") else "column"
        row = tuple(text[i] for i in beside[index]) if role == "value" else ()
        column = tuple(text[i] for i in above[index]) if role == "value" else ()
        cells.append(_cell(cell, role, row, column))
    return tuple(cells)


def _cell(cell: GridCell, role: CellRole, row: tuple[str, ...], column: tuple[str, ...]) -> Cell:
    return Cell(
        cell.row, cell.column, cell.text.strip(), cell.rows, cell.columns, role, row, column, box=cell.box
    )

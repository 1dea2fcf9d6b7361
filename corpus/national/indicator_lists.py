"""Lists of indicators with a column of units: 指标名称 | 计量单位 | 年度 | 历年累计, as the reports before 2019
give their statistics. Such a list belongs to no fixed set of rows; its header tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from corpus.language.wording import letters
from corpus.report import Cell, Table
from corpus.units import unit_named

FORM = "before-2019/indicators"
_UNIT_HEADS = frozenset(("计量单位", "单位"))
_NAME_HEADS = frozenset(("指标名称", "统计指标", "指标", "项目名称"))
_OF_YEARS = re.compile(r"年度?$|年度?数|累计|统计数|本年|当年")
_SUM_OF_YEARS = re.compile(r"累计")
_PART = re.compile(r"\s*(?:其中\s*[：:]?)")
_LEVELS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\s*[一二三四五六七八九十]+\s*、",
        r"\s*[（(][一二三四五六七八九十]+[）)]",
        r"\s*\d+\s*[.．、]",
    )
)


def with_units(table: Table) -> Table:
    """Given a table as understood, return it with a column that only gives each row's unit made notes: its
    cells are no values (`row_units` has them). A list of indicators of the years before the national form
    is named as one, and its rows stand under each other by their numbers. Other tables come back as they are.
    """
    column = _unit_column(table)
    if column is None:
        return table
    cells = tuple(
        replace(cell, role="note", row_path=(), column_path=()) if _in(cell, column) else cell
        for cell in table.cells
    )
    heads = {letters(cell.text) for cell in table.cells if cell.row == 0}
    years = any(_OF_YEARS.search(cell.text) for cell in table.cells if cell.row == 0)
    if not (heads & _NAME_HEADS and years):
        return replace(table, cells=cells)
    paths = _paths(table, column)
    listed = (replace(c, row_path=paths[c.row]) if c.role == "value" and c.row in paths else c for c in cells)
    return replace(table, cells=tuple(listed), form=FORM)


def row_units(table: Table) -> dict[int, str]:
    """Given a table, return the unit that its column of units gives each row; empty where it has none."""
    said = [cell for cell in table.cells if cell.role != "value"]
    heads = {cell.column for cell in said if letters(cell.text) in _UNIT_HEADS}
    return {cell.row: unit for cell in said if cell.column in heads and (unit := unit_named(cell.text))}


def canonical(table: Table, cell: Cell, names: Mapping[str, str]) -> str | None:
    """Given a list, one of its value cells and canonical ids by the letters of a label, return the cell's
    id; None for what it counts over all years (历年累计), which is another matter."""
    if table.form != FORM or not cell.row_path or any(_SUM_OF_YEARS.search(t) for t in cell.column_path):
        return None
    return names.get(letters(_bare(cell.row_path[-1])))


def _unit_column(table: Table) -> int | None:
    for head in table.cells:
        if head.role != "value" and letters(head.text) in _UNIT_HEADS:
            below = [
                c.text for c in table.cells if c.column == head.column and c.row > head.row and c.text.strip()
            ]
            if below and all(unit_named(text) or not letters(text) for text in below):
                return head.column
    return None


def _in(cell: Cell, column: int) -> bool:
    return cell.column == column and bool(cell.row_path or cell.role == "value")


def _paths(table: Table, unit_column: int) -> dict[int, tuple[str, ...]]:
    """Each row's label under those that its number puts it under; 其中 is under the row before it, and the
    numbers that go on from there are beside it."""
    labels = {c.row: c.text for c in sorted(table.cells, key=lambda c: -c.column) if c.column < unit_column}
    above: list[tuple[float, str]] = []
    part: float | None = None
    paths: dict[int, tuple[str, ...]] = {}
    for row in sorted(labels):
        label = labels[row]
        level = _level(_bare(label, number=True))
        if _PART.match(label):
            level = part = above[-1][0] + 0.5 if above else 0
        elif part is not None and level == 2 and above[-1][0] == part:
            level = part
        else:
            part = None
        above = [kept for kept in above if kept[0] < level]
        above.append((level, label))
        paths[row] = tuple(text for _, text in above)
    return paths


def _level(label: str) -> float:
    return next((level for level, pattern in enumerate(_LEVELS) if pattern.match(label)), 0)


def _bare(label: str, *, number: bool = False) -> str:
    """A label without 其中, and without its number unless that is wanted."""
    text = _PART.sub("", label, count=1)
    if number:
        return text
    for pattern in _LEVELS:
        text = pattern.sub("", text, count=1)
    return text

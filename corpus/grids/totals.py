"""Totals in tables that are no national form: a 合计 row or column, where the table shows it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.language.wording import Numbered, letters
from corpus.report import Cell, Table
from corpus.values import read_value

_TOTAL = frozenset(("合计", "总计", "共计", "总合计", "total", "grandtotal"))
_PART_OF = re.compile(r"\s*[（(]?\s*其中")
_CODE = re.compile(r"\s*(\d{2,})")


@dataclass(frozen=True, slots=True)
class Total:
    """A cell that says it is the sum of others, and those others."""

    name: str
    cell: Cell
    parts: tuple[Cell, ...]


def totals(table: Table) -> tuple[Total, ...]:
    """Given a table, return its totals over rows and over columns. Only where the sums do hold for most,
    not counting sums of nothing but 0, is a 合计 taken for one: otherwise the table's structure is not
    evident, and nothing is said."""
    cells = [cell for cell in table.cells if cell.role == "value"]
    by_rows = _line_totals({(c.row, c.column): c for c in cells}, {c.row: c.row_path for c in cells})
    by_columns = _line_totals({(c.column, c.row): c for c in cells}, {c.column: c.column_path for c in cells})
    return (*by_rows, *by_columns)


def _line_totals(cells: dict[tuple[int, int], Cell], paths: dict[int, tuple[str, ...]]) -> Iterator[Total]:
    for line, path in paths.items():
        if not path or letters(Numbered.of(path[-1]).body).lower() not in _TOTAL:
            continue
        beside = [n for n, other in paths.items() if n != line and other[: len(path) - 1] == path[:-1]]
        for parts in _candidates(line, beside, paths):
            found = list(_totals(cells, line, parts, path))
            telling = [total for total in found if any(_number(cell) for cell in (total.cell, *total.parts))]
            if sum(map(_holds, telling)) * 2 > len(telling) or (found and not telling):
                yield from found
                break


def _candidates(line: int, beside: Sequence[int], paths: dict[int, tuple[str, ...]]) -> Iterator[list[int]]:
    """What the total may be the sum of: all lines beside it, all but 其中, or those of the shortest code.
    A total stands first or last among them."""
    if len(beside) < 2 or not (line < min(beside) or line > max(beside)):
        return
    yield list(beside)
    yield [n for n in beside if not any(_PART_OF.match(text) for text in paths[n])]
    codes = {n: len(code.group(1)) for n in beside for text in paths[n][:1] if (code := _CODE.match(text))}
    if codes:
        yield [n for n in beside if codes.get(n) == min(codes.values())]


def _totals(
    cells: dict[tuple[int, int], Cell], line: int, parts: Sequence[int], path: tuple[str, ...]
) -> Iterator[Total]:
    for (own, across), cell in cells.items():
        others = [cells[n, across] for n in parts if (n, across) in cells]
        numbered = [part for part in others if _number(part) is not None]
        if own == line and _number(cell) is not None and len(numbered) >= 2:
            beside = (cell.column_path if cell.row == line else cell.row_path)[-1:]
            yield Total("、".join((path[-1], *beside)) + " = 各项之和", cell, tuple(numbered))


def _holds(total: Total) -> bool:
    return sum((_number(part) or Decimal(0) for part in total.parts), Decimal(0)) == _number(total.cell)


def _number(cell: Cell) -> Decimal | None:
    value = read_value(cell.text)
    return value.number if value and cell.trust != "unreadable" else None

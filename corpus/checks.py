"""The arithmetic of a report (勾稽关系): the national forms' own rules, and plain totals in other tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.forms import Node, Rule
from corpus.grids.totals import totals
from corpus.language.wording import unnumbered
from corpus.national.places import Places, places
from corpus.report import Cell, Report, Table
from corpus.values import read_value

_CARRIED = "上年结转 = 上一年报告的结转下年度继续办理"


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell of a report's table, by the table's id."""

    report: str
    table: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Check:
    """One equation of a report: whether it holds, the cells it is about (left side first), and the equation
    with its numbers. Where cells are blank it holds if the numbers that are there satisfy it, on both sides
    some; else, and where a cell is unreadable, `holds` is None."""

    name: str
    holds: bool | None
    cells: tuple[CellRef, ...]
    expression: str


def checks(report: Report) -> tuple[Check, ...]:
    """Given a report, return every check its tables offer, in reading order."""
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    return tuple(check for table in tables for check in _of_table(report.id, table))


def across(previous: Report, current: Report) -> tuple[Check, ...]:
    """Given two reports of one issuer for years that follow each other, return for each kind of applicant
    whether what last year carried over is what this year took over; nothing for other reports."""
    if previous.issuer != current.issuer or previous.year + 1 != current.year:
        return ()
    before, after = _row(previous, "carried_out"), _row(current, "carried_in")
    return tuple(
        _check(f"{_CARRIED}（{_label(path)}）", [(before[path], previous.id)], [(after[path], current.id)])
        for path in after
        if path in before
    )


_Held = tuple["Operand", str]


@dataclass(frozen=True, slots=True)
class Operand:
    """A cell in its table."""

    table: str
    cell: Cell

    @property
    def value(self) -> Decimal | None:
        if self.cell.trust == "unreadable":
            return None
        value = read_value(self.cell.text)
        return value.number if value else None

    @property
    def blank(self) -> bool:
        """Whether the cell was left empty, or a dash was written in it."""
        return self.cell.trust != "unreadable" and not any(map(str.isalnum, self.cell.text))


def _of_table(report: str, table: Table) -> Iterator[Check]:
    found = places(table)
    if found is None:
        for total in totals(table):
            yield _check(total.name, _held(report, table, total.parts), _held(report, table, (total.cell,)))
        return
    values = {(c.row, c.column): c for c in table.cells if c.role == "value"}
    for rule in found.template.rules:
        yield from _rule(report, table, found, rule, values)


def _rule(
    report: str, table: Table, found: Places, rule: Rule, values: dict[tuple[int, int], Cell]
) -> Iterator[Check]:
    by_rows = rule.axis == "rows"
    own, other = (found.rows, found.columns) if by_rows else (found.columns, found.rows)
    known = {path[-1].id: place for place, path in own.items() if path}
    left, right = found.template.summands(rule.left, known), found.template.summands(rule.right, known)
    if not all(name in known for name in (*left, *right)):
        return
    for place, path in other.items():

        def cells(names: Sequence[str], place: int = place) -> list[Cell]:
            keys = [(known[name], place) if by_rows else (place, known[name]) for name in names]
            return [values[key] for key in keys if key in values]

        if len(cells((*left, *right))) == len(left) + len(right):
            name = rule.name + (f"（{_label(path)}）" if path else "")
            yield _check(name, _held(report, table, cells(left)), _held(report, table, cells(right)))


def _held(report: str, table: Table, cells: Iterable[Cell]) -> list[_Held]:
    return [(Operand(table.id, cell), report) for cell in cells]


def _check(name: str, left: Sequence[_Held], right: Sequence[_Held]) -> Check:
    holds = _holds(left, right)
    relation = {True: "=", False: "≠", None: "?"}[holds]
    return Check(
        name,
        holds,
        tuple(CellRef(r, o.table, o.cell.row, o.cell.column) for o, r in (*left, *right)),
        f"{_written(left)} {relation} {_written(right)}",
    )


def _holds(left: Sequence[_Held], right: Sequence[_Held]) -> bool | None:
    values = [[operand.value for operand, _ in side] for side in (left, right)]
    sums = [sum((value for value in side if value is not None), Decimal(0)) for side in values]
    missing = [operand for operand, _ in (*left, *right) if operand.value is None]
    if not missing:
        return sums[0] == sums[1]
    some = all(any(value is not None for value in side) for side in values)
    return True if some and sums[0] == sums[1] and all(operand.blank for operand in missing) else None


def _written(side: Sequence[_Held]) -> str:
    """The numbers of one side: "7479 + 413"; a blank or an unreadable one is （空） or （不清）."""
    out = ""
    for operand, _ in side:
        value = operand.value
        missing = "（不清）" if operand.cell.text.strip() else "（空）"
        text = missing if value is None else f"{abs(value)}"
        sign = "-" if value is not None and value < 0 else "+"
        out += f" {sign} {text}" if out else (f"-{text}" if sign == "-" else text)
    return out


def _label(path: tuple[Node, ...]) -> str:
    return unnumbered(path[-1].label)


def _row(report: Report, name: str) -> dict[tuple[Node, ...], Operand]:
    """The cells of one row of the applications table, by the form's path of their column."""
    for section in report.sections:
        for table in section.blocks:
            found = places(table) if isinstance(table, Table) else None
            if found is None or not isinstance(table, Table) or found.template.part != "applications":
                continue
            return {
                found.columns[cell.column]: Operand(table.id, cell)
                for cell in table.cells
                if cell.role == "value"
                and cell.column in found.columns
                and [node.id for node in found.rows.get(cell.row, ())] == [name]
            }
    return {}

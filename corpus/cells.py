"""A table's value cells as figures: value, unit and year from the cell, its labels and its table."""

from __future__ import annotations

import re

from corpus.citations import of_cell
from corpus.indicators import Indicator, of_cells
from corpus.language.numerals import fold
from corpus.language.periods import label_year
from corpus.national.indicator_lists import row_units
from corpus.report import Cell, Figure, Label, Report, Section, Table, Trust
from corpus.units import is_rate, unit_named
from corpus.values import Value, read_value

_BRACKET = re.compile(r"[(（]([^()（）]*)[)）]")
_TAIL = re.compile(r"(?:[/／:：,，]|单位[:：])\s*([^/／:：,，]+)$")
_COUNT = re.compile(r"(件|人|户|家|次|台|辆|篇|条|批次|人次|个|起|宗|份|场|期|项)数$")
_SCORE = re.compile("(?:得分|评分|分数|分值)$")
_MONEY = re.compile(r"预算|决算|金额|经费|价款?$|费用?$|款项?$|支出|收入|资金")
_RATE = re.compile(r"%$|百分比$|(?:增减|增长|变动|完成)?(?:比率|幅度|率|占比|比重|比例)$")
_JUMBLED = re.compile(r"^0{2,}$|\d{25}|[\d.,，]+[\s/、]+\d|\d+\.\d+\.\d")


def cell_figures(report: Report, section: Section, table: Table) -> tuple[Figure, ...]:
    """Given a table of a report, return a figure for each of its value cells, blank ones included."""
    known = of_cells(table)
    units = row_units(table)
    return tuple(
        _figure(report, section, table, cell, known.get((cell.row, cell.column)), units.get(cell.row))
        for cell in table.cells
        if cell.role == "value"
    )


def _figure(
    report: Report,
    section: Section,
    table: Table,
    cell: Cell,
    indicator: Indicator | None,
    row_unit: str | None,
) -> Figure:
    value = read_value(cell.text) if cell.trust != "unreadable" else None
    name = indicator.id if indicator else None
    label = Label(section.path, table.caption, cell.row_path, cell.column_path, indicator=name)
    return Figure(
        label=label,
        value=value.number if value else None,
        raw=cell.text,
        unit=_unit(table, cell, value, row_unit) or (indicator.unit if indicator else None),
        year=_year(cell, report.year),
        citation=of_cell(report, section, table, cell),
        qualifier=value.qualifier if value else "",
        trust=_trust(cell, value),
    )


def _trust(cell: Cell, value: Value | None) -> Trust:
    """A cell of several numbers has several readings; a cell of words has one, its words."""
    return "unreadable" if value is None and _JUMBLED.search(fold(cell.text)) else cell.trust


def _year(cell: Cell, year: int) -> int:
    spoken = label_year(cell.column_path, year) or label_year(cell.row_path, year)
    return spoken if spoken is not None else year


def _unit(table: Table, cell: Cell, value: Value | None, row_unit: str | None) -> str | None:
    """The unit nearest to the value: in the cell, its row's own, its column, its row, the caption, the table."""
    if value is not None and (unit := value.unit or header_unit(value.remark)):
        return unit
    if row_unit and not (table.unit and cell.column_path and _MONEY.search(cell.column_path[-1])):
        return row_unit  # 3 台, but not 49500 台 under 采购预算
    for path in (cell.column_path, cell.row_path):
        for label in reversed(path):
            if (unit := header_unit(label)) and not (
                cell.column_path and _is_rate_in(cell.column_path[-1], unit)
            ):
                return unit
    if any(_RATE.search(fold(label)) for label in (*cell.column_path[-1:], *cell.row_path[-1:])):
        return None  # the table's 万元 is not the unit of a rate
    return header_unit(table.caption) or (unit_named(table.unit) or table.unit if table.unit else None)


def _is_rate_in(head: str, unit: str) -> bool:
    """Whether a value under a head is a rate, and so not in a unit that its row or a frame names: 执行率 in 项目资金（万元）."""
    return bool(_RATE.search(fold(head))) and not is_rate(unit)


def header_unit(label: str) -> str | None:
    """Given a header's text, return the unit it names, or None.

    收费金额（单位：万元） -> 万元, 数量（件） -> 件, 本年制发件数 -> 件, 占比% -> %.
    """
    folded = fold(label).strip()
    for inner in reversed(_BRACKET.findall(folded)):
        if (unit := unit_named(inner)) or (
            (counted := _COUNT.fullmatch(inner)) and (unit := counted.group(1))
        ):
            return unit
    tail = _TAIL.search(folded)
    if tail and (unit := unit_named(tail.group(1))):
        return unit
    if folded.endswith("%"):
        return "%"
    if _SCORE.search(folded):
        return "分"
    count = _COUNT.search(folded)
    return count.group(1) if count else None

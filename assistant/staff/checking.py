"""Files proved by their reports' own arithmetic (勾稽关系), for `nianbao check`. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.checks import CellRef, Check, across, checks
from corpus.conflicts import conflicts
from corpus.figures import figures
from corpus.metadata import NeedsAttention
from corpus.parse import parse
from corpus.readers import READERS
from corpus.report import Cell, Report, ReportError, Table
from index.files import listed

_MARKS = {True: "✓", False: "✗", None: "?"}
_NOT_GIVEN = {"issuer": "?", "year": 1}
"""What stands for an issuer or year that a file does not say: arithmetic needs neither."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The reports as `check --json` gives them, and what could not be read, each with its file's name."""

    reports: tuple[dict[str, Any], ...]
    failures: tuple[str, ...] = ()


def check_paths(path: Path) -> Checked:
    """Given a file or a folder, return what its reports' checks say. In a folder, what each report takes over
    is also checked against what its agency's report of the year before hands over."""
    read: list[tuple[Path, Report]] = []
    failures = []
    for file in listed([path], frozenset(READERS)):
        try:
            read.append((file, _read(file)))
        except ReportError as error:
            failures.append(str(error))
    held = [report for _, report in read]
    return Checked(tuple(_entry(file, report, held) for file, report in read), tuple(failures))


def shown(found: Checked) -> Iterator[str]:
    """Given what was checked, yield it as lines for people: of each report the counts, each check with its
    numbers, and where it fails each of its cells; then what narrative and table give differently."""
    for one in found.reports:
        said = [check["holds"] for check in one["checks"]]
        counts = "  ".join(f"{_MARKS[kind]} {said.count(kind)}" for kind in (True, False, None))
        yield f"{one['file']}  {one['issuer'] or '?'}  {one['year'] or '?'}  {one['form'] or '—'}  {counts}"
        for check in one["checks"]:
            yield f"  {_MARKS[check['holds']]} {check['name']}：{check['expression']}"
            if check["holds"] is False:
                yield from (f"      {_place(cell)} = {cell['value']}" for cell in check["cells"])
        for conflict in one["conflicts"]:
            yield f"  ≠ {conflict['narrative']}（正文） / {'、'.join(map(_valued, conflict['table']))}"


def _read(file: Path) -> Report:
    """A file that does not say whose report it is, or of when, has its arithmetic all the same."""
    given: dict[str, Any] = {}
    while True:
        try:
            return parse(file, **given)
        except NeedsAttention as error:
            if error.missing in given:
                raise
            given[error.missing] = _NOT_GIVEN[error.missing]


def _entry(file: Path, report: Report, held: Sequence[Report]) -> dict[str, Any]:
    own = {report.id: report}
    proved = [_check(check, own, report) for check in checks(report)]
    if report.issuer != _NOT_GIVEN["issuer"]:
        for before in held:
            both = {before.id: before, report.id: report}
            proved += [_check(check, both, report) for check in across(before, report)]
    known = figures(report)
    return {
        "report": report.title,
        "file": file.name,
        "issuer": None if report.issuer == _NOT_GIVEN["issuer"] else report.issuer,
        "year": None if report.year == _NOT_GIVEN["year"] else report.year,
        "form": _form(report),
        "checks": proved,
        "conflicts": [
            {
                "narrative": one.narrative.sentence or one.narrative.raw,
                "table": [
                    {"row": list(cell.label.row), "column": list(cell.label.column), "value": cell.raw}
                    for cell in one.table
                ],
            }
            for one in conflicts(known)
        ],
        "figures": len(known),
    }


def _check(check: Check, reports: dict[str, Report], own: Report) -> dict[str, Any]:
    return {
        "name": check.name,
        "holds": check.holds,
        "expression": check.expression,
        "cells": [_cell(ref, reports[ref.report], own) for ref in check.cells],
    }


def _cell(ref: CellRef, report: Report, own: Report) -> dict[str, Any]:
    cell = _cells(report)[ref.table, ref.row, ref.column]
    place = {
        "table": ref.table,
        "row": list(cell.row_path),
        "column": list(cell.column_path),
        "value": cell.text,
    }
    return place if report is own else {"report": report.title, **place}


def _cells(report: Report) -> dict[tuple[str, int, int], Cell]:
    return {(table.id, cell.row, cell.column): cell for table in _tables(report) for cell in table.cells}


def _tables(report: Report) -> Iterable[Table]:
    return (block for section in report.sections for block in section.blocks if isinstance(block, Table))


def _form(report: Report) -> str | None:
    """The national form's name: a table's `form` names its part after a slash."""
    forms = [table.form.partition("/")[0] for table in _tables(report) if table.form]
    return max(forms, key=forms.count) if forms else None


def _place(cell: dict[str, Any]) -> str:
    paths = (" › ".join(cell["row"]), " › ".join(cell["column"]))
    return " ".join(
        (cell.get("report", ""), cell["table"], " ／ ".join(path for path in paths if path))
    ).strip()


def _valued(cell: dict[str, Any]) -> str:
    return f"{' › '.join((*cell['row'], *cell['column']))} = {cell['value']}"

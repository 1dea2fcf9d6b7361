"""Real reports read cell by cell: tests/corpus/real_cells holds cells read off the pages by a person.

For a text whose separators are lost, the digits of each run were parted by hand and proved by the form's sums.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.checks import checks
from corpus.parse import parse
from corpus.report import Cell, Report, Table

REPORTS = Path(__file__).parents[2] / "../shared/reports"
LISTS = sorted((Path(__file__).parent / "real_cells").glob("*.json"))

# Sums reckoned by hand over the page, form by form: how many hold, and those that the agency itself got wrong.
# The others are left open by blank totals.
SUMS: dict[str, tuple[int, list[str]]] = {
    "huaian-2024": (42, []),
    "hongze-2023": (38, ["行政复议各结果之和 = 总计", "复议后起诉各结果之和 = 总计"]),
    "pingtan-2023": (42, []),
    # Changes 4; rows 一, 二, （七）, 四; columns 4 of results and 5 of the balance; reviews and suits without one.
    "shanghai-office-2019": (4 + 4 + 4 + 5 + 2, []),
}


def _source(stem: str) -> Path:
    found = sorted(REPORTS.glob(f"{stem}.*"))
    if not found:
        pytest.skip(f"no {stem} in a shared folder beside the checkout")
    return found[0]


def _cells(report: Report) -> list[tuple[str, str, Cell]]:
    return [
        (section.path[-1] if section.path else "", block.caption, cell)
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Table)
        for cell in block.cells
        if cell.role == "value"
    ]


def _is(cell: tuple[str, str, Cell], wanted: dict[str, Any]) -> bool:
    heading, caption, found = cell
    return (
        found.row_path == tuple(wanted["row"])
        and found.column_path == tuple(wanted["column"])
        and heading == wanted.get("table", heading)
        and caption == wanted.get("caption", caption)
    )


@pytest.mark.parametrize("wanted", LISTS, ids=lambda path: path.stem)
def test_every_listed_cell_is_read_with_its_paths(wanted: Path) -> None:
    cells = _cells(parse(_source(wanted.stem)))
    listed = json.loads(wanted.read_text(encoding="utf-8"))
    wrong = [
        one for one in listed if [cell.text for *_, cell in cells if _is((*_, cell), one)] != [one["value"]]
    ]
    assert len(listed) >= 40
    assert wrong == []


@pytest.mark.parametrize("stem", SUMS)
def test_every_sum_that_holds_on_the_page_holds_as_read(stem: str) -> None:
    found = checks(parse(_source(stem)))
    holding, failing = SUMS[stem]
    assert [check.name for check in found if check.holds is False] == failing
    assert sum(check.holds is True for check in found) == holding


def test_the_totals_of_a_budget_hold_as_read() -> None:
    found = checks(parse(_source("putuo-wanli-budget-2024")))
    assert len(found) >= 100
    assert [check.expression for check in found if not check.holds] == []

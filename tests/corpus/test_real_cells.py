"""Real reports read cell by cell: tests/corpus/real_cells holds cells read off the pages by a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.parse import parse
from corpus.report import Cell, Report, Table

REPORTS = Path(__file__).parents[2] / "../shared/reports"
LISTS = sorted((Path(__file__).parent / "real_cells").glob("*.json"))


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
    source = REPORTS / f"{wanted.stem}.pdf"
    if not source.exists():
        pytest.skip(f"no {source.name} in a shared folder beside the checkout")
    cells = _cells(parse(source))
    listed = json.loads(wanted.read_text(encoding="utf-8"))
    wrong = [
        one for one in listed if [cell.text for *_, cell in cells if _is((*_, cell), one)] != [one["value"]]
    ]
    assert len(listed) >= 40
    assert wrong == []

"""IM-TQA's files as this project's types. Header annotations are kept apart: only training and scoring of
header detection may look at them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.grids.headers import HEADERS
from corpus.report import GridCell

FOLDER = Path(__file__).parents[3] / "shared" / "benchmarks" / "imtqa"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One benchmark table: its cells by id (Chinese, and the same in English), and its kind."""

    id: str
    kind: str
    cells: tuple[GridCell, ...]
    english: tuple[GridCell, ...]
    record: dict[str, Any]

    @property
    def gold(self) -> list[int]:
        """The annotated header of each cell, as an index into HEADERS; of two, the one named first there."""
        found = [0] * len(self.cells)
        for index in range(len(HEADERS) - 1, 0, -1):
            for cell in map(int, self.record[HEADERS[index]]):
                if cell < len(found):  # the annotations have a few slips of the pen
                    found[cell] = index
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    table: str
    text: str
    kind: str
    answer: frozenset[int]


def sheets(path: Path) -> dict[str, Sheet]:
    """Given a file of tables, return them by id."""
    return {t["table_id"]: _sheet(t) for t in json.loads(path.read_text(encoding="utf-8"))}


def _sheet(record: dict[str, Any]) -> Sheet:
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, ids in enumerate(record["cell_ID_matrix"]):
        for column, cell in enumerate(ids):
            places[cell].append((row, column))

    def cells(texts: list[str]) -> tuple[GridCell, ...]:
        return tuple(_cell(texts[i], places[i]) for i in range(len(texts)))

    chinese, english = record["chinese_cell_value_list"], record["english_cell_value_list"]
    return Sheet(record["table_id"], record["table_type"], cells(chinese), cells(english), record)


def _cell(text: str, places: list[tuple[int, int]]) -> GridCell:
    top, left = min(places)
    bottom, right = max(places)
    return GridCell(top, left, text, bottom - top + 1, right - left + 1)


def questions(path: Path) -> list[Asked]:
    """Given a file of questions, return them in order."""
    return [
        Asked(q["table_id"], q["chinese_question"], q["question_type"], frozenset(q["answer_cell_list"]))
        for q in json.loads(path.read_text(encoding="utf-8"))
    ]

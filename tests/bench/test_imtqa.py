"""The benchmark's reader and count, on one invented table in the benchmark's own layout."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.imtqa import score
from tests.bench.imtqa_data import questions, sheets

TABLE = {
    "table_id": "a",
    "table_type": "vertical",
    "cell_ID_matrix": [[0, 1, 1], [0, 2, 3], [4, 5, 6], [7, 8, 9]],
    "chinese_cell_value_list": ["林场", "面积", "期初", "期末", "云杉林场", "12", "15", "白桦林场", "8", "9"],
    "english_cell_value_list": ["Farm", "Area", "Start", "End", "Spruce", "12", "15", "Birch", "8", "9"],
    "column_attribute": [0, 1, 2, 3],
    "row_attribute": [],
    "column_index": [],
    "row_index": [4, 7],
}
ASKED = [
    {
        "table_id": "a",
        "chinese_question": "白桦林场的期末面积是多少？",
        "question_type": "single_cell",
        "answer_cell_list": answer,
    }
    for answer in ([9], [8])
]


def test_merged_cells_headers_and_exact_matches(tmp_path: Path) -> None:
    (tmp_path / "tables.json").write_text(json.dumps([TABLE]), encoding="utf-8")
    (tmp_path / "questions.json").write_text(json.dumps(ASKED), encoding="utf-8")
    tables, asked = sheets(tmp_path / "tables.json"), questions(tmp_path / "questions.json")
    corner, area = tables["a"].cells[:2]
    assert (corner.rows, corner.columns, area.rows, area.columns) == (2, 1, 1, 2)
    assert tables["a"].gold == [1, 1, 1, 1, 4, 0, 0, 4, 0, 0]
    right, total, _ = score(tables, asked)
    assert (right["all"], total["all"], total["table vertical"]) == (
        1,
        2,
        2,
    )  # the second expects a wrong cell

"""Scores table question answering on IM-TQA's files: exact match of the answer's set of cells, headers not
given, through the code that answers in production.

    python tests/bench/imtqa.py TABLES.json QUESTIONS.json
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [] if str(ROOT) in sys.path else [str(ROOT)]

from assistant.tables.lookup import model  # noqa: E402
from assistant.tables.lookup_table import prepare  # noqa: E402
from tests.bench.imtqa_data import Asked, Sheet, questions, sheets  # noqa: E402


def score(tables: dict[str, Sheet], asked: list[Asked]) -> tuple[Counter[str], Counter[str], float]:
    """Given tables and questions, return exact matches and questions by group, and milliseconds a question."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    start = time.perf_counter()
    prepared = {key: prepare(tables[key].cells) for key in dict.fromkeys(q.table for q in asked)}
    for question in asked:
        found = model().find(question.text, prepared[question.table])
        for group in ("all", f"table {tables[question.table].kind}", f"answer {question.kind}"):
            total[group] += 1
            right[group] += set(found.cells) == question.answer
    return right, total, (time.perf_counter() - start) * 1000 / max(len(asked), 1)


def main(tables: Path, asked: Path) -> None:
    right, total, speed = score(sheets(tables), questions(asked))
    print(f"{'group':24}{'questions':>10}{'exact match':>13}")
    for group in sorted(total, key=lambda g: (g != "all", not g.startswith("table"), g)):
        print(f"{group:24}{total[group]:10}{100 * right[group] / total[group]:12.2f}%")
    print(f"{speed:.1f} ms a question, the table's reading included")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))

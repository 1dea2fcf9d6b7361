"""How many values of the national forms keep their full row and column path, by format.

    python tests/bench/formats.py [--forms 20] [--formats html docx xlsx pdf scan glued] [--seed 1] [--turned 0.8]

Random forms that satisfy the form's own checks are written in each format and parsed back. A value counts when
exactly one cell has its caption, row path and column path, and that cell's text is the value. It is wrong when
another text stands there that does not say of itself that it is unreadable. A row counts when all its values do.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.parse import parse
from corpus.report import Report, ReportError, Table
from tests import form_writers
from tests.form_grids import FLATTENINGS
from tests.form_tables import Truth, Version
from tests.forms_factory import FormData, random_form

VERSIONS: tuple[Version, Version] = ("2019", "2021")
SIZES = (60, 999, 20000)
FORMATS = ("html", "docx", "xlsx", "pdf", "scan", "glued")


def forms(count: int, seed: int) -> list[FormData]:
    rng = Random(seed)
    return [random_form(rng, VERSIONS[i % 2], most=SIZES[i % 3]) for i in range(count)]


def written(made: Sequence[FormData], format: str, turned: float = 0.0) -> Iterator[tuple[str, bytes]]:
    """Given forms and a format, yield each as a file: its suffix and its bytes."""
    if format == "html":
        yield from ((".html", form.as_html().encode()) for form in made)
    elif format == "docx":
        yield from ((".docx", form_writers.as_docx(form)) for form in made)
    elif format == "xlsx":
        yield from ((".xlsx", form_writers.as_xlsx(form, borders=i % 2 == 0)) for i, form in enumerate(made))
    elif format in FLATTENINGS:
        yield from ((".txt", form.as_text(format).encode()) for form in made)
    else:
        prints = form_writers.printed([form_writers.as_page(form) for form in made])
        if prints is None:
            raise SystemExit("no Chromium to print with")
        for pdf in prints:
            if format == "scan":
                pdf = form_writers.picture_pdf(form_writers.scanned(pdf, turned=turned))
            yield ".pdf", pdf


def missed(report: Report, form: FormData) -> list[tuple[Truth, list[str]]]:
    """Given a report and the form it was made from, return the values that were not read, and what was
    taken for them: nothing, where a cell says that it is unreadable."""
    cells: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for section in report.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            for cell in table.cells:
                if cell.role == "value" and cell.trust != "unreadable":
                    cells.setdefault((table.caption, cell.row_path, cell.column_path), []).append(cell.text)
    read = [(truth, cells.get((truth.caption, truth.row, truth.column), [])) for truth in form.cells]
    return [(truth, texts) for truth, texts in read if texts != [truth.value]]


@dataclass
class Tally:
    """What was read of one format: counts of values and of rows, and seconds."""

    values: int = 0
    lost: int = 0
    wrong: int = 0
    rows: int = 0
    broken: int = 0
    seconds: float = 0.0

    def add(self, form: FormData, missing: Sequence[tuple[Truth, list[str]]]) -> None:
        """Given a form and what was missed of it, count it."""
        self.values += len(form.cells)
        self.lost += len(missing)
        self.wrong += sum(bool(texts) for _, texts in missing)
        self.rows += len({(truth.part, truth.row) for truth in form.cells})
        self.broken += len({(truth.part, truth.row) for truth, _ in missing})


def tally(made: Sequence[FormData], format: str, turned: float = 0.0) -> Tally:
    """Given forms and a format, return what is read of them, and print the first values that are not."""
    found = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for form, (suffix, data) in zip(made, written(made, format, turned), strict=True):
            path = Path(folder, f"report{suffix}")
            path.write_bytes(data)
            began = time.perf_counter()
            try:
                missing = missed(parse(path), form)
            except ReportError as error:
                print(error)
                missing = [(truth, []) for truth in form.cells]
            found.seconds += time.perf_counter() - began
            found.add(form, missing)
            for truth, texts in missing[: 0 if format == "glued" else 5]:
                print(f"  {truth.caption} {truth.row} {truth.column}: {truth.value} read as {texts}")
    return found


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--forms", type=int, default=20)
    options.add_argument("--formats", nargs="+", default=FORMATS, choices=(*FORMATS, *FLATTENINGS))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--turned", type=float, default=0.0)
    given = options.parse_args()
    made = forms(given.forms, given.seed)
    print(f"{'format':16}{'values':>8}{'read':>9}{'wrong':>7}{'rows':>7}{'read':>9}{'s/report':>10}")
    for format in given.formats:
        found = tally(made, format, given.turned)
        print(
            f"{format:16}{found.values:8}{1 - found.lost / found.values:9.2%}{found.wrong:7}"
            f"{found.rows:7}{1 - found.broken / found.rows:9.2%}{found.seconds / len(made):10.2f}"
        )


if __name__ == "__main__":
    main()

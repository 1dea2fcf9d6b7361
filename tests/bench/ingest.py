"""How fast reports of each format are taken in, and in how much memory, beside a tutorial's pipeline in the same run.

    python tests/bench/ingest.py [--forms 4] [--formats html docx …] [--reports FOLDER] [--json]

Random national forms are written in each format, or the files of a folder are taken as they are. Ours reads, checks,
embeds and keeps them (in a reader process with limits); the baseline of `baseline.py` takes each file's text, splits
and embeds it. Each side runs in a process of its own with a warm model; its peak memory is its own and its reader's.
A scan has no text for the baseline to take.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any, Literal

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.passages import passages
from index import rows
from index.store import Store
from tests.bench.baseline import baseline
from tests.bench.formats import FORMATS as LAID_OUT
from tests.bench.formats import written
from tests.forms_factory import FormData, random_form

FLATTENED = ("trailing-pipes", "lines", "glued")
FORMATS = (*LAID_OUT, *FLATTENED)
MODELS = Path(tempfile.gettempdir()) / "nianbao-test-cache" / "models"  # the tests' own
Side = Literal["ours", "baseline"]


def made(count: int, seed: int) -> list[FormData]:
    """Given a number, return so many reports of one form, of as many years."""
    rng = Random(seed)
    return [random_form(rng, "2021", most=999, year=2012 + i) for i in range(count)]


def write(forms: list[FormData], format: str, folder: Path) -> None:
    """Given forms, a format and an empty folder, fill it with one file each."""
    if format in FLATTENED:
        files = [(".txt", form.as_text(format).encode()) for form in forms]
    else:
        files = list(written(forms, format))
    for number, (suffix, data) in enumerate(files, 1):
        (folder / f"report-{number}{suffix}").write_bytes(data)


def ours(folder: Path, data: Path) -> dict[str, Any]:
    """Given a folder of reports and an empty folder, take the reports in twice, and return what it took."""
    store = Store(data, models=MODELS)
    store.embedder.load()
    labels, outcomes, began = [], [], time.perf_counter()
    for path in sorted(folder.iterdir()):
        outcomes += store.ingestion.ingest([path])
        labels.append(store.vectors.count("labels"))
    took = time.perf_counter() - began
    if failed := [outcome.message for outcome in outcomes if outcome.report is None]:
        raise SystemExit("\n".join(failed))
    texts = [
        rows.passage_text(passage)
        for held in store.catalogue.held()
        for passage in passages(store.catalogue.report(held.id))
    ]
    embedding = _seconds_to_embed(store, texts)
    began = time.perf_counter()
    store.ingestion.ingest([folder], again=True)
    return {
        "seconds": took,
        "reports": len(outcomes),
        "labels_of_first": labels[0],
        "labels_of_all": labels[-1],
        "passages": len(texts),
        "seconds_to_embed_passages": embedding,
        "seconds_again": time.perf_counter() - began,
    }


def _seconds_to_embed(store: Store, texts: list[str]) -> float:
    began = time.perf_counter()
    store.embedder.passages(texts)
    return time.perf_counter() - began


def theirs(folder: Path, data: Path) -> dict[str, Any]:
    """Given the same, return what the baseline took."""
    store = Store(data, models=MODELS)
    store.embedder.load()
    began = time.perf_counter()
    try:
        chunks = baseline(sorted(folder.iterdir()), store)[1]
    except ValueError:  # no text in any file, and so nothing to embed
        chunks = 0
    return {"seconds": time.perf_counter() - began, "reports": len(list(folder.iterdir())), "chunks": chunks}


def measured(side: Side, folder: Path) -> dict[str, Any]:
    """Given a side and a folder, run it in a process of its own and return what that printed."""
    command = [sys.executable, __file__, "--side", side, "--reports", str(folder)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return found


def _alone(side: Side, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as data:
        found = (ours if side == "ours" else theirs)(folder, Path(data))
    found["peak_mb"] = _peak(os.getpid())
    found["reader_peak_mb"] = max(map(_peak, _children()), default=0.0)
    print(json.dumps(found))


def _children() -> list[int]:
    return [int(id) for path in Path("/proc/self/task").glob("*/children") for id in path.read_text().split()]


def _peak(process: int) -> float:
    """The most memory that a process has held, in MB, as Linux tells it."""
    said = Path(f"/proc/{process}/status").read_text()
    return int(said.split("VmHWM:")[1].split()[0]) / 1024


def line(format: str, own: dict[str, Any], other: dict[str, Any]) -> str:
    """Given what both sides took for a format, return one line of the table."""
    rate = own["reports"] / own["seconds"]
    baseline_rate = other["reports"] / other["seconds"] if other["chunks"] else None
    ratio = "-" if baseline_rate is None else f"{rate / baseline_rate:.2f}"
    per_second = own["passages"] / own["seconds_to_embed_passages"] if own["passages"] else 0
    return (
        f"{format:15}{own['reports']:>8}{rate:>11.2f}{baseline_rate or 0:>10.2f}{ratio:>7}{per_second:>12.0f}"
        f"{own['reports'] / own['seconds_again']:>9.2f}{own['peak_mb']:>9.0f}{own['reader_peak_mb']:>8.0f}"
        f"{other['peak_mb']:>10.0f}{own['labels_of_first']:>8}{own['labels_of_all']:>6}"
    )


HEAD = (
    f"{'':15}{'reports':>8}{'reports/s':>11}{'baseline':>10}{'ratio':>7}{'passages/s':>12}{'again/s':>9}"
    f"{'peak MB':>9}{'reader':>8}{'baseline':>10}{'labels':>8}{'all':>6}"
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--forms", type=int, default=4)
    parser.add_argument("--formats", nargs="+", default=FORMATS, choices=FORMATS)
    parser.add_argument("--reports", type=Path, help="these files, instead of forms")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--side", choices=("ours", "baseline"), help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.side:
        _alone(given.side, given.reports)
        return
    found: dict[str, Any] = {}
    if not given.json:
        print(HEAD)
    for format in ["given"] if given.reports else given.formats:
        with tempfile.TemporaryDirectory() as made_here:
            folder = given.reports or Path(made_here)
            if not given.reports:
                write(made(given.forms, given.seed), format, folder)
            own, other = measured("ours", folder), measured("baseline", folder)
        found[format] = {"ours": own, "baseline": other}
        if not given.json:
            print(line(format, own, other), flush=True)
    if given.json:
        print(json.dumps(found))


if __name__ == "__main__":
    main()

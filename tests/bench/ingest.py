"""Ingestion on two cores, beside the pipeline that a LangChain tutorial builds, in one run (Linux).

    python tests/bench/ingest.py [--reports 6] [--formats html docx pdf …] [--texts FOLDER] [--json]

Random national forms are written in each format. Ours reads them in its worker process, parses, embeds what
is new and stores it; the tutorial's (tests/bench/baseline.py) loads the text, splits it, embeds every chunk and
puts it into Chroma. Two reports of each format go first, untimed: they load the models, and from then on every
label of the form is held. At the end the last report is read again. Each side of each format has a process of
its own, on the same two cores, so that the peak of memory is its own (the reading process counted with it).

The last line embeds passages of the reports in FOLDER: ours, and as sentence-transformers does by default.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from index.store import Store
from tests.bench.baseline import baseline, plain_text
from tests.bench.formats import FORMATS, forms, written
from tests.form_grids import FLATTENINGS
from tests.forms_factory import FormData

ROOT = Path(__file__).parents[2]
MODELS = Path(tempfile.gettempdir()) / "nianbao-test-cache" / "models"  # the tests' own
SHOWN = ("html", "docx", "xlsx", "pdf", "scan", "trailing-pipes", "lines", "tabs", "glued")
MOST = 300
"""Passages that are embedded to tell how fast that goes."""
FIRST = 2
"""Reports that go before the timed ones: one of each form."""


def yearly(count: int) -> list[FormData]:
    """Given how many, return forms of one invented agency, each of another year."""
    return [dataclasses.replace(form, year=2001 + i) for i, form in enumerate(forms(count, seed=1))]


def peak() -> float:
    """The most memory, in MiB, that this process and its children now running have held, each at its peak."""
    me = os.getpid()
    children = Path(f"/proc/{me}/task/{me}/children").read_text().split()
    return sum(_peak_of(process) for process in (str(me), *children))


def _peak_of(process: str) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    lines = (line.split() for line in status.splitlines())
    return next((int(line[1]) / 1024 for line in lines if line and line[0] == "VmHWM:"), 0.0)


class Counted:
    """Counts the texts that an ingestion embeds."""

    def __init__(self) -> None:
        self.texts = 0

    def __call__(self, _: Path, stage: str, done: int, of: int) -> None:
        self.texts += of if stage == "embedding" and done == of else 0


def ours(paths: Sequence[Path]) -> dict[str, Any]:
    """Given files, return reports a second without the first ones, and what was embedded."""
    with tempfile.TemporaryDirectory() as data:
        store = Store(Path(data), models=MODELS)
        store.ingestion.ingest(paths[:FIRST])
        labels, counted = len(store.vectors.ids("labels")), Counted()
        began = time.perf_counter()
        outcomes = store.ingestion.ingest(paths[FIRST:], progress=counted)
        took = time.perf_counter() - began
        held = peak()
        if any(outcome.status != "added" for outcome in outcomes):
            raise SystemExit(f"not taken in: {outcomes}")
        again = Counted()
        store.ingestion.ingest(paths[-1:], again=True, progress=again)
        return {
            "reports": len(outcomes),
            "a_second": len(outcomes) / took,
            "labels_added": len(store.vectors.ids("labels")) - labels,
            "texts_embedded": counted.texts,
            "texts_embedded_again": again.texts,
            "peak_mib": held,
        }


def tutorial(paths: Sequence[Path]) -> dict[str, Any]:
    """Given files, return the same of the tutorial's pipeline; no reports where it reads no text of them."""
    if not any(plain_text(path).strip() for path in paths):
        return {"reports": 0}
    with tempfile.TemporaryDirectory() as data:
        store = Store(Path(data), models=MODELS)
        baseline(paths[:FIRST], store)
        began = time.perf_counter()
        _, chunks = baseline(paths[FIRST:], store)
        took = time.perf_counter() - began
    count = len(paths) - FIRST
    return {"reports": count, "a_second": count / took, "texts_embedded": chunks, "peak_mib": peak()}


def embedding(paths: Sequence[Path]) -> dict[str, Any]:
    """Given folders of reports, return passages a second: ours, and by the library's defaults."""
    from sentence_transformers import SentenceTransformer

    from index import unpack

    with tempfile.TemporaryDirectory() as data:
        store = Store(Path(data), models=MODELS)
        store.ingestion.ingest(paths)
        texts = list(store.catalogue.texts("passages").values())[:MOST]
        store.embedder.passages(texts[:32])
        began = time.perf_counter()
        store.embedder.passages(texts)
        own = time.perf_counter() - began
    model = SentenceTransformer(str(unpack.unpacked(MODELS)), device="cpu", local_files_only=True)
    model.encode_document(texts[:32])
    began = time.perf_counter()
    model.encode_document(texts)
    plain = time.perf_counter() - began
    return {
        "passages": len(texts),
        "ours": len(texts) / own,
        "library": len(texts) / plain,
        "ratio": plain / own,
    }


SIDES = {"ours": ours, "tutorial": tutorial, "embedding": embedding}


def alone(side: str, paths: Sequence[Path]) -> dict[str, Any]:
    """Given a side and its files, return what it finds in a process of its own, on two cores."""
    command = [sys.executable, str(Path(__file__)), "--side", side, "--paths", *map(str, paths)]
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


def compared(format: str, count: int) -> dict[str, Any]:
    """Given a format, return what both sides make of so many reports in it."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (suffix, data) in enumerate(written(yearly(count + FIRST), format)):
            paths.append(Path(folder, f"report{number}{suffix}"))
            paths[-1].write_bytes(data)
        return {side: alone(side, paths) for side in ("ours", "tutorial")}


def table(found: dict[str, dict[str, Any]]) -> str:
    """Given what `compared` found of each format, return it as a table."""
    head = f"{'':16}{'reports/s':>22}{'':>7}{'texts embedded':>22}{'again':>7}{'labels':>8}{'peak MiB':>16}"
    lines = [head, f"{'format':16}{'ours':>11}{'tutorial':>11}{'ratio':>7}{'ours':>11}{'tutorial':>11}"]
    for format, sides in found.items():
        own, their = sides["ours"], sides["tutorial"]
        read = bool(their["reports"])
        speed = (
            f"{their['a_second']:11.2f}{own['a_second'] / their['a_second']:7.2f}" if read else f"{'-':>18}"
        )
        texts, memory = (their["texts_embedded"], round(their["peak_mib"])) if read else ("-", "-")
        lines.append(
            f"{format:16}{own['a_second']:11.2f}{speed}{own['texts_embedded']:11}{texts:>11}"
            f"{own['texts_embedded_again']:7}{own['labels_added']:8}{own['peak_mib']:9.0f}{memory:>7}"
        )
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=6, help="timed ones of each format")
    options.add_argument("--formats", nargs="*", default=SHOWN, choices=(*FORMATS, *FLATTENINGS))
    options.add_argument("--texts", type=Path, default=ROOT / "corpus" / "sample")
    options.add_argument("--json", action="store_true")
    options.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    options.add_argument("--paths", nargs="*", type=Path, default=(), help=argparse.SUPPRESS)
    given = options.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # the tutorial's loader tells of every font
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    if given.side:
        print(json.dumps(SIDES[given.side](given.paths)))
        return
    found = {format: compared(format, given.reports) for format in given.formats}
    embedded = alone("embedding", [given.texts.resolve()])
    if given.json:
        print(json.dumps({"formats": found, "embedding": embedded}))
        return
    print(table(found))
    print(
        f"{embedded['passages']} passages: {embedded['ours']:.1f} a second, by the library's defaults "
        f"{embedded['library']:.1f}, ratio {embedded['ratio']:.2f}"
    )


if __name__ == "__main__":
    main()

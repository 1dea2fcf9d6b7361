"""Our answers beside the pipeline that a LangChain tutorial builds, on the same reports and questions, in one run.

    python tests/bench/baseline.py [QUESTIONS.jsonl ...] [--reports FOLDER] [--data FOLDER] [--json]

The baseline: the text of each file, RecursiveCharacterTextSplitter(500, 50), the same embedding model with its
own prompts for questions and passages, Chroma, the four nearest chunks. It gives chunks and no answer, so what
is counted is how often the right number (every number, where several are expected) stands in its first chunk,
and in its four: the most that a model reading them could get right. Three things flatter it: a small number stands
in many chunks by chance (so those of 10 or more are counted apart), a number counts whatever it says there, and
the earlier questions of a conversation are searched with the last one. Where nothing is the right answer it has
no notion of refusal: it gives four chunks all the same.
Ours are the verdicts of `nianbao eval`. Both are asked in turn, on warm models.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.answer import Assistant
from assistant.staff.evaluate import Item, judge, read_items
from index.chains import ReportEmbeddings
from index.store import Store

ROOT = Path(__file__).parents[2]
SIZE, OVERLAP, NEAREST = 500, 50, 4
GROUPS = ("number, 10 or more", "number, 0 to 9", "text", "nothing")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question asked of both. `place` is the first chunk (from 1) by which all that is expected has been
    seen, or None; milliseconds are the question's own, model included."""

    item: Item
    place: int | None
    verdict: str
    theirs: float
    ours: float

    @property
    def group(self) -> str:
        if not self.item.answerable:
            return "nothing"
        if "value" not in self.item.expect:
            return "text"
        return GROUPS[0] if any(number >= 10 for number in numbers(self.item.expect)) else GROUPS[1]


def plain_text(path: Path) -> str:
    """Given a file, return its text as the usual loaders do; nothing of a format they would not read."""
    suffix = path.suffix.lower()
    if suffix in (".txt", ".md", ".csv"):
        from corpus.readers.decode import decode

        return decode(path.read_bytes(), path)
    if suffix in (".html", ".htm"):
        from selectolax.lexbor import LexborHTMLParser

        page = LexborHTMLParser(path.read_bytes()).body
        return page.text(separator="\n") if page else ""
    if suffix == ".pdf":
        import pdfplumber

        with pdfplumber.open(path) as pdf:
            return "\n".join(str(page.extract_text()) for page in pdf.pages)
    if suffix == ".docx":
        import mammoth

        with path.open("rb") as file:
            return str(mammoth.extract_raw_text(file).value)
    return ""


def baseline(paths: Sequence[Path], store: Store) -> tuple[Chroma, int]:
    """Given files and the store whose model is used, return the tutorial's vector store and its chunks' count."""
    documents = [
        Document(text, metadata={"source": path.name}) for path in paths if (text := plain_text(path))
    ]
    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    chunks = splitter.split_documents(documents)
    return Chroma.from_documents(chunks, ReportEmbeddings(store.embedder)), len(chunks)


def numbers(expect: dict[str, Any]) -> list[Decimal]:
    """Given what is expected, return its numbers without their signs: a report writes 减18 for -18."""
    value = expect.get("value")
    listed = value if isinstance(value, list) else [value]
    return [abs(Decimal(str(one))) for one in listed if one is not None]


def says(text: str, expect: dict[str, Any]) -> bool:
    """Given a text and what is expected, return whether every expected number and string stands in it."""
    flat = unicodedata.normalize("NFKC", text)
    written = {Decimal(found) for found in _NUMBER.findall(_THOUSANDS.sub("", flat))}
    return set(numbers(expect)) <= written and all(
        any(unicodedata.normalize("NFKC", part) in flat for part in text.split("|"))
        for text in expect.get("contains", ())
    )


def seen_at(chunks: Sequence[str], expect: dict[str, Any]) -> int | None:
    """Given chunks, the nearest first, return how many must be read to see all that is expected, or None."""
    read = ("\n".join(chunks[:count]) for count in range(1, len(chunks) + 1))
    return next((count for count, text in enumerate(read, 1) if says(text, expect)), None)


def ask_both(items: Sequence[Item], theirs: Chroma, ours: Assistant) -> Iterator[Asked]:
    """Given the questions and both pipelines, warm, ask each question of both."""
    for item in items:
        joined = " ".join((*item.conversation, item.question))
        chunks, took = _timed(partial(theirs.similarity_search, joined, k=NEAREST))
        conversation = None
        for earlier in item.conversation:
            conversation = ours.ask(earlier, conversation=conversation).conversation
        answer, own = _timed(partial(ours.ask, item.question, conversation=conversation))
        place = seen_at([chunk.page_content for chunk in chunks], item.expect) if item.answerable else None
        yield Asked(item, place, judge(item, answer), took, own)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    made = work()
    return made, (time.perf_counter() - start) * 1000


def summary(asked: Sequence[Asked]) -> dict[str, Any]:
    """Given what was asked, return the counts by what is expected and the latencies, as `--json` prints them."""
    groups: dict[str, dict[str, int]] = {}
    for name in GROUPS:
        own = [one for one in asked if one.group == name]
        groups[name] = {
            "questions": len(own),
            "baseline_first": sum(one.place == 1 for one in own),
            "baseline_four": sum(one.place is not None for one in own),
            "right": sum(one.verdict in ("right", "refused") for one in own),
            "wrong": sum(one.verdict in ("wrong", "answered_unanswerable") for one in own),
            "abstained": sum(one.verdict == "abstained" for one in own),
        }
    return {
        "groups": groups,
        "latency_ms": {
            "baseline": _percentiles([one.theirs for one in asked]),
            "ours": _percentiles([one.ours for one in asked]),
        },
        "items": [
            {
                "id": one.item.id,
                "baseline": one.place,
                "ours": one.verdict,
                "ms": [round(one.theirs, 1), round(one.ours, 1)],
            }
            for one in asked
        ],
    }


def _percentiles(times: Sequence[float]) -> dict[str, float]:
    ordered = sorted(times)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return {"p50": round(statistics.median(ordered), 1), "p95": round(last, 1)}


def table(found: dict[str, Any]) -> str:
    """Given a summary, return it as a table."""
    lines = [
        f"{found['reports']} reports, {found['chunks']} chunks in the baseline",
        f"{'':18}{'':>10}  {'baseline':>8} {'':>8} {'':>8}   {'ours':>8}",
        f"{'expected':18}{'questions':>10}  {'in 1st':>8} {'in four':>8} {'refuses':>8}   "
        f"{'right':>8} {'wrong':>8} {'abstains':>8}",
    ]
    for name, own in found["groups"].items():
        if not own["questions"]:
            continue
        unanswerable = name == "nothing"
        first, four = ("-", "-") if unanswerable else (own["baseline_first"], own["baseline_four"])
        refuses = "never" if unanswerable else "-"
        lines.append(
            f"{name:18}{own['questions']:10}  {first:>8} {four:>8} {refuses:>8}   "
            f"{own['right']:8} {own['wrong']:8} {own['abstained']:8}"
        )
    for name, times in found["latency_ms"].items():
        lines.append(f"{name}: p50 {times['p50']} ms, p95 {times['p95']} ms")
    return "\n".join(lines)


def run(questions: Sequence[Path], reports: Path, data: Path, models: Path) -> dict[str, Any]:
    """Given question files, a folder of reports, and where data and model lie, return the summary."""
    store = Store(data, models=models)
    outcomes = [one for one in store.ingestion.ingest([reports]) if one.report]
    chroma, chunks = baseline([one.path for one in outcomes], store)
    assistant = Assistant(store.searcher)
    store.searcher.warm()
    items = [item for path in questions for item in read_items(path)]
    list(ask_both(items[:1], chroma, assistant))  # the first question of each pays for what is made only once
    found = summary(list(ask_both(items, chroma, assistant)))
    return {"reports": len(outcomes), "chunks": chunks} | found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    own = ROOT / "tests" / "questions" / "lingyuan-2019.jsonl"
    parser.add_argument("questions", nargs="*", type=Path, default=[own])
    parser.add_argument("--reports", type=Path, default=ROOT / "corpus" / "sample")
    parser.add_argument("--data", type=Path, help="kept between runs; a new one each time by default")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    cache = Path(tempfile.gettempdir()) / "nianbao-test-cache" / "models"  # the tests' own
    with tempfile.TemporaryDirectory() as fresh:
        found = run(given.questions, given.reports, given.data or Path(fresh), cache)
    print(json.dumps(found, ensure_ascii=False) if given.json else table(found))


if __name__ == "__main__":
    main()

"""What each part of retrieval is worth: the same questions with one part taken out at a time.

    python tests/bench/ablate.py QUESTIONS.jsonl ... --data FOLDER

Everything after retrieval stays as it is, so what retrieval misses is mostly an abstention. "as it is" hands the
400 best figures of the scope on; with 50, the order decides more. Every order is of all that the scope has, and cut
to the neighbours afterwards. A filter of scope afterwards sees only what was nearest over all reports. Without one
vector for each distinct label, every figure has its own, and figures that read alike share out the neighbours.
Without the ranker, the passage found first is quoted. The data folder holds an index of the reports asked about.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.answer import Assistant
from assistant.quote import quotation as quote
from assistant.quote.ranker import Ranked, ranked
from assistant.quote.stretches import Stretch
from assistant.quote.wanted import Wanted
from assistant.staff.evaluate import Ask, evaluate, read_items, summary
from corpus.report import Passage
from index import search
from index.scope import Scope
from index.search import Evidence, Searcher, _Candidates, _Match
from index.store import Store
from index.vectors import Kind

WIDE, NARROW = 400, 50


@dataclass(frozen=True, slots=True)
class Part:
    """Which parts of retrieval are in: the weights of meaning and of words, the scope before the search, one vector
    a distinct label, the passage ranker and its threshold; and how many figures are handed on."""

    dense: float = 1.0
    lexical: float = search._LEXICAL_PART
    scope_first: bool = True
    distinct: bool = True
    ranker: bool = True
    threshold: bool = True
    figures: int = WIDE


PARTS = {
    "as it is": Part(),
    "dense only": Part(lexical=0.0),
    "lexical only": Part(dense=0.0),
    "a vector a figure": Part(distinct=False),
    "scope afterwards": Part(scope_first=False),
    "scope afterwards, a vector a figure": Part(scope_first=False, distinct=False),
    "first passage, no ranker": Part(ranker=False),
    "likeliest passage, however unlikely": Part(threshold=False),
    "50 figures": Part(figures=NARROW),
    "50 figures, dense only": Part(figures=NARROW, lexical=0.0),
    "50 figures, lexical only": Part(figures=NARROW, dense=0.0),
}


class Without(Searcher):
    """A searcher with parts taken out."""

    part = Part()

    def figures(self, text: str, scope: Scope, k: int = 50) -> list[Evidence]:
        return super().figures(text, scope, min(k, self.part.figures))

    def _find(
        self,
        kind: Kind,
        text: str,
        scope: Scope,
        k: int,
        fetch: Callable[[Sequence[str], Scope], dict[str, list[Any]]],
    ) -> list[Evidence]:
        searched = scope if self.part.scope_first else Scope()
        each = not self.part.distinct and kind == "labels"
        vars(search).update(_PER_KEY=sys.maxsize if each else PER_LABEL)
        found = super()._find(kind, text, searched, min(k, NEIGHBOURS) if each else k, fetch)
        return [one for one in found if within(one, scope)]

    def _ranked(self, kind: Kind, text: str, candidates: _Candidates) -> list[_Match]:
        matches = super()._ranked(kind, text, candidates)
        if not self.part.dense:
            matches = [replace(one, dense=0.0) for one in matches]
        matches.sort(
            key=lambda one: (-(self.part.dense * one.dense + self.part.lexical * one.lexical), one.id)
        )
        return matches[:NEIGHBOURS]


def within(evidence: Evidence, scope: Scope) -> bool:
    """Given evidence and a scope, return whether it lies in it."""
    item = evidence.item
    year = getattr(item, "year", item.citation.year)
    return (
        (not scope.issuers or item.citation.issuer in scope.issuers)
        and (not scope.years or year in scope.years)
        and scope.report in (None, item.citation.report)
    )


def first(_wanted: Wanted, evidence: Sequence[Evidence]) -> list[Ranked]:
    """Given what is wanted and the passages found, return the one found first, as if it were sure to answer."""
    likeliest = sorted(evidence, key=lambda one: -(one.dense + search._LEXICAL_PART * one.lexical))[:1]
    return [
        Ranked(Stretch(one, one.item, 0, len(one.item.text), 1), 1.0)
        for one in likeliest
        if isinstance(one.item, Passage)
    ]


def asking(assistant: Assistant) -> Ask:
    return lambda text, conversation: assistant.ask(text, conversation=conversation)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("questions", nargs="+", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    given = parser.parse_args()
    store = Store(given.data)
    searcher = Without(store.catalogue, store.vectors, store.embedder)
    searcher.warm()
    items = [item for path in given.questions for item in read_items(path)]
    labels = store.vectors.count("labels")
    figures = sum(len(store.searcher.all(Scope(report=held.id))) for held in searcher.held())
    print(f"{len(items)} questions; {figures} figures, {labels} distinct labels")
    print(
        f"{'':36}{'right':>7}{'wrong':>7}{'abstained':>11}{'refused':>9}{'answered all the same':>23}"
        f"{'p50 ms':>8}{'p95 ms':>8}"
    )
    search._NEIGHBOURS = sys.maxsize  # each order is made of all, and cut by `Without._ranked`
    for name, part in PARTS.items():
        searcher.part = part
        rank = ranked if part.ranker else first
        vars(quote).update(ranked=rank, enough=SURE if part.threshold else lambda _: 0.0)
        score = summary(evaluate(items, asking(Assistant(searcher))))
        print(
            f"{name:36}{score['right']:>7}{score['wrong']:>7}{score['abstained']:>11}{score['refused']:>9}"
            f"{score['answered_unanswerable']:>23}"
            f"{score['latency_ms']['p50']:>8}{score['latency_ms']['p95']:>8}",
            flush=True,
        )


SURE = quote.enough
NEIGHBOURS, PER_LABEL = search._NEIGHBOURS, search._PER_KEY

if __name__ == "__main__":
    main()

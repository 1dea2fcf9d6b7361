"""What each part of retrieval is worth: the same questions with one part taken out at a time.

    python tests/bench/ablate.py QUESTIONS.jsonl ... --data FOLDER

Everything after retrieval stays as it is, so what retrieval misses is mostly an abstention. "as it is" hands the
400 best figures of the scope on; the others the 50 best, where the order decides. A filter of scope afterwards sees
only what was nearest over all reports. Without one vector for each distinct label, every figure has its own, and
the nearest places are taken by figures that read alike. The data folder holds an index of the reports asked about.
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

import numpy as np

from assistant import quote
from assistant.answer import Assistant
from assistant.evaluate import evaluate, read_items, summary
from index.scope import Scope
from index.search import Evidence, Searcher, _Candidates, _Match
from index.store import Store
from index.vectors import Kind

WIDE, NARROW = 400, 50


@dataclass(frozen=True, slots=True)
class Part:
    """Which parts of retrieval are in: the weights of meaning and of words, the scope before the search, one vector
    a distinct label, the passage ranker's threshold; and how many figures are handed on."""

    dense: float = 1.0
    lexical: float = 0.1
    scope_first: bool = True
    distinct: bool = True
    threshold: bool = True
    figures: int = NARROW


PARTS = {
    "as it is": Part(figures=WIDE),
    "50 figures": Part(),
    "dense only": Part(lexical=0.0),
    "lexical only": Part(dense=0.0),
    "scope afterwards": Part(scope_first=False),
    "scope afterwards, a vector a figure": Part(scope_first=False, distinct=False),
    "a vector a figure": Part(distinct=False),
    "likeliest passage, however unlikely": Part(figures=WIDE, threshold=False),
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
        if self.part.distinct or kind != "labels":
            found = super()._find(kind, text, searched, k, fetch)
        else:
            candidates = self._of(kind, searched)
            matches = self._ranked(kind, text, candidates) if candidates.ids else []
            items = fetch([match.id for match in matches], searched)
            every = [
                Evidence(item, match.dense, match.lexical)
                for match in matches
                for item in items.get(match.id, [])
            ]
            found = every[:k]
        return [one for one in found if within(one, scope)]

    def _ranked(self, kind: Kind, text: str, candidates: _Candidates) -> list[_Match]:
        matches = super()._ranked(kind, text, candidates)
        value = [self.part.dense * one.dense + self.part.lexical * one.lexical for one in matches]
        if not self.part.dense:
            matches = [replace(one, dense=0.0) for one in matches]
        return [matches[place] for place in np.argsort([-one for one in value], kind="stable")]


def within(evidence: Evidence, scope: Scope) -> bool:
    """Given evidence and a scope, return whether it lies in it."""
    item = evidence.item
    year = getattr(item, "year", item.citation.year)
    return (
        (not scope.issuers or item.citation.issuer in scope.issuers)
        and (not scope.years or year in scope.years)
        and scope.report in (None, item.citation.report)
    )


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
    print(f"{'':36}{'right':>7}{'wrong':>7}{'abstained':>11}{'refused':>9}{'answered all the same':>23}")
    for name, part in PARTS.items():
        searcher.part = part
        quote.ENOUGH = SURE if part.threshold else 0.0
        assistant = Assistant(searcher)
        score = summary(evaluate(items, lambda text, talk, ask=assistant.ask: ask(text, conversation=talk)))
        print(
            f"{name:36}{score['right']:>7}{score['wrong']:>7}{score['abstained']:>11}{score['refused']:>9}"
            f"{score['answered_unanswerable']:>23}",
            flush=True,
        )


SURE = quote.ENOUGH

if __name__ == "__main__":
    main()

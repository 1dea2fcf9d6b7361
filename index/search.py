"""From what a question measures to the figures and passages that may answer it.

Scope first: the catalogue says which labels and passages the scope has at all. Then meaning, by the vectors'
cosine, with a tenth part for words in common. A scope of ordinary size is compared whole and exactly; only a
wide one goes through the vector store's neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.doubts import Doubts
from corpus.report import Figure, Label, Passage, Report, ReportError
from index.catalogue import Catalogue
from index.embedder import Embedder
from index.files import digest
from index.lexical import Lexical
from index.recent import Recent
from index.rows import label_id, sentence_id
from index.scope import Held, Scope
from index.vectors import Kind, Vectors

__all__ = ["Evidence", "Held", "Scope", "Searcher", "VectorsOutdated"]

_LEXICAL_PART = 0.1
_WHOLE = 5_000  # labels or passages: up to here a scope is compared whole
_NEIGHBOURS = 200
_PER_KEY = 12  # of one label: enough to see that several agencies or years fit, without flooding the rest
_QUERIES, _SCOPES, _SENTENCES, _REPORTS = 512, 16, 20_000, 8  # kept in memory
_TEXTS = 50_000  # vectors of labels and passages kept in memory, about 75 MB of them

Vector = npt.NDArray[np.float32]


class VectorsOutdated(ReportError):
    """The vectors come from another embedding model than the one that is set."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure or passage with its scores: the cosine of the meanings, and the share of words in common."""

    item: Figure | Passage
    dense: float
    lexical: float
    sentences: tuple[tuple[float, ...], ...] = ()
    """Of a passage, where they were asked for: the cosines of each of its sentences."""


@dataclass(frozen=True, slots=True)
class _Candidates:
    """What a scope has, its vectors in the same order unless it is wide, and its words.

    The words are the scope's own: a word that each of its labels has tells them apart as little as if all the
    other reports did not have it, and an ingestion elsewhere costs no new index.
    """

    ids: tuple[str, ...]
    vectors: Vector | None
    words: Lexical


@dataclass(frozen=True, slots=True)
class _Match:
    id: str
    dense: float
    lexical: float


class Searcher:
    """Finds evidence. Safe to share between threads; follows what any process ingests."""

    def __init__(self, catalogue: Catalogue, vectors: Vectors, embedder: Embedder) -> None:
        self._catalogue, self._vectors, self._embedder = catalogue, vectors, embedder
        self._queries: Recent[str, Vector] = Recent(_QUERIES)
        self._candidates: Recent[tuple[int, Kind, Scope], _Candidates] = Recent(_SCOPES)
        self._items: Recent[tuple[int, Kind, Scope], dict[str, list[Any]]] = Recent(_SCOPES)
        self._all: Recent[tuple[int, Scope], tuple[Figure, ...]] = Recent(_SCOPES)
        self._held: Recent[int, tuple[Held, ...]] = Recent(1)
        self._reports: Recent[tuple[int, str], Report] = Recent(_REPORTS)
        self._kept: dict[Kind, Recent[str, Vector]] = {
            "labels": Recent(_TEXTS),
            "passages": Recent(_TEXTS),
            "sentences": Recent(_SENTENCES),
        }
        self._generation = -1
        self._lock = Lock()

    def figures(self, text: str, scope: Scope, k: int = 50) -> list[Evidence]:
        """Given what is measured, return up to k figures of the scope, best first; of figures with one label
        the newest first. Raises VectorsOutdated."""
        return self._find("labels", text, scope, k, self._catalogue.figures)

    def passages(self, text: str, scope: Scope, k: int = 20) -> list[Evidence]:
        """Given what is asked, return up to k passages of the scope, best first. Raises VectorsOutdated."""
        return self._find("passages", text, scope, k, self._catalogue.passages)

    def prepare(self, asked: Sequence[str]) -> None:
        """Given all that will be asked for one question, embed it in one go: two texts together take little more than one.
        Raises VectorsOutdated."""
        self._follow()
        self._asked(asked)

    def nearness(self, asked: Sequence[str], sentences: Sequence[str]) -> Vector:
        """Given texts that ask and sentences of passages held, return the cosine of each sentence's meaning (a row)
        with that of each text (a column). Raises VectorsOutdated."""
        self._follow()
        if not sentences:
            return np.zeros((0, len(asked)), np.float32)
        ids = [sentence_id(text) for text in sentences]
        texts = dict(zip(ids, sentences, strict=True))
        vectors = self._found("sentences", ids, lambda: texts)
        return np.stack([vectors[id] for id in ids]) @ self._asked(asked).T

    def labels(self, scope: Scope) -> tuple[str, ...]:
        """Given a scope, return the texts of the labels of its figures."""
        return tuple(self._catalogue.texts("labels", scope).values())

    def by_label(self, label: Label, scope: Scope) -> tuple[Figure, ...]:
        """Given a label, return all figures in the scope with a label of these words, newest first."""
        id = label_id(label)
        return tuple(self._catalogue.figures([id], scope).get(id, ()))

    def by_indicator(self, indicator: str, scope: Scope) -> tuple[Figure, ...]:
        """Given a canonical indicator's id, return all its figures in the scope, newest first."""
        return self._catalogue.figures_of(indicator, scope)

    def doubts(self, reports: Collection[str]) -> Doubts:
        """Given report ids, return the checks of these reports that fail, and where their narrative and their
        tables differ."""
        return self._catalogue.doubts(reports)

    def by_text(self, text: str, scope: Scope) -> tuple[Figure, ...]:
        """Given a label's text, return all figures in the scope with a label that reads so, newest first."""
        return self._catalogue.figures_said(text, scope)

    def at(self, report: str, anchor: str) -> Figure | None:
        """Given a report's id and the anchor of a spot in it, return the figure that stands there."""
        found = self.all(Scope(report=report))
        return next((figure for figure in found if figure.citation.anchor == anchor), None)

    def all(self, scope: Scope) -> tuple[Figure, ...]:
        """Given a scope of one agency's or report's size, return all its figures, newest first."""
        return self._all.get((self.generation(), scope), lambda: self._catalogue.figures_in(scope))

    def generation(self) -> int:
        """Return the number of the last change to what is held: what was made of it before is old."""
        return self._catalogue.generation()

    def held(self) -> tuple[Held, ...]:
        """Return every report held, by issuer and year."""
        return self._held.get(self.generation(), self._catalogue.held)

    def report(self, id: str) -> Report:
        """Given a report's id, return the report. Raises NotHeld."""
        return self._reports.get((self.generation(), id), lambda: self._catalogue.report(id))

    def original(self, id: str) -> Path | None:
        """Given a report's id, return the file it was read from, where that still lies there as it was read.
        Raises NotHeld."""
        path, read = self._catalogue.file(id)
        try:
            return path if digest(path) == read else None
        except ReportError:
            return None

    def warm(self) -> None:
        """Load the model and gather what an unlimited scope has, so that the first question need not wait for them."""
        self._embedder.load()
        for kind in ("labels", "passages"):
            found = self._of(kind, Scope())
            if found.vectors is None:
                self._matrix(kind, found.ids[:_TEXTS])

    def _find(
        self,
        kind: Kind,
        text: str,
        scope: Scope,
        k: int,
        fetch: Callable[[Sequence[str], Scope], dict[str, list[Any]]],
    ) -> list[Evidence]:
        generation = self._follow()
        candidates = self._at(generation, kind, scope)
        if not text.strip() or not candidates.ids:
            return []
        matches = self._ranked(kind, text, candidates)[:k]
        kept = self._items.get((generation, kind, scope), dict[str, list[Any]])
        if lacking := [match.id for match in matches if match.id not in kept]:
            found = fetch(lacking, scope)
            kept.update((id, found.get(id, [])[:_PER_KEY]) for id in lacking)
        evidence = [
            Evidence(item, match.dense, match.lexical) for match in matches for item in kept[match.id]
        ]
        return evidence[:k]

    def _ranked(self, kind: Kind, text: str, candidates: _Candidates) -> list[_Match]:
        vector = self._asked([text])[0]
        lexical = candidates.words.scores(text)
        ids = candidates.ids
        if candidates.vectors is None:
            places = self._near(kind, vector, candidates, lexical)
            ids, lexical = tuple(ids[place] for place in places), lexical[places]
            dense = self._matrix(kind, ids) @ vector
        else:
            dense = candidates.vectors @ vector
        order = np.argsort(-(dense + _LEXICAL_PART * lexical), kind="stable")[:_NEIGHBOURS]
        return [_Match(ids[i], min(max(float(dense[i]), 0), 1), float(lexical[i])) for i in order]

    def _near(self, kind: Kind, vector: Vector, candidates: _Candidates, lexical: Vector) -> list[int]:
        """The places, in a wide scope, of the nearest by meaning and the best by words."""
        places = candidates.words.places
        near = [places[id] for id, _ in self._vectors.nearest(kind, vector, _NEIGHBOURS) if id in places]
        best = np.argpartition(-lexical, _NEIGHBOURS)[:_NEIGHBOURS] if len(lexical) > _NEIGHBOURS else ()
        return list(dict.fromkeys((*near, *(int(place) for place in best if lexical[place] > 0))))

    def _of(self, kind: Kind, scope: Scope) -> _Candidates:
        return self._at(self._follow(), kind, scope)

    def _at(self, generation: int, kind: Kind, scope: Scope) -> _Candidates:
        return self._candidates.get((generation, kind, scope), partial(self._gather, kind, scope))

    def _gather(self, kind: Kind, scope: Scope) -> _Candidates:
        texts = self._catalogue.texts(kind, scope)
        ids = tuple(texts)
        vectors = self._matrix(kind, ids) if len(ids) <= _WHOLE else None
        return _Candidates(ids, vectors, Lexical(texts))

    def _matrix(self, kind: Kind, ids: Sequence[str]) -> Vector:
        """The vectors of ids. One that the store has lost is made again: no figure may drop out unseen."""
        found = self._found(kind, ids, lambda: self._catalogue.texts(kind))
        return np.stack([found[id] for id in ids]) if ids else np.zeros((0, 0), np.float32)

    def _found(
        self, kind: Kind, ids: Sequence[str], texts: Callable[[], Mapping[str, str]]
    ) -> dict[str, Vector]:
        """The vectors of ids, kept once they were read."""
        return self._kept[kind].several(ids, lambda new: self._read(kind, new, texts))

    def _read(
        self, kind: Kind, ids: Sequence[str], texts: Callable[[], Mapping[str, str]]
    ) -> dict[str, Vector]:
        found = self._vectors.get(kind, ids)
        lost = [id for id in ids if id not in found]
        if lost:
            said = texts()
            found |= dict(zip(lost, self._embedder.passages([said[id] for id in lost]), strict=True))
        return found

    def _asked(self, texts: Sequence[str]) -> Vector:
        """The vectors of what is asked, a row each."""
        kept = self._queries.several(
            texts, lambda new: dict(zip(new, self._embedder.queries(new), strict=True))
        )
        return np.stack([kept[text] for text in texts])

    def _follow(self) -> int:
        """Forget what an ingestion, by this process or another, has made old. Return the generation."""
        state = self._catalogue.state()
        if state.model and state.model != self._embedder.name:
            raise VectorsOutdated(
                f"the index was made with the embedding model {state.model!r}, now {self._embedder.name!r} is"
                " set: run an ingestion, which embeds again"
            )
        with self._lock:
            if state.generation != self._generation:
                self._vectors.follow(state.generation)
                self._candidates.clear()
                self._items.clear()
                self._generation = state.generation
        return state.generation

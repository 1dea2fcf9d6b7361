"""A searcher that knows of one agency's reports only: for a channel that speaks for that agency."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.doubts import Doubts
from corpus.report import Figure, Label, Report
from index.catalogue import NotHeld
from index.scope import Held, Scope
from index.search import Evidence, Searcher, Vector


class NarrowSearcher(Searcher):
    """Finds evidence in the reports of one issuer. To whoever asks, no others are held."""

    def __init__(self, searcher: Searcher, issuer: str) -> None:
        # One searcher is behind all of them: what it has gathered and embedded serves every agency.
        self._wide, self._issuer = searcher, issuer

    def figures(self, text: str, scope: Scope, k: int = 50) -> list[Evidence]:
        within = self._within(scope)
        return self._wide.figures(text, within, k) if within else []

    def passages(self, text: str, scope: Scope, k: int = 20) -> list[Evidence]:
        within = self._within(scope)
        return self._wide.passages(text, within, k) if within else []

    def prepare(self, asked: Sequence[str]) -> None:
        self._wide.prepare(asked)

    def nearness(self, asked: Sequence[str], sentences: Sequence[str]) -> Vector:
        return self._wide.nearness(asked, sentences)

    def labels(self, scope: Scope) -> tuple[str, ...]:
        within = self._within(scope)
        return self._wide.labels(within) if within else ()

    def by_label(self, label: Label, scope: Scope) -> tuple[Figure, ...]:
        within = self._within(scope)
        return self._wide.by_label(label, within) if within else ()

    def by_indicator(self, indicator: str, scope: Scope) -> tuple[Figure, ...]:
        within = self._within(scope)
        return self._wide.by_indicator(indicator, within) if within else ()

    def by_text(self, text: str, scope: Scope) -> tuple[Figure, ...]:
        within = self._within(scope)
        return self._wide.by_text(text, within) if within else ()

    def all(self, scope: Scope) -> tuple[Figure, ...]:
        within = self._within(scope)
        return self._wide.all(within) if within else ()

    def at(self, report: str, anchor: str) -> Figure | None:
        return self._wide.at(report, anchor) if report in self._own() else None

    def doubts(self, reports: Collection[str]) -> Doubts:
        return self._wide.doubts([id for id in reports if id in self._own()])

    def generation(self) -> int:
        return self._wide.generation()

    def held(self) -> tuple[Held, ...]:
        return tuple(one for one in self._wide.held() if one.issuer == self._issuer)

    def report(self, id: str) -> Report:
        found = self._wide.report(id)
        if found.issuer != self._issuer:
            raise NotHeld(f"report {id}: not held for {self._issuer}")
        return found

    def original(self, id: str) -> Path | None:
        return self._wide.original(self.report(id).id)

    def warm(self) -> None:
        self._wide.warm()

    def _own(self) -> set[str]:
        return {one.id for one in self.held()}

    def _within(self, scope: Scope) -> Scope | None:
        """The scope, narrowed to the issuer; None where nothing is left of it."""
        named: Sequence[str] = scope.issuers
        return replace(scope, issuers=(self._issuer,)) if not named or self._issuer in named else None

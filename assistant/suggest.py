"""Questions that the reports held can answer, chosen from their figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.compose import Composer
from assistant.match import DEFAULTS
from assistant.query import Query
from assistant.replies import wording
from assistant.reply import Language
from assistant.terms import unnumbered
from corpus.report import Figure
from index.search import Scope, Searcher

_FEW = 3
_SHORT = 18


def examples(searcher: Searcher, language: Language) -> tuple[str, ...]:
    """Given the index and a language, return up to four questions for an empty page: from the newest report,
    figures that are short to ask and not nothing."""
    held = searcher.held()
    if not held:
        return ()
    newest = max(held, key=lambda one: one.year)
    words = wording(language)
    figures = _telling(one.item for one in searcher.figures(newest.title, Scope(report=newest.id), 400))
    return tuple(words.finish(words.ask(figure)) for figure in figures[: _FEW + 1])


def others(searcher: Searcher, composer: Composer, answered: Sequence[Figure]) -> tuple[str, ...]:
    """Given what was answered, return three further questions its report can answer."""
    query, words = composer.query, composer.words
    given = {words.label(figure) for figure in answered}
    scope = _scope(query, answered)
    found = _telling(one.item for one in searcher.figures(query.simplified, scope, 400))
    figures = [figure for figure in found if words.label(figure) not in given]
    return tuple(words.finish(words.ask(figure)) for figure in figures[:_FEW])


def _scope(query: Query, answered: Sequence[Figure]) -> Scope:
    scope = Scope(query.issuers, query.years, query.report)
    return replace(scope, report=answered[0].citation.report) if answered else scope


def _telling(items: Iterable[object]) -> list[Figure]:
    """The figures worth asking for, each label once: a value that is not 0, and a label short enough to read."""
    kept: dict[str, Figure] = {}
    for figure in items:
        if isinstance(figure, Figure) and figure.value and figure.trust != "unreadable" and _short(figure):
            kept.setdefault(figure.label.text, figure)
    return list(kept.values())


def _short(figure: Figure) -> bool:
    label = figure.label
    if label.phrase:
        return 4 <= len(label.phrase) <= _SHORT
    parts = [unnumbered(part) for part in (*label.row, *label.column[-1:])]
    return len("".join(parts)) <= _SHORT and (len(label.column) < 2 or parts[-1] in DEFAULTS)

"""An English question that was refused, read once more: the words that the glossary lacks are looked up among those that
the labels in its scope have."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.query import Query
from assistant.reply import Answer
from assistant.scope import reach
from assistant.terms import FULL, said, terms
from assistant.understand.dictionary import Dictionary
from index.search import Held, Searcher

_LATIN = re.compile(r"[a-z]{3}")


def looked_up_again(
    searcher: Searcher, query: Query, held: Sequence[Held], understood: Callable[[Dictionary], Query]
) -> Query | None:
    """Given an English query, the reports held and how its question is understood with a dictionary, return that reading; None
    where it is the same, or leaves a word in English."""
    again = understood(Dictionary(searcher.labels(reach(query, held).scope)))
    return None if again == query or _LATIN.search(_measured(again)) else again


def says_all(query: Query, answer: Answer) -> bool:
    """Given a query and what answers it, return whether the labels of its figures say every telling word."""
    labels = " ".join(figure.label.text for figure in answer.figures)
    return bool(labels) and all(said(term, labels) for term in terms(_measured(query)) if term.weight == FULL)


def _measured(query: Query) -> str:
    """All that a query measures, in the Chinese of the reports as far as that was found."""
    return " ".join((query.simplified, query.whole, *query.measures))

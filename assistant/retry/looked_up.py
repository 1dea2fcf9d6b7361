"""An English question that was refused, read once more: what "and" joins as one thing, and the words that the glossary lacks
looked up among those that the labels in its scope have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.query import Query
from assistant.reply import Answer
from assistant.scope import reach
from assistant.understand.dictionary import Dictionary
from assistant.understand.english_terms import verbs_of
from assistant.words.terms import FULL, said, terms
from index.search import Held, Searcher

_SIZES = {"公里": "里程", "亩": "面积", "公顷": "面积", "平方米": "面积", "平方公里": "面积", "吨": "产量"}
_ASKED_TWICE = re.compile(r"\bhow (?:many|much)\b.*\bhow (?:many|much)\b", re.IGNORECASE)
_NEW = re.compile(r"\bnew\b", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]{3}")


def second_readings(
    searcher: Searcher, query: Query, held: Sequence[Held], understood: Callable[[Dictionary], Query]
) -> Iterator[Query]:
    """Given an English query, the reports held and how its question is understood with a dictionary, yield how else it may
    be read, without a word left in English."""
    again = understood(Dictionary(searcher.labels(reach(query, held).scope)))
    both = query, again
    for one in dict.fromkeys(
        (
            *map(_as_one, both),
            again,
            *map(_sized, both),
            *map(_new, map(_sized, both)),
            *map(_rate, both),
            *map(_named_share, both),
        )
    ):
        if one != query and not _LATIN.search(_measured(one)):
            yield one


def _as_one(query: Query) -> Query:
    """A query with the things that it names side by side as one: information on work safety and emergencies."""
    if not query.measures or query.operation not in ("value", "list") or _ASKED_TWICE.search(query.text):
        return query
    words = dict.fromkeys(word for one in query.measures for word in one.split())
    return replace(query, measures=(), simplified=" ".join(words), operation="value")


def _sized(query: Query) -> Query:
    """A query with what its unit measures: kilometres of a railway are its mileage."""
    size = _SIZES.get(query.unit or "", "")
    if query.measures or query.operation != "value" or size in query.simplified:
        return query
    return replace(query, simplified=f"{query.simplified} {size}")


def _rate(query: Query) -> Query:
    """A share of a thing to which something was done as the rate of doing it: what share of the waste was recycled."""
    if (
        query.operation != "share"
        or not query.whole
        or verbs_of(query.simplified) != query.simplified.split()
    ):
        return query
    return replace(query, operation="rate", simplified=f"{query.whole} {query.simplified}率", whole="")


def _named_share(query: Query) -> Query:
    """A share as the one that reports give by its name: what share of value added came from the private economy is 民营经济增加值占比."""
    if query.operation != "share" or not query.simplified or query.measures:
        return query
    whole = "" if query.whole in query.simplified else query.whole
    return replace(
        query, operation="rate", simplified=f"{query.simplified} {whole} 占比".replace("  ", " "), whole=""
    )


def _new(query: Query) -> Query:
    """A query for what is new as reports count it: newly added."""
    if query.measures or query.operation != "value" or "新" in query.simplified:
        return query
    return replace(query, simplified=f"新增 {query.simplified}") if _NEW.search(query.text) else query


def says_all(query: Query, answer: Answer) -> bool:
    """Given a query and what answers it, return whether the labels of its figures say every telling word."""
    labels = " ".join(figure.label.text for figure in answer.figures)
    return bool(labels) and all(said(term, labels) for term in terms(_measured(query)) if term.weight == FULL)


def _measured(query: Query) -> str:
    """All that a query measures, in the Chinese of the reports as far as that was found."""
    return " ".join((query.simplified, query.whole, *query.measures))

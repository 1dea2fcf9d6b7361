"""What the reports held say of one that has no report of its own: a district in a city's table, a bureau that its
government's report speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.elsewhere.quoting import quoted
from assistant.find.finder import Finder
from assistant.match.candidates import Candidate
from assistant.query import Query
from assistant.quote.quotation import Quotation
from assistant.reply import Answer
from assistant.scope import Reach, reach
from assistant.understand.names import place_names, take_apart
from index.search import Held, Searcher

_BODY = re.compile("[局委厅办部会院府]$|法院|检察院|街道办事处$")
"""Bodies that report themselves: only what their own government's report says of them by name is theirs too."""
_OF_FIGURES = ("value", "difference", "growth", "share", "rate")
_RANK = re.compile("^[省市区县]")


def told_of(searcher: Searcher, query: Query, within: Reach) -> Candidate | None:
    """Given a query that names a place or a body of which nothing is held, return the figure of it that one agency's
    report gives under that very name; None where there is none for certain."""
    name = query.unknown_issuer or ""
    if not name or query.operation not in ("value", "exists") or len(query.years) > 1:
        return None
    if _BODY.search(name):
        return _of_body(searcher, query, within, name)
    if not any(name in label.replace(" · ", "") for label in searcher.labels(within.scope)):
        return None
    asked = replace(
        query, unknown_issuer=None, measure=f"{name}{query.measure}", simplified=f"{name}{query.simplified}"
    )
    chosen = _only(Finder(searcher, asked, within.scope))
    return (
        chosen
        if chosen and name in "".join((*chosen.label.row, *chosen.label.column, chosen.label.phrase))
        else None
    )


def _of_body(searcher: Searcher, query: Query, within: Reach, name: str) -> Candidate | None:
    """The figure whose own sentence in the report of the body's government names the body."""
    for issuer, body in governments(searcher, name):
        asked = replace(query, unknown_issuer=None, issuers=(issuer,))
        chosen = _only(Finder(searcher, asked, replace(within.scope, issuers=(issuer,))))
        if chosen is not None and chosen.label.phrase and body in chosen.figures[0].sentence:
            return _called(chosen, body)
    return None


def said_of(
    searcher: Searcher, query: Query, held: Sequence[Held], understood: Callable[[str], Query]
) -> list[Quotation]:
    """Given a query for words that names a body of which nothing is held, the reports held and a way to understand a part
    of it, return what the report of the body's government says of it by name; nothing where it does not."""
    name = query.unknown_issuer or ""
    if query.operation != "passage" or not _BODY.search(name) or len(query.years) > 1:
        return []
    for issuer, body in governments(searcher, name):
        asked = replace(
            query,
            unknown_issuer=None,
            issuers=(issuer,),
            measure=f"{body}{query.measure}",
            simplified=f"{body}{query.simplified}",
        )
        within = reach(asked, held)
        found = [] if within.all_missing else quoted(searcher, asked, within, understood)
        acting = re.compile(rf"(?:^|[，,。；;、：:])\s*(?:[我全]?[省市区县])?{re.escape(body)}(?!等)")
        if found and all(acting.search(one.citation.quote) for one in found):
            return found
    return []


def of_its_part(searcher: Searcher, query: Query, answered: Callable[[Query], Answer]) -> Answer | None:
    """Given a query that names a part of a place that is no agency of its own (甲市中心城区), and a way to answer another,
    return what the report of the place's government says of that part by name; None where it does not."""
    name = query.unknown_issuer or ""
    if not name or _BODY.search(name) or query.issuers or query.operation not in _OF_FIGURES:
        return None
    for issuer, part in governments(searcher, name):
        asked = replace(
            query,
            unknown_issuer=None,
            issuers=(issuer,),
            measure=f"{part}{query.measure}",
            simplified=query.simplified.replace(name, part),
        )
        answer = answered(asked)
        if answer.figures and all(part in one.label.text for one in answer.figures):
            return answer
    return None


def _called(chosen: Candidate, body: str) -> Candidate:
    """The candidate with the body's name before what it did, so that the answer says whose figure it is."""
    label = (
        chosen.label
        if body in chosen.label.phrase
        else replace(chosen.label, phrase=body + chosen.label.phrase)
    )
    return replace(chosen, label=label, figures=tuple(replace(one, label=label) for one in chosen.figures))


def governments(searcher: Searcher, name: str) -> Iterator[tuple[str, str]]:
    """Given a body's name, yield the governments held whose place it begins with, each with the name without the
    place."""
    for issuer, region in dict.fromkeys((one.issuer, one.region) for one in searcher.held()):
        owner = take_apart(issuer, region)
        places = (place for place in place_names(owner) if name.startswith(place))
        body = _RANK.sub("", name.removeprefix(max(places, key=len, default="")))
        if owner.government and body != name and len(body) > 2:
            yield issuer, body


def _only(finder: Finder) -> Candidate | None:
    found = finder.asked()
    return found.certain if found.figure else None

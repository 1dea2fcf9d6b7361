"""A place asked about by name, whose government's report does not say: what the reports of its own bodies say.

平潭2024年接待了多少游客 is not in the area's report but in its tourism bureau's. The government's own report goes first,
the national form's counts stay with whose they are, and the answer says whose report it is from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.compose import Composer
from assistant.find import measure
from assistant.query import Held, Query
from assistant.replies import wording
from assistant.reply import Answer
from assistant.understand.names import Owner, take_apart
from corpus.report import Figure
from index.search import Scope, Searcher

_LOOKED_AT = 3
"""Bodies whose reports are searched: those with the nearest figure or passage."""


def by_its_bodies(
    searcher: Searcher, query: Query, held: Sequence[Held], answered: Callable[[Query], Answer]
) -> tuple[Query, Answer] | None:
    """Given a query that its scope does not answer and a way to answer another, return the query of the one body of the
    place asked about whose reports answer it, with that answer; where several do with a figure, or one by several, which
    is meant; None where none does."""
    found, unsettled = [], []
    for issuer in _nearest(searcher, query, bodies_of(query, held)):
        asked = replace(query, issuers=(issuer,))
        answer = answered(asked)
        if answer.status == "answered" and not _of_the_form(answer.figures):
            found.append((replace(asked, assumed=(*query.assumed, "issuer")), answer))
        elif answer.status == "ambiguous":
            unsettled.append((asked, answer))
    if len(found) > 1:
        return _which(query, [answer.figures[-1] for _, answer in found if answer.figures])
    if not found:
        return unsettled[0] if len(unsettled) == 1 else None
    asked, answer = found[0]
    words = wording(query.language)
    told = words.by_body(query.issuers[0], asked.issuers[0])
    return asked, replace(answer, assumed="；".join(filter(None, (words.finish(told), answer.assumed))))


def _which(query: Query, figures: Sequence[Figure]) -> tuple[Query, Answer] | None:
    composer = Composer(query)
    choices = [composer.choice(figure) for figure in figures]
    return (
        (query, composer.refusal("ambiguous", composer.words.which(), choices=choices)) if figures else None
    )


def bodies_of(query: Query, held: Sequence[Held]) -> tuple[str, ...]:
    """Given a query of one agency that stands for its place, return the agencies of just that place, not of the places
    in it, of which reports are held."""
    if len(query.issuers) != 1 or query.report or query.ambiguous or query.given:
        return ()
    owners = {one.issuer: take_apart(one.issuer, one.region) for one in held}
    whole = owners.get(query.issuers[0])
    if whole is None or not whole.government or not whole.places:
        return ()
    return tuple(issuer for issuer, owner in owners.items() if not owner.government and _at(owner, whole))


def _at(owner: Owner, whole: Owner) -> bool:
    return bool(owner.places) and owner.places[-1] == whole.places[-1]


def _nearest(searcher: Searcher, query: Query, bodies: tuple[str, ...]) -> list[str]:
    """The bodies with what lies nearest to the question, best first."""
    if not bodies:
        return []
    scope = Scope(bodies)
    search = searcher.passages if query.operation == "passage" else searcher.figures
    issuers: dict[str, None] = {}
    for evidence in search(measure(query), scope):
        issuers[evidence.item.citation.issuer] = None
    return list(issuers)[:_LOOKED_AT]


def _of_the_form(figures: Sequence[Figure]) -> bool:
    """Whether figures are counts of the national form, which each body gives of itself alone."""
    return any(figure.label.indicator for figure in figures)

"""A place asked about by name, whose government's report does not say: what the reports of its own bodies say.

平潭2024年接待了多少游客 is not in the area's report but in its tourism bureau's. The government's own report goes first,
the national form's counts stay with whose they are, and the answer says whose report it is from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.find.finder import measure
from assistant.query import Held, Query
from assistant.quote.quotation import gathered
from assistant.quote.ranker import ranked
from assistant.quote.wanted import Wanted, wanted
from assistant.replies import wording
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.understand.names import Owner, take_apart
from corpus.report import Figure
from index.search import Scope, Searcher

_LOOKED_AT = 3
"""Bodies whose reports are searched: those with the nearest figure or passage."""
_APART = 3
"""How many times likelier than the next the report of one body must answer."""


def by_its_bodies(
    searcher: Searcher, query: Query, held: Sequence[Held], answered: Callable[[Query], Answer]
) -> tuple[Query, Answer] | None:
    """Given a query that its scope does not answer and a way to answer another, return the query of the one body of the
    place asked about whose reports answer it, with that answer; of several that quote, the one that says by far the most
    of what is asked; where several do with a figure, or one by several, which is meant; None where none does."""
    found: list[tuple[Query, Answer]] = []
    unsettled: list[tuple[Query, Answer]] = []
    bodies = bodies_of(query, held)
    for issuer in _nearest(searcher, query, tuple(bodies)):
        asked = replace(query, issuers=(issuer,), ambiguous=())
        answer = answered(asked)
        if answer.status == "answered" and not _of_the_form(answer.figures):
            found.append((replace(asked, assumed=(*query.assumed, "issuer")), answer))
        elif answer.status == "ambiguous":
            unsettled.append((asked, answer))
    if found and not any(answer.figures for _, answer in found):
        found = _telling(searcher, query, found) if len(found) > 1 else found
        found = _beyond_its_own(searcher, query, found)
    if len(found) > 1:
        meant = [answer.figures[-1] for _, answer in found if answer.figures]
        return (query, Composer(query).which(meant)) if meant else None
    if not found:
        return unsettled[0] if len(unsettled) == 1 else None
    asked, answer = found[0]
    words = wording(query.language)
    told = words.by_body(bodies[asked.issuers[0]], asked.issuers[0])
    return asked, replace(answer, assumed="；".join(filter(None, (words.finish(told), answer.assumed))))


def _telling(
    searcher: Searcher, query: Query, found: Sequence[tuple[Query, Answer]]
) -> list[tuple[Query, Answer]]:
    """Of bodies that each quote a report, the one whose report answers far likelier than the others', all of them read
    together; all where none does, or where nothing is asked of but the place (有哪些问题)."""
    wish = wanted(query.in_own_words, measure(query))
    cited = [answer.citations[0] for _, answer in found]
    years = tuple({one.year for one in cited})
    best = _likeliest(searcher, wish, Scope(tuple(one.issuer for one in cited), years))
    (first, likeliest), *others = sorted(best.items(), key=lambda one: -one[1]) or [("", 0.0)]
    apart = all(_odds(likeliest) > _APART * _odds(chance) for _, chance in others)
    return [one for one in found if one[0].issuers == (first,)] if wish.topic and apart else list(found)


def _beyond_its_own(
    searcher: Searcher, query: Query, found: Sequence[tuple[Query, Answer]]
) -> list[tuple[Query, Answer]]:
    """Of bodies that each quote a report, those that answer far likelier than the place's own report, read together with
    it; none where it is asked whom to turn to, or where a report is to be had and of what time it tells, which each report
    says of itself."""
    wish = wanted(query.in_own_words, measure(query))
    of_report = not wish.topic and any(map(wish.named, ("website", "url", "span")))
    if of_report or (any(kind.contact for kind in wish.kinds) and not wish.named("hotline")):
        return []
    kept = []
    for asked, answer in found:
        cited = answer.citations[0]
        best = _likeliest(searcher, wish, Scope((*query.issuers, cited.issuer), (cited.year,)))
        own = max((best.get(issuer, 0.0) for issuer in query.issuers), default=0.0)
        if cited.issuer not in best or _odds(best[cited.issuer]) > _APART * _odds(own):
            kept.append((asked, answer))
    return kept


def _likeliest(searcher: Searcher, wish: Wanted, scope: Scope) -> dict[str, float]:
    """How likely the likeliest stretch of each agency's reports is to answer."""
    best: dict[str, float] = {}
    for one in ranked(wish, gathered(searcher, wish, scope)):
        best.setdefault(one.stretch.passage.citation.issuer, one.probability)
    return best


def _odds(chance: float) -> float:
    return chance / (1 - chance + 1e-9)


def bodies_of(query: Query, held: Sequence[Held]) -> dict[str, str]:
    """Given a query of one agency that stands for its place, or of several whose places have one name, return the
    agencies of just that place, not of the places in it, of which reports are held; each with whose body it is."""
    one_name = len(query.issuers) == 1 or query.issuers == query.ambiguous
    if not one_name or query.report or query.given:
        return {}
    owners = {one.issuer: take_apart(one.issuer, one.region) for one in held}
    wholes = {issuer: owners[issuer] for issuer in query.issuers if issuer in owners}
    if not all(whole.government and whole.places for whole in wholes.values()):
        return {}
    return {
        issuer: place
        for issuer, owner in owners.items()
        for place, whole in wholes.items()
        if not owner.government and _at(owner, whole)
    }


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

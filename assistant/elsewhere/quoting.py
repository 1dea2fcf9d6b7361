"""A question that sentences answer: whose reports may say it, of which year, and whether it is two in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.elsewhere.next_year import asks_plans, planned_for
from assistant.elsewhere.other_years import speaks_of, year_of
from assistant.find.finder import measure
from assistant.query import Query
from assistant.quote.definitions import asks_meaning
from assistant.quote.quotation import Quotation, gathered, quotations
from assistant.quote.run_in import under_run_in
from assistant.quote.wanted import Wanted, asked_apart, wanted
from assistant.scope import Reach
from assistant.words.cedict import other_place
from assistant.words.likeness import SHORT, alike
from assistant.words.terms import LIGHT
from assistant.words.whereabouts import places
from corpus.report import WORK_REPORT, Passage
from index.search import Evidence, Scope, Searcher

_SAID_IN = re.compile(
    r"20\d\d年度?(?:政府|部门|的)*(?:工作)?(?:报告|年报|总结|公报|预算|决算)(?:里|中|上|说|写|提|认为|承认)"
)
_REPORT = re.compile("报告|報告|report", re.IGNORECASE)


ENOUGH_UNNAMED = 0.97
"""The probability from which a stretch answers out of a report of an agency that the question does not name, where there are
several."""


def quoted(
    searcher: Searcher, query: Query, within: Reach, understood: Callable[[str], Query]
) -> list[Quotation]:
    """Given a query, its scope and a way to understand a part of it, return the quotations that answer: of each of its
    two parts where both are answered, else of the whole."""
    apart = () if asks_meaning(query.in_own_words) else asked_apart(query.text)
    parts = [understood(part) for part in apart]
    each = [_found(searcher, part, within) for part in parts]
    found = list(_distinct(one for some in each for one in some)) if all(each) else []
    if not found and parts and each[0] and _says_too("".join(one.citation.quote for one in each[0]), parts):
        found = each[0]
    return found or _found(searcher, query, within)


def _says_too(text: str, parts: Sequence[Query]) -> bool:
    """Whether the text that answers the first of several questions has what the others ask for, which is of another kind
    (是哪天办的，摊子摆在哪儿), of the thing that these name."""
    first, *others = (wanted(one.in_own_words, measure(one)) for one in parts)
    names = {kind.name for kind in first.kinds}
    return bool(names) and all(
        other.kinds
        and not names & {kind.name for kind in other.kinds}
        and other.given(text)
        and all(alike(term.word, text) >= SHORT for term in other.topic if term.weight > LIGHT)
        for other in others
    )


def _distinct(found: Iterable[Quotation]) -> Iterable[Quotation]:
    """Quotations, each text once: both parts of a question may be answered by one."""
    return {(one.citation.report, one.citation.quote): one for one in found}.values()


def _found(searcher: Searcher, query: Query, within: Reach) -> list[Quotation]:
    wish = wanted(query.in_own_words, measure(query))
    scope, looking_back = _scope(within), _looking_back(searcher, query, within, wish)
    if looking_back:
        scope = replace(scope, years=(*query.years, query.years[0] + 1))
    evidence = _of_kind(
        searcher, query.simplified, under_run_in(gathered(searcher, wish, scope), searcher.report)
    )
    if looking_back:
        year = query.years[0]
        evidence = [one for one in evidence if _of_year(searcher, one, year, looking_back, past=wish.past)]
    if within.all_missing:  # another year's report may speak of the year: its plans, its review
        evidence = list(_of_missing(searcher, query, wish, evidence))
    found = quotations(wish, evidence, searcher.report)
    if query.issuers or query.report or len(within.issuers) < 2:
        return found
    return found if all(_surely_of(query, one) for one in found) else []


def _surely_of(query: Query, found: Quotation) -> bool:
    """Whether a quotation from a report that the question does not name is of all the places that it does name, and answers
    for sure where it names none: what 杭州 did is not in the report of another town."""
    cited = found.citation
    said = " ".join((cited.quote, *cited.section, cited.title, cited.issuer))
    named = places(query.simplified)
    of_them = all(place in said or _is_slip(place, cited.issuer) for place in named)
    return of_them and (bool(named) or found.probability >= ENOUGH_UNNAMED)


def _is_slip(place: str, issuer: str) -> bool:
    """Whether a place may be a slip for that of an issuer: 沭阳 for 沐阳."""
    differ = sum(one != other for one, other in zip(place, issuer, strict=False))
    return differ == 1 < len(place) and not other_place(place, issuer)


def _of_missing(
    searcher: Searcher, query: Query, wish: Wanted, evidence: list[Evidence]
) -> Iterator[Evidence]:
    """What speaks of the years asked for, of which no report is held; of a year's plans, what the report of the year
    before says of them; nothing where it is asked what the report of that very year says. What stands under a heading that runs into a text is no whole of its kind."""
    plans = asks_plans(query, wish)
    if _SAID_IN.search(query.simplified):
        return
    for one in evidence:
        assert isinstance(one.item, Passage)
        if not wish.topic and one.item.section != one.item.citation.section:
            continue
        if speaks_of(searcher, one, query.years):
            yield one
        elif plans:
            kind = searcher.report(one.item.citation.report).kind
            if (told := planned_for(query.years[0], one, kind)) is not None:
                yield told


def _looking_back(searcher: Searcher, query: Query, within: Reach, wish: Wanted) -> frozenset[str]:
    """Whose work reports are held both of the year asked for and of the year after, which looks back on it: what happened
    in it stands there, while the first looks back on the year before. None where the question is for what a report
    says as such."""
    of_report = _REPORT.search(query.text) or any(kind.probe for kind in wish.kinds)
    if len(query.years) != 1 or query.report or of_report:
        return frozenset()
    (year,) = query.years
    held = {(one.issuer, one.year) for one in searcher.held() if one.kind == WORK_REPORT}
    return frozenset(one for one in within.issuers if {(one, year), (one, year + 1)} <= held)


def _of_year(
    searcher: Searcher, evidence: Evidence, year: int, looking_back: Collection[str], *, past: bool
) -> bool:
    """Whether a passage speaks of a year: of those whose next report looks back on it, this alone says what was done,
    and their own what was planned."""
    cited = evidence.item.citation
    if cited.issuer not in looking_back:
        return cited.year == year
    return year_of(searcher, evidence) == year and (cited.year > year or not past)


def _of_kind(searcher: Searcher, asked: str, evidence: list[Evidence]) -> list[Evidence]:
    """What stands in reports of the kind that the question names, where some of it does: 政府工作报告里说了哪些困难."""
    kinds = {one.id: one.kind for one in searcher.held() if one.kind and one.kind in asked}
    named = [one for one in evidence if one.item.citation.report in kinds]
    return named or evidence


def _scope(within: Reach) -> Scope:
    if within.all_missing:
        return replace(within.scope, years=())
    if not within.scope.years and within.years:
        return replace(within.scope, years=within.years[-1:])
    return within.scope

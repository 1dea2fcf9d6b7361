"""What a list gives to one body to do: of ten works with their costs and who answers for them, those of the 交通运输局."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.elsewhere.of_others import governments
from assistant.find.finder import measure
from assistant.match.candidates import Candidate, place_in_table
from assistant.match.fit import Fit
from assistant.query import Query
from assistant.understand.agencies import known
from assistant.words.alike import unit_fits
from assistant.words.terms import FULL, covered, terms
from corpus.report import Figure, Label
from index.search import Scope, Searcher

_CHARGE = re.compile(
    "(?:由|归)?(?:负责|牵头|承担|承办|主抓|主办|主责|实施)(?:实施|落实|办理|推进)?(?:的|了)?"
)
_MONEY = re.compile("多少(?:[万亿]?元|钱|资金|投资)|几[万亿]?元|金额|总投资")
_LEADING = re.compile("^(?:由|归)?[省市区县]?")
_SAID = 0.8


def charged(searcher: Searcher, query: Query) -> Candidate | None:
    """Given a query that names a body of which nothing is held, return what the list of its government's report that the
    query names gives for the rows the body answers for; None where there is no such list for certain."""
    body = query.unknown_issuer or ""
    if not _CHARGE.search(query.simplified) or not _MONEY.search(query.simplified) or len(query.years) > 1:
        return None
    before, _, body = body.rpartition("由")
    places = [(issuer, body) for issuer in query.issuers] or list(governments(searcher, body))
    found = [
        one
        for issuer, name in places
        for one in _lists(
            searcher.all(Scope((issuer,), query.years)),
            _names(name),
            _CHARGE.sub("", before + measure(query)),
        )
    ]
    return found[0] if len(found) == 1 else None


def _names(body: str) -> tuple[str, ...]:
    """All that a body is called by, in full and in short."""
    bare = _LEADING.sub("", body)
    return next((one.names for one in known().bodies if bare in one.names), (bare,))


def _lists(figures: Sequence[Figure], names: Sequence[str], words: str) -> Iterator[Candidate]:
    """The tables in which rows are the body's, each with what one column of money gives for these."""
    asked = tuple(term for term in terms(words) if term.weight == FULL)
    tables: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.citation.cell is not None:
            tables[one.citation.report, one.citation.block].append(one)
    for table in tables.values():
        rows = {
            one.citation.cell[0]
            for one in table
            if one.citation.cell and _LEADING.sub("", one.raw.strip()) in names
        }
        money = [one for one in table if one.value is not None and unit_fits("元", one.unit) and one.unit]
        columns = {one.label.column for one in money}
        own = tuple(
            sorted(
                (one for one in money if one.citation.cell and one.citation.cell[0] in rows),
                key=place_in_table,
            )
        )
        if not own or len(columns) != 1:
            continue
        label = Label(own[0].label.section, own[0].label.caption, column=own[0].label.column)
        if asked and covered(asked, " ".join((label.text, *label.section[-1:]))) >= _SAID:
            yield Candidate(label, own, Fit(1, 1, 1, 0, 1), summed=len(own) > 1)

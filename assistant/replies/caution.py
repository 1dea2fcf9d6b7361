"""What an answer's figures have against them: a sum that fails, another value elsewhere, digits restored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.find.settle import identity, sides
from assistant.replies.wording import Wording
from assistant.reply import Answer
from assistant.words.plans import for_next_year
from corpus.checks import Check
from corpus.conflicts import Conflict
from corpus.doubts import Doubts
from corpus.report import Citation, Figure
from index.search import Scope, Searcher

_MOST = 3
"""Failing sums told in one answer; the source's page shows all."""
_OUT, _IN = "applications.carried_out.", "applications.carried_in."


@dataclass(frozen=True, slots=True)
class _Carried:
    """What one report hands over and the next year's takes over, which differ."""

    before: Figure
    after: Figure


def cautious(words: Wording, answer: Answer, searcher: Searcher) -> Answer:
    """Given the wording and an answer, return it with a warning for each thing that its figures have against
    them, the other figure concerned cited beside them. An answer with nothing against it stays as it is."""
    if answer.status not in ("answered", "not_reported") or not answer.citations:
        return answer
    doubts = searcher.doubts({citation.report for citation in answer.citations})
    conflicts = [one for one in doubts.conflicts if _concerns(one, answer)]
    carried = list(_carried(answer.figures, searcher))
    concerned = [figure for one in conflicts for figure in (*one.table, one.narrative)]
    concerned += [figure for one in carried for figure in (one.before, one.after)]
    answer = _with(answer, concerned)
    told = [
        *(_conflicting(words, one, answer) for one in conflicts),
        *(words.unbalanced(check, cited) for check, cited in _failing(answer.citations, doubts)),
        *(
            words.carried(one.before, _mark(one.before, answer), one.after, _mark(one.after, answer))
            for one in carried
        ),
        *_restored(words, answer.figures),
        *_planned(words, answer.figures),
    ]
    warnings = tuple(map(words.finish, told))
    return replace(answer, text="\n".join((answer.text, *warnings)), warnings=(*answer.warnings, *warnings))


def _concerns(conflict: Conflict, answer: Answer) -> bool:
    """Whether the answer gives one of its figures, cites its cell, or quotes the narrative's figure."""
    if sides(conflict) & {identity(figure) for figure in answer.figures}:
        return True
    if any(_cites(one.citation, answer) for one in conflict.table):
        return True
    return not answer.figures and any(_quotes(one, conflict.narrative.citation) for one in answer.citations)


def _cites(cell: Citation, answer: Answer) -> bool:
    return any((one.report, one.anchor) == (cell.report, cell.anchor) for one in answer.citations)


def _quotes(citation: Citation, told: Citation) -> bool:
    if citation.span is None or told.span is None:
        return False
    same = (citation.report, citation.block) == (told.report, told.block)
    return same and citation.span[0] <= told.span[0] and told.span[1] <= citation.span[1]


def _with(answer: Answer, concerned: Sequence[Figure]) -> Answer:
    """The answer with further figures at its end. Where it cites places without a value, whose marks are in
    the text, they are cited only, so that its figures stay beside their citations."""
    given = {identity(figure) for figure in answer.figures}
    new = {identity(one): one for one in concerned if identity(one) not in given and not _shown(one, answer)}
    valued = [one for one in new.values() if one.value is not None]
    blank = [one for one in new.values() if one.value is None]
    beside = len(answer.figures) == len(answer.citations)
    return replace(
        answer,
        figures=(*answer.figures, *(valued if beside else ())),
        citations=(*answer.citations, *(one.citation for one in (*valued, *blank))),
    )


def _shown(figure: Figure, answer: Answer) -> bool:
    """Whether a figure's place is cited, with no figure to it: a blank cell, or a quotation."""
    return any(
        _quotes(one, figure.citation) or one == figure.citation
        for one in answer.citations[len(answer.figures) :]
    )


def _mark(figure: Figure, answer: Answer) -> str:
    """The mark of the citation that a figure stands on."""
    for place, given in enumerate(answer.figures, 1):
        if identity(given) == identity(figure):
            return f"[{place}]"
    places = enumerate(answer.citations, 1)
    return next(f"[{n}]" for n, one in places if one == figure.citation or _quotes(one, figure.citation))


def _conflicting(words: Wording, conflict: Conflict, answer: Answer) -> str:
    told, *table = (_mark(one, answer) for one in (conflict.narrative, *conflict.table))
    return words.conflicting(conflict.narrative, told, conflict.table, table)


def _failing(citations: Sequence[Citation], doubts: Doubts) -> list[tuple[Check, Citation]]:
    """Each failing check once, with the first citation that takes part in it."""
    found: dict[Check, Citation] = {}
    for citation in citations:
        for check in doubts.checks_of(citation):
            found.setdefault(check, citation)
    return list(found.items())[:_MOST]


def _carried(figures: Sequence[Figure], searcher: Searcher) -> Iterator[_Carried]:
    seen = set()
    for figure in figures:
        pair = _handed_over(figure, searcher)
        if pair is not None and pair not in seen and pair.before.value != pair.after.value:
            seen.add(pair)
            yield pair


def _handed_over(figure: Figure, searcher: Searcher) -> _Carried | None:
    """The figure with the one that must equal it in the report of the year before or after, if that is held."""
    indicator = figure.label.indicator or ""
    if indicator.startswith(_IN):
        other = _held(searcher, figure, _OUT + indicator.removeprefix(_IN), figure.year - 1)
        return _Carried(other, figure) if other else None
    if indicator.startswith(_OUT):
        other = _held(searcher, figure, _IN + indicator.removeprefix(_OUT), figure.year + 1)
        return _Carried(figure, other) if other else None
    return None


def _held(searcher: Searcher, figure: Figure, indicator: str, year: int) -> Figure | None:
    found = searcher.by_indicator(indicator, Scope(issuers=(figure.citation.issuer,), years=(year,)))
    return found[0] if len(found) == 1 and found[0].value is not None else None


def _restored(words: Wording, figures: Sequence[Figure]) -> Iterator[str]:
    for trust in ("decoded", "ocr"):
        marks = [f"[{place}]" for place, figure in enumerate(figures, 1) if figure.trust == trust]
        if marks:
            yield words.restored(trust, marks)


def _planned(words: Wording, figures: Sequence[Figure]) -> Iterator[str]:
    """Of each year after that of its report, that what is told of it was only planned."""
    for year in dict.fromkeys(figure.year for figure in figures if for_next_year(figure)):
        marks = [
            f"[{place}]"
            for place, figure in enumerate(figures, 1)
            if for_next_year(figure) and figure.year == year
        ]
        yield words.planned(year, marks)

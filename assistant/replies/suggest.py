"""Questions that the reports held answer with a figure: related to what was asked, and unlike one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice, zip_longest

from assistant.find.finder import measure
from assistant.find.foresee import Content, Foresight, Moment
from assistant.match.candidates import key
from assistant.query import Query
from assistant.replies import wording
from assistant.reply import Answer, Language
from assistant.words.labels import DEFAULTS, is_total, leaves, timeless
from assistant.words.terms import Term, covered, terms, unnumbered
from corpus.report import Citation, Figure
from index.recent import Recent
from index.search import Held, Searcher

_FEW, _EXAMPLES = 3, 4
_KEPT = 64  # agencies' years in memory
_NEIGHBOURS = 4  # other agencies looked at
_TRIED = 16  # figures looked at for one answer, so that a report of odd labels costs no one time
_PHRASE, _PATH = range(4, 19), 24  # characters that read as one thing
_SHARE = re.compile(r"(?:率|比|比重|比例)$")
_ODD = re.compile(r"\d|[“”‘’《》()（）：:、，,；]|^其[他它中]|^(?:项目|内容|名称|序号|备注|注)$")


class Suggester:
    """Suggests questions. Safe to share between threads."""

    def __init__(self, searcher: Searcher, today: Callable[[], date]) -> None:
        self._foresight = Foresight(searcher, today)
        self._told: Recent[tuple[int, str, int], tuple[Figure, ...]] = Recent(_KEPT)

    def warm(self) -> None:
        """Read the newest reports, as many as are kept in memory."""
        moment = self._foresight.moment()
        for report in _newest_first(moment.held)[:_KEPT]:
            self._telling(moment, report.issuer, report.year)

    def examples(self, language: Language) -> tuple[str, ...]:
        """Given a language, return up to four questions for an empty page: of the newest reports, one agency
        after the other, each of another part of its report."""
        moment = self._foresight.moment()
        found = (self._parts(moment, one) for one in _newest_first(moment.held)[:_EXAMPLES])
        return self._asked(moment, _in_turn(*found), language, _EXAMPLES)

    def after(self, query: Query, answer: Answer) -> tuple[str, ...]:
        """Given a question and its answer, return up to three more: the same measure for another year or
        agency, what stands beside it, and something else of its report."""
        answered = answer.figures
        if not answered:
            return self.instead(query, cited=answer.citations)
        moment, last = self._foresight.moment(), answered[-1]
        given = {key(figure.label) for figure in answered}
        found = self._telling(moment, last.citation.issuer, last.year)
        told = [one for one in found if key(one.label) not in given]
        beside = sorted((one for one in told if _beside(one, last)), key=lambda one: -_shared(one, last))
        further = (one for one in told if not _beside(one, last))
        candidates = _in_turn(self._kin(moment, answered), iter(beside), further)
        return self._asked(moment, candidates, query.language, _FEW)

    def instead(
        self, query: Query, near: Iterable[Figure] = (), cited: Sequence[Citation] = ()
    ) -> tuple[str, ...]:
        """Given a question that no figure answers, figures that come near, and what was quoted, return up to
        three that are answered: the near ones, then those of the report with most of the question's words."""
        moment, asked = self._foresight.moment(), terms(measure(query))
        told = max(
            (self._like(moment, asked, *place) for place in _where(query, moment.held, cited)),
            key=lambda told: covered(asked, told[0].label.text) if told else 0.0,
            default=[],
        )
        candidates = chain(filter(_reads, near), _apart(told), told)
        return self._asked(moment, candidates, query.language, _FEW)

    def _like(self, moment: Moment, asked: tuple[Term, ...], issuer: str, year: int) -> list[Figure]:
        """What is told of an agency and year, with most of the words asked first."""
        return sorted(self._telling(moment, issuer, year), key=lambda one: -covered(asked, one.label.text))

    def _parts(self, moment: Moment, report: Held) -> Iterator[Figure]:
        return _apart(self._telling(moment, report.issuer, report.year))

    def _telling(self, moment: Moment, issuer: str, year: int) -> tuple[Figure, ...]:
        place = (moment.generation, issuer, year)
        return self._told.get(place, lambda: tuple(_telling(self._foresight.content(moment, issuer, year))))

    def _asked(
        self, moment: Moment, candidates: Iterable[Figure], language: Language, most: int
    ) -> tuple[str, ...]:
        """The questions of the first candidates that are answered with them."""
        words = wording(language)
        questions: dict[str, None] = {}
        for figure in islice(candidates, _TRIED):
            question = words.finish(words.ask(figure))
            if question not in questions and self._foresight.gives(moment, question, language, figure):
                questions[question] = None
                if len(questions) == most:
                    break
        return tuple(questions)

    def _kin(self, moment: Moment, answered: Sequence[Figure]) -> Iterator[Figure]:
        """The same measure in the nearest other year, or of another agency of the year."""
        held, last = moment.held, answered[-1]
        issuer, region = last.citation.issuer, _region(last, held)
        years = {one.year for one in held if one.issuer == issuer} - {figure.year for figure in answered}
        for year in sorted(years, key=lambda year: (abs(year - last.year), -year)):
            yield from self._same(moment, last, issuer, year)
        given = {figure.citation.issuer for figure in answered}
        others = [one for one in held if one.year == last.year and one.issuer not in given]
        for other in sorted(others, key=lambda one: one.region != region)[:_NEIGHBOURS]:
            yield from self._same(moment, last, other.issuer, last.year)

    def _same(self, moment: Moment, figure: Figure, issuer: str, year: int) -> Iterator[Figure]:
        wanted = key(figure.label)
        return (one for one in self._telling(moment, issuer, year) if key(one.label) == wanted)


def _telling(content: Content) -> Iterator[Figure]:
    """The figures worth asking for, each measure once: not 0, sure, and with a label that reads by itself."""
    seen: set[tuple[str, ...]] = set()
    for figure in content.figures:
        measure = key(figure.label)
        if measure in seen or not figure.value or figure.trust == "unreadable":
            continue
        if _reads(figure) and content.sure(figure):
            seen.add(measure)
            yield figure


def _reads(figure: Figure) -> bool:
    """Whether a question made of the figure's label reads as one that a person would ask."""
    label = figure.label
    if label.phrase:
        phrase = timeless(figure)
        return (
            len(phrase) in _PHRASE
            and not _ODD.search(phrase)
            and (figure.unit != "%" or bool(_SHARE.search(phrase)))
        )
    if len(label.column) > 1 and not is_total(label.column):
        return False
    parts = [unnumbered(part) for part in leaves(label)]
    return bool(parts) and len("".join(parts)) <= _PATH and not any(map(_vague, parts))


def _vague(part: str) -> bool:
    return len(part) < 2 or part in DEFAULTS or bool(_ODD.search(part))


def _beside(figure: Figure, other: Figure) -> bool:
    """Whether both stand in one table, or in one section's text."""
    if figure.citation.cell is None and other.citation.cell is None:
        return figure.citation.section == other.citation.section
    return figure.citation.block == other.citation.block


def _shared(figure: Figure, other: Figure) -> float:
    """How much two labels have in common: the labels around a cell, or the words of a phrase."""
    around = len({*figure.label.row, *figure.label.column} & {*other.label.row, *other.label.column})
    return around + covered(terms(other.label.text), figure.label.text)


def _apart(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The first figure of each table and section."""
    seen: set[object] = set()
    for figure in figures:
        place = figure.citation.section if figure.citation.cell is None else figure.citation.block
        if place not in seen:
            seen.add(place)
            yield figure


def _in_turn(*sources: Iterator[Figure]) -> Iterator[Figure]:
    return (figure for turn in zip_longest(*sources) for figure in turn if figure is not None)


def _newest_first(held: Sequence[Held]) -> list[Held]:
    """The newest report of each agency, then the others."""
    ordered = sorted(held, key=lambda one: -one.year)
    newest = {one.issuer: one for one in reversed(ordered)}
    return [
        *sorted(newest.values(), key=lambda one: -one.year),
        *(one for one in ordered if one not in newest.values()),
    ]


def _where(query: Query, held: Sequence[Held], cited: Sequence[Citation]) -> list[tuple[str, int]]:
    """The agencies and years whose reports are nearest to what was asked: quoted, else named, else the newest.
    Where no agency is named, several."""
    if cited:
        return [(cited[0].issuer, cited[0].year)]
    named = [one for one in held if one.issuer in query.issuers]
    ordered = sorted(named or held, key=lambda one: (one.year in query.years, one.year), reverse=True)
    return [(one.issuer, one.year) for one in ordered[: 1 if named else _NEIGHBOURS]]


def _region(figure: Figure, held: Sequence[Held]) -> str | None:
    return next((one.region for one in held if one.id == figure.citation.report), None)

"""A second reading of a question that found nothing: its names and words that are clearly typed wrongly, put right.

It is tried only where the question as typed has no answer, so that no answer is lost by it, and it counts only where the
answer that it leads to is of the very words put right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from assistant.elsewhere.bodies import bodies_of
from assistant.find.finder import Finder, measure
from assistant.query import Query
from assistant.reply import Answer
from assistant.retry.respell import corrections
from assistant.understand.issuers import name
from assistant.understand.misnamed import misnamed
from assistant.understand.question import written
from assistant.understand.question_words import misasked
from assistant.understand.typing_errors import Correction, put_right
from assistant.words.glossary import chinese_terms
from corpus.report import Figure
from index.search import Held, Scope, Searcher

_YEAR = re.compile(r"\d+年?")
_SPACE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
"""Where a comma was left out."""
_MOST = 4
"""More slips than this, and nobody can say what was meant."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it is read the second time, with what was put right: `slips` all of it, `words` those of the measure."""

    query: Query
    slips: tuple[Correction, ...]
    words: tuple[Correction, ...]

    def borne_out(self, answer: Answer) -> bool:
        """Whether an answer is of the words put right: its figures' labels, or its quotations, have them."""
        said = " ".join(
            (
                *(figure.label.text for figure in answer.figures),
                *(one.quote for one in answer.citations),
            )
        )
        return answer.status == "answered" and all(one.meant in said for one in self.words)


def in_vain(query: Query, answer: Answer) -> bool:
    """Whether a question found nothing that a second reading might find: no figure where one may be meant, not even one
    left blank."""
    if query.language == "en" or query.problem:
        return False
    if answer.status == "answered":
        return not (answer.figures or query.operation == "passage")
    return not answer.citations or query.operation != "value"


def reread(
    searcher: Searcher, text: str, query: Query, held: Sequence[Held], understood: Callable[[str], Query]
) -> Reading | None:
    """Given a question as typed and as understood, the reports held and a way to understand another text in its place,
    return its second reading, or None where nothing in it is clearly typed wrongly."""
    years, read = query.years, query
    if not query.issuers and _SPACE.search(text):
        text = _SPACE.sub("，", text)
        read = understood(text)
    text = written(text.strip(), query.language)
    if names := misnamed(text, held, read.issuers):
        text = put_right(text, names)
        read = understood(text)
    if read.unknown_issuer:
        return None
    figures = _in_scope(searcher, read, held)
    if asking := misasked(text, {figure.unit for figure in figures if figure.unit}):
        text = put_right(text, asking)
        read = understood(text)
    issuers = read.issuers
    if words := _misspelt(text, read, {figure.label.text for figure in figures}, held):
        read = understood(put_right(text, words))
    slips = (*names, *asking, *words)
    changed = 0 < len(slips) <= _MOST or (not slips and read.issuers != query.issuers)
    return Reading(read, slips, words) if changed and (read.years, read.issuers) == (years, issuers) else None


def _misspelt(
    text: str, query: Query, labels: Collection[str], held: Sequence[Held]
) -> tuple[Correction, ...]:
    """The words typed wrongly: of the measure by the labels, of all that is no name, and of the measure by the general
    terms, of which passages may speak."""
    measures = " ".join(dict.fromkeys((query.measure, *query.measures, query.whole)))
    rest = _YEAR.sub(" ", name(text, held).rest)
    return (
        _mistyped(measures, text, labels)
        or _mistyped(rest, text, labels)
        or _mistyped(measures, text, chinese_terms())
    )


def _in_scope(searcher: Searcher, query: Query, held: Sequence[Held]) -> Sequence[Figure]:
    """The figures that a query may be answered with: of a place, its bodies' too."""
    scope = Scope(query.issuers, query.years, query.report)
    if query.issuers:
        bodies = (replace(scope, issuers=(issuer,)) for issuer in bodies_of(query, held))
        return [figure for one in (scope, *bodies) for figure in searcher.all(one)]
    found = Finder(searcher, query, scope).searched(measure(query))
    return [one.item for one in found if isinstance(one.item, Figure)]


def _mistyped(asked: str, text: str, labels: Collection[str]) -> tuple[Correction, ...]:
    return tuple(one for one in corrections(asked, labels) if one.typed in text)

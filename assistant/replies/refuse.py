"""A refusal that names what is held: the years there are, the nearest that the report does give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.find.finder import Finder
from assistant.match.candidates import Candidate, example
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.replies.suggest import Suggester
from assistant.reply import Answer
from assistant.scope import Reach, held_years
from corpus.five_years import SPAN
from corpus.report import Figure
from index.search import Held, Searcher


def refused(
    searcher: Searcher,
    suggester: Suggester,
    composer: Composer,
    within: Reach,
    held: Sequence[Held],
    near: Sequence[Candidate],
) -> Answer:
    """Given a question without an answer, its scope and what lies near it, return the reply: the year is not held, or its
    report does not say."""
    query, words = composer.query, composer.words
    issuer = within.issuers[0] if len(within.issuers) == 1 else ""
    looked_back = query.against_last or len(within.missing) == SPAN
    looked_back = looked_back and within.years[-1:] == within.reviewed
    # of the year before that, the growth tells; of five years, what is told at their end
    if within.all_missing and within.missing != within.reviewed and not looked_back:
        text = words.year_not_held(issuer, within.missing, held_years(held, within.issuers))
        suggestions = suggester.instead(query, _elsewhere(searcher, query, within))
        return composer.refusal("not_held", text, suggestions=suggestions)
    labels = [words.label(example(candidate)) for candidate in near]
    by = tuple(year + 1 for year in within.reviewed) if within.all_missing else within.years[-1:]
    text = words.not_reported(issuer, by, labels)
    return composer.refusal("not_reported", text, suggestions=suggester.instead(query, map(example, near)))


def _elsewhere(searcher: Searcher, query: Query, within: Reach) -> Sequence[Figure]:
    """The same measure in the years that are held, one press away."""
    if query.operation == "passage":
        return ()
    selection = Finder(searcher, query, replace(within.scope, years=())).asked()
    return selection.chosen.figures[-3:] if selection.chosen is not None else ()

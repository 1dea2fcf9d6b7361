"""From the one label that says what is asked, or several between which the question is open, to the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.calculate import CannotCalculate, growth_by
from assistant.elsewhere.next_year import planned_change
from assistant.find.finder import Finder
from assistant.find.second_look import decided
from assistant.find.select import Selection
from assistant.find.stated import reported_change
from assistant.match.candidates import Candidate, example
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.scope import Reach
from assistant.understand.units import UNIT
from assistant.words.labels import is_sum
from assistant.words.plans import AHEAD, planned
from assistant.work_out.before import change_told, fell, risen_from, risen_to, signed, year_before
from assistant.work_out.beneath import divided_into
from assistant.work_out.operate import operate
from corpus.report import Figure

_NAMES_UNIT = re.compile(
    rf"(?:多少|几|哪)(?:{UNIT}|个百分点|万|亿|钱)|[yY]uan|RMB|in money|how many|percentage points?"
)
_OVER_YEARS = ("difference", "growth", "sum", "average", "rank", "trend", "compare", "list")


@dataclass(frozen=True, slots=True)
class Choosing:
    """Answers with what was selected for one question in its scope."""

    composer: Composer
    finder: Finder
    within: Reach

    def answer(self, selection: Selection) -> Answer:
        """Given a selection with a label chosen, return its figures, what is worked out of them, or which are meant."""
        composer, within, chosen = self.composer, self.within, selection.chosen
        query, searcher = composer.query, self.finder.searcher
        assert chosen is not None
        issuers = sorted({figure.citation.issuer for figure in chosen.figures})
        if len(issuers) > 1 and not _over_issuers(query):
            return which(composer, [first_of(chosen, issuer) for issuer in issuers], ())
        if selection.rivals:
            settled = decided(searcher, query, (chosen, *selection.rivals)) or self._later(selection)
            if settled is None:
                return which(composer, (), (chosen, *selection.rivals))
            chosen = settled
        if query.over == "rows" and not chosen.summed:
            things = divided_into(searcher, chosen)
            chosen = chosen if things is None or (query.choose and of_total_row(things)) else things
        figures = chosen.figures
        if within.open_year and not AHEAD.search(query.simplified):
            figures = tuple(figure for figure in figures if not planned(figure)) or figures
        newest = max(figure.year for figure in figures)
        if within.open_year and query.operation not in _OVER_YEARS and not chosen.summed:
            figures = tuple(figure for figure in figures if figure.year == newest)
        elif within.open_year and query.operation in ("difference", "growth"):
            figures = tuple(figure for figure in figures if figure.year >= newest - 1)
        if query.operation not in ("difference", "growth") or len(figures) > 1:
            return operate(composer, replace(chosen, figures=figures))
        return self._changed(replace(chosen, figures=figures))

    def _changed(self, chosen: Candidate) -> Answer:
        """The change in what one figure is known of: by what it was before, or by how much its paragraph says it changed."""
        query, searcher, figure = self.composer.query, self.finder.searcher, chosen.figures[0]
        before = risen_from(searcher, figure) or year_before(searcher, figure)
        if before is None and (ahead := planned_change(self.composer, self.finder, figure)):
            return ahead
        if before and query.years and before.year < query.years[0] - 1:
            before = None  # what it was five years ago is not what it was the year before
        now = figure.citation.year in query.years  # 到现在: as its report has it
        after = risen_to(searcher, figure) if now and not before else None
        figures = tuple(one for one in (before, figure, after) if one)
        changed = self._changed_by(figure) if len(figures) == 1 else None
        if changed is None and len(figures) == 1 and (told := in_percent(self.finder, self.within)):
            return self.composer.figures(told)
        return changed or operate(self.composer, replace(chosen, figures=figures))

    def _later(self, selection: Selection) -> Candidate | None:
        """Of two between which a question for a change is open, the one that the other is told to have become."""
        both = (selection.chosen, *selection.rivals)
        if self.composer.query.operation not in ("difference", "growth") or len(both) != 2:
            return None
        for now, before in (both, both[::-1]):
            if now and before and risen_from(self.finder.searcher, now.figures[-1]) == before.figures[-1]:
                return now
        return None

    def _changed_by(self, figure: Figure) -> Answer | None:
        """The change in a figure on the year before, or its growth, by what its own paragraph says of it."""
        query, composer, searcher = self.composer.query, self.composer, self.finder.searcher
        change = change_told(searcher, figure)
        if change is None and query.operation == "growth" and query.unit == "%":
            change = change_told(searcher, figure, in_percent=True)
        if change is None or query.years not in ((), (figure.year,), (figure.year - 1, figure.year)):
            return None
        if query.operation == "difference" or change.unit == "%":
            return signed(query, composer.figures((change,)))
        if query.unit != "%":
            return None
        try:
            down = fell(change)
            result = growth_by(figure, change, fell=down, places=composer.places)
        except CannotCalculate:
            return None
        assert figure.value is not None
        assert change.value is not None
        before = figure.value + change.value if down else figure.value - change.value
        earlier = replace(figure, year=figure.year - 1, value=before)
        return composer.calculated(composer.words.growth(earlier, figure), result, (figure, change))


def in_percent(finder: Finder, within: Reach) -> tuple[Figure, ...]:
    """Given a question by how much something changed, return the change that its report tells in percent, where the question
    does not say in what it wants it; tried where the report tells it in nothing else."""
    query = finder.query
    if query.operation != "difference" or query.measures or _NAMES_UNIT.search(query.text):
        return ()
    asked = replace(finder, query=replace(query, unit="%"))
    return reported_change(asked, query.years or within.years[-1:])


def which(composer: Composer, figures: Sequence[Figure], candidates: Sequence[Candidate]) -> Answer:
    """Given figures and labels that may be meant, return the question which of them is."""
    options = [*figures, *(example(candidate) for candidate in candidates)]
    return composer.which(options[:8])


def of_total_row(things: Candidate) -> bool:
    """Whether things are the columns of a row that is the total of all others: where it came from, and no kinds of it."""
    rows = {one.label.row for one in things.figures}
    return len(rows) == 1 and all(
        one.citation.cell is not None and is_sum(one.label.row) for one in things.figures
    )


def first_of(candidate: Candidate, issuer: str) -> Figure:
    """Given a label's figures, return the one of an agency, its newest."""
    return [figure for figure in candidate.figures if figure.citation.issuer == issuer][-1]


def _over_issuers(query: Query) -> bool:
    """Whether figures of several agencies answer together: each is named, or the question runs over them."""
    return query.over == "issuers" or query.operation in ("rank", "compare") or len(query.issuers) > 1

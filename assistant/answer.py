"""answer(question): understand it, settle the scope, find the evidence, answer or say why not."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.among import among
from assistant.candidates import Candidate
from assistant.carried import filled_in, wants_figure, worked
from assistant.caution import cautious
from assistant.compose import Composer
from assistant.conversation import follow_up
from assistant.conversations import Conversations, MemoryConversations
from assistant.find import Finder, measure
from assistant.of_others import told_of
from assistant.operate import operate, together
from assistant.other_years import speaks_of, told_later
from assistant.query import Query
from assistant.quote import Quotation, gathered, quotations
from assistant.rates import divided, rated
from assistant.record import Journal, entry
from assistant.replies import wording
from assistant.reply import Answer, Choice, Language
from assistant.scope import Reach, held_years, reach
from assistant.second_look import decided, taken_up
from assistant.select import Selection
from assistant.suggest import Suggester
from assistant.taught import Pins, Taught
from assistant.teaching import Teaching
from assistant.understand.question import taken_apart, understand
from assistant.wanted import asked_apart, wanted
from assistant.wholes import parts_of
from corpus.report import Figure
from index.search import Held, Scope, Searcher

_WORKED = ("difference", "growth", "share", "rate", "sum", "average", "rank")
"""What is worked out of figures: no sentence of a report answers it in their place."""
_OVER_YEARS = ("difference", "growth", "sum", "average", "rank", "trend", "compare", "list")


class Assistant:
    """Answers questions from the reports held. Safe to share between threads."""

    def __init__(
        self,
        searcher: Searcher,
        conversations: Conversations | None = None,
        today: Callable[[], date] = date.today,
        *,
        journal: Journal | None = None,
        teaching: Teaching | None = None,
    ) -> None:
        self._searcher, self._today, self._journal, self._teaching = searcher, today, journal, teaching
        self._conversations = conversations or MemoryConversations()
        self._suggester = Suggester(searcher, today)

    def ask(
        self,
        question: str,
        *,
        conversation: str | None = None,
        issuer: str | None = None,
        year: int | None = None,
        report: str | None = None,
        language: Language | None = None,
        channel: str = "",
    ) -> Answer:
        """Given a question and what narrows it, return its answer. A scope given beside the question holds
        where the question names none; `report` always holds. `channel` says in the journal where the question
        came from; without one it is not noted."""
        began = time.perf_counter()
        held = self._searcher.held()
        previous = self._conversations.last(conversation) if conversation else None
        given = Scope((issuer,) if issuer else (), (year,) if year else (), report)
        query = _narrowed(self._understand(question, previous, held, language), given)
        issuers = reach(query, held).issuers
        if (taught := self._taught().reworded(question, issuers, quote=query.language == "en")) != question:
            again = _narrowed(self._understand(taught, previous, held, query.language), given)
            query = replace(again, text=query.text, language=query.language)
        answer = self._answer(query, held)
        if not (answer.suggestions or answer.choices):
            answer = replace(answer, suggestions=self._suggester.after(query, answer))
        if conversation is None or previous is None:
            conversation = self._conversations.start()  # an id that we did not give out is not taken up
        self._conversations.keep(conversation, filled_in(query, answer, previous))
        answer = cautious(wording(query.language), answer, self._searcher)
        answer = replace(answer, conversation=conversation, id=secrets.token_urlsafe(12))
        if self._journal is not None and channel:
            self._journal.note(entry(query, answer, channel, (time.perf_counter() - began) * 1000))
        return answer

    def warm(self) -> None:
        """Gather what suggestions are made from, so that the first questions need not wait for it."""
        self._suggester.warm()

    def examples(self, language: Language = "zh-Hans") -> tuple[str, ...]:
        """Given a language, return a few questions that the reports held can answer."""
        return self._suggester.examples(language)

    def _understand(
        self, question: str, previous: Query | None, held: Sequence[Held], language: Language | None
    ) -> Query:
        if previous is not None:
            return follow_up(previous, question, held, today=self._today(), language=language)
        return understand(question, held, today=self._today(), language=language)

    def _taught(self) -> Taught:
        return self._teaching.taught() if self._teaching is not None else Taught()

    def _pins(self, within: Reach) -> Pins:
        return self._taught().pins_for(self._searcher, within.issuers, within.years)

    def _answer(self, query: Query, held: Sequence[Held]) -> Answer:
        composer = Composer(query)
        words = composer.words
        if query.problem:
            return composer.refusal(
                "out_of_scope", words.problem(query.problem), suggestions=self.examples(query.language)
            )
        if not held:
            return composer.refusal("not_held", words.nothing_held())
        within = reach(query, held)
        if query.unknown_issuer:
            told = told_of(self._searcher, query, within)
            if told is not None:
                return operate(Composer(query, within), told)
            issuers = tuple(dict.fromkeys(one.issuer for one in held))
            return composer.refusal("not_held", words.issuer_not_held(query.unknown_issuer, issuers))
        if query.given:
            return worked(Composer(query, within))
        return self._within(Composer(query, within), within, held)

    def _within(self, composer: Composer, within: Reach, held: Sequence[Held]) -> Answer:
        query = composer.query
        finder = Finder(self._searcher, query, within.scope, self._pins(within))
        if query.operation == "passage":
            if (marked := finder.pinned()) is not None:
                return self._chosen(composer, within, marked)
            return self._quote(composer, within) or self._refuse(composer, within, held, ())
        figures = () if query.measures else self._reported(finder, query.years or within.years[-1:])
        if figures:
            return composer.figures(figures)
        if rate := rated(composer, finder):
            return rate
        if query.each:
            quotient = divided(composer, finder)
            return quotient or self._refuse(composer, within, held, ())
        if (joint := finder.joint()) is not None:
            return self._chosen(composer, within, joint)
        selections = [finder.measure(one) for one in query.measures] or [finder.asked()]
        if len(selections) == 1 and query.choose and (things := self._among(finder, within, selections[0])):
            return operate(composer, things)
        if len(selections) == 1 and selections[0].chosen is None:
            selections = [
                Selection(taken_up(self._searcher, query, selections[0].near), near=selections[0].near)
            ]
        if len(selections) == 1 and selections[0].chosen is None and (apart := taken_apart(query)):
            each = replace(finder, query=apart)
            found = [each.measure(one) for one in apart.measures]
            if all(selection.chosen for selection in found):
                return self._several(Composer(apart, within), within, held, found)
        if all(selection.chosen is None for selection in selections):
            if (before := told_later(finder, within)) is not None:
                return composer.figures((before,))
            counted = query.operation in _WORKED or wants_figure(query) or len(query.years) > 1
            quoted = None if counted else self._quote(composer, within)
            return quoted or self._refuse(composer, within, held, selections[0].near)
        if len(selections) > 1:
            return self._several(composer, within, held, selections)
        return self._chosen(composer, within, selections[0])

    @staticmethod
    def _among(finder: Finder, within: Reach, selection: Selection) -> Candidate | None:
        """The things of one agency to choose among, where the question itself names none of them."""
        if len(within.issuers) != 1 or (selection.chosen is not None and not selection.rivals):
            return None
        return among(finder)

    @staticmethod
    def _reported(finder: Finder, years: Sequence[int]) -> tuple[Figure, ...]:
        """What would be worked out, where the report itself gives it: a change, a share."""
        if finder.query.operation in ("difference", "growth"):
            return finder.reported_change(years)
        return finder.reported_share() if finder.query.operation in ("share", "rate") else ()

    def _several(
        self, composer: Composer, within: Reach, held: Sequence[Held], selections: Sequence[Selection]
    ) -> Answer:
        """Several measures in one question: each one's figure of the newest year, given or worked with."""
        chosen = [selection.chosen for selection in selections if selection.chosen]
        rivals = next((one for one in selections if one.chosen and one.rivals), None)
        if rivals is not None and rivals.chosen is not None:
            return self._which(composer, (), (rivals.chosen, *rivals.rivals))
        issuers = {figure.citation.issuer for one in chosen for figure in one.figures}
        if len(issuers) > 1 and not composer.query.issuers:
            return self._which(composer, [_first_of(chosen[0], issuer) for issuer in sorted(issuers)], ())
        answer = together(composer, chosen) if len(chosen) == len(selections) else None
        near = [one for selection in selections for one in selection.near]
        return answer or self._refuse(composer, within, held, near)

    def _chosen(self, composer: Composer, within: Reach, selection: Selection) -> Answer:
        query, chosen = composer.query, selection.chosen
        assert chosen is not None
        issuers = sorted({figure.citation.issuer for figure in chosen.figures})
        if len(issuers) > 1 and not _over_issuers(query):
            return self._which(composer, [_first_of(chosen, issuer) for issuer in issuers], ())
        if selection.rivals:
            settled = decided(self._searcher, query, (chosen, *selection.rivals))
            if settled is None:
                return self._which(composer, (), (chosen, *selection.rivals))
            chosen = settled
        if query.over == "rows" and not chosen.summed:
            chosen = parts_of(self._searcher, chosen) or chosen
        figures = chosen.figures
        newest = max(figure.year for figure in figures)
        if within.open_year and query.operation not in _OVER_YEARS and not chosen.summed:
            figures = tuple(figure for figure in figures if figure.year == newest)
        elif within.open_year and query.operation in ("difference", "growth"):
            figures = tuple(figure for figure in figures if figure.year >= newest - 1)
        if query.operation in ("difference", "growth") and len(figures) == 1:
            finder = Finder(self._searcher, query, within.scope)
            before = finder.risen_from(figures[0]) or finder.year_before(figures[0])
            figures = (before, *figures) if before else figures
        return operate(composer, replace(chosen, figures=figures))

    def _which(
        self, composer: Composer, figures: Sequence[Figure], candidates: Sequence[Candidate]
    ) -> Answer:
        words = composer.words
        options = [*figures, *(_example(candidate) for candidate in candidates)]
        choices = [Choice(_option(composer, figure), words.ask(figure)) for figure in options[:8]]
        return composer.refusal("ambiguous", words.which(), choices=choices)

    def _quote(self, composer: Composer, within: Reach) -> Answer | None:
        query = composer.query
        parts = [
            self._understand(part, None, self._searcher.held(), query.language)
            for part in asked_apart(query.text)
        ]
        each = [self._quoted(part, within) for part in parts]
        found = list(dict.fromkeys(one for some in each for one in some)) if all(each) else []
        found = found or self._quoted(query, within)
        return composer.quotations(found) if found else None

    def _quoted(self, query: Query, within: Reach) -> list[Quotation]:
        wish = wanted(query.in_own_words, measure(query))
        evidence = gathered(self._searcher, wish, self._passage_scope(within))
        if within.all_missing:  # another year's report may speak of the year: its plans, its review
            evidence = [one for one in evidence if speaks_of(self._searcher, one, query.years)]
        return quotations(wish, evidence, self._searcher.report)

    @staticmethod
    def _passage_scope(within: Reach) -> Scope:
        if within.all_missing:
            return replace(within.scope, years=())
        if not within.scope.years and within.years:
            return replace(within.scope, years=within.years[-1:])
        return within.scope

    def _refuse(
        self, composer: Composer, within: Reach, held: Sequence[Held], near: Sequence[Candidate]
    ) -> Answer:
        query, words = composer.query, composer.words
        issuer = within.issuers[0] if len(within.issuers) == 1 else ""
        if within.all_missing and within.missing != within.reviewed:
            years = held_years(held, within.issuers)
            text = words.year_not_held(issuer, within.missing, years)
            suggestions = self._suggester.instead(query, self._elsewhere(composer, within))
            return composer.refusal("not_held", text, suggestions=suggestions)
        labels = [words.label(_example(candidate)) for candidate in near]
        by = tuple(year + 1 for year in within.reviewed) if within.all_missing else within.years[-1:]
        text = words.not_reported(issuer, by, labels)
        suggestions = self._suggester.instead(query, map(_example, near))
        return composer.refusal("not_reported", text, suggestions=suggestions)

    def _elsewhere(self, composer: Composer, within: Reach) -> Sequence[Figure]:
        """The same measure in the years that are held, one press away."""
        query = composer.query
        if query.operation == "passage":
            return ()
        selection = Finder(self._searcher, query, replace(within.scope, years=())).asked()
        return selection.chosen.figures[-3:] if selection.chosen is not None else ()


def _narrowed(query: Query, given: Scope) -> Query:
    """The query in the scope given beside the question, where the question names none."""
    return replace(
        query,
        issuers=query.issuers or (() if query.unknown_issuer else given.issuers),
        years=query.years or given.years,
        report=given.report,
    )


def _over_issuers(query: Query) -> bool:
    """Whether figures of several agencies answer together: each is named, or the question runs over them."""
    return query.over == "issuers" or query.operation in ("rank", "compare") or len(query.issuers) > 1


def _first_of(candidate: Candidate, issuer: str) -> Figure:
    return [figure for figure in candidate.figures if figure.citation.issuer == issuer][-1]


def _example(candidate: Candidate) -> Figure:
    """A figure to name a candidate by: for a sum, one labelled as the group is."""
    return replace(candidate.figures[-1], label=candidate.label)


def _option(composer: Composer, figure: Figure) -> str:
    return f"{figure.citation.issuer} {figure.year}：{composer.words.label(figure)}"

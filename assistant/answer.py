"""answer(question): understand it, settle the scope, find the evidence, answer or say why not."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.answering import Answering
from assistant.conversation import follow_up
from assistant.conversations import Conversations, MemoryConversations
from assistant.elsewhere.bodies import by_its_bodies
from assistant.elsewhere.charged import charged
from assistant.elsewhere.looked_in import looked_in
from assistant.elsewhere.namesakes import of_the_one
from assistant.elsewhere.of_others import of_its_part, said_of, told_of
from assistant.query import Query
from assistant.record import Journal, entry
from assistant.replies import wording
from assistant.replies.caution import cautious
from assistant.replies.compose import Composer
from assistant.replies.suggest import Suggester
from assistant.reply import Answer, Language
from assistant.retry.looked_up import says_all, second_readings
from assistant.retry.reread import in_vain, reread
from assistant.scope import Reach, reach
from assistant.taught.applied import Pins, Taught
from assistant.taught.store import Teaching
from assistant.understand.dictionary import Dictionary, load
from assistant.understand.question import understand
from assistant.work_out.carried import filled_in, worked
from assistant.work_out.operate import operate
from index.search import Held, Scope, Searcher


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
        read = partial(self._read, previous=previous, held=held, given=given)
        query = read(question, language)
        issuers = reach(query, held).issuers
        if (taught := self._taught().reworded(question, issuers, quote=query.language == "en")) != question:
            query = replace(read(taught, query.language), text=query.text, language=query.language)
        query, answer = self._answer(query, held)
        query, answer = self._second_reading(taught, query, answer, held, read)
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

    def _second_reading(
        self, text: str, query: Query, answer: Answer, held: Sequence[Held], read: Callable[..., Query]
    ) -> tuple[Query, Answer]:
        """The query and its answer, or, where it was asked in vain and a second reading is answered, those of that: with
        its English words looked up in a dictionary, or with what is clearly typed wrongly put right."""
        if query.language == "en" and answer.status == "not_reported":
            for again in second_readings(self._searcher, query, held, lambda words: read(text, "en", words)):
                second = self._answer(again, held)
                if says_all(*second):
                    return second
            return query, answer
        if not in_vain(query, answer):
            return query, answer
        reading = reread(self._searcher, text, query, held, lambda said: read(said, query.language))
        if reading is None:
            return query, answer
        again, found = self._answer(replace(reading.query, text=query.text, places=query.places), held)
        if not reading.borne_out(found) or (answer.status == "answered" and not found.figures):
            return query, answer
        words = wording(query.language)
        told = words.read_as([(one.typed, one.meant) for one in reading.slips]) if reading.slips else ""
        return again, replace(found, assumed="；".join(filter(None, (words.finish(told), found.assumed))))

    def warm(self) -> None:
        """Gather what suggestions are made from and load the dictionary, so that the first questions need not wait."""
        self._suggester.warm()
        load()

    def examples(self, language: Language = "zh-Hans") -> tuple[str, ...]:
        """Given a language, return a few questions that the reports held can answer."""
        return self._suggester.examples(language)

    def _read(
        self,
        question: str,
        language: Language | None,
        dictionary: Dictionary | None = None,
        *,
        previous: Query | None,
        held: Sequence[Held],
        given: Scope,
    ) -> Query:
        """A question understood, after the one before if there is any, in the scope given beside it."""
        today = self._today()
        if previous is None:
            query = understand(question, held, today=today, language=language, dictionary=dictionary)
        else:
            query = follow_up(previous, question, held, today=today, language=language, dictionary=dictionary)
        return _narrowed(query, given)

    def _taught(self) -> Taught:
        return self._teaching.taught() if self._teaching is not None else Taught()

    def _pins(self, within: Reach) -> Pins:
        return self._taught().pins_for(self._searcher, within.issuers, within.years)

    def _answer(self, query: Query, held: Sequence[Held]) -> tuple[Query, Answer]:
        """The query and its answer, or, of a place whose report does not say, those of the one of its bodies that does."""
        answer = of_the_one(query, lambda one: self._in_scope(one, held))
        if answer.status not in ("not_reported", "not_held") or answer.citations:
            return query, answer
        found = by_its_bodies(self._searcher, query, held, lambda asked: self._in_scope(asked, held))
        return found or (query, answer)

    def _in_scope(self, query: Query, held: Sequence[Held]) -> Answer:
        query = looked_in(query, held)
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
            told = told_of(self._searcher, query, within) or charged(self._searcher, query)
            if told is not None:
                return operate(Composer(query, within), told)
            if said := said_of(self._searcher, query, held, partial(self._part, query, held)):
                return composer.quotations(said)
            if part := of_its_part(self._searcher, query, lambda one: self._in_scope(one, held)):
                return part
            issuers = tuple(dict.fromkeys(one.issuer for one in held))
            return composer.refusal("not_held", words.issuer_not_held(query.unknown_issuer, issuers))
        if query.given:
            return worked(Composer(query, within))
        return Answering(
            self._searcher,
            Composer(query, within),
            within,
            held,
            self._pins(within),
            self._suggester,
            partial(self._part, query, held),
        ).answer()

    def _part(self, query: Query, held: Sequence[Held], part: str) -> Query:
        """A part of a question understood as a question of its own."""
        return understand(part, held, today=self._today(), language=query.language)


def _narrowed(query: Query, given: Scope) -> Query:
    """The query in the scope given beside the question, where the question names none."""
    return replace(
        query,
        issuers=query.issuers or (() if query.unknown_issuer else given.issuers),
        years=query.years or given.years,
        report=given.report,
    )

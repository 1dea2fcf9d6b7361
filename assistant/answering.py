"""One question in its scope: the figures that answer it, what is worked out of them, the sentences that say it, or a
refusal. Every step is tried only where the one before found nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.chosen import Choosing, first_of, in_percent, of_total_row, which
from assistant.elsewhere.looked_in import looked_back_on
from assistant.elsewhere.other_years import told_as_of, told_later
from assistant.elsewhere.quoting import quoted
from assistant.find.beside import beside, divided_by_it
from assistant.find.finder import Finder, measure
from assistant.find.finer import finer
from assistant.find.foremost import foremost
from assistant.find.parallel import in_place
from assistant.find.second_look import taken_up
from assistant.find.select import Selection
from assistant.find.stated import reported_change, reported_share
from assistant.match.candidates import Candidate
from assistant.match.other_spans import asks_long_ago
from assistant.match.over_years import done_in_one_year
from assistant.query import Query
from assistant.quote.processing_fee import asks_fee, asks_other_charge
from assistant.quote.which_ones import counts_quoted
from assistant.replies.compose import Composer
from assistant.replies.refuse import refused
from assistant.replies.suggest import Suggester
from assistant.replies.verdict import with_verdict
from assistant.reply import Answer
from assistant.scope import Reach, reach
from assistant.taught.applied import Pins
from assistant.understand.question import taken_apart
from assistant.words.alike import counts_another
from assistant.words.labels import is_of_five_years
from assistant.words.plans import planned
from assistant.work_out.against_plan import against_plan, against_target
from assistant.work_out.among import among
from assistant.work_out.before import signed
from assistant.work_out.before_after import before_and_after
from assistant.work_out.before_change import asks_before, before_its_change
from assistant.work_out.beneath import divided_into
from assistant.work_out.budgeted import of_budget, only_of_budget
from assistant.work_out.carried import wants_figure
from assistant.work_out.concluded import asks_concluded, concluded, says_concluded
from assistant.work_out.dealt_with import of_the_last
from assistant.work_out.for_each import divided
from assistant.work_out.listed import added_up, counted_apart, told_of_all
from assistant.work_out.of_span import of_span
from assistant.work_out.operate import of_two_rates, operate, together
from assistant.work_out.over_span import over_span
from assistant.work_out.own_target import against_its_own
from assistant.work_out.pass_rates import only_counts, pass_rate
from assistant.work_out.quoted_numbers import quotes, worked_from_quoted
from assistant.work_out.rates import of_another, rated
from assistant.work_out.reckoned import reckoned
from assistant.work_out.remaining import SAYS_LEFT, left_over
from assistant.work_out.shares_apart import between_shares
from assistant.work_out.siblings import followed, told_alike
from assistant.work_out.sums_apart import between_sums
from assistant.work_out.taken_away import less_parts
from assistant.work_out.than_country import of_country, than_country
from assistant.work_out.with_another import in_sentence, with_another
from corpus.five_years import SPAN
from corpus.report import Figure
from index.search import Held, Searcher

_WORKED = ("difference", "growth", "share", "rate", "sum", "average", "rank")
"""What is worked out of figures: no sentence of a report answers it in their place."""
_ASKS_WORDS = re.compile("什么|啥|哪|谁|怎|如何|为何|介绍|说明")
_EACH = re.compile("各|分别|依次|逐[一个项]")


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers one question whose scope is settled. `understood` reads a part of it as a question of its own."""

    searcher: Searcher
    composer: Composer
    within: Reach
    held: Sequence[Held]
    pins: Pins
    suggester: Suggester
    understood: Callable[[str], Query]

    def answer(self) -> Answer:
        """The answer: a figure, what is worked out of figures, a quotation, or why there is none."""
        answer = self._found()
        if answer.status == "not_reported" and not answer.citations:
            answer = self._looked_back() or answer
        query = self.composer.query
        values = [one.value for one in answer.figures]
        if answer.calculation is None and counts_quoted(query.simplified, values):
            return self._quoted() or self._refused(())
        quoted = answer.calculation is None and quotes(query, answer.figures)
        unfit = quoted or _as_it_is_now(query, answer) or only_counts(query, answer)
        unfit = unfit or done_in_one_year(query, answer) or of_another(query, answer)
        labels = " ".join(figure.label.text for figure in answer.figures)
        unfit = unfit or (labels != "" and asks_other_charge(query, labels))
        return self._refused(()) if unfit else with_verdict(query, answer)

    def _found(self) -> Answer:
        query, finder = self.composer.query, self._finder
        if query.operation == "passage":
            return self._in_words(finder)
        if query.of_country:
            return of_country(self.composer, finder) or self._refused(())
        if asks_fee(query):
            return self._quoted() or self._refused(())
        if query.operation in ("value", "rate", "share", "trend") and asks_before(query.simplified):
            return before_its_change(self.composer, finder) or self._refused(())
        return self._set_against(finder) or self._as_reported(finder) or self._of_selected(finder)

    def _in_words(self, finder: Finder) -> Answer:
        """What sentences say, unless staff have marked a figure, or what is asked for is a figure that is to be reached."""
        if (marked := finder.pinned()) is not None:
            return self._chosen(marked)
        if (target := _target(finder)) is not None:
            return self.composer.figures((target,))
        return self._quoted() or self._refused(())

    def _set_against(self, finder: Finder) -> Answer | None:
        """What the question sets against something else: a number it quotes, the answer before, a plan, a part taken away,
        another agency or year, the whole country. What it says so is not answered in any other way."""
        query, composer = self.composer.query, self.composer
        for step in (worked_from_quoted, with_another, followed):
            if (answer := step(composer, finder)) is not None:
                return answer
        if query.beside and not query.beside.words:
            return self._refused(())  # 之前呢: what is so now is not how it was before
        if (meant := in_place(finder)) is not None:
            meant = replace(meant, claim=None)  # what it claims is judged once, by the question itself
            return replace(self, composer=replace(composer, query=meant)).answer()
        if (targeted := against_its_own(composer, finder)) is not None:
            return targeted
        if query.against_plan:
            return against_plan(composer, finder) or self._refused(())
        if query.target is not None and query.operation in ("difference", "growth"):
            return against_target(composer, finder) or self._refused(())
        if query.residue:
            return less_parts(composer, finder) or self._refused(())
        for step in (before_and_after, between_shares, of_span):
            if (answer := step(composer, finder)) is not None:
                return answer
        above = than_country(finder)
        return None if above is None else composer.figures((above,))

    def _as_reported(self, finder: Finder) -> Answer | None:
        """Changes, shares and rates: as the report gives them itself, else worked out of a budget or of parts and wholes."""
        query, composer = self.composer.query, self.composer
        years = query.years or self.within.years[-1:]
        of_others = bool(query.measures) or of_the_last(finder) is not None
        figures = () if of_others else self._reported(finder, years)
        if figures:
            bounded = query.operation == "share" and any(map(_bounded, figures))
            exact = rated(composer, finder) if bounded else None
            return exact if exact and exact.calculation else signed(query, composer.figures(figures))
        if query.operation != "value" and (spent := of_budget(composer, finder)):
            return spent
        if only_of_budget(query):
            return self._refused(())
        if rate := pass_rate(composer, finder) or rated(composer, finder):
            return rate
        if query.for_each:
            return divided(composer, finder, query.for_each) or self._refused(())
        changes = _each_changed(finder, years)
        return composer.figures(changes) if changes else None

    def _of_selected(self, finder: Finder) -> Answer:
        """The figures whose labels say what is asked, given or worked with; else what several of them come to."""
        query, composer = self.composer.query, self.composer
        if (joint := finder.joint()) is not None:
            return self._chosen(joint)
        selections = [_operand(finder, one) for one in query.measures] or [finder.asked()]
        selections = told_alike(finder, selections)
        first = selections[0]
        if query.remains[0] and not _says_left(first):
            return left_over(composer, finder) or self._refused(first.near)
        if asks_concluded(query) and not says_concluded(first):
            return concluded(composer, finder) or self._refused(first.near)
        if len(selections) == 1:
            if said := foremost(query, first):
                return composer.figures(said.figures)
            if things := self._among(finder, first):
                return operate(composer, things)
            if first.rivals and (sums := between_sums(composer, finder)):
                return sums
        if first.rivals and (listed := added_up(composer, finder)):
            return listed
        if len(selections) == 1 and first.chosen is None:
            first = Selection(taken_up(self.searcher, query, first.near), near=first.near)
            selections = [first]
        if query.operation == "value" and first.chosen is None and (spent := of_budget(composer, finder)):
            return spent
        if len(selections) == 1 and first.chosen is None and (apart := taken_apart(query)):
            each = replace(finder, query=apart)
            found = [each.measure(one) for one in apart.measures]
            if all(selection.chosen for selection in found):
                return self._or_added_up(finder, self._several(Composer(apart, self.within), found))
        if all(selection.chosen is None for selection in selections):
            return self._otherwise(finder, first.near) or self._refused(first.near)
        if len(selections) > 1:
            return self._or_added_up(finder, self._several(composer, selections))
        return self._chosen(first)

    def _otherwise(self, finder: Finder, near: Sequence[Candidate]) -> Answer | None:
        """Where no label says what is asked: as told of it later, worked back, in other words, or in sentences. Where one would
        but for what narrows the question (上半年), nothing else is meant than the same in other words."""
        query, composer = self.composer.query, self.composer
        if (before := told_later(finder, self.within)) is not None:
            return composer.figures((before,))
        if (stood := told_as_of(finder, self.held)) is not None:
            return composer.figures((stood,))
        for step in (reckoned, over_span):
            if (answer := step(composer, finder)) is not None:
                return answer
        if (answer := self._in_other_words(finder)) is not None:
            return answer
        if any(one.fit.of_more for one in near):
            return None
        if (answer := added_up(composer, finder)) is not None:
            return answer
        if query.operation == "value" and (told := in_sentence(finder)) is not None:
            return composer.figures((told,))
        if changed := in_percent(finder, self.within):
            return composer.figures(changed)
        counted = query.operation in _WORKED or wants_figure(query) or len(query.years) > 1
        return None if counted else self._quoted()

    def _looked_back(self) -> Answer | None:
        """What is worked out of the year on which the work report that the question names looks back."""
        if (back := looked_back_on(self.composer.query, self.held)) is None:
            return None
        within = reach(back, self.held)
        answer = replace(self, composer=Composer(back, within), within=within)._found()
        return answer if answer.status == "answered" else None

    @property
    def _finder(self) -> Finder:
        return Finder(self.searcher, self.composer.query, self.within.scope, self.pins)

    def _among(self, finder: Finder, selection: Selection) -> Candidate | None:
        """The things of one agency to choose among or to add up, where the question itself names none of them."""
        query, chosen = finder.query, selection.chosen
        of_rows = query.over == "rows" and (query.choose or query.operation == "sum")
        if len(self.within.issuers) != 1 or not (query.choose or of_rows) or query.over == "years":
            return None
        candidates = () if chosen is None else (chosen, *selection.rivals)
        if query.choose and of_rows:
            divided = [
                divided_into(finder.searcher, one, measure(query)) for one in candidates if not one.summed
            ]
            found = [one for one in divided if one is not None and not of_total_row(one)]
            if len(found) == 1:
                return found[0]
        open_ = chosen is None or selection.rivals or (query.choose and of_rows)
        things = among(finder) if open_ else None
        return None if things is not None and of_rows and of_total_row(things) else things

    def _in_other_words(self, finder: Finder) -> Answer | None:
        """What answers in the words of reports, where the question is for one figure of one agency, or for how it
        changed."""
        query = finder.query
        if query.language == "en" or query.choose or len(query.measures) > 1 or len(self.within.issuers) != 1:
            return None
        changed = query.operation in ("difference", "growth", "trend", "compare") and query.over != "rows"
        of_span = query.operation == "sum" and len(query.years) == SPAN  # 十四五一共: as one figure tells it
        if not (changed or of_span) and query.operation not in ("value", "share", "rate"):
            return None
        selection = finder.in_other_words()
        if (chosen := selection.chosen) is None or (of_span and not is_of_five_years(chosen.label)):
            return None
        if changed and not {*query.years} <= {figure.year for figure in chosen.figures}:
            return None
        if query.operation in ("share", "rate"):
            return None if selection.rivals else self.composer.figures(chosen.figures)
        return self._chosen(selection)

    @staticmethod
    def _reported(finder: Finder, years: Sequence[int]) -> tuple[Figure, ...]:
        """What would be worked out, where the report itself gives it: a change, a share."""
        if finder.query.operation in ("difference", "growth"):
            changes = reported_change(finder, years)
            return () if any(of_two_rates(finder.query, one) for one in changes) else changes
        return reported_share(finder) if finder.query.operation in ("share", "rate") else ()

    def _several(self, composer: Composer, selections: Sequence[Selection]) -> Answer:
        """Several measures in one question: each one's figure of the newest year, given or worked with."""
        selections = beside(divided_by_it(self.searcher, composer.query.measures, selections))
        chosen = [selection.chosen for selection in selections if selection.chosen]
        if any(counts_another(figure, composer.query.unit) for one in chosen for figure in one.figures):
            return self._refused(chosen)
        if told_of_all(self.searcher, [one.figures[-1] for one in chosen], composer.query.unit):
            return self._refused(chosen)
        rivals = next((one for one in selections if one.chosen and one.rivals), None)
        if rivals is not None and rivals.chosen is not None:
            return which(composer, (), (rivals.chosen, *rivals.rivals))
        issuers = {figure.citation.issuer for one in chosen for figure in one.figures}
        if len(issuers) > 1 and not composer.query.issuers:
            return which(composer, [first_of(chosen[0], issuer) for issuer in sorted(issuers)], ())
        worked = composer.query.operation in _WORKED
        chosen = finer(self.searcher, chosen) if worked else chosen
        answer = together(composer, chosen) if len(chosen) == len(selections) else None
        near = [one for selection in selections for one in selection.near]
        return answer or self._refused(near)

    def _or_added_up(self, finder: Finder, answer: Answer) -> Answer:
        """The answer, or, where it is none, what the things come to that the question names one by one. Things of several
        places, added up, come rather from the one sentence that counts all of them: it counts them alike."""
        if answer.status == "answered" and not counted_apart(answer):
            return answer
        return added_up(self.composer, finder) or answer

    def _chosen(self, selection: Selection) -> Answer:
        return Choosing(self.composer, self._finder, self.within).answer(selection)

    def _quoted(self) -> Answer | None:
        found = quoted(self.searcher, self.composer.query, self.within, self.understood)
        return self.composer.quotations(found) if found else None

    def _refused(self, near: Sequence[Candidate]) -> Answer:
        return refused(self.searcher, self.suggester, self.composer, self.within, self.held, near)


def _operand(finder: Finder, words: str) -> Selection:
    """One of several things that a question names, in its own words or, where no label has these, in those of reports."""
    points = finder.query.operation == "difference" and finder.query.unit == "百分点"
    found = finder.measure(words, "%" if points else None)
    if found.chosen is not None or finder.query.language == "en":
        return found
    spoken = finder.in_other_words(words)
    return found if spoken.chosen is None or spoken.rivals else spoken


def _target(finder: Finder) -> Figure | None:
    """The figure that is to be reached, where the question names only that: 2026年城镇新增就业目标."""
    query = finder.query
    thing = query.measure.removesuffix("目标")
    if query.language == "en" or thing in ("", query.measure) or _ASKS_WORDS.search(query.simplified):
        return None
    figure = replace(finder, query=replace(query, operation="value", measure=thing)).asked().figure
    return figure if figure is not None and planned(figure) else None


def _each_changed(finder: Finder, years: Sequence[int]) -> tuple[Figure, ...]:
    """The changes of several things, each as its report gives it, where the question asks for each; none where one of
    them is not given so."""
    query = finder.query
    if query.operation not in ("difference", "growth") or not _EACH.search(query.simplified):
        return ()
    each = [replace(finder, query=replace(query, measure=one, measures=())) for one in query.measures]
    found = [reported_change(one, years) for one in each]
    return tuple(figure for figures in found for figure in figures) if all(map(len, found)) else ()


def _as_it_is_now(query: Query, answer: Answer) -> bool:
    """Whether a question asks how things were years ago, and the answer only tells how they are."""
    years = asks_long_ago(query.simplified) if answer.status == "answered" and not answer.calculation else 0
    return (
        years > 1
        and all(one.year > one.citation.year - years for one in answer.figures)
        and bool(answer.figures)
    )


def _says_left(selection: Selection) -> bool:
    """Whether what is selected is itself of what is left, as its label says."""
    chosen = selection.chosen
    return chosen is not None and not selection.rivals and SAYS_LEFT.search(chosen.label.text) is not None


def _bounded(figure: Figure) -> bool:
    """Whether a figure says only beyond or about what it is: 突破50%. What it is exactly goes before it."""
    return figure.qualifier != ""

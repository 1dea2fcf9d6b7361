"""From what was found to an Answer: text, citations in order, and the scope that was taken for granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.calculate import Result, converted, in_orders
from assistant.query import Query
from assistant.quote.quotation import Quotation
from assistant.replies import wording
from assistant.replies.wording import Wording
from assistant.reply import Answer, Calculation, Choice, Status
from assistant.scope import Reach
from corpus.report import Figure


@dataclass(frozen=True, slots=True)
class Composer:
    """Writes answers to one question."""

    query: Query
    reach: Reach | None = None

    @property
    def words(self) -> Wording:
        return wording(self.query.language)

    @property
    def places(self) -> int:
        """The decimal places a result is rounded to."""
        return 2 if self.query.places is None else self.query.places

    def figures(self, figures: Sequence[Figure]) -> Answer:
        """An answer that gives each figure, blank or unreadable ones included, each with its citation."""
        given = tuple(figure for figure in figures if figure.value is not None)
        if len(figures) == len(given) == 1 and (result := converted(given[0], self.query.magnitude)):
            return self.calculated(self.words.in_orders(given[0]), result, given)
        ordered = (*given, *(figure for figure in figures if figure.value is None))
        status: Status = "answered" if given else "not_reported"
        said = [self._said(figure, f"[{place}]") for place, figure in enumerate(ordered, 1)]
        return self._answer(status, "\n".join(said), given, citations=ordered)

    def _said(self, figure: Figure, mark: str) -> str:
        if figure.trust == "unreadable":
            return self.words.unreadable(figure, mark)
        if figure.value is None:
            return self.words.blank(figure, mark)
        if self.query.operation == "exists":
            return self.words.exists(figure, mark)
        return self.words.figure(figure, mark)

    def calculated(self, what: str, result: Result, figures: Sequence[Figure]) -> Answer:
        """An answer whose headline is worked out from the figures."""
        return self.calculated_each([(what, result, figures)])

    def calculated_each(self, worked: Sequence[tuple[str, Result, Sequence[Figure]]]) -> Answer:
        """An answer of several results, each with what leads up to it and its own figures."""
        lines: list[str] = []
        calculations: list[Calculation] = []
        figures: list[Figure] = []
        for what, exact, operands in worked:
            result = in_orders(exact, self.query.magnitude)
            lines.append(self._worked(what, result, self.words.operands(operands, len(figures) + 1)))
            shifted = tuple(place + len(figures) for place in result.calculation.operands)
            calculations.append(replace(result.calculation, operands=shifted))
            figures.extend(operands)
        answer = self._answer("answered", "\n".join(lines), figures, citations=figures)
        return replace(answer, calculation=calculations[0], further=tuple(calculations[1:]))

    def _worked(self, what: str, result: Result, operands: str) -> str:
        calculation = result.calculation
        unit = calculation.unit or ""
        signless = calculation.operation in ("difference", "growth")  # the words say which way
        shown = f"{abs(calculation.result) if signless else calculation.result:f}{unit}"
        sum_up = f"{calculation.expression} = {calculation.result:f}{unit}"
        return self.words.calculated(what, shown, operands, sum_up, result.rounded)

    def quotations(self, quotations: Sequence[Quotation]) -> Answer:
        """An answer that quotes the report."""
        first = quotations[0].citation
        intro = self.words.finish(self.words.passage(first.issuer, first.year))
        quotes = [self.words.quote(one.citation.quote, f"[{n}]") for n, one in enumerate(quotations, 1)]
        answer = self._answer("answered", "", (), citations=())
        return replace(
            answer,
            text="\n".join((intro, *quotes)),
            citations=tuple(one.citation for one in quotations),
            assumed=self._assumed([(first.issuer, first.year)]),
        )

    def refusal(
        self,
        status: Status,
        text: str,
        *,
        choices: Sequence[Choice] = (),
        suggestions: Sequence[str] = (),
        citations: Sequence[Figure] = (),
    ) -> Answer:
        """A reply that gives no figure, with what can be asked instead."""
        answer = self._answer(status, text, (), citations=citations)
        finish = self.words.finish
        return replace(
            answer,
            choices=tuple(Choice(finish(one.label), finish(one.question)) for one in choices),
            suggestions=tuple(map(finish, suggestions)),
            problem=self.query.problem,
        )

    def which(self, figures: Sequence[Figure]) -> Answer:
        """Given the figures that may be meant, return the reply that asks which: a press for each."""
        words = self.words
        choices = [
            Choice(f"{one.citation.issuer} {one.year}：{words.label(one)}", words.ask(one)) for one in figures
        ]
        return self.refusal("ambiguous", words.which(), choices=choices)

    def _answer(
        self, status: Status, text: str, figures: Sequence[Figure], *, citations: Sequence[Figure]
    ) -> Answer:
        return Answer(
            status=status,
            text=self.words.finish(text),
            language=self.query.language,
            figures=tuple(figures),
            citations=tuple(figure.citation for figure in citations),
            assumed=self._assumed([(figure.citation.issuer, figure.year) for figure in citations]),
        )

    def _assumed(self, scopes: Sequence[tuple[str, int]]) -> str:
        """What the question left open and the answer took for granted."""
        if self.reach is None or not scopes:
            return ""
        years = sorted({year for _, year in scopes}) if self.reach.open_year else []
        issuers = sorted({issuer for issuer, _ in scopes}) if self.reach.open_issuer else []
        return self.words.finish(self.words.assumed(years, issuers))

"""The replies in English. Labels stay in the report's Chinese, with a gloss for those of the national form."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.query import Comparison, Problem
from assistant.replies.wording import LONG_SUM
from assistant.words.alike import less
from assistant.words.labels import leaves, timeless
from assistant.words.terms import unnumbered
from corpus.checks import Check
from corpus.indicators import gloss
from corpus.report import Citation, Figure, Trust
from corpus.units import thing

_PROBLEMS: dict[Problem, str] = {
    "": "",
    "empty": "Please type a question, for example about a figure of one agency in one year.",
    "too_long": "Your question is long. Please keep it under a thousand characters and ask one thing at a time.",
    "punctuation": "There is no question in this yet. Please say in words what you would like to know.",
    "off_topic": "This is outside the annual reports held here. You can ask about figures, work and contacts in them.",
    "unsafe": "Sorry, only questions about government annual reports are answered here.",
    "personal": "Sorry, personal information is not given here. Please use the agency's published contact.",
}
_UNITS = {"件": "cases", "篇": "articles", "批": "batches", "种": "kinds", "次": "times", "条": "items", "个": "items",
          "人": "people", "家": "entities", "元": "yuan"}  # fmt: skip

_ORDERS = {"": "", "万": "ten thousand ", "亿": "hundred million ", "万亿": "trillion "}

_REASONS = {
    "base_zero": "The base is 0, so there is no percentage.",
    "units_differ": "The two figures have different units and cannot be combined.",
    "too_few": "The reports held give only one figure, which is not enough for this calculation.",
    "shared_place": "Several have the same value, so that the place is not one's alone.",
    "blank": "One of the reports leaves this blank, so nothing can be calculated.",
}
_SPREAD = {12: "month", 4: "quarter"}


class English:
    """English wording."""

    def figure(self, figure: Figure, mark: str) -> str:
        said = f"In {figure.year}, {figure.citation.issuer} reported {self._labelled(figure)}: {_amount(figure)}{mark}."
        return said if figure.value != 0 else f"{said} The report itself gives 0."

    def exists(self, figure: Figure, mark: str) -> str:
        if figure.value == 0:
            return f"No: {self.figure(figure, mark)}"
        return f"Yes. {self.figure(figure, mark)}"

    def _labelled(self, figure: Figure) -> str:
        glosses = [english for part in (*figure.label.row, *figure.label.column) if (english := gloss(part))]
        return f"“{self.label(figure)}”" + (f" ({'; '.join(glosses)})" if glosses else "")

    def verdict(self, holds: bool, how: Comparison) -> str:
        refuted = {"over": "No, not more. ", "least": "No, not as much. "}
        return "Yes. " if holds else refuted.get(how, "No. ")

    def blank(self, figure: Figure, mark: str) -> str:
        return f"The {figure.year} report of {figure.citation.issuer} leaves {self._labelled(figure)} blank{mark}."

    def unreadable(self, figure: Figure, mark: str) -> str:
        return (
            f"The {figure.year} report of {figure.citation.issuer} gives {self._labelled(figure)}, but its digits run "
            f"together and can be read in more than one way, so no number is given here. Please see the source{mark}."
        )

    def calculated(self, what: str, shown: str, operands: str, calculation: str, rounded: bool) -> str:
        note = " (rounded)" if rounded else ""
        return f"{what}{shown}{note}. From: {operands}. Calculation: {calculation}."

    def operands(self, figures: Sequence[Figure], start: int = 1) -> str:
        return "; ".join(
            f"{figure.citation.issuer} {figure.year} “{self.label(figure)}” {_amount(figure)}[{place}]"
            for place, figure in enumerate(figures, start)
        )

    def difference(self, before: Figure, after: Figure) -> str:
        return f"“{self.label(after)}”, {_place(after)} against {_place(before)}: {_direction(before, after, 'more', 'less')} by "

    def gap(self, first: Figure, second: Figure) -> str:
        way = _direction(second, first, "more", "less")
        return f"In {first.year}, “{self.label(first)}” against “{self.label(second)}”: {way} by "

    def residue(self, whole: Figure, parts: Sequence[Figure]) -> str:
        taken = " and ".join(f"“{self.label(one)}”" for one in parts)
        return f"In {whole.year}, “{self.label(whole)}” without {taken}: "

    def against_plan(self, planned: Figure, done: Figure) -> str:
        way = _direction(planned, done, "more", "less")
        return f"In {done.year}, “{self.label(done)}” against what was planned: {way} by "

    def growth(self, before: Figure, after: Figure) -> str:
        return f"“{self.label(after)}”, {_place(after)} against {_place(before)}: {_direction(before, after, 'growth of', 'fall of')} "

    def earlier(self, after: Figure, year: int) -> str:
        return f"Worked out from {after.year} and the change reported, “{self.label(after)}” in {year}: "

    def before(self, after: Figure) -> str:
        return f"“{self.label(after)}” before its change in {after.year}: "

    def of_country(self, own: Figure) -> str:
        return f"Worked out from how far the report says it is from the whole country's, the national “{self.label(own)}” in {own.year}: "

    def whole_of(self, part: Figure, portion: Figure) -> str:
        return f"Worked out from “{self.label(portion)}” in {part.year}, the whole: "

    def planned_of(self, done: Figure, above: Figure) -> str:
        return f"Worked out from “{self.label(done)}” in {done.year} and “{self.label(above)}”, the plan: "

    def multiple(self, before: Figure, after: Figure) -> str:
        return f"“{self.label(after)}”, {_place(after)} against {_place(before)}, in multiples: "

    def for_each(self, amount: Figure, each: str) -> str:
        return f"In {amount.year}, “{self.label(amount)}”, on average for each {each}: "

    def in_orders(self, figure: Figure) -> str:
        return f"In {figure.year}, {figure.citation.issuer} reported “{self.label(figure)}”: "

    def total(self, what: str) -> str:
        return f"“{what}”, total: "

    def total_in(self, figure: Figure) -> str:
        return f"In {figure.year}, {figure.citation.issuer} reported “{self.label(figure)}”, in total: "

    def average(self, what: str, *, of_agencies: bool = False) -> str:
        return f"“{what}”, {'average of the agencies' if of_agencies else 'yearly average'}: "

    def spread(self, what: str, per: int) -> str:
        return f"“{what}”, average for each {_SPREAD.get(per, 'year')}: "

    def times(self, first: Figure, second: Figure) -> str:
        return f"In {first.year}, “{self.label(first)}” against “{self.label(second)}”, in multiples: "

    def completion(self, done: Figure) -> str:
        return f"The completion rate of {done.year} (outcomes as a share of applications received and carried in) is "

    def completion_rate(self) -> str:
        return "completion rate of applications"

    def share_of(self, part: Figure, whole: Figure) -> str:
        return f"share of {self.label(part)} in {self.label(whole)}"

    def rate_in(self, figure: Figure) -> str:
        return f"In {figure.year}, {figure.citation.issuer}, “{self.label(figure)}”: "

    def share(self, part: Figure, whole: Figure) -> str:
        return f"In {part.year}, the share of “{self.label(part)}” in “{self.label(whole)}”: "

    def extreme(self, figure: Figure, most: bool, among: Sequence[Figure], mark: str) -> str:
        which = str(figure.year) if len({one.year for one in among}) > 1 else ""
        if len({one.citation.issuer for one in among}) > 1 or not which:
            which = f"{figure.citation.issuer} {which}".rstrip()
        if len({(one.year, one.citation.issuer) for one in among}) == 1:
            return f"Of these, “{self.label(figure)}” is the {'most' if most else 'least'}: {_amount(figure)}{mark}."
        return (
            f"{which} has the {'most' if most else 'least'}: “{self.label(figure)}” {_amount(figure)}{mark}."
        )

    def tied(self, most: bool) -> str:
        return f"Several share the {'highest' if most else 'lowest'} value:"

    def missing(self, years: Sequence[int]) -> str:
        return f"Not held or not reported, and not estimated: {', '.join(map(str, years))}."

    def changed(self, figures: Sequence[Figure]) -> str:
        labels = ", ".join(f"{figure.year}: “{self.label(figure)}”" for figure in figures)
        return f"Note: the reports label this differently ({labels}), so what is counted may differ."

    def unbalanced(self, check: Check, cited: Citation) -> str:
        numbers = f" ({check.expression})" if len(check.expression) <= LONG_SUM else ""
        where = f" under “{cited.section[-1]}”" if cited.section else ""
        return (
            f"Please note: in the {cited.year} report{where}, the relation “{check.name}” does not hold{numbers}. "
            "The data are given as the report has them; please check before use."
        )

    def conflicting(self, told: Figure, mark: str, table: Sequence[Figure], marks: Sequence[str]) -> str:
        said = f"Please note: in the {told.citation.year} report the text says {_amount(told)}{mark}, "
        if len(table) > 1:
            parts = ", ".join(f"{_amount(one)}{place}" for one, place in zip(table, marks, strict=True))
            said += f"and the table's parts {parts} do not add up to it"
        elif table[0].value is None:
            said += (
                f"and under “{self.label(table[0])}” the table's digits run together as “{table[0].raw}”{marks[0]}, "
                "which cannot be the same however they are cut"
            )
        else:
            said += f"and the table says {_amount(table[0])}{marks[0]} under “{self.label(table[0])}”; the two differ"
        return f"{said}. They may count different things (口径); please check the source before use."

    def carried(self, before: Figure, before_mark: str, after: Figure, after_mark: str) -> str:
        handed = (
            f"the {before.year} report hands over {_amount(before)}{before_mark} (“{self.label(before)}”)"
        )
        taken = f"the {after.year} report takes over {_amount(after)}{after_mark} (“{self.label(after)}”)"
        return f"Please note: {handed} and {taken}. They should be equal; please check the source before use."

    def restored(self, trust: Trust, marks: Sequence[str]) -> str:
        how = (
            "read from a picture"
            if trust == "ocr"
            else "run together in the file and restored by the form's arithmetic"
        )
        return f"The digits of {''.join(marks)} were {how}; please check the source."

    def planned(self, year: int, marks: Sequence[str]) -> str:
        return f"{''.join(marks)} is what the report of {year - 1} planned or expected for {year}, and not what was."

    def cannot(self, reason: str) -> str:
        return _REASONS[reason]

    def several(self) -> str:
        return "The report gives this more than once, with different values; each is shown with its place:"

    def passage(self, issuer: str, year: int) -> str:
        return f"The {year} report of {issuer} says:"

    def quote(self, text: str, mark: str) -> str:
        return f"“{text}”{mark}"

    def finish(self, text: str) -> str:
        return text

    def assumed(self, years: Sequence[int], issuers: Sequence[str]) -> str:
        scope = ", ".join((*map(str, years), *issuers))
        return f"Understood as asking about {scope}" if scope else ""

    def by_body(self, place: str, body: str) -> str:
        return f"The report of {place} does not say; this is from the report of {body}"

    def read_as(self, slips: Sequence[tuple[str, str]]) -> str:
        return "Read " + ", ".join(f"“{typed}” as “{meant}”" for typed, meant in slips)

    def not_reported(self, issuer: str, years: Sequence[int], near: Sequence[str]) -> str:
        of = f"The report of {issuer}" if issuer else "None of the reports held"
        said = f"{of} for {', '.join(map(str, years))} {'does not say' if issuer else 'says this'}."
        if near:
            said += f" It does give these, which are not what you asked: {'; '.join(near)}."
        return said

    def year_not_held(self, issuer: str, years: Sequence[int], held: Sequence[int]) -> str:
        asked, have = ", ".join(map(str, years)), ", ".join(map(str, held))
        return f"No report of {issuer} for {asked} is held here. Held: {have}."

    def issuer_not_held(self, asked: str, held: Sequence[str]) -> str:
        return f"No report of “{asked}” is held here. Held: {'; '.join(held)}."

    def nothing_held(self) -> str:
        return "No reports are held here yet. Please come back later."

    def which(self) -> str:
        return "Your question can be read in more than one way. Please choose:"

    def problem(self, problem: Problem) -> str:
        return _PROBLEMS[problem]

    def ask(self, figure: Figure) -> str:
        what = timeless(figure) or "，".join(unnumbered(part) for part in leaves(figure.label))
        return f"What was “{what}” of {figure.citation.issuer} in {figure.year}?"

    def label(self, figure: Figure) -> str:
        label = figure.label
        return label.phrase or " · ".join(unnumbered(part) for part in (*label.row, *label.column))


def _direction(before: Figure, after: Figure, up: str, down: str) -> str:
    return down if less(after, before) else up


def _place(figure: Figure) -> str:
    return f"{figure.citation.issuer} {figure.year}"


def _amount(figure: Figure) -> str:
    if figure.qualifier:
        return figure.raw
    unit = figure.unit or ""
    one = thing(unit)
    order = _ORDERS.get(unit.removesuffix(one))
    english = f" ({order}{_UNITS[one]})" if order is not None and one in _UNITS else ""
    return f"{figure.value:f}{' ' if unit and unit != '%' else ''}{unit}{english}"

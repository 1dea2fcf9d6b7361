"""What a language must be able to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.query import Comparison, Problem
from corpus.checks import Check
from corpus.report import Citation, Figure, Trust

LONG_SUM = 100
"""Characters: a longer sum is named in a warning, and shown in the source only."""


class Wording(Protocol):
    """Each method gives whole sentences or questions. A `mark` such as "[1]" points to a citation."""

    def figure(self, figure: Figure, mark: str) -> str:
        """A figure as its report gives it, with agency, year and label; a 0 is said to be reported as 0."""
        ...

    def exists(self, figure: Figure, mark: str) -> str:
        """The answer to "is there any": yes with the value, or none with the reported 0."""
        ...

    def verdict(self, holds: bool, how: Comparison) -> str:
        """Whether what the question claims of the number that follows holds; a sentence, with what stands before the next."""
        ...

    def blank(self, figure: Figure, mark: str) -> str:
        """The report has the place for this figure and leaves it blank."""
        ...

    def unreadable(self, figure: Figure, mark: str) -> str:
        """The report has the figure, but its digits can be read in more than one way."""
        ...

    def calculated(self, what: str, shown: str, operands: str, calculation: str, rounded: bool) -> str:
        """A result as `what` leads up to it, with the operands it stands on and the calculation itself."""
        ...

    def operands(self, figures: Sequence[Figure], start: int = 1) -> str:
        """The figures a calculation stands on, each with its mark, numbered from `start`."""
        ...

    def difference(self, before: Figure, after: Figure) -> str:
        """What leads up to a difference between two figures: of what, from which to which."""
        ...

    def gap(self, first: Figure, second: Figure) -> str:
        """What leads up to how much more or less the first is than the second, two measures of one report."""
        ...

    def residue(self, whole: Figure, parts: Sequence[Figure]) -> str:
        """What leads up to what is left of a whole without parts of it."""
        ...

    def against_plan(self, planned: Figure, done: Figure) -> str:
        """What leads up to how much more or less was done than was planned."""
        ...

    def growth(self, before: Figure, after: Figure) -> str: ...

    def multiple(self, before: Figure, after: Figure) -> str: ...

    def earlier(self, after: Figure, year: int) -> str:
        """What leads up to a year's figure worked out of the next one's and its change."""
        ...

    def before(self, after: Figure) -> str:
        """What leads up to what a figure was before it rose or fell, worked out of the change."""
        ...

    def of_country(self, own: Figure) -> str:
        """What leads up to the whole country's rate, worked out of a place's own and how far it is from it."""
        ...

    def whole_of(self, part: Figure, portion: Figure) -> str:
        """What leads up to a whole worked out of a part and its share."""
        ...

    def planned_of(self, done: Figure, above: Figure) -> str:
        """What leads up to a plan worked out of what was done and by how much that is more."""
        ...

    def total(self, what: str) -> str: ...

    def total_in(self, figure: Figure) -> str:
        """What leads up to what the parts of a thing come to in one year and agency; the figure is labelled as their whole."""
        ...

    def average(self, what: str, *, of_agencies: bool = False) -> str:
        """What leads up to a mean over years or, where it is said so, over agencies."""
        ...

    def spread(self, what: str, per: int) -> str:
        """What leads up to a year's figure divided by its 12 months or 4 quarters, or that of several years by them."""
        ...

    def times(self, first: Figure, second: Figure) -> str:
        """What leads up to how many times the second the first is, two measures of one report."""
        ...

    def completion(self, done: Figure) -> str:
        """The start of a completion rate (办结率) of applications, of which `done` were dealt with."""
        ...

    def completion_rate(self) -> str:
        """What the completion rate (办结率) of applications is called."""
        ...

    def share(self, part: Figure, whole: Figure) -> str: ...

    def share_of(self, part: Figure, whole: Figure) -> str:
        """What the share of a part in its whole is called."""
        ...

    def rate_in(self, figure: Figure) -> str:
        """What leads up to a share or a rate of one year and agency; the figure is labelled as it is called."""
        ...

    def extreme(self, figure: Figure, most: bool, among: Sequence[Figure], mark: str) -> str:
        """Which year or agency has the most or least."""
        ...

    def tied(self, most: bool) -> str:
        """Several share the greatest or least value."""
        ...

    def missing(self, years: Sequence[int]) -> str:
        """Years that were asked for and have no figure."""
        ...

    def changed(self, figures: Sequence[Figure]) -> str:
        """The reports label this differently, so that its scope (口径) may differ; one figure for each label."""
        ...

    def unbalanced(self, check: Check, cited: Citation) -> str:
        """A sum that a figure given takes part in does not hold: which, with its numbers, and where."""
        ...

    def conflicting(self, told: Figure, mark: str, table: Sequence[Figure], marks: Sequence[str]) -> str:
        """Narrative and table of one report differ, each with its mark. The table's figure may be several
        parts, or one whose digits run into others."""
        ...

    def carried(self, before: Figure, before_mark: str, after: Figure, after_mark: str) -> str:
        """What one report hands over and what the next takes over should be equal, and are not."""
        ...

    def for_each(self, amount: Figure, each: str) -> str:
        """What leads up to how much comes on each of a count: 平均每批."""
        ...

    def in_orders(self, figure: Figure) -> str:
        """What leads up to a figure in other orders of magnitude than the report's: 万元 for its 元."""
        ...

    def restored(self, trust: Trust, marks: Sequence[str]) -> str:
        """Digits that were decoded by the form's arithmetic, or read from a picture ("ocr")."""
        ...

    def planned(self, year: int, marks: Sequence[str]) -> str:
        """What a report says of the year after its own: planned or expected, and not what was."""
        ...

    def cannot(self, reason: str) -> str:
        """Why a calculation has no answer."""
        ...

    def several(self) -> str:
        """The report gives more than one figure for this, each with its place; it does not say which holds."""
        ...

    def passage(self, issuer: str, year: int) -> str:
        """The words that introduce quotations."""
        ...

    def quote(self, text: str, mark: str) -> str:
        """A quotation, verbatim, in the language's quotation marks."""
        ...

    def finish(self, text: str) -> str:
        """The last step for every text but a quotation: the script it is shown in."""
        ...

    def assumed(self, years: Sequence[int], issuers: Sequence[str]) -> str:
        """The scope taken for granted."""
        ...

    def by_body(self, place: str, body: str) -> str:
        """The place asked about does not say; what is told is from the report of one of its own bodies."""
        ...

    def read_as(self, slips: Sequence[tuple[str, str]]) -> str:
        """How words that were typed wrongly were read: each as typed, and as meant."""
        ...

    def not_reported(self, issuer: str, years: Sequence[int], near: Sequence[str]) -> str:
        """The reports held do not say; `near` names what they do give, marked as not the answer."""
        ...

    def year_not_held(self, issuer: str, years: Sequence[int], held: Sequence[int]) -> str: ...

    def issuer_not_held(self, asked: str, held: Sequence[str]) -> str: ...

    def nothing_held(self) -> str: ...

    def which(self) -> str:
        """Several readings fit: asks to choose; the choices follow by themselves."""
        ...

    def problem(self, problem: Problem) -> str: ...

    def ask(self, figure: Figure) -> str:
        """A question that this figure answers."""
        ...

    def label(self, figure: Figure) -> str:
        """What the figure measures, as the report labels it."""
        ...

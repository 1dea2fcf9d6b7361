"""How well a label answers what is asked: both ways, word by word, then by meaning.

A label fits when it says what the question asks (`asked`), in the words that name the thing measured and not
only in the text around it (`core`), and when it adds little that the question does not say (`surprise`).
Likeness of meaning only orders what fits; it never makes a label fit.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.terms import FULL, Term, covered, explained, modifiers, terms, unnumbered
from corpus.indicators import lookup
from corpus.report import Label

CONTEXT_SHARE = 0.75
"""What a telling word is worth that stands only in the sentence or headings around the figure. A common verb
there is worth nothing: the text around a figure has all of them."""
MODIFIED = 1.5
"""What an unasked word weighs that changes what is measured."""
DEFAULTS = ("总计", "合计", "总数", "总额")
"""Labels that mean the whole: a question that names no part means these."""
CHANGE = "增减"
"""Added to a measure, it asks for the change in it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A measure in simplified Chinese, its words, and the national form's indicators that it calls by name,
    each with the words that do ("批了多少证" for the licences)."""

    measure: str
    terms: tuple[Term, ...]
    names: dict[str, str]

    @classmethod
    def of(cls, measure: str) -> Asked:
        return cls(measure, terms(measure), {one.indicator.id: measure[one.start : one.end] for one in lookup(measure)})

    def named(self, indicator: str | None) -> str:
        """The words that name an indicator, or its total where the indicator is a part of one; or nothing."""
        if indicator is None:
            return ""
        return self.names.get(indicator) or self.names.get(f"{indicator.rpartition('.')[0]}.total", "")


@dataclass(frozen=True, slots=True)
class Fit:
    """`asked`, `core` and `own` run from 0 to 1: how much of the question the label and its surroundings say,
    how much the label says, and how much of the label the question says. `surprise` is the weight of what
    the label says unasked."""

    asked: float
    core: float
    own: float
    surprise: float
    dense: float

    @property
    def score(self) -> float:
        return self.asked - 0.12 * self.surprise + 0.2 * self.dense

    @property
    def accepted(self) -> bool:
        """Whether the label names what is asked, so that its figure may be given as the answer."""
        return self.asked >= 0.8 and self.core >= 0.5 and self.own >= 0.4


def leaves(label: Label) -> tuple[str, ...]:
    """Given a label, return the parts that name the thing itself: its phrase, or its innermost labels."""
    if label.phrase:
        return (label.phrase,)
    return tuple(path[-1] for path in (label.row, label.column) if path)


def groups(label: Label) -> tuple[str, ...]:
    """Given a label, return what stands above its innermost labels, with the caption; a phrase has none."""
    return () if label.phrase else (label.caption, *label.row[:-1], *label.column[:-1])


def fit(asked: Asked, label: Label, sentence: str, dense: float) -> Fit | None:
    """Given what is asked, a label, the sentence of a prose figure and the likeness of meaning, return how
    the label fits; None where it says no word of the measure."""
    total = sum(term.weight for term in asked.terms)
    named = " ".join((*leaves(label), *groups(label), asked.named(label.indicator)))
    core = covered(asked.terms, named)
    if not core:
        return None
    around = " ".join((sentence, *label.section))
    whole = sum(term.weight * _said(term, named, around) for term in asked.terms) / total
    own, surprise = _own(asked, label)
    return Fit(whole, core, own, surprise, dense)


def is_change(label: Label) -> bool:
    """Given a label, return whether it measures a change and not a level."""
    return explained(CHANGE, " ".join(leaves(label))) > 0


def _said(term: Term, named: str, around: str) -> float:
    said = explained(term.word, named)
    if term.weight < FULL:
        return said
    return max(said, CONTEXT_SHARE * explained(term.word, around))


def _own(asked: Asked, label: Label) -> tuple[float, float]:
    """The share of the label's innermost words that the question says, and the weight of those it does not."""
    total = unasked = 0.0
    for part in _own_parts(asked, label):
        for term in terms(part):
            total += term.weight
            unasked += term.weight * (1 - explained(term.word, asked.measure))
    own = 1 - unasked / total if total else 1.0
    changing = modifiers(" ".join((*leaves(label), *groups(label))))
    return own, unasked + MODIFIED * sum(not explained(word, asked.measure) for word in changing)


def _own_parts(asked: Asked, label: Label) -> list[str]:
    if label.indicator in asked.names:
        return []
    parts = leaves(label)
    if not label.phrase and asked.named(label.indicator):
        parts = parts[1:] if label.row else parts  # the row is named; the column is its own
    return [part for part in map(unnumbered, parts) if part not in DEFAULTS]

"""How well a label answers what is asked: both ways, word by word, then by meaning.

A label fits when it says what the question asks (`asked`), in the words that name the thing measured and not
only in the text around it (`core`), and when it adds little that the question does not say (`surprise`).
Likeness of meaning only orders what fits; it never makes a label fit.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.terms import FULL, Term, covered, explained, terms, unnumbered
from corpus.report import Label

CONTEXT_SHARE = 0.75
"""What a telling word is worth that stands only in the sentence or headings around the figure. A common verb
there is worth nothing: the text around a figure has all of them."""
DEFAULTS = ("总计", "合计", "总数", "总额")
"""Labels that mean the whole: a question that names no part means these."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`asked` and `core` run from 0 to 1, `surprise` is the weight of the label's unasked words."""

    asked: float
    core: float
    surprise: float
    dense: float

    @property
    def score(self) -> float:
        return self.asked - 0.12 * self.surprise + 0.2 * self.dense

    @property
    def accepted(self) -> bool:
        """Whether the label names what is asked, so that its figure may be given as the answer."""
        return self.asked >= 0.8 and self.core >= 0.5


def leaves(label: Label) -> tuple[str, ...]:
    """Given a label, return the parts that name the thing itself: its phrase, or its innermost labels."""
    if label.phrase:
        return (label.phrase,)
    return tuple(path[-1] for path in (label.row, label.column) if path)


def groups(label: Label) -> tuple[str, ...]:
    """Given a label, return what stands above its innermost labels, with the caption; a phrase has none."""
    return () if label.phrase else (label.caption, *label.row[:-1], *label.column[:-1])


def fit(measure: str, label: Label, sentence: str, dense: float) -> Fit | None:
    """Given a measure in simplified Chinese, a label, the sentence of a prose figure and the likeness of
    meaning, return how it fits; None where the label says no word of the measure."""
    asked = terms(measure)
    named = " ".join((*leaves(label), *groups(label)))
    core = covered(asked, named)
    if not core:
        return None
    around = " ".join((sentence, *label.section))
    total = sum(term.weight for term in asked)
    whole = sum(term.weight * _said(term, named, around) for term in asked) / total
    return Fit(whole, core, _surprise(label, measure), dense)


def _said(term: Term, named: str, around: str) -> float:
    said = explained(term.word, named)
    if term.weight < FULL:
        return said
    return max(said, CONTEXT_SHARE * explained(term.word, around))


def _surprise(label: Label, measure: str) -> float:
    unasked = 0.0
    for part in map(unnumbered, leaves(label)):
        if part not in DEFAULTS:
            unasked += sum(term.weight * (1 - explained(term.word, measure)) for term in terms(part))
    return unasked

"""How well a figure's labels answer what is asked: both ways, word by word, then by meaning.

A figure fits when its labels say what the question asks (`asked`), in the words that name the thing measured
and not only in the text around it (`core`), and when the labels add little that the question does not say
(`surprise`). Likeness of meaning only orders what fits; it never makes a figure fit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.terms import Term, covered, explained, terms, unnumbered
from corpus.report import Figure, Label
from corpus.values import same_unit
from index.search import Evidence

CONTEXT_SHARE = 0.75
"""What a word is worth that stands only in the sentence or heading around the figure."""
DEFAULTS = ("总计", "合计", "总数", "总额")
"""Labels that mean the whole: a question that names no part means these."""


@dataclass(frozen=True, slots=True)
class Match:
    """A figure with how it fits. `asked` and `core` run from 0 to 1; `surprise` is the weight of unasked words."""

    figure: Figure
    asked: float
    core: float
    surprise: float
    dense: float

    @property
    def score(self) -> float:
        return self.asked - 0.12 * self.surprise + 0.2 * self.dense


def leaves(label: Label) -> tuple[str, ...]:
    """Given a label, return the parts that name the thing itself: its phrase, or its innermost labels."""
    if label.phrase:
        return (label.phrase,)
    return tuple(path[-1] for path in (label.row, label.column) if path)


def groups(label: Label) -> tuple[str, ...]:
    """Given a table label, return what stands above its innermost labels, with the caption."""
    return () if label.phrase else (label.caption, *label.row[:-1], *label.column[:-1])


def match(measure: str, evidence: Evidence, unit: str | None = None) -> Match | None:
    """Given a measure in simplified Chinese and a figure found, return how it fits, or None where it cannot:
    another kind of unit is expected, or no word of the measure names it."""
    figure = evidence.item
    assert isinstance(figure, Figure)
    asked = terms(measure)
    if not asked or (unit and figure.unit and not _units_agree(unit, figure.unit)):
        return None
    label = figure.label
    named = " ".join((*leaves(label), *groups(label)))
    around = " ".join((figure.sentence, *label.section))
    core = covered(asked, named)
    if not core:
        return None
    whole = sum(term.weight * _said(term, named, around) for term in asked) / sum(term.weight for term in asked)
    return Match(figure, whole, core, _surprise(label, measure), evidence.dense)


def _said(term: Term, named: str, around: str) -> float:
    return max(explained(term.word, named), CONTEXT_SHARE * explained(term.word, around))


def _surprise(label: Label, measure: str) -> float:
    unasked = 0.0
    for part in leaves(label):
        part = unnumbered(part)
        if part in DEFAULTS:
            continue
        unasked += sum(term.weight * (1 - explained(term.word, measure)) for term in terms(part))
    return unasked


def _units_agree(asked: str, given: str) -> bool:
    """Counting words of things and cases are used for one another; money, people and shares are not."""
    return same_unit(asked, given) or (_counts(asked) and _counts(given))


def _counts(unit: str) -> bool:
    return unit in {"件", "起", "宗", "项", "条", "个", "份", "次", "例", "批", "批次", "篇", "则", "期", "场", "场次"}


def ranked(measure: str, evidence: Iterable[Evidence], unit: str | None = None) -> list[Match]:
    """Given a measure and the figures found, return those that fit at all, the best first."""
    found = (match(measure, one, unit) for one in evidence)
    return sorted((one for one in found if one is not None), key=lambda one: -one.score)



"""How well a label answers what is asked: both ways, word by word, then by meaning.

A label fits when it says what the question asks (`asked`), in the words that name the thing measured and not
only in the text around it (`core`), and when it adds little that the question does not say (`surprise`).
Likeness of meaning only orders what fits; it never makes a label fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.match.another import another
from assistant.match.asked import Asked
from assistant.match.narrowed import narrowed
from assistant.words.labels import DEFAULTS, counted, essential, full_name, innermost, leaves, of_project
from assistant.words.plans import unsaid
from assistant.words.terms import (
    AKIN,
    FULL,
    LIGHT,
    Term,
    covered,
    said,
    terms,
    told,
    unnumbered,
)
from corpus.indicators import indicators
from corpus.report import Figure, Label
from corpus.units import same_unit

CONTEXT_SHARE = 0.75
"""What a telling word is worth that stands only in the sentence or headings around the figure; a verb there less, and a
common verb nothing: the text around a figure has all of them."""
VERB_SHARE = 0.5
ATTRIBUTE_SHARE = 0.3
"""What a word weighs that stands before 的: 无人维护的政务新媒体 are named by 政务新媒体."""
_DIGIT = re.compile(r"\d")
_HOTLINE, _HOTLINE_NAME = "12345", "政务服务便民热线 市民服务热线 政府服务热线"
_OF_SUITS = re.compile(r"未经复议直接起诉|复议后起诉")
"""Columns of the lawsuits that name the review: they are none of the reviews."""
_COMING = re.compile("参[训加与会]|到场|出席|人次|多少人|几人")
_EXPENSE = re.compile("[^免收]费(?!率|收入)")
SAID = 0.8
"""How much of the question a label must say, with its surroundings, to answer it."""
NEAR = 0.45
"""How much of the question a label must say to be named as near to what was asked: one that says less is of no use."""
WITHIN, LEAST_OWN = 0.9, 0.2
"""How much of the question a label must say, and the question of it, to be a kind of what is asked."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`asked`, `core` and `own` run from 0 to 1: how much of the question the label and its surroundings say,
    how much the label says, and how much of the label the question says. `surprise` is the weight of what
    the label says unasked. `other` is True where that makes it another thing than was asked: a change, another
    year's, a rate, the rest (其他), or a row the question does not name; `of_more` where it is so only by what the question narrows
    it to."""

    asked: float
    core: float
    own: float
    surprise: float
    dense: float
    other: bool = False
    of_more: bool = False

    @property
    def score(self) -> float:
        return self.asked - 0.12 * self.surprise + 0.2 * self.dense

    @property
    def accepted(self) -> bool:
        """Whether the label names what is asked, so that its figure may be given as the answer."""
        if self.other or self.asked < SAID or self.own < 0.4:
            return False
        return self.core >= 0.5 or (self.core >= 0.25 and self.own >= 0.9)

    @property
    def within(self) -> bool:
        """Whether the label names a kind of what is asked: 城镇调查失业率, asked for as 失业率. Where it is the only one
        there is no other that could be meant."""
        return not self.other and self.core >= WITHIN and self.own >= LEAST_OWN


def fit(asked: Asked, label: Label, figure: Figure, dense: float) -> Fit | None:
    """Given what is asked, a label, a figure that has it (or is a part of what has) and the likeness of
    meaning, return how the label fits; None where it says no word of the measure."""
    told = telling(asked, label, figure)
    return None if told is None else fitted(asked, label, figure, dense, told)


def telling(asked: Asked, label: Label, figure: Figure) -> tuple[float, float] | None:
    """Given the same, return how much of the question the label says, with its surroundings and by itself: the part of a
    fit that is soon known."""
    words = _to_be_said(asked, label, figure)
    total = sum(term.weight for term in words)
    named = " ".join((full_name(label), asked.named(label.indicator), counted(figure)))
    if label.indicator and "诉" not in asked.measure:
        named = _OF_SUITS.sub("起诉", named)
    if _only_comes(label) and _COMING.search(asked.text):
        named = f"{named} {_clause_before(figure.sentence, label.phrase)}"
    core = covered(words, named)
    if not core:
        return None
    around = told_around(figure, label)
    whole = sum(term.weight * _said(term, named, around) for term in words) / total
    return whole, core


def fitted(asked: Asked, label: Label, figure: Figure, dense: float, told: tuple[float, float]) -> Fit:
    """Given the same and how much the label says, return how it fits."""
    known = f"{figure.citation.issuer} {figure.citation.title} {_implied(figure)}"
    own, surprise = _own(asked, label, known)
    other = another(asked, label, figure)
    of_more = False
    if not other and told[0] >= SAID:
        words = _to_be_said(asked, label, figure)
        of_more = narrowed(asked, label, figure, words, f"{known} {counted(figure)}")
    return Fit(*told, own, surprise, dense, other or of_more, of_more)


def _to_be_said(asked: Asked, label: Label, figure: Figure) -> tuple[Term, ...]:
    """The words of the question that a label has to say, or what stands around it."""
    words = asked.within_forms if label.indicator else asked.within_report(figure.citation.title)
    implied = unsaid(figure, asked.words)
    return tuple(term for term in words if term.word not in implied) or words


def _only_comes(label: Label) -> bool:
    """Whether a label says no more than that people came, to what the clause before it names: 培训班5次，参训588人次."""
    return bool(label.phrase) and all(term.weight <= LIGHT for term in terms(label.phrase))


def _clause_before(sentence: str, phrase: str) -> str:
    """The clause before the one that begins with a phrase."""
    clauses = re.split("[，,；;。]", sentence)
    pairs = pairwise(clauses)
    return next((before for before, one in pairs if one.strip().startswith(phrase)), "")


def told_around(figure: Figure, label: Label) -> str:
    """Given a figure and a label of it, return what its sentence and the headings above it say."""
    return " ".join((_singled_out(figure.sentence), *label.section))


@lru_cache(maxsize=4096)
def _singled_out(sentence: str) -> str:
    """A sentence without what it only lists among other things: of 假冒伪劣、虚假宣传等案件72件 nobody can say how
    many were 虚假宣传. Things that are numbered one by one are kept: 开通3条地铁新线、新增里程30公里."""
    clauses = (piece.split("、") for piece in re.split(r"[，,。；;：:]", sentence))
    kept = [" ".join(items) for items in clauses if len(items) == 1 or all(map(_DIGIT.search, items))]
    return " ".join(kept)


def _implied(figure: Figure) -> str:
    """What a label need not say, since the figure's unit does (退休人员46人, 罚款金额12万元), or the number that a service
    is called by."""
    of_name = _HOTLINE_NAME if _HOTLINE in figure.label.phrase else ""
    if figure.unit is None:
        return of_name
    if same_unit(figure.unit, "人"):
        return f"人员 人数 {of_name}"
    if same_unit(figure.unit, "户"):
        return f"人家 住户 {of_name}"
    return f"金额 {of_name}" if same_unit(figure.unit, "元") else of_name


def _said(term: Term, named: str, around: str) -> float:
    by_name = said(term, named)
    if term.weight < FULL:
        return by_name
    return max(by_name, (VERB_SHARE if term.acts else CONTEXT_SHARE) * told(term, around))


def _own(asked: Asked, label: Label, known: str) -> tuple[float, float]:
    """The share of the label's innermost words that the question says, and the weight of those it does not.

    Words of the agency's own name and of the report's title do not count: 《某市人民政府公报》 of 某市人民政府 is asked
    for as 公报, and all that a report on 政府信息公开 counts is of that.
    """
    total, unasked = _unasked(asked, _own_parts(asked, label), known)
    if label.phrase and total <= FULL:  # a bare verb or 合计: what it is of names it too
        more, unsaid = _unasked(asked, [label.phrase], known)
        own = 1 - unsaid / more if more else 1.0
        if total == FULL and not unasked and _names_thing(label) and asked.measure not in leaves(label):
            own = (1 + own) / 2
    else:
        own = 1 - unasked / total if total else 1.0
    return own, unasked


def _names_thing(label: Label) -> bool:
    """Whether the last part of a label is a noun: 电梯 of 在用特种设备：电梯 is asked for as 在用电梯, 公开 of 办结：公开 is not."""
    return any(term.weight == FULL and not term.acts for part in leaves(label) for term in terms(part))


def _unasked(asked: Asked, parts: Sequence[str], known: str) -> tuple[float, float]:
    """The weight of the words of the parts, and of those that the question does not say."""
    total = unasked = 0.0
    for part in map(essential, parts):
        attribute, _, _ = part.rpartition("的")
        for term in terms(part):
            if term.word in known and not said(term, asked.measure):
                continue
            weight = term.weight * (ATTRIBUTE_SHARE if term.word in attribute else 1)
            total += weight
            unasked += weight * (1 - _asked_as(term, asked, part))
    return total, unasked


def _asked_as(term: Term, asked: Asked, part: str) -> float:
    """How far the question says a word of a label: in a word of one character too, which it begins or ends with
    (罚 and 罚款, 信 and 来信). That a 费 is a 支出 goes without saying."""
    if term.word == "支出" and _EXPENSE.search(part):
        return 1.0
    whole = said(term, asked.measure)
    if whole >= AKIN or len(term.word) != 2:
        return whole
    brief = any(len(one.word) == 1 and one.word in term.word for one in asked.terms)
    return AKIN if brief else whole


def _own_parts(asked: Asked, label: Label) -> list[str]:
    if label.indicator in asked.names:
        return []
    if project := of_project(label, asked.measure):
        return [project]
    parts = leaves(label)
    if not label.phrase and asked.named(label.indicator):
        parts = parts[1:] if innermost(label.row) else parts  # the row is named; the column is its own
    elif label.indicator and indicators()[label.indicator].default and innermost(label.row):
        parts = parts[:1]  # the column that is meant when none is named
    return [part for part in map(unnumbered, parts) if part not in DEFAULTS]

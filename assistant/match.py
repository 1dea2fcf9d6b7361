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

from assistant.asked import Asked
from assistant.labels import DEFAULTS, counted, groups, innermost, leaves, level
from assistant.plans import unsaid
from assistant.terms import (
    AKIN,
    FULL,
    Term,
    covered,
    explained,
    modifiers,
    said,
    terms,
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
_REMARK = re.compile(
    r"(?:《[^》]*》(?:（[^）]*）)?[、和及]?)+(?=等)|(?:“[^”]*”[、和及]?)+(?=等)|"
    r"^(?:聚焦|围绕|针对|结合|面向|立足|依托|对标|紧扣)[^，：“”]{2,24}?(?:领域|方面|工作|主题|问题|任务|需求|环节)(?=[^等的])|"
    r"（[^）]*）|\([^)]*\)|“[^”]{7,}”|在[^，：“”]{2,16}?[中时](?=.)|"
    r"^(?:通过|以|采取|采用|利用|运用|借助)[^，：“”]{2,20}?(?:形式|方式|渠道|途径|手段|平台|网站)(?=..)"
)
"""What adds nothing to the thing itself: a remark in brackets, a long quotation, an occasion, a means."""
_ORGANISATIONS = re.compile("(?:法人[或和及、])?其他组织")
"""Applicants, whose name is no 其他."""
_MONTH = re.compile(r"(?:(20\d\d)年)?(1[0-2]|0?[1-9])月(?:3[01]日|30日|2[89]日|底|末)")
"""The end of a month, as of which things are counted."""
_DIGIT = re.compile(r"\d")
_OF_SUITS = re.compile(r"未经复议直接起诉|复议后起诉")
"""Columns of the lawsuits that name the review: they are none of the reviews."""
_BUDGETS = re.compile("一般公共预算|基金预算|资本经营预算|预算内|预算外")
_BUDGETED = re.compile("预算(?:数|额|金额)?$|年初预算|预算安排")
_EXPENSE = re.compile("[^免收]费(?!率|收入)")
_NEW = "新"
"""What is new is counted apart from what there is, and its parts with it: 新登记企业 and 实有企业."""
ROW_ASKED = 0.55
"""The share of a row's label that the question must say: 重复申请 is not what 申请 asks for."""
HALF = 0.5
"""The share of its nouns by which a thing counts as named."""
WITHIN, LEAST_OWN = 0.9, 0.2
"""How much of the question a label must say, and the question of it, to be a kind of what is asked."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`asked`, `core` and `own` run from 0 to 1: how much of the question the label and its surroundings say,
    how much the label says, and how much of the label the question says. `surprise` is the weight of what
    the label says unasked. `other` is True where that makes it another thing than was asked: a change, another
    year's, a rate, the rest (其他), or a row the question does not name."""

    asked: float
    core: float
    own: float
    surprise: float
    dense: float
    other: bool = False

    @property
    def score(self) -> float:
        return self.asked - 0.12 * self.surprise + 0.2 * self.dense

    @property
    def accepted(self) -> bool:
        """Whether the label names what is asked, so that its figure may be given as the answer."""
        if self.other or self.asked < 0.8 or self.own < 0.4:
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
    words = asked.within_forms if label.indicator else asked.terms
    implied = unsaid(figure, asked.words)
    words = tuple(term for term in words if term.word not in implied) or words
    total = sum(term.weight for term in words)
    named = " ".join((*leaves(label), *groups(label), asked.named(label.indicator), counted(figure)))
    if label.indicator and "诉" not in asked.measure:
        named = _OF_SUITS.sub("起诉", named)
    core = covered(words, named)
    if not core:
        return None
    around = " ".join((_singled_out(figure.sentence), *label.section))
    whole = sum(term.weight * _said(term, named, around) for term in words) / total
    known = f"{figure.citation.issuer} {figure.citation.title} {_implied(figure)}"
    own, surprise = _own(asked, label, known)
    other = (
        _at_other_time(asked, figure)
        or _is_other(asked, label, estimated=figure.year < figure.citation.year)
        or _is_one_of(asked, label)
        or _only_budgeted(asked, label, figure)
    )
    return Fit(whole, core, own, surprise, dense, other)


def _only_budgeted(asked: Asked, label: Label, figure: Figure) -> bool:
    """Whether accounts give a figure as what was budgeted, where the question is for what was spent or received."""
    if "决算" not in figure.citation.title or "预算" in asked.text:
        return False
    return any(_BUDGETED.search(_BUDGETS.sub("", part)) for part in leaves(label))


def _at_other_time(asked: Asked, figure: Figure) -> bool:
    """Whether a question asks how things stood in a month, and the figure's sentence says how in another."""
    if not (wanted := _MONTH.findall(asked.text)) or not (said := _MONTH.findall(figure.sentence)):
        return False
    return not any(
        int(month) == int(other) and (not year or not held or year == held)
        for year, month in wanted
        for held, other in said
    )


@lru_cache(maxsize=4096)
def _singled_out(sentence: str) -> str:
    """A sentence without what it only lists among other things: of 假冒伪劣、虚假宣传等案件72件 nobody can say how
    many were 虚假宣传. Things that are numbered one by one are kept: 开通3条地铁新线、新增里程30公里."""
    clauses = (piece.split("、") for piece in re.split(r"[，,。；;：:]", sentence))
    kept = [" ".join(items) for items in clauses if len(items) == 1 or all(map(_DIGIT.search, items))]
    return " ".join(kept)


def _implied(figure: Figure) -> str:
    """What a label need not say, since the figure's unit does: 退休人员46人, 罚款金额12万元."""
    if figure.unit is None:
        return ""
    if same_unit(figure.unit, "人"):
        return "人员 人数"
    return "金额" if same_unit(figure.unit, "元") else ""


def _said(term: Term, named: str, around: str) -> float:
    by_name = said(term, named)
    if term.weight < FULL:
        return by_name
    return max(by_name, (VERB_SHARE if term.acts else CONTEXT_SHARE) * explained(term.word, around))


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
    for part in map(_essential, parts):
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


def _essential(part: str) -> str:
    """A label without remarks in brackets and without long quotations: “…”等新闻发布会 are 新闻发布会. What something
    rose to (比例提升至) is its level."""
    bare = level(_REMARK.sub("", part))
    return bare if bare.strip("等、， ") else part


def _is_one_of(asked: Asked, label: Label) -> bool:
    """Whether a label names one of the things joined and not another: 议案5项 is not 议案和建议."""
    named = " ".join((*leaves(label), *groups(label)))
    shares = [covered(nouns, named) * bool(explained(nouns[-1].word, named)) for nouns in asked.joined]
    return bool(shares) and min(shares) < HALF <= max(shares)


def _is_other(asked: Asked, label: Label, *, estimated: bool) -> bool:
    """Whether a label says that it is of another thing. Of a year that is over, 预计 is an estimate, and no plan."""
    told = {
        word for part in leaves(label) for word in modifiers(_ORGANISATIONS.sub("组织", _essential(part)))
    }
    told -= {"预计"} if estimated else set()
    told |= {word for word in modifiers(label.phrase) if word.startswith(_NEW)}
    text = _ORGANISATIONS.sub("组织", asked.text).replace("增加值", "产值")
    if any(
        not explained(word, text)
        and not (word.startswith(_NEW) and (_NEW in asked.text or word.removeprefix(_NEW) in asked.text))
        for word in told
    ):
        return True
    row = "" if label.phrase or asked.named(label.indicator) else unnumbered(innermost(label.row))
    return bool(row) and covered(terms(_essential(row)), asked.measure) < ROW_ASKED


def _own_parts(asked: Asked, label: Label) -> list[str]:
    if label.indicator in asked.names:
        return []
    parts = leaves(label)
    if not label.phrase and asked.named(label.indicator):
        parts = parts[1:] if innermost(label.row) else parts  # the row is named; the column is its own
    elif label.indicator and indicators()[label.indicator].default and innermost(label.row):
        parts = parts[:1]  # the column that is meant when none is named
    return [part for part in map(unnumbered, parts) if part not in DEFAULTS]

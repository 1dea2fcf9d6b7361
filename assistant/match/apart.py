"""Figures that share words with a question and yet are of another thing, or are what the question itself says: the
资产总额 of firms is not their 利润总额, and in 4家企业的项目有多少个 nobody asks for the 4家."""

from __future__ import annotations

import re

from assistant.match.asked import Asked
from assistant.words.labels import essential, full_name, leaves
from assistant.words.terms import FULL, explained, terms
from corpus.language.grammar import without_verb
from corpus.report import Figure, Label
from corpus.units import same_unit, thing

_AMOUNT = re.compile("(?P<of>.*[一-鿿]{2})(?:总额|总值|净额|余额)$")
_TOGETHER = re.compile("(?P<several>[^：]*[一-鿿]、[^：]*[一-鿿])等(?P<all>[一-鿿][^：]+)$")
"""Things that are counted together: 抽查电线、头盔、化肥等工业产品."""
_LOOKED_AT = re.compile("批次?|[家户处]次?")
_REALLY = re.compile("实际|实收|实付|实到|真正")
_CALLS_ASKED = re.compile("(?:几|多少)万?[个通次]?(?:电话|来电)|电话(?:量|数)|(?:几|多少)通(?![过报道知])")
_CALLS = re.compile("电话|来电|话务|通话|接听|呼[入叫]|热线[^，,。]{0,4}接|接[^，,。]{0,6}热线")
_BEGINNING = 3
"""Characters by which what a question counts is known to be what a label begins with."""


def of_another_amount(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given what is asked, a label and its figure, return whether it is an amount of one thing (资产总额) where the question
    is for that of another (利润总额), both perhaps of the same firms."""
    if not same_unit(figure.unit, "元"):
        return False
    head = next((one.word for one in reversed(asked.terms) if one.weight == FULL and not one.acts), "")
    if not head or explained(head, full_name(label)):
        return False
    of = [_last(found["of"]) for part in leaves(label) if (found := _AMOUNT.match(part))]
    return any(word and not explained(word, asked.text) for word in of)


def of_intent(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given the same, return whether the question is for what really came of something (实际收取), and the figure is what
    its sentence tells right before that: 通知总金额2180元，实际收取1520元."""
    if not label.phrase or not _REALLY.search(asked.text) or _REALLY.search(label.phrase):
        return False
    after = figure.sentence.partition(figure.raw)[2]
    return re.match(r"[，,；;]实际[一-鿿]{2,8}\d", after) is not None


def of_one_among(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given the same, return whether it counts how often several things were looked at together, of
    which the question names only one: of 电线、头盔、化肥等工业产品180批次 nobody can say how many were 化肥."""
    if not _LOOKED_AT.fullmatch(thing(figure.unit or "")):
        return False
    for part in label.phrase.split("："):
        if not (together := _TOGETHER.search(essential(part))):
            continue
        items = [without_verb(one) or one for one in together["several"].split("、")]
        named = [one for one in items if len(one) > 1 and one in asked.text and one not in together["all"]]
        if len(items) > 1 and len(named) == 1 and f"{named[0]}等" not in asked.text:
            return True
    return False


def of_no_calls(asked: Asked, label: Label) -> bool:
    """Given what is asked and a label, return whether telephone calls are counted and the label is of something else that
    came by a hotline: 受理投诉1975件 are no calls."""
    return _CALLS_ASKED.search(asked.text) is not None and _CALLS.search(full_name(label)) is None


def _last(words: str) -> str:
    return next((one.word for one in reversed(terms(words)) if one.weight == FULL), "")


def said_by_question(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given the same, return whether the question itself gives the figure, of what the label begins with."""
    beginning = label.phrase[:_BEGINNING]
    return len(beginning) == _BEGINNING and bool(figure.unit) and f"{figure.raw}{beginning}" in asked.text

"""Whether what a question claims of a number holds (是不是超过400件), by the number that answers it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.query import Claim, Query
from assistant.replies import wording
from assistant.reply import Answer
from corpus.units import base_unit, same_unit


def with_verdict(query: Query, answer: Answer) -> Answer:
    """Given a query and its answer, return the answer with whether the claim holds said first, where the question claims
    something of one number and the answer is one that can be compared with it."""
    holds = None if query.claim is None else _holds(query.claim, answer)
    if query.claim is None or holds is None:
        return answer
    words = wording(query.language)
    said = words.finish(words.verdict(holds, query.claim.how))
    return replace(answer, text=f"{said}{answer.text}")


def _holds(claim: Claim, answer: Answer) -> bool | None:
    """Whether a claim holds; None where the answer is no one number, is only a bound itself, or is counted otherwise."""
    if answer.status != "answered" or answer.further:
        return None
    if answer.calculation is not None:
        value, unit = answer.calculation.result, answer.calculation.unit or ""
    elif len(answer.figures) == 1 and answer.figures[0].value is not None and not answer.figures[0].qualifier:
        value, unit = answer.figures[0].value, answer.figures[0].unit or ""
    else:
        return None
    scale, money = base_unit(f"{claim.unit}元")
    if money != "元":  # more than orders of magnitude alone: 万亿 are of whatever is told
        if not same_unit(claim.unit, unit):
            return None
        scale = base_unit(claim.unit)[0]
    compared = value * base_unit(unit)[0] / scale  # in the claim's own orders
    if answer.calculation is not None and answer.calculation.operation in ("difference", "growth"):
        compared = abs(compared)  # the words of the question and of the answer say which way
    if claim.how == "is":
        return bool(_rounded(compared, claim.value) == claim.value)
    return {
        "over": compared > claim.value,
        "under": compared < claim.value,
        "least": compared >= claim.value,
        "most": compared <= claim.value,
    }[claim.how]


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """A value as exact as another, where that has decimals (GDP是5.2万亿吗); as it is where that has none."""
    exponent = like.as_tuple().exponent
    return round(value, -exponent) if isinstance(exponent, int) and exponent < 0 else value

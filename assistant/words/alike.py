"""When two figures say the same: one value in two units, or rounded, or counted in 件 and in 项."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.report import Figure
from corpus.units import base_unit, divisible, same_unit, thing

COUNTS = frozenset(
    {"件", "起", "宗", "项", "条", "个", "份", "次", "例", "批", "批次", "篇", "则", "期", "场", "场次", "种", "封"}
)  # fmt: skip
"""Words that count cases and things, one for another."""
_ALIKE = (
    frozenset({"人", "名", "人次"}),
    frozenset({"台", "部", "架", "套", "台（套）", "台套"}),
    frozenset({"所", "家", "座", "处", "间"}),
)
"""Words that count people, machines, and places, one for another."""
ANY_COUNT = "个"
"""What people say for any of them: 多了几个 of people, of cars, of schools."""


def same(one: Figure | None, other: Figure) -> bool:
    """Given two figures, return whether they are of one value, or the one is the other's rounded to its
    larger unit (1.23万元, 12345元) or to fewer decimal places (29.6%, 29.57%)."""
    if one is None or _base(one) == _base(other):
        return one is not None
    if one.value is None or other.value is None:
        return False
    if one.unit is None or other.unit is None:
        return one.value == other.value
    factors = (base_unit(one.unit)[0], base_unit(other.unit)[0])
    if not same_unit(one.unit, other.unit):
        return False
    if factors[0] == factors[1]:
        return _rounded(one.value, other.value) or _rounded(other.value, one.value)
    coarse, fine = (one, other) if factors[0] > factors[1] else (other, one)
    if coarse.value is None or fine.value is None:
        return False
    rounded = (fine.value * min(factors) / max(factors)).quantize(coarse.value, ROUND_HALF_UP)
    return rounded == coarse.value


def _rounded(fine: Decimal, coarse: Decimal) -> bool:
    """Whether the one is the other with fewer decimal places, of three digits at least: 29.57 and 29.6."""
    _, digits, exponent = coarse.as_tuple()
    places = fine.as_tuple().exponent
    if not (
        isinstance(exponent, int) and isinstance(places, int) and places < exponent < 0 and len(digits) > 2
    ):
        return False
    return fine.quantize(coarse, ROUND_HALF_UP) == coarse


def _base(figure: Figure) -> object:
    """The value and its unit, so that 1.5万元 and 15000元 are one; a figure without unit compares by its value."""
    if figure.value is None or figure.unit is None:
        return figure.value
    factor, unit = base_unit(figure.unit)
    return figure.value * factor if unit in COUNTS else (figure.value * factor, unit)


def unit_fits(asked: str | None, given: str | None) -> bool:
    """Given the unit asked for and a figure's, return whether they go together: counting words of cases and things
    stand for one another; money, people and shares do not."""
    if not asked or not given:
        return True
    if asked == ANY_COUNT and not divisible(given):
        return True
    return same_unit(asked, given) or counted_alike(asked, given)


def counted_alike(one: str | None, other: str | None) -> bool:
    """Given two units, return whether things counted in the one may be counted in the other: 台 and 台（套）."""
    both = {thing(one or ""), thing(other or "")}
    return any(both <= alike for alike in (COUNTS, *_ALIKE))


def counted_in(figure: Figure, unit: str) -> Figure:
    """Given a figure that counts things and a word that counts them too, return it in that: 1.2万条 as 12000件."""
    factor = base_unit(figure.unit or "")[0] / base_unit(unit)[0]
    return replace(figure, value=None if figure.value is None else figure.value * factor, unit=unit)


def counts_another(figure: Figure, unit: str | None) -> bool:
    """Given a figure and the unit asked for, return whether its sentence goes on to count what the figure's things gave
    in that very unit: 微博29个，共发布信息1992条, asked for in 条, are no 29条."""
    if not unit or unit == ANY_COUNT or figure.unit is None or not figure.label.phrase:
        return False
    if thing(figure.unit) == thing(unit) or not counted_alike(figure.unit, unit):
        return False
    number = re.escape(figure.raw.removesuffix(figure.unit))
    goes_on = rf"{number}{re.escape(figure.unit)}[，,](?:共|累计|总共|一共)[^，,；;。\d]{{2,12}}[\d,.]+万?{re.escape(unit)}"
    return re.search(goes_on, figure.sentence) is not None


def less(one: Figure, other: Figure) -> bool:
    """Given two figures, return whether the one says less than the other, each in its own unit: 9万元 and 1亿元."""
    if one.value is None or other.value is None:
        return False
    if one.unit is None or other.unit is None or not same_unit(one.unit, other.unit):
        return one.value < other.value
    return one.value * base_unit(one.unit)[0] < other.value * base_unit(other.unit)[0]

"""Arithmetic over cited figures, in decimals, with every operand shown.

An operation that cannot be done raises CannotCalculate with the reason as a word that the replies know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from assistant.reply import Calculation
from corpus.report import Figure
from corpus.units import base_unit, same_unit, thing

Reason = Literal["base_zero", "units_differ", "too_few", "blank", "shared_place"]
_PLACES = 2
BEFORE_NUMBER = ("约", "近", "超", "逾", "超过", "突破")
"""Hedges that stand before a number, whatever it is written in."""
_ORDERS = re.compile("[十百千]?[万亿]")
_LEAST_IN_ORDERS = Decimal("0.1")
"""What a number must come to in the orders that are asked for: 50元 are not given as 0.005万元."""


class CannotCalculate(Exception):
    """The operation has no answer over these figures; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Result:
    """A calculation, and whether its result was rounded."""

    calculation: Calculation
    rounded: bool


def total(figures: Sequence[Figure]) -> Result:
    """Given figures of one unit, return their sum."""
    values = _values(figures)
    expression = "+".join(map(_shown, values))
    return _exact("sum", expression, sum(values, Decimal(0)), figures[0].unit, len(figures))


def average(figures: Sequence[Figure], places: int = _PLACES, per: int | None = None) -> Result:
    """Given figures of one unit, return their mean, to two decimal places unless others are asked for; `per`, where
    several of the figures make up one thing, is how many things there are."""
    values = _values(figures)
    things = len(values) if per is None else per
    expression = f"({'+'.join(map(_shown, values))})/{things}"
    return _rounded(
        "average", expression, sum(values, Decimal(0)) / things, figures[0].unit, len(figures), places
    )


def spread(figure: Figure, per: int, places: int = _PLACES) -> Result:
    """Given a year's figure and into how many parts it is divided (12 months), return what comes on one of them."""
    if figure.value is None:
        raise CannotCalculate("blank")
    if figure.unit is not None and not base_unit(figure.unit)[1].strip("%‰"):
        raise CannotCalculate("units_differ")
    expression = f"{_shown(figure.value)}/{per}"
    return _rounded("average", expression, figure.value / per, figure.unit, 1, places)


def quotient(amount: Figure, count: Figure, places: int = _PLACES) -> Result:
    """Given an amount and a count of one thing, return how much comes on each, in the amount's unit."""
    if amount.value is None or count.value is None:
        raise CannotCalculate("blank")
    if not count.value:
        raise CannotCalculate("base_zero")
    first, second = _in_ones(amount), _in_ones(count)
    unit = thing(amount.unit) if amount.unit else None
    expression = f"{_shown(first)}/{_shown(second)}"
    return _rounded("average", expression, first / second, unit, 2, places)


def _in_ones(figure: Figure) -> Decimal:
    """A figure's value in its unit without orders of magnitude: 1.2万件 is 12000, 30公里 is 30."""
    assert figure.value is not None
    unit = figure.unit or ""
    return figure.value * base_unit(unit)[0] / base_unit(thing(unit))[0]


def difference(before: Figure, after: Figure) -> Result:
    """Given two figures, return the second less the first."""
    second, first = _values((after, before))
    unit = "个百分点" if after.unit == "%" else after.unit  # a share less a share is no share
    return _exact("difference", f"{_shown(second)}-{_bracketed(first)}", second - first, unit, 2)


def gap(before: Sequence[Figure], after: Sequence[Figure]) -> Result:
    """Given the figures that make up each of two things, return the second less the first."""
    values = _values((*after, *before))
    second, first = values[: len(after)], values[len(after) :]
    expression = f"{_added(second)}-{_added(first)}"
    return _exact(
        "difference", expression, sum(second, Decimal(0)) - sum(first, Decimal(0)), after[0].unit, len(values)
    )


def times(before: Sequence[Figure], after: Sequence[Figure], places: int = _PLACES) -> Result:
    """Given the figures that make up each of two things, return how many times the first the second is."""
    expression, result = _of_sums(after, before)
    return _rounded("multiple", expression, result, "倍", len(after) + len(before), places)


def grown(before: Sequence[Figure], after: Sequence[Figure], places: int = _PLACES) -> Result:
    """Given the figures that make up each of two things, return the growth from the first to the second in percent."""
    values = _values((*after, *before))
    second, first = values[: len(after)], values[len(after) :]
    was, is_now = sum(first, Decimal(0)), sum(second, Decimal(0))
    return _grown(was, is_now, _added(first), _added(second), len(values), places)


def growth(before: Figure, after: Figure, places: int = _PLACES) -> Result:
    """Given two figures, return the growth from the first to the second in percent, to two decimal places."""
    first, second = _values((before, after))
    return _grown(first, second, _bracketed(first), _shown(second), 2, places)


def _grown(was: Decimal, is_now: Decimal, base: str, later: str, operands: int, places: int) -> Result:
    """The growth from one number to another in percent, of the two as they are written."""
    if was == 0:
        raise CannotCalculate("base_zero")
    expression = f"({later}-{base})/{base}×100"
    return _rounded("growth", expression, (is_now - was) / abs(was) * 100, "%", operands, places)


def decline(before: Figure, after: Figure, places: int = _PLACES) -> Result:
    """Given two figures, return in percent how far the second is below the first, to two decimal places."""
    first, second = _values((before, after))
    if first == 0:
        raise CannotCalculate("base_zero")
    expression = f"({_shown(first)}-{_bracketed(second)})/{_bracketed(first)}×100"
    return _rounded("growth", expression, (first - second) / abs(first) * 100, "%", 2, places)


def growth_by(after: Figure, change: Figure, *, fell: bool, places: int = _PLACES) -> Result:
    """Given a figure, by how much it rose or fell and which of the two, return its growth in percent, to two decimal
    places."""
    now, by = _values((after, change))
    before = now + by if fell else now - by
    if before <= 0:
        raise CannotCalculate("base_zero")
    expression = f"{'-' * fell}{_shown(by)}/({_shown(now)}{'+' if fell else '-'}{_shown(by)})×100"
    return _rounded("growth", expression, (now - before) / before * 100, "%", 2, places)


def earlier(after: Figure, change: Figure, *, fell: bool, places: int = _PLACES) -> Result:
    """Given a figure, by how much it rose or fell (in its own unit, in points of percent, or in percent) and which of the
    two, return what it was before; from a growth in percent to two decimal places."""
    if after.value is None or change.value is None:
        raise CannotCalculate("blank")
    by = abs(change.value)
    if change.unit == "%" != after.unit:
        rate = 1 - by / 100 if fell else 1 + by / 100
        if rate <= 0:
            raise CannotCalculate("base_zero")
        expression = f"{_shown(after.value)}/(1{'-' if fell else '+'}{_shown(by)}%)"
        return _rounded("difference", expression, after.value / rate, after.unit, 2, places)
    points = after.unit == "%" and (change.unit or "").endswith("百分点")
    if not points and (after.unit == "%" or not same_unit(after.unit, change.unit)):
        raise CannotCalculate("units_differ")
    by = by if points else abs(_in_unit(change, after.unit))
    expression = f"{_shown(after.value)}{'+' if fell else '-'}{_shown(by)}"
    return _exact("difference", expression, after.value + by if fell else after.value - by, after.unit, 2)


def multiple(before: Figure, after: Figure, places: int = _PLACES) -> Result:
    """Given two figures, return how many times the first the second is, to two decimal places."""
    first, second = _values((before, after))
    if first == 0:
        raise CannotCalculate("base_zero")
    return _rounded("multiple", f"{_shown(second)}/{_bracketed(first)}", second / first, "倍", 2, places)


def share(parts: Sequence[Figure], whole: Sequence[Figure], places: int = _PLACES) -> Result:
    """Given the figures that make up a part, and those that make up the whole, return the part's share in percent,
    to two decimal places."""
    expression, result = _of_sums(parts, whole)
    return _rounded("share", f"{expression}×100", result * 100, "%", len(parts) + len(whole), places)


def rest_share(part: Figure, whole: Figure, places: int = _PLACES) -> Result:
    """Given a part and the whole that it is of, return in percent how much of the whole the rest is."""
    first, second = _values((part, whole))
    if not second:
        raise CannotCalculate("base_zero")
    expression = f"({_shown(second)}-{_shown(first)})/{_shown(second)}×100"
    return _rounded("share", expression, (second - first) / second * 100, "%", 2, places)


def points(
    before: tuple[Sequence[Figure], Sequence[Figure]],
    after: tuple[Sequence[Figure], Sequence[Figure]],
    places: int = _PLACES,
) -> Result:
    """Given the figures that make up the part and the whole of each of two shares, return how many points of percent the
    second is above the first, to two decimal places."""
    later, second = _of_sums(*after)
    base, first = _of_sums(*before)
    operands = sum(len(side) for pair in (before, after) for side in pair)
    expression = f"{later}×100-{base}×100"
    return _rounded("difference", expression, (second - first) * 100, "个百分点", operands, places)


def whole(part: Figure, portion: Figure, places: int = _PLACES) -> Result:
    """Given a part and its share in percent of a whole, return the whole, to two decimal places."""
    if part.value is None or portion.value is None:
        raise CannotCalculate("blank")
    if not portion.value:
        raise CannotCalculate("base_zero")
    expression = f"{_shown(part.value)}/{_shown(portion.value)}%"
    return _rounded("average", expression, part.value / portion.value * 100, part.unit, 2, places)


def _of_sums(above: Sequence[Figure], below: Sequence[Figure]) -> tuple[str, Decimal]:
    """The sum of some figures divided by that of others, as it is written and what it comes to."""
    values = _values((*above, *below))
    first, second = values[: len(above)], values[len(above) :]
    if not sum(second, Decimal(0)):
        raise CannotCalculate("base_zero")
    return f"{_added(first)}/{_added(second)}", sum(first, Decimal(0)) / sum(second, Decimal(0))


def _added(values: Sequence[Decimal]) -> str:
    return _bracketed(values[0]) if len(values) == 1 else f"({'+'.join(map(_shown, values))})"


def completion(done: Figure, received: Figure, carried: Figure, places: int = _PLACES) -> Result:
    """Given what was dealt with, newly received and carried in, return the share dealt with of all on hand, in
    percent, to two decimal places."""
    dealt, new, old = _values((done, received, carried))
    if new + old == 0:
        raise CannotCalculate("base_zero")
    expression = f"{_shown(dealt)}/({_shown(new)}+{_shown(old)})×100"
    return _rounded("rate", expression, dealt / (new + old) * 100, "%", 3, places)


def converted(figure: Figure, magnitude: str) -> Result | None:
    """Given a figure and the orders that its number is wanted in (万, or 万元), return it in them, to two decimal places;
    None where it is written so, is of another kind, or would come to next to nothing."""
    if figure.value is None or figure.qualifier not in ("", *BEFORE_NUMBER):
        return None
    ordered = _ordered(figure.value, figure.unit, magnitude)
    if ordered is None:
        return None
    unit, factor = ordered
    step = f"/{1 / factor:f}" if factor < 1 else f"×{factor:f}"
    expression = f"{_shown(figure.value)}{step}"
    return _brief(_rounded("conversion", expression, figure.value * factor, unit, 1, _PLACES))


def in_orders(result: Result, magnitude: str) -> Result:
    """Given a result of addition, subtraction or division and the orders that its number is wanted in, return it in
    them, or as it is where they do not fit."""
    worked = result.calculation
    ordered = _ordered(worked.result, worked.unit, magnitude)
    if worked.operation not in ("sum", "difference", "average") or ordered is None:
        return result
    unit, factor = ordered
    if factor >= 1 and _ORDERS.match(magnitude):
        return result
    step = f"/{1 / factor:f}" if factor < 1 else f"×{factor:f}"
    expression, value = f"({worked.expression}){step}", worked.result * factor
    return _brief(_rounded(worked.operation, expression, value, unit, len(worked.operands), _PLACES))


def _brief(result: Result) -> Result:
    """A result without zeros at the end: 10万元, not 10.00万元."""
    number = result.calculation.result
    whole = number.to_integral_value()
    shown = whole if number == whole else number.normalize()
    return Result(replace(result.calculation, result=shown), result.rounded)


def _ordered(value: Decimal, unit: str | None, magnitude: str) -> tuple[str, Decimal] | None:
    """The unit of a value in orders of magnitude (元 in 万 is 万元, 千瓦时 in 亿 is 亿千瓦时) or without any, and what the value is
    multiplied by; None for rates, where the things differ, where it has that unit, or where it would come to next to nothing."""
    orders = _ORDERS.match(magnitude)
    if unit is None or not magnitude:
        return None
    base = base_unit(unit)[1]
    if base.strip("%‰") in ("", "成", "倍", "百分点") or "/" in base:
        return None
    asked = orders.group() + (magnitude[orders.end() :] or thing(unit)) if orders else magnitude
    factor = base_unit(unit)[0] / base_unit(asked)[0]
    if asked == unit or not same_unit(asked, unit) or abs(value * factor) < _LEAST_IN_ORDERS:
        return None
    return asked, factor


def extreme(figures: Sequence[Figure], most: bool) -> Figure | None:
    """Given figures of one unit, return the one with the greatest or least value; None when several share it."""
    values = _values(figures)
    edge = max(values) if most else min(values)
    if values.count(edge) > 1:
        return None
    return figures[values.index(edge)]


def ordered(figures: Sequence[Figure], descending: bool) -> tuple[Figure, ...]:
    """Given figures of one unit, return them by value; what is equal stays in its order."""
    by_value = sorted(zip(_values(figures), figures, strict=True), key=lambda one: one[0], reverse=descending)
    return tuple(figure for _, figure in by_value)


def _values(figures: Sequence[Figure]) -> list[Decimal]:
    if len(figures) < 2:
        raise CannotCalculate("too_few")
    if any(not same_unit(figures[0].unit, figure.unit) for figure in figures[1:]):
        raise CannotCalculate("units_differ")
    values = [_in_unit(figure, figures[0].unit) for figure in figures if figure.value is not None]
    if len(values) < len(figures):
        raise CannotCalculate("blank")
    return values


def _in_unit(figure: Figure, unit: str | None) -> Decimal:
    """The figure's value in the first operand's unit: 万元 and 元 may stand in one calculation."""
    assert figure.value is not None
    if figure.unit == unit or figure.unit is None or unit is None:
        return figure.value
    return figure.value * base_unit(figure.unit)[0] / base_unit(unit)[0]


def _shown(value: Decimal) -> str:
    return format(value, "f")


def _bracketed(value: Decimal) -> str:
    return f"({value:f})" if value < 0 else format(value, "f")


def _exact(operation: str, expression: str, value: Decimal, unit: str | None, operands: int) -> Result:
    return Result(Calculation(operation, expression, value, unit, tuple(range(1, operands + 1))), False)


def _rounded(
    operation: str, expression: str, value: Decimal, unit: str | None, operands: int, places: int
) -> Result:
    result = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return Result(
        Calculation(operation, expression, result, unit, tuple(range(1, operands + 1))), result != value
    )

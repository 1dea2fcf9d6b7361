"""Arithmetic over cited figures, in decimals, with every operand shown.

An operation that cannot be done raises CannotCalculate with the reason as a word that the replies know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from assistant.reply import Calculation
from corpus.report import Figure
from corpus.units import base_unit, same_unit

Reason = Literal["base_zero", "units_differ", "too_few", "blank"]
_PLACES = 2


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


def average(figures: Sequence[Figure], places: int = _PLACES) -> Result:
    """Given figures of one unit, return their mean, to two decimal places unless others are asked for."""
    values = _values(figures)
    expression = f"({'+'.join(map(_shown, values))})/{len(values)}"
    return _rounded(
        "average", expression, sum(values, Decimal(0)) / len(values), figures[0].unit, len(figures), places
    )


def spread(figure: Figure, per: int, places: int = _PLACES) -> Result:
    """Given a year's figure and into how many parts it is divided (12 months), return what comes on one of them."""
    if figure.value is None:
        raise CannotCalculate("blank")
    if figure.unit is not None and not base_unit(figure.unit)[1].strip("%‰"):
        raise CannotCalculate("units_differ")
    expression = f"{_shown(figure.value)}/{per}"
    return _rounded("average", expression, figure.value / per, figure.unit, 1, places)


def difference(before: Figure, after: Figure) -> Result:
    """Given two figures, return the second less the first."""
    first, second = _values((before, after))
    unit = "个百分点" if after.unit == "%" else after.unit  # a share less a share is no share
    return _exact("difference", f"{_shown(second)}-{_bracketed(first)}", second - first, unit, 2)


def gap(before: Sequence[Figure], after: Sequence[Figure]) -> Result:
    """Given the figures that make up each of two things, return the second less the first."""
    values = _values((*after, *before))
    second, first = values[: len(after)], values[len(after) :]
    expression = f"({'+'.join(map(_shown, second))})-({'+'.join(map(_shown, first))})"
    return _exact(
        "difference", expression, sum(second, Decimal(0)) - sum(first, Decimal(0)), after[0].unit, len(values)
    )


def growth(before: Figure, after: Figure, places: int = _PLACES) -> Result:
    """Given two figures, return the growth from the first to the second in percent, to two decimal places."""
    first, second = _values((before, after))
    if first == 0:
        raise CannotCalculate("base_zero")
    expression = f"({_shown(second)}-{_bracketed(first)})/{_bracketed(first)}×100"
    return _rounded("growth", expression, (second - first) / abs(first) * 100, "%", 2, places)


def multiple(before: Figure, after: Figure, places: int = _PLACES) -> Result:
    """Given two figures, return how many times the first the second is, to two decimal places."""
    first, second = _values((before, after))
    if first == 0:
        raise CannotCalculate("base_zero")
    return _rounded("multiple", f"{_shown(second)}/{_bracketed(first)}", second / first, "倍", 2, places)


def share(parts: Sequence[Figure], whole: Figure, places: int = _PLACES) -> Result:
    """Given the figures that make up a part, and the whole, return the part's share in percent, to two decimal
    places."""
    *summands, second = _values((*parts, whole))
    if second == 0:
        raise CannotCalculate("base_zero")
    first = "+".join(map(_shown, summands))
    expression = f"{first if len(summands) == 1 else f'({first})'}/{_bracketed(second)}×100"
    return _rounded(
        "share", expression, sum(summands, Decimal(0)) / second * 100, "%", len(summands) + 1, places
    )


def completion(done: Figure, received: Figure, carried: Figure, places: int = _PLACES) -> Result:
    """Given what was dealt with, newly received and carried in, return the share dealt with of all on hand, in
    percent, to two decimal places."""
    dealt, new, old = _values((done, received, carried))
    if new + old == 0:
        raise CannotCalculate("base_zero")
    expression = f"{_shown(dealt)}/({_shown(new)}+{_shown(old)})×100"
    return _rounded("rate", expression, dealt / (new + old) * 100, "%", 3, places)


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

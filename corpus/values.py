"""One written value: a cell's text, or a number with its unit in prose, as an exact decimal.

The report's own writing stays beside the number: the unit as written, the hedge (余, 约), the remark in
brackets. Blank, "not applicable" and "none" are different from 0, and from each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from corpus.language.numerals import DIGITS, HAN, MAGNITUDE, arabic, fold, han, magnitude
from corpus.units import base_unit, is_rate, keeps_magnitude, unit_at

State = Literal["number", "blank", "not_applicable", "none"]

_BEFORE = "大约|约|接近|近|超过|超|突破|逾|不少于|不低于|不超过|不足|至少|多达|高达"
_RISES = dict.fromkeys(("增加", "增长", "上升", "增", "↑", "+"), 1)
_FALLS = dict.fromkeys(("减少", "下降", "降低", "减", "降", "↓", "-", "△", "▲"), -1)
_SIGNS = _RISES | _FALLS
_BOUNDS = dict.fromkeys("≥≧", "不少于") | dict.fromkeys("≤≦", "不超过")
_BOUNDS |= dict.fromkeys(">＞", "超过") | dict.fromkeys("<＜", "不足") | dict.fromkeys("=＝", "")
_STATES: dict[str, State] = {"": "blank", "无": "none", "没有": "none"}
_STATES |= dict.fromkeys(("/", "\\", "不适用", "不涉及", "n/a"), "not_applicable")

_NUMBER = re.compile(
    rf"(?P<before>{_BEFORE})?\s*(?P<sign>[+-](?=\s*\d))?\s*(?P<digits>{DIGITS})\s*(?P<hedge>余|多)?"
    rf"(?P<size>{MAGNITUDE}(?![年月日]))?\s*(?P<late>余|多)?\s*"
)
_HAN = re.compile(rf"(?P<before>{_BEFORE})?(?P<digits>{HAN})(?P<hedge>余|多)?(?P<size>)(?P<late>)")
_SIGN = "|".join(map(re.escape, _SIGNS))
_CELL = re.compile(rf"[占达共计为]*(?P<sign>{_SIGN})?\s*(?P<rest>.+)", re.DOTALL)
_CODE = re.compile(r"0\d+|[一二两三四五六七八九]")  # 05 is a code; a lone 一 a stroke or a list number
_LONGEST = 24  # characters: what is longer is no amount, and past what decimals multiply exactly
_REMARK = re.compile(r"\s*[(（].*[)）]\s*", re.DOTALL)
_AFTERWARDS = re.compile("以上|以下|以内|左右|上下")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as written. `number` is None unless `state` is "number"; `unit` is None where none is written.

    `end` is the offset after the value in the text it was read from.
    """

    number: Decimal | None
    raw: str
    unit: str | None = None
    qualifier: str = ""
    remark: str = ""
    state: State = "number"
    end: int = 0

    @property
    def scale(self) -> Decimal:
        """How many of the base unit one of `unit` is: 10000 for 万元."""
        return base_unit(self.unit)[0] if self.unit else Decimal(1)


def read_value(text: str) -> Value | None:
    """Given a cell's whole text, return its value, or None where the text is no single value.

    增413 -> 413, 减18 and △18 -> -18, 22（其中修订16件） -> 22 with the remark kept, ≥20(人) -> 20 "不少于", "" -> blank,
    "—" and "/" -> not applicable, 无 -> none.
    """
    folded = fold(text).strip()
    state = _STATES.get(folded.lower()) or ("not_applicable" if re.fullmatch(r"[-—─―]+", folded) else None)
    if state is not None:
        return Value(None, text.strip(), state=state, end=len(text))
    bound = _BOUNDS.get(folded[:1])
    match = _CELL.fullmatch(folded if bound is None else folded[1:].lstrip())
    number = match and number_at(match["rest"], 0)
    if match is None or number is None or number.number is None:
        return None
    remark = match["rest"][number.end :]
    if remark.strip() and not _REMARK.fullmatch(remark):
        return None
    if number.unit is None and _CODE.fullmatch(number.raw):
        return None
    signed = number.number * _SIGNS.get(match["sign"] or "", 1)
    qualifier = (bound or "") + number.qualifier
    return Value(signed, text.strip(), number.unit, qualifier, remark.strip(), "number", len(text))


def _plain(number: Decimal) -> Decimal:
    """12000.0 -> 12000: the zeros come from the multiplication, not from the report."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def number_at(text: str, start: int) -> Value | None:
    """Given folded text and where a number begins, return the number with its magnitude, hedge and unit.

    1.2万余件 -> 1.2 万件 "余"; 30.5万元 -> 30.5 万元; 3百件 -> 300 件: 万 and 亿 stay with the unit, as the report writes.
    """
    match = _NUMBER.match(text, start) or _HAN.match(text, start)
    if match is None:
        return None
    if len(match["digits"]) > _LONGEST:
        return None
    number = arabic(match["digits"]) if match["digits"][0].isdigit() else han(match["digits"])
    if number is None:
        return None
    end, size = match.end(), match["size"] or ""
    unit = unit_at(text, end)
    end = end + len(unit) if unit else match.start() + len(match.group().rstrip())
    if unit and size and (size[-1] in "万亿" or keeps_magnitude(unit)) and not is_rate(unit):
        unit = size + unit
    else:
        number = _plain(number * magnitude(size))
    if (match.groupdict().get("sign") or "") == "-":
        number = -number
    bound = _AFTERWARDS.match(text, end)
    hedge = match["hedge"] or match["late"] or ""
    qualifier = (match["before"] or "") + hedge + (bound.group() if bound else "")
    end = bound.end() if bound else end
    return Value(number, text[start:end], unit, qualifier, end=end)

"""Spreadsheet values as a person sees them: percentages, thousands, decimals, dates by their number format.

Source: ECMA-376 part 1, 18.8.30-31. A format that is not understood shows the plain value.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_SECTION = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_BRACKET = re.compile(r"\[(?:\$([^\]-]*)[^\]]*|([<>=]+)(-?[\d.]+)|[^\]]*)\]")
_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?|\.([#0?]+)")
_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|y+|m+|d+|h+|s+(?:\.0+)?|am/pm|上午/下午|_.|\*.|.', re.I)
# Excel keeps these two for "the date as this computer writes it", which in Chinese is year first.
_LOCAL_DATES = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}
_WEEKDAYS = "一二三四五六日"


def shown(value: object, code: str) -> str:
    """Given a cell's value and its number format, return what the cell shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date, time, timedelta)):
        return _date(value, code)
    if isinstance(value, (int, float, Decimal)):
        return _number(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), code)
    return str(value)


def plain(value: Decimal) -> str:
    """Given a number, return it without an exponent and without the noise of binary fractions."""
    if value == value.to_integral_value():
        return f"{value:.0f}"
    return f"{Decimal(f'{value:.12g}'):f}".rstrip("0").rstrip(".")


def _number(value: Decimal, code: str) -> str:
    section, magnitude = _section(value, code)
    bare = _BRACKET.sub(lambda found: found[1] or "", section)
    if bare.strip().lower() in ("", "general", "@") or "/" in bare:
        return plain(value) if bare.strip() else ""
    literals: list[str] = []

    def keep(found: re.Match[str]) -> str:
        literals.append(found[1] or found[2] or "")
        return chr(0xE000 + len(literals) - 1)

    pattern = _LITERAL.sub(keep, bare)
    digits = list(_DIGITS.finditer(pattern))
    if len(digits) == 1 and not re.search(r"e[+-]", pattern, re.I):
        percent = pattern.count("%")
        text = _digits(magnitude.scaleb(2 * percent), digits[0][0])
        pattern = pattern[: digits[0].start()] + text + pattern[digits[0].end() :]
    elif digits:
        return plain(value)
    return re.sub("[\ue000-\uf8ff]", lambda found: literals[ord(found[0]) - 0xE000], pattern).strip()


def _section(value: Decimal, code: str) -> tuple[str, Decimal]:
    """Given a number and its format, return the part of the format for it, and the number to write there:
    the parts for negative numbers write their own sign."""
    sections = _SECTION.split(code)
    for section in sections:
        condition = next((found for found in _BRACKET.finditer(section) if found[2]), None)
        if condition is not None and _holds(value, condition[2], Decimal(condition[3])):
            return section, value
    if len(sections) == 1 or any(found[2] for found in _BRACKET.finditer(code)):
        return sections[-1], value
    if value < 0:
        return sections[1], -value
    return sections[2] if value == 0 and len(sections) > 2 else sections[0], value


def _holds(value: Decimal, sign: str, bound: Decimal) -> bool:
    order = (value > bound) - (value < bound)
    return {"<": order < 0, ">": order > 0, "=": order == 0, "<=": order <= 0, ">=": order >= 0}.get(
        sign, order != 0
    )


def _digits(value: Decimal, pattern: str) -> str:
    """Given a number and the digit places of a format, return the number so written."""
    whole, _, fraction = pattern.partition(".")
    scaled = value.scaleb(-3 * (len(whole) - len(whole.rstrip(","))))
    places = sum(char in "0#?" for char in fraction)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{abs(rounded):,f}" if "," in whole.rstrip(",") else f"{abs(rounded):f}"
    integer, _, decimals = text.partition(".")
    integer = integer.zfill(whole.count("0")) if "0" in whole else integer.lstrip("0")
    decimals = decimals[: fraction.count("0")] + decimals[fraction.count("0") :].rstrip("0")
    sign = "-" if rounded < 0 else ""
    return sign + integer + ("." + decimals if decimals else "")


def _date(value: datetime | date | time | timedelta, code: str) -> str:
    if isinstance(value, timedelta):
        return str(value)
    code = _LOCAL_DATES.get(code, _SECTION.split(code)[0])
    parts = [part for part in _DATE.findall(code) if not part.startswith(("[", "_", "*"))]
    if not any(part[0].lower() in "ymdhs" for part in parts):
        return value.isoformat().removesuffix("T00:00:00").replace("T", " ")
    hours = any(part.lower() in ("am/pm", "上午/下午") for part in parts)
    text, after_hour = "", False
    for index, part in enumerate(parts):
        before_second = any(later[0].lower() == "s" for later in parts[index + 1 : index + 3])
        text += _date_part(value, part, after_hour or before_second, hours)
        after_hour = part[0].lower() == "h" or (after_hour and part[0].lower() not in "ymds")
    return text.strip()


def _date_part(value: datetime | date | time, part: str, minute: bool, half_day: bool) -> str:
    kind = part[0].lower()
    if part[0] in '"\\':
        return part.strip('"') if part[0] == '"' else part[1:]
    if isinstance(value, date):
        if kind == "y":
            return f"{value.year % 100:02d}" if len(part) <= 2 else f"{value.year:04d}"
        if kind == "m" and not minute:
            return f"{value.month:02d}" if len(part) == 2 else str(value.month)
        if kind == "d":
            if len(part) > 2:
                return ("星期" if len(part) > 3 else "周") + _WEEKDAYS[value.weekday()]
            return f"{value.day:02d}" if len(part) == 2 else str(value.day)
    if isinstance(value, (datetime, time)):
        if part.lower() in ("am/pm", "上午/下午"):
            return "上午" if value.hour < 12 else "下午"
        hour = (value.hour - 1) % 12 + 1 if half_day else value.hour
        number = {"h": hour, "m": value.minute, "s": value.second}.get(kind)
        if number is not None:
            return f"{number:02d}" if len(part) >= 2 else str(number)
    return "" if kind in "ymdhs" else part

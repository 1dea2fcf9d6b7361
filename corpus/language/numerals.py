"""Written numbers: digits in either width, thousands separators, magnitudes and Chinese numerals.

`fold` keeps every character in its place, so that an offset in the folded text is an offset in the source.
"""

from __future__ import annotations

import re
from decimal import Decimal

import cn2an

_WIDE_CODES = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_WIDE = {code: chr(code - 0xFEE0) for code in _WIDE_CODES}
_WIDE |= {ord(wide): narrow for wide, narrow in zip("．％＋－−–／﹪◯", ".%+---/%〇", strict=True)}
_WIDE |= {0x3000: " ", 0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " "}

DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
HAN = r"(?:[零〇一二两三四五六七八九十百千]+[万亿]?)+"
MAGNITUDE = r"(?:十|百|千|万亿|[百千]?[万亿])"

HAN_DIGITS = str.maketrans("〇○零ＯO一二两三四五六七八九", "000001223456789")
"""Chinese digits, and what is written for 〇, each to one digit."""
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def fold(text: str) -> str:
    """Given text, return it with full-width digits, letters and number signs made half-width, same length."""
    return text.translate(_WIDE)


def magnitude(written: str) -> int:
    """Given "万", "千万", "万亿" or "", return the factor it stands for."""
    factor = 1
    for character in written:
        factor *= MAGNITUDES[character]
    return factor


def arabic(written: str) -> Decimal:
    """Given digits with or without separators ("3，260.27", folded), return the number."""
    return Decimal(re.sub(r"[,，\s]", "", written))


def han(written: str) -> Decimal | None:
    """Given a Chinese numeral and nothing else ("三百九十六", "一万二", "两"), return the number, or None
    where the characters form no numeral ("十百")."""
    digits = written.replace("〇", "零")
    if digits[0] in "百千":
        digits = "一" + digits
    if len(digits) > 1 and not re.search("[十百千万亿]", digits):
        return Decimal(int(digits.translate(HAN_DIGITS)))
    try:
        return Decimal(str(cn2an.cn2an(digits, "smart")))
    except ValueError:
        return None

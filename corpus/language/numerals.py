"""Written numbers: digits of any writing and width, thousands separators, magnitudes and Chinese numerals.

`fold` keeps every character in its place, so that an offset in the folded text is an offset in the source.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import cn2an


class _Plain(dict[int, str]):
    """What stands for each character, by its code: a digit of any writing (３, ٣, 𝟑) has its own, as \\d of a
    pattern and `int` take it for one; the others are themselves."""

    def __missing__(self, code: int) -> str:
        self[code] = str(unicodedata.decimal(chr(code), chr(code)))
        return self[code]


_WIDE_LETTERS = (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_WIDE = _Plain({code: chr(code - 0xFEE0) for code in _WIDE_LETTERS})
_DIGITS = _Plain()
_WIDE |= {ord(wide): narrow for wide, narrow in zip("．％＋－−–／﹪◯", ".%+---/%〇", strict=True)}
_WIDE |= {0x3000: " ", 0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " "}

DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
HAN = r"(?:[零〇一二两三四五六七八九十百千]+[万亿]?)+"
MAGNITUDE = r"(?:十|百|千|万亿|[百千]?[万亿])"

HAN_DIGITS = str.maketrans("〇○零ＯO一二两三四五六七八九", "000001223456789")
"""Chinese digits, and what is written for 〇, each to one digit."""
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def fold(text: str) -> str:
    """Given text, return it with full-width letters and number signs made half-width and digits of any writing made
    0 to 9, same length."""
    return text.translate(_WIDE)


def plain_digits(text: str) -> str:
    """Given text, return it with digits of any writing and width made 0 to 9, same length, and nothing else changed."""
    return text.translate(_DIGITS)


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

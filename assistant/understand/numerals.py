"""Chinese numerals in a question: 二〇一九年, 一九年, 三百九十六件, 两个. The only importer of cn2an here."""

from __future__ import annotations

import re

import cn2an

from assistant.understand.units import UNIT
from corpus.language.numerals import han

_DIGITS = {
    char: digit
    for digits in ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "○")
    for digit, char in enumerate(digits)
}
_DIGITS |= {"O": 0, "o": 0}
_DIGIT = "〇零○一二三四五六七八九"
_YEAR = re.compile(rf"(?<![{_DIGIT}十百千万])([一二][九〇零○O一八][{_DIGIT}Oo]{{2}})(?![{_DIGIT}十百千万])")
# 二三年 may be "two or three years": only pairs that are no such guess stand for a year by themselves.
_SHORT_YEAR = re.compile(
    r"(?<![〇零○一二三四五六七八九十近这那几过去第前后])([〇零○一二][〇零○一二三四五六七八九])(?=年(?!内(?!部)|来(?![信访])|间(?!接)|多(?!少)))"
)
_TWENTY = re.compile("廿(?P<one>[一二三四五六七八九]?)(?=年(?![内来间多]))")
_LETTER = re.compile(r"(?<![0-9A-Za-z])2[oO](?=\d\d(?!\d))")
"""The letter typed for the nought of a year: 2o24."""
_AMOUNT = re.compile(rf"(?<![第{_DIGIT}十百千万亿])([一二两三四五六七八九十百千万亿零〇]+?)(?=(?:{UNIT}))")


def digits(text: str) -> str:
    """Given simplified Chinese, return it with years and counted amounts in Arabic digits.

    A single numeral (一件) and ordinals (第二十条) stay as they are: they are words more often than numbers.
    """
    text = _TWENTY.sub(lambda match: f"202{_DIGITS[match['one'] or '零']}", _LETTER.sub("20", text))
    text = _YEAR.sub(lambda match: _one_by_one(match.group(1)), text)
    text = _SHORT_YEAR.sub(lambda match: "20" + _one_by_one(match.group(1)), text)
    return _AMOUNT.sub(lambda match: _amount(match.group(1)), text)


def number(written: str) -> int:
    """Given a small whole number in digits or in Chinese (3, 三, 两, 俩), return it."""
    return int(written) if written.isdigit() else int(han(written.replace("俩", "两")) or 0)


def _one_by_one(numerals: str) -> str:
    return "".join(str(_DIGITS[char]) for char in numerals)


def _amount(numerals: str) -> str:
    if len(numerals) < 2:
        return numerals
    try:
        return str(cn2an.cn2an(numerals.replace("〇", "零"), "normal"))
    except ValueError:
        return numerals

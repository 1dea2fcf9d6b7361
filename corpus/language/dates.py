"""Years and dates as reports write them: 2019年, 二〇一九年, 2020-01-31, 2020年1月31日."""

from __future__ import annotations

import re
from datetime import date

from corpus.language.numerals import HAN_DIGITS, plain_digits

_HAN_YEAR = re.compile(r"[一二][九〇○零Ｏ0][〇○零Ｏ0一二三四五六七八九]{2}(?=年)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年)")
_BARE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)")


def plain_years(text: str) -> str:
    """Given a text, return it with 二〇一九年 and ２０１９年 written 2019年."""
    return _HAN_YEAR.sub(lambda found: found[0].translate(HAN_DIGITS), plain_digits(text))


def years_in(text: str) -> list[int]:
    """Given a text with plain years, return the years met before 年, in order; where there is none, the
    bare four-figure years (as in a file's name)."""
    return [int(year) for year in _YEAR.findall(text)] or (
        [int(year) for year in _BARE_YEAR.findall(text)] if len(text) < 100 else []
    )


def date_in(text: str) -> str | None:
    """Given a text, return the first date in it in ISO form, or None."""
    for found in _DATE.finditer(text):
        try:
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        except ValueError:
            continue  # 2019年13月1日 is no date; the next may be one
    return None

"""Which year a number or a column speaks of, where the text itself says so.

A year after 比 or 较 is what something is compared with, a year in a title or before 起 and 以来 is where
something began, and 上年结转 is this year's opening stock: none of them is the period of a figure.
"""

from __future__ import annotations

import re

from corpus.language.grammar import GROWN_TO
from corpus.language.numerals import HAN_DIGITS, fold
from corpus.sentences import enclosed

_HAN_YEAR = "[二一][零〇○O0九][零〇○O0一二三四五六七八九]{2}"
_WRITTEN = rf"(?P<year>(?:19|20)\d{{2}}|{_HAN_YEAR})\s*"
_YEAR = re.compile(
    rf"(?<![\d.]){_WRITTEN}(?:年度?|(?=预算|决算|财政))"
    r"(?!\s*(?:\d{1,2}月\d{1,2}日)?\s*(?:起|以来|至今))"
)
_RANGE_START = re.compile(r"\s*(?:[-—–~～]|至)\s*(?:19|20)\d{2}")
_RELATIVE = re.compile(r"(?P<last>去年|上年(?!度?结[转余])度?|上一年度(?!结[转余]))|(?P<this>今年|本年度?)")
_DEALT = re.compile(r"(?P<years>(?:(?:19|20)\d{2}年?度?[、,，和及与])+(?:19|20)\d{2})年[^。；;]*?分别")
_STOP = re.compile(r"[。；;]|(?:19|20)\d{2}年")
_COMPARED = re.compile(
    r"(?:比|较|与|同|相比|相较|对比|高于|低于|完成|恢复[到至]|回到|相当于|超过?|达到?|接近)(?:上海|全国)?[^，。；、]{0,4}$"
)
_HEADED = re.compile(
    rf"^(?:其中[:：])?[(（]?(?:截至|截止)?{_WRITTEN}(?:年|$|(?=预算|决算))(?!\s*(?:[-—–~～至]|以来|起|至今))"
)
_LAST = re.compile(
    r"^(?:去年|上年度?|上一年度?)"
    r"(?:$|同期|年?[初末底]|预算|决算|执行|完成|实[际绩]|数|支出|收入|累计|金额|余额)"
)


_BUILT_ON = re.compile("基础之?上")
_JUST_OVER = re.compile(r"^\W*(?:(?:刚刚?|已经?|即将)?过去的|回[顾望]|走过)$")
"""Before the year that a sentence opens with: 刚刚过去的2025年，我们…."""
_OF_REPORT = re.compile(r"\d{4}年度?[^，,。；\d]{0,8}(?:年报|年度报告|年检)")
"""What is filed for a year that is over: of what comes after it says nothing."""


def _number(written: str) -> int:
    return int(written.translate(HAN_DIGITS))


def years(text: str, year: int) -> tuple[tuple[int, int], ...]:
    """Given a stretch of prose and the report's year, return the (place, year) of each period it names."""
    folded = fold(text)
    titles = [span for span in enclosed(folded) if folded[span[0]] in "《〈〔[【“「"]
    explicit = [
        (match.start(), _number(match["year"]))
        for match in _YEAR.finditer(folded)
        if not _RANGE_START.match(folded, match.end())
    ]
    relative = [(m.start(), year - 1 if m["last"] else year) for m in _RELATIVE.finditer(folded)]
    return tuple(sorted(one for one in explicit + relative if not _reference(folded, one[0], titles)))


def _reference(folded: str, start: int, titles: list[tuple[int, int]]) -> bool:
    if any(left < start < right for left, right in titles):
        return True
    return _COMPARED.search(folded[:start]) is not None


def year_at(text: str, place: int, year: int, carried: int | None = None) -> int:
    """Given a sentence, a number's place in it, the report's year and the year the paragraph speaks of,
    return the number's year: the last period named before it."""
    closed = [span for span in enclosed(text[:place]) if text[span[0]] in "(（"]  # it speaks of itself only
    before = years(text[:place], year)
    named = [
        spoken
        for at, spoken in before
        if not any(left < at < right for left, right in closed) and not _left_behind(text[:place], at)
    ]
    return named[-1] if named else carried if carried is not None else year


def _left_behind(text: str, at: int) -> bool:
    """Whether a year is only what something grew from, or builds on: in 由2020年的82.4岁提升至83.9岁 the 83.9 are not 2020's,
    nor in 在2020年7项基础上增加3项 the 3."""
    if text[:at].endswith("在") and _BUILT_ON.search(text, at):
        return True
    return text[:at].endswith(("由", "从")) and re.search(GROWN_TO, text[at:]) is not None


def dealt_years(text: str, places: tuple[int, ...]) -> dict[int, int | None]:
    """Given a sentence and its numbers' places, return the years of the numbers that 分别 deals out to several
    years (2022年、2023年分别受理3件、5件); None for those that cannot be told apart."""
    dealt: dict[int, int | None] = {}
    text = fold(text)
    for match in _DEALT.finditer(text):
        stop = _STOP.search(text, match.end())
        own = [place for place in places if match.end() <= place < (stop.start() if stop else len(text))]
        named = [int(year) for year in re.findall(r"(?:19|20)\d{2}", match["years"])]
        dealt |= dict.fromkeys(own)
        if len(own) == len(named):
            dealt |= dict(zip(own, named, strict=True))
    return dealt


def opening_year(text: str, year: int) -> int | None:
    """Given a sentence or heading, return the year it opens with ("2025年，我局将…") and alone speaks of,
    which the sentences after it keep."""
    named = years(text, year)
    opened = [
        spoken
        for at, spoken in named[:1]
        if (not re.search(r"\w", text[:at]) or _JUST_OVER.match(text[:at])) and not _OF_REPORT.match(text, at)
    ]
    return opened[0] if opened and len({spoken for _, spoken in named}) == 1 else None


def label_year(path: tuple[str, ...], year: int) -> int | None:
    """Given a row's or column's path and the report's year, return the year a label begins with, the year
    before for 上年决算数, or None where no label names one."""
    for label in reversed(path):
        folded = fold(label).strip()
        if match := _HEADED.match(folded):
            return _number(match["year"])
        if _LAST.match(folded):
            return year - 1
    return None

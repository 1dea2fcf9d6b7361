"""Years as they are typed on a phone, which nothing but the name beside them shows to be years: 某县24行政许可, 24某县,
某县23和24, 某县2024人员经费. A year that is not seen would be lost, and the question answered with another year's figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import rjieba

from assistant.query import Held
from assistant.understand.register import Names, Register, register
from assistant.understand.units import UNIT

FIRST, _AHEAD = 10, 5
"""A year of two digits is of this century: not before its tenth, nor so many after today's."""
_SHORTEST, _LONGEST = 2, 24
"""How long a name may be."""
_HAN = {char: str(digit) for digit, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_NUMERAL = "".join(_HAN)
_NUMBER = re.compile(
    rf"(?<![\d.])[，,（(·'’‘\s]?(?P<year>(?:19|20)\d\d|[0-3]\d)(?![\d.%])|"
    rf"(?<![{_NUMERAL}十百第])(?P<han>[一二][{_NUMERAL}])(?![{_NUMERAL}十百千万亿产季线级类手等次代胎孩点、])"
)
_JOINED = re.compile(
    r"(?<=\d{4}年)(?:和|跟|与|及|比|到|至|、|，|,|/|~|～|-|—|–|还有|以及|对比)(?P<year>[0-3]\d)(?![\d.%])"
)
_BOTH = re.compile(
    r"(?<![\d.])(?P<first>[12]\d)年?(?P<join>到|至|和|跟|与|比|-|~|～|—|是(?=[12]\d年?的(?:几|多少)倍))(?P<year>[12]\d)(?=年|[\u4e00-\u9fff，。？?\s]|$)"
)
_BESIDE = re.compile(
    r"(?:(?<=[比较跟和与同])|(?<=是)(?=\d\d年?的(?:几|多少)倍))(?P<year>[0-3]\d)(?=年(?!龄)|[多少增减高低涨降差省]|相[比差]|[的，。？?\s]|$)"
)
_NEXT = re.compile(
    r"^(?:那么?|换成?|改成|再?看看?|[和跟与比较]|还有)?[，,\s]?(?P<year>[0-3]\d)(?=年|的|呢|[\u4e00-\u9fff，。？?\s]|$)(?![\d.%])"
)
"""What a question begins with that follows another: 那23呢."""
_LAST = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![是有为达到超过约近第增减了共计于前后的满足])(?P<year>[0-3]\d)"
    r"(?=的?(?:$|[，。？?！!\s啊呀呢吗吧]|多少|几|是多少))"
)
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d\d年)")
_ALONE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[问查看下在道解帮我])$")
"""Before a place typed wrongly, which is too short to be told from other words where it stands among them."""
_AGENCY = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:局|委|委员会|[政府委]办|办公[厅室]|厅|法院|检察院|管委会|街道办?|街办|办事处|[区县市镇乡省])$"
)
"""An agency by how such names end, where none held is called so."""
_COUNTED = re.compile(
    rf"辆车|(?:{UNIT})|[万亿千百]|小时|世纪|中全会|以[上下内]|节气|价疫苗|多(?![多少])|[时点分秒日号月周届大强级余倍成度区县市省国楼层路线]"
)
"""What a number counts that is no year."""
_UNIT_LIKE = re.compile("[件份条起次个人户家项批元万亿篇号平公吨台辆只名]")
"""After a year of four digits, what might make an amount of it."""
_UP_TO = re.compile(r"^(?:到|至|-|~|～|—)\d{1,3}(?!\d)")


def with_years(text: str, held: Sequence[Held], today: date, after: Sequence[int] = ()) -> str:
    """Given a question in simplified Chinese, the reports held, the day and the years spoken of before, return it with
    those years written out that only the name of an agency beside them, or the question before, shows to be years:
    某县24行政许可 as 某县2024年行政许可."""
    if not re.search(rf"\d\d|[一二][{_NUMERAL}]", text):
        return text
    search = _Search(register(held), latest(today))
    text = search.before_name(search.after_name(text))
    return search.further(search.put(text, _NEXT) if after else text, known=bool(after))


def latest(today: date) -> int:
    """Given the day, return the latest year of two digits that may be meant."""
    return today.year % 100 + _AHEAD


class _Search:
    """The names that people use for the agencies held, and the latest year of two digits that may be meant."""

    def __init__(self, held: Register, latest: int) -> None:
        self.kinds = held.agencies, held.bodies, held.places
        self.latest = latest

    def after_name(self, text: str) -> str:
        """The text with each year that follows a name written out."""
        start = 0
        while found := _NUMBER.search(text, start):
            year = self._year(found)
            ahead = text[found.end() :]
            plain = len(found["year"] or "") == 4 and not _UNIT_LIKE.match(ahead)  # read as it stands
            named = year and not plain and not _counts(ahead) and self._ends_with_name(text[: found.start()])
            if named:
                text = _put(text, found.start(), found.end(), year)
            start = found.start() + 1
        return text

    def before_name(self, text: str) -> str:
        """The text with a year that stands before its only name written out: 24某县."""
        for found in re.finditer(r"(?<![\d.])(?P<year>[0-3]\d)年?(?=[\u4e00-\u9fff])", text):
            year, before, after = self._year(found), text[: found.start()], text[found.end() :]
            if year and self._begins_with_name(after) and not self._names(before):
                return _put(text, found.start(), found.end(), year)
        return text

    def further(self, text: str, *, known: bool) -> str:
        """The text with the years written out that stand beside another (某县23和24) or last (某县工会经费24). `known` is
        True where the question before says of whom and of which year."""
        if not known and not self._names(text):
            return text
        text = _BOTH.sub(self._both, text)
        if known or _YEAR.search(text):
            text = self.put(self.put(text, _JOINED), _BESIDE)
        return text if _YEAR.search(text) else self.put(text, _LAST)

    def _both(self, found: re.Match[str]) -> str:
        """Two years of two digits, the one joined to the other: 23到24."""
        ahead = found.string[found.end() :]
        first, last = sorted((int(found["first"]), int(found["year"])))
        if not FIRST <= first < last <= self.latest or _counts(ahead):
            return found.group()
        return f"20{found['first']}年{found['join']}20{found['year']}{'' if ahead.startswith('年') else '年'}"

    def put(self, text: str, pattern: re.Pattern[str]) -> str:
        """The text with each year that a pattern finds written out."""
        start = 0
        while found := pattern.search(text, start):
            year = self._year(found)
            if year and (pattern is _BESIDE or not _counts(text[found.end("year") :])):
                text = _put(text, found.start("year"), found.end("year"), year)
            start = found.start("year") + 1
        return text

    def _year(self, found: re.Match[str]) -> str:
        """The year that a number says in full, or "" where it can be none."""
        han = found.groupdict().get("han")
        year = "".join(_HAN[char] for char in han) if han else found["year"]
        if len(year) == 2:
            return f"20{year}" if FIRST <= int(year) <= self.latest else ""
        return year

    def _ends_with_name(self, text: str) -> bool:
        """Whether a text ends with the name of an agency: one held, as it is written or typed, or one called like one."""
        for size in range(_SHORTEST, min(_LONGEST, len(text)) + 1):
            name, before = text[-size:], text[:-size]
            if any(name in kind.owners or self._shortened(name, kind) for kind in self.kinds):
                return True
            if (size > _SHORTEST or _ALONE.search(before)) and any(
                kind.mistaken(name) for kind in self.kinds
            ):
                return True
        return bool(_AGENCY.search(text)) or _is_place(text)

    def _shortened(self, name: str, kind: Names) -> bool:
        """Whether a name lacks no more than the last character of one held: 某县民政."""
        longer = kind.by_length.get(len(name) + 1, ()) if len(name) > _SHORTEST + 1 else ()
        return any(one.startswith(name) for one in longer)

    def _begins_with_name(self, text: str) -> bool:
        typed = (text[:size] for size in range(_SHORTEST + 1, _LONGEST))
        return any(kind.at(text, 0) for kind in self.kinds) or any(
            kind.mistaken(name) for name in typed for kind in self.kinds
        )

    def _names(self, text: str) -> bool:
        """Whether a text has the name of an agency held."""
        return any(kind.at(text, start) for start in range(len(text)) for kind in self.kinds)


def _is_place(text: str) -> bool:
    """Whether a text is the name of a place that the dictionary knows."""
    words = rjieba.tag(text)
    return len(words) == 1 and len(text) >= _SHORTEST and words[0][1] in ("ns", "nr")


def _counts(after: str) -> bool:
    """Whether the number before a text counts what it begins with: 24件, and not 24人员经费."""
    after = _UP_TO.sub("", after)
    counted = _COUNTED.match(after)
    word = next(iter(rjieba.cut(after, False)), "")
    return counted is not None and len(word) <= len(counted.group())


def _put(text: str, start: int, end: int, year: str) -> str:
    """The text with a year in full, and 年 after it, in place of what stands there."""
    end += text[start : start + 1] in "（(" and text[end : end + 1] in "）)"
    kept = text[start] if text[start] in "，, " else ""
    after = text[end:].removeprefix("年")
    put_in = "" if text[end : end + 1] == "报" else "年"  # 24报了 is of no 年报
    return f"{text[:start]}{kept}{year}{put_in}{after}"

"""Find the numbers in prose that measure something, and leave out the ones that only name.

A measuring number is followed by a measure word, or ends a statement after 为/共/达. Years, dates, ordinals,
document and telephone numbers, addresses, list numbers, ranges, thresholds (100万元以上的…, 超500亿元的县19个) and whatever
stands in a title or a slogan's quotation marks name things instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import rjieba

from corpus.language.grammar import GROWN_TO
from corpus.language.numerals import HAN, arabic, fold
from corpus.sentences import enclosed
from corpus.units import divisible
from corpus.values import Value, number_at


@dataclass(frozen=True, slots=True)
class Mention:
    """A measuring number at its place in a text."""

    start: int
    end: int
    value: Value


_START = re.compile(rf"\d|{HAN}")
_BEFORE = re.compile(
    r"(?:(?:大约|(?<![签节集公合预解履违邀特])约|接近|(?<![附最靠临])近|超过|超|突破|逾|不少于|不低于|不超过|不足|至少|多达|高达)\s*)$"
)
_NAMES = re.compile(
    r"https?://\S+|www\.[\w./-]+|[\w.+-]+@[\w.-]+|[〔\[]\s*\d{4}\s*[〕\]]"
    r"|(?P<called>(?:电话|传真|热线|邮编|邮政编码|邮箱|QQ|微信号|地址)[^\d，。；]{0,8})[\d\-—－/、 ]{5,}"
)
_DATES = re.compile(
    r"\d{2,4}\s*(?:年度?|学年)|[零〇一二三四五六七八九]{4}年|\d{1,2}\s*月(?!\w*均)(?:\s*\d{1,2}\s*[日号])?|\d{1,2}\s*[日号]"
    r"|[一二三四五六七八九十]+(?:年|季度|月份?|日)|\d{1,2}\s*[:：时]\s*\d{2}分?|(?:19|20)\d{2}(?:[-/]\d{1,2}){1,2}(?!\d)|(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}(?!\d)"
)
_RANGE = re.compile(r"\d[\d.,]*\s*(?:年|月|日)?\s*[-—–~～至到]+\s*\d[\d.]*\s*\w?")
_RANGE_END = re.compile(r"(?<!\d)\d[\d.]*\s*(?:周?岁|元|年|月|日|[%天人亩])?\s*[-—–~～至]\s*$")
_ORDINAL = re.compile(r"(?:第|前|No\.?|NO\.?|[A-Za-z×*·+/\-—〔\[.])\s*$")
_INCLUDED = "[(（]含[)）]"
_THRESHOLD = re.compile(
    rf"(?:{_INCLUDED})?(?:以上|以下|以内|内|前|后)(?=的?[\w“])|{_INCLUDED}(?:以上|以下|以内)"
)
_BOUND = "(?:超过?|突破|不足|不到|低于|高于|大于|小于|逾)"
_BOUNDED = re.compile(rf"{_BOUND}$")
_COUNTED_AFTER = re.compile(r"的[^，,。；;、\d（(]{0,14}(?:[（(][^）)\d]*[）)])?[^，,。；;、\d]{0,6}\d")
"""After a bound: what is counted is the things beyond it: 产值超500亿元的县（市、区）达到19个."""
_COUNTED_BEFORE = re.compile(rf"有\d[\d.,]*[万亿]?[一-鿿]{{1,2}}(?![，,。；;：:])[^，,。；;：:\d]*{_BOUND}$")
"""Before a bound: 有31个县产值不足200亿元 counts the counties."""
_NOT_A_MEASURE = re.compile(r"之|分之|%?\s*[-—–~～]\s*\d")
_STATED = re.compile(r"(?:为|共|共计|合计|总计|累计|达|达到|数|数量|总数|总量|总额|[:：])\s*$")
_SCORED = re.compile(r"(?:指数|得分)(?:为|达到?)?\s*$")
"""An index or a score has no unit: 综合指数1.9."""
_DISCOURSE = re.compile(
    r"\s*(?:主要)?(?:方面|部分|环节|阶段|层面|维度|领域|坚持|责任|确保|原则|要求|统一|转变|全覆盖|"
    r"到位|意识|机制)"
)
_HAN_UNITS = frozenset("件家起次篇份户宗例场期辆名人批条项处所座台元套成")
_HAN_LEADS = re.compile(
    r"(?:共|仅|只|有|了|达|计|约|近|超|逾|设|增|为|办|受理|办[理结]|答复|[发公]布|公开|查处|收到|报送|召开|"
    r"开展|组织|印发|制定|新建|培训|处理|注销|关停|立案)$"
)
_DEALT = re.compile(r"分别[^，。；\d]*((?:\d+(?:\.\d+)?\s*[、和与及]\s*)+)$")
_LIKE_NOUN = re.compile(
    r"[\u4e00-\u9fff]{0,12}?(?P<noun>[\u4e00-\u9fff]{3,8})(?:以及|[和与及、])(?=\d{1,4}[\u4e00-\u9fff]{1,8}(?P=noun))"
)
"""Between a number and one after it whose measure word is left out: 5支综合性救援队伍和17专业性救援队伍."""
_RUN = re.compile(r"\d{11}")  # more digits than any count: a run of cells, or an account
_EACH = re.compile("[每均][^，,；;。]*$")
_GROWS_FROM = re.compile(r"[由从]$")
_GROWN_TO = re.compile(rf"(?:{GROWN_TO})$")
_WINDOW = 60  # characters
_QUOTED = 30  # a quotation this long is a statement of its own, a shorter one a slogan or a name


def mentions(text: str) -> tuple[Mention, ...]:
    """Given a sentence, return its measuring numbers in order of place."""
    folded = fold(text)
    closed = _named(folded)
    found: list[Mention] = []
    place = 0
    while match := _START.search(folded, place):
        start = match.start()
        value = None if _covered(start, closed) else number_at(folded, start)
        value = _in_its_unit(folded, start, value, found)
        if value is None or not _measures(folded, start, value):
            place = _after_number(folded, match.end())
            continue
        lead = _BEFORE.search(_before(folded, start))
        if lead:
            start -= len(lead.group())
            value = number_at(folded, start) or value
        found += _dealt_before(text, folded, start, value)
        found.append(Mention(start, value.end, _as_written(text, start, value)))
        place = value.end
    return _in_one_unit(text, found)


def _in_its_unit(folded: str, start: int, value: Value | None, found: list[Mention]) -> Value | None:
    """A number without a measure word in that of the one before it, where the two count things of one noun."""
    if value is None or value.unit is not None or not found or found[-1].value.unit is None:
        return value
    alike = _LIKE_NOUN.match(folded, found[-1].end)
    return replace(value, unit=found[-1].value.unit) if alike and alike.end() == start else value


def _in_one_unit(text: str, found: list[Mention]) -> tuple[Mention, ...]:
    """The numbers, one that has only a magnitude in the unit of the one that it is listed with: 1409万、1305万人次."""
    for place in range(len(found) - 1, 0, -1):
        before, after = found[place - 1].value, found[place].value
        orders = before.raw.strip()[-1:]
        listed = re.fullmatch(r"\s*[、和与及]\s*", text[found[place - 1].end : found[place].start])
        if listed and before.unit is None and orders in ("万", "亿") and (after.unit or "")[:1] == orders:
            number = None if before.number is None else before.number / (10**4 if orders == "万" else 10**8)
            told = replace(before, number=number, unit=after.unit)
            found[place - 1] = replace(found[place - 1], value=told)
    return tuple(found)


def _dealt_before(text: str, folded: str, start: int, value: Value) -> list[Mention]:
    """The numbers before one that share its unit: 分别提高0.5和1.2个百分点."""
    dealt = _DEALT.search(_before(folded, start))
    if dealt is None or value.unit is None:
        return []
    first = start - len(dealt.group(1))
    numbers = [(first + m.start(), m.group()) for m in re.finditer(r"\d+(?:\.\d+)?", dealt.group(1))]
    return [
        Mention(
            at, at + len(raw), Value(arabic(raw), text[at : at + len(raw)], value.unit, end=at + len(raw))
        )
        for at, raw in numbers
    ]


def _before(folded: str, start: int) -> str:
    """As much of the text before a number as says whether it measures."""
    return folded[max(0, start - _WINDOW) : start]


def _as_written(text: str, start: int, value: Value) -> Value:
    return Value(value.number, text[start : value.end], value.unit, value.qualifier, end=value.end)


def _after_number(folded: str, end: int) -> int:
    match = re.compile(r"[\d.,]*").match(folded, end)
    return match.end() if match else end


def _named(folded: str) -> list[tuple[int, int]]:
    spans = [m.span() for m in _NAMES.finditer(folded) if not _counts(folded, m)]
    spans += [m.span() for m in _DATES.finditer(folded)]
    for start, end in enclosed(folded):
        mark = folded[start]
        if mark in "《〈〔【" or (mark in "“「" and end - start <= _QUOTED):
            spans.append((start, end))
        elif mark in "(（[“「":
            spans += [(start + 1 + a, start + 1 + b) for a, b in _named(folded[start + 1 : end - 1])]
    return spans


def _counts(folded: str, named: re.Match[str]) -> bool:
    """Whether what looks like a telephone number counts things: 12345热线转办诉求11247件."""
    value = number_at(folded, named.end("called")) if named["called"] else None
    return value is not None and value.unit is not None


def _covered(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _measures(folded: str, start: int, value: Value) -> bool:
    before, after = _before(folded, start), folded[value.end : value.end + _WINDOW]
    if _RANGE_END.search(before) and not re.search(r"[由从自]\D*[\d.]+\D?[-—–~～至]\s*$", before):
        return False
    if _ORDINAL.search(before[-4:]) or _RANGE.match(folded, start):
        return False
    if _THRESHOLD.match(folded, value.end - _bound_length(value)) or _NOT_A_MEASURE.match(after):
        return False
    if _RUN.match(folded, start) or _split(value, before) or _bounds(before, after):
        return False
    if not folded[start].isdigit():
        return _han_measures(folded, start, value)
    return value.unit is not None or _stated(folded, start, value)


def _bounds(before: str, after: str) -> bool:
    """Whether a number only says beyond what things are counted that have a number of their own."""
    counted = _BOUNDED.search(before) is not None and _COUNTED_AFTER.match(after) is not None
    return counted or _COUNTED_BEFORE.search(before) is not None


def _stated(folded: str, start: int, value: Value) -> bool:
    """A number without a unit measures where it ends a statement (共749，) or carries a magnitude
    before a noun (300万群众)."""
    before, after = _before(folded, start), folded[value.end : value.end + _WINDOW]
    if re.match(r"0\d", folded[start : start + 2]):
        return False
    if re.search("[万亿]$", value.raw.strip()):
        return re.match(r"\s*(?:[，。；、,;)）]|$)", after) is not None or next(iter(_tags(after)), "") == "n"
    if _GROWS_FROM.search(before):  # 满意度从84.7提升至89.6
        return re.match(rf"(?:{GROWN_TO})\d", after) is not None
    if _SCORED.search(before):
        return re.match(r"\s*(?:[，。；、,;)）]|$)", after) is not None
    ends = re.match(r"\s*(?:[，。；,;)）]|$)", after) is not None
    return ends and (_STATED.search(before) or _GROWN_TO.search(before)) is not None


def _tags(text: str) -> list[str]:
    return [tag for _, tag in rjieba.tag(text[:6])]


def _split(value: Value, before: str) -> bool:
    """Whether a fraction of something that has no fractions (1.48个) shows that the reading is wrong: it is none of
    an average (每千人口托位数达4.76个)."""
    if value.unit is None or value.number is None or divisible(value.unit) or _EACH.search(before):
        return False
    things = value.number * value.scale
    return things != things.to_integral_value()


def _bound_length(value: Value) -> int:
    match = re.search("(?:以上|以下|以内)$", value.raw)
    return len(match.group()) if match else 0


def _han_measures(folded: str, start: int, value: Value) -> bool:
    """A Chinese numeral measures more rarely: 一个 is an article, 三个方面 a way of speaking, 三农 a word."""
    before, after = _before(folded, start), folded[value.end : value.end + _WINDOW]
    if value.unit is None or value.number in (None, 1) or before.endswith(("数", "几", "第", "上", "成")):
        return False
    if _DISCOURSE.match(after) or not _stands_alone(folded, start, value.end):
        return False
    numeral = re.match(HAN, folded[start : value.end])
    if numeral is not None and len(numeral.group()) > 1:
        return True
    return value.unit in _HAN_UNITS and _HAN_LEADS.search(before) is not None and after[:1] != "产"


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether no dictionary word runs over the edge of the numeral and its unit (一次性, 十分, 万元户)."""
    window = max(0, start - 6)
    place = window
    for word in rjieba.cut(folded[window : end + 6]):
        if place < start < place + len(word) or place < end < place + len(word):
            return False
        place += len(word)
    return True

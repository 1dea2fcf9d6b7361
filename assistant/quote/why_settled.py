"""Why what was spent of an item differs from its budget, or its budget from what was spent of it the year before, as the
paragraph on that very item says: 决算数大于预算数的主要原因：…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.quote.reasons import Statement
from assistant.quote.wanted import Wanted
from corpus.language.numerals import plain_digits
from corpus.report import Paragraph, Report
from corpus.sentences import sentences, trimmed

_WHY = re.compile("为什么|为何|为啥|原因|理由|怎么|咋|缘故")
_MORE, _LESS = "大于|超过?|高于|多|增", "小于|低于|不到|少|没|未|省|节约|结余|剩"
_ASKED = re.compile(
    rf"^(?P<item>[^，,。]{{2,}}?)(?:[（(][类款项][)）])?[，,的]*(?:(?:支出)?决算|实际|花|用|支出|比|(?=超|没|未))[^，,。]{{0,10}}?"
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))"
)
_SPOKEN = re.compile(
    r"^(?P<item>[^，,。]{2,}?)[，,的]*(?:(?P<more>(?:花|用)?超(?:了|支|出)?$|不够[花用])|(?P<less>(?:还|都|就)?(?:没有?|未)[花用]完|有?(?:结余|节余|剩)|省[了下]|只[花用]))"
)
"""What is said of what was spent, measured by its budget without naming it: 没花完, 超支."""
_CHANGED = re.compile(
    r"^(?P<item>[^，,。]{2,}?)[，,的]*(?:(?P<more>增加?|增长|[上]?涨|多|提高|上升)|(?P<less>减少?|下?降|少))了?$"
)
_TOLD = re.compile("决算数?(?P<way>[大小])于(?:年初)?预算数?的?(?:主要)?原因")
_TOLD_BEFORE = re.compile(
    r"比\d{4}年(?:当年)?预算执行数(?P<way>增加|减少)[^。]*。\s*(?:主要)?原因是?[:：][^。]*。?"
)
_ITEM = re.compile(
    r"^[^。；;]{0,80}?[（(]类[)）](?P<above>[^（()）。；;]{2,40})[（(]款[)）](?P<name>[^（()）。；;]{2,40})[（(]项[)）]"
)
_COMMON = "一般行政管理事务"
"""An item that many have: it goes by the name of the one above it."""
_OF_MONEY = re.compile("(?:支出|经费|资金)$")
_MONEY = re.compile("的?(?:那笔)?(?:钱|支出|经费|资金|费用|决算|预算)$")
_WAYS = {"大": "more", "增加": "more", "小": "less", "减少": "less"}


@dataclass(frozen=True, slots=True)
class _Told:
    """The statement that tells why an item's two sides differ, which way, and what names the item."""

    above: str
    name: str
    paragraph: str
    way: str
    statement: Statement

    @property
    def named(self) -> str:
        return self.above if self.name == _COMMON else self.name


def why_settled(wanted: Wanted, report: Report) -> list[Statement]:
    """Given what is wanted and the one report that may answer, return the sentence that says why more or less was spent
    of the item asked about than budgeted; none where another thing is asked, or another way is told of it."""
    question = wanted.measure.replace(" ", "")
    if _WHY.search(wanted.question) is None:
        return []
    asked, tells = _SPOKEN.match(question), _TOLD
    asked = asked or (_ASKED.match(question) if "预算" in question else None)
    if asked is None:
        asked, tells = _CHANGED.match(question), _TOLD_BEFORE
    if asked is None:
        return []
    told = _of(list(_statements(report, tells)), asked["item"])
    way = "more" if asked["more"] else "less"
    return [one.statement for one in told if one.way == way]


def _of(told: list[_Told], asked: str) -> list[_Told]:
    """The one statement of the item asked about: the item of that name, or else the one whose name has it, or that is
    for what is said before the name: 在职人员购房补贴."""
    bare = _MONEY.sub("", asked)
    named = [one for one in told if _same(one.named, asked)]
    held = [one for one in told if bare in one.above or bare in one.name]
    further = [
        one for one in told if (rest := asked.partition(one.named)[0]) != asked and rest in one.paragraph
    ]
    found = next((some for some in (named, held, further) if some), [])
    return found if len(found) == 1 else []


def _statements(report: Report, tells: re.Pattern[str]) -> Iterator[_Told]:
    """Every sentence that tells why an item's two sides differ, with the item's name."""
    for section in report.sections:
        for block in section.blocks:
            item = _ITEM.match(plain_digits(block.text)) if isinstance(block, Paragraph) else None
            if item is None or not isinstance(block, Paragraph):
                continue
            for start, end, way in _telling(block.text, tells):
                statement = Statement(section, block, (start, end), block.text[start:end])
                yield _Told(item["above"], item["name"], block.text, _WAYS[way], statement)


def _telling(text: str, tells: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Where a paragraph tells it: a whole sentence, or the two of a change and its reason."""
    spans = [trimmed(text, span) for span in sentences(text)]
    for told in tells.finditer(text):
        inside = [(start, end) for start, end in spans if start < told.end() and end > told.start()]
        yield inside[0][0], inside[-1][1], told["way"]


def _same(name: str, asked: str) -> bool:
    """Whether an item is the one asked about: 城乡社区环境卫生 is asked for as 城乡社区环境卫生支出 too."""
    return asked in (name, _OF_MONEY.sub("", name)) or _OF_MONEY.sub("", asked) == name

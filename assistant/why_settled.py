"""Why what was spent of an item differs from its budget, as the paragraph on that very item says: 决算数大于预算数的主要原因：…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reasons import Statement
from assistant.wanted import Wanted
from corpus.language.numerals import plain_digits
from corpus.report import Paragraph, Report
from corpus.sentences import sentences, trimmed

_WHY = re.compile("为什么|为何|为啥|原因|理由|怎么|咋|缘故")
_MORE, _LESS = "大于|超过?|高于|多|增", "小于|低于|不到|少|没|未|省|节约|结余|剩"
_ASKED = re.compile(
    rf"^(?P<item>[^，,。]{{2,}}?)(?:[（(][类款项][)）])?[，,的]*(?:(?:支出)?决算|实际|花|用|支出|比|(?=超|没|未))[^，,。]{{0,10}}?"
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))"
)
_TOLD = re.compile("决算数?(?P<way>[大小])于(?:年初)?预算数?的?(?:主要)?原因")
_ITEM = re.compile(
    r"^[^。；;]{0,80}?[（(]类[)）](?P<above>[^（()）。；;]{2,40})[（(]款[)）](?P<name>[^（()）。；;]{2,40})[（(]项[)）]"
)
_COMMON = "一般行政管理事务"
"""An item that many have: it goes by the name of the one above it."""
_OF_MONEY = re.compile("(?:支出|经费|资金)$")


def why_settled(wanted: Wanted, report: Report) -> list[Statement]:
    """Given what is wanted and the one report that may answer, return the sentence that says why more or less was spent
    of the item asked about than budgeted; none where another thing is asked, or another way is told of it."""
    question = wanted.measure.replace(" ", "")
    asked = _ASKED.match(question) if "预算" in question and _WHY.search(wanted.question) else None
    if asked is None:
        return []
    told = [one for name, one in _statements(report) if _same(name, asked["item"])]
    if len(told) != 1:
        return []
    said = _TOLD.search(told[0].text)
    way = "大" if asked["more"] else "小"
    return told if said and said["way"] == way else []


def _statements(report: Report) -> Iterator[tuple[str, Statement]]:
    """Every sentence that tells why an item's two sides differ, with the item's name."""
    for section in report.sections:
        for block in section.blocks:
            item = _ITEM.match(plain_digits(block.text)) if isinstance(block, Paragraph) else None
            if item is None or not isinstance(block, Paragraph):
                continue
            for span in sentences(block.text):
                start, end = trimmed(block.text, span)
                if _TOLD.search(block.text[start:end]):
                    yield (
                        item["above" if item["name"] == _COMMON else "name"],
                        Statement(section, block, (start, end), block.text[start:end]),
                    )


def _same(name: str, asked: str) -> bool:
    """Whether an item is the one asked about: 城乡社区环境卫生 is asked for as 城乡社区环境卫生支出 too."""
    return asked in (name, _OF_MONEY.sub("", name)) or _OF_MONEY.sub("", asked) == name

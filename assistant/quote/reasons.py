"""Why an item of a budget or an account rose or fell: the reason that its own statement gives, or, where that gives
none, those of its parts below the same heading that went the same way. Verbatim, in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.quote.wanted import Wanted
from assistant.words.accounts import named, plain
from assistant.words.terms import ALIKE, LIGHT, explained
from corpus.report import Citation, Paragraph, Report, Section
from corpus.sentences import Span, pieces, trimmed

_CHANGE = "(?P<change>增加|增长|增支|增收|上升|提高|上涨|减少|下降|降低|压减|压缩|回落|下跌|持平|一致)"
_COMPARED = re.compile(rf"[比较与同](?:上年|上一年|去年|\d{{4}}年)[^，,。；;]{{0,16}}?{_CHANGE}")
_AT_ONCE = re.compile(rf"(?:收入|支出|收支|预算|决算|总[额数量])*{_CHANGE}")
_REASON = re.compile("(?:主要|其)?原因(?:是|为|在于|[:：])|主要(?:是(?:由于|因为?)|系)|由于|系因")
_TOTAL = re.compile("(?P<of>财政拨款)?(?:收入支出|收、?支|收入、支出)(?:总[计额数]|合计)")
"""All that was received and spent, which is no item of its own."""
_ALL = "财政拨款收入支出"
_ALL_WENT = re.compile(rf"(?:本部门|部门)?财政拨款(?:收入支出|收支|收入、支出){_CHANGE}的?(?:主要)?原因")
"""What a budget says of all its money, by no amount: 财政拨款收入支出减少的主要原因是…."""
_MONEY = frozenset({"预算", "拨款", "财政", "财政拨款", "收入", "支出", "收支", "钱", "经费", "资金", "总"})
_AMOUNT = re.compile(r"[1-9]")
_CLAUSE = re.compile("[。；;]")
_LOWER = re.compile("（[款项]）")
"""What names an item below the one that begins it: 一般公共服务支出（类）统计信息事务（款）."""
_NEAR = 80
"""Characters from the name of an item to how it changed, at most."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause of a report: of a paragraph, or, with no span, of a heading."""

    section: Section
    block: Paragraph | None
    span: Span
    text: str

    def cited(self, citation: Citation) -> Citation:
        """Given a citation of the same report, return that of the statement."""
        section, block = self.section, self.block
        if block is None:
            return replace(citation, section=section.path, block=section.id, span=None, quote=self.text)
        return replace(
            citation, section=section.path, block=block.id, span=self.span, quote=self.text, page=block.page
        )


def asked_why(wanted: Wanted) -> tuple[str, re.Pattern[str]] | None:
    """Given what is wanted, return the item and the way it went, where why it did is asked for and nothing else."""
    if [kind.name for kind in wanted.kinds] != ["why"] or wanted.way is None:
        return None
    total = _TOTAL.search(wanted.question)
    item = total.group() if total else next(iter(wanted.items[-1:]), "")
    if not total and _of_all(wanted):
        item = _ALL
    return (item, wanted.way) if item else None


def _of_all(wanted: Wanted) -> bool:
    """Whether a question is of all the money of a budget, and names no part of it: 预算为什么减少."""
    telling = [term.word for term in wanted.topic if term.weight > LIGHT]
    said = [word for word in telling if wanted.way is None or not wanted.way.search(word)]
    return bool(said) and all(word in _MONEY for word in said)


def stated(wanted: Wanted, report: Report) -> list[Statement]:
    """Given what is wanted and a report, return the statements that say why the item asked for went the way asked;
    none where another thing is asked, where the item did not go that way, or where no reason is given."""
    asked = asked_why(wanted)
    if asked is None:
        return []
    item, way = asked
    every = list(_statements(report))
    said = [place for place, one in enumerate(every) if _says(item, one.text, way)]
    own = (_with_reason(every[place : place + 2]) for place in said)
    below = (_parts(every, place, item, way) for place in said)
    return next(filter(None, (*own, *below)), [])


def _with_reason(two: list[Statement]) -> list[Statement]:
    """A statement that gives its reason, or with the next that gives it; else nothing."""
    if _REASON.search(two[0].text):
        return two[:1]
    goes_on = len(two) > 1 and two[0].block == two[1].block and _REASON.match(two[1].text)
    return two if goes_on else []


def _parts(every: list[Statement], place: int, item: str, way: re.Pattern[str]) -> list[Statement]:
    """A statement under a heading for its item, with those below that heading whose parts went the same way."""
    path = every[place].section.path
    if not path or explained(item, plain(path[-1])) < ALIKE:
        return []
    below = (one for one in every[place + 1 :] if one.section.path[: len(path)] == path)
    parts = [one for one in below if _went(one.text, way)]
    return [every[place], *parts] if parts else []


def _statements(report: Report) -> Iterator[Statement]:
    for section in report.sections:
        if section.path:
            yield Statement(section, None, (0, 0), section.path[-1])
        for block in section.blocks:
            if isinstance(block, Paragraph):
                for span in _clauses(block.text):
                    yield Statement(section, block, span, block.text[slice(*span)])


def _clauses(text: str) -> Iterator[Span]:
    for start, end in pieces(text):
        first = start
        for pause in (*_CLAUSE.finditer(text, start, end), None):
            last = pause.end() if pause else end
            span = trimmed(text, (first, last))
            if span[0] < span[1]:
                yield span
            first = last


def _says(item: str, text: str, way: re.Pattern[str]) -> bool:
    """Whether a clause says of an item, and of no part of it, that it went some way."""
    said = plain(text)
    if item == _ALL:
        change = _ALL_WENT.match(said)
        return change is not None and way.search(change["change"]) is not None
    if total := _TOTAL.fullmatch(item):
        told = _TOTAL.search(said)
        change = _AT_ONCE.match(said[told.end() :]) if told and told["of"] == total["of"] else None
        return change is not None and way.search(change["change"]) is not None
    first = next(iter(named(said)), "")
    if not first.startswith(item) or _LOWER.search(text):
        return False
    rest = said[said.find(item) + len(item) :][:_NEAR]
    change = _AT_ONCE.match(rest) or _COMPARED.search(rest)
    return change is not None and way.search(change["change"]) is not None


def _went(text: str, way: re.Pattern[str]) -> bool:
    """Whether a clause says that something went some way by some amount, and why."""
    change = _COMPARED.search(text)
    return (
        change is not None
        and way.search(change["change"]) is not None
        and _REASON.search(text, change.end()) is not None
        and _AMOUNT.search(text, change.end()) is not None
    )

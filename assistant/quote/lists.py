"""From a sentence that answers to the whole of what it is part of: the list it opens or stands in, the problems
or the measures told one after the other, the section headed by what is asked. Verbatim spans, in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from assistant.quote.items import BRACKET, ITEM, depth, headed, heading, holding, telling, told
from assistant.quote.run_in import head_of
from assistant.quote.tabled import listed
from assistant.quote.wanted import Wanted
from assistant.words.kinds import admits, looks_ahead, tells_problems, under_plans
from assistant.words.terms import ALIKE, LIGHT, explained
from corpus.citations import of_cell
from corpus.report import Citation, Paragraph, Report, Section, Table
from corpus.sentences import Span, trimmed

MOST = 1200
"""Characters of an answer: what goes on longer is cut at a sentence or an item."""
_SOON = 4
"""So many blocks on, at most, is the end of what is announced after a sentence."""
_ANNOUNCES = re.compile(
    r"(?:存在|有)(?:着)?(?:一些|一定|不少|以下)?的?(?:差距和|困难和)?(?:问题|不足|困难|短板|差距)(?:和不足)?[。：:]$|(?:如下|以下)[^，,。]{0,8}[:：。]$"
)
"""A sentence that only says that what is asked for follows."""
_TURN = re.compile(r"[与向][^，,。；;]{2,}联系")
"""Whom to turn to: the sentence before the address and the telephone."""
_TO_DO = re.compile(r"(?:对于|针对|对)(?:这些|上述|以上)")
_LOOKS_BACK = re.compile("完成|落实|总结|回顾")
"""In a heading: how the plans were carried out, or the year's review before them."""
_SENTENCE = re.compile(r"[。；;：:！!]\s*$")
_FIRST = re.compile(r"\s*(?:一[是要]|[（(]一[)）]|一、|[（(]?1[)）.、](?!\d)|首先)")
_HEADED = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])")
"""The number of a heading that runs into its text: 三、下一步打算."""
_WITHIN = re.compile(r"(?:^|[：:；;，,。])\s*(?:一[是要]|[（(]?1[)）.、]|[（(]一[)）]|首先)")


@dataclass(frozen=True, slots=True)
class Whole:
    """Finds the whole that a citation of one report is part of."""

    report: Report
    wanted: Wanted

    def of(self, citation: Citation) -> list[Citation]:
        """Given the citation of the sentence that answers, return the citations that answer in full."""
        at = self._place(citation.block)
        if at is None or citation.span is None:
            return [citation]
        section, place = at
        paragraph = section.blocks[place]
        assert isinstance(paragraph, Paragraph)
        if self.wanted.asks_section(section.path):
            return self._paragraphs(citation, section)
        if together := self.under_headings(citation):
            return together
        if named := self._named(citation, section, place):
            return named
        for within in holding(paragraph.text, citation.span):
            title = heading(paragraph.text[slice(*within)])
            if within[1] - within[0] <= MOST and self._asks_item(section.path, title):
                return [_cite(citation, paragraph, within)]
        span, item = citation.span, headed(paragraph.text, citation.span)
        if item is not None:
            title = heading(paragraph.text[slice(*item)])
            span = item if citation.quote.strip() == title else span  # a heading alone says nothing
        first = self._narrowed(paragraph.text, self._grown(paragraph.text, span), span[0], citation)
        cited = [_cite(citation, paragraph, first)]
        if first[1] < len(paragraph.text.rstrip()):
            return cited
        if self._several and ITEM.match(paragraph.text):
            if first[0]:
                return cited  # a sentence inside an item is not the list
            items = [*self._before(citation, section, place), *cited, *self._after(citation, section, place)]
            kept = telling(self.wanted, [one.quote for one in items], cited[0].quote, _above(citation))
            return _bounded([one for one in items if one.quote in kept])
        if paragraph.text[slice(*first)].endswith(("：", ":")) or self._several:
            cited += self._after(citation, section, place)
        return _bounded(cited)

    def announced(self, citation: Citation) -> Citation:
        """Given the citation of a sentence, return that of the paragraph soon after it that announces the table below it,
        where this lists what is asked for: the sentence only says of what kinds they are."""
        at = self._place(citation.block)
        if at is None or not self.wanted.which:
            return citation
        for said, table in pairwise(at[0].blocks[at[1] + 1 : at[1] + _SOON]):
            if isinstance(table, Table):
                announces = isinstance(said, Paragraph) and said.text.endswith(("：", ":"))
                return _all_of(citation, said) if announces and listed(table, self.wanted) else citation
        return citation

    def under_headings(self, citation: Citation) -> list[Citation]:
        """Given the citation of one of them, return all the problems, or the plans, of a report that tells each under a
        heading or in a paragraph of its own below the one heading for them, where those of the whole report are asked
        for; nothing where they are too long to be given in full."""
        at = self._place(citation.block)
        if at is None or not self._lines or self.wanted.topic:
            return []
        tells = _only_problems if self.wanted.named("problems") else _only_plans
        depth = next((n for n, one in enumerate(at[0].path, 1) if tells(one)), 0)
        above = at[0].path[:depth]
        found = [one for one in self.report.sections if depth and one.path[:depth] == above]
        every = [cited for one in found for cited in _with_heading(citation, one, above)]
        several = len(found) > 1 or (len(every) > 1 and tells is _only_plans)
        return every if several and sum(len(one.quote) for one in every) <= MOST else []

    def _place(self, block: str) -> tuple[Section, int] | None:
        for section in self.report.sections:
            for place, one in enumerate(section.blocks):
                if one.id == block and isinstance(one, Paragraph):
                    return section, place
        return None

    def _named(self, citation: Citation, section: Section, place: int) -> list[Citation]:
        """The headings of the items around a spot, where these are asked for, each names the thing asked for, and the
        heading above them all does so too: 守住哪些底线, of 一是守住耕地保护底线。…"""
        if (
            not self.wanted.which
            or not self.wanted.foci
            or not section.path
            or not _is_item(section.blocks[place])
        ):
            return []
        own = _all_of(citation, section.blocks[place])
        items = [*self._before(citation, section, place), own, *self._after(citation, section, place)]
        titles = [heading(one.quote) for one in items]
        thing = self.wanted.foci[0]
        if len(items) < 2 or not all(explained(thing, one) >= ALIKE for one in (section.path[-1], *titles)):
            return []
        return [_shortened(one, len(title)) for one, title in zip(items, titles, strict=True)]

    def _narrowed(self, text: str, span: Span, place: int, citation: Citation) -> Span:
        """A span of several items without those at its ends that tell of other things than the one at a place, which
        answers."""
        said = [one for one in told(text) if span[0] <= one[0] < span[1]]
        starts = [one[0] for one in said if ITEM.match(text[slice(*one)])]
        if len(starts) < 2:
            return span
        starts, end = _of_one_list(text, starts, place, span[1])
        items = [trimmed(text, one) for one in pairwise([*starts, end])]
        own = [text[slice(*one)] for one in items if one[0] <= place][-1:]
        above = _above(citation) + text[: starts[0]]
        meant = telling(self.wanted, [text[slice(*one)] for one in items], own[0], above) if own else []
        kept = [one for one in items if text[slice(*one)] in meant]
        whole = end == span[1] and len(kept) == len(items)
        return span if whole or not kept else (kept[0][0], kept[-1][1])

    def _asks_item(self, path: Sequence[str], title: str) -> bool:
        """Whether an item with a heading is asked for as a whole: how the thing is that its heading names, or what is
        to be done about it."""
        if [kind.name for kind in self.wanted.kinds] == ["measures"]:
            telling = [term.word for term in self.wanted.topic if term.weight > LIGHT]
            return bool(telling) and all(explained(word, title) >= ALIKE for word in telling)
        return self.wanted.asks_section((*path, title))

    @property
    def _several(self) -> bool:
        return self.wanted.many or self._lines

    def _grown(self, text: str, span: Span) -> Span:
        """The span with the sentences around it that belong to its list, or go on with the same kind."""
        pieces = told(text)
        inside = [n for n, piece in enumerate(pieces) if piece[0] < span[1] and piece[1] > span[0]]
        said = [text[slice(*piece)] for piece in pieces]
        if inside and inside[0] and self.wanted.named("turn") and _TURN.search(said[inside[0] - 1]):
            return pieces[inside[0] - 1][0], span[1]
        if not inside or not self._several:
            return span
        first, last = inside[0], inside[-1]
        while first > 0 and self._goes_back(said[:first], said[first]):
            first -= 1
            if _FIRST.match(said[first + 1]) and (
                ITEM.match(said[first]) is None or _ANNOUNCES.search(said[first])
            ):
                break  # what opens the list: an item before it is of another list
        while first < inside[0] and not _begins_item(said[first]) and not _FIRST.match(said[first + 1]):
            first += 1  # the end of an item whose beginning does not belong to the answer
        while last + 1 < len(said) and self._goes_on(said[first : last + 1], said[last + 1 :]):
            last += 1
        return pieces[first][0], pieces[last][1]

    def _goes_back(self, before: Sequence[str], one: str) -> bool:
        """Whether a sentence belongs to the answer with the last before it: the list's opening or an earlier
        item, or, of an item of several sentences, its beginning."""
        if _ANNOUNCES.search(one):
            return False
        if ITEM.match(one) is None and not (self._lines and any(map(ITEM.match, before))):
            return False
        return not self._other_kind(before[-1])

    def _goes_on(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether the next sentence belongs to the answer with those before it: the next item, more of an item that
        others follow, or more of the kind."""
        if self._other_kind(after[0]) or head_of(after[0]):
            return False
        if _ANNOUNCES.search(before[-1]):
            return True
        begun = any(ITEM.match(one) or _WITHIN.search(one) for one in before)
        if ITEM.match(after[0]):
            announced = bool(self._lines) and looks_ahead(before[-1]) and _WITHIN.match(after[0]) is not None
            return begun or announced or before[-1].endswith(("：", ":"))
        if begun and any(map(ITEM.match, after)):
            return True
        return bool(self._lines) and self.wanted.given(after[0])

    def _other_kind(self, text: str) -> bool:
        """Whether a sentence says what is to be done where the problems are asked for, or the reverse."""
        if self.wanted.named("problems"):
            return looks_ahead(_HEADED.sub("", text)) or _TO_DO.match(text) is not None
        if not self.wanted.named("measures") or looks_ahead(text) or self.wanted.given(text):
            return False
        return ITEM.match(text) is None or admits(text)

    @property
    def _lines(self) -> bool:
        return self.wanted.named("problems") or self.wanted.named("measures")

    def _after(self, citation: Citation, section: Section, place: int) -> list[Citation]:
        """The items of a list that goes on in the next paragraphs, or in a table or headings below a text that opens
        it."""
        found = list(takewhile(_is_item, section.blocks[place + 1 :]))
        if found or not _opens(section.blocks[place]):
            return [_all_of(citation, block) for block in found if isinstance(block, Paragraph)]
        table = next(iter(section.blocks[place + 1 :]), None)
        if isinstance(table, Table):
            return [of_cell(self.report, section, table, cell) for cell in listed(table, self.wanted)]
        return [_heading(citation, below) for below in self._below(section)]

    def _before(self, citation: Citation, section: Section, place: int) -> list[Citation]:
        """The items of a list before one of them."""
        found = list(takewhile(_is_item, reversed(section.blocks[:place])))
        return [_all_of(citation, block) for block in reversed(found) if isinstance(block, Paragraph)]

    def _below(self, section: Section) -> Iterator[Section]:
        places = [n for n, one in enumerate(self.report.sections) if one.id == section.id]
        for one in self.report.sections[places[0] + 1 :]:
            if one.path[: section.level] != section.path or one.level <= section.level:
                return
            if one.level == section.level + 1:
                yield one

    def _paragraphs(self, citation: Citation, section: Section) -> list[Citation]:
        return _bounded([_all_of(citation, one) for one in section.blocks if isinstance(one, Paragraph)])


def _begins_item(sentence: str) -> bool:
    """Whether a sentence is an item of a list or opens one: 将抓好以下工作：一是…."""
    return ITEM.match(sentence) is not None or _WITHIN.search(sentence) is not None


def _of_one_list(text: str, starts: Sequence[int], place: int, end: int) -> tuple[list[int], int]:
    """Of the places where items begin, those of the list in which a place stands, and where that list ends: what is told
    below the next heading (（二）…) is no item of what 一是…。二是… lists above it."""
    own = next((one for one in reversed(starts) if one <= place), starts[0])
    level = depth(text[own:])
    at = starts.index(own)
    first = next((n + 1 for n in range(at, -1, -1) if depth(text[starts[n] :]) < level), 0)
    last = next((n for n in range(at, len(starts)) if depth(text[starts[n] :]) < level), len(starts))
    kept = [one for one in starts[first:last] if depth(text[one:]) == level]
    return (kept, starts[last] if last < len(starts) else end) if len(kept) > 1 else (list(starts), end)


def _only_problems(heading: str) -> bool:
    return tells_problems(heading) and not under_plans((heading,))


def _only_plans(heading: str) -> bool:
    return under_plans((heading,)) and not tells_problems(heading) and _LOOKS_BACK.search(heading) is None


def _with_heading(citation: Citation, section: Section, above: Sequence[str]) -> list[Citation]:
    """A section's sentences, its own heading before them where it stands below another. Who signs the report, and
    when, says no sentence."""
    own = [_heading(citation, section)] if section.path != tuple(above) else []
    said = [one for one in section.blocks if isinstance(one, Paragraph) and _SENTENCE.search(one.text)]
    return own + [_all_of(citation, one) for one in said]


def _shortened(citation: Citation, length: int) -> Citation:
    """A citation of the first characters of what it cites."""
    assert citation.span is not None
    start = citation.span[0]
    return replace(citation, span=(start, start + length), quote=citation.quote[:length])


def _above(citation: Citation) -> str:
    """What stands above a spot: the report's title and the headings."""
    return " ".join((citation.title, *citation.section))


def _is_item(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and ITEM.match(block.text) is not None


def _opens(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and block.text.rstrip().endswith(("：", ":"))


def _all_of(citation: Citation, paragraph: Paragraph | Table) -> Citation:
    assert isinstance(paragraph, Paragraph)
    return _cite(citation, paragraph, trimmed(paragraph.text, (0, len(paragraph.text))))


def _bounded(cited: Sequence[Citation]) -> list[Citation]:
    """The citations up to MOST characters, always at least the first."""
    kept: list[Citation] = []
    length = 0
    for one in cited:
        length += len(one.quote)
        if kept and length > MOST:
            break
        kept.append(one)
    return kept


def _cite(citation: Citation, paragraph: Paragraph, span: Span) -> Citation:
    if before := BRACKET.match(paragraph.text, *span):
        span = (before.end(), span[1])  # said of what stands before
    quote = paragraph.text[slice(*span)]
    return replace(citation, block=paragraph.id, span=span, quote=quote, page=paragraph.page)


def _heading(citation: Citation, section: Section) -> Citation:
    return replace(citation, section=section.path, block=section.id, span=None, quote=section.path[-1])

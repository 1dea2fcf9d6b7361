"""The measuring numbers of a paragraph as figures, each with the sentence it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.citations import of_span
from corpus.five_years import SPAN, at_their_beginning, of_five_years, over_five_years
from corpus.language.divided import Named
from corpus.language.mentions import mentions
from corpus.language.numerals import plain_digits
from corpus.language.periods import dealt_years, opening_year, year_at
from corpus.language.phrases import phrases
from corpus.report import WORK_REPORT, Figure, Label, Paragraph, Report, Section
from corpus.sentences import Span, sentences, trimmed

_HAN = "[一二三四五六七八九十]"
_NAME = r"[^。；:：\d“”\"（）()]{1,40}"
_CLASSED = re.compile(
    rf"^\s*(?:\d{{1,3}}\s*[.、．]|[(（](?:{_HAN}|\d){{1,3}}[)）]|{_HAN}{{1,3}}、)?\s*[“\"]?"
    rf"({_NAME}[(（]类[)）]{_NAME}[(（]款[)）](?:{_NAME}[(（]项[)）])?|{_NAME}[(（]款[)）]{_NAME}[(（]项[)）])"
)
_LOOKS_BACK = re.compile(
    r"过去的?一年|一年来|[刚已]?过去的.{0,6}年|(?:工作|发展)回顾|去年以来|去年(?:的|各项|主要|政府)*工作"
)
_FIVE_YEARS = re.compile(
    rf"^(?:回顾)?(?:这|过去|过去的|刚刚?过去的)五年|^五年来|^“?{_HAN}{{1,2}}五”?时期[，,是]"
)
"""How a paragraph begins that looks back on a five-year plan which ended with the year before."""
_LISTED = 20
"""How many paragraphs up one may belong to what is said above them."""
_CLASSES = re.compile(r"[(（][类款项][)）]")


def prose_figures(report: Report, section: Section, paragraph: Paragraph) -> tuple[Figure, ...]:
    """Given a paragraph of a report, return a figure for each number in it that measures something."""
    return tuple(_figures(report, section, paragraph))


def _figures(report: Report, section: Section, paragraph: Paragraph) -> Iterator[Figure]:
    text = plain_digits(paragraph.text)
    carried = (
        _heading_year(section, report.year)
        or reviewed_year(report, section.path)
        or (report.year - 1 if report.kind == WORK_REPORT and _FIVE_YEARS.match(text) else None)
    )
    earlier: tuple[Named, ...] = ()
    topic = _topic(section, paragraph)
    five_years = over_five_years(tuple(map(plain_digits, section.path)), text, _above(section, paragraph))
    for span in sentences(text):
        start, end = trimmed(text, span)
        sentence = text[start:end]
        carried = opening_year(sentence, report.year) or carried
        found = mentions(paragraph.text[start:end])  # which keep the report's own writing
        named = phrases(sentence, found, earlier)
        dealt = dealt_years(sentence, tuple(mention.start for mention in found))
        for mention, one in zip(found, named, strict=True):
            year = dealt.get(mention.start, year_at(sentence, mention.start, report.year, carried))
            if five_years and year is not None:
                year -= SPAN * at_their_beginning(one, year, report.year)
                one = of_five_years(sentence, one, report.year)
            if one.phrase and year is not None:  # else nothing says what it counts, or of when
                yield _figure(report, section, paragraph, (start, end), one, year, topic)
        earlier = tuple(one for one in named if not one.inner) or named[-1:] or earlier


def _above(section: Section, paragraph: Paragraph) -> list[str]:
    """The texts of the paragraphs above one in its section, as many as a list may have."""
    above = section.blocks[: section.blocks.index(paragraph)][-_LISTED:]
    return [one.text for one in above if isinstance(one, Paragraph)]


def _heading_year(section: Section, year: int) -> int | None:
    """The year a heading opens with: under 二、2025年工作思路 the figures are 2025's."""
    for heading in reversed(section.path):
        bare = re.sub(rf"^[\s第（(]*(?:{_HAN}|\d){{1,3}}[)）、.．章节部分]*\s*(?=\d{{4}}年)", "", heading)
        if (spoken := opening_year(bare, year)) is not None:
            return spoken
    return None


def reviewed_year(report: Report, path: tuple[str, ...]) -> int | None:
    """Given a report and the heading path of a section, return the year before where the section looks back on it.
    A government's work report is given at the year's start: the part that looks back speaks of the year
    before, whether or not its heading says so."""
    if report.kind != WORK_REPORT or not path:
        return None
    part = (one for one in report.sections if one.path[:1] == path[:1])
    said = "".join(block.text for one in part for block in one.blocks if isinstance(block, Paragraph))
    return report.year - 1 if _LOOKS_BACK.search(path[0] + said[:200]) else None


def _topic(section: Section, paragraph: Paragraph) -> str:
    """The budget item (…（类）…（款）…（项）) that a paragraph opens with and speaks of; else its heading's, unless a paragraph
    above it has gone on to another."""
    if own := _item_of(paragraph.text):
        return own
    of_heading = _item_of(section.path[-1]) if section.path else ""
    since = {item for one in _above(section, paragraph) if of_heading and (item := _item_of(one))}
    return of_heading if since <= {of_heading} else ""


def _item_of(opening: str) -> str:
    match = _CLASSED.match(plain_digits(opening))
    return _CLASSES.sub("", match.group(1)).strip() if match else ""


def _figure(
    report: Report, section: Section, paragraph: Paragraph, span: Span, named: Named, year: int, topic: str
) -> Figure:
    value = named.mention.value
    citation = of_span(report, section, paragraph, span)
    return Figure(
        label=Label(section=section.path, phrase=_under(topic, named.phrase)),
        value=value.number,
        raw=value.raw,
        unit=value.unit,
        year=year,
        citation=citation,
        qualifier=value.qualifier,
        sentence=citation.quote,
    )


def _under(topic: str, phrase: str) -> str:
    if not topic:
        return phrase
    bare = re.sub(r"^[“\"](.*)[”\"]$", r"\1", _CLASSES.sub("", phrase))
    return bare if topic in bare else f"{topic}：{phrase}" if phrase else topic

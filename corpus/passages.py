"""Verbatim text to answer from: whole sentences of one paragraph, up to about 300 characters."""

from __future__ import annotations

import re

from corpus.citations import of_span
from corpus.report import Paragraph, Passage, Report, Section
from corpus.sentences import Span, sentences, trimmed

LENGTH = 300
_LISTED = 600  # an enumeration is kept whole up to twice the length
_HAN = "[一二三四五六七八九十]"
_ITEM = re.compile(
    rf"\s*(?:{_HAN}{{1,2}}(?:是|要)|[（(](?:{_HAN}|\d){{1,2}}[)）]|\d{{1,2}}[.、．](?!\d)|[①-⑳]|"
    "首先|其次|再次|最后)"
)


def passages(report: Report) -> tuple[Passage, ...]:
    """Given a report, return its prose in passages, in reading order; tables and headings give none."""
    return tuple(
        _passage(report, section, block, span)
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for span in spans(block.text)
    )


def spans(text: str) -> tuple[Span, ...]:
    """Given a paragraph, return the spans of its passages, without the white space at their ends."""
    made: list[Span] = []
    for group in _groups(text):
        if made and _fits(made[-1], group[-1]):
            made[-1] = (made[-1][0], group[-1][1])
        elif group[-1][1] - group[0][0] <= _LISTED:
            made.append((group[0][0], group[-1][1]))
        else:
            made += _packed(group)
    return tuple(trimmed(text, span) for span in made if text[span[0] : span[1]].strip())


def _fits(one: Span, more: Span) -> bool:
    return more[1] - one[0] <= LENGTH


def _packed(group: list[Span]) -> list[Span]:
    made: list[Span] = []
    for span in group:
        if made and _fits(made[-1], span):
            made[-1] = (made[-1][0], span[1])
        else:
            made.append(span)
    return made


def _groups(text: str) -> list[list[Span]]:
    """Sentences that belong together: an enumeration's items with the sentence that opens it."""
    groups: list[list[Span]] = []
    for span in sentences(text):
        listed = _ITEM.match(text, span[0]) is not None
        if groups and listed and (_lists(text, groups[-1]) or _opens(text, groups[-1][-1])):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _lists(text: str, group: list[Span]) -> bool:
    return _ITEM.match(text, group[-1][0]) is not None


def _opens(text: str, span: Span) -> bool:
    """Whether a sentence announces the list after it, or itself holds the first item."""
    sentence = text[span[0] : span[1]].rstrip()
    return sentence.endswith(("：", ":")) or re.search(r"[：:，。]一(?:是|要)", sentence) is not None


def _passage(report: Report, section: Section, paragraph: Paragraph, span: Span) -> Passage:
    citation = of_span(report, section, paragraph, span)
    return Passage(citation.quote, section.path, citation)

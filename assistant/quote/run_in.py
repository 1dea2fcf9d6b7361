"""Headings that run into the text of a paragraph, as a page without line breaks leaves them: …不够顺畅。三、明年工作计划（一）总体目标….

What stands below one is of its kind: plans are not what was done, though both stand in one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.words.kinds import intended, tells_problems
from corpus.report import Paragraph, Passage, Report
from corpus.sentences import pieces
from index.search import Evidence

_RUN_IN = re.compile(
    r"\s*(?P<heading>[一二三四五六七八九十]{1,2}、[^。；;，,：:（(]{2,30})(?=[。；;，,：:（(])"
)
_TELLING = re.compile("总结|回顾|开展情况|完成情况")
_TOP = re.compile(r"[一二三四五六七八九十]{1,2}、")


def under_run_in(found: Sequence[Evidence], report: Callable[[str], Report]) -> list[Evidence]:
    """Given passages found and how to open a report, return their parts, each under the heading that runs into the text
    before it, in place of those that this ends; a passage below none is returned as it is."""
    names = dict.fromkeys(one.item.citation.report for one in found)
    paragraphs = {name: _paragraphs(report(name)) for name in names}
    return [part for one in found for part in _apart(one, paragraphs[one.item.citation.report])]


def _paragraphs(report: Report) -> dict[str, tuple[str, str]]:
    """The text of each paragraph, after the last heading that runs into the text before it, up to the next that stands by
    itself."""
    found: dict[str, tuple[str, str]] = {}
    head, part = "", None
    for section in report.sections:
        top = next((one for one in section.path if _TOP.match(one)), None)
        if top != part:
            head, part = "", top
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found[block.id] = head, block.text
                head = _last_head(block.text) or head
    return found


def _apart(evidence: Evidence, paragraphs: Mapping[str, tuple[str, str]]) -> Iterator[Evidence]:
    passage = evidence.item
    assert isinstance(passage, Passage)
    cited = passage.citation
    above, paragraph = paragraphs.get(cited.block, ("", ""))
    if cited.span is None:
        yield evidence
        return
    spans = pieces(passage.text)
    head = _last_head(paragraph[: cited.span[0]]) or above
    heads = {place: said for place, one in enumerate(spans) if (said := head_of(passage.text[slice(*one)]))}
    if not head and not heads:
        yield evidence
        return
    for first, last in pairwise(sorted({0, *heads, len(spans)})):
        head = heads.get(first, head)
        part = part_of(evidence, first, last)
        yield replace(part, item=_under(part.item, head)) if head and isinstance(part.item, Passage) else part


def part_of(evidence: Evidence, first: int, last: int) -> Evidence:
    """Given a passage found, return its sentences from one to before another."""
    passage = evidence.item
    assert isinstance(passage, Passage)
    cited = passage.citation
    assert cited.span is not None
    spans = pieces(passage.text)
    start, end = spans[first][0], spans[last - 1][1]
    text, offset = passage.text[start:end], cited.span[0]
    citation = replace(cited, span=(offset + start, offset + end), quote=text)
    return replace(
        evidence,
        item=replace(passage, text=text, citation=citation),
        sentences=evidence.sentences[first:last],
    )


def _under(passage: Passage, head: str) -> Passage:
    top = next((n for n, one in enumerate(passage.section) if _TOP.match(one)), 0)
    return replace(passage, section=(*passage.section[:top], head))


def head_of(sentence: str) -> str:
    """Given a sentence, return the heading that it begins with, where it says that what stands below is to come, wanting
    or done."""
    found = _RUN_IN.match(sentence)
    if found is None:
        return ""
    head = found["heading"]
    return head if intended((head,)) or tells_problems(head) or _TELLING.search(head) else ""


def _last_head(text: str) -> str:
    if not _TOP.search(text):
        return ""
    heads = (head_of(text[slice(*one)]) for one in reversed(pieces(text)))
    return next(filter(None, heads), "")

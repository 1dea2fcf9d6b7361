"""From the passages found to the sentences that answer, verbatim and as short as answers the question.

A sentence answers when it and its headings say what is asked, and it has what the question word wants: where
asks for a place, when for a date, which website for an address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.terms import FULL, Term, covered, explained, terms
from corpus.report import Citation, Passage
from corpus.sentences import sentences, trimmed
from index.search import Evidence

ENOUGH = 0.78
"""The share of the question that a quotation must say, with its headings."""
HEAD, OWN_HEADING, UPPER_HEADING = 1.5, 0.95, 0.7
LONGEST = 3
"""Sentences in one quotation, unless it is a list."""
_LIST = re.compile(r"哪些|哪几|什么问题|什么措施|有何|列举|which|what (problems|measures|channels)", re.I)
_ENUMERATED = re.compile(r"[一二三四五六七八九十]是|其[一二三四五]|第[一二三四五]，")
_WANTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"网址|网站|链接|website|url", re.I), re.compile(r"https?://|www\.|网")),
    (re.compile(r"电话|热线|phone|telephone", re.I), re.compile(r"\d{3,4}-?\d{4,}|1\d{4}")),
    (re.compile(r"邮箱|email|e-mail", re.I), re.compile(r"[\w.]+@[\w.]+")),
    (re.compile(r"邮编|postcode", re.I), re.compile(r"\d{6}")),
    (
        re.compile(r"什么时候|何时|哪天|哪一天|几月|时间|日期|when|date", re.I),
        re.compile(r"\d+\s*月|\d+\s*日|\d{4}\s*年|[一二三四五六七八九十]+月|工作日|每[年月周日]"),
    ),
    (
        re.compile(r"哪里|哪儿|何处|在哪|地点|地址|where|address", re.I),
        re.compile(r"在[^，。]{2,}|[路街号楼层室]|广场|大厅|中心|馆|网|厅|园|院|站"),
    ),
    (re.compile(r"是谁|哪位|谁|who", re.I), re.compile(r"领导|局长|主任|人员|负责|同志|部门|科|处|办公室|单位|组")),
    (re.compile(r"为什么|原因|为何|why", re.I), re.compile(r"因|由于|原因|为了|系|导致")),
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A verbatim quotation with its citation and how much of the question it says."""

    citation: Citation
    said: float
    score: float


def quotations(question: str, measure: str, evidence: Sequence[Evidence]) -> list[Quotation]:
    """Given the question, its measure in simplified Chinese and the passages found, return the quotations
    that answer, the best first; none when no passage does."""
    cues = [(cue, content) for cue, content in _WANTS if cue.search(question)]
    wanted = [content for _, content in cues]
    # The word that says what kind of thing is wanted (网站, 电话) is answered by the thing itself.
    asked = tuple(term for term in terms(measure) if not any(cue.fullmatch(term.word) for cue, _ in cues))
    if not asked:
        return []
    found = [_best(asked, one, wanted, bool(_LIST.search(question))) for one in evidence]
    good = [one for one in found if one is not None and one.said >= ENOUGH]
    return sorted(good, key=lambda one: -one.score)


def _best(
    asked: tuple[Term, ...], evidence: Evidence, wanted: Sequence[re.Pattern[str]], is_list: bool
) -> Quotation | None:
    passage = evidence.item
    assert isinstance(passage, Passage)
    spans = [span for span in sentences(passage.text) if passage.text[slice(*span)].strip()]
    best: Quotation | None = None
    for first in range(len(spans)):
        for last in range(first, min(first + LONGEST, len(spans))):
            start, end = trimmed(passage.text, (spans[first][0], spans[last][1]))
            text = passage.text[start:end]
            if not all(content.search(text) for content in wanted):
                continue
            said = _said(asked, text, passage.section)
            score = said + 0.35 * covered(asked, text) + evidence.dense - 0.06 * (last - first)
            score += _under(asked, passage.section)
            if best is None or score > best.score:
                best = Quotation(_cite(passage, start, end), said, score)
    if best is not None and (is_list or _ENUMERATED.search(passage.text)) and _ENUMERATED.search(passage.text):
        return replace(best, citation=_cite(passage, *_enumeration(passage.text, best, passage)))
    return best


def _said(asked: tuple[Term, ...], text: str, headings: Sequence[str]) -> float:
    """The share of the question said by the text, by its own heading, and, for less, by those above. The last
    telling word weighs more: in Chinese the thing asked for stands last (问题的措施: the measures)."""
    own, above = (headings[-1] if headings else ""), " ".join(headings[:-1])
    head = max((n for n, term in enumerate(asked) if term.weight == FULL), default=-1)
    said = total = 0.0
    for place, term in enumerate(asked):
        weight = term.weight * (HEAD if place == head else 1)
        total += weight
        said += weight * max(
            explained(term.word, text),
            OWN_HEADING * explained(term.word, own),
            UPPER_HEADING * explained(term.word, above),
        )
    return said / total


def _under(asked: tuple[Term, ...], headings: Sequence[str]) -> float:
    """A section headed by what is asked is where its answer stands; text before the first heading only says
    what the report will say."""
    if not headings:
        return -0.4
    return 0.4 * covered(tuple(term for term in asked if term.weight == FULL), headings[-1])


def _enumeration(text: str, best: Quotation, passage: Passage) -> tuple[int, int]:
    """The whole list, from the sentence it begins in or the quotation, whichever is earlier, to its end."""
    assert passage.citation.span is not None and best.citation.span is not None
    offset = passage.citation.span[0]
    start, end = best.citation.span[0] - offset, best.citation.span[1] - offset
    listed = [span for span in sentences(text) if _ENUMERATED.search(text[slice(*span)])]
    return trimmed(text, (min(start, listed[0][0]), max(end, listed[-1][1])))


def _cite(passage: Passage, start: int, end: int) -> Citation:
    assert passage.citation.span is not None
    offset = passage.citation.span[0]
    return replace(passage.citation, span=(offset + start, offset + end), quote=passage.text[start:end])

"""What a report itself says that a term of it means: below the term as a heading of its own, or after it and a colon in a
list of terms, 3.“四好农村路”：指建好、管好、护好、运营好农村公路."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quote.wanted import Wanted
from assistant.words.terms import FULL, explained, unnumbered
from corpus.citations import of_span
from corpus.report import Citation, Paragraph, Report
from corpus.sentences import trimmed

_MEANING = re.compile(
    r"(?:怎么|如何|怎样|咋)(?:解释|定义|界定)|解释(?:一下|下)|什么(?:意思|叫)|啥(?:意思|叫)|何谓|(?:含义|定义)|指的?(?:是|什么|啥|哪)"
)
_WHICH = re.compile(r"(?:包括|包含|是|有|分别指?)(?:了)?(?:哪|什么|啥)")
"""It asks for what a term means only where it names nothing else: “五篇大文章”是哪五篇."""
_GLOSSARY = re.compile(
    r"^[\s（(]*(?:附件?\d*[：:]?)?\s*(?:有关|部分|专业|相关)?(?:名词|术语|词语|注释|用语)(?:解释|注释|说明|释义)"
)
_MEANS = re.compile(r"^\s*(?:是?指|是|系|即|包括|简称)(?![导标数挥令引派])")
_IN_LINE = re.compile(r"^(?P<term>[^：:。，,；;]{2,24})[：:]\s*(?P<said>.{6,})$", re.DOTALL)
_QUOTED = re.compile('[“「『"《]([^”」』"》]{2,})[”」』"》]')
_MARKS = re.compile('[“”「」『』"《》\\s：:]')
_LEAST = 3
"""Characters by which a term that the question does not put in quotation marks is told from a common word."""


def defined(wanted: Wanted, report: Report) -> list[Citation]:
    """Given what is wanted and a report, return what this says that the term asked about means; nothing where no term that
    it explains is asked about, or more than one."""
    meaning = asks_meaning(wanted.question)
    if not meaning and not _WHICH.search(wanted.question):
        return []
    quoted = set(_QUOTED.findall(wanted.question))
    bare = _MARKS.sub("", wanted.question)
    named = [(name, citation) for term, citation in _terms(report) if (name := _named(term, quoted, bare))]
    term = max((name for name, _ in named), key=len, default="")
    found = {citation.quote: citation for name, citation in named if len(name) == len(term)}
    if len(found) != 1:
        return []
    rest = [one for one in wanted.topic if one.weight == FULL and not explained(one.word, term)]
    return list(found.values()) if meaning or not rest else []


def asks_meaning(question: str) -> bool:
    """Given a question, return whether it asks in so many words what something means."""
    return _MEANING.search(question) is not None


def _named(term: str, quoted: set[str], question: str) -> str:
    """The words by which a question names a term: all of it, or those that it has in quotation marks."""
    own = {_MARKS.sub("", one) for one in _QUOTED.findall(term)}
    if (name := _MARKS.sub("", term)) in question and (len(name) >= _LEAST or name in quoted):
        return name
    said = [one for one in own if one in question and (one in quoted or len(one) >= _LEAST)]
    return max(said, key=len, default="")


def _terms(report: Report) -> Iterator[tuple[str, Citation]]:
    """The terms that a report explains, each with what it says of it."""
    listed = False
    for section in report.sections:
        listed = listed or any(map(_GLOSSARY.match, map(unnumbered, section.path)))
        blocks = [one for one in section.blocks if isinstance(one, Paragraph)]
        for place, block in enumerate(blocks):
            heading = section.path[-1] if section.path and place == 0 and len(blocks) == 1 else ""
            span = trimmed(block.text, (0, len(block.text)))
            if heading and unnumbered(heading) != heading and (listed or _MEANS.match(block.text)):
                yield unnumbered(heading), of_span(report, section, block, span)
            line = _IN_LINE.match(unnumbered(block.text))
            if line and (_MEANS.match(line["said"]) or listed):
                yield line["term"], of_span(report, section, block, span)
            listed = listed or _GLOSSARY.match(block.text) is not None

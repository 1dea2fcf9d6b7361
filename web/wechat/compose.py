"""From an answer to a text message: the figure first, then the answer, its source and the link to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from assistant.reply import Answer, plain
from corpus.report import Citation
from web.wechat.wording import say

LIMIT = 2048  # bytes of UTF-8 in a text message, on every way it is sent
ASKED_LENGTH = 60  # bytes of the question that a late answer begins with
_ROOM = 160  # bytes kept free for what a late answer begins and ends with
_TITLE = 60  # characters of a report's title, and of a heading or label, in the source line
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARK = re.compile(r"\s*\[[0-9]+\]")
_SENTENCE_END = re.compile(r"[。！？；\n]|[.!?;](?=\s)|”(?=\n|$)")


def composed(answer: Answer, question: str, portal: str) -> str:
    """Given an answer, its question and the portal's public address (or ""), return the message's text.

    It leaves room for what a late answer needs beside it. What is too long is cut at the end of a sentence.
    """
    body = clean(_MARK.sub("", answer.text) if len(answer.citations) < 2 else answer.text)
    headline = _headline(answer)
    source = clean(_source(answer))
    offers = clean(_offers(answer))
    room = LIMIT - _ROOM
    whole = _joined(headline, body, source, _link(answer, question, portal, "open"), offers)
    if size(whole) <= room:
        return whole
    ending = _joined(source, _link(answer, question, portal, "more"))
    left = room - size(_joined(headline, "", ending)) - 4
    return _joined(headline, cut(body, left), ending)


def clean(text: str) -> str:
    """Given a text, return it without the characters that XML, and databases, cannot hold."""
    return _NO_XML.sub("", text)


def cut(text: str, most: int) -> str:
    """Given a text and a number of bytes, return its beginning that fits, up to the end of a sentence where
    there is one, and "……" for the rest."""
    if size(text) <= most:
        return text
    start = text.encode("utf-8", "ignore")[: max(0, most - len("……".encode()))].decode("utf-8", "ignore")
    ends = [found.end() for found in _SENTENCE_END.finditer(start)]
    return (start[: ends[-1]] if ends and ends[-1] * 3 > len(start) else start).rstrip() + "……"


def size(text: str) -> int:
    """Given a text, return its length in bytes of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def listed(head: str, questions: Sequence[str]) -> str:
    """Given a heading and questions, return them as lines; nothing without questions."""
    return "\n".join((head, *(f"· {question}" for question in questions))) if questions else ""


def _headline(answer: Answer) -> str:
    """The figure by itself, where the answer is one figure or one result."""
    if answer.further or (answer.calculation is None and len(answer.figures) != 1):
        return ""
    value, unit = answer.headline
    if value is None or (answer.figures and any(one.trust == "unreadable" for one in answer.figures)):
        return ""
    hedge = answer.figures[0].qualifier if answer.calculation is None else ""
    return f"{hedge}{plain(value)}{unit or ''}" if hedge in ("", "约", "近", "超", "逾") else ""


def _source(answer: Answer) -> str:
    cited: Iterable[Citation] = answer.citations[:1]
    for citation in cited:
        last = citation.section[-1:] if not citation.row else ()
        place = (*last, *(citation.row or ())[-1:], *(citation.column or ())[-1:])
        parts = [f"《{citation.title[:_TITLE]}》", *(part[:_TITLE] for part in place)]
        page = f"第{citation.page}页" if answer.language != "en" else f"p. {citation.page}"
        return say("source", answer.language, " ".join((*parts, *((page,) if citation.page else ()))))
    return ""


def _link(answer: Answer, question: str, portal: str, name: str) -> str:
    """The link to the cited spot, or else to the question's page on the portal."""
    if not portal:
        return ""
    address = answer.citations[0].url if answer.citations else "/?" + urlencode({"q": question[:60]})
    if not answer.citations and name == "open":
        return ""
    return say(name, answer.language, portal.rstrip("/") + address)


def _offers(answer: Answer) -> str:
    if answer.choices:
        return listed(say("which", answer.language), [choice.question for choice in answer.choices[:5]])
    if answer.status == "answered":
        return ""
    return listed(say("ask", answer.language), answer.suggestions[:3])


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)

"""Questions that name several measures, and shares that name their whole."""

from __future__ import annotations

import re
from functools import cache

from assistant.breakdown import is_part
from assistant.glossary import chinese_terms

_AND = re.compile(r"\s*(?:以及|还有|[和与及跟、/，,&])\s*")
_SHARE_END = re.compile(
    r"(?:的|所)?(?:占比|比例|比重|份额|百分比)(?:是|为|有|达到?)?(?:多少|多大|几成?)?[?？]*$|(?:的)?(?:百分之(?:多少|几)|多少|几成|多大|几)(?:的)?(?:比例|比重|份额)?[?？]*$"
)
_TAKES = re.compile(r"^(?P<part>.+?)(?:一共|总共|大约)?占(?!用|地|道|压)(?:到|了)?(?P<whole>.*)$")
_WITHIN = re.compile(r"^(?P<part>.+?)在(?P<whole>.{2,}?)(?:当?中|里面?|之中|内)?$")
_AMONG = re.compile(
    r"^(?P<whole>.{2,}?)(?:当中|之中|里面|[中里])[，,]?(?:有)?(?:百分之(?:多少|几)|多少|几成)?(?:的)?(?:是|属于|来自)?(?P<part>.{2,})$"
)
_TAILS = (
    "政府信息公开申请",
    "公开申请",
    "申请",
    "案件",
    "件数",
    "数量",
    "支出",
    "收入",
    "经费",
    "决算数",
    "预算数",
    "金额",
)


def share_of(text: str) -> tuple[str, str]:
    """Given the words of a question for a share, return the part and the whole ("" if it names none)."""
    previous = None
    while previous != text:
        previous, text = text, _SHARE_END.sub("", text)
    takes = _TAKES.match(text)
    part, whole = takes.group("part", "whole") if takes else (text, "")
    within = None if whole else (_WITHIN if takes else _AMONG).match(part) or _AMONG.match(part)
    if within:
        part, whole = within.group("part", "whole")
    return part, whole


def several(measure: str, *, asked_apart: bool) -> tuple[str, ...]:
    """Given a measure, return its measures if it names more than one, else ().

    It is taken apart where every part is a term of administration, or where the question asks for each
    (各多少, 分别, 哪个多) and no part is a mere word: 收到和处理政府信息公开申请 stays one.
    """
    parts = [part for part in _AND.split(measure) if part]
    if len(parts) < 2 or not (_all_terms(parts) or (asked_apart and all(len(part) > 1 for part in parts))):
        return ()
    tail = next((tail for tail in _TAILS if parts[-1].endswith(tail) and parts[-1] != tail), "")
    if tail and not any(
        part.endswith(tail) or (part in chinese_terms() and not is_part(part)) for part in parts[:-1]
    ):
        parts = [part if part.endswith(tail) else part + tail for part in parts]
    return tuple(dict.fromkeys(parts))


def clauses(text: str) -> list[str]:
    """Given the words of a question, return those of its clauses that ask for a figure of their own: both of
    受理了多少件申请，答复了多少件, the first of 开了几次会，主题是什么, none where only one clause asks anything."""
    pieces = [piece for piece in re.split(r"[，,；;。?？]", text) if piece]
    asking = [
        piece
        for piece in pieces
        if re.search(r"(?:多少|几)", piece) and not re.match(r"[^多几]?(?:各|多)?(?:多少|几)", piece)
    ]
    texts = [piece for piece in pieces if piece not in asking and re.search(r"什么|哪|谁|怎|如何", piece)]
    return asking if len(asking) > 1 or (asking and texts) else []


def completed(measures: tuple[str, ...]) -> tuple[str, ...]:
    """Given the measures of several clauses, return each with what it leaves out: after 受理申请, 答复 is 答复申请."""
    verb = re.match(r"受理|收到|接到|接收|新收|办理|处理|公开|发布|召开|举办|开展|查处|立案", measures[0])
    noun = measures[0][verb.end() :] if verb else ""
    return tuple(
        one if len(one) > 2 or position == 0 else one + noun for position, one in enumerate(measures)
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(term for term in chinese_terms() if len(term) > 2)


def _all_terms(parts: list[str]) -> bool:
    return all(any(part == term or part.endswith(term) for term in _nouns()) for part in parts)

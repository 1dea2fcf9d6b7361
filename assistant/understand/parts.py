"""Questions that name several measures, and shares that name their whole."""

from __future__ import annotations

import re
from functools import cache

from assistant.understand.breakdown import is_part
from assistant.understand.glossary import chinese_terms
from assistant.understand.periods import MARK

_AND = re.compile(r"\s*(?:以及|还有|[和与及跟、/，,&])\s*")
_SHARE_END = re.compile(
    r"(?:的|所)?(?:占比|比例|比重|份额|百分比)(?:是|为|有|达到?)?(?:多少|多大|几成?)?[?？]*$|(?:的)?(?:百分之(?:多少|几)|多少|几成|多大|几)(?:的)?(?:比例|比重|份额)?[?？]*$"
)
_TAKES = re.compile(r"^(?P<part>.+?)(?:一共|总共|大约)?占(?!用|地|道|压)(?:到|了)?(?P<whole>.*)$")
_WITHIN = re.compile(r"^(?P<part>.+?)在(?P<whole>.{2,}?)(?:当?中|里面?|之中|内)?$")
_AMONG = re.compile(
    r"^(?P<whole>.{2,}?)(?:当中|之中|里面|[中里])[，,]?(?:有)?(?:百分之(?:多少|几)|多少|几成)?(?:的)?(?:是|属于|来自)?(?P<part>.{2,})$"
)
_COMPARED = re.compile(
    rf"^(?P<first>.*?[\u4e00-\u9fff”）])(?<![同环占对相])(?:比|较)(?![例重较率如对])(?P<second>[^{MARK}].+?)(?:还|要|更)?"
    r"(?:增加|减少|增长|下降|超出|多(?!少)|(?<!多)少|[高低大小增减超涨降])(?:[\u4e00-\u9fff]{0,3}?(?:多少|几|百分)|[吗么不没?？]|$)"
)
_EARLIER = re.compile(r"以前|之前|往年|往常|平时|过去|同期|上期|上[个一]?[月季周]|年初|预期|计划|原来|当初")
_MEANT = re.compile(
    r"[，,。；;（(](?:我(?:指|是指|是说|说|想问)的?(?:是)?|我的意思是|也就是(?:说|指)?|就是(?:说|指)?|亦即|即|指的是|准确(?:地)?说是?)"
    r"(?P<meant>[^，,。；;?？）)]{2,})[）)]?[?？。！!]*$"
)
_HEAD = re.compile(r"的(?P<head>[^的]{2,})$")
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


def meant(text: str) -> str:
    """Given the words of a question, return those of the clause that says what it means (罚了多少件，我指行政处罚决定),
    or else all of them."""
    match = _MEANT.search(text)
    return match.group("meant") if match and re.search(r"[\u4e00-\u9fff]", match.group("meant")) else text


def compared(text: str) -> tuple[str, str] | None:
    """Given the words of a question, return the two measures that it compares (人员经费比公用经费多多少), the second
    with what it leaves out: 制发的规范性文件比废止的 compares with 废止的规范性文件. None where it compares years,
    agencies or nothing."""
    match = _COMPARED.match(text)
    if match is None or _EARLIER.match(match.group("second")):
        return None
    first, second = match.group("first"), match.group("second")
    return first, _headed(second, first)


def _headed(part: str, whole: str) -> str:
    """Given one of two joined measures, return it with the noun that it shares with the other."""
    head = _HEAD.search(whole)
    if part.endswith("的"):
        tail = head["head"] if head else next((tail for tail in _TAILS if whole.endswith(tail)), "")
        return part + tail
    tail = next((tail for tail in _TAILS if whole.endswith(tail)), "")
    return part + tail if is_part(part) and not part.endswith(tail) else part


def several(measure: str, *, asked_apart: bool) -> tuple[str, ...]:
    """Given a measure, return its measures if it names more than one, else ().

    It is taken apart where every part is a term of administration, or where the question asks for each
    (各多少, 分别, 哪个多) and no part is a mere word: 收到和处理政府信息公开申请 stays one.
    """
    parts = [part for part in _AND.split(measure) if part]
    if len(parts) > 1:
        parts[-1] = parts[-1].removesuffix("总计") or parts[-1]
    if len(parts) > 1 and all(part.endswith("的") for part in parts[:-1]):
        return tuple(dict.fromkeys(_headed(part, parts[-1]).removesuffix("的") for part in parts))
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

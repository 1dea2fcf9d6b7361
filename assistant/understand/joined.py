"""Things joined in one question (水费、电费和邮电费, 行政复议里维持的和纠正的), each with the words it shares with the rest."""

from __future__ import annotations

import re
from functools import cache

from assistant.understand.breakdown import collective, compounds, is_outcome, is_part
from assistant.understand.numerals import number
from assistant.words.glossary import chinese_terms

INSIDE = r"(?:当中|之中|里面|里头|里边|其中|(?<![公英海])里(?![程面头边人])|中(?![央小国标介医学期心级断止层等关]))"
"""After a whole and before its parts."""
_AND = re.compile(
    r"\s*(?:以及|还有|[和与及跟、/，,&]|(?<=[费入出款件申学校园院所站点])加(?=[\u4e00-\u9fff]{2,})|(?<=[\u4e00-\u9fff])再?加上(?=[\u4e00-\u9fff]{2,}))\s*"
)
_OF_PART = re.compile("(?P<part>[^的]{2,8})(?P<thing>的[^的]{2,})")
_SHIELD = str.maketrans("和与及", "\ue201\ue202\ue203")
_UNSHIELD = str.maketrans("\ue201\ue202\ue203", "和与及")
AND = "(?:(?<![饱缓调共总])和(?![谐平解睦])|(?<!参)与(?!会)|(?<![普涉危惠波触])及(?![时格早]))"
"""What joins two things, and is no part of a word."""
_IN_WORD = re.compile("[普涉危惠波触]及|及[时格早]|参与|与会|和[谐平解睦]|[饱缓调共总]和")
_HEAD = re.compile(r"的(?P<head>[^的]{2,})$")
_WITHIN = re.compile(
    rf"^(?P<head>[^、和与及跟，,]{{2,}}?)(?:{INSIDE}[，,]?(?:的)?|(?<![部区划积得比])分(?:为|成)?(?=[^、]{{1,8}}、)|包括|包含|有(?=[^、有]{{1,8}}、.*(?:[两三四五六七八九十]|\d)\s*[种类项个样]))"
    r"(?P<items>.+)$"
)
_BEFORE = re.compile(r"^(?P<head>[^、和与及跟，,]{2,}?)[，,](?P<items>[^，,]*、[^，,]*)$")
_UNDER_HEAD = re.compile(
    rf"^(?P<head>[^、和与及跟，,]{{2,}}?)(?:{INSIDE}|表[上中里]?)?[，,](?P<items>[^，,]{{2,}})$"
)
_COUNTED = re.compile(
    r"^(?P<item>.+?)(?:等)?[，,]?(?:这|那|一共|共)?(?P<count>[两二三四五六七八九十]|\d{1,2})大?(?:样|项|块|类|种|者|个|笔|方面|部分)"
    r"(?:东西|内容|数据|数字)?(?P<head>[\u4e00-\u9fff]*)$"
)
_COUNT_ALONE = re.compile(
    r"^(?:这|那|一共|共)?(?P<count>[两二三四五六七八九十]|\d{1,2})大?(?:样|项|块|类|种|者|个|笔|方面|部分)(?:东西|内容|数据|数字)?$"
)
_OF_GOODS = ("零售额", "销售额", "增加值", "总产值", "产值", "产量", "销量")
TAILS = (
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
    "预算",
    *_OF_GOODS,
)
"""What things joined may share, said with the last."""


def headed(part: str, whole: str) -> str:
    """Given one of two joined measures, return it with the noun that it shares with the other."""
    head = _HEAD.search(whole)
    if part.endswith("的"):
        tail = head["head"] if head else next((tail for tail in TAILS if whole.endswith(tail)), "")
        return part + tail
    tail = next((tail for tail in TAILS if whole.endswith(tail)), "")
    return part + tail if is_part(part) and not part.endswith(tail) else part


def several(measure: str, *, asked_apart: bool) -> tuple[str, ...]:
    """Given a measure, return its measures if it names more than one, else ().

    It is taken apart where every part is a term of administration, where it counts its parts (水费、电费两项), or
    where the question asks for each (各多少, 分别, 哪个多) and no part is a mere word: 收到和处理政府信息公开申请 stays one.
    """
    if asked_apart and (each := collective(measure)):
        return each
    head, parts, counted = _items(measure)
    if len(parts) > 1 and all(part.endswith("的") for part in parts[:-1]):
        shared = (headed(part, parts[-1]).removesuffix("的") for part in parts)
        return tuple(dict.fromkeys(head + part for part in shared))
    of_second = _OF_PART.match(parts[1]) if len(parts) == 2 else None
    if of_second and is_part(of_second["part"]) and is_part(parts[0].removeprefix("新")):
        return f"{head}{parts[0]}{of_second['thing']}", head + parts[1]  # 制发和废止的规范性文件
    of_first = _OF_PART.match(parts[0]) if len(parts) == 2 else None
    if of_first and of_first["thing"][1:] in TAILS and is_outcome(of_first["part"]) and is_outcome(parts[1]):
        return head + parts[0], f"{head}{parts[1]}{of_first['thing']}"  # 予以公开的申请和部分公开的
    if len(parts) < 2 or not (
        counted or _all_terms(parts) or (asked_apart and all(len(one) > 1 for one in parts))
    ):
        return ()
    before, parts = _attribute(parts)
    tail = next((tail for tail in TAILS if parts[-1].endswith(tail) and parts[-1] != tail), "")
    if tail and not any(_by_itself(part, tail) for part in parts[:-1]):
        parts = [part if part.endswith(tail) else part + tail for part in parts]
    return tuple(dict.fromkeys(head + before + part for part in parts))


def _by_itself(part: str, tail: str) -> bool:
    """Whether one of the things joined has a name of its own without what the last ends with: a quantity, or, beside what
    is no quantity of goods, any term."""
    if tail in _OF_GOODS:
        return part[-1] in "额值量率数"
    return part.endswith(tail) or (part in chinese_terms() and not is_part(part))


def under_head(measure: str) -> tuple[str, ...]:
    """Given a measure, return the two things that it joins after the head of both: 收到的申请，自然人和法人; () where it does
    not."""
    match = _UNDER_HEAD.match(shielded(measure))
    if match is None:
        return ()
    items = _split(match["items"])
    return tuple(unshielded(match["head"]) + item for item in items) if len(items) == 2 else ()


def with_common_end(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Given the things joined that a question chooses among, return them with what it says of all of them after 哪个:
    汽车、电池，哪个产量增长最快 is of the 产量增长 of each."""
    thing, _, end = parts[-1].partition(" ") if parts else ("", "", "")
    if not end or any(" " in part or part.endswith(end) for part in parts[:-1]):
        return parts
    return tuple(f"{part}{end}" for part in (*parts[:-1], thing))


def _items(measure: str) -> tuple[str, list[str], bool]:
    """What stands before the things joined (行政复议中…), they, and whether the measure says how many they are."""
    within = _WITHIN.match(shielded(measure))
    head, items = within.group("head", "items") if within else ("", shielded(measure))
    if within and len(_split(items)) < 2:
        head, items = "", shielded(measure)
    parts = _split(items)
    if (
        len(parts) > 2
        and (alone := _COUNT_ALONE.match(parts[-1]))
        and number(alone["count"]) == len(parts) - 1
    ):
        return unshielded(head), parts[:-1], True
    counted = _COUNTED.match(parts[-1]) if len(parts) > 1 else None
    if counted is None:
        if len(parts) > 1:
            parts[-1] = parts[-1].removesuffix("总计") or parts[-1]
        return unshielded(head), parts, False
    count = number(counted["count"])
    before = _BEFORE.match(items)
    if before and count == len(parts) - 1:
        head, parts = head + before["head"], _split(before["items"])
    if count != len(parts):
        return unshielded(head), parts, False
    parts[-1] = counted["item"] if len(parts[-1]) >= len(counted["item"]) else parts[-1]
    return unshielded(head), [part + counted["head"] for part in parts], True


def _attribute(parts: list[str]) -> tuple[str, list[str]]:
    """What qualifies all of the things joined, said with the first: 公开的 of 公开的施工许可证和排水许可证."""
    first, of, thing = parts[0].rpartition("的")
    if not (first and of and thing) or any("的" in part for part in parts[1:]):
        return "", parts
    return first, [thing, *parts[1:]]


def _split(text: str) -> list[str]:
    return [unshielded(part) for part in _AND.split(text) if part]


def shielded(text: str) -> str:
    """Given a text, return it with the 和 within one name or word hidden: 社会保障和就业支出 is one thing, and so is 普及."""
    text = _IN_WORD.sub(lambda word: word[0].translate(_SHIELD), text)
    for name in compounds():
        text = text.replace(name, name.translate(_SHIELD))
    return text


def unshielded(text: str) -> str:
    """Given a shielded text, return it as it was."""
    return text.translate(_UNSHIELD)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(term for term in chinese_terms() if len(term) > 2)


def _all_terms(parts: list[str]) -> bool:
    return all(any(part == term or part.endswith(term) for term in _nouns()) for part in parts)

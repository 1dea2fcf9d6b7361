"""Which ones they are: whether a text names the things that a question asks for by name, and does not only count them
(约谈单位2家) or use the name that the question asks to be told apart (提升“八站两场”接驳服务)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from assistant.quote.focus import head
from assistant.understand.numerals import number

_HAN_NUMBER = "两二三四五六七八九十"
_N, _OF = rf"[{_HAN_NUMBER}\d]{{1,3}}", "[个家名位项种类场座所条处件款部批只站届样口宗户辆台套期篇份]"
_SOME = rf"哪(?:些|几{_OF}?|{_N}{_OF}?)"
_WHICH = re.compile(rf"(?:{_SOME}|哪一?[个家座所条位名款件](?![月年天]))的?(?P<thing>[一-鿿]{{2,8}})")
_ARE = re.compile(
    rf"(?P<thing>[一-鿿]{{2}})(?:都|分别|各|主要)?(?:是|有|为|叫|包括)(?:{_SOME}|谁|哪[位个家]|什么名|啥名)"
)
_COUNT = rf"(?:\d(?:余|多)?|(?<![一第\d{_HAN_NUMBER}])[{_HAN_NUMBER}]){_OF}(?!月|百分)"
_PAUSE = re.compile("[，,；;。]")
_NAMED = re.compile(rf"等(?:\d+|[{_HAN_NUMBER}]+){_OF}|[：:]|包括|分别")
_TITLE = re.compile("(?<=[“《「])[^”》」]{2,}(?=[”》」])")
_SO_MANY = re.compile(rf"哪(?:[三四五六七八九十]|\d{{2}}|[3-9]){_OF}")
_PEOPLE = re.compile("(?:有|是|包括)(?:哪些人(?!员)|哪几[位名])(?:$|[?？。，,呢啊])|有谁")
_MADE_UP = re.compile("[和与及](?!谐|平|睦|时)|组成|担任|来自|[一-鿿]任|同志")
"""Of whom a body is made up, or who is what in it."""
_DIGIT = re.compile(r"\d")
_NAMES_ASKED = re.compile("叫(?:什么|啥|做什么)|名字|名称|名单|[是为有]谁|[是为]哪|哪些|哪一?[家位名]")
_HOW_MANY = re.compile("多少|(?<!哪)几")
_COUNTED = re.compile(rf"(?P<number>\d+|[{_HAN_NUMBER}]){_OF}")
_MEANT = re.compile(rf"(?:是|指|为)(?:的是)?(?:哪(?:{_N}|几|些)|什么|啥)")


def counted(question: str, text: str) -> bool:
    """Given a question and a text, return whether the text only counts the things of which it is asked which ones they are:
    编制完成26个领域的清单, 约谈单位2家."""
    asked = _thing(question)
    clauses = [one for one in _PAUSE.split(text) if asked and asked in one]
    if clauses and all(_only_counts(asked, question, one) for one in clauses):
        return True
    if clauses and _PEOPLE.search(question):
        return not any(_listed(one) or _NAMED.search(one) or _MADE_UP.search(one) for one in clauses)
    return _SO_MANY.search(question) is not None and "、" not in text


@lru_cache(maxsize=1024)
def _thing(question: str) -> str:
    if found := _WHICH.search(question):
        noun = head(found["thing"])
        return noun if len(noun) > 1 else found["thing"][:2]
    found = _ARE.search(question)
    return found["thing"] if found else ""


def _only_counts(thing: str, question: str, clause: str) -> bool:
    """Whether a clause counts a thing and has no name of one: no list, no title that the question does not have itself."""
    if not re.search(rf"{_COUNT}的?[一-鿿]{{0,8}}?{thing}|{thing}[一-鿿]{{0,4}}?\d+(?:余|多)?{_OF}", clause):
        return False
    titled = any(one not in question for one in _TITLE.findall(clause))
    return not _listed(clause) and not titled and _NAMED.search(clause) is None


def _listed(clause: str) -> bool:
    """Whether a clause lists things, and does not only count each: 试点项目2个、地理标志1个."""
    return "、" in clause and not all(map(_DIGIT.search, clause.split("、")))


def told_apart(question: str, quoted: Sequence[str], text: str) -> bool:
    """Given a question, what it has in quotation marks and a text, return whether the text says what a name that counts
    several things (“八站两场”) stands for, where this is asked and the text uses the name."""
    if _MEANT.search(question) is None:
        return True
    counting = [one for one in quoted if re.match(f"[{_HAN_NUMBER}]", one) and one in text]
    return all(
        re.search(
            rf"[、和与及][^，,。；;、]{{2,12}}[“「]?{re.escape(one)}|{re.escape(one)}[”」]?(?:[（(：:]|[，,]?(?:即|是|指|包括|分别))",
            text,
        )
        for one in counting
    )


def counts_quoted(question: str, values: Sequence[Decimal | None]) -> bool:
    """Given a question and the values of an answer, return whether the question itself tells the one value, as the number of
    the things whose names it asks: 关停的5个新媒体分别叫什么."""
    if _NAMES_ASKED.search(question) is None or _HOW_MANY.search(question) or len(values) != 1:
        return False
    return values[0] in [number(one["number"]) for one in _COUNTED.finditer(question)]

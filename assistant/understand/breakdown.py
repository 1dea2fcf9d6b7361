"""Which part of a measure is meant: 自然人 of the applications, 结果纠正 of the reviews."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class _Parts:
    families: tuple[tuple[str, ...], ...]
    outcomes: frozenset[str]
    wholes: tuple[str, ...]
    compounds: tuple[str, ...]
    collectives: dict[str, tuple[str, ...]]
    said: tuple[tuple[re.Pattern[str], str], ...]
    """Patterns of what people say, the longest first, each with the word of the forms that it means."""


@cache
def _data() -> _Parts:
    data = tomllib.loads(files("assistant").joinpath("data/breakdowns.toml").read_text(encoding="utf-8"))
    said = [(words, meant) for meant, every in data["said"].items() for words in every]
    return _Parts(
        tuple(tuple(sorted(family, key=len, reverse=True)) for family in data["families"]),
        frozenset(data["outcomes"]),
        tuple(data["wholes"]),
        tuple(data["compounds"]),
        {word: tuple(each) for word, each in data["collectives"].items()},
        tuple((re.compile(words), meant) for words, meant in sorted(said, key=lambda one: -len(one[0]))),
    )


def compounds() -> tuple[str, ...]:
    """Names of one thing that join words by 和, 与 or 及."""
    return _data().compounds


def collective(measure: str) -> tuple[str, ...]:
    """Given a measure, return it of each thing that one word in it means together: 三次产业增加值; () where none does."""
    for word, each in _data().collectives.items():
        if word in measure:
            return tuple(measure.replace(word, one) for one in each)
    return ()


def in_words_of_forms(measure: str, *, counted: bool = True) -> str:
    """Given a measure, return it with the words of the forms for what people say: 现在有效 -> 现行有效. Where nothing is
    counted, a 律师事务所 is one and no kind of applicant."""
    others = () if counted else _applicants()
    for said, meant in _data().said:
        if meant not in measure and meant not in others:
            measure = said.sub(meant, measure)
    return measure


def is_part(words: str) -> bool:
    """Whether the words only say which part of a measure is meant."""
    bare = words.removesuffix("申请").removesuffix("案件").removesuffix("的").removeprefix("因")
    return any(bare in family or words in family for family in _data().families)


def of_one_family(words: str, others: str) -> bool:
    """Whether the one say one part and the others another of the same family: 制发的 and 现行有效的, not 人员经费 and 基本支出."""
    return any(
        any(word in words for word in family) and any(word in others for word in family)
        for family in _data().families
    )


def is_outcome(words: str) -> bool:
    """Whether the words only say what came of an application: 部分公开."""
    return words.removesuffix("的") in _data().outcomes


def without_parts(measure: str) -> str:
    """Given a measure, return it without the words that say which part of it is meant: 法律服务机构的申请 is 的申请."""
    for word in sorted((word for family in _data().families for word in family), key=len, reverse=True):
        measure = measure.replace(word, " ")
    return measure


def without_applicants(text: str) -> str:
    """Given a question, return it without the words that say who applied before 申请: 新收的法人或其他组织的申请."""
    return re.sub(rf"(?:来自|属于|由)?(?:{'|'.join(_applicants())})(?:提出|提交|递交)?的?(?=申请)", "", text)


def _applicants() -> tuple[str, ...]:
    return next(family for family in _data().families if _ANYONE in family)


def narrowed(measure: str, part: str) -> str:
    """Given a measure and a part, return the measure of that part: the part takes the place of another of
    its family, or else follows the measure, whose 总计 it makes untrue."""
    for family in _data().families:
        if any(word in part for word in family):
            other = next((word for word in family if word in measure), None)
            if other is not None:
                return measure.replace(other, part)
    for whole in _data().wholes:
        measure = measure.removesuffix(whole)
    return measure.rstrip("的 ") + ("" if measure[-1:].isascii() else "的") + part if measure else part


def part_named(words: str) -> str:
    """Given the words of a short question, return the word of a family that they say and nothing else: 企业 of
    企业提的, 结果维持 of 最后维持的; "" where they say none, or more."""
    meant = in_words_of_forms(words)
    for family in _data().families:
        named = next((word for word in family if word in meant), None)
        if named is not None and not _BESIDE.sub("", meant.replace(named, "")):
            return named
    return ""


_ANYONE = "自然人"
_BESIDE = re.compile(
    r"提出|提交|递交|申请|提(?!供)|来申请|之类|这类|那类|一类|类|等|最后|最终|结果|判决|裁决|作出|得到|获得|予以|给予|案件|部分|方面|自己|人家|[的被由了件来所是有因为]"
)
"""What is said beside a part without naming another thing."""

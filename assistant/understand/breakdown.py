"""Which part of a measure is meant: 自然人 of the applications, 结果纠正 of the reviews."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class _Parts:
    families: tuple[tuple[str, ...], ...]
    wholes: tuple[str, ...]
    said: dict[str, str]
    """What people say, the longest first, with the word of a family that it means."""


@cache
def _data() -> _Parts:
    data = tomllib.loads(files("assistant").joinpath("data/breakdowns.toml").read_text(encoding="utf-8"))
    said = {words: meant for meant, every in data["said"].items() for words in every}
    return _Parts(
        tuple(tuple(sorted(family, key=len, reverse=True)) for family in data["families"]),
        tuple(data["wholes"]),
        dict(sorted(said.items(), key=lambda one: -len(one[0]))),
    )


def in_words_of_forms(measure: str) -> str:
    """Given a measure, return it with the words of the forms for what people say: 现在有效 -> 现行有效."""
    for said, meant in _data().said.items():
        measure = measure.replace(said, meant)
    return measure


def is_part(words: str) -> bool:
    """Whether the words only say which part of a measure is meant."""
    bare = words.removesuffix("申请").removesuffix("案件").removesuffix("的").removeprefix("因")
    return any(bare in family or words in family for family in _data().families)


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

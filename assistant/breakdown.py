"""Which part of a measure is meant: 自然人 of the applications, 结果纠正 of the reviews."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _data() -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    data = tomllib.loads(files("assistant").joinpath("data/breakdowns.toml").read_text(encoding="utf-8"))
    return tuple(tuple(sorted(family, key=len, reverse=True)) for family in data["families"]), tuple(
        data["wholes"]
    )


def is_part(words: str) -> bool:
    """Whether the words only say which part of a measure is meant."""
    bare = words.removesuffix("申请").removesuffix("案件").removesuffix("的").removeprefix("因")
    return any(bare in family or words in family for family in _data()[0])


def narrowed(measure: str, part: str) -> str:
    """Given a measure and a part, return the measure of that part: the part takes the place of another of
    its family, or else follows the measure, whose 总计 it makes untrue."""
    for family in _data()[0]:
        if any(word in part for word in family):
            other = next((word for word in family if word in measure), None)
            if other is not None:
                return measure.replace(other, part)
    for whole in _data()[1]:
        measure = measure.removesuffix(whole)
    return measure.rstrip("的 ") + ("" if measure[-1:].isascii() else "的") + part if measure else part

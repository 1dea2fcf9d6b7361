"""Glued rows of 上一年项目数量, 本年增/减, 处理决定数量: three values, the first two summing to the third
where an agency fills the form in as meant. Many do not, so the sum alone must be unlikely to be chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.national.glued import LONGEST

_CHANCE = 0.02
"""A reading is taken only where this run would have shown such a sum by chance less often than this."""
_SIGNED = re.compile(r"([增+]|[减\-−])?(\d+)", re.ASCII)
_VALUE = re.compile(r"0|[1-9]\d*", re.ASCII)

Texts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """The readings of a run that sum, and how often a run of its length would show one by chance."""

    fitting: tuple[Texts, ...]
    chance: float

    @property
    def certain(self) -> bool:
        return len(self.fitting) == 1 and self.chance <= _CHANCE


def change_readings(pieces: Sequence[str]) -> Changes:
    """Given the separated pieces of a run, return its readings as three values of which two sum."""
    fitting: list[Texts] = []
    chance = 0.0
    for before, change, after in _splits(pieces):
        signed = _SIGNED.fullmatch(change)
        if signed is None:
            continue
        by = int(signed.group(2)) * (-1 if (signed.group(1) or "") in ("减", "-", "−") else 1)
        chance += 10.0 ** -len(after) if _sizes_fit(before, signed.group(2), after, by) else 0
        if int(before) + by == int(after):
            fitting.append((before, change, after))
    return Changes(tuple(fitting), chance)


def _splits(pieces: Sequence[str]) -> Iterator[Texts]:
    text = "".join(pieces)
    if len(text) > 3 * LONGEST:
        return
    cuts = {sum(map(len, pieces[:n])) for n in range(len(pieces) + 1)}
    for first in range(1, len(text) - 1):
        for second in range(first + 1, len(text)):
            before, change, after = text[:first], text[first:second], text[second:]
            bounds = {0, first, second, len(text)}
            unsigned = change.lstrip("增减加少+-−")
            if cuts <= bounds and all(_VALUE.fullmatch(part) for part in (before, unsigned, after)):
                yield before, change, after


def _sizes_fit(before: str, change: str, after: str, by: int) -> bool:
    """Whether values with so many digits could sum at all."""
    longest = max(len(before), len(change))
    return len(after) <= len(before) if by < 0 else longest <= len(after) <= longest + 1

"""Glued rows of 上一年项目数量, 本年增/减, 处理决定数量: three values, the first two summing to the third
where an agency fills the form in as meant. Many do not, so the sum alone must be unlikely to be chance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.national.glued import LONGEST

_CHANCE, _JOINT = 0.02, 0.0015
"""A reading is taken only where this run would have shown such a sum by chance less often than the first, and
all the runs of its table together less often than the second."""
_SIGNED = re.compile(r"([增+]|[减\-−])?(\d+)", re.ASCII)
_VALUE = re.compile(r"0|[1-9]\d*", re.ASCII)

Texts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """The readings of a run that sum, and how often a run of its length would show one by chance."""

    fitting: tuple[Texts, ...]
    chance: float

    def certain(self, joint: float) -> bool:
        """Whether the one reading is more than chance, given the chance of all the sums of its table."""
        return len(self.fitting) == 1 and self.chance <= _CHANCE and joint <= _JOINT


def change_readings(pieces: Sequence[str]) -> Changes:
    """Given the separated pieces of a run, return its readings as three values of which two sum."""
    fitting: list[Texts] = []
    chance = 0.0
    for before, change, after in _splits(pieces):
        signed = _SIGNED.fullmatch(change)
        if signed is None:
            continue
        by = int(signed.group(2)) * (-1 if (signed.group(1) or "") in ("减", "-", "−") else 1)
        total = int(before) + by
        # Of all that could stand in the place of `after`, one number in so many would have been the sum.
        chance += 10.0 ** -len(after) if len(str(total)) == len(after) and total >= 0 else 0
        if total == int(after):
            fitting.append((before, change, after))
    return Changes(tuple(fitting), chance)


def joint_chance(runs: Iterable[Sequence[str]]) -> float:
    """Given the pieces of a table's runs, return how often such a table would show all its sums by chance;
    1 where a run has no reading that sums. A row that ends in 0 says nothing: many do, sum or no sum."""
    chance = 1.0
    for pieces in runs:
        read = change_readings(pieces)
        if not read.fitting:
            return 1.0
        if all(after != "0" for *_, after in read.fitting):
            chance *= min(1.0, read.chance)
    return chance


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

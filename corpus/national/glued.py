"""Runs of digits whose separators are lost, read by the form's own arithmetic.

A run such as 15130000154 has several readings as seven values; the form says that six of them sum to the
seventh, and that rows sum to other rows. A value is accepted only where every reading that fits agrees on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

Reading = tuple[int, ...]
_AMOUNT = re.compile(r"(\d+)((?:\.\d+)?\D*)", re.ASCII)
_LIMIT = 4000
"""More readings of a row than this say nothing; the row is left unread."""

LONGEST = 12
"""No value of a form has more digits than this; longer runs are no values."""


@dataclass(frozen=True, slots=True)
class Digits:
    """A run of digits; no value crosses one of the `cuts` (offsets where the source does separate)."""

    text: str
    cuts: frozenset[int]

    @classmethod
    def of(cls, pieces: Sequence[str]) -> Digits | None:
        """Given the separated pieces of a run, return its digits, or None where there is more than digits."""
        if not all(re.fullmatch(r"\d+", piece, re.ASCII) for piece in pieces):
            return None
        ends = [0]
        for piece in pieces:
            ends.append(ends[-1] + len(piece))
        return cls("".join(pieces), frozenset(ends))

    def values(self, start: int) -> Iterator[tuple[int, int]]:
        """Yield each value that may start at an offset, with the offset after it."""
        stops = [cut for cut in self.cuts if cut > start]
        last = min(*stops, start + LONGEST) if stops else start
        if self.text[start : start + 1] == "0":
            last = min(last, start + 1)
        for end in range(start + 1, last + 1):
            yield int(self.text[start:end]), end

    def may_sum(self, start: int, end: int, total: int) -> bool:
        """Whether parts written by these digits can have this sum: both leave the same over nine."""
        return (sum(map(int, self.text[start:end])) - total) % 9 == 0


def readings(digits: Digits, blocks: Sequence[tuple[int, bool]]) -> list[Reading] | None:
    """Given a run and the row's blocks (how many values; whether the last is the sum of the others),
    return every reading that fits, or None where there are too many to go through."""
    if len(digits.text) > LONGEST * sum(count for count, _ in blocks):
        return []
    found: list[tuple[Reading, int]] = [((), 0)]
    for number, (count, summed) in enumerate(blocks):
        last = number == len(blocks) - 1
        tails = {start: list(_block(digits, start, count, summed, last)) for start in {at for _, at in found}}
        found = [(before + values, end) for before, start in found for values, end in tails[start]]
        if len(found) > _LIMIT:
            return None
    return [values for values, _ in found]


def _block(digits: Digits, start: int, count: int, summed: bool, last: bool) -> Iterator[tuple[Reading, int]]:
    """Yield the readings of a block from an offset on, with the offset after it; the last ends the run."""
    whole = len(digits.text)
    if not summed:
        yield from ((values, end) for values, end in _split(digits, start, count) if not last or end == whole)
        return
    for at in range(start + count - 1, whole):
        for total, end in digits.values(at):
            if (not last or end == whole) and digits.may_sum(start, at, total):
                for parts in _parts(digits, start, at, count - 1, total):
                    yield (*parts, total), end


def _parts(digits: Digits, start: int, end: int, count: int, total: int) -> Iterator[Reading]:
    """Yield the readings of `digits[start:end]` as so many values with this sum."""
    if count == 1:
        if digits.text[start:end] == str(total) and not any(start < cut < end for cut in digits.cuts):
            yield (total,)
        return
    if not count <= end - start <= count * len(str(total)):
        return
    for value, stop in digits.values(start):
        if value > total or stop > end:
            return
        for rest in _parts(digits, stop, end, count - 1, total - value):
            yield (value, *rest)


def _split(digits: Digits, start: int, count: int) -> Iterator[tuple[Reading, int]]:
    if count == 0:
        yield (), start
        return
    for value, end in digits.values(start):
        for rest, stop in _split(digits, end, count - 1):
            yield (value, *rest), stop


def with_amount(pieces: Sequence[str], count: int) -> tuple[str, ...] | None:
    """Given the separated pieces of a run that ends in an amount ("0803721.33元"), return so many values if
    it can be read in one way only, and not as fewer of them with a blank between; else None."""
    last = _AMOUNT.fullmatch(pieces[-1]) if pieces else None
    digits = Digits.of([*pieces[:-1], last[1]]) if last else None
    if last is None or digits is None or any(readings(digits, [(n, False)]) != [] for n in range(1, count)):
        return None
    found = readings(digits, [(count, False)])
    return (*map(str, found[0][:-1]), f"{found[0][-1]}{last[2]}") if found and len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Balance:
    """The rows named on the left sum, column by column, to the rows named on the right."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def settle(rows: Mapping[str, Sequence[Reading]], balances: Iterable[Balance]) -> dict[str, list[Reading]]:
    """Given each row's readings and the balances among rows, return the readings that fit together.

    A balance that no choice of readings satisfies, or that names a row without readings, decides nothing.
    """
    kept = {name: list(choices) for name, choices in rows.items()}
    for _ in range(2):
        for balance in balances:
            names = (*balance.left, *balance.right)
            if all(kept.get(name) for name in names):
                kept.update(_fit(kept, balance))
    return kept


def _fit(rows: Mapping[str, list[Reading]], balance: Balance) -> dict[str, list[Reading]]:
    """Layer by layer over the rows, keep the running sums that can still come to nought, then walk back."""
    signed = [(name, 1) for name in balance.left] + [(name, -1) for name in balance.right]
    width = len(rows[signed[0][0]][0])
    steps = [[tuple(sign * v for v in r) for r in rows[name]] for name, sign in signed]
    low, high = _reach(steps, width)
    layers: list[set[Reading]] = [{(0,) * width}]
    for i, choices in enumerate(steps):
        following = set()
        for state, choice in product(layers[-1], choices):
            sums = tuple(map(int.__add__, state, choice))
            if all(lo <= -s <= hi for s, lo, hi in zip(sums, low[i + 1], high[i + 1], strict=True)):
                following.add(sums)
        if not following or len(following) * len(choices) > 50 * _LIMIT:
            return {}
        layers.append(following)
    return _back(rows, signed, steps, layers, width)


def _reach(steps: list[list[Reading]], width: int) -> tuple[list[Reading], list[Reading]]:
    """Return the least and greatest sums that the rows from each on can still bring, per column."""
    low, high = [(0,) * width], [(0,) * width]
    for choices in reversed(steps):
        columns = list(zip(*choices, strict=True))
        low.insert(0, tuple(a + min(c) for a, c in zip(low[0], columns, strict=True)))
        high.insert(0, tuple(a + max(c) for a, c in zip(high[0], columns, strict=True)))
    return low, high


def _back(
    rows: Mapping[str, list[Reading]],
    signed: list[tuple[str, int]],
    steps: list[list[Reading]],
    layers: list[set[Reading]],
    width: int,
) -> dict[str, list[Reading]]:
    nought = (0,) * width
    if nought not in layers[-1]:
        return {}
    alive, kept = {nought}, {}
    for i in range(len(steps) - 1, -1, -1):
        name, before, used = signed[i][0], set(), []
        for choice, reading in zip(steps[i], rows[name], strict=True):
            froms = {tuple(map(int.__sub__, state, choice)) for state in alive} & layers[i]
            if froms:
                used.append(reading)
                before |= froms
        kept[name], alive = used, before
    return kept

"""Ruling lines into the cells they enclose: edges -> lattices -> cells with spans, where a rule is missing.

The same for a PDF's vector lines and for lines found in a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pages.page import Rule, clusters, nearest

TOLERANCE = 3.0
"""Points within which two lines are one, or two lines meet."""
_OVERHANG = 6.0
"""Points by which a rule must pass the outermost crossing rule for an undrawn outer border to stand there."""
_TALL = 1.4
"""Times the usual distance of level rules that a row in an open table may be high."""
_COVERED = 0.6
"""The share of a cell's side that must be ruled for the side to be a wall."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A cell without its text: its place and spans in the lattice, its box on the page, and whether it goes
    on from the page before."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    top: float
    right: float
    bottom: float
    goes_on: bool = False

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table: the places of its lines, and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    frames: tuple[Frame, ...]

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def lattices(rules: Iterable[Rule]) -> list[Lattice]:
    """Given a page's ruling lines, return its ruled tables from top to bottom; lone frames are no tables."""
    found = (_lattice(group) for group in _groups(_joined(tuple(rules))))
    real = [lattice for lattice in found if lattice is not None and len(lattice.frames) > 1]
    outer = [one for one in real if not any(_inside(one, other) for other in real if other is not one)]
    return sorted(outer, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _inside(inner: Lattice, outer: Lattice) -> bool:
    corners = ((inner.xs[0], inner.ys[0]), (inner.xs[-1], inner.ys[-1]))
    return all(outer.holds(x, y) for x, y in corners)


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Given rules, return them with collinear neighbours (dashes, one piece a cell) as one."""
    joined: list[Rule] = []
    for level in (True, False):
        own = [rule for rule in rules if rule.level == level]
        # Dots belong to a line of their own place only: the dots of the lines across stand everywhere.
        dots = _strung_by([rule for rule in own if rule.end - rule.start <= TOLERANCE], 0.25)
        joined += _strung_by([*(rule for rule in own if rule.end - rule.start > TOLERANCE), *dots], 1.0)
    return joined


def _strung_by(rules: Sequence[Rule], tolerance: float) -> list[Rule]:
    """Given rules of one direction, return those of one place strung together; what stays short is no rule."""
    lines = clusters((rule.at for rule in rules), tolerance)
    pieces: dict[int, list[Rule]] = {}
    for rule in rules:
        pieces.setdefault(nearest(lines, rule.at), []).append(rule)
    strung: list[Rule] = []
    for line, parts in pieces.items():
        strung += _strung(lines[line], sorted(parts, key=lambda rule: rule.start))
    return [rule for rule in strung if rule.end - rule.start > TOLERANCE]


def _strung(at: float, parts: list[Rule]) -> list[Rule]:
    strung: list[Rule] = []
    for rule in parts:
        if strung and rule.start <= strung[-1].end + TOLERANCE:
            start, end = strung[-1].start, max(strung[-1].end, rule.end)
            strung[-1] = Rule(rule.level, at, start, end)
        else:
            strung.append(Rule(rule.level, at, rule.start, rule.end))
    return strung


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Given rules, return the groups that hang together by crossings."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, rule in enumerate(rules):
        if not rule.level:
            continue
        for two, other in enumerate(rules):
            if not other.level and _meet(rule, other):
                parent[root(one)] = root(two)
    for one, two in _open_rows(rules):
        parent[root(one)] = root(two)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return list(groups.values())


def _open_rows(rules: Sequence[Rule]) -> Iterator[tuple[int, int]]:
    """Given rules, yield the pairs of level ones that hold a row between them in a table without outer
    borders: as long as each other, open at both ends, and no farther apart than rows are."""
    uprights = [rule for rule in rules if not rule.level]
    level = sorted((rule.at, index) for index, rule in enumerate(rules) if rule.level)
    steps = sorted(
        after - before for (before, _), (after, _) in pairwise(level) if after - before > TOLERANCE
    )
    if not steps or not uprights:
        return
    highest = _TALL * steps[len(steps) // 2]
    for (top, one), (bottom, two) in pairwise(level):
        above, below = rules[one], rules[two]
        same = abs(above.start - below.start) <= TOLERANCE and abs(above.end - below.end) <= TOLERANCE
        if same and bottom - top <= highest and _is_open(above, uprights) and _is_open(below, uprights):
            yield one, two


def _is_open(level: Rule, uprights: Sequence[Rule]) -> bool:
    ends = (level.start, level.end)
    return not any(
        _meet(level, upright) and min(abs(upright.at - end) for end in ends) <= TOLERANCE
        for upright in uprights
    )


def _meet(level: Rule, upright: Rule) -> bool:
    across = level.start - TOLERANCE <= upright.at <= level.end + TOLERANCE
    return across and upright.start - TOLERANCE <= level.at <= upright.end + TOLERANCE


def _lattice(rules: Sequence[Rule]) -> Lattice | None:
    level = [rule for rule in rules if rule.level]
    upright = [rule for rule in rules if not rule.level]
    if not level or not upright:
        return None
    ys = _places([rule.at for rule in level], upright)
    xs = _places([rule.at for rule in upright], level)
    if len(xs) < 2 or len(ys) < 2:
        return None
    frames = _frames(xs, ys, _walls(level, ys, xs), _walls(upright, xs, ys))
    return Lattice(tuple(xs), tuple(ys), tuple(frames))


def _places(drawn: list[float], crossing: list[Rule]) -> list[float]:
    """Given the places of lines and the lines across them, add the outer borders that nobody drew."""
    places = clusters(drawn, TOLERANCE)
    first, last = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    before = [first] if first < places[0] - _OVERHANG else []
    after = [last] if last > places[-1] + _OVERHANG else []
    return before + places + after


def _walls(rules: list[Rule], places: list[float], across: list[float]) -> set[tuple[int, int]]:
    """Given the rules of one direction, return the walls they make: (line, step between crossing lines)."""
    covered: dict[tuple[int, int], float] = {}
    for rule in rules:
        line = nearest(places, rule.at)
        for step, (start, end) in enumerate(pairwise(across)):
            share = (min(end, rule.end) - max(start, rule.start)) / (end - start)
            if share > 0:
                covered[line, step] = covered.get((line, step), 0.0) + share
    return {key for key, share in covered.items() if share >= _COVERED}


def _frames(
    xs: list[float], ys: list[float], level: set[tuple[int, int]], upright: set[tuple[int, int]]
) -> list[Frame]:
    """Given lines and walls, return the cells: runs without walls between, grown down where they agree."""
    open_above: dict[tuple[int, int], int] = {}
    spans: list[list[int]] = []
    for row in range(len(ys) - 1):
        still_open: dict[tuple[int, int], int] = {}
        for start, end in _runs(row, len(xs) - 1, upright):
            walled = sum((row, column) in level for column in range(start, end)) * 2 >= end - start
            above = open_above.get((start, end))
            if above is not None and not walled:
                spans[above][2] += 1
            else:
                above = len(spans)
                spans.append([row, start, 1, end - start])
            still_open[start, end] = above
        open_above = still_open
    return [
        Frame(row, column, rows, columns, xs[column], ys[row], xs[column + columns], ys[row + rows])
        for row, column, rows, columns in spans
    ]


def _runs(row: int, columns: int, upright: set[tuple[int, int]]) -> list[tuple[int, int]]:
    starts = [0, *(column for column in range(1, columns) if (column, row) in upright)]
    return list(pairwise([*starts, columns]))

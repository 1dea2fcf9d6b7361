"""From the runs met after a form's labels to one value for each column, by delimiters and by arithmetic."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from corpus.forms import Node, Rule
from corpus.national.changes import change_readings, joint_chance
from corpus.national.glued import Balance, Digits, Reading, readings, settle, with_amount
from corpus.national.layout import Row
from corpus.national.runs import Run
from corpus.national.walk import Walk
from corpus.report import Trust

Values = tuple[tuple[str, Trust], ...]
Path = tuple[Node, ...]
Offset = Callable[[Path], int]
_NUMBER = re.compile(r"\d[\d,]*", re.ASCII)


def decode(walks: Sequence[Walk]) -> list[list[Row]]:
    """Given the tables of one form as met in a text, return the rows of each with a value for every column.

    One row with fewer digits than values proves that blank cells were lost, and then no glued run of the
    form can be counted on; those stay unreadable.
    """
    tables = [_Table(found) for found in walks]
    blanks_lost = any(table.blanks_lost for table in tables)
    return [table.rows(decoding=not blanks_lost) for table in tables]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row's run, and its values where they stand separated (None where they are glued)."""

    path: Path
    run: Run
    separate: tuple[str, ...] | None


class _Table:
    def __init__(self, found: Walk) -> None:
        self.template = found.template
        self.count = len(self.template.leaves)
        offsets = [offset for offset in (_none, self._spanned) if self._explains(offset, found)]
        self.lines = [_Line(path, run, self._separate(path, run, offsets)) for path, run in found.rows]

    def _spanned(self, path: Path) -> int:
        """A label's further columns, where an empty cell was written for each."""
        return max(node.depth for node in self.template.rows) - len(path)

    def _explains(self, offset: Offset, found: Walk) -> bool:
        """Whether this is how many empty cells stand between label and values, in every row."""
        rows = ((path, windows) for path, run in found.rows if (windows := self._windows(run)))
        return bool(self.template.rows) and all(offset(path) in windows for path, windows in rows)

    def _separate(self, path: Path, run: Run, offsets: Sequence[Offset]) -> tuple[str, ...] | None:
        if len(run.pieces) == self.count:
            return run.pieces
        if len(run.pieces) > self.count and "\n" in run.raw:
            first = run.raw.split("\n")[0].replace("|", " ").split()
            return tuple(first) if len(first) == self.count else None
        if not run.pieces:
            return ("",) * self.count
        windows = self._windows(run)
        starts = set(windows) if len(windows) == 1 else {offset(path) for offset in offsets} & set(windows)
        rows = [run.cells[start : start + self.count] for start in sorted(starts or windows)]
        if len(rows) > 1:
            rows = [row for row in rows if self._sums(row)]
        return rows[0] if len(rows) == 1 else None

    def _sums(self, row: Sequence[str]) -> bool:
        """Whether a row with blanks satisfies the form's sums over columns, of which there must be some."""
        blocks = self._blocks()
        numbers = [int(text.replace(",", "")) if _NUMBER.fullmatch(text) else 0 for text in row]
        at = 0
        for count, summed in blocks:
            if summed and sum(numbers[at : at + count - 1]) != numbers[at + count - 1]:
                return False
            at += count
        return any(summed for _, summed in blocks)

    def _windows(self, run: Run) -> range:
        """Where the first value's cell may be, when as many cells as there are columns are to hold all."""
        places = [i for i, cell in enumerate(run.cells) if cell]
        if not places or len(places) != len(run.pieces):
            return range(0)
        return range(max(0, places[-1] - self.count + 1), min(places[0], len(run.cells) - self.count) + 1)

    @property
    def blanks_lost(self) -> bool:
        glued = [line for line in self.lines if line.separate is None or not line.run.pieces]
        return any(sum(map(str.isdigit, line.run.raw)) < self.count and not line.run.cells for line in glued)

    def rows(self, *, decoding: bool) -> list[Row]:
        known = {line.path[-1].id if line.path else "": self._readings(line, decoding) for line in self.lines}
        fitting = settle(known, self._balances(known))
        joint = self._chance_of_changes() if decoding else 1.0
        rows = []
        for line in self.lines:
            name = line.path[-1].id if line.path else ""
            rows.append(Row(line.path, self._values(line, fitting[name], joint, decoding)))
        return rows

    def _values(self, line: _Line, fitting: Sequence[Reading], joint: float, decoding: bool) -> Values:
        if line.separate is not None:
            return tuple((text, "read") for text in line.separate)
        if joint < 1 and len(fitting) != 1:
            read = change_readings(line.run.pieces)
            if read.certain(joint):
                return tuple((text, "decoded") for text in read.fitting[0])
        if decoding and not fitting and (amounts := with_amount(line.run.pieces, self.count)):
            return tuple((text, "decoded") for text in amounts)
        return _agreed(fitting, " ".join(line.run.pieces), self.count)

    def _chance_of_changes(self) -> float:
        """How often chance alone would give every row of this table 上一年 + 增减 = 处理决定; 1 where the form
        has no such sum here, or a row contradicts it."""
        loose = any(rule.axis == "columns" and not rule.firm for rule in self.template.rules)
        return joint_chance(line.run.pieces for line in self.lines if line.run.pieces) if loose else 1.0

    def _readings(self, line: _Line, decoding: bool) -> list[Reading]:
        if line.separate is not None:
            if all(_NUMBER.fullmatch(text) for text in line.separate):
                return [tuple(int(text.replace(",", "")) for text in line.separate)]
            return []
        digits = Digits.of(line.run.pieces) if decoding else None
        return (readings(digits, self._blocks()) or []) if digits else []

    def _blocks(self) -> list[tuple[int, bool]]:
        """The columns in stretches: those whose last is the sum of the others, by the firm rules."""
        names = [leaf.id for leaf in self.template.leaves]
        totals = {rule.right[0]: rule.left for rule in self._rules("columns")}
        blocks, since = [], 0
        for place, name in enumerate(names):
            if totals.get(name) == tuple(names[since:place]):
                blocks.append((place + 1 - since, True))
                since = place + 1
        return [*blocks, (len(names) - since, False)] if since < len(names) else blocks

    def _rules(self, axis: str) -> list[Rule]:
        return [rule for rule in self.template.rules if rule.axis == axis and rule.firm]

    def _balances(self, known: Container[str]) -> list[Balance]:
        return [
            Balance(self.template.summands(rule.left, known), self.template.summands(rule.right, known))
            for rule in self._rules("rows")
        ]


def _none(_: Path) -> int:
    return 0


def _agreed(fitting: Sequence[Reading], raw: str, count: int) -> Values:
    """Each value on which every fitting reading agrees; the whole run, unreadable, for the others."""
    if not fitting:
        return ((raw, "unreadable"),) * count
    return tuple(
        (str(column[0]), "decoded") if len(set(column)) == 1 else (raw, "unreadable")
        for column in zip(*fitting, strict=True)
    )

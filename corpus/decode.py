"""From the runs met after a form's labels to one value for each column, by delimiters and by arithmetic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from corpus.forms import Node, Rule
from corpus.glued import Balance, Digits, Reading, readings, settle
from corpus.layout import Row
from corpus.report import Trust
from corpus.runs import Run
from corpus.walk import Walk

Values = tuple[tuple[str, Trust], ...]
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

    path: tuple[Node, ...]
    run: Run
    separate: tuple[str, ...] | None


class _Table:
    def __init__(self, found: Walk) -> None:
        self.template = found.template
        self.count = len(self.template.leaves)
        usual = self._usual_offset(found)
        self.lines = [_Line(path, run, self._separate(run, usual)) for path, run in found.rows]

    def _usual_offset(self, found: Walk) -> int | None:
        """How many empty cells stand between label and values, where full rows agree on it."""
        offsets: Counter[int] = Counter()
        for _, run in found.rows:
            places = [i for i, cell in enumerate(run.cells) if cell]
            if len(run.pieces) == self.count == len(places) == places[-1] - places[0] + 1:
                offsets[places[0]] += 1
        return next(iter(offsets)) if len(offsets) == 1 else None

    def _separate(self, run: Run, usual: int | None) -> tuple[str, ...] | None:
        if len(run.pieces) == self.count:
            return run.pieces
        if len(run.pieces) > self.count and "\n" in run.raw:
            first = run.raw.split("\n")[0].replace("|", " ").split()
            return tuple(first) if len(first) == self.count else None
        if not run.pieces:
            return ("",) * self.count
        return self._with_blanks(run, usual)

    def _with_blanks(self, run: Run, usual: int | None) -> tuple[str, ...] | None:
        places = [i for i, cell in enumerate(run.cells) if cell]
        if len(places) != len(run.pieces) or len(run.cells) < self.count:
            return None
        windows = range(max(0, places[-1] - self.count + 1), min(places[0], len(run.cells) - self.count) + 1)
        if not windows:
            return None
        if len(windows) == 1:
            return run.cells[windows[0] : windows[0] + self.count]
        if usual is not None and usual in windows:
            return run.cells[usual : usual + self.count]
        return None

    @property
    def blanks_lost(self) -> bool:
        glued = [line for line in self.lines if line.separate is None or not line.run.pieces]
        return any(sum(map(str.isdigit, line.run.raw)) < self.count and not line.run.cells for line in glued)

    def rows(self, *, decoding: bool) -> list[Row]:
        known = {line.path[-1].id if line.path else "": self._readings(line, decoding) for line in self.lines}
        fitting = settle(known, self._balances(known))
        rows = []
        for line in self.lines:
            name = line.path[-1].id if line.path else ""
            values = (
                tuple((text, "read") for text in line.separate)
                if line.separate is not None
                else _agreed(fitting[name], " ".join(line.run.pieces), self.count)
            )
            rows.append(Row(line.path, values))  # type: ignore[arg-type]
        return rows

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


def _agreed(fitting: Sequence[Reading], raw: str, count: int) -> Values:
    """Each value on which every fitting reading agrees; the whole run, unreadable, for the others."""
    if not fitting:
        return ((raw, "unreadable"),) * count
    return tuple(
        (str(column[0]), "decoded") if len(set(column)) == 1 else (raw, "unreadable")
        for column in zip(*fitting, strict=True)
    )

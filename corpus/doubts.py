"""What cannot all be right in one report: sums that do not hold, and a narrative that differs from its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.checks import Check, checks
from corpus.conflicts import Conflict, conflicts
from corpus.report import Citation, Figure, Report


@dataclass(frozen=True, slots=True)
class Doubts:
    """The failing checks and the conflicts of one report, or of several."""

    checks: tuple[Check, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.checks or self.conflicts)

    def checks_of(self, cited: Citation) -> tuple[Check, ...]:
        """Given a figure's citation, return the failing checks that its cell takes part in."""
        if cited.cell is None:
            return ()
        place = (cited.report, cited.block, *cited.cell)
        return tuple(
            check
            for check in self.checks
            if any((cell.report, cell.table, cell.row, cell.column) == place for cell in check.cells)
        )


def doubts(report: Report, figures: Iterable[Figure]) -> Doubts:
    """Given a report and its figures, return what in it is in doubt."""
    failing = tuple(check for check in checks(report) if check.holds is False)
    return Doubts(failing, conflicts(figures))


def together(several: Iterable[Doubts]) -> Doubts:
    """Given the doubts of several reports, return them as one."""
    listed = tuple(several)
    return Doubts(
        tuple(check for one in listed for check in one.checks),
        tuple(conflict for one in listed for conflict in one.conflicts),
    )

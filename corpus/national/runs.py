"""The run of values after a row's label in flattened text: its pieces, and the blanks between delimiters."""

from __future__ import annotations

import re
from dataclasses import dataclass

_VALUE = re.compile(
    r"(?:[增减](?:加|少)?|[↑↓+\-−]\s*)?(?:\d[\d,]*(?:\.\d+)?)(?:万元|亿元|元|万件|件|条|个|项|次|%)?(?![年月日])"
    r"|无(?=\s*(?:[|\n\t]|$))|[-—–―/]+(?=\s*(?:[|\n\t ]|$))"
)
_FOOTER = r"(?:(?<=\n)|^)[ \t]*[-—–―]+[ \t]*\d+[ \t]*[-—–―]+[ \t]*(?=\n|$)"
_BETWEEN = re.compile(rf"(?:{_FOOTER}|\|[ \t:]*-{{3,}}[-:| \t]*|[\s|])+")
_LABEL_NUMBER = re.compile(r"\s*[.、]\s*(?![\d\s|])")


@dataclass(frozen=True, slots=True)
class Run:
    """What stands after a label: `pieces` are its separated values; `cells` the same with blanks, where
    delimiters show them (else empty); `raw` is the source's own writing, ending at offset `end`."""

    pieces: tuple[str, ...]
    cells: tuple[str, ...]
    raw: str
    end: int

    def joined(self, other: Run) -> Run:
        """The values of two runs in one row; what stands between them is no value."""
        return Run((*self.pieces, *other.pieces), (), f"{self.raw} {other.raw}", other.end)


def read_run(text: str, start: int) -> Run:
    """Given plain text and the end of a label, return the run of values there; without pieces if none is."""
    pieces: list[str] = []
    at = end = start
    while True:
        if between := _BETWEEN.match(text, at):
            at = between.end()
        value = _VALUE.match(text, at)
        if value is None:
            break
        stop = value.end()
        numbered = value.group()[-1].isdigit() and _LABEL_NUMBER.match(text, stop)
        if numbered:
            stop -= 1
        if stop > at:
            pieces.append(text[at:stop])
            end = stop
        at = stop
        if numbered:
            break
    return Run(tuple(pieces), _cells(text[start:at], end - start), text[start:end].strip(" \t\r\n|"), end)


def _cells(raw: str, values_end: int) -> tuple[str, ...]:
    """Given a run with the separators after it, return its cells with the blank ones."""
    line_end = raw.find("\n", values_end)
    row = raw if line_end < 0 else raw[:line_end]
    delimiter = next((mark for mark in "|\t\n" if mark in row), "")
    if not delimiter:
        return ()
    return tuple(cell.strip() for cell in row.split(delimiter)[1:])

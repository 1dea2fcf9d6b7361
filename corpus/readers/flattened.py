"""Tables flattened into lines: pipes before, between or after the cells, tabs, runs of spaces, one cell a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.language.outline import mark
from corpus.language.writing import is_blank, is_value, squeeze
from corpus.report import Grid, GridCell

_PIPE = re.compile(r"[|｜│┃]")
_DELIMITER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_RULE = re.compile(r"-{2,}")
_SPACES = re.compile(r"(?:\u3000| {2,}| \u3000)+")
_SUREST = 4
"""The fewest values in lines without any separator that are taken for a table."""
_SENTENCE = re.compile(r"[。；！？]")


@dataclass(frozen=True, slots=True)
class Run:
    """A table found in consecutive lines."""

    grid: Grid


def tables(lines: list[str]) -> Iterator[str | Run]:
    """Given lines, yield them in order with each run of table lines replaced by its table."""
    position = 0
    while position < len(lines):
        for find in (_piped, _pipe_lines, _tabbed, _spaced, _celled):
            if (found := find(lines, position)) is not None:
                position, run = found
                yield run
                break
        else:
            yield lines[position]
            position += 1


def grid(rows: list[list[str]], spans_lost: bool) -> Grid:
    """Given rows of texts, return the raw grid; where its spans are lost a row is only a sequence."""
    cells = tuple(GridCell(r, c, text.strip()) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Grid(cells, spans="lost" if spans_lost else "real")


_Found = tuple[int, Run]


def _piped(lines: list[str], start: int) -> _Found | None:
    def belongs(line: str) -> bool:
        return bool(_PIPE.search(line)) and not is_blank(_PIPE.sub("", line))

    if not belongs(lines[start]):
        return None
    end = start
    while end < len(lines) and belongs(lines[end]):
        end += 1
    if end - start < 2:
        return None
    return end, Run(_pipe_grid(lines[start:end]))


def _pipe_grid(lines: list[str]) -> Grid:
    """Only the order of the cells is sure: a merged cell is written once. In Markdown its other places may be there, and
    blank: where every line has as many cells as the line under the first has rules, that may be so."""
    leading = sum(line.lstrip().startswith(("|", "｜")) for line in lines) * 2 > len(lines)
    trailing = sum(line.rstrip().endswith(("|", "｜")) for line in lines) * 2 > len(lines)
    rows = [_split(line, leading, trailing) for line in lines if not _DELIMITER.fullmatch(line)]
    found = grid(rows, spans_lost=True)
    return replace(found, spans="kept") if _may_keep_places(lines, rows) else found


def _may_keep_places(lines: list[str], rows: list[list[str]]) -> bool:
    """Whether all lines have as many cells as the line of rules has, which stands under the first and nowhere else; or,
    without rules, as many as each other, shut in by pipes on both sides."""
    ruled = [n for n, line in enumerate(lines) if _DELIMITER.fullmatch(line)]
    if not ruled:
        shut = all(line.strip()[0] in "|｜" and line.strip()[-1] in "|｜" for line in lines)
        return shut and len({len(row) for row in rows}) == 1
    return ruled == [1] and {len(_RULE.findall(lines[1]))} == {len(row) for row in rows}


def _split(line: str, leading: bool, trailing: bool) -> list[str]:
    cells = _PIPE.split(line.strip())
    if leading and is_blank(cells[0]):
        cells = cells[1:]
    if trailing and cells and is_blank(cells[-1]):
        cells = cells[:-1]
    return [cell.strip() for cell in cells]


def _pipe_lines(lines: list[str], start: int) -> _Found | None:
    """One cell a line, each followed by a pipe on its own line; a cell that follows a cell begins a row."""

    def is_pipe(line: str) -> bool:
        return bool(_PIPE.search(line)) and is_blank(_PIPE.sub("", line))

    def belongs(position: int) -> bool:
        """A pipe, or a cell that has one before or after it."""
        beside = [lines[n] for n in (position - 1, position + 1) if start <= n < len(lines)]
        return is_pipe(lines[position]) or (
            _is_cell(lines[position]) and any(is_pipe(line) for line in beside)
        )

    end = start
    while end < len(lines) and belongs(end):
        end += 1
    pipes = sum(is_pipe(line) for line in lines[start:end])
    if pipes < 3:
        return None
    return end, Run(grid(_rows_of_pipe_lines(lines[start:end], is_pipe), spans_lost=True))


def _rows_of_pipe_lines(lines: list[str], is_pipe: Callable[[str], bool]) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    expect = True
    for line in lines:
        if is_pipe(line):
            for _ in range(len(_PIPE.findall(line))):
                if expect and rows[-1]:
                    rows[-1].append("")
                expect = True
        elif expect:
            rows[-1].append(line.strip())
            expect = False
        else:
            rows.append([line.strip()])
    return [row for row in rows if row]


def _tabbed(lines: list[str], start: int) -> _Found | None:
    end = start
    while end < len(lines) and "\t" in lines[end].strip("\n ") and not is_blank(lines[end]):
        end += 1
    if end - start < 2:
        return None
    return end, Run(grid([line.strip("\n ").split("\t") for line in lines[start:end]], spans_lost=True))


def _spaced(lines: list[str], start: int) -> _Found | None:
    """Columns set with spaces: two lines or more, each of two cells or more, none of them a sentence."""

    def cells(line: str) -> list[str]:
        return [part for part in _SPACES.split(line.strip()) if part]

    end = start
    while end < len(lines) and len(cells(lines[end])) >= 2 and not _SENTENCE.search(lines[end]):
        end += 1
    rows = [cells(line) for line in lines[start:end]]
    if end - start < 2 or not any(is_value(cell) for row in rows for cell in row[1:]):
        return None
    return end, Run(grid(rows, spans_lost=True))


def _celled(lines: list[str], start: int) -> _Found | None:
    """One cell a line and nothing between: a header of as many labels as the rows have cells, then two rows
    or more, each a label and its values, that leave no other reading."""
    end = start
    while end < len(lines) and _is_cell(lines[end]):
        end += 1
    run = [line.strip() for line in lines[start:end]]
    first = next((n for n, cell in enumerate(run) if is_value(cell)), 0)
    count = next((n for n, cell in enumerate(run[first:]) if not is_value(cell)), 0)
    width = count + 1
    if count == 0 or first != width + 1 or mark(run[0]) is not None:
        return None
    rows = [run[n : n + width] for n in range(0, len(run), width)]
    body = list(takewhile(lambda row: _is_row(row, width), rows[1:]))
    if len(body) * count < _SUREST or len(body) < 2:
        return None
    used = (len(body) + 1) * width
    return start + used, Run(grid([rows[0], *body], spans_lost=True))


def _is_row(row: list[str], width: int) -> bool:
    return len(row) == width and not is_value(row[0]) and all(is_value(cell) for cell in row[1:])


def _is_cell(line: str) -> bool:
    return not is_blank(line) and len(squeeze(line)) <= 40 and not _SENTENCE.search(line)

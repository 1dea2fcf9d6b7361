"""Two reports side by side: which headings, paragraphs and cells are the same, changed, gone or new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from corpus.language.wording import letters, unnumbered
from corpus.report import Cell, Paragraph, Report, Section, Table

Change = Literal["same", "changed", "removed", "added"]
_ALIKE = 0.5  # of two paragraphs: below that, one went and another came
_LONGEST = 3_000  # characters of a pair of paragraphs compared letter by letter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text; `marked` where the other side says it differently."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Texts:
    """Two paragraphs. A side that has none is empty; `anchors` name each side's place."""

    change: Change
    left: tuple[Run, ...]
    right: tuple[Run, ...]
    anchors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class CellPair:
    """One cell of both sides: its labels, each side's text (None: no such cell) and place."""

    change: Change
    label: str
    left: str | None
    right: str | None
    anchors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """Two tables. `cells` are those that differ; `same` counts the others."""

    change: Change
    caption: str
    same: int
    cells: tuple[CellPair, ...]
    anchors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A section of either side, under its heading on each ("" where it has none)."""

    left: str
    right: str
    blocks: tuple[Texts | Tables, ...]


def differences(left: Report, right: Report) -> tuple[Part, ...]:
    """Given two reports, return their sections, aligned by their headings, in reading order."""
    pairs = _aligned(
        left.sections,
        right.sections,
        [_heading(s) for s in left.sections],
        [_heading(s) for s in right.sections],
    )
    return tuple(_part(one, other) for one, other in pairs)


def _heading(section: Section) -> str:
    return "/".join(letters(unnumbered(head)) for head in section.path)


def _part(left: Section | None, right: Section | None) -> Part:
    sides = [section.blocks if section else () for section in (left, right)]
    texts = [[block for block in side if isinstance(block, Paragraph)] for side in sides]
    tables = [[block for block in side if isinstance(block, Table)] for side in sides]
    blocks: tuple[Texts | Tables, ...] = (*_paragraphs(texts[0], texts[1]), *_tables(tables[0], tables[1]))
    return Part(_title(left), _title(right), blocks)


def _title(section: Section | None) -> str:
    return section.path[-1] if section and section.path else ""


def _paragraphs(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> Iterator[Texts]:
    matcher = SequenceMatcher(None, [p.text for p in left], [p.text for p in right], autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        ours, theirs = left[start:end], right[other_start:other_end]
        if kind == "equal":
            for one, other in zip(ours, theirs, strict=True):
                yield Texts("same", (Run(one.text),), (Run(other.text),), (one.id, other.id))
        else:
            yield from _changed(ours, theirs)


def _changed(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> Iterator[Texts]:
    """Paragraphs in the order of either side, the nth with the nth where they have much in common."""
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else None
        other = right[place] if place < len(right) else None
        runs = _runs(one.text, other.text) if one and other else None
        if one and other and runs:
            yield Texts("changed", *runs, (one.id, other.id))
            continue
        if one:
            yield Texts("removed", (Run(one.text, True),), (), (one.id, ""))
        if other:
            yield Texts("added", (), (Run(other.text, True),), ("", other.id))


def _runs(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]] | None:
    """Both texts in runs, or None where they have too little in common to be one paragraph."""
    if len(left) + len(right) > _LONGEST:
        return (Run(left, True),), (Run(right, True),)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None
    sides: tuple[list[Run], list[Run]] = ([], [])
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        for side, text in zip(sides, (left[start:end], right[other_start:other_end]), strict=True):
            if text:
                side.append(Run(text, kind != "equal"))
    return tuple(sides[0]), tuple(sides[1])


def _tables(left: Sequence[Table], right: Sequence[Table]) -> Iterator[Tables]:
    pairs = _aligned(left, right, [_name(table) for table in left], [_name(table) for table in right])
    return (_table(one, other) for one, other in pairs)


def _name(table: Table) -> str:
    """What a table is known by: its part of a national form in whichever year's, its caption, its columns."""
    columns = sorted({"/".join(cell.column_path) for cell in table.cells if cell.role == "value"})
    return (table.form or "").partition("/")[2] or letters(table.caption) or " ".join(columns)


def _table(left: Table | None, right: Table | None) -> Tables:
    ours, theirs = _cells(left), _cells(right)
    pairs = [
        _pair(key, ours.get(key), theirs.get(key), left, right) for key in dict.fromkeys((*ours, *theirs))
    ]
    caption = next((table.caption for table in (left, right) if table and table.caption), "")
    differing = tuple(pair for pair in pairs if pair.change != "same")
    change: Change = (
        "removed" if right is None else "added" if left is None else "changed" if differing else "same"
    )
    anchors = (left.id if left else "", right.id if right else "")
    return Tables(change, caption, len(pairs) - len(differing), differing, anchors)


Key = tuple[tuple[str, ...], int]


def _cells(table: Table | None) -> dict[Key, Cell]:
    """Value cells by their labels without the numbering, which differs between forms; a second cell of the
    same labels gets the number 1, and so on."""
    found: dict[Key, Cell] = {}
    for cell in table.cells if table else ():
        if cell.role == "value":
            path = tuple(letters(unnumbered(part)) for part in (*cell.row_path, "", *cell.column_path))
            number = 0
            while (path, number) in found:
                number += 1
            found[path, number] = cell
    return found


def _pair(key: Key, left: Cell | None, right: Cell | None, *tables: Table | None) -> CellPair:
    texts = [cell.text.strip() if cell else None for cell in (left, right)]
    either = left or right
    label = " › ".join((*either.row_path, *either.column_path)) if either else "/".join(key[0])
    change: Change = (
        "added"
        if left is None
        else "removed"
        if right is None
        else "same"
        if texts[0] == texts[1]
        else "changed"
    )
    anchors = [
        f"{table.id}-r{cell.row}c{cell.column}" if table and cell else ""
        for table, cell in zip(tables, (left, right), strict=True)
    ]
    return CellPair(change, label, texts[0], texts[1], (anchors[0], anchors[1]))


def _aligned(
    left: Sequence[T], right: Sequence[T], names: Sequence[str], other_names: Sequence[str]
) -> Iterator[tuple[T | None, T | None]]:
    """Both sequences in order, those of one name together."""
    matcher = SequenceMatcher(None, names, other_names, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(left[start:end], right[other_start:other_end], strict=True)
            continue
        yield from ((one, None) for one in left[start:end])
        yield from ((None, other) for other in right[other_start:other_end])

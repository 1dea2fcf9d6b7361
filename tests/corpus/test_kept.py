"""Markdown tables whose merged cells left their places blank: read as with their real spans, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.language.writing import is_value
from corpus.readers.html import read as read_html
from corpus.readers.text import read as read_text
from corpus.report import Document, Grid, Table
from corpus.tables import understand
from tests.form_grids import FLAT, FormGrid, Placed, by_row, html_row

Path_ = tuple[str, ...]


def grid(document: Document) -> Grid:
    (found,) = (block for block in document.blocks if isinstance(block, Grid))
    return found


def from_text(text: str) -> Grid:
    return grid(read_text(text.encode(), Path("a.md")))


def from_html(form: FormGrid) -> Grid:
    rows = "".join(map(html_row, by_row(form)))
    return grid(read_html(f"<html><body><table>{rows}</table></body></html>".encode(), Path("a.html")))


def read(text: str) -> dict[str, tuple[Path_, Path_]]:
    """The paths of each value that is used, by its text."""
    return {
        cell.text: (cell.row_path, cell.column_path)
        for table in understand(from_text(text))
        for cell in table.cells
        if cell.role == "value" and cell.trust == "read" and cell.text
    }


# --- any table with nested headers ---------------------------------------------------------------------

NAMES = st.text("辰巳午未申酉戌亥子丑寅卯", min_size=2, max_size=4)


@dataclass(frozen=True)
class Node:
    """A header cell: its name, the cells under it, its lines more than one where there is room; its columns where
    nothing is under it."""

    name: str
    under: tuple[Node, ...] = ()
    more: int = 0
    wide: int = 1

    @property
    def leaves(self) -> int:
        return sum(node.leaves for node in self.under) or self.wide

    @property
    def depth(self) -> int:
        return 1 + max((node.depth for node in self.under), default=0)

    def placed(self, row: int, column: int, depth: int) -> list[Placed]:
        rows = min(1 + self.more, depth - self.depth + 1) if self.under else depth
        cells = [Placed(row, column, self.name, rows, self.leaves)]
        for node in self.under:
            cells += node.placed(row + rows, column, depth - rows)
            column += node.leaves
        return cells


def forests(levels: int, most: int = 4) -> st.SearchStrategy[tuple[Node, ...]]:
    leaves = st.builds(Node, NAMES)
    if levels == 1:
        nodes: st.SearchStrategy[Node] = leaves
    else:
        under = forests(levels - 1, 3).filter(lambda found: len(found) > 1)
        nodes = leaves | st.builds(Node, NAMES, under, st.integers(0, 1))
    return st.lists(nodes, min_size=1, max_size=most, unique_by=lambda node: node.name).map(tuple)


@dataclass(frozen=True)
class Block:
    """A table, or one of those side by side: the header over its labels, over its values, and over both."""

    labels: tuple[Node, ...]
    values: tuple[Node, ...]
    over: str = ""

    @property
    def header(self) -> tuple[Node, ...]:
        whole = (*self.labels, *self.values)
        return (Node(self.over, whole),) if self.over else whole


LABELS = {
    "one": (Node("项目"),),
    "two": (Node("地区"), Node("水厂")),
    "two under one": (Node("供水单位", (Node("地区"), Node("水厂"))),),
    "merged two": (Node("供水单位", wide=2),),
    "codes": (Node("科目编码", (Node("类"), Node("款"))), Node("科目名称")),
    "code": (Node("项目", (Node("功能分类科目编码"), Node("科目名称"))),),
}


def _rows(draw: st.DrawFn, kind: str, column: int, top: int, count: int) -> tuple[int, list[Placed]]:
    """The width of a block's labels, and its labels for so many rows."""
    names = draw(st.lists(NAMES, min_size=count, max_size=count, unique=True))
    if kind == "one":
        marked = draw(st.booleans())
        return 1, [
            Placed(top + n, column, f"{'一二三四五六七'[n]}、{name}" if marked else name)
            for n, name in enumerate(names)
        ]
    if kind in ("codes", "code"):
        wide = 3 if kind == "codes" else 2
        cells: list[Placed] = []
        group, part = 201, 0
        for n, name in enumerate(names):
            if n == count - 1 and draw(st.booleans()):
                cells.append(Placed(top + n, column, "合计", 1, wide))
                continue
            deeper = n > 0 and draw(st.booleans())
            group, part = (group, part + 1) if deeper else (group + 1, 0)
            if kind == "code":
                cells.append(Placed(top + n, column, f"{group}{part:02}" if deeper else str(group)))
            else:
                cells.append(Placed(top + n, column, str(group)))
                cells.append(Placed(top + n, column + 1, f"{part:02}" if deeper else ""))
            cells.append(Placed(top + n, column + wide - 1, name))
        return wide, cells
    cells, n = [], 0
    while n < count:
        high = draw(st.integers(1, min(3, count - n)))
        if high == 1 and draw(st.booleans()):
            cells.append(Placed(top + n, column, names[n], 1, 2))
        else:
            cells.append(Placed(top + n, column, f"{names[n]}区", high))
            cells.extend(Placed(top + m, column + 1, names[m]) for m in range(n, n + high))
        n += high
    return 2, cells


@st.composite
def tables(draw: st.DrawFn) -> FormGrid:
    """A table with one or two blocks, each with its labels, under nested headers; no value is there twice."""
    sides = draw(st.integers(1, 2))
    kinds = [draw(st.sampled_from(sorted(LABELS))) for _ in range(sides)]
    over = draw(st.booleans())
    blocks = [
        Block(LABELS[kind], draw(forests(draw(st.integers(1, 3)))), f"本年{'收支'[n]}" if over else "")
        for n, kind in enumerate(kinds)
    ]
    depth = max(node.depth for block in blocks for node in block.header)
    count = draw(st.integers(1, 6))
    cells: list[Placed] = []
    column, serial = 0, 1000
    for block, kind in zip(blocks, kinds, strict=True):
        wide, labels = _rows(draw, kind, column, depth, count)
        start = column
        for node in block.header:
            cells += node.placed(0, column, depth)
            column += node.leaves
        cells += labels
        for row in range(count):
            blank = draw(st.integers(0, 5)) == 0
            for place in range(start + wide, column):
                serial += 1
                empty = blank or draw(st.integers(0, 4)) == 0
                cells.append(Placed(depth + row, place, "" if empty else f"{serial}.5"))
    return FormGrid(str(depth), tuple(sorted(cells, key=lambda one: (one.row, one.column))))


Places = dict[tuple[int, int], tuple[Path_, Path_, str]]


def values(found: tuple[Table, ...]) -> Places:
    """The paths of the numbers that are used, by their places."""
    return {
        (cell.row, cell.column): (cell.row_path, cell.column_path, cell.text)
        for table in found
        for cell in table.cells
        if cell.role == "value" and cell.trust == "read" and is_value(cell.text)
    }


@settings(max_examples=150, deadline=None)
@given(tables())
def test_places_that_are_kept_give_the_paths_of_real_spans_or_nothing(form: FormGrid) -> None:
    real = values(understand(from_html(form)))
    assert values(understand(from_text(FLAT["markdown"](form)))).items() <= real.items()


def repeated(form: FormGrid) -> str:
    """A Markdown table that writes a merged cell in all its places."""
    high, wide = form.size
    table = [[""] * wide for _ in range(high)]
    for cell in form.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                table[row][column] = cell.text
    return markdown(table)


def filled_up(form: FormGrid) -> str:
    """A table flattened, each merged cell written once, and its lines filled up at their ends to one length."""
    rows = [[cell.text for cell in row] for row in by_row(form) if row]
    return markdown([row + [""] * (form.size[1] - len(row)) for row in rows])


def markdown(table: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in table]
    return "\n".join([lines[0], "|" + "---|" * len(table[0]), *lines[1:]])


@settings(max_examples=100, deadline=None)
@given(tables().filter(lambda form: form.heading != "1"))
def test_merged_cells_that_are_repeated_give_the_paths_of_real_spans_or_nothing(form: FormGrid) -> None:
    real = values(understand(from_html(form)))
    assert values(understand(from_text(repeated(form)))).items() <= real.items()


@settings(max_examples=100, deadline=None)
@given(tables())
def test_lines_filled_up_at_their_ends_are_not_taken_for_places(form: FormGrid) -> None:
    """Only for headers: a body without merged cells has its places in either writing."""
    assume(not any(cell.row >= int(form.heading) and cell.rows + cell.columns > 2 for cell in form.cells))
    assume(any(cell.columns > 1 for cell in form.cells))
    given_ = {text: paths for *paths, text in values(understand(from_html(form))).values()}
    read_ = {text: paths for *paths, text in values(understand(from_text(filled_up(form)))).values()}
    assert all(given_.get(text) == paths for text, paths in read_.items() if text in given_)

"""Ruling lines become cells: for any way of merging cells, exactly the missing rules are found again."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers.pages.lattice import lattices
from corpus.readers.pages.page import Rule

Span = tuple[int, int, int, int]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[float], list[float], list[Span]]:
    """Places of lines, and cells (row, column, rows, columns) that fill the table without overlap."""
    xs = [50.0]
    for _ in range(draw(st.integers(2, 7))):
        xs.append(xs[-1] + draw(st.integers(12, 90)))
    ys = [80.0]
    for _ in range(draw(st.integers(2, 9))):
        ys.append(ys[-1] + draw(st.integers(9, 40)))
    taken: set[tuple[int, int]] = set()
    spans: list[Span] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            rows = draw(st.integers(1, min(3, len(ys) - 1 - row)))
            columns = draw(st.integers(1, min(3, len(xs) - 1 - column)))
            while any((row, column + i) in taken for i in range(columns)):
                columns -= 1
            taken |= {(row + i, column + j) for i in range(rows) for j in range(columns)}
            spans.append((row, column, rows, columns))
    return xs, ys, spans


def _rules(xs: list[float], ys: list[float], spans: list[Span]) -> list[Rule]:
    """The four sides of every cell, each drawn by itself, as word processors draw them."""
    rules = []
    for row, column, rows, columns in spans:
        left, right, top, bottom = xs[column], xs[column + columns], ys[row], ys[row + rows]
        rules += [Rule(True, y, left, right) for y in (top, bottom)]
        rules += [Rule(False, x, top, bottom) for x in (left, right)]
    return rules


@given(tables())
@settings(max_examples=150, deadline=None)
def test_cells_are_found_with_their_spans(table: tuple[list[float], list[float], list[Span]]) -> None:
    xs, ys, spans = table
    # Lines that no cell's side uses cannot be seen.
    seen_x = sorted({x for _, c, _, n in spans for x in (xs[c], xs[c + n])})
    seen_y = sorted({y for r, _, n, _ in spans for y in (ys[r], ys[r + n])})
    found = lattices(_rules(xs, ys, spans))
    expected = {(xs[c], ys[r], xs[c + w], ys[r + h]) for r, c, h, w in spans}
    if len(spans) == 1:
        assert found == []
        return
    (lattice,) = found
    assert {(f.left, f.top, f.right, f.bottom) for f in lattice.frames} == expected
    for frame in lattice.frames:
        assert seen_x[frame.column + frame.columns] - seen_x[frame.column] == frame.right - frame.left
        assert seen_y[frame.row + frame.rows] - seen_y[frame.row] == frame.bottom - frame.top


@given(tables(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_rules_may_be_broken_in_pieces_and_a_little_off(
    table: tuple[list[float], list[float], list[Span]], rng: object
) -> None:
    xs, ys, spans = table
    whole = _rules(xs, ys, spans)
    pieces = []
    for rule in whole:
        middle = (rule.start + rule.end) / 2
        off = rng.uniform(-0.4, 0.4)  # type: ignore[attr-defined]
        pieces += [Rule(rule.level, rule.at + off, rule.start - 0.5, middle - 1)]
        pieces += [Rule(rule.level, rule.at + off, middle + 1, rule.end + 0.5)]
    spans_of = [[(f.row, f.column, f.rows, f.columns) for f in one.frames] for one in lattices(whole)]
    assert [
        [(f.row, f.column, f.rows, f.columns) for f in one.frames] for one in lattices(pieces)
    ] == spans_of


def test_two_tables_on_a_page_are_two_and_a_frame_is_none() -> None:
    def table(top: float, rows: int, columns: int) -> list[Rule]:
        xs, ys = [50.0 + 60 * i for i in range(columns + 1)], [top + 20 * i for i in range(rows + 1)]
        return _rules(xs, ys, [(r, c, 1, 1) for r in range(rows) for c in range(columns)])

    found = lattices([*table(400, 2, 2), *table(100, 3, 2), *table(700, 1, 1)])
    assert [len(lattice.frames) for lattice in found] == [6, 4]


def test_outer_borders_that_nobody_drew_are_added() -> None:
    level = [Rule(True, y, 50, 350) for y in (100, 120, 140, 160)]
    upright = [Rule(False, x, 100, 160) for x in (150, 250)]
    (lattice,) = lattices([*level, *upright])
    assert [b - a for a, b in pairwise(lattice.xs)] == [100, 100, 100]
    assert len(lattice.frames) == 9

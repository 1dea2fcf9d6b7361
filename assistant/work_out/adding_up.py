"""The parts of a whole that are nowhere called its parts, but add up to it: the rows of the table whose total it is, the
items of the sentence or of the list after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from assistant.match.candidates import place_in_table
from assistant.words.alike import same
from assistant.words.labels import innermost, is_change, is_sum
from assistant.words.terms import covered, terms, unnumbered
from corpus.report import Figure
from corpus.units import same_unit
from index.search import Scope, Searcher

_LEAST = 3
"""Two numbers add up to a third by chance too often."""
Parts = tuple[Figure, ...]


def adding_up(searcher: Searcher, whole: Figure) -> list[Parts]:
    """Given a whole, return every way in which its report takes it apart into parts that add up to it; of tables with the
    same numbers, the one whose labels say most of what the whole is called, and least besides."""
    figures = searcher.all(Scope(report=whole.citation.report))
    alike = [
        one
        for one in figures
        if one.value is not None and one.year == whole.year and same_unit(one.unit, whole.unit)
        if not is_change(one.label)
    ]
    found = [
        *_of_sentences(whole, alike),
        *_of_list(whole, alike),
        *_of_tables(whole, alike),
        *_of_row(whole, alike),
    ]
    found.sort(key=lambda parts: (_said(whole, text := parts[0].label.text), -len(text)))
    distinct = {tuple(sorted(one.value for one in parts if one.value is not None)): parts for parts in found}
    return list(distinct.values())


def _said(whole: Figure, label: str) -> float:
    return covered(terms(whole.label.text), label)


def _adds_up(parts: Sequence[Figure], whole: Figure) -> bool:
    if len(parts) < _LEAST or any(one.unit != whole.unit for one in parts):
        return False
    return sum((one.value for one in parts if one.value is not None), Decimal(0)) == whole.value


def _of_sentences(whole: Figure, alike: Sequence[Figure]) -> Iterator[Parts]:
    """The items of one sentence of the whole's own paragraph, which may say the whole again before them."""
    if not whole.label.phrase:
        return
    block = [one for one in alike if one.citation.block == whole.citation.block]
    for _, sentence in groupby(block, key=lambda one: one.citation.span):
        items = list(sentence)
        told = next((n for n, one in enumerate(items) if one.value == whole.value), -1)
        if _adds_up(items[told + 1 :], whole):
            yield tuple(items[told + 1 :])


def _of_list(whole: Figure, alike: Sequence[Figure]) -> Iterator[Parts]:
    """The first figures of the paragraphs after the whole's, under the same headings."""
    if not whole.label.phrase:
        return
    section = [
        one
        for one in alike
        if one.label.phrase and one.label.section[: len(whole.label.section)] == whole.label.section
    ]
    firsts = [next(block) for _, block in groupby(section, key=lambda one: one.citation.block)]
    blocks = [one.citation.block for one in firsts]
    if whole.citation.block not in blocks:
        return
    after = firsts[blocks.index(whole.citation.block) + 1 :]
    for count in range(_LEAST, len(after) + 1):
        if _adds_up(after[:count], whole):
            yield tuple(after[:count])
            return


def _of_tables(whole: Figure, alike: Sequence[Figure]) -> Iterator[Parts]:
    """The rows of one level of a column that ends in the whole as its total, which prose may round."""
    cells = sorted((one for one in alike if one.citation.cell), key=lambda one: one.citation.block)
    for _, block in groupby(cells, key=lambda one: one.citation.block):
        table = sorted(block, key=place_in_table)
        totals = [one for one in table if same(one, whole) and _is_total_row(one)]
        for total in totals:
            rows = [
                one
                for one in table
                if one.label.column == total.label.column
                and not _is_total_row(one)
                and len(one.label.row) == 1
            ]
            if _adds_up(rows, total):
                yield tuple(rows)


def _of_row(whole: Figure, alike: Sequence[Figure]) -> Iterator[Parts]:
    """The rows one level below the whole's own row, as another table of the report gives it: of a class of expenditure that
    the summary has in one line, the items of the class in the budget of expenditure."""
    if not whole.label.row or whole.citation.cell is None:
        return
    name = unnumbered(whole.label.row[-1])
    for row in (one for one in alike if one.citation.cell and same(one, whole) and one.label.row):
        if unnumbered(row.label.row[-1]) != name or _of_income(row) != _of_income(whole):
            continue
        rows = [
            one
            for one in alike
            if one.citation.block == row.citation.block
            and one.label.column == row.label.column
            and one.label.row[:-1] == row.label.row
            and not is_sum(one.label.row)
        ]
        rows.sort(key=place_in_table)
        if _adds_up(rows, row):
            yield tuple(rows)


def _of_income(figure: Figure) -> bool:
    return any("收入" in column for column in figure.label.column)


def _is_total_row(figure: Figure) -> bool:
    return is_sum(figure.label.row) or not innermost(figure.label.row)

"""The labels that may answer, each with its figures: those of the figures found in scope that say any word of the question,
and the groups of a national form that have no row of their own, with the parts whose sum they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.match.asked import Asked
from assistant.match.fit import NEAR, Fit, fit, fitted, telling
from assistant.words.alike import less
from assistant.words.labels import is_total, level
from assistant.words.terms import unnumbered
from corpus.indicators import indicators
from corpus.report import Figure, Label
from corpus.units import same_unit
from index.search import Evidence

_WHOLE_YEAR = re.compile("全年|全[市县区省州局厅镇街]|累计|年内|一年来|[共总合]计")
_MARK = "(?:台阶|大关|关口)"
"""What an amount is that was passed: 迈上6万亿元台阶."""
_OWN_YEAR = re.compile(r"(?:20|19)\d\d年度?")


_Told = tuple[Figure, float, tuple[float, float]]
"""A figure with its likeness of meaning and how much of the question its label says."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label with its figures: one a report, or, for a group, the parts whose sum it is."""

    label: Label
    figures: tuple[Figure, ...]
    fit: Fit
    summed: bool = False


def candidates(asked: Asked, found: Sequence[Evidence]) -> list[Candidate]:
    """Given what is asked and the figures found in scope, return the candidates, in no order."""
    return [*_singles(asked, found), *_sums(asked, found)]


def undated(text: str) -> str:
    """Given a part of a label, return it without the years that its report puts in it."""
    return _OWN_YEAR.sub("", text)


def key(label: Label) -> tuple[str, ...]:
    """Given a label, return what is the same for the same measure in any report."""
    if label.indicator:
        return (label.indicator,)
    if label.phrase:
        return ("", level(undated(label.phrase)))
    row, column = (map(unnumbered, path) for path in (label.row, label.column))
    return tuple(undated(part) for part in (*row, "|", *column))


def _singles(asked: Asked, found: Sequence[Evidence]) -> list[Candidate]:
    by_key: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for one in found:
        assert isinstance(one.item, Figure)
        told = telling(asked, one.item.label, one.item)
        if told is not None:
            by_key[key(one.item.label)].append((one.item, one.dense, told))
    candidates = []
    for several in by_key.values():
        if max(told[0] for _, _, told in several) < NEAR:
            continue
        figures = [(one, fitted(asked, one.label, one, dense, told)) for one, dense, told in several]
        figures.sort(key=lambda pair: -pair[1].score)
        best, fits = figures[0]
        candidates.append(Candidate(best.label, _one_a_report([figure for figure, _ in figures]), fits))
    return candidates


def _one_a_report(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The best figure for each agency and year, by year; two that differ in value both stay."""
    kept: dict[tuple[str, int, object], Figure] = {}
    whole = {(figure.citation.report, figure.year) for figure in figures if of_whole_year(figure)}
    for figure in figures:
        if (figure.citation.report, figure.year) not in whole or of_whole_year(figure):
            kept.setdefault((figure.citation.issuer, figure.year, figure.value), figure)
    told = [one for one in kept.values() if not any(_told_exactly(one, other) for other in kept.values())]
    return tuple(sorted(told, key=lambda figure: figure.year))


def _told_exactly(figure: Figure, other: Figure) -> bool:
    """Whether a figure only says what was passed, and another of the same sentence how much it came to: 突破4000亿元、达到4211亿元."""
    if figure is other or other.qualifier or not figure.sentence or figure.sentence != other.sentence:
        return False
    passed = figure.qualifier or re.search(f"{re.escape(figure.raw)}{_MARK}", figure.sentence)
    if not passed or figure.citation.report != other.citation.report or None in (figure.value, other.value):
        return False
    return same_unit(figure.unit, other.unit) and not less(other, figure)


def of_whole_year(figure: Figure) -> bool:
    """Whether a figure stands in a table, or its sentence says that it counts the whole year or place, and not one
    action or case."""
    return figure.citation.cell is not None or _WHOLE_YEAR.search(figure.sentence) is not None


def _sums(asked: Asked, found: Sequence[Evidence]) -> list[Candidate]:
    """Groups of rows in the national forms that have no row of their own, in every column, and of columns in every row:
    法人或其他组织."""
    groups: dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], list[Evidence]] = defaultdict(list)
    for one in found:
        assert isinstance(one.item, Figure)
        label, cited = one.item.label, one.item.citation
        if label.indicator and len(label.row) > 1:
            groups[cited.report, cited.block, label.row[:-1], label.column].append(one)
        if label.indicator and len(label.column) > 2:
            groups[cited.report, cited.block, label.row, label.column[:-1]].append(one)
    candidates = []
    for (_, _, row, column), parts in groups.items():
        figures = tuple(
            sorted((one.item for one in parts if isinstance(one.item, Figure)), key=place_in_table)
        )
        if len(figures) < 2 or _has_total(figures, row):
            continue
        of_columns = figures[0].label.row == row
        group = None if of_columns else _group([figure.label.indicator for figure in figures])
        label = replace(figures[0].label, row=row, column=column, indicator=group)
        named = replace(label, indicator=figures[0].label.indicator) if of_columns else label
        fits = fit(asked, named, figures[0], max(one.dense for one in parts))
        if fits is not None:
            candidates.append(Candidate(label, figures, fits, summed=True))
    return candidates


def _has_total(figures: Sequence[Figure], row: tuple[str, ...]) -> bool:
    """Whether a total stands among the rows, or among the columns, that a group would be the sum of."""
    of_row = figures[0].label.row == row
    return any(is_total(one.label.column if of_row else one.label.row) for one in figures)


def _group(parts: Sequence[str | None]) -> str | None:
    """The indicator that is the sum of the parts, if the form has one."""
    return next((one.id for one in indicators().values() if one.parts and set(one.parts) == set(parts)), None)


def place_in_table(figure: Figure) -> tuple[int, int]:
    return figure.citation.cell or (0, 0)


def example(candidate: Candidate) -> Figure:
    """Given a candidate, return a figure to name it by: for a sum, one labelled as the group is."""
    return replace(candidate.figures[-1], label=candidate.label)

"""A figure in its table or sentence: the group that a question names when it names none of the group's parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.find.select import Selection
from assistant.words.labels import counted, is_total, without_side
from assistant.words.terms import FULL, covered, explained, terms, unnumbered
from corpus.indicators import indicators
from corpus.report import Figure
from index.search import Scope, Searcher

_REST = "其他"


def block_of(searcher: Searcher, figure: Figure) -> list[Figure]:
    """Given a figure, return all figures of the table or paragraph that it stands in."""
    citation = figure.citation
    return [
        one for one in searcher.all(Scope(report=citation.report)) if one.citation.block == citation.block
    ]


def meant(searcher: Searcher, measure: str, selection: Selection) -> Selection:
    """Given what was selected for a measure, return it with the whole in the place of a part that the measure does
    not name."""
    return _of_whole(searcher, measure, _of_columns(searcher, measure, selection))


def names(item: object, measure: str) -> bool:
    """Given what was found for one of several measures, return whether its own label says the noun that the measure
    ends with, and not only the text around it: beside 建议877件, 议案5项 are no 建议. The rest is called so: 其他."""
    nouns = [term for term in terms(measure) if term.weight == FULL and not term.acts]
    if not isinstance(item, Figure) or not nouns:
        return True
    label = item.label
    called = indicators()[label.indicator].names if label.indicator in indicators() else ()
    own = " ".join((label.caption, *label.row, *label.column, label.phrase, *called, counted(item)))
    return explained(nouns[-1].word, own) > 0 and (_REST not in measure or _REST in own)


def _of_columns(searcher: Searcher, measure: str, selection: Selection) -> Selection:
    """The sum of a group of columns for one of them: 法人或其他组织 is more than its 其他."""
    chosen = selection.chosen
    if chosen is None or chosen.summed or len(chosen.label.column) < 2:
        return selection
    if without_side(chosen.label.column) != chosen.label.column:
        return selection  # what was budgeted and what was spent of it are no parts of anything
    group, own = map(unnumbered, chosen.label.column[-2:])
    row = unnumbered(chosen.label.row[-1]) if chosen.label.row else ""
    if (
        is_total(chosen.label.column)
        or group not in (measure.replace(row, " ") if row else measure)
        or own
        in (measure.replace(group, " ") if own in group else measure)  # 项目支出预算 names the 项目支出
        or covered(terms(own), measure.replace(group, "")) >= 0.5
    ):
        return selection
    newest = chosen.figures[-1]
    parts = [
        one
        for one in block_of(searcher, newest)
        if one.label.row == newest.label.row and one.label.column[:-1] == newest.label.column[:-1]
    ]
    if len(parts) == 1:
        return selection  # it is all that its group has: 人员经费 over 决算数
    if _tells_apart(own, measure.replace(group, " "), parts):
        return selection
    if own in group and _names_another(measure.replace(group, " "), parts):
        return selection
    totals = [one for one in parts if is_total(one.label.column)]
    if len(chosen.figures) > 1 or len(totals) > 1:
        return Selection(near=(chosen,))
    if totals:
        return Selection(replace(chosen, label=totals[0].label, figures=tuple(totals)))
    parts.sort(key=lambda one: one.citation.cell or (0, 0))
    label = replace(chosen.label, column=chosen.label.column[:-1], indicator=None)
    return Selection(replace(chosen, label=label, figures=tuple(parts), summed=True))


def _tells_apart(own: str, rest: str, parts: Sequence[Figure]) -> bool:
    """Whether what a measure says besides a group has a word by which a column differs from all others of the group:
    政府性基金, of 政府性基金预算财政拨款."""
    others = [name for one in parts if (name := unnumbered(one.label.column[-1])) != own]
    return any(
        term.weight == FULL and term.word in rest and not any(term.word in other for other in others)
        for term in terms(own)
    )


def _names_another(rest: str, parts: Sequence[Figure]) -> bool:
    """Whether what a measure says besides a group is one of its columns: 购置 beside 公务用车购置及运行费."""
    own = (one.label.column for one in parts if not is_total(one.label.column))
    return any(covered(terms(unnumbered(column[-1])), rest) >= 0.5 for column in own)


def _of_whole(searcher: Searcher, measure: str, selection: Selection) -> Selection:
    """What a sentence counts, for a part of it (预留332万元，其中预留给小微企业232万元), where the measure says nothing
    that the part alone is."""
    chosen = selection.certain
    above, mark, own = chosen.label.phrase.rpartition("：") if chosen else ("", "", "")
    if chosen is None or not mark:
        return selection
    added = [term for term in terms(own) if term.weight == FULL and not explained(term.word, above)]
    if not added or any(explained(term.word, measure) for term in added):
        return selection
    asked = tuple(term for term in terms(measure) if term.weight == FULL and not term.acts)
    if covered(asked, above) < covered(asked, chosen.label.phrase):
        return selection
    newest = chosen.figures[-1]
    wholes = [
        one
        for one in block_of(searcher, newest)
        if one.label.phrase == above and (one.unit, one.year) == (newest.unit, newest.year)
    ]
    if len(wholes) != 1 or len(chosen.figures) > 1:
        return Selection(near=(chosen,))
    return Selection(replace(chosen, label=wholes[0].label, figures=tuple(wholes)))


def crossed(one: Figure, other: Figure) -> bool:
    """Given two figures, return whether they are cells of one table that share neither row nor column: of 收到的申请,
    自然人 and 法人 stand in one row."""
    if one.citation.block != other.citation.block or one.citation.report != other.citation.report:
        return False
    if one.citation.cell is None or other.citation.cell is None:
        return False
    in_line = one.citation.cell[0] == other.citation.cell[0]  # 人员经费合计 beside 公用经费合计
    return not in_line and one.label.row != other.label.row and one.label.column != other.label.column

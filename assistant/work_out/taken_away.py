"""What is left of a whole when parts of it that the question names are taken away: 政府采购预算除了工程类还有多少."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant import calculate
from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import is_sum, is_total
from assistant.words.terms import FULL, covered, terms
from assistant.work_out.shares import Pair, counted_as, named, shares
from corpus.report import Figure
from index.search import Searcher

_CALLED = 0.8
"""How much of the words for a part a label must say to be called so."""


def less_parts(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for what is left of a whole without parts of it, and its finder, return the answer; None where the
    whole and the parts are not found for certain, as they would be for the parts' share in it."""
    query = finder.query
    if len(query.measures) < 2:
        return None
    whole_words, *parts_words = query.measures
    of_share = replace(
        query,
        operation="share",
        measure=parts_words[0],
        measures=tuple(parts_words) if len(parts_words) > 1 else (),
        whole=whole_words,
        summed=len(parts_words) > 1,
        simplified=f"{'和'.join(parts_words)}占{whole_words}的百分之几",
    )
    asked = replace(finder, query=of_share)
    found = (
        shares(asked)
        or shares(_of_the_whole(asked, whole_words, parts_words))
        or [pair for pair in (_of_one_table(asked, whole_words, parts_words),) if pair]
    )
    if len(found) != 1:
        return None
    parts, whole = found[0]
    told_of_it = len(whole) == 1 and all(_is_item(one, whole[0]) for one in parts)
    if len(whole) == 1 and not told_of_it and any(_is_called(whole[0], words) for words in parts_words):
        return None  # what is taken away stands in the whole's own row: it is the whole of that alone
    if query.residue == "besides" and not all(_is_part(finder.searcher, one, whole) for one in parts):
        return None
    try:
        counted = counted_as(parts, whole)
        alone = len(counted) == len(whole) == 1
        result = calculate.difference(counted[0], whole[0]) if alone else calculate.gap(counted, whole)
    except calculate.CannotCalculate:
        return None
    if result.calculation.result < 0:
        return None
    return composer.calculated(composer.words.residue(named(whole), parts), result, (*whole, *parts))


def _of_the_whole(finder: Finder, whole: str, parts: Sequence[str]) -> Finder:
    """The finder of the same question with what the whole is of after parts that name only what was done: 支付专项债 for the
    支付 of 获批专项债."""
    nouns = [term.word for term in terms(whole) if term.weight == FULL and not term.acts]
    if not nouns or not all(term.acts or term.weight < FULL for part in parts for term in terms(part)):
        return finder
    thing = whole[whole.find(nouns[0]) :] if nouns[0] in whole else nouns[-1]
    called = [f"{part}{thing}" for part in parts]
    query = replace(finder.query, measure=called[0], measures=tuple(called) if len(called) > 1 else ())
    return replace(finder, query=query)


def _is_called(figure: Figure, words: str) -> bool:
    """Whether the label of a figure says all of the words for another."""
    return covered(terms(words), figure.label.text) >= _CALLED


def _is_item(part: Figure, whole: Figure) -> bool:
    """Whether a sentence gives a figure as an item of another."""
    return whole.label.phrase != "" and part.label.phrase.startswith(f"{whole.label.phrase}：")


def _of_one_table(finder: Finder, whole: str, parts: Sequence[str]) -> Pair | None:
    """The parts and the total beside them, where several tables give the parts and the columns of one are called as the
    whole is: 支出预算 of 城乡社区支出 and 合计."""
    each = []
    for words in parts:
        found = finder.measure(words)
        rows = [figure for one in (found.chosen, *found.rivals) if one for figure in one.figures]
        each.append([one for one in rows if _column_called(one, whole)])
    ways = {}
    for first in each[0]:
        beside = [next((one for one in others if _in_column(one, first)), None) for others in each[1:]]
        chosen = (first, *(one for one in beside if one))
        totals = _totals(finder.searcher, first)
        if len(chosen) == len(parts) and totals:
            ways[tuple(one.value for one in (*chosen, totals[0]))] = chosen, (totals[0],)
    return next(iter(ways.values())) if len(ways) == 1 else None


def _column_called(figure: Figure, words: str) -> bool:
    """Whether a cell stands in the one column of a table that is called so, or in the total of those that are."""
    *_, last = figure.label.column or ("",)
    return words in "".join(figure.label.column) and (last == words or is_total((last,)))


def _in_column(one: Figure, other: Figure) -> bool:
    return one.citation.block == other.citation.block and one.label.column == other.label.column


def _totals(searcher: Searcher, part: Figure) -> list[Figure]:
    """The total of the column that a part stands in, where its table gives one."""
    if part.citation.cell is None or is_sum(part.label.row):
        return []
    column = [one for one in block_of(searcher, part) if _in_column(one, part)]
    totals = [one for one in column if is_sum(one.label.row) and one.value is not None]
    return totals if len({one.value for one in totals}) == 1 else []


def _is_part(searcher: Searcher, part: Figure, wholes: Sequence[Figure]) -> bool:
    """Whether its report shows a figure as a part of another: an item that the sentence gives of it, a row below its row,
    a cell whose row or column it is the total of, here or as another table gives it."""
    if len(wholes) > 1:
        return part in wholes or any(_is_part(searcher, part, (one,)) for one in wholes)
    (whole,) = wholes
    one, other = part.label, whole.label
    if other.phrase:
        return _is_item(part, whole)
    if any(total.value == whole.value and total.unit == whole.unit for total in _totals(searcher, part)):
        return True
    if part.citation.block != whole.citation.block:
        return False
    if one.row == other.row:
        return is_total(other.column) and not is_total(one.column)
    return (
        one.column == other.column
        and len(one.row) > len(other.row)
        and one.row[: len(other.row)] == other.row
    )

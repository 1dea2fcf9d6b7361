"""The answer before with another thing of its report that a question names: more than it, as a multiple, added to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.calculate import difference
from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.find.select import select
from assistant.match.asked import Asked
from assistant.query import Given
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.alike import counted_alike, counted_in
from assistant.words.labels import full_name, is_change, is_sum
from assistant.words.terms import FULL, LIGHT, Term, covered, terms
from assistant.work_out.before import risen_from, year_before
from assistant.work_out.carried import worked
from assistant.work_out.wholes import found_as
from corpus.report import Figure
from corpus.units import same_unit
from index.search import Scope

_SAID = 0.75
"""How much of the words for a thing the label of a figure in the sentence or table of the answer before must say."""
_NEW = ("新增", "新建", "新开")
"""What begins the name of things that are new, which are no change in a number."""
_EXACTLY = 0.95
_OWN = 0.5
"""How much of its own label they must say."""


def with_another(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question that sets the answer before beside another thing, and its finder, return the answer; None where
    it does not, or that thing is not found for certain."""
    query = finder.query
    last = query.answers[-1] if query.answers else ()
    if query.beside is None or not last or any(one.value is None for one in last):
        return None
    if not query.beside.words:
        earlier = risen_from(finder.searcher, last[0]) or year_before(finder.searcher, last[0])
        if earlier is None or len(last) > 1:
            return None
        if query.beside.operation == "value":
            return composer.figures((earlier,))
        result = difference(earlier, last[0])
        return composer.calculated(composer.words.gap(last[0], earlier), result, (earlier, *last))
    other = beside(finder, query.beside.words, last, query.beside.year)
    if other is None and query.beside.also:
        other = beside(finder, query.beside.also, last)
    adds = query.beside.operation == "sum"
    if other is None or (adds and any(_holds(one, other) or _holds(other, one) for one in last)):
        return None
    given = (last, (other,)) if adds or query.beside.turned else ((other,), last)
    asked = replace(query, given=given, operation=query.beside.operation, unit=query.beside.unit)
    return worked(replace(composer, query=asked))


def whole_beside(finder: Finder, words: str, last: Given) -> Figure | None:
    """Given the same, return the figure in the sentence of the answer before, or wherever `beside` finds it, of which the
    answer is a part."""
    near = [one for one in block_of(finder.searcher, last[0]) if one.sentence == last[0].sentence != ""]
    parted = [one for one in near if one not in last and _may_be_part(one, last[0])]
    return (
        _among(finder, words, parted)
        or beside(finder, words, last)
        or _all_in_paragraph(finder, words, last[0])
    )


def _all_in_paragraph(finder: Finder, words: str, part: Figure) -> Figure | None:
    """The one figure of the paragraph of a part that is no part itself, is no less and is of all that the words name: of
    食用农产品抽检, asked of 全部抽检, the 食品安全抽检."""
    named = tuple(term for term in terms(words) if term.weight == FULL)
    wholes = [
        one
        for one in block_of(finder.searcher, part)
        if one != part and part.label.phrase and one.label.phrase and "：" not in one.label.phrase
        if _may_be_part(part, one) and (one.value or 0) >= (part.value or 0)
        if named and covered(named, one.label.phrase) >= _EXACTLY
    ]
    return wholes[0] if len(wholes) == 1 else None


def beside(finder: Finder, words: str, last: Given, year: int | None = None) -> Figure | None:
    """Given a finder, the words for a thing, the answer before and, where it is another, the year, return the one figure
    that they name of its year and agency, counted alike: in its sentence, anywhere in its report, or in its paragraph or
    table; None where there is none, or more than one."""
    first = last[0]
    scope = Scope(issuers=(first.citation.issuer,), years=(year or first.year,))
    query = replace(finder.query, simplified=words, measures=(), pairs=(), otherwise=(), answers=())
    of_last = replace(finder, query=query, scope=scope)
    if year is not None:
        added = found_as(of_last, words)
        return added[0] if len(added) == 1 and same_unit(added[0].unit, first.unit) else None
    block = [one for one in block_of(finder.searcher, first) if one not in last and _alike(one, first)]
    sentence = [one for one in block if first.sentence and one.sentence == first.sentence]
    found = _among(of_last, words, sentence) or _in_line(words, first, block)
    if found is None:
        named = found_as(of_last, words)
        named = named if len(named) == 1 else tuple(filter(None, [of_last.measure(words).figure]))
        found = named[0] if named and named[0] not in last and _alike(named[0], first) else None
    if found is None:
        found = _among(of_last, words, block)
    return counted_in(found, first.unit) if found and _counted(found, first) and first.unit else found


def in_sentence(finder: Finder) -> Figure | None:
    """Given the finder of a short question for a part of what the question before was answered with, return the one figure
    of the same sentence that its words name: 其中被采用的呢."""
    query = finder.query
    last = query.answers[-1] if query.answers else ()
    if len(last) != 1 or not query.narrows or not last[0].sentence or last[0].year not in query.years:
        return None
    near = [one for one in block_of(finder.searcher, last[0]) if one.sentence == last[0].sentence]
    parts = [one for one in near if one not in last and _may_be_part(one, last[0])]
    begin = f"{last[0].label.phrase}："
    items = [one for one in parts if one.label.phrase.startswith(begin)]
    named = [
        one for one in items if len(query.narrows) > 1 and query.narrows in one.label.phrase[len(begin) :]
    ]
    if len(named) == 1:
        return named[0]
    return _among(finder, query.narrows, parts) or _among(finder, query.narrows, parts, last[0].label.phrase)


def _in_line(words: str, last: Figure, block: Sequence[Figure]) -> Figure | None:
    """The one cell in the row or the column of the answer before whose own head the words say: 废止的 beside 本年制发件数."""
    rows = [
        (one, one.label.column[-1]) for one in block if one.label.row == last.label.row and one.label.column
    ]
    columns = [
        (one, one.label.row[-1]) for one in block if one.label.column == last.label.column and one.label.row
    ]
    said = tuple(term for term in terms(words) if term.weight > LIGHT)
    found = [one for one, head in (*rows, *columns) if said and covered(said, head) >= _EXACTLY]
    return found[0] if last.citation.cell is not None and len(found) == 1 else None


def _among(finder: Finder, words: str, near: Sequence[Figure], of: str = "") -> Figure | None:
    """The one of several figures that the words name, or that they name of a thing."""
    if not near:
        return None
    evidence = [one for one in finder.searched(words) if one.item in near]
    found = select(Asked.of(f"{of}{words}"), evidence).certain
    if found is None or len(found.figures) != 1 or found.fit.own < _OWN:
        return None
    telling = tuple(term for term in terms(words) if term.weight == FULL)
    said = covered(telling, full_name(found.label)) >= _SAID
    return _undivided(found.figures[0], telling, near) if telling and said else None


def _undivided(figure: Figure, telling: Sequence[Term], near: Sequence[Figure]) -> Figure:
    """What a figure is a part of, where the words say that as well, and nothing of the part: 赛事, for 赛事：省级赛事."""
    above = figure.label.phrase.rpartition("：")[0]
    if not above or covered(tuple(telling), above) < _SAID:
        return figure
    return next((one for one in near if one.label.phrase == above), figure)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether one of two figures may be compared with the other: of one year, counted alike, neither of them a change."""
    if one.year != other.year or one.value is None or is_change(one.label) != is_change(other.label):
        return False
    return same_unit(one.unit, other.unit) or counted_alike(one.unit, other.unit)


def _may_be_part(one: Figure, other: Figure) -> bool:
    """Whether one of two figures may be a part of the other: what is new may be of what there is."""
    if one.year != other.year or one.value is None:
        return False
    if any(is_change(each.label) and not each.label.phrase.startswith(_NEW) for each in (one, other)):
        return False
    return same_unit(one.unit, other.unit) or counted_alike(one.unit, other.unit)


def _counted(one: Figure, other: Figure) -> bool:
    return not same_unit(one.unit, other.unit) and counted_alike(one.unit, other.unit)


def _holds(whole: Figure, part: Figure) -> bool:
    """Whether one of two figures counts the other already: 受理申请 those of 受理申请：网络, a 合计 what stands in its line."""
    if whole.label.phrase:
        return part.label.phrase.startswith(f"{whole.label.phrase}：")
    if whole.citation.block != part.citation.block:
        return False
    row, column = whole.label.row, whole.label.column
    same_row, same_column = row == part.label.row, column == part.label.column
    return (same_row and is_sum(column)) or (same_column and is_sum(row))

"""Parts and wholes in one table or sentence: what a part is a share of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.find.row_groups import group_called, in_groups_of_columns
from assistant.find.select import Selection
from assistant.understand.units import UNIT
from assistant.words.labels import DEFAULTS, counted, full_name, is_total, leaves
from assistant.words.terms import FULL, covered, explained, terms, unnumbered
from assistant.work_out.adding_up import adding_up
from assistant.work_out.beneath import alike, items_of
from corpus.report import Figure
from corpus.units import is_rate
from index.search import Scope, Searcher

_MOST_SAID = 0.7
"""How much of its own name the label of a part, or of a total beside it, must say."""

_COUNTING = frozenset({"件数", "次数", "数量", "条数", "人数", "个数", "户数", "总件数", "总量"})
"""They say how the whole is counted, and not of what it is."""
_HOW_COUNTED = re.compile("总?(?P<noun>件数|次数|条数|人数|个数|户数)$")
_COUNTED_IN = {"件数": "件", "次数": "次", "条数": "条", "人数": "人", "户数": "户"}
COUNT_SAID = re.compile(rf"(?:全部|所有|这|那|共|总共)*(?P<value>\d[\d,]*(?:\.\d+)?)(?P<unit>{UNIT})(?:的)?")
_ALL_SAID = 0.95
_DEALT_WITH = re.compile("(?<!其他)(?<!不予)(?<!不再)(?:办理|处理|答复|办结)")
"""Of what was dealt with, an outcome is a part, as the total beside it says, and not of what came in."""
CAME_IN = re.compile("^(?:收到|收集|征集|接到|接收|受理)到?的?(?=.{2})")
"""Of what came in, a part is named without saying that it came in: 收到的意见建议里采纳的, 采纳意见建议."""
_OF_KIND = re.compile(
    r"^(?:是|属于?)?(?:因为?|由于|关于|有关|涉及|涉|[跟和与同](?=.+(?:有关|相关|沾边)))(?=.)|"
    r"(?:有关|相关|沾边)?的?(?:[这那]?一?(?:大?类|块儿?|项|部分|头)|型|方面|部分|问题)?的?$"
)
"""What makes a kind of a thing: 跟…有关的, 涉…的, …类."""
_KIND_SAID, _KIND_UNSAID = 0.5, 0.3
"""How much of the words for a kind the name of one part must say, and at most those of all others."""
_ROW_NAME = 4
"""Characters of a row or column that a question names letter by letter."""
_TOO_MUCH = 2.0
"""How much a label may say that was not asked: what it names is then a part of what was."""


def part_and_whole(
    finder: Finder, part: str, named: str
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]] | None:
    """Given a finder, the words for a part and those for its whole ("" where the question names none), return the
    part and the whole, or the parts that either is the sum of; None where one is not found for certain. A whole that
    is named is found by its name, or is the total beside the part that says it."""
    if counted := COUNT_SAID.search(named):
        return _counted(finder, part, named, counted)
    if (in_row := _in_row_named(finder, part, named)) is not None:
        return in_row
    called = found_as(finder, named) if named else ()
    parts = _parts(finder, part, named, called) or _as_columns_say(finder, part, named)
    if not parts:
        return None
    dealt = _total_called(finder.searcher, parts[0], named) if _DEALT_WITH.search(named) else None
    if dealt is None and len(called) > 1 and len(parts) == 1 and parts[0] in called:
        return parts, called  # 法律服务机构 of 法人或其他组织, which has no total
    if named and len(parts) == 1 and (group := group_called(finder.searcher, parts[0], named)):
        return parts, group
    if len(parts) > 1 and (beside := _totals_apart(finder.searcher, parts, called, named)):
        return parts, beside
    whole = dealt or (_only(called) if named else _total_beside(finder.searcher, parts[0]))
    if named and (whole is None or whole in parts):
        by_itself = replace(finder, query=replace(finder.query, simplified=named))
        alone = found_as(by_itself, named)
        whole = _total_called(finder.searcher, parts[0], named) or _only(alone)
        if whole is None and len(parts) == 1 and parts[0] in alone:
            return parts, alone  # 属于国家秘密 of 不予公开, which has no total either
        whole = None if whole in parts else whole
        if whole is None and len(parts) == 1 and (twin := _in_table_called(finder.searcher, parts[0], named)):
            return (twin[0],), (twin[1],)
    items: tuple[Figure, ...] = ()
    apart = len(parts) > 1 or {one.sentence for one in parts} != {whole.sentence if whole else ""}
    if whole is not None and whole.label.phrase and apart:
        items = _item_of(finder.searcher, whole, part)
        parts = items or parts
    if whole is None or (len(parts) > 1 and not _in_line_with(whole, parts)):
        return None
    if len(parts) == 1 and _of_another_table(parts[0], whole):
        return None
    if any(one.year != whole.year for one in parts) and not items:
        return None
    return parts, (whole,)


def _in_row_named(
    finder: Finder, part: str, named: str
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]] | None:
    """The part and the whole where the whole is a row and the part one of its columns, each called so letter by letter:
    教育支出里基本支出; of several tables that have them, where all give as much."""
    if len(named) < _ROW_NAME or len(part) < _ROW_NAME:
        return None
    cells = [one.item for one in finder.searched(f"{named}{part}") if isinstance(one.item, Figure)]
    pairs = [
        (one, total)
        for one in cells
        if one.value is not None and not one.label.indicator
        if _last(one.label.row) in (named, named.removesuffix("支出")) and _last(one.label.column) == part
        if (total := _total_beside(finder.searcher, one)) is not None and total.value is not None
    ]
    told = {(one.value, total.value, one.unit, total.unit) for one, total in pairs}
    return ((pairs[0][0],), (pairs[0][1],)) if len(told) == 1 else None


def _in_line_with(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a whole stands in the column of its parts, or, where these are columns, in their row."""
    if whole.label.column == parts[0].label.column:
        return True
    rows = {one.label.row for one in parts}
    return rows == {whole.label.row} and is_total(whole.label.column) and bool(whole.label.row)


def _last(path: Sequence[str]) -> str:
    return unnumbered(path[-1]) if path else ""


def _totals_apart(
    searcher: Searcher, parts: Sequence[Figure], called: tuple[Figure, ...], named: str
) -> tuple[Figure, ...]:
    """The totals beside the parts of what stands in several groups of columns, one in each, where these are what the words
    for the whole name, or these name none: 行政诉讼 that were upheld, of both kinds."""
    if not in_groups_of_columns(parts):
        return ()
    beside = (_total_beside(searcher, one) for one in parts)
    totals = tuple(dict.fromkeys(one for one in beside if one is not None and one.value is not None))
    said = not named or set(called) == set(totals) or all(_says(one, named) for one in totals)
    return totals if said and len(totals) == len(parts) else ()


def _counted(
    finder: Finder, part: str, named: str, counted: re.Match[str]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]] | None:
    """The part and the whole where the question says how much the whole is (全部46件诉讼, 批复的1753亩): the whole must be as
    much. It is then also what a sentence counts its part in, however this is called."""
    value, unit = _number(counted), counted["unit"]
    bare = named[: counted.start()].rstrip("的") + named[counted.end() :]
    found = part_and_whole(finder, part, bare) if re.search("[\u4e00-\u9fff]{2}", bare) else None
    found = found or part_and_whole(finder, part, "")
    if found is not None and said_as_much(counted, found[1]):
        return found
    told = _amounts(finder.measure(part))
    candidates = (told.chosen, *told.rivals) if told.chosen else ()
    pairs = {
        (one, whole)
        for one in (figure for candidate in candidates for figure in candidate.figures)
        for whole in block_of(finder.searcher, one)
        if one.label.phrase and whole.label.phrase == one.label.phrase.rpartition("：")[0].rstrip("：")
        if (whole.value, whole.unit, whole.sentence) == (value, unit, one.sentence)
        if covered(terms(part), one.label.phrase) >= _ALL_SAID
    }
    return next(((one,), (whole,)) for one, whole in pairs) if len(pairs) == 1 else None


def said_as_much(counted: re.Match[str], whole: Sequence[Figure]) -> bool:
    """Given how much a question says that a whole is, and a whole, return whether it is as much."""
    return sum((one.value or Decimal(0) for one in whole), Decimal(0)) == _number(counted)


def _number(counted: re.Match[str]) -> Decimal:
    return Decimal(counted["value"].replace(",", ""))


def _as_columns_say(finder: Finder, part: str, named: str) -> tuple[Figure, ...]:
    """Of several figures that the words for a part may mean, the one whose group of columns says nothing but these words
    and those for the whole: 基本支出 of 支出预算, and not that of 政府性基金预算支出."""
    if not named:
        return ()
    found = _amounts(finder.measure(part))
    several = (found.chosen, *found.rivals) if found.chosen else ()
    figures = [figure for one in several for figure in one.figures]
    plain = [
        one
        for one in figures
        if len(one.label.column) > 1
        and covered(terms(one.label.column[-2]), f"{named}{part}") >= _ALL_SAID
        and _total_called(finder.searcher, one, named) is not None
    ]
    return tuple(plain) if len(figures) > 1 and len(plain) == 1 else ()


def _parts(finder: Finder, part: str, named: str, called: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """What the words for a part, with those for its whole or alone, are found to name; not the whole itself, where another
    is found too: 进出口总额 says 出口."""
    bare = CAME_IN.sub("", named)
    asked = (f"{named}{part}", part, *((f"{bare}{part}",) if bare != named else ())) if named else (part,)
    tried = (found_as(finder, words) for words in asked)
    parts: tuple[Figure, ...] = ()
    for found in (one for one in tried if one and _says(one[0], part)):
        if found != called:
            return found
        parts = found
    return parts or _newest(finder.in_other_words(part))


def kind_and_whole(
    finder: Finder, part: str, named: str, whole: Figure | None = None
) -> tuple[Figure, Figure] | None:
    """Given a finder, the words for a kind of things, and those for all of them or the whole itself, return the one of
    the parts that these are divided into which is of that kind, though called otherwise (跟吃的有关的: 食品类), and the
    whole; None where none or several are."""
    kind = _OF_KIND.sub("", part)
    if whole is None and kind and named:
        whole = _one(replace(finder, query=replace(finder.query, simplified=named)), named)
    if whole is None or not kind:
        return None
    block = [one for one in block_of(finder.searcher, whole) if one != whole and alike(one, whole)]
    ways = [tuple(items_of(whole, block)), *adding_up(finder.searcher, whole)]
    said = {one.value: (_said_of(one, kind), one) for way in ways for one in way}
    ordered = sorted(said.values(), key=lambda one: -one[0])
    if not ordered or ordered[0][0] < _KIND_SAID or any(share > _KIND_UNSAID for share, _ in ordered[1:]):
        return None
    return ordered[0][1], whole


def _said_of(figure: Figure, kind: str) -> float:
    """How far the name of a part says a kind; one of a single character by beginning with it."""
    name = leaves(figure.label)[0] if leaves(figure.label) else ""
    if len(kind) == 1:
        return float(name.startswith(kind))
    return max(explained(kind, name), covered(terms(kind), name))


def _item_of(searcher: Searcher, whole: Figure, part: str) -> tuple[Figure, ...]:
    """The one item that a whole's own sentence gives of it under the words for the part."""
    items = [one for one in items_of(whole, block_of(searcher, whole)) if _says(one, part)]
    return tuple(items) if len(items) == 1 else ()


def _of_another_table(part: Figure, whole: Figure) -> bool:
    """Whether a whole is the very row of the part, as another table gives it: 收入预算 and 支出预算 of 住房保障支出."""
    same_row = part.label.row == whole.label.row and not is_total(part.label.row)
    return bool(part.label.row) and same_row and part.citation.block != whole.citation.block


def _one(finder: Finder, asked: str) -> Figure | None:
    figures = found_as(finder, asked)
    return figures[0] if len(figures) == 1 else None


def found_as(finder: Finder, asked: str) -> tuple[Figure, ...]:
    """The figure of the newest year, or the parts of one report that a group is the sum of; or nothing."""
    counted = _HOW_COUNTED.search(asked)
    unit = _COUNTED_IN.get(counted["noun"]) if counted else None
    return _newest(finder.measure(asked[: counted.start()] if counted and counted.start() else asked, unit))


def _amounts(found: Selection) -> Selection:
    """What is selected without what is itself a share, where something else fits as well: 视频类17篇 and not 视频类占比8成."""
    fitting = (found.chosen, *found.rivals) if found.chosen else ()
    kept = [one for one in fitting if not all(is_rate(figure.unit or "") for figure in one.figures)]
    return replace(found, chosen=kept[0], rivals=tuple(kept[1:])) if kept else found


def _newest(found: Selection) -> tuple[Figure, ...]:
    found = _amounts(found)
    if found.chosen is None or found.rivals or found.chosen.fit.surprise >= _TOO_MUCH:
        return ()
    newest = max(figure.year for figure in found.chosen.figures)
    figures = tuple(figure for figure in found.chosen.figures if figure.year == newest)
    of_one = len({figure.citation.report for figure in figures}) == 1
    return figures if len(figures) == 1 or (found.chosen.summed and of_one) else ()


def _total_beside(searcher: Searcher, part: Figure) -> Figure | None:
    """The total of the part's row, or, for a figure of the total column, of its group of rows."""
    if part.label.phrase:
        return _total_called(searcher, part, "")
    if part.citation.cell is None:
        return None
    table = block_of(searcher, part)
    if not is_total(part.label.column):
        totals = [one for one in table if one.label.row == part.label.row and is_total(one.label.column)]
        group = part.label.column[:-1]
        return _only([one for one in totals if group and one.label.column[:-1] == group]) or _only(totals)
    above = part.label.row[:1]
    totals = [one for one in table if one.label.row[:1] == above and one.label.column == part.label.column]
    return _only([one for one in totals if is_total(one.label.row) and len(one.label.row) == 2])


def _total_called(searcher: Searcher, part: Figure, named: str) -> Figure | None:
    """The total that the part is counted in and that the words name: of its row, of its column, or of the sentence."""
    block = [one for one in block_of(searcher, part) if one != part and alike(one, part)]
    if part.label.phrase:
        above = part.label.phrase.rpartition("：")[0].rstrip("：")
        return _only([one for one in block if above and one.label.phrase == above and _says(one, named)])
    totals = [one for one in block if _totals(one, part) and _says(one, named)]
    values = {one.value for one in totals}
    return totals[0] if len(values) == 1 else None


def _in_table_called(searcher: Searcher, part: Figure, named: str) -> tuple[Figure, Figure] | None:
    """The part as another table of its report gives it, with the total there that the words name: beside the 收入预算
    of 城乡社区支出, its 支出预算."""
    if part.citation.cell is None or not part.label.row:
        return None
    row = unnumbered(part.label.row[-1])
    found = [
        (one, total)
        for one in searcher.all(Scope(report=part.citation.report))
        if one.citation.block != part.citation.block  # in its own table, all of it may be of one column
        if one.label.row and unnumbered(one.label.row[-1]) == row and one.value == part.value
        if (total := _total_called(searcher, one, named)) is not None
    ]
    return found[0] if len({(total.value, total.unit) for _, total in found}) == 1 else None


def _totals(one: Figure, part: Figure) -> bool:
    """Whether a cell is the total of the row or of the column that a part stands in."""
    if one.label.row == part.label.row:
        return is_total(one.label.column) and not is_total(part.label.column)
    if one.label.column != part.label.column or not one.label.row:
        return False
    last = unnumbered(one.label.row[-1])
    return last.endswith(DEFAULTS) and not is_total(part.label.row)


def _says(figure: Figure, named: str) -> bool:
    """Whether a figure is what the words name: 全部 and 总数 name any total."""
    words = tuple(
        term
        for term in terms(named)
        if term.weight == FULL and term.word not in DEFAULTS and term.word not in _COUNTING
    )
    label = figure.label
    said = " ".join((full_name(label), *label.row, *label.column, *label.section, counted(figure)))
    return not words or covered(words, said) >= _MOST_SAID


def _only(figures: Sequence[Figure]) -> Figure | None:
    return figures[0] if len(figures) == 1 else None

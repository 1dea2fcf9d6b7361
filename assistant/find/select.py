"""From the figures found in scope to the ones that answer: one label for every agency and year, or none.

Two labels that answer equally well are rivals, to be chosen from, never guessed between. A group of a
national form that has no row or column of its own is answered by the sum of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.find.by_name import (
    ALL_SAID,
    LEAST,
    called_so,
    is_longer_name,
    is_part_named,
    is_very_name,
    only_in_other_words,
    quoted,
    readable,
    undivided,
)
from assistant.match.asked import Asked
from assistant.match.came_in import came_in
from assistant.match.candidates import Candidate, candidates, of_whole_year, place_in_table
from assistant.match.fit import NEAR
from assistant.match.last_named import last_named, without_lesser_names
from assistant.match.near_rivals import hardly_less, of_a_kind, of_one_thing, of_side, same_of_all
from assistant.match.of_all_kinds import ADDS, all_cases, items_called, of_all_kinds
from assistant.match.over_years import of_their_span
from assistant.match.unasked_parts import is_part
from assistant.words.alike import COUNTS, counts_another, same, unit_fits
from assistant.words.labels import besides, is_total, leaves
from assistant.words.terms import covered, terms, unnumbered
from corpus.report import Figure
from corpus.units import thing
from index.search import Evidence

CLOSE = 0.06
"""Two labels whose scores differ by less are rivals."""
EXACTLY, LOOSELY = 0.3, 0.15
"""A label with no more unasked words than the first is asked for exactly. One that says more is rivalled by any
whose score differs by less than the second: of 季度通报 and 月通报 neither is just 通报."""
_OWN_KIND = COUNTS - {"件", "起", "宗", "项", "条", "个", "份", "例"} | {"人次"}
"""Words that count one kind of thing: 期 asks for no 条 where there are 期."""
_OF_MONEY = re.compile("(?:融资|贷款|投资|资金|罚款|罚没款|补贴|补助|税收|产值)(?:总?额|金额|规模)?$")
"""What is told in money, where nothing else is asked for: 融资 are not the firms that obtained it."""
EXACT = 0.05
"""What it adds to a label's score that its figures have the very unit asked for: 元, and not 万元."""
MOST_RIVALS = 6
"""How many kinds of one thing are given to choose from."""
_HALF_SAID = 0.75
_GROUP_SAID = 0.5
"""How much of a group's name a question says that means it, and not the one beside it."""
SAYS_IT = 0.8
"""How much of the question a label must say to give the same value in a better unit."""
_REST = "其他"


@dataclass(frozen=True, slots=True)
class Selection:
    """What was found: `chosen` answers; `rivals` answer as well as it; `near` does not answer."""

    chosen: Candidate | None = None
    rivals: tuple[Candidate, ...] = ()
    near: tuple[Candidate, ...] = ()

    @property
    def certain(self) -> Candidate | None:
        """What alone answers, and as it stands in the reports: nothing rivals it, and it is no sum of parts."""
        return None if self.rivals or self.chosen is None or self.chosen.summed else self.chosen

    @property
    def figure(self) -> Figure | None:
        """The one figure of what alone answers, where it has just one."""
        certain = self.certain
        return certain.figures[0] if certain and len(certain.figures) == 1 else None


def select(asked: Asked, evidence: Sequence[Evidence], unit: str | None = None) -> Selection:
    """Given what is asked and the figures found in scope, return the selection.

    `unit`, where the question expects one, leaves out figures of another kind of unit.
    """
    if unit is None and _OF_MONEY.search(asked.measure):
        money = select(asked, evidence, "元")
        if money.chosen is not None:
            return money
    found = [
        one
        for one in evidence
        if isinstance(one.item, Figure)
        and unit_fits(unit, one.item.unit)
        and not counts_another(one.item, unit)
    ]
    every = candidates(asked, found)
    every.sort(key=lambda one: (-one.fit.score - EXACT * (one.figures[0].unit == unit), one.summed))
    if (called := called_so(asked, every)) is not None:
        return Selection(called)
    every = without_lesser_names(asked.measure, every)
    every = of_their_span(asked, _without_rest(asked, quoted(asked, every)))
    good = _readable_first(_as_near([one for one in every if one.fit.accepted], every))
    kind = thing(unit) if unit else ""
    if kind in _OWN_KIND and any(_counted_in(one, kind) for one in good):
        good = [one for one in good if _counted_in(one, kind)]
        every = [one for one in every if _counted_in(one, kind)]
    if not good and asked.nouns:
        good = [one for one in every if one.fit.within and readable(one)]
        good = [one for one in good if asked.measure in leaves(one.label)] or good
        if good:
            return Selection(good[0], tuple(one for one in good[1:MOST_RIVALS] if not _agree(good[0], one)))
    if not good:
        return Selection(near=tuple(one for one in every if one.fit.asked >= NEAR)[:3])
    if (cases := all_cases(asked, every)) is not None:
        return Selection(cases)
    if items := items_called(asked, good[0], every):
        return Selection(items[0], tuple(one for one in items[1:MOST_RIVALS] if not _agree(items[0], one)))
    good = _saying_all(good)
    best = _plainest(asked, _in_column_named(asked, good), good, every, unit)
    best = next(
        (one for one in good if only_in_other_words(asked, one.label.phrase, best.label.phrase)), best
    )
    best = _fuller(undivided(asked, best, good), good)
    if (of_all := of_all_kinds(best, good)) is not None:
        return Selection(of_all)
    peers = [best, *(one for one in good if one is not best and _agree(best, one))]
    rivals = [
        one
        for one in every
        if one is not best
        and _rivals(asked, best, one)
        and not any(is_part(asked, peer, one) for peer in peers)
    ]
    whole = _whole(best, rivals) if rivals else None
    if whole is not None:
        return Selection(whole)
    if (side := of_side(asked.text, (best, *rivals)) if rivals else None) is not None:
        return Selection(side)
    named = last_named(asked.measure, (best, *rivals)) or came_in(asked, (best, *rivals)) if rivals else None
    return Selection(named) if named else Selection(best, tuple(rivals))


def _as_near(good: list[Candidate], every: Sequence[Candidate]) -> list[Candidate]:
    """The good candidates that say as much of the question as any whose figure is only of more than it asks for: where 全国 is
    asked of what is told of the place alone, no lesser label is meant."""
    most = max((one.fit.asked for one in every if one.fit.of_more), default=0.0)
    return [one for one in good if one.fit.asked >= most - LEAST]


def _counted_in(candidate: Candidate, kind: str) -> bool:
    return thing(candidate.figures[0].unit or "") == kind


def _without_rest(asked: Asked, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without the rest of an item (城乡社区支出其他城乡社区支出) of which a table gives all, and more."""
    if _REST in asked.text:
        return candidates
    rows = [one for one in candidates if one.label.row and is_total(one.label.column) and not one.summed]
    return [one for one in candidates if not any(_is_rest_of(one, row) for row in rows)]


def _is_rest_of(candidate: Candidate, whole: Candidate) -> bool:
    name = unnumbered(whole.label.row[-1])
    rest = candidate.label.phrase.startswith(f"{name}{_REST}")
    return rest and not _agree(whole, candidate) and not _agree(candidate, whole)


def _plainest(
    asked: Asked, first: Candidate, good: Sequence[Candidate], found: Sequence[Candidate], unit: str | None
) -> Candidate:
    """Of the candidates that say the same as the first, the one in the very unit asked for, if its label says as much
    of the question; or else the one in the form, whose cell has its neighbours beside it."""
    if unit and first.figures[0].unit != unit:
        for one in found:
            if one.fit.asked >= SAYS_IT and one.figures[0].unit == unit and _say_the_same(first, one):
                return one
    near = [one for one in good if one is first or first.fit.score - one.fit.score < LOOSELY]
    alike = [one for one in near if one is first or _say_the_same(first, one)]
    rows = [one for one in alike if one.label.row[-1:] == first.label.row[-1:] != ()]
    first = min(rows, key=lambda one: besides(one.label, asked.text), default=first)
    return max(alike, key=lambda one: (bool(one.label.indicator), one is first, one.fit.score))


def _fuller(best: Candidate, good: Sequence[Candidate]) -> Candidate:
    """The best candidate, or the one that says the same of all its agencies and years and has more of them: a table that
    gives last year too."""
    if best.summed:
        return best
    held = _places(best)
    fuller = (
        one
        for one in good
        if not one.summed
        and held < _places(one)
        and best.fit.score - one.fit.score < LOOSELY
        and len(_places(one)) == len(one.figures)
        and _agree(one, best)
    )
    return next(fuller, best)


def _places(candidate: Candidate) -> set[tuple[str, int]]:
    return {(one.citation.issuer, one.year) for one in candidate.figures if one.value is not None}


def _say_the_same(one: Candidate, other: Candidate) -> bool:
    return _agree(one, other) and _agree(other, one)


def _saying_all(good: list[Candidate]) -> list[Candidate]:
    """The candidates with the first that itself says all of the question before a better one of which a good part is only
    said beside it: 配备专职人员39名、兼职人员112名."""
    whole = next((one for one in good if one.fit.core >= ALL_SAID), None)
    if whole is None or not readable(whole) or good[0].fit.core > _HALF_SAID or good[0].summed:
        return good
    close = good[0].fit.score - whole.fit.score < CLOSE
    return [whole, *(one for one in good if one is not whole)] if close else good


def _readable_first(good: list[Candidate]) -> list[Candidate]:
    """The candidates with one that has a value before a better one that has none, if its own label says as
    much of the question: what only the sentence around it says may be said of another figure."""
    core = good[0].fit.core if good else 0.0
    return sorted(good, key=lambda one: one.fit.core < core - LEAST or not readable(one) or _piecemeal(one))


def _piecemeal(candidate: Candidate) -> bool:
    """Whether a label of prose has several values in one report, each of an action of its own (立案17件, 立案4件), or of what
    its own heading names (发布信息77条 on food, 发布信息68条 on safety)."""
    if candidate.summed or not candidate.label.phrase:
        return False
    figures = candidate.figures
    if len({(one.citation.report, one.year) for one in figures}) == len(figures):
        return False
    apart = {(one.citation.report, one.year, one.citation.section) for one in figures}
    own = len(apart) == len(figures) == len({one.value for one in figures})
    return own or not any(map(of_whole_year, figures))


def _in_column_named(asked: Asked, good: Sequence[Candidate]) -> Candidate:
    """The best candidate, or, where it is the total of a row, the one of the same row whose column is called by its
    full name: 项目支出预算 asks for the 项目支出, though 项目 by itself says little."""
    best = good[0]
    if best.label.phrase or not best.label.row or not is_total(best.label.column):
        return best
    row = unnumbered(best.label.row[-1])
    for one in good[1:]:
        label = one.label
        column = unnumbered(label.column[-1]) if label.column else ""
        beside = bool(label.row) and unnumbered(label.row[-1]) == row and not is_total(label.column)
        if beside and len(column) > 3 and column in asked.measure:
            return one
    return best


def _rivals(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Whether another candidate answers as well: scores close by, says as much of the question, and says
    something readable and different."""
    if other.fit.asked < best.fit.asked - LEAST or not readable(other):
        return False
    if _agree(best, other) and not _siblings(asked, best, other):
        return False
    if is_very_name(asked.measure, best, other):
        return False
    if _piecemeal(other) and all(map(of_whole_year, best.figures)):
        return False
    if _of_named(asked, best) and _in_form(other) and not _of_named(asked, other):
        return False
    named = best.label.indicator in asked.names
    if named and other.label.indicator and other.label.indicator not in asked.names:
        return False  # the question calls the one by its name and not the other
    least = LEAST if other.label.phrase else ADDS
    if named and best.fit.surprise < least <= other.fit.surprise:
        return False  # 答复…申请 or 当面申请 in a sentence says more than the 申请 asked for
    if is_part_named(asked, best.label.phrase, other.label.phrase):
        return False
    if only_in_other_words(asked, best.label.phrase, other.label.phrase):
        return False
    if is_longer_name(asked, best.label.phrase, other.label.phrase) or of_a_kind(asked, best, other):
        return False
    close = CLOSE if best.fit.surprise < EXACTLY else LOOSELY
    if same_of_all(asked, best, other):
        return True
    accepted = other.fit.accepted or hardly_less(best, other) or of_one_thing(asked, best, other)
    return _siblings(asked, best, other) or (accepted and best.fit.score - other.fit.score < close)


def _of_named(asked: Asked, candidate: Candidate) -> bool:
    """Whether the question calls what a cell of a form is of: 申请 are those received, and not those dealt with."""
    return bool(asked.named(candidate.figures[0].label.indicator))


def _in_form(candidate: Candidate) -> bool:
    return candidate.figures[0].label.indicator is not None


def _siblings(asked: Asked, best: Candidate, other: Candidate) -> bool:
    """Whether both are the totals, or the same column, of groups side by side (未经复议直接起诉, 复议后起诉) of which the
    question names neither: neither is the less asked for because its name is the longer, or because both come to the same."""
    if best.summed or other.summed or other.fit.other:
        return False
    columns = best.label.column, other.label.column
    places = {(one.figures[0].citation.block, one.label.row, one.label.column[:-2]) for one in (best, other)}
    if len(places) > 1 or not columns[0][:-2]:
        return False
    if all(map(is_total, columns)):
        return best.fit.surprise >= 0.5
    if not (best.label.indicator and other.label.indicator):
        return False
    groups = [terms(unnumbered(column[-2])) for column in columns]
    unsaid = all(covered(group, asked.measure) < _GROUP_SAID for group in groups)
    return columns[0][-1] == columns[1][-1] and unsaid


def _whole(best: Candidate, rivals: Sequence[Candidate]) -> Candidate | None:
    """The same column of sibling groups ("未经复议直接起诉 结果纠正", "复议后起诉 结果纠正") under the one group that
    was asked; their totals are the group's own."""
    in_words = [one for one in (best, *rivals) if one.label.phrase]
    cells = [one for one in (best, *rivals) if not one.label.phrase]
    if len(cells) < 2 or any(one.summed or not one.label.indicator or len(one.figures) != 1 for one in cells):
        return None
    parents = {
        (one.figures[0].citation.block, one.label.row, one.label.column[:-2], one.label.column[-1:])
        for one in cells
    }
    column = cells[0].label.column
    if len(parents) != 1 or not column[:-2]:
        return None
    figures = sorted((one.figures[0] for one in cells), key=place_in_table)
    values = [figure.value for figure in figures if figure.value is not None]
    if any(figure.value != sum(values) for one in in_words for figure in one.figures):
        return None
    last = () if is_total(column) else column[-1:]
    label = replace(cells[0].label, column=(*column[:-2], *last), indicator=None)
    return Candidate(label, tuple(figures), best.fit, summed=True)


def _agree(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates give the same value for the same reports, as narrative and table should."""
    if one.summed or other.summed:
        return False
    figures = {(figure.citation.issuer, figure.year): figure for figure in one.figures}
    return all(
        same(figures.get((figure.citation.issuer, figure.year)), figure)
        for figure in other.figures
        if figure.value is not None
    )

"""What a question chooses among (哪个县区的PM2.5浓度最低) where it names only what the things have in common: the rows
of a column, the columns of a row, the items that a sentence lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.find.select import CLOSE
from assistant.find.surroundings import in_surroundings
from assistant.match.asked import Asked
from assistant.match.candidates import Candidate, place_in_table
from assistant.match.fit import fit
from assistant.understand.groups import counted_rows
from assistant.words.alike import unit_fits
from assistant.words.labels import is_change, is_total
from assistant.words.terms import unnumbered
from corpus.report import Figure, Label
from corpus.units import same_unit
from index.search import Evidence

_LISTS = re.compile(
    r"(?P<thing>[^\d，,（(]{2,})(?:[（(][^（）()]*[)）])?\d[\d,.]*[^，,\d]{1,3}[，,]?(?:其中|包括|具体为|分别为)"
)
_LEAST_SHARED = 2
"""Characters that the names of a sentence's items must end in alike, where nothing else says what they are of."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Where several things stand, and the part of their labels that they have in common; for a sentence that does not
    say what they are of, an empty label."""

    report: str
    block: str
    year: int
    unit: str | None
    sentence: str
    label: Label


def among(finder: Finder) -> Candidate | None:
    """Given the finder of a question for the most or least of several things, return these as one candidate, of the
    newest year that has any; None where what they have in common is not what is asked, or two groups have it."""
    words = measure(finder.query)
    found = finder.searched(words)
    good = _accepted(finder, words, found) or _accepted(
        finder, *in_surroundings(finder.searcher, words, found)
    )
    newest = max((one.figures[0].year for one in good), default=0)
    good = sorted((one for one in good if one.figures[0].year == newest), key=lambda one: -one.fit.score)
    if not good or (len(good) > 1 and good[0].fit.score - good[1].fit.score < CLOSE):
        return None
    return good[0]


def _accepted(finder: Finder, words: str, found: Sequence[Evidence]) -> list[Candidate]:
    """The groups whose things have in common what is asked, and are as many as the question says."""
    asked = Asked.of(words, finder.query.simplified)
    pools: dict[_Group, list[Evidence]] = defaultdict(list)
    for one in found:
        if isinstance(one.item, Figure) and unit_fits(finder.query.unit, one.item.unit):
            for group in _groups(one.item):
                pools[group].append(one)
    blocks: dict[tuple[str, str], dict[_Group, list[Figure]]] = {}
    candidates = (_candidate(finder, asked, group, pool, blocks) for group, pool in pools.items())
    count = counted_rows(finder.query.simplified)
    return [one for one in candidates if one is not None and count in (0, len(one.figures))]


def _candidate(
    finder: Finder,
    asked: Asked,
    group: _Group,
    pool: Sequence[Evidence],
    blocks: dict[tuple[str, str], dict[_Group, list[Figure]]],
) -> Candidate | None:
    label, first = _common(group, pool), pool[0].item
    assert isinstance(first, Figure)
    if label is None:
        return None
    told = replace(first, sentence=first.sentence.replace("、", " "))  # of all of the list
    dense = max(one.dense for one in pool)
    fits = [fit(asked, one, told, dense) for one in (label, *_by_unit(finder, first, label))]
    fitted = next((one for one in fits if one is not None and one.accepted), None)
    if fitted is None:
        return None
    place = first.citation.report, first.citation.block
    if place not in blocks:
        blocks[place] = _grouped(block_of(finder.searcher, first))
    if len(things := blocks[place][group]) < 2:
        return None
    return Candidate(label, tuple(sorted(things, key=place_in_table)), fitted, summed=True)


def _by_unit(finder: Finder, figure: Figure, label: Label) -> Iterator[Label]:
    """The label without its column, where the unit asked for tells this from all others: of a list of works, what each
    of them costs."""
    if finder.query.unit is None or label.phrase or label.row or not label.column:
        return
    columns = {
        one.label.column
        for one in block_of(finder.searcher, figure)
        if one.value is not None and one.year == figure.year and same_unit(one.unit, figure.unit)
    }
    if len(columns) == 1:
        yield replace(label, column=())


def _grouped(figures: Sequence[Figure]) -> dict[_Group, list[Figure]]:
    """The figures of a table or paragraph by the groups that they are of."""
    found: dict[_Group, list[Figure]] = defaultdict(list)
    for one in figures:
        for group in _groups(one):
            found[group].append(one)
    return found


def _groups(figure: Figure) -> Iterator[_Group]:
    """The groups that a figure is one of: of its column, of its row, of its sentence."""
    label, cited = figure.label, figure.citation
    place = cited.report, cited.block, figure.year, figure.unit
    if figure.value is None or is_change(label):
        return
    if label.phrase:
        above = label.phrase.rpartition("：")[0]
        yield _Group(*place, figure.sentence, Label(label.section, phrase=above))
        return
    if label.row and not is_total(label.row):
        yield _Group(*place, "", replace(label, row=label.row[:-1], indicator=None))
    if len(label.column) > 1 and not is_total(label.column):
        yield _Group(*place, "", replace(label, column=label.column[:-1], indicator=None))


def _common(group: _Group, pool: Sequence[Evidence]) -> Label | None:
    """What the things of a group have in common: of a sentence that lists them without saying of what, how their names
    end (装备制造产值、食品加工产值)."""
    if not group.sentence:
        heading = group.label.section[-1:] if not group.label.caption else ()
        return replace(group.label, caption="".join(heading) or group.label.caption)
    if group.label.phrase:
        return group.label
    names = [one.item.label.phrase[::-1] for one in pool if isinstance(one.item, Figure)]
    shared = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    ending = "".join(letters[0] for letters in shared)[::-1] if len(names) > 1 else ""
    ending = ending if len(ending) >= _LEAST_SHARED else _listed_under(group.label.section)
    return replace(group.label, phrase=ending) if ending else None


def _listed_under(section: Sequence[str]) -> str:
    """What a heading says that the items under it are of: （3）农林水支出（213）4386.70万元，其中."""
    heading = _LISTS.match(unnumbered(section[-1])) if section else None
    return heading["thing"] if heading else ""

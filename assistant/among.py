"""What a question chooses among (哪个县区的PM2.5浓度最低) where it names only what the things have in common: the rows
of a column, the columns of a row, the items that a sentence lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.asked import Asked
from assistant.candidates import Candidate, place_in_table
from assistant.find import Finder, measure
from assistant.grouped import block_of
from assistant.labels import is_change, is_total
from assistant.match import fit
from assistant.select import CLOSE
from corpus.report import Figure, Label
from index.search import Evidence

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
    asked = Asked.of(words, finder.query.simplified)
    pools: dict[_Group, list[Evidence]] = defaultdict(list)
    for one in finder.searched(words):
        for group in _groups(one.item) if isinstance(one.item, Figure) else ():
            pools[group].append(one)
    good: list[Candidate] = []
    for group, pool in pools.items():
        label, first = _common(group, pool), pool[0]
        assert isinstance(first.item, Figure)
        told = replace(first.item, sentence=first.item.sentence.replace("、", " "))  # of all of the list
        fitted = fit(asked, label, told, max(one.dense for one in pool)) if label else None
        if label is None or fitted is None or not fitted.accepted:
            continue
        things = [one for one in block_of(finder.searcher, first.item) if group in _groups(one)]
        if len(things) > 1:
            good.append(Candidate(label, tuple(sorted(things, key=place_in_table)), fitted, summed=True))
    newest = max((one.figures[0].year for one in good), default=0)
    good = sorted((one for one in good if one.figures[0].year == newest), key=lambda one: -one.fit.score)
    if not good or (len(good) > 1 and good[0].fit.score - good[1].fit.score < CLOSE):
        return None
    return good[0]


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
    return replace(group.label, phrase=ending) if len(ending) >= _LEAST_SHARED else None

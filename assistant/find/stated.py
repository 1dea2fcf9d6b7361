"""Changes and shares that a report states itself, of what a question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.find.finder import EXACT, POINTS, Finder, measure
from assistant.find.reported import SHARE, is_share_asked, of_itself
from assistant.match.candidates import Candidate
from assistant.match.narrowed import of_more
from assistant.query import Query
from assistant.words.labels import CHANGE, full_name, is_change, is_change_of, is_of_five_years
from assistant.words.terms import FULL, covered, terms
from corpus.five_years import OVER, SPAN
from corpus.report import Figure
from corpus.units import is_rate

_OF_RATES = re.compile("(?:率|满意度|知晓度|认可度|比重|占比|比例|份额)$")
_BARE_RATE = re.compile("[一-鿿]{2}率")
_AMOUNT = re.compile("(?<=[一-鿿]{2})的?(?:总?金额|总额|数额)$")
"""What money has, and a label in money need not say."""
_BASE = re.compile(
    r"(?:[比较与]|(?<![合协共])同)(?:20\d\d年|上一?年|去年)?([^：]*?)(?:增长|增加|减少|下降|上升|回落|提高|提升|降低)"
)
_BRACKET = re.compile("（[^）]*）")


def reported_change(finder: Finder, years: Sequence[int]) -> tuple[Figure, ...]:
    """Given a finder and the years asked about, return the change on the year before, where the report of the last of them
    gives it itself; nothing where it does not."""
    if not _between_agencies(finder.query) and (told := _changed_in_five_years(finder, years)):
        return told
    if not years or years[-1] - years[0] > 1 or _between_agencies(finder.query):
        return ()
    asked, unit = measure(finder.query), finder.query.unit
    if unit is None and finder.query.operation == "difference":
        level = finder.measure(asked, None, years[-1:]).certain
        own = level.figures[-1].unit if level else None  # by how much is told in what it is counted in
        unit = finder.query.unit_before or (own if own and not is_rate(own) else None)
    found = of_itself(finder.measure(f"{asked}{CHANGE}", unit, years[-1:]), asked)
    bare = _AMOUNT.sub("", asked)
    if found.chosen is None and bare != asked and finder.measure(bare, "元", years[-1:]).certain:
        asked = bare  # 罚没入库金额: of 罚没入库658万元 it says nothing more
        found = of_itself(finder.measure(f"{asked}{CHANGE}", unit, years[-1:]), asked)
    of_it = found.chosen is not None and is_change_of(found.chosen.label, asked)
    if not of_it and unit == "%" and _OF_RATES.search(asked):  # 满意度提高了多少: in points
        found = of_itself(finder.measure(f"{asked}{CHANGE}", POINTS[0], years[-1:]), asked)
    if found.chosen is None or found.rivals or not is_change_of(found.chosen.label, asked):
        return ()
    base = _BASE.search(_BRACKET.sub("", found.chosen.label.phrase))
    if base and any(
        term.weight == FULL and term.word not in finder.query.simplified for term in terms(base[1])
    ):
        return ()  # against something else than the same thing a year before
    return found.chosen.figures


def _changed_in_five_years(finder: Finder, years: Sequence[int]) -> tuple[Figure, ...]:
    """The change that a report tells of all the five years that are asked about, in points or in what the thing is
    counted in."""
    asked, over = measure(finder.query), f"{OVER}来"
    if not (asked.startswith(over) or (finder.query.years and years[-1] - years[0] == SPAN - 1)):
        return ()
    asked = asked.removeprefix(over).strip()
    points = finder.query.operation == "difference" and finder.query.unit in (None, *POINTS)
    unit = POINTS[0] if points and _OF_RATES.search(asked) else finder.query.unit
    found = finder.measure(f"{over}{asked}{CHANGE}", unit, years[-1:] if finder.query.years else None)
    one = found.chosen
    if one is None or found.rivals or not is_change_of(one.label, asked) or not is_of_five_years(one.label):
        return ()
    return one.figures


def reported_share(finder: Finder) -> tuple[Figure, ...]:
    """Given a finder, return the share or the rate that a report gives itself, in percent; nothing where none does."""
    asked = measure(finder.query)
    of_whole = (f"{asked}占{finder.query.whole}比重",) if finder.query.whole else ()
    sought = (*of_whole, f"{asked}{SHARE}", asked)
    if whole := finder.query.whole:
        finder.searcher.prepare((*sought, whole, f"{whole}{asked}"))  # all that it may take, in one go
    for words in sought:
        found = finder.measure(words, "%")
        if (one := found.chosen) is None or found.rivals or not all(map(_is_share, one.figures)):
            continue
        if whole and one.fit.own < EXACT and not covered(terms(whole), full_name(one.label)):
            continue  # a share of something else that the label names: 非现场检查量占比
        told = " ".join((full_name(one.label), *(figure.sentence for figure in one.figures)))
        if of_more(whole, told, one.figures[-1].citation.issuer):
            continue  # 占全省比重 is no share of the place's own
        if is_share_asked(one.label, asked, whole, finder.query.simplified) and _near(one, asked):
            return one.figures
    return ()


def _between_agencies(query: Query) -> bool:
    """Whether several agencies are compared with one another, and not each with its year before."""
    return len(query.issuers) > 1 and not query.against_last


def _near(candidate: Candidate, asked: str) -> bool:
    """Whether a bare rate (办结率) is told of what is asked, letter by letter: 来信办结率 is not that of 投诉."""
    if not _BARE_RATE.fullmatch(candidate.label.phrase):
        return True
    nouns = [term.word for term in terms(asked) if term.weight == FULL and not term.acts]
    nouns = [word for word in nouns if not word.endswith("率")]
    around = [" ".join((one.sentence, *one.label.section)) for one in candidate.figures]
    return not nouns or all(any(word in said for word in nouns) for said in around)


def _is_share(figure: Figure) -> bool:
    return figure.unit == "%" and not is_change(figure.label)

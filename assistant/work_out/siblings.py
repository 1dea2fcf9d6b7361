"""Things that one sentence tells alike (甲产品、乙产品产量分别增长5%、8%): each is asked for by what tells it from another, in a
short question after that one (乙产品呢) or set beside it (比乙产品高几个百分点)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.calculate import CannotCalculate, difference
from assistant.find.finder import Finder
from assistant.find.grouped import block_of
from assistant.find.select import Selection
from assistant.match.candidates import Candidate
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.understand.left_out import reaches
from assistant.understand.script import in_one_form
from assistant.words.alike import unit_fits
from assistant.words.labels import is_change, leaves
from assistant.words.terms import FULL, explained, terms
from corpus.report import Figure
from corpus.units import same_unit
from index.search import Searcher

_THING = "[一-鿿“”A-Za-z0-9]{2,16}?"
_SPEED = "(?:的?(?:增速|增幅|涨幅|增长率|增长))?"
_SHORT = re.compile(rf"^(?:那么?|还有|然后)?[，,]?(?P<thing>{_THING})的?(?:呢|啊|呀)?[？?。!！\s]*$")
_FASTER = re.compile(
    rf"^(?:那么?)?[，,]?(?P<one>{_THING}){_SPEED}的?(?:又|还|要|会|都)*比(?P<other>{_THING}|[它其]){_SPEED}的?(?:又|还|要|会)*"
    r"[高快多大]了?(?:出|得)?(?:多少|几)个?百分点[呢啊呀]?[？?。!！\s]*$"
)
_LAST = re.compile("[它其]|这个|那个|前者|前面的?|上面的?")
_ASKS = re.compile("多少|几|什么|哪|怎么|为何|吗|没有|年|[和与跟同比及]")
_IN_COMMON = 2
"""How many characters the names of two things have in common that are told alike."""


def sibling(searcher: Searcher, told: Figure, words: str) -> Figure | None:
    """Given a figure of prose and the words for another thing, return the figure of its sentence whose name has these in the
    place of what the first is named by: 城镇居民 after 农村居民人均可支配收入增长; None where there is none, or more than one."""
    if not told.sentence or not told.label.phrase:
        return None
    beside = [
        one
        for one in block_of(searcher, told)
        if one.sentence == told.sentence and one != told and one.year == told.year and one.value is not None
    ]
    alike = [one for one in beside if same_unit(one.unit, told.unit)]
    for name in dict.fromkeys((words, _own(words, told.label.phrase))):
        found = [one for one in alike if name and _instead(one.label.phrase, told.label.phrase, name)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _own(words: str, phrase: str) -> str:
    """The words without those that the other thing is named by too: 城镇 of 城镇居民, beside 农村居民."""
    return "".join(term.word for term in terms(words) if term.weight < FULL or term.word not in phrase)


def _instead(phrase: str, other: str, words: str) -> bool:
    """Whether one name is another with the words in the place of some of its own."""
    before, said, after = phrase.partition(words)
    if not said or words in other or len(before) + len(after) < _IN_COMMON:
        return False
    apart = len(other) > len(before) + len(after)
    return apart and other.startswith(before) and other.endswith(after)


def followed(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question that follows one answered with a figure, and its finder, return the figure that the same sentence
    tells alike of what the question names and nothing else, or by how much it is above the other; None for any other."""
    query = finder.query
    last = query.answers[-1] if query.answers else ()
    if len(last) != 1 or query.language == "en" or query.unknown_issuer or query.beside:
        return None
    if last[0].citation.issuer not in query.issuers or not {last[0].year}.issuperset(query.years[-1:]):
        return None
    text = in_one_form(query.text, query.language)
    if reaches(text) and query.operation == "value":
        found = _reached(finder, last[0], text)
        return composer.figures((found,)) if found else None
    if (short := _SHORT.match(text)) and not _ASKS.search(short["thing"]):
        found = sibling(finder.searcher, last[0], short["thing"])
        return composer.figures((found,)) if found else None
    if not (faster := _FASTER.match(text)):
        return None
    one = sibling(finder.searcher, last[0], faster["one"])
    other = (
        last[0] if _LAST.fullmatch(faster["other"]) else sibling(finder.searcher, last[0], faster["other"])
    )
    return _above(composer, one, other) if one and other else None


def _reached(finder: Finder, told: Figure, text: str) -> Figure | None:
    """What the sentence of a figure tells that this reached, in the unit asked for; None where it tells no such thing, or
    several: 兑现资金4000万元，惠及企业190家."""
    unit = finder.query.unit
    found = [
        one
        for one in block_of(finder.searcher, told)
        if one.sentence == told.sentence and one.year == told.year and one.value is not None
        if unit_fits(unit, one.unit) and reaches(own := "".join(leaves(one.label)[-1:]))
        if own[:2] in text and all(explained(term.word, text) for term in terms(own) if term.weight == FULL)
    ]
    return found[0] if len(found) == 1 and unit else None


def _above(composer: Composer, one: Figure, other: Figure) -> Answer | None:
    try:
        result = difference(other, one)
    except CannotCalculate:
        return None
    return composer.calculated(composer.words.gap(one, other), result, (one, other))


def told_alike(finder: Finder, selections: Sequence[Selection]) -> list[Selection]:
    """Given a finder and what was selected for the two things that its question sets beside each other, return it with the
    one that is not found as what is told alike of it in the sentence of the other."""
    query, found = finder.query, list(selections)
    if len(found) != 2 or len(query.measures) != 2 or query.language == "en":
        return found
    sure = [place for place, one in enumerate(found) if one.chosen is not None and not one.rivals]
    if len(sure) != 1 or found[1 - sure[0]].chosen is not None:
        return found
    told, place = found[sure[0]].chosen, 1 - sure[0]
    assert told is not None
    if query.operation != "difference" or query.unit != "百分点" or not is_change(told.label):
        return found  # of two counts, or shares, what the other is called by itself may be something else
    other = sibling(finder.searcher, told.figures[-1], query.measures[place].replace(" ", ""))
    if other is None or len(told.figures) != 1:
        return found
    found[place] = Selection(Candidate(other.label, (other,), replace(told.fit)))
    return found

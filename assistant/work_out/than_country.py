"""By how much something is above or below the whole country's, as reports say it themselves: 高于全国0.7个百分点; and what the
whole country's is, which follows from that and the place's own."""

from __future__ import annotations

import re

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import is_of_five_years
from assistant.words.plans import planned
from assistant.words.terms import FULL, LIGHT, covered, terms
from corpus.report import Figure

_COUNTRY = re.compile("全国(?:的?平均(?:水平|值|数)?|水平)?")
_THAN = re.compile("^(?P<thing>.*?)(?P<how>高于|高出|快于|领先|低于|慢于)(?:全国)(?:平均)?(?:水平|增速)?$")
_THAN_NAMED = re.compile("(?P<thing>.{2,}?)(?P<how>高于|高出|快于|领先|低于|慢于)(?P<other>.{2,})")
_SPEED = re.compile("(?:的?(?:同比)?(?:增长速度|增速|增幅|增长率?|涨幅))+$")
_LESS_HOW = "低慢"
_LESS = re.compile("[低慢少]")
_SAYS = 0.9
"""How much of the thing asked for the label must say, and the question of it."""


def than_country(finder: Finder) -> Figure | None:
    """Given the finder of a question that sets something beside the whole country's, return the figure by which its report
    says that it is above or below that; None for any other question, or where it does not say so, or says it otherwise."""
    query = finder.query
    if query.operation != "difference" or len(query.measures) != 2 or query.language == "en":
        return None
    if _COUNTRY.fullmatch(query.measures[1].replace(" ", "")) is None:
        return _than_another(finder)
    below = _LESS.search(query.simplified.replace("多少", "")) is not None
    found = [one for one, how in _told(finder, query.measures[0]) if (how in _LESS_HOW) == below]
    return found[0] if len(found) == 1 else None


def _than_another(finder: Finder) -> Figure | None:
    """The same against another thing that its report names: 民营工业增加值增速高于全部工业2.3个百分点."""
    one, other = (_SPEED.sub("", part.replace(" ", "")) for part in finder.query.measures)
    below = _LESS.search(finder.query.simplified.replace("多少", "")) is not None
    found = []
    for evidence in finder.searched(f"{one}高于{other}"):
        item = evidence.item
        told = _THAN_NAMED.fullmatch(item.label.phrase) if isinstance(item, Figure) else None
        if not isinstance(item, Figure) or told is None or item.unit not in ("个百分点", "百分点"):
            continue
        own = [_SPEED.sub("", told[part]) for part in ("thing", "other")]
        if (told["how"][0] in _LESS_HOW) == below and all(map(_alike, own, (one, other))):
            found.append(item)
    return found[0] if len(found) == 1 and found[0].value is not None else None


def _alike(told: str, asked: str) -> bool:
    words, own = (tuple(t for t in terms(one) if t.weight == FULL) for one in (asked, told))
    return bool(words) and covered(words, told) >= _SAYS and covered(own, asked) >= _SAYS


def of_country(composer: Composer, finder: Finder) -> Answer | None:
    """Given the finder of a question for the whole country's rate, return the answer worked out of the place's own and by
    how much its report says that this is above or below the country's; None where it does not tell both for certain."""
    asked = measure(finder.query)
    pairs = [
        (own, by, how) for by, how in _told(finder, asked) if (own := _own(finder, asked, by)) is not None
    ]
    if len(pairs) != 1:
        return None
    own, by, how = pairs[0]
    try:
        result = calculate.earlier(own, by, fell=how in _LESS_HOW, places=composer.places)
    except calculate.CannotCalculate:
        return None
    return composer.calculated(composer.words.of_country(own), result, (own, by))


def _told(finder: Finder, thing: str) -> list[tuple[Figure, str]]:
    """The figures by which a thing is told to be above or below the country's, each with the word that says which."""
    asked = _SPEED.sub("", thing.replace(" ", ""))
    words = tuple(term for term in terms(asked) if term.weight > LIGHT)
    found: list[tuple[Figure, str]] = []
    for one in finder.searched(f"{asked}高于全国"):
        item = one.item
        if not isinstance(item, Figure) or item.unit not in ("个百分点", "百分点") or item.value is None:
            continue
        told = _THAN.match(item.label.phrase.rpartition("：")[2])
        thing = _thing(finder, item)
        if told is None or not thing:
            continue
        own = tuple(term for term in terms(thing) if term.weight == FULL)
        if words and covered(words, thing) >= _SAYS and covered(own, asked) >= _SAYS:
            found.append((item, told["how"][0]))
    return found


def _thing(finder: Finder, by: Figure) -> str:
    """What is told to be above or below the country's: as the figure's own label says, or, where that names nothing, the one
    told just before it."""
    told = _THAN.match(by.label.phrase.rpartition("：")[2])
    if told is None or told["thing"]:
        return _SPEED.sub("", told["thing"]) if told else ""
    sentence = [one for one in block_of(finder.searcher, by) if one.sentence == by.sentence]
    place = sentence.index(by) if by in sentence else 0
    return _SPEED.sub("", sentence[place - 1].label.phrase.rpartition("：")[2]) if place else ""


def _own(finder: Finder, asked: str, by: Figure) -> Figure | None:
    """The place's own rate that is so much above or below the country's: told in the same sentence, or elsewhere under the
    very same name."""
    thing = _thing(finder, by)
    beside = [one for one in block_of(finder.searcher, by) if one.sentence == by.sentence]
    elsewhere = [one.item for one in finder.searched(asked) if isinstance(one.item, Figure)]
    for several in (beside, elsewhere):
        found = [
            one
            for one in several
            if one.unit == "%"
            and one.value is not None
            and one.year == by.year
            and one.citation.issuer == by.citation.issuer
            and _SPEED.sub("", one.label.phrase.rpartition("：")[2]) == thing
            and not planned(one)
            and is_of_five_years(one.label) == is_of_five_years(by.label)
        ]
        if found:
            return found[0] if len({one.value for one in found}) == 1 else None
    return None

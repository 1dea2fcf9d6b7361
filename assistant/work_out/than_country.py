"""By how much something is above or below the whole country's, as reports say it themselves: 高于全国0.7个百分点."""

from __future__ import annotations

import re

from assistant.find.finder import Finder
from assistant.words.terms import FULL, LIGHT, covered, terms
from corpus.report import Figure

_COUNTRY = re.compile("全国(?:的?平均(?:水平|值|数)?|水平)?")
_THAN = re.compile("^(?P<thing>.{2,}?)(?P<how>高于|高出|快于|领先|低于|慢于)(?:全国)(?:平均)?(?:水平|增速)?$")
_SPEED = re.compile("(?:的?(?:同比)?(?:增长速度|增速|增幅|增长率?|涨幅))+$")
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
        return None
    asked = _SPEED.sub("", query.measures[0].replace(" ", ""))
    words = tuple(term for term in terms(asked) if term.weight > LIGHT)
    below = _LESS.search(query.simplified.replace("多少", "")) is not None
    found = []
    for one in finder.searched(f"{asked}高于全国"):
        item = one.item
        if not isinstance(item, Figure) or item.unit not in ("个百分点", "百分点") or item.value is None:
            continue
        told = _THAN.match(item.label.phrase.rpartition("：")[2])
        if told is None or (told["how"][0] in "低慢") != below:
            continue
        thing = tuple(term for term in terms(_SPEED.sub("", told["thing"])) if term.weight == FULL)
        if words and covered(words, told["thing"]) >= _SAYS and covered(thing, asked) >= _SAYS:
            found.append(item)
    return found[0] if len(found) == 1 else None

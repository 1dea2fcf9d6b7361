"""What is worked out between two figures: how much one is above another, in things, percent or times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.calculate import CannotCalculate, Result, decline, difference, growth, multiple, share
from assistant.find.grouped import names
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.alike import ANY_COUNT, COUNTS, counted_in, less
from assistant.words.labels import counted
from assistant.words.terms import explained, terms
from corpus.report import Figure
from corpus.units import base_unit, is_rate, same_unit, thing

_EARLIER_FIRST = re.compile(
    r"(?P<one>20\d\d)年?[^。；;比]{0,20}比[^，,。；;]{0,6}?(?P<other>20\d\d)年?[^，,。；;]{0,6}?[多高大少低小]"
)
_OF_LATER = re.compile(
    r"(?P<one>20\d\d)(?!\d)[^。；;？?]{0,30}?(?:是|为|等于|相当于)[^，,。；;？?]{0,12}?(?P<other>20\d\d)年?[^，,。；;？?]{0,16}?(?:倍|百分之|几成|%)"
)
"""2019年的是2024年的几倍."""
_SO_MANY_TIMES = re.compile(r"[比较][^，,。；;？?]{2,30}的(?:[一两二三四五六七八九十\d.]+倍|一半)")
_THAN_LATER = re.compile(r"^(?:那么?|它|这)?[比较](?P<other>20\d\d)年")
"""After a question for an earlier year: 比2026年的目标多多少."""
_IN_ENGLISH = re.compile(
    r"\b(?P<one>20\d\d)\b[^.?]*\b(?:than|above|below|exceed\w*|over)\b[^.?]*?\b(?P<other>20\d\d)\b"
)
_IN_PERCENT = re.compile(
    "百分(?!点)|%|％|幅|增速|增[长減减]?率|涨|变化率|percent(?!age point)|growth", re.IGNORECASE
)
_AS_A_FALL = re.compile("[降跌]幅")
_FELL = re.compile("[降跌]幅|[缩变]短|[少低](?!于|数|年|儿)|下降|[减缩压]")
"""In a question for what one sentence tells something fell from and to: it asks by how much it fell."""
_HOW_COUNTED = re.compile("的?(?:总数|数量|[一-鿿]数)$")
_FAR = 50
"""How many times a year's figure may be another's where their labels differ."""


def change(composer: Composer, figures: Sequence[Figure]) -> Answer:
    """Given the figures of one measure over years or agencies, return by how much, by how many percent or how many times
    the last is above the first, or the first named above the second. Raises CannotCalculate where they are not of one thing."""
    if _SO_MANY_TIMES.search(composer.query.text):
        raise CannotCalculate("too_few")  # three times a figure is no figure of a report
    before, after = counted_alike(_ends(composer, figures), composer.query.unit)
    if composer.query.greater and less(after, before):
        before, after = after, before
    pair, words, query = (before, after), composer.words, composer.query
    if {figure.citation.issuer for figure in figures} - {before.citation.issuer} and set(
        query.issuers
    ) <= set(query.ambiguous):
        raise CannotCalculate("too_few")  # of two agencies of one name neither is compared with the other
    if before.label.text != after.label.text and (_far_off(before, after) or not _of_one_thing(query, pair)):
        raise CannotCalculate("too_few")
    if _alike(before, after) and before.label != after.label:
        if query.years and after.year < query.years[-1]:
            raise CannotCalculate("too_few")  # what it rose to then is not what it is to rise to
        if _FELL.search(query.simplified) and less(after, before) and query.unit != "倍":
            return _fallen(composer, before, after)
        return gap(composer, after, before)  # what it rose from stands in the same report
    if query.operation == "growth" and query.unit == "倍":
        result = (
            share((after,), (before,), composer.places)
            if query.in_percent
            else multiple(before, after, composer.places)
        )
        return composer.calculated(words.multiple(before, after), result, pair)
    if query.operation == "growth" and not _in_points(query, pair):
        return composer.calculated(words.growth(before, after), _rate(composer, before, after), pair)
    return composer.calculated(words.difference(before, after), difference(before, after), pair)


def _of_one_thing(query: Query, figures: Sequence[Figure]) -> bool:
    """Whether labels that differ from year to year all say the noun, and the last word, of what is asked: 重点改革 are no
    重点项目."""
    if len({one.year for one in figures}) == 1 or len({one.citation.issuer for one in figures}) > 1:
        return True
    asked = _HOW_COUNTED.sub("", query.simplified if query.language == "en" else query.measure)
    last = [term.word for term in terms(asked) if not term.acts and len(term.word) > 1][-1:]
    own = [f"{one.label.text} {counted(one)}" for one in figures]
    return all(names(one, asked) for one in figures) and all(
        explained(word, text) for word in last for text in own
    )


def _far_off(before: Figure, after: Figure) -> bool:
    """Whether two values are too far apart for labels that differ to be of one thing."""
    if before.year == after.year or not same_unit(before.unit, after.unit) or is_rate(before.unit or ""):
        return False
    less, more = sorted(abs((one.value or 0) * base_unit(one.unit or "")[0]) for one in (before, after))
    return less > 0 and more > _FAR * less


def _alike(one: Figure, other: Figure) -> bool:
    return (one.year, one.citation.issuer) == (other.year, other.citation.issuer)


def _ends(composer: Composer, figures: Sequence[Figure]) -> tuple[Figure, Figure]:
    """The figure compared with, and the one compared: the earlier and the later year, or, of two agencies or years that
    are compared so, the one named second and the one named first (甲比乙多多少, 2023年比2024年多多少)."""
    named = composer.query.issuers
    by_issuer = {figure.citation.issuer: figure for figure in figures}
    if len(named) == 2 and set(named) == by_issuer.keys():
        return by_issuer[named[1]], by_issuer[named[0]]
    said = (composer.query.text, composer.query.simplified)  # as typed, and written out: 前者比后者
    if any(_earlier_first(text, figures[-1].year) for text in said):
        return figures[-1], figures[0]
    if composer.query.unit == "倍" and any(map(_earlier_of_later, said)):
        return figures[-1], figures[0]
    return figures[0], figures[-1]


def _earlier_first(text: str, last: int) -> bool:
    """Whether a question asks by how much an earlier year was above a later one, the last of those compared."""
    said = _EARLIER_FIRST.search(text) or _IN_ENGLISH.search(text)
    than = _THAN_LATER.search(text)
    return bool(said and said["one"] < said["other"]) or bool(than and int(than["other"]) == last)


def _earlier_of_later(text: str) -> bool:
    """Whether a question asks how many times a later year's figure that of an earlier one is."""
    said = _OF_LATER.search(text)
    return said is not None and said["one"] < said["other"]


def gap(composer: Composer, first: Figure, second: Figure) -> Answer:
    """Given the figures of two measures, return how much more the first is than the second, in what the question asks:
    things, times, percent."""
    words, query = composer.words, composer.query
    if query.greater and less(first, second):
        first, second = second, first
    pair = (first, second)
    after, before = counted_alike(pair, query.unit)
    if query.operation == "growth" and query.unit == "倍":
        return composer.calculated(words.times(first, second), multiple(before, after, composer.places), pair)
    if query.operation == "growth" and query.unit == "%" and not _in_points(query, pair):
        return composer.calculated(words.gap(first, second), _rate(composer, before, after), pair)
    return composer.calculated(words.gap(first, second), difference(before, after), pair)


def _fallen(composer: Composer, before: Figure, after: Figure) -> Answer:
    """By how much, or by how many percent, something fell that one sentence tells of before and after."""
    pair, said, operation = (after, before), composer.words.gap(after, before), composer.query.operation
    by = decline(before, after, composer.places) if operation == "growth" else difference(after, before)
    return composer.calculated(said, by, pair)


def _in_points(query: Query, figures: Sequence[Figure]) -> bool:
    """Whether a rate is compared with itself and the question does not say that in percent (提高了多少): rates rise by points."""
    return all(one.unit == "%" for one in figures) and not _IN_PERCENT.search(query.text)


def _rate(composer: Composer, before: Figure, after: Figure) -> Result:
    """The growth from one figure to another in percent, or, where it is a fall and asked for as one, the fall."""
    fall = _AS_A_FALL.search(composer.query.simplified) and less(after, before)
    return (decline if fall else growth)(before, after, composer.places)


def counted_alike(figures: Sequence[Figure], unit: str | None) -> Sequence[Figure]:
    """Given figures to be added up and the unit asked for, return them in it where both are counts: 5项议案 and 877件建议, asked for in 件, are added up in 件;
    or where one is in it: 1.35万元 and 83000元, asked for in 元."""
    if unit == ANY_COUNT and len({figure.unit for figure in figures}) == 1:
        return figures  # asked for in no word of its own
    if unit in COUNTS and all(thing(figure.unit or "") in COUNTS for figure in figures):
        return [counted_in(figure, unit) for figure in figures]
    if (
        unit
        and any(one.unit == unit for one in figures)
        and all(same_unit(one.unit, unit) for one in figures)
    ):
        return [one if one.unit == unit else counted_in(one, unit) for one in figures]
    return figures

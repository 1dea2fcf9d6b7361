"""A question's text becomes a Query. No database, no model: rules of the language and the names held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from assistant.query import Held, Language, Operation, Places, Query
from assistant.understand import english, measure, screen
from assistant.understand.attributed import (
    unattributed,
    without_english_paper,
    without_paper,
    without_saying,
)
from assistant.understand.changes import each_of_its_own
from assistant.understand.dictionary import Dictionary
from assistant.understand.english_claimed import claimed_in_english
from assistant.understand.english_short_years import in_full
from assistant.understand.for_each import for_each
from assistant.understand.framing import to_the_point, with_pauses, without_courtesies
from assistant.understand.issuers import Naming, name
from assistant.understand.joined import several
from assistant.understand.listed import listed
from assistant.understand.measures import TAKING, measured
from assistant.understand.numerals import digits
from assistant.understand.of_country import asks_country
from assistant.understand.operations import Asked, adds, asked, two_years
from assistant.understand.pairs import own_measures, paired
from assistant.understand.parts import (
    heading,
    meant,
    names_thing,
    without_plan,
)
from assistant.understand.periods import MARK, Period, find, over_five_years
from assistant.understand.reaching import without_reaching
from assistant.understand.reckoning import reckoned_back, without_reckoning
from assistant.understand.remaining import remaining
from assistant.understand.reworded import reworded
from assistant.understand.script import half_width, language, simplify, squeeze
from assistant.understand.spoken_of import dated_english
from assistant.understand.taken_away import taken_away
from assistant.understand.targets import against_target
from assistant.understand.typing_errors import right_terms
from assistant.understand.units import expected, magnitude

_OF_ITS_YEAR = re.compile("年报(?!告)|年度报告|年度工作报告|总结|公报")
"""Reports that tell of the year by which they are called; a work report tells of the year before, and what is planned."""
_QUOTED_LABEL = re.compile(r"“([^”]*[\u4e00-\u9fff][^”]*)”")
_IS = re.compile(r"\b(what|who|where|how|when|that)['’]s\b", re.IGNORECASE)
_MINUS = re.compile(
    r"(?:我?[要想用]|就是|即|[，,。；;（(])([^，,。；;？?]{2,12})减去?([^，,。；;？?）)]{2,12})"
)
_PEOPLE = re.compile(r"(?<=[几少])[个口](?=人(?:[\s啊呀呢吗吧了，,。？?！!]|$))")
_WHAT_IS = re.compile(r"(?<=[数率额量度值费入出幅速重款])为何(?=[？?。！!\s]*$)")
"""Of an amount it asks what it is, and not why: 年均浓度为何."""
_TIMES = re.compile("(?<=几|少)回(?![答复应收归头来家馆])")
"""How often, as people say: 几回."""
_YEARS = re.compile(r"20\d\d(?=年)")
_IN_UNIT = re.compile(r"(?P<thing>.{2,}?)的?(?P<unit>人次|批次|场次|[条篇](?=数))数?$")


def understand(
    text: str,
    held: Sequence[Held],
    *,
    today: date,
    language: str | None = None,
    after: Sequence[int] = (),
    dictionary: Dictionary | None = None,
) -> Query:
    """Given what a person typed, the reports held and the day, return the Query.

    `language` (zh-Hans, zh-Hant or en) is the channel's own; without it the text tells. `after` are the years
    that the conversation spoke of before: 上一年 is the year before them. In `dictionary` the English words are looked up
    that the glossary lacks.
    """
    trimmed = text.strip()
    spoken = _language(trimmed, language)
    if spoken == "en":
        whole = _IS.sub(r"\1 is", half_width(trimmed))
        whole = in_full(re.sub(r"\s+", " ", whole).strip(), held, today, after)
        plain = dated_english(whole, after)
        trouble = screen.problem(plain)
        if trouble:
            return Query(trimmed, "en", plain, "", problem=trouble)
        bare, paper = without_english_paper(plain)
        bare, claim = claimed_in_english(bare)
        read = _labelled(english.understand(bare, held, today, dictionary), held, bare)
        return settled(replace(read, text=trimmed, paper=None if read.years else paper, claim=claim), held)
    said = reworded(without_courtesies(written(trimmed, spoken)), held, today, after)
    query = Query(
        trimmed,
        spoken,
        to_the_point(said.text),
        "",
        unit=expected(said.text),
        problem=screen.problem(said.text),
        places=said.places,
        places_wanted=said.places_wanted,
        magnitude=magnitude(said.text),
        greater=said.greater,
        in_percent=said.in_percent,
        claim=said.claim,
    )
    if query.problem:
        return query
    bare, paper = without_paper(query.simplified)
    if paper is not None:
        return settled(_told_in(paper, replace(query, simplified=bare), query, held, today), held)
    return settled(_meant(query, held, today), held)


def _meant(query: Query, held: Sequence[Held], today: date) -> Query:
    """A Chinese question understood, as what is wanted of it is said."""
    query = replace(query, simplified=over_five_years(query.simplified))
    if told := against_target(query.simplified):
        compared = _chinese(replace(query, simplified=told.text), held, today)
        return replace(compared, target=told.year, target_first=told.first)
    bare = without_reckoning(query.simplified)
    if own := asks_country(bare):
        return _of_country(
            own, query, _without_source(replace(query, simplified=bare), held, today), held, today
        )
    if bare != query.simplified:
        return reckoned_back(_chinese(replace(query, simplified=bare), held, today))
    return each_of_its_own(_without_source(query, held, today))


def _of_country(own: str, query: Query, whole: Query, held: Sequence[Held], today: date) -> Query:
    """A question for the whole country's rate, as one for the place's own that the report gives it beside."""
    asked = _chinese(replace(query, simplified=own), held, today)
    return replace(
        whole,
        simplified=own,
        measure=asked.measure,
        measures=(),
        years=tuple(sorted({int(year) for year in _YEARS.findall(query.simplified)})),
        operation="value",
        unit="%",
        over="",
        remains=("", ""),
        against_last=False,
        of_country=True,
    )


def written(text: str, spoken: Language) -> str:
    """Given a Chinese question as typed and its script, return it as it is understood: in simplified characters, in
    half width, with digits, with the terms of administration spelt right, and with people counted alike: 几个人 and 几口人 as 几人."""
    simplified = simplify(half_width(text[: screen.LONGEST + 1]), spoken)
    simplified = _WHAT_IS.sub("是多少", simplified)
    return _TIMES.sub("次", _PEOPLE.sub("", right_terms(digits(squeeze(with_pauses(simplified))))))


def taken_apart(query: Query) -> Query | None:
    """Given a query, return it with the things that its measure joins (议案和建议) as measures of their own, to be
    tried where no figure is of them all; None where it joins none, or wants more than their figures or sum."""
    if query.language == "en" or query.measures or query.operation not in ("value", "sum"):
        return None
    parts = several(query.measure, asked_apart=True)
    operation: Operation = "sum" if adds(query.simplified) else "value"
    return replace(query, measure=parts[0], measures=parts, operation=operation) if parts else None


def _labelled(query: Query, held: Sequence[Held], plain: str) -> Query:
    """An English question that quotes a Chinese label, as our own suggestions do, asks for that label, and
    its Chinese name outside the quotation is the agency's."""
    label = _QUOTED_LABEL.search(plain)
    if label is None:
        return query
    naming = name(plain.replace(label.group(), " "), held)
    operation = "value" if query.operation == "passage" else query.operation
    return replace(
        query,
        simplified=label[1],
        measure=label[1],
        issuers=naming.issuers or query.issuers,
        unknown_issuer=None if naming.issuers else query.unknown_issuer,
        ambiguous=naming.ambiguous,
        operation=operation,
    )


def settled(query: Query, held: Sequence[Held]) -> Query:
    """Given a query whose issuer is ambiguous, return it with only those that have a report of its years,
    if any has: 市场监管局 in 2019 is the one that is held for 2019. It then counts as assumed."""
    fitting = {one.issuer for one in held if one.issuer in query.ambiguous and one.year in query.years}
    if not fitting or len(fitting) == len(query.ambiguous):
        return query
    dropped = set(query.ambiguous) - fitting
    left = tuple(issuer for issuer in query.ambiguous if issuer in fitting)
    return replace(
        query,
        issuers=tuple(issuer for issuer in query.issuers if issuer not in dropped),
        ambiguous=left if len(left) > 1 else (),
        assumed=tuple(dict.fromkeys((*query.assumed, "issuer"))),
    )


def _language(text: str, given: str | None) -> Language:
    seen = language(text)
    if given in ("zh-Hans", "zh-Hant") and seen != "en":
        return cast(Language, given) if seen == "zh-Hans" else seen
    return seen


def _told_in(paper: int, query: Query, whole: Query, held: Sequence[Held], today: date) -> Query:
    """A Chinese question understood without the words that say in the report of which year to look. These may name the
    agency too."""
    asked, named = _meant(query, held, today), _without_source(whole, held, today)
    if not asked.issuers:
        asked = replace(
            asked, issuers=named.issuers, unknown_issuer=named.unknown_issuer, ambiguous=named.ambiguous
        )
    if asked.years:
        return asked
    if _OF_ITS_YEAR.search(whole.simplified):
        return replace(asked, years=named.years)
    return replace(asked, paper=paper)


def _without_source(query: Query, held: Sequence[Held], today: date) -> Query:
    """A Chinese question understood without the words that say whose report tells it, which name the agency."""
    whole = _chinese(query, held, today)
    bare = unattributed(query.simplified, lambda words: bool(name(words, held).issuers))
    if bare == query.simplified or len(whole.issuers) > max(1, len(whole.ambiguous)):
        return whole
    asked = _chinese(replace(query, simplified=bare), held, today)
    return replace(
        asked,
        years=asked.years if asked.years and {*asked.years} <= {*whole.years} else whole.years,
        issuers=whole.issuers,
        unknown_issuer=whole.unknown_issuer,
        ambiguous=whole.ambiguous,
        assumed=whole.assumed,
    )


def _chinese(query: Query, held: Sequence[Held], today: date) -> Query:
    text = query.simplified
    minguo = query.language == "zh-Hant"
    period = find(text, today, [one.year for one in held], minguo=minguo)
    naming = name(measure.unasked(period.rest), held)
    period = _of_issuers(period, naming, text, held, today, minguo)
    apart = naming.issuers if set(naming.issuers) - set(naming.ambiguous) else ()
    pairs = paired(text, apart, lambda piece: name(measure.unasked(piece), held).issuers)
    query = replace(query, pairs=pairs)
    wanted = _in_place(_wanted(text, period, naming, (), pairs), query.places_wanted, 0)
    rest = without_reaching(meant(without_saying(naming.rest)))
    rest = measure.of_agencies(rest) if len(naming.issuers) > 1 else rest
    rest, planned = without_plan(rest)
    query = replace(query, against_plan=planned and len(period.years) < 2)
    left = taken_away(measure.unasked(rest))
    if wanted.operation == "value" and (remains := remaining(measure.unasked(rest))):
        whole, done = remains
        query = replace(query, remains=(measure.strip(whole, "value"), done))
    query = measured(query, rest, wanted, left)
    if query.measures:
        wanted = _wanted(text, period, naming, query.measures, pairs)
        wanted = _in_place(wanted, query.places_wanted, len(query.measures))
        again = measured(query, rest, wanted, left)
        query = again if again.measures else query
    if left and wanted.operation in TAKING:
        wanted = replace(wanted, operation="difference", over="") if query.measures else wanted
        query = replace(query, residue="besides" if left.besides else "less")
    each = pairs or (_in_one_year(apart, period) if wanted.operation in ("sum", "difference") else ())
    if each and not query.measures and wanted.operation not in ("passage", "share"):
        own = own_measures(measure.unasked(rest), each, MARK, lambda words: _own(words, wanted))
        query = replace(query, of_pairs=own, pairs=each if own else pairs)
    query = _headed(_counted_in(query, wanted), measure.strip(heading(naming.rest), wanted.operation))
    one_agency = len(naming.issuers) < 2 or set(naming.issuers) == set(naming.ambiguous)
    divided = for_each(measure.unasked(meant(naming.rest)), _named) if one_agency else None
    if divided:
        operation: Operation = "average" if wanted.operation == "value" else wanted.operation
        wanted = replace(wanted, operation=operation, per=1)
        query = replace(query, for_each=divided, unit=divided.unit or query.unit)
    if adds(text) and wanted.operation in ("sum", "value") and not (pairs or left):
        query = replace(
            query, listed=listed(measure.unasked(rest), lambda words: measure.strip(words, "sum"))
        )
    period = period if query.measures or pairs or query.against_plan else two_years(period, wanted)
    return replace(
        query,
        years=() if wanted.over == "issuers" and period.every else period.years,
        issuers=_subtracted(text, naming.issuers, held),
        unknown_issuer=naming.unknown,
        operation=wanted.operation,
        unit=query.unit if divided else _unit(text, wanted) or query.unit,
        choose=wanted.choose,
        over=wanted.over,
        ordered=wanted.ordered,
        per=wanted.per,
        ambiguous=naming.ambiguous,
        against_last=period.against_last,
        assumed=(*(["year"] if period.guessed else []), *(["issuer"] if naming.guessed else [])),
    )


def _own(words: str, wanted: Asked) -> str:
    return measure.strip(words, wanted.operation)


def _named(words: str) -> str:
    return measure.in_its_own_words(words, "value")


def _counted_in(query: Query, wanted: Asked) -> Query:
    """A measure that ends in how it is counted (公务接待的人次) asks for the figures in that unit."""
    counted = _IN_UNIT.match(query.measure)
    changed = query.unit == "%" and wanted.operation == "growth"
    if counted is None or query.measures or wanted.operation in ("passage", "share", "rate"):
        return query
    if query.unit and not changed:
        return query
    unit = query.unit or counted["unit"]
    return replace(query, measure=counted["thing"], unit=unit, counted=counted["unit"])


def _in_one_year(issuers: Sequence[str], period: Period) -> tuple[tuple[str, int], ...]:
    """Several agencies, each with the one year of which all are asked."""
    return tuple((one, period.years[0]) for one in issuers) if len(issuers) > 1 == len(period.years) else ()


def _headed(query: Query, head: str) -> Query:
    """The query with its measure under the head that stands before it, to be tried where by itself it names nothing."""
    if not head or not query.measure or query.measures or query.operation in ("passage", "exists"):
        return query
    return replace(query, otherwise=(f"{head}{query.measure}",)) if names_thing(head) else query


def _subtracted(text: str, issuers: tuple[str, ...], held: Sequence[Held]) -> tuple[str, ...]:
    """The agencies in the order in which the question says that they are subtracted: 我要甲市减乙县."""
    said = _MINUS.search(text) if len(issuers) == 2 else None
    order = sum((name(measure.unasked(part), held).issuers for part in said.groups()), ()) if said else ()
    return order if set(order) == set(issuers) else issuers


def _of_issuers(
    period: Period, naming: Naming, text: str, held: Sequence[Held], today: date, minguo: bool
) -> Period:
    """All years held, and the latest of them, means those of the agencies named."""
    if not (period.every or period.of_held) or not naming.issuers:
        return period
    return find(text, today, [one.year for one in held if one.issuer in naming.issuers], minguo=minguo)


def _wanted(
    text: str, period: Period, naming: Naming, measures: Sequence[str], pairs: Sequence[tuple[str, int]]
) -> Asked:
    named = set(naming.issuers) - set(naming.ambiguous)
    years = 1 if pairs else len(period.years) - (period.against_last and not period.every)
    return asked(
        text, years=years, issuers=len(named), measures=len(measures), against_last=period.against_last
    )  # fmt: skip


def _in_place(wanted: Asked, places: Places | None, measures: int) -> Asked:
    """What is wanted, where the question asks for certain places of several things: always a rank of them."""
    if places is None:
        return wanted
    return replace(
        wanted,
        operation="rank",
        choose=places.end,
        over=wanted.over or ("" if measures > 1 else "rows"),
        ordered="",
    )


def _unit(text: str, wanted: Asked) -> str | None:
    if wanted.operation == "growth":
        return "倍" if re.search(r"倍|番", text) else "%"
    if wanted.operation in ("share", "rate"):
        return "%"
    return expected(text)

"""An English question becomes a Query, its measure rendered in the Chinese of the reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from assistant.query import Held, Query
from assistant.understand import english_issuers, english_periods
from assistant.understand.dictionary import Dictionary
from assistant.understand.english_growth import of_growths, of_two_years, outpaced, with_change
from assistant.understand.english_parts import (
    asked_twice,
    compared_shares,
    dealt_with,
    named_share,
    several,
    share_of,
    than_another,
)
from assistant.understand.english_terms import nouns_of, render
from assistant.understand.english_units import asks_money, counts, expected, magnitude, unmeasured
from assistant.understand.issuers import Naming, name
from assistant.understand.operations import Asked, two_years
from assistant.understand.pairs import paired
from assistant.understand.periods import MARK, Period
from assistant.words.alike import ANY_COUNT

_OVER_ISSUERS = re.compile(
    r"\bwhich (?:\w+ )?(?:bureau|agency|district|city|county|office|government|department|region|place|area|authority|province)\b|\bwho (?:had|has|issued|handled|received) the (?:most|fewest)"
)
_IN_ORDER = re.compile(
    r",?\s*\b(?:(?:ranked|sorted|ordered|arranged|listed|in order)?\s*(?:from (?:the )?)?(?P<end>highest|largest|most|greatest|biggest|high|lowest|smallest|fewest|least|low)(?: to (?:the )?(?:lowest|smallest|least|fewest|low|highest|largest|most|greatest|biggest|high)| first)|in (?P<order>descending|ascending) order)\b"
)
"""All of several are wanted, in the order of their numbers."""
_WHICH_BY = re.compile(
    r"\b(?:higher|more|lower|fewer|larger|greater|bigger|less|smaller)\b[^?]*\bor\b[^?]*\bby how (?:much|many)\b|\bwhich\b[^?]*\bby how (?:much|many)\b",
    re.IGNORECASE,
)
"""Which of two is more, and by how much: the less is taken from the more."""
_MORE_DID = re.compile(
    r"\bhow (?:many|much) (?:more|fewer|less|higher|lower)\b(?:(?!\bthan\b)[^?])*?\b(?:did|does|has|had|was|were|is|are)\b(?P<subject>(?:(?!\bthan\b)[^?])*)\??$",
    re.IGNORECASE,
)
_ON_AVERAGE = re.compile(r"\baverage (?:number|amount|figure|of|across|for)\b|\bon average\b")
_OVER_YEARS = re.compile(
    r"\bwhich year|what year|when (?:was|were|did)\b.*\b(?:most|highest|fewest|lowest|peak)"
)
_MOST = re.compile(
    r"\b(?:most|highest|largest|greatest|biggest|maximum|top|peak)\b(?! (?:common(?:ly)?|important|recent) problem)"
)
_LEAST = re.compile(r"\b(?:fewest|lowest|least|smallest|minimum|bottom)\b(?<!at least)")
_OPERATIONS: tuple[tuple[Literal["share", "average", "growth", "difference", "trend", "rate"], str], ...] = (
    ("share", r"\b(?:what|which) (?:share|proportion|portion|percentage|percent|fraction|part) of|\b(?:share|proportion|portion|percentage|ratio) of\b|\bpercent of\b|\bwhat percent(?:age)?\b(?!.*\b(?:increase|decrease|rise|rose|fall|fell|grow|grew|change|drop))|\baccount(?:s|ed)? for\b"),
    ("average", r"\b(?:average|mean|on average)\b"),
    ("growth", r"growth rate|rate of (?:growth|increase|change)|(?:percent(?:age)?|%) (?:increase|decrease|change|growth|rise|drop)|\bby (?:what|how many) percent(?:age)?\b(?! points?)|how many times|^(?!.*\bhow (?:many|much) (?:yuan|rmb)\b).*\bgrow(?:th|n)?\b|\bgrew\b|what percent(?:age)?.*\b(?:increase|decrease|rise|rose|fall|fell|grow|grew|change|drop)"),
    ("difference", r"how many (?:more|fewer|less)\b|how much (?:more|less|higher|lower|bigger|larger|greater|smaller|longer)\b|by how (?:much|many)|\bdifference\b|how much did\b.*\b(?:increase|decrease|rise|fall|drop|change|go (?:up|down))|how many [\w ]{1,20}? did\b.*\b(?:increase|decrease|rise|fall|drop|grow|go (?:up|down)) by|\b(?:increase|decrease|change|rise|drop) (?:in|of|from)\b"),
    ("trend", r"\btrend|over the years|each year|every year|year by year|by year|over time|\bevol|how (?:has|have|did)\b.*\bchanged?\b|develop(?:ed|ment) (?:over|from)"),
)  # fmt: skip
_POINTS = re.compile(
    r"\bpercentage points?\b.*\b(?:more|less|faster|higher|lower|above|below|exceed\w*|rais\w+|rise|rose|increas\w+|grow|grew|fall|fell|drop\w*|chang\w+|widen\w*|gain\w*|climb\w*|up|down)\b|"
    r"\b(?:higher|lower|greater|smaller)\b.*\bin (?:terms of )?percentage points\b"
)
"""By how many percentage points one share is above another."""
_PARTS_OF_YEAR = {"month": 12, "quarter": 4}
_PER = re.compile(
    r"\b(?:average|mean)\b.*\b(?:per|a|each|every) (month|quarter)\b|\b(?:per|a|each|every) (month|quarter)\b.*\b(?:average|mean)\b|\baverage (month|quarter)ly\b|\b(month|quarter)ly average\b"
)
_MONTHLY = re.compile(r"\b(?:(?:per|a|each|every) (?:month|quarter)|(?:month|quarter)ly|on average)\b")
_BY_HOW_MUCH = re.compile(r"\bby how (?:much|many)\b|\bhow much (?:more|less|higher|lower|bigger|smaller)\b")
_RELATIVE = re.compile(r"percent|%|\bfactor\b|\btimes\b|\brate\b")
_COMPARE = re.compile(
    r"\bcompar|\bversus\b|\bvs\b|\bmore\b.*\b(?:than|or)\b|\b(?:higher|lower|fewer|less|greater|faster|slower)\b.*\b(?:than|or)\b|which (?:of|is|was|had|has).*\b(?:more|higher|larger)"
)
_CHOOSES = re.compile(
    r"\b(?:which|who)\b(?!.*\bthan\b)(?:[\w' -]*?)\b(?P<end>more|higher|larger|greater|bigger|fewer|lower|less|smaller)\b"
)
"""Which of those named has more: "which year had more permits, 2019 or 2024"."""
_RATE = re.compile(r"\b(?:\w+ )?rate\b")
_LIST = re.compile(
    r"\bbreak ?down\b|\brespectively\b|\beach\b(?! year)|\bby (?:reason|category|type|applicant|outcome|ground)|for (?:what|which) reasons|\bon what grounds\b"
)
_SUM = re.compile(r"\b(?:total|combined|together|altogether|sum|in all)\b")
_TOGETHER = re.compile(r"\bsum of\b|\b(?:combined|together|altogether|in all|in total|all told)\b")
_EXISTS = re.compile(r"^(?:and |so |please )?(?:did|does|do|was|were|is|are|has|have|had|any)\b")
_COUNT = re.compile(
    r"\bwhat (?:did|does|do|will|would|has|had) .*\b(?:budget|allot|allocate|earmark|set aside|put aside|spend|pay|charge|collect|take in|cost|amount to|add up to|come to)\b|\bin (?:units of )?(?:[\d, ]+ |ten thousand |hundred million )?(?:yuan|rmb)\b|"
    r"\bhow (?:many|much)\b|\b(?:total )?(?:number|amount|volume|count|quantity|value|sum|figure)s? (?:of|for)\b|\bwhat (?:was|were|is|are) the (?:total|number|amount|value|budget|revenue|expenditure|spending|income|gdp|final)|\bhow (?:high|large|big|long|often)\b|"
    r"^(?:and |so |please )?what (?:budget|amount|sum|total|number|allocation|allotment|quota)\b|"
    r"^(?:and |so |please )?what (?:[\w.&'’-]+ ){0,4}?(?:rate|intensity|increase|ratio|level|coverage|mileage|output|share|income|revenue|volume) (?:did|does|do|has|had|will)\b|"
    r"^(?:and |so |please )?what (?:was|were|is|are) (?:the )?(?:[\w.&'’-]+ ){0,4}?"
    r"(?:level|budget|allocation|allotment|appropriation|total|number|quota|share|concentration|expectancy|intensity|throughput|mileage|length|volume|output|income|wage|debt|balance|limit|bill|fees?|expenses?|costs?|expenditure|spending|revenue|value|coverage|population|surplus(?:es)?|carry-?overs?|funds?|receipts|earnings|losses|savings)\b"
)
_TEXT = re.compile(
    r"^(?:and |so |please )?(?:why|who|whom|where|when|how|what|which|describe|explain|summari[sz]e|list|tell me about)\b|\b(?:why|what problems?|what measures?|where|which website|what channels?)\b"
)
_WHAT_WAS = re.compile(r"^(?:and |so |please )?what (?:is|was)\b")
_SAYS = re.compile(
    r"\b(?:theme|topic|subject|title|name|slogan|motto|focus|highlights?|achievements?|results?|outcomes?|dut(?:y|ies)|jobs?|roles?|scope|basis|contents?|main|major|key|biggest|first|last|types?|kinds?|categor(?:y|ies)|law|difficult(?:y|ies)|challenges?|weakness(?:es)?|about|done|like|called|happen\w*|said|meant|situation|status|purpose|aim|objective)\b"
)
"""Things that are told in words, and not in numbers."""
_TEXT_NOUN = re.compile(
    r"\b(?:problem|shortcoming|(?<!compulsory )(?<!coercive )(?<!enforcement )(?<!compulsion )measure|plan|next step|address|telephone|phone|email|e-mail|contact|website|reason|responsibilit|function|channel|postcode)\w*\b"
)
_BY_THE_WAY = re.compile(r"^(?:and |so |then )?(?:what|how) about\b|\s*\(by [a-z -]+\)", re.IGNORECASE)
"""What leads up to a question, and in what a share is measured: what share (by length) of the roads."""
_CONTACT = re.compile(
    r"\b(?:address|phone|telephone|fax|e-?mail|postcode|postal code|zip code|contact (?:number|details?|information))\b|^where is\b.*\boffice\b"
)
_WHY = re.compile(
    r"^(?:and |so |please )?(?:why|for what reason|what caused|what made|what was the reason)\b"
)
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b")
_COUNT_SAID = re.compile(r"(?<![\d.,-])(?!12345|12315|12369)\d[\d,.]*(?![\w%-])")
"""How many there were of what a share is taken of, which the question may say beside: of the 203 cases."""
_REMARK = re.compile(
    r"\([^()\u4e00-\u9fff]*\)|\bincluding (?:\w+ )?carried (?:over|forward)\b[^,;?]*|\b(?:not counting|not including|excluding|leaving out|apart from|other than)\b[^,;?]*"
)
_THAN_TARGET = re.compile(
    r" than (?:(?:(?:its|their|the) )?(?:minimum |own )?(?:target|goal|plan|quota)s?|(?:it|they) (?:plan|intend|aim)(?:s|ned|ed)?(?: to \w+)?)\b"
)
"""What was done in one year is set against what is to be done in another."""
_RAISED = re.compile(
    r"\b(?:rise|rose|grow|grew|gain|gained|climb|climbed|increase|increased|go up|went up|fall|fell|drop|dropped)\b"
)
_SHARE_OF = re.compile(r"\b(?:share|proportion|percentage) of\b")
_OF_BUDGET = re.compile(
    rf",?\s*\b(?:according to|as per|per|in|under|from) (?:(?:its|the|their|that) )?(?:{MARK}\s*)?(?:annual )?budget(?: report| document)?\b"
    r"(?=\s*(?:[,?.]|$))",
    re.IGNORECASE,
)
"""Where to look, where all that is held are budgets: in its 2024 budget."""
_DELIVERED = re.compile(
    r"\bwho (?:delivered|gave|presented|read|made|is the head of|was the head of|heads|headed)\b",
    re.IGNORECASE,
)
"""Who heads a government also gives its report."""
_AS_SUBJECT = re.compile(
    rf"{MARK}\s*submit\b|\bsubmitted by (?:the )?{MARK}|\bsubmitted (?=in {MARK} by {MARK})"
)
"""What an agency submits goes up; what is submitted to it comes in."""


def understand(text: str, held: Sequence[Held], today: date, dictionary: Dictionary | None = None) -> Query:
    """Given an English question, the reports held and the day, return the Query. With a dictionary, the words that the
    glossary lacks are looked up in it."""
    text = outpaced(_BY_THE_WAY.sub("", text).strip())
    years_held = [one.year for one in held]
    period = english_periods.find(_case_kept(text), today, years_held)
    contact = bool(_CONTACT.search(text.lower()) and not _HOW_MANY.search(text.lower()))
    naming = _named(period.rest, held, contact=contact)
    if period.every and naming.issuers:
        period = english_periods.find(
            _case_kept(text), today, [one.year for one in held if one.issuer in naming.issuers]
        )
    apart = naming.issuers if set(naming.issuers) - set(naming.ambiguous) else ()
    pairs = paired(text, apart, lambda piece: _named(piece, held, contact=contact).issuers)
    wanted = _asked(text.lower(), period, len(set(naming.issuers) - set(naming.ambiguous)), bool(pairs))
    named, period = period, period if pairs else two_years(period, wanted)
    query = Query(
        text=text,
        language="en",
        simplified="",
        measure="",
        years=() if wanted.over == "issuers" and period.every else period.years,
        issuers=naming.issuers,
        unknown_issuer=naming.unknown,
        operation=wanted.operation,
        unit=_unit(text.lower(), wanted),
        magnitude=magnitude(text.lower()),
        choose=wanted.choose,
        assumed=("issuer",) if naming.guessed else (),
        ambiguous=naming.ambiguous,
        over=wanted.over,
        per=wanted.per,
        against_last=period.against_last,
        ordered=wanted.ordered,
        pairs=pairs,
        greater=bool(_WHICH_BY.search(text)),
    )
    query = replace(query, issuers=_subject_first(text, query, held, contact=contact))
    kinds = {one.kind for one in held if one.issuer in query.issuers}
    rest = unmeasured((_OF_BUDGET.sub(" ", naming.rest) if kinds == {"预算"} else naming.rest).lower())
    rest = _IN_ORDER.sub(" ", rest) if wanted.ordered else rest
    rest = dictionary.reads(rest) if dictionary else rest
    rest = _MONTHLY.sub(" ", rest) if wanted.per > 1 else rest
    query = _measured(query, rest, money=asks_money(text.lower()))
    between = query.measures and wanted.operation in ("difference", "growth")
    return replace(query, years=named.years, against_last=named.against_last) if between else query


def _named(text: str, held: Sequence[Held], *, contact: bool) -> Naming:
    return _written_in_chinese(text, held) or english_issuers.name(text, held, contact=contact)


def _subject_first(text: str, query: Query, held: Sequence[Held], *, contact: bool) -> tuple[str, ...]:
    """The agencies, before the other the one of which is asked how many more it had: compare A with B: how many more did B have."""
    tail = _MORE_DID.search(text)
    if tail is None or len(query.issuers) != 2:
        return query.issuers
    subject = _named(tail["subject"], held, contact=contact).issuers
    return query.issuers[::-1] if subject == query.issuers[1:] else query.issuers


def _written_in_chinese(text: str, held: Sequence[Held]) -> Naming | None:
    """Whom a Chinese name outside quotation marks names in an English question; None where there is none."""
    found = None if "“" in text else re.search(r"[\u4e00-\u9fff]{2,}", text)
    naming = name(found.group(), held) if found else None
    if found is None or naming is None or not (naming.issuers or naming.unknown):
        return None
    rest = f"{text[: found.start()]}{MARK}{text[found.end() :]}"
    beside = english_issuers.name(rest, held)  # Yunze County (云泽县): named once more
    if set(beside.issuers) <= set(naming.issuers):
        return replace(naming, rest=beside.rest if beside.issuers else rest)
    if beside.ambiguous or beside.unknown or naming.unknown or beside.guessed:
        again = set(beside.issuers) & set(naming.issuers)  # the bureau, which is the one written in Chinese
        return replace(naming, rest=beside.rest if again else rest)
    before = english_issuers.name(text[: found.start()], held).issuers
    named = dict.fromkeys((*before, *naming.issuers, *beside.issuers))
    return replace(naming, issuers=tuple(named), rest=beside.rest)


def _case_kept(text: str) -> str:
    """The text in lower case but for names, which only capitals tell."""
    return re.sub(
        r"\b(How|What|Which|In|The|From|Since|Between|During|Last|This|Over|Before|By|At|End|Of)\b",
        lambda m: m[0].lower(),
        text,
    )


def _measured(query: Query, rest: str, *, money: bool) -> Query:
    rest = _REMARK.sub(" ", rest)
    if len({*re.findall(r"\b(?:19|20)\d\d\b", query.text)}) > 1:
        rest = of_two_years(query, _THAN_TARGET.sub(" than ", rest))
    rest = _AS_SUBJECT.sub(rf"{MARK} report to superiors ", rest)
    if query.operation == "share" and (named := named_share(rest)):
        return replace(query, operation="rate", measure=rest, simplified=named)
    if query.operation == "share":
        part, whole = share_of(_COUNT_SAID.sub(" ", rest))
        english, chinese = render(part)
        return replace(query, measure=english, simplified=chinese, whole=dealt_with(whole))
    english, chinese = render(_bare(rest, query.operation), money=money)
    if query.operation == "passage" and _CONTACT.search(query.text.lower()):
        chinese = nouns_of(chinese)  # what the office does that one writes to is not asked
    if query.operation == "passage" and _DELIVERED.search(query.text) and query.issuers:
        chinese = _head_of(query.issuers[0])
    if query.operation in ("passage", "exists"):
        return replace(query, measure=english, simplified=chinese)
    if query.operation == "rate" and not re.search("[率比]", chinese):
        chinese = f"{chinese}率"
    query, chinese = with_change(query, rest, chinese)
    added = query.operation == "value" and _TOGETHER.search(rest)
    if added and (parts := several(_TOGETHER.sub(" ", rest), money)):
        return replace(query, measure=english, simplified=parts[0], measures=parts, operation="sum")
    if query.unit == "百分点" or query.operation == "rank":
        chinese = _of_share(chinese, rest)
        query = _of_shares(query, rest)
    parts = asked_twice(rest, money) or several(rest, money)
    if query.operation in ("difference", "growth") and not parts:
        parts = than_another(rest, money)
    query, parts = of_growths(query, rest, parts)
    if not parts and query.unit == "百分点" and query.over == "years" and re.search(r"\bgrowth\b", rest):
        chinese = f"{chinese} 增长"  # by how many points one year's growth is above another's
    return replace(query, measure=english, simplified=parts[0] if parts else chinese, measures=parts)


def _of_shares(query: Query, rest: str) -> Query:
    """The query with the part and the whole of the shares that it sets against each other."""
    named = compared_shares(rest)
    if named is None:
        return query
    return replace(query, part=render(named[0])[1], whole=dealt_with(named[1]))


def _of_share(chinese: str, rest: str) -> str:
    """What rose by percentage points, as the share that it is: to raise it is no part of its name."""
    if (shares := compared_shares(_RAISED.sub(MARK, rest))) is not None:
        part, whole = (render(one)[1].replace(" ", "") for one in shares)
        if part and whole and not re.search("[a-z]", part + whole):
            return f"{part}占{whole}比重"
    words = [word for word in chinese.split() if word not in ("提出", "提升", "增长")]
    named = re.search("[率比]", chinese) or not _SHARE_OF.search(rest)
    return " ".join(words if named else (*words, "比例"))


def _head_of(issuer: str) -> str:
    """The office of who heads a government: the 县长 of a 县."""
    return f"{issuer.removesuffix('人民政府')[-1]}长"


def _bare(rest: str, operation: str) -> str:
    if operation == "rate":
        return rest
    return re.sub(r"\b(?:growth rate|rate of (?:growth|increase|change))\b", MARK, rest)


def _asked(text: str, period: Period, issuers: int, paired: bool) -> Asked:
    years = 1 if paired else len(period.years) - (period.against_last and not period.every)
    over = _over(text, years, issuers)
    if (_CONTACT.search(text) or _WHY.match(text)) and not _HOW_MANY.search(text):
        return Asked("passage")
    if paired and (order := _IN_ORDER.search(text)):
        up = re.match("low|small|few|least|ascending", order["end"] or order["order"])
        return Asked("rank", over=over or "issuers", ordered="up" if up else "down")
    most, least = _MOST.search(text), _LEAST.search(text)
    if ((most or least) and re.search(r"\bwhich|what|when|who|rank", text)) or re.search(r"\brank", text):
        return Asked("rank", "least" if least else "most" if most else "", over or "rows")
    chooses = _CHOOSES.search(text)
    if chooses:
        least = re.match("fewer|lower|less|smaller", chooses.group("end"))
        return Asked("rank", "least" if least else "most", over or "rows")
    if part := _PER.search(text):
        return Asked("average", over=over, per=_PARTS_OF_YEAR[next(filter(None, part.groups()))])
    if paired and _ON_AVERAGE.search(text):
        return Asked("average", over=over)
    points = _POINTS.search(text) is not None
    for operation, pattern in _OPERATIONS:
        if points and operation in ("share", "growth"):
            continue  # a share less a share
        if operation == "growth" and _BY_HOW_MUCH.search(text) and not _RELATIVE.search(text):
            continue  # by how much it grew is told in its own unit
        if operation == "average" and _BY_HOW_MUCH.search(text):
            continue  # by how much an average rose
        if operation == "growth" and re.search(r"\b(?:target|goal|forecast|expected|aim\w*)\b", text):
            continue
        if re.search(pattern, text) and (operation != "average" or years > 1 or period.every):
            return Asked(
                operation, over="years" if operation == "trend" else "" if operation == "share" else over
            )
    return _simple(text, over, years, issuers, period.every)


def _simple(text: str, over: Literal["", "years", "issuers"], years: int, issuers: int, every: bool) -> Asked:
    count = bool(_COUNT.search(text))
    several = years > 1 or issuers > 1 or every
    if _COMPARE.search(text):
        return Asked("compare", over=over)
    if _SUM.search(text) and several:
        return Asked("sum", over=over)
    if _EXISTS.search(text) and not count:
        return Asked("exists")
    if _RATE.search(text):
        return Asked("rate")
    if _LIST.search(text):
        return Asked("list", over=over or "rows")
    if years > 1 and (count or not _TEXT.search(text)):
        return Asked("trend" if years > 2 else "list", over="years")
    target = re.search(
        r"\b(?:target|goal|forecast) (?:for|of|in)\b|\b(?:growth|gdp|inflation|unemployment) (?:target|goal)|^what (?:\w+ )?growth\b",
        text,
    )
    if _WHAT_WAS.match(text) and not _TEXT_NOUN.search(text) and not _SAYS.search(text):
        return Asked("value")  # told in words where no figure is of it
    return Asked(
        "value" if count or target or not (_TEXT.search(text) or _TEXT_NOUN.search(text)) else "passage"
    )


def _over(text: str, years: int, issuers: int) -> Literal["", "years", "issuers"]:
    if _OVER_YEARS.search(text):
        return "years"
    if _OVER_ISSUERS.search(text) and issuers != 1:
        return "issuers"
    return "years" if years > 1 else "issuers" if issuers > 1 else ""


def _unit(text: str, wanted: Asked) -> str | None:
    if wanted.operation == "growth":
        return "倍" if "how many times" in text else "%"
    if wanted.operation in ("share", "rate"):
        return "%"
    return expected(text) or (ANY_COUNT if wanted.operation == "value" and counts(text) else None)

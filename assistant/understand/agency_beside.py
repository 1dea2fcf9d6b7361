"""What was asked of one agency set beside another agency that a short question names: 比乙县2024年多多少, 是乙县的几倍, 乙县2025年比它
多几件, 和乙县的加起来呢. Written out, both of them stand in one question, each in its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.query import Held, Query
from assistant.understand.answered import alike_answers
from assistant.understand.earlier import named_scope
from assistant.understand.numerals import number
from assistant.understand.question import understand
from assistant.understand.year_beside import as_share

_LEADS = re.compile(
    r"^(?:那么?|如果|要是|所以|它|这|[，,])*(?=(?:和|跟|与|同(?!一?个?[年期样])|比(?!例|重)|较|对比|相比|加上|再加上?|连同|算上)|(?:是|相当于|等于|为|占)[^，,。；;]{2,24}?的?(?:(?:几|多少)倍|百分之))"
)
_IT = re.compile(
    r"(?<=[比是和跟与较为于占])(?:前者|它(?!们)|上面(?:那个|的)?|前面(?:那个|的)?|刚才(?:那个|的)?|[这那](?:个|边|家|里)?(?:地方|数字?|单位)?)(?=的?(?:[多少高低大小差]|相差|几倍|百分|加|一共|合计|总共|要|还))"
)
_ALSO = re.compile(
    r"^(?:那么?|如果|要是|再|把|连|[，,])*(?:(?:算上|加上|带上)(?P<after>[^，,。；;？?]{2,24})|(?P<before>[^，,。；;？?]{2,24}?)的?(?:也|都|一起|一并)*(?:算上|加上|算进[来去]|加进[来去]|放进[来去]|带上))[，,]?(?P<asks>[^，,。；;]{2,}[？?。]*)$"
)
"""One more is put to those asked of before: 把丙区2023年的也算上，哪个最多."""
COMPARES = re.compile(
    r"^(?:那么?|如果)?[，,]?(?:和|跟|与|同(?!一?个?[年期样])|比|较|对比|相比)|(?:相比|对比|(?<![占同环分])比)(?:呢|如何|怎么样)?[?？]?$|^(?:and )?(?:compared? (?:with|to)|versus|vs\.?|than)\b",
    re.IGNORECASE,
)
"""Another thing, year or agency is set beside what was asked."""
_BOTH = re.compile(
    r"^(?:那么?|这)?(?P<count>[两俩二三四五])(?:家|地|个?(?:地方|地区|省份?|市|县|区|单位|机关|部门))?(?:的|[，,])?(?P<asks>[^，,。；;]{2,}[？?。]*)$"
)
_WORKED = ("difference", "growth", "sum", "average", "rank", "compare")


def agency_beside(previous: Query, fresh: Query, held: Sequence[Held], today: date) -> Query | None:
    """Given the query before, what is typed next as it is understood alone, the reports held and the day, return the query
    that sets the agency asked of before beside the one named now; None where it names none, or anything else to ask of."""
    if fresh.language == "en" or not fresh.issuers or fresh.ambiguous or fresh.unknown_issuer or fresh.pairs:
        return None
    share = as_share(previous, fresh)
    if not previous.measure or previous.measures:
        return None
    if previous.operation not in ("value", "exists") and not share:
        return None
    text = _written_out(previous, fresh)
    whole = understand(text, held, today=today) if text else None
    if whole is None or whole.measure or whole.operation not in _WORKED or len(whole.issuers) < 2:
        return None
    if not whole.pairs and len(whole.years) != 1:
        return None
    return replace(
        whole,
        text=fresh.text,
        language=fresh.language,
        measure=share or previous.measure,
        simplified=share or previous.measure,
        over="issuers",
        assumed=tuple(dict.fromkeys(("measure", *named_scope(previous)))),
    )


def each_in_its_year(previous: Query, fresh: Query, held: Sequence[Held], today: date) -> Query:
    """Given the same, return the question as it is understood alone, or, where it compares with an agency in a year of its own
    (比乙县2024年多多少), with the one before in its own year too."""
    alone = len(previous.issuers) == 1 == len(previous.years) and fresh.language != "en"
    if not (alone and COMPARES.search(fresh.simplified) and fresh.issuers and not fresh.pairs):
        return fresh
    whole = understand(f"{previous.issuers[0]}{previous.years[0]}年{fresh.simplified}", held, today=today)
    return replace(whole, text=fresh.text, language=fresh.language) if whole.pairs else fresh


def both_of_them(previous: Query, fresh: Query, held: Sequence[Held], today: date) -> Query | None:
    """Given the same, return the query that asks something new of all the agencies that the last answers are of: 那两家的行政许可
    各多少; None where it does not, or they are not as many."""
    match = _BOTH.match(fresh.simplified) if fresh.language != "en" else None
    if match is None or fresh.issuers or fresh.years or fresh.unknown_issuer:
        return None
    before = _asked_of(previous)
    if before.count("、") + 1 != number(match["count"].replace("俩", "两")):
        return None
    whole = understand(f"{before}的{match['asks']}", held, today=today)
    if not whole.measure or len(whole.issuers) < 2:
        return None
    return replace(whole, text=fresh.text, language=fresh.language, assumed=("issuer", "year"))


def _written_out(previous: Query, fresh: Query) -> str:
    """The short question with the agency and the year asked of before in it, or ""."""
    text = fresh.simplified
    if (also := _ALSO.match(text)) and (before := _asked_of(previous)):
        return f"{before}、{also['after'] or also['before']}，{also['asks']}"
    if len(previous.issuers) != 1 or len(previous.years) != 1:
        return ""
    last = f"{previous.issuers[0]}{previous.years[0]}年"
    if fresh.issuers == previous.issuers and _IT.search(
        text
    ):  # it is the other one, of which was asked before
        others = [one for one in _asked_of(previous).split("、") if one and one != last]
        last = others[-1] if others else last
    if _IT.search(text):
        return _IT.sub(last, text, count=1)
    lead = _LEADS.match(text)
    return f"{last}{text[lead.end() :]}" if lead else ""


def _asked_of(previous: Query) -> str:
    """The agencies and years of the last answers that tell one thing, each with its year."""
    figures = [figure for group in alike_answers(previous.answers) for figure in group]
    return "、".join(dict.fromkeys(f"{one.citation.issuer}{one.year}年" for one in figures))

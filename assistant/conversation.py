"""What a question refers to that follows another: 那2020年呢？ 行政处罚呢？ 和洪泽区比呢？ 为什么？"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.conversations import Conversations, MemoryConversations
from assistant.find.parallel import exchanged
from assistant.query import Held, Operation, Query
from assistant.understand.agency_beside import COMPARES, agency_beside, both_of_them, each_in_its_year
from assistant.understand.answered import of_two_years, worked
from assistant.understand.breakdown import is_part, narrowed, part_named
from assistant.understand.carried import (
    ON_LAST_YEAR,
    in_same_scope,
    in_scope,
    operation_carried,
    over_those_held,
)
from assistant.understand.dictionary import Dictionary
from assistant.understand.earlier import matched, named_scope, remembering, together
from assistant.understand.framing import without_courtesies
from assistant.understand.left_out import (
    ago,
    asked_further,
    carried_out,
    deed_of,
    inside,
    of_both_sides,
    only_done,
    only_filler,
    only_planned,
    only_side,
    only_span,
    other_side,
    said,
    said_again,
    than_this,
    undone,
    with_its_year,
)
from assistant.understand.put_otherwise import compared_otherwise, in_another_unit, on_each, year_before_that
from assistant.understand.question import understand
from assistant.understand.script import neutral
from assistant.understand.set_beside import with_beside
from assistant.understand.spoken_budget import against_other_side
from assistant.understand.units import UNIT
from assistant.understand.why import asks_why, why
from assistant.understand.year_beside import as_share, year_beside

__all__ = ["Conversations", "MemoryConversations", "follow_up"]
_REFERS = re.compile(
    r"^(?:那么?(?!里|些|个)|还有|另外|再|然后|其中|同期|and\b|what about|how about|then\b|also\b|same (?:for|question)|in comparison)|(?:呢|呐)[?？。!！\s]*$|^(?:它|他们|该|这|那)(?:个|些|一|项|类)?|"
    r"\b(?:it|that|those|these|them)\b[?.\s]*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:它们?|[两二三四](?:项|个(?=合|加|一|总|之|相|的|$))|这个?(?:数字?|数据|指标)?|那个?(?:数字?|数据)?|该(?:数|项|指标)|这些|那些|其|两者|二者|同样|一样|情况|还|再|又|对比|比较|数量|总数|件数|具体|是)+"
)
_REMARK = re.compile(
    r"^(?:哦|噢|喔|嗯|啊|好的?|行|原来|明白|知道|懂|谢谢)[^?？]*?(?:啊|呀|哦|了|嘛|呗|好的?|谢谢您?)[。.!！~～\s]*$|"
    rf"^(?:(?:那|就)?是)?[\d,.]+[万亿]?(?:{UNIT})?[，,]?(?:对|是|没错|对不对|是不是)(?:吧|吗|么|啊|呀)?[?？。\s]*$"
)
"""What is said of the answer and asks for nothing else: 哦，比2022年多啊; 265人次对吧."""
_ASKS = re.compile(
    r"多少|几|什么|哪|谁|怎|如何|为何|是否|有没有|吗|\b(?:how|what|which|who|where|when|why|did|does|was|were|is|are)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:那|哪[年个]?)?最(?P<end>[多少高低大小])的?(?:是?哪.*|呢)?[?？]?$|^(?:the )?(?P<english>most|fewest|highest|lowest|least)\b.{0,10}$",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"平均|均值|\b(?:average|mean)\b", re.IGNORECASE)
_SUM = re.compile(r"合计|一共|总共|加起来|总和|\b(?:total|altogether|combined)\b", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:and |so |then )?(?:what|how) about\b", re.IGNORECASE)
_KIND_ALONE = re.compile("(?:理由|原因|情形|情况|类型|种类|结果)的?")
"""哪种理由最多, after a question for all that there were."""
_THAN = re.compile(r"(?:比|较)(?P<other>[\u4e00-\u9fff]{2,})$")
"""比行政许可多多少, after a question for another number."""
_TRIED = 3
"""How many measures asked before a short question may mean a part of."""


def follow_up(
    previous: Query,
    text: str,
    held: Sequence[Held],
    *,
    today: date,
    language: str | None = None,
    dictionary: Dictionary | None = None,
) -> Query:
    """Given the query answered before (with the scope its answer assumed filled in), what is typed next, the
    reports held, the day and where English words are looked up, return the query meant. What is carried over is named
    in `assumed`."""
    text = without_courtesies(text)
    whole = against_other_side(previous, text)
    fresh = understand(
        whole, held, today=today, language=language, after=previous.years, dictionary=dictionary
    )
    fresh = replace(fresh, text=text)
    meant = with_beside(previous, fresh, _meant(previous, fresh, held, today))
    return replace(meant, answers=previous.answers)


def _meant(previous: Query, fresh: Query, held: Sequence[Held], today: date) -> Query:
    if _REMARK.match(fresh.simplified) and not _asks(fresh.text):
        return replace(previous, text=fresh.text, assumed=("measure", *named_scope(previous)))
    if beside := agency_beside(previous, fresh, held, today):
        return remembering(previous, beside)
    if beside := year_beside(previous, fresh, held, today):
        return remembering(previous, beside)
    fresh = year_before_that(previous, fresh)
    if meant := in_another_unit(previous, fresh) or on_each(previous, fresh):
        return meant
    if both := both_of_them(previous, fresh, held, today):
        return both
    fresh = _of_its_own(previous, each_in_its_year(previous, fresh, held, today))
    if fresh.problem and not asks_why(fresh):
        return fresh
    if fresh.language != "en" and previous.language == "zh-Hant" and neutral(fresh.text):
        fresh = replace(fresh, language="zh-Hant")
    if asks_why(fresh):
        return why(previous, fresh)
    fresh = _without_filler(previous, fresh)
    if share := as_share(previous, fresh):
        previous = replace(previous, measure=share, simplified=share)
    joined = (
        compared_otherwise(previous, fresh)
        or worked(previous, fresh)
        or together(previous, fresh)
        or of_two_years(previous, fresh)
    )
    if joined is not None:
        return joined
    if sides := of_both_sides(previous, fresh):
        return sides
    fresh = _ended(previous, fresh)
    if asked_further(fresh, previous):
        topic = matched(previous)
        fresh = replace(fresh, measure=topic, simplified=f"{topic}，{fresh.simplified}")
    if not _is_elliptic(fresh):
        return remembering(previous, in_same_scope(previous, fresh))
    return remembering(previous, over_those_held(in_scope(previous, _measured(previous, fresh)), held))


def _of_its_own(previous: Query, fresh: Query) -> Query:
    """本机关不掌握的: of whichever agency that may be, it is the one spoken of."""
    if len(previous.issuers) != 1 or previous.issuers[0] not in fresh.ambiguous:
        return fresh
    return replace(fresh, issuers=(), ambiguous=())


def _without_filler(previous: Query, fresh: Query) -> Query:
    """The question with what its measure says of its own: nothing, where it asks the same of another year."""
    if fresh.operation == "rank" and fresh.over == "rows" and _KIND_ALONE.fullmatch(fresh.measure):
        return replace(fresh, measure="")
    if fresh.magnitude:
        fresh = replace(fresh, measure=fresh.measure.replace(fresh.magnitude, "").strip())
    if only_filler(fresh, previous) and previous.operation in ("value", "exists"):
        return replace(fresh, measure="", otherwise=undone(matched(previous)))
    if only_filler(fresh, previous) and _given_as_share(previous):
        return replace(fresh, measure="", operation=previous.operation, unit=previous.unit)
    if fresh.language == "en":
        return fresh
    if only_done(fresh):
        return replace(fresh, measure="")
    if fresh.issuers and fresh.issuers != previous.issuers and not fresh.measures:
        deed = deed_of(fresh.measure, matched(previous))  # 乙县改造了多少个, after 甲县改造完工的小区
        fresh = replace(fresh, measure=deed, simplified=deed) if deed else fresh
    if fresh.operation in ("difference", "growth") and (span := only_span(fresh.measure)):
        given = [figure.year for answer in previous.answers[-1:] for figure in answer]
        last = max(given or previous.years, default=0)
        return replace(fresh, measure="", years=(last - span, last) if last else ())
    if fresh.operation == "difference" and fresh.years and previous.years and than_this(fresh.measure):
        return replace(fresh, measure="", years=(previous.years[-1], fresh.years[-1]))
    its = with_its_year(fresh.text) if fresh.operation in ("difference", "growth") else 0
    if its and len(previous.years) == 1 and said_again(fresh.measure, matched(previous)):
        unit = fresh.unit or (previous.unit if fresh.operation == "difference" else None)
        named = tuple(one for one in fresh.assumed if one != "year")
        return replace(fresh, measure="", unit=unit, years=(its,), against_last=False, assumed=named)
    again = said_again(fresh.measure, matched(previous)) or fresh.measure in matched(previous)
    if again and fresh.operation == "difference" and not fresh.years and ON_LAST_YEAR.search(fresh.text):
        return replace(fresh, measure="", unit=fresh.unit or previous.unit)  # 比上年多发布了多少条
    if (years := ago(fresh.measure)) and previous.years:
        return replace(fresh, measure="", years=(previous.years[-1] - years,))
    if only_planned(fresh.measure):
        if previous.operation == "growth" and fresh.operation == "value":
            fresh = replace(fresh, operation="growth", unit=previous.unit)
        return replace(fresh, measure="")
    return replace(fresh, measure=_PRONOUN.sub("", said(fresh.measure)))


def _given_as_share(query: Query) -> bool:
    """Whether it asks for a share that its report gives as one, and names nothing that it is of."""
    last = query.answers[-1] if query.answers else ()
    return query.operation in ("share", "rate") and not query.whole and len(last) == 1 and last[0].unit == "%"


def _is_elliptic(fresh: Query) -> bool:
    if not fresh.measure or _REFERS.search(fresh.text):
        return True
    if inside(fresh) or (only_side(fresh) and not (fresh.years and fresh.issuers)):
        return True
    if (is_part(matched(fresh)) or part_named(matched(fresh))) and (
        fresh.operation == "share" or not fresh.years
    ):
        return True
    return not _asks(fresh.text) and len(fresh.measure) <= 12 and not (fresh.years and fresh.issuers)


def _asks(text: str) -> bool:
    return bool(_ASKS.search(_ABOUT.sub("", text)))


def _ended(previous: Query, fresh: Query) -> Query:
    """最少呢, 合计多少: the end of a rank and the sum of several, which say so only after another question."""
    end = _END.match(fresh.text)
    if end:
        word = end.group("end") or end.group("english").lower()
        least = word in ("少", "低", "小", "fewest", "lowest", "least")
        over = fresh.over or previous.over or "years"
        return replace(fresh, operation="rank", choose="least" if least else "most", over=over, measure="")
    several = max(len(previous.years), len(previous.issuers), len(previous.measures)) > 1
    if not several or fresh.years or fresh.issuers:
        return fresh
    if _AVERAGE.search(fresh.text):
        measure = _AVERAGE.sub("", fresh.measure).removeprefix("每年")
        return replace(fresh, operation="average", over=previous.over, measure=measure)
    return replace(fresh, operation="sum", over=previous.over) if _SUM.search(fresh.text) else fresh


def _measured(previous: Query, fresh: Query) -> Query:
    """The measure: carried, replaced, or the part of the one before."""
    asked = fresh.operation != "value" or _asks(fresh.text)
    operation = (
        fresh.operation if asked and not COMPARES.search(fresh.text) else operation_carried(previous, fresh)
    )
    carried = ("operation",) if operation != fresh.operation else ()
    fresh = replace(
        fresh,
        operation=operation,
        choose=fresh.choose or (previous.choose if not asked else ""),
        places_wanted=fresh.places_wanted or (previous.places_wanted if not asked else None),
        assumed=(*fresh.assumed, *carried),
    )
    if operation != "value" and operation == previous.operation and not asked:
        fresh = replace(fresh, per=previous.per, places=previous.places, ordered=previous.ordered)
    if not fresh.measure:
        return replace(
            fresh,
            measure=carried_out(fresh, previous.measure),
            simplified=carried_out(fresh, matched(previous)),
            measures=previous.measures,
            whole=fresh.whole or (previous.whole if operation == "share" else ""),
            unit=fresh.unit if asked else previous.unit,
            unit_before=previous.unit,
            magnitude=fresh.magnitude or previous.magnitude,
            counts=_counted(previous, operation),
            assumed=(*fresh.assumed, "measure"),
        )
    words = matched(fresh)
    if side := other_side(words, matched(previous)):
        counts = _counted(previous, operation)
        return replace(fresh, measure=side, simplified=side, counts=counts, unit=fresh.unit or previous.unit)
    part = part_named(words) or words
    within = inside(fresh)
    if not (is_part(part) or within):
        fresh = replace(fresh, simplified=words, counts=_counted(previous, operation))
        before = (matched(previous), *reversed(previous.earlier))[:_TRIED]
        wider = tuple(narrowed(one, words) for one in before if one)
        if fresh.operation == "share" and not fresh.whole:
            if previous.operation == "share" and previous.whole and not previous.measures:
                return replace(fresh, whole=previous.whole)  # 举报呢, after what share of all the 投诉 are
            return replace(fresh, whole=matched(previous), of_last=True)
        if fresh.operation in ("difference", "growth") and (than := _THAN.match(fresh.measure)):
            return replace(fresh, measures=(matched(previous), than["other"]), over="")
        if not fresh.counts and operation != "rate":
            return fresh
        instead = () if asked or previous.measures else exchanged(matched(previous), words)
        return replace(fresh, otherwise=wider, narrows=words, instead=instead, unit_before=previous.unit)
    whole = fresh.whole if not within else ""
    of_last = operation == "share" and not whole
    whole = whole or (matched(previous) if operation == "share" else "")
    narrow = narrowed(matched(previous), part)
    measure = f"{previous.measure} {fresh.measure}" if fresh.language == "en" else narrow
    return replace(
        fresh,
        measure=measure,
        simplified=narrow,
        whole=whole,
        of_last=of_last,
        narrows=part,
        counts=_counted(previous, operation),
        assumed=(*fresh.assumed, "measure"),
    )


def _counted(previous: Query, operation: Operation) -> bool:
    """Whether a figure is wanted because the question before wanted, or was answered with, one."""
    figure = previous.counts or bool(previous.unit) or bool(previous.answers and previous.answers[-1])
    return figure and operation in ("value", "exists")

"""Shares and rates that are worked out: a part of a whole, and 办结率, the share of the applications on hand in a
year that were dealt with, from the national form's own totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.alike import counted_alike, counted_in
from assistant.words.terms import FULL, covered, explained, terms
from assistant.work_out.before import risen_from
from assistant.work_out.in_paragraph import in_paragraph
from assistant.work_out.told_before import part_and_told_before
from assistant.work_out.wholes import (
    CAME_IN,
    COUNT_SAID,
    found_as,
    kind_and_whole,
    part_and_whole,
    said_as_much,
)
from assistant.work_out.with_another import in_sentence, whole_beside
from corpus.report import Figure
from corpus.units import same_unit

Pair = tuple[tuple[Figure, ...], tuple[Figure, ...]]
"""The figures that make up a part, and those that make up the whole."""
_RATE = re.compile(r"(?:办结|办理|答复|完成|处理)(?:率|比例)")
_DEEDS = "办结|办理|答复|回复|处理|审结|结案|整改|采纳|化解|回收|收回"
_OF_DEED = re.compile(
    rf"^(?P<thing>.{{2,}}?)的?(?P<how>按期|按时|及时|有效)?(?P<deed>{_DEEDS})(?:完成|到位)?(?:率|比例)$"
)
_CLOSED = re.compile("(?:违法|行政处罚)?(?:案件|案子)?的?[结审][案结]率|(?:违法|行政处罚)?案[件子]的?办结率")
_SAME_DEED = {"回收": "收回", "收回": "回收", "办结": "结案"}
_OUTCOME = re.compile(
    r"^(?P<of>.*(?:行政复议|行政诉讼|复议|诉讼)(?:案件)?)的?(?:结果)?(?P<outcome>维持|纠正|纠错)率$"
)
"""What came of reviews and lawsuits, as a rate: 行政复议纠正率."""
_DEED_ALONE = re.compile(rf"^(?:其中的?|它们?的|这些的?)?(?P<deed>{_DEEDS})(?:率|比例)$")
"""A rate that names nothing that it is of: after a question it is of what that one was answered with."""
_BARE = re.compile("(?:其中的?|它们?的|这些的?|那)?[不未]?[一-鿿]{2}(?:率|比例)")
_SAYS_IT = 0.8
"""How much of what the question before asked the sentence of a rate must say to be of it."""
_CAME = ("受理", "收到", "接到", "立案", "发放", "转办", "发现", "排查", "排查发现")
_SHARES = ("%", "‰", "个百分点")
_WHOSE = re.compile("^全[省市县区局厅镇街]")
_BEFORE = re.compile("(?:原来|原先|以前|之前|过去|改革前|当初|起初)的?(?:水平)?")
_ON_HAND = "本年新收、收到、受理和上年结转的政府信息公开申请数量，依申请公开件"
"""All that the form's first two totals count. A question that names anything else asks for another rate."""
_APPLICATIONS = "applications."
_TOTALS = tuple(f"applications.{part}.total" for part in ("total", "received", "carried_in"))


def rated(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for a share or a rate and its finder, return the answer; None where its figures are not
    found for certain."""
    operation, words, places = finder.query.operation, composer.words, composer.places
    figures: tuple[Figure, ...] = ()
    try:
        if operation == "share" and (pairs := shares(finder)):
            figures = tuple(figure for parts, whole in pairs for figure in (*parts, *whole))
            worked = [
                (
                    words.share(named(parts), named(whole)),
                    calculate.share(counted_as(parts, whole), whole, places),
                    (*parts, *whole),
                )
                for parts, whole in pairs
            ]
            return composer.calculated_each(worked)
        if operation == "rate" and (totals := completion(finder)):
            figures = totals
            return composer.calculated(
                words.completion(totals[0]), calculate.completion(*totals, places=places), figures
            )
        if operation == "rate" and (outcome := _of_outcome(finder)):
            parts, whole = outcome
            figures = (*parts, *whole)
            share = calculate.share(parts, whole, places)
            return composer.calculated(words.share(named(parts), named(whole)), share, figures)
        if operation == "rate" and (pair := of_the_last(finder) or dealt_with(finder)):
            figures = pair
            share = calculate.share(pair[:1], pair[1:], places)
            return composer.calculated(words.share(*pair), share, figures)
    except calculate.CannotCalculate as reason:
        return composer.refusal("not_reported", words.cannot(reason.reason), citations=figures)
    return None


def shares(finder: Finder) -> list[Pair]:
    """Given the finder of a question for shares, return the parts and the whole of each, of each agency and year named; none
    where one is missing."""
    query = finder.query
    measures = query.measures or (measure(query),)
    pairs = [_pairs(one, measures) for one in each_scope(finder)]
    found = [pair for pair in pairs if pair]
    wanted = len(query.pairs) or max(len(query.years), 1) * max(len(query.issuers), 1)
    if len(found) != wanted or any(len(pair) != len(found[0]) for pair in found):
        return []
    return [pair for several in found for pair in several]


def each_scope(finder: Finder) -> list[Finder]:
    """Given a finder, return the finder for each agency and each year that its question names, by the pairs in which it names
    them."""
    query, scope = finder.query, finder.scope
    issuers: list[tuple[str, ...]] = (
        [(one,) for one in query.issuers] if len(query.issuers) > 1 else [scope.issuers]
    )
    years: list[tuple[int, ...]] = [(one,) for one in query.years] if len(query.years) > 1 else [scope.years]
    each: list[tuple[tuple[str, ...], tuple[int, ...]]] = [
        ((issuer,), (year,)) for issuer, year in query.pairs
    ]
    each = each or [(one, year) for one in issuers for year in years]
    return [replace(finder, scope=replace(scope, issuers=issuer, years=year)) for issuer, year in each]


def _pairs(finder: Finder, measures: Sequence[str]) -> list[Pair]:
    """The share of each part, or that of all of them together; nothing where one of them is not found."""
    whole = finder.query.whole
    found = [
        _of_before(finder, part)
        or part_and_whole(finder, part, whole)
        or _last_of(finder)
        or _of_last(finder, part)
        or _of_kind(finder, part)
        or _in_sentence(finder, part)
        or _told_before(finder, part)
        or _in_paragraph(finder, part)
        for part in measures
    ]
    pairs = [pair for pair in found if pair is not None and (_is_within(pair) or _BEFORE.fullmatch(whole))]
    if len(pairs) != len(measures) or len({parts for parts, _ in pairs}) != len(pairs):
        return []
    if not finder.query.summed:
        return pairs
    if len({whole for _, whole in pairs}) != 1:
        return []
    return [(tuple(figure for parts, _ in pairs for figure in parts), pairs[0][1])]


def _of_before(finder: Finder, part: str) -> Pair | None:
    """What something came to and what it was before, as one sentence tells: 相当于原来的百分之几."""
    if not _BEFORE.fullmatch(finder.query.whole):
        return None
    found = finder.measure(part).figure
    before = risen_from(finder.searcher, found) if found else None
    return ((found,), (before,)) if found and before else None


def _told_before(finder: Finder, part: str) -> Pair | None:
    whole = finder.query.whole
    found = part_and_told_before(finder, part, whole) if whole else None
    counted = COUNT_SAID.search(whole)
    if found is None or (counted and not said_as_much(counted, found[1:])):
        return None
    return (found[0],), (found[1],)


def _in_paragraph(finder: Finder, part: str) -> Pair | None:
    found = in_paragraph(finder, part, finder.query.whole)
    said = COUNT_SAID.search(finder.query.whole)
    if found is None or (said and not said_as_much(said, (found[1],))):
        return None
    return (found[0],), (found[1],)


def _of_kind(finder: Finder, part: str) -> Pair | None:
    """A kind of what the question names as its whole, or of what the question before was answered with."""
    query = finder.query
    last = query.answers[-1] if query.of_last and query.answers else ()
    found = kind_and_whole(finder, query.narrows or part, query.whole, last[0] if len(last) == 1 else None)
    return ((found[0],), (found[1],)) if found else None


def _in_sentence(finder: Finder, part: str) -> Pair | None:
    """What the sentence of the answer before goes on to count, as a part of that: 报送信息65篇，被采用27篇."""
    query = finder.query
    last = query.answers[-1] if query.answers else ()
    if not query.of_last or len(last) != 1:
        return None
    asked = replace(finder, query=replace(query, narrows=query.narrows or part))
    found = in_sentence(asked)
    if found is None or _place(found) < _place(last[0]):
        return None
    phrase, thing = found.label.phrase, last[0].label.phrase
    of_it = "被" in phrase or thing in phrase
    return ((found,), last) if of_it else None  # 办理甲486件，办理乙27件: neither is a part of the other


def _place(figure: Figure) -> int:
    """Where in its sentence a figure stands."""
    return figure.sentence.find(figure.raw)


def _last_of(finder: Finder) -> Pair | None:
    """What the question before was answered with, as a part of what this one names: 这占总投资额的比例."""
    query = finder.query
    last = query.answers[-1] if query.answers else ()
    if query.of_last or not query.whole or "measure" not in query.assumed or not last:
        return None
    whole = whole_beside(finder, query.whole, last)
    return (last, (whole,)) if whole is not None else None


def _of_last(finder: Finder, part: str) -> Pair | None:
    """A part of what the question before was answered with: 其中不合格的占百分之几. By the words of the question alone it
    is found only in the same sentence or table."""
    query = finder.query
    if not (query.of_last and query.whole and query.answers and len(query.answers[-1]) == 1):
        return None
    whole = query.answers[-1][0]
    for words in (f"{query.whole}{part}", part, query.narrows):
        parts = found_as(finder, words) if words else ()
        near = words != query.narrows or all(one.citation.block == whole.citation.block for one in parts)
        if parts and near and all(_may_be_of(one, whole) for one in parts):
            return parts, (whole,)
    return None


def _may_be_of(part: Figure, whole: Figure) -> bool:
    """Whether a figure may be a part of another: of the same report and year, counted alike."""
    places = [(one.citation.report, one.year) for one in (part, whole)]
    alike = same_unit(part.unit, whole.unit) or counted_alike(part.unit, whole.unit)
    return part != whole and places[0] == places[1] and alike


def _is_within(pair: Pair) -> bool:
    """Whether a part is no more than its whole, where both say how much they are in one unit; what is itself a share is
    part of none."""
    parts, whole = pair
    if any(one.unit in _SHARES for one in (*parts, *whole)):
        return False
    if any(one.value is None or one.unit != whole[0].unit for one in (*parts, *whole)):
        return True
    first, second = (sum((one.value or Decimal(0) for one in each), Decimal(0)) for each in pair)
    return first <= second


def counted_as(parts: Sequence[Figure], whole: Sequence[Figure]) -> Sequence[Figure]:
    """Given the parts and their whole, return the parts in its unit, where a sentence counts both and says that they are its parts: 解读信息21条，其中
    视频类17篇."""
    begin = f"{whole[0].label.phrase}："
    unit = whole[0].unit or ""
    if len(whole) > 1 or not whole[0].label.phrase:
        return parts
    if any(not counted_alike(one.unit, unit) or not one.label.phrase.startswith(begin) for one in parts):
        return parts
    return [counted_in(one, unit) for one in parts]


def named(parts: Sequence[Figure]) -> Figure:
    """Given the figures of a part or a whole, return one to name it by, labelled as the group of which it is the sum."""
    first = parts[0]
    if len(parts) == 1:
        return first
    if len({part.label.column for part in parts}) > 1:
        columns = "、".join(
            dict.fromkeys(part.label.column[-1] if part.label.column else part.label.phrase for part in parts)
        )
        return replace(first, label=replace(first.label, column=(*first.label.column[:-2], columns)))
    return replace(first, label=replace(first.label, row=first.label.row[:-1]))


def completion(finder: Finder) -> tuple[Figure, Figure, Figure] | None:
    """Given the finder of a question for a rate, return the applications dealt with, newly received and carried
    in, of the newest year in its scope; None where it asks for another rate, or one agency's form does not say."""
    asked, last = measure(finder.query), finder.query.answers[-1:]
    of_applications = bool(last and last[0]) and (last[0][0].label.indicator or "").startswith(_APPLICATIONS)
    asked = f"申请{asked}" if of_applications and _RATE.fullmatch(asked) else asked
    rest = terms(_WHOSE.sub("", _RATE.sub("", asked)))
    if not _RATE.search(asked) or "申请" not in asked or covered(rest, _ON_HAND) < 0.95:
        return None
    found = [finder.searcher.by_indicator(one, finder.scope) for one in _TOTALS]
    newest = max((figure.year for figures in found for figure in figures), default=0)
    chosen = [[figure for figure in figures if figure.year == newest] for figures in found]
    if any(len(figures) != 1 or figures[0].value is None for figures in chosen):
        return None
    done, received, carried = (figures[0] for figures in chosen)
    of_one = done.citation.report == received.citation.report == carried.citation.report
    return (done, received, carried) if of_one else None


def _of_outcome(finder: Finder) -> Pair | None:
    """What came of reviews or lawsuits, and all of them: 行政复议维持率."""
    rate = _OUTCOME.match(measure(finder.query))
    if rate is None:
        return None
    outcome = "维持" if rate["outcome"] == "维持" else "纠正"
    return part_and_whole(finder, f"{rate['of']}结果{outcome}", rate["of"])


def dealt_with(finder: Finder) -> tuple[Figure, Figure] | None:
    """Given the finder of a question for the rate at which something is dealt with, return how much of it was and how
    much came in, where one sentence counts both: 受理欠薪线索2473条，办结2451条; None where it does not."""
    asked = measure(finder.query)
    if _CLOSED.fullmatch(asked):
        asked = f"立案的案件{asked[-3:]}"
    rate = _OF_DEED.match(asked)
    if rate is None:
        return None
    said = COUNT_SAID.search(rate["thing"])
    thing = CAME_IN.sub("", COUNT_SAID.sub("", rate["thing"]).rstrip("，,的"))
    for deed in filter(None, (rate["deed"], _SAME_DEED.get(rate["deed"]))):
        done = found_as(finder, f"{rate['how'] or ''}{deed}{thing}")
        for came in (*(f"{word}{thing}" for word in _CAME), *(() if said else (rate["thing"],))):
            whole = found_as(finder, came)
            if len(whole) != 1 or (said and not said_as_much(said, whole)):
                continue
            for one in (*done, *_done_beside(finder, deed, whole[0])):
                so = not rate["how"] or rate["how"] in one.label.phrase
                if so and len(done) < 2 and _told_together(deed, one, whole[0]):
                    return one, whole[0]
        came_in = _came_before(finder, deed, thing, done[0]) if len(done) == 1 else None
        if came_in is not None and not (said and not said_as_much(said, (came_in,))):
            return done[0], came_in
    return None


def _came_before(finder: Finder, deed: str, thing: str, done: Figure) -> Figure | None:
    """What came in of what was dealt with: as the sentence of this says right before it (发现隐患90条，整改81条), or as its
    paragraph says of the very thing (受理来信40件，其中投诉30件。投诉办结27件)."""
    before = [
        one
        for one in block_of(finder.searcher, done)
        if one.label.phrase.startswith(_CAME) and _told_together(deed, done, one)
        if _place(one) < _place(done) and _of(deed, done, one)
    ]
    if len(before) == 1:
        return before[0]
    nouns = tuple(term for term in terms(thing) if term.weight == FULL and not term.acts)
    whole = found_as(finder, thing)
    if len(whole) != 1 or not nouns or deed not in done.label.phrase or deed in whole[0].label.phrase:
        return None
    near = whole[0].citation.block == done.citation.block and _may_be_of(done, whole[0])
    own = whole[0].label.phrase.rpartition("：")[2]
    named = covered(nouns, done.label.phrase) == covered(nouns, own) == 1
    of_it = all(term.acts or term in nouns for term in terms(done.label.phrase) if term.weight == FULL)
    return whole[0] if near and named and of_it and _is_within(((done,), whole)) else None


def _done_beside(finder: Finder, deed: str, whole: Figure) -> tuple[Figure, ...]:
    """What the sentence of what came in goes on to say was dealt with, naming nothing else: 立案50宗，结案37宗."""
    after = [
        one
        for one in block_of(finder.searcher, whole)
        if one.sentence == whole.sentence != "" and re.search(rf"(?<![不未待予在]){deed}", one.label.phrase)
        if _place(one) > _place(whole) and _of(deed, one, whole)
    ]
    return tuple(after) if len(after) == 1 else ()


def of_the_last(finder: Finder) -> tuple[Figure, Figure] | None:
    """Given the finder of a question for a bare 办结率, return how much was dealt with and how much came in, where the
    question before was answered with one of the two and its sentence gives both, and no rate itself; or None."""
    query = finder.query
    rate = _DEED_ALONE.match(measure(query))
    last = query.answers[-1] if query.answers else ()
    if rate is None or len(last) != 1 or not last[0].sentence:
        return None
    if query.years and last[0].year not in query.years:
        return None
    if query.issuers and last[0].citation.issuer not in query.issuers:
        return None
    deed, came = rate["deed"], None
    beside = [one for one in block_of(finder.searcher, last[0]) if one.sentence == last[0].sentence]
    if any(one.unit in _SHARES and deed in one.label.phrase for one in beside):
        return None
    if deed not in last[0].label.phrase and len(done := _done_beside(finder, deed, last[0])) == 1:
        return (done[0], last[0]) if _told_together(deed, done[0], last[0]) else None
    pairs = []
    for one in beside:  # in the order of the sentence: what is dealt with is of what came in last before it
        if one.label.phrase.startswith(_CAME):
            came = one
        elif came and last[0] in (one, came) and _told_together(deed, one, came) and _of(deed, one, came):
            pairs.append((one, came))
    return pairs[0] if len(pairs) == 1 else None


def of_another(query: Query, answer: Answer) -> bool:
    """Given a question for a bare rate (整改率呢) that follows another, and its answer, return whether that is a rate told of
    something else: not near what answered that one, nor of what it asked."""
    if not (query.earlier or query.answers) or answer.calculation is not None or len(answer.figures) != 1:
        return False
    if not _BARE.fullmatch(query.measure) or not answer.figures[0].label.phrase:
        return False
    told = answer.figures[0]
    last = query.answers[-1] if query.answers else ()
    if any(one.citation.block == told.citation.block for one in last):
        return False
    said = tuple(term for one in query.earlier[-1:] for term in terms(one) if term.weight == FULL)
    return covered(said, f"{told.label.text} {told.sentence}") < _SAYS_IT


def _of(deed: str, done: Figure, whole: Figure) -> bool:
    """Whether the label of what was done names no thing but the whole: 办结 of 受理申请, and not 办结投诉."""
    own = (term for term in terms(done.label.phrase) if term.weight == FULL and not term.acts)
    return all(explained(term.word, f"{deed} {whole.label.phrase}") > 0 for term in own)


def _told_together(deed: str, done: Figure, whole: Figure) -> bool:
    of_one = done != whole and done.sentence == whole.sentence != "" and _may_be_of(done, whole)
    return (
        of_one
        and deed in done.label.phrase
        and deed not in whole.label.phrase
        and _is_within(((done,), (whole,)))
    )

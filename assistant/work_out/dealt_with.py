"""办结率 and its like: how much of what came in was dealt with, from a national form's own totals or from one sentence."""

from __future__ import annotations

import re

from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.words.terms import FULL, covered, explained, terms
from assistant.work_out.shares import RATES, is_within, may_be_of, place
from assistant.work_out.wholes import CAME_IN, COUNT_SAID, found_as, said_as_much
from corpus.report import Figure

_RATE = re.compile(r"(?:办结|办理|答复|完成|处理)(?:率|比例)")
_DEEDS = "办结|办理|答复|回复|处理|审结|结案|整改|采纳|化解|回收|收回"
_OF_DEED = re.compile(
    rf"^(?P<thing>.{{2,}}?)的?(?P<how>按期|按时|及时|有效)?(?P<deed>{_DEEDS})(?:完成|到位)?(?:率|比例)$"
)
_CLOSED = re.compile("(?:违法|行政处罚)?(?:案件|案子)?的?[结审][案结]率|(?:违法|行政处罚)?案[件子]的?办结率")
_SAME_DEED = {"回收": "收回", "收回": "回收", "办结": "结案"}
_DEED_ALONE = re.compile(rf"^(?:其中的?|它们?的|这些的?)?(?P<deed>{_DEEDS})(?:率|比例)$")
"""A rate that names nothing that it is of: after a question it is of what that one was answered with."""
_CAME = ("受理", "收到", "接到", "立案", "发放", "转办", "发现", "排查", "排查发现")
_WHOSE = re.compile("^全[省市县区局厅镇街]")
_ON_HAND = "本年新收、收到、受理和上年结转的政府信息公开申请数量，依申请公开件"
"""All that the form's first two totals count. A question that names anything else asks for another rate."""
_APPLICATIONS = "applications."
_TOTALS = tuple(f"applications.{part}.total" for part in ("total", "received", "carried_in"))


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
        if place(one) < place(done) and _of(deed, done, one)
    ]
    if len(before) == 1:
        return before[0]
    nouns = tuple(term for term in terms(thing) if term.weight == FULL and not term.acts)
    whole = found_as(finder, thing)
    if len(whole) != 1 or not nouns or deed not in done.label.phrase or deed in whole[0].label.phrase:
        return None
    near = whole[0].citation.block == done.citation.block and may_be_of(done, whole[0])
    own = whole[0].label.phrase.rpartition("：")[2]
    named = covered(nouns, done.label.phrase) == covered(nouns, own) == 1
    of_it = all(term.acts or term in nouns for term in terms(done.label.phrase) if term.weight == FULL)
    return whole[0] if near and named and of_it and is_within(((done,), whole)) else None


def _done_beside(finder: Finder, deed: str, whole: Figure) -> tuple[Figure, ...]:
    """What the sentence of what came in goes on to say was dealt with, naming nothing else: 立案50宗，结案37宗."""
    after = [
        one
        for one in block_of(finder.searcher, whole)
        if one.sentence == whole.sentence != "" and re.search(rf"(?<![不未待予在]){deed}", one.label.phrase)
        if place(one) > place(whole) and _of(deed, one, whole)
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
    if any(one.unit in RATES and deed in one.label.phrase for one in beside):
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


def _of(deed: str, done: Figure, whole: Figure) -> bool:
    """Whether the label of what was done names no thing but the whole: 办结 of 受理申请, and not 办结投诉."""
    own = (term for term in terms(done.label.phrase) if term.weight == FULL and not term.acts)
    return all(explained(term.word, f"{deed} {whole.label.phrase}") > 0 for term in own)


def _told_together(deed: str, done: Figure, whole: Figure) -> bool:
    of_one = done != whole and done.sentence == whole.sentence != "" and may_be_of(done, whole)
    return (
        of_one
        and deed in done.label.phrase
        and deed not in whole.label.phrase
        and is_within(((done,), (whole,)))
    )

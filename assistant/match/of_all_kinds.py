"""Of a question that names no kind (游客), the figure that says that it counts all of them: 旅游总人数 beside 过夜游客; and an
item called by the very word asked for (特种设备：电梯) beside what only goes on with it (报停电梯)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.words.terms import FULL, terms
from corpus.units import same_unit, thing

ADDS = 0.4
"""The weight of a word by which a label says more than one that says no more than the question."""
_ALL = re.compile("总(?:人数|人次|数|量|数量|额|计)$")

_COUNT = re.compile("(?<=[一-鿿]{2})(?:总数量?|总[量额]|总?金额|数量?)$")
_DEED = "立案|结案|办结|查处|查办|审结"
_CASES = re.compile(
    rf"^(?P<all>全(?:系统|局|[省市区县队]))?共?(?P<deed>{_DEED})(?:{_DEED}|办理|调查)?(?P<kinds>各[类种]|全部|所有)?"
    r"(?:市场监管|行政处罚|行政|违法|违规)*(?:案件)?(?:总?数量?)?$"
)
"""All the cases of an office: 立案查处各类违法案件, 全系统立案."""
_ASKS_CASES = re.compile(rf"^(?P<deed>{_DEED})(?:查处|查办)?的?(?:(?:违法)?案件)?(?:总?数量?)?$")


def all_cases(asked: Asked, found: Sequence[Candidate]) -> Candidate | None:
    """Given what is asked and the candidates found, return, where it is for the cases as such (立案), the one that says that it
    counts those of all kinds (立案查处各类案件), and not those that came of something told before (举报核查40件，立案3件)."""
    if (deed := _ASKS_CASES.match(asked.measure)) is None:
        return None
    cases = [
        one
        for one in found
        if not (one.summed or one.fit.other) and (told := _CASES.match(one.label.phrase))
        if told["deed"] == deed["deed"] and (told["all"] or told["kinds"])
    ]
    unit = cases[0].figures[0].unit if cases else None
    said = [one for one in found if one.fit.accepted and one not in cases and one.figures[0].unit == unit]
    return cases[0] if len(cases) == 1 and all(_above(cases[0], one) for one in said) else None


def of_all_kinds(best: Candidate, good: Sequence[Candidate]) -> Candidate | None:
    """Given the candidate that says most of a question and all that name what it asks, return, where the best is of a kind
    that the question does not name, the one that counts all kinds and adds nothing else; else None."""
    if best.summed or best.fit.surprise < ADDS or _ALL.search(best.label.phrase):
        return None
    totals = [
        one
        for one in good
        if not one.summed and one.fit.surprise < ADDS and _ALL.search(one.label.phrase) and _above(one, best)
    ]
    return totals[0] if len(totals) == 1 else None


def items_called(asked: Asked, best: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    """Given what is asked, the candidate that says most of it and all that are found, return, where the best only says it
    among other words, the items that sentences give under the very word asked for: the one of all things, where it alone has
    no more to its name than all of them (办结案件：罚没款, beside 民生领域案件：罚没款), or every one."""
    named = _COUNT.sub("", asked.measure)
    if best.summed or not best.label.phrase or best.label.phrase.rpartition("：")[2] == named:
        return []
    if best.fit.surprise < ADDS and best.fit.asked == 1:
        return []
    called = [
        one
        for one in found
        if one is not best and not (one.summed or one.fit.other) and _item(one) == named
        if all(figure.value is not None for figure in one.figures) and _of_inspection(one)
    ]
    of = [
        {
            term.word
            for term in terms(one.label.phrase.rpartition("：")[0])
            if term.weight == FULL and not term.acts
        }
        for one in called
    ]
    plain = [one for one, nouns in zip(called, of, strict=True) if nouns == set.intersection(*of)]
    if len(plain) == 1 and all(_above(plain[0], one) for one in (*called, best) if one is not plain[0]):
        return plain
    return called


def _of_inspection(candidate: Candidate) -> bool:
    """Whether a candidate counts devices or firms, or the money fined in cases: what offices that inspect divide so."""
    unit = candidate.figures[0].unit
    return thing(unit or "") in ("台", "台（套）", "台(套)", "户", "家") or (
        same_unit(unit, "元") and "案件" in candidate.label.phrase
    )


def _item(candidate: Candidate) -> str:
    """What an item is called: 电梯 of 特种设备：电梯."""
    above, _, own = candidate.label.phrase.rpartition("：")
    return own if above else ""


def _above(whole: Candidate, part: Candidate) -> bool:
    """Whether one gives for the same agencies and years as another more of what is counted alike."""
    more = {(one.citation.report, one.year): one for one in whole.figures}
    pairs = [(more.get((one.citation.report, one.year)), one) for one in part.figures]
    return all(
        of and of.unit == one.unit and of.value is not None and one.value is not None and of.value > one.value
        for of, one in pairs
    )

"""A second chance for a figure that no label answers in the question's own words: its everyday words read as what reports
write for them.

A figure answers only if all that tells in the question stands in its label, its sentence or above it, if its label adds
little to that, and if no other does as well: what only sounds like it is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.find.select import Selection
from assistant.match.asked import Asked
from assistant.match.candidates import Candidate, candidates
from assistant.match.fit import told_around
from assistant.match.narrowed import of_other_extent
from assistant.words.alike import counts_another, same, unit_fits
from assistant.words.labels import essential, leaves
from assistant.words.plans import AHEAD, planned
from assistant.words.terms import AKIN, FULL, LIGHT, Term, part_of_speech, terms, told
from corpus.report import Figure
from corpus.units import thing
from index.search import Evidence

ASKED, CORE, OWN = 0.65, 0.25, 0.5
"""How much of the question a label must say with what stands around it, how much of it by itself, and how much of the
label the question."""
ALL_BUT, LEAST_OWN = 0.85, 0.3
"""How much of the question a label must say that says more of its own."""
BEYOND = 0.1
"""By how much the best must be better than any other."""
OF_ALL = 0.25
"""What it adds that a label counts all, where all are asked for."""
_IN_ALL, _ALL = re.compile("一共|总共|全部|合计"), re.compile("全[省市县区镇乡局厅]|总[数量额]")
_PEOPLE = re.compile(
    "(?:多少|几)(?!钱)[^，,。？?多少几]{0,8}?(?:人|孩子|娃|儿童|干部|职工|学生|老师|市民|群众|游客|老板)"
    "(?!次|民币|均|大|[\u4e00-\u9fff]?(?:建议|信箱))"
)
_MONEY = re.compile("多少(?:的)?(?:奖金|补贴|津贴|补助|工资|罚款|经费|资金|费用|款)")
_SIZES = (
    (re.compile("多重"), frozenset({"吨", "公斤", "千克", "斤", "克"})),
    (re.compile("多长(?!时间)|多远"), frozenset({"公里", "千米", "米"})),
    (re.compile("多(?:长时间|久)"), frozenset({"天", "工作日", "小时", "分钟", "个月", "年", "日"})),
)
"""What people ask for without its unit."""
_OF_ONE_KIND = frozenset({"种", "期", "批", "批次", "篇", "则", "场", "场次"})
"""Words that count one kind of thing: 4批 are no answer to 多少种."""
_OPPOSED = (
    (re.compile("(?<![翻重更创])新(?![增建添修装开设]|$)"), re.compile("老旧|老楼|旧")),
    (re.compile("城(?!乡)|市区"), re.compile("农村|乡村|村(?!级)")),
    (re.compile("农村|乡下|村里"), re.compile("城镇|城市|市区")),
    (re.compile("男"), re.compile("女")),
    (re.compile("女"), re.compile("男")),
)
"""What is not said of one thing that a label says of the other."""
_ALSO = frozenset(
    {
        ("次", "人次"),
        ("天", "工作日"),
        ("天", "个工作日"),
        ("家", "户"),
        ("本", "册"),
        ("条", "艘"),
        ("只", "艘"),
    }
)
_SHARE = " 率 比例 比重 占比"
"""What a share may be called."""
_DENIAL = "没未不无"
_EXCEPT = re.compile("除去|除了|除开|除.{1,8}(?:之外|以外|外)|剩|其余")
"""What asks for a figure less another."""


def may_be(spoken: Sequence[Term], question: str) -> bool:
    """Given the words of a measure as the thesaurus has them and the question, return whether reports may write any of
    them otherwise, and it asks for nothing less another."""
    return any(term.others for term in spoken) and not _EXCEPT.search(question)


def in_other_words(
    measure: str, spoken: Sequence[Term], question: str, evidence: Sequence[Evidence], unit: str | None
) -> Selection:
    """Given a measure, its words as the thesaurus has them and the question in simplified Chinese, the figures found in
    scope and the unit asked for, return the figure that answers in the words of reports, or none."""
    issuers = " ".join({one.item.citation.issuer for one in evidence})
    words = tuple(
        term for term in spoken if term.weight > LIGHT and (term.others or term.word not in issuers)
    )
    official = " ".join(other for term in words for other in term.others) + _SHARE * (unit == "%")
    asked = Asked(measure=f"{measure} {official}", text=f"{question} {official}", terms=words, names={})
    found = [
        one
        for one in evidence
        if isinstance(one.item, Figure)
        and _in_unit(question, unit, one.item.unit)
        and not counts_another(one.item, unit)
        and _affirms(spoken, one.item)
    ]
    every = [_as_it_came(question, one) for one in candidates(asked, found) if _answers(asked, measure, one)]
    whole = _IN_ALL.search(question) is not None
    every.sort(key=lambda one: -_score(one, whole))
    rivals = tuple(one for one in every[1:] if _rivals(every[0], one, whole))
    return Selection(every[0], rivals) if every else Selection()


def _in_unit(question: str, unit: str | None, given: str | None) -> bool:
    """Whether a figure's unit is what the question asks in, or would ask in if it said so: 多少老人, 有多重."""
    for asks, units in _SIZES:
        if asks.search(question):
            return thing(given or "") in units
    unit = unit or ("元" if _MONEY.search(question) else "人" if _PEOPLE.search(question) else None)
    bare = thing(given or "").partition("（")[0]
    if unit in _OF_ONE_KIND:
        return bare.removesuffix("次") == unit.removesuffix("次")
    return unit_fits(unit, given) or unit_fits(unit, bare.removesuffix("次") or "次") or (unit, bare) in _ALSO


def _affirms(spoken: Sequence[Term], figure: Figure) -> bool:
    """Whether a figure does not say what the question denies: 办结 is none of what was 没办结."""
    denials = [term.word for term in spoken if term.word[0] in _DENIAL and not term.others]
    label = figure.label.text.replace("罚没", "罚")
    said = any(len(word) > 1 and word in figure.sentence for word in denials)
    return not denials or said or any(one in label for one in _DENIAL)


def _as_it_came(question: str, one: Candidate) -> Candidate:
    """A candidate without the plans of a year of which it has what became of them."""
    done = {(figure.citation.issuer, figure.year) for figure in one.figures if not planned(figure)}
    ahead = AHEAD.search(question) is not None
    kept = tuple(
        figure
        for figure in one.figures
        if (figure.citation.issuer, figure.year) not in done or not planned(figure)
    )
    return one if ahead else replace(one, figures=kept)


def _answers(asked: Asked, measure: str, one: Candidate) -> bool:
    fit, figure = one.fit, one.figures[-1]
    if one.summed or fit.other or fit.asked < ASKED or fit.core < CORE:
        return False
    if fit.own < (LEAST_OWN if fit.asked >= ALL_BUT else OWN):
        return False
    if of_other_extent(replace(asked, measure=measure), figure.label, figure):
        return False
    if _opposed(measure, figure.label.phrase) or unsaid(asked.terms, figure):
        return False
    if _of_another_kind(asked.terms, measure, figure):
        return False
    return not _does_otherwise(asked, measure, figure)


def unsaid(words: Sequence[Term], figure: Figure) -> tuple[Term, ...]:
    """Given the words of a question and a figure, return the telling ones that nothing about the figure says."""
    text = f"{figure.label.text} {told_around(figure, figure.label)}"
    return tuple(term for term in words if term.weight == FULL and told(term, text) < AKIN)


def _opposed(measure: str, label: str) -> bool:
    """Whether a label says the opposite of a word of the question: 老旧小区 is none of the 新小区."""
    return any(
        asks.search(measure) and other.search(label) and not (asks.search(label) or other.search(measure))
        for asks, other in _OPPOSED
    )


def _of_another_kind(words: Sequence[Term], measure: str, figure: Figure) -> bool:
    """Whether a label is of another kind of the thing asked for than the question names: 幼儿园学位 is no 中学学位, though its
    sentence tells of schools."""
    things = [term for term in words if term.weight == FULL and not term.acts]
    head = things[-1].word if things else ""
    own = next(iter(leaves(figure.label)), "")
    if not head or not (measure.endswith(head) and own.endswith(head)):
        return False
    kinds = things[:-1]
    named = [term for term in terms(own.removesuffix(head)) if term.weight == FULL and not term.acts]
    if not (kinds and named and measure.endswith(f"{kinds[-1].word}{head}")):
        return False
    if not all(part_of_speech(one.word).startswith("n") for one in (kinds[-1], named[-1])):
        return False
    said = any(told(term, figure.label.text) for term in kinds) or any(told(term, measure) for term in named)
    return not said


def _does_otherwise(asked: Asked, measure: str, figure: Figure) -> bool:
    """Whether a figure's label says that something else was done than the question asks for: 优化公交线路 is no 新开."""
    heads = " ".join(piece.rpartition("的")[2] for piece in measure.split())
    if all(told(term, figure.label.text) for term in asked.terms if term.acts and term.word in heads):
        return False
    own = [term for part in leaves(figure.label) for term in terms(essential(part)) if term.weight > LIGHT]
    return bool(own) and part_of_speech(own[0].word).startswith("v") and not told(own[0], asked.measure)


def _score(one: Candidate, whole: bool) -> float:
    """How well a candidate answers: of all of them (一共) best by what says that it counts all (全县)."""
    return one.fit.score + OF_ALL * (whole and any(map(_ALL.search, leaves(one.label))))


def _rivals(best: Candidate, other: Candidate, whole: bool) -> bool:
    """Whether another figure answers nearly as well, and differs; a part of what was asked for is no rival to it."""
    part = best.label.phrase and other.label.phrase.startswith(f"{best.label.phrase}：")
    agree = all(same(best.figures[-1], figure) for figure in other.figures)
    return not part and not agree and _score(other, whole) > _score(best, whole) - BEYOND

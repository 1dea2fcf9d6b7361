"""What a question asks to be measured: its words, and what the national forms call so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understand.breakdown import without_applicants, without_parts
from assistant.understand.joined import AND, TAILS
from assistant.words.terms import FULL, LIGHT, Term, explained, plain, terms
from corpus.indicators import called
from corpus.language.grammar import leading_verb

_AND = re.compile(
    f"以及|还有|{AND}|"
    r"(?<=[一-鿿]{2})跟(?![踪进])(?=[一-鿿]{2})|"
    r"(?<=[一-鿿]{2})(?<![增参追更叠附施添])加(?![装强快大入工油密班盟固计开减点分速深挂拿权总征注])(?=[一-鿿]{2})"
)
_SUBJECT, _OF_ALL_FORMS = "信息公开", frozenset({"政府", "信息", "公开"})
"""What everything in the national forms is about: said in a question, it tells none of their labels from another."""
_OPENNESS, _OF_OPENNESS = re.compile("政务公开(?!申请)"), frozenset({"政务", "公开", "政务公开"})
"""What all of a report on disclosure is about, in one word: 政务公开培训."""
_BUDGET, _SETTLED = "预算", "决算"


@dataclass(frozen=True, slots=True)
class Asked:
    """A measure in simplified Chinese, its words, and the national form's indicators that it calls by name,
    each with the words that do ("批了多少证" for the licences)."""

    measure: str
    text: str
    terms: tuple[Term, ...]
    names: dict[str, str]
    joined: tuple[tuple[Term, ...], ...] = ()
    """The telling nouns of each of the things that the measure joins by 和: 议案和建议."""

    @classmethod
    def of(cls, measure: str, question: str = "") -> Asked:
        """Given the measure, and the whole question in simplified Chinese, return what is asked."""
        words, measure = terms(measure), joined(measure)
        text = f"{question} {measure}"
        names = called(without_applicants(text)) | called(text) | _plainly(measure)
        telling = tuple(word for word in words if word.weight > LIGHT) or words
        return cls(measure, text, telling, names, _joined(measure))

    @property
    def words(self) -> frozenset[str]:
        return frozenset(term.word for term in self.terms)

    @property
    def nouns(self) -> bool:
        """Whether the measure names a thing, and not only what was done."""
        return any(term.weight == FULL and not term.acts for term in self.terms)

    @property
    def within_forms(self) -> tuple[Term, ...]:
        """The words but those for what the national forms are all about, which their labels need not say."""
        rest = tuple(term for term in self.terms if term.word not in _OF_ALL_FORMS)
        return rest if rest and _SUBJECT in self.measure else self.terms

    def within_report(self, title: str) -> tuple[Term, ...]:
        """Given the title of the report that a figure is of, return the words but those for what all of it is about: in a
        budget, a 接待费预算 is the 接待费."""
        about = _OF_OPENNESS if _SUBJECT in title and _OPENNESS.search(self.measure) else frozenset[str]()
        if _BUDGET in title and _SETTLED not in title and self.measure.endswith(_BUDGET):
            about |= {_BUDGET}
        rest = tuple(term for term in self.terms if term.word not in about)
        return rest if any(term.weight == FULL for term in rest) else self.terms

    @property
    def thing(self) -> str:
        """The thing of which the question asks how much there is, without what was done with it: 政府信息 of 公开的政府信息."""
        named = self.measure.rpartition("的")[2].strip()
        return named.removeprefix(leading_verb(named)).strip()

    def leaves_unsaid(self, words: str) -> bool:
        """Given words of a label, return whether one of them tells something that the question does not say."""
        return any(term.weight == FULL and not explained(term.word, self.text) for term in terms(words))

    def named(self, indicator: str | None) -> str:
        """The words that name an indicator, or its total where the indicator is a part of one; or nothing."""
        if indicator is None:
            return ""
        return self.names.get(indicator) or self.names.get(f"{indicator.rpartition('.')[0]}.total", "")


def joined(measure: str) -> str:
    """Given a measure, return it without the spaces left where a question word stood between its words."""
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", measure)


def parts_of(measure: str) -> list[str]:
    """Given a measure, return the words for each of the things that it joins."""
    return [part for part in _AND.split(measure) if len(part) > 1]


def _joined(measure: str) -> tuple[tuple[Term, ...], ...]:
    shared = next((tail for tail in TAILS if measure.endswith(tail)), "")
    parts = _AND.split(measure.removesuffix(shared))
    nouns = [_nouns(part.rpartition("的")[2] or part) for part in parts]
    return tuple(nouns) if len(nouns) > 1 and all(nouns) else ()


def _nouns(part: str) -> tuple[Term, ...]:
    """The nouns that tell what a part is; of 服务类, which has none, those that tell half as much."""
    nouns = [term for term in terms(part) if term.weight > LIGHT and not term.acts]
    return tuple(term for term in nouns if term.weight == FULL) or tuple(nouns)


def _plainly(measure: str) -> dict[str, str]:
    """The indicator that the one telling word of a measure means by itself: 申请, whoever applied."""
    said = [term.word for term in terms(without_parts(measure)) if term.weight == FULL]
    return {indicator: word for word, indicator in plain().items() if said == [word]}

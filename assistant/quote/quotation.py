"""From the passages found to the quotation that answers, verbatim and as short as answers the question: the
likeliest stretch, if it is likely enough, with the list or the section it stands for. Otherwise none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import rjieba

from assistant.quote.definitions import defined
from assistant.quote.lists import Whole
from assistant.quote.processing_fee import fee_told
from assistant.quote.ranker import Ranked, ranked
from assistant.quote.reasons import asked_why, stated
from assistant.quote.speaker import speaker
from assistant.quote.stretches import Stretch
from assistant.quote.unread import says_unread
from assistant.quote.wanted import Wanted
from assistant.quote.why_settled import why_settled
from assistant.words.demands import demanded, meets
from assistant.words.kinds import admits, tells_problems, under_plans
from assistant.words.terms import LIGHT
from corpus.report import Citation, Passage, Report
from corpus.sentences import pieces
from index.search import Evidence, Scope, Searcher

ENOUGH, ENOUGH_CUSTOMARY = 0.75, 0.3
"""The probability from which a stretch is given as the answer, and from which one is of a kind that is asked for of the
report itself or stands in a customary place: the problems, the plans, whom to turn to (tests/bench/train_passages.py
prints the choice)."""
ENOUGH_SAID = 0.5
"""The same for one that says most of what is asked, in whatever words, as no other text does."""
_OF_SOMETHING = frozenset({"unit", "who", "name", "shown", "grudge", "numbered"})
"""Kinds of answer that are nobody's where no thing is named (是哪个部门收的), not even the report."""
_MEASURES = re.compile("问题|不足|短板|改进|措施|整改|打算|计划")
_INTENT = re.compile(
    "(?:措施|举措|打算|改进)[^，,。；;]{0,4}[：:]|下一步|下阶段|今后|接下来|将|拟|打算|(?:针对|围绕)[^，,。]{0,12}(?:问题|不足|短板|薄弱)"
)
_REPORT = re.compile("报告|report", re.IGNORECASE)
_LIKELIEST = 12
"""The stretches among which one is looked for that says what an English question names."""
NEAR, CUSTOMARY = 40, 8
"""Passages found by the question, and by where answers of its kind customarily stand."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A verbatim quotation with its citation and the probability that it answers."""

    citation: Citation
    probability: float


def gathered(searcher: Searcher, wanted: Wanted, scope: Scope) -> list[Evidence]:
    """Given what is wanted and the scope, return the passages that may answer, each once."""
    searcher.prepare((_sought(wanted), *_both(wanted)))
    found = list(searcher.passages(_sought(wanted), scope, NEAR))
    least = found[-1].dense if found else 0.0
    for probe in dict.fromkeys(kind.probe for kind in wanted.kinds if kind.probe):
        there = searcher.passages(probe, scope, CUSTOMARY)
        found += [replace(one, dense=least, lexical=0.0) for one in there]  # near the probe, not the question
    once = {(one.item.citation.report, one.item.citation.anchor): one for one in reversed(found)}
    return _by_sentences(searcher, wanted, [one for one in once.values() if isinstance(one.item, Passage)])


def _by_sentences(searcher: Searcher, wanted: Wanted, found: Sequence[Evidence]) -> list[Evidence]:
    """The passages with how near each of their sentences lies to what is measured, and to the question."""
    texts = [
        [one.item.text[slice(*span)] for span in pieces(one.item.text)]
        for one in found
        if isinstance(one.item, Passage)
    ]
    near = searcher.nearness(_both(wanted), [text for some in texts for text in some]).tolist()
    rows = iter(map(tuple, near))
    return [
        replace(one, sentences=tuple(islice(rows, len(some)))) for one, some in zip(found, texts, strict=True)
    ]


def _both(wanted: Wanted) -> tuple[str, str]:
    """What is measured, and the question as it was asked."""
    return wanted.measure or wanted.question, wanted.question


def _sought(wanted: Wanted) -> str:
    """The text to search by: for the problems or the plans of a report as a whole, where they customarily stand."""
    if any(term.weight > LIGHT for term in wanted.topic):
        return wanted.measure
    return next((kind.probe for kind in wanted.kinds if kind.probe), wanted.measure)


def quotations(
    wanted: Wanted, evidence: Sequence[Evidence], report: Callable[[str], Report]
) -> list[Quotation]:
    """Given what is wanted, the passages that may answer and how to open a report, return the quotation that
    answers, in parts where it runs over several paragraphs; none when no passage answers, or when what is wanted
    names no more than one character (是哪几个号？) or nothing at all (是哪个部门收的？)."""
    if not wanted.kinds and [len(term.word) for term in wanted.topic] == [1]:
        return []
    if (
        not wanted.topic
        and {kind.name for kind in wanted.kinds} <= _OF_SOMETHING
        and not _REPORT.search(wanted.question)
    ):
        return []
    told = _reasons(wanted, evidence, report) or _speakers(wanted, evidence, report)
    told = told or _fees(wanted, evidence, report)
    if told or (told := _defined(wanted, evidence, report)):
        return told
    found = _saying_unread(wanted, ranked(wanted, evidence))
    listed = _listed(wanted, found)
    best = listed or _under_heading(wanted, found) or next(iter(found), None)
    if best is None:
        return []
    if _half_named(wanted, best.stretch):
        return []
    citation = cited(best.stretch)
    every = Whole(report(citation.report), wanted)
    likely = best is listed or best.probability >= (
        min(ENOUGH_SAID, enough(wanted)) if best.says_most else enough(wanted)
    )
    if not likely and not every.under_headings(citation):
        return []
    whole = every.of(every.announced(citation))
    if whole[-1].quote.endswith(("：", ":")):
        return []  # it announces what the report does not go on to say in words
    if _of_report_as_such(wanted, "problems") and not any(map(_says_problems, whole)):
        return []  # 问题 that were solved, or found in others, are none of the report's own
    if _of_report_as_such(wanted, "measures") and not any(map(_says_plans, whole)):
        return []  # 进一步, of what was done, is no plan of the report's own
    if demanded(wanted.question) and not meets(wanted.question, " ".join(one.quote for one in whole)):
        return []  # what met it has no part in the item that answers
    return [Quotation(one, best.probability) for one in whole]


def _saying_unread(wanted: Wanted, found: Sequence[Ranked]) -> Sequence[Ranked]:
    """The likeliest stretches that say what an English question names in words that have no Chinese yet; all of them where it
    has none."""
    if not wanted.unread:
        return found
    return [
        one
        for one in found[:_LIKELIEST]
        if says_unread(wanted, one.stretch.text, " ".join(one.stretch.passage.section))
    ]


def _half_named(wanted: Wanted, stretch: Stretch) -> bool:
    """Whether a text says, of a word that is made of two and is all that is asked about (知识产权), only the one: 业务知识."""
    telling = [term.word for term in wanted.topic if term.weight > LIGHT]
    whole = "".join(telling)
    if len(telling) != 2 or whole not in rjieba.cut(wanted.question, False):
        return False
    said = [word in " ".join((stretch.text, *stretch.passage.section)) for word in telling]
    return any(said) and not all(said)


def _of_report_as_such(wanted: Wanted, kind: str) -> bool:
    """Whether a kind of answer is asked for of the report as a whole, and of no thing in it."""
    return wanted.named(kind) and not any(term.weight > LIGHT for term in wanted.topic)


def _says_problems(citation: Citation) -> bool:
    """Whether a citation tells what is wanting: it stands under a heading of problems, or admits it."""
    return any(map(tells_problems, citation.section)) or admits(citation.quote)


def _says_plans(citation: Citation) -> bool:
    """Whether a citation tells what is to be done about what is wanting: it stands under a heading of plans or of problems,
    or says that it is to come."""
    above = citation.section
    return (
        under_plans(above)
        or _MEASURES.search(" ".join(above)) is not None
        or _INTENT.search(citation.quote) is not None
    )


def _reasons(
    wanted: Wanted, evidence: Sequence[Evidence], report: Callable[[str], Report]
) -> list[Quotation]:
    """Why an item of a budget or an account changed, where the one report that may answer says so of the item; of one
    agency's reports, that of the later year, which tells what changed on the earlier."""
    cited = {one.item.citation.report: one.item.citation for one in evidence}
    reports = sorted(cited.items(), key=lambda one: -one[1].year)
    if not reports or len({(one.issuer, one.year) for _, one in reports}) < len(reports):
        return []
    if len({one.issuer for _, one in reports}) != 1:
        return []
    name, citation = reports[0]
    if settled := why_settled(wanted, report(name)):
        return [Quotation(one.cited(citation), 1.0) for one in settled]
    if asked_why(wanted) is None:
        return []
    return [Quotation(one.cited(citation), 1.0) for one in stated(wanted, report(name))]


def _speakers(
    wanted: Wanted, evidence: Sequence[Evidence], report: Callable[[str], Report]
) -> list[Quotation]:
    """Who gave the report, where just one of those that may answer says so below its title."""
    if not wanted.named("person"):
        return []
    reports = dict.fromkeys(one.item.citation.report for one in evidence)
    found = [one for name in reports for one in speaker(wanted, report(name))]
    return [Quotation(found[0], 1.0)] if len(found) == 1 else []


def _fees(wanted: Wanted, evidence: Sequence[Evidence], report: Callable[[str], Report]) -> list[Quotation]:
    """Whether people were charged for papers, where the one report that may answer says so."""
    reports = dict.fromkeys(one.item.citation.report for one in evidence)
    found = [fee_told(wanted, report(name)) for name in reports]
    return [Quotation(one, 1.0) for one in found[0]] if len(found) == 1 else []


def _defined(
    wanted: Wanted, evidence: Sequence[Evidence], report: Callable[[str], Report]
) -> list[Quotation]:
    """What the term asked about means, where just one of the reports that may answer explains it."""
    reports = dict.fromkeys(one.item.citation.report for one in evidence)
    found = [one for name in reports for one in defined(wanted, report(name))]
    return [Quotation(found[0], 1.0)] if len(found) == 1 else []


def _listed(wanted: Wanted, found: Sequence[Ranked]) -> Ranked | None:
    """Where the likeliest stretch does not say of what it is asked which ones they are, the one that opens the list of
    these."""
    if not found or wanted.names(found[0].stretch.text):
        return None
    lists = (one for one in found if one.probability >= ENOUGH_CUSTOMARY and wanted.opens(one.stretch.text))
    return next(lists, None)


def _under_heading(wanted: Wanted, found: Sequence[Ranked]) -> Ranked | None:
    """The likeliest stretch that answers under the heading of the side of things asked about (养老方面), where one is."""
    asked = wanted.whole or "方面" in wanted.question
    likely = (one for one in found if one.probability >= ENOUGH and asked)
    return next((one for one in likely if wanted.asks_section(one.stretch.passage.section)), None)


def enough(wanted: Wanted) -> float:
    """Given what is wanted, return how likely a stretch must be the answer to be given."""
    customary = any(kind.probe for kind in wanted.kinds) or (wanted.kinds and not wanted.topic)
    return ENOUGH_CUSTOMARY if customary else ENOUGH


def cited(stretch: Stretch) -> Citation:
    """Given a stretch, return its citation."""
    citation = stretch.passage.citation
    assert citation.span is not None
    offset = citation.span[0]
    return replace(citation, span=(offset + stretch.start, offset + stretch.end), quote=stretch.text)

"""Shares and rates that are worked out: a part of a whole, what came of reviews and lawsuits, and how much of what came in
was dealt with."""

from __future__ import annotations

import re

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.terms import FULL, covered, terms
from assistant.work_out.dealt_with import completion, dealt_with, of_the_last
from assistant.work_out.shares import Pair, counted_as, named, shares
from assistant.work_out.wholes import part_and_whole
from corpus.report import Figure

_OUTCOME = re.compile(
    r"^(?P<of>.*(?:行政复议|行政诉讼|复议|诉讼)(?:案件)?)的?(?:结果)?(?P<outcome>维持|纠正|纠错)率$"
)
"""What came of reviews and lawsuits, as a rate: 行政复议纠正率."""
_BARE = re.compile("(?:其中的?|它们?的|这些的?|那)?[不未]?[一-鿿]{2}(?:率|比例)")
_SAYS_IT = 0.8
"""How much of what the question before asked the sentence of a rate must say to be of it."""


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


def _of_outcome(finder: Finder) -> Pair | None:
    """What came of reviews or lawsuits, and all of them: 行政复议维持率."""
    rate = _OUTCOME.match(measure(finder.query))
    if rate is None:
        return None
    outcome = "维持" if rate["outcome"] == "维持" else "纠正"
    return part_and_whole(finder, f"{rate['of']}结果{outcome}", rate["of"])


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

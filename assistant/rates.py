"""Shares and rates that are worked out: a part of a whole, and 办结率, the share of the applications on hand in a
year that were dealt with, from the national form's own totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import calculate
from assistant.compose import Composer
from assistant.find import Finder, measure
from assistant.reply import Answer
from assistant.terms import covered, terms
from assistant.wholes import part_and_whole
from corpus.report import Figure

_RATE = re.compile(r"(?:办结|办理|答复|完成|处理)(?:率|比例)")
_ON_HAND = "本年新收、收到、受理和上年结转的政府信息公开申请数量，依申请公开件"
"""All that the form's first two totals count. A question that names anything else asks for another rate."""
_TOTALS = tuple(f"applications.{part}.total" for part in ("total", "received", "carried_in"))


def rated(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for a share or a rate and its finder, return the answer; None where its figures are not
    found for certain."""
    operation, words = finder.query.operation, composer.words
    if len(finder.query.issuers) > 1:
        return None  # each would have a share of its own
    figures: tuple[Figure, ...] = ()
    try:
        if operation == "share" and (pair := part_and_whole(finder)):
            parts, whole = pair
            figures = (*parts, whole)
            return composer.calculated(
                words.share(_named(parts), whole), calculate.share(parts, whole), figures
            )
        if operation == "rate" and (totals := completion(finder)):
            figures = totals
            return composer.calculated(words.completion(totals[0]), calculate.completion(*totals), figures)
    except calculate.CannotCalculate as reason:
        return composer.refusal("not_reported", words.cannot(reason.reason), citations=figures)
    return None


def _named(parts: Sequence[Figure]) -> Figure:
    """A figure to name a part by: one labelled as the group of which it is the sum."""
    first = parts[0]
    if len(parts) == 1:
        return first
    return replace(first, label=replace(first.label, row=first.label.row[:-1]))


def completion(finder: Finder) -> tuple[Figure, Figure, Figure] | None:
    """Given the finder of a question for a rate, return the applications dealt with, newly received and carried
    in, of the newest year in its scope; None where it asks for another rate, or one agency's form does not say."""
    asked = measure(finder.query)
    rest = terms(_RATE.sub("", asked))
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

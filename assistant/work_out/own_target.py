"""What was done set against the target that its own sentence gives beside it: 完成处置310亩（任务120亩）."""

from __future__ import annotations

import re

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.find.grouped import block_of
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.work_out.between import gap
from corpus.report import Figure
from corpus.units import same_unit

_TARGET = re.compile(
    r"(?:它|其|该|这个)?的?(?:20\d\d年)?(?:本年度?|全年|年度|年初|当年|既定|原定|上级下达|下达|的|计划|目标|任务)*(?:任务|目标|计划|指标)(?:数|值|量|任务|面积)?"
)
_OF_DEED = re.compile(r"^(?:已经?|实际(?:上)?|真正|累计)(?:完成)?的?")


def against_its_own(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question that sets what was done against its target, and its finder, return the answer; None where it asks
    for nothing of the kind, or the sentence that tells what was done gives no target of it."""
    query = finder.query
    words = _done(finder)
    if not words:
        return None
    found = finder.measure(words)
    figures = [one for each in (found.chosen, *found.rivals) if each for one in each.figures]
    pairs = [(one, target) for one in figures if (target := _target_of(finder, one)) is not None]
    if len(pairs) != 1:
        return None
    done, target = pairs[0]
    try:
        if query.operation != "share":
            return gap(composer, done, target)
        result = calculate.share((done,), (target,), composer.places)
        return composer.calculated(composer.words.share(done, target), result, (done, target))
    except calculate.CannotCalculate:
        return None


def _done(finder: Finder) -> str:
    """The words for what was done, where the question sets it against what they call only the target; else nothing."""
    query = finder.query
    words = ""
    if query.language == "en":
        return ""
    if query.against_plan:
        words = measure(query)
    elif query.operation in ("difference", "growth") and len(query.measures) == 2:
        words = query.measures[0] if _TARGET.fullmatch(query.measures[1].replace(" ", "")) else ""
    elif query.operation == "share" and not query.measures:
        words = measure(query) if _TARGET.fullmatch(query.whole.replace(" ", "")) else ""
    return _OF_DEED.sub("", words)


def _target_of(finder: Finder, done: Figure) -> Figure | None:
    """The target that the sentence of a figure gives of it."""
    found = [
        one
        for one in block_of(finder.searcher, done)
        if (one.sentence, one.year) == (done.sentence, done.year)
        and one.value is not None
        and same_unit(one.unit, done.unit)
        and one.label.phrase.startswith(f"{done.label.phrase}：")
        and _TARGET.fullmatch(one.label.phrase.removeprefix(f"{done.label.phrase}："))
    ]
    return found[0] if done.label.phrase and len(found) == 1 else None

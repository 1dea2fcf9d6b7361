"""What something was before an event set against what it was after it, as one sentence tells both: 改革前是改革后的几倍."""

from __future__ import annotations

import re

from assistant.find.finder import Finder
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.work_out.before import risen_from, risen_to
from assistant.work_out.between import gap

_SIDE = re.compile(r"(?P<event>[\u4e00-\u9fff]{2,6}?)(?:之|以)?(?P<side>[前后])的?")
_OTHER = {"前": "后", "后": "前"}


def before_and_after(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question that sets what was before an event against what was after it, and its finder, return the answer;
    None where it asks otherwise, or no sentence that speaks of the event tells what rose or
    fell from the one to the other."""
    query = finder.query
    if query.operation not in ("difference", "growth") or len(query.measures) != 2:
        return None
    first, second = (one.replace(" ", "") for one in query.measures)
    alone = _SIDE.fullmatch(second)
    if alone is None:
        return None
    said = re.search(rf"{re.escape(alone['event'])}(?:之|以)?{_OTHER[alone['side']]}的?", first)
    thing = (first[: said.start()] + " " + first[said.end() :]).strip() if said else ""
    found = finder.measure(thing.removeprefix("的")) if thing else None
    if found is None or found.chosen is None:
        return None
    pairs = []
    for candidate in (found.chosen, *found.rivals):
        for figure in (one for one in candidate.figures if alone["event"] in one.sentence):
            before, after = risen_from(finder.searcher, figure), risen_to(finder.searcher, figure)
            if before is not None:
                pairs.append((before, figure))
            elif after is not None:
                pairs.append((figure, after))
    if len({(one.value, other.value) for one, other in pairs}) != 1:
        return None
    earlier, later = pairs[0]
    return gap(composer, *((later, earlier) if alone["side"] == "前" else (earlier, later)))

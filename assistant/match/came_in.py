"""Of what came in and what was done with it the first is all there is: 受理投诉236件，办结233件, asked for as 投诉."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.words.alike import less
from corpus.report import Figure
from corpus.units import same_unit

_IN = "受理|接收|接到|收到|接办|登记|发现|排查|查出|收集|征集"
_DONE = "办结|办理|办复|答复|处理|处置|解决|整改|化解|完成|结案|采纳"
_CAME_IN, _DEALT_WITH = re.compile(f"^(?:共|累计)?(?:{_IN})"), re.compile(f"^(?:共|累计|已)*(?:{_DONE})")
_ASKS_DONE = re.compile(_DONE)


def came_in(asked: Asked, rivals: Sequence[Candidate]) -> Candidate | None:
    """Given what is asked and the candidates that answer it equally well, return the one for all that came in, where the
    others of its sentence only say with how many of these something was done, of which the question says nothing."""
    first = [one for one in rivals if _CAME_IN.match(one.label.phrase)]
    rest = [one for one in rivals if one not in first]
    if len(first) != 1 or not rest or _ASKS_DONE.search(asked.text):
        return None
    return first[0] if all(_is_of(one, first[0]) for one in rest) else None


def _is_of(done: Candidate, received: Candidate) -> bool:
    """Whether a candidate counts those of what came in with which something was done."""
    if not _DEALT_WITH.match(done.label.phrase) or len(done.figures) != 1 or len(received.figures) != 1:
        return False
    same_thing = _DEALT_WITH.sub("", done.label.phrase) == _CAME_IN.sub("", received.label.phrase)
    return same_thing and _no_more(done.figures[0], received.figures[0])


def _no_more(done: Figure, received: Figure) -> bool:
    alike = done.sentence == received.sentence and same_unit(done.unit, received.unit)
    return alike and not less(received, done)

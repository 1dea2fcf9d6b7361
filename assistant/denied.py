"""What a question says was not done (没采用的信息) is never told by what was (信息被采用)."""

from __future__ import annotations

import re

from assistant.terms import ALIKE, explained, terms
from corpus.report import Figure, Label

_DENIED = re.compile(
    r"(?:(?<![有罚淹沉埋吞出从])没(?:有)?(?![收落入])|尚?未(?![来婚必知]|成年))(?:能够?|被|获得?|得到|予以?|进行|再|曾|经过?)*(?=(?P<done>[\u4e00-\u9fff]{2,6}))"
)
_DENIES = re.compile("[不非未无拒]|(?<!罚)没(?!收)")


def tells_done(measure: str, label: Label, figure: Figure) -> bool:
    """Given a measure, a label and a figure that has it, return whether the measure denies what the label or the sentence says
    was done, and neither denies it. Whether or not (采用没采用) denies nothing."""
    for match in _DENIED.finditer(measure):
        words = terms(match["done"])
        done = words[0].word if words else ""
        whether = done and measure[: match.start()].endswith((done, done[0]))
        if len(done) > 1 and not whether and not _DENIES.search(label.text) and _says(figure, label, done):
            return True
    return False


def _says(figure: Figure, label: Label, done: str) -> bool:
    if explained(done, label.text) >= ALIKE:
        return True
    return done in figure.sentence and not re.search(f"[不未无没][^，,。；;]{{0,4}}{done}", figure.sentence)

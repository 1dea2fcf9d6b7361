"""What a question says was not done (没采用的信息) is never told by what was (信息被采用), nor what was done by what was not:
已审结 by 尚未审结."""

from __future__ import annotations

import re

from assistant.words.terms import ALIKE, FULL, explained, terms
from corpus.report import Figure, Label

_DENIED = re.compile(
    r"(?:(?<![有罚淹沉埋吞出从])没(?:有)?(?![收落入])|尚?未(?![来婚必知经]|成年))(?:能够?|被|获得?|得到|予以?|进行|再|曾|经过?)*(?=(?P<done>[\u4e00-\u9fff]{2,6}))"
)
_DENIES = re.compile("[不非无拒]|未(?!经)|(?<!罚)没(?!收)")
"""未经复议直接起诉 says how a case came, and denies no outcome of it."""
_LEFT_UNDONE = re.compile(
    r"(?:(?:尚|仍|还)未|未(?![来婚必知经]|成年)|没有|无法|不予|不再)(?:能够?|被|获得?|得到|予以?|进行)*(?=(?P<done>[\u4e00-\u9fff]{2,6}))"
)
_NOT_YET = ("尚", "仍", "还", "未")
"""What is still to be done is not what was done, in whatever words: 尚未审结 and 办结."""
_ASKS_UNDONE = re.compile("[不非无拒没尚剩欠拖悬待]|未(?!经)|还有|在[审办]")
"""In a question: what it asks for may be what was not done, in whatever words."""
_IS_NOT = re.compile("不是|并非|不属于")
_FOUND = re.compile("(?P<not>[不未])?(?P<found>合格|达标|及格)")
"""What things are found to be, or not to be."""
_FOUND_SO = re.compile(f"(?:其中)?(?:检出|发现|检验|检测)?(?:{_FOUND.pattern})(?:数|数量|批次|样品|产品)?")
_ASKS_FOUND = re.compile(
    "合格|达标|及格|过关|通过|检出|发现|问题|结果|劣|差|好|pass|fail|qualif|standard|compl", re.IGNORECASE
)
_NEAR = 6
"""So many characters before a deed at most it is denied."""


def tells_done(measure: str, label: Label, figure: Figure) -> bool:
    """Given a measure, a label and a figure that has it, return whether the measure denies what the label or the sentence says
    was done, and neither denies it. Whether or not (采用没采用) denies nothing."""
    for match in _DENIED.finditer(measure):
        words = terms(match["done"])
        done = words[0].word if words else ""
        whether = done and measure[: match.start()].endswith((done, done[0]))
        if len(done) > 1 and not whether and _says(figure, label, done):
            return True
    return False


def found_otherwise(question: str, measure: str, label: Label) -> bool:
    """Given a question, its measure and a label, return whether the measure counts things as they were found (抽检不合格), and the
    label others (抽检合格), or all of them; or the measure all of them, and the label those found so."""
    asked, told = _found(measure), _found(label.text)
    if not asked and label.phrase and not _ASKS_FOUND.search(question):
        return _FOUND_SO.fullmatch(label.phrase.rpartition("：")[2]) is not None
    return bool(asked) and not asked & told


def _found(text: str) -> set[tuple[str, bool]]:
    return {(one["found"], one["not"] is not None) for one in _FOUND.finditer(text)}


def is_denied(measure: str, label: Label) -> bool:
    """Given a measure and a label, return whether the measure says of a thing that it is not that, and the label says that it
    is: 不属于国家秘密, or 不是由甲办的 and nothing denied."""
    found = _IS_NOT.search(measure)
    if found is None:
        return False
    thing = next((one.word for one in terms(measure[found.end() :]) if one.weight == FULL), "")
    said = thing in label.text and not _denied_in(label.text, thing)
    return not _DENIES.search(label.text) or (bool(thing) and said)


def tells_undone(question: str, measure: str, label: Label) -> bool:
    """Given a question, its measure and a label, return whether the measure is of what was done, and the label says of just
    that that it was not: 审结 and 尚未审结."""
    if _ASKS_UNDONE.search(question):
        return False
    for match in _LEFT_UNDONE.finditer(label.text):
        words = terms(match["done"])
        done = words[0].word if words else ""
        yet = match.group().startswith(_NOT_YET) and explained(done, measure) >= ALIKE
        said = done in measure or yet
        if len(done) > 1 and said and _denied_wherever(label.text, done):
            return True
    return False


def _denied_wherever(text: str, done: str) -> bool:
    """Whether nothing in a text is left that says a deed, when it is taken out wherever it is denied."""
    return done not in re.sub(rf"{_LEFT_UNDONE.pattern}{re.escape(done)}", "", text)


def _says(figure: Figure, label: Label, done: str) -> bool:
    """Whether a label or else a sentence says the deed and does not deny it; a label of the forms is of what was done wherever
    it denies nothing."""
    name = label.text
    if done in name:
        return not _denied_in(name, done)
    if label.indicator or explained(done, name) >= ALIKE:
        return not _DENIES.search(name)
    return done in figure.sentence and not _DENIES.search(name) and not _denied_in(figure.sentence, done)


def _denied_in(text: str, done: str) -> bool:
    return re.search(rf"[不非未无拒没][^，,、。；;：·]{{0,{_NEAR}}}{done}", text) is not None

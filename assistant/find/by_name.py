"""Which of several figures a question calls by name: letter by letter, in quotation marks, as the part or as the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.words.labels import full_name, leaves
from assistant.words.terms import FULL, LIGHT, covered, explained, terms, unnumbered

LEAST = 0.005
"""By less than this, two labels say equally much of the question."""
_QUOTATION = re.compile(r"[“「『《]([^”」』》]{4,})[”」』》]")
ALL_SAID = 0.99
"""The share of a question's words from which a label says all of it."""
_VERY_NAME = 4
"""Characters of a name that tells one figure from another."""
_APART = re.compile(r"[：\s“”]|本年|(?<=[合总]计)数")
"""What a question leaves out of a name, or puts in."""


def called_so(asked: Asked, candidates: Sequence[Candidate]) -> Candidate | None:
    """Given what is asked and the candidates, return the one of whose name of several parts the question says all, in its order
    and nothing else (农林水支出水利防汛年初预算), or None. What a form counts too is rather told by its cells."""
    wanted = _APART.sub("", asked.measure)
    several = (one for one in candidates if "：" in one.label.phrase)
    called = [one for one in several if _APART.sub("", one.label.phrase) == wanted]
    in_form = any(one.label.indicator and one.fit.accepted for one in candidates)
    return called[0] if len(called) == 1 and readable(called[0]) and not in_form else None


def quoted(asked: Asked, candidates: list[Candidate]) -> list[Candidate]:
    """Given what is asked and the candidates, return those whose own name, or the title in it, the question quotes letter by letter, where it quotes
    any's, or else all of them."""
    names = set(_QUOTATION.findall(asked.text))
    titles = [f"《{name}》" for name in names if f"《{name}》" in asked.text]
    called = [
        one
        for one in candidates
        if names & {unnumbered(part) for part in leaves(one.label)}
        or any(title in part for title in titles for part in leaves(one.label))
    ]
    return called if any(one.fit.accepted for one in called) else candidates


def undivided(asked: Asked, best: Candidate, good: Sequence[Candidate]) -> Candidate:
    """Given what is asked, the best candidate and the good ones, return the best, or, where it is a part by a word that the question does not say, the whole that its own
    sentence divides: of 制作材料12件，其中图解7件 and 视频5件, asked for as 材料."""
    above, _, own = best.label.phrase.rpartition("：")
    if above and (rest := _said_of_whole(asked, best, own, above)) is not None:
        whole = re.compile(f"{re.escape(above)}(?:[^：]*{re.escape(rest)})" if rest else re.escape(above))
        return next((one for one in good if whole.fullmatch(one.label.phrase)), best)
    if not above or (_named_by(asked, own, above) and not _several_named(asked, above, good)):
        return best
    wholes = (one for one in good if one.label.phrase == above and one.fit.asked >= best.fit.asked - LEAST)
    return next(wholes, best)


def _said_of_whole(asked: Asked, best: Candidate, own: str, above: str) -> str | None:
    """What the name of a part says besides the word that the question says only within what it calls the whole: "" for 出口,
    and 增长 for 出口增长, within 进出口总额; "" for 电商企业 where the heading says of all 备案企业 that they are 跨境电商.
    None where it says the word by itself."""
    for word in (term.word for term in terms(own) if term.weight == FULL):
        wider = [one.word for one in asked.terms if word in one.word != word and one.word in above]
        if wider and own.startswith(word) and word not in asked.text.replace(wider[0], " "):
            return own.removeprefix(word)
    before = asked.measure.removesuffix(above).replace(" ", "") if asked.measure.endswith(above) else ""
    of_all = len(before) > 1 and before not in own and before in "".join(best.figures[-1].label.section)
    return "" if of_all else None


def _named_by(asked: Asked, own: str, above: str) -> bool:
    """Whether a question says a word by which a part differs from its whole; one that has none is not told apart. A word
    of one character, 市 of 市抽, must be said of what is measured: everything in a 市 is of it."""
    alike = [term.word for term in terms(own) if explained(term.word, above)]
    telling = [term for term in terms(own) if term.weight > LIGHT and term.word not in alike]
    full = [term for term in telling if term.weight == FULL]
    if full:
        return any(explained(term.word, asked.text) for term in full)
    if not telling and any(word not in above and word not in asked.text for word in alike):
        return (
            False  # 企业 of 市场主体, by which many mean the same: the question says the word for all of them
        )
    return not telling or any(explained(term.word, asked.measure) for term in telling)


def _several_named(asked: Asked, above: str, good: Sequence[Candidate]) -> bool:
    """Whether a question says several parts in one breath, and so all of them: 受理投诉举报咨询."""
    parts = (
        one.label.phrase.removeprefix(f"{above}：")
        for one in good
        if one.label.phrase.startswith(f"{above}：")
    )
    said = {part for part in parts if part in asked.measure}
    return len(said) > 1


def readable(candidate: Candidate) -> bool:
    """Given a candidate, return whether any of its figures has a value."""
    return any(figure.value is not None for figure in candidate.figures)


def is_very_name(measure: str, best: Candidate, other: Candidate) -> bool:
    """Given a measure and two candidates, return whether the best is called by the very words asked for, and the other says not all of them: 当面申请 beside
    the 申请 received."""
    return (
        len(measure) >= _VERY_NAME
        and best.label.phrase.rpartition("：")[2] == measure
        and covered(terms(measure), full_name(other.label)) < ALL_SAID
    )


def is_longer_name(asked: Asked, best: str, other: str) -> bool:
    """Given what is asked and two phrases, return whether the question says the one letter by letter of which the other is only the end: 总关注用户, not 关注用户."""
    return bool(other) and other != best and best.endswith(other) and best in asked.text


def is_part_named(asked: Asked, best: str, other: str) -> bool:
    """Given what is asked and two phrases, return whether the question says letter by letter the part that the one is, and the other is only the whole: 其他结果 of
    the lawsuits."""
    above, _, own = best.rpartition("：")
    return bool(above) and other == above and len(own) > 3 and own in asked.measure


def only_in_other_words(asked: Asked, best: str, other: str) -> bool:
    """Given what is asked and two phrases, return whether the question says letter by letter one of the parts of a whole, and the other only in a word of much the same
    meaning: 投诉, beside 举报."""
    (above, _, own), (beside, _, part) = best.rpartition("："), other.rpartition("：")
    if not above or above != beside or own not in asked.measure or part in asked.measure:
        return False
    return asked.measure.endswith(own)

"""Items of an account of one head, which goes by much the same name: of 行政事业单位医疗行政单位医疗 and
行政事业单位医疗事业单位医疗 an item is called by its last name, and their head by a name that says both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.candidates import Candidate
from assistant.words.terms import unnumbered

_SIDE = re.compile("的?(?:(?:支出)?(?:决算)?数?完成年初预算|年初预算|(?:支出)?决算)(?:数|额)?$")
_REST = "其他"
_HEAD = "支出"
"""What the heads of an account's items are called."""
_NAME = 4
"""Characters of a name that tells one item from another."""


def last_named(measure: str, rivals: Sequence[Candidate]) -> Candidate | None:
    """Given what is measured and the candidates that fit it equally well, return the one side of an account whose item goes
    by the very name asked for; None where none or several do, or no side is asked for."""
    side = _SIDE.search(measure.replace(" ", ""))
    thing = measure.replace(" ", "")[: side.start()] if side else ""
    if len(thing) < 2 or not all(_SIDE.search(one.label.phrase) for one in rivals):
        return None
    called = [one for one in rivals if _called(one, thing)]
    return called[0] if len(called) == 1 else None


def without_lesser_names(measure: str, candidates: list[Candidate]) -> list[Candidate]:
    """Given what is measured and the candidates for it, return them without those whose name only says less of what another
    row is called letter by letter, and without the items below that one, of which nothing is said: 其他教育支出 is not
    教育支出, nor 行政事业单位医疗 one of its items."""
    asked = measure.replace(" ", "")
    told = [one for one in candidates if any(figure.value is not None for figure in one.figures)]
    names = {_row(one) for one in told if len(_row(one)) >= _NAME and _row(one) in asked}
    if not names:
        return candidates
    name = max(names, key=len)
    tops = {unnumbered(one.label.row[0]) for one in candidates if _row(one)}
    heads = tuple(top for top in tops if top.endswith(_HEAD))
    beyond = asked.replace(name, " ")
    return [
        one
        for one in candidates
        if not (_says_less(one, name) or _is_below(one, name, beyond) or _is_other_item(one, name, heads))
    ]


def _row(candidate: Candidate) -> str:
    """What a row of a table that is no national form is called."""
    label = candidate.label
    return unnumbered(label.row[-1]) if label.row and not label.indicator else ""


def _says_less(candidate: Candidate, name: str) -> bool:
    own = _row(candidate)
    if not own and candidate.label.phrase:
        _, named, own = candidate.label.phrase.partition("：")[0].rpartition(name)
        own = own if named else ""
    return len(own) >= _NAME and own != name and _within(own, name)


def _is_below(candidate: Candidate, name: str, beyond: str) -> bool:
    """Whether a row stands below the one named, and what the question says beyond that name does not name it."""
    own = _row(candidate)
    above = candidate.label.row[:-1] if own else ()
    return own != name and any(unnumbered(part) == name for part in above) and own not in beyond


def _is_other_item(candidate: Candidate, name: str, heads: tuple[str, ...]) -> bool:
    """Whether a sentence tells of an item of the account, by its whole path, that is not the one named."""
    item = candidate.label.phrase.partition("：")[0]
    if not item.startswith(heads) or item in heads:
        return False
    return not _ends_in(item, name)


def _within(less: str, name: str) -> bool:
    """Whether a name says the characters of another in their order."""
    rest = iter(name)
    return all(character in rest for character in less)


def _called(candidate: Candidate, thing: str) -> bool:
    return _ends_in(candidate.label.phrase.rpartition("：")[0], thing)


def _ends_in(item: str, name: str) -> bool:
    """Whether an item, told by its whole path, goes by a name, and not by that of the rest of it."""
    return item.endswith(name) and not item.endswith(f"{_REST}{name}")

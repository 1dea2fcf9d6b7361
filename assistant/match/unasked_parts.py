"""Parts of which a question says nothing: they are no rivals of the whole that it asks for."""

from __future__ import annotations

from assistant.match.asked import Asked
from assistant.match.candidates import Candidate
from assistant.words.labels import DEFAULTS, ON_YEAR_BEFORE, is_sum, without_side
from assistant.words.terms import explained, terms, unnumbered
from corpus.report import Label


def is_part(asked: Asked, whole: Candidate, other: Candidate) -> bool:
    """Given what is asked, a candidate and another, return whether this is a part of the first of which the question says
    nothing: the 项目支出 beside the 合计 of 教育支出, what a sentence goes on to divide it into, or one of the items whose names
    begin with it."""
    label, part = whole.label, other.label
    if label.phrase and part.phrase.startswith(f"{label.phrase}："):
        return True
    changed = ON_YEAR_BEFORE.fullmatch(part.phrase.rpartition("：")[0])
    if changed and changed["thing"] == label.phrase:
        return True
    if whole.summed or other.summed or label.phrase:
        return False
    if not label.row and label.column:
        named = _called(asked, label) and not _called(asked, part)
        if named and unnumbered(label.column[-1]) not in part.phrase:
            return True
    if not label.row and not part.phrase:
        return _is_column_of(asked, label, part)
    if not (label.row and label.column):
        return False
    row = unnumbered(label.row[-1])
    if part.phrase:
        said = any(len(one) > 3 and one in asked.measure for one in part.phrase.split("："))
        if _called(asked, label) and not said:
            return True
        item = part.phrase.rpartition("：")[0]
        return item.startswith(row) and item != row and item[len(row) :] not in asked.text
    if not part.row or not part.column:
        return False
    if _called(asked, label) and not _called(asked, part):
        return True
    if not is_sum(label.column) or is_sum(part.column):
        return False
    of_one_row = unnumbered(part.row[-1]) in (row, *(DEFAULTS if row in DEFAULTS else ()))
    return of_one_row and unnumbered(part.column[-1]) not in asked.text


def _is_column_of(asked: Asked, label: Label, part: Label) -> bool:
    """Whether a column is one of those that another is the total of, which the question calls by the name of all: 运行费
    beside the 小计 of 公务用车购置及运行费."""
    (*above, total), other = without_side(label.column) or ("",), without_side(part.column)
    if not above or unnumbered(total) not in DEFAULTS or other[:-1] != tuple(above):
        return False
    rest = asked.measure.replace(unnumbered(above[-1]), " ")
    return not any(explained(term.word, rest) for term in terms(unnumbered(other[-1])))


def _called(asked: Asked, label: Label) -> bool:
    """Whether the question says a label's row or column letter by letter, and not in other words."""
    own = (unnumbered(path[-1]) for path in (label.row, label.column) if path)
    return any(len(one) > 3 and one in asked.measure for one in own)

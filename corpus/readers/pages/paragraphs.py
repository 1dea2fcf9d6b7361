"""Lines into paragraphs: rejoined over line ends by indentation, fullness and punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.readers.pages.lines import Line, first_word, joined

_INDENT = 0.8
"""Ems from the margin at which a line is indented."""
_SHORT = 1.6
"""Ems that a line must leave free at its end for it to be a paragraph's last."""
_LARGE = 1.12
"""How much larger than the running text a heading is set."""
_ENDED = re.compile(r"[。！？；：!?;:」』][”’）)]*$")
_ITEM = re.compile(
    r"(第?[一二三四五六七八九十百]+([、.．章节条]|部分)|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|[①-⑳])"
)
_COUNTED = re.compile(r"([一二三四五六七八九十]{1,3})、")
_COUNT = tuple("一二三四五六七八九十") + tuple("十" + unit for unit in "一二三四五六七八九") + ("二十",)
_LEADERS = re.compile(r"(…{3,}|[.·]{8,}|(…… ?){2,})\s*\d*$")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the running text of a page (or column) begins and ends, and its font size."""

    left: float
    right: float
    size: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, the page it begins on, whether it is set as a heading, and whether it may go on."""

    text: str
    page: int
    heading: bool = False
    open: bool = False
    indented: bool = False


def margins(lines: Sequence[Line]) -> Margins | None:
    """Given the lines of running text, return their margins, or None where there is too little to tell."""
    if len(lines) < 3:
        return None
    size = Counter(round(line.size, 1) for line in lines for _ in line.glyphs).most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) < 0.15 * size]
    rights = sorted(line.right for line in body)
    right = rights[-1 - len(rights) // 20]
    steps = sorted(after.top - before.top for before, after in pairwise(body) if after.top > before.top)
    return Margins(
        min(line.left for line in body), right, size, steps[len(steps) // 2] if steps else 1.5 * size
    )


def paragraphs(lines: Iterable[Line], page: int, edges: Margins) -> list[Prose]:
    """Given lines in reading order and their margins, return the paragraphs they make."""
    made: list[Prose] = []
    previous: Line | None = None
    reached = ""
    for line in lines:
        if _LEADERS.search(line.text):
            previous = None
            continue
        is_next, reached = _counts_on(line, reached)
        if previous is not None and not is_next and _goes_on(previous, line, edges):
            made[-1] = replace(made[-1], text=joined(made[-1].text, line.text), open=_is_open(line, edges))
        else:
            heading = line.size > _LARGE * edges.size and len(line.text) < 60
            indented = line.left > edges.left + _INDENT * line.size
            made.append(Prose(line.text, page, heading, _is_open(line, edges), indented))
        previous = line
    return [replace(one, heading=one.heading and "。" not in one.text) for one in made]


def _counts_on(line: Line, reached: str) -> tuple[bool, str]:
    """Given a line and the last heading number, say whether the line begins with the next one, or with the
    first (which it will not do by chance, wherever the line before ended), and the number reached."""
    found = _COUNTED.match(line.text)
    if found is None or found[1] not in _COUNT:
        return False, reached
    number = _COUNT.index(found[1])
    is_next = number == 0 or (reached in _COUNT and number == _COUNT.index(reached) + 1)
    return is_next, found[1] if is_next or not reached else reached


def _is_open(line: Line, edges: Margins) -> bool:
    return line.right > edges.right - _SHORT * line.size and not _centred(line, edges)


def _goes_on(before: Line, line: Line, edges: Margins) -> bool:
    """Say whether a line continues the paragraph of the line before it."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size) or line.top < before.top:
        return False
    large = min(before.size, line.size) > _LARGE * edges.size
    if line.top - before.top > (3 * line.size if large else max(1.7 * edges.pitch, 2.4 * line.size)):
        return False
    if _centred(before, edges) or _centred(line, edges):
        return large and (_centred(before, edges) or _is_full(before, line, edges)) and _centred(line, edges)
    if not _is_full(before, line, edges):
        return False
    if line.left <= edges.left + _INDENT * line.size:
        return True
    same = abs(before.left - line.left) < 0.5 * line.size
    return same and not _ENDED.search(before.text) and not _ITEM.match(line.text)


def _is_full(before: Line, line: Line, edges: Margins) -> bool:
    """Say whether the first word of a line would not have fitted on the line before it."""
    return before.right > edges.right - max(_SHORT * before.size, first_word(line) + 0.5 * line.size)


def _centred(line: Line, edges: Margins) -> bool:
    before, after = line.left - edges.left, edges.right - line.right
    return min(before, after) > 2.5 * edges.size and abs(before - after) < 2.5 * edges.size


def strung(paragraphs: Iterable[Prose]) -> list[Prose]:
    """Given the paragraphs of successive pages, return them with those that a page end broke rejoined."""
    made: list[Prose] = []
    for paragraph in paragraphs:
        last = made[-1] if made else None
        if last is not None and last.page < paragraph.page and _runs_over(last, paragraph):
            made[-1] = replace(last, text=joined(last.text, paragraph.text), open=paragraph.open)
        else:
            made.append(paragraph)
    return made


def _runs_over(last: Prose, first: Prose) -> bool:
    return last.open and not last.heading and not (first.heading or first.indented or _ITEM.match(first.text))

"""Text to sentences and clauses, as offsets: the pieces laid end to end are the text again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

_PAIRS = dict(zip("（(“「《〈【〔[", "）)”」》〉】〕]", strict=True))
_DEEPEST = 20
_LONGEST = 1000
_CLOSERS = frozenset(_PAIRS.values())
_STOP = re.compile(r"(?:[。！？!?]+[”’」』）)》]*)+\s*|\n\s*")

Span = tuple[int, int]


def enclosed(text: str) -> tuple[Span, ...]:
    """Given text, return the spans of its outermost brackets and quotes that are closed, marks included; none
    where they nest deeper than anybody writes."""
    spans: list[Span] = []
    open_: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if character in _PAIRS:
            open_.append((_PAIRS[character], place))
            if len(open_) > _DEEPEST:
                return ()
        elif character in _CLOSERS and any(character == closer for closer, _ in open_):
            while open_[-1][0] != character:
                open_.pop()  # a mark the writer never closed
            spans.append((open_.pop()[1], place + 1))
    outermost: list[Span] = []
    for span in sorted(spans):
        if not outermost or span[0] >= outermost[-1][1]:
            outermost.append(span)
    return tuple(outermost)


def sentences(text: str) -> tuple[Span, ...]:
    """Given a paragraph, return the spans of its sentences; together they cover it exactly.

    A stop inside a closed bracket or quote ends no sentence unless it is the last character there (“好。”).
    White space after a sentence belongs to it. What goes on past _LONGEST characters is cut at a pause.
    """
    closed = enclosed(text)
    ends = [stop.end() for stop in _STOP.finditer(text) if not _inside(stop.start(), stop.end(), closed)]
    edges = sorted({0, *ends, len(text)})
    return tuple(piece for span in itertools.pairwise(edges) for piece in _bounded(text, span))


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Span, ...]:
    """Given a paragraph, return the spans of its sentences without the white space around them; none is empty."""
    spans = (trimmed(text, span) for span in sentences(text))
    return tuple(span for span in spans if span[0] < span[1])


def _bounded(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > _LONGEST:
        pauses = [text.rfind(mark, start + 1, start + _LONGEST) for mark in "；;，,、 "]
        cut = next((pause + 1 for pause in pauses if pause > start), start + _LONGEST)
        yield start, cut
        start = cut
    yield start, end


def _inside(start: int, end: int, closed: tuple[Span, ...]) -> bool:
    return any(left < start and end < right for left, right in closed)


def trimmed(text: str, span: Span) -> Span:
    """Given a span of a text, return it without the white space at its ends."""
    piece = text[span[0] : span[1]]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())

"""Text to sentences and clauses, as offsets: the pieces laid end to end are the text again."""

from __future__ import annotations

import itertools
import re

_PAIRS = dict(zip("（(“「《〈【〔[", "）)”」》〉】〕]", strict=True))
_STOP = re.compile(r"(?:[。！？!?]+[”’」』）)》]*)+\s*|\n\s*")

Span = tuple[int, int]


def enclosed(text: str) -> tuple[Span, ...]:
    """Given text, return the spans of its outermost brackets and quotes that are closed, marks included."""
    spans: list[Span] = []
    open_: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if character in _PAIRS:
            open_.append((_PAIRS[character], place))
        elif any(character == closer for closer, _ in open_):
            while open_[-1][0] != character:
                open_.pop()  # a mark the writer never closed
            spans.append((open_.pop()[1], place + 1))
    return tuple(span for span in sorted(spans) if not _within(span, spans))


def _within(span: Span, spans: list[Span]) -> bool:
    return any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)


def sentences(text: str) -> tuple[Span, ...]:
    """Given a paragraph, return the spans of its sentences; together they cover it exactly.

    A stop inside a closed bracket or quote ends no sentence unless it is the last character there (“好。”).
    White space after a sentence belongs to it.
    """
    closed = enclosed(text)
    ends = [stop.end() for stop in _STOP.finditer(text) if not _inside(stop.start(), stop.end(), closed)]
    edges = sorted({0, *ends, len(text)})
    return tuple(itertools.pairwise(edges))


def _inside(start: int, end: int, closed: tuple[Span, ...]) -> bool:
    return any(left < start and end < right for left, right in closed)


def trimmed(text: str, span: Span) -> Span:
    """Given a span of a text, return it without the white space at its ends."""
    piece = text[span[0] : span[1]]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())

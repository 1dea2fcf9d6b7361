"""An answer's text in pieces, for what shows it as it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHOLE = re.compile(r"\[\d+\]|[+-]?\d[\d,.]*[%‰]?|[A-Za-z]+|.", re.DOTALL)
_LONG = 8  # characters


def pieces(text: str) -> Iterator[str]:
    """Given a text, yield it in pieces of a few characters. No number is cut in two: the half of one would be
    another number."""
    piece = ""
    for part in _WHOLE.findall(text):
        piece += part
        if len(piece) >= _LONG:
            yield piece
            piece = ""
    if piece:
        yield piece

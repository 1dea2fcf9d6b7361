"""A list of contents: lines after 目录 that only announce what comes later. Left out, as it says nothing
itself and would double every heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from corpus.readers.pages.paragraphs import Prose

_NUMBER = re.compile(r"^(第?[一二三四五六七八九十百]+([、.．]|部分)|[(（].{1,3}[)）]|\d{1,2}[.．、])\s*")
Part = TypeVar("Part")
_LONGEST = 80


def without_contents(parts: Sequence[Prose | Part]) -> list[Prose | Part]:
    """Given a document's paragraphs and tables, return them without its list of contents."""
    start = next(
        (i for i, part in enumerate(parts) if isinstance(part, Prose) and _bare(part) == "目录"), None
    )
    if start is None:
        return list(parts)
    end = start + 1
    while _announces(parts, end) or (_is_entry(parts, end) and _announces(parts, end + 1)):
        end += 1
    return [*parts[:start], *parts[end:]]


def _is_entry(parts: Sequence[object], place: int) -> bool:
    part = parts[place] if place < len(parts) else None
    return isinstance(part, Prose) and not part.heading and len(part.text) <= _LONGEST


def _announces(parts: Sequence[object], place: int) -> bool:
    """Say whether the line at a place comes again later. (One in the list may be worded otherwise there.)"""
    part = parts[place] if place < len(parts) else None
    if not isinstance(part, Prose) or not _is_entry(parts, place):
        return False
    bare = _bare(part)
    return any(isinstance(later, Prose) and bare == _bare(later) for later in parts[place + 1 :])


def _bare(prose: Prose) -> str:
    return _NUMBER.sub("", re.sub(r"\s|[.·…]+\d*$", "", prose.text))

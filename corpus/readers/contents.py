"""A list of contents: lines after 目录 that only announce what comes later. Left out, as it says nothing
itself and would double every heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from corpus.readers.paragraphs import Prose

_NUMBER = re.compile(r"^(第?[一二三四五六七八九十百]+([、.．]|部分)|[(（].{1,3}[)）]|\d{1,2}[.．、])\s*")
Part = TypeVar("Part")
_AT_LEAST = 0.6
"""The share of the list that must come again later."""
_LONGEST = 80


def without_contents(parts: Sequence[Prose | Part]) -> list[Prose | Part]:
    """Given a document's paragraphs and tables, return them without its list of contents."""
    start = next(
        (i for i, part in enumerate(parts) if isinstance(part, Prose) and _bare(part) == "目录"), None
    )
    if start is None:
        return list(parts)
    entries = _entries(parts[start + 1 :])
    end = start + 1 + len(entries)
    later = "\n".join(_bare(part) for part in parts[end:] if isinstance(part, Prose))
    again = sum(entry in later for entry in entries)
    if again < _AT_LEAST * len(entries):
        return list(parts)
    return [*parts[:start], *parts[end:]]


def _entries(parts: Sequence[object]) -> list[str]:
    """Given what follows 目录, return the lines of the list: it ends where its first line comes again."""
    entries: list[str] = []
    for part in parts:
        if not isinstance(part, Prose) or part.heading or len(part.text) > _LONGEST or _bare(part) in entries:
            break
        entries.append(_bare(part))
    return entries


def _bare(prose: Prose) -> str:
    return _NUMBER.sub("", re.sub(r"\s|[.·…]+\d*$", "", prose.text))

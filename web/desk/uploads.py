"""A file on its way in: its name made harmless, its size counted as it comes, its kind checked by its first bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path, PurePosixPath

from fastapi import HTTPException

from corpus.readers import READERS, reader
from corpus.report import ReportError
from web.desk.words import say

_LONGEST = 120  # characters of a file's name
_HEAD = 4096


def safe_name(name: str) -> str:
    """Given a name as a browser sends it, folders and all, return one that is a plain file's name. Raises
    HTTPException for a name that is none, or of a kind that no reader knows."""
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    kept = re.sub(r'[\x00-\x1f\x7f<>:"/|?*\u202a-\u202e\u2066-\u2069\ud800-\udfff]', "", last).strip(". ")
    path = Path(kept)
    if not path.stem.strip(". ") or ".meta" in path.suffixes:
        raise HTTPException(422, say("file_name"))
    if path.suffix.lower() not in READERS:
        raise HTTPException(415, say("file_type", kinds="、".join(sorted(kind[1:] for kind in READERS))))
    return path.stem[-_LONGEST:] + path.suffix.lower()


async def receive(stream: AsyncIterator[bytes], place: Path, largest: int) -> None:
    """Given a request's bytes, a place and the most there may be, put them there. What is too large, empty, or
    not of the kind its name says is refused, and nothing stays of it."""
    size, head = 0, b""
    try:
        with place.open("xb") as file:
            async for part in stream:
                size += len(part)
                if size > largest:
                    raise HTTPException(413, say("file_size", megabytes=largest >> 20))
                head += part[: _HEAD - len(head)]
                file.write(part)
        if not size:
            raise HTTPException(422, say("no_file"))
        _check(head, place)
    except BaseException:
        place.unlink(missing_ok=True)
        place.parent.rmdir()
        raise


def _check(head: bytes, place: Path) -> None:
    """The readers themselves know what a file begins with; the rest of its structure they check as they read."""
    try:
        reader(head, place)
    except ReportError as error:
        raise HTTPException(
            415, say("file_type", kinds="、".join(sorted(kind[1:] for kind in READERS)))
        ) from error

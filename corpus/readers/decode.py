"""Bytes into text, whatever the encoding: UTF-8, GB18030, UTF-16, Big5, with or without a byte order mark."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from corpus.report import ReportError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In the order tried by the detector's verdict: what Chinese offices really write.
_EXPECTED = ["utf_8", "gb18030", "big5", "utf_16_le", "utf_16_be"]
# A lost character beside a digit may have been a digit.
_LOST_NUMBER = re.compile(
    "\ufffd[\\d.,〇零一二三四五六七八九十百千万亿两]|[\\d.,〇零一二三四五六七八九十百千万亿两]\ufffd"
)


def decode(data: bytes, path: Path, declared: str | None = None) -> str:
    """Given a file's bytes, and the encoding it declares if it does, return its text.

    A few damaged characters are left as U+FFFD, as a browser shows them, unless one may belong to a number.
    Raises ReportError when it is no text in any expected encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, path)
    for text in _readings(data, declared):
        if text is not None and _is_writing(text):
            return text
    raise ReportError(f"{path.name}: 无法识别文字编码 (not text in UTF-8, GB18030, Big5 or UTF-16)")


def _readings(data: bytes, declared: str | None) -> Iterator[str | None]:
    """The text by each encoding that it may be in, the surest first; each is tried only if those before fail."""
    yield _try(data, "utf-8")
    if declared:
        yield _try(data, declared)
    yield _damaged(data, "utf-8")  # before any guess: so many sequences of UTF-8 are no chance
    best = from_bytes(data, cp_isolation=_EXPECTED, threshold=0.5).best()
    yield str(best) if best is not None else None
    yield _try(data, "gb18030")
    yield _damaged(data, declared or "gb18030")


def _try(data: bytes, encoding: str, errors: str = "strict") -> str | None:
    """The text, or None where the bytes are not of that encoding: asking is the only way to know."""
    try:
        return data.decode("gb18030" if encoding.lower() in ("gb2312", "gbk") else encoding, errors)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(data: bytes, encoding: str) -> str | None:
    """The text with U+FFFD for what is not of that encoding, where that is one character in 100 beyond ASCII at most."""
    text = _try(data, encoding, "replace")
    if text is None or _LOST_NUMBER.search(text):
        return None
    return text if text.count("\ufffd") * 100 <= sum(c > "\x7f" for c in text) else None


def _strictly(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"{path.name}: 第 {error.start} 字节起不是 {encoding} (byte {error.start} is not {encoding})"
        ) from error


def _is_writing(text: str) -> bool:
    """Control and unassigned characters show bytes read in the wrong encoding, or no text at all."""
    odd = sum(
        1 for c in text if (c < " " and c not in "\t\n\r\f\v") or c == "\x7f" or "\ue000" <= c <= "\uf8ff"
    )
    return odd <= len(text) // 200

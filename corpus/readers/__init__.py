"""Files into blocks. `read` knows which reader a file needs; each reader is one module."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from corpus.report import Document, ReportError

Reader = Callable[[bytes, Path], Document]

# suffix -> module of this package with `read(data, path)`. Modules load when first needed: a spreadsheet
# library has no part in reading a page.
READERS: dict[str, str] = {
    ".txt": "text",
    ".md": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".doc": "legacy",
    ".wps": "legacy",
    ".rtf": "legacy",
    ".csv": "spreadsheet",
    ".tsv": "spreadsheet",
    ".xlsx": "spreadsheet",
    ".xls": "spreadsheet",
    ".ods": "spreadsheet",
    ".pdf": "pdf",
    ".png": "ocr",
    ".jpg": "ocr",
    ".jpeg": "ocr",
    ".tif": "ocr",
    ".tiff": "ocr",
    ".bmp": "ocr",
    ".webp": "ocr",
}

# What a file begins with, where that says more than its suffix does.
_SIGNATURES: tuple[tuple[bytes, tuple[str, ...]], ...] = (
    (b"%PDF-", ("pdf",)),
    (b"\x89PNG\r\n", ("ocr",)),
    (b"\xff\xd8\xff", ("ocr",)),
    (b"II*\x00", ("ocr",)),
    (b"MM\x00*", ("ocr",)),
    (b"PK\x03\x04", ("docx", "spreadsheet")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("legacy", "spreadsheet")),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"#!")


def read(path: Path) -> Document:
    """Given a file, return its blocks in reading order.

    Raises ReportError, naming the file, when it is missing, empty, of no known kind, or not what its name
    says.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReportError(f"{path.name}: 无法读取文件 (cannot be read): {error.strerror}") from error
    if not data.strip():
        raise ReportError(f"{path.name}: 文件为空 (the file is empty)")
    return reader(data, path)(data, path)


def reader(data: bytes, path: Path) -> Reader:
    """Given a file's content and name, return the reader for it: content first, then suffix."""
    if data.startswith(_PROGRAMS):
        raise ReportError(f"{path.name}: 是程序而不是文档 (a program, not a document)")
    named = READERS.get(path.suffix.lower())
    kinds = next((kinds for start, kinds in _SIGNATURES if data.startswith(start)), ())
    if kinds:
        return _module(named if named in kinds else kinds[0], path)
    if named in ("text", None) and looks_like_html(data):
        return _module("html", path)
    if named is None:
        raise ReportError(f"{path.name}: 不支持的文件类型 (unknown kind of file) {path.suffix!r}")
    return _module(named, path)


def looks_like_html(data: bytes) -> bool:
    """Given a file's bytes, say whether they begin as a web page does."""
    head = data[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith(
        (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<div", b"<p>", b"<p ")
    )


def _module(name: str, path: Path) -> Reader:
    try:
        module = import_module(f"corpus.readers.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"corpus.readers.{name}":
            raise
        raise ReportError(f"{path.name}: 不支持的文件类型 (unknown kind of file) {path.suffix!r}") from error
    found: Reader = module.read
    return found

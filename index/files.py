"""The files an ingestion is given: found in folders, and known by what is in them."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.report import ReportError


def listed(paths: Iterable[Path], suffixes: frozenset[str]) -> tuple[Path, ...]:
    """Given files and folders, return the files: those named as they are, those in folders by suffix, in the
    order of their paths. Hidden files and sidecars (report.meta.json) in folders are passed over."""
    found = dict.fromkeys(file for path in paths for file in _files(path, suffixes))
    return tuple(found)


def digest(path: Path) -> str:
    """Given a file, return the SHA-256 of what is in it. Raises ReportError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReportError(f"{path}: cannot be read: {error.strerror}") from error


def sidecar_digest(path: Path) -> str:
    """Given a file, return the SHA-256 of its sidecars (NAME.meta.*, with or without its suffix), or ""."""
    beside = sorted({found for name in (path.name, path.stem) for found in _sidecars(path.parent, name)})
    if not beside:
        return ""
    whole = hashlib.sha256()
    for sidecar in beside:
        whole.update(digest(sidecar).encode())
    return whole.hexdigest()


def _files(path: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts)
        if not hidden and file.suffix.lower() in suffixes and not _is_sidecar(file) and file.is_file():
            yield file


def _is_sidecar(path: Path) -> bool:
    return ".meta" in path.suffixes[-2:-1]


def _sidecars(folder: Path, name: str) -> Iterator[Path]:
    return folder.glob(f"{glob.escape(name)}.meta.*")

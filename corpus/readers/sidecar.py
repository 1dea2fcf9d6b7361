"""What a person wrote beside a report: NAME.meta.toml or NAME.meta.json."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from corpus.report import ReportError

KEYS = ("issuer", "year", "title", "url", "region", "published", "document_number")
SUFFIXES = (".meta.toml", ".meta.json")


def sidecar(path: Path) -> dict[str, str]:
    """Given a report's file, return what the file beside it says, as text; empty where there is none.

    report.txt is described by report.txt.meta.toml or report.meta.toml (or .json). Raises ReportError for
    a sidecar that cannot be read or holds an unknown key.
    """
    for name in (path.name, path.stem):
        for suffix in SUFFIXES:
            beside = path.with_name(name + suffix)
            if beside.is_file():
                return _read(beside)
    return {}


def _read(beside: Path) -> dict[str, str]:
    try:
        text = beside.read_text(encoding="utf-8")
        found: Any = tomllib.loads(text) if beside.suffix == ".toml" else json.loads(text)
    except (OSError, ValueError) as error:
        raise ReportError(f"{beside.name}: 无法读取 (cannot be read): {error}") from error
    if not isinstance(found, dict):
        raise ReportError(f"{beside.name}: 应为键值 (must hold keys and values)")
    if unknown := [key for key in found if key not in KEYS]:
        raise ReportError(
            f"{beside.name}: 未知的键 (unknown key) {unknown[0]!r}; 可用 (known): {', '.join(KEYS)}"
        )
    if "year" in found and not str(found["year"]).isdecimal():
        raise ReportError(f"{beside.name}: year 应为年份 (must be a year), 不是 (not) {found['year']!r}")
    return {key: str(value) for key, value in found.items() if str(value).strip()}

"""Characters that are taken for one another by their shape, and words that are not (assistant/data/confusable.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(files("assistant").joinpath("data/confusable.toml").read_text(encoding="utf-8"))


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _data()[name]:
        for char in group:
            found.setdefault(char, set()).update(group)
    return {char: frozenset(group - {char}) for char, group in found.items()}


def in_names(char: str) -> frozenset[str]:
    """Given a character, return those that it is taken for in names, where few differences may be forgiven."""
    return _table("groups").get(char, frozenset())


def in_words(char: str) -> frozenset[str]:
    """Given a character, return those that it is taken for in words, which the words beside them tell apart."""
    return in_names(char) | _table("families").get(char, frozenset())


def apart() -> frozenset[str]:
    """Return words that sound or look like others of reports and are meant as they are typed."""
    return frozenset(_data()["apart"])

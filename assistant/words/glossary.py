"""The English of government annual reports (assistant/data/english*.toml), for reading English questions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FORMS = "english.toml"
_OTHERS = ("english_budgets.toml", "english_work.toml", "english_fields.toml", "english_economy.toml")


@dataclass(frozen=True, slots=True)
class Glossary:
    """English phrases in lower case with their Chinese: nouns, and verbs, which Chinese puts first."""

    nouns: dict[str, str]
    verbs: dict[str, str]
    expenses: dict[str, str]
    """What nouns mean where money for them is asked for: training is 培训, and in a budget 培训费."""
    silent: frozenset[str]
    """Phrases that a question is framed with and that measure nothing: according to its report, in total."""
    verbs_of: dict[str, dict[str, str]]
    """What a Chinese verb is instead, of things whose name has certain characters; "" where it says
    nothing more of them."""
    other_verbs: dict[str, list[str]]
    """What else reports write for a Chinese verb."""
    stop: frozenset[str]
    """Words that ask, or join others, and measure nothing."""
    like_pinyin: frozenset[str]
    """English words that read as Chinese syllables, and name no place."""


@cache
def glossary() -> Glossary:
    forms, *others = (_read(name) for name in (_FORMS, *_OTHERS))
    tables = (forms, *others)
    words = {name: frozenset(text.split()) for name, text in forms["words"].items()}
    return Glossary(
        _each(table.get("nouns", {}) for table in tables),
        _each(table.get("verbs", {}) for table in tables),
        _each(table.get("expenses", {}) for table in tables),
        frozenset(forms["frames"]["silent"]),
        forms["verbs_of"],
        forms["other_verbs"],
        words["stop"],
        words["like_pinyin"],
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("assistant").joinpath(f"data/{name}").read_text(encoding="utf-8"))


def _each(tables: Iterable[dict[str, list[str]]]) -> dict[str, str]:
    return {phrase: chinese for table in tables for chinese, phrases in table.items() for phrase in phrases}


@cache
def chinese_terms() -> frozenset[str]:
    """The Chinese nouns of the glossary: terms of administration that stand for themselves."""
    return frozenset(glossary().nouns.values())

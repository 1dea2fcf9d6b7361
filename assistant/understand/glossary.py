"""The English of government annual reports (assistant/data/english.toml), for reading English questions."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Glossary:
    """English phrases in lower case with their Chinese: nouns, and verbs, which Chinese puts first."""

    nouns: dict[str, str]
    verbs: dict[str, str]
    stop: frozenset[str]
    """Words that ask, or join others, and measure nothing."""
    like_pinyin: frozenset[str]
    """English words that read as Chinese syllables, and name no place."""


@cache
def glossary() -> Glossary:
    data = tomllib.loads(files("assistant").joinpath("data/english.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in data["words"].items()}
    return Glossary(_each(data["nouns"]), _each(data["verbs"]), words["stop"], words["like_pinyin"])


def _each(table: dict[str, list[str]]) -> dict[str, str]:
    return {phrase: chinese for chinese, phrases in table.items() for phrase in phrases}


@cache
def chinese_terms() -> frozenset[str]:
    """The Chinese nouns of the glossary: terms of administration that stand for themselves."""
    return frozenset(glossary().nouns.values())

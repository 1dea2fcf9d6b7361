"""What is generally known of Chinese agencies: bodies, their everyday names, and the ranks of places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NO_PLACE = "城[市乡镇]|地区|[社园片景街]区"
"""What a body is for, though it ends like a place: 城乡建设委员会."""
_WITHIN_NAMES = ("州", "镇", "乡", "旗", "盟")
"""Ranks whose characters end many a city's or a county's own name."""


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of agency: its official names without the place, its everyday names, its English words."""

    full: tuple[str, ...]
    short: tuple[str, ...]
    english: tuple[str, ...]
    government: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.full, *self.short)


@dataclass(frozen=True, slots=True)
class Agencies:
    bodies: tuple[Body, ...]
    place_ranks: tuple[str, ...]
    body_ends: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    """English words for the fields of bureaus, with what Chinese names have for them."""

    def body(self, written: str) -> Body | None:
        """Given a body as a report's issuer has it, return what is known of it, or None."""
        return next((body for body in self.bodies if written in body.full), None)

    def field(self, english: str) -> tuple[str, ...]:
        """Given an English word in lower case, return the Chinese words for the field of a bureau that it names."""
        return self.fields.get(english, ())


@cache
def known() -> Agencies:
    """Return the table of agencies (assistant/data/agencies.toml)."""
    data = tomllib.loads(files("assistant").joinpath("data/agencies.toml").read_text(encoding="utf-8"))
    bodies = tuple(
        Body(
            tuple(item["full"]),
            tuple(item["short"]),
            tuple(item["english"]),
            item.get("kind") == "government",
        )
        for item in data["body"]
    )
    fields = {english: tuple(chinese) for english, chinese in data["fields"].items()}
    return Agencies(bodies, tuple(data["ranks"]["places"]), tuple(data["ranks"]["bodies"]), fields)


@cache
def place_pattern() -> re.Pattern[str]:
    """Return a pattern of one place with its rank: 凌源市, 平潭综合实验区, 万里街道.

    A place that is itself named with a rank's character (沙市区, 市中区; 台州市, 贵州省, 新乡县) is matched by its own
    name.
    """
    ranks = "|".join(
        f"{rank}(?![省市区县])" if rank in _WITHIN_NAMES else rank for rank in known().place_ranks
    )
    return re.compile(rf"(?!{_NO_PLACE})([\u4e00-\u9fff]{{1,7}}?|[\u4e00-\u9fff]市)({ranks})")

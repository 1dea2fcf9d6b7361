"""What staff can teach: that words mean other words, and which figure a question asks for."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.understand.script import in_one_form, language


@dataclass(frozen=True, slots=True)
class Synonym:
    """`said` means `means`, in simplified Chinese: 老百姓投诉 means 投诉举报. `issuer` limits it to one agency."""

    said: str
    means: str
    issuer: str | None = None

    @property
    def key(self) -> str:
        return "\x1f".join(("synonym", self.said, self.issuer or ""))

    def holds(self, issuers: Collection[str]) -> bool:
        """Given the agencies that a question may be about, return whether this may be said for it."""
        return self.issuer is None or set(issuers) == {self.issuer}


@dataclass(frozen=True, slots=True)
class Pin:
    """The figure that a question's measure means. It never speaks outside its scope: of `issuer`, for `year`,
    where they are given.

    The figure is the one with `label` (its text in one line), or with the national form's `indicator`; with
    an `anchor`, the cell or span of `report`, as long as the label is still the one that stands there.
    `question` is what was asked, for people and for the questions this becomes.
    """

    question: str
    measure: str
    label: str = ""
    indicator: str | None = None
    issuer: str | None = None
    year: int | None = None
    report: str | None = None
    anchor: str | None = None

    @property
    def key(self) -> str:
        return "\x1f".join(("pin", bare(self.measure), self.issuer or "", str(self.year or "")))

    def holds(self, issuers: Collection[str], years: Collection[int]) -> bool:
        """Given the agencies and years that a question is about, return whether this may answer it."""
        ours = self.issuer is None or set(issuers) == {self.issuer}
        return ours and (self.year is None or set(years) == {self.year})


Lesson = Synonym | Pin


def plain(text: str) -> str:
    """Given words as staff wrote them, return them as questions are matched: simplified, half-width, trimmed."""
    return in_one_form(text, language(text)).strip()


def bare(measure: str) -> str:
    """Given a measure, return it without spaces and signs, to compare."""
    return re.sub(r"[\W_]+", "", measure).lower()

"""Names of held agencies that were typed wrongly, wherever they stand: 万里街到, 剑盘山街道, 民证局, huaian."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.query import Held
from assistant.understand.names import agency_names
from assistant.understand.register import Names, Register, register
from assistant.understand.sound import in_word
from assistant.understand.typing_errors import Correction

_LEAST = 3
"""A shorter name is too near to other words, but where nothing stands beside it."""
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z]{4,}", re.IGNORECASE)


def misnamed(text: str, held: Sequence[Held], issuers: Collection[str]) -> tuple[Correction, ...]:
    """Given a question in simplified Chinese, the reports held and the issuers that it is known to name, return the names
    that are clearly a slip for a held issuer's, one of those known where any is."""
    search = _Search(text, register(held), frozenset(issuers))
    return tuple(dict.fromkeys((*search.chinese(), *search.latin())))


class _Search:
    """One pass over one question."""

    def __init__(self, text: str, held: Register, issuers: frozenset[str]) -> None:
        self.text, self.held, self.issuers = text, held, issuers
        self.kinds = [_near(text, names) for names in (held.agencies, held.bodies, held.places)]

    def chinese(self) -> Iterator[Correction]:
        start = 0
        while start < len(self.text):
            right = max((len(kind.at(self.text, start) or "") for kind in self._all()), default=0)
            slip = self._slip(start, max(right + 1, _LEAST)) or (None if right else self._short(start))
            if slip is not None:
                yield slip
            start += len(slip.typed) if slip else right or 1

    def _all(self) -> tuple[Names, ...]:
        return self.held.agencies, self.held.bodies, self.held.places

    def _slip(self, start: int, least: int) -> Correction | None:
        """The longest name that begins here, mistyped."""
        longest = max((size for kind in self.kinds for size in kind.by_length), default=0)
        for end in range(min(start + longest, len(self.text)), start + least - 1, -1):
            if (meant := self._meant(self.text[start:end])) is not None:
                return Correction(self.text[start:end], meant)
        return None

    def _short(self, start: int) -> Correction | None:
        """A place of two characters that stands by itself: 述阳2025."""
        run = _CHINESE.match(self.text, start)
        alone = run and len(run.group()) == 2 and not _CHINESE.match(self.text[:start][-1:])
        meant = self._meant(self.text[start : start + 2]) if alone else None
        return Correction(self.text[start : start + 2], meant) if meant else None

    def _meant(self, typed: str) -> str | None:
        """The held name that another is a slip for: of one issuer alone, and no place of its own."""
        if not _CHINESE.fullmatch(typed):
            return None
        for kind in self.kinds:
            names = [name for name in kind.mistaken(typed) if self._ours(kind, name)]
            owners = {owner.issuer for name in names for owner in kind.owners[name]}
            if names and (len(owners) == 1 or self.issuers):
                return names[0]
        return None

    def _ours(self, kind: Names, name: str) -> bool:
        return not self.issuers or bool(self.issuers & {owner.issuer for owner in kind.owners[name]})

    def latin(self) -> Iterator[Correction]:
        """A place in Latin letters (huaian), or the first letters of an agency's name (lysjj)."""
        for letters in _LATIN.findall(self.text):
            owners = self.held.latin.owners.get(letters.lower(), ()) or [
                owner for owner in self.held.owners if letters.lower() in _initials(agency_names(owner))
            ]
            issuers = {owner.issuer for owner in owners}
            if len(issuers) == 1 and (not self.issuers or issuers <= self.issuers):
                yield Correction(letters, issuers.pop())


def _near(text: str, names: Names) -> Names:
    """The names that have half of their characters in the text."""
    there = set(text)
    return Names.of(
        (name, owner)
        for name, owners in names.owners.items()
        if 2 * sum(map(there.__contains__, name)) >= len(name)
        for owner in owners
    )


def _initials(names: Collection[str]) -> set[str]:
    return {"".join(sound[0] for sound in in_word(name)) for name in names}

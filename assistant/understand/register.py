"""The held issuers by every name that people use for them, looked up in time that their number hardly changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.query import Held
from assistant.understand.names import Owner, agency_names, bare_names, latin_names, place_names, take_apart
from assistant.understand.typing_errors import latin_lookalikes, one_off, taken_for
from assistant.words.cedict import other_place

Owners = tuple[Owner, ...]
_OFFICE_WORD = re.compile(
    "办(?:公(?:费|经费|用(?:房|品|具)|设[备施]|楼|大楼|场所|家具|自动化)|理(?!论)|结(?![构转余算])|件)"
)
_PEOPLE = re.compile("[市县镇村]民(?![政族间生宗主用])")


@dataclass(frozen=True, slots=True)
class Names:
    """Names with the owners that they may mean."""

    owners: dict[str, Owners]
    by_length: dict[int, tuple[str, ...]]

    @staticmethod
    def of(pairs: Iterable[tuple[str, Owner]]) -> Names:
        index: dict[str, list[Owner]] = {}
        for written, owner in pairs:
            index.setdefault(written, []).append(owner)
        by_length: dict[int, list[str]] = {}
        for written in index:
            by_length.setdefault(len(written), []).append(written)
        return Names(
            {name: tuple(owners) for name, owners in index.items()},
            {size: tuple(by_length[size]) for size in sorted(by_length, reverse=True)},
        )

    def at(self, text: str, start: int) -> str | None:
        """Given a text and a place in it, return the longest name that begins there, or None."""
        pieces = (text[start : start + size] for size in self.by_length)
        found = (piece for piece in pieces if piece in self.owners)
        of_word = (self._of_people, self.runs_on)
        return next(
            (piece for piece in found if not any(runs(piece, text[start:]) for runs in of_word)), None
        )

    def _of_people(self, name: str, text: str) -> bool:
        """Whether the end of a name is the beginning of 市民: 凌源 has 凌源市民."""
        return _PEOPLE.match(text, len(name) - 1) is not None and name[:-1] in self.owners

    def runs_on(self, name: str, text: str) -> bool:
        """Given a name and the text that it begins, return whether its end is the beginning of 办公费 or 办理: 街道 has
        街道办公费."""
        return _OFFICE_WORD.match(text, len(name) - 1) is not None and name[:-1] in self.owners

    def mistaken(self, written: str) -> list[str]:
        """Given a name as typed, return the names that it is mistaken for by sound or shape."""
        names = self.by_length.get(len(written), ())
        slips = (name for name in names if name != written and taken_for(written, name))
        return [name for name in slips if not other_place(written, name)]

    def taken_for(self, written: str) -> list[Owner]:
        """Given a name as typed, return the owners of the names that it is mistaken for."""
        return [owner for name in self.mistaken(written) for owner in self.owners[name]]


@dataclass(frozen=True, slots=True)
class Register:
    """Held issuers: `agencies` by place and body, `places` by place alone, `bodies` by body alone,
    `latin` by place in Latin letters, `stems` by place and body without the last character: 某县民政."""

    owners: Owners
    agencies: Names
    places: Names
    bodies: Names
    latin: Names
    stems: Names

    def there(self, written: str) -> Owners:
        """Given a name that begins with a held place, return the owners at that place."""
        place = self.places.at(written, 0)
        return self.places.owners[place] if place else ()

    def misspelt(self, written: str) -> list[Owner]:
        """Given a name as typed, return the owners that it may be a misspelling of: none, or as few as fit."""
        agency = self.agencies.taken_for(written)
        place = [] if agency else self.places.taken_for(written)
        whole = [owner for owner in place if owner.government]
        found = (
            agency or whole or place or [owner for owner in self.there(written) if one_off(written, owner)]
        )
        return list(dict.fromkeys(found))


def register(held: Sequence[Held]) -> Register:
    """Given the reports held, return their issuers' register."""
    return _register(tuple(dict.fromkeys((one.issuer, one.region) for one in held)))


@lru_cache(maxsize=16)
def _register(held: tuple[tuple[str, str | None], ...]) -> Register:
    owners = tuple({issuer: take_apart(issuer, region) for issuer, region in held}.values())
    return Register(
        owners,
        Names.of((name, owner) for owner in owners for name in agency_names(owner)),
        Names.of((name, owner) for owner in owners for name in place_names(owner)),
        Names.of((name, owner) for owner in owners for name in sorted(bare_names(owner))),
        Names.of(_latin(owners)),
        Names.of(_stems(owners)),
    )


def _stems(owners: Owners) -> list[tuple[str, Owner]]:
    bodies = [(owner, name) for owner in owners for name in owner.body_names if len(name) > 2]
    return [(f"{place}{name[:-1]}", owner) for owner, name in bodies for place in place_names(owner)]


def _latin(owners: Owners) -> list[tuple[str, Owner]]:
    """Names in Latin letters: as they sound, and, where no place held is called so, as they would with one
    character taken for another of its shape: Shuyang for 沐阳, which text recognition makes of 沭阳."""
    exact = [(name, owner) for owner in owners for name in latin_names(owner)]
    known = {name for name, _ in exact}
    alike = [(name, owner) for owner in owners for name in latin_lookalikes(owner) if name not in known]
    return exact + alike

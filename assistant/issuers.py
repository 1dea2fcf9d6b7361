"""Which held issuer a question names, or which agency it names that is not held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.agencies import known, place_pattern
from assistant.foreign import agency_at, starts_owner
from assistant.names import Owner, aliases, bare_names, take_apart
from assistant.periods import MARK
from assistant.query import Held
from assistant.typing_errors import misspelt

_SELF = re.compile(
    r"(?:我们?|咱们?|本|贵|你们?|您|这个?|该|此)(?P<rank>局|区|市|县|省|镇|乡|街道|委|厅|办|办公室|部|单位|机关|部门|辖区|地区)(?![a-z长委政府直属级场监民域间])"
)
_NOT_OWNER_BEFORE = re.compile(r"(?:被|由|经|向|报|送|上报|报送|对|给|获|受|为)$")
_WEBSITE = re.compile(r"(?:人民)?(?:政府)?(?:官方)?(?:门户)?(?:网站|网|日报|晚报|电视台|公众号|微信|微博|客户端|APP|新闻)")
_GOVERNMENT_THING = re.compile(
    r"(?:门户|网站|网|信息|公报|采购|购买|投资|债务|专项|性基金|规章|文件|工作报告|服务|新媒体|热线|数据|公开|开放|常务|收费|预算|决算|机关)"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """The issuers a question names, in its order; `ambiguous` those that fit one name equally well.

    `rest` is the text with each name replaced by `MARK`. `guessed` is True where a name was taken to mean an
    issuer that it does not spell out: 我局, a typing error, or a place of which only a bureau is held.
    """

    issuers: tuple[str, ...]
    rest: str
    unknown: str | None = None
    ambiguous: tuple[str, ...] = ()
    guessed: bool = False


def name(text: str, held: Sequence[Held]) -> Naming:
    """Given simplified Chinese whose years are marked, and the reports held, return whom it names."""
    owners = _owners(tuple(dict.fromkeys((one.issuer, one.region) for one in held)))
    search = _Search(text, owners)
    search.named()
    search.others()
    search.bare()
    search.oneself()
    if not search.issuers and not search.unknown:
        search.mistyped()
    return search.naming()


@lru_cache(maxsize=8)
def _owners(held: tuple[tuple[str, str | None], ...]) -> tuple[Owner, ...]:
    unique = {issuer: take_apart(issuer, region) for issuer, region in held}
    return tuple(unique.values())


class _Search:
    def __init__(self, text: str, owners: Sequence[Owner]) -> None:
        self.text, self.owners = text, owners
        self.issuers: list[tuple[int, str]] = []
        self.unknown: str | None = None
        self.ambiguous: tuple[str, ...] = ()
        self.guessed = False

    def take(self, start: int, end: int, issuers: Iterable[str]) -> None:
        """Note the issuers, and blank the name so that places in the text stay where they are."""
        self.issuers += [(start, issuer) for issuer in issuers]
        self.text = self.text[:start] + MARK * (end - start) + self.text[end:]

    def refuse(self, start: int, end: int) -> None:
        self.unknown = self.unknown or self.text[start:end]
        self.take(start, end, ())

    def named(self) -> None:
        """Names with their place, the longest first from the left."""
        names = _by_name(tuple(self.owners))
        start = 0
        while start < len(self.text):
            found = next((n for n in names if self.text.startswith(n, start)), None)
            start += 1 if found is None else self._named(start, found, names[found])

    def _named(self, start: int, name: str, owners: tuple[Owner, ...]) -> int:
        """Take the name at `start` where it is a scope; return how far to go on."""
        before, after = self.text[:start], self.text[start + len(name) :]
        whole = re.fullmatch(r"(.+?)(?:人民)?政府", name)
        if whole and _GOVERNMENT_THING.match(after):
            name = whole.group(1)
            after = self.text[start + len(name) :]
        if _NOT_OWNER_BEFORE.search(before) or (_is_place(name, owners) and _WEBSITE.match(after)):
            return len(name)
        if not _is_place(name, owners):
            self.take(start, start + len(name), _issuers(owners))
            return len(name)
        longer = agency_at(self.text, start, len(name))
        if longer is not None:
            self._longer(start, longer)
            return longer - start
        self._place(start, name, owners)
        return len(name)

    def _longer(self, start: int, end: int) -> None:
        """A place that goes on as some agency: one of ours by another wording, or one that is not held."""
        near = [owner for owner in self.owners if _abbreviates(self.text[start:end], owner)]
        if near:
            self.take(start, end, _issuers(near))
            self._settle(near)
        else:
            self.refuse(start, end)

    def _place(self, start: int, name: str, owners: Sequence[Owner]) -> None:
        """A place by itself means what stands for the whole place; failing that, its own bureaus, as a guess."""
        whole = [owner for owner in owners if owner.government]
        chosen = whole or list(owners)
        self.guessed = self.guessed or not whole
        self.take(start, start + len(name), _issuers(chosen))
        self._settle(chosen)

    def _settle(self, owners: Sequence[Owner]) -> None:
        if len({owner.issuer for owner in owners}) > 1:
            self.ambiguous = tuple(dict.fromkeys((*self.ambiguous, *_issuers(owners))))

    def others(self) -> None:
        """Agencies and places that are not held, where the reports' owner stands."""
        while (place := starts_owner(self.text)) is not None:
            start, end = place
            near = [owner for owner in self.owners if _abbreviates(self.text[start:end], owner)]
            typed = [] if near else misspelt(self.text[start:end], self.owners)
            if near or typed:
                self.guessed = self.guessed or bool(typed)
                self.take(start, end, _issuers(near or typed))
                self._settle(near or typed)
            else:
                self.refuse(start, end)

    def bare(self) -> None:
        """Bodies without a place: 市场监管局, 区政府. Several held bureaus of that name are a choice."""
        bodies: dict[str, list[Owner]] = {}
        for owner in self.owners:
            for name in bare_names(owner):
                bodies.setdefault(name, []).append(owner)
        for name in sorted(bodies, key=len, reverse=True):
            start = self.text.find(name)
            after = self.text[start + len(name) :]
            if start < 0 or _NOT_OWNER_BEFORE.search(self.text[:start]) or _WEBSITE.match(after):
                continue
            if name.endswith("政府") and _GOVERNMENT_THING.match(after):
                continue
            if re.search(r"[一-鿿]$", self.text[:start]) and not re.search(r"(?:[在和与跟比问查]|请问|关于)$", self.text[:start]):
                continue
            fitting = self._in_scope(bodies[name])
            self.take(start, start + len(name), _issuers(fitting))
            self._settle(fitting)

    def _in_scope(self, owners: list[Owner]) -> list[Owner]:
        """Of bureaus of one name, those of a place the question has named already."""
        named = {issuer for _, issuer in self.issuers}
        return [owner for owner in owners if owner.issuer in named] or owners

    def oneself(self) -> None:
        """我局, 贵区: the issuer of that rank, where one is held."""
        match = _SELF.search(self.text)
        if match is None:
            return
        fitting = [owner for owner in self.owners if _has_rank(owner, match.group("rank"))]
        self.guessed = True
        self.take(match.start(), match.end(), _issuers(fitting) if not self.issuers else ())
        if not self.ambiguous:
            self._settle(fitting)

    def mistyped(self) -> None:
        """A held issuer's name by sound, at the place where an owner stands: 平谭, 凌原市."""
        head = re.match(rf"[{MARK}\s，,。、]*([一-鿿]{{2,14}})", self.text)
        for size in range(min(len(head.group(1)), 14), 1, -1) if head else ():
            assert head is not None
            fitting = misspelt(head.group(1)[:size], self.owners)
            if fitting:
                self.guessed = True
                self.take(head.start(1), head.start(1) + size, _issuers(fitting))
                self._settle(fitting)
                return

    def naming(self) -> Naming:
        issuers = tuple(dict.fromkeys(issuer for _, issuer in sorted(self.issuers, key=lambda one: one[0])))
        rest = re.sub(f"{MARK}+", MARK, self.text)
        return Naming(issuers, rest, self.unknown, self.ambiguous, self.guessed)


@lru_cache(maxsize=8)
def _by_name(owners: tuple[Owner, ...]) -> dict[str, tuple[Owner, ...]]:
    """Every name with a place, and every place, with the owners it may mean; the longest first."""
    names: dict[str, list[Owner]] = {}
    for owner in owners:
        places = _place_names(owner)
        for name in aliases(owner) | places:
            names.setdefault(name, []).append(owner)
    return {name: tuple(names[name]) for name in sorted(names, key=len, reverse=True)}


def _place_names(owner: Owner) -> frozenset[str]:
    return aliases(Owner("", owner.places, "", None)) - {""} if owner.places else frozenset()


def _is_place(name: str, owners: Sequence[Owner]) -> bool:
    return not any(owner.issuer == name and owner.body for owner in owners) and any(
        name in {place.name + place.rank for place in owner.places} | set(_only_places(owner)) for owner in owners
    )


def _only_places(owner: Owner) -> Iterable[str]:
    from assistant.names import heads

    return heads(owner.places)


def _issuers(owners: Iterable[Owner]) -> tuple[str, ...]:
    return tuple(owner.issuer for owner in owners)


def _abbreviates(written: str, owner: Owner) -> bool:
    """Whether a name is an owner's with parts dropped: each character in order, ends the same, body told."""
    if not owner.body or len(written) < 3 or written[-1] != owner.issuer[-1]:
        return False
    if not any(written.startswith(head) for head in _only_places(owner) if head):
        return False
    letters = iter(owner.issuer)
    return all(char in letters for char in written)


def _has_rank(owner: Owner, rank: str) -> bool:
    if rank in ("单位", "机关", "部门"):
        return True
    if rank in ("局", "委", "厅", "办", "办公室", "部"):
        return owner.issuer.endswith(rank)
    place = owner.places[-1].rank if owner.places else ""
    return place.endswith(rank) or (rank in ("辖区", "地区") and owner.government)


__all__ = ["Naming", "known", "name", "place_pattern"]

"""The names by which people mean a held issuer: with and without places, in full and in short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assistant.understand.agencies import Body, known, place_pattern
from assistant.understand.sound import in_word, syllables

GENERAL = (
    "人民政府",
    "办公厅",
    "办公室",
    "办事处",
    "街道办",
    "委办公室",
    "委办公厅",
    "管委会",
    "人民法院",
    "管理局",
)
"""Bodies that every place has: without a place or a rank they name nobody."""
AREA = "片区"
"""A part of a place with an office of its own; its name alone is that of a town or village in it as well."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as an issuer's name writes it: 凌源市 is name 凌源, rank 市."""

    name: str
    rank: str

    @property
    def forms(self) -> tuple[str, ...]:
        short = {"综合实验区": ("实验区",), "经济技术开发区": ("经开区", "开发区"), "街道": ()}.get(
            self.rank, ()
        )
        forms = (self.name + self.rank, *(self.name + rank for rank in short))
        return (*forms, self.name) if len(self.name) > 1 and self.rank != AREA else forms


@dataclass(frozen=True, slots=True)
class Owner:
    """An issuer's name taken apart: the places from the widest, and the body (empty: the place itself)."""

    issuer: str
    places: tuple[Place, ...]
    body: str
    kind: Body | None

    @property
    def government(self) -> bool:
        """Whether it stands for its place as a whole."""
        return not self.body or (self.kind is not None and self.kind.government)

    @property
    def body_names(self) -> tuple[str, ...]:
        if self.government:
            every = (name for body in known().bodies if body.government for name in body.names)
            return ("", self.body, *(("人民政府", "政府") if self.body.endswith("政府") else every))
        names = (self.body, *(self.kind.names if self.kind else _shortened(self.body)))
        if self.issuer.startswith(("中共", "中国共产党")):  # 区委社工部 is the committee's
            names += tuple(f"委{name}" for name in names if not name.startswith("委"))
        return names


@cache
def take_apart(issuer: str, region: str | None = None) -> Owner:
    """Given an issuer's full name and the region it is in, return its places and its body."""
    rest = issuer.removeprefix("中国共产党").removeprefix("中共")
    places: list[Place] = []
    while match := place_pattern().match(rest):
        name, rank = match.groups()
        after = rest[match.end() :]
        if _is_body(rest) or (rank == "街道" and after in ("", "办事处", "办")):
            break
        part = rank == "区" and name.endswith("片") and len(name) > 2
        places.append(Place(name[:-1], AREA) if part else Place(name, rank))
        rest = after
        # 上海市普陀区人民政府万里街道办事处: the government only says whose street office it is.
        for between in ("人民政府", "委"):
            if rest.startswith(between) and len(rest) > len(between) + 2 and not _is_body(rest):
                rest = rest[len(between) :]
    wider = _wider(region, places)
    body = rest if not (rest.startswith("委") and _is_body(rest[1:])) else rest[1:]
    return Owner(issuer, (*wider, *places), body, known().body(body) or _street(body))


def _street(body: str) -> Body | None:
    for end in ("街道办事处", "办事处"):
        if body.endswith(end) and len(body) > len(end):
            street = body.removesuffix(end).removesuffix("街道")
            name, short = street + "街道", street.removesuffix("路") + "街道"  # 石泉街道 is 石泉路街道
            names = (name + "办事处", name + "办", name, street + "街办", street, short, short + "办")
            return Body((body,), tuple(dict.fromkeys(names)), ())
    return None


def _is_body(text: str) -> bool:
    return any(text in body.full for body in known().bodies)


def _wider(region: str | None, places: list[Place]) -> list[Place]:
    """Places of the region that the issuer's own name leaves out."""
    wider: list[Place] = []
    rest = region or ""
    own = {place.name for place in places}
    while match := place_pattern().match(rest):
        if match.group(1) in own:
            break
        wider.append(Place(*match.groups()))
        rest = rest[match.end() :]
    return wider


def _shortened(body: str) -> Iterable[str]:
    """Everyday cuts of a body that the table does not know: 管理 and 委员会 are dropped first."""
    for long, short in (
        ("监督管理", "监管"),
        ("管理局", "局"),
        ("委员会", "委"),
        ("办公室", "办"),
        ("和", ""),
        ("与", "和"),
        ("与", ""),
    ):
        if long in body:
            yield body.replace(long, short)


@cache
def place_names(owner: Owner) -> frozenset[str]:
    """Given an owner, return every way to write its place: 凌源市, 凌源, 朝阳市凌源市."""
    if not owner.places:
        return frozenset()
    *wider, last = owner.places
    names = list(last.forms)
    for place in reversed(wider):
        names += [form + name for name in names for form in place.forms]
    return frozenset(names)


@cache
def agency_names(owner: Owner) -> frozenset[str]:
    """Given an owner, return every name with its place and a body that people use for it."""
    bodies = [body for body in owner.body_names if body]
    found = {place + body for place in place_names(owner) for body in bodies}
    return frozenset(found) if not owner.body else frozenset(found | {owner.issuer})


@cache
def bare_names(owner: Owner) -> frozenset[str]:
    """Given an owner, return the names without a place: 市场监管局, 市市监局, 区政府."""
    last = owner.places[-1].rank if owner.places else ""
    rank = last if last == AREA else last[-1:]
    bodies = [body for body in owner.body_names if len(body) > 1]
    alone = {body for body in bodies if len(body) > 2 and body not in GENERAL}
    zones = {form.removeprefix(place.name) for place in owner.places[-1:] for form in place.forms}
    alone |= {zone for zone in zones if len(zone) > 2 and owner.government}
    return frozenset(alone | {where + body for where in (rank, *zones) for body in bodies if rank})


_NOT_PINYIN = {
    "陕西": "shaanxi",
    "内蒙古": "innermongolia",
    "西藏": "tibet",
    "香港": "hongkong",
    "澳门": "macau",
    "哈尔滨": "harbin",
    "乌鲁木齐": "urumqi",
}


@cache
def latin_names(owner: Owner) -> frozenset[str]:
    """Given an owner, return its place in Latin letters, in lower case and in one word (huaian): as it sounds in the name,
    and as its characters sound alone (chongqing, zhongqing)."""
    street = owner.body.removesuffix("街道办事处")
    last = (place.name if len(place.name) > 1 else place.name + place.rank for place in owner.places[-1:])
    names = [*last] + [street] * (street != owner.body)
    found = {_NOT_PINYIN.get(name, "".join(said(name))) for name in names for said in (in_word, syllables)}
    if street.endswith("路") and street != owner.body:
        found |= {f"{''.join(in_word(street[:-1]))}{road}" for road in ("", "road")}
    return frozenset(found)

"""Which held issuer a question names, or which agency it names that is not held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rjieba

from assistant.query import Held
from assistant.understand.foreign import APPLIED, agency_at, outsider
from assistant.understand.names import AREA, Owner, place_names
from assistant.understand.periods import MARK
from assistant.understand.register import Owners, Register, register
from assistant.understand.short_names import names_place, short_names
from assistant.understand.typing_errors import taken_for
from assistant.words.cedict import is_word

_SELF = re.compile(
    r"(?:我们?|咱们?|本|贵|你们?|您|这个|该|此)(?P<rank>局|区|市|县|省|镇|乡|街道|委|厅|办公室|办|部门?|单位|机关|辖区|地区)"
    r"(?![长委政府直属级场监民域间门公年报])"
)
_PASSIVE = re.compile(r"(?:被|由|经|向|上报|报送|送|获)$")
_CONTACT = r"电话|地址|邮|传真|网址|联系|办公时间|工作时间|几点|上班|在哪"
_CHANNEL = re.compile(
    r"(?:人民)?(?:政府)?(?:官方)?(?:门户)?(?:网站|网|日报|晚报|电视台|公众号|微信|微博|客户端)"
)
_GOVERNMENT_THING = re.compile(
    r"(?:门户|网站|网|信息|公报|采购|购买|投资|债|专项|性基金|规章|文件|工作报告|服务|新媒体|热线|数据|常务|收费|预算|决算|预决算|集中|质量奖|办公[厅室])"
)
_ITS_OFFICE = re.compile(rf"(?:办公[厅室]|办(?![理结件事公]))(?!.{{0,6}}?(?:{_CONTACT}))")
_WITHIN_NAME = re.compile("《[^《》]+$")
"""Before a place: it stands within the name of a programme or paper, and does not begin it."""
_ALONE_AFTER = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[在和与跟比问查看到说里上,，请啊呀呢哦]|按照?|依照?|(?<!日)照着?|根据|依据|据|把|将|由|让|给|从|就|是|相当于|请问|关于|了解|知道|一下|还是|什么|怎么|为何|为啥|咋)$"
)

_JOINS = re.compile(r"(?:[和与跟同比及、较]|相比|其中|还是|以及|除了?|那么?)$")
"""Before a bureau's name: it is another one than the place named before."""
_BY = re.compile(r"[\u4e00-\u9fff](?:按照?|依照?|据|根据|听|看|问|从|由|经|请|让|给)$")
"""Before a bureau's name: what it says or does."""
_JOINED = re.compile(r"[和与跟同比及、较]|相比|还是|以及")


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
    search = _Search(text, register(held))
    search.with_place()
    search.without_place()
    search.by_short_names()
    search.outsiders()
    search.oneself()
    if not search.issuers and not search.unknown:
        search.street()
        search.mistyped()
    return search.naming()


class _Search:
    """One pass over one question; names found are blanked, so that places in the text stay where they are."""

    def __init__(self, text: str, held: Register) -> None:
        self.text, self.held = text, held
        self.issuers: list[tuple[int, str]] = []
        self.unknown: str | None = None
        self.ambiguous: tuple[str, ...] = ()
        self.guessed = False
        self.by_place: dict[str, int] = {}  # where the place ends that alone names an issuer

    def take(self, start: int, end: int, owners: Iterable[Owner], *, guess: bool = False) -> None:
        """Note who is named and blank the name out, which says nothing of what is asked."""
        self.note(start, owners, guess=guess)
        self.text = self.text[:start] + MARK * (end - start) + self.text[end:]

    def note(self, start: int, owners: Iterable[Owner], *, guess: bool) -> None:
        """Note who is named, the name left standing: that of 《问政某县》 is the programme's."""
        named = tuple(dict.fromkeys(owner.issuer for owner in owners))
        self.issuers += [(start, issuer) for issuer in named]
        if len(named) > 1:
            self.ambiguous = tuple(dict.fromkeys((*self.ambiguous, *named)))
        self.guessed = self.guessed or guess

    def refuse(self, start: int, end: int) -> None:
        """Note a name of which nothing is held, unless it is ours, abbreviated or mistyped, or no name: a clause that
        ends in a bureau's (平潭那个码头按交建局)."""
        written = self.text[start:end]
        if (place := self.held.places.at(written, 0)) and self._ends_in_bureau(written[len(place) :]):
            owners = self.held.places.owners[place]
            whole = [owner for owner in owners if owner.government] or list(owners)
            self.take(start, start + len(place), whole, guess=True)
            self.by_place |= {owner.issuer: start + len(place) for owner in whole}
            return
        if self._says_where(written, end):
            self.take(start, end, (), guess=True)
            return
        shortened = [owner for owner in self.held.there(written) if _abbreviates(written, owner)]
        mistyped = [] if shortened else self.held.misspelt(written)
        if not shortened and not mistyped:
            self.unknown = self.unknown or written
        self.take(start, end, shortened or mistyped, guess=bool(mistyped))

    def _ends_in_bureau(self, written: str) -> bool:
        """Whether a held bureau's short name is what is said, read or asked at the end of a text."""
        found = list(short_names(written, self.held.owners))
        return any(_BY.search(written[:start]) for start, end, _ in found if end == len(written))

    def _says_where(self, written: str, end: int) -> bool:
        """Whether a place is the wider one of the issuer named right after it (朝阳市|凌源市市监局), for all that is
        known of its region. Where the region says otherwise, that issuer is not the one meant: it is dropped."""
        named = {issuer for start, issuer in self.issuers if start == end}
        owners = [owner for owner in self.held.owners if owner.issuer in named]
        wider = [where for owner in owners for where in owner.places[:-1] if written.endswith(where.rank)]
        if any(where.name + where.rank != written for where in wider):
            self.issuers = [one for one in self.issuers if one[0] != end]
            return False
        return bool(named)

    def with_place(self) -> None:
        agencies, places = self.held.agencies, self.held.places
        start = 0
        while start < len(self.text):
            agency, place = agencies.at(self.text, start), places.at(self.text, start)
            stem = self._stem(start)
            if len(stem) > len(agency or ""):
                self.take(start, start + len(stem), self.held.stems.owners[stem], guess=True)
                start += len(stem)
            elif agency and not self._about_government(start, agency):
                start += self._agency(start, agency, agencies.owners[agency])
            elif place:
                start += self._place(start, place, places.owners[place])
            else:
                start += 1

    def _about_government(self, start: int, agency: str) -> bool:
        """Whether 淮安市政府 is only the beginning of 淮安市政府网站."""
        end = start + len(agency)
        thing = agency.endswith("政府") and _GOVERNMENT_THING.match(self.text, end)
        return bool(thing) and not re.match(r"办公", self.text[end:])

    def _agency(self, start: int, agency: str, owners: Owners) -> int:
        end = start + len(agency)
        longer = self._beyond(end) if all(one.government for one in owners) else None
        if self._in_passing(start, longer or end):
            return len(agency)
        if longer is not None:
            self.refuse(start, longer)
            return longer - start
        self.take(start, end, owners, guess=bool(re.match(r"办公[厅室]|办(?![理结件事公])", self.text[end:])))
        return len(agency)

    def _in_passing(self, start: int, end: int) -> bool:
        """Whether a name is that of one who did something, or was told, and not of the reports' owner: 被凌源门户
        网站采用. Whom people apply to is the owner (向凌源市提出申请)."""
        passive = _PASSIVE.search(self.text[:start])
        applied = passive and passive.group() == "向" and APPLIED.match(self.text, end)
        return bool(passive) and not applied

    def _beyond(self, end: int) -> int | None:
        """Where the name of an agency ends of which the government's name is only the beginning."""
        office = _ITS_OFFICE.match(self.text, end)
        return office.end() if office else agency_at(self.text, end)

    def _place(self, start: int, place: str, owners: Owners) -> int:
        end = start + len(place)
        whole = [owner for owner in owners if owner.government]
        if self._in_passing(start, end) or (not whole and _CHANNEL.match(self.text, end)):
            return len(place)
        if self.held.agencies.at(self.text, end) or self.held.places.at(self.text, end):
            self.take(start, end, ())  # 淮安市洪泽区: the wider place only says where
            return len(place)
        longer = agency_at(self.text, end)
        if longer is not None:
            self.refuse(start, longer)
            return longer - start
        if _WITHIN_NAME.search(self.text[:start]):
            self.note(start, whole or owners, guess=True)
            return len(place)
        self.take(start, end, whole or owners, guess=not whole)
        for owner in () if whole else owners:
            self._drop_place(start, owner)
        self.by_place |= {owner.issuer: end for owner in whole or owners}
        return end - start

    def _stem(self, start: int) -> str:
        """A bureau's name without its last character that stands before the year (陇西民政|24年), or "". Where the place has
        a report of its own, what is left of the name must be no word, which would say what is asked of that."""
        stem = self.held.stems.at(self.text, start) or ""
        if not self.text[start + len(stem) :].startswith(MARK):
            return ""
        place = self.held.places.at(self.text, start) or ""
        whole = any(owner.government for owner in self.held.places.owners.get(place, ()))
        return "" if whole and len(rjieba.cut(stem.removeprefix(place), False)) == 1 else stem

    def without_place(self) -> None:
        """市场监管局, 区政府: several held agencies of that name are a choice."""
        bodies = self.held.bodies.owners
        for body in sorted((body for body in bodies if body in self.text), key=len, reverse=True):
            start = self.text.find(body)
            before, end = self.text[: max(start, 0)], start + len(body)
            thing = body.endswith("政府") and _GOVERNMENT_THING.match(self.text, end)
            if (
                start < 0
                or thing
                or self.held.bodies.runs_on(body, self.text[start:])
                or _CHANNEL.match(self.text, end)
                or not _ALONE_AFTER.search(before)
            ):
                continue
            own = self._own_government(body) or self._own_place(bodies[body], before)
            meant = () if own else self._in_hand(bodies[body])
            if len(meant) == 1 and not meant[0].government and not before.endswith(MARK):
                self._drop_place(start, meant[0])  # 平潭有多少家民宿？旅游局说的
            self.take(start, end, meant)

    def _own_government(self, body: str) -> bool:
        """Whether 市政府 can only be that of the city whose office the question has named already: of 甲市政府办公厅."""
        named = {issuer for _, issuer in self.issuers}
        places = [owner.places[-1] for owner in self.held.owners if owner.issuer in named and owner.places]
        of_rank = [place for place in places if body in (f"{place.rank}政府", f"{place.rank}人民政府")]
        return len(named) == 1 and bool(of_rank)

    def _own_place(self, owners: Owners, before: str) -> bool:
        """Whether 新区 only says where, after a bureau of that place: it is no other agency unless it is joined to it."""
        named = {issuer for _, issuer in self.issuers}
        bureaus = [owner for owner in self.held.owners if owner.issuer in named]
        if len(bureaus) != 1 or bureaus[0].government or _JOINS.search(before):
            return False
        return all(
            owner.government and owner.places == bureaus[0].places[: len(owner.places)] for owner in owners
        )

    def by_short_names(self) -> None:
        """旅文局 wherever it stands, where it is one held bureau's of the place named, or of all: the place then only says
        where (平潭有多少家民宿，旅文局说的)."""
        named = {issuer for _, issuer in self.issuers}
        at = {owner.places[-1] for owner in self.held.owners if owner.issuer in named and owner.places}
        if self.unknown or (not at and names_place(self.text)):
            return
        for start, end, owners in list(short_names(self.text, self.held.owners)):
            there = [owner for owner in owners if not at or at.intersection(owner.places[-1:])]
            if len(there) == 1 and not self._in_passing(start, end):
                self._drop_place(start, there[0])
                start = self._from_mistyped_place(start, end, there[0])
                self.take(start, end, there, guess=not at)

    def _from_mistyped_place(self, start: int, end: int, bureau: Owner) -> int:
        """Where a bureau's name begins of which only the end was told, since its place is mistyped: 平谭资源|生态局."""
        run = re.search("[\u4e00-\u9fff]*$", self.text[:start])
        for first in range(run.start() if run else start, start):
            for place in place_names(bureau):
                cut = first + len(place)
                if taken_for(self.text[first:cut], place) and _abbreviates(
                    place + self.text[cut:end], bureau
                ):
                    return first
        return start

    def _drop_place(self, start: int, bureau: Owner) -> None:
        """Leave out whom only the name of the bureau's own place names, unless the two are joined: 平潭和旅文局."""
        apart = _JOINS.search(self.text[:start]) is None
        for owner in self.held.owners:
            end = self.by_place.get(owner.issuer)
            if (
                end is None
                or not {*owner.places[-1:]} & {*bureau.places}
                or owner == bureau
                or not apart
                or _JOINED.match(self.text, end)
            ):
                continue
            self.issuers = [one for one in self.issuers if one[1] != owner.issuer]
            left = tuple(one for one in self.ambiguous if one != owner.issuer)
            self.ambiguous = left if len(left) > 1 else ()

    def _in_hand(self, owners: Owners) -> Owners:
        """Of agencies of one name, those that the question has named already."""
        named = {issuer for _, issuer in self.issuers}
        return tuple(owner for owner in owners if owner.issuer in named) or owners

    def outsiders(self) -> None:
        while (span := outsider(self.text)) is not None:
            self.refuse(*span)

    def oneself(self) -> None:
        """我局, 贵区: the issuer of that rank, where one is held."""
        match = _SELF.search(self.text)
        if match is None:
            return
        fitting = [owner for owner in self.held.owners if _has_rank(owner, match.group("rank"))]
        self.take(match.start(), match.end(), () if self.issuers else fitting, guess=True)

    def street(self) -> None:
        """万里 before a year: a street office, or that of an area, by the two characters of its name, which anywhere else
        are a word."""
        head = re.match(rf"([\u4e00-\u9fff]{{2}})(?:[那这]边|[那这]里|在)?{MARK}", self.text)
        owners = [owner for owner in self.held.owners if head and _is_called(head[1], owner)]
        if owners:
            self.take(0, 2, owners, guess=True)

    def mistyped(self) -> None:
        """A held name by sound or shape, where an owner stands: 平谭, 凌原市."""
        if self.issuers:
            return
        head = re.match(rf"[{MARK}\s，,。、]*([\u4e00-\u9fff]{{2,16}})", self.text)
        for size in range(len(head.group(1)), 1, -1) if head else ():
            assert head is not None
            end = head.start(1) + size
            alone = re.match(rf"$|[{MARK}的在呢]|一共|有", self.text[end:])
            if size == 2 and not alone and (head.start(1) == 0 or is_word(head.group(1)[:2])):
                continue  # 述阳2025年, 2025年述阳新收, and not 2025年平摊费用
            fitting = self.held.misspelt(head.group(1)[:size])
            if fitting:
                self.take(head.start(1), end, fitting, guess=True)
                return

    def naming(self) -> Naming:
        issuers = tuple(dict.fromkeys(issuer for _, issuer in sorted(self.issuers, key=lambda one: one[0])))
        rest = re.sub(f"{MARK}+", MARK, self.text)
        return Naming(issuers, rest, self.unknown, self.ambiguous, self.guessed)


def _is_called(name: str, owner: Owner) -> bool:
    area = owner.places[-1] if owner.places else None
    return name in owner.body_names or (area is not None and (area.name, area.rank) == (name, AREA))


def _abbreviates(written: str, owner: Owner) -> bool:
    """Whether a name is an owner's with parts dropped: the place stands, the rest in order, the end the same."""
    full = owner.issuer.endswith(("委员会", "办公室"))  # 委 and 办 end their short names
    if not owner.body or owner.government or len(written) < 3:
        return False
    if written[-1] not in (owner.issuer[-1], owner.issuer[-3] if full else ""):
        return False
    place = max((p for p in place_names(owner) if written.startswith(p)), key=len, default="")
    letters = iter(owner.places[-1].rank + owner.body if owner.places else owner.body)
    return bool(place) and all(char in letters for char in written[len(place) :])


def _has_rank(owner: Owner, rank: str) -> bool:
    if rank in ("单位", "机关", "部门"):
        return True
    if rank in ("局", "委", "厅", "办", "办公室", "部"):
        return owner.issuer.endswith(rank)
    place = owner.places[-1].rank if owner.places else ""
    return owner.government and (place.endswith(rank) or rank in ("辖区", "地区"))

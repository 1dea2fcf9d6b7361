"""Which held issuer an English question names: places by their pinyin, bodies by their English names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.query import Held
from assistant.understand.agencies import Body, known
from assistant.understand.issuers import Naming
from assistant.understand.names import Owner
from assistant.understand.periods import MARK
from assistant.understand.register import Register, register
from assistant.understand.sound import is_pinyin, syllables
from assistant.words.glossary import glossary

_RANKS = {
    "city": "市", "municipality": "市", "municipal": "市", "district": "区", "county": "县", "province": "省", "provincial": "省",
    "town": "镇", "township": "乡", "subdistrict": "街道", "sub-district": "街道", "zone": "区", "prefecture": "州", "region": "区",
}  # fmt: skip
_OFFICE = "bureau|department|commission|office|administration|committee|authority|agency|council|court|procuratorate|police|division|brigade"
_SELF_STANDING = frozenset(
    {
        "government",
        "office",
        "committee",
        "court",
        "police",
        "procuratorate",
        "subdistrict",
        "sub-district",
        "amr",
        "samr",
        "drc",
        "ndrc",
        "commission",
        "brigade",
        "regulator",
        "watchdog",
        "inspectorate",
    }
)
"""Last words of a body's name after which no "bureau" needs to follow."""
_WORD = r"[A-Za-z][A-Za-z'’-]*"
_TAIL_WORDS = re.compile(
    rf"(?:\s+(?:{'|'.join(_RANKS)}|comprehensive|experimental|new|area|development|people's|government|party|{_OFFICE})\b)+",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"(?<!outside )(?<!beyond )(?<!across )\b(?:the|this|that|your|our)\s+(bureau|agency|authority|department|office|city|district|county|province|zone|government|street|subdistrict|administration|commission)\b(?!\s+(?:website|portal|gazette|procurement|information|affairs|document|fund|fee))",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?:the\s+)?(?:environment|environmental|ecology|market|water|land|enforcement)\s+(?:{_OFFICE})",
    re.IGNORECASE,
)
_FIELDS = re.compile(
    rf"\b(?:the\s+)?(?:(?:comprehensive|integrated)\s+(?:administrative\s+)?)?(?P<fields>[A-Za-z-]+(?:(?:\s*,\s*(?:and\s+)?|\s*&\s*|\s+and\s+)[A-Za-z-]+)+)(?P<office>\s+(?:{_OFFICE}))\b(?:['’]s)?",
    re.IGNORECASE,
)
"""A bureau by its fields, joined."""
_LONG_FIELDS = re.compile(
    _FIELDS.pattern.replace("[A-Za-z-]+", r"[A-Za-z-]+(?:\s+[A-Za-z-]+)?"), re.IGNORECASE
)
"""The same, of fields of up to two words: Natural Resources and Ecological Environment Bureau."""
_PARTY = re.compile(r"\b(?:CPC|CCP)\b")
"""Before the committee of a place, which is named without it."""
_GOVERNMENT = r"(?:(?:municipal|city|district|county|provincial)\s+)?(?:people['’]?s\s+)?government"
_OFFICE_OF = re.compile(
    rf"\b(?:the\s+)?(?:general\s+)?office\s+of\s+(?:the\s+)?(?P<where>{_WORD}(?:\s+{_WORD}){{0,2}}?)\s+{_GOVERNMENT}\b(?!\s+(?:website|portal|gazette))|"
    rf"(?<=[a-z])\s+{_GOVERNMENT}(?:['’]s)?\s+(?:general\s+)?office\b",
    re.IGNORECASE,
)
"""The office of a government, by the government's name: the General Office of the Shanghai Municipal People's Government."""
_SELF_ENDS = {
    "bureau": "局",
    "department": "局部厅",
    "administration": "局",
    "office": "办室厅处",
    "commission": "委会",
    "subdistrict": "处道",
    "street": "处道",
}


def name(text: str, held: Sequence[Held], *, contact: bool = False) -> Naming:
    """Given an English question with its years marked, in the case it was typed, and the reports held,
    return whom it names. Bodies are told by the table's English words (market regulation, education).
    With `contact`, where only an address is asked, a government's office that is not held is that government."""
    found = _named(text, held, contact=contact)
    office = _OFFICE_OF.sub(lambda match: f"{match['where'] or ''} General Office", text)
    if found.issuers or office == text:
        return found
    again = _named(office, held, contact=contact)
    return again if again.issuers else found


def _named(text: str, held: Sequence[Held], *, contact: bool) -> Naming:
    everyone = register(held)
    owners = everyone.owners
    body, bare = _take_fields(text, owners) or _take_body(text)
    if body is not None and body.loose and not any(one.kind and body.matches(one.kind) for one in owners):
        body, bare = None, text
    named, unknown, rest = _take_places(bare, everyone, body)
    at_office = contact and unknown is not None and body is not None and body.of_government
    if at_office:
        named, unknown, rest = _take_places(bare, everyone, None)
    if not named and not unknown:
        unknown, rest = _foreign(bare, body)
        if unknown is None and body is not None and body.general:
            body, rest = None, text
    if not named and not unknown and body is not None:
        fitting = list(body.owners) or [
            owner for owner in owners if owner.kind is not None and body.matches(owner.kind)
        ]
        named, unknown = [fitting] if fitting else [], None if fitting else body.written
    own, rest = _oneself(rest, owners)
    guessed = bool(own) and not named and not unknown
    if guessed:
        named = [own]
    rest = _without_wider(_PARTY.sub(" ", rest) if named else rest, named)
    choices = tuple(dict.fromkeys(owner.issuer for group in named if len(group) > 1 for owner in group))
    issuers = tuple(dict.fromkeys(owner.issuer for group in named for owner in group))
    loose = any(not owner.government for group in named for owner in group) and body is None
    return Naming(issuers, rest, unknown, choices, guessed or loose or at_office)


class _Named:
    """A body as an English question names it."""

    def __init__(self, written: str, bodies: Sequence[Body], owners: Sequence[Owner] = ()) -> None:
        self.written, self._bodies, self.owners = written, tuple(bodies), tuple(owners)

    @property
    def loose(self) -> bool:
        """Whether it is called by its field alone (the water bureau), which names it only where there is one."""
        return bool(_LOOSE.fullmatch(self.written))

    @property
    def general(self) -> bool:
        """Whether every place has one, so that without a place it names nobody: government, office."""
        return bool(re.search(r"(?:government|office|committee|court)$", self.written, re.IGNORECASE))

    @property
    def of_government(self) -> bool:
        """Whether it is the office of a government: general office, government office."""
        return bool(
            re.search(
                r"\b(?:general|government)(?:\s+general)?\s+office$|\boffice of the .*government$",
                self.written,
                re.I,
            )
        )

    def matches(self, kind: Body) -> bool:
        return kind in self._bodies or any(one.government and kind.government for one in self._bodies)


def _take_fields(text: str, owners: Sequence[Owner]) -> tuple[_Named, str] | None:
    """Find a bureau named by several fields (Tourism, Culture and Sports Bureau), of which held ones have all in their
    names, and mark it; None where there is none: the table then says whom it names."""
    for match in chain(_FIELDS.finditer(text), _LONG_FIELDS.finditer(text)):
        said = re.split(r"\s*(?:,|&|\band\b)\s*(?:and\b)?\s*", match["fields"])
        words = [known().field(one.lower()) for one in said if one]
        fitting = [owner for owner in owners if all(_has_field(owner, one) for one in words)]
        if len(words) > 1 and fitting:
            named = match["fields"] + match["office"]
            return _Named(named, (), fitting), text[: match.start()] + MARK + text[match.end() :]
    return None


def _has_field(owner: Owner, words: Sequence[str]) -> bool:
    return not owner.government and any(word in owner.body for word in words)


def _take_body(text: str) -> tuple[_Named | None, str]:
    """Find "market regulation bureau", "bureau of education", "general office" …, and mark it."""
    subjects = sorted(
        {(english, body) for body in known().bodies for english in body.english}, key=lambda one: -len(one[0])
    )
    for english, _ in subjects:
        words = re.escape(english).replace(r"\ ", r"\s+")
        if english == "court":  # what goes to court is a lawsuit of anybody's
            words = r"(?<!to )(?<!in )court"
        office = english.split()[-1] in _SELF_STANDING
        pattern = rf"\b(?:the\s+)?(?:(?:{_OFFICE})\s+(?:of|for)\s+(?:the\s+)?{words}|{words}\s+(?:{_OFFICE}){'|' + words if office else ''})\b(?<!open government)(?!\s+(?:website|portal|gazette|procurement|information|document|affairs|fund|fee|work report|social|day|expenditure|spending))"
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            bodies = [body for phrase, body in subjects if phrase == english]
            return _Named(match.group().strip(), bodies), text[: match.start()] + MARK + text[match.end() :]
    return None, text


@dataclass(frozen=True, slots=True)
class _Place:
    """A held place in the text, with the words of rank and office after it, and the owners there."""

    start: int
    end: int
    tail: str
    owners: tuple[Owner, ...]
    street: bool
    """Whether the owners are street offices called by their street, and not by the place around it."""


def _take_places(text: str, held: Register, body: _Named | None) -> tuple[list[list[Owner]], str | None, str]:
    named: list[list[Owner]] = []
    unknown: str | None = None
    places = _places(text, held)
    for place in places:
        if _only_says_where(place, places, text):
            continue
        fitting = _fitting(place.owners, place.tail, body)
        if fitting:
            named.append(fitting)
        elif unknown is None:
            unknown = " ".join(filter(None, (text[place.start : place.end], body.written if body else "")))
    for place in places:
        text = text[: place.start] + MARK + " " * (place.end - place.start - 1) + text[place.end :]
    return named, unknown, text


def _places(text: str, held: Register) -> list[_Place]:
    """Held places by their pinyin, written together or apart: Pingtan, Ping Tan, Huai'an."""
    words = list(re.finditer(r"[A-Za-z][A-Za-z'’]*", text))
    found: list[_Place] = []
    for first in range(len(words)):
        if found and words[first].start() < found[-1].end:
            continue
        for last in range(min(first + 3, len(words)) - 1, first - 1, -1):
            written = text[words[first].start() : words[last].end()]
            letters = re.sub(r"['’]s$|[^A-Za-z]", "", written).lower()
            owners = held.latin.owners.get(letters) if re.fullmatch(r"[A-Za-z'’\s-]+", written) else None
            if owners:
                tail = _TAIL_WORDS.match(text, words[last].end())
                end = tail.end() if tail else words[last].end()
                street = all(_by_its_street(owner, letters) for owner in owners)
                found.append(_Place(words[first].start(), end, tail.group() if tail else "", owners, street))
                break
    return found


def _by_its_street(owner: Owner, letters: str) -> bool:
    place = "".join(syllables(owner.places[-1].name)) if owner.places else ""
    return owner.body.endswith("办事处") and letters != place


def _without_wider(text: str, named: Sequence[Sequence[Owner]]) -> str:
    """The text without the wider places of those named: Rencheng District, Jining."""
    wider = {where.name for group in named for owner in group for where in owner.places[:-1]}
    for letters in ("".join(syllables(name)) for name in wider):
        text = re.sub(rf",?\s*\b(?:in |of )?{letters}(?: city)?\b", MARK, text, flags=re.IGNORECASE)
    return text


def _only_says_where(place: _Place, places: Sequence[_Place], text: str) -> bool:
    """Whether it is the city in "Huai'an Hongze District" or "Hongze District, Huai'an"."""
    names = {owner.places[-1].name for owner in place.owners if owner.places and not place.street}
    for other in places:
        between = text[place.end : other.start] or text[other.end : place.start]
        wider = {
            where.name for owner in other.owners for where in owner.places[: None if other.street else -1]
        }
        if (
            other is not place
            and names & wider
            and re.fullmatch(rf"\s*{MARK}?\s*(?:,|in|of|[(])?\s*(?:the\s+)?", between)
        ):
            return True
    return False


def _fitting(owners: Sequence[Owner], tail: str, body: _Named | None) -> list[Owner]:
    """Of the owners at a place, those of the body named; without a body, what stands for the place."""
    ranks = {_RANKS[word] for word in tail.lower().split() if word in _RANKS}
    at = [
        owner
        for owner in owners
        if not ranks or any(owner.places[-1].rank.endswith(rank) for rank in ranks) or "街道" in ranks
    ]
    if body is not None:
        return [owner for owner in at if _is_body(owner, body)]
    if re.search(r"government", tail, re.IGNORECASE):
        return [owner for owner in at if owner.government]
    office = re.search(rf"\b({_OFFICE})\b", tail, re.IGNORECASE)
    if office:
        ends = _SELF_ENDS.get(office.group(1).lower(), "局委厅办部")
        offices = [owner for owner in at if not owner.government and owner.issuer[-1] in ends]
        return offices or (
            [owner for owner in at if owner.government] if office.group(1).lower() == "office" else []
        )
    street = [owner for owner in at if owner.body.endswith("街道办事处")] if "街道" in ranks else []
    whole = [owner for owner in at if owner.government]
    return street or whole or list(at)


def _is_body(owner: Owner, body: _Named) -> bool:
    if body.owners:
        return owner in body.owners
    if owner.government:
        return any(one.government for one in known().bodies if body.matches(one))
    return (owner.kind is not None and body.matches(owner.kind)) or (
        owner.body.endswith("办事处") and re.search("district|street", body.written.lower()) is not None
    )


def _foreign(text: str, body: _Named | None) -> tuple[str | None, str]:
    """A place not held: a name before a body or a rank (Chaoyang Education Bureau, dalian city), or a
    capitalised word of pinyin that is not the question's first."""
    around = rf"(?P<place>(?:{_WORD}\s+){{0,2}}?{_WORD})\s*(?P<tail>{MARK}|\s(?:{'|'.join(_RANKS)}|government|{_OFFICE})\b)"
    for match in re.finditer(around, text, re.IGNORECASE):
        words = [word for word in match.group("place").split() if _is_place_word(word)]
        if words and (body or match.group("tail") != MARK):
            start = match.start() + match.group("place").index(words[0])
            tail = (
                body.written
                if match.group("tail") == MARK and body
                else match.group("tail").replace(MARK, "")
            )
            return f"{text[start : match.end('place')]} {tail.strip()}", text[:start] + MARK + text[
                match.end() :
            ]
    for match in re.finditer(rf"(?<!^)\b[A-Z]{_WORD}", text):
        if _is_place_word(match.group()):
            unknown = match.group().removesuffix("'s").removesuffix("’s")
            return " ".join((unknown, body.written) if body else (unknown,)), text[
                : match.start()
            ] + MARK + text[match.end() :]
    return None, text


def _is_place_word(word: str) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")
    return len(word) > 4 and word.lower() not in glossary().like_pinyin and is_pinyin(word)


def _oneself(text: str, owners: Sequence[Owner]) -> tuple[list[Owner], str]:
    """ "the bureau", "your district": the held issuers of that rank."""
    match = _SELF.search(text)
    if match is None:
        return [], text
    word = match.group(1).lower()
    if word in ("agency", "authority", "government"):
        fitting = [owner for owner in owners if word != "government" or owner.government]
    elif word in _SELF_ENDS:
        fitting = [owner for owner in owners if owner.issuer[-1] in _SELF_ENDS[word] and not owner.government]
    else:
        fitting = [
            owner
            for owner in owners
            if owner.government and owner.places and owner.places[-1].rank.endswith(_RANKS[word])
        ]
    return fitting, text[: match.start()] + MARK + text[match.end() :]

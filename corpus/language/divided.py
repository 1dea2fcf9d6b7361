"""A number with its phrase, and a whole that is being divided: what the numbers after 其中 or in a bracket are parts of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.language.clauses import Piece
from corpus.language.grammar import COMPARISON, names_average, starts_with_action, without_verb
from corpus.language.mentions import Mention
from corpus.units import same_unit

INVOLVES = re.compile(r"涉及|惠及")
"""After a number, that what follows is of the same: 查处案件30件，涉及金额50万元."""


_CHANGED = re.compile(rf"(?:{COMPARISON})$")
"""By how much something rose or fell is nothing that has parts, unless these rose or fell as well."""


def is_of_rates(mention: Mention) -> bool:
    """Given a number, return whether it is a rate or a change of one, and not an amount."""
    return mention.value.unit in ("%", "‰", "成", "倍", "个百分点")


@dataclass(frozen=True, slots=True)
class Named:
    """A number's phrase: its own words, the whole it is a part of, what a share after it would be a share of,
    the verb that a list after it goes on under, and the thing acted on, for a clause that leaves it out."""

    own: str
    mention: Mention
    whole: str = ""
    base: str = ""
    verb: str = ""
    object: str = ""
    inner: bool = False
    """Whether it stands in a bracket: what follows after the sentence divides none of these."""

    @property
    def phrase(self) -> str:
        apart = self.whole and self.own and self.whole != self.own
        return f"{self.whole}：{self.own}" if apart else self.own or self.whole

    @property
    def thing(self) -> str:
        """What the verb acts on, the whole's where this is a part."""
        return without_verb(self.whole) if self.whole else self.object


@dataclass(slots=True)
class Scope:
    """A whole that is being divided, with what its parts have not yet accounted for."""

    whole: Named
    left: Decimal | None = None
    listed: bool = False
    """Whether a list of its parts is opened (其中：), which semicolons may part."""

    def take(self, piece: Piece) -> None:
        """Given a part, take it off what is left."""
        value = piece.mention.value
        alike = same_unit(value.unit, self.whole.mention.value.unit)
        if self.left is not None and value.number is not None and alike:
            self.left -= value.number * value.scale

    def ends_before(self, piece: Piece) -> bool:
        """Whether a number is no part any more: all is accounted for, or it stands after a semicolon, and is none of a
        list nor just what is left."""
        if self.left is not None and self.left <= 0:
            return True
        value, whole = piece.mention.value, self.whole.mention.value
        alike, amount = same_unit(value.unit, whole.unit), (value.number or 0) * value.scale
        if self._of_its_own(piece) and not alike:
            return True
        if not piece.breaks or piece.among or self.left is None or value.number is None:
            return False
        return not alike or amount > self.left or (not self.listed and amount < self.left)

    def _of_its_own(self, piece: Piece) -> bool:
        """Whether a number of another kind has a verb of its own, in a clause of its own: 其中境外游客3万人次，举办演出
        12场."""
        if self.listed or piece.among or not piece.opens or is_of_rates(piece.mention):
            return False
        return starts_with_action(piece.left) and not INVOLVES.match(piece.left)


def opened(piece: Piece, before: Sequence[Named]) -> Scope | None:
    """Given a number that 其中 opens and those before it, return the whole that is divided, with how much there is to
    divide; None where nothing stands before."""
    if whole := divided(piece, before):
        value = whole.mention.value
        left = value.number * value.scale if value.number is not None else None
        return Scope(whole, left, piece.lists)
    return Scope(_level(before[-1], piece), listed=piece.lists) if before else None


def _level(last: Named, piece: Piece) -> Named:
    """What a number is told of whose amounts are told after it: of 产值8亿元，增长2%，其中粮食产量3万吨 the 产值, and not its
    growth."""
    grown = is_of_rates(last.mention) and not is_of_rates(piece.mention) and last.base != last.own
    return replace(last, own=last.base) if grown and last.base and last.own.startswith(last.base) else last


def divided(piece: Piece, before: Sequence[Named]) -> Named | None:
    """Given a number and those before it, return the nearest of them of its unit that is not smaller, or None; of averages,
    that of the whole may be."""
    part = piece.mention.value
    things = [one for one in before if not _CHANGED.search(one.own)]
    for one in reversed(things if not _CHANGED.search(piece.left) and things else before):
        whole = one.mention.value
        alike = same_unit(whole.unit, part.unit) and whole.number is not None and part.number is not None
        if names_average(one.own) != names_average(piece.left):
            continue
        if alike and names_average(piece.left):
            return one
        if alike and (whole.number or 0) * whole.scale >= (part.number or 0) * part.scale:
            return one
    return None

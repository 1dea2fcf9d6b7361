"""What each number of a sentence counts, in the report's own words: 受理各类投诉举报, 予以公开及部分公开占比.

A number whose own clause leaves something out takes it from the numbers before it: the verb of a list (公开规章13件，
行政规范性文件60件), the thing acted on (报送信息65篇，被采用27篇), the whole that 其中 or a bracket divides, or the quantity that
a percentage or a comparison speaks of. A whole is written before "：".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from corpus.clauses import Piece, pieces
from corpus.grammar import bare_verb, leading_verb, starts_with_verb, without_verb
from corpus.mentions import Mention
from corpus.units import same_unit

_COMPARES = re.compile(
    r"(?:同比|环比|比|较|与.{0,16}相比|增长|增加|减少|下降|上升|回落|提高|降低|提升|缩减|上涨|增幅|降幅|净增|增|减|降|升|缩)"
)
_SHARES = re.compile(r"(?:分别)?占(?!用|地|有)")
_PASSIVE = re.compile(r"被")
_INVOLVES = re.compile(r"涉及")


@dataclass(frozen=True, slots=True)
class Named:
    """A number's phrase: its own, without the whole it is a part of, and what a share of it would be of."""

    own: str
    whole: str
    base: str
    mention: Mention

    @property
    def phrase(self) -> str:
        return f"{self.whole}：{self.own}" if self.whole and self.whole != self.own else self.own


@dataclass(slots=True)
class _Scope:
    """A whole that is being divided, until its parts add up to it."""

    whole: Named
    left: Decimal | None
    closed: bool = field(default=False)

    def take(self, mention: Mention) -> None:
        number, unit = mention.value.number, mention.value.unit
        if self.left is None or number is None or not same_unit(unit, self.whole.mention.value.unit):
            return
        self.left -= number * mention.value.scale
        self.closed = self.left <= 0


def phrases(text: str, found: tuple[Mention, ...], earlier: Named | None = None) -> tuple[Named, ...]:
    """Given a sentence, its numbers and the last number of the sentence before, return what each counts; the
    phrase is "" where the text does not say."""
    named: list[Named] = []
    outer: list[Named] = []
    scope: _Scope | None = None
    for piece in pieces(text, found):
        if piece.inside is not None:
            named.append(_bracketed(piece, named))
            continue
        if piece.among:
            scope = _opened(piece, outer or ([earlier] if earlier else []))
        elif scope is not None and scope.closed and not _clings(piece):
            scope = None
        last = outer[-1] if outer else earlier if piece.among or _clings(piece) else None
        named.append(_name(piece, last, scope))
        outer.append(named[-1])
        if scope is not None and not _clings(piece):
            scope.take(piece.mention)
    return tuple(named)


def _bracketed(piece: Piece, named: list[Named]) -> Named:
    """A number in a bracket: a part of the number before the bracket, or a share or growth of it."""
    host = named[piece.inside or 0]
    sibling = named[-1]
    if sibling is host and not _clings(piece):
        piece = replace(piece, listed=False, new_clause=False)
    return _name(piece, sibling, _Scope(host, None))


def _opened(piece: Piece, before: list[Named]) -> _Scope | None:
    """The whole that 其中 divides: the nearest earlier number of the same unit that is not smaller."""
    number, unit = piece.mention.value.number, piece.mention.value.unit
    for one in reversed(before):
        whole = one.mention.value
        if number is not None and whole.number is not None and same_unit(whole.unit, unit):
            if whole.number * whole.scale >= number * piece.mention.value.scale:
                return _Scope(one, whole.number * whole.scale)
    return _Scope(before[-1], None) if before else None


def _clings(piece: Piece) -> bool:
    """Whether the number says something of the number before it rather than of a thing of its own."""
    return bool(_SHARES.match(piece.left) or _COMPARES.match(piece.left))


def _name(piece: Piece, last: Named | None, scope: _Scope | None) -> Named:
    whole = scope.whole.own if scope else ""
    own, base = _own(piece, last, scope)
    if last is not None and _clings(piece):
        whole = last.whole
    elif last is not None and not whole and _INVOLVES.match(piece.left):
        whole = last.own
    elif last is not None and not whole and piece.listed and last.whole:
        whole = last.whole
    return Named(own, whole, base or own, piece.mention)


def _own(piece: Piece, last: Named | None, scope: _Scope | None) -> tuple[str, str]:
    """The number's own phrase, and what a share or comparison after it would speak of ("" for the phrase)."""
    left, right = piece.left, piece.right
    if last is not None and _SHARES.match(left):
        share = re.sub(r"^(?:分别)?占(?:比|比重|比例)?$", "占比", left)
        return last.base + share, last.base
    if last is not None and _COMPARES.match(left):
        return last.base + left, last.base
    if last is not None and _PASSIVE.match(left):
        return without_verb(last.own) + left + right, ""
    if not left:
        return _headless(piece, last, scope), ""
    if last is not None and not right and bare_verb(left):
        return _objectless(piece, last), ""
    if last is not None and _percent(piece) and starts_with_verb(left):
        return last.base + left + right, last.base
    if last is not None and _listed_under(piece, last):
        return leading_verb(last.own) + left + right, ""
    return left + right, ""


def _headless(piece: Piece, last: Named | None, scope: _Scope | None) -> str:
    """A number with nothing before it: 19份台湾标准 after 完成20份大陆标准; 1件结转下年度; 共69件."""
    right = piece.right
    if right and scope is not None:
        return right
    if last is None:
        return piece.topic + right
    if not right:
        return piece.topic or last.own
    if starts_with_verb(right):
        return without_verb(last.own) + right
    verb = leading_verb(last.own)
    return right if _percent(piece) else verb + right


def _objectless(piece: Piece, last: Named) -> str:
    """办结69件 after 收到70件申请: the same kind of thing, unless the unit says otherwise."""
    thing = without_verb(last.own)
    alike = same_unit(piece.mention.value.unit, last.mention.value.unit)
    return piece.left + thing if alike and thing != last.own else piece.left


def _percent(piece: Piece) -> bool:
    return piece.mention.value.unit in ("%", "‰", "成", "倍", "个百分点")


def _listed_under(piece: Piece, last: Named) -> bool:
    """Whether the number continues a list under the verb before it: no verb of its own, a countable unit."""
    if bare_verb(last.own) or _percent(piece) or last.mention.value.unit in ("%", "‰") or starts_with_verb(piece.left):
        return False
    return piece.listed or (piece.new_clause and same_unit(piece.mention.value.unit, last.mention.value.unit))

"""What 分别 deals out, each part to the thing that it is of, and which numbers say something only of another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.language.clauses import Piece
from corpus.language.divided import is_of_rates
from corpus.language.grammar import COMPARISON, GROWN_TO, starts_with_action, without_verb
from corpus.language.sharing import dealt_out
from corpus.units import same_unit

_COMPARES = re.compile(
    rf"(?:(?:近|这|过去)?(?:\d{{1,2}}|[一二两三四五六七八九十])年来?(?=累计|{COMPARISON}))?(?:累计)?(?!增(?:加值|速|量))(?:同比|环比|比|较|与.{{0,16}}相比|增幅|降幅|净增(?![一-鿿]{{2}})|高于|低于|{COMPARISON}|增(?![设添开派配聘补建购发强进收援辟殖])|减(?![免税负灾])|降|升(?![学级规格])|缩)"
)
_DONE = re.compile("^(?:实现|完成)(?=[\u4e00-\u9fff]{4})")
_SO_MANY = re.compile("(?:以上|上述|前述|这|各)?(?P<many>[两二三四五六七八九])(?:个|大|项|类|种|家)?")
_NAMING = re.compile(r"^.*(?:集中[在于]|分布[在于]|[为是]|包括|涉及|来自|有)")
"""What stands in a clause before the things that it names."""
_ADDS = re.compile("增加[\u4e00-\u9fff]{2}")
"""With a noun after the number as well, it is a clause of its own: 增加景区、民宿2类对象."""
SHARES = re.compile(r"(?:分别)?占(?!用|地(?!区|方)|有)")
_RATE_ALONE = re.compile("[一-鿿]{2,3}率")
_REMARK = re.compile(r"[（(][^（）()]*[)）]")


def clings(piece: Piece) -> bool:
    """Given a number with its words, return whether it says something of the number before it rather than of a thing of its own."""
    if piece.right and _ADDS.match(piece.left):
        return False
    return bool(SHARES.match(piece.left) or _COMPARES.match(piece.left))


def dealt_to_each(cut: tuple[Piece, ...]) -> list[Piece]:
    """Given the numbers of a sentence, return them with what 分别 deals out dealt: 食品、药品抽检合格率分别达99%、98% names two things, and a comparison
    after two numbers (较上年分别提高0.5和1.2个百分点) speaks of the one and the other."""
    cut = _grown(cut)
    dealt, rose = list(cut), (0, 0)
    for place, piece in enumerate(cut):
        run = place + 1
        if rose[1] == place > 0 and re.fullmatch(GROWN_TO, piece.left):
            piece = replace(piece, shared=True)  # 分别从4%、6%提高到5%、8%
        while piece.shared and run < len(cut) and cut[run].listed and _goes_along(piece, cut[run]):
            dealt[run] = replace(cut[run], right="")
            run += 1
        parts = dealt_out(piece.left, run - place) if run > place + 1 else ()
        parts = (
            parts
            or _rates_of(cut[:place], piece, run - place)
            or _measured(cut[:place], piece, run - place)
            or _recovered(cut[:place], piece, run - place)
        )
        if run > place + 1 and clings(piece):
            parts = _shares_of(piece, run - place)
            if parts:
                piece = replace(piece, left=parts[0])
            parts = parts or (piece.left, *(_as_before(piece.left, one.left) for one in cut[place + 1 : run]))
        if parts:
            rose = (len(parts), run)
        for offset, part in enumerate(parts):
            back = len(parts) if clings(piece) else 1
            dealt[place + offset] = replace(
                dealt[place + offset], left=part, listed=False, opens=False, back=back
            )
    return dealt


def _goes_along(first: Piece, piece: Piece) -> bool:
    """Whether a listed number only goes on what 分别 deals out: 、21.3%, or 和下降9.4% after 分别比上年增长."""
    if _unremarked(piece):
        return False
    return not piece.left or (clings(first) and re.fullmatch(COMPARISON, piece.left) is not None)


def _as_before(first: str, own: str) -> str:
    """A change by its own word, where it has one, and compared with what the first is: 比上年增长, 下降 -> 比上年下降."""
    return re.sub(rf"(?:{COMPARISON})$", "", first) + own if own else first


def _shares_of(piece: Piece, count: int) -> tuple[str, ...]:
    """What has the shares that are dealt out, where the clause before names as many: 投诉集中在餐饮、服装和快递，分别占总量的
    30%、20%和10%."""
    named = re.sub(_NAMING, "", piece.topic)
    if not SHARES.match(piece.left) or not re.search("[、和与及]", named):
        return ()
    things = re.split("、|以及|和|与|及", named)
    return tuple(one + piece.left for one in things) if len(things) == count and all(things) else ()


def _grown(cut: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces with the thing that rose from one number to another said once: 从15个县扩大到57个县."""
    pieces = list(cut)
    for place, (was, became) in enumerate(itertools.pairwise(cut)):
        grown = re.fullmatch(rf"(?P<thing>.+?)(?P<rose>{GROWN_TO})", became.left)
        if (
            grown
            and was.right == became.left
            and became.right == grown["thing"]
            and was.left[-1:] in ("从", "由")
        ):
            named = was.left[:-1] + grown["thing"]
            pieces[place] = replace(was, left=named, right="")
            pieces[place + 1] = replace(became, left=named + grown["rose"], right="")
    return tuple(pieces)


def _unremarked(piece: Piece) -> str:
    """What stands after a number, without a remark on it: 8.1%（增速全省第一）."""
    return "" if _REMARK.fullmatch(piece.right) else piece.right


def _rates_of(before: Sequence[Piece], piece: Piece, count: int) -> tuple[str, ...]:
    """A rate that is dealt out to the things counted right before: 建议214件、提案287件，满意率分别为99.1%和98.6%."""
    things = before[-count:]
    dealt = count > 1 and len(things) == count and _RATE_ALONE.fullmatch(piece.left) is not None
    if not dealt or not all(one.listed for one in things[1:]):
        return ()
    if any(
        one.right or not same_unit(one.mention.value.unit, things[0].mention.value.unit) for one in things
    ):
        return ()
    return tuple(without_verb(one.left) + piece.left for one in things)


def _measured(before: Sequence[Piece], piece: Piece, count: int) -> tuple[str, ...]:
    """What is dealt out to so many things counted right before, called by how they end: 流通环节30批次，餐饮环节20批次，
    两个环节不合格数分别为2批次、1批次."""
    things, said = before[-count:], _SO_MANY.match(piece.left)
    if (
        said is None
        or "零一二三四五六七八九".find(said["many"].replace("两", "二")) != count > 1
        or len(things) < count
    ):
        return ()
    kind = _common_end([one.left for one in things])
    unit = things[0].mention.value.unit
    if len(kind) < 2 or any(one.right or not same_unit(one.mention.value.unit, unit) for one in things):
        return ()
    measure = piece.left[said.end() :]
    if not measure.startswith(kind) or measure == kind:
        return ()
    return tuple(_acted_on(one.left) + measure.removeprefix(kind) for one in things)


def _acted_on(left: str) -> str:
    return without_verb(left) if starts_with_action(left) else left


def _common_end(texts: Sequence[str]) -> str:
    """How all of the texts end."""
    size = 0
    while all(len(one) > size for one in texts) and len({one[-size - 1 :] for one in texts}) == 1:
        size += 1
    return texts[0][len(texts[0]) - size :]


def _recovered(before: Sequence[Piece], piece: Piece, count: int) -> tuple[str, ...]:
    """What two things have come back to: 接待游客7万人次，旅游收入3亿元，分别恢复至疫情前的98%、83%."""
    things = [one for one in before if not is_of_rates(one.mention)]
    if (
        count < 2
        or len(things) != count
        or not piece.left.startswith("恢复")
        or any(one.right for one in things)
    ):
        return ()
    return tuple(_DONE.sub("", one.left) + piece.left for one in things)

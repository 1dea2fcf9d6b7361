"""What each number of a sentence counts, in the report's own words: 受理各类投诉举报, 不予公开占比.

A number whose clause leaves something out takes it from the numbers before: the verb of a list
(公开规章13件，行政规范性文件60件), the thing acted on (报送信息65篇，被采用27篇), the whole that 其中 or a
bracket divides, or the quantity that a percentage or a comparison speaks of. A whole is written before "：".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.language.batches import measured_of, under_batch
from corpus.language.clauses import Piece, pieces
from corpus.language.divided import INVOLVES, Named, Scope, divided, is_of_rates, opened
from corpus.language.grammar import (
    COMPARISON,
    GROWN_TO,
    acts,
    bare_verb,
    begins_with_preposition,
    grown_from,
    has_verb,
    is_attribute,
    leading_verb,
    names_amount,
    names_quality,
    starts_with_action,
    starts_with_verb,
    without_attribute,
    without_verb,
)
from corpus.language.mentions import Mention
from corpus.language.sharing import dealt_out
from corpus.units import same_unit

_COMPARES = re.compile(
    rf"(?!增(?:加值|速|量))(?:同比|环比|比|较|与.{{0,16}}相比|增幅|降幅|净增(?![一-鿿]{{2}})|高于|低于|{COMPARISON}|增(?![设添开派配聘补建购发强进收援辟殖])|减(?![免税负灾])|降|升(?![学级规格])|缩)"
)
_MERGED = re.compile("整合|合并|重组|归并|精简|撤并")
_DONE = re.compile("^(?:实现|完成)(?=[\u4e00-\u9fff]{4})")
_BUILT_ON = re.compile("^在(.+)基础之?上$")
_ADDS = re.compile("增加[\u4e00-\u9fff]{2}")
"""With a noun after the number as well, it is a clause of its own: 增加景区、民宿2类对象."""
_SHARES = re.compile(r"(?:分别)?占(?!用|地(?!区|方)|有)")
_REACHES = re.compile(r"(?:完成|达|实现|超)")
_MET = re.compile(r"(?:完成|达到?)(?:年初|全年|当年|年度|调整)?的?(?:预算|目标|计划|任务)")
_REFERENCE = re.compile(r"[与比较同](?:\d{4}年度?|去年|上年度?|上一年度?)?(?:同期)?(?:的|相比)*")
_HEADS = re.compile(
    r"(?P<thing>.*[\u4e00-\u9fff]{2}?)(?:按照?[^，,：:]{0,8}?(?:分|分类|划分|统计)|(?<![其空集])(?:当|之)?中)$"
)
"""Before a list, what all of it is of: 农村低保对象中，一类…；网站信息按类别分：…."""
_TABLED_THING = re.compile("议案|建议|提案|议案建议")
_TABLED = re.compile(rf"(?P<who>.*(?:代表|委员))(?:{_TABLED_THING.pattern})")
"""What representatives put forward is theirs throughout a list: 人大代表议案5项、建议877件."""
_SETTLED = re.compile(r"(?:支出|收入)?决算数?|实际(?:支出|收入)数?|执行数")
_OF_BUDGET = re.compile(
    r"(?P<thing>(?!年初|全年|当年|调整|预算).{2,}?)(?:支出|收入)?(?:年初|全年|当年|调整)?预算(?:数|安排)?"
)
"""Accounts set what was spent beside the budget of the same thing: 三公经费支出预算14.5万元，支出决算11.36万元."""
_BEFORE_CHANGE = re.compile(r"(?<=.)[由从](?:法定|原来?的?)?$")
_EACH = "(?:每(?:[人户年月天日次亩]|平方米))+"
_BEFORE_EACH = re.compile(rf"(?<=.)[由从](?={_EACH}$)")
"""标准从每人每月209元提高到217元: it is the 标准每人每月 that rose."""
_DEALT_AT_MOST = 4
"""How many things a sentence tells at once what each rose from and to."""
_NEWLY = re.compile("^新(?:登记|设立?|增|建|注册|认定|培育|开[办工]?|开设|创建|成立)")
_MORE = re.compile(rf"(?:[新净]增|{COMPARISON})$")
_RATE_ALONE = re.compile("[一-鿿]{2,3}率")
_TOTAL = re.compile("总(?:数|量|数量|额)")
_REMARK = re.compile(r"[（(][^（）()]*[)）]")
_SUMS_UP = re.compile("(?:合计|总计|共计)[\u4e00-\u9fff]")
_IN_ALL = re.compile("^[\u4e00-\u9fff]{2,}[，,]?(?:一共|共计?|合计|总计)$")
_ON_OTHER_GROUND = re.compile(r"\s*(?:从|按照?)[^，,。；;\d]{2,12}(?:来?看|来?[分讲说]|划分|统计)[，,]")
"""How a sentence begins that divides things otherwise than the one before: 从申请内容看，主要…，其中征地类78件."""
_BRIEF = 2  # characters: 公布 and 办结 say nothing without the clause before


def phrases(text: str, found: tuple[Mention, ...], earlier: Sequence[Named] = ()) -> tuple[Named, ...]:
    """Given a sentence, its numbers and those of the sentence before, return what each counts; the
    phrase is "" where the text does not say."""
    named: list[Named] = []
    outer: list[Named] = []
    scope: Scope | None = None
    cut = _dealt(pieces(text, found))
    for place, piece in enumerate(cut):
        if piece.under:
            named.append(replace(_labelled(piece, named), inner=True))
            continue
        if piece.host is not None:
            named.append(replace(_bracketed(piece, piece.host, named), inner=True))
            continue
        ended: Named | None = None
        if piece.among:
            scope = opened(piece, outer or (() if _ON_OTHER_GROUND.match(text) else earlier))
        elif scope is not None and not _clings(piece) and scope.ends_before(piece):
            ended, scope = scope.whole, None
        clings = _clings(piece)
        before = earlier[-1] if earlier and (piece.among or clings) else None
        last = outer[-min(piece.back, len(outer))] if outer else before
        if ended is not None and bare_verb(piece.left):
            last = ended  # 立案50件，其中食品30件、药品20件；办结48件: of all of them
        name = measured_of(piece, outer) or _name(piece, last, scope)
        named.append(_headed(cut[place : place + 2], name))
        outer.append(named[-1])
        if scope is not None and not clings:
            scope.take(piece)
    return _told_apart(text, under_batch(text, named))


def _headed(cut: Sequence[Piece], named: Named) -> Named:
    """A number's name, under what the clause before says of all of the list that it begins."""
    piece, heads = cut[0], _HEADS.fullmatch(cut[0].topic)
    begins = len(cut) > 1 and cut[1].listed and bool(piece.left) and not has_verb(piece.left)
    if heads is None or named.whole or not begins or begins_with_preposition(piece.topic):
        return named
    return replace(named, whole=heads["thing"])


def _told_apart(text: str, named: list[Named]) -> tuple[Named, ...]:
    """The names, where 由75.6%提升至76.5% the first is what something was before: 提升前. A year says so itself."""
    _of_all(text, named)
    for place, (was, became) in enumerate(pairwise(named)):
        merged = _MERGED.fullmatch(became.own) and re.search(
            r"[由从]原?[有先来]?的?$", text[: was.mention.start]
        )
        if merged and was.own and same_unit(was.mention.value.unit, became.mention.value.unit):
            named[place] = replace(was, own=f"{was.own}{became.own}前")
            named[place + 1] = replace(became, own=f"{was.own}{became.own}为")
    for many in range(1, _DEALT_AT_MOST + 1):
        told = False
        for place, (was, became) in enumerate(zip(named, named[many:], strict=False)):
            grown = was.own and re.fullmatch(rf"{re.escape(was.own)}{GROWN_TO}", became.own)
            rose = re.search(rf"[由从]原?(?:来|有|先)?的?(?:{_EACH})?$", text[: was.mention.start])
            told = bool(grown and (rose or (told and many > 1)))  # 从4%、6%提高到5%、8%: both rose
            if told:
                named[place] = replace(was, own=grown_from(became.own))
    return tuple(named)


def _of_all(text: str, named: list[Named]) -> None:
    """Name what two things come to that are listed before it: 5支综合救援队和17支专业救援队共723人 are of both."""
    for place, (one, other, both) in enumerate(zip(named, named[1:], named[2:], strict=False)):
        start = both.mention.start
        told = _IN_ALL.search(text[other.mention.end : start])
        listed = re.search("[和与及、]$", text[one.mention.end : other.mention.start])
        alike = same_unit(one.mention.value.unit, other.mention.value.unit)
        of_last = (
            told
            and both.own
            and without_verb(other.own).startswith(without_verb(both.own).removesuffix("共"))
        )
        if (
            told
            and listed
            and alike
            and of_last
            and not same_unit(both.mention.value.unit, other.mention.value.unit)
        ):
            named[place + 2] = replace(both, own=f"{one.own}和{without_verb(other.own)}")


def _dealt(cut: tuple[Piece, ...]) -> list[Piece]:
    """Pieces with what 分别 deals out dealt: 食品、药品抽检合格率分别达99%、98% names two things, and a comparison
    after two numbers (较上年分别提高0.5和1.2个百分点) speaks of the one and the other."""
    cut = _grown(cut)
    dealt, rose = list(cut), (0, 0)
    for place, piece in enumerate(cut):
        run = place + 1
        if rose[1] == place > 0 and re.fullmatch(GROWN_TO, piece.left):
            piece = replace(piece, shared=True)  # 分别从4%、6%提高到5%、8%
        while (
            piece.shared and run < len(cut) and cut[run].listed and not cut[run].left + _unremarked(cut[run])
        ):
            dealt[run] = replace(cut[run], right="")
            run += 1
        parts = dealt_out(piece.left, run - place) if run > place + 1 else ()
        parts = (
            parts or _rates_of(cut[:place], piece, run - place) or _recovered(cut[:place], piece, run - place)
        )
        if run > place + 1 and _clings(piece):
            parts = (piece.left,) * (run - place)
        if parts:
            rose = (len(parts), run)
        for offset, part in enumerate(parts):
            back = len(parts) if _clings(piece) else 1
            dealt[place + offset] = replace(
                dealt[place + offset], left=part, listed=False, opens=False, back=back
            )
    return dealt


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


def _labelled(piece: Piece, named: list[Named]) -> Named:
    """A number in a bracket after words that have no number of their own: 行政许可（12件，占5%）."""
    label = Named(piece.under, piece.mention, base=piece.under)
    if _clings(piece):
        beside = named[-1] if named and piece.under in (named[-1].own, named[-1].whole) else label
        return _name(piece, beside, None)
    own = piece.left + piece.right or piece.under
    whole = "" if own == piece.under else piece.under
    return Named(own, piece.mention, whole, own, leading_verb(own), without_verb(own))


def _bracketed(piece: Piece, host: int, named: list[Named]) -> Named:
    """A number in a bracket: a part of the number before the bracket, or a share or growth of it."""
    whole = named[host] if _clings(piece) else (divided(piece, named[: host + 1]) or named[host])
    if len(named) == host + 1:
        return _name(replace(piece, listed=False, opens=False), whole, Scope(whole))
    return _name(piece, named[-1], Scope(whole))


def _clings(piece: Piece) -> bool:
    """Whether the number says something of the number before it rather than of a thing of its own."""
    if piece.right and _ADDS.match(piece.left):
        return False
    return bool(_SHARES.match(piece.left) or _COMPARES.match(piece.left))


def _name(piece: Piece, last: Named | None, scope: Scope | None) -> Named:
    whole = scope.whole.own if scope else ""
    if _REFERENCE.fullmatch(piece.left):  # 与2022年的80件相比: what is compared with, not what is reported
        return replace(last, mention=piece.mention, own="", whole="") if last else Named("", piece.mention)
    if last is None:
        own = piece.left + piece.right or piece.topic
    elif _clings(piece):
        said = _of(last, piece) if last.base else ""
        own = _BEFORE_CHANGE.sub("", said)
        return Named(own, piece.mention, last.whole, last.base if own == said else own, object=last.object)
    else:
        own = _own(piece, last, scope)
        whole = whole or (last.own if INVOLVES.match(piece.left) else last.whole if piece.listed else "")
    if not whole and len(own) <= _BRIEF and bare_verb(own) and own != piece.topic:
        whole = piece.topic
    if re.fullmatch(COMPARISON, own):  # of what, the text does not say
        own = ""
    own = _BUILT_ON.sub(r"\1", _BEFORE_EACH.sub("", _BEFORE_CHANGE.sub("", own)))
    base = re.sub(rf"(?<=.)(?:{COMPARISON})$", "", own)
    if (
        last is not None
        and is_of_rates(piece.mention)
        and _MET.match(piece.left)
        and own.startswith(last.base)
    ):
        base = last.base  # 支出29万元，完成预算的77%，较上年下降12%: what fell is the 支出
    newly = _NEWLY.match(own)
    verb = newly.group() if newly else leading_verb(own)
    verb = last.verb if last is not None and _goes_on(piece, last, scope) else verb
    return Named(own, piece.mention, whole, base, verb, _object(own, piece, last))


def _object(own: str, piece: Piece, last: Named | None) -> str:
    """What the number's verb acts on; where it names nothing, what the last verb of the same unit acted on."""
    thing = without_verb(own)
    if last is not None and bare_verb(own) and same_unit(piece.mention.value.unit, last.mention.value.unit):
        return last.thing
    return thing


def _of(last: Named, piece: Piece) -> str:
    """A share or a comparison, of the quantity before it: 不予公开 + 占 -> 不予公开占比."""
    if _SHARES.match(piece.left):
        return last.base + re.sub(r"^(?:分别)?占(?:比|比重|比例)?$", "占比", piece.left) + piece.right
    return last.base + piece.left + piece.right


def _own(piece: Piece, last: Named, scope: Scope | None) -> str:
    left, right = piece.left, piece.right
    if (subject := _same_clause(piece, last)) is not None:
        return subject
    if (whose := _TABLED.match(last.thing)) and piece.listed and _TABLED_THING.fullmatch(left):
        left = whose["who"] + left
    if left.startswith("被"):
        return last.thing + left + right
    if not right and _SETTLED.fullmatch(left) and (whose := _OF_BUDGET.fullmatch(last.own)):
        return whose["thing"] + left
    if not left:
        return _headless(piece, last, scope)
    if is_of_rates(piece.mention) and _REACHES.match(left) and not left.endswith("率"):
        return last.base + left + right
    of_all = _TOTAL.fullmatch(left) is not None  # 新建实验室2家、总数8家: of all, and not of the new ones
    thing = without_verb(last.own) if last.whole and without_attribute(last.own) != last.own else last.thing
    measured = without_attribute(thing)
    if piece.listed and not right and is_attribute(left) and measured not in ("", thing):
        return measured + left  # 播种面积5万亩、总产量3万吨; 建筑业产值9万亿元、增加值3万亿元
    if _goes_on(piece, last, scope) and not of_all:
        return last.verb + left + right
    if not right and (of_all or is_attribute(left)) and (thing := without_attribute(last.thing or last.own)):
        return (_NEWLY.sub("", thing) if of_all else thing) + left
    alone = bare_verb(left) and not (len(left) > 2 and last.thing.endswith(left[-2:]))  # 结婚登记、离婚登记
    wanting = not right and scope is None and (alone or names_quality(left))
    if wanting and same_unit(piece.mention.value.unit, last.mention.value.unit):
        if _SUMS_UP.match(left) or last.thing in (last.own, last.whole):
            of = "" if _SUMS_UP.match(left) else without_attribute(last.thing)
            return left + of if of != last.thing else left  # 收费通知总金额2180元，实际收取1520元
        return left + last.thing
    return left + right


def _same_clause(piece: Piece, last: Named) -> str | None:
    """Of what a number says that goes on in the clause of the number before: of 帆船节5场赛事累计观众2万人 the second
    is of the very 赛事."""
    if piece.opens or piece.listed or piece.among or piece.right or not last.own:
        return None
    shared = next(
        (size for size in range(len(piece.left) - 1, 1, -1) if last.own.endswith(piece.left[:size])), 0
    )
    return last.own + piece.left[shared:] if shared else None


def _headless(piece: Piece, last: Named, scope: Scope | None) -> str:
    """A number with nothing before it: 19份台湾标准 after 完成20份大陆标准; 1件结转下年度; 共69件."""
    right = piece.right
    if not right and piece.reaches and not piece.topic and not is_of_rates(piece.mention):
        return _MORE.sub("", last.own)  # 里程新增1700公里、达到7000公里: all of it
    if not right:
        return piece.topic or last.own
    if scope is not None and piece.among:
        return right
    if scope is not None and piece.listed and (subject := last.own.rpartition(right[0])[0]):
        return subject + right  # 1条播放量破亿、2条破千万
    if piece.listed and len(right) > 2 and right[:3] in last.own:
        return last.own.partition(right[:3])[0] + right  # 16个村实行积分制、9个村实行清单制
    if starts_with_verb(right) and not starts_with_action(last.thing):
        return last.thing + right
    return right if is_of_rates(piece.mention) or scope is not None else last.verb + right


def _changes(verb: str) -> bool:
    """Whether a verb says by how much things became more or less: 压减时间58%、材料52%."""
    return re.search(rf"(?:{COMPARISON})$", verb) is not None


def _goes_on(piece: Piece, last: Named, scope: Scope | None) -> bool:
    """Whether the number continues the list of the number before: a thing without a verb, and counted."""
    if is_of_rates(piece.mention) or is_of_rates(last.mention):
        return piece.listed and _changes(last.verb) and not has_verb(piece.left)
    if scope is not None and (last is scope.whole or not acts(last.verb)):
        return False
    if names_quality(piece.left) or bare_verb(last.own) or begins_with_preposition(piece.left):
        return False
    if piece.listed:
        return not starts_with_action(piece.left)
    alike = same_unit(piece.mention.value.unit, last.mention.value.unit)
    own_verb = piece.stated or has_verb(piece.left) or (piece.left and piece.right)  # 新开设1个账号
    return piece.opens and alike and not own_verb and not names_amount(piece.left)

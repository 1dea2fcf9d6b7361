"""What each number of a sentence counts, in the report's own words: 受理各类投诉举报, 不予公开占比.

A number whose clause leaves something out takes it from the numbers before: the verb of a list
(公开规章13件，行政规范性文件60件), the thing acted on (报送信息65篇，被采用27篇), the whole that 其中 or a
bracket divides, or the quantity that a percentage or a comparison speaks of. A whole is written before "：".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from corpus.language.batches import measured_of, under_batch
from corpus.language.clauses import Piece, pieces
from corpus.language.dealing import SHARES, clings, dealt_to_each
from corpus.language.divided import INVOLVES, Named, Scope, divided, is_change, is_of_rates, level, opened
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
from corpus.units import same_unit

_MERGED = re.compile("整合|合并|重组|归并|精简|撤并")
_FOUND_TO_BE = re.compile("(?:检出|发现)?不?(?:合格|达标|符合|维持|撤销|驳回|支持)(?:样品|产品)?")
_BUILT_ON = re.compile("^在(.+)基础之?上$")
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
_TOTAL = re.compile("总(?:数|量|数量|额)")
_SUMS_UP = re.compile("(?:合计|总计|共计)[\u4e00-\u9fff]")
_IN_ALL = re.compile("^[\u4e00-\u9fff]{2,}[，,]?(?:一共|共计?|合计|总计)$")
_EXTENT = re.compile("(?:达到?|保持|维持|位居|排名)在?")
"""Verbs that say how far something goes, and govern nothing in the clauses after."""
_OF_THING = re.compile("[一-鿿]{1,5}[款额值数量率金资费]")
"""What a thing has of its own, where no more is said: 罚没款, 货值."""
_MONEY_OF = re.compile("(?:罚没|罚款|罚没款|没收|货值|案值|涉案|涉案货值)(?:金额|价值)?|金额")
"""Money that was fined or involved, named by nothing else."""
_ON_OTHER_GROUND = re.compile(r"\s*(?:从|按照?)[^，,。；;\d]{2,12}(?:来?看|来?[分讲说]|划分|统计)[，,]")
"""How a sentence begins that divides things otherwise than the one before: 从申请内容看，主要…，其中征地类78件."""
_OF_ALL_KINDS = re.compile("各[类种项级]|全部|所有|全年|全[省市县区局]")
_BRIEF = 2  # characters: 公布 and 办结 say nothing without the clause before


def phrases(text: str, found: tuple[Mention, ...], earlier: Sequence[Named] = ()) -> tuple[Named, ...]:
    """Given a sentence, its numbers and those of the sentence before, return what each counts; the
    phrase is "" where the text does not say."""
    named: list[Named] = []
    outer: list[Named] = []
    scope: Scope | None = None
    cut = dealt_to_each(pieces(text, found))
    for place, piece in enumerate(cut):
        if piece.under:
            named.append(replace(_labelled(piece, named), inner=True))
            continue
        if piece.host is not None:
            named.append(replace(_bracketed(piece, piece.host, named), inner=True))
            continue
        ended: Named | None = None
        if piece.among:
            other = () if _ON_OTHER_GROUND.match(text) else earlier
            scope = _summing(cut[place:], (*other, *outer)) or opened(piece, outer or other)
        elif scope is not None and not clings(piece) and scope.ends_before(piece):
            ended, scope = scope.whole, None
        of_another = clings(piece)
        before = earlier[-1] if earlier and (piece.among or of_another) else None
        last = outer[-min(piece.back, len(outer))] if outer else before
        if ended is not None and bare_verb(piece.left):
            last = ended  # 立案50件，其中食品30件、药品20件；办结48件: of all of them
        name = measured_of(piece, outer) or _of_checked(piece, _name(piece, last, scope), outer)
        if scope is not None and last is not None and (of_part := _of_part(piece, name, last, scope)):
            name, of_another = of_part, True  # it is none of the parts of the whole
        named.append(_headed(cut[place : place + 2], name))
        outer.append(named[-1])
        if scope is not None and not of_another:
            scope.take(piece)
    return _told_apart(text, under_batch(text, named))


def _summing(cut: Sequence[Piece], before: Sequence[Named]) -> Scope | None:
    """The whole that the parts from a number on come to exactly, if there is one, whatever stands between."""
    first, total, taken = cut[0].mention.value, Decimal(0), 0
    if is_of_rates(cut[0].mention) or not before:
        return None
    for piece in cut:
        value = piece.mention.value
        if value.number is None or not same_unit(value.unit, first.unit) or clings(piece) or piece.under:
            continue
        if taken and piece.opens and _FOUND_TO_BE.fullmatch(piece.left):
            continue  # how the part before was found
        total, taken = total + value.number * value.scale, taken + 1
        for one in reversed(before) if taken > 1 else ():
            whole = one.mention.value
            alike = whole.number is not None and same_unit(whole.unit, first.unit) and not is_change(one)
            if alike and one.own and (whole.number or 0) * whole.scale == total:
                return Scope(one, total, listed=True)
    return None


def _of_checked(piece: Piece, name: Named, outer: Sequence[Named]) -> Named:
    """A number's name, under what was looked at where it says only how so many of it were found: 抽检药品90批次，合格89批次."""
    if name.whole or not piece.opens or not _FOUND_TO_BE.fullmatch(name.own):
        return name
    whole = divided(piece, outer)
    return replace(name, whole=whole.own) if whole and not _FOUND_TO_BE.fullmatch(whole.own) else name


def _of_part(piece: Piece, name: Named, last: Named, scope: Scope) -> Named | None:
    """A number that says how so many of the part before it were found, as one of that part: 其中蔬菜抽检1290批次，不合格31批次."""
    one, other = piece.mention.value, last.mention.value
    if last.whole != scope.whole.own or last.own == last.whole or name.whole != last.whole:
        return None
    if (
        not piece.opens
        or piece.among
        or not _FOUND_TO_BE.fullmatch(name.own)
        or _FOUND_TO_BE.fullmatch(last.own)
    ):
        return None
    if not same_unit(one.unit, other.unit) or one.number is None or other.number is None:
        return None
    if one.number * one.scale > other.number * other.scale:
        return None
    return replace(name, whole=last.phrase)


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
    _each_its_own(named)
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


def _each_its_own(named: list[Named]) -> None:
    """Name alike numbers apart that are told of one thing after another: 食品案件9件，罚没款2万元；药品案件5件，罚没款1万元."""
    told: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(named):
        told.setdefault((one.own, one.phrase), []).append(place)
    for (own, _), places in told.items():
        things = [named[place - 1] for place in places if place]
        said = [without_verb(one.own) + own for one in things if not is_of_rates(one.mention)]
        if not _OF_THING.fullmatch(own) or not 1 < len(places) == len(set(said)):
            continue
        for place, name in zip(places, said, strict=True):
            named[place] = replace(named[place], own=name, base=name)


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


def _labelled(piece: Piece, named: list[Named]) -> Named:
    """A number in a bracket after words that have no number of their own: 行政许可（12件，占5%）."""
    label = Named(piece.under, piece.mention, base=piece.under)
    if clings(piece):
        beside = named[-1] if named and piece.under in (named[-1].own, named[-1].whole) else label
        return _name(piece, beside, None)
    own = piece.left + piece.right or piece.under
    whole = "" if own == piece.under else piece.under
    return Named(own, piece.mention, whole, own, leading_verb(own), without_verb(own))


def _bracketed(piece: Piece, host: int, named: list[Named]) -> Named:
    """A number in a bracket: a part of the number before the bracket, or a share or growth of it."""
    whole = named[host] if clings(piece) else (divided(piece, named[: host + 1]) or named[host])
    if len(named) == host + 1:
        return _name(replace(piece, listed=False, opens=False), whole, Scope(whole))
    return _name(piece, named[-1], Scope(whole))


def _name(piece: Piece, last: Named | None, scope: Scope | None) -> Named:
    whole = scope.whole.own if scope else ""
    if _REFERENCE.fullmatch(piece.left):  # 与2022年的80件相比: what is compared with, not what is reported
        return replace(last, mention=piece.mention, own="", whole="") if last else Named("", piece.mention)
    if last is None:
        own = piece.left + piece.right or piece.topic
    elif clings(piece):
        said = _of(last, piece) if last.base else ""
        own = _BEFORE_CHANGE.sub("", said)
        return Named(own, piece.mention, last.whole, last.base if own == said else own, object=last.object)
    else:
        own = _own(piece, last, scope)
        whole = whole or (
            level(last).own if INVOLVES.match(piece.left) else last.whole if piece.listed else ""
        )
    if not whole and last is not None and own == piece.left and _MONEY_OF.fullmatch(own):
        whole = _cases(piece, last)
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


def _cases(piece: Piece, last: Named) -> str:
    """What was counted right before money that has no more than a name: 查处案件9件，罚没款2万元."""
    money = same_unit(piece.mention.value.unit, "元")
    counted = not is_of_rates(last.mention) and not same_unit(last.mention.value.unit, "元")
    # 查处各类案件389件，罚没款317万元: all there was, which needs no other name
    of_all = not last.whole and _OF_ALL_KINDS.search(last.own)
    return last.whole or last.own if money and counted and not (piece.topic or of_all) else ""


def _object(own: str, piece: Piece, last: Named | None) -> str:
    """What the number's verb acts on; where it names nothing, what the last verb of the same unit acted on."""
    thing = without_verb(own)
    if last is not None and bare_verb(own) and same_unit(piece.mention.value.unit, last.mention.value.unit):
        return last.thing
    return thing


def _of(last: Named, piece: Piece) -> str:
    """A share or a comparison, of the quantity before it: 不予公开 + 占 -> 不予公开占比."""
    if SHARES.match(piece.left):
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
        return (_not_new(last.own if _MORE.search(last.own) else thing) if of_all else thing) + left
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
    of_all = not right and not piece.topic and not is_of_rates(piece.mention)
    if of_all and piece.summed and (thing := _not_new(last.own)) != last.own:
        return f"{thing}累计"  # 新建食堂3家，累计达到8家
    if of_all and piece.reaches:
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


def _not_new(own: str) -> str:
    """What all of the things are called that are new: 新建食堂, or 食堂新增 -> 食堂."""
    return _MORE.sub("", _NEWLY.sub("", own))


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
    if piece.opens and (_EXTENT.fullmatch(last.verb) or _FOUND_TO_BE.fullmatch(piece.left)):
        return False
    if piece.listed:
        return not starts_with_action(piece.left)
    alike = same_unit(piece.mention.value.unit, last.mention.value.unit)
    own_verb = piece.stated or has_verb(piece.left) or (piece.left and piece.right)  # 新开设1个账号
    return piece.opens and alike and not own_verb and not names_amount(piece.left)

"""Which words of a sentence belong to which of its numbers.

A sentence is cut into one `Piece` for each measuring number: the words before it, the words after it, and
how it hangs on the number before. Brackets that hold numbers are cut on their own.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from corpus.language.grammar import has_verb, leading_verb, names_quality, plain, starts_with_verb
from corpus.language.mentions import Mention
from corpus.sentences import enclosed

_CLAUSE = re.compile(r"[，,；;：:。！？\n]")
_LISTS = re.compile(r"其\s*中\s*[:：]")
_BREAK = re.compile("[；;]")
_AMONG = re.compile(r"其\s*中|^[\s，,]*(?:含|包括|包含|另有|分别是|具体为)")
_OF_THESE = re.compile(r"^(?P<thing>[^，,；;：:、]{0,12}?)(?:当|之)?中[，,：:]")
"""After a number, that what follows divides it: 203宗案件中，水污染类72宗."""
_JOINED = re.compile(
    r"^[^、]*、|^.*(?:和|(?<![惠涉遍普危顾])及|以及|与)\s*$|^\s*(?:以及|及|和|与)(?=[\u4e00-\u9fff]{2}[^、]*$)",
    re.DOTALL,
)
_STOPS = re.compile(r"(?:并|且|并且|和|及|以及|与|同时|，|、|；|。|）|\))")
_JOINS = re.compile(r"(?<=.)(?:以及|(?<![惠涉遍普危顾])及|和|与)$")
_TOTALS = re.compile("(?P<thing>[\u4e00-\u9fff]{2,8})(?:累计|共计|合计|总共)[\u4e00-\u9fff]{2}")
"""After a number, what it counts and then what all of these come to: 5场赛事累计观众2万人."""
_SO_MANY_DONE = re.compile(
    "(?P<thing>[\u4e00-\u9fff]{2,10}?)(?:目前)?(?:均|都)?已(?:经|全部)?[\u4e00-\u9fff]{2,10}"
)
"""After a number, what it counts and then what was done with so many of them: 25项任务已完成24项."""
_ATTRIBUTES = re.compile(r"[^，,；;：:。！？、\n的\d]{3,14}、[^，,；;：:。！？、\n\d]{2,14}的[一-鿿]{2}")
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_ASIDE = re.compile(r"[（(](?:不|含|包含|包括|其中|均|较|比|同比|约|折合|占|见)[^（）()]*[)）]")
"""After a number, a remark that does not tell what it counts: 国内公务接待46批次，412人次（不包括陪同人员）."""
_PREDICATE = re.compile(r"(?:达到?|为|是|有)\s*$")
_REACHES = re.compile(r"达到?\s*$")
_SUMMED = re.compile(r"(?:累计|总数|总共|总计)(?:已?(?:达到?|为|有))?\s*$")
_SURPASSES = "突破"
_LANDMARK = re.compile(r"(?:[一二三四五六七八九十]个|大)?(?:台阶|大关|关口)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A number with its own words, cleaned of time and counting words.

    `host`: index of the number whose bracket this one stands in. `among`: 其中 opens before it. `listed`:
    only 、 or 和 parts it from the number before; else `opens` says whether a clause begins between them.
    `topic`: the numberless clause before. `stated`: 为 or 达 stands before the number; `reaches`: it is 达. `shared`: 分别 does.
    `lists`: that 其中 has a colon after it, and so a list. `breaks`: a semicolon parts it from the number before. `summed`: 累计 or 总共
    stands right before it. `back`: how many numbers back the one lies that a share or comparison speaks of. `under`: the words that
    the number's bracket follows, where no number stands between: 行政许可（12件）.
    """

    mention: Mention
    left: str
    right: str
    topic: str = ""
    host: int | None = None
    among: bool = False
    listed: bool = False
    opens: bool = True
    stated: bool = False
    reaches: bool = False
    shared: bool = False
    breaks: bool = False
    lists: bool = False
    summed: bool = False
    back: int = 1
    under: str = ""


def pieces(text: str, found: tuple[Mention, ...]) -> tuple[Piece, ...]:
    """Given a sentence and its numbers, return a piece for each number, in the same order."""
    made: dict[int, Piece] = {}
    _cut(text, list(enumerate(found)), (0, len(text)), None, made)
    return tuple(made[index] for index in range(len(found)))


def _cut(
    text: str,
    found: list[tuple[int, Mention]],
    span: tuple[int, int],
    host: int | None,
    made: dict[int, Piece],
) -> None:
    """Cut a stretch of the sentence, its numbered brackets first and then, with those blanked out, itself."""
    start, end = span
    flat, held = text[:end], set()
    for left, right in ((a + start, b + start) for a, b in enclosed(text[start:end])):
        within = [(index, mention) for index, mention in found if left < mention.start < right]
        if within and text[left] in "(（":
            before = [(index, mention) for index, mention in found if mention.end <= left]
            _cut(text, within, (left + 1, right - 1), before[-1][0] if before else host, made)
            under = _under(flat[before[-1][1].end if before else start : left], bool(before))
            for index, _ in within:
                made[index] = replace(made[index], under=made[index].under or under)
            held |= {index for index, _ in within}
            flat = flat[:left] + " " * (right - left) + flat[right:]
    own = [(index, mention) for index, mention in found if index not in held]
    ends = [start, *(mention.end for _, mention in own)]
    starts = [*(mention.start for _, mention in own[1:]), end]
    for place, (index, mention) in enumerate(own):
        made[index] = replace(_piece(flat, mention, ends[place], starts[place], place > 0), host=host)
    _chained(own, made)


def _under(between: str, later: bool) -> str:
    clause, _, listed, opens = _own_clause(between, later)
    return plain(clause) if listed or opens else ""


def _piece(flat: str, mention: Mention, before: int, follower: int, later: bool) -> Piece:
    between = flat[before : mention.start]
    clause, topic, listed, opens = _own_clause(between, later)
    among = _AMONG.search(between) is not None or (later and _OF_THESE.match(between) is not None)
    clause = _without_numberless(_AMONG.split(clause)[-1], mention)
    left, right = plain(clause), plain(_right(flat, mention.end, follower))
    return Piece(
        mention,
        left,
        right if left or not _ASIDE.fullmatch(right) else "",
        plain(topic),
        among=among,
        listed=listed,
        opens=opens,
        stated=_PREDICATE.search(clause) is not None or mention.value.raw.startswith(_SURPASSES),
        reaches=_REACHES.search(clause) is not None,
        shared="分别" in clause,
        lists=_LISTS.search(between) is not None,
        summed=_SUMMED.search(clause) is not None,
        breaks=later and _BREAK.search(between) is not None,
    )


def _without_numberless(clause: str, mention: Mention) -> str:
    """A clause without a thing before that has the measure word but lost its number: of 公开资质条、施工许可证76条, the
    76 are of the second."""
    unit = mention.value.unit or ""
    lost = (
        re.match(rf"(?P<first>.*[一-鿿]{{2}}){re.escape(unit)}、(?P<second>[^、]{{2,}})$", clause)
        if unit
        else None
    )
    if lost is None or len(unit) > 1:
        return clause
    return leading_verb(plain(lost["first"])) + lost["second"]


def _own_clause(between: str, later: bool) -> tuple[str, str, bool, bool]:
    """Given the words between two numbers, return the words of the second's own clause, those of the clause
    before, whether the second only continues a list, and whether a clause begins."""
    marks = [mark for mark in _CLAUSE.finditer(between) if not _quoted(between, mark.start())]
    if marks:
        edges = [0 if not later else marks[0].end(), *(mark.end() for mark in marks)]
        clause, earlier = between[edges[-1] :], between[edges[-2] : marks[-1].start()]
        if marks[-1].group() in "：:" and not plain(clause):
            return earlier, "", False, True
        return clause, earlier, False, True
    if later and (joined := _JOINED.match(_brackets_closed(between))):
        return between[joined.end() :], "", True, False
    return between, "", False, not later


def _quoted(text: str, place: int) -> bool:
    return any(left < place < right for left, right in enclosed(text))


def _brackets_closed(text: str) -> str:
    """A text whose brackets part nothing: of 达标的县（市、区） it is one thing that is counted."""
    return _BRACKET.sub(lambda bracket: "　" * len(bracket.group()), text)


def _right(flat: str, end: int, follower: int) -> str:
    """The words after the number as far as they name what it counts: to the clause's end, or to the next
    number unless a verb there shows that they are the next number's. In 2家单位的经费为30万元 the 经费 is."""
    stretch = flat[end:follower]
    stop = re.search(r"[，,；;：:。！？、\n]", _brackets_closed(stretch))
    if stop is None and follower < len(flat.rstrip()):
        words = stretch.strip()
        if _PREDICATE.search(words):
            words = words.partition("的")[0]
        if joins := _JOINS.search(words):
            return words[: joins.start()]  # 14项引领性改革和314项任务
        if total := _TOTALS.match(words) or _SO_MANY_DONE.fullmatch(words):
            return total["thing"]
        none = starts_with_verb(words) or words[:1] in tuple("缩升降增减") or _STOPS.match(words)
        return "" if none else words
    first = stretch[: stop.start()] if stop else ""
    if stop is not None and _ATTRIBUTES.match(stretch) and (has_verb(first) or names_quality(first)):
        stop = re.search(r"[，,；;：:。！？\n]", stretch)  # 5个发挥作用不明显、基层无力维护的账号
    words = stretch[: stop.start()] if stop else stretch
    if (divided := _OF_THESE.match(stretch)) and follower < len(flat.rstrip()):
        words = divided["thing"]
    return "" if _STOPS.match(words.strip()) or _LANDMARK.fullmatch(words.strip()) else words


def _chained(own: list[tuple[int, Mention]], made: dict[int, Piece]) -> None:
    """In 将8大类348项服务 the first number has no noun but the second's."""
    for (index, mention), (after, following) in itertools.pairwise(own):
        piece = made[index]
        if mention.end == following.start and not piece.right and re.fullmatch("[将把对]?", piece.left):
            made[index] = replace(piece, left="", right=made[after].right)

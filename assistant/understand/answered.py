"""What was answered before in a conversation, worked with: 两个加起来呢, 后者比前者多多少, 涨了多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from assistant.query import Given, Operation, Query
from assistant.understand.earlier import named_scope
from assistant.understand.numerals import number
from assistant.understand.script import in_one_form
from assistant.understand.units import UNIT, expected
from corpus.report import Figure
from corpus.units import same_unit

START = r"(?:那么?|所以|这样(?:的话)?|也就是说|就是说|请问|麻烦问?一?下?|算(?:一下|下)|帮我算(?:一下|下)?|你说|结果|然后|so|and|then|all right|ok|[，,。\s])*"
_OF = (
    r"(?:这|那|它们?|它俩|上面|以上|前面|刚才|刚刚)?(?:的|说的|这|那)?(?:(?P<count>[两俩二三四五]|\d)(?:个|项|者|笔|样|类|种|块|边|次|处|家)?"
    r"(?:数字?|年份?|数据|指标|答案|金额|地(?:方|区)?|省份?|市|县|区|街道|单位|部门|机关)?|俩)?(?:数字?|数据|答案)?(?:之?[间中]|当中|里面?|都|的|来|一下|给我|[，,])*"
)
_MUCH = rf"(?:的?话)?(?:[了是有为共得会到]|一共|总共)*(?:多少|几)?(?:钱|个?百分点|{UNIT})?"
_END = r"(?:[呢吗啊呀嘞捏呐咧哩？?。!！\s]|来着)*$"
ADDED = r"(?:加起来|加在?一[起块]|合起来|合在?一[起块]|凑一?起|放一?起|合计|总计|一共|总共|共计|总和|之和|相加|加总|求和|的和|总数)"
MORE = r"(?:净)?(?:增加|减少|增多|增长|下降|上升|上涨|下跌|下滑|降低|提高|变化|变动|增减|多出|少|多|涨|降|升|跌|变|高|低|差)"
_FIRST = (
    r"(?:前者|前一?[个项年]|前面(?:那)?一?[个项年]?的?|第一[个项年]|头一?[个项年]|先前的?|最早(?:的|那年))"
)
_SECOND = r"(?:后者|后一?[个项年]|后面(?:那)?一?[个项年]?的?|第二[个项年]|最后(?:那|一)[个项年])"
_PERCENT = re.compile(
    r"百分之(?:几|多少)|百分比|百分率|(?:多少|几)个?%|幅度?|率|增速|几成|percent|\brate\b", re.IGNORECASE
)
_TIMES = re.compile(r"(?:几|多少)倍|\bhow many times\b", re.IGNORECASE)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(START + pattern + _END, re.IGNORECASE))
    for kind, pattern in (
        ("sum", rf"{_OF}{ADDED}{_MUCH}"),
        ("average", rf"{_OF}(?:加起来)?(?:平均|均值)(?:下来|每[年个项])*(?:是|为|有)?{_MUCH}"),
        ("backward", rf"{_SECOND}(?:比|较|相较于?|相比|和|跟|与|同){_FIRST}(?:相?比(?:较)?)?(?:来说|而言|，|,|的话|的|是)*{MORE}?[了是为]?(?:多少|几|百分之(?:几|多少))?(?:个?百分点|{UNIT})?"),
        ("forward", rf"{_FIRST}(?:比|较|相较于?|相比|和|跟|与|同){_SECOND}(?:相?比(?:较)?)?(?:来说|而言|，|,|的话|的|是)*{MORE}?[了是为]?(?:多少|几|百分之(?:几|多少))?(?:个?百分点|{UNIT})?"),
        ("share", rf"{_SECOND}占{_FIRST}的?(?:百分之(?:几|多少)|多少|几成|比例|比重)(?:是多少)?"),
        ("part", rf"{_FIRST}占{_SECOND}的?(?:百分之(?:几|多少)|多少|几成|比例|比重)(?:是多少)?"),
        ("times", rf"{_SECOND}是{_FIRST}的?(?:几|多少)倍"),
        ("gap", rf"{_OF}(?:相?差(?:了|得|出)?(?:多少|几)?|差距|差额|差值|之差)(?:[是有]?(?:多少|几))?(?:个?百分点|{UNIT})?"),
        ("change", rf"{_OF}(?:(?:这|那)?(?:一年|期间|中间|前后|其间)(?:里|内|间)?|数字?|总数|算下来|一共|总共)*{MORE}(?:了|是|的?幅度?是?)?(?:多少|几|百分之(?:几|多少)|多大)(?:个?百分点|个?百分比|{UNIT}|钱)?"),
        ("most", rf"{_OF}(?:哪一?(?:[家地省市县区年]|[个项样类种](?:地方|地区|省|市|县|区|单位|年份)?)|谁|最)的?最?[多大高少小低](?:一些|一点|点|些)?(?:的是?(?:哪一?[个项样类种家地省市县区年]|谁))?"),
        ("times", rf"{_OF}(?:翻|涨|增|增加|增长|扩大|提高)了?(?:多少|几)倍"),
        ("change", r"(?:增|涨|降|跌|减|变化)幅(?:度)?(?:是|有|呢)?(?:多少|多大|几|百分之几)?"),
        ("order", rf"{_OF}[由从按][多高大少低小][到至]?[多高大少低小](?:的?顺序)?(?:地|来|给我|帮我)*(?:[列排](?:一[列排下]|下|出来?|列|个?[序名队]))?"),
        ("sum", r"how (?:many|much) (?:is (?:that|it) |are (?:they|there|these|those) |were (?:they|there) |do they make )?(?:combined|together|altogether|added up|in total|in all)"),
        ("sum", r"(?:what (?:about|is|are|was|were|do|does|would) )?(?:that|they|these|those|both|it|them|the)?(?: (?:two|three|four))?(?: figures| numbers)?\s*(?:make |come to |add up to |added )?(?:combined|together|altogether|added up|added together|in total|in all|up)"),
        ("gap", r"(?:what(?:'s| is| was) )?(?:the )?difference(?: between (?:them|these|those|the)?(?: two)?)?"),
        ("change", r"(?:by )?how (?:much|many) (?:did|has|have) (?:it|that|this|they|(?:the|that) (?:number|figure|total|amount)s?) (?:go up|go down|rise|risen|fall|fallen|gone up|gone down|increased?|decreased?|grow|grown|drop|dropped|changed?)(?: by)?"),
        ("change", r"(?:what(?:'s| is| was) )?(?:the )?(?:change|increase|decrease|rise|drop|fall)(?: in percent(?:age)?(?: terms)?)?"),
        ("change", r"(?:by )?(?:what|how many) percent(?:age)?(?: (?:did|has) (?:it|that|this) (?:go up|go down|rise|fall|increase|decrease|grow|drop|change)d?)?"),
    )
)  # fmt: skip
_THAN_YEAR = re.compile(rf"{START}(?:比|较|相比|[跟和与同]|是|相当于)(?P<year>20\d\d)年?")
"""What is compared with a year that was asked of before."""
_MOST = 0.7
"""The share of a label's characters by which two labels name the same thing in two years."""


@dataclass(frozen=True, slots=True)
class _Asked:
    kind: str
    count: int | None
    operation: Operation
    unit: str | None
    choose: Literal["most", "least", ""] = ""
    ordered: Literal["", "down", "up"] = ""


def worked(previous: Query, fresh: Query) -> Query | None:
    """Given the query before and what is typed next, return the query that works with the answers before; None
    where it asks anything else, or they were not all answered with a figure."""
    asked = _asked(in_one_form(fresh.text, fresh.language))
    given = _operands(asked, previous.answers) if asked else ()
    if asked is None or not given:
        return None
    query = working(previous, fresh, asked.operation, asked.unit, given)
    return replace(query, choose=asked.choose, ordered=asked.ordered)


def working(
    previous: Query, fresh: Query, operation: Operation, unit: str | None, given: tuple[Given, ...]
) -> Query:
    """Given the query before, what is typed next, what is wanted and the answers that it is worked out of, return the query
    that works with them."""
    figures = [figure for group in given for figure in group]
    return replace(
        previous,
        text=fresh.text,
        language=fresh.language,
        operation=operation,
        unit=unit,
        given=given,
        measures=(),
        whole="",
        over="",
        narrows="",
        years=tuple(sorted({figure.year for figure in figures})),
        issuers=tuple(dict.fromkeys(figure.citation.issuer for figure in figures)),
        pairs=(),
        assumed=tuple(dict.fromkeys(("measure", *named_scope(previous)))),
    )


def of_two_years(previous: Query, fresh: Query) -> Query | None:
    """Given the query before and what is typed next, return the query that compares the last two answers, where they tell
    one thing in two years, of which it names the one: 比2025年高多少; else None."""
    if fresh.operation not in ("difference", "growth") or fresh.measure or fresh.issuers or not fresh.years:
        return None
    last = [given[0] for given in previous.answers[-2:] if len(given) == 1]
    if len(last) != 2 or last[0].citation.issuer != last[1].citation.issuer:
        return None
    before, after = sorted(last, key=lambda one: one.year)
    named = _THAN_YEAR.match(fresh.text)
    years = {int(named["year"])} if named else {*fresh.years}
    if before.year == after.year or not years <= {before.year, after.year} or (len(years) < 2 and not named):
        return None
    if not _same_thing(before, after):
        return None
    return replace(working(previous, fresh, fresh.operation, fresh.unit, ((before,), (after,))), choose="")


def _asked(text: str) -> _Asked | None:
    for kind, pattern in _PATTERNS:
        if match := pattern.match(text):
            written = match.groupdict().get("count")
            count = number(written) if written else None
            operation, unit = _operation(kind, text)
            least = bool(re.search("[少小低]", text))
            if kind == "order":
                up = re.search("[由从按][少低小]", text)
                return _Asked(kind, count, "rank", None, ordered="up" if up else "down")
            return _Asked(
                kind, count, operation, unit, "" if kind != "most" else "least" if least else "most"
            )
    return None


def _operation(kind: str, text: str) -> tuple[Operation, str | None]:
    if kind == "times" or _TIMES.search(text):
        return "growth", "倍"
    if kind == "most":
        return "rank", None
    if kind == "part":
        return "share", None
    if kind in ("sum", "average", "share"):
        return cast(Operation, kind), expected(text) if kind == "sum" else None
    return ("growth", "%") if _PERCENT.search(text) else ("difference", expected(text))


def _operands(asked: _Asked, answers: Sequence[Given]) -> tuple[Given, ...]:
    """The answers that are worked with, in the order of the calculation: what is compared with comes first."""
    adds = asked.kind in ("sum", "average", "most", "order")
    last = tuple(answers[-asked.count :] if asked.count else alike_answers(answers) if adds else answers[-2:])
    if len(last) < (asked.count or 2) or not all(last) or (not adds and len(last) > 2):
        return ()
    if adds:
        return last if all(_fits(one[0], last[0][0]) for one in last) else ()
    first, second = last
    if asked.kind in ("forward", "part"):
        return second, first
    if asked.kind in ("backward", "times", "share"):
        return first, second
    apart = {figure.year for figure in first} != {figure.year for figure in second}
    if apart and max(figure.year for figure in first) > min(figure.year for figure in second):
        first, second = second, first
    other = first[0].citation.issuer != second[0].citation.issuer
    alike = _same_thing(first[0], second[0])
    if not (_fits(first[0], second[0]) if asked.kind == "gap" else alike and apart != other):
        return ()
    return (first, second) if apart or asked.kind == "change" else (second, first)


def alike_answers(answers: Sequence[Given]) -> tuple[Given, ...]:
    """Given the answers so far, return the last ones that are of one agency and of one year, or of one thing."""
    run: list[Given] = []
    for group in reversed(answers):
        if not group or (run and not _fits(group[0], run[0][0])):
            break
        run.insert(0, group)
    return tuple(run)


def _fits(one: Figure, other: Figure) -> bool:
    if one.citation.issuer != other.citation.issuer:
        return _same_thing(one, other)
    return one.year == other.year or _same_thing(one, other)


def _same_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one thing in different years: labels the same, or most of the shorter one's
    characters in the other's, in one unit."""
    if one.unit != other.unit and not (one.unit and other.unit and same_unit(one.unit, other.unit)):
        return False
    left, right = sorted((one.label.text, other.label.text), key=len)
    return left == right or sum(char in right for char in left) >= _MOST * len(left)

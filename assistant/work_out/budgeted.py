"""What became of a budget: how much of it was spent or received, or by how much that was more or less, of an item whose
report gives both sides (年初预算120万元，支出决算114万元) and not what is worked out of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import calculate
from assistant.find.finder import Finder, measure
from assistant.find.select import select
from assistant.match.asked import Asked
from assistant.query import Query
from assistant.replies.compose import Composer
from assistant.reply import Answer
from assistant.words.labels import leaves
from assistant.words.terms import unnumbered
from assistant.work_out.between import gap
from corpus.report import Figure, Label
from corpus.units import same_unit
from index.search import Evidence

_BUDGET = r"(?:年初|全年|当年|调整后?的?)?预算(?:数|额|金额|安排)?"
_DONE = (
    r"(?:支出|收入)?决算(?:数|额|金额)?|(?:全年|当年|实际|预算)*(?:执行|支出|支付|完成)数|"
    r"(?:全年|当年|最终)*实际(?:执行|支出|支付|完成|花费|花掉|花)的?"
)
_BUDGETED, _SETTLED = re.compile(rf"(?:支出|收入)?{_BUDGET}$"), re.compile(rf"(?:{_DONE})$")
_RATE = re.compile(rf"(?P<thing>.{{2,}}?)的?(?:{_BUDGET}|支出|决算)的?(?:执行|完成)(?:率|进度|比例)")
_SHARE = re.compile(
    rf"(?P<thing>.{{2,}}?)(?:的(?:支出|收入|花费|开支|开销|钱))?的?(?:{_DONE})?(?:一共|总共|实际|只)*(?:完成|占|达到?|执行|用掉?|花掉?|是|为|相当于)了?"
    rf"(?:它|其)?的?{_BUDGET}的?(?:比例|比重|百分比)?"
)
_THAN_SPENT = re.compile(
    rf"(?:部门)?(?:预算(?:编制)?(?:说明|报告)[，,])?(?P<thing>.{{2,}}?)的?(?:{_BUDGET}|安排(?:数|额)?)[，,]*的?(?:{_DONE})"
)
"""What is budgeted for an item, and what was spent on it the year before."""
_WHOLE = re.compile(rf"(?P<thing>.*?)的?{_BUDGET}")
_BARE_SIDE = re.compile(rf"(?:决算|预算)?的?(?:{_BUDGET}|{_DONE})(?:相?比)?")
_BOTH_SIDES = re.compile(r"(?=.*(?:年初预算|预算[数额]))(?=.*(?:决算|实际|执行))")
_IN_ACCOUNTS = re.compile(r"^(?:部门|单位)?决算(?!数|额|支出|收入)(?:报告|说明)?[里中的]*(?=..)")
"""What the report is, said before the item: of 决算城管执法 it is 城管执法."""
_REALLY = re.compile(
    r"(?P<thing>.{2,}?)[，,]?的?(?:最后|最终|全年)?实际(?:的?支出|执行|花费|开支|花|用)?(?:数|金额)?"
)


@dataclass(frozen=True, slots=True)
class _Sides:
    budgeted: Figure
    settled: Figure


def of_budget(composer: Composer, finder: Finder) -> Answer | None:
    """Given a question for how much of a budget was carried out, or by how much more or less than it, and its finder,
    return the answer; None where it asks for something else, or the item or one of its sides is not found for certain."""
    query = finder.query
    if than_spent := _than_spent(composer, finder):
        return than_spent
    thing = _compared(query) or _executed(query) or _really_spent(query)
    turned = "" if thing else _compared(replace(query, measures=query.measures[::-1]))
    sides = _sides(finder, thing or turned) if thing or turned else None
    if sides is None:
        return None
    pair = (sides.budgeted, sides.settled) if turned else (sides.settled, sides.budgeted)
    if query.operation == "value" and _REALLY.fullmatch(_asked(query)):
        return composer.figures((sides.settled,))
    try:
        if query.operation == "growth":
            return gap(composer, *pair)
        if query.operation == "difference":
            result = calculate.difference(pair[1], pair[0])
            return composer.calculated(composer.words.gap(*pair), result, pair)
        share = calculate.share(pair[:1], pair[1:], composer.places)
        return composer.calculated(composer.words.share(*pair), share, pair)
    except calculate.CannotCalculate:
        return None


def _than_spent(composer: Composer, finder: Finder) -> Answer | None:
    """By how much, or by how many percent, what is budgeted for an item is above what was spent on it the year before, as
    the paragraph on it gives both."""
    query, years = finder.query, finder.query.years
    of_item = _THAN_SPENT.fullmatch(measure(query).replace(" ", ""))
    if (
        of_item is None
        or query.measures
        or query.operation not in ("difference", "growth")
        or len(years) != 2
    ):
        return None
    sides = _item(finder, of_item["thing"], years[0])
    if sides is None or sides.budgeted.year != years[1]:
        return None
    pair = (sides.settled, sides.budgeted)
    try:
        if query.operation == "difference":
            return composer.calculated(composer.words.difference(*pair), calculate.difference(*pair), pair)
        if query.unit == "倍":
            return None
        return composer.calculated(
            composer.words.growth(*pair), calculate.growth(*pair, composer.places), pair
        )
    except calculate.CannotCalculate:
        return None


def only_of_budget(query: Query) -> bool:
    """Given a query, return whether it asks for a share of nothing but 预算: no whole that parts make up is called so;
    or sets an item beside nothing but a side of an account, which is that of the same item or none."""
    whole = _WHOLE.fullmatch(query.whole.replace(" ", "")) if query.operation == "share" else None
    if whole is not None and not whole["thing"]:
        return True
    worked = query.operation in ("difference", "growth")
    both = len(query.measures) < 2 and _BOTH_SIDES.match(measure(query)) is not None
    return worked and (both or any(_BARE_SIDE.fullmatch(one.replace(" ", "")) for one in query.measures))


def _compared(query: Query) -> str:
    """The item of which both sides are compared: of 甲决算 and 甲预算 it is 甲; "" where the measures are of two things."""
    if query.operation not in ("difference", "growth") or len(query.measures) != 2:
        return ""
    settled, budgeted = (_IN_ACCOUNTS.sub("", one.replace(" ", "")) for one in query.measures)
    if _BUDGETED.search(settled):
        return ""
    thing, bare = (
        _SETTLED.sub("", _BUDGETED.sub("", budgeted)).removesuffix("实际"),
        _SETTLED.sub("", settled),
    )
    named = (thing or bare) if thing != budgeted and bare.startswith(thing) else ""
    return named.rstrip("，,的")


def _asked(query: Query) -> str:
    return _IN_ACCOUNTS.sub("", measure(query).replace(" ", ""))


def _really_spent(query: Query) -> str:
    """The item of which it is asked what was really spent."""
    spent = _REALLY.fullmatch(_asked(query)) if query.operation == "value" and not query.measures else None
    return spent["thing"] if spent and query.unit in (None, "元", "万元", "亿元") else ""


def _executed(query: Query) -> str:
    """The item of whose budget the share that was carried out is asked for."""
    asked = _asked(query)
    if query.operation == "share" and query.whole and not query.measures:
        whole = _WHOLE.fullmatch(query.whole.replace(" ", ""))
        thing = _SETTLED.sub("", asked)
        return thing if whole and whole["thing"] in ("", thing) else ""
    if query.operation == "rate" and (rate := _RATE.fullmatch(asked)):
        return rate["thing"]
    share = _SHARE.fullmatch(asked) if query.operation in ("value", "share") and query.unit == "%" else None
    return share["thing"] if share else ""


def _sides(finder: Finder, thing: str) -> _Sides | None:
    """The two sides of the account of one item of one year."""
    return _item(finder, thing, None)


def _item(finder: Finder, thing: str, spent_in: int | None) -> _Sides | None:
    """The two sides of the account of one item, where one report gives both, and of no other item as well: of one year,
    or what is budgeted for the year after the one that it was spent in."""
    items: dict[Figure, _Sides] = {}
    evidence: list[Evidence] = []
    for label, budgeted, settled in _pairs(finder.searched(f"{thing}预算决算"), spent_in):
        assert isinstance(settled.item, Figure)
        item = replace(settled.item, label=label)
        items[item] = _Sides(budgeted, settled.item)
        evidence.append(replace(settled, item=item))
    called = [sides for item, sides in items.items() if _is_called(item.label, thing)]
    if len({(sides.budgeted.value, sides.settled.value) for sides in called}) == 1:
        return called[0]
    chosen = select(Asked.of(thing, finder.query.simplified), evidence).figure
    return items.get(chosen) if chosen else None


def _is_called(label: Label, thing: str) -> bool:
    """Whether an item is called by its last name: 水体 of 节能环保支出污染防治水体."""
    if label.phrase.endswith(f"其他{thing}"):
        return False
    return label.phrase.endswith(thing) or any(unnumbered(part) == thing for part in leaves(label))


def _pairs(
    found: Sequence[Evidence], spent_in: int | None = None
) -> Iterator[tuple[Label, Figure, Evidence]]:
    """Every item whose two sides one row or one paragraph gives, or the prose of one agency's reports, of one year: its
    label, its budget and what came of it; or, of one paragraph, what came of it in a year and the next year's budget."""
    sides: dict[tuple[str, str, int, Label], dict[bool, list[Evidence]]] = defaultdict(
        lambda: {True: [], False: []}
    )
    for one in found:
        if not isinstance(one.item, Figure) or one.item.value is None or not same_unit(one.item.unit, "元"):
            continue
        if (told := _side(one.item.label)) is not None:
            cited, year = one.item.citation, one.item.year
            if spent_in is not None:
                if year != spent_in + told[1]:
                    continue
                year = spent_in
            sides[cited.report, cited.block, year, told[0]][told[1]].append(one)
            if (
                spent_in is None and "：" in one.item.label.phrase
            ):  # next year's report tells what came of this year's budget
                said = replace(told[0], section=())
                sides[cited.issuer, "", one.item.year, said][told[1]].append(one)
    for (*_, label), both in sides.items():
        if len(both[True]) == len(both[False]) == 1 and isinstance(budgeted := both[True][0].item, Figure):
            yield label, budgeted, both[False][0]


def _side(label: Label) -> tuple[Label, bool] | None:
    """A label without the side of the account that it is of, and whether that is the budget."""
    for budgeted, pattern in ((True, _BUDGETED), (False, _SETTLED)):
        if label.phrase:
            above, _, own = label.phrase.rpartition("：")
            if pattern.fullmatch(own) and above:
                return replace(label, phrase=above), budgeted
            if (bare := pattern.sub("", label.phrase)) != label.phrase and bare:
                return replace(label, phrase=bare), budgeted
        elif label.column and pattern.fullmatch(label.column[-1]):
            return replace(label, column=label.column[:-1], indicator=None), budgeted
    return None

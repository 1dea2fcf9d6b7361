"""What a short question after another leaves out of its measure: 2026年打算再给多少个, 这里面个人提的, 那块呢."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from assistant.query import Query
from assistant.understand.numerals import number
from assistant.words.kinds import asked_for
from assistant.words.labels import level
from assistant.words.terms import LIGHT, explained, terms
from assistant.words.topic import topic

_INSIDE = (
    r"(?:其中|(?:在)?(?:这|那|它|其|上述|以上)(?:些|个|几[个件项份])?(?:[\u4e00-\u9fff]{0,4}?)(?:里面|里头|里边|之中|当中|里|中)|"
    r"(?:在)?(?:里面|里头|里边|当中|之中))(?:的|，|,|\s)*(?:有(?![关效])|被|是(?!否)|属于|由|又)*"
)
_STARTS_INSIDE = re.compile(rf"^(?:那么?|然后|再|请问|，|,)*{_INSIDE}")
_ITS_REACH = re.compile("^(?:那么?|这|它|一?共|总共|[，,])*(?:惠及|涉及|覆盖|受益|带动|撬动)(?!面|率)")
"""What a thing reached or brought about is told of that thing: 惠及多少家企业, after how much money was paid."""
_ENGLISH_INSIDE = re.compile(
    r"\b(?:of|among|out of|from) (?:these|those|them|that|which|it)\b", re.IGNORECASE
)
_INSIDE_AFTER = re.compile(
    r"(?:在|占)(?:这|那)?(?:里面|其中|里头|里边|之中|当中|总数|总额|总量|全部)(?:里面?|中)?"
)
_TAIL = re.compile(
    r"(?:(?:那|这)(?:一)?(?:块儿?|部分|边|方面|类|项|种|头|个|一?块)|的?(?:那|这)(?:呢)?|(?:方面|上面|这类|那类)|的)+$"
)
_THAT = re.compile(r"的?比|[那这]?一?(?:边|块儿?|部分|方面|头|个|儿|里)")
_LEADING = re.compile(r"^(?:那(?![么曲])|这|换成|改成|如果是?|要是|再看看?|还有|另外|至于|说到|对了)+")
_AHEAD = r"打算|计划|准备|预计|预期|预定|拟|规划|争取|力争|安排|目标|任务|指标|控制|将|要|会|想|再|继续|还|又|另|也|给|能|至少|最少|最低|不少于|不低于|最多|大概|大约|左右|定|设|完成|做到?|实现|达到?|(?:增加|上升|下降|减少|提[高升]|[增降升涨变减提])(?:到|成|为|至)|后来|随后|接着|再?往[前后]|[之以]前|更早|晚些|[那这]个"
_FILLER = re.compile(
    rf"{_AHEAD}|实际上?|真正|最终|最后|执行|[有是为在的了到底来里内数]|数量|数字|情况|具体|总共|一共|全年|当年|个数|件数"
)
_AS_DONE = re.compile(
    "(?:实际|真正|最终)?(?:完成|实现|达到|执行)?的?(?:情况|数字?|值|水平|结果)?(?:相?比较?|对比)?"
)
"""What is said of the year compared with, and names nothing: 和2025年实际完成的比."""
_NO_MORE_THAN_PLANNED = re.compile(r"预期|目标|计划|任务|指标|打算|安排|定|设|的|值|数|比|\s")
_REALLY = re.compile("实际|真正|执行")
_PLANNED = re.compile("计划|打算|准备|预计|预期|力争|争取|拟|目标|安排|希望|要|将|的预算$|预算$")
_DONE = re.compile(r"完工|完成|竣工|建成|已经?|实现|累计(?!投)")
_SPAN = re.compile(
    r"(?:在|这|那|过去的?|近|最近|整个)*(?:(?P<years>[一二两三四五六七八九十]|\d{1,2})年|“?十[一二三四](?P<plan>五)”?)(?:[里间来内]|之[间内]|期间|时[间期])*"
)
_ITS_YEAR = re.compile(r"^(?:那么?)?[，,]?[和跟与與同](?:它|[这這][个個]?)的?(?P<year>20\d\d)年")
_THAN_THIS = re.compile(
    r"(?:的|预期|目标|计划|任务|指标|打算|安排|要|将|会|争取|力争|达到?)*比(?:(?:这|它|那|上面|刚才)(?:一?年|个|数|的|说)*)?(?:要|会|还)*"
)
_AGO = re.compile(r"(?P<years>[一二两三四五六七八九十]|\d{1,2})年(?:之|以)?前的?")
_AHEAD_FIRST = re.compile(r"^(?:打算|准备|计划|预计|要|将|会|拟|再|还|又|新(?!增))+")
_OF_ACCOUNT = re.compile(
    "(?:年初|全年|调整)?预算(?:安排)?数?|(?:支出|收入)?决算数?|(?:全年)?(?:实际)?执行数?|实际(?:支出|收入|花费|开支)数?"
)
"""What was budgeted and what was spent: each is asked for after the other."""
_THAN_SIDE = re.compile(rf"(?:[比较跟和与]|相比于?|相较于?)(?P<side>{_OF_ACCOUNT.pattern})的?(?:相?比)?")
_SPENT = re.compile("^实际(支出|收入|花费|开支)数?$")
_CARRIED_OUT = re.compile(
    "(?:实际)?(?:完成|执行|用掉?|花掉?|占)了?(?:年初|全年|调整)?预算数?的?(?:比例)?|(?:(?:年初|全年|调整)?预算的?)?(?P<rate>(?:执行|完成)(?:率|进度|比例))"
)
"""How much of its budget was carried out."""
_ITEM = re.compile("(?:费|费用|支出|收入|经费|拨款|补贴|补助|资金)$")
"""What has both sides: where no side of it is named, what was spent or received is meant."""
_ENGLISH_FILLER = frozenset(
    [
        "plan",
        "planned",
        "planning",
        "plans",
        "expected",
        "expect",
        "target",
        "targets",
        "targeted",
        "goal",
        "aim",
        "aims",
        "least",
        "most",
        "same",
        "go",
        "goes",
        "going",
        "up",
        "down",
        "more",
        "it",
        "that",
        "figure",
        "number",
        "amount",
        "be",
        "will",
        "to",
        "intend",
        "intended",
        "scheduled",
        "set",
        "additional",
        "further",
        "another",
    ]
)


def reaches(text: str) -> bool:
    """Given a question after another, or a label, return whether it begins with what a thing reached or brought about."""
    return _ITS_REACH.match(text) is not None


def inside(fresh: Query) -> bool:
    """Given a question after another, return whether it asks for a part of what was asked: 其中, 这里面, of those."""
    if fresh.language == "en":
        return bool(_ENGLISH_INSIDE.search(fresh.text))
    reach = reaches(fresh.simplified) and fresh.operation == "value" and not fresh.issuers
    return bool(reach or _STARTS_INSIDE.match(fresh.simplified) or _INSIDE_AFTER.search(fresh.simplified))


def said(measure: str) -> str:
    """Given the measure of a Chinese question after another, return what it says of its own: 项目支出那块 is 项目支出."""
    bare = _STARTS_INSIDE.sub("", measure)
    if _THAT.fullmatch(bare):
        return ""
    return _TAIL.sub("", _LEADING.sub("", bare)) or _TAIL.sub("", measure)


def only_filler(fresh: Query, previous: Query) -> bool:
    """Given a question after another and that, return whether it asks for the same of another year in words that
    name nothing: 2026年打算再给多少个, 26年要改多少 after 改造了多少."""
    elsewhere = (fresh.years and fresh.years != previous.years) or _REALLY.search(fresh.measure)
    if not elsewhere or not fresh.measure or fresh.operation not in ("value", "exists", "passage"):
        return False
    if fresh.language == "en":
        return set(re.findall("[a-z]+", fresh.measure.lower())) <= _ENGLISH_FILLER
    left = _FILLER.sub("", fresh.measure).replace(" ", "")
    return not left or (len(left) == 1 and left in previous.simplified)


def only_done(fresh: Query) -> bool:
    """Given a question after another, return whether it compares the answer with another year's in words that name
    nothing but that it was done: 比2025年实际完成的少多少."""
    compares = fresh.operation in ("difference", "growth", "compare") and bool(fresh.years)
    return compares and _AS_DONE.fullmatch(fresh.measure.replace(" ", "")) is not None


def only_span(measure: str) -> int:
    """Given the measure of a question after another, return the years that it names, where it names nothing else:
    5 for 这五年 in 五年里多了几家; 0 where it does."""
    span = _SPAN.fullmatch(measure.replace(" ", ""))
    return number(span["years"] or span["plan"]) if span else 0


def asked_further(fresh: Query, previous: Query) -> bool:
    """Given a question after another and that, return whether it only asks when, where or by whom what was asked of was
    done, with no word of its own: 哪天开工的 after 引水工程开工了吗."""
    if fresh.language == "en" or fresh.operation != "passage" or fresh.issuers or fresh.unknown_issuer:
        return False
    own = [term.word for term in terms(fresh.measure) if term.weight > LIGHT]
    before = [term.word for term in terms(previous.measure) if term.weight > LIGHT]
    if own and set(own) < set(before):
        return True
    kinds = asked_for(fresh.simplified)
    words = {term.word for term in topic(fresh.measure)}
    besides = {word for word in words if not any(kind.own.fullmatch(word) for kind in kinds)}
    return bool(kinds and besides) and besides < {term.word for term in terms(previous.measure)}


def only_planned(measure: str) -> bool:
    """Given a measure, return whether it names nothing but that something is planned: 目标, 的计划."""
    return bool(measure) and not _NO_MORE_THAN_PLANNED.sub("", measure)


def carried_out(fresh: Query, measure: str) -> str:
    """Given a question after another and the measure of that, return the measure of what was done, where the question
    asks for it after what was planned: after 计划加装电梯, 实际装了几台 is 加装电梯, after a 预算 what was 执行."""
    if fresh.language == "en" or not _REALLY.search(fresh.simplified):
        return measure
    done = (
        measure.replace("预算数", "执行").replace("预算", "执行") if "执行" in fresh.simplified else measure
    )
    return _PLANNED.sub("", done) or measure


def deed_of(deed: str, measure: str) -> str:
    """Given the measure of a question after another and that of the other, return what the one does with the thing of the
    other, where it names nothing but a deed: 开工改造 after 改造老旧小区 is 开工改造老旧小区; else ""."""
    done = _NO_MORE_THAN_PLANNED.sub("", _AHEAD_FIRST.sub("", deed))
    own = [term for term in terms(done) if term.weight > LIGHT]
    if not own or not all(term.acts for term in own) or "".join(term.word for term in own) != done:
        return ""
    thing = level(measure.replace(" ", ""))
    before = [term for term in terms(thing) if term.weight > LIGHT]
    for term in takewhile(lambda one: one.acts, before):
        thing = thing.removeprefix(term.word)
    for term in takewhile(lambda one: one.acts, reversed(before)):
        thing = thing.removesuffix(term.word)
    return f"{done}{thing}" if any(not term.acts for term in before) else ""


def with_deed(measure: str, thing: str) -> str:
    """Given a measure and another thing, return what the one says was done with its own thing as done with the other:
    新增普惠托位 after 新增学位; "" where it says of nothing that it was done, or the words do so themselves."""
    before = [term for term in terms(measure) if term.weight > LIGHT]
    done = "".join(term.word for term in takewhile(lambda one: one.acts, before))
    own = [term for term in terms(thing) if term.weight > LIGHT]
    return f"{done}{thing}" if done and own and len(done) < len(measure) and not own[0].acts else ""


def than_this(measure: str) -> bool:
    """Given the measure of a question after another, return whether it only compares with the answer: 2026年目标比这高多少."""
    return _THAN_THIS.fullmatch(measure.replace(" ", "")) is not None


def with_its_year(text: str) -> int:
    """Given a question after another as typed, return the year of the same thing that it is to be set beside (和它2024年相比);
    0 where it names none."""
    its = _ITS_YEAR.search(text)
    return int(its["year"]) if its else 0


def said_again(measure: str, before: str) -> bool:
    """Given the measure of a question after another and the one before, return whether it says nothing that the one before
    does not, though in other words: 公开的信息条数 after 公布信息."""
    words = tuple(term for term in terms(measure) if term.weight > LIGHT)
    return bool(words) and all(explained(term.word, before) for term in words)


def ago(measure: str) -> int:
    """Given the measure of a question after another, return how many years before it means, where it names nothing else:
    5 for 五年前; 0 where it does."""
    before = _AGO.fullmatch(measure.replace(" ", ""))
    return number(before["years"]) if before else 0


def undone(measure: str) -> tuple[str, ...]:
    """Given a measure of what was done, return it as what is planned is called: 改造完工老旧小区 is 改造老旧小区."""
    planned = _DONE.sub("", measure)
    return (planned,) if planned and planned != measure else ()


def only_side(fresh: Query) -> bool:
    """Given a question after another, return whether it names nothing but the side of an account, or how much of it was
    carried out: 年初预算是多少, 完成了预算的百分之几."""
    words = fresh.measure.replace(" ", "")
    return any(pattern.fullmatch(words) for pattern in (_OF_ACCOUNT, _CARRIED_OUT))


def of_both_sides(previous: Query, fresh: Query) -> Query | None:
    """Given the query before and what is typed next, return the query that compares the two sides of the account asked of
    before: 比预算少多少, 决算比预算少多少; None where it names anything else, or there was none."""
    if (
        fresh.language == "en"
        or fresh.operation not in ("difference", "growth")
        or fresh.years
        or fresh.issuers
    ):
        return None
    if previous.measures or len(previous.years) != 1 or len(previous.issuers) != 1:
        return None
    before = previous.measure
    than = _THAN_SIDE.fullmatch(fresh.measure.replace(" ", ""))
    sides = [one for one in fresh.measures if _OF_ACCOUNT.fullmatch(one)]
    named = tuple(other_side(one, before) for one in sides)
    if than:
        named = (before, other_side(than["side"], before))
    if len(named) != 2 or not all(named) or len(set(named)) < 2:
        return None
    return replace(
        fresh,
        measure=named[0],
        simplified=named[0],
        measures=named,
        years=previous.years,
        issuers=previous.issuers,
        over="",
        against_last=False,
        assumed=("measure", "year", "issuer"),
    )


def other_side(words: str, measure: str) -> str:
    """Given the measure of a question after another and the measure of that, return what is asked for where the one names
    only the other side of an account: 预算数 after 三公经费支出决算 is 三公经费支出预算数; "" where it does not."""
    said = re.fullmatch(rf"(?P<side>{_OF_ACCOUNT.pattern})的?", words)
    before = list(_OF_ACCOUNT.finditer(measure))
    if (carried := _CARRIED_OUT.fullmatch(words.replace(" ", ""))) and len(before) < 2:
        how = f"预算{carried['rate']}" if carried["rate"] else words
        return f"{_OF_ACCOUNT.sub('', measure)}{how}" if before or _ITEM.search(measure) else ""
    if said is None or len(before) > 1:
        return ""
    side = _SPENT.sub(r"\1决算", said["side"])
    if not before:
        return f"{measure}{side}" if _ITEM.search(measure) else ""
    return measure[: before[0].start()] + side + measure[before[0].end() :]

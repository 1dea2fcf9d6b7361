"""Questions that name several measures: joined by 和, compared with one another, or in clauses of their own."""

from __future__ import annotations

import re

from assistant.understand.breakdown import in_words_of_forms, is_part, narrowed, without_parts
from assistant.understand.joined import INSIDE, headed
from assistant.understand.left_out import other_side
from assistant.understand.periods import MARK
from assistant.understand.shares import OF_ACCOUNT
from assistant.understand.units import UNIT
from assistant.words.terms import FULL, terms
from corpus.language.grammar import bare_verb, has_verb, starts_with_verb, words

_COMPARED = re.compile(
    rf"^(?P<first>.*?[\u4e00-\u9fff”）])[，,]?(?<![同环占对相])(?:比|较)(?![例较率如对]|重(?![复新点要]))(?P<second>[^{MARK}].+?)(?:还|要|更)?"
    r"(?:增加|减少|增长|下降|超出|多(?!少)|(?<!多)少|[高低大小快慢增减超涨降](?!幅)|省(?!级)|节约)(?:[\u4e00-\u9fff]{0,3}?(?:多少|几|百分)|[吗么不没?？]|$)"
)
_EARLIER = re.compile(
    r"以前|之前|往年|往常|平时|过去|同期|上期|上[个一]?[月季周]|年初(?!预算)|预期|计划|原来|当初|当年|那年|(?:前|后|上)一?年(?!结转|末|转来|带|遗留|留下)"
)
_AGAINST_PLAN = re.compile(
    r"(?:比|较|[与和同跟](?=[^，,]*比))(?:年初|当初|原先?|原来|原本|当年)?(?:确?定)?的?(?:计划|目标|任务|预期)(?:目标|任务|数|值)?的?(?:相?比)?[，,]?"
    r"(?=(?:超额?|实际)?(?:完成)?(?:多|少|高|低|快|慢|增|减|超|差)[\u4e00-\u9fff]{0,3}?(?:多少|几))"
)
"""Of one year, what was planned, with which what was done is compared."""
_TIMES = re.compile(
    r"^(?P<first>.*?[\u4e00-\u9fff”）])[，,]?(?:大约|大概|大致|差不多|约|几乎|究竟|到底|恰好)*(?<![总尚但还而正也于若])(?:是|为|相当于|等于|达到?)"
    rf"(?P<second>[^{MARK}].+?)的?(?:大约|大概|约)?(?:多少|几)倍"
)
"""How many times one thing another is: 行政处罚是行政强制的几倍."""
_IDLE = re.compile(
    rf"(?:[{MARK}\s，,；;。?？！!的了呢吗么是有为把给请我和与跟同比较又还就都各]|[这那]?[两二三]个?(?:年度?|数字?)|[这那哪](?:一?[年家个种类项边]|地方)|同一个(?:地方|单位|机关)|同(?=期)|期|"
    rf"相[比较差]|对比|比较|前者|后者|[高低多少大小快慢增减涨降]|出|差|变化|变动|变|有没有|多少|几|(?:{UNIT})|总?(?:件数|数量|总数)|告诉|列出来?|按?先后(?:顺序)?|分别|合计|总共|一共|共计?|合起来|加起来|打算|计划|准备|预计)+"
)
"""A clause that names nothing of its own: 高的那年是多少元, 差几件."""
_WITHIN = re.compile(rf"^(?P<head>[^，,]{{2,}}?){INSIDE}[，,]?(?P<item>.{{2,}})$")
_OF_THING = re.compile(r"^(?P<head>[^，,]{2,}?)[，,](?P<item>[^，,]{2,})$")
_ACCOUNT = re.compile(rf"[{MARK}的]*(?:部门|单位)?[预决]算(?:报告|说明|公开)?")
_PUT_IN = re.compile(r"(?:所?(?:提出|提交|递交|递|提|申请|发起)的?(?:申请)?|的)$")
"""After an applicant: 自然人提出的."""
_PEOPLE = re.compile(
    rf"^[{MARK}]*[\u4e00-\u9fff]{{1,4}}?(?:人|居民|户|职工)的?(?P<attribute>[\u4e00-\u9fff]{{2,}})$"
)
_PEOPLE_ALONE = re.compile(r"[\u4e00-\u9fff]{1,4}(?:人|居民|户|职工)的?")
"""城里人平均收入比农村人."""
_ASKED_AFTER = re.compile(
    r"[\u4e00-\u9fff]{4,}.*(?:多少|几|哪|什么|谁|百分)|(?:多少|几|哪|什么|谁|百分).*[\u4e00-\u9fff]{4,}"
)
_OWNED = re.compile(r"^(?P<head>.{2,}的)(?P<item>[^的]{2,})$")
_COUNTS_PEOPLE = re.compile("(?:人次|人数|次数)$")
_MEASURED = re.compile("(?:[额量值率]|增速|增幅|增长率|面积)$")
_KINDS_LAST = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<thing>[\u4e00-\u9fff]{{1,4}})有?(?P<how>(?:多少|几)(?:{UNIT}))(?P<one>[\u4e00-\u9fff]{{2,6}})的?[，,、]"
    r"(?P=how)(?P<other>[\u4e00-\u9fff]{2,6}?)的?$"
)
_IS_OF_KIND = re.compile(
    rf"(?P<how>(?:多少|几)(?:{UNIT}))(?P<noun>[\u4e00-\u9fff]{{2,4}}?)(?:评|定)?(?<![但还而正也于若要可总凡])(?:是|为)(?P<kind>[“「][\u4e00-\u9fff]{{1,4}}[”」]|[\u4e00-\u9fff]{{1,4}}?)的?(?=[?？。]*$)"
)
_MEANT = re.compile(
    r"[，,。；;（(](?:我(?:指|是指|是说|说|想问)的?(?:是)?|我的意思是|也就是(?:说|指)?|就是(?:说|指)?|亦即|即|指的是|准确(?:地)?说是?)"
    r"(?P<meant>[^，,。；;?？）)]{2,})[）)]?[?？。！!]*$"
)

_INSIDE = re.compile(rf"^[^，,]{{2,}}?{INSIDE}(?=的?$)")
_ONLY_SIDE = re.compile("(?:年初|全年|调整)?(?:预算|决算|执行|计划|目标)数?|[全当][年区市县省]")
_REMARK = re.compile(
    r"^(?P<said>(?:(?!多少|几|哪|谁|什么|怎|百分)[^。；;？?！!])*?(?:[吗么吧][？?。！!，,]?|[啊呀嘛呗][？?。！!]|[。！!]|——?|…+))(?P<asks>[^？?。！!]*(?:多少|几|百分)[^？?。！!]*[？?。]*)$"
)
"""A remark, or a question to be answered with yes or no, before the one that asks how many."""


def meant(text: str) -> str:
    """Given the words of a question, return those of the clause that says what it means (罚了多少件，我指行政处罚决定),
    or else all of them."""
    before, colon, after = text.rpartition("：")
    if colon and _ASKED_AFTER.search(after) and not _ASKED_AFTER.search(before):
        text = "".join(MARK for mark in before if mark == MARK) + after  # 记者核数：…
    text = _without_remark(text)
    match = _MEANT.search(text)
    if match is None or not re.search(r"[\u4e00-\u9fff]", match["meant"]):
        return text
    within = _INSIDE.search(match["meant"])  # 我指项目支出里的
    return match["meant"][: within.end()] + text[: match.start()] if within else match["meant"]


def names_thing(words: str) -> bool:
    """Given words, return whether they name a thing, and not only what is done or how it is counted."""
    return any(term.weight == FULL and not term.acts for term in terms(words))


def heading(text: str) -> str:
    """Given the words of a question, return those before the colon after which it asks, where they name what that is of:
    绩效目标编报：所涉资金多少; else ""."""
    before, colon, after = text.rpartition("：")
    if not colon or not _ASKED_AFTER.search(after) or _ASKED_AFTER.search(before):
        return ""
    return before.rpartition(MARK)[2].strip("的，, ")


def _without_remark(text: str) -> str:
    """The words without a remark before the question (日子紧了吧？电费少了多少), where the question names a thing itself."""
    match = _REMARK.match(text)
    if match is None:
        return text
    if not names_thing(_ONLY_SIDE.sub("", _IDLE.sub("", match["asks"]))):
        return text
    return "".join(MARK for mark in match["said"] if mark == MARK) + match["asks"]


_HOW_MANY = frozenset({"无法", "部分", "全部", "大部分", "其他", "其余"})
_NEWLY = re.compile("新(?:设立?|登记|建|开|办|注册)")
_HEADED = re.compile(r"^(?P<head>[^，,]{2,})[，,](?P<item>[^，,]{2,8})$")
"""规范性文件，新发的: what both are of, before them."""


def compared(text: str) -> tuple[str, str] | None:
    """Given the words of a question, return the two measures that it compares (人员经费比公用经费多多少), the second
    with what it leaves out: 制发的规范性文件比废止的 compares with 废止的规范性文件. None where it compares years,
    agencies or nothing."""
    match = _COMPARED.match(text)
    return _pair(match) if match else None


def without_plan(text: str) -> tuple[str, bool]:
    """Given the words of a question, return them without the plan that they compare what was done with (比年初计划多多少
    家), and whether they do."""
    bare = _AGAINST_PLAN.sub(MARK, text)
    return bare, bare != text


def times(text: str) -> tuple[str, str] | None:
    """Given the words of a question, return the thing that it calls a multiple of another, and the other; None
    where it compares years, agencies or nothing."""
    match = _TIMES.match(text)
    return _pair(match) if match else None


def _pair(match: re.Match[str]) -> tuple[str, str] | None:
    first, second = match.group("first"), match.group("second")
    if _EARLIER.match(second):
        return None
    first = re.sub(r"(?:[要还也都]|明显)$", "", first)
    within, owned = _WITHIN.match(first), _OWNED.match(first)
    if within and _ACCOUNT.fullmatch(within["head"]):
        first = within["item"]  # 决算里: where to look
    elif within:
        first, second = within["head"] + within["item"], within["head"] + second
    elif (of := _OF_THING.match(first)) and is_part(_PUT_IN.sub("", second)):
        first, second = of["head"] + of["item"], of["head"] + second
    elif thing := _acted_on(first.rstrip("的"), second.rstrip("的")):
        first, second = first.rstrip("的"), thing + second.rstrip("的")
    elif (people := _PEOPLE.match(first)) and _PEOPLE_ALONE.fullmatch(second):
        second += people["attribute"]
    elif is_part(second.rstrip("的")) and second.rstrip("的") not in first and without_parts(first) != first:
        second = narrowed(first, second.rstrip("的"))  # 行政复议维持的比纠正的
    elif (of_head := _HEADED.match(first)) and _part_of_forms(of_head["item"]) and _part_of_forms(second):
        first, second = of_head["head"] + of_head["item"], of_head["head"] + second
    elif _COUNTS_PEOPLE.search(second) and starts_with_verb(second):
        pass  # 下沉的干部人次 and 转移群众人次: each says itself what was done
    elif owned and "的" not in second and second[-1] == first[-1] and second[:2] not in owned["head"]:
        second = owned["head"] + second  # 热线的满意率比解决率
    elif (
        owned
        and not has_verb(owned["head"][:-1])
        and _MEASURED.search(owned["item"])
        and not re.search("的|[额量值率速幅数积费入出款资比重度]$", second)
    ):
        second = f"{second}的{owned['item']}"  # 汽车的产量比手机
    elif (side := OF_ACCOUNT.get(second)) and first.endswith(side):
        second = first.removesuffix(side) + second  # 基金收入比支出
    return first, other_side(second, first) or headed(second, first)


def _acted_on(first: str, second: str) -> str:
    """The thing that is said once where two measures only say what was done with it, the verb last: 学位新增的 and 撤销的; else ""."""
    first = first.rpartition(MARK)[2]
    said = words(first)
    for place in range(len(said) - 1, 0, -1):
        thing = "".join(word for word, _ in said[:place])
        done = first[len(thing) :]
        if not said[place - 1][1].startswith("n") or thing in _HOW_MANY or is_part(first):
            continue
        if bare_verb(second) and (bare_verb(done) or _NEWLY.fullmatch(done)) and names_thing(thing):
            return thing
    return ""


def _part_of_forms(words: str) -> bool:
    """Whether the words only say which part of a thing is meant, in words of their own: 新发的."""
    return is_part(in_words_of_forms(words.rstrip("的")).rstrip("的"))


def sides_of_one(measures: tuple[str, ...]) -> tuple[str, ...]:
    """Given the measures that a question joins, return each with the item whose other side it is: 甲费预算和决算."""
    return (
        tuple(other_side(one, measures[0]) or one for one in measures) if len(set(measures)) > 1 else measures
    )


def one_clause(text: str) -> str:
    """Given the words of a question, return those of its one clause that names a thing, where the others only go on
    about it (哪年的支出更高？高的那年是多少元) or name it again of another year; else all of them."""
    pieces = [piece for piece in re.split(r"(?<=[，,；;。?？])", text) if piece]
    said = [piece for piece in pieces if not _IDLE.fullmatch(piece)]
    again = [piece for piece in said[1:] if MARK in piece and _IDLE.sub("", piece) in said[0]]
    return said[0] if len(pieces) > 1 and len(said) == 1 + len(again) else text


def each_named(text: str) -> str:
    """Given the words of a question, return them with each kind before what it is of, where speech names the kind last:
    车几辆公务，几辆执法的 asks for 公务车几辆，执法车几辆, 几个项目是良 for 几个良的项目."""
    text = _IS_OF_KIND.sub(r"\g<how>\g<kind>的\g<noun>", text)
    return _KINDS_LAST.sub(r"\g<one>\g<thing>\g<how>，\g<other>\g<thing>\g<how>", text)


def clauses(text: str) -> list[str]:
    """Given the words of a question, return those of its clauses that ask for a figure of their own: both of
    受理了多少件申请，答复了多少件, the first of 开了几次会，主题是什么, none where only one clause asks anything."""
    pieces = [piece for piece in re.split(r"[，,；;。?？]", text) if piece]
    asking = [
        piece
        for piece in pieces
        if re.search(r"(?:多少|几)", piece) and not re.match(r"[^多几]?(?:各|多)?(?:多少|几)", piece)
    ]
    texts = [piece for piece in pieces if piece not in asking and re.search(r"什么|哪|谁|怎|如何", piece)]
    return asking if len(asking) > 1 or (asking and texts) else []


def completed(measures: tuple[str, ...]) -> tuple[str, ...]:
    """Given the measures of several clauses, return each with what it leaves out: after 受理申请, 答复 is 答复申请."""
    verb = re.match(r"受理|收到|接到|接收|新收|办理|处理|公开|发布|召开|举办|开展|查处|立案", measures[0])
    noun = measures[0][verb.end() :] if verb else ""
    return tuple(
        one if len(one) > 2 or position == 0 else one + noun for position, one in enumerate(measures)
    )

"""Questions for a share: what it is a share of, and the part, or parts, whose share is asked."""

from __future__ import annotations

import re

from assistant.understand.breakdown import is_part, narrowed, of_one_family
from assistant.understand.in_brackets import spelt_out
from assistant.understand.joined import INSIDE, several

_ASKED = r"(?:百分之(?:多少|几)|多少|几成|多大|几|多高)"
_EACH = r"(?:分别|各自?|依次|又|约|大约|大概|大致|究竟|到底)*"
_TAIL = [
    re.compile(
        rf"(?:的|所)?(?:占比|比例|比重|份额|百分比)(?:{_EACH}(?:是|为|有|达到?)?(?:多少|多大|多高|几成?|百分之(?:多少|几)|高不高|大不大|怎么样|如何)?)[?？。，,]*$"
    ),
    re.compile(
        rf"(?:的)?{_EACH}(?:是|为|有|占|达到?)?{_ASKED}(?:个)?(?:的)?(?:百分[比点]|比例|比重|份额|一?块儿?|一?部分)?[?？。，,]*$"
    ),
    re.compile(r"(?:[，,、]|各自?|分别|是|为|所|又)+$"),
]
_TAKES = re.compile(
    r"^(?P<part>.+?)(?:一共|总共|大约|大概|大致|差不多|约|到底|究竟|合计|合起来|加起来|所|只|仅)*(?P<each>(?:各自?|分别)?)(?:占(?!用|地(?!区|方)|道|压)|相当于|等于|只够|够得上|够)(?:到|了)?(?:全部|整个|所有)?的?(?P<whole>.*)$"
)
_WITHIN = re.compile(r"^(?P<part>.+?)在(?![册编职岗建校线用运])(?P<whole>.{2,}?)(?:当?中|里面?|之中|内)?$")
_AMONG = re.compile(
    rf"^(?P<whole>.{{2,}}?){INSIDE}[，,]?(?:有)?(?:{_ASKED})?(?:的)?(?:是|属于|来自)?(?P<part>.{{2,}})$"
)
_HAS = re.compile(
    rf"^(?P<whole>.{{2,}}?)[，,]?有(?:{_ASKED})的?(?:比例|比重|份额)?(?:是|属于|来自)(?:因为|由于)?(?P<part>.{{2,}})$"
)
_OF_WHOLE = re.compile(r"^(?:大约|大概|约)?占(?:到|了|全部|整个)?(?P<whole>[^，,]{2,})$")
"""After an answer: 占答复总数的多少."""
_USED = re.compile(
    r"^(?P<whole>.{2,}?)[，,]?(?:有)?(?P<part>(?:没有?|未)?被[^，,]{2,14}?(?:用|采用|采纳|录用|刊登|转载|刊用|采信))了?$"
)
"""报送的信息，被门户网站采用了百分之多少."""
_OF_INSIDE = re.compile(
    rf"^(?P<part>.{{2,}}?)在(?![册编职岗建校线用运])(?P<whole>.{{2,}}?)(?:{INSIDE})[，,]?$"
)
_SCOPED = re.compile(rf"^[^，,]{{2,}}?{INSIDE}[，,](?P<part>[^，,]{{2,}})$")
"""支出预算中，甲 of which the share in the total is asked."""
_BESIDE = re.compile(r"^(?P<whole>[^，,]{2,})[，,](?P<part>[^，,]{2,})$")
_MANY = re.compile("(?:可|挺|还|真)?(?:有)?(?:不少|很多|好多|挺多|一大堆|一堆)$")
"""Said of a whole before a part of it is asked for: 隐患不少，挂牌督办的占其中几成."""
_THAT_PART = re.compile(r"(?:(?:的?[那这]一?|这)(?:大类|类|部分|块儿?|项|种|头|方面|档)|的部分|部分)$")
"""After the part whose share is asked: 专项资金那部分."""
_GROUND = re.compile(
    r"^(?:[去向到找跟问]?(?:申请|索取|索要|要|获取|了解)(?:公开)?(?:政府)?(?:信息|材料|资料)的?[，,])?(?:(?P<of>[^，,]{2,24})[，,])?(?:最后|最终|结果)*(?:都|全)?以(?P<part>[^，,]{2,}?)(?:这[一个条]*)?(?:作?为(?:理由|由头|由|原因|借口)|收场|告终|了结|作结|收尾|结案|答复|回复)$"
)
"""The part by the ground, or the outcome, that is given for it: 以甲为由的, 最后以甲收场的."""
_CIRCUMSTANCE = re.compile(
    r"^[^，,]{2,8}时[，,]?(?:说|称|答复|认定)?(?=[^，,]{4,})|"
    r"^(?:[^，,]{2,14}[，,])?(?:最后|最终|结果)*被?(?:告知|答复|回复)(?:说|称|为|是)?(?=[^，,]{4,})"
)
OF_ACCOUNT = {"支出": "收入", "收入": "支出"}
"""Of one account, what came in is set against what went out: 一般公共预算收入 only 相当于支出 of it."""
_BUDGETED = frozenset({"预算", "预算数", "年初预算", "全年预算"})
_CARRIED_OUT = re.compile(
    r"^(?P<thing>.{2,}?)(?:的?预算(?:数)?)?[，,的]?(?:当年|全年|实际)?执行(?:数|了|的)?$"
)
"""公益性岗位补贴预算，当年执行数 of which the share in the budget is asked."""
TAKES_POINTS = re.compile(r"占(?:了|到|去)?(?:多少|几)个?百分点")
"""占几个百分点 is what is meant by 占百分之几."""
_HOW_MUCH = r"(?:百分之(?:多少|几)|几成|多少个?百分[比点]?|多大比例|(?:多少|几)%)"
SPENT_OF = re.compile(
    r"^(?P<thing>.{2,}?)(?:这一?个?|那一?个?)?(?:重点)?(?:项目|工程)?[，,的]*(?:全年|年初)?(?:预算|安排的钱|拨的钱)数?(?:到年底)?(?:一共|总共|实际|都|已经?)*"
    rf"(?:花掉|用掉|花出去|花|用|执行|完成|支出)(?:了|掉)?{_HOW_MUCH}"
)
"""预算花掉了百分之多少: what was spent of what was budgeted."""
_CHOOSES = re.compile(
    r"[，,]?(?:的?[是那]?(?:谁|哪一?[个家年边方者])的?(?:占比|比例|比重)?)?(?:更|比较|要)?(?P<end>[多少高低大小])(?:还是(?P=end))?(?:一些|一点|些|点)?[呢啊呀?？]*$"
)
_OR = re.compile(r"[，,]?(?:是|还是)+[?？]*$")
_WHOSE = re.compile(r"^(?:谁|哪一?[个家年边方者])的?")
_ALL_OF_IT = re.compile("的?[总大]?(?:盘子|蛋糕)$")
"""What people call a budget: 支出总盘子."""
_TOGETHER = re.compile(r"合起来|加起来|加在?一[起块]|合计|合在一起|总共|一共|之和|相加|总和")


SPENT_BUDGET = re.compile(
    rf"^(?P<thing>[^，,]{{2,}}?)(?:一共|总共|实际|都|已经?)*(?:花掉|用掉|花出去|花|用|执行|支出|完成)(?:了|掉)(?:全年|年初|当年)?预算数?的{_HOW_MUCH}"
)
"""公务接待费花了预算的百分之多少: what was spent of what was budgeted."""


def unchosen(text: str) -> str:
    """Given the words of a question for the highest or the lowest of several shares, return them without those that choose:
    甲占乙的比例谁高."""
    return _WHOSE.sub("", _CHOOSES.sub("", _OR.sub("", text)))


def share_of(text: str) -> tuple[tuple[str, ...], str, bool]:
    """Given the words of a question for a share, return the parts, the whole ("" if it names none), and whether
    the parts are meant together: 甲和乙合起来占多少."""
    if spent := SPENT_OF.match(text) or SPENT_BUDGET.match(text):
        return (f"{spent['thing']}执行数",), f"{spent['thing']}预算数", False
    bare = _bare(text)
    has = _HAS.match(bare)
    if has:
        return (_bare(has["part"]),), has["whole"], False
    if used := _USED.match(bare):
        return (used["part"],), used["whole"], False
    if of := _OF_WHOLE.match(bare):
        return ("",), of["whole"], False
    takes = _TAKES.match(bare)
    part, whole = takes.group("part", "whole") if takes else (bare, "")
    part = part.rstrip("，,")
    for pattern in (_OF_INSIDE, _WITHIN, _AMONG) if takes else (_OF_INSIDE, _AMONG):
        within = None if whole else pattern.match(part)
        if within:
            part, whole = within.group("part", "whole")
    carried = _CARRIED_OUT.match(part) if whole in _BUDGETED else None
    if carried:
        part, whole = f"{carried['thing']}执行数", f"{carried['thing']}预算"
    if whole in OF_ACCOUNT and (sibling := OF_ACCOUNT[whole]) in part:
        head = part.rpartition(sibling)[0]
        part, whole = f"{head}{sibling}", f"{head}{whole}"
    if whole and (scoped := _SCOPED.match(part)):
        part = scoped["part"]
    whole = "" if re.fullmatch(f"(?:这|那)?(?:{INSIDE})的?", whole) else whole
    beside = None if whole or "、" in part else _BESIDE.match(part)
    if beside:
        part, whole = beside["part"], _MANY.sub("", beside["whole"])
    part, added = spelt_out(_TOGETHER.sub("", part).rstrip("的，,"))
    summed = added or bool(_TOGETHER.search(text))
    apart = summed or bool(re.search(r"各|分别", text))
    parts = several(_TOGETHER.sub("", part).rstrip("的提，,"), asked_apart=True) if apart else ()
    part = (
        _GROUND.sub(lambda one: f"{one['of'] or ''}{one['part']}", _THAT_PART.sub("", part).rstrip("的"))
        or part
    )
    part = _CIRCUMSTANCE.sub("", _THAT_PART.sub("", part)) or part
    whole = _ALL_OF_IT.sub("", re.sub(rf"{INSIDE}$", "", whole))
    if not parts and is_part(whole) and whole not in part and of_one_family(part, whole):
        whole = narrowed(part.replace("，", ""), whole)  # 规范性文件，制发的占现行有效的
    return (parts or (part,)), whole, summed and bool(parts)


def _bare(text: str) -> str:
    """The words without the question at their end: 的比重有多大, 各是百分之几."""
    previous = None
    while previous != text:
        previous = text
        for tail in _TAIL:
            text = tail.sub("", text)
    return text

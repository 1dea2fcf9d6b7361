"""The two sides of an account set beside each other in one form: 决算减去年初预算等于多少 and 决算数跟年初预算比变动了多少 as
决算比年初预算多多少. What is asked of 执行 is of the side that was spent."""

from __future__ import annotations

import re

from assistant.understand.units import UNIT

_ITS = "(?:它|其|他)?的?"
_BUDGET = rf"{_ITS}(?:年初|当初|全年|当年)的?(?:部门)?预算(?:安排)?(?:数|额|金额)?|{_ITS}预算(?:安排)?(?:数|额|金额)?"
_DONE = (
    r"(?:支出|收入)?决算(?:数|额|金额|支出)?|(?:最后|最终|全年|当年)*(?:实际(?:的?支出|执行|支付|花费|开支|花掉?|用掉?)|执行)"
    r"(?:数|额|金额)?"
)
_OF = r"[，,]?的?"
_WITH = r"[，,]?(?:跟|和|与|同|对照|对比|相比于?|相较于?|相对于?|比起|较之|比|较)"
_SIDE_BY = r"(?:相?比(?:较)?(?:之下|下来|起来)?|对比)?[，,]?(?:究竟|到底|总共|一共|要|是)?"
_MOVED = r"(?:增减|变动|变化|增加|减少|增|减|多|少|超出?|超支|偏差|偏离|浮动|节约|节省)"
_AMOUNT = rf"(?:多少(?!倍|成|个?百分|个?%)|几(?={UNIT})(?!倍|成|个?百分|个?%))"
_PERCENT = r"(?:百分之(?:几|多少)|(?:多少|几)个?%|百分比(?:是)?多少)"
_SAID = r"[，,]?(?:在?(?:部门)?(?:决算|预算)?(?:报告|说明|公开)(?:里|中|上)?(?:写|说|载明?|公布|披露|列|给出?|提到?)(?:明|出|到)?的)"

_APART = re.compile(
    rf"{_OF}(?P<done>{_DONE}){_WITH}(?:{_BUDGET}){_SIDE_BY}(?:{_MOVED})(?:额|量|值|数|金额)?[了出]?(?:是|为|有)?(?P<much>{_AMOUNT})"
)
_PLAIN = re.compile("的?(?:支出)?决算[数额]?比(?:年初|全年)?预算[数额]?[多少](?=多少)")
"""What is said in that form already."""
_LESS = re.compile(
    rf"{_OF}(?:(?P<first>{_DONE})减(?:去|掉)?(?:{_BUDGET})|(?P<budget>{_BUDGET})减(?:去|掉)?(?:{_DONE}))[，,]?"
    rf"(?:的?(?:差额?|结果|得数|差值))?(?:等于|是|为|得|有|剩)?(?P<much>{_AMOUNT})"
)
_IN_PERCENT = re.compile(
    rf"{_OF}(?:{_DONE}){_WITH}(?:{_BUDGET}){_SIDE_BY}的?(?:{_MOVED}|增长|下降|上升)"
    rf"(?:了?{_PERCENT}|的?(?:幅度|比例|比率|率|百分比)(?:是|为|有|达到?)?(?:{_PERCENT}|多大|多少))"
)
_CARRIED_OUT = re.compile(
    rf"(?<!公共)(?<!收入)(?<!基金){_OF}(?:年初|全年)?预算(?:最终|最后|总共|一共|实际|只)*(?:执行|完成|用|花)(?:到了?|掉?了|了)(?:{_PERCENT}|几成|多少(?=[？?。]?$))"
)
_SHARE_DONE = re.compile(
    rf"{_OF}(?:(?:{_DONE}){_SAID}?[，,]?(?:完成|占|达到?)|{_SAID}?[，,]?完成)了?(?:{_BUDGET})的?(?:比例|百分比|比重|比率)(?:是|为|有)?(?:{_PERCENT}|多少|多高|多大)"
)
_TAKES = re.compile(
    rf"[，,](?:如果|要是)?(?:用|拿)(?P<one>[一-鿿]{{2,14}}?)减(?:去|掉)?(?P<other>[一-鿿]{{2,14}}?)[，,]?(?:的?(?:差额?|结果|得数|差值))?(?:等于|是|为|得)(?P<much>{_AMOUNT})"
)
_GIVEN_TO = re.compile(
    r"给(?P<to>[一-鿿、]{2,30}?)(?:编制?|列|安排|批|定|核)(?:列|定|下来)?的(?=年初预算|预算)"
)
_NONE_PLANNED = re.compile(r"(?:在)?年初都?(?:没有?|未)(?:编制?|安排|列)(?:过)?(?:年初)?预算(?=[，,])")
_OVERSPENT = re.compile(rf"(?<![比算])(?:总共|一共|到底)?超支(?:了|出)?(?P<much>{_AMOUNT})")
_THEN_SPENT = re.compile(
    r"(?:的|在)?年初(?:安排|编|批|定)(?:列)?了?(?P<much>多少[^，,。；;？?]{0,4})[，,](?:最后|最终|全年|到底)*实际(?:支出|花|用|执行)(?:掉|出去)?了?(?=多少)"
)
_SIDE_LAST, _ANY_SIDE = re.compile("的?(?:年初预算|(?:支出)?决算)数?$"), re.compile("[预决]算")
_WHY_MORE = re.compile(
    rf"{_OF}(?:实际)?(?:花|用|支出)(?:得|的)?比(?:{_BUDGET})要?(?P<how>[多少])(?:了|出)?(?:很多|不少|一些|一截)?[，,]?(?:报告|决算|说明)?(?:里|中)?给?出?的?(?P<why>(?:主要)?(?:原因|理由))"
)


def side_by_side(text: str) -> str:
    """Given a question in simplified Chinese, return it with the two sides of an account that it sets beside each other in
    one form: 甲，决算减去年初预算等于多少 as 甲的决算比年初预算多多少."""
    text = _APART.sub(
        lambda said: said.group() if _PLAIN.match(said.group()) else f"的决算比年初预算多{said['much']}", text
    )
    text = _LESS.sub(_taken, text)
    text = _IN_PERCENT.sub("的决算比年初预算增长百分之几", text)
    text = _SHARE_DONE.sub("的决算占年初预算的百分之几", _CARRIED_OUT.sub("的决算占年初预算的百分之几", text))
    text = _TAKES.sub(r"，\g<one>比\g<other>多\g<much>", text)
    text = _THEN_SPENT.sub(
        r"的年初预算是\g<much>，决算是", _OVERSPENT.sub(r"的决算比年初预算多\g<much>", text)
    )
    text = _WHY_MORE.sub(_reason, text)
    return _NONE_PLANNED.sub("", _GIVEN_TO.sub(r"\g<to>的", text))


def of_one_side(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Given the things that a question joins, return them with the side of the account that it says once, after the last of
    them: 甲和乙的年初预算 is of that of both."""
    side = _SIDE_LAST.search(parts[-1]) if len(parts) > 1 else None
    if side is None or any(_ANY_SIDE.search(part) for part in parts[:-1]):
        return parts
    return tuple(f"{part}{side.group()}" for part in parts[:-1]) + parts[-1:]


def _taken(said: re.Match[str]) -> str:
    after, before = ("年初预算", "决算") if said["budget"] else ("决算", "年初预算")
    return f"的{after}比{before}多{said['much']}"


def _reason(said: re.Match[str]) -> str:
    return f"的决算数{'大' if said['how'] == '多' else '小'}于预算数的原因"

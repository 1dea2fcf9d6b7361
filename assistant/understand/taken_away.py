"""Questions for what is left of a whole when parts of it are named and taken away: 除了甲和乙还有多少, 扣除甲，其余多少."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understand.joined import INSIDE, several
from assistant.understand.periods import MARK

_TAKE = r"(?:扣掉|扣除|扣去|除去|除开|除掉|减去|减掉|刨去|刨掉|刨除|刨开|去掉|去除|剔除|撇开|抛开|不算|不计|不含)了?"
_BESIDES = r"除了?(?![去开掉息外税])"
_OUT = r"(?:以外|之外|除外|不算|的话|外|后|的)*"
_PART = r"(?P<part>[^，,。；;？?]{2,}?)"
_OTHERS = r"(?:其余|其他|其它|剩下|剩余|余下)的?(?:各?[类项种]|部分)?的?(?:支出|收入|资金|金额)?"
_SUM = r"(?:总共|一共|合计|共计|总计|共|[合加]起来)*"
_IS = r"(?:是|有|为|空|占|达到?)?(?:的|了|着)?"
_MANY = r"(?:多少|几)[^，,。；;？?没未不用由来被]{0,5}(?:没有?(?:使?用|花|付|动)(?:完|掉|出去)?)?$"
_LEFT = rf"(?:(?:{_OTHERS})?(?:还|仍)(?:剩下?|余下?|有|是|空)?的?|剩下?|余下?|{_OTHERS}){_SUM}{_IS}{_MANY}"
"""It says that the rest is asked for: 还有多少, 其余各类一共多少."""
_ASKED = rf"(?:{_LEFT}|{_SUM}{_IS}{_MANY})"
_WHOLE = r"(?P<whole>[^，,]{2,}?)"
_NOT_COUNTED = r"(?:都|也|的|可)*(?:不算|不计|不含|不包括|不包含|除外|不要)(?:在内|进去|进来|进|入)?"
_AS_RESULT = rf"(?:[^，,]{{1,8}}的)?{_ASKED}"
"""What is left, said by what it is: 有结果的是几件."""
_FORMS = (
    ("less", rf"{_WHOLE}(?:{INSIDE})?[，,]?{_TAKE}{_PART}{_OUT}[，,]?(?P<left>{_LEFT})"),
    ("less", rf"{_TAKE}{_PART}{_OUT}[，,]{_WHOLE}(?P<left>{_LEFT})"),
    ("besides", rf"{_WHOLE}(?:{INSIDE})?[，,]?{_BESIDES}{_PART}{_OUT}[，,]?(?P<left>{_LEFT})"),
    ("besides", rf"{_BESIDES}{_PART}{_OUT}[，,]{_WHOLE}(?P<left>{_LEFT})"),
    ("besides", rf"{_WHOLE}(?:{INSIDE})[，,]?(?:不是|并非|不属于){_PART}的(?P<left>{_ASKED})"),
    ("less", rf"{_WHOLE}(?P<left>{_SUM}{_IS}(?:多少|几)[^，,。；;？?（(没未不用由来被]{{0,5}})(?:[，,]?[（(]|[，,]){_PART}{_NOT_COUNTED}[)）]?$"),
    ("less", rf"{_WHOLE}(?:{INSIDE})?[，,]?[把将]{_PART}(?:都|全|也)?{_TAKE}[，,](?P<left>{_AS_RESULT})"),
    ("less", rf"{_WHOLE}{INSIDE}[，,]?(?:除了?)?{_PART}(?:以外|之外|除外)的?(?:部分|收入|支出)?(?:还)?(?P<left>{_ASKED})"),
)  # fmt: skip
_NO = "够不上|算不上|达不到|没达到|没到|不到|不是|并非|不属于|不算"
_NEITHER = re.compile(
    rf"[，,]?(?:{INSIDE})?[，,]?既(?:{_NO})(?P<one>[^，,、。；;？?]{{2,10}}?)的?[、，,]?(?:也|又|更|还)(?:{_NO})(?P<other>[^，,、。；;？?]{{2,10}}?)的"
    rf"{_SUM}(?:还)?(?:有|是)?(?=多少|几)"
)
"""What is neither the one nor the other is what is left without both."""
_COMPILED = tuple((how, re.compile(rf"^[{MARK}，,的\s]*{form}")) for how, form in _FORMS)
_REST = re.compile("剩|余|其他|其它")
"""Said of what is left, it says that what is taken away is a part."""
_SPEAKS_OF_IT = re.compile(
    rf"(?:{_TAKE}|{_BESIDES})[^，,。；;？?]{{2,}}.*(?:还(?:剩下?|余下?|有)|剩下?|余下?|{_OTHERS}){_SUM}{_IS}(?:多少|几)"
)
_THE_PART = re.compile(r"(?:的?[那这]一?|这)?(?:大类|部分|块儿?|(?<![事款奖选专])项|头|方面)$|[的后]+$")
_DENIED = re.compile("^(?:还|仍|尚)?(?:没|未)")
_DONE_ALREADY = re.compile(
    r"^(?:已经?|都)(?:经)?[^，,的已]{1,6}的(?=[^，,]{2})|(?:当中|之中|里面|里头|里|中)?(?:已经?|都)(?:经)?[^，,的已]{1,6}的(?=$|案|申请|件)(?:案子|案件)?"
)
"""What is not taken away, beside what is, said of the whole: 已经有结果的案子，没审结的不算."""


@dataclass(frozen=True, slots=True)
class TakenAway:
    """The whole and its parts in the words of the question; "" and () where it takes something away in another form.
    Whether it says only that they are left aside (除了…还有), so that they may be no parts."""

    whole: str
    parts: tuple[str, ...]
    besides: bool


def taken_away(text: str) -> TakenAway | None:
    """Given the words of a question, return what it takes away of what: 注销登记，扣掉简易注销的还剩几户. None where it takes
    nothing away."""
    text = _NEITHER.sub(r"，除去\g<one>和\g<other>还有", text)
    for how, form in _COMPILED:
        if match := form.match(text):
            part = _THE_PART.sub("", match["part"]) or match["part"]
            parts = several(part.replace(MARK, ""), asked_apart=True) or (part,)
            besides = how == "besides" and not _REST.search(match["left"])
            whole = _DONE_ALREADY.sub("", match["whole"]) if _DENIED.match(part) else match["whole"]
            return TakenAway(whole or match["whole"], parts, besides)
    return TakenAway("", (), True) if _SPEAKS_OF_IT.search(text) else None

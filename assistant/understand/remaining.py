"""Questions for what is left: 立的案还剩几件没办结, 编制还空着几个."""

from __future__ import annotations

import re

from assistant.understand.periods import MARK
from assistant.understand.units import UNIT

EMPTY = "空"
"""What stands for the done thing where seats are asked for that nobody has: beds without guests, posts without staff."""
_HOW_MANY = rf"(?:还|现在|仍|尚)*(?:有|剩下?|余下?|差|欠)?(?:着|了)?(?:多少|几)个?(?:{UNIT}|钱)?"
_NOT = r"(?:(?:还|仍|尚)?(?:没有?(?!人)|未)(?:能|被|有|得到)?|不是|并非|不属于)"
_BY_THEN = rf"[，,{MARK}]*(?:到|截[至止]|截至到)?(?:年底|年末|月底|目前|现在|最后|最终|当年)?[，,{MARK}]*"
_LEFT = (
    re.compile(
        rf"^(?P<whole>.{{2,}}?){_BY_THEN}{_HOW_MANY}(?:是)?{_NOT}(?P<done>[^，,。？?没未]{{1,12}}?)的?$"
    ),
    re.compile(
        rf"(?:^[{MARK}，,\s]*|还(?:有|剩下?)){_HOW_MANY}(?P<whole>[^，,。？?没未]{{2,}}?){_NOT}(?P<done>[^，,。？?没未]{{1,8}}?)的?$"
    ),
    re.compile(
        rf"{_NOT}(?P<done>[^，,。？?没未的]{{1,8}})的(?P<whole>[^，,。？?没未的]{{2,}}?){_BY_THEN}还(?:有|剩下?)(?:多少|几)"
    ),
)
_TIME = re.compile("到|截[至止]|[去今本当上]年|年[底末初]|月底|目前|现在|还|有|多少|钱|的")
_SEATS = "编制|床位|学位|车位|泊位|席位"
_VACANT = (
    re.compile(
        rf"(?P<whole>[^，,。？?{MARK}]*(?:{_SEATS}))[^，,。？?]{{0,2}}?[，,]?(?:[^，,。]{{0,10}}[，,])?(?:还|现在|目前)?(?:空着?|空余|空缺|闲置)(?:着|了|出)?(?:多少|几)"
    ),
    re.compile(
        rf"(?:还|现在|目前)?(?:空着?|空余|空缺|闲置)(?:着|了)?(?:多少|几)个?(?:{UNIT})?(?P<whole>[^，,。？?{MARK}]*?(?:{_SEATS}))"
    ),
)


def remaining(text: str) -> tuple[str, str] | None:
    """Given the words of a question, return the whole and what is done with the part of it that is not left (立的案, 办结),
    or EMPTY for vacant seats. None where it does not ask for what is left."""
    for pattern in _VACANT:
        if match := pattern.search(text):
            return match["whole"], EMPTY
    matches = (pattern.search(text) for pattern in _LEFT)
    return next(
        ((match["whole"], match["done"]) for match in matches if match and _names(match["whole"])), None
    )


def _names(whole: str) -> bool:
    """Whether the words for a whole name anything but a time."""
    return bool(re.search("[\u4e00-\u9fff]{2}", _TIME.sub("", whole)))

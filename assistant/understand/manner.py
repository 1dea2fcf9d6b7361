"""In what form a question wants its answer: 保留一位小数, 用百分数回答, 两个数都要. It measures nothing."""

from __future__ import annotations

import re

from assistant.understand.numerals import number
from assistant.understand.units import UNIT

_DONE = r"(?:即可|就行|就好|就可以|就够了|便可|吧|可以)?了?"
_DIGITS = r"(?P<digits>[一两二三四1-4])"
_PLACES = re.compile(
    rf"(?:请|并|且|结果|数字|再)*(?:四舍五入)?(?:只?(?:保留|精确|取|算|准确|留|四舍五入)(?:到|至)?)?(?:"
    rf"小数点?(?:以?后)(?:面)?第?{_DIGITS}位(?:小数)?|(?<![第前后百])(?P<before>[一两二三四1-4])位小数)(?:的百分[比数])?{_DONE}"
)
_WHOLE = re.compile(
    rf"(?:请|并|且|结果|数字|再)*(?:四舍五入)?[，,]?(?:(?:保留|精确|取|算|准确|四舍五入)(?:到|至)?(?:个位数?|整数?位?)|取整数?|取个整|凑整){_DONE}"
)
_ROUNDED = re.compile(rf"(?:请|结果|数字)*四舍五入{_DONE}")
_FORM = re.compile(
    r"(?:请|麻烦|要|最好)*(?:您|你)?(?:给|用|以|按|写成|换算成|折成|写|报)(?:我|出)?(?:一?个)?(?:具体的?)?百分(?:数|比)(?:的形式)?(?:来)?"
    rf"(?:表示|回答|作答|表达|答复|说)?{_DONE}|"
    r"(?:这|那)?(?:[两二三四五六]|\d)(?:个|项|样|者|组)(?:数字?|数据|数值|值|比例|结果)?都(?:要|给我|告诉我|列出来?|报一下|说一下|算上)|都给我|都列出来|"
    r"(?:请)?按(?:照)?(?:这个|这一|上面的?|上述|所列|以上|提到的?|时间|年份)?(?:先后)?的?顺序(?:列出来?|给我|给出|排列|说)?|按先后(?:给我|列出来?|说)?"
)
_BOUND = re.compile(
    r"(?:有没有|是否|是不是|有无)?(?:已经?)?(?:超过|达到|突破|高于|低于|少于|多于|不到|不足|[超够满])了?\d[\d,.]*[万亿]?"
    rf"(?P<unit>{UNIT})(?:以上)?了?(?:[吗么嘛]|没有?)?(?=[?？，,。；;]|$)"
)
"""Whether something is more than so many: what it is answers that, and shows by how much."""
_START = r"(?:^|(?<=[，,。；;？?！!（(\s]))"
_END = r"(?=$|[，,。；;？?！!）)\s])"
_CLAUSES = [
    re.compile(rf"[，,。；;、\s]*[（(]?{_START}(?:{one.pattern}){_END}[）)]?")
    for one in (_PLACES, _WHOLE, _ROUNDED, _FORM)
]


def plainly(text: str) -> tuple[str, int | None]:
    """Given a question in simplified Chinese, return it without the clauses that only say in what form its answer
    is wanted, and the decimal places they ask for; None where they ask for none."""
    text = _BOUND.sub(r"有多少\g<unit>", text)
    places: int | None = None
    for kind, clause in enumerate(_CLAUSES):
        for match in clause.finditer(text):
            if kind == 0:
                places = number(match.group("digits") or match.group("before"))
            elif kind == 1:
                places = 0
        text = clause.sub("", text)
    return text, places

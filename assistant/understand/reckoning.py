"""Questions that say that a year is to be worked out from the one after it: 按2026年的数倒推，2025年是多少."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query
from assistant.understand.units import UNIT

_BACK = re.compile(
    r"(?:(?P<open>[，,])?(?:再?按照?|照着?|根据|依据|用|拿|凭)(?:这份|该|本|它的?)?(?:报告|年报|总结)?(?:里|中|上)?(?:面)?(?:给出?|说|写|提供|公布|讲)?的?这?个?(?:同比)?(?:增速|增幅|增长率|涨幅|降幅|增减)来?)?"
    r"(?:部门|单位)?(?:政府)?(?:工作)?(?:预算|决算|报告|年报|总结)?的?(?:说法|口径|数据?|情况|说明)?来?"
    r"(?:倒推|反推|推算|往回算|往前推算?|倒算|回推|倒着算)(?:回去|一下|出来?)?(?P<comma>[，,]?)"
)
_BY_CHANGE = re.compile(
    r"[？?。，,；;](?:请|麻烦)?(?:你|您)?(?:按照?|根据|依据|用|拿)(?:20\d\d年度?)?(?:的|部门)?(?:决算|预算|报告|年报|总结|说明)*(?:里|中|上)?"
    r"(?:公布|披露|写|说|给出?|列|提供|讲)?(?:出|明)?的?(?:同比)?(?:(?:同比)?(?:增减|增加|减少|变动|变化)(?:额|数|量|情况)?|(?:同比)?(?:增|涨|降|跌|减)幅|增速|增长率|下降率|增减率)来?(?:推算|倒推|反推|计算|倒算|算)(?:一下|出来?)?[。]?$"
)
"""Said at the end: 请按2025年度决算公布的增减额算."""
_OF_LATER = re.compile(r"20\d\d年度?[，,](?=(?:它|其)?的?20\d\d年)")
_BY = re.compile(r"^(?:按照?|根据|依据|依|由|用|照)(?=.*\d{4}年)")
_WITH_GROWTH = re.compile(r"[和与及跟](?:它的)?(?:同比)?(?:增速|增长率|增幅|增长情况|降幅|增减)")
_SOURCE = re.compile(
    r"(?<=\d{4}年)度?(?:部门|单位)?(?:政府)?(?:工作)?(?:决算|预算|报告|年报|总结)(?:[里中上]面?)?(?:(?:给出?|说|写|提供|公布|披露|讲)?的?(?:同比)?(?:增速|[增涨降跌]幅|增长率|数据?|情况))?[，,](?:它的?|其)?"
)
_GIVEN = re.compile(
    rf"20\d\d年(?P<verb>[一-鿿]{{0,4}}?)(?:了|是|为|有|达到?)?\d[\d,.]*[百千]?[万亿]*(?:{UNIT})(?=[，,。；;])"
)
"""What the later year came to, as the question says itself: 2025年成交996亿元."""
_ABOUT = re.compile(r"(?:大约|大概|约|差不多)(?=是|有|为|多少)")


def without_reckoning(text: str) -> str:
    """Given a question in simplified Chinese, return it without the words that say how a year is to be worked out; the
    question as it is where it does not say so."""
    if by := _BY_CHANGE.search(text):
        return text[: by.start()]
    back = _BACK.search(text)
    if back is None:
        return text
    comma = back["open"] or back["comma"]
    bare = _GIVEN.sub(r"\g<verb>", text[: back.start()] + comma) + text[back.end() :]
    return _ABOUT.sub("", _WITH_GROWTH.sub("", _OF_LATER.sub("", _SOURCE.sub("，", _BY.sub("", bare)))))


def reckoned_back(query: Query) -> Query:
    """Given the query of such a question, return it as one for the earliest year that it names."""
    years = query.years[:1]
    return replace(query, years=years, operation="value", over="", against_last=False, reckoned=bool(years))

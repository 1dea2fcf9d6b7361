"""What a question asks in some words is told only by a text that has others: 哪些产品没合格 by 不合格, 评估结果怎样 by 评估."""

from __future__ import annotations

import re

from assistant.quote.focus import FIRM
from assistant.words.demands import has_all, pair
from assistant.words.terms import ALIKE, explained

_PAIRS = tuple(
    pair(asked, told)
    for asked, told in (
        (
            "(?:不|没有?|未)能?(?:合格|达标|过关|通过|及格)",
            "不合格|不达标|不符合|[未没]有?能?(?:达|通过|过关)|超标|问题(?:食品|产品|商品)",
        ),
        (
            "哪(?:些|几|一?[个种批]).*(?:不|没有?|未)(?:合格|达标|过关)",
            r"(?:不合格|不达标|不符合|超标|[未没]有?通?过关?|问题(?:食品|产品|商品))(?![^，,。；;、]{0,6}\d)",
        ),  # 不合格26批次 does not say which
        ("排除在外|除外|不包括|不适用", "不涉及|除[^，,。；;]{1,40}外|排除|不包括|不含|不纳入|不适用|以外"),
        (
            "(?:重点|关键|核心)(?:领域|方面|环节)(?:都|分别|主要|具体)?(?:是|有|包括)",
            "(?:重点|关键|核心)[^，,。；;]{0,6}(?:领域|方面|环节|内容)|聚焦|围绕|突出|紧盯",
        ),
    )
)
_RESULT = re.compile(
    "(?P<of>评估|考核|测评|评价|评议|检查|抽检|抽查|检测|监测|调查|审计|考评|验收)的?(?:最终|最后)?结果(?:怎|如何|咋|是|好)"
)
_COUNTED = re.compile(r"\d+(?:余|多)?[个家所座条名]的?[一-鿿]{1,4}")
"""Things that are counted, which names none: 走进23所中小学."""
_WHOM = r"(?:[\w'’-]+\s+){0,3}?"
_HEAD = r"(?=\s+(?:is|are|was|were|do|does|did|has|have|had|will|can|of|in|on|at|to|by|for|got|won|took|[a-z]+ed|acts?|runs?|made|makes?|gives?|gave|holds?|held|[A-Z])\b|\s*[?,]|$)"
_ENGLISH = tuple(
    pair(rf"\b(?:which|what)\s+{_WHOM}(?:{asked})\b{_HEAD}", told, re.IGNORECASE)
    for asked, told in (
        (r"law firms?", "律师事务所|律所"),
        (r"(?<!law )(?:compan(?:y|ies)|firms?|enterprises?)", FIRM),
        (r"(?:polic(?:y|ies)|official|government) (?:documents?|papers?)|regulations|documents", "《"),
        (r"hospitals?|clinics?", "医院|卫生院|诊所"),
        (r"(?:primary |middle |high )?schools?", "[一-鿿]{2}(?:学校|小学|中学|幼儿园)"),
        (r"universit(?:y|ies)|colleges?", "大学|学院"),
        (r"banks?", "银行"),
        (r"(?:cultural |green |economic )?belts?", "带(?![来动头领着给有])"),
        (r"rivers?|waterways?|canals?", "[河江渠]|航道|水道"),
        (r"lakes?|reservoirs?|(?:swimming )?pools?", "[湖池]|水库|泳馆"),
        (r"(?:cultural |music |film )?festivals?", "节"),
        (r"bridges?", "桥"),
        (r"museums?", "馆"),
        (r"airports?", "机场"),
        (r"villages?", "村"),
        (r"streets?|roads?", "[路街巷道]"),
    )
)


def told(question: str, text: str) -> bool:
    """Given a question in simplified Chinese or English and a text with its headings, return whether the text has what the
    words of the question must be told by."""
    if not (has_all(_PAIRS, question, text) and has_all(_ENGLISH, question, _COUNTED.sub(" ", text))):
        return False
    result = _RESULT.search(question)
    return result is None or explained(result["of"], text) >= ALIKE

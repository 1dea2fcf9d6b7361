"""What a question says of reaching a target, which names nothing: 给2023年定的…目标，要在2022年的基础上再涨多少才够得着."""

from __future__ import annotations

import re

from assistant.understand.periods import MARK
from assistant.understand.units import UNIT

_WORDS = (
    (rf"(?:给|为){MARK}(?:全年)?(?:定|设|设定|制定|提出|安排)(?:下|好)?了?的?", MARK),
    (rf"[，,]?(?:要|需要?|得|还得)?(?:在|从){MARK}的?基础之?上(?:要|得|还|再)*", MARK),
    (
        r"才(?:够得[着到]|能?(?:够|达到|完成|实现|达标|达成)(?:得了|目标)?|行|够)(?=$|[，,。?？啊呀呢吗])",
        "",
    ),
    (r"[，,]?(?:个数|数量|金额)?(?:是|到底是)?[增多升涨](?:了)?还?是[减少降跌](?:了)?[，,、]?", ""),
    (
        rf"(?:办|搞|开|做)?的?[那这](?:[一二两三四五六七八九]?[十百]|\d{{1,4}})[一二三四五六七八九来多余几]*(?:{UNIT})(?=[\u4e00-\u9fff]{{2}})",
        "",
    ),
    (rf"批给{MARK}?的", "获批的"),
    (r"(?:已经?)?付(?:出去|掉)了?(?=的|$)", "已支付"),
    (r"[，,]账(?:上|面上?)(?=还|剩)", "，"),
    (r"自己(?=牵头|负责|承担|主办|组织)", ""),
    (r"的[那这]些(?=占)", "的"),
    (r"做下来的", "完成的"),
    (r"的(?:总)?盘子(?=[，,。跟和与比]|$)", ""),
    (rf"(?<=[{MARK}一-鿿])(?:自己)?(?:想|打算|准备|计划)(?:在|于)(?={MARK})", "计划"),
)
_TARGET = re.compile("目标|预期(?!寿命)|计划(?!生育)")
_REALLY = re.compile(rf"(?<={MARK})的?实际(?:完成)?(?:数|值|情况)?(?=[高低多少增减涨降上下差相]|$)")
"""What was, against what is aimed at."""
_COMPILED = tuple((re.compile(pattern), instead) for pattern, instead in _WORDS)


def without_reaching(rest: str) -> str:
    """Given a question in which years and names are marked, return it without the words that say how a target stands to
    what was, or what becomes of a number."""
    rest = _REALLY.sub("", rest) if _TARGET.search(rest) else rest
    for pattern, instead in _COMPILED:
        rest = pattern.sub(instead, rest)
    return rest

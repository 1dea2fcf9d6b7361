"""Whether a share is above or below some fraction (是不是超过六成？占一半以上吗): the share itself answers that, and the
fraction names nothing."""

from __future__ import annotations

import re

_DIGIT = r"[一二两三四五六七八九十]"
_FRACTION = rf"(?:(?:{_DIGIT}|\d)成半?|百分之(?:{_DIGIT}{{1,3}}|\d[\d.]*)|\d[\d.]*%|{_DIGIT}分之{_DIGIT}|一大?半|半数|过半|半)"
_WHETHER = r"(?:是不是|是否|有没有|有无|到底|究竟|真的?|确实|已经?|都|是|有|也)*"
_BEYOND = r"(?:超过|超出|达到|突破|高于|低于|少于|多于|不到|不足|占到?了?|达|够|过|超)?(?:了|全部的?)?"
_BOUND = re.compile(
    rf"[，,]?(?:{_WHETHER}{_BEYOND}{_FRACTION}(?:还多)?(?:以上|以下)?了?(?:[吗么嘛呢]|没有?)?)(?=[?？，,。；;]|$)"
)
_ASKS = re.compile(
    r"[\s?？，,。；;]*(?:请|那么?)?(?:实际上?|具体|到底|究竟|准确|真正|给出|说出|算出|写出)*的?"
    r"(?:(?:所?占的?|是|为|达到?|约|大约|有|的)*(?:百分之(?:多少|几)|多少%|几成|百分(?:比|数))|(?:所?占|占比|比例|比重|份额)(?:是|为|有|的|约|达)*(?:多少|几成?|多大|多高|百分之(?:多少|几))?(?:的?比例|的?比重)?|(?:是|为|有|数字是)?多少)"
    r"[\s?？。，,]*$"
)
_TAKES = re.compile(r"占(?!比|用|地|道|压)(?=[^，,。？?；;]+$)")
_IS_SHARE = re.compile(r"(?:率|增速|增幅|降幅|占比|比例|比重|份额)(?:是|为|有)?$")
_GREW = re.compile(r"(?:增长|增加|下降|减少|上升|提高|降低|回落|上涨)了?$")


def without_bound(text: str) -> str:
    """Given a question in simplified Chinese, return it with the plain question for the share in the place of the one whether
    it is above or below some fraction; as it is where that asks for no share."""
    for bound in _BOUND.finditer(text):
        before, after = text[: bound.start()], text[bound.end() :]
        asks = _ASKS.fullmatch(after)
        if _GREW.search(before) or not re.search(r"[\u4e00-\u9fff]", before):
            continue
        if asks and _IS_SHARE.search(before):
            return f"{before}是多少？"
        if _TAKES.search(before) and (asks or not after.strip("？?。，, ")):
            return f"{before}百分之几？"
        if asks or ("占" in bound.group() and not after.strip("？?。，, ")):
            return f"{before}占百分之几？"
    return text

"""A number that a question claims, to be confirmed or not: 是396件吗, 有没有到400件, 突破5万亿了吗. The question is read as one for
what it is in truth, and the claim is judged by that."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.query import Claim, Comparison
from assistant.understand.bounds import without_bound
from assistant.understand.numerals import number
from assistant.understand.units import UNIT

_WHETHER = r"(?:有没有|有无|是不是|是否|会不会|真的?|确实|究竟|到底)"
_FILLER = r"(?:已经?|也|都|就|总共|一共|共|正好|刚好|恰好|真的|确实|大概|大约|约|差不多)*"
_HOWS: tuple[tuple[Comparison, str], ...] = (
    ("most", "不超过|没有?超过|未超过|不高于|不多于"),
    ("under", "不到|不足|不满|低于|少于|小于|没有?到|未到|没有?达到|未达到?"),
    ("least", "不低于|不少于|达到|达|到|够|满"),
    ("over", "超过|超出|突破|高于|多于|大于|超|过"),
    ("is", "只有|只是|就是|是|为|有|等于"),
)
_HOW = "|".join(f"(?P<{name}>{words})" for name, words in _HOWS)
_VERB = r"(?:增长|增加|增多|多|少|高|低|减少|下降|上升|提高|降低|回落|上涨|涨|降)(?:出|了|到)?"
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十](?=倍))(?P<orders>[十百千]?[万亿]{0,2})"
_END = r"(?:[吗么嘛]|对吗|对不对|对么|是吗|是不是|没有?)"
_CLAIM = re.compile(
    rf"[，,]?(?P<whether>{_WHETHER})?{_FILLER}(?P<verb>{_VERB})?(?:{_HOW})?了?{_FILLER}{_NUMBER}"
    rf"(?P<unit>个?百分点|%|倍|{UNIT})?(?P<bound>以上|以下)?了?[，,]?(?P<end>{_END})?(?=[?？，,。；;]|$)"
)
_ASKS = re.compile("多少|几(?![乎])|哪|什么")
_FRACTION = re.compile(
    r"(?:(?P<tenths>[一二两三四五六七八九]|\d)成(?P<half>半)?|百分之(?P<percent>[一二三四五六七八九十百]{1,4}|\d[\d.]*)|(?P<all>(?<!另)一半|半数|过半))"
)
_RATE = re.compile(r"(?:率|增速|增幅|降幅|占比|比例|比重|份额|满意度|覆盖面)的?$")
_BOUNDS: dict[str, Comparison] = {"以上": "least", "以下": "most"}


def claimed(text: str) -> tuple[str, Claim | None]:
    """Given a question in simplified Chinese, return it as one for the number that it claims, and the claim; as it is and
    None where it claims none, or asks for a number too."""
    plain = without_bound(text)
    if plain != text:
        return plain, _of_share(text)
    found = _CLAIM.search(text)
    if found is None or not (found["whether"] or found["end"]) or _ASKS.search(text):
        return text, None
    before, after = text[: found.start()], text[found.end() :]
    how = next((name for name, _ in _HOWS if found[name]), None)
    multiple = found["unit"] == "倍"
    bare = how is None and not (found["verb"] or found["whether"] or multiple)
    if bare or not re.search("[\u4e00-\u9fff]", before):
        return text, None
    unit = found["unit"] or ""
    said = found["number"].replace(",", "")
    value = Decimal(said) if said[0].isdigit() else Decimal(number(said))
    claim = Claim(_BOUNDS.get(found["bound"] or "", how or "is"), value, f"{found['orders']}{unit}")
    return f"{before}{_asked(before, found['verb'] or '', unit)}{after}", claim


def _of_share(text: str) -> Claim | None:
    """What a question claims of a share: 是不是超过六成, 占一半以上吗."""
    found = _FRACTION.search(text)
    if found is None:
        return None
    said = text[: found.start()]
    hows = (name for name, words in _HOWS if re.search(f"(?:{words})了?$", said))
    how: Comparison = next(hows, "is")
    if found["all"] == "过半":
        how = "over"
    elif how == "is" and text.startswith("以上", found.end()):
        how = "least"
    return None if how == "is" else Claim(how, _percent(found), "%")


def _percent(found: re.Match[str]) -> Decimal:
    if tenths := found["tenths"]:
        return Decimal(number(tenths) * 10 + (5 if found["half"] else 0))
    if percent := found["percent"]:
        return Decimal(percent) if percent[0].isdigit() else Decimal(number(percent))
    return Decimal(50)


def _asked(before: str, verb: str, unit: str) -> str:
    """The plain question in the place of the claim."""
    if verb:
        return f"{verb}{'百分之多少' if unit == '%' else f'多少{unit}'}"
    if unit == "%":
        return "是多少" if _RATE.search(before) else "百分之多少"
    if unit == "倍":
        return "的多少倍" if not before.endswith("的") else "多少倍"
    return f"有多少{unit}" if unit else "是多少"

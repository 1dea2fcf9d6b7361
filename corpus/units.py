"""The grammar of units: a measure word or a unit of money, size or rate, with a magnitude before it.

`unit_at` reads the unit after a number; `base_unit` says what two units share, so that 万元 and 元 compare.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from corpus.language.numerals import fold, magnitude

# The language's classifiers for countable things, each alone or with 次/件/套 after it (人次, 台件, 台套).
_CLASSIFIERS = (
    "个件条项篇份次人名位家户起宗例场期批种类套台辆部本册页张幅块处座栋幢所间只头株棵支枚艘架列节门股"
    "笔桩封通则款档轮趟班组队对片袋瓶桶箱卷箱亩岁句声首宗届盏扇根盘颗尾眼顶剂盒羽床"
)
_COUNTS = (
    "个工作日|个百分点|个(?:航次|车次|班次|课时|学时|标准箱|标箱)|百分点|个月|个小时|工作日|大类|小类|中类|大项|小项|子项|课时|学时|人日|标准箱|标箱|车次|航次|人份|"
    rf"[{_CLASSIFIERS}](?:[(（][{_CLASSIFIERS}][)）]|[次件套户](?![{_CLASSIFIERS}]))?"
)
_MONEY = "元人民币|美元|欧元|港元|日元|英镑|新台币|元|角(?!度|色|落)"
_SIZES = (
    "平方公里|平方千米|平方米|平方|立方米|立方|公里|千米|厘米|毫米|海里|米|公顷|"
    "吨|公斤|千克|毫克|微克|克|斤|升|毫升|千瓦时|兆瓦时|兆瓦|千瓦|千伏安|千伏|摄氏度|℃|"
    "小时|分钟|秒(?!杀|回|批)|天|km2|km²|km|㎡|m2|m²|kg|mg|GB|TB|MB|PB|PFlops|EFlops|PF(?![a-z])|EF(?![a-z])"
)
_RATIOS = "%|‰|倍|[成分](?=以上|左右|[，。；、(（]|$)"
_ONE = f"{_COUNTS}|{_MONEY}|{_SIZES}|{_RATIOS}"
_MAGNITUDE = "万亿|[十百千]?[万亿]|千|百"
_PER = rf"/(?:{_ONE})|每(?:立方米|平方米|平方公里|公顷|升)"
_UNIT = re.compile(rf"(?:{_ONE})(?:{_PER})?", re.IGNORECASE)
_NAMED = re.compile(rf"({_MAGNITUDE})?((?:{_ONE})(?:{_PER})?)", re.IGNORECASE)

# A classifier that begins another word ("3部门", "2组织") is no unit; these words are the common ones.
_WORDS = re.compile(
    "部门|部委|组织|类型|台[北中南海胞商企资青]|本[级地年部区市县局]|家庭|门户|台湾|股份|股东|条例|人[民大员才均]|所在|名单|点|届|颗粒|尾[号气矿水]|眼[镜科]|顶[级层岗端尖]|剂[量型]|羽[毛绒]|床[位铺上]"
)

_ALIASES = {
    "千米": "公里", "km": "公里", "㎡": "平方米", "m2": "平方米", "m²": "平方米", "平方千米": "平方公里",
    "km2": "平方公里", "km²": "平方公里", "kg": "公斤", "千克": "公斤", "个百分点": "百分点",
    "个工作日": "工作日", "元人民币": "元", "立方": "立方米",
    "平方": "平方米", "个小时": "小时", "名": "人", "位": "人", "场次": "场", "批次": "批",
    "个航次": "航次", "个车次": "车次", "个班次": "班次", "个课时": "课时", "个学时": "学时", "个标准箱": "标准箱", "个标箱": "标箱",
}  # fmt: skip
_FACTORS = {
    "公里": (1000, "米"), "吨": (1000, "公斤"), "公顷": (10000, "平方米"), "平方公里": (1000000, "平方米"),
    "兆瓦": (1000, "千瓦"), "兆瓦时": (1000, "千瓦时"),
}  # fmt: skip


def unit_at(text: str, start: int) -> str | None:
    """Given folded text and the place after a number and its magnitude, return the unit written there."""
    match = _UNIT.match(text, start)
    if match is None or _WORDS.match(text, start):
        return None
    return match.group()


def unit_named(text: str) -> str | None:
    """Given the text of a label's bracket or a table's unit line ("单位：万元", "件"), return the unit, or
    None where the text is not just a unit."""
    words = re.sub(r"\s|^(?:金额|计量|数量)?单位[:：为]?", "", fold(text)).removeprefix("人民币")
    words = words.removesuffix("人民币") if words != "元人民币" else words
    return words if _NAMED.fullmatch(words) else None


def divisible(unit: str) -> bool:
    """Given a unit, return whether half of one makes sense: of money and rates, not of files or people."""
    name = re.sub(rf"^(?:{_MAGNITUDE})", "", unit)
    return (
        keeps_magnitude(name)
        or re.match(rf"{_RATIOS}|个?百分点|岁|亩|分$|[人工]日|个?工作日|个月|.*/", unit) is not None
    )


def is_rate(unit: str) -> bool:
    """Given a unit, return whether it is one of shares or multiples: %, 成, 倍."""
    return re.match(rf"(?:{_RATIOS})", unit) is not None


def thing(unit: str) -> str:
    """Given a unit, return what it counts, without orders of magnitude: 万件 -> 件."""
    match = _NAMED.fullmatch(fold(unit))
    return match.group(2) if match else unit


def keeps_magnitude(unit: str) -> bool:
    """Given a unit without magnitude, return whether reports write any magnitude into it (百万元, 千吨); of counted
    things (3百件) all but 万 and 亿 belong to the number."""
    return re.match(rf"(?:{_MONEY}|{_SIZES})", unit, re.IGNORECASE) is not None or unit.startswith("亩")


@lru_cache(maxsize=4096)
def base_unit(unit: str) -> tuple[Decimal, str]:
    """Given a unit, return its factor and the unit that factor counts: 万元 -> (10000, 元), 件 -> (1, 件)."""
    match = _NAMED.fullmatch(fold(unit))
    if match is None:
        return Decimal(1), unit
    factor, name = magnitude(match.group(1) or ""), match.group(2).replace("每", "/")
    name = _ALIASES.get(name.lower(), name)
    more, base = _FACTORS.get(name, (1, name))
    return Decimal(factor * more), base


def same_unit(one: str | None, other: str | None) -> bool:
    """Given two units, return whether their values compare: equal, or multiples of one unit."""
    if one is None or other is None:
        return one == other
    return base_unit(one)[1] == base_unit(other)[1]

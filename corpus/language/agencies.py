"""Names of agencies and places in Chinese official writing, by how such names are built."""

from __future__ import annotations

import re

_C = "[\u4e00-\u9fff]"
_PLACE_ENDS = "自治区|特别行政区|综合实验区|开发区|示范区|新区|地区|自治州|自治县|自治旗|林区|矿区|省|市(?!场|政|监|级|直|委|场)|县(?!级|直|委)|区(?!域|级|直|委)|州|盟|旗"
_TOWN_ENDS = "街道|镇|乡|苏木"
_BODY_ENDS = (
    "人民政府办公厅|人民政府办公室|人民政府|管理委员会办公室|管委会办公室|管理委员会|管委会|委员会办公室|委员会|办公厅|办公室|办事处"
    "|监督管理局|管理局|总局|分局|局|厅|法院|检察院|研究院|总队|支队|大队|管理处|管理所|服务中心|中心|集团|大学|学院|医院|博物馆|图书馆|档案馆"
)
_PLACE = re.compile(
    rf"(?:{_C}{{2,7}}?(?:{_PLACE_ENDS})){{1,3}}(?:(?!人民政府){_C}{{1,6}}?(?:{_TOWN_ENDS}))?|{_C}{{2,6}}?(?:{_TOWN_ENDS})"
)
_NO_BODY = "(?<![大布格结当残时]局)(?<!(?<!安)全局)(?<![客餐大舞展]厅)"
"""No agency, though it ends like one: 服务发展大局, 城市会客厅."""
_BODY = re.compile(rf"{_C}{{0,18}}?(?:{_BODY_ENDS}){_NO_BODY}")
_IN_SENTENCE = re.compile(
    "^(?:推动|推进|积极|服务|更好|支持|加快|促进|围绕|按照|根据|落实|指导|协助|配合|会同|其中|我们|全面|深入|打造|加强)|[在由对]|(?<!共)和(?!平|田|县|龙|顺|政|硕|静)"
)
"""In what looks like a place: it is a clause, and names none."""
_SUFFIX = re.compile(rf"(?:{_PLACE_ENDS}|{_TOWN_ENDS}|{_BODY_ENDS}|政府|委|办|部|院|会|站|所|处|公司|学校)$")
# How a report speaks of its own office: the last word of its name.
SELF = re.compile(r"[我本](局|委|办|厅|院|中心|处|所|站|馆|街道|镇|乡|县|区|市|省|州|旗|盟)(?!场|域|级|年)")
_OFFICE = ("局", "委", "办", "厅", "院", "中心", "处", "所", "站", "馆")


def place(name: str) -> str | None:
    """Given an agency's name, return the place it begins with (凌源市市场监督管理局 -> 凌源市), or None."""
    found = _PLACE.match(name)
    return found[0] if found else None


def is_agency(name: str) -> bool:
    """Given a text, say whether it is the name of an agency or of a place that reports, and nothing more."""
    return (
        3 <= len(name) <= 40
        and bool(re.fullmatch(rf"(?:{_C}|[（）()·])+", name))
        and bool(_SUFFIX.search(name))
    )


def name_at(text: str, start: int) -> str | None:
    """Given a text, return the agency's name that begins at `start` with its place, or None."""
    where = _PLACE.match(text, start)
    if where is None or _IN_SENTENCE.search(where[0]):
        return None
    body = _BODY.match(text, where.end())
    return None if body is None or re.search("[的和与及在是由将对为]", body[0]) else text[start : body.end()]


def names(text: str) -> list[tuple[int, str]]:
    """Given a text, return the agencies named at clean left edges (after punctuation, a year or a line's
    start) with their places: elsewhere where a name begins is a guess."""
    edges = re.finditer(
        r"(?:^|(?<=[\s，。；：、“”《》〈（）()！？,;:/]))(?:\d{4}年度?[，,]?)?", text, re.MULTILINE
    )
    found = ((edge.end(), name_at(text, edge.end())) for edge in edges)
    return [(start, name) for start, name in found if name is not None]


def owns_title(text: str, start: int, name: str) -> bool:
    """Whether the name at `start` begins a title in 《》 of the office's own making: its plan, its guide."""
    before = text[max(0, start - 6) : start]
    end = text.find("》", start)
    title = text[start + len(name) : end] if 0 <= end - start <= 80 else ""
    return bool(re.search(r"《(?:\d{4}年度?)?$", before)) and bool(
        re.search(r"(?:方案|指南|办法|制度|规定|计划|细则|目录|清单|报告|要点)(?:[（(].{0,8}[）)])?$", title)
    )


def speaks_as(text: str) -> str | None:
    """Given a report's text, return the word by which it speaks of its own office (局 of 我局); an office's
    word beats a place's, since an office also says 我市. None where it never does."""
    words = [found[1] for found in SELF.finditer(text)]
    office = [word for word in words if word in _OFFICE]
    counted = office or words
    return max(dict.fromkeys(counted), key=counted.count) if counted else None


def agrees(name: str, word: str) -> bool:
    """Whether an agency of this name can call itself 我 + word."""
    if word in ("委", "办", "厅"):
        return bool(re.search(word, name[-6:]))
    if word in _OFFICE:
        return name.endswith(word)
    where = place(name)
    own = (
        name.removesuffix("人民政府").removesuffix("办事处").removesuffix("管理委员会").removesuffix("管委会")
    )
    return where is not None and own == where and own.endswith(word)

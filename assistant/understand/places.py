"""Which places are wanted of several things put in order: 前三名, 最多的三类, 排第二的. The question is read as one for the
most or the least of them, and these are the first of the place it names."""

from __future__ import annotations

import re
from typing import Literal

from assistant.query import Places
from assistant.understand.numerals import number

_NUMBER = r"(?:[一二两三四五六七八九十]|\d{1,2})"
_MORE, _LESS = "多高大", "少低小"
_BY = r"(?:按照?|依照?|以)[^，,。按]{1,8}?"
_DOWN = rf"[由从][{_MORE}][到至往][{_LESS}]"
_UP = rf"[由从][{_LESS}][到至往][{_MORE}]"
_SORT = r"(?:的?(?:顺序|次序))?(?:来)?(?:排(?:列|序|名|下来|队)?|数|看|算)?(?:一下|下来)?"
_ORDER = rf"(?:(?:请|再|并)?(?:{_BY})?(?P<order>{_DOWN}|{_UP}){_SORT}[，,]?的?|{_BY}(?:来)?(?:排(?:列|序|名|下来)?)[，,]?的?)"
_PUT = r"(?:排(?:名|列|序|行)?(?:在|到)?|位居|居|位列)"
_OF = r"(?:的?(?:明细(?:科目|项目)?|分项|小项|细项|科目|款))?"
_EACH = r"(?:各自?|分别|依次)?(?:都)?(?:是|有|为)?"
_SORTS = r"(?:大类|类|种|大项|项|个(?!月|季)|名|位|款|块|家|笔|条|样)"
_FIRST = re.compile(
    rf"[，,]?{_ORDER}?(?:{_PUT}|(?<![国省市县区球入进跻身居]))前(?P<count>{_NUMBER})(?:名|位|大(?:类|项|块)?(?=[的是，,各分有])|(?:项|种|类|个(?!月|季)|款)(?=[的是，,各分有]))"
    rf"的?{_OF}{_EACH}"
)
_MOST_OF = re.compile(
    rf"最(?P<end>[{_MORE}{_LESS}])的?前?(?P<count>(?!一){_NUMBER})(?:大|个)?{_SORTS}(?!月|季|[吗么])的?{_OF}{_EACH}"
)
_NTH = re.compile(
    rf"[，,]?{_ORDER}?(?:(?<![国省市县区球])(?:(?:{_BY})?{_PUT}(?P<last>倒数)?|(?P<last_>倒数))第(?P<place>(?!一){_NUMBER})(?:位|名)?(?=的|[是，,?？。各]|哪|分别|有|$)|"
    rf"第(?P<place_>(?!一){_NUMBER})(?P<end>[{_MORE}{_LESS}])(?=的|[是，,?？。]|哪|$))的?(?:那|这)?(?:一?{_SORTS})?{_OF}{_EACH}"
)
_THEN_ORDERED = re.compile(
    rf"[，,]?(?:请|并|再)*(?:{_BY})?(?:{_DOWN}|{_UP})(?:的?(?:顺序|次序))?(?:给我|依次)?(?:排|列)?(?:列|序|出)?(?:来|一下)?(?=[，,。?？]|$)"
)
_LISTED = re.compile(
    rf"[，,](?:请|并|再|要)*(?:{_BY})?(?P<order>{_DOWN}|{_UP})(?:的?(?:顺序|次序))?(?:给我|依次)?(?:排|列)(?:列|序|出)?(?:来|一下)?(?=[，,。?？]|$)"
)
_HOW_COUNTED = re.compile("(?:数量|件数|条数|金额)$")
_SUMS = re.compile("合计|一共|总共|加起来|加在一起|之和|合起来|总和|共计")
_GAP = re.compile("相差|差多少|差几|差了?(?:多少|几)|[多高大]出?了?(?:多少|几)")
_DOES_MORE = re.compile("占|百分|几成|倍|平均|比重(?!庆)|比例")
"""With those in front something is worked out that is not worked out here."""


def placed(text: str) -> tuple[str, Places | None]:
    """Given a question in simplified Chinese, return it as one for the most or the least of several things, and the places
    that it asks for in truth; as it is and None where it asks for none."""
    for pattern in (_NTH, _MOST_OF, _FIRST):
        found = pattern.search(text)
        if found is None or _DOES_MORE.search(text, found.end()):
            continue
        places = _read(found, text[found.end() :])
        after = _THEN_ORDERED.sub("", text[found.end() :])
        asks = "" if re.match("(?:哪|谁|什么|多少|几)", after) else "哪个，"
        before = _HOW_COUNTED.sub("", text[: found.start()])
        end = "少" if places.end == "least" else "多"
        return f"{before}最{end}的是{asks}{after}", places
    return _LISTED.sub(lambda listed: f"，{listed['order']}排", text), None


def _read(found: re.Match[str], after: str) -> Places:
    said = found.groupdict()
    order, end = said.get("order") or "", said.get("end") or ""
    least = said.get("last") or said.get("last_") or (end or order[1:2]) in tuple(_LESS)
    which: Literal["most", "least"] = "least" if least else "most"
    if place := said.get("place") or said.get("place_"):
        return Places(which, number(place), 1)
    count = number(said["count"])
    if _SUMS.search(after):
        return Places(which, 1, count, "sum")
    return Places(which, 1, count, "gap" if count == 2 and _GAP.search(after) else "")

"""Short names by which people call a bureau: characters of its own name in their order, 旅文局 for a 旅游与文化局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import rjieba

from assistant.understand.names import Owner

_LONG_ENDS = {"委员会": "委", "办公厅": "办", "办公室": "办"}
_END = re.compile(
    r"局(?![长面势限域促])|厅(?![长级])|委(?![员托任派屈婉])|办(?![理法公事案结学证好成完税件了过得到的])|部(?![门分长级队委位件署落])"
)
_GENERAL = frozenset(
    {"管理", "管理局", "监督", "监管", "事务", "事务局", "工作", "工作部", "综合", "行政", "和", "与"}
)
"""Words of many bureaus' names: none is called by them alone."""
_HIGHER = re.compile(
    r"(?:国家|全国|中央|省|上级|其他|其它|外地|各地|各市|各县|各区|兄弟|隔壁|邻[市县区]|别[的处]?|哪个|每个|各个?|所有|原)的?$"
)
"""Before a bureau's name: it is no bureau of the place named."""
_RANKS = re.compile(r"[省市区县州旗镇乡]$")
_CHINESE = re.compile("[\u4e00-\u9fff]+$")
_LONGEST = 16


def short_names(text: str, owners: Sequence[Owner]) -> Iterator[tuple[int, int, list[Owner]]]:
    """Given a text in which other names are blanked and the owners of reports, yield where a bureau stands, with those
    that are called so: in a word that is known, or in characters of the name in their order."""
    bureaus = [owner for owner in owners if not owner.government and owner.body]
    for end in (match.end() for match in _END.finditer(text)):
        run = _CHINESE.search(text[max(0, end - _LONGEST) : end])
        for size in range(len(run.group()) if run else 0, 2, -1):
            start = end - size
            fitting = [owner for owner in bureaus if shortens(text[start:end], owner)]
            if not fitting:
                continue
            before = text[:start]
            if rank := _RANKS.search(before):
                fitting = [one for one in fitting if one.places and one.places[-1].rank.endswith(rank[0])]
                start -= 1
            if fitting and not _HIGHER.search(before) and not _ends_in_place(before):
                yield start, end, fitting
            break


def names_place(text: str) -> bool:
    """Given a text in which held names are blanked, return whether the dictionary knows a word in it as a place."""
    return any(kind == "ns" and len(word) > 1 for word, kind in rjieba.tag(text))


def _ends_in_place(before: str) -> bool:
    """Whether the dictionary knows the last word before a name as a place: the bureau is of there."""
    words = rjieba.tag(before[-_LONGEST:])
    return bool(words) and words[-1][1] == "ns" and len(words[-1][0]) > 1


@cache
def shortens(written: str, owner: Owner) -> bool:
    """Given a name without a place and an owner, return whether people call it so: at least two characters of its body
    and its end, in their order, from the beginning of one of its words on."""
    if written in owner.body_names:
        return True
    stem, end = owner.body[:-1], owner.body[-1]
    for long, short in _LONG_ENDS.items():
        if owner.body.endswith(long):
            stem, end = owner.body.removesuffix(long), short
    if len(written) < 3 or written[-1] != end:
        return False
    words = [word for word in rjieba.cut(stem) if word not in _GENERAL]
    words += [
        rest for word in words for head in _GENERAL if (rest := word.removeprefix(head)) not in _GENERAL
    ]
    if not any(word[:1] == written[0] for word in words):
        return False
    letters = iter(stem)
    return all(char in letters for char in written[:-1])

"""Several subjects that share their beginning or their ending, each made whole: 食品、药品抽检合格率分别达99%、98%."""

from __future__ import annotations

import re

from corpus.language.grammar import COMPARISON, words

_NUMBERED_KINDS = re.compile(r"(?<=.)(?:[两二三四五六七八九十]|\d+)大(?=\w\w)")
_TOWN_AND_COUNTRY = re.compile("(?<!统)城乡(?=居民|低保|人均|最低|户籍|常住|社区)")
_SECTORS = re.compile("第?[一二]、(?:第?二、)?第?三(?:次|大)?产业")
"""The sectors of an economy, whose name is said of the last alone: 一、二、三产业增加值."""
_PEOPLE_OF = re.compile("(城镇|城市|农村|乡村)(?=(?:、|和|与|及)(?:城镇|城市|农村|乡村)((?:常住)?居民|人口))")
"""Of the people of towns and of the country, who are named once: 城镇、农村居民人均可支配收入."""
_AND = re.compile("、|以及|和(?!谐)|与|(?<![普涉惠危顾遍])及(?![时格])")
"""Between subjects, and not within a word: 普及率."""
_TWO_IN_ONE = (("存贷款", ("存款", "贷款")), ("产销量", ("产量", "销量")))
"""Two things in one word, always in this order."""
_CHANGE = re.compile(rf"(?:(?:{COMPARISON})[到至为]?|[增降升减缩][到至])$")
_MEASURE = re.compile(r"(?:吞吐量|增加值|[产销用总]?量|产值|总?额|[人件起宗例]数|收入|支出|面积|价格|率)$")
_BOUNDED = re.compile(rf"(?:[限规]上|限额以上|规模以上)[一-鿿]{{0,2}}?{_MEASURE.pattern}")
"""A measure and above what bound it is taken, which is said of all: 限上零售额."""
_COUNT = re.compile(r"[一-鿿]数$")


def dealt_out(text: str, count: int) -> tuple[str, ...]:
    """Given subjects and how many numbers are dealt out to them, return each whole, or () where they are not that many:
    食品、药品抽检合格率 (2) -> 食品抽检合格率, 药品抽检合格率. How many there are (三大产业) is said of all of them,
    and of none."""
    text = _PEOPLE_OF.sub(r"\1\2", _SECTORS.sub(_each_sector, text))
    parts = _AND.split(_NUMBERED_KINDS.sub("", text))
    if len(parts) == 1 and count == 2 and _TOWN_AND_COUNTRY.search(text):  # always named in this order
        return tuple(_TOWN_AND_COUNTRY.sub(one, text) for one in ("城镇", "农村"))
    if len(parts) == 1 and count == 2:
        for both, each in _TWO_IN_ONE:
            if both in text:
                return tuple(text.replace(both, one) for one in each)
    if len(parts) != count:
        return ()
    change = _CHANGE.search(parts[-1])
    changed = change.group() if change else ""
    last = parts[-1].removesuffix(changed)
    if _COUNT.search(parts[0]) and _COUNT.search(last) and (thing := _counted(parts[0], last)):
        return (parts[0] + changed, *(thing + part + changed for part in parts[1:-1]), thing + parts[-1])
    shared = _ending(parts, last)
    for fewer in (words(last)[-1][0], ""):
        if any(part + shared == last for part in parts[:-1]):  # 工业、工业技改投资: two things, not one
            shared = fewer
    shared = shared.lstrip("”’」』》")  # what closes the name of the last alone
    made = (part if shared and part.endswith(shared) else part + shared for part in parts[:-1])
    return (*(part + changed for part in made), parts[-1])


def _each_sector(named: re.Match[str]) -> str:
    """The sectors, each by its whole name: 第一产业、第二产业、第三产业."""
    return "、".join(f"第{one}产业" for one in re.findall("[一二三]", named.group()))


def _counted(first: str, last: str) -> str:
    """The thing of which the first subject counts one side and the last another: 事故 of 事故起数和死亡人数."""
    said = [word for word, _ in words(first)]
    thing = "".join(said[: -2 if said[-1] == "数" else -1])
    brief = len(words(last)) <= 2 and len(last) <= 4
    return thing if brief and len(thing) > 2 else ""


def _ending(parts: list[str], last: str) -> str:
    """What the last of the subjects says for all: from the word after the one that another subject ends in too
    (新兴产业、高新技术产业|增加值), or as long as the first is short, or the measure that it ends in."""
    if (bounded := _BOUNDED.search(last)) and bounded.start() > 1:
        return bounded.group()
    ends = {words(part)[-1][0] for part in parts[:-1] if part}
    said = [word for word, _ in words(last)]
    for place, word in enumerate(said[:-1]):
        if any(word.endswith(end) or end.endswith(word) for end in ends if len(word) > 1):
            return "".join(said[place + 1 :])
    rest = "".join(said[len(words(parts[0])) :])
    if rest or any(_MEASURE.search(part) for part in parts[:-1]):
        return rest
    measure = _MEASURE.search(last)
    if measure and len(said) > 1:
        return said[-1] if _MEASURE.search(said[-1]) else measure.group()
    return last[len(parts[0]) :] if len(last) - len(parts[0]) >= 2 and len(said) == 1 else ""

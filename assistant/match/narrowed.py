"""When a question narrows what a label counts by a word that nothing about the figure says: 其中外资企业, 上半年, 每天, 全省,
未完成的. However much else the label says, its figure is of more, or of something else, than is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.match.asked import Asked
from assistant.words.labels import full_name
from assistant.words.plans import planned
from assistant.words.terms import FULL, Term, said
from corpus.report import Figure, Label

_MONTH = re.compile(
    r"(?<!\d)(?P<from>1[0-2]|0?[1-9])(?:[-—–~至到](?P<to>1[0-2]|0?[1-9]))?月(?!饼|亮|子|经|刊|报|嫂|球)(?P<end>底|末|3[01]日)?"
)
_LAST_MONTH = 12
"""What stands at the end of the last month stands at the year's."""
_EACH = re.compile("每一?(?P<one>[天日周月户人名])|(?P<mean>[日人户周月])均")
_ALIKE = {"天": "天日", "日": "天日", "人": "人名", "名": "人名"}
_WHICH = re.compile("哪一?个?(?P<part>月|季度|星期|天)份?")
_WIDER = re.compile("全(?P<whole>国|省|市|县|区|球|世界)(?!各族|人大|政协)")
_WITHIN = ("国", "球", "世界")
"""What no agency here speaks for."""
_PROVINCE = re.compile("省|自治区|北京|上海|天津|重庆")
"""What is as much as a province, of which 全省 may be said."""
_TARGET = re.compile("目标(?:值|数|任务)?$")
TARGET = " 目标 "
"""As it is added to an English question."""
_EVER, _EVER_SAID = re.compile("历年|有史以来|历史上"), re.compile("累计|历年|以来|历史")
_YEAR = re.compile("20\\d\\d年")
_NEXT = re.compile("[下后]一?年|明年|次年")
_ENDED = re.compile("取消|撤[销回]|终止|中止|暂停|停止|退回|拒绝|失败|重复|延期|逾期|超期|流失")
"""Deeds and states that are the very thing asked for wherever they are said."""
_UNDONE = re.compile(
    "^(?:没有?|未|尚未|还没有?)(?!收)|(?:尚?未|还?没有?|仍未)(?=(?:能够?|被|获得?|得到|予以?|进行)*[完办审整到落解销缴交验通][\u4e00-\u9fff])"
)
_UNDONE_SAID = re.compile("[未没无不待余剩欠]|尚|拖|逾|超期")


def narrowed(asked: Asked, label: Label, figure: Figure, words: Sequence[Term], about: str) -> bool:
    """Given what is asked, a label, a figure of it, the words that have to be said of this figure, and what else is known of it
    (its agency, its report's title, its unit), return whether the question says what nothing about the figure does."""
    told = " ".join((full_name(label), asked.named(label.indicator), figure.sentence, *label.section, about))
    untold = (one for one in words if one.weight >= FULL and not one.acts)
    unsaid = any(not (said(one, told) or _in_full(one.word, told)) for one in untold)
    return unsaid or of_other_extent(asked, label, figure)


def of_other_extent(asked: Asked, label: Label, figure: Figure) -> bool:
    """Given what is asked, a label and a figure of it, return whether the question is of other months, of each day or person, of
    a wider place, of what was ended, left undone or is still to be reached, and nothing about the figure says so."""
    name = f"{full_name(label)} {asked.named(label.indicator)}"
    told, measure = " ".join((name, figure.sentence, *label.section)), asked.measure
    return (
        any(_ENDED.match(one.word) and not said(one, told) for one in asked.terms)
        or _at_other_time(measure, f"{told} {figure.citation.title}")
        or _of_each(measure, told)
        or of_more(measure, told, figure.citation.issuer)
        or (figure.year <= figure.citation.year and _unlike(measure, _NEXT, told, _NEXT))
        or _unlike(measure, _UNDONE, name, _UNDONE_SAID)
        or (_YEAR.search(asked.text) is not None and _unlike(asked.text, _EVER, told, _EVER_SAID))
        or (_asks_target(asked) and not planned(figure) and "目标" not in told)
        or any(one["part"] not in told for one in _WHICH.finditer(asked.text))
    )


def _asks_target(asked: Asked) -> bool:
    return _TARGET.search(asked.measure) is not None or TARGET in asked.text


def _in_full(word: str, told: str) -> bool:
    """Whether a text has in full what a word of two characters is short for: 城乡建设, 城建."""
    return len(word) == 2 and re.search(f"{word[0]}[\u4e00-\u9fff]{word[1]}[\u4e00-\u9fff]", told) is not None


def _unlike(text: str, wanted: re.Pattern[str], told: str, so: re.Pattern[str]) -> bool:
    return wanted.search(text) is not None and so.search(told) is None


def _at_other_time(measure: str, told: str) -> bool:
    """Whether a measure names months of which nothing is told; the end of the last is that of the year."""
    wanted = _months(measure)
    return bool(wanted) and not wanted & _months(told)


def _months(text: str) -> set[int]:
    found: set[int] = set()
    for one in _MONTH.finditer(text):
        first, last = int(one["from"]), int(one["to"] or one["from"])
        if not (one["end"] and last == _LAST_MONTH):
            found |= set(range(first, last + 1))
    return found


def _of_each(measure: str, told: str) -> bool:
    """Whether a measure is of how much there is for each day, person or household, and nothing tells that."""
    for each in _EACH.finditer(measure):
        one = each["one"] or each["mean"]
        alike = _ALIKE.get(one, one)
        if not re.search(f"每一?[个位]?[{alike}]|[{alike}]均|平均", told):
            return True
    return False


def of_more(measure: str, told: str, issuer: str) -> bool:
    """Given a measure, what is told of a figure and its agency, return whether the measure is of a whole country, province or town
    (全省) of which nothing is told, and which the agency is not of."""
    for one in _WIDER.finditer(measure):
        whole = one["whole"]
        own = _PROVINCE.search(issuer) is not None if whole == "省" else whole in issuer
        if one.group() not in told and (whole in _WITHIN or not own):
            return True
    return False

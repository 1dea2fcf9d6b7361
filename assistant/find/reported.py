"""Changes and shares that a report gives itself: which of them are of what is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.find.select import Selection
from assistant.match.another import HALF
from assistant.words.labels import essential, is_change
from assistant.words.terms import FULL, covered, explained, terms
from corpus.report import Label

SHARE = "占比"
_REST, _RATE = "其他", "率"
_MOSTLY = 0.8
"""How much of the words for a whole its name must say."""
_THAN = re.compile(r"同比|[比较与同](?:\d{4}年|上一?年|去年|前一年)(?:同期)?")
_ACCOUNT_SIDE = re.compile("(?:财政拨款|支出|决算数?|总计|合计)+")
"""What an account says after an item, of which all that it tells is of that side: 三公经费|财政拨款支出决算下降."""
_HARMED = re.compile("死亡|伤亡|亡人|受伤|重伤")
_COUNT_OF = re.compile(r"^\s*(?:起数|件数|次数|人次|总?数量?|总[量额])")
"""How many there are of a thing is the thing: 生产安全事故起数."""
CHANGE_WORDS = re.compile(r"增长|增加|减少|下降|变化|提高|上升|增减")


def is_share_asked(label: Label, asked: str, whole: str, question: str) -> bool:
    """Given the label of a share, the part asked for, its whole ("" where none is named) and the whole question, return
    whether it is that part's share of that whole."""
    if _of_larger(label, question) or _is_other_rate(label, asked):
        return False
    if whole and not _says_whole(label, whole):
        return False
    return _is_of_part(label, asked) and _is_of_whole(label, whole)


def of_itself(selection: Selection, asked: str) -> Selection:
    """Given what is selected and what is asked, return of its changes those of that and not of a thing named by it:
    地区生产总值增长, and not 单位地区生产总值能耗下降."""
    found = (selection.chosen, *selection.rivals) if selection.chosen else ()
    found = tuple(one for one in found if is_change(one.label)) or found
    own = [one for one in found if not _of_more(asked, essential(one.label.phrase))]
    return replace(selection, chosen=own[0] if own else None, rivals=tuple(own[1:]))


def _unchanged(change: str) -> str:
    """What a change is named to be of: 地区生产总值 of 地区生产总值比上年增长."""
    return _THAN.sub(" ", CHANGE_WORDS.sub(" ", change))


def _of_more(asked: str, change: str) -> bool:
    """Whether a change is named to be of something that goes on after the thing asked for: 单位地区生产总值能耗下降."""
    last = next((term.word for term in reversed(terms(asked)) if term.weight == FULL), "")
    _, said, after = _unchanged(change).rpartition(last) if last else ("", "", "")
    harmed = _HARMED.search(after) if said else None
    if harmed and harmed.group() not in asked:
        return True  # how many died of accidents is not how many there were
    rest = terms(_COUNT_OF.sub("", _ACCOUNT_SIDE.sub(" ", after))) if said else ()
    return any(term.weight == FULL and not term.acts and term.word not in asked for term in rest)


def _is_other_rate(label: Label, asked: str) -> bool:
    """Whether a label is of a rate that is called otherwise than the one asked for: 不合格食品处置率, asked for 合格率."""
    own = label.phrase.rpartition("：")[2]
    if not (asked.endswith(_RATE) and own.endswith(_RATE)):
        return False
    last = [term.word for term in terms(asked) if term.weight == FULL][-1:]
    if not last or not last[0].endswith(_RATE):
        return False
    near = last[0].removesuffix(_RATE) in own[-len(last[0]) - 2 :]  # 回收利用率 is the 回收率
    return not (near or explained(last[0], own[-len(last[0]) - 1 :]))


def _of_larger(label: Label, question: str) -> bool:
    """Whether a share is that of something larger than the question names: 文化旅游体育与传媒支出占比, asked for of 体育."""
    part = label.phrase.rpartition("：")[2]
    if not part.endswith(SHARE):
        return False
    if _REST in question and _REST not in part:
        return True
    named = terms(part.removesuffix(SHARE))
    return any(term.weight == FULL and not term.acts and term.word not in question for term in named)


def _says_whole(label: Label, whole: str) -> bool:
    """Whether what a share says that it is of (合同金额占政府采购支出总额) is the whole asked about, where it says so."""
    of = label.phrase.rpartition("：")[2].rpartition("占")[2]
    if len(of) < 2 or of.startswith("比"):
        return True
    return covered(tuple(term for term in terms(whole) if term.weight == FULL), of) >= HALF


def _is_of_whole(label: Label, whole: str) -> bool:
    """Whether a share that a sentence tells of a part (本年支出合计：项目支出占比) is one of the whole asked about."""
    above = label.phrase.rpartition("：")[0]
    return not (above and whole) or covered(terms(whole), above) >= _MOSTLY


def _is_of_part(label: Label, asked: str) -> bool:
    """Whether a label that says of what it is a share (过夜游客占接待游客比重) names the part asked for as such."""
    part, of, _ = label.phrase.rpartition("占")
    return not of or len(part) < 2 or covered(terms(asked), part) >= HALF

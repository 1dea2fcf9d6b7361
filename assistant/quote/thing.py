"""The thing whose work, results, plans or problems are asked for: what is told of another, or of its two words apart, is no
answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.quote.wanted import Wanted
from assistant.words.cedict import is_word
from assistant.words.kinds import tells_problems, under_plans
from assistant.words.likeness import AKIN, alike
from assistant.words.terms import FULL, Term, part_of_speech, said

_RESULT_ASKED = re.compile(
    "(?:取得|有)了?(?:什么|哪些|啥|何|怎样的)[^，,。？?]{0,4}(?:成效|成果|成绩|进展|突破|效果)|"
    "(?:推[进动行]|落实|建设|开展|进[行展]|实施|筹[备办])(?:情况)?得?(?:怎么?样|如何|咋样|到了?(?:哪一步|什么程度))"
)
_PROBLEMS = re.compile(
    "(?:存在|遇到|碰到|面临|有|还有)(?:的|着|了)?(?:主要)?(?:哪些|什么|啥)(?:样的)?(?:问题|不足|短板|困难|薄弱环节)[?？]?$|存在的?(?:主要)?(?:问题|不足)(?:是|有)?(?:什么|哪些|啥)?[?？]?$"
)
_WANTING = re.compile("(?:存在|主要|突出)的?(?:主要|突出)?(?:问题|不足|短板|困难)")
DONE_ASKED = re.compile("(?:做|干|开展)了?(?:些)?(?:什么|哪些|啥)(?:工作)?(?:$|[?？。])")
_HOW = re.compile(
    "(?:怎么|如何|怎样|咋)(?:去|来)?(?:抓|推[进动行]|加强|开展|落实)好?[^，,。？?]{2,12}的[?？]?$"
)
_INTENDED = re.compile(
    "(?:下一步|明年|今后|接下来|下阶段|来年)[^，,。？?]*(?:什么|哪些|啥)(?:计划|打算|安排|举措|措施)?[?？]?$"
)
_GENERAL = re.compile(
    "取得|成效|成果|成绩|进展|突破|效果|推[进动行]|落实|建设|开展|进行|实施|发展|筹[备办]|工程|项目|工作|抓好?|加强|下一步|计划|打算|"
    "存在|遇到|困难|问题|不足|短板|方面|管理|服务|情况"
)
"""What is said of anything that is done; the thing itself is not named by it."""
_TO_COME = re.compile(
    "将|拟|打算|计划|下一?步|下一?阶段|今后|接下来|进一步|继续|力争|着力|加快|明年|20\\d\\d年(?:力争|要|底前)"
)
_TITLES = re.compile("[“《][^”》]*[”》]")
_ITEM = re.compile("[（(]类[)）].{0,40}[（(]款[)）]")
"""An item of an account, which says what was spent and not what was done."""
_PLANNED = re.compile(
    "(?:20\\d\\d年|今年|明年|下一步|新一年)[^，,。]{0,6}(?:重点|安排|打算|任务|计划|思路|要求|目标)|(?:工作|任务)(?:安排|计划|打算)$|"
    "关于(?:20\\d\\d年|今年)[^，,。]{0,4}工作|“十[四五六]五”(?:时期|期间)[^，,。]{0,10}(?:目标|任务)"
)
"""Headings of what is to be done in a year."""
_REVIEWED = re.compile("成就|完成|落实|执行|开展|总结|回顾|[预决]算|经费")
_NOUN = frozenset({"n", "nz", "ns", "nt", "f"})
_PAUSE = re.compile("[，,；;。！!?？]")


def tells_of_thing(wanted: Wanted, text: str, above: str) -> bool:
    """Given what is wanted, a text and the headings above it, return whether these tell of the thing whose work, results, plans
    or problems are asked for; True where something else is asked."""
    asked = _clause(wanted)
    if not asked or (wanted.named("problems") and _WANTING.search(above)):
        return True  # the problems below a heading for them are those of the report's whole subject
    things = [
        one
        for one in wanted.topic
        if one.word in asked
        and (one.weight >= FULL or (len(one.word) > 1 and part_of_speech(one.word) in _NOUN))
        and not _GENERAL.fullmatch(one.word)
    ]
    told = f"{text} {above}"
    missed = [one for one in things if not tells_of(one, told)]
    if missed and not (missed == things[:1] != things and _spoken(missed[0], told)):
        return False
    return all(
        _together(one, other, text, above)
        for one, other in pairwise(things)
        if f"{one.word}{other.word}" in asked
    )


def tells_in_time(wanted: Wanted, text: str, headings: Sequence[str]) -> bool:
    """Given what is wanted, a text and the headings above it, return whether it tells of what was done, where that or its result
    is asked for, of what is wrong, and not of plans to mend it, where that is, and of what is to come, where that is."""
    if _INTENDED.search(wanted.question) and not wanted.past:
        return under_plans(headings) or _TO_COME.search(_TITLES.sub(" ", text)) is not None
    done = DONE_ASKED.search(wanted.question) and not wanted.ahead
    done = done or _RESULT_ASKED.search(wanted.question) is not None
    planned = any(_PLANNED.search(one) and not _REVIEWED.search(one) for one in headings)
    wrong = _PROBLEMS.search(wanted.question) and not any(map(tells_problems, headings))
    return not ((planned and (done or wrong)) or (done and _ITEM.search(text)))


def _clause(wanted: Wanted) -> str:
    """The clause in which a question asks it; nothing where it asks something else."""
    question = wanted.question
    forms = (_RESULT_ASKED, DONE_ASKED, _HOW, _INTENDED, _PROBLEMS)
    found = next((one for form in forms if (one := form.search(question))), None)
    return _PAUSE.split(question[: found.end()].rstrip("?？。"))[-1] if found else ""


def _spoken(term: Term, told: str) -> bool:
    """Whether a word is nobody's but the asker's (城边), and a text has one that is akin."""
    return not is_word(term.word) and alike(term.word, told) >= AKIN


def tells_of(term: Term, told: str) -> bool:
    """Given a word of the topic and a text, return whether the text tells of it by more than a character that both share, unless
    both are verbs: 守住 is 守牢, but 摘牌 is no 品牌."""
    return alike(term.word, told) > AKIN or said(term, told) > 0


def _together(one: Term, other: Term, text: str, above: str) -> bool:
    """Whether what is one thing in the question (药品安全) is told in one breath, or one half of it by a heading."""
    if f"{one.word}{other.word}" in text or tells_of(one, above) or tells_of(other, above):
        return True
    return any(tells_of(one, clause) and tells_of(other, clause) for clause in _PAUSE.split(text))

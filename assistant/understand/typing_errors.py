"""Names and terms typed wrongly: by sound (平谭, 行证许可), by shape (沭/沐), or with a character too few."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import rjieba

from assistant.understand.lookalikes import in_names
from assistant.understand.names import Owner, place_names
from assistant.understand.sound import same, syllables
from assistant.words.glossary import chinese_terms


@dataclass(frozen=True, slots=True)
class Correction:
    """What was typed, and what it is taken to mean."""

    typed: str
    meant: str


def put_right(text: str, slips: Iterable[Correction]) -> str:
    """Given a text and slips in it, return the text with each put right."""
    for one in slips:
        text = text.replace(one.typed, one.meant)
    return text


LEAST_FOR_EDIT = 6
"""A shorter name is too near to other names for a missing character to be forgiven."""


def taken_for(written: str, meant: str) -> bool:
    """Whether `written` is `meant` with characters taken for others that sound or look the same."""
    return len(written) == len(meant) and all(map(_taken_for, written, meant))


def _taken_for(typed: str, meant: str) -> bool:
    """Whether a character is another, looks like it or sounds like it, or like one that it looks like: 述 is typed for
    沭, of which text recognition made the 沐 of a report's own name."""
    return typed == meant or any(typed == one or same(typed, one) for one in (meant, *in_names(meant)))


def latin_lookalikes(owner: Owner) -> frozenset[str]:
    """Given an owner, return its place in Latin letters with one character taken for another of its shape."""
    place = owner.places[-1].name if owner.places else ""
    alike = (
        place[:at] + other + place[at + 1 :] for at, char in enumerate(place) for other in in_names(char)
    )
    return frozenset("".join(syllables(name)) for name in alike) if len(place) > 1 else frozenset()


def one_off(written: str, owner: Owner) -> bool:
    """Whether a name is an owner's with one character of the body dropped, added or changed. The place must
    stand as it is, since another place differs from it by no more."""
    if len(written) < LEAST_FOR_EDIT:
        return False
    for place in place_names(owner):
        body = written.removeprefix(place)
        if body != written and any(_near(body, name) for name in owner.body_names if len(name) > 3):
            return True
    return False


def _near(left: str, right: str) -> bool:
    """Whether two words are one edit apart."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    tails = (
        (left[start + 1 :], right[start + 1 :]),
        (left[start:], right[start + 1 :]),
        (left[start + 1 :], right[start:]),
    )
    return any(one == other for one, other in tails)


_RATE = re.compile("(?<=[成结办收复格标化盖及解用出得业])律(?=[是为有达多几高]|[?？，,。\\s]|$)")
"""After what is done or reached it is typed for 率: 完成律多少."""


_PERCENT = re.compile("百分(?=[几多](?!个?点))")
"""涨了百分几, typed in a hurry."""


def right_terms(text: str) -> str:
    """Given simplified Chinese, return it with terms of administration that were typed by sound put right
    (行证许可 -> 行政许可). Only terms of four characters and more, of which at most half are wrong."""
    there = set(text)
    for term in _terms():
        size = len(term)
        # Most terms have not half their characters anywhere in the text: they need no closer look.
        if sum(map(there.__contains__, term)) * 2 < size or term in text or size > len(text):
            continue
        for start in range(len(text) - size + 1):
            typed = text[start : start + size]
            right = sum(one == other for one, other in zip(typed, term, strict=True))
            if right * 2 >= size and same(typed, term) and not _breaks_word(text, start, term):
                text = text[:start] + term + text[start + size :]
                there.update(term)
    return _right_words(_PERCENT.sub("百分之", _RATE.sub("率", text)))


def _breaks_word(text: str, start: int, term: str) -> bool:
    """Whether a character that would be put right belongs to a word that goes on after the term: 基 of 支出中|基本支出."""
    end, place = start + len(term), 0
    for word in rjieba.cut(text, False):
        over = place < end < place + len(word)
        if over and any(text[at] != term[at - start] for at in range(max(place, start), end)):
            return True
        place += len(word)
    return False


def _right_words(text: str) -> str:
    """The text with short words put right that were typed by sound (复意 -> 复议, 站多少比例 -> 占多少比例): only
    where the characters typed are no word of the dictionary, and sound the very same."""
    loose, sounds = _loose(text), [syllables(char) for char in text]
    for start in range(len(text) - 1):
        for size in (4, 3, 2):
            end = start + size
            word = _by_sound().get(tuple(sum(sounds[start:end], ())))
            if word is None or len(word) != size or text[start:end] in _SHORT_TERMS:
                continue
            wrong = {place for place in range(start, end) if text[place] != word[place - start]}
            apart = wrong if word in _SHARES else set(range(start, end))
            if wrong and len(wrong) * 2 <= size and apart <= loose:
                text = text[:start] + word + text[end:]
    return text


def _loose(text: str) -> set[int]:
    """The places of the characters that are no part of a longer word."""
    loose, start = set(), 0
    for word in rjieba.cut(text, False):
        loose |= {start} if len(word) == 1 else set()
        start += len(word)
    return loose


@cache
def _by_sound() -> dict[tuple[str, ...], str]:
    """Words of administration that the dictionary knows, and how a share is asked for, by their sound; none
    that sounds like another of them."""
    data = tomllib.loads(files("assistant").joinpath("data/words.toml").read_text(encoding="utf-8"))
    vocabulary = {word for group in data["groups"] for word in group} | chinese_terms()
    words = [
        word
        for word in vocabulary
        if re.fullmatch("[\u4e00-\u9fff]{2,3}", word) and rjieba.cut(word, False) == [word]
    ]
    found: dict[tuple[str, ...], list[str]] = {}
    for word in dict.fromkeys((*words, *_SHARES, *_ASKING)):
        found.setdefault(syllables(word), []).append(word)
    return {sound: alike[0] for sound, alike in found.items() if len(alike) == 1}


_SHORT_TERMS = frozenset(
    {
        "供地",
        "用地",
        "征地",
        "批地",
        "林地",
        "净地",
        "园地",
        "湿地",
        "滩地",
        "用海",
        "供海",
        "收储",
        "收文",
        "发文",
        "批文",
        "放管",
        "稳岗",
        "助企",
        "双创",
        "招商",
        "时长",
        "专区",
        "专栏",
        "答复",
        "结转",
        "清缴",
        "涉稳",
    }
)
"""What offices write short, though no dictionary has all of it."""
_ASKING = (
    "变化",
    "变动",
    "情况",
    "比例",
    "比重",
    "安排",
    "总共",
    "一共",
    "总计",
    "共计",
    "其他",
    "情形",
    "全部",
    "合计",
    "平均",
    "分别",
    "增长",
    "增加",
    "减少",
    "下降",
    "上升",
    "提高",
    "降低",
    "相比",
    "增幅",
    "哪类",
    "哪种",
    "哪项",
    "哪些",
    "多少",
    "各类",
    "各项",
    "最多",
    "最少",
    "加起来",
    "百分比",
    "百分点",
    "变化率",
    "增长率",
)
"""How things are asked for, by words that sound like no other that asks."""
_SHARES = ("占比", "占百分", "占几成", "占多少比", "占多大比")


@cache
def _terms() -> tuple[str, ...]:
    return tuple(sorted((term for term in chinese_terms() if len(term) >= 4), key=len, reverse=True))

"""Words that differ in one character alone, and by it mean contraries: 客运 and 货运, 进口 and 出口, 线上 and 线下.

They share the most of their characters and lie near each other by meaning, so that one must never pass for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.words.terms import Term

_CHARACTERS = [
    "客货",
    "男女",
    "城乡",
    "内外",
    "上下",
    "大小",
    "高低",
    "高初",
    "前后",
    "东西",
    "南北",
    "买卖",
    "轻重",
    "早晚",
    "公私",
    "正副",
    "有无",
]
_WORDS = [
    "进口出口",
    "进境出境",
    "进站出站",
    "进港出港",
    "流入流出",
    "转入转出",
    "迁入迁出",
    "调入调出",
    "入境出境",
    "投诉举报",
    "外资内资",
    "外资台资",
    "外资港资",
    "外资民资",
    "台资港资",
    "台资内资",
    "外商台商",
    "外企台企",
    "大型中小",
    "大型小微",
]
"""Characters that are contraries in any word, and words where only in these they are: 推进 and 推出 are none. Nobody who counts
投诉 and 举报 apart means the one by the other."""
_HALVES = {
    "进出口": ("进口", "出口"),
    "出入境": ("出境", "入境"),
    "进出境": ("进境", "出境"),
    "进出港": ("进港", "出港"),
    "进出站": ("进站", "出站"),
}
"""What names both in one word is neither of them by itself: 出入境旅客 are not those who came in."""
_BOTH = re.compile("|".join(f"{pair}|{pair[::-1]}" for pair in _CHARACTERS))


def says_contrary(asked: Iterable[Term], label: str, question: str) -> bool:
    """Given the words of a question, a label and the whole question, return whether the label says the contrary of one of
    the words instead of it. 进出口 says 出口 itself, and 城乡建设 both 城建 and 乡建."""
    apart = _BOTH.sub("", label)
    return any(
        term.word not in label and any(one in apart and one not in question for one in _contraries(term.word))
        for term in asked
    )


def of_both_halves(label: str, question: str) -> bool:
    """Given a label and a whole question, return whether the question says one half by itself (出境), and the label only both
    halves in one word: 出入境旅客."""
    return any(_of_half(one, halves, label, question) for one, halves in _HALVES.items())


def _of_half(both: str, halves: tuple[str, str], label: str, question: str) -> bool:
    """Whether a question says one of two by itself, and a label only both of them in one word."""
    if both not in label or both in question:
        return False
    return any(half in question for half in halves) and not any(
        half in label.replace(both, " ") for half in halves
    )


@lru_cache(maxsize=4096)
def _contraries(word: str) -> frozenset[str]:
    if len(word) < 2:
        return frozenset()
    swapped = {
        word[:place] + other + word[place + 1 :]
        for place, char in enumerate(word)
        for other in _other_of(char, _CHARACTERS)
    }
    return frozenset({*swapped, *_other_of(word, _WORDS)})


def _other_of(one: str, pairs: Iterable[str]) -> Iterator[str]:
    """What stands beside a character or a word in each pair that has it as one half."""
    for pair in pairs:
        first, second = pair[: len(pair) // 2], pair[len(pair) // 2 :]
        if one in (first, second):
            yield second if one == first else first

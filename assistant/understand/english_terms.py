"""An English measure in the Chinese of the reports, word by word through the glossary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.understand.periods import MARK
from assistant.words.glossary import Glossary, glossary

_LIGHT = frozenset({"作出", "开展", "安排"})
"""Verbs that English needs and the reports' labels leave out."""
_APPLIED = re.compile(r"申请|公开|提供|处理|结转|信访")
"""Of whom applications are, companies are a kind of applicant; elsewhere they are companies."""
_PIECES_OF = re.compile(
    r"(?<=[a-z]{3} )(?<!many )(?<!number )(?<!the )(?:pieces?|items?) of (?=(?:\w+ )?information\b|news\b|content\b)"
)
_OUTCOME = re.compile("[a-z]|申请|自然人|法人|企业|机构|组织|公开|提供|处理|结转|计|办理|要求|信息$")
"""What is said of applications, and of who made them, which are granted or not."""
_METRES = re.compile(r"(?<![\d.,])(\d+) met(?:re|er)s?\b")
_NOT_PROVIDED = frozenset({"本机关不掌握相关政府信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确"})
"""Why what was asked for could not be provided."""
_FAULTY = re.compile("链接|描述|错误信息|过期信息")
"""What is put right on a website; of a decision it is the outcome that it is corrected."""
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[sd]?|ing|ations?|er)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=s|ed|ing|er|ers|$|hood)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[aeiou]l)l(?=ed$|ing$)"), ""),
    (re.compile(r"^licence(?=s?$)"), "license"),
    (re.compile(r"^programme(?=s?$)"), "program"),
)
_PEOPLE = frozenset({"居民", "人数", "群众"})
ARTICLES = frozenset({"a", "an", "the"})
TOKEN = re.compile(r"[a-z0-9][\w&.'’]*[a-z0-9]|[a-z0-9]|[\u4e00-\u9fff“”（）]+")
"""A word of an English question in lower case, or what is written in Chinese in it."""
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a phrase is in Chinese, and whether it is a verb; nothing for a phrase that only frames a question."""

    chinese: str
    verb: bool = False


def american(word: str) -> str:
    """Given an English word in lower case, return it as it is spelt in America: organisation, labour, centre."""
    for pattern, instead in _BRITISH:
        word = pattern.sub(instead, word)
    return word


def singular(word: str) -> str:
    """Given an English word in lower case, return it without the ending of the plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh)es$", word) and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def stem(word: str) -> str:
    """Given an English word in lower case, return what its regular forms share: refuse, refused, refusing."""
    word = singular(word)
    for ending in ("ing", "ed", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl" else word


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The glossary's phrases by their words, without articles and endings of the plural."""

    said: dict[Key, _Meaning]
    by_stem: dict[Key, _Meaning]
    """Those by the stems of their words, where one meaning only has them."""
    expenses: dict[Key, _Meaning]
    longest: int


@cache
def _phrases() -> _Phrases:
    words: Glossary = glossary()
    said = {_key(phrase): _Meaning("") for phrase in words.silent}
    said |= {_key(phrase): _Meaning(chinese, True) for phrase, chinese in words.verbs.items()}
    said |= {_key(phrase): _Meaning(chinese) for phrase, chinese in words.nouns.items()}
    expenses = {_key(phrase): _Meaning(chinese) for phrase, chinese in words.expenses.items()}
    stems: dict[Key, set[_Meaning]] = {}
    for key, meaning in said.items():
        stems.setdefault(tuple(map(stem, key)), set()).add(meaning)
    alone = {key: next(iter(meanings)) for key, meanings in stems.items() if len(meanings) == 1}
    return _Phrases(said, alone, expenses, max(map(len, (*said, *expenses))))


def _key(phrase: str) -> Key:
    return tuple(map(_plain, _words(phrase)))


def _plain(word: str) -> str:
    return singular(american(word.removesuffix("'s")))


def render(text: str, *, money: bool = False) -> tuple[str, str]:
    """Given English words, return the measure in English and its Chinese rendering.

    Verbs go first, as in Chinese. A content word that the glossary lacks stays in English in the rendering,
    so that whoever matches it sees that something was not understood. With `money`, money is asked for, and
    training is what is paid for it.
    """
    words = [word for part in text.split(MARK) for word in (*_words(part), "")]
    kept: list[str] = []
    said: list[_Meaning] = []
    start = 0
    while start < len(words):
        size, meaning = _phrase(words, start, money)
        if meaning is not None:
            kept += words[start : start + size] if meaning.chinese else []
            said.append(meaning)
        elif words[start] and words[start] not in glossary().stop:
            kept.append(words[start])
            said.append(_Meaning(words[start]))
        start += max(size, 1)
    return " ".join(kept), " ".join(dict.fromkeys(_ordered(said)))


def known(words: list[str]) -> tuple[int, str]:
    """Given English words in lower case, return how many of them, from the first, the glossary reads as one phrase, and
    its Chinese, which is empty for what only frames or asks; 0 where it lacks the first."""
    size, meaning = _phrase(words, 0, money=False)
    if meaning is not None:
        return size, meaning.chinese
    return (1, "") if words[0] in glossary().stop else (0, "")


def nouns_of(chinese: str) -> str:
    """Given a rendering, return it without the glossary's verbs."""
    verbs = verbs_of(chinese)
    return " ".join(word for word in chinese.split() if word not in verbs) or chinese


def verbs_of(chinese: str) -> list[str]:
    """Given a rendering, return the glossary's verbs in it."""
    verbs = set(glossary().verbs.values())
    return [word for word in chinese.split() if word in verbs]


def _words(text: str) -> list[str]:
    """The words of a text without articles. What a hyphen joins are two words."""
    found = TOKEN.findall(_written_out(text))
    return [word for word in found if word not in ARTICLES]


def _written_out(text: str) -> str:
    """A text without hyphens and without measure words within it (wrong pieces of information), and with "not" for
    "n't"."""
    text = _METRES.sub(r"\1米", _PIECES_OF.sub("", text))
    return re.sub(r"n't\b", " not", text.replace("’", "'").replace("can't", "cannot").replace("-", " "))


def _phrase(words: list[str], start: int, money: bool) -> tuple[int, _Meaning | None]:
    phrases = _phrases()
    for size in range(min(phrases.longest, len(words) - start), 0, -1):
        written = words[start : start + size]
        if not all(written):
            continue
        key = tuple(map(_plain, written))
        meaning = (phrases.expenses.get(key) if money else None) or phrases.said.get(key)
        if meaning is None and not set(written) <= glossary().stop:
            meaning = phrases.by_stem.get(tuple(map(stem, key)))
        if meaning is not None:
            return size, meaning
    return 0, None


def _ordered(said: list[_Meaning]) -> list[str]:
    """Verbs before nouns; light verbs are dropped where something else is said, and so is a noun that a
    longer one holds already."""
    nouns = _of_one_kind([one.chinese for one in said if not one.verb and one.chinese])
    acts = [_act(one.chinese, nouns) for one in said if one.verb]
    verbs = [act for act in acts if act and (act not in _LIGHT or not nouns)]
    return verbs + [noun for noun in nouns if not any(noun != other and noun in other for other in nouns)]


def _of_one_kind(nouns: list[str]) -> list[str]:
    """The nouns in the sense that the others give them: what is granted is the licence, and what is refused is
    disclosure."""
    together = " ".join(nouns)
    if "行政许可" in nouns and "申请" not in together:
        nouns = [noun for noun in nouns if noun != "予以公开"]
    if "结果纠正" in nouns and _FAULTY.search(together):
        nouns = ["整改", *(noun for noun in nouns if noun != "结果纠正")]
    others = [noun for noun in nouns if noun != "予以公开"]
    if len(others) == len(nouns) - 1 > 0 and not any(map(_OUTCOME.search, others)):
        nouns = ["公开", *others]  # what is disclosed is no request
    if _NOT_PROVIDED & {*nouns}:
        nouns = [
            noun for noun in nouns if noun != "不予公开"
        ]  # "refused", as people say, and none of the refusals
    if "不予公开" in nouns:
        nouns = [noun for noun in nouns if noun not in ("信息公开", "政府信息公开")]
    if "信息处理费" in nouns:
        nouns = [noun for noun in nouns if noun != "行政事业性收费"]
    if "转移群众" in nouns:
        nouns = [noun for noun in nouns if noun not in _PEOPLE]
    if not _APPLIED.search(together):
        nouns = ["企业" if noun == "商业企业" else noun for noun in nouns]
    return nouns


def _act(verb: str, nouns: list[str]) -> str:
    """A verb as it is said of the nouns beside it."""
    of = glossary().verbs_of.get(verb, {})
    return next((act for thing, act in of.items() if any(thing in noun for noun in nouns)), verb)

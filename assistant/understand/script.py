"""Language and script of what a person typed. The only importer of opencc."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

import opencc

from assistant.query import Language
from corpus.language.numerals import plain_digits

_HAN = re.compile(r"[\u3400-\u9fff〇]")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")
_HALF: dict[int, int | str | None] = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()
}
_HALF |= {
    0x3000: " ",
    0xFF05: "%",
    0xFF0B: "+",
    0xFF0D: "-",
    0xFF0E: ".",
    0xFF0F: "/",
    0xA0: " ",
    0xFF1D: "=",
}
_VARIANTS = str.maketrans(
    "衞吿汚戸淸靑曁歳尙敍羗畧欵槪擧値厯凖囘邨歺", "卫告污户清青暨岁尚叙羌略款概举值历准回村餐"
)
"""Characters that Hong Kong, old prints and shop signs write, which opencc's conversion leaves."""
_ASKS_AGAIN = re.compile(r"(?P<first>(?:多少|几)[\u4e00-\u9fff]{2,8}) (?=(?:多少|几)[\u4e00-\u9fff]{3,})")
_HALF |= dict.fromkeys((0x200B, 0x200C, 0x200D, 0xFEFF))


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


@cache
def _regional_words() -> tuple[re.Pattern[str], dict[str, str]]:
    data = files("assistant").joinpath("data/regional.toml").read_text(encoding="utf-8")
    words: dict[str, str] = tomllib.loads(data)["words"]
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True))), words


_ENGLISH_QUESTION = re.compile(
    r"\s*(?:what|how|which|who|when|where|why|did|does|was|were|is|are)\s+[a-z]+\b", re.I
)


def half_width(text: str) -> str:
    """Given text, return it with full-width letters, signs and spaces made half-width, and digits of any writing 0 to 9.

    Chinese punctuation stays: the reports' labels have it.
    """
    return plain_digits(text.translate(_HALF))


def language(text: str) -> Language:
    """Given what a person typed, return its language and script.

    A few Latin letters (GDP, APP) do not make Chinese English, nor a quoted Chinese label English Chinese.
    Text that is the same in both scripts counts as simplified.
    """
    han = _HAN.findall(text)
    words = _LATIN_WORD.findall(text)
    if words and (
        not han or _ENGLISH_QUESTION.match(text) or (len(words) >= 3 and len(words) * 2 > len(han))
    ):
        return "en"
    traditional = sum(_converter("t2s").convert(char) != char for char in han)
    simplified = sum(_converter("s2t").convert(char) != char for char in han)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def neutral(text: str) -> bool:
    """Whether the text is written the same in both Chinese scripts, or is no Chinese: 那2020年呢."""
    return bool(_converter("t2s").convert(text) == text == _converter("s2t").convert(text))


def simplify(text: str, script: Language) -> str:
    """Given Chinese text and its script, return it in simplified characters and mainland words.

    Characters by opencc's `tw2s`, words by our own list: `tw2sp` makes 文件 and 查询, which the national
    form uses, into 文档 and 查找 (its words are those of computing).
    """
    plain = str(_converter("tw2s").convert(text)).translate(_VARIANTS)
    if script != "zh-Hant":
        return plain
    pattern, words = _regional_words()
    return pattern.sub(lambda match: words[match.group()], plain)


def squeeze(text: str) -> str:
    """Given text, return it without the spaces that Chinese typing leaves between characters and digits.

    A space between two digits or two Latin letters stays: it parts two years or two words. One before a second thing
    that is asked for (几辆公务 几辆执法的) is a comma.
    """
    text = _ASKS_AGAIN.sub(r"\g<first>，", re.sub(r"\s+", " ", text.strip()))
    return re.sub(r"(?<![0-9A-Za-z]) | (?![0-9A-Za-z])", "", text)


def in_one_form(text: str, script: Language) -> str:
    """Given a text as typed and its script, return it in simplified characters and half width, without spaces between
    Chinese characters."""
    return squeeze(simplify(half_width(text), script))

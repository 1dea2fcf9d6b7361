"""A copy of the sample with another agency, another year and other numbers, and the same questions of it.

What is kept: the form, the sentences, dates, hotline numbers and list numbers. The new numbers keep the
form's arithmetic (5120 + 260 = 5380).
"""

from __future__ import annotations

import json

_NAMES = (("凌源", "云岭"), ("朝阳", "海阳"), ("朝陽", "海陽"), ("lingyuan", "yunling"), ("辽宁", "江南"))
_YEARS = (
    ("2021", "2024"), ("2020", "2023"), ("2019", "2022"), ("2018", "2020"),
    ("二〇二一", "二〇二四"), ("二〇一九", "二〇二二"), ("２０１９", "２０２２"),
)  # fmt: skip
_NUMBERS = (
    ("396件", "873件"), ("4批393种", "7批615种"), ("393种", "615种"), ("65篇", "142篇"), ("27篇", "58篇"),
    ("7479", "5120"), ("增413", "增260"), ("7892", "5380"), ("| 12 | 增11 | 23 |", "| 31 | 增8 | 39 |"),
    ("| 0 | 0 | 0 | 1 | 1 |", "| 0 | 0 | 0 | 3 | 3 |"),
)  # fmt: skip
_VALUES = {
    396: 873,
    4: 7,
    393: 615,
    65: 142,
    27: 58,
    7479: 5120,
    413: 260,
    7892: 5380,
    23: 39,
    11: 8,
    1: 3,
    0: 0,
}


def report(text: str) -> str:
    """Given the sample's text, return the renamed copy's."""
    return _replaced(text, (*_NAMES, *_NUMBERS, *_YEARS))


def questions(lines: str) -> str:
    """Given the sample's questions, return them asked of the renamed copy, with its values."""
    renamed = []
    for line in lines.splitlines():
        item = json.loads(_replaced(line, (*_NAMES, *_NUMBERS, *_YEARS)))
        if "value" in item["expect"]:
            item["expect"]["value"] = _VALUES[json.loads(line)["expect"]["value"]]
        if "cites" in item["expect"]:
            item["expect"]["cites"]["year"] = 2022
        renamed.append(json.dumps(item, ensure_ascii=False))
    return "\n".join(renamed)


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text

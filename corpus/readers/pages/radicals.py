"""Radical and compatibility code points, which PDF writers put where the ordinary character is meant.

Only these are mapped: a whole NFKC would also narrow （：，, which the source does have.
"""

from __future__ import annotations

import unicodedata

# CJK Radicals Supplement that Unicode gives no compatibility mapping (EquivalentUnifiedIdeograph.txt).
_PAIRS = (
    "⺁厂 ⺅亻 ⺇几 ⺉刂 ⺊卜 ⺏尢 ⺒巳 ⺓幺 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺧牜 "
    "⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺲罒 ⺶羊 ⺷羊 ⺹耂 ⺺肀 ⺼月 ⺾艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 "
    "⻅见 ⻆角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 "
    "⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 "
)
_SUPPLEMENT = {pair[0]: pair[1] for pair in _PAIRS.split()}
# Kangxi radicals whose mapping is a form that nobody writes today.
_TODAY = {"⼾": "户", "⾭": "青"}


def plain(text: str) -> str:
    """Given text, return it with radicals and compatibility ideographs as the ordinary characters."""
    return "".join(_plain(char) for char in text)


def _plain(char: str) -> str:
    if char in _TODAY:
        return _TODAY[char]
    code = ord(char)
    if 0x2E80 <= code <= 0x2EFF:
        return _SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char)
    if 0x2F00 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
        return unicodedata.normalize("NFKC", char)
    return char

"""What people type, without what identifies them. Years and figures stay: a question is nothing without them."""

from __future__ import annotations

import re
from collections.abc import Callable

_SURNAMES = (
    "欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|令狐|慕容|东方|独孤|南宫|公孙|司徒|"
    "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹"
    "熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边]"
)
_END = r"(?=$|[\s，,。.；;、！!？?：:（(）)]|想|要|请|问|住|在|今|的|电|手|身|号|家|是|\d)"
_COUNTED = r"(?!\d|[.,]\d|\s*(?:万|亿|千|百)?(?:元|件|人|次|条|个|项|户|吨|公里|平方|%|％))"
_YEAR = re.compile(r"(?:19|20)\d\d")


def _name(before: str, ending: str = _END) -> re.Pattern[str]:
    return re.compile(rf"({before}[是为叫]?[:：]?\s*)((?:{_SURNAMES})[\u4e00-\u9fff]{{1,2}}?){ending}")


def _grouped(found: re.Match[str]) -> str:
    """A card's number in groups; but 2019 2020 2021 2022 are years."""
    groups = re.findall(r"\d+", found.group())
    return found.group() if all(_YEAR.fullmatch(group) for group in groups) else "〔号码〕"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII), "〔邮箱〕"),
    (re.compile(r"(?<![\dA-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXxＸｘ](?![\dA-Za-z])"), "〔证件号码〕"),
    (re.compile(rf"(?<![\d.,])\d{{13,}}{_COUNTED}"), "〔号码〕"),
    (re.compile(r"(?<![\d.,-])\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?(?![\d.,])"), _grouped),
    (re.compile(rf"(?<![\d.,])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}}{_COUNTED}"), "〔电话〕"),
    (re.compile(r"(?<![\d.,-])[（(]?0\d{2,3}[）)]?[ -]?\d{7,8}(?![\d.,])"), "〔电话〕"),
    (
        re.compile(
            r"((?:电话|手机|座机|联系方式|微信|[Tt]el|[Pp]hone)(?:号码?)?[^\d，。？?]{0,4})\d{7,8}(?!\d)"
        ),
        r"\1〔电话〕",
    ),
    (re.compile(r"[一二三四五六七八九零〇○幺两]{11,}"), "〔号码〕"),
    (_name("我叫|我的?名字叫?|本人姓名|姓名|本人|我姓"), r"\1〔姓名〕"),
    (
        re.compile(
            r"((?:我叫|我的?名字叫?|姓名(?=[是为叫:：]))[是为叫]?[:：]?\s*)(?!〔)([\u4e00-\u9fff·]{2,3})"
        ),
        r"\1〔姓名〕",
    ),
    (_name("我就?是", r"(?=$|[\s，,。.；;、！!？?]|想|要|请)"), r"\1〔姓名〕"),
    (re.compile(rf"(?<![\u4e00-\u9fff])(?:{_SURNAMES})[\u4e00-\u9fff]{{0,2}}(?=先生|女士)"), "〔姓名〕"),
    (
        re.compile(r"((?:[Mm]y name is|I am|I'm|I’m|[Nn]ame:)\s+)[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3}"),
        r"\1〔姓名〕",
    ),
)


def masked(text: str) -> str:
    """Given text that someone typed, return it with telephone, identity-card and bank-card numbers, e-mail
    addresses and the names people give themselves replaced by what they were."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text

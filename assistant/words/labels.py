"""The parts of a figure's label: what names the thing itself, what stands around it, what it only implies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.words.terms import explained, modifiers, terms, unnumbered
from corpus.five_years import OVER
from corpus.language.grammar import GROWN_TO
from corpus.report import Figure, Label
from corpus.units import base_unit, same_unit, thing

_LEVEL = re.compile(rf"(?<=..){GROWN_TO}$")
_NEW = ("新增", "增设", "新建")
_REMARK = re.compile(
    r"(?:《[^》]*》(?:（[^）]*）)?[、和及]?)+(?=等)|(?:“[^”]*”[、和及]?)+(?=等)|"
    r"^(?:聚焦|围绕|针对|结合|面向|立足|依托|对标|紧扣)[^，：“”]{2,24}?(?:领域|方面|工作|主题|问题|任务|需求|环节)(?=[^等的])|"
    r"(?<=..)完成(?:年初|年度|全年|调整)?(?:预算|计划|任务|目标)数?的?[，,]?(?=[比较同]|增[长加]|减少|下降)|"
    r"（[^）]*）|\([^)]*\)|“[^”]{7,}”|在[^，：“”]{2,16}?[中时](?=.)|"
    r"^经[^，：“”]{2,16}?后(?=..)|"
    r"^(?:通过|以|采取|采用|利用|运用|借助)[^，：“”]{2,20}?(?:形式|方式|渠道|途径|手段|平台|网站)(?=..)"
)
"""What adds nothing to the thing itself: a remark in brackets, a long quotation, an occasion, a means."""
_OR = re.compile("([一-鿿])（([一-鿿])）(?=[一-鿿])")
"""Two readings in one: 新（改）建, 区（县）属."""
_CASES = "案件"
"""What is counted by 件, 起 and 宗, whether the label says so or not."""
_AREA, _AREAS = "面积", ("亩", "平方米")
_PROGRAMME = "节目 栏目"
"""What has a title of its own and comes in 期: 《某县有话说》12期."""
_SUM, _NAMES_SUM = "金额", re.compile("[款额费金资债税值]|预算|决算|收入|支出|利润|[奖补]")
"""What is told in money is called so, where its label names no money: 罚没入库658万元."""
DEFAULTS = ("总计", "合计", "总数", "总额", "小计")
"""Labels that mean the whole: a question that names no part means these."""
CHANGE = "增减"
"""Added to a measure, it asks for the change in it."""
_OF_PROJECT = re.compile(r"(?:项目|年度)?资金(?:申请)?总额")
"""What the sheet of one project calls all its money, in all and of the year."""
_OF_GROUP = "小计"
"""The total of a group of columns, which it needs to be called by."""
_SIDE = re.compile("(?:年初|全年|调整后?的?)?预算数?|(?:支出|收入)?决算数?|(?:全年)?(?:实际)?执行数?")
"""The two sides of an account, which name nothing by themselves: every item has both."""
ON_YEAR_BEFORE = re.compile(
    r"(?P<thing>.+?)[，,]?(?:同比|[比较与同](?:(?P<year>20\d\d)年度?[末底]?|[上前]一?年度?[末底]?|去年年?[末底]?|年初(?!预算|决算|计划|目标|任务))(?:（[^）]{1,12}）)?(?:年初)?(?:预算|决算|执行)?数?(?:同期)?(?:相比)?)[，,]?"
    r"(?:净?(?:增加|增长|上升|提高|提升|减少|下降|降低|回落)|净增|压减|核减)"
)
"""A change on the year before, and what it is of."""
_KEPT = 32_768
"""Labels in memory: the same ones are looked at for every question of their scope."""


@lru_cache(maxsize=_KEPT)
def leaves(label: Label) -> tuple[str, ...]:
    """Given a label, return the parts that name the thing itself: the last part of its phrase, or its innermost
    row and column labels, where a total stands for the group it is the total of. What is only the side of an account
    (年初预算, 决算数) is named by the item whose side it is."""
    if label.phrase:
        above, _, own = label.phrase.rpartition("：")
        return (above, own) if above and _SIDE.fullmatch(own) else (own,)
    row = innermost(label.row)
    column = label.column[-1] if label.column else ""
    if unnumbered(column) in DEFAULTS:
        column = "" if row and unnumbered(column) != _OF_GROUP else innermost(label.column)
    of = (
        innermost(without_side(label.column))
        if not row and without_side(label.column) != label.column
        else ""
    )
    return tuple(part for part in (row, of, column) if part)


def without_side(column: tuple[str, ...]) -> tuple[str, ...]:
    """Given a column path, return it without the side of the account that it may end in: 公务接待费 · 决算数."""
    return column[:-1] if column and _SIDE.fullmatch(column[-1]) else column


def innermost(path: tuple[str, ...]) -> str:
    """The innermost label of a path that is no total, or nothing."""
    return next((part for part in reversed(path) if unnumbered(part) not in DEFAULTS), "")


def of_project(label: Label, measure: str) -> str:
    """Given a label and a measure, return the name of the project all of whose money the label is, as the project's own
    sheet tells it, where the measure calls it by that name alone; else nothing."""
    named = len(label.row) > 1 and not label.column and _OF_PROJECT.fullmatch(label.row[-1]) is not None
    return label.row[0] if named and "资金" not in measure else ""


@lru_cache(maxsize=_KEPT)
def groups(label: Label) -> tuple[str, ...]:
    """Given a label, return what stands around the parts that name the thing, with the caption."""
    if label.phrase:
        return (label.phrase.rpartition("：")[0],)
    own = leaves(label)
    return (label.caption, *(part for part in (*label.row, *label.column) if part not in own))


@lru_cache(maxsize=_KEPT)
def full_name(label: Label) -> str:
    """Given a label, return the parts that name the thing itself and those around them as one text, with both readings
    of what is written for two: 新（改）建 is 新建 and 改建."""
    name = " ".join((*leaves(label), *groups(label)))
    return " ".join((name, _OR.sub(r"\1", name), _OR.sub(r"\2", name))) if _OR.search(name) else name


def besides(label: Label, text: str) -> int:
    """Given a label and what is asked, return how many of the label's words are not asked: of 城乡社区支出, 收入预算 has one
    more than 支出预算."""
    parts = (part for part in (label.caption, *label.row, *label.column) if unnumbered(part) not in DEFAULTS)
    return sum(not explained(term.word, text) for part in parts for term in terms(part))


def counted(figure: Figure) -> str:
    """Given a figure, return what its unit alone says that it counts, or nothing: 案件 for 件, 面积 for 亩, 节目 for 期 of a
    title."""
    if figure.unit == "期" and "《" in figure.label.phrase:
        return _PROGRAMME
    if base_unit(figure.unit or "")[1] in _AREAS:
        return _AREA
    if figure.label.phrase and same_unit(figure.unit, "元") and not _NAMES_SUM.search(figure.label.phrase):
        return _SUM
    return _CASES if thing(figure.unit or "") in ("件", "起", "宗") else ""


def is_total(path: Sequence[str]) -> bool:
    """Given a row or column path, return whether it ends in a label that means the whole."""
    return bool(path) and unnumbered(path[-1]) in DEFAULTS


def is_sum(path: Sequence[str]) -> bool:
    """Given a row or column path, return whether it ends in a label that may say of what it is the whole: 本年支出合计."""
    return is_total(path) or (bool(path) and unnumbered(path[-1]).endswith(("合计", "总计")))


@lru_cache(maxsize=_KEPT)
def is_change(label: Label) -> bool:
    """Given a label, return whether it measures a change and not a level."""
    said = " ".join(level(part) for part in leaves(label))
    return explained(CHANGE, said.replace("增加值", "产值")) > 0


def is_change_of(label: Label, measure: str) -> bool:
    """Given a label and a measure, return whether the label is of a change in the measure: 新增学位 is none in 新增学位."""
    return is_change(label) and not any(word in measure and word in label.text for word in _NEW)


def is_of_five_years(label: Label) -> bool:
    """Given a label, return whether it is of what five years brought, and not of the last of them."""
    return OVER in modifiers(label.phrase)


def level(phrase: str) -> str:
    """Given a phrase, return it without the words by which something rose to its level: 比例提升至 is the 比例."""
    return _LEVEL.sub("", phrase)


def without_agency(figure: Figure) -> str:
    """Given a figure of prose, return its phrase without its own agency, in full or in short, before it: 某局共有车辆."""
    issuer, phrase = figure.citation.issuer, figure.label.phrase
    starts = (issuer[place:] for place in range(len(issuer) - 3))
    named = next((start for start in starts if phrase.startswith(start)), "")
    return re.sub("^[（(](?:部门|本级|单位|本部)[)）]", "", phrase.removeprefix(named)) or phrase


def timeless(figure: Figure) -> str:
    """Given a figure of prose, return its phrase without its own year, to be asked for with one."""
    return figure.label.phrase.replace(f"{figure.year}年", "").replace("：", "中")


@lru_cache(maxsize=_KEPT)
def essential(part: str) -> str:
    """A label without remarks in brackets and without long quotations: “…”等新闻发布会 are 新闻发布会. What something
    rose to (比例提升至) is its level."""
    bare = level(_REMARK.sub("", part))
    return bare if bare.strip("等、， ") else part

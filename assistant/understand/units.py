"""The units and measure words that a question asks in: 多少件, 几份, 多少万元."""

from __future__ import annotations

import re
from functools import lru_cache

# Each measure word with what must not follow it: 项目, 场所, 人员 … are nouns, not units.
_FOLLOW = {
    "件": "数", "份": "额子", "条": "例款件", "起": "诉草码点", "次": "品数要", "家": "庭具长政门", "人": "员口才事民大工均力行群士",
    "户": "籍外口", "项": "目", "批": "文复准评示", "台": "湾账风北中南海胞商企资青", "期": "限间货", "场": "所景地馆合", "个": "人体性",
    "名": "单称录义额誉", "部": "门委分队署", "张": "贴", "例": "如外会", "处": "理罚置分方室长", "所": "有属需在", "座": "谈",
    "页": "面", "版": "本块权", "种": "植子类", "类": "别型", "宗": "旨教", "笔": "记录试者误迹画墨", "元": "旦素", "天": "然气", "轮": "换", "本": "年局级区机市单",
    "块": "钱地", "具": "体有备", "卷": "烟入", "盏": "", "棵": "", "株": "", "根": "本据源", "颗": "粒", "枚": "", "桶": "", "袋": "", "箱": "", "支": "出付持撑队部",
    "封": "面闭建顶装", "位": "于置居次", "对": "于比象照策外", "列": "入出表为", "头": "号条",
    "篇": "", "只": "", "辆": "", "册": "", "套": "", "间": "", "幅": "", "艘": "", "吨": "", "亩": "", "公里": "", "平方米": "", "岁": "月末",
    "公顷": "", "小时": "", "分钟": "", "秒": "杀回", "人次": "", "航次": "", "个航次": "", "批次": "", "台件": "", "户次": "", "家次": "", "万元": "", "亿元": "", "万件": "",
    "万人": "", "万人次": "", "万条": "", "万次": "", "千元": "", "个百分点": "", "百分点": "", "工作日": "", "个工作日": "",
    "艘次": "", "辆次": "", "架次": "", "列次": "", "班次": "", "场次": "", "件次": "", "册次": "", "台次": "", "车次": "", "标箱": "", "标准箱": "",
    "课时": "", "学时": "", "美元": "", "万美元": "", "亿美元": "", "港元": "", "万港元": "", "亿港元": "",
}  # fmt: skip
UNIT = "|".join(
    word + (f"(?![{after}])" if after else "")
    for word, after in sorted(_FOLLOW.items(), key=lambda item: -len(item[0]))
)
"""A pattern of one unit, the longest first."""

_ASKED = re.compile(rf"(?:多少|几|哪几|若干|几多)(?P<unit>{UNIT})")
_FOR_EACH = re.compile("[/／]")
"""Behind a unit: 万元/人 is no 万元."""
_KINDS = re.compile("哪几[类种]")
"""They ask which kinds there are, and not how many."""
_MONEY = re.compile(
    r"多少钱|几多钱|几块钱|多少块|几个钱|几元钱|多少资金|多少经费|(?:多少|几)个?亿(?![\u4e00-\u9fff])|花了?多少(?!时)|(?:花|用|投|拨|投入|花费|要|安排)的?(?:钱|资金|经费)(?:得)?最|钱(?:花|用)得最|(?:花|花费|投入|安排)得最|的钱最|收了?多少费|金额|多少款"
)
_TEN_THOUSANDS = re.compile(
    r"(?=.*(?:预算|决算|经费|支出|收入|拨款|[罚借贷存捐赔税]款|资金|投资|融资|投入|费用|[\u4e00-\u9fff]费|花|钱|罚没|工资|薪|补[贴助偿]|奖[励金]|税[收额款金]|损失|[产总]值|金额|债))(?:.*)(?:多少|几)个?[十百千]?[万亿](?:块|(?=[呢啊呀了嘛吗的没？?，,。；;\s]|左右|$))"
)
"""Of money people leave the unit out: 三公经费预算多少万."""
_PERCENT = re.compile(r"百分之(?:多少|几)|百分比|占比|比例|比重(?!庆)|几个百分点|百分数|%|几成|多少百分")
_SCORE = re.compile(
    "(?:得|总|均|测评|评估|考核|自评|评价)分(?:数|值)?(?:到底|具体)?(?:是|为|有|拿了?|达到?)*(?:多少|几|$|[?？呢])"
    "|[多几]少?分(?![之钟别类项为母])"
)
"""How well something was done, in points: 平均分是多少."""
_IN_MAGNITUDE = re.compile(rf"(?:多少|几)个?(?P<magnitude>[十百千]?[万亿])(?P<unit>{UNIT})?(?!里)")


def magnitude(text: str) -> str:
    """Given a simplified Chinese question, return in what orders it wants the number (多少万人, 几个亿), or ""."""
    match = _IN_MAGNITUDE.search(text)
    if match is None or _FOR_EACH.match(text, match.end()):
        return ""
    return match["magnitude"] + (match["unit"] or "")


@lru_cache(maxsize=1024)
def expected(text: str) -> str | None:
    """Given a simplified Chinese question, return the unit it asks for, or None.

    "元" stands for money of any order; "%" for any share or rate.
    """
    asked = sorted(_ASKED.finditer(text), key=lambda one: one.group().startswith("哪"))
    match = next((one for one in asked if not _KINDS.fullmatch(one.group())), None)
    if match and _FOR_EACH.match(text, match.end()):
        return None
    if match:
        unit = match.group("unit")
        return {"个百分点": "百分点", "个工作日": "工作日", "天": "天"}.get(unit, unit)
    ordered = _IN_MAGNITUDE.search(text)
    if ordered and ordered["unit"]:
        return ordered["unit"]  # 多少万亩: what 多少亩 asks for, in orders
    if _PERCENT.search(text):
        return "%"
    if _SCORE.search(text):
        return "分"
    if _MONEY.search(text) or _TEN_THOUSANDS.search(text):
        return "元"
    return None

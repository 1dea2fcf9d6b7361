"""What a Chinese question wants done: a value, a difference, a trend, a passage …"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.query import Choose, Operation
from assistant.understand.groups import BOTH_ENDS, SUNDRY, counts_rows
from assistant.understand.periods import MARK, Period
from assistant.understand.shares import SPENT_BUDGET, SPENT_OF, TAKES_POINTS
from assistant.understand.units import UNIT

_HOW_MANY = re.compile(r"多少|(?<!哪)几(?!乎)|若干|百分之|是多大|有多[重长高远宽厚]")
_CONTACT = re.compile(
    r"(?:电话|热线|号码|传真|邮编|邮政编码|邮箱|网址|地址|联系方式|通讯地址|联系人)(?:号码?)?(?:是|为|分别是|各是)?(?:多少|什么|几号|哪个|在?哪里?|在哪儿|哪些)?[?？。\s]*$|怎么联系|如何联系"
)
_COUNTED = re.compile(rf"(?:多少|几)(?:{UNIT})")
_SOME = re.compile(
    r"^(?!.*(?:多少|若干|百分))(?=.*(?:哪|怎么|咋|如何|怎样|(?:都|分别|各|主要)是(?:什么|啥)|举出|点名|列举))"
)
"""几 is some, where another word asks: 举出几个, 几个部门怎么管."""
_LAST_CLAUSE = re.compile(r"[^，,。；;？?！!]+")
_WHY = re.compile(
    r"为什么|为何|为啥|因何|缘何|(?:怎么|咋)(?:会|就|突然|一下子?|比|又|老|变[多少高低大小快慢])|(?:怎么|咋)(?:回事|搞的|引起)|(?:什么|啥|何)原因"
)
_AMOUNT = re.compile(r"多少|百分|几成|几倍")
_WHEN = re.compile(r"几月|几号|几点|几时|哪[天日月]|哪一[天日月]|什么时[候间]|何时|多久|多长时间")
_MOST = re.compile(
    r"最(?P<word>多|少|高|低|大|小|快|慢|长|短)(?!限度|跑|程度|程)|第一的?是?(?:哪|谁)|排第一|垫底(?!之?[以后]|的?(?:原因|问题|局面|情况))|倒数第一|居首"
)
_RANK = re.compile(
    r"排名|排序|排行|排第几|由[多高大少低小]到[多高大少低小]|从[多高大少低小]到[多少高低大小]|前[二三四五六七八九十\d]+[名位]"
)
_ASCENDING = re.compile(r"[由从][少低小][到至][多高大]")
_OF_GROWTHS = re.compile(
    r"(?:增长率|增速|增幅|涨幅|降幅|增长)[^，,。]{0,16}比[^，,。]{1,16}[高低快慢](?:出|了)?(?:多少|几)"
)
"""By how much one growth is above another: in points, and no growth of a growth."""
_END_WORD = r"(?:多|少|高|低|大|小)"
_MOST_OF = re.compile(
    rf"最{_END_WORD}的?(?:那|这)?一?(?:个|种|类|项|块|样|边|者|季度)(?!月)|"
    rf"(?:[中里]|当中|之中|之间|里面|里头)[，,]?(?:数量|件数|金额|占比|用得|花得)?最{_END_WORD}的|"
    rf"排(?:名|在)?第一(?:位)?的(?:那|这)?一?(?:个|种|类|项)|最{_END_WORD}的(?:(?:是|有|为)(?:多少|几)|多少)"
)
"""The extreme of several things, asked for by its figure and not by its name: 最多的一种有多少件."""
_PER = re.compile(
    r"平均(?:下来)?(?:到)?(?:每|一)(?:个)?(?P<part>月|季度)|(?P<short>月|季)均(?!衡|等)|每个?(?P<before>月|季度)(?:大约|约)?平均"
)
_PARTS_OF_YEAR = {"月": 12, "季度": 4, "季": 4}
_OVER_ISSUERS = re.compile(
    r"(?:哪一?[个些]?家?|什么|何)(?:局|单位|部门|(?:[区县市]{1,3}|省|镇|乡)(?![场级委政])|街道|机关|地方|地区|委办局|政府|机构)(?!类|申请)|哪家|谁(?!提|申|要求)|各(?:局|单位|部门|区|县|市|地|街道|机关)"
)
_OVER_YEARS = re.compile(r"哪一?个?年|何年|什么年份|历年|每一?年|各个?年|逐年|年年|哪个年")
_SEVERAL_YEARS_OPEN = re.compile(r"历年|逐年|每一?年|各个?年|几年来?|近年|多年|年年|这些年")
_TREND = re.compile(
    r"趋势|走势|变化|怎[么样]变|如何变|逐年|历年|变动|起伏|(?:各个?|每一?)年度?(?:的)?.*(?:多少|几|情况)|发展情况"
)
_AVERAGE = re.compile(r"平均|年均|均值|每年均")
_SHARE = re.compile(
    rf"份额(?!(?:是|为|有|达到?)?(?:多少|几)(?:{UNIT}))|"  # 预留的份额是多少万元 asks for no share
    r"相当于[^，,。]{0,20}?(?:百分之|几成|多大比|多少比)|占比|比重(?![复新点要庆])|比例|占(?!用|地(?!区|方)|道|压).{0,16}?(?:多少|几|比|百分|成|%)|够[^，,。]{2,20}?的?(?:百分之|几成)|占多大|被[^，,。]{2,14}?(?:用|采用|采纳|录用|刊登|转载|刊用)了?(?:百分之)?(?:多少|几)(?:个)?(?:%|成|百分)|被[^，,。]{2,14}?(?:用|采用|采纳|录用|刊登|转载|刊用)了?百分之|(?:百分之(?:多少|几)|几成)(?:的)?(?:是|属于|来自)|有(?:百分之|几成)"
)
_GROWTH = re.compile(
    r"增长率|增幅|增速|降幅|跌幅|涨幅|(?:增长|下降|变化|变动|增减|涨跌)幅度|变[化动]率|翻了?(?:多少|几|一)?番|翻(?:了)?几|(?:几|多少)倍|"
    r"(?:增长|上升|下降|提高|降低|增加|减少|上涨|下跌|回落|变化|变动|变|多|少|高|低|涨|降)了?(?:百分之|几成|多少(?:个)?百分(?!点)|(?:几|多少)个?%)|"
    rf"(?:(?:增长|下降|上升|上涨|下跌|降低|提高|回落|涨|降)了?|(?:增长|下降|上升|上涨|下跌|回落)(?:是|为|达到?))(?:多少|几)(?!(?:个|的)?(?:{UNIT}))(?!钱|个?[十百千]?[万亿])|"
    r"(?:同比|环比)(?:增长|增加|上升|下降|减少|变化|情况|增减|多少|如何|怎么样|呢|[?？]|$)"
)
_COUNTED_AFTER = rf"[百千]?[万亿]?(?:{UNIT})的?[一-鿿]{{2}}"
"""After 净增了多少, what is counted: 净增了多少家企业 asks how many are new."""
_DIFFERENCE = re.compile(
    r"(?:增加|减少|增多|多出|少了|多了|增长|下降|上升|上涨|降低|提高|缩短|缩减|多|少|涨|降)了?(?:多少|几)|[高低长短快慢]了(?:多少|几)|(?<![\u4e00-\u9fff]不)少[\u4e00-\u9fff]了(?:多少|几)|相差|差多少|差了?几|(?<!哪些)(?<!什么)(?<!存在)差距(?!有哪|在哪|和(?:问题|不足))|差额|差值|净增(?=了?(?:多少|几)(?!"
    + _COUNTED_AFTER
    + r")|[，,?？]|$)|(?<!本年)增减了?(?:多少|几|情况)|"
    r"比(?![较例如率]|重(?![复新点要]))[^?？。]{1,24}?(?:多|少|高|低|大|小|快|慢|增|减|涨|降|省|节约|超支?)[\u4e00-\u9fff]{0,3}?了?(?:多少|几)|"
    r"(?:变化|变动|变)(?:量|值|数)?[了是为有]?(?:多少|几)"
)
_CHANGED = re.compile(r"有(?:什么|何|哪些)(?:变化|变动)|(?:怎么|怎样|如何)变(?:化|动)?的?(?=[呢啊?？]|$)")
_COMPARE = re.compile(
    r"有没有.*(?<!有)(?:多|少|高|低)[?？]?$|对比|比较(?!多|少|高|大|集中|突出|典型)|相比|比一比|差异|区别|"
    rf"(?:比|较)[^{MARK}]{{0,12}}{MARK}?[^{MARK}]{{0,12}}?(?:更|要|还)?(?:多|少|高|低|快|慢)(?:吗|么|不|没|还是|[?？]|$)|多还是少|增加还是减少|上升还是下降|"
    rf"和{MARK}[^{MARK}]{{0,6}}比(?:呢|怎么样|如何|[?？]|$)"
)
_CHOOSES = re.compile(
    rf"(?:哪一?[个家项种类边者年方件]|谁)[^,，。]{{0,16}}?(?P<end>多(?!少)|(?<!多)少|[高低大快慢]|(?<!大)小)(?:一些|一点|点|些)?(?=$|[{MARK}\s,，。?？啊呀呢])|"
    r"(?P<either>[多少高低大小快慢])还是.{2,}?(?P=either)(?:一些|一点|点|些)?[呢啊?？]*$"
)
"""Which of those named has more: 谁多, 哪年的水费预算高, 2023年多还是2024年多."""
_MORE_BY = re.compile(
    r"(?:[多少]出|高出|超出|多了?|少了?|[高低大小增减涨降]了?)(?:了)?(?:多少|几|百分)|[相]?差|百分|倍|幅|率"
)
"""After 哪个多, that it is asked by how much."""
EACH_ADDED = r"(?:各|每|所有|全部)(?:个|条|种|类)?(?:小|分|子)?(?:项|理由|原因|情形|类型)(?:全部?|都|的|统统)*(?:加一加|加|相加|合|算)"
ALL_COUNTED = r"把(?:各|每|所有|全部)[^，,。]{1,8}都?算(?:上|进)"
"""各条理由全部加起来, 把各种理由都算上: every row of a group, added up."""
SUM = re.compile(
    EACH_ADDED + "|" + ALL_COUNTED + "|"
    r"合计|总共|一共|总和|加起来|加在?一[起块]|合起来|合在一起|累计|总计|共计|总数|总量|总额|之和|加总|相加|共有?(?:多少|几)"
)
_EACH_ASKED = re.compile(r"分别|依次|各(?:有|是|为)?(?:多少|几)|(?:多少|几).*其中.*(?:多少|几)")
"""Each is asked for, the whole and the part of it too: 总共多少件，其中不予公开几件."""
_EVERY_ROW = re.compile(
    EACH_ADDED + "|" + ALL_COUNTED + "|"
    r"(?:各|每|所有|全部)(?:个|条|种|类|项)[^，,。]{2,12}?的?(?:理由|原因|情形|类型)(?:全部?|都|统统|通通)?(?:加|合|相加|加总)"
)
_RATE = re.compile(
    r"(?<!增长)(?<!变化)(?:[\u4e00-\u9fff]{1,5})(?<!效)(?<!频)(?<!汇)(?<!利)(?<!费)(?<!税)(?<!生产)率(?!先|领|道|真|土)"
)
RATE_OF = re.compile(
    r"(?<![未没不占])(?<!没有)[，,]?(?:当年)?(?<![未没不])(?P<done>[办处]理(?=了百分之)|办结|办掉|办完|审结|结案|完成|合格|落实|整改|回复|答复|采纳|达标|破案|解决)了?的?(?:百分之(?:多少|几)|多少(?:个)?百分比|几成|(?:比例|占比)(?:是|有|达到?)?(?:多少|多高|多大))"
)
"""A rate asked for by its verb: 办结了百分之多少 is the 办结率."""
_OF_THOSE = re.compile(
    r"[\u4e00-\u9fff](?:(?<![其集])(?:中|里|当中|之中|里面|里头)[，,]?|(?<!其中)[，,])(?:已经?|得到)?"
    r"(?!(?:当年|已经?|得到|按时)*(?:办结|办完|办掉|办理|答复|处理|审结|结案)了?的?(?:比例|占比|比重))[\u4e00-\u9fff]{2,12}的?(?:比例|占比|比重)(?:是|有|达到?)?(?:多少|多高|多大)"
)
"""A中，完成的占比是多少: a share of what is named. How many of what came in were dealt with is a rate of the form's."""
_LIST = re.compile(
    r"各(?:自|有|是|为|占)?(?:多少|几)|各(?:项|种|类|个)?(?:原因|情形|理由|类型|结果)|各类.{0,8}各|分别|依次|明细|构成|按(?:原因|类型|情形|申请人)|有哪些(?:情形|类型|类别|原因|理由|结果|种类|情况)|哪(?:几|些)种(?:情形|情况|类型|原因)"
)
_EXISTS = re.compile(
    r"有没有|有木有|有无|是否|是不是|有否|能否|会不会|(?:吗|(?<![什怎那多])么|嘛)[?？。!！\s]*$|没有[?？]?$"
)
_ASKS_TEXT = re.compile(
    r"什么|啥|哪|咋|因何|缘何|谁|为何|为什么|怎么|怎样|如何|何处|何地|何种|何人|(?:^|请|能否|能不能|帮我|简单|简要|[\s，,])(?:介绍|说明|概括|总结|描述)|(?:介绍|说明|概括|总结|描述)(?:一下|下)|讲讲|谈谈|依据"
)
_NAMES_TEXT = re.compile(
    r"(?:问题|不足|短板|困难|措施|举措|打算|计划|思路|安排|做法|经验|亮点|成效|成绩|原因|缘由|缘故|理由|职责|职能|方式|渠道|途径|(?<!增长)(?<!预期)(?<!产量)(?<!增速)(?<!收入)目标|任务|要求|内容|依据|负责人|责任人|联系人|编制依据|统计期限|范围|名词解释|方向|重点工作|工作重点)[?？。\s]*$"
)
_COUNT_NOUN = re.compile(
    r"(?:数量|件数|次数|人数|个数|篇数|总数|总量|金额|总额|数额|数目|数值|数字|数据|规模|面积|产值|总值|增加值|余额|收入|支出)(?:是|为)?(?:什么|怎么样|如何)?[?？。\s]*$"
)
_PLAIN_MORE = re.compile(r"(?:少|低|小|短|末|垫底|倒数)")


_ALL = "(?:全国|全省|全市|全区|全球|世界|中西部|西部|中部|东部|长三角|同类城市|副省级城市)"
_AMONG_ALL = re.compile(
    rf"{_ALL}(?:各省[区市]*)?(?:范围内?|里面?|中|的|能|可以)*(?:排名?|位次|名次|位居|位列|居|列)*(?:是|在|到|为)?第几|"
    rf"(?:排名?|居|列|位居|位列|排在|排到){_ALL}的?第几"
)
"""Which place something has in the country."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The operation, for a rank which end is wanted, and what it runs over."""

    operation: Operation
    choose: Choose = ""
    over: Literal["", "years", "issuers", "rows"] = ""
    ordered: Literal["", "down", "up"] = ""
    """For a rank of all: 从多到少, 从少到多."""
    per: int = 1
    """Into how many parts of a year an average divides it: 12 for 平均每月."""


def asked(text: str, *, years: int, issuers: int, measures: int, against_last: bool) -> Asked:
    """Given simplified Chinese (years and names may be marked, words for all years not), and how many years,
    issuers and measures it names, return what it wants done.

    The order matters: 哪年最多 holds 多, and 平均每年增加多少 is an average.
    """
    several = max(years, issuers, measures) > 1 or bool(_SEVERAL_YEARS_OPEN.search(text))
    over = _over(text, years, issuers)
    if _for_contact(text) or _WHEN.search(text) or (_WHY.search(text) and not _AMOUNT.search(text)):
        return Asked("passage")
    if _AMONG_ALL.search(text):
        return Asked("rank", "", "rows", "down")  # a place among others, and not the number itself
    if BOTH_ENDS.search(text) and measures < 2:
        apart = re.search(r"相差|差距|差额|差值|[多高大](?:出|了)?(?:多少|几)", text)
        return Asked("difference" if apart else "rank", "ends", "years" if over == "years" else "rows")
    if _is_rank(text):
        return Asked("rank", _end(text), over or ("" if measures > 1 else "rows"), _order(text))
    if re.search(r"(?:多少|几)个?百分点", text) and not TAKES_POINTS.search(text):
        return Asked("difference", over=over)
    if RATE_OF.search(text) and not _OF_THOSE.search(text):
        return Asked("rate")
    if (
        SPENT_OF.search(text)
        or SPENT_BUDGET.search(text)
        or TAKES_POINTS.search(text)
        or (_SHARE.search(text) and not _GROWTH.search(text))
    ):
        chooses = _CHOOSES.search(text) if several else None
        return Asked("share", _which(chooses), _of_those(over, years, issuers)) if chooses else Asked("share")
    if per := _PER.search(text):
        return Asked("average", over=over, per=_PARTS_OF_YEAR[next(filter(None, per.groups()))])
    if (
        _AVERAGE.search(text)
        and not (measures > 1 and _MORE_BY.search(text))
        and (several or ("年均" in text and years != 1))
    ):
        return Asked("average", over=over)
    if (chooses := _CHOOSES.search(text)) and not _MORE_BY.search(text):
        return Asked("rank", _which(chooses), over or ("" if measures > 1 else "rows"))
    if _OF_GROWTHS.search(text):
        return Asked("difference", over=over)
    if _GROWTH.search(text):
        return Asked("growth", over=over)
    if _DIFFERENCE.search(text) or (years == 2 and _CHANGED.search(text)):
        return Asked("difference", over=over)
    chooses = _CHOOSES.search(text)
    if chooses:
        return Asked("rank", _which(chooses), over or ("" if measures > 1 else "rows"))
    if _COMPARE.search(text) and (several or against_last):
        return Asked("compare", over=over)
    return _simple(text, over, several, years)


def _of_those(
    over: Literal["", "years", "issuers"], years: int, issuers: int
) -> Literal["", "years", "issuers"]:
    """What is chosen among where 谁 says nothing of it: the years of one agency."""
    return "years" if years > 1 and issuers < 2 else over


def _for_contact(text: str) -> bool:
    contact = _CONTACT.search(text)
    return contact is not None and not _COUNTED.search(_LAST_CLAUSE.findall(text[: contact.end()])[-1])


def adds(text: str) -> bool:
    """Given a question for several things, return whether it wants them added up."""
    return SUM.search(text) is not None and not _EACH_ASKED.search(text)


def _simple(text: str, over: Literal["", "years", "issuers"], several: bool, years: int) -> Asked:
    how_many = bool(_HOW_MANY.search(text)) and not _SOME.search(text)
    if adds(text) and several:
        return Asked("sum", over=over)
    if adds(text) and how_many and SUNDRY.search(text) and not several:
        return Asked("sum", over="rows")
    in_order = "依次" in text and not _EVERY_ROW.search(text)  # each total, and not what they all come to
    if SUM.search(text) and (counts_rows(text) or _EVERY_ROW.search(text)) and not several and not in_order:
        return Asked("sum", over="rows")
    if _TREND.search(text) and (several or re.search(r"趋势|走势", text)):
        return Asked("trend", over="years")
    if _EXISTS.search(text) and not how_many:
        return Asked("exists")
    if _RATE.search(text) and not re.search(rf"为什么|怎么提|如何提|率(?:多少|几)(?:{UNIT})", text):
        return Asked("rate")
    if _LIST.search(text):
        return Asked("list", over=over or "rows")
    if years > 1 and (how_many or not _ASKS_TEXT.search(text)):
        return Asked("trend" if years > 2 else "list", over="years")
    if how_many or _COUNT_NOUN.search(text):
        return Asked("value")
    return Asked("passage" if _ASKS_TEXT.search(text) or _NAMES_TEXT.search(text) else "value")


def _is_rank(text: str) -> bool:
    most = _MOST.search(text)
    asks = re.search(r"哪|谁|何年|什么|最[多少高低大小]的?(?:是|有|年|局|单位|[?？]|$)", text)
    return bool(_RANK.search(text)) or bool(most and asks) or bool(_MOST_OF.search(text))


def _order(text: str) -> Literal["", "down", "up"]:
    if not _RANK.search(text) or _MOST.search(text):
        return ""
    return "up" if _ASCENDING.search(text) else "down"


def _end(text: str) -> Literal["most", "least", ""]:
    match = _MOST.search(text) or _MOST_OF.search(text)
    if match is None:
        return ""
    return "least" if _PLAIN_MORE.search(match.group()) else "most"


def _which(chooses: re.Match[str]) -> Literal["most", "least"]:
    return "least" if _PLAIN_MORE.match(chooses.group("end") or chooses.group("either")) else "most"


def _over(text: str, years: int, issuers: int) -> Literal["", "years", "issuers"]:
    if _OVER_YEARS.search(text):
        return "years"
    if _OVER_ISSUERS.search(text):
        return "issuers"
    if years > 1:
        return "years"
    return "issuers" if issuers > 1 else ""


def two_years(period: Period, wanted: Asked) -> Period:
    """Given the years and what is wanted, return the two that a change lies between: the ends of a range,
    the year named and the one before, or after 较2023年 that year and the next."""
    if wanted.operation not in ("difference", "growth") or period.every or wanted.over == "issuers":
        return period
    if wanted.choose:
        return period  # between the rows of one year
    if len(period.years) > 2:
        return replace(period, years=(period.years[0], period.years[-1]))
    if len(period.years) != 1:
        return period
    (year,) = period.years
    if period.base:
        return replace(period, years=(year, year + 1), guessed=True)
    return replace(period, years=(year - 1, year), against_last=True)

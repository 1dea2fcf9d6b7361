"""What a question wants worked out, in the words that are read as such: 摊到每个月 as 平均每月, 合到一块 as 合起来, 甲是乙的
百分之几 as 甲占乙的百分之几."""

from __future__ import annotations

import re

from assistant.understand.operations import adds
from assistant.understand.units import UNIT

_EACH_MONTH = re.compile(
    r"(?:平均|[平分均]?摊|匀|折合|折算|换算)(?:下来|到|成|为|给|来)*[，,]?(?:大约|大概|差不多|约|是)?(?:每|一)个?(?P<part>月|季度)|"
    r"(?:每|一)个?(?P<first>月|季度)(?:大约|大概|差不多|约)?(?:折合|合|摊|匀)(?:到|得|了)?(?=多少|几)"
)
_PLUS = re.compile(r"(?<=[\u4e00-\u9fff）)])(?<!互联网)\s*\+\s*(?=[\u4e00-\u9fff（(])(?![^“]*”)")
"""A sign for 加, and none of a name: “互联网+监管”."""
_TOGETHER = re.compile(
    r"(?:归拢|加总|加|合|凑|并|归)(?:到|在|成)?了?一(?:块儿?|起|道|处|堆)(?:来?算)?(?!来?[对相]?比)"
)
_IS_OF = re.compile(
    r"(?P<part>[\u4e00-\u9fff”）)][，,]?)(?:大约|大概|差不多|约|究竟|到底)*(?<![总尚但还而也于若不])(?<![^纠修校改]正)(?:是|等于)(?:了|全部|所有)?"
    r"(?P<whole>[^，,。；;？?是为占]{2,30}?)的(?P<much>百分之(?:多少|几)|几成(?!了))(?=[呢啊]?[？?。]*$)"
)
"""甲是乙的百分之几. 占 has a part of a whole, so that what is more than the other is refused."""

_IN_ALL = re.compile("(?:统共|拢共|通共)")
_MEAN = re.compile(r"(?<![的取])均值(?![是为多有]|[？?，,]|$)")
_OF_SPAN_EACH = re.compile(
    r"(?P<span>[两二三四五六七八九十]年(?:来|间|里|以来|期间)?[，,]?)(?<!平均)(?P<each>每一?年)(?=[^，,。；;？?]{0,12}(?:多少|几))"
)
"""这五年每年开多少场: a mean, where the years are told as one."""
_EACH_PART = re.compile(
    r"(?<!平均)(?<![均到摊匀人户名])(?<!标准)每一?个?(?P<part>月|季度)(?![^，,。；;？?]*(?:提高|上调|[涨增升降减]|标准|平均))(?!均|平均|报|刊|会|度|[\d一二三四五六七八九十])(?=[^，,。；;？?]{1,14}(?:多少|几(?![月号日时点天])))"
)
"""每月受理多少件: of a figure of a year, a mean."""
_THAN = re.compile(
    r"(?<![和与跟同])相比(?:于|较)?(?=20\d\d年[^，,。；;？?]{0,16}?(?:多少|几|百分))|"
    r"较(?:之|于)?(?=20\d\d年[^，,。；;？?]{0,14}?(?:[多少高低大小差省超][\u4e00-\u9fff]{0,2}?|节约)[出了]*(?:多少|几|百分))"
)
"""2024年相比2019年多了多少, 较2023年高出多少."""
_THAN_PART = re.compile(
    r"(?P<whole>[^，,。；;？?]{4,}?)(?:总数|总量|总额)?比(?:其|它)?(?:当中|之中|中|里面?)的?(?P<part>[^，,。；;？?]{2,}?)[多高](?:出|了)*(?=多少|几)"
)
"""申请比其中的自然人申请多多少: what there is besides."""
_CASES = re.compile("(?<=[\u4e00-\u9fff])宗数(?![字据量])")
"""What the south counts cases in is 件 elsewhere, and in the forms."""
_WHO = re.compile(r"(?:哪|那)一?个人(?=[来去]?[做作写讲念当任报主])")
_MINUS = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,18}?)减(?:去|掉)(?P<other>[\u4e00-\u9fff]{2,18}?)[，,]?"
    r"(?:(?:的?(?:差额?|差值|结果|得数))?(?:等于|得(?:到|出)?|[是为有])|净(?:变化|变动|增减|增加?|减少?)(?:了|量|数)?(?:是|为)?)(?P<much>多少|几)"
)
"""甲减去乙等于多少, 净变化多少: by how much the first is more."""

_PRODUCED = re.compile(
    rf"(?<!安全)(?:生产|制造|出产|产出|产)(?:出)?(?:来)?了(?P<much>(?:多少|几)(?:[十百千]?[万亿])?(?:{UNIT}|公?斤|块|颗)?)的?"
    r"(?P<thing>(?![十百千万亿])[\u4e00-\u9fff]{2,10}?)(?=[呢啊]?(?:$|[，,。？?]))"
)
"""How many were produced is what reports call the 产量."""


def in_usual_words(text: str) -> str:
    """Given a question in simplified Chinese, return it with the usual words for what it wants worked out."""
    text = _CASES.sub("件数", _PRODUCED.sub(r"\g<thing>产量是\g<much>", text))
    text = _THAN.sub("比", _MEAN.sub("平均", _WHO.sub("谁", text)))
    text = _OF_SPAN_EACH.sub(r"\g<span>平均\g<each>", _EACH_PART.sub(r"平均每\g<part>", text))
    text = _THAN_PART.sub(r"\g<whole>，扣除\g<part>还有", text)
    text = _MINUS.sub(r"\g<one>比\g<other>多\g<much>", _IN_ALL.sub("一共", text))
    text = _PLUS.sub("加", text) if adds(text) else text
    text = _EACH_MONTH.sub(lambda one: f"平均每{one['part'] or one['first']}", text)
    return _IS_OF.sub(r"\g<part>占\g<whole>的\g<much>", _TOGETHER.sub("合起来", text))

"""The ways of asking how far two things are apart, in one form: 哪个更多，多多少 as 相差多少, 甲高出乙多少 as 甲比乙高出多少."""

from __future__ import annotations

import re

_MORE = "多|高|大|快|长|重|少|低|小|慢|短"
_BETWEEN = r"(?:又|要|会|到底|究竟|大约|大概|约|它们?|相比|两者|二者|[这那]?两(?:个|样|项|种)|之间)*"
_WHICH = re.compile(
    r"(?<=[\u4e00-\u9fff”）)])[，,。；;：:？?\s]*(?:相?比(?:较)?(?:起来|一下)?[，,]?)?(?:到底|究竟)?(?:是)?(?:谁|哪一?(?:个(?:地方|城市|单位|年份|市|区|县)?|[家项种类边者年方地市区县块头]))的?"
    rf"(?P<thing>[^，,。；;？?]{{0,16}}?)(?:更|比较|较|要|还)?(?:{_MORE})(?:一些|一点|些|点)?(?:呢|啊)?[，,；;？?。\s]+"
    rf"{_BETWEEN}(?:(?:{_MORE})(?:出|了)?|相?差了?)(?=(?:多少|几)(?!倍|成|个?百分[之比数]|个?%))"
)
_EITHER = re.compile(
    rf"(?:(?<=[\u4e00-\u9fff”）)])[，,]?(?:到底|究竟)?是)?(?P<one>[^，,。；;？?是]{{1,16}}?)(?:更|比较|较)?(?P<how>{_MORE})(?:一些|一点|些|点)?[，,]?还是"
    rf"(?P<other>[^，,。；;？?]{{1,16}}?)(?:更|比较|较)?(?P=how)(?:一些|一点|些|点)?(?:呢|啊)?[，,；;？?。\s]+"
    rf"{_BETWEEN}(?:(?:{_MORE})(?:出|了)?|相?差了?)(?=(?:多少|几)(?!倍|成|个?百分[之比数]|个?%))"
)
"""是甲多还是乙多，差多少."""
_YEAR = re.compile(r"20\d\d(?=年)")
_JOINED = re.compile("[和与跟同、及]|还是")
_HOW_MUCH = re.compile("(?:金额|数额|数量|件数|次数|人数|个数|数字?|总数|总量|总额|规模|的)*")
"""Said after 哪个, it names no thing of its own: 哪个金额更大."""
_OVER = re.compile(
    r"(?P<first>(?:^|[，,。；;？?])[^，,。；;？?比较]*[\u4e00-\u9fff”）)][，,]?)(?P<how>高出|超出|多出|高于|多于|大于|超过|低于|少于|小于|超了?(?=[\u4e00-\u9fff]{0,2}预算))了?"
    r"(?P<second>20\d\d年|(?:20\d\d年|[\u4e00-\u9fff“])[^，,。；;？?\d]*?[^，,。；;？?\d有是为达到])(?P<much>(?:多少|几)(?!倍|成|个?百分[之比数]|个?%))"
)
_OVER_TASK = re.compile(
    r"(?<=[\u4e00-\u9fff])超额完成了?(?:全年|年度|年初|本年度?|当年)?的?(?:任务|目标|计划|指标)?数?的?(?=(?:多少|几)(?!倍|成|个?百分|个?%))"
)
"""超额完成任务多少亩."""
_SAID = {"高于": "高", "多于": "多", "大于": "多", "低于": "低", "少于": "少", "小于": "少", "超过": "超出", "超了": "超", "超": "超"}  # fmt: skip
_OF_THOSE = re.compile("的(?!.*(?:数|额|量|费|支出|收入|预算|决算|面积|人口)$)")
"""After 超过 and what bounds it: 超过预算的项目."""


def which_more(text: str) -> tuple[str, bool]:
    """Given a question in simplified Chinese, return it with 相差多少 for its asking which of two is more and by how much,
    and whether it does: the answer is then the larger less the smaller."""
    if either := _EITHER.search(text):
        head = text[: either.start("one")]
        within = "里，" if head.endswith("是") and head != "是" else ""
        said = f"{head.removesuffix('是')}{within}{either['one']}和{either['other']}相差"
        return said + text[either.end() :], True
    match = _WHICH.search(text)
    sides = text[: match.start()] if match else ""
    if match is None or not (_JOINED.search(sides) or len(set(_YEAR.findall(sides))) == 2):
        return text, False
    thing = "" if _HOW_MUCH.fullmatch(match["thing"]) else f"的{match['thing']}"
    return f"{text[: match.start()]}{thing}相差{text[match.end() :]}", True


def with_than(text: str) -> str:
    """Given a question in simplified Chinese, return it with 比 where it says by a verb that one thing is above or below
    another: 电费超出水费多少 as 电费比水费超出多少."""
    text = _OVER_TASK.sub("比任务超出", text)
    match = _OVER.search(text)
    if match is None or _OF_THOSE.search(match["second"]):
        return text
    how = _SAID.get(match["how"], match["how"])
    said = f"{match['first'].rstrip('，,')}比{match['second']}{how}{match['much']}"
    return text[: match.start()] + said + text[match.end() :]


_MOST_GROWN = re.compile(
    r"(?P<items>(?:[^，,。；;？?、]+、)+[^，,。；;？?、]+?)(?:里面?|里头|当中|之中|之间|中)[，,]?"
    r"(?P<thing>[^，,。；;？?、]*?)(?:同比)?(?:增速|增幅|增长率|涨幅|增长)(?P<end>最[高快大低慢小])的?(?:那个|一个)?(?:是|为|增长|增加|涨|增速|增幅|达到?|有|了)*"
    r"(?:哪一?[个项种类家]|多少|百分之[几多]少?|几个百分点|几)[^，,。；;？?]*"
)
_HOW_MANY = re.compile(r"(?:这|那)?(?:[两二三四五六七八九十]|\d{1,2})(?:大类|[个大类种项样者])[一-鿿]{0,4}$")
"""After things named: 三类商品."""


def most_grown(text: str) -> str:
    """Given a question in simplified Chinese for the growth of what grew most of things that it names, return it as one for
    which of them that is: 甲、乙、丙里，产值增速最高的增长了百分之几 as 甲、乙、丙里，哪个产值增长最快."""
    found = _MOST_GROWN.search(text)
    if found is None:
        return text
    end = "最快" if found["end"][1] in "高快大" else "最慢"
    asked = f"{_HOW_MANY.sub('', found['items'])}，哪个{found['thing']}增长{end}"
    return f"{text[: found.start()]}{asked}{text[found.end() :]}"

"""Words that count the rows of a group, and name no row: 八种情形, 三类, 四种结果."""

from __future__ import annotations

import re
from functools import cache

from assistant.understand.numerals import number
from assistant.words.glossary import chinese_terms

_NUMBER = r"(?:[两二三四五六七八九十]|\d{1,2})"
_KIND = r"(?:大|小|分|子|细)项|情形|情况|理由|原因|结果|类型|类别|方式|渠道|途径|去向"
_SORTED = re.compile(
    r"[，,]?分门别类(?:地|来)?(?:看|说|算|统计)?(?=$|[，,的]|哪)|[，,]?按(?:照)?[^，,按]{1,6}?(?:来)?(?:分|划分|算|看|统计)(?=$|[，,的]|哪)|分(?=季度|月份)|分(?:科目|类别|项目)的?"
)
"""By what the things are told apart that one is chosen of: 按类别分."""
SUNDRY = re.compile(rf"(?:以|因|因为|由于)?(?:各种|各类|各项|种种|不同)的?(?:{_KIND})的?")
"""Of whatever kind: 以各种理由."""
_OF_WHICH = re.compile(rf"(?:以|因为?|由于)?哪一?[种类个项](?:{_KIND})的(?=[\u4e00-\u9fff]{{2}})")
"""哪种原因的甲最多, asked for as 甲的哪种原因."""
_ENDS = r"(?=$|[\s，,。？?]|加|合|总|一共|共|各|分别|之和|相加|的?占|都)"
_COUNTING = re.compile(
    rf"(?:的?(?:[这那]一?[栏类块](?:里面?|下面?)?的?)?(?:这|那|全部|所有|上述|以上)*|(?<![部积评得百])分(?:为|成)?)"
    rf"(?P<count>(?P<number>{_NUMBER}|[几数](?=(?:小|分|细|子)?项(?:加|合|总|之和|一共)))(?:(?:小|分|细|子)项{_ENDS}|(?:大类|类|种)(?:不同)?的?(?:{_KIND})?|(?:项|个)(?:{_KIND}|(?=季度)|{_ENDS})))"
)

_END = r"(?:多|少|高|低|大|小)"
BOTH_ENDS = re.compile(
    r"最[多高大长好快]的?(?:[^，,。最]{0,4}?)[和与跟及、](?:[^，,。最]{0,4}?)最[少低小短差慢]|"
    r"最[少低小短差慢]的?(?:[^，,。最]{0,4}?)[和与跟及、](?:[^，,。最]{0,4}?)最[多高大长好快]"
)
"""最多的和最少的: both ends of several."""
_BESIDES = re.compile(
    r"[，,]?(?:除了?|不算|不含|不计|不包括|抛开|撇开|去掉)[“「]?(?P<name>[^，,。“”「」除算]{2,8}?)[”」]?(?:这一?[类项])?(?:以外|之外|外|不算|的话)?的?(?=[，,哪最里中，]|$)"
)
_KINDS = rf"(?:(?:这|那|各|哪)?(?:些|几|一|{_NUMBER})?(?:大类|类|种|项|个|块|条|样|笔|季度|部分)(?:不同)?的?(?:{_KIND})?)"
_EXTREME = re.compile(
    rf"(?P<left>.*?)(?:数量|件数|条数|金额|占比|比例|(?:花|用|投|占|拨|安排|投入|要|花费)的?(?:钱|资金|经费)?|的?钱|排)?(?:得|了|名|在|的)?(?:最{_END}(?!限度|跑|程度)|第一(?:位)?)的?(?P<right>.*)$"
)
_WHICH = r"哪一?(?:个|种|类|项|块|样|件|处|座|起|宗|场|期|批|笔|条|所|家)(?=[，,的]|$)"
_LEFT = re.compile(
    rf"(?:[，,的是]|{_WHICH}|其中|当中|之中|里面|里头|之间|(?<![公英海])里|(?<![其])中|下面|{_KINDS}|各类|各种|(?:各个|各|(?:[这那]|所有|全部)?{_NUMBER}个|的)(?:明细(?:科目|项目)?|分项|小项|细项|科目|款)|数量|件数|(?:那些|这些|各种|各类)?(?:{_KIND}))+$"
)
_INSIDE_END = re.compile(r"(?:[，,的是]|当中|之中|里面|里头|之间|里|中|哪一?(?:个|种|类|项|块|样))+$")
_ROWS = r"(?:各|哪一?个)?(?:县|区|市|州|镇|乡|街道|村|社区|地区|地方|单位|部门|科室|项目|科目|类别|月份?|季度|企业|站点|断面)(?:[（(][^（）()]*[)）]|、[县市区])*"
_IN_TABLE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:情况)?(?:表格?|清单|名单)(?:里面?|中|上面?)(?:的|[，,])?(?!市)"
)
_PART_OF_YEAR = re.compile("(?:哪|各|每)(?:一?个)?(?P<part>季度|月)(?!平均)")
"""What is chosen among, and the things' own names say: 第三季度用款计划."""
_RIGHT = re.compile(
    rf"^(?:{_KINDS}|{_ROWS}|的|[，,]|那|这|一)*[^，,]{{0,3}}(?:分别|各|都)?(?:是|有|为|达|花了?|用了?)?(?:[，,]?(?:是|有|为)?(?:多少|几|哪|什么)|[，,?？。]|$)"
)


def among(text: str) -> str:
    """Given the words of a question for the most or least of several things, return those that say what they are
    of: 不予公开 of 不予公开的几种理由里用得最多的一种有几次. All of them where it does not say so."""
    text = _IN_TABLE.sub("", _SORTED.sub("", text))
    match = _EXTREME.match(text)
    if match is None or not _RIGHT.match(match["right"]):
        return text
    listed = "、" in match["left"]  # 水费、电费两项 counts what it lists
    group = (_INSIDE_END if listed else _LEFT).sub("", match["left"])
    if (part := _PART_OF_YEAR.search(text)) and part["part"] not in group:
        group += part["part"]
    return group if re.search(r"[\u4e00-\u9fff]{2}", group) else text


def besides(text: str) -> tuple[str, str]:
    """Given the words of a question for the most or least of several things, return them without what they leave out by
    name, and that name: 除“其他”以外哪类最多. The name is "" where they leave out nothing."""
    match = _BESIDES.search(text)
    return (text[: match.start()] + text[match.end() :], match["name"]) if match else (text, "")


def one_end(text: str) -> str:
    """Given the words of a question for both ends of several things, return them as for one: 最多的和最少的 as 最多的."""
    return BOTH_ENDS.sub("最多", text)


def counts_rows(text: str) -> bool:
    """Whether a question counts the rows of a group (不予公开的八种情形), other than within a label of the
    forms (三类内部事务信息)."""
    return bool(_found(text))


def counted_rows(text: str) -> int:
    """Given a question, return how many rows of a group it says that there are (四个季度); 0 where it does not say."""
    counts = [number(match["number"]) for match in _COUNTING.finditer(text)]
    return int(counts[0] or 0) if len(counts) == 1 else 0


def uncounted(text: str, mark: str) -> str:
    """Given the words of a question, return them with `mark` for the words that count the rows of a group."""
    for start, end in reversed(_found(text)):
        text = text[:start] + mark + text[end:]
    return text


def unspecified(text: str, mark: str) -> str:
    """Given the words of a question, return them with `mark` for what says only that something is of whatever kind:
    以各种理由."""
    return _OF_WHICH.sub(mark, SUNDRY.sub(mark, text))


def _found(text: str) -> list[tuple[int, int]]:
    labels = _labels()
    return [
        match.span()
        for match in _COUNTING.finditer(text)
        if not text.startswith(labels, match.start("count")) and not _counts_named(text, match)
    ]


def _counts_named(text: str, count: re.Match[str]) -> bool:
    """Whether words count the things that stand before them by name: 许可、处罚、强制三类."""
    before = re.split("[，,。；;]", text[: count.start()])[-1]
    return number(count["number"]) == len(re.split("[、和与及]", before)) > 1


@cache
def _labels() -> tuple[str, ...]:
    """What begins with a number of kinds in the labels themselves: 三类内部, 四类过程."""
    begin = re.compile(rf"{_NUMBER}[类种项个][\u4e00-\u9fff]{{2}}")
    return tuple({match.group() for term in chinese_terms() for match in begin.finditer(term)})

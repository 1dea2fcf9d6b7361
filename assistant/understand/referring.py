"""What a question says of what it named itself before, written out: 前者 and 后者, 同一年, 当地的2019年, 加到一起. The rules that read
the question then find two sides, their years, and what is wanted of them."""

from __future__ import annotations

import re

_JOINS = re.compile(r"[、和与跟及]|以及|同(?![一期比年时级类样项])|对比|相较于?")
_YEAR = re.compile(r"20\d\d年|[（(]20\d\d年?[）)]")
_COMPARED = r"(?:的)?(?:(?:这|那)?(?:两者|二者|两个数?字?))?(?:放一?起|放在一起)?(?:相比较?|相比|比较(?:起来|一下|来看)?|对比(?:起来|一下|来看)?|比(?:一比|起来)?)?(?:的话)?"
_SIDES = re.compile(
    rf"^(?:请|请问|帮我|麻烦|把|将|拿|对比|比较|一下|算算?|看看?|问下?|[，,])*(?P<sides>[^，,。；;？?]{{5,}}?){_COMPARED}[，,。；;：:\s]*"
    r"(?:那么?|请问|算算|其中)*(?P<one>前者|后者)(?P<how>[^，,。；;？?前后]{0,8}?(?:是|为|相当于|等于|比|较))(?P<other>前者|后者)(?P<rest>的?[^。；;？?]*[?？。]*)$"
)
"""Two things joined, and then the one compared with the other: 甲市2024年的和乙县2025年的相比，前者比后者多多少."""
_SAME_YEAR = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![比于合])在?(?:同(?:一个?)?年(?:[度份](?!报))?|相同的?年[度份])(?![龄级比报底初终月])"
)
_ITS_OWN = re.compile(
    r"(?<=[比较和与跟同是于成])(?:它们?|其|自己|自身|本身|当地|本地|该(?:地|区|市|县|局|省|单位)|[这那]里)的?(?=20\d\d年)"
)
_OF_ITS_KIND = re.compile(
    r"(?<=\d\d年)(?:度|的)*(?:同类|同项|同一项|该项|同样)(?:的?(?:指标|项目|情形|数字?|件数))?(?=的?(?:几|多少)倍|[，,多少高低增减相?？]|$)"
)
_SO_FEW = re.compile(
    r"(?:[才只就仅]|不过)?(?P<done>[\u4e00-\u9fff]{1,2}?)了?[这那]么(?:一?(?:丁?点儿?|点点|些)|几[个件条份项])(?=[\u4e00-\u9fff]{2})"
)
"""What only says that it was few: 才收那么点申请."""
_TO_ONE = (
    r"(?<![联整综组结混配融参附增添追复])[加合凑并放摆搁](?:到|在)?一?(?:起|块儿?|道|堆)(?:来|去)?(?:看|算)?"
)
_SET_APART = re.compile(
    rf"[，,]?{_TO_ONE}[，,]?(?:比(?:一比|较|起来)?[，,]?)?(?=相?差|哪|谁|[多少高低](?:多少|几))"
)
"""Put together to be compared, and not added: 放一块儿，差几件."""
_TRIED = re.compile(
    r"(?:比一比|比一下|比比看?|(?:比较|对比)一下)(?=[，,]?(?:相?差|哪|谁|[多少高低](?:了|出)?(?:多少|几)))"
)
_ADDED = re.compile(
    r"(?<![联整综组结混配融参附增添追复])[加合凑并](?:到一(?:起|块儿?|道|堆)|在?一块儿|到一块)(?:来|去)?|[放摆搁][到在]一(?:起|块儿?)来?(?:算|统计)"
)
_LISTED = re.compile(
    r"[，,]?(?P<order>[由从按][多高大少低小][到至]?[多高大少低小])(?:的?顺序)?[，,]?(?:依次|帮我|给我|地|来)*[列排](?:一[列排下]|下|出来?|列|个?[序名队])"
)


_TO_COMPARE = re.compile(
    r"^(?:请|请你|请帮我|帮我|帮忙|麻烦)?(?:对比|比较|对照)(?:一下|下)?[，,：]?(?=[^，,。；;]*20\d\d.*(?:多少|几|百分))"
)
"""Told to compare what is then asked for in numbers."""
_OTHER = r"[^，,。；;？?占比变增减涨降升跌]"
_IN_PERCENT = re.compile(
    rf"(?P<first>20\d\d)年?[^。；;？?]*?(?:是|为|相当于|等于)了?(?P<second>{_OTHER}{{0,16}}?(?P<other>20\d\d)年{_OTHER}{{0,16}}?)的?(?:百分之(?:几|多少)|(?:几|多少)个?%|几成)"
)
_NEXT_TO = re.compile(
    r"(?P<year>20\d\d)年(?:度?的(?P<before>前一?个?年|上一?年)(?!度?(?:结|转|末|项目|遗留|滚存|余|执行))|的?(?P<earlier>前一年)|的(?:后一?年|下一?年|次年|第二年)|的?后一年)度?"
)


def written_out(text: str) -> str:
    """Given a question in simplified Chinese, return it with what it says of the things it named before by their names, and
    with what is added up, compared or put in order said in one way."""
    text = _NEXT_TO.sub(
        lambda one: f"{int(one['year']) + (-1 if one['before'] or one['earlier'] else 1)}年", text
    )
    text = _LISTED.sub(_in_order, _SO_FEW.sub(r"\g<done>", text))
    text = _TO_COMPARE.sub("", text)
    text = _ADDED.sub("加起来", _SET_APART.sub("", _TRIED.sub("相比", text)))
    text = _OF_ITS_KIND.sub("", _ITS_OWN.sub("", text))
    years = list(dict.fromkeys(_YEAR.findall(text)))
    if len(years) == 1 and (again := _SAME_YEAR.search(text, text.find(years[0]))):
        text = f"{text[: again.start()]}{years[0].strip('（()）年')}年{text[again.end() :]}"
    return _without_order(text)


def _in_order(match: re.Match[str]) -> str:
    return f"{match['order'].replace('至', '到')}排序"


def as_multiple(text: str) -> tuple[str, bool]:
    """Given a question in simplified Chinese, return it with 几倍 where it asks how many percent of the figure of another year
    one is (2024年的是2023年的百分之几), and whether it does."""
    match = _IN_PERCENT.search(text)
    if match is None or match["first"] == match["other"]:
        return text, False
    return f"{text[: match.end('second')]}的几倍{text[match.end() :]}", True


def _without_order(text: str) -> str:
    """The question with 甲比乙 for 甲和乙，前者比后者; as it is where the two are not told apart for certain."""
    match = _SIDES.match(text)
    if match is None or match["one"] == match["other"]:
        return text
    sides = _apart(match["sides"])
    if sides is None:
        return text
    first, second = sides if match["one"] == "前者" else (sides[1], sides[0])
    rest = match["rest"]
    if rest.startswith("的"):
        second = second.removesuffix("的")
    return f"{first}{match['how']}{second}{rest}"


def _apart(sides: str) -> tuple[str, str] | None:
    """The two things that are joined: where more than one word may join them, each with a year of its own."""
    cuts = [(sides[: one.start()], sides[one.end() :]) for one in _JOINS.finditer(sides)]
    cuts = [(first, second) for first, second in cuts if first and second]
    if len(cuts) > 1:
        cuts = [cut for cut in cuts if all(len(_YEAR.findall(side)) == 1 for side in cut)]
    return cuts[0] if len(cuts) == 1 else None

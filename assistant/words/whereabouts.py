"""What tells where something is or was done, and when: a place of its own, a time within the year.

The name of the agency, 全市, 街道办事处 and 在…领导下 are no places; the year that is asked about, or one in a title, is
no time of a deed.
"""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from assistant.words.cedict import is_place

_TITLES = re.compile("《[^》]*》?")
_SPOT = re.compile(
    r"(?:[举召承]办|举行|召开|开展|[开办做搞上演打比考讲种]|建[成立设]?|盖|造|设[立置]?|落户|落地|落成|位于|坐落|选址|挂牌|开[工业通]|投产|施工|发生|暴发)"
    r"[在到于]?(?:了|的|过)?(?:哪|什么(?:地方|位置))|(?:在|到|往|去|落户|赴)(?:了)?哪[^，,。？?]{0,16}(?:举[办行]|召开|承办|开的|办的|建(?!议|言)|盖|演(?!练)|比赛|挂牌|开工|投产|落[户地成]|上课)|位置|会场|场馆"
)
"""It is asked for a spot on the earth, and not for where one may read or ask."""
_NO_PLACE = re.compile(
    r"在[^，,。；;]{0,40}?(?:领导|指导|支持|关心|带领|帮助|推动|统筹|部署|努力|配合|作用|前提|条件|背景|形势)之?下|"
    r"在[^，,。；;]{1,30}?(?:方面|领域|环节|过程中|基础上|阶段|层面|时期|期间|工作中|前提下|之[前后际])|"
    r"(?:全|我|本|各|该|跨|区域|[上下]级|[省市县区]级)(?:国|省|市|县|区|州|盟|镇|乡|村|街道)+|"
    r"(?:[省市县区镇州国]|街道)(?:委(?!员会)|政府(?!广场|大楼|门前|大院)|局|直|级|域|政协|人大|内外|管委会|党工委|办(?!公楼))|街道办事处|"
    r"[城市社街][区道场](?:管理|文化|服[务管]|事[务物]|治理|康复|矫正|建设|工作者|监管|主体|监督|秩序|价格|化)|在(?:线|于|建|编|岗|职|册|校|园|训|逃|营|售|用|此|全国|上述|其中)|市民|市值|区块链|国家|国内|国际|乡村|"
    r"市[^，,。；;]{0,4}(?:局|委|厅)|选址(?:工作|建设|方案|布局)|场(?:景|次|所监管)|站(?:位|点建设)|路(?:径|线|由|演|网)|(?:思|出|线|套|退|链|门)路|市场监[管督]|楼(?:宇|市)|院士|城乡社区|厅(?:局|级)|中心(?:工作|组|任务)|"
    r"层(?:次|级|面)|企业(?:家|化)|[基高中]层|农村"
)
"""What has the words of a place and is none."""
_SITE = (
    r"[省市州盟县区旗镇乡村路街巷]|街道|社区|小区|大道|广场|公园|[楼层厅馆院校园场站港岛湾山河湖海滩桥城寺塔]|码头|中心|网点|门店|窗口|景区|基地|企业|学校|大学|"
    r"医院|[酒药饭书商]店|门市|[一-鿿]{2}所(?![有属列需])|超市|商场|市场|工地|两地|三地|口岸|园区|片区|车间|库|沿线|一带|沿岸|周边|附近|家中|银行|公司|支行"
)
_IN = re.compile(
    rf"(?:[在赴]|位于|坐落(?:在|于)|地处|设[在于]|建[在于]|放[在到]|开[在到往]|搬[到至]|迁[到至]|前往|走[进到]|深入|可[到往去]|来到|进驻|入驻|走访|送到|移送|[到向])"
    rf"(?P<place>[^，,。；;：:]{{0,24}}(?:{_SITE}))"
)
"""What stands after a word of place, as far as a place."""
_SETTLED = re.compile(
    "落户(?:于|在|到)?(?!项目|企业|政策|手续|成功)[一-鿿]{2}|选址(?:于|在|[^，,。；;]{0,4}(?:位于|定在))|(?:位于|坐落|地处)[^，,。；;]{2}"
)
_ADDRESS = re.compile(
    r"\d+\s*号(?![文令线召])|[\d一二三四五六七八九十]\s*[层楼](?![次级面])|[一-鿿]{2}(?:路|街|巷|大道|广场|公园|体育[馆场]|会展中心|大剧院|礼堂|校区|开发区|镇|乡|村|社区|小区)"
)
_CHANNEL = re.compile(
    r"网站|[一-鿿]网(?![络点格上民])|微信|微博|公众号|热线|信箱|邮箱|APP|客户端|平台|专栏|栏目|窗口|12\d{3}|电话|大厅|公报|公告栏|公开栏|广播|电视|报纸|现场",
    re.IGNORECASE,
)
"""Where one may read, ask or apply."""
_WORD_OF_PLACE = re.compile("[一-鿿]{2,5}")
_AT = re.compile("(?:[在于赴到往至]|落户|走进|入驻|进驻)$")
_GOES_ON = re.compile(
    r"[一-鿿]{0,6}可以?[到往在去]|(?:其中|均|都|分别|现|将|共|并|主要|项目|工程|第[一二三四五六七八九十\d]+[场次届期批])*(?:位于|坐落|地处|落户|选址|[设建][在于]|[在于]|[东南西北][至临侧]|地[址点])"
)
"""How a clause begins that says where that is which the clause before it names."""
_CITY = re.compile("[一-鿿]{2}市(?![场民级委政直域容值内区])")
_FIGURATIVE = re.compile(
    "(?:集中|体现|表现|聚焦|[花用投难好强错差弱贵]|不[足同]|区别|变化|问题)(?:都|主要|究竟|到底)?[到在于]了?(?:哪(?![座个条家])|什么地方)"
)
_PEOPLE = re.compile("(?<=[一-鿿]{2})人(?=[，,。？?想问])")
"""绍兴人 are of a place."""
_NEVER_PLACE = frozenset({"中国", "我国", "全国", "国家", "两岸", "世界", "全球", "国际"})

_ASKED_WHEN = re.compile(
    r"什么时候|啥时候?|多会儿|几时|何时|几月|哪一?个?月(?!份?[最比])|\bwhen\b|哪天|哪一天|几号", re.IGNORECASE
)
_ASKED_MONTH = re.compile("几月|哪一?个?月|哪天|哪一天|几号")
_OFTEN = re.compile(r"[按每][一两二三四]?个?[年月周日季][度]?|[年月周季]{2,}|(?:逐|分)[年月季]度?")
_SEASON = (
    r"(?<!\d)\d{1,2}\s*月(?!度)|\d{1,2}\s*日(?!均)|(?<![按每逐分各])[一二三四首]季度|[上下]半年|[年月季汛][前初中底末]|[春夏秋冬]季|[春秋冬]节|国庆|五一|元旦|中秋|端午|清明|"
    r"[春夏秋冬暑寒汛]期|[暑寒]假|[一二三四五六七八九十]+月(?:份|底|初)?|\d+\.\d+(?=[^\d万亿元%％个件]{0,2}活动)"
)
_WITHIN_YEAR = re.compile(_SEASON)
_ANY_TIME = re.compile(
    rf"{_SEASON}|\d{{4}}\s*年|期间|[年月]内|工作日|每[年月周日季]|季度|[同当次]日|当天|第一时间|[一-鿿]{{2}}[期季](?=[，,])|\d+\s*(?:小时|天|年)[内后前]|十[一二三四五]五"
)
_YEAR = re.compile(r"\d{4}(?=\s*年)")


def asks_time(question: str) -> bool:
    """Given a question in simplified Chinese or English, return whether it asks when something was or will be."""
    return _ASKED_WHEN.search(question) is not None


def tells_time(question: str, text: str) -> bool:
    """Given a question that asks when and a text, return whether it says a time other than the year that is named in the
    question: a month or the like, where that is asked for."""
    text = _TITLES.sub(" ", text)
    for year in _YEAR.findall(question):
        text = re.sub(rf"{year}\s*年度?", " ", text)
    if _ASKED_MONTH.search(question):
        return _WITHIN_YEAR.search(_OFTEN.sub(" ", text)) is not None
    return _ANY_TIME.search(text) is not None


def asks_place(question: str) -> bool:
    """Given a question in simplified Chinese or English that has a word for where, return whether it asks for a place, and
    not for what a thing lies in: 集中在什么地方."""
    return _FIGURATIVE.search(question) is None


def tells_place(question: str, before: str, clause: str, after: str) -> bool:
    """Given a question that asks where, the clause of a text that says the thing asked about, with those that lead up to it
    and the next one, return whether they say a place other than those named in the question, or where that is asked, a
    place to read or to ask."""
    before, clause, after = (_TITLES.sub(" ", one) for one in (before, clause, after))
    if not _SPOT.search(question) and _CHANNEL.search("，".join((before, clause, after))):
        return True
    told = f"{clause}，{after}" if _GOES_ON.match(after) else clause
    return _at(question, before) or _at(question, told) or _names_place(question, told)


def _at(question: str, text: str) -> bool:
    """Whether a text says at what place something was: 在…广场, 赴越南."""
    bare = _NO_PLACE.sub(_blank, text)
    return any(_is_new(found["place"], question) for found in _IN.finditer(bare)) or any(
        _AT.search(bare[: bare.find(place)]) for place in places(bare)
    )


def _names_place(question: str, text: str) -> bool:
    """Whether a text says where something stands or settled, or an address."""
    bare = _NO_PLACE.sub(_blank, text)
    return _SETTLED.search(bare) is not None or any(
        _is_new(found.group(), question) for found in _ADDRESS.finditer(bare)
    )


def _blank(found: re.Match[str]) -> str:
    return "　" * len(found.group())


def _is_new(place: str, question: str) -> bool:
    """Whether a place is said in more than the words of the question."""
    return "　" not in place[-1:] and any(one not in question for one in place)


def names_city(text: str) -> bool:
    """Given a text, return whether it names a city."""
    return _CITY.search(_NO_PLACE.sub(_blank, text)) is not None or any(map(is_place, places(text)))


@lru_cache(maxsize=4096)
def places(text: str) -> tuple[str, ...]:
    """Given a text, return the places in it that are known by their names: 深圳, 越南."""
    return tuple(
        word
        for word, tag in rjieba.tag(_PEOPLE.sub(" ", text))
        if _WORD_OF_PLACE.fullmatch(word)
        and word not in _NEVER_PLACE
        and (tag == "ns" or (tag in ("n", "nr", "nz") and is_place(word)))
    )

"""The thing that a question asks for: 哪些 *乡镇*, 哪家 *公司*, *主持人* 是谁, 怎么 *收费*.

A sentence on the same topic that names no such thing is no answer, so a text is asked whether it does: by the
word itself, by one that shares its telling character (乡镇: 清河镇), or, where names are asked for, by a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from assistant.words.likeness import AKIN, alike
from assistant.words.terms import ALIKE, explained, part_of_speech, terms
from assistant.words.whereabouts import names_city

_ASKED = re.compile(
    r"(?:哪(?:[几一两二三四五六七八九十\d]?[些个家种类项条份部场座次位栋款块支所起名处门届本张]|几)|(?<!为)(?:什么样?|啥|何种))的?"
)
_BEFORE = re.compile(
    r"(?P<thing>[一-鿿]+?)(?:[都又各]|分别|主要|具体|究竟|到底|一般)*"
    r"(?:(?:是|叫|由|归|请|属于?)(?:的是|了)?谁|(?:有|是|指|为|叫|包括|包含|涵盖)(?:的是|了)?(?:哪[些几]个?|(?:什么|啥)(?:名字?|名称)?|哪一?[家个位所座种款]?)(?:[?？。，,、；;]|$|呢|啊|吗))"
)
_DONE = re.compile(r"(?:怎么|如何|怎样|咋)(?:个|去|来|才能|才|能)?(?P<deed>[一-鿿]{2})")
_DOER = re.compile(r"谁(?:来|给|负责)?(?P<deed>[一-鿿]{1,2})(?:的|了)(?:$|[?？。，,呢啊])")
_HAPPENED = re.compile("(?:有没有|有无|是否|(?=[^，,。？?]{2,14}(?:吗|没有?)[?？]?$))(?P<deed>发生|出现)")
_WHETHER = re.compile("有没有(?P<thing>[一-鿿]{2,6})(?:$|[?？。，,呢啊])")
_DID = re.compile("(?P<deed>[一-鿿]{2})(?:了|过)(?:哪[些几]|什么|啥)")
_NOUN = frozenset({"n", "nz", "nt", "nl", "ng", "vn", "j", "nr", "ns", "l", "i", "an"})
_OVER = frozenset({"m", "q", "a", "b", "r", "uj", "d", "f", "v", "c", "x", "ad", "s", "t"})
_AGENCY = re.compile("[局所厅网](?![长站页络点])")
"""What 哪个 asks for in one character, which the word splitter joins to the next: 哪个局管."""
_TIME = re.compile("时候")
"""What is done at what time is not the thing asked for: 什么时候上线."""
_DATE = re.compile("(?:个)?[月天日年](?!份?[最比])")
"""What is done in which month is not it either: 哪个月上线."""
_PETTY = re.compile("^[小](?=发明|窍门|程序|功能|举措|平台|活动|栏目|专栏|视频|改革|创新)")
_MODAL = re.compile("[要能会可得该已被]|正在")
_PAUSE = re.compile(r"[，,。？?；;：:、！!]|(?:没|没有|吗|呢)$")

_ANY = re.compile(
    r"报告|年报|内容|事情?|事项|方面|问题|情况|东西|材料|主题|现象|做法|举措|办法|措施|方式|形式|途径|渠道|场所|方法|手段|花样|工作|任务|目标|要求|原则|特点|亮点|"
    r"作用|成效|效果|成果|功能|因素|原因|理由|缘由|变化|进展|信息|数据|领域|类型|种类|名字|名称|地方|时候|时间|意思|部门|单位|机构|机关|人|人员|方向|"
    r"步骤|环节|区别|好处|用途|用处|性质|职责|职能|依据|标准|条件|意义|思路|打算|安排|计划|短板|不足|困难|毛病|老毛病|缺点|挑战|薄弱|差错|错误|"
    r"新招|招数?|动作|服务|业务|能力|素质|水平|话题|题目|改革|制度|机制|规定|政策|名堂|贡献|影响|经验|教训|创新|新意|含义|定义|结果|后果|"
    r"重点|关口?|关卡|门槛|一步|几步|上面|类|项|个|条|种|点|块|件|招儿|字|话|词|样子|程度|态度|表现|想法|看法|说法|解释|东西|玩意|活动|行动|重任|角色|定位|"
    r"网站|网页|天|年|月|日|号|电话|邮箱|邮编|地址|网址|号码|时限|期限|专业|群体|人群|对象|老百姓|板块|模块|程序|流程|小招|实招|硬招|民生|实事|好事|大事|"
    r"法子|地步|一下|一起|免得|状况|名头|来头|讲究|事儿|毛头|动静|新?花样儿?|样|时机|缘故|.*日期|.*时间|根子|病根|路子|门路|行当|行业|力量|潮流|体系|表扬|准备|"
    r"角度|层面|场合|不足之处|案例|例子|典型|样板|项目"
)
"""What a text need not name to say it: matters, ways, problems, and what has a kind of its own."""
_ENDING = re.compile("方面|地方|层面|角度")
"""After these what is asked for is named in full: 哪些方面 发力."""
_TITLED = re.compile(
    r".*(?:专栏|栏目|专题|节目|论坛|展会|会议|发布会|手册|小?册子|材料|文件|文|办法|条例|规定|意见|方案|通知|目录|清单|规划|纲要|账号|品牌|影片?|电影|片|"
    r"书|报告|活动|奖|称号|荣誉|行动|课题|平台|系统|主题|题目|名字|名称|片名|书名|规章|法规|制度|政策|场)"
)
"""What is told by its title."""
_DOCUMENT = re.compile("《[^》]*》")
_TITLE = re.compile(r"[《“「『][^》”」』]{2,}[》”」』]")
FIRM = r"[一-鿿]{2}(?:公司|集团|银行|研究院)|[一-鿿]{3}厂(?!长)"
_WINNER = r"(?<![一-鿿])(?!我|全|本|该)[一-鿿]{2,6}(?:[“《][^”》]+[”》])?(?:荣获|获(?![批悉得])|摘得)"
"""Who won a prize, which may be a firm by its short name: 安琪酵母“高蛋白酵母制造技术”获国家科技进步二等奖."""
_HONOUR = r"荣誉|称号|先进|评为|获评|荣获|表彰|授予|命名|上榜|[一-鿿”》]奖(?![励补金惩罚])"
ROADS = ("路", "路上", "马路", "街上")
_ROAD = r"[一-鿿](?:(?<![思线铁道网套门出后退链电管走陆公销])路(?![径线口子由面网演过])|街(?!道|区)|大道|巷)"
_OWN_NAME = "(?:(?![全我本各该每社片园景校院小市辖农乡])[一-鿿])"
"""A character of a place's own name: 全县, 片区 and 农村 are no one place."""
_CALLED = {
    "公司": FIRM,
    "企业": FIRM + "|" + _WINNER,
    "厂家": FIRM,
    "厂商": FIRM,
    "国企": FIRM,
    "央企": FIRM + r"|中国[一-鿿]{2}",
    "店": r"[店铺]|超市|商场|商行|商户",
    "厂子": FIRM + r"|企业|[一-鿿]厂",
    "厂": FIRM + r"|企业|[一-鿿]厂",
    "商家": r"公司|店|超市|商场|商户",
    "律师事务所": r"律师事务所|律所",
    "领导": r"(?<!组织)(?<!强)(?<!党的)(?<!统一)领导(?!小组|下|作用|体制|责任)|[市省县区镇局]长|书记|主任",
    "学校": r"学校|小学|中学|大学|学院|幼儿园|[一-鿿]校(?!园|企)",
    "高校": r"高校|大学|学院",
    "医院": r"医院|卫生院|诊所",
    "乡镇": r"[一-鿿](?:乡(?!村|亲|土)|镇(?!化))|街道",
    "街道": r"街道",
    "社区": r"社区|小区|居委会|[一-鿿]{2}村",
    "小区": r"小区|社区|花园|苑|雅筑|新村",
    **dict.fromkeys(("荣誉", "称号", "奖项", "表彰"), _HONOUR),
    "路口": r"路口|[路街]与",
    **dict.fromkeys(ROADS, _ROAD),
    "地区": r"[省市区县州盟旗]",
    **dict.fromkeys(("权利", "权益"), r"[一-鿿]权(?![力限责属威衡])"),
    "股室": r"[一-鿿](?:股(?![份东权票市民金])|科(?![技学研普])|室)",
    "区": rf"{_OWN_NAME}{{2,3}}区(?![域别分间])",
    "县": rf"{_OWN_NAME}{{1,3}}县(?![级域委政直城局])",
    "镇": rf"{_OWN_NAME}{{1,3}}镇(?!化)",
    "村": rf"{_OWN_NAME}{{1,3}}村(?![级民集庄里务内容居镇委])",
    "园区": r"园区|[一-鿿]园(?![林艺长])",
    "站": r"[一-鿿]站",
    "国家": r"(?<![全我中])[一-鿿]国(?![家际内外有企务民庆土防标])|日本|俄罗斯|新加坡",
    "品牌": r"品牌|牌子",
    "牌子": r"品牌|牌子",
}  # fmt: skip
_ENGLISH = {
    "law firm": "律师事务所",
    "compan(?:y|ies)|enterprises?|business|firms?": "企业",
    "universit(?:y|ies)|colleges?": "高校",
    "schools?": "学校",
    "hospitals?": "医院",
    "banks?": "公司",
    "countr(?:y|ies)": "国家",
}
_ENGLISH_ASKED = tuple(
    (
        re.compile(
            rf"\b(?:which|what)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{thing})\s+(?:of|in|at|from|that|is|are|was|were|do|does|did|has|have|had|will|"
            r"acts?|won|got|took|made|built|led|became|went|ran|holds?|gave|gives?|\w+ed)\b",
            re.IGNORECASE,
        ),
        chinese,
    )
    for thing, chinese in _ENGLISH.items()
)
_GENERAL = re.compile(
    r"做.?|讲.?|说.?|看.?|推.|作.?|办.?|管.?|算.?|来.|定.?|出来|想.?|回事|加强|加快|深化|改.|提.|发展|开展|进行|实.|落实|完善|优化|强化|促进|支持|保障|建设|规.|界定|定义|理解|概括|解.|"
    r"回事|评价|看待|描述|办理|处理|处置|应对|应付|对付|收拾|打理|考虑|配合|反倒|反而|免得|一[下起]|帮.|补.|拉.|管.|救.|安排|部署|要求|抓.|搞.|弄.|干.|样的?|着手|入手|发力|防.|治.|整.|稳.|打造|培育|引导|会.|能.|就.|不.|没.|老.|比.|那么|这么|上.|下.|让.|把.|对.|从.|在.|给.|才.|使."
)
_REACHED = re.compile(
    "培训|约谈|走访|慰问|表彰|处罚|查处|取消|关停|注销|废止|曝光|通报|检查|抽检|检测|检定|清理|整治|拆除|销毁"
)
"""What is done to those that are asked for: a text that does not say it tells of others."""
_ONE_OF = re.compile("哪[一两几]?[座条所栋幢艘届]")
_LONG = 3
"""Characters of a word whose last one says of itself what kind of thing it is: 文化节, 代言人."""
_TAIL, _LAST, _FIRST = 0.8, 0.6, 0.4
"""In Chinese the last part of a word says what kind of thing it is: a text that shares only 文化 with 文化节
names no 节."""


@lru_cache(maxsize=1024)
def foci(question: str) -> tuple[str, ...]:
    """Given a question in simplified Chinese, return the things it asks for that an answer must name."""
    if english := next((chinese for asked, chinese in _ENGLISH_ASKED if asked.search(question)), ""):
        return (english,)
    found = (*_after(question), *_before(question), *_deeds(question), *_whether(question))
    return tuple(
        dict.fromkeys(
            _PETTY.sub("", one) for one in found if len(one) > 1 or one in _CALLED or question.find("谁") >= 0
        )
    )


def _after(question: str) -> Iterator[str]:
    """The nouns after 哪些, 哪家, 什么: the last of those that hang together."""
    for asked in _ASKED.finditer(question):
        rest = question[asked.end() :]
        if rest[:1].isspace() or _AGENCY.match(rest) or _TIME.match(rest) or _DATE.match(rest):
            continue
        pause = _PAUSE.search(rest)
        thing = head(rest[: pause.start()] if pause else rest)
        if thing and not _ANY.fullmatch(thing):
            yield thing


def _before(question: str) -> Iterator[str]:
    """The noun before 有哪些, 是谁, 是什么."""
    for asked in _BEFORE.finditer(question):
        words = [(word, tag) for word, tag in rjieba.tag(asked["thing"]) if word.strip()]
        if words and words[-1][1] in _NOUN and not _ANY.fullmatch(words[-1][0]):
            yield words[-1][0]


def _deeds(question: str) -> Iterator[str]:
    """The verb after 怎么, unless it is one that anything is done with, and the noun right before; the verb of
    谁 does it."""
    for asked in _DONE.finditer(question):
        if not _GENERAL.fullmatch(asked["deed"]) and part_of_speech(asked["deed"]).startswith("v"):
            yield asked["deed"]
        words = [(word, tag) for word, tag in rjieba.tag(question[: asked.start()]) if word.strip()]
        if words and words[-1][1] in ("n", "nz", "vn") and not _ANY.fullmatch(words[-1][0]):
            yield words[-1][0]
    for asked in _DID.finditer(question):
        if _REACHED.fullmatch(asked["deed"]) and part_of_speech(asked["deed"]).startswith("v"):
            yield asked["deed"]
    for asked in _DOER.finditer(question):
        if not _GENERAL.fullmatch(asked["deed"]):
            yield asked["deed"]


def _whether(question: str) -> Iterator[str]:
    """The thing of which it is asked whether there is any, or that it happened: 有没有 *补贴*, 有没有 *发生*."""
    for asked in _HAPPENED.finditer(question):
        yield asked["deed"]
    for asked in _WHETHER.finditer(question):
        words = [(word, tag) for word, tag in rjieba.tag(asked["thing"]) if word.strip()]
        if words and all(tag in _NOUN for _, tag in words) and not _ANY.fullmatch(words[-1][0]):
            yield words[-1][0]


def head(text: str) -> str:
    """Given what follows a question word, return the noun that says what is asked for: 项目 of 哪个 *资金项目*."""
    words = [(word, tag) for word, tag in rjieba.tag(text) if word.strip()]
    if len(words) == 1:
        return "" if _MODAL.match(words[0][0]) and words[0][1] not in _NOUN else str(words[0][0])
    if words and words[0][0] == "人":
        return ""  # 替哪些人张罗: they are people, whatever is done
    found = ""
    for word, tag in words:
        if word in _CALLED or word == "城市":
            return str(word)
        if _ENDING.fullmatch(word):
            return str(word)
        if tag in _NOUN:
            found = word
        elif found and word == "的":
            continue
        elif found or tag not in _OVER or (tag == "v" and not found):
            break
    return next(
        (one.word for one in terms(text) if found and found in one.word), found
    )  # 公众号, and not 公众


@lru_cache(maxsize=65536)
def names(text: str, focus: str) -> float:
    """Given a text and the thing asked for, return from 0 to 1 how far the text names such a thing."""
    text = re.sub(
        rf"(?P<before>[^，,。；;：:]*)\d(?:余|多)?(?![年月日])[一-鿿]{{1,2}}?{re.escape(focus)}",
        _uncounted,
        text,
    )  # 7个县区 counts them, and names none, unless they stand before it: 安澜、清河和永丰3个县区
    if not _TITLED.fullmatch(focus):
        text = _DOCUMENT.sub(" ", text)  # a document on shops names none
    if focus == "城市":
        return _LAST if names_city(text) else 0.0
    if focus in _CALLED:
        return _LAST if re.search(_CALLED[focus], text) else 0.0
    if (said := explained(focus, text)) >= ALIKE:
        return said
    if len(focus) > 2 and focus[-2:] in text:
        return _TAIL
    if _TITLED.fullmatch(focus) and _TITLE.search(text):
        return _LAST
    if len(focus) == _LONG and focus[-1] not in text:
        return 0.0
    words = [word for word in rjieba.cut(text) if word.strip()]
    if any(word[-1] == focus[-1] for word in words if len(word) > 1):
        return _LAST
    if part_of_speech(focus).startswith("v") and any(
        part_of_speech(word).startswith("v") and set(word) & set(focus) for word in words
    ):
        return _FIRST
    shares = len(focus) == 2 and any(word[0] == focus[0] for word in words if len(word) > 1)
    return _FIRST if shares or alike(focus, text) > AKIN else 0.0


def least(question: str) -> float:
    """Given a question, return how far a text must name what it asks for: 哪座水库 is a reservoir, and no other water."""
    return _LAST if _ONE_OF.search(question) else 0.0


def _uncounted(counted: re.Match[str]) -> str:
    """What counts things, without them where no names stand before."""
    before = counted["before"]
    return counted.group() if re.search("、[^、]+[和及与、][^、]+$", before) else f"{before} "

"""The kinds of answer: a place, a date, a name, the problems, the measures.

Each kind has the words of the question that ask for it, what a text must have to give it, and, where the report
gives it in one customary place, a fixed text that lies near that place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.sentences import sentences

_NEVER = re.compile(r"(?!)")
_NOBODY = re.compile(
    r"《[^》]*》|各(?:有关|相关|级|[区县市]直|片区|牵头|成员|责任|协作)?(?:部门|单位|处室|科室|机构)|(?:有关|相关)(?:部门|单位|机构)|"
    r"(?<![等\d])\d+(?:余|多)?[个家][一-鿿]{0,6}?(?:部门|单位|机构|乡镇|镇|街道)(?:（[^）]*）)?|部门[间之]|[省市县区]级部门"
)
"""What names no one agency that does a thing: the title of a document, 各处室."""

_MADE_GOOD = re.compile(
    r"(?:补齐|补上|补强|补足|补|破解|攻克)[^，,。；;]{0,8}(?:短板|弱项|不足|薄弱环节)+|对照[^，,。；;]*问题|(?:聚焦|紧盯)[^，,。；;]{0,16}薄弱(?:指标|环节)|"
    r"(?:短板|弱项|薄弱(?:环节|指标|点位?)?)的?(?:整改|整治|改造|提升|改进|排查|攻坚|帮扶)|(?:针对|围绕)[^，,。；;]{0,30}(?:短板|问题|不足)+|困难(?:群[众体]|家庭|人员|职工|学生|企业)|避免[^，,。；;]*"
)
"""What is wanting, said of how it was made good."""
_BESIDE = {"unit": _NOBODY, "who": _NOBODY, "problems": _MADE_GOOD}
"""What gives no answer of a kind, though it has the words of one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of answer. `own` are its words in the question, which an answer need not repeat; `contact` kinds
    stand in the sentence that says whom to turn to."""

    name: str
    cue: re.Pattern[str]
    content: re.Pattern[str]
    own: re.Pattern[str] = _NEVER
    probe: str = ""
    contact: bool = False
    heading: re.Pattern[str] = _NEVER
    """What the section that gives it is called."""
    opening: re.Pattern[str] = _NEVER
    """How a text that gives it begins."""

    @property
    def single(self) -> bool:
        """Whether one sentence gives it, with that of which it is asked."""
        return self.name in (
            "who",
            "unit",
            "person",
            "day",
            "when",
            "span",
            "hour",
            "price",
            "where",
            "name",
            "shown",
            "numbered",
            "honour",
        )

    def given(self, text: str, above: Sequence[str] = ()) -> bool:
        """Whether a text has what is asked for; under headings of plans, all are plans. What is wrong and what will be
        done about it stand side by side and share their words, but are never each other's answer."""
        if self.name == "problems" and any(looks_ahead(text[slice(*one)]) for one in sentences(text)):
            return False
        if self.name == "measures" and _ADMITTED.search(text) and not looks_ahead(text):
            return False
        told = _ABOVE.get(self.name)
        if told is not None and any(told.search(heading) for heading in above):
            return True
        return (
            self.content.search(_BESIDE[self.name].sub(" ", text) if self.name in _BESIDE else text)
            is not None
        )


def looks_ahead(text: str) -> bool:
    """Whether a text begins with what will be done about the problems, though it may name them."""
    return _AHEAD.match(text) is not None


def to_come(text: str) -> bool:
    """Whether a text begins with what will be done, and not with what was done about a problem: 针对具体问题，开展了培训."""
    return looks_ahead(text) and (_TACKLED.match(text) is None or _WILL.search(text) is not None)


def under_plans(headings: Sequence[str]) -> bool:
    """Whether headings say that what stands below is to come."""
    return any(_PLANS.search(heading) and not _DONE.search(heading) for heading in headings)


def intended(headings: Sequence[str]) -> bool:
    """Whether headings say that nothing of what stands below has been done yet."""
    return any(_INTENDED.search(heading) and not _DONE.search(heading) for heading in headings)


def tells_problems(heading: str) -> bool:
    """Whether a heading says that problems stand below."""
    return _WRONG.search(heading) is not None


def asked_for(question: str) -> tuple[Kind, ...]:
    """Given a question in simplified Chinese or English, return the kinds of answer that it wants."""
    solved = _SOLVED.sub(" ", question)
    kinds = [kind for kind in _KINDS if kind.cue.search(solved if kind.name == "problems" else question)]
    names = {kind.name for kind in kinds}
    return tuple(kind for kind in kinds if not names & _STRONGER.get(kind.name, set()))


def admits(text: str) -> bool:
    """Whether a text says that something is wanting."""
    return _ADMITTED.search(text) is not None


def _kind(
    name: str,
    cue: str,
    content: str,
    own: str = "",
    probe: str = "",
    contact: bool = False,
    heading: str = "(?!)",
    opening: str = "(?!)",
) -> Kind:
    asked, told = re.compile(cue, re.IGNORECASE), re.compile(content, re.IGNORECASE)
    apart = re.compile(own or "(?!)")
    return Kind(name, asked, told, apart, probe, contact, re.compile(heading), re.compile(opening))


_ADMITTED = re.compile(
    r"有待|不够|[仍尚还][需待]|需(?:要)?进一步|[存仍]在[^。，,]{0,10}(?:问题|不足|困难|短板)|短板[：:]|欠缺|不平衡|主要表现|[加改][强进]的地方"
)
_LACKING = re.compile(
    r"有待|不够|[仍尚还][需待]|亟[需待]|需(?:要)?进一步|欠缺|滞后|偏慢|差距|不平衡|弱项|不强|不高|不到位|不及时|不规范|"
    r"不完善|薄弱|短板|[存仍]在[^。，,]{0,10}(?:问题|不足|困难)|(?:问题|不足)[：:、，]|困难|需要加强|难以(?!忘|计)"
)

_AHEAD = re.compile(
    r"\s*(?:(?:针对|围绕|对于)[^，,。]{0,12}(?:问题|不足|短板|薄弱)|下一步|下一阶段|接下来|今后|下阶段|"
    r"(?:\d{4}年)?[，,]?(?:我\w|本\w)?(?:将|拟)|为(?:进一步)?解决)"
)
_TACKLED = re.compile(r"\s*(?:针对|围绕|对于)")
_WILL = re.compile("[将拟]|下一步|下一?阶段|接下来|今后|进一步|着力")
_PLANS = re.compile(
    r"(?:工作|重点|主要|目标|总体|下一步|下步|明年|今年|\d{4}年)[^，,。]{0,8}(?:安排|打算|任务|思路|计划|要求|重点|目标)|下一步|下步|今后"
)
"""Headings of what will be done."""
_INTENDED = re.compile(
    r"(?:工作|任务|\d{4}年)[^，,。]{0,8}(?:打算|思路|计划|安排)|(?:工作)?(?:打算|计划)$|下一?步|下一?阶段|明年|今后"
)
"""Headings of what will be done and cannot have been."""
_DONE = re.compile("(?:完成|落实|执行|开展)情况|总结|回顾|[预决]算|经费")
"""Headings of how plans were carried out, or of what is set aside."""
_SOLVED = re.compile(
    "(?<![待需没未要难能法])(?:攻克|攻坚|破解|解决|突破|化解|啃下)(?:突破)?[了过掉好]?(?:哪些|哪几个|哪[一些]?类|什么|的)?[^，,。？?的]{0,4}?(?:问题|难点|难题|困难|痛点|堵点)+"
)
"""In a question: problems that are dealt with, and not what is wanting."""
_MENDED = "(?!.*(?:补齐|补上|补强|破解|攻克|问题导向))"
"""Headings of what was done about problems, or will be, name them too: 补齐基础短板."""
_WRONG = re.compile(rf"^{_MENDED}.*(?:问题|不足|短板|困难|薄弱)(?!.*(?:整改|改进|解决))")
_ABOVE = {"measures": _PLANS, "problems": _WRONG, "why": _WRONG}
"""Headings under which all is of a kind."""
_SITE = r"https?://|www\.|(?<![@\w.-])[a-z\d-]+\.(?:[a-z\d-]+\.)*(?:cn|com|net|org)\b"
_CALLING = "写信|写封信|封信|信|寄|寄到|去|问|当面|亲自|上门|登门|跑|跑到|到|找|咨询|疑问|看不懂|没看懂|看不明白|反映|意见|楼|层|大楼"
"""What one does with an address or a telephone."""
_OF_CALLS = (
    r"(?![^，,。？?]{0,12}(?:平均|多久|多长|(?:几|多少)(?:秒|声|分钟?|小时|天|次|通|件|人|条|个(?!号))|率))"
)
"""After 电话: what is asked of the calls, and not which number to call."""
_NUMBER_ASKED = (
    rf"(?<![几少][个通次])电话{_OF_CALLS}"
    r"|热线的?号码|(?:什么|哪个|哪条|啥)(?:热线|号码?)|热线(?:是|叫)?(?:什么|多少|哪|啥|几)|[打拨](?:什么|哪个|多少|几|啥)(?!年|次|折)|联系方式|"
    r"phone|telephone|hotline|what number|number to (?:call|ring)"
)
_TELEPHONE = r"(?:\d{3,4}[-－—) ）]?)?\d{7,8}(?!\d)|1\d{10}"
_SHORT = r"(?:9[56]\d{3,4}|12\d{3})(?!\d)"
"""The short numbers of services: 96628, 95598."""
_ABOUT_PAPERS = "(?:申请人|申请公开|公开申请|查资料|要资料|信息公开|公开信息|政府信息|申请信息|信息处理)"
"""What one may be charged for: the papers that one applies for."""
_BECAUSE = (
    r"因(?!此|公|素|地制宜|而|人而异|势)|由于|原因|主因|主要是|主要系|主要为|为了|源于|导致|鉴于|受[^，,。；;]{1,20}(?:影响|限制|制约)|"
    r"次生|所致|引[起发]|对[^，,。；;]*[不无未没][^，,。；;]*(?:予以|给予)|需要?说明的是|关键(?:是|在于)|得益于|"
    r"(?:关停|注销|关闭|停用|撤销|取缔)[^，,。；;]{0,12}[^，,。；;]*[低不无差][^，,。；;]{1,12}的"  # what is wrong with that which was dealt with
)
_PURPOSE = (
    r"为了|旨在|以(?:便|期|利)|从而|目的|为[^，,。；;\d]{2,24}(?:提供|奠定|创造|打下|筑牢|打通)|意在|"
    r"[，,。](?:来|以|并|切实|进一步|有效|不断|更好|着力|全面|最大限度)*(?:地)?(?:提[高升]|促进|推[动进]|确保|防止|避免|保[障护]|增强|助力|方便|便[于利]|解决|满足|缓解|减轻|帮助|引导|激[发励]|让)"
)
"""How a text says what something is for."""
_KINDS: tuple[Kind, ...] = (
    _kind(
        "measures",
        r"措施|举措|(?:怎么|如何|怎样|咋|招来?|步来?)(?:去|着手)?(?:改(?!的|成)|补|弥补|解决|纠正|完善|整治|破解|应对)|(?<!需要)(?<!有待)改进|整改(?:措施|举措|方案|打算|计划|思路|$|[?？，,。])|怎么办|咋办|下一步|下一?阶段|"
        r"(?:打算|准备|今后|接下来|往后|将来|来年|明年|新的一年)(?:又|将|要|会|的)?(?:怎|如何|咋|采取|从哪|做|干|有(?:什么|哪|啥|何)|是什么)|"
        r"(?:之后|以后|后面|后头|往后|日后|来年|明年)(?:还|又|再|将|要|会|得|准备|打算|想)+(?:干|做|忙)(?:点|些)?(?:什么|啥|哪)|"
        r"(?:有|的|什么|哪些|啥)打算(?![让给把新])|打算(?:$|[?？。，,]|有哪些)|今后(?![一二三四五六七八九十\d两几]+年)|计划做|(?:弥补|补齐|补上|补强)|"
        r"measures|improve|next step|plans?\b|how will\b|intends? to|what will\b.{0,40}\bdo\b|going to (?:do|fix|tackle)|(?:fix|tackle|address|remedy) (?:the|these|those|its|this)\b",
        r"将|着力|进一步|继续|加强|下一步|今后|狠抓|建立|健全|完善|优化|推动|提升|推进|提高|丰富|强化|[是、](?:增加|开展)|(?:措施|举措|打算|改进|整改)[：:]|[两二三四五六七八九十\d][项条个](?:具体|工作)?(?:措施|举措|办法)|采取[^，,。；;]{2,40}(?:措施|举措|办法|方式)",
        r"措施|举措|改进|整改|解决|打算|下一步|今后|计划|问题|不足|短板|薄弱|针对|改进措施|方向|改|招|几招|招来|毛病|老毛病|缺点|发现|补齐|补上|弥补|"
        r"补|往后|将来|来年|明年|接下来|完善|纠正|着手|思路|重点|差距|困难|薄弱环节|环节|对症下药",
        "下一步改进措施：针对存在的问题，将着力加强，进一步完善",
        heading=r"措施|改进|打算|下一步|安排|思路|重点工作",
        opening=r"(?:下一步|\d{4}年)?[^，,。；;：:]{0,8}(?:措施|举措|打算)[：:]",
    ),
    _kind(
        "problems",
        r"问题(?!的?(?:整改|解决|处置|化解|办理|落实)(?:工作)?(?:[到得了]|进展|情况|进度|完成|成效|结果|如何|怎))|不足|短板|薄弱|困难(?!的?(?:群[众体]|家庭|户|职工|学生|人[员群]|企业|老[人年]|儿童|妇女|残疾人|党员|师生|对象))|挑战|弱项|差距|欠缺|毛病|缺点|缺陷(?!产品|商品|汽车|车辆)|软肋|难题|痛点|难点|难处|头疼|头痛|发愁|犯难|卡壳|掉链子|挑[^，,。]{0,4}刺|不如意|[难卡错弱输堵]在(?:哪|什么|何)|做?得(?:还|都)?(?:不(?:太)?(?:够|好|理想|到位)|差|欠)|"
        r"不(?:够好|到位|理想|完善|尽如?人意|满意)|没做(?:好|到位)(?!的?(?:而|就|还)?被)|不好在(?:哪|什么)|差在|差(?:了)?(?:什么|哪|点)|差劲|拖后腿|检讨|反思|自我批评|(?:需要|有待|需)(?:改进|加强|提高|完善|努力)|"
        r"problem|shortcoming|challenge|weakness|difficult(?:y|ies)|deficienc|obstacle|bottleneck|drawback|weak (?:point|spot|link)|went wrong|f[ae]lls? short|not (?:done|working) well",
        _LACKING.pattern,
        r"问题|不足|短板|薄弱|环节|薄弱环节|困难|挑战|弱项|差距|欠缺|解决|风险|毛病|老毛病|缺点|缺陷|软肋|难题|痛点|难点|难处|头疼|头痛|发愁|犯难|卡壳|掉链子|挑|刺|难|不如意|不够|不太|不太好|不好|不到位|"
        r"不理想|理想|到位|差|差劲|做得|做好|好|够|得|批评|自我批评|自评|改进|加强|提高|完善|努力|哪块|几块|三块|两块|自我检讨|查摆|满意|碰到|碰上|遇到|遇上|面临|面对",
        "存在的主要问题和不足：一是有待进一步加强，二是不够",
        heading=rf"^{_MENDED}.*(?:问题|不足|短板|困难|薄弱)",
        opening=r"(?:自评|自查|检查|评价|审计|工作)?(?:中|时)?(?:发现|存在|面临|遇到)的?(?:主要|突出)?(?:问题|不足|困难)[^，,。；;]{0,6}[：:]",
    ),
    _kind(
        "hotline", rf"(?:热线|举报|投诉|维权|求助|反映)(?=.*(?:{_NUMBER_ASKED}))|(?:{_NUMBER_ASKED})(?=.*(?:热线|举报|投诉|维权|求助|反映))",
        rf"{_TELEPHONE}|(?<!\d)1[12]\d{{3}}(?![\d.人个件户名万元册次]|[^，,。；;]{{0,4}}(?:平台|诉求|工单))|(?:拨|打|热线|电话)[^，,。]{{0,6}}(?<!\d)1[12]\d(?![\d.])|"
        rf"(?:拨|打|热线|电话)[^，,。]{{0,6}}(?<!\d){_SHORT}|(?<!\d){_SHORT}[^，,。\d]{{0,6}}(?:热线|电话|专线)",
        rf"电话|号码|号|联系|联系电话|电话号码|联系方式|热线|热线号码|打|拨|{_CALLING}",
        "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind(
        "phone", _NUMBER_ASKED, _TELEPHONE,
        rf"电话|号码|号|联系|联系电话|电话号码|联系方式|热线|热线号码|打|拨|{_CALLING}",
        "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind("fax", "传真", r"传真[^，,。；;]{0,6}\d", "传真|传真号|号", "联系地址、邮编、联系电话、传真、电子邮箱", True),
    _kind(
        "turn",
        r"找谁|问谁|联系谁|向谁|找哪个|怎么联系|如何联系|联系哪|whom? .{0,20}(?:contact|ask|call|phone)",
        r"[与向和][^，,。；;]{2,40}(?:联系|咨询|反映|投诉|举报)|请联系|联系(?:人|方式|电话|地址|[：:])|咨询(?:电话|热线|窗口|点)",
        rf"联系|应该|应|{_CALLING}",
        "如对本报告有疑问，请与办公室联系，联系地址、联系电话",
        True,
    ),
    _kind(
        "mail", r"邮箱|电邮|邮件(?:发|寄)|电子邮件|发[到给往]?[^，,。？?多少]{0,4}信箱|email|e-mail", r"[\w.+-]+@[\w.-]+\w", rf"邮箱|信箱|电子|电子邮箱|电邮|封?电子邮件|邮件|地址|联系|发|发到|{_CALLING}",
        "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind(
        "postcode", r"邮编|邮政编码|postcode|zip code", r"(?<!\d)\d{6}(?!\d)", rf"邮编|邮政|编码|邮政编码|地址|{_CALLING}",
        "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind(
        "address", r"(?<!网)(?<!邮箱)(?<!邮件)地址|(?:当面|上门|亲自|登门|跑|(?<!出国)(?<!用)(?<!花)去|找|问).{0,24}(?:哪[栋幢座]楼|哪一?[层楼]|几[层楼]|哪儿|哪里|哪条[路街]|什么地方)|"
        r"信(?:该|应|要)?(?:寄|邮)(?:到|往|给)|寄到(?:哪|什么)|where (?:is|are) the (?:head |main )?offices? of\b|postal address|office address|what street|which street",
        r"[路街巷道]\s*\d+\s*[号弄]|号楼|大厦|地址|\d+\s*[层楼]", rf"地址|联系|哪里|位置|哪栋楼|栋楼|哪栋|大楼|几层|几楼|哪层|路上|条|{_CALLING}", "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind("url", r"网址|链接|\burl\b|web address", _SITE, r"网址|网站|链接|网页"),
    _kind(
        "website", r"(?:哪|什么)\w?(?:网站|网页|网(?![络点格]))|(?:哪里|哪儿)(?:能|可以)?(?:下(?![车跌降])|查)|下载|website",
        rf"{_SITE}|[“《][^”》]*网(?:站)?[”》]|门户网站|政府网", r"网站|网页|站|下载|下到|能下|登|查|查到|找到|查看|查阅|看到|看|能看",
    ),
    _kind(
        "hour", r"几点|几时(?=[开关上下闭]|营业|办公)|(?:营业|开放|上班|办公|工作|服务)时间", r"\d+[:：]\d+|\d+[点时](?!间)|[上下]午|全天|24小时", r"几点|开门|上班|时间|营业|开放",
    ),
    _kind(
        "price", r"租金(?![^，,。？?]{0,6}(?:负担|减免|补贴|压力))|价格(?![^，,。？?]{0,6}(?:监管|检查|违法|监测|管理|巡查|行为|秩序))|票价|房价|收费标准|(?:怎么|如何|咋)(?:收费|卖|计价)|(?:卖|租|买|收|票|住|一[个张次份晚顿])[^，,。罚花批拨投]{0,6}多少钱|门票", r"\d元|元[/／每]|免费|价|租[^，,。]*元", r"收费|价格|钱",
    ),
    _kind(
        "use", r"(?:干|做)(?:什么|啥|嘛|什么)用|干嘛用|用途|用场|(?:拿来|用来|用于|[用花](?:到|在|去|于))(?:了|去)?(?:干|做)?(?:什么|啥|嘛|哪)|(?:拿|用|花)(?:来|去)?(?:都)?(?:干|做)(?:了|些)*(?:什么|啥|嘛)|有(?:什么|啥|何)用(?!户)|"
        r"(?:什么|啥|何|哪些)作用|what .{0,30}(?:used for|purpose of)",
        r"作为|用于|用来|供|为[^，,。]*提供|(?:资金|补助|补贴|经费|[万亿]元)[^，,。；;]{0,6}(?:实施|开展|建设|支持|推进|扶持|购)|防止|便于|以便|实现|对[^，,。]*进行|发挥|解决|提升|方便|集[^，,。]*于一体|" + _PURPOSE, r"用途|作用|用场|用|用到|用在|用于|花|花到|花在|拿|拿来|钱|干嘛|好|以后",
    ),
    _kind(
        "bounds", r"四至|[东西南北](?:边|侧|面|临|至)[^，,。]{0,12}(?:什么|哪|啥)", r"[东西南北](?:至|侧|临|邻|接|靠)", r"四至|[东西南北][边侧面]|挨着|范围",
    ),
    _kind("day", r"哪天|哪一天|几月几|(?<!电话)(?<!热线)(?<!哪)(?<!是)几号(?![线楼文院馆厅门令])|what day|which day|on what date", r"\d+\s*月\s*\d+\s*日|\d+日", r"哪天|日期|天"),
    _kind(
        "when", r"什么时候|啥时候?|多会儿|几时|何时|几月|哪一?个?月(?!份?[最比])|时间|日期|\bwhen (?:did|was|were|is|are|will|does|do|has|had)\b|\bdate",
        r"\d+\s*月|\d+\s*日|\d{4}\s*年|[春夏秋冬汛年节月][季]?[前初中底末]|[年月]内|[上下]半年|[春夏秋冬汛][天季期]|期间|[一-鿿]{2}[期季](?=[，,])|五一|国庆|春节|[一二三四五六七八九十]+月|工作日|每[年月周日季]|季度", r"时候|时间|日期|哪天|起止|月",
    ),
    _kind(
        "span", r"(?=.*(?:报告|年报|数据|统计))(?!.*(?:活动|培训|会议|公示))(?:.*(?:起止|起讫|统计的?(?:期限|周期|区间|时段|时间|起点)|(?:从|自)(?:什么时候|哪一?[天月]|几[月号])[^，,。？?]{0,8}[到至]|数据[^，,。？?]{0,6}截[止至]))",
        r"\d+\s*月\s*\d+\s*日[^，,。；;]{0,4}(?:[至到]|[—–~-]+)[^，,。；;]{0,8}\d+\s*月|数据[^，,。；;]{0,6}截[止至][^，,。]{0,6}\d+\s*月", r"时候|时间|日期|哪天|起止|月|期限|统计|算|截止|数据|是?从|到|至|区间|周期|政府|政务|信息|公开|年度|报告|年报",
        "本报告所列数据的统计期限自1月1日起至12月31日止",
    ),
    _kind(
        "where", r"(?<!差在)(?:哪里|哪儿)(?!的)|何处|(?<!存)(?<!差)(?<!错)(?<!弱)在哪(?!些|几)|哪个地方|什么地方|地点|位置|where\b|"
        r"(?:在|到|去|往|赴|落户|位于|[建设开选办搬迁](?:在|到|往|于|进))(?:了|的是)?哪一?[座个条家所片处]?(?:城市?|市(?!场)|[区县镇乡](?!别|域)|街道?|路|村|社区|国家?|省|会场|会议室|场馆|体育|学校|酒店|公园|商场|广场|景区|小区|大楼|楼|厅|园区|沙滩|港口|码头|站|馆)",
        r"位于|坐落|地处|选址|落户|设于|[在赴](?!线|于|建|编|岗|职|册)[^，。,]{2,}|前往|[一-鿿]{2}馆|开往|热线|信箱|窗口|专栏|APP|(?<![思线套门出退链电])路(?![径线由演过])|街|楼|\d+\s*号(?![文令线])|[\d一二三四五六七八九十]\s*层(?![次级面])|(?<!验)室|广场|大厅|地址|可[到往在去][^，,。；;]{2,12}|[一-鿿]{2}(?:村(?![级民集庄里务内容居镇委])|社区(?![服治养工矫]))", r"位置|地点|哪里|地方|哪儿|何处",
    ),
    _kind(
        "unit", r"(?:哪个|哪些|什么|哪家|哪几\w)(?:部门|单位|机构|局|所(?!有)|厅|科室|处室|股室)|哪家[一-鿿]{2,4}(?:机构|单位)|(?:部门|单位|机构|科室)(?:都|分别)?(?:有|包括|是)?(?:哪些|哪几|哪家)|which (?:department|agency|office|unit)",
        r"局(?!面|限)|办公[室厅]|[部省市区县工]委|委员会|管委|[一-鿿]办(?![理事公结法])|科(?!技|学)|处(?![理罚于置分])|[一-鿿]股(?![份东权票市民金])|中心(?!工作)|(?<![级个直各])部门|院|厅|镇(?!化)|街道|队(?!伍)|站|(?<!有)所(?!有|属|列|需)|本部|、[^，,。；;、]{2,8}等(?:\d{1,2}|[两二三四五六七八九十多]+)个(?:部门|单位)",
        r"部门|机构|局|负责",
    ),
    _kind(
        "person", r"(?:[长席]|主任|书记)(?:是谁|是哪位|叫什么|姓名|名字)|姓(?:什么|啥|甚)|贵姓|报告人?(?:到底|究竟)?(?:是|由)(?:谁|哪位)|谁[^，,。？?]{0,12}[作做][^，,。？?]{0,16}报告|谁向[^，,。？?]{2,14}报告|who (?:is|was) the (?:mayor|director|head|governor|secretary)|who (?:delivered|gave|presented|read|made|heads|headed)\b",
        r"(?:[长席]|主任|书记)[\s：:]+[一-鿿]{2,4}(?![一-鿿])|[一-鿿]{2,3}同志(?!为核心|们)", r"谁|名字|姓名|哪位|叫|人|报告人?|政府|代表|[作做]",
    ),
    _kind(
        "who", r"是谁|哪位|谁(?!起草|执法|主管|解读)|什么人|\bwho\b",
        r"[市省县区镇局处科会院校组]长|主任|(?<!总)书记|同志(?!为核心)|专人|工作人员|负责人|责任人|联系人|(?<!党的)(?<![坚组统正集]\w)领导(?!小组|下|体制|作用|责任|[和与、]协调)|专员|总监|讲师|教师|记者|专家|教授|律师|学者|院士|顾问|公司|集团|大学|学院|研究院|事务所|协会|"
        r"(?:聘请|邀请|聘任)[^，,。；;]{2,30}(?:[为来]|担任|授课|参加|出席)|由[^，,。；;]{2,16}(?:担任|兼任|承担|负担|出资|支付)|法官|检察官|志愿者|[一-鿿](?:局(?!面|限)|办公室|委员会)", r"谁|人|哪位|谁家|家",
    ),
    _kind(
        "why",
        r"(?:(?<!调整)(?<!(?<!整)改)(?<!更名)(?<!命名)(?<!变更)(?<!升格)(?<!评)|(?=为(?:什么|啥)[会要比不没]))为(?:什么|啥)|为何|为甚|凭什么|凭啥|原因|缘故|缘由|理由|因何|缘何|(?:怎么|咋)(?:会|就|突然|一下子?|反倒|反而|比|又|老|还|变[多少高低大小快慢]|[跟和与][^，,。？?]{0,6}一样)|(?:怎么|咋)回事|(?:怎么|咋)(?:花|用|还|都)*(?:超|剩|没(?!有?什么))|(?:怎么|咋)(?:[上下]?[涨跌降升]|少|多|减少?|增加|提高|变)了|(?:怎么|咋)(?:搞的|引起|造成|来的)|(?:根子|根源|病根|症结)(?:到底|究竟)?(?:在|是)(?:哪|什么|啥)|\bwhy\b|\breasons?\b",
        _BECAUSE,
        r"原因|为什么|为何|缘故|缘由|理由|一下子|突然|怎么回事|回事|解释|说法|根子|根源|病根|症结",
    ),
    _kind(
        "aim", r"为(?:什么|啥|何)会?(?:要(?![求点件紧])|(?=[搞推试实]行|搞|建|设|成立|出台|开展|组织|制定|推广))",
        rf"{_BECAUSE}|{_PURPOSE}|破解|确保|防止|避免|针对[^，,。；;]{{2,24}}(?:需[求要]|问题|难题|特点|实际|矛盾|不足|不便|情况|现象|乱象|隐患)",
        r"原因|为什么|为何|缘故|缘由|理由",
    ),
    _kind(
        "fee", rf"^(?!.*(?:多少|几|金额|总额|谁|哪|什么(?!费|钱)|啥(?!费|钱)|为何|为啥|标准|依据|怎么(?!样)|如何(?=收|算|计|定)))(?=.*{_ABOUT_PAPERS}).*(?:收费|处理费|(?:收|要|花|交|掏|付)(?:过|了|取)?(?:什么|啥|一?点|他们|人家|(?:政府)?信息(?:公开)?|公开)?的?[钱费])|"
        r"^(?!.*\b(?:how (?:much|many)|who|which|what|why|when)\b)(?=.*\b(?:information|disclosures?|requests?|records|documents)\b).*\b(?:charg(?:e|es|ed|ing)|fees?|pay|paid)\b",
        r"处理费|收费|费用|免费|无偿", rf"{_ABOUT_PAPERS}|钱|费|收费|处理费|收|要|过|人", "收取信息处理费情况",
    ),
    _kind(
        "shown", r"(?:拍|播|演|讲|唱|写)的(?:都|主要)?是?(?:什么|啥)(?:内容|主题|故事|题材|事)?(?:$|[?？，,。呢啊])",
        r"讲述|讲的|内容(?:为|是|包括|涉及|主要)|主题|关于|以[^，,。；;]{2,20}为(?:题|主|背景|素材)|反映|介绍|展现|展示|记录|题为", r"内容|主题|故事|题材",
    ),
    _kind(
        "grudge", r"(?:嫌|不满|抱怨|吐槽|骂|意见大)(?:意)?(?:的)?(?:都|主要|最多|多半)?(?:的)?(?:是|集中在)?(?:什么|啥|哪)",
        r"不满|嫌|抱怨|吐槽|反映|意见(?:集中|主要)|集中在|主要(?:是|为|因|由于|原因|涉及)|原因", r"嫌|不满|抱怨|吐槽",
    ),
    _kind(
        "channel", r"(?:which|what)\b[^?]{0,24}\b(?:(?:hot|help)?lines?|(?:web)?sites?|channels?)\b",
        r"网站|[一-鿿]网(?![络点格上民])|微信|微博|公众号|热线|信箱|邮箱|APP|客户端|平台|专栏|窗口|12\d{3}|电话|大厅|公报|公告栏|广播|电视", r"网站|热线|渠道",
    ),
    _kind("numbered", r"几号(?:线|楼|文|院|馆|厅|门|令)", r"\d+\s*号(?:线|楼|文|院|馆|厅|门|令|$|[，,。；;、])", r"线|楼"),
    _kind(
        "honour", r"(?<!评)荣誉|称号|奖项|表彰(?!大会|会议|先进|了)|(?:得|获|拿|捧)(?:了|过|到)*(?:什么|哪些|啥|哪几[个项])奖",
        r"荣誉称号|[”》]称号|先进(?:集体|单位|个人|工作者)|评为|评选为|获评|荣获|授予|上榜|授牌|表[彰扬]|(?:获|得|拿)[^，,。；;]{0,16}奖(?![励补金惩罚])",
        r"荣誉|称号|荣誉称号|奖项|表彰|奖|获得|得到|得|拿|拿到|取得|获|受到|先进",
    ),
    _kind("purpose", r"为了(?:什么|啥)|(?<![项题栏])目的|图(?:的是|个|的)?(?:什么|啥)|\bwhat for\b|purpose", _PURPOSE, r"目的|为了|图|图个|当初"),
    _kind(
        "name", r"(?:列|点)出?(?:了|过)?名单|(?:哪些|哪几个)(?:公众|微信|账|帐)?号(?![码召线令])|(?:什么|啥|哪些|几个)名字?(?!单)|名称|(?:叫|名为|(?<!问)题为)(?:什么|啥|做什么)|[书片剧刊]名|名叫|what is .{0,40}called|\bname of\b|title of",
        r"[《“「][^》”」]{2,}[》”」]", r"名字|名称|名单|叫|题目|标题|片名|剧名|书名|刊名|名",
    ),
    _kind(
        "meaning", r"什么叫|什么是|(?:费|支出|收入|拨款|预算|决算|结转|结余)[”」』\"]?(?:到底|究竟|具体|是)*指的?(?:是)?(?:什么|啥)|什么意思|啥意思|啥叫|何谓|含义|涵义|(?:怎么|如何|怎样|咋)(?:定义|界定)|what counts as|(?:定义|界定|理解|解释)(?:的)?(?:$|[?？。，,])|名词解释|what is meant|definition",
        r"^(?:是|指|是指|系)|是指|指的?是|所称|[：:](?:是?指|系)(?![导标数挥])", r"名词|解释|名词解释|含义|定义|意思|叫|界定|理解|词|这个词|这一|术语|涵义|预算|决算",
    ),
)  # fmt: skip
_STRONGER: dict[str, set[str]] = {
    "phone": {"hotline"},
    "why": {"aim"},
    "problems": {"measures", "why", "turn", "mail", "phone", "hotline", "address"},
    "meaning": {"why"},
    "name": {"meaning", "person"},
    "who": {"person", "turn"},
    "when": {"day", "hour", "span"},
    "day": {"span"},
    "website": {"url"},
    "where": {"use", "url", "website", "address", "mail", "problems"},
    "address": {"mail", "url", "website"},
}

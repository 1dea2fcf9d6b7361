"""What a question's words want of an answer: a place, a date, a name, the problems, the measures, a list.

Each kind has the words of the question that ask for it, what a text must have to give it, and, where the report
gives it in one customary place, a fixed text that lies near that place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.terms import ALIKE, LIGHT, Term, explained, terms

_NEVER = re.compile(r"(?!)")


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

    def given(self, text: str) -> bool:
        """Whether a text has what is asked for. What is wrong and what will be done about it stand side by side
        and share their words, but are never each other's answer."""
        if self.name == "problems" and looks_ahead(text):
            return False
        if self.name == "measures" and _ADMITTED.search(text) and not looks_ahead(text):
            return False
        return self.content.search(text) is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question, in the kinds of answer it wants and the words that say of what."""

    measure: str
    kinds: tuple[Kind, ...]
    topic: tuple[Term, ...]
    many: bool
    """Whether a list is asked for."""
    whole: bool
    """Whether what was done, or how things are, is asked for, which a whole section says."""

    def named(self, name: str) -> bool:
        return any(kind.name == name for kind in self.kinds)

    def asks_section(self, heading: str) -> bool:
        """Whether what is asked is the whole section under a heading: how things are, or what was done."""
        telling = [term for term in self.topic if term.weight > LIGHT]
        asked = self.whole and not self.kinds and bool(telling)
        return asked and all(explained(term.word, heading) >= ALIKE for term in telling)

    def given(self, text: str) -> bool:
        """Whether a text has all that is asked for."""
        return all(kind.given(text) for kind in self.kinds)


def looks_ahead(text: str) -> bool:
    """Whether a text begins with what will be done about the problems, though it may name them."""
    return _AHEAD.match(text) is not None


def wanted(question: str, measure: str) -> Wanted:
    """Given a question in simplified Chinese or English and its measure in simplified Chinese, return what it
    wants."""
    kinds = [kind for kind in _KINDS if kind.cue.search(question)]
    names = {kind.name for kind in kinds}
    kinds = [kind for kind in kinds if not names & _STRONGER.get(kind.name, set())]
    return Wanted(
        measure,
        tuple(kinds),
        _topic(measure, tuple(kinds)),
        _MANY.search(question) is not None,
        _WHOLE.search(question) is not None,
    )


@lru_cache(maxsize=1024)
def _topic(measure: str, kinds: tuple[Kind, ...]) -> tuple[Term, ...]:
    chinese = re.search(r"[一-鿿]", measure) is not None
    return tuple(
        term
        for term in terms(measure)
        if not _FILLER.fullmatch(term.word)
        and not any(kind.own.fullmatch(term.word) for kind in kinds)
        and not (chinese and re.fullmatch(r"[a-z]+", term.word))  # English that found no Chinese word
    )


def _kind(
    name: str,
    cue: str,
    content: str,
    own: str = "",
    probe: str = "",
    contact: bool = False,
    heading: str = "(?!)",
) -> Kind:
    asked, told = re.compile(cue, re.IGNORECASE), re.compile(content, re.IGNORECASE)
    return Kind(name, asked, told, re.compile(own or "(?!)"), probe, contact, re.compile(heading))


_ADMITTED = re.compile(
    r"有待|不够|[仍尚还][需待]|需(?:要)?进一步|[存仍]在[^。，,]{0,10}(?:问题|不足|困难|短板)|短板[：:]|欠缺|不平衡|主要表现|[加改][强进]的地方"
)
_LACKING = re.compile(
    r"有待|不够|[仍尚还][需待]|亟[需待]|需(?:要)?进一步|欠缺|滞后|偏慢|差距|不平衡|弱项|不强|不高|不到位|不及时|不规范|"
    r"不完善|薄弱|短板|[存仍]在[^。，,]{0,10}(?:问题|不足|困难)|(?:问题|不足)[：:、，]|困难|需要加强"
)

_AHEAD = re.compile(
    r"\s*(?:(?:针对|围绕|对于)[^，,。]{0,12}(?:问题|不足|短板|薄弱)|下一步|下一阶段|接下来|今后|下阶段|"
    r"(?:\d{4}年)?[，,]?(?:我\w|本\w)?(?:将|拟)|为(?:进一步)?解决)"
)
_FILLER = re.compile(
    r"想|该|叫|还|没|没有|认为|里|里说|说|是|做|做了|做些|些|什么|哪些|哪|怎么|怎么样|如何|为了|请问|主要|存在|有|进行|"
    r"开展|情况|工作|方面|目前|现在|具体|相关|有关|报告|在|的|了|和|与|及|对|吗|呢|谁|提出|指出|采取|看|啥|样|打算|准备|承认|年报|地方|作用|性质|特点|亮点|做法|举措|方式|方法|应该|如果|多长|遇到|咋样|咋|中|有没有|哪里|在哪|该联系|这些|这个|那|吧|啊"
)
_MANY = re.compile(
    r"哪些|哪几|有何|列举|分别|问题|不足|短板|措施|which|what\s+(?:\w+\s+)?(?:problems|measures|channels|units|plans)",
    re.I,
)
_WHOLE = re.compile(
    r"怎么样|怎样|咋样|如何|情况|做了|做些|干了|成效|进展|什么(?:工作|举措|做法)|how (?:is|was|were|are)|what (?:was|were|has been) done",
    re.I,
)
_KINDS: tuple[Kind, ...] = (
    _kind(
        "measures",
        r"措施|举措|怎么改|如何改|(?<!需要)(?<!有待)改进|整改|怎么解决|如何解决|怎么办|打算|下一步|今后|计划做|measures|improve|next step|plans?\b",
        r"将|着力|进一步|继续|加强|下一步|今后|狠抓|建立|健全|完善|优化|推动|提升|推进|提高|增加|丰富|开展|强化",
        r"措施|举措|改进|整改|解决|打算|下一步|今后|计划|问题|不足|短板|薄弱|针对|改进措施",
        "下一步改进措施：针对存在的问题，将着力加强，进一步完善",
        heading=r"措施|改进|打算|下一步|安排|思路|重点工作",
    ),
    _kind(
        "problems",
        r"问题|不足|短板|薄弱|困难|挑战|弱项|差距|欠缺|(?:需要|有待)改进|problem|shortcoming|challenge|weakness",
        _LACKING.pattern,
        r"问题|不足|短板|薄弱|环节|薄弱环节|困难|挑战|弱项|差距|欠缺|解决|风险",
        "存在的主要问题和不足：一是有待进一步加强，二是不够",
        heading=r"问题|不足|短板|困难|薄弱",
    ),
    _kind(
        "phone", r"电话|热线号码|联系方式|phone|telephone", r"(?:\d{3,4}[-－—) ）]?)?\d{7,8}(?!\d)|1\d{10}|\b12345\b",
        r"电话|号码|联系|联系电话|电话号码|联系方式|热线|热线号码",
        "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind(
        "turn",
        r"找谁|问谁|联系谁|向谁|找哪个|怎么联系|如何联系|联系哪|whom? .{0,20}(?:contact|ask)",
        r"联系|咨询",
        r"联系|疑问|找|问|咨询|应该|应",
        "如对本报告有疑问，请与办公室联系，联系地址、联系电话",
        True,
    ),
    _kind(
        "mail", r"邮箱|电邮|email|e-mail", r"[\w.+-]+@[\w.-]+\w", r"邮箱|电子|电子邮箱|电邮|电子邮件|邮件|地址|联系",
        "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind(
        "postcode", r"邮编|邮政编码|postcode|zip code", r"(?<!\d)\d{6}(?!\d)", r"邮编|邮政|编码|邮政编码",
        "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind(
        "address", r"(?<!网)(?<!邮箱)(?<!邮件)地址|postal address|office address",
        r"[路街巷道]\s*\d+\s*[号弄]|号楼|大厦|地址", r"地址|联系|哪里|位置", "联系地址、邮编、联系电话、传真、电子邮箱", True,
    ),
    _kind("url", r"网址|链接|\burl\b|web address", r"https?://|www\.|\w\.gov\.cn", r"网址|网站|链接|网页"),
    _kind(
        "website", r"(?:哪|什么)\w?网站|哪里(?:下载|查)|下载|website",
        r"https?://|www\.|[“《][^”》]*网(?:站)?[”》]|门户网站|政府网", r"网站|网页|站",
    ),
    _kind("day", r"哪天|哪一天|几月几|几号|what day|which day|on what date", r"\d+\s*月\s*\d+\s*日|\d+日", r"哪天|日期|天"),
    _kind(
        "when", r"什么时候|何时|几月|时间|日期|when\b|\bdate",
        r"\d+\s*月|\d+\s*日|\d{4}\s*年|[一二三四五六七八九十]+月|工作日|每[年月周日季]|季度", r"时候|时间|日期|哪天|起止",
    ),
    _kind(
        "where", r"哪里|哪儿|何处|(?<!存)在哪(?!些)|哪个地方|什么地方|地点|位置|where\b",
        r"位于|坐落|在[^，。,]{2,}|[路街号楼层室]|广场|大厅|地址", r"位置|地点|哪里|地方|哪儿|何处",
    ),
    _kind(
        "unit", r"(?:哪个|哪些|什么|哪家|哪几\w)(?:部门|单位|机构|局|科室|处室)|(?:部门|单位|机构|科室)(?:都|分别)?(?:有|包括|是)?(?:哪些|哪几)|which (?:department|agency|office|unit)",
        r"局|办|委|科|处|中心|部门|院|厅|镇|街道|队|站|所|本部", r"部门|机构|局|科室|处室",
    ),
    _kind(
        "person", r"(?:[长席]|主任|书记)(?:是谁|是哪位|叫什么|姓名|名字)|who (?:is|was) the (?:mayor|director|head|governor|secretary)",
        r"(?:[长席]|主任|书记)[\s：:]+[一-鿿]{2,4}(?![一-鿿])|[一-鿿]{2,3}同志(?!为核心|们)", r"谁|名字|姓名|哪位|叫",
    ),
    _kind(
        "who", r"是谁|哪位|谁(?!起草|执法|主管|解读)|什么人|\bwho\b",
        r"[市省县区镇局长]长|主任|书记|同志|人员|负责人|责任人|领导|专员|委员|记者", r"谁|人|哪位",
    ),
    _kind("why", r"为什么|为何|原因|缘故|\bwhy\b|\breasons?\b", r"因(?!此)|由于|原因|为了|源于|导致", r"原因|为什么|为何|缘故"),
    _kind("purpose", r"为了(?:什么|啥)|目的|what for|purpose", r"为|以便|旨在|不断|从而|提高|提升|促进", r"目的|为了"),
    _kind(
        "name", r"什么名字|名称|(?:叫|名为|题为)(?:什么|啥|做什么)|书名|what is .{0,40}called|\bname of\b|title of",
        r"[《“「][^》”」]{2,}[》”」]", r"名字|名称|叫|题目|标题",
    ),
    _kind(
        "meaning", r"什么叫|什么是|是什么意思|含义|定义|名词解释|what is meant|definition",
        r"^(?:是|指|是指|系)|是指|指的?是|所称", r"名词|解释|名词解释|含义|定义|意思|叫",
    ),
)  # fmt: skip
_STRONGER: dict[str, set[str]] = {
    "problems": {"measures"},
    "name": {"meaning", "person"},
    "who": {"person", "turn"},
    "when": {"day"},
    "website": {"url"},
    "where": {"url", "website", "address", "mail"},
    "address": {"mail", "url", "website"},
}

"""What a question wants of an answer: which kinds of thing, of what, one or many, done or to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.quote.focus import foci
from assistant.quote.must_say import told
from assistant.quote.which_ones import counted, told_apart
from assistant.understand.framing import without_asides
from assistant.words.accounts import named
from assistant.words.demands import meets
from assistant.words.kinds import Kind, admits, asked_for, intended, tells_problems, to_come
from assistant.words.roles import doers
from assistant.words.terms import ALIKE, FULL, LIGHT, Term, explained, terms
from assistant.words.titles import calls
from assistant.words.topic import cleaned, topic
from corpus.language.numerals import han

_MANY = re.compile(
    r"哪些|哪[几两二三四五六七八九十]|有何|列举|分别|问题|不足|短板|措施|(?:采取|想|用|使|出)了?(?:什么|啥)(?:办法|举措|做法|招)|(?:什么|啥)(?:样的?)?原则|which|what\s+(?:\w+\s+)?(?:problems|measures|channels|units|plans)",
    re.I,
)
_OF_WHICH = re.compile("哪(?:些|几[个家种类项座所条])的?(?P<thing>[一-鿿]{2})")
_MANY_OF = r"(?:[两二三四五六七八九十]|\d{1,2})(?:大|项|个|条|类|方面)"
_WHICH = re.compile("哪[些几两二三四五六七八九十]")
_WHOLE = re.compile(
    r"怎么样|怎样|咋样|如何|情况|做了|做些|干了|成效|进展|什么(?:工作|举措|做法)|[要将会想备算]做(?:点|些)?(?:什么|啥)(?!用)|到了?(?:哪一步|什么(?:程度|地步))|how (?:is|was|were|are)|what (?:was|were|has been) done",
    re.I,
)
_TO_COME = re.compile(
    r"将|(?<![主重必只需])要(?![求点闻])|(?<![发大论博展机社协都委员布不])会(?![议展员场计])|打算|准备|计划|下一步|今后|未来|接下来|明年|来年|拟|(?<![我们])想(?=[在把让将建办搞靠给往对从新推])|\bwill\b|\bplan",
    re.I,
)
_INTENDS = re.compile(
    "打算|准备(?!金)|计划(?!生育|[的里中上])|下一步|今后|接下来|明年|来年|(?<![我们])想(?=[在把让将建办搞靠给往对从新推])"
)
"""It is asked for what is to come, and for nothing else."""
_REVIEW = re.compile("^(?!.*(?:计划|打算|安排|思路|展望|目标)).*(?:回顾|工作总结|工作完成情况)")
_YEAR = re.compile(r"20\d\d(?=年)")
_ROLE = re.compile(
    r"谁(?:来)?(?:当|任|担任|出任|做|是)(?:的|了)?(?P<role>[一-鿿]{0,4}?(?:组长|主任|会长|书记|队长|召集人))|(?P<of>副?(?:组长|主任|会长|队长|召集人))(?:都|分别)?[是由]谁"
)
"""An office of which it is asked who holds it."""
_SEVERAL = re.compile(r"、|[”》][“《]|；|;|等|[:：]$|[和及与]|一是|，[^，]*，|,[^,]*,")
_MORE_OR_LESS = frozenset("多少高低大小增减升降涨跌")
_PARTED = re.compile("、|[”》][“《]|；.*；")
_GIVEN_IN = re.compile(
    r"(?<![^，,。；;])(?![一二三四五六七八九十]是)[^，,。；;因主其]{2,12}因(?!此|公|素|地制宜|而|人而异|势)[^，,。；;]+"
)
"""A clause that says of what it gives the reason: 剩余1个因系统升级延期."""
_NO_GROUND = "(?!此|公|素|地制宜|而|人而异|势)"
_GIVEN_FIRST = re.compile(
    rf"(?:^|(?<=[。；;]))\s*因{_NO_GROUND}[^。；;]+(?=[；;])|(?<=[，,])\s*因{_NO_GROUND}[^，,。；;]{{2,}}\d+[件个宗户人起项家][^，,。；;]*(?=[，,。；;])"
)
"""The same of a clause that begins with the reason, and another thing is told after it: 因失联终止12件；被起诉1件; or that counts
itself what came of it: 受理540件，因材料不全无法办理12件."""
_PAPER, _TITLE = re.compile("文件|政策|办法|方案|制度|规定|意见|手册|规划"), re.compile("《[^》]+》")
"""What is told by its title, though there be only one."""
_ANNOUNCED = re.compile("(?:包括|如下|分别[是为])[:：]$")
"""What is counted is listed below."""
_OF_SUMS = re.compile(
    r"(?:[^，,。；;]*\d[^，,。；;]*(?:执行数|预算数|决算数|预算安排)[^，,。；;]*|[^，,。；;]*[预决]算[^，,。；;]*(?:增加|减少|增长|下降)[^，,。；;]*)[，,。；;]?"
)
"""Clauses of a budget that say how much it is, and how much more than another: they list nothing."""
_COUNTED = re.compile(r"\d(?:余|多)?(?:个|家|项|类|种|处|所|座|条|名|位|场|部|款)(?!月|百分)")
_PERFECT = re.compile(
    r"有(?:什么|哪些|哪几|何|啥)[^，,。？?]{0,4}(?:创新|亮点|成效|成绩|成果|荣誉|突破|收获)|了|过(?!程|渡|期|往)|已经?|曾|被(?![动子告申征])|(?:怎么|如何|怎样|咋)[^，,。？?]{1,12}的(?:$|[?？])"
)
_IN_REGARD = re.compile(r"(?P<thing>[^，,。的]+)方面")
"""What is asked of one side of things: 民生实事里，养老方面…."""
_PROBLEMS = re.compile("问题|不足|短板|困难")
_AIM_ASKED = re.compile(
    "目标(?:都|分别)?(?:是|有|包括|为|定)(?:什么|啥|哪|多)|(?:什么|啥|哪[些几]个?)的?[^，,。]{0,8}目标"
)
_AIM = re.compile("目标|指标|力争|达到|不低于|不超过|以上|左右")
_PURPOSED = re.compile("目标|任务|计划|规划|安排|部署|思路|要求|[提拿]出了")
"""What was set before one, though it was set in the past: 提出了哪些目标."""
_THAN_BEFORE = r"比(?:上一?年|去年|前一年|往年|以前|20\d\d年)度?(?:会|要|还|的)?"
_WAYS = (
    (re.compile(r"(?:[跟和与同]|较)[^，,。？?]{0,10}(?:一样|一致|相同|持平)|一模一样|持平|(?:没有?|未)变|不变"), re.compile(r"持平|一致|不变|相同|一样")),
    (re.compile(rf"{_THAN_BEFORE}[多高]|涨|增|升|提高|多了|变多|多[这那出]么?多?|(?<!什么)(?<!那么)变?大了|\b(?:rise|rose|increase|grow|grew|more)\w*"), re.compile(r"增|升|提高|扩大|上涨|新")),
    (re.compile(rf"{_THAN_BEFORE}[少低]|跌|减|降|少了|变少|少[这那]么多?|小了|回落|\b(?:f[ae]ll|decrease|drop|decline|less|fewer|reduc)\w*"), re.compile(r"减|降|少|压缩|回落|缩")),
)  # fmt: skip
_ORDINAL = re.compile("第([一二三四五六七八九十]{1,3}|\\d{1,2})([场次届批期轮站])")
"""The one of several that is asked for by its number."""
_NAMES_YEAR = re.compile(r"20\d\d年.*(?:怎么|如何|怎样|咋)(?![样?？。了呢]|$)")
_HOW_DEALT = re.compile(
    "(?:怎么|如何|怎样|咋)(?:去|来)?(?:监管|管|治理?|整治|抓|保障|保证|打击|查|防|守|处理|处置|解决|应对|加强|推进|推动)"
)
_ACTS = re.compile(
    "开展|推[行进动广出]|实[行施]|建[立成设]|健全|完善|[强优]化|加[强大快]|[落压]实|[检抽排督巡核审]查|抽检|查[处办封验]|整[治改顿]|治理|组织|制[定订发]|出台|"
    "印发|[成设]立|督[促导办]|指导|打击|监[管测督]|处[置罚理]|约谈|严|签订|引[导入]|拆|清[理退]|安装|把关|管控|防|创|培训|宣传|联合|牵头|下达|立案|"
    "新[建增设]|公[开布示]|保|采取|运用|发[放布出]|召开|办[理结]|通过|坚持|聚焦|配[齐备]|帮|提[升高供]|改[革造]|调[整解]|协[调助]|收集|受理|答复|执法|执行|实名|追回|挂牌|"
    "测|培育|支持|鼓励|减免|争取|统筹|规范|畅通|回应|关停|注销|审核|纳入|列入|设置|划[设定]|安排"
)
"""What is done about a thing; a text without any only counts things."""
_DONE = re.compile("已|了(?!解|然)|20\\d\\d年(?![^，,。]{0,6}将)")
_NUMERALS = "零一二三四五六七八九"
_QUOTED = re.compile(r"(?<=[“《「『\"])[^”》」』\"]{2,}(?=[”》」』\"])")
_HAN, _LATIN = re.compile(r"[一-鿿]"), re.compile(r"(?<![A-Za-z])[a-z]{3,}")
_CLAUSES = re.compile(
    r"(?<=[，,；;？?。])|(?<=\w)(?= and (?:what|which|who|where|when|why|how)\b)", re.IGNORECASE
)
_ASKS = re.compile(
    r"什么|啥|甚麼|什麼|哪|谁|誰|怎|咋|如何|为何|為何|为什么|多少|几[个條条项項家种類类号月时]|\b(?:what|which|who|where|when|why|how)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"[把将](?P<thing>[一-鿿A-Za-z\d]{2,12}?)(?:调整|更名|改|变|升格|转|并入|合并|划归|移交)[一-鿿]{0,3}?(?:什么|啥|哪|谁)"
)
_BUILT_AT = re.compile(
    "(?:建|设|开|落户|落地)(?:在|到|于)(?P<place>(?!了?(?:哪|什|啥|何|谁))[一-鿿]{2,5}?)(?:的|了|$|[?？，,。])"
)
_BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
"""Where to look, after all that is asked: （看2022年年报）."""
_MOST_APART = 3
_CODE = re.compile(
    r"(?<=[各每分])季度|[A-Za-z]+\d+|\d+号线|[上下]半年|[一二三四1-4]季度|(?<!\d)\d{1,2}月\d{1,2}日|"
    r"(?:(?:国家|[省市部])[^哪谁什\W\d]{2,6}?)?[特一二三]等奖|[金银铜]奖"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question, in the kinds of answer it wants and the words that say of what."""

    question: str
    measure: str
    kinds: tuple[Kind, ...]
    topic: tuple[Term, ...]
    quoted: tuple[str, ...]
    """The words that the question has in quotation marks."""
    codes: tuple[str, ...]
    """The codes it names, which are those of one thing only: m102, 二等奖."""
    unread: int
    """How many words of an English question have no Chinese."""
    foci: tuple[str, ...]
    """The things asked for that an answer must name."""
    made: tuple[str, ...]
    """The words for that of which it is asked what it was made, 把X改成什么, and for where what is asked for was built."""
    items: tuple[str, ...]
    """The items of a budget that it names: what is said of another does not answer."""
    many: bool
    """Whether a list is asked for."""
    whole: bool
    """Whether what was done, or how things are, is asked for, which a whole section says."""
    ahead: bool
    """Whether what will be done is asked for."""
    which: bool
    """Whether the several things are asked for that a text must list: 哪些."""
    past: bool
    """Whether what was done is asked for, and not what will be."""
    way: re.Pattern[str] | None
    """For why something rose or fell: the words that say so. What stayed as it was is no reason of a rise."""

    def named(self, name: str) -> bool:
        return any(kind.name == name for kind in self.kinds)

    def asks_section(self, path: Sequence[str]) -> bool:
        """Whether what is asked is the whole section under a path of headings: how things are, or what was done. The
        last heading says what stands last in the question; what leads up to it may stand above."""
        asked = _IN_REGARD.search(self.question)
        telling = [term for term in self.topic if term.weight > LIGHT]
        if asked is not None:  # 民生实事里，养老方面: the section is that of the latter
            telling = [term for term in telling if term.word in asked["thing"]]
        if not ((self.whole or asked) and telling and path) or self.kinds:
            return False
        above = " ".join(path)
        return explained(telling[-1].word, path[-1]) >= ALIKE and all(
            explained(term.word, above) >= ALIKE for term in telling
        )

    def given(self, text: str, above: Sequence[str] = ()) -> bool:
        """Whether a text under some headings has all that is asked for."""
        return (
            all(kind.given(self._side(kind, text), above) for kind in self.kinds)
            and (not self.named("name") or calls(self.topic, self.foci, text, several=self.many))
            and (not self.named("why") or self.way is None or self.way.search(text) is not None)
            and not (self.named("why") and self._of_another(text))
            and all(
                _numbered(one[1], one[2], " ".join((text, *above)))
                for one in _ORDINAL.finditer(self.question)
            )
            and not (self.named("person") and "副" in self.question and "副" not in text)
            and all((role or of) in text for role, of in _ROLE.findall(self.question))
            and not (_INTENDS.search(self.question) and not self.past and any(map(_REVIEW.search, above)))
            and not (self.ahead and not self.past and any(map(self._of_other_year, above)))
            and not (self.past and (to_come(text) or intended(above)))
            and not (intended(above) and not (self.ahead or self.kinds) and _of_year_told(self.question))
            and not (
                self.past and not self.kinds and _PROBLEMS.search(" ".join(above[-1:])) and _undone(text)
            )
            and (
                _AIM_ASKED.search(self.question) is None or _AIM.search(" ".join((text, *above))) is not None
            )
            and meets(self.question, text)
            and (
                _HOW_DEALT.search(self.question) is None
                or (
                    _ACTS.search(text) is not None
                    and (self.named("problems") or not any(map(tells_problems, above)))
                )
            )
            and told(self.question, " ".join((text, *above)))
        )

    def _side(self, kind: Kind, text: str) -> str:
        return doers(self.question, text) if kind.name == "who" else text

    def _of_other_year(self, heading: str) -> bool:
        """Whether a heading is of the review of a year that the question does not name: what is to come in 2026 is not told
        below 2025年工作回顾."""
        told, asked = (set(_YEAR.findall(one)) for one in (heading, self.question))
        return bool(asked) and bool(told) and not told & asked and _REVIEW.search(heading) is not None

    def lists(self, text: str) -> bool:
        """Whether a text lists several things, where the question is which ones; it does not where it counts them only."""
        if self.whole or any(map(self.named, ("problems", "measures", "honour"))):
            return True
        if counted(self.question, text) or not told_apart(self.question, self.quoted, text):
            return False
        if not self.which or (any(map(_PAPER.search, self.foci)) and _TITLE.search(text)):
            return True
        text = _OF_SUMS.sub("", text)
        parted = _PARTED.search(text) or _ANNOUNCED.search(text) or not _COUNTED.search(text)
        return _SEVERAL.search(text) is not None and bool(parted)

    def _of_another(self, text: str) -> bool:
        """Whether a text gives a reason only of what is not asked of: of 发现问题26个, 剩余1个因系统升级延期 is none."""
        rest = _GIVEN_FIRST.sub(" ", _GIVEN_IN.sub(" ", text))
        if not self.topic or any(kind.given(rest) for kind in self.kinds if kind.name == "why"):
            return False
        clauses = [one.group() for form in (_GIVEN_IN, _GIVEN_FIRST) for one in form.finditer(text)]
        return bool(clauses) and not any(
            term.word in one for term in self.topic if term.weight > LIGHT or term.acts for one in clauses
        )

    def opens(self, text: str) -> bool:
        """Whether a text opens the very list of what is asked: of 哪些任务, 重点落实七大任务：一是…."""
        asked = _OF_WHICH.search(self.question)
        if asked is None:
            return False
        return re.search(rf"{_MANY_OF}[^，,。；;：:]{{0,6}}{asked['thing']}[：:]", text) is not None

    def names(self, text: str) -> bool:
        """Whether a text says of what it is asked which ones they are."""
        asked = _OF_WHICH.search(self.question)
        return asked is not None and asked["thing"] in text

    def other_kind(self, text: str) -> bool:
        """Whether a text tells of problems or of plans, where something else is asked for."""
        if self.named("problems") or self.named("measures"):
            return False
        return admits(text) or (to_come(text) and not self.ahead)


def wanted(question: str, measure: str) -> Wanted:
    """Given a question in simplified Chinese or English and its measure in simplified Chinese, return what it
    wants."""
    kinds = asked_for(question)
    ahead = _TO_COME.search(question) is not None
    about = cleaned(measure, question)
    english = _HAN.search(question) is None
    things = tuple(one for one in foci(question) if (english or one in measure) and not _owned(one, kinds))
    words = _besides(_topic(about, kinds), things)
    return Wanted(
        question,
        about if words or any(kind.probe for kind in kinds) else question,  # of the report itself
        kinds,
        words,
        tuple(_QUOTED.findall(question)),
        tuple(code.lower() for code in _CODE.findall(question)),
        len(_LATIN.findall(about)) if _HAN.search(about) else 0,
        things,
        _made(question),
        named(question),
        _MANY.search(question) is not None,
        _WHOLE.search(question) is not None,
        ahead,
        _WHICH.search(question) is not None,
        not (ahead or any(one.probe for one in kinds) or _PURPOSED.search(question))
        and _PERFECT.search(question) is not None,
        next((told for asked, told in _WAYS if asked.search(question)), None),
    )


def _topic(measure: str, kinds: Sequence[Kind]) -> tuple[Term, ...]:
    """The words that say of what; none where a kind of answer is asked for of the report as a whole. Why it is more or
    less is asked of the thing alone."""
    of_change = _MORE_OR_LESS if any(kind.name == "why" for kind in kinds) else frozenset[str]()
    found = tuple(
        term
        for term in topic(_unasked(measure, kinds))
        if term.word not in of_change and not _owned(term.word, kinds)
    )
    return found if not kinds or any(term.weight > LIGHT for term in found) else ()


def _besides(topic: tuple[Term, ...], things: Sequence[str]) -> tuple[Term, ...]:
    """The words of a topic without the things asked for, where others tell of what: a text that only names such
    things is not on the topic."""
    others = tuple(term for term in topic if term.word not in things)
    return others if any(term.weight == FULL for term in others) else topic


def _unasked(measure: str, kinds: Sequence[Kind]) -> str:
    """A measure without the words that ask for the problems, the plans or the reason: 做得不够好."""
    for kind in kinds:
        if kind.name in ("problems", "measures", "why"):
            measure = kind.cue.sub(" ", measure)
    return measure


def _made(question: str) -> tuple[str, ...]:
    found = _MADE.search(question)
    place = _BUILT_AT.search(question)
    things = (one.word for one in terms(found["thing"]) if one.weight >= FULL) if found else ()
    return (*things, *((place["place"],) if place else ()))


def _of_year_told(question: str) -> bool:
    """Whether it is asked of a year how a thing is done: what is planned for the next is not that."""
    return _NAMES_YEAR.search(question) is not None and not _PURPOSED.search(question)


def _numbered(number: str, of: str, text: str) -> bool:
    """Whether a text speaks of the one of several that a question names by its number: of 第三场, 第一场 is another."""
    written = (number, _other_writing(number))
    of_few = of in "期批轮" and any(
        re.search(rf"(?<![{_NUMERALS}十\d第]){one}{of}", text) for one in written if not one.isdigit()
    )
    return of_few or any(f"第{one}{of}" in text for one in written)


def _undone(text: str) -> bool:
    """Whether a text below a heading of problems says what is wanting, or what is to be done, and nothing that was."""
    return admits(text) or _DONE.search(text) is None


def _other_writing(number: str) -> str:
    """A small number in Chinese numerals, if it is written in digits, and in digits, if not."""
    tens, ones = divmod(int(number), 10) if number.isdigit() else (0, 0)
    if not number.isdigit():
        return str(han(number))
    return f"{_NUMERALS[tens] if tens > 1 else ''}{'十' if tens else ''}{_NUMERALS[ones] if ones else ''}"


def _owned(word: str, kinds: Sequence[Kind]) -> bool:
    return any(kind.own.fullmatch(word) for kind in kinds)


def asked_apart(question: str) -> tuple[str, ...]:
    """Given a question as it was typed, return the questions that it asks in clauses of their own, each with what leads
    up to it (围着哪些方向建？怀柔那边主攻什么产业？); nothing where it asks only one."""
    found: list[str] = []
    led = ""
    for clause in _CLAUSES.split(without_asides(question)):
        led += clause
        if _ASKS.search(clause):
            found.append(led.strip(" ，,；;。"))
            led = ""
    left = _BRACKETED.sub("", led).strip(" ，,；;。？?！!")
    return tuple(found) if 1 < len(found) <= _MOST_APART and not left else ()


def names_thing(question: str) -> bool:
    """Given a question in simplified Chinese or English, return whether it asks which ones (哪几场), for a name or
    for an address, though it may be spoken of as 几层, and not how many."""
    return "哪几" in question or any(kind.contact or kind.name == "name" for kind in asked_for(question))

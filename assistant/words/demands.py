"""What a question demands that a text says beside its kind: asked on which conditions, it tells conditions, asked how it was
judged, a judgement. A text of the same thing that says nothing of the sort is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.words.likeness import SHORT, alike
from assistant.words.terms import LIGHT, terms

_WHICH = "(?:哪些|什么|啥|哪几?[个条种样份项]|哪[两三四五]个|何种|几样)(?:样)?的?"
_EITHER = re.compile(
    "是(?P<one>[一-鿿]{2,8})还是(?P<other>[一-鿿]{2,8}?)(?:的|了)?(?:$|[？?，,。、；;呢啊吧])"
)
"""One of two that are named: 是人口还是经济."""


Pair = tuple[re.Pattern[str], re.Pattern[str]]
"""What is asked, and what a text then has."""


def pair(asked: str, told: str, flags: int = 0) -> Pair:
    """Given the expressions for what is asked and, with flags for the former, for what a text then has, return both."""
    return re.compile(asked, flags), re.compile(told)


def has_all(pairs: Sequence[Pair], question: str, text: str) -> bool:
    """Given such pairs, a question and a text, return whether the text has all that the question asks for in their words."""
    return all(told.search(text) is not None for asked, told in pairs if asked.search(question))


_DEMANDS = (
    # where most of something is: a text that only counts it does not say
    pair(
        "(?:集中|分布)(?:在|于|到)",
        "集中|分布|涉及|主要(?:为|是|有|在|包括|来自|反映)|占|居[多首前]|最多",
    ),
    pair("多少", r"\d|[一两二三四五六七八九十百]+[个名人家项次份场]|无|没有|未(?!来)"),
    pair(
        "(?:没有?|未)能?(?:完成|做完|做到|做好|达到|达标|实现|落实|办结|解决|通过|开工|建成|到位)",
        "[未没不无尚逾延仍欠缺难待差]|滞后|低于|少于",
    ),
    pair(
        f"(?:满足|符合|具备|达到|需要|[需得要够]){_WHICH}(?:基本|申请|申报)?(?:条件|资格|要求|门槛)|"
        f"{_WHICH}(?:申请|申报)?(?:资格|门槛|条件)(?:才|就?[能可]|$|[？?，,。])|条件(?:都|分别)?(?:是|有|包括)(?:什么|哪|啥)",
        "条件|资格|符合|具备|满足(?![^，,。]{0,6}需[求要])|应当|必须|门槛|不超过|以[上下内]|方可|才[能可]|凡是?|的[^，,。]{0,8}可(?:以)?申[请报领]",
    ),
    pair(
        f"(?:带|提交|提供|准备|递交|出示|携带|上交|[交需要填])[好上齐着]?{_WHICH}(?:申请|申报|证明|书面)?(?:材料|证件|证明|手续|资料|表格)",
        "材料|证明|凭|证件?(?![实据券明监])|申请表|复印件|执照|承诺书|原件|户口",
    ),
    pair(
        f"{_WHICH}(?:工作|办理|分配)?原则|原则(?:都|分别)?(?:是|有|包括)(?:什么|哪|啥)",
        "原则|坚持|注重|遵循|秉持|导向|按照[^，,。]{2,24}(?:要求|思路|方式)",
    ),
    pair(
        "(?:怎么|如何|怎样|咋)(?:去|来)?(?:答复|回复|回应)的|(?:答复|回复|回函|复函)(?:的)?(?:内容|结果|意见)?(?:都|又)?(?:是|说|写)(?:了|的)?(?:什么|啥|怎|哪)",
        "称|表示|指出|认为|告知|(?:予以|均|已|全部|依法|按[期时]|电话|当面|书面|逐[件一项]|及时)[^，,。；;]{0,8}(?:答复|回复|回应|公开)|"
        "(?:答复|回复|回应)(?:称|如下|[:：]|了?群众|申请人|网民)|不予|未予|同意|驳回",
    ),
    pair(
        "(?:怎么|如何|怎样|咋)判(?!断|定|别)|判(?:决|罚)?的?(?:结果|了(?:什么|啥|几|多))",
        "判[决处了刑]|徒刑|维持|驳回|撤销|[胜败]诉|裁[定决]|审结|纠正|和解",
    ),
    pair(
        "错在(?:了)?(?:哪|什么|啥|何)|(?:哪里|哪儿|什么地方)(?:做|办|搞|弄)?错|犯了(?:什么|啥|哪)",
        "错|误(?![工餐])|不当|瑕疵|违反|不符|不合|未[^，,。；;]{1,10}|没有|缺|疏漏|不到位|不规范|不及时|过失|滥用|收受|贿|作弊|超(?:期|范围)",
    ),
    pair(
        "(?:什么|哪些|啥|何)(?:样)?的?(?:成效|效果)|(?:成效|效果)(?:都|究竟|到底)?(?:怎么样|如何|怎样|咋样|是什么|有哪些|好不好)",
        r"成效|效果|成果|有效|显著|明显|提[高升速]|下降|增[长加强]|达到?[\d成标]|实现|更[加为]|解决|化解|改善|减[少轻]|降低|缩短|压缩|率|获|满意|全覆盖|转变",
    ),
    pair(
        "(?:拿来|用来|派)(?:了)?(?:干|做|什么|啥)",
        "作为|用于|用作|用来|(?<!提)供|当作|集[^，,。]*于一体|功能|承担|(?:资金|补助|补贴|经费|[万亿]元)",
    ),
    pair(
        "结果(?:都|究竟|到底|最后)?(?:怎么样|如何|怎样|咋样|是什么)",
        "成功|平稳|未发生|零|无一|圆满|优秀|良好|为[“”优良合一]|合格|达标率|获|位[居列]|排名|名列|通过|完成|胜|维持|未通过|失败",
    ),
)
"""What is asked, and what a text then says."""
_GENERAL = 3
"""The first of them are asked of anything."""
_AIMED = re.compile(
    "在?取得[^，,。；;]{0,12}成[效绩果][^，,。；;]*同时[，,][^。]*|(?:旨在|为了?(?=[更进切有确提解推加促])|围绕|力争|努力|着眼|不断)[^，,。；;]*(?:[，,][^，,。；;]{0,12}为[^，,。；;]*)?"
)
"""What is only aimed at has not come of it yet."""


def demanded(question: str) -> str:
    """Given a question in simplified Chinese, return its words that ask of a thing what a text on that thing may well not say
    (何种条件), or nothing."""
    asked = (*(one for one, _ in _DEMANDS[_GENERAL:]), _EITHER)
    return " ".join(found.group() for one in asked for found in one.finditer(question))


def meets(question: str, text: str) -> bool:
    """Given a question in simplified Chinese and a text, return whether the text says all that the question demands."""
    done = _AIMED.sub(" ", text)
    return has_all(_DEMANDS, question, done) and all(
        any(_says(side, text) for side in sides) for sides in _either(question)
    )


def _either(question: str) -> Iterator[Sequence[str]]:
    """Both sides of each choice that a question offers: 人口 and 经济 of 是人口还是经济."""
    for offered in _EITHER.finditer(question):
        yield offered["one"], offered["other"]


def _says(side: str, text: str) -> bool:
    """Whether a text says one side of a choice."""
    telling = [term.word for term in terms(side) if term.weight > LIGHT]
    return not telling or all(alike(word, text) >= SHORT for word in telling)

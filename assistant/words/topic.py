"""The words of a question that say of what: without who asks and why, without the report it is asked of, and
without what is said of any answer (列举, 承认, 到底)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.words.terms import FULL, LIGHT, Term, part_of_speech, terms

_CLAUSE = re.compile(r"[，,；;：:。]")
_ASKER = re.compile(r"我|咱|俺|老师|记者|领导|同学|麻烦|辛苦|尊敬|您好|你好|急用|写论文|写作业")
_OF_REPORT = re.compile(
    r"[（(][^）)]{0,6}(?:报|年报|报告|预算|决算|公报)[^）)]{0,4}[）)]|"
    r"(?:部门)?(?:预算|决算|工作总结|公报|名词解释)(?:公开)?(?:说明|材料|报告|文本|文件)?(?:里面?|中间?|上|内|说|写|提)(?:的|说|写|提|要)?|"
    r"(?:部门)?(?:预决算|预算|决算|年度报告|年报|报告)(?=[在从到上]*\s*(?:网站|网页|网上|网址))|"
    r"(?:^|(?<=[，,\s]))报(?:里|中|上)?(?:写|说|讲|提)?的?|"
    r"以[^，,。；;]{2,14}为准|"
    r"(?:政府)?(?:工作)?(?:年度)?(?:年?报告|年报)(?:里面?|中|上|内)?(?:自己|自我)?(?:说|写|提|讲|点名|列|怎么)?"
)
_FRAME = re.compile(
    r"想|该|叫|还|没|没有|认为|里|里说|说|是|做|做了|做些|些|什么|哪些|哪|怎么|怎么样|如何|为了|请问|主要|存在|有|进行|"
    r"开展|情况|工作|方面|目前|现在|被|一些|具体|相关|有关|报告|在|的|了|和|与|及|对|吗|呢|谁|提出|指出|采取|看|啥|样|打算|准备|承认|年报|"
    r"地方|作用|性质|特点|亮点|做法|举措|方式|方法|应该|如果|多长|遇到|咋样|咋|中|有没有|哪里|在哪|该联系|下手|往后|后面|县里|市里|区里|收拾|应付|应对|对付|处置|打理|补课|帮|帮忙|免得|查出来|这些|这个|那|吧|啊|"
    # telling, thinking and asking
    r"觉得|感觉|坦承|坦言|直言|检讨|反思|反省|自认|自我|自己|回顾|总结|概括|归纳|概述|点名|列|列出|列举|列明|罗列|举|举例|写|写明|写到|"
    r"写道|讲|讲到|谈到|提|提到|提及|披露|透露|交代|介绍|描述|表示|表明|显示|记载|听听|瞧瞧|看看|查|查证|核实|求证|了解|知道|问|请教|"
    r"记者|老师|打听|究竟|到底|指|指啥|发现|说明|解释|明确|"
    # doing anything at all
    r"搞|弄|干|要|会|能|可以|需要|必须|拟|计划|让|使|把|给|用|用于|来|去|开始|继续|拿来|用来|做事|东西|花样|新花样|事|事情|内容|哪样|几样|"
    r"一下子|眼下|当前|接下来|名字|听|咋办|办法|理由|主题|现象|类型|种类|时候|那些|哪家|哪几|谈|之类|这件|这件事|发力|入手|着手|着力|干嘛|问问|打电话|以后|之后|做好|拿来|之处|安排|翻|翻看|"
    # how it was done
    r"着重|一口气|反而|大力|积极|不断|持续|全面|切实|尽快|逐步|分别|专门|特意|先后|陆续|竟然|居然|突然|统一|已经|正在|一直|都|还|又|也|就|只|仅|"
    # owning up
    r"当初|图个|当年|坦白|坦白说|坦率|掂量|盘点|自查|检视|剖析|老实|老实说|实话|实话实说|说实话|开诚布公|照实|"
    r"最|很|太|更|比较|特别|非常|十分|真正|其实|具体来说|大概|大约|同时|另外|除了|以外|之外|以及|或者|要是|得|人多|这块|那块|一块|这方面"
)
"""Words of the frame: an answer need not say them."""


def cleaned(measure: str, question: str) -> str:
    """Given a measure in simplified Chinese and its question, return it without the clauses that tell who asks
    and why, and without the words for the report itself; whole where nothing would be left."""
    apart = _apart(measure, question)
    clauses = [one for one in _CLAUSE.split(_OF_REPORT.sub(" ", apart)) if one.strip()]
    kept = [one for one in clauses if not _ASKER.search(one)] or clauses
    return "，".join(one.strip() for one in kept) if any(_tells(one) for one in kept) else apart


def _apart(measure: str, question: str) -> str:
    """A measure with a space wherever something was taken out of its question, lest words grow together:
    盯着(哪几个)重点领域."""
    if len(re.findall(r"[一-鿿]", question)) <= len(re.findall(r"[A-Za-z]", question)):
        return measure  # asked in English, though it may name an agency in Chinese
    made: list[str] = []
    place = start = 0
    while start < len(measure):
        end = start + 1
        if measure[start] not in question:  # a word put in for another stays whole: 行政诉讼 for 打官司
            while end < len(measure) and measure[end] not in question:
                end += 1
        while end < len(measure) and question.find(measure[start : end + 1], place) >= 0:
            end += 1
        place = max(question.find(measure[start:end], place) + end - start, place)
        made.append(measure[start:end])
        start = end
    return " ".join(made)


def _tells(clause: str) -> bool:
    return any(term.weight > LIGHT and not _FRAME.fullmatch(term.word) for term in terms(clause))


@lru_cache(maxsize=1024)
def topic(measure: str) -> tuple[Term, ...]:
    """Given a cleaned measure, return its words that an answer would say, weighted: those of the frame are
    left out, and a verb of one character, which has many synonyms, tells little."""
    chinese = re.search(r"[一-鿿]", measure) is not None
    return tuple(
        _weighed(term)
        for term in terms(measure)
        if not _FRAME.fullmatch(term.word)
        and not (chinese and re.fullmatch(r"[a-z]+", term.word))  # English that found no Chinese word
    )


def _weighed(term: Term) -> Term:
    if re.fullmatch(r"\d{2,}", term.word):
        return replace(term, weight=FULL)
    tag = part_of_speech(term.word)
    light = tag == "t" or (len(term.word) == 1 and tag.startswith("v"))
    return replace(term, weight=LIGHT) if light else term

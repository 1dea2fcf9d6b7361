"""Clauses of a question that say nothing of the thing asked: who asks, and what for."""

from __future__ import annotations

import re

_TALK = re.compile(
    r"\s*(?:"
    # what it is for, and who asks: 我在写报道, 老师让我们查, 作为一名市民
    r"(?:我|我们|本人|咱|俺)?(?:正|正在|在|要|想|需要|得|准备)*(?:写|做|搞|赶|弄|准备)(?:一?[篇个份])?[^，。；]{0,6}(?:报道|论文|作业|新闻|选题|节目|简报|稿子?|材料|PPT|ppt|研究|调研|课题|汇报|总结|功课|统计|表格?)(?:用|呢|要用)?|"
    r"(?:我|我们|本人)?(?:是|作为)(?:一?[名个位])?[^，。；]{0,8}(?:市民|居民|记者|学生|老师|群众|工作人员|退休[^，。；]{0,4}|村民|业主)|"
    r"(?:我们?)?(?:老师|领导|上级|单位|同事|孩子)[^，。；]{0,4}(?:让|叫|要|布置)[^，。；]{0,8}|"
    r"(?:我|我们)(?:家)?(?:就)?住[^，。；]{0,8}|"
    r"(?:我|我们|咱|咱们|俺)家?(?:孩子|小孩|娃|闺女|儿子|老人|爸妈?|妈妈?|父母|老公|老婆|对象|朋友|同事)[^，。；]{0,8}|"
    r"(?:我|我们)?(?:打算|准备|想)(?:在|去|到)[^，。；多少几哪]{1,8}(?:开|办|做)[^，。；多少几哪]{1,6}|(?:我)?先?看看(?:同行|行情|情况|规模|同行规模)|"
    r"(?:我|我们|本人)?是?(?:做|搞|干|当|学|跑)[^，。；多少几哪]{1,8}的(?:很|挺|就|也|想|来)?(?:关心|关注|好奇|问|打听)(?:一下|一句|一声)?|(?:我|我们|本人)是(?:做|搞|干|学|跑)[^，。；多少几哪]{1,8}的|"
    r"(?:说|举|列|点|挑)(?:出)?[一两二三几][样个条项点](?:也行|就行|即可|就好|就可以)|(?:给我?|帮我?)?点(?:几个|[一两]个|出)?名|(?:头|前)[几一两二三][样条项点]|"
    r"(?:报告|年报|总结|计划|文件|材料)(?:里面?|中|上)?(?:都|有|是)?(?:点了名|写|提|说|列|点名)(?:了|过|到|着|明)?的|"
    r"(?:如果|要是|若)?(?:下?降|减少?|少|跌|低|慢)了?(?:的话)?(?:就|则|请|要)?(?:填|用|写|记|标|给)(?:成|为|个)?负(?:数|号|值|的)?(?:表示)?|"
    r"(?:挺|很|非常|比较|有点)?(?:好奇|着急|急用|急)|(?:在线)?(?:等|急等)(?:回复|答复|着)?|"
    r"(?:请|麻烦|劳烦|拜托|辛苦)(?:您|你|大家|各位)?(?:了|啦)?|(?:我)?(?:就|只)?(?:想|要)(?:问|知道|了解|查|确认)(?:一下|下)?(?:这个|件事)?|"
    r"(?:您|你)(?:能|可以)?(?:帮我|给我)?(?:查|看|说|讲)(?:一下|下)?|有(?:人|谁)(?:知道|清楚)(?:吗)?|不(?:太)?(?:清楚|懂|明白)|谢谢[^，。；]{0,4}"
    r")\s*"
)
_GREETED = re.compile(
    r"^(?:[\s，,。.！!、~～]*(?:您好|你好|打扰(?:一下|了)?|劳驾|请问(?:一下|下)?|(?:我|俺|咱)?(?:就|只|就是)?(?:想|想要|需要)(?:请问|请教|问|了解|知道|查|咨询)(?:一下|下)|"
    r"(?:我|俺|咱)(?:就|只|就是)?(?:想|想要|需要)(?:请教|问|了解|知道|咨询)|(?:请|麻烦|劳烦|拜托|能不能|能否|可否)*(?:您|你)?帮(?:我|忙)(?:查|看|问|找)(?:一下|下)|"
    r"(?:麻烦|劳烦|拜托)(?:您|你)?(?:问|查|看|告诉我)?(?:一下|下)?))+[\s，,。.！!、:：~～]*"
)
_THANKED = re.compile(
    r"[\s，,。.！!？?；;~～]+(?:(?:十分|非常|先)?(?:谢谢|多谢|感谢|谢)(?:了|啦|您|你|大家)*|拜托(?:您|你)?(?:了|啦)?|麻烦(?:您|你)(?:了|啦)?|急用|(?:挺|很|有点)?急|在线等)[\s。.！!~～]*$"
)
_PAUSED = re.compile(
    r"(?<=[\u4e00-\u9fff\d]{5})(?<![\ue000-\uf8ff]) +(?![加减和与及跟同的共]|[一总]共)(?=[^ ，,。；;：:？?！!]{0,3}[\u4e00-\u9fff]{4})"
)
_HEARD = re.compile(r"^(?:我)?(?:听说|据说|听人说|印象中|印象里)[，,]?")
_STATEMENT = re.compile(
    r"[^。！!；;？?]*(?:我们?|咱们?|俺|家里|家中|老家|老人|孩子|邻居|朋友|同事|听(?:人)?说)[^。！!；;？?]*[。！!；;]"
)
"""What somebody tells of themselves before they ask: 我们小区前年才通管道气。"""
_TOPIC = re.compile(
    r"^(?:说到|说起|讲到|至于|关于)?(?P<topic>[\u4e00-\u9fff]{2,8}?)(?:[这那]一?(?:块儿?|方面|头)|上头|方面的事)[，,](?=.*(?:多少|几|百分))"
)
"""What it is about, told before the question that names it again: 鸡蛋鸭蛋这块，…禽蛋."""
_ASKS = re.compile(r"[？?]|多少|几|哪|谁|什么|啥|怎|如何|吗|是否|有没有|请|查|问|\d{4}")
_WHY = re.compile("为什么|为何|为啥|原因")
_EXPLAINED = re.compile(
    r"[，,](?:报告|年报|总结)(?:里|中|上)?(?:是)?(?:怎么|如何|咋)(?:解释|说|写|讲)的?(?=[？?。]|$)"
)
_CLAUSE = re.compile(r"[，,。；;：:？?！!]+")


def with_pauses(text: str) -> str:
    """Given what a person typed in Chinese, return it with a comma for each space between two clauses: 收了多少件 其中个人占几成."""
    return _PAUSED.sub("，", text)


def without_courtesies(text: str) -> str:
    """Given what a person typed in Chinese, return it without greeting and thanks; as it is where nothing else is left."""
    left = _THANKED.sub("", _GREETED.sub("", text))
    return left if re.search(r"\w", left) else text


def without_asides(text: str) -> str:
    """Given a question for a reason, return it without the clause that asks how the report explains it: that asks for
    nothing more."""
    return _EXPLAINED.sub("", text) if _WHY.search(text) else text


def to_the_point(text: str) -> str:
    """Given a question in simplified Chinese, return it without the clauses that only speak of the asking; the
    question as it is where nothing else would be left."""
    text = _HEARD.sub("", text)
    told = _TOPIC.match(text)
    if told and {*told["topic"]} & {*text[told.end() :]}:
        text = f"{told['topic']}：{text[told.end() :]}"
    while (told := _STATEMENT.match(text)) and not _ASKS.search(told.group()) and told.end() < len(text):
        text = text[told.end() :]
    text = without_asides(text)
    start, kept = 0, []
    for end in (*(match.end() for match in _CLAUSE.finditer(text)), len(text)):
        clause = text[start:end]
        if clause and not _TALK.fullmatch(_CLAUSE.sub("", clause)):
            kept.append(clause)
        start = end
    left = "".join(kept)
    return left if re.search(r"\w", left) else text

"""The part in a thing that is asked for: *冠军* 是哪个队, *设计* 单位是哪家, *培训* 了谁. A text that does not say it tells of others."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from assistant.words.likeness import SHORT, alike

_ASKED = re.compile(
    r"(?P<before>[^，,。？?；;：:]+?)(?:都|分别|主要|具体|究竟|到底|一般)*"
    r"(?:是|由|为)(?:谁|哪位|(?<=城市是)哪[里儿]|(?:哪一?[家个所支座]|什么(?=[^?？。，,呢啊吗]))(?:公司|企业|单位|机构|律所|律师事务所|银行|学校|大学|医院|团队|部门|国家|城市|地区|[队市县区省国局村人镇])?)(?:$|[?？。，,呢啊吗])"
)
_PERSON = "人员?|群众|居民|村民|游客|旅客|干部|职工|企业|商户|学生|老人|单位|部门|家庭|[一-鿿]者"
_DONE_TO = re.compile(
    rf"(?P<deed>[一-鿿]+?)(?P<to>给)?(?:过|了)(?:谁|哪位|(?:哪些|什么|哪几[个名位家])(?:{_PERSON}))(?=$|[?？。，,呢啊吗])"
)
"""培训了谁: a text that says nothing of the deed tells of others."""
_WHO_DOES = re.compile("(?:由谁来?|谁来)(?P<deed>(?![担当负任]|出任|兼任|承担|出资|支付)[一-鿿]{2})")
_TO_THEM = re.compile(rf"{_PERSON}|[一-鿿]员(?![会额工])|负责人|骨干|代表|教师|农民|业主|机构")
_PAUSE = re.compile("[，,；;。]")
_OF_OTHERS = re.compile(r"(?:邀请|聘请|请|由)[^，,。；;]+|\d+(?:余|多)?[人名家个][次个]?")
"""Who did it, and how many they were, which names none."""
_MAY = re.compile("可(?![视靠见观])|能够|应当?|须|将")
_DONE = re.compile("已|了(?!解)|累计|共|全年")
_OBJECT = re.compile("(?:对|向|给|督促|加强|强化)[^，,。；;]{0,8}?(?:工作人员|负责人|责任人|联系人)")
_ASKED_OBJECT = re.compile("(?:对|向|给|找|问|了|过|跟|和|让|被)(?:谁|哪位|什么人)")
_NOUN = frozenset({"n", "nz", "vn", "nr", "ns", "j", "v"})
_GENERAL = re.compile("单位|机构|公司|企业|部门|团队|团体|主体|地点|地方|地|城市|方|人|者|商|人员|名单|名")
"""What any part is called by: what is said of it before tells which it is."""
_END = re.compile("(?<=..)(?:[人者方商]|单位|机构|公司|企业|部门)$")
_ANY = re.compile(
    "负责|责任|联系|牵头|主管|分管|主办|实施|建设|领导|对象|名字|问题|难题|短板|困难|目标|重点|特点|亮点|项目|区别|意思|工作|任务|情况|内容|行业|产业|领域|时间|原因"
)
"""Parts that are told without a word for them: 由甲局管."""
_PLACED = re.compile(r"第[一二三四五六七八九十\d]+名?$|[冠亚季]军$|榜首$")
_SAME = {
    "承办": "承办|举办|主办|申办|承接",
    "举办": "承办|举办|主办",
    "施工": "施工|承建|建设",
    "承建": "施工|承建|建设",
}


@lru_cache(maxsize=1024)
def role(question: str) -> str:
    """Given a question in simplified Chinese, return the part of something that it asks who has, or nothing."""
    asked = _ASKED.search(question)
    if asked is None:
        return ""
    if placed := _PLACED.search(asked["before"]):
        return placed.group()
    words = [(word, tag) for word, tag in rjieba.tag(asked["before"]) if word.strip()]
    while words and _GENERAL.fullmatch(words[-1][0]):
        words.pop()
    own = len(words) > 1 and words[-2][0] == "的"
    if not words or not (own or words[-1][1] in _NOUN) or len(words[-1][0]) < 2:
        return ""
    found = _END.sub("", words[-1][0])
    return "" if _ANY.fullmatch(found) else found


def says(part: str, text: str) -> bool:
    """Given the part asked for and a text, return whether the text says it."""
    return alike(part, text) >= SHORT or re.search(_SAME.get(part, "(?!)"), text) is not None


def done_to(question: str) -> str:
    """Given a question in simplified Chinese, return the deed of which it asks to whom it was done, or nothing."""
    found = _DONE_TO.search(question)
    if found is None:
        return ""
    if found["to"]:
        return found["deed"][-1]  # 赔给了谁
    last = str(rjieba.cut(found["deed"])[-1])
    return last if len(last) > 1 else found["deed"][-2:]


def deed(question: str) -> str:
    """Given a question in simplified Chinese, return the deed of which it asks who does it (谁来监督), or nothing."""
    found = _WHO_DOES.search(question)
    if found is None or _ANY.fullmatch(found["deed"]) or list(rjieba.cut(found["deed"])) != [found["deed"]]:
        return ""
    return found["deed"]


def told_to_whom(done: str, text: str) -> bool:
    """Given what was done and a text, return whether the text says to whom it was done, and not only that it may be, by whom, or to
    how many."""
    deed = re.compile(f"{done}(?![一-鿿]?(?:[金费款]|办法|制度|机制))")  # 赔付金 is no deed
    clauses = [one for one in _PAUSE.split(text) if deed.search(one)]
    return any(
        _TO_THEM.search(_OF_OTHERS.sub(" ", one)) and (_DONE.search(one) or not _MAY.search(one))
        for one in clauses
    )


def doers(question: str, text: str) -> str:
    """Given a question and a text, return the text without those to whom something is done (对工作人员的培训), where who does
    it is asked."""
    return text if _ASKED_OBJECT.search(question) else _OBJECT.sub(" ", text)
